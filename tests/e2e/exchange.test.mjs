// Files taken back: several at once, a folder, dropped; what deserves a second look; files closed by a passphrase.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { inspect } from "./harness/inspect.mjs";
import { journey, journeyBothWays } from "./harness/journey.mjs";
import { sealed } from "./pages/data.mjs";
import { ExchangeScreen, folderOf, interviews } from "./pages/exchange.mjs";
import { ERASED, fileWith, record } from "./pages/records.mjs";
import { Interview } from "./pages/interview.mjs";

const START = { route: "#/donnees" };
const icon = readFileSync(new URL("../../public/icon-192.png", import.meta.url));

/** Two machines that each wrote on the second interview, and know one that the other does not. */
const ONE = fileWith({
  d0: record({ label: "Lundi 1" }, { on: "poste-a" }),
  d1: record({ label: "Mardi 2" }, { on: "poste-a" }),
}, { device: "poste-a", created_at: "2026-11-20T08:30:00" });
const TWO = fileWith({
  d1: record({ "answer/devices": { many: ["tablet"] } }, { on: "poste-b" }),
  d2: record({ label: "Jeudi 3" }, { on: "poste-b" }),
}, { device: "poste-b", created_at: "2026-11-21T17:05:00", scope: "interviews" });

const labels = (data) =>
  Object.values(JSON.parse(data).records.interview).map(({ fields }) => fields.label?.[0].v).sort();

journeyBothWays("plusieurs fichiers : chacun est dit, les bons sont pesés ensemble", START, async ({ page }) => {
  const screen = new ExchangeScreen(page);
  const damaged = Buffer.from(ONE.replace("Lundi 1", "Lundi 9"));
  const files = [
    ["poste-a.json", ONE],
    ["abime.json", damaged],
    ["poste-b.json", TWO],
    ["autre.json", '{"format":"tableur"}'],
    ["vide.json", ""],
  ];
  const said = await screen.weighedTogether(files);
  for (const expected of [
    /5 fichiers donnés, 2 lus/,
    /poste-a\.json Préparé le 20 novembre 2026 à 8 h 30, sur « poste-a »\. Sauvegarde complète, 2 éléments\./,
    /Ce fichier a été abîmé ou modifié abime\.json .*Vos données n’ont pas changé/,
    /poste-b\.json Préparé le 21 novembre 2026 à 17 h 05, sur « poste-b »\. Les entretiens, 2 éléments\./,
    /Ce fichier vient d’un autre logiciel autre\.json/,
    /Ce fichier est vide vide\.json/,
    /Entretiens 3 ajoutés/,
  ]) {
    assert.match(said, expected);
  }
  assert.deepEqual(await screen.changes(), [
    "Entretien « Lundi 1 » Ajouté, avec 1 information",
    "Entretien « Mardi 2 » Ajouté, avec 2 informations",
    "Entretien « Jeudi 3 » Ajouté, avec 1 information",
  ]);
  await inspect(page, "plusieurs fichiers");
  await screen.accept();
  const { data } = await screen.export();
  assert.deepEqual(labels(data), ["Jeudi 3", "Lundi 1", "Mardi 2"]);
  assert.match(await screen.weighedTogether(files), /2 lus.*Rien de nouveau.*déjà sur cet appareil/);
  assert.equal(await screen.agree.count(), 0);
  await screen.leave();
  assert.equal((await screen.export()).data, data);
});

journey("l’ordre des fichiers ne change rien", START, async ({ page }) => {
  const screen = new ExchangeScreen(page);
  const kept = [];
  for (const files of [[["a.json", ONE], ["b.json", TWO]], [["b.json", TWO], ["a.json", ONE]]]) {
    await screen.weighedTogether(files);
    await screen.accept();
    kept.push((await screen.export()).data);
    await screen.wipe();
  }
  assert.equal(kept[0], kept[1]);
});

journeyBothWays("un dossier entier se donne, sous-dossiers compris", START, async ({ page }) => {
  const screen = new ExchangeScreen(page);
  const folder = folderOf([["a.json", ONE], ["anciens/b.json", TWO], ["photo.png", icon]]);
  await screen.chooseFolder(folder);
  const said = await screen.seen();
  assert.match(said, /3 fichiers donnés, 2 lus.*Entretiens 3 ajoutés/);
  assert.match(said, /n’est pas un export de Repères photo\.png/);
  await screen.accept();
  assert.equal(labels((await screen.export()).data).length, 3);
});

