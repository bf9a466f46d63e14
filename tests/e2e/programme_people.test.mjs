// People of the programme: their list, their page, the lists brought from a spreadsheet, the structures, the team.
import assert from "node:assert/strict";
import { inspect } from "./harness/inspect.mjs";
import { journey } from "./harness/journey.mjs";
import { downloaded } from "./harness/storage.mjs";
import { cycleRecords, personId, structureId } from "./pages/programme_cycle.mjs";
import { People } from "./pages/programme_people.mjs";
import { record, withRecords } from "./pages/records.mjs";
import { plain, pressTwice } from "./pages/screen.mjs";

const START = { route: "#/" };
const CYCLE = { sessions: 2, people: 3, every: 400 };

/** The small cycle, its second session far away enough to be to come. */
function toCome(records) {
  for (const session of Object.values(records.session)) session.fields.held_on[0].v = "2090-03-01";
  return records;
}

journey("une personne : chercher, ajouter, inscrire, décider, supprimer, effacer", START, async (app) => {
  const { page } = app;
  const people = new People(page);
  await withRecords(page, toCome(cycleRecords(CYCLE)), "#/programme/personnes");
  await people.at("Personnes");
  await people.says(/^3\spersonnes$/);
  await inspect(page, "programme, personnes");
  await people.search("essai0001");
  await people.says(/^1\spersonne sur 3$/);
  await page.getByLabel("Place dans le cycle").selectOption({ label: "Sans place" });
  await people.says(/^Aucune personne ne correspond/);

  await people.go("personne/nouveau");
  await people.at("Ajouter une personne");
  await page.getByLabel("Nom", { exact: true }).fill("Fictif");
  await page.getByLabel("Prénom").fill("Camille");
  await people.button("Ajouter la personne").click();
  await people.at("Camille FICTIF");
  await page.getByText(/^À compléter\s: date de prise de poste et type de structure$/).waitFor();
  await inspect(page, "programme, une personne");

  await people.button("Inscrire").click();
  await page.getByText("Choisissez une session.").first().waitFor();
  const choice = page.getByLabel("Inscrire dans une session");
  await choice.selectOption({ index: 1 });
  await people.button("Inscrire").click();
  await page.getByRole("cell", { name: "Inscription confirmée" }).waitFor();
  await choice.selectOption({ index: 2 });
  await people.button("Inscrire").click();
  await page.getByText(/déjà une place dans une autre session/).first().waitFor();

  await page.getByText("Décider autrement").click();
  await people.button("Enregistrer la décision").click();
  await page.getByText(/Écrivez pourquoi/).first().waitFor();
  await page.getByLabel("Pourquoi").fill("poste refondu");
  await people.button("Enregistrer la décision").click();
  await page.getByText(/^Prioritaire par décision\s: poste refondu$/).waitFor();

  // What was looked for is still there, and in no address.
  await people.button("Supprimer des listes").click();
  await people.at("Personnes");
  await people.says(/^Aucune personne ne correspond/);
  assert.equal(await page.getByLabel("Nom ou structure").inputValue(), "essai0001");
  assert.ok(!page.url().includes("essai0001"));
  await people.button("Afficher tout le monde").click();
  await people.says(/^3\spersonnes$/);
  await page.getByText(/^Personne supprimée \(1\)$/).click();
  await people.button(/^Rétablir/).click();
  await people.says(/^4\spersonnes$/);

  await people.open("FICTIF Camille");
  await people.button("Effacer cette personne…").click();
  await people.button("Effacer pour toujours").click();
  await people.at("Personnes");
  await people.says(/^3\spersonnes$/);
});

journey("une présence à prouver retient l’effacement, qui se propose ensuite", START, async (app) => {
  const { page } = app;
  const people = new People(page);
  const records = cycleRecords({ sessions: 1, people: 2, held: 1 });
  const rule = { settings: { retention: record({ "attendance/months": 600 }) } };
  const kept = { until: "2023-01-01", reason: "preuve" };
  records.professional[personId(1)] = record({ family_name: "Gardée", given_name: "Alix", restricted: kept });
  await withRecords(page, { ...records, ...rule }, `#/programme/personne/${personId(0)}`);
  await people.at(/ESSAI0000/);
  await people.button("Effacer cette personne…").click();
  await people.button("Garder seulement comme preuve").click();
  await people.at("Personnes");
  await page.getByRole("heading", { name: "Gardées seulement comme preuve" }).waitFor();
  await inspect(page, "programme, personnes gardées comme preuve");
  await people.button(/^Lever la limitation\s: ESSAI0000/).click();
  await people.says(/^1\spersonne$/);

  await page.evaluate(() => (location.hash = "#/donnees/a-supprimer"));
  await page.getByRole("heading", { name: /^1\spersonne à effacer$/ }).waitFor();
});

journey("une personne supprimée depuis plus de 30 jours se propose à l’effacement, ou revient", START, async (app) => {
  const { page } = app;
  const people = new People(page);
  const records = cycleRecords({ sessions: 1, people: 1 });
  const longAgo = { at: Date.UTC(2022, 2, 1, 12) };
  records.professional[personId(1)] = record({ family_name: "Partie", given_name: "Alix", deleted: true }, longAgo);
  await withRecords(page, records, "#/donnees/a-supprimer");
  await page.getByRole("heading", { name: /^1\spersonne à effacer$/ }).waitFor();
  await page.getByText(/^Supprimée des listes le 1er\smars\s2022$/).waitFor();
  await inspect(page, "à supprimer, une personne supprimée");
  await people.button(/^Rétablir\s: PARTIE Alix/).click();
  await page.getByRole("heading", { name: /personne à effacer/ }).waitFor({ state: "detached" });
  await people.list();
  await people.says(/^2\spersonnes$/);
});

