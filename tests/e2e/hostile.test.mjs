// What others wrote, or what one types, is a text and nothing else: on every screen, in every field, however long.
import assert from "node:assert/strict";
import { wholeProgram } from "./harness/app.mjs";
import { inspect } from "./harness/inspect.mjs";
import { journey, journeyBothWays } from "./harness/journey.mjs";
import { DataScreen } from "./pages/data.mjs";
import { HIDES, INTERVIEW_SCREENS, LONGEST, TEXTS, assertInert, hostileRecords } from "./pages/hostile.mjs";
import { Interview } from "./pages/interview.mjs";
import { fileOf, record, withRecords } from "./pages/records.mjs";

const START = { route: "#/donnees", limitMs: 240_000 };

/** As a browser gives them: no slash, and no longer than a disk allows. */
const NAMES = [
  `<img src=x onerror=intrusion()>${"fichier".repeat(20)}.json`,
  "=cmd|' C calc'!A0\u202enosj.json",
  "javascript:window.intrusion=3\u200b.json",
];

/** Goes to a screen without loading anything anew, and waits until it holds its content. */
async function go(page, route) {
  await page.evaluate((hash) => (location.hash = hash), route);
  await page.waitForFunction((hash) => location.hash === hash, route);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await wholeProgram(page);
  await page.getByText("Lecture de l’annuaire…").first().waitFor({ state: "detached" });
}

/** Gives a file whose name the screen may show otherwise. */
async function give(page, name, contents) {
  const data = new DataScreen(page);
  await data.open();
  const file = { name, mimeType: "application/json", buffer: Buffer.from(contents) };
  await data.restore.getByLabel(/^Déposez ici un ou plusieurs fichiers/).setInputFiles(file);
  await page.waitForFunction(() => document.activeElement.id === "contenu-fichiers");
  return data;
}

/** Imports these records; the screens of the import are looked at on the way. */
async function bring(page, { records, snapshots }, name = "piege.json") {
  const data = await give(page, name, fileOf(records, { snapshots }));
  await page.getByText("Voir ce qui change, élément par élément").click();
  await assertInert(page, `import de ${name}`);
  await data.accept();
  await assertInert(page, `import fait de ${name}`);
}

for (const [id, text] of Object.entries(TEXTS)) {
  journey(`un texte piégé (${id}) reste un texte sur tous les écrans`, START, async ({ page }) => {
    await bring(page, hostileRecords(text, id));
    const routes = ["#/", "#/diagnostic", "#/annuaire", "#/donnees", "#/donnees/partager", "#/donnees/points"];
    const screens = INTERVIEW_SCREENS.map((screen) => `#/diagnostic/${id}/${screen}`);
    const place = `#/annuaire/lieu/lieu-${id}`;
    const faults = [];
    for (const route of [...routes, "#/donnees/a-verifier", "#/donnees/a-supprimer", ...screens, place]) {
      await go(page, route);
      // Folded parts hold texts too.
      await page.evaluate(() => document.querySelectorAll("main details").forEach((part) => (part.open = true)));
      await assertInert(page, route).catch(({ message }) => faults.push(message));
    }
    assert.deepEqual(faults, []);
  });
}

journey("les écrans qui montrent des textes piégés restent accessibles", START, async ({ page }) => {
  await bring(page, hostileRecords(TEXTS.balise, "a"));
  for (const route of ["#/donnees/a-verifier", "#/donnees/a-supprimer", "#/diagnostic/a/fiche-professionnelle"]) {
    await go(page, route);
    await inspect(page, route);
  }
});

journeyBothWays("le texte piégé se lit tel qu’il est, du début à la fin", START, async ({ page }) => {
  await bring(page, hostileRecords(TEXTS.balise, "a"));
  await go(page, "#/diagnostic/a-partage/bloc/demand");
  const note = await page.getByLabel(/^Note sur ce thème/).inputValue();
  const visible = TEXTS.balise.replaceAll(new RegExp(HIDES, "gu"), "");
  assert.equal(note, visible, "seuls les caractères invisibles manquent");
  await go(page, "#/diagnostic/a-partage/verifier");
  await page.getByText("<script>window.intrusion=2</script>").first().waitFor();
  await assertInert(page, "vérifier");
});