journeyBothWays("les fichiers d’autres logiciels se disent ensemble ; ceux de Repères, un par un", START, async ({ page }) => {
  const screen = new ExchangeScreen(page);
  const others = Array.from({ length: 212 }, (_, nth) => [`photos/${String(nth).padStart(3, "0")}.png`, icon]);
  const damaged = Buffer.from(ONE.replace("Lundi 1", "Lundi 9"));
  await screen.chooseFolder(folderOf([["a.json", ONE], ["abime.json", damaged], ["vide.json", ""], ...others]));
  const said = await screen.seen();
  assert.match(said, /215 fichiers donnés, 1 lu/);
  assert.match(said, /Ce fichier a été abîmé ou modifié abime\.json/);
  assert.match(said, /Ce fichier est vide vide\.json/);
  assert.match(said, /212 autres fichiers ne viennent pas de Repères \d{3}\.png(, \d{3}\.png){4} et 207 autres Ils sont laissés de côté\./);
  assert.equal(await screen.restore.locator(".files > li").count(), 4);
  await inspect(page, "fichiers d’autres logiciels");
  await screen.accept();
  assert.deepEqual(labels((await screen.export()).data), ["Lundi 1", "Mardi 2"]);
});

journeyBothWays("des fichiers se déposent", START, async ({ page }) => {
  const screen = new ExchangeScreen(page);
  const folder = folderOf([["a.json", ONE], ["b.json", TWO]]);
  await screen.drop(`${folder}/a.json`, `${folder}/b.json`);
  assert.match(await screen.seen(), /Ce que ces 2 fichiers changeraient ici.*Entretiens 3 ajoutés/);
  await screen.accept();
});

journey("un dossier se dépose aussi", START, async ({ page }) => {
  const screen = new ExchangeScreen(page);
  await screen.drop(folderOf([["a.json", ONE], ["anciens/b.json", TWO]]));
  assert.match(await screen.seen(), /Ce que ces 2 fichiers changeraient ici.*Entretiens 3 ajoutés/);
});

/** Ten interviews here; then a file that deserves a second look. */
async function alarmed(screen, name, contents) {
  await screen.import("dix.json", fileWith(interviews(10)));
  return screen.weighed(name, contents);
}

journeyBothWays("un import qui retire beaucoup s’arrête pour être compris", START, async ({ page }) => {
  const screen = new ExchangeScreen(page);
  const removed = record({ label: "Dossier 0", "answer/devices": { many: ["smartphone"] }, deleted: true });
  const file = fileWith({ d0: removed, d1: removed, d2: removed, d3: ERASED }, { scope: "interviews" });
  const said = await alarmed(screen, "retire.json", file);
  assert.match(said, /Entretiens 3 supprimés et 1 effacé pour toujours/);
  assert.match(said, /Cet import retire 4 éléments sur 10 .*un élément effacé ne reviendra pas/);
  const rows = await screen.changes();
  assert.match(rows[0], /« Dossier 3 » Effacé pour toujours/, "le plus grave d’abord");
  assert.deepEqual(rows.slice(1).map((row) => row.match(/» (.*)/)[1]), Array(3).fill("Supprimé"));

  await screen.agree.click();
  await screen.restore.getByRole("alert").filter({ hasText: "Cochez cette case pour importer, ou renoncez." }).waitFor();
  await inspect(page, "import qui retire beaucoup");
  await screen.leave();
  assert.equal(labels((await screen.export()).data).filter(Boolean).length, 10, "rien n’a changé");

  await screen.weighed("retire.json", file);
  await screen.box.check();
  await screen.accept();
  const { interview } = JSON.parse((await screen.export()).data).records;
  assert.equal(interview.d3.erased, true);
  assert.deepEqual(["d0", "d1", "d2", "d4"].map((id) => interview[id].fields.deleted?.[0].v ?? null), [true, true, true, null]);
});

journey("une horloge fausse est nommée, et ne se redit pas", START, async ({ page }) => {
  const screen = new ExchangeScreen(page);
  const file = fileWith({
    demain: record({ label: "Demain" }, { on: "poste-2099", at: Date.UTC(2099, 5, 1) }),
    hier: record({ label: "Hier" }, { on: "poste-1970", at: 1_000 }),
  }, { scope: "interviews" });
  const said = await alarmed(screen, "horloges.json", file);
  assert.match(said, /La date d’un poste semble fausse/);
  assert.match(said, /Sur « poste-2099 », elle est en avance de plus d’un jour/);
  assert.match(said, /Sur « poste-1970 », elle est d’avant 2021/);
  await inspect(page, "horloge fausse");
  await screen.box.check();
  await screen.accept();
  assert.match(await screen.weighed("horloges.json", file), /Rien de nouveau/);
  assert.equal(await screen.box.count(), 0);
});

