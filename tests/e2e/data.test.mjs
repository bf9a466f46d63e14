// The data of a device: kept in a file and taken back, carried between two devices, refused when damaged, wiped.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { App } from "./harness/app.mjs";
import { inspect } from "./harness/inspect.mjs";
import { journey, journeyBothWays } from "./harness/journey.mjs";
import { DataScreen, sealed, sha256 } from "./pages/data.mjs";
import { Interview } from "./pages/interview.mjs";

const fixture = (name) => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));
const EVERYTHING = readFileSync(fixture("exchange/v1/everything.json"), "utf8");
const START = { route: "#/donnees" };
const OTHER_THAN_ASCII = /[^\x20-\x7e]/;

/** An interview with an answer, a note and a commune. */
async function interviewed(page, label) {
  const interview = new Interview(page);
  await interview.start({ label, commune: "Bobigny" });
  await interview.row("L’envie d’apprendre ou de pratiquer").check();
  await page.getByLabel(/Note sur ce thème/).fill("Courrier à relire « ensemble ».");
  await interview.theme("Équipement");
  await interview.question(/Quels appareils/).getByLabel("Un ordinateur", { exact: true }).check();
  await interview.saved();
  return page.url().match(/#\/diagnostic\/[^/]+/)[0];
}

/** Imports the fictional directory. */
async function importPlaces(app) {
  await app.go("#/annuaire/importer");
  await app.page.getByLabel(/^Déposez ici le fichier/).setInputFiles(fixture("directory/places-93.csv"));
  await app.page.getByRole("button", { name: /^Enregistrer l’annuaire/ }).click();
  await app.page.getByRole("heading", { level: 1, name: "Annuaire", exact: true }).waitFor();
}

const words = (locator) => locator.innerText().then((text) => text.replace(/\s+/g, " "));

/** Goes to a screen without loading anything anew; what it shows once it holds this. */
async function screen(page, route, heading, held) {
  await page.evaluate((hash) => (location.hash = hash), route);
  await page.getByRole("heading", { level: 1, name: heading }).waitFor();
  await held.first().waitFor();
  return words(page.getByRole("main"));
}

/** What the list, the answers of an interview and the directory show. */
async function shown(page, address) {
  const links = page.getByRole("heading", { level: 2 }).getByRole("link");
  const list = await screen(page, "#/diagnostic", "Entretiens", page.getByText("Dossier Mardi 4"));
  const answers = await screen(page, `${address}/verifier`, "Vérifier les réponses", page.getByText("Bobigny"));
  await screen(page, "#/annuaire", "Annuaire", links);
  return { list, answers, places: await links.allTextContents() };
}

/** Neither interview nor directory, whether one stays or comes back. */
async function assertEmpty(app) {
  const { page } = app;
  const home = page.getByRole("heading", { level: 1, name: "Que venez-vous faire ?" });
  for (const arrive of [() => home.waitFor(), () => app.reload()]) {
    await arrive();
    await page.getByText("Rien à sauvegarder pour l’instant.").waitFor();
    await page.getByRole("link", { name: "Importer un annuaire" }).waitFor();
    assert.equal(await page.getByRole("heading", { name: "Reprendre" }).count(), 0, "rien à reprendre");
  }
}

journeyBothWays("tout exporter, vider, importer rend le même état", {}, async (app) => {
  const { page } = app;
  const data = new DataScreen(page);
  await interviewed(page, "Lundi 3");
  const address = await interviewed(page, "Mardi 4");
  await importPlaces(app);
  const before = { file: await data.export(), shown: await shown(page, address) };
  assert.ok(before.shown.places.length > 2, "l’annuaire montre ses lieux");
  assert.match(before.file.said, /2 entretiens et 1 annuaire.*Ce fichier a été relu et vérifié/);
  assert.match(before.file.name, /^reperes-\d{4}-\d{2}-\d{2}-\d{4}\.json$/, "le nom ne porte qu’une date");

  await data.wipe();
  await assertEmpty(app);
  const said = await data.import(before.file.name, before.file.text);
  assert.match(said, /Entretiens 2 ajoutés Annuaire 1 ajouté/);
  await page.waitForFunction(() => document.activeElement.textContent === "Reprendre des fichiers");
  await inspect(page, "fichier importé");
  assert.deepEqual(await shown(page, address), before.shown, "les écrans montrent la même chose");
  assert.equal((await data.export()).data, before.file.data, "les données sont les mêmes, octet pour octet");
  await app.reload();
  assert.deepEqual(await shown(page, address), before.shown, "une recharge n’y change rien");
});

journeyBothWays("le fichier dit ce qu’il est et scelle ses données ; le relire n’apporte rien", {}, async (app) => {
  const { page } = app;
  const data = new DataScreen(page);
  await interviewed(page, "Mardi 4");
  const { name, text, data: raw } = await data.export();
  const { device, created_at, data: held, ...header } = JSON.parse(text);
  assert.deepEqual(header, { format: "reperes", version: 2, min_reader: 1, scope: "everything", sha256: sha256(raw) });
  assert.ok(device && !OTHER_THAN_ASCII.test(device));
  assert.equal(`reperes-${created_at.slice(0, 16).replace("T", "-").replace(":", "")}.json`, name);
  assert.equal(Object.keys(held.records.interview).length, 1);

  for (let time = 0; time < 2; time += 1) {
    const said = await data.weighed(name, text);
    assert.match(said, /Rien de nouveau.*déjà sur cet appareil/);
    assert.equal(await page.getByRole("button", { name: "Importer", exact: true }).count(), 0);
    if (time === 0) await inspect(page, "fichier sans rien de nouveau");
    await data.leave();
  }
  assert.equal((await data.export()).data, raw);
});

journey("importer deux fois le même fichier ne change rien, et le dit", START, async ({ page }) => {
  const data = new DataScreen(page);
  assert.match(await data.import("reperes-v1.json", EVERYTHING), /1 ajouté/);
  const { data: once } = await data.export();
  assert.match(await data.weighed("reperes-v1.json", EVERYTHING), /Rien de nouveau/);
  await data.leave();
  assert.equal((await data.export()).data, once);
});

journey("deux appareils échangent leurs fichiers et finissent avec les deux changements", {}, async (one) => {
  const other = await App.open({ delivery: "file" });
  try {
    const [here, there] = [new DataScreen(one.page), new DataScreen(other.page)];
    const address = await interviewed(one.page, "Mardi 4");
    await there.import("premier.json", (await here.export()).text);

    const led = new Interview(one.page);
    await one.go(`${address}/verifier`);
    await led.button("Modifier le dossier").click();
    await one.page.getByLabel("Repère de dossier").fill("Mardi 4 bis");
    await led.button("Enregistrer le dossier").click();
    await led.button("Modifier le dossier").waitFor();
    const followed = new Interview(other.page);
    await other.go(`${address}/bloc/basics`);
    await followed.question(/envoie-t-elle un courriel/).getByLabel("Fait avec de l’aide").check();
    await followed.saved();

    const files = [await here.export(), await there.export()];
    assert.notEqual(files[0].data, files[1].data);
    for (const [screen, file] of [[here, files[1]], [there, files[0]]]) {
      const said = await screen.import("autre.json", file.text);
      assert.match(said, /1 complété ou modifié/);
      assert.doesNotMatch(said, /deux valeurs/);
    }
    for (const app of [one, other]) {
      await app.go(`${address}/verifier`);
      await app.page.getByText("Mardi 4 bis").waitFor();
      await app.page.getByText("Fait avec de l’aide").waitFor();
    }
    assert.equal((await here.export()).data, (await there.export()).data, "les deux gardent la même chose");
    other.watch.assertClean();
  } finally {
    await other.close();
  }
});

journey("un fichier abîmé ou étranger dit ce qui ne va pas et ne change rien", {}, async ({ page }) => {
  const data = new DataScreen(page);
  await interviewed(page, "Mardi 4");
  const { text, data: raw } = await data.export();
  const bytesBefore = (words) => Buffer.byteLength(text.slice(0, text.indexOf(words)));
  const flipped = Buffer.from(text);
  assert.ok(bytesBefore('"data"') < bytesBefore("Mardi 4"));
  flipped[bytesBefore("Mardi 4")] ^= 1;
  const icon = readFileSync(new URL("../../public/icon-192.png", import.meta.url));
  const twice = '{"records":{"interview":{"x":{"fields":{},"seen":{},"seen":{}}}}}';
  const wrongPlaces = `{"records":{},"snapshots":{"${sha256("a")}":"b"}}`;
  const cases = [
    ["coupe.json", text.slice(0, -200), /Ce fichier est incomplet.*Recopiez-le/],
    ["lettre-coupee.json", Buffer.from(text).subarray(0, bytesBefore("à") + 1), /Ce fichier est incomplet/],
    ["octet.json", flipped, /Ce fichier a été abîmé ou modifié.*Recopiez-le/],
    ["phrase.json", "Bonjour", /n’est pas un export de Repères.*Annuaire/],
    ["retouche.json", text.replace('"data":', '"data":\n;'), /n’est pas un export.*modifié dans un autre logiciel/],
    ["autre.json", '{"format":"tableur","version":1,"min_reader":1}', /vient d’un autre logiciel/],
    ["liste.json", "[1,2,3]", /vient d’un autre logiciel/],
    ["nouveau.json", sealed(raw, { version: 7, min_reader: 7 }), /plus récente .*\(format 7\).*Mettez.* à jour/],
    ["vide.json", "", /Ce fichier est vide/],
    ["image.json", icon, /n’est pas un export de Repères.*pas du texte/],
    ["double.json", sealed(twice), /ne peut pas être lu \(interview\/x\)/],
    ["forme.json", sealed('{"records":{},"autre":1}'), /Le contenu de ce fichier ne peut pas être lu/],
    ["annuaire.json", sealed(wrongPlaces), /L’annuaire contenu dans ce fichier a été abîmé/],
  ];
  for (const [name, contents, expected] of cases) {
    const said = await data.refusal(name, contents);
    assert.match(said, expected, name);
    assert.match(said, /Vos données n’ont pas changé\./, name);
    assert.equal(await page.getByRole("button", { name: "Importer", exact: true }).count(), 0, name);
  }
  await inspect(page, "fichier refusé");
  assert.equal((await data.export()).data, raw);
  assert.match(await data.weighed("sain.json", text), /Rien de nouveau/, "un fichier sain passe ensuite");
});

journey("le fichier d’exemple de la version 1 s’importe", START, async ({ page }) => {
  const data = new DataScreen(page);
  const said = await data.import("everything.json", EVERYTHING);
  assert.match(said, /Préparé le 23 novembre 2026 à 14 h 05, sur « poste-1 »/);
  assert.match(said, /1 ajouté.*d’une version plus récente/);
  assert.deepEqual(JSON.parse((await data.export()).data).records, JSON.parse(EVERYTHING).data.records);
  await screen(page, "#/diagnostic", "Entretiens", page.getByText("Dossier Dossier 1"));
  await page.getByText("Supprimés (1)").waitFor();
});

journeyBothWays("ce qu’une version plus récente a écrit est gardé et ressort", START, async ({ page }) => {
  const data = new DataScreen(page);
  const records = JSON.parse(EVERYTHING).data.records;
  records.interview.i1.fields["later/field"] = [{ v: { a: [1, "é"] }, at: 1_700_000_000_000, by: "r1", seq: 3 }];
  records.interview.i1["later-member"] = { kept: [true] };
  await data.import("futur.json", sealed(JSON.stringify({ records }), { version: 2, "later-header": { ignored: true } }));
  await screen(page, "#/diagnostic/i1/verifier", "Vérifier les réponses", page.getByText("Dossier 1"));
  await new Interview(page).link(/^Modifier : Quels appareils/).click();
  await page.getByLabel("Une tablette", { exact: true }).check();
  await page.getByRole("button", { name: "Continuer" }).click();
  await page.getByRole("heading", { level: 1, name: "Vérifier les réponses" }).waitFor();
  const after = JSON.parse((await data.export()).data).records;
  const { fields, "later-member": member } = after.interview.i1;
  assert.deepEqual(fields["later/field"], records.interview.i1.fields["later/field"]);
  assert.deepEqual(member, { kept: [true] });
  assert.deepEqual(fields["answer/devices"][0].v, { many: ["smartphone", "tablet"] });
  assert.deepEqual(after["from-the-future"], records["from-the-future"]);
});

const HOSTILE = '<img src=x onerror="window.intrusion=1"><script>window.intrusion=2</script>';

journeyBothWays("un texte qui contient des balises reste du texte", START, async (app) => {
  const { page } = app;
  const data = new DataScreen(page);
  const at = 1_700_000_000_000;
  const written = {
    label: HOSTILE.slice(0, 40),
    "note/demand": HOSTILE,
    "answer/devices": { many: [HOSTILE] },
    length: "full",
    presentation: "conversation",
    "referral/mailbox": { place: "x", source: HOSTILE, name: HOSTILE, commune: HOSTILE, phone: "javascript:alert(1)" },
    "orientation/mailbox": { state: "accepted" },
  };
  const entries = Object.entries(written).map(([name, v], index) => [name, [{ v, at, by: "r1", seq: index + 1 }]]);
  const seen = { r1: { seq: entries.length, device: "poste-1" } };
  const interview = { piege: { fields: Object.fromEntries(entries), seen } };
  const name = `${HOSTILE.slice(0, 36)}.json`;
  await data.import(name, sealed(JSON.stringify({ records: { interview } })));
  assert.ok((await data.refusal(name, "[]")).includes(name));
  const screens = ["verifier", "bloc/demand", "resultat", "fiche", "fiche-professionnelle"];
  for (const route of ["", "#/diagnostic", ...screens.map((path) => `#/diagnostic/piege/${path}`)]) {
    await app.go(route);
    await page.getByRole("heading", { level: 1 }).waitFor();
    assert.equal(await page.locator("main img, main script, [onerror], a[href^='javascript']").count(), 0, route);
    assert.equal(await page.evaluate(() => window.intrusion), undefined, route);
  }
  for (const [path, heading] of [["verifier", "Vérifier les réponses"], ["fiche", /./]]) {
    const said = await screen(page, `#/diagnostic/piege/${path}`, heading, page.getByText(HOSTILE));
    assert.ok(said.includes(HOSTILE), `${path} montre le texte tel qu’il est écrit`);
  }
});

journey("vider se demande, se refuse par Annuler, et rend le focus", {}, async ({ page }) => {
  const data = new DataScreen(page);
  await interviewed(page, "Mardi 4");
  const { data: raw } = await data.export();
  const cancel = () => data.question.getByRole("button", { name: "Annuler" }).click();
  for (const refuse of [cancel, () => page.keyboard.press("Escape")]) {
    await data.askToWipe();
    const asked = await words(data.question);
    assert.match(asked, /oubliera 1 entretien, les points de retour et vos préférences\..*fichiers téléchargés.*autre onglet/);
    assert.match(asked, /Des modifications ne sont dans aucun fichier/);
    await inspect(page, "vider");
    await refuse();
    await data.question.waitFor({ state: "hidden" });
    assert.match(await page.evaluate(() => document.activeElement.textContent), /^Vider cet appareil…$/);
  }
  assert.equal((await data.export()).data, raw, "rien n’a changé");
});

/** What this browser holds: entries of the database, and of the other stores. */
const kept = (page) =>
  page.evaluate(async () => {
    const result = (request) => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
    const database = await result(indexedDB.open("reperes"));
    const count = (name) => result(database.transaction(name).objectStore(name).count());
    const counts = [await count("records"), await count("snapshots")];
    database.close();
    const { device, ...preferences } = JSON.parse(localStorage.getItem("reperes.preferences"));
    return { counts, preferences, names: Object.keys(localStorage), session: sessionStorage.length };
  });

journeyBothWays("vider oublie tout, préférences comprises", { route: "#/preferences" }, async (app) => {
  const { page } = app;
  const data = new DataScreen(page);
  await page.getByLabel(/Répondre aux questions avec les chiffres/).check();
  await importPlaces(app);
  await interviewed(page, "Mardi 4");
  await data.export();
  await page.getByRole("button", { name: "Oui, je l’ai vérifié" }).click();
  await page.getByText(/^Tout est dans le fichier du/).waitFor();
  await data.wipe();
  await assertEmpty(app);
  const preferences = {
    asked_to_persist: false,
    cycle: null,
    digit_shortcuts: false,
    has_saved: false,
    inactivity: 0,
    room: null,
    shared_computer: false,
    threshold: 5,
  };
  assert.deepEqual(await kept(page), { counts: [0, 0], preferences, names: ["reperes.preferences"], session: 0 });
});

journey("vidée, l’application du site s’ouvre encore sans réseau", {}, async (app) => {
  const { page, site } = app;
  const data = new DataScreen(page);
  await app.offlineReady();
  await interviewed(page, "Mardi 4");
  await data.wipe();
  await page.getByText(/Les fichiers de l’application restent, pour fonctionner hors connexion/).waitFor();
  await site.cut();
  await assertEmpty(app);
});

const header = (page, words) => page.locator(".backup-state").filter({ hasText: words }).waitFor();

journey("beaucoup de travail dans aucun fichier : quitter se demande, puis ne se demande plus", {}, async (app) => {
  const { page } = app;
  const [interview, data] = [new Interview(page), new DataScreen(page)];
  await interview.start({ label: "Mardi 4" });
  await interview.theme("Équipement");
  const box = interview.question(/Quels appareils/).getByLabel("Un ordinateur", { exact: true });
  for (let nth = 0; nth < 10; nth += 1) await box.click();
  await header(page, /1\d\smodifications/);
  const asked = page.waitForEvent("dialog");
  await page.close({ runBeforeUnload: true });
  const dialog = await asked;
  assert.equal(dialog.type(), "beforeunload");
  await dialog.dismiss();
  assert.equal(page.isClosed(), false);

  await data.export();
  await page.getByRole("button", { name: "Oui, je l’ai vérifié" }).click();
  await page.getByText(/^Tout est dans le fichier du/).waitFor();
  const closed = page.waitForEvent("close");
  await page.close({ runBeforeUnload: true });
  await closed;
});

journey("le navigateur est prié une fois de garder les données, d’un clic, après le premier enregistrement", {
  prepare: ({ context }) =>
    context.addInitScript(() => {
      if (!window.StorageManager) return;
      StorageManager.prototype.persist = async () => {
        sessionStorage.setItem("asked", String(Number(sessionStorage.getItem("asked") ?? 0) + 1));
        return true;
      };
    }),
}, async (app) => {
  const { page } = app;
  const asked = () => page.evaluate(() => sessionStorage.getItem("asked"));
  const title = page.getByRole("heading", { level: 1 });
  await title.click();
  assert.equal(await asked(), null, "rien n’est encore enregistré");
  await interviewed(page, "Mardi 4");
  await title.click();
  await page.waitForFunction(() => sessionStorage.getItem("asked") === "1");
  await title.click();
  await app.reload();
  await title.click();
  assert.equal(await asked(), "1", "une fois suffit");
});
