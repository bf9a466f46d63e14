// A part of the data for somebody else: what each file holds, what it must not, and what becomes of it once taken back.
import assert from "node:assert/strict";
import { App } from "./harness/app.mjs";
import { inspect } from "./harness/inspect.mjs";
import { journey, journeyBothWays } from "./harness/journey.mjs";
import { ANSWERS } from "./pages/answers.mjs";
import { DataScreen } from "./pages/data.mjs";
import { Interview } from "./pages/interview.mjs";
import { directory, fileOf, record, withRecords } from "./pages/records.mjs";
import { ShareScreen } from "./pages/share.mjs";

const SHARE = "#/donnees/partager";
const PERSONAL = ["Préparer les entretiens avec les notes", "Préparer les entretiens sans les notes"];
const WITHOUT_NOTES = PERSONAL[1];
const DIRECTORY = "Préparer l’annuaire";
const CASES = "Préparer les cas";
const GROUPED = "Préparer les résultats regroupés";

/** Everything that somebody typed freely about this person. */
const TYPED = ["Courrier à relire", "viendra avec sa fille", "mardi à 10 h", "la dame de l’accueil", "mot libre"];
const FIELDS = {
  label: "Mardi 4",
  commune: { code: "93008" },
  length: "full",
  presentation: "conversation",
  started_on: "2026-11-02",
  "answer/devices": { many: ["smartphone"] },
  "answer/budget": { one: "heavy", later: TYPED[4] },
  "note/demand": `${TYPED[0]} ensemble.`,
  "orientation/mailbox": { state: "accepted" },
  "orientation/safe-use": { state: "set_aside", reason: "other", note: TYPED[1] },
  "referral/mailbox": { place: "p1", source: "Carte", name: "Lieu fictif", when: TYPED[2], ask_for: TYPED[3] },
};
const RESTRICTED = { ...FIELDS, label: "Mercredi 5", restricted: { until: "2099-12-31", reason: "Recours" } };
const CARTE = directory("Carte", [{ id: "p1", name: "Lieu fictif", commune: "Bobigny" }]);

const fieldsOf = (data, id = "i1") => JSON.parse(data).records.interview[id].fields;
const valuesOf = (entries) => entries.map(({ v }) => v);

/** Answers a question of the interview, without anybody else knowing. */
async function answer(app, question, row) {
  const interview = new Interview(app.page);
  await app.go("#/diagnostic/i1/bloc/basics");
  await interview.question(question).getByLabel(row).check();
  await interview.saved();
}

journeyBothWays("sans les notes, rien de ce qui a été tapé ne part, et rien ne s’efface au retour", {}, async (app) => {
  const { page } = app;
  const [here, share] = [new DataScreen(page), new ShareScreen(page)];
  await withRecords(page, { interview: { i1: record(FIELDS) } }, SHARE);
  await share.open();
  const part = await share.prepare(WITHOUT_NOTES);
  assert.equal(JSON.parse(part.text).scope, "interviews_without_notes");
  for (const typed of TYPED) assert.ok(!part.text.includes(typed), `« ${typed} » est dans le fichier`);
  assert.deepEqual(valuesOf(fieldsOf(part.data).label), ["Mardi 4"]);
  assert.deepEqual(valuesOf(fieldsOf(part.data)["answer/devices"]), [{ many: ["smartphone"] }]);
  assert.match(part.said, /1 entretien.*relu et vérifié.*ne remplace pas la sauvegarde/);
  assert.match(await here.weighed(part.name, part.text), /sans les notes.*Rien de nouveau/);
  await here.leave();

  const other = await App.open({ delivery: "file" });
  try {
    const there = new DataScreen(other.page);
    assert.match(await there.import(part.name, part.text), /Les entretiens, sans les notes, 1 élément.*1 ajouté/);
    await answer(other, /envoie-t-elle un courriel/, "Fait avec de l’aide");
    const said = await here.import("retour.json", (await there.export()).text);
    assert.match(said, /1 complété ou modifié/);
    assert.doesNotMatch(said, /deux valeurs|supprimé|effacé/);
    const back = (await here.export()).data;
    for (const name of Object.keys(FIELDS)) assert.deepEqual(valuesOf(fieldsOf(back)[name]), [FIELDS[name]], name);
    assert.equal(valuesOf(fieldsOf(back)["answer/send-mail"])[0].skill.level, "with_help");

    await there.import("complet.json", (await here.export()).text);
    assert.equal((await there.export()).data, back, "avec les notes, les deux gardent la même chose");
    other.watch.assertClean();
  } finally {
    await other.close();
  }
});