journey("une sauvegarde bien plus petite que ce qui est ici se remarque", START, async ({ page }) => {
  const screen = new ExchangeScreen(page);
  const few = { ...interviews(1), nouveau: record({ label: "Nouveau" }) };
  const said = await alarmed(screen, "petit.json", fileWith(few));
  assert.match(said, /Cet import ne contient que 2 éléments, alors que cet appareil en garde 10/);
  assert.match(said, /ce qui manque au fichier reste sur cet appareil/);
  await screen.leave();
  const some = await screen.weighed("partiel.json", fileWith(few, { scope: "interviews" }));
  assert.doesNotMatch(some, /ne contient que/, "une partie n’a pas à tout contenir");
});

journeyBothWays("une phrase de passe ferme une sauvegarde, et la rouvre tapée autrement", {}, async ({ page }) => {
  const screen = new ExchangeScreen(page);
  const interview = new Interview(page);
  await interview.start({ label: "Mardi 4", commune: "Bobigny" });
  await page.getByLabel(/Note sur ce thème/).fill("Courrier confidentiel");
  await interview.saved();
  const { data } = await screen.export();
  const file = await screen.sealedExport();
  assert.match(file.name, /^reperes-\d{4}-\d{2}-\d{2}-\d{4}\.reperes$/);
  assert.match(file.words, /^\p{Ll}+(-\p{Ll}+){5}$/u, "six mots");
  assert.match(file.said, /à noter maintenant.*Elle n’est gardée nulle part/);
  await inspect(page, "phrase de passe");
  for (const hidden of ["Mardi 4", "confidentiel", "interview", "records", ...file.words.split("-")]) {
    assert.equal(file.bytes.indexOf(hidden), -1, `« ${hidden} » se lit dans le fichier`);
  }
  await page.getByRole("button", { name: "Oui, et j’ai noté la phrase de passe" }).click();
  await page.getByText("Fichier préparé").waitFor({ state: "detached" });
  assert.ok(!(await page.content()).includes(file.words), "la phrase ne se montre qu’une fois");

  await screen.wipe();
  assert.match(await screen.weighed(file.name, file.bytes), /Ce fichier est fermé par une phrase de passe.*Fermé par une phrase de passe\./);
  assert.equal(await screen.agree.count(), 0);
  const wrong = file.words.split("-").reverse().join(" ");
  assert.match(await screen.unlock(wrong), /reste fermé.*Cette phrase de passe n’ouvre pas le fichier, ou il a été abîmé/);
  assert.equal(await screen.agree.count(), 0);
  await inspect(page, "phrase de passe fausse");
  const typed = ` ${file.words.toUpperCase().replaceAll("-", "  ")} `;
  assert.match(await screen.unlock(typed), /Sauvegarde complète, 1 élément.*Entretien 1 ajouté/);
  await screen.accept();
  assert.equal((await screen.export()).data, data, "les données sont les mêmes, octet pour octet");
});

journey("fermé ou non, abîmé ou non : chaque fichier est dit", {}, async ({ page }) => {
  const screen = new ExchangeScreen(page);
  await screen.import("a.json", ONE);
  const { name, bytes, words } = await screen.sealedExport();
  await screen.wipe();
  const flipped = Buffer.from(bytes);
  flipped[flipped.length - 9] ^= 1;
  await screen.weighedTogether([[name, bytes], ["b.json", TWO], ["abime.reperes", flipped]]);
  const said = await screen.unlock(words);
  assert.match(said, /3 fichiers donnés, 2 lus/);
  assert.match(said, /abime\.reperes Ce fichier reste fermé.*ne compte que les fichiers lus/);
  assert.match(said, /Entretiens 3 ajoutés/);
  await screen.accept();
});

journey("un fichier trop lourd est refusé avant d’être lu", START, async ({ page }) => {
  const screen = new ExchangeScreen(page);
  const folder = folderOf([["lourd.json", sealed(JSON.stringify({ records: {}, bourre: "x".repeat(65 << 20) }))]]);
  await screen.choose(`${folder}/lourd.json`);
  assert.match(await screen.seen(), /Ce fichier est trop lourd lourd\.json .*64 Mo.*Vos données n’ont pas changé/);
});
