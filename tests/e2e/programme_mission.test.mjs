// The gauge on the day one chooses, the mission log, and the tables that go out.
import assert from "node:assert/strict";
import { journey } from "./harness/journey.mjs";
import { pdfText, printed } from "./harness/paper.mjs";
import { dayOf } from "./pages/programme_cycle.mjs";
import { GaugeScreen, LogScreen } from "./pages/programme_mission.mjs";
import { HELD, PEOPLE, SESSIONS, withProgramme } from "./pages/programme_records.mjs";
import { pressTwice } from "./pages/screen.mjs";

/** Computed from the rule that made the records: whoever leaves at noon, one in thirteen, was not trained. */
const everybody = Array.from({ length: PEOPLE }, (_, nth) => nth).filter((nth) => nth % SESSIONS !== SESSIONS - 1);
const trained = (held) => everybody.filter((nth) => nth % SESSIONS < held && nth % 13 !== 0).length;
const expected = (held) => trained(held) + everybody.filter((nth) => nth % SESSIONS >= held).length;

const ORDERED = "Ce qui est commandé, ce qui est fait";

journey("la jauge se lit à la date choisie, s’imprime et s’exporte", {}, async ({ page }) => {
  await withProgramme(page, "#/programme/jauge");
  const gauge = new GaugeScreen(page);
  const figures = async () => [await gauge.line(ORDERED, "Personnes formées"), await gauge.line(ORDERED, "Sessions tenues")];
  const [people, sessions] = await figures();
  assert.deepEqual(people.slice(0, 3), ["100 à 150", String(trained(HELD)), String(expected(HELD))]);
  assert.deepEqual(sessions.slice(0, 3), ["10 à 15", String(HELD), String(SESSIONS - 1)]);
  await gauge.on(dayOf(2));
  await page.getByText(/Au 1er\sfévrier\s2022/).first().waitFor();
  const [before] = await figures();
  assert.deepEqual(before.slice(1, 3), [String(trained(3)), String(expected(3))]);
  assert.equal((await gauge.line("Chaque session", "4"))[2], "À venir");

  const paper = await pdfText(page);
  for (const said of [/Jauge : Cycle d’essai/, /Au 1er février 2022/, /Établi le .* par Sacha Fictif, direction/, /Mission locale/, /Plaine Commune/]) {
    assert.match(paper, said);
  }
  const { sheets } = await printed(page);
  assert.ok(sheets <= 2, `${sheets} pages`);

  const rows = await gauge.exported("Personnes par type de structure");
  assert.equal(rows.length, 11, "a head, and each of the ten kinds");
  assert.equal(rows.slice(1).reduce((sum, row) => sum + Number(row[1]), 0), trained(3));
  const contacts = await gauge.exported("Personnes, sans leurs coordonnées");
  assert.ok(contacts.length > PEOPLE && !contacts.flat().includes("attente@exemple.fr"));
  assert.ok((await gauge.exported("Personnes, avec leurs coordonnées")).flat().includes("attente@exemple.fr"));
});

journey("une action se fait, se défait, vient d’une réclamation et se rétablit", {}, async ({ page }) => {
  await withProgramme(page, "#/programme/suivi");
  const log = new LogScreen(page);
  const [late, improving] = ["Relancer les structures sans inscription", "Rallonger la pause du matin"];
  assert.deepEqual(await log.actions(), [late, improving]);
  await log.act(new RegExp(`^C’est fait\\s*:\\s*${late}$`));
  await log.said("Action faite");
  assert.deepEqual(await log.actions(), [improving]);
  await page.getByRole("button", { name: "Annuler", exact: true }).click();
  await log.said("Action à faire");
  assert.deepEqual(await log.actions(), [late, improving]);

  await page.getByRole("link", { name: /^Réclamation du/ }).click();
  await page.getByRole("heading", { level: 2, name: "Actions d’amélioration" }).waitFor();
  const form = page.getByRole("form", { name: "Ajouter une action" });
  await log.act("Ajouter l’action");
  await form.getByText(/À faire\s:\sce champ est à remplir/).waitFor();
  await form.getByLabel("À faire").fill("Envoyer le support la veille");
  // Pressed twice, it is added once.
  await pressTwice(page.getByRole("button", { name: "Ajouter l’action" }));
  await log.said("Action ajoutée");
  await page.getByRole("link", { name: "Envoyer le support la veille" }).click();
  await page.getByRole("heading", { level: 1, name: "Action" }).waitFor();
  assert.ok(await page.getByLabel("Action d’amélioration de la formation").isChecked());
  await log.act("Supprimer cette action");
  await page.getByRole("heading", { level: 1, name: "Suivi de mission" }).waitFor();
  await page.getByText(/^1\sélément supprimé$/).click();
  await log.act(/^Rétablir/);
  await log.said("Action rétablie");
  assert.ok((await log.actions()).includes("Envoyer le support la veille"));
});

journey("un échange noté propose ses actions, et le dossier de suivi dit tout", {}, async ({ page }) => {
  await withProgramme(page, "#/programme/suivi");
  await page.getByRole("link", { name: "Noter un échange" }).click();
  await page.getByLabel(/^Nature/).selectOption({ label: "Réunion de bilan" });
  await page.getByLabel(/^Date/).fill("2022-06-28");
  await page.getByLabel(/^Décisions/).fill("Reconduire le cycle.");
  await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await page.getByRole("heading", { level: 2, name: "Actions qui en viennent" }).waitFor();
  await page.getByRole("form", { name: "Ajouter une action" }).getByLabel("À faire").fill("Écrire le bilan");
  await page.getByRole("button", { name: "Ajouter l’action" }).click();
  await page.getByRole("link", { name: "Écrire le bilan" }).waitFor();
  await page.evaluate(() => (location.hash = "#/programme/suivi/dossier"));
  await page.getByRole("heading", { level: 1, name: "Dossier de suivi" }).waitFor();
  const paper = await pdfText(page);
  for (const said of ["Réunion de bilan du 28 juin 2022", "Reconduire le cycle.", "Écrire le bilan", "Groupes trop", "La journée est trop dense."]) {
    assert.ok(paper.includes(said), said);
  }
});

journey("l’accueil mène à la journée et au compte rendu", {}, async ({ page }) => {
  await withProgramme(page, "#/");
  await page.getByText(new RegExp(`${SESSIONS}\\ssessions, ${PEOPLE + 2}\\spersonnes connues`)).waitFor();
  await page.getByRole("link", { name: /^Rendre compte/ }).click();
  await page.getByRole("heading", { level: 1, name: "Cycle d’essai" }).waitFor();
  await page.goBack();
  await page.getByRole("link", { name: /^Animer une journée/ }).click();
  await page.getByRole("heading", { level: 1, name: "Animer" }).waitFor();
});