journey("une note écrite là-bas sans avoir vu celle d’ici s’ajoute à vérifier", {}, async ({ page }) => {
  const [here, share] = [new DataScreen(page), new ShareScreen(page)];
  await withRecords(page, { interview: { i1: record(FIELDS) } }, SHARE);
  await share.open();
  const part = await share.prepare(WITHOUT_NOTES);
  const other = await App.open({});
  try {
    const there = new DataScreen(other.page);
    await there.import(part.name, part.text);
    await other.go("#/diagnostic/i1/bloc/demand");
    await other.page.getByLabel(/Note sur ce thème/).fill("Écrite ailleurs.");
    await new Interview(other.page).saved();
    assert.match(await here.import("retour.json", (await there.export()).text), /1 avec plusieurs valeurs à vérifier/);
  } finally {
    await other.close();
  }
  const notes = valuesOf(fieldsOf((await here.export()).data)["note/demand"]);
  assert.deepEqual(notes.toSorted(), ["Courrier à relire ensemble.", "Écrite ailleurs."]);
});

journey("chaque fichier ne contient que sa part, et aucun ne vaut une sauvegarde", {}, async ({ page }) => {
  const [data, share] = [new DataScreen(page), new ShareScreen(page)];
  const interview = { i1: record(FIELDS), i2: record(RESTRICTED), i3: { fields: {}, seen: {}, erased: true } };
  const records = { interview, directory: { carte: CARTE.record } };
  await data.import("tout.json", fileOf(records, { snapshots: CARTE.snapshots }));
  await share.open();
  const acts = share.personal.getByRole("button");
  assert.equal(await acts.count(), 2, "le programme, que personne n’a, n’est pas proposé");
  await share.impersonal.getByText("1 annuaire.").waitFor();
  await share.personal.getByText("1 entretien.").first().waitFor();
  await inspect(page, "partager");
  const state = page.locator(".backup-state");
  const before = await state.innerText();
  assert.match(before, /modification/);

  const personal = await share.prepare(PERSONAL[0]);
  assert.deepEqual(Object.keys(JSON.parse(personal.data).records), ["interview"]);
  const kept = Object.keys(JSON.parse(personal.data).records.interview);
  assert.deepEqual(kept, ["i1", "i3"], "ni celui dont l’usage est limité");
  for (const typed of TYPED) assert.ok(personal.text.includes(typed), typed);
  assert.equal(JSON.parse(personal.data).snapshots, undefined);
  await inspect(page, "partie préparée");
  await share.arrived();
  assert.equal(await state.innerText(), before, "une partie n’est pas une sauvegarde");
  assert.match(await page.evaluate(() => document.activeElement.textContent), /Avec des données personnelles/);

  const places = await share.prepare(DIRECTORY);
  assert.deepEqual(Object.keys(JSON.parse(places.data).records), ["directory"]);
  assert.deepEqual(JSON.parse(places.data).snapshots, CARTE.snapshots);
  assert.doesNotMatch(places.text, /Mardi 4|i1|i3/);
  await share.arrived();
  assert.equal(await state.innerText(), before);
  assert.match((await data.export()).text, /Mercredi 5/, "la sauvegarde, elle, garde tout");

  const other = await App.open({ delivery: "file" });
  try {
    const said = await new DataScreen(other.page).import(places.name, places.text);
    assert.match(said, /L’annuaire, 1 élément.*Annuaire 1 ajouté/);
    await other.go("#/annuaire");
    await other.page.getByRole("link", { name: "Lieu fictif" }).waitFor();
    other.watch.assertClean();
  } finally {
    await other.close();
  }
});

journey("la phrase de passe ne ferme que ce qui parle de quelqu’un", {}, async ({ page }) => {
  const share = new ShareScreen(page);
  await withRecords(page, { interview: { i1: record(FIELDS) } }, SHARE);
  await share.open();
  const seal = (part) => part.getByLabel(/^Fermer le fichier par une phrase de passe/);
  assert.equal(await seal(share.impersonal).count(), 0);
  await seal(share.personal).check();
  const { name, text, said } = await share.prepare(PERSONAL[0]);
  assert.match(name, /^reperes-.*\.reperes$/);
  assert.doesNotMatch(text, /Mardi 4|interview|Courrier/);
  const phrase = await page.locator(".passphrase strong").innerText();
  assert.equal(phrase.split(/[\s-]+/).length, 6, phrase);
  assert.match(said, /Sans elle, personne ne pourra ouvrir ce fichier/);
});