const LIST = `Nom;Prénom;Structure;Type de structure;Date de prise de poste;Courriel
Fictive;Alix;Relais d’essai;Mission locale;01/09/2021;alix@exemple.test
Sansprenom;;Relais d’essai;;;
Essai0001;Dominique;Structure 2;;01/09/2021;
Autre;Sacha;Relais d’essai;;31/02/2021;
`;

journey("une liste importée : colonnes, lignes, doublon, compte rendu, et retour", START, async (app) => {
  const { page } = app;
  const people = new People(page);
  await withRecords(page, toCome(cycleRecords(CYCLE)), "#/programme/personnes/importer");
  await people.at("Importer une liste");
  await people.give(LIST);
  await page.getByText(/^2\snouvelles fiches, 1\snouvelle structure, 1\sligne laissée de côté et 1\sligne non reprise\.$/).waitFor();
  await inspect(page, "programme, une liste à importer");
  await page.getByText("Il manque le prénom.").waitFor({ state: "detached" });
  await page.getByLabel(/^Non reprises/).check();
  await page.getByText("Il manque le prénom.").waitFor();
  await page.getByLabel(/^Doublons possibles/).check();
  await page.getByLabel(/^Qui est-ce/).selectOption("same");
  await people.button("Importer la liste").click();
  await page.getByRole("heading", { name: "Liste importée" }).waitFor();
  const { name, text } = await downloaded(page, () => people.button("Enregistrer le compte rendu (CSV)").click());
  assert.match(name, /^compte-rendu-import-\d{4}-\d{2}-\d{2}\.csv$/);
  assert.match(plain(text), /"3";"Sansprenom";"Relais d’essai";"Non reprise"/);
  // The message says it too.
  await page.getByRole("region", { name: "Liste importée" }).getByRole("button", { name: "Annuler l’import" }).click();
  await page.getByText("Import annulé").waitFor();
  await people.list();
  await people.says(/^3\spersonnes$/);
  await people.go("personnes/importer");
  await people.at("Importer une liste");
  await people.give(LIST);
  await page.getByLabel(/^Prénom \(par exemple/).selectOption("");
  await people.says("Dites quelles colonnes contiennent le nom et le prénom.");
});

journey("une liste importée d’un double clic l’est une fois", START, async (app) => {
  const { page } = app;
  const people = new People(page);
  await withRecords(page, toCome(cycleRecords(CYCLE)), "#/programme/personnes/importer");
  await people.at("Importer une liste");
  await people.give(LIST);
  await page.getByText(/^2\snouvelles fiches/).waitFor();
  await pressTwice(people.button("Importer la liste"));
  await page.getByRole("heading", { name: "Liste importée" }).waitFor();
  await people.list();
  await people.says(/^5\spersonnes$/);
  await people.go("structures");
  await people.at("Structures");
  await people.says(/^41\sstructures$/);
});

journey("une structure : contacter, relancer, demander, copier l’invitation, supprimer", START, async (app) => {
  const { page } = app;
  const people = new People(page);
  await withRecords(page, toCome(cycleRecords(CYCLE)), "#/programme/structures");
  await people.at("Structures");
  await people.says(/^40\sstructures$/);
  await inspect(page, "programme, structures");
  await page.getByLabel("Nom de la structure").fill("structure 40");
  await people.says(/^1\sstructure sur 40$/);
  await people.button(/^Contactée aujourd’hui/).click();
  await page.getByRole("cell", { name: /Contactée le/ }).waitFor();
  assert.equal(await people.button(/^Contactée aujourd’hui/).getAttribute("aria-disabled"), "true", "l’étape suivante attend un autre jour");
  await people.button("Annuler").click();
  await page.getByRole("cell", { name: /Pas encore contactée/ }).waitFor();
  await people.open("Structure 40");
  await people.at("Structure 40");
  assert.equal(await page.getByText("—", { exact: true }).count(), 0, "ce qui est vide n’est pas montré");
  await people.button(/^Demandé aujourd’hui\s: Appui/).click();
  await people.button(/^Retirer la demande/).waitFor();
  assert.match(plain(await page.getByLabel("Texte de l’invitation").inputValue()), /Les prochaines dates/);
  await inspect(page, "programme, une structure");
  await people.go(`structure/${structureId(1)}`);
  await people.at("Structure 2");
  await page.getByText(/est rattachée à cette structure/).waitFor();
  await people.button("Supprimer la structure").click();
  await people.at("Structures");
  await page.getByText(/^Structure supprimée \(1\)$/).waitFor();
});

journey("l’équipe : ajouter, modifier, supprimer, rétablir", START, async (app) => {
  const { page } = app;
  const people = new People(page);
  await withRecords(page, cycleRecords(CYCLE), "#/programme/equipe");
  await people.at("L’équipe de formation");
  await page.getByText(/^2\ssessions dans ce cycle$/).waitFor();
  await page.getByRole("link", { name: "Ajouter une formatrice ou un formateur" }).click();
  await page.getByLabel("Nom", { exact: true }).fill("Second");
  await page.getByLabel("Prénom").fill("Sacha");
  await people.button("Ajouter").click();
  await people.at("L’équipe de formation");
  await page.getByRole("link", { name: /^Modifier\s: Sacha SECOND/ }).click();
  await people.button("Supprimer cette fiche").click();
  await people.at("L’équipe de formation");
  await page.getByText(/^Fiche supprimée \(1\)$/).click();
  await people.button(/^Rétablir/).click();
  await page.getByRole("heading", { name: "Sacha SECOND" }).waitFor();
  await inspect(page, "programme, l’équipe");
});