journey("un nom de fichier piégé se lit tel qu’il est, refusé, lu ou gardé", START, async ({ page }) => {
  for (const [nth, name] of NAMES.entries()) {
    const records = { interview: { [`i${nth}`]: record({ label: `Dossier ${nth}` }) } };
    const data = await give(page, name, "[1,2,3]");
    await assertInert(page, `refus de ${name}`);
    await data.leave();
    await bring(page, { records }, name);
  }
  await go(page, "#/donnees/points");
  assert.equal(await page.getByRole("article").count(), NAMES.length);
  await page.getByText("<img src=x onerror=intrusion()>").waitFor();
  await assertInert(page, "points de retour");
  await page.getByRole("button", { name: /^Annuler seulement cet import/ }).first().click();
  await page.getByRole("dialog", { name: /^Revenir en arrière/ }).waitFor();
  await assertInert(page, "question du retour");
});

journey("ce qu’un fichier dit de lui-même ne peut pas tromper", START, async ({ page }) => {
  const data = new DataScreen(page);
  const records = { interview: { i1: record({ label: "Dossier 1" }) } };
  for (const header of [
    { device: TEXTS.balise },
    { device: "poste\u202e1" },
    { created_at: TEXTS.balise },
    { scope: TEXTS.balise },
    { format: TEXTS.balise },
    { later: TEXTS.lien, __proto__x: TEXTS.balise },
  ]) {
    await data.weighed("entete.json", fileOf(records, header));
    await assertInert(page, JSON.stringify(Object.keys(header)));
    await data.leave();
  }
  const named = (id) => fileOf({ interview: { [id]: record({ label: "Dossier 1" }) } });
  for (const id of ["<img src=x onerror=intrusion()>", "a\u202eb", "__proto__", "x".repeat(300)]) {
    await data.weighed("identifiant.json", named(id));
    await assertInert(page, id);
    await data.leave();
  }
});

/** What is typed cannot be seen: it is stored without. */
const TYPED = "=1+1 <b>gras</b> javascript:alert(1) a\u202eb\u200bc";
const STORED = "=1+1 <b>gras</b> javascript:alert(1) abc";

journey("ce que l’on tape est gardé tel quel, moins ce qui ne se voit pas", {}, async (app) => {
  const { page } = app;
  const interview = new Interview(page);
  await interview.start({ label: `${TYPED.slice(0, 12)}\u202eX` });
  const address = page.url().match(/#\/diagnostic\/[^/]+/)[0];
  const note = page.getByLabel(/^Note sur ce thème/);
  await note.fill(TYPED);
  await interview.saved();
  await app.reload();
  await go(page, `${address}/bloc/demand`);
  assert.equal(await note.inputValue(), STORED);
  await go(page, `${address}/verifier`);
  await page.getByText(STORED).first().waitFor();
  await assertInert(page, "note tapée");

  await go(page, "#/donnees/a-supprimer");
  const rule = page.getByRole("region", { name: "La règle de votre organisation" });
  await rule.getByLabel("Motif").fill(TYPED);
  await rule.getByLabel("Jusqu’au").fill("2099-12-31");
  await page.getByRole("button", { name: "Enregistrer la règle" }).click();
  await page.getByText("Règle enregistrée").waitFor();
  await app.reload();
  assert.equal(await rule.getByLabel("Motif").inputValue(), STORED);
  await assertInert(page, "règle tapée");
});

journey("la plus longue note se garde ; ce qui n’en serait pas gardé ne s’affiche pas", START, async (app) => {
  const { page } = app;
  const data = new DataScreen(page);
  await withRecords(page, { interview: { i1: record({ label: "Dossier 1" }) } }, "#/diagnostic/i1/bloc/demand");
  const note = page.getByLabel(/^Note sur ce thème/);
  await note.fill("é".repeat(LONGEST));
  await new Interview(page).saved();
  const { name, text } = await data.export();
  assert.match(await data.weighed(name, text), /Rien de nouveau/);
  await data.leave();
  await go(page, "#/diagnostic/i1/bloc/demand");
  await note.focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.insertText("fin");
  await page.getByText("Cette note est pleine : 20 000 caractères au plus. La suite n’est pas prise.").waitFor();
  await note.blur();
  const shown = await note.inputValue();
  await app.reload();
  const kept = await note.inputValue();
  assert.equal(kept.length, shown.length, "l’écran montrait un texte qui n’était pas gardé");
});