journey("ce qui est vide le dit et ne donne aucun fichier", { route: SHARE }, async ({ page }) => {
  const share = new ShareScreen(page);
  await share.open();
  assert.equal(await page.getByText("Rien ici pour l’instant.").count(), 4);
  await page.getByText(/Il faut au moins 5\sentretiens.*aucun entretien n’est enregistré ici/).waitFor();
  for (const act of [...PERSONAL, DIRECTORY, CASES, GROUPED]) {
    assert.equal(await share.button(act).getAttribute("aria-disabled"), "true", act);
    assert.ok(await share.givesNothing(act), act);
  }
});

/** Interviews of a group: each with the same answers, and these fields besides. */
const group = (number, fields = {}, prefix = "g") => {
  const answers = Object.fromEntries(Object.entries(ANSWERS).map(([item, answer]) => [`answer/${item}`, answer]));
  const one = (nth) => record({ ...FIELDS, ...answers, label: `Dossier secret ${prefix}${nth}`, ...fields });
  return Object.fromEntries(Array.from({ length: number }, (_, nth) => [`${prefix}${nth}`, one(nth)]));
};

/** The cells of a table, once its form is checked: what a French spreadsheet opens by a double click. */
function cells(text) {
  assert.ok(text.startsWith("\ufeff"), "la marque d’UTF-8");
  const lines = text.slice(1).split("\r\n");
  assert.equal(lines.pop(), "", "chaque ligne finit");
  for (const line of lines) assert.match(line, /^"(?:[^"]|"")*"(?:;"(?:[^"]|"")*"){2}$/);
  return lines.map((line) => line.slice(1, -1).split('";"'));
}

journeyBothWays("les résultats regroupés refusent les petits groupes", {}, async ({ page }) => {
  const share = new ShareScreen(page);
  const unused = { ...group(1, { restricted: RESTRICTED.restricted }, "r"), ...group(1, { deleted: true }, "d") };
  await withRecords(page, { interview: { ...group(4), ...unused } }, SHARE);
  await share.open();
  await share.grouped.getByText(/au moins 5\sentretiens.*4 entretiens sont enregistrés ici/).waitFor();
  assert.ok(await share.givesNothing(GROUPED));

  await withRecords(page, { interview: group(5) }, SHARE);
  await share.open();
  await share.grouped.getByText(/Il faut au moins/).waitFor({ state: "detached" });
  const [heads, total] = cells((await share.table()).text);
  assert.deepEqual(heads, ["Ensemble", "Réponse", "Nombre d’entretiens"]);
  assert.deepEqual(total, ["Entretiens", "En tout", "5"]);
});

journey("les résultats regroupés ne montrent personne", {}, async ({ page }) => {
  const share = new ShareScreen(page);
  const few = group(3, { "orientation/pix": { state: "added_by_hand" }, "orientation/mailbox": null }, "p");
  const interviews = { ...group(9), ...few };
  await withRecords(page, { interview: interviews }, SHARE);
  await share.open();
  const { name, text } = await share.table();
  assert.match(name, /^resultats-regroupes-\d{4}-\d{2}-\d{2}\.csv$/);
  await page.getByText(`${name}. Vérifiez qu’il est bien dans vos téléchargements.`).waitFor();
  assert.doesNotMatch(text, /Dossier|secret|2026-11|Bobigny/);
  for (const typed of TYPED) assert.ok(!text.includes(typed), typed);
  const [, total, ...rows] = cells(text);
  assert.deepEqual(total, ["Entretiens", "En tout", "12"]);
  const kept = rows.filter(([set]) => set === "Orientations retenues");
  assert.deepEqual(new Map(kept.map(([, title, count]) => [title, count])), new Map([
    ["Avoir une adresse de courriel à soi", "non donné"],
    ["Faire valoir ses compétences avec Pix", "non donné"],
  ]));
  assert.ok(rows.some(([set, , count]) => set === "Gestes de base" && count === "12"));
  for (const row of rows) assert.match(row[2], /^(0|[5-9]|1[0-2]|non donné)$/, row.join(" : "));
});
