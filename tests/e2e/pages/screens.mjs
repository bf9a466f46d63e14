// Every screen worth looking at: `cargo xtask pictures` photographs them, and the inspection passes over them.
import { fileURLToPath } from "node:url";
import { EVALUATION_COLLECT_SCREENS } from "./evaluation_collect.mjs";
import { TOLD_SCREENS } from "./evaluation_told.mjs";
import { EXERCISE_SCREENS } from "./exercise_records.mjs";
import { Interview } from "./interview.mjs";
import { PROGRAMME_SCREENS } from "./programme_records.mjs";
import { NETWORK_SCREENS } from "./network.mjs";
import { Result } from "./result.mjs";
import { TEACHING_CURRICULUM_SCREENS } from "./teaching_curriculum.mjs";
import * as states from "./states.mjs";
import { TOOL_SCREENS } from "./teaching_tools.mjs";

/**
 * - `name`: the picture's file name; `route`: its address;
 * - `prepare(page)`: what to do there before looking; `sheet`: true when it is made to be printed.
 */
const started = (presentation, then) => async (page) => {
  const interview = new Interview(page);
  await interview.start({ presentation, commune: "Bobigny" });
  await then?.(interview, page);
};

const toTheme = async (interview) => {
  await interview.theme("Gestes de base");
  await interview.question(/envoie-t-elle un courriel/).getByLabel("Fait avec de l’aide").check();
  await interview.saved();
};

const toCheckpoint = async (interview) => {
  await interview.row("Faire une démarche en ligne").check();
  for (const next of [/date à respecter/, /Que se passe-t-il/]) {
    await interview.button("Continuer").click();
    await interview.at(next);
    await interview.row("Je ne sais pas").check();
  }
  await interview.button("Continuer").click();
  await interview.at("Demande et urgence : vos réponses");
};

const toReview = async (interview) => {
  await toTheme(interview);
  await interview.review();
};

const toList = async (interview, page) => {
  await toTheme(interview);
  await page.evaluate(() => (location.hash = "#/diagnostic"));
  await interview.at("Entretiens");
};

const fixture = (name) => fileURLToPath(new URL(`../../fixtures/directory/${name}`, import.meta.url));

/** From the import's screen: reads a file. */
const read = (name) => async (page) => {
  await page.getByLabel(/^Déposez ici le fichier/).setInputFiles(fixture(name));
  await page.getByRole("heading", { name: "Compte rendu de lecture" }).waitFor();
};

/** From the import's screen: gives a file that is refused. */
const refused = (name) => async (page) => {
  await page.getByLabel(/^Déposez ici le fichier/).setInputFiles(fixture(name));
  await page.getByRole("alert").filter({ hasText: "ne peut pas être importé" }).waitFor();
};

/** From the import's screen: keeps a directory, then goes elsewhere. */
const imported = (then) => async (page) => {
  await read("places-93.csv")(page);
  await page.getByRole("button", { name: /^Enregistrer l’annuaire/ }).click();
  await page.getByRole("searchbox").waitFor();
  await page.getByRole("heading", { level: 2 }).getByRole("link").first().waitFor();
  await then?.(page);
};

const toPlace = async (page) => {
  await page.getByRole("searchbox").fill("jules fictif");
  await page.getByRole("link", { name: "Médiathèque imaginaire Jules-Fictif", exact: true }).click();
  await page.getByRole("heading", { name: "Horaires" }).waitFor();
};

const toMap = async (page) => {
  await page.getByLabel("Carte", { exact: true }).check();
  await page.getByRole("region", { name: "Carte des lieux trouvés" }).getByRole("link").first().waitFor();
};

/** A list of two places, made from their sheets. */
const toPlaceList = async (page) => {
  await page.evaluate(() => (location.hash = "#/annuaire/listes"));
  await page.getByLabel("Nom de la liste").fill("Autour de la gare");
  await page.getByRole("button", { name: "Créer la liste", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "Autour de la gare" }).waitFor();
  await page.getByText("Ajouter un lieu", { exact: true }).click();
  for (const name of ["Boutique solidaire fictive", "Atelier du Clavier fictif"]) {
    await page.getByLabel("Nom, adresse ou commune du lieu à ajouter").fill(name);
    await page.getByRole("button", { name: `Ajouter à la liste : ${name}` }).click();
    await page.getByRole("row").filter({ hasText: name }).waitFor();
  }
};

/** The same file under the same name, with places that changed, and fewer of them. */
const toComparison = async (page) => {
  await page.evaluate(() => (location.hash = "#/annuaire/importer"));
  await read("places-93-faulty.csv")(page);
  await page.getByLabel("Nom de cet annuaire").fill("Places 93");
  await page.getByRole("button", { name: /^Remplacer l’annuaire/ }).waitFor();
};

const toPreparedFile = async (page) => {
  await page.evaluate(() => (location.hash = "#/donnees"));
  await page.getByRole("button", { name: "Préparer un fichier de sauvegarde" }).click();
  await page.getByText("Fichier préparé").waitFor();
};

const toWipe = async (page) => {
  await page.getByRole("button", { name: "Vider cet appareil…" }).click();
  await page.getByRole("dialog").waitFor();
};

const DECIDED = {
  "orientation/procedure-help": { state: "accepted" },
  "orientation/mailbox": { state: "accepted" },
  "orientation/safe-use": { state: "set_aside", reason: "not_now" },
  "referral/procedure-help": {
    place: "fictif-01",
    source: "Annuaire d’essai",
    name: "Maison fictive des Démarches",
    commune: "Bobigny",
    address: "1 place des Essais",
    phone: "01 99 00 01 07",
    when: "mardi 1er décembre à 10 h",
  },
  person_informed: { agreed: true, on: "2026-11-23" },
};

const decided = (shown) => async (page) => {
  const result = new Result(page);
  await result.open({ fields: DECIDED });
  await result.show(shown);
};

export const SCREENS = [
  { name: "accueil", route: "#/" },
  { name: "accueil-en-cours", route: "#/", prepare: states.toHomeAtWork },
  { name: "entretiens-vide", route: "#/diagnostic" },
  { name: "entretiens", route: "#/diagnostic", prepare: started("conversation", toList) },
  { name: "entretien-debut", route: "#/diagnostic/nouveau" },
  { name: "entretien-theme", route: "#/diagnostic", prepare: started("conversation", toTheme) },
  { name: "entretien-verification", route: "#/diagnostic", prepare: started("conversation", toReview) },
  { name: "entretien-question", route: "#/diagnostic", prepare: started("onePerPage") },
  { name: "entretien-etape", route: "#/diagnostic", prepare: started("onePerPage", toCheckpoint) },
  { name: "resultat", route: "#/", prepare: (page) => new Result(page).open() },
  { name: "resultat-decide", route: "#/", prepare: decided("resultat") },
  { name: "fiche-personne", route: "#/", prepare: decided("fiche"), sheet: true },
  { name: "fiche-professionnelle", route: "#/", prepare: decided("fiche-professionnelle"), sheet: true },
  { name: "regles", route: "#/diagnostic/regles" },
  { name: "annuaire-vide", route: "#/annuaire" },
  { name: "annuaire-importer", route: "#/annuaire/importer" },
  { name: "annuaire-refus", route: "#/annuaire/importer", prepare: refused("missing-columns.csv") },
  { name: "annuaire-compte-rendu", route: "#/annuaire/importer", prepare: read("places-93-faulty.csv") },
  { name: "annuaire", route: "#/annuaire/importer", prepare: imported() },
  { name: "annuaire-carte", route: "#/annuaire/importer", prepare: imported(toMap) },
  { name: "annuaire-fond-de-carte", route: "#/annuaire/fond-de-carte" },
  { name: "annuaire-lieu", route: "#/annuaire/importer", prepare: imported(toPlace), sheet: true },
  { name: "annuaire-comparaison", route: "#/annuaire/importer", prepare: imported(toComparison) },
  { name: "annuaire-listes-vide", route: "#/annuaire/listes" },
  { name: "annuaire-liste", route: "#/annuaire/importer", prepare: imported(toPlaceList), sheet: true },
  { name: "annuaire-a-rattacher-vide", route: "#/annuaire/a-rattacher" },
  { name: "ecosysteme", route: "#/ecosysteme" },
  { name: "ecosysteme-mission", route: "#/ecosysteme?mission=equip" },
  { name: "acteur", route: "#/ecosysteme/acteur/departement-93" },
  { name: "acteur-ancien", route: "#/ecosysteme/acteur/pole-emploi" },
  { name: "acteur-nouveau", route: "#/ecosysteme/nouveau" },
  { name: "missions", route: "#/ecosysteme/missions", sheet: true },
  { name: "reseau", route: "#/ecosysteme/reseau" },
  { name: "interlocuteurs", route: "#/ecosysteme/a-completer", sheet: true },
  ...EXERCISE_SCREENS,
  ...PROGRAMME_SCREENS,
  ...TEACHING_CURRICULUM_SCREENS,
  ...TOOL_SCREENS,
  ...NETWORK_SCREENS,
  ...EVALUATION_COLLECT_SCREENS,
  ...TOLD_SCREENS,
  { name: "donnees", route: "#/donnees" },
  { name: "donnees-fichier-prepare", route: "#/annuaire/importer", prepare: imported(toPreparedFile) },
  { name: "donnees-plusieurs-fichiers", route: "#/donnees", prepare: states.toSeveralFiles },
  { name: "donnees-alarmes", route: "#/donnees", prepare: states.toAlarms },
  { name: "donnees-refus", route: "#/donnees", prepare: states.toRefused },
  { name: "donnees-phrase-fausse", route: "#/donnees", prepare: states.toWrongPassphrase },
  { name: "donnees-importe", route: "#/donnees", prepare: states.toImported },
  { name: "donnees-illisible", route: "#/donnees", prepare: states.toUnreadable },
  { name: "donnees-vider", route: "#/donnees", prepare: toWipe },
  { name: "partager-vide", route: "#/donnees/partager" },
  { name: "partager", route: "#/donnees", prepare: states.toShare },
  { name: "partager-phrase", route: "#/donnees", prepare: states.toPassphrase },
  { name: "points-vide", route: "#/donnees/points" },
  { name: "points", route: "#/donnees", prepare: states.toPoints },
  { name: "points-revenir", route: "#/donnees", prepare: states.toReturn },
  { name: "verifier-vide", route: "#/donnees/a-verifier" },
  { name: "verifier", route: "#/", prepare: states.toCheck },
  { name: "verifier-choisi", route: "#/", prepare: states.toChecked },
  { name: "supprimer-vide", route: "#/donnees/a-supprimer" },
  { name: "supprimer", route: "#/", prepare: states.toDelete },
  { name: "supprimer-effacer", route: "#/", prepare: states.toErase },
  { name: "supprimer-limiter", route: "#/", prepare: states.toLimit },
  { name: "fin-de-seance", route: "#/", prepare: states.toEndOfSession },
  { name: "fin-de-seance-question", route: "#/", prepare: states.toEndQuestion },
  { name: "fin-de-seance-apres", route: "#/", prepare: states.toEnded },
  { name: "rideau", route: "#/donnees", prepare: states.toCurtain },
  { name: "arret", route: "#/", prepare: states.toHalted },
  { name: "aide", route: "#/aide" },
  { name: "preferences", route: "#/preferences" },
  { name: "confidentialite", route: "#/confidentialite" },
  { name: "accessibilite", route: "#/accessibilite" },
  {
    name: "secours",
    route: "#/",
    prepare: (page) => page.evaluate(() => dispatchEvent(new CustomEvent("reperes:stopped", { detail: "essai" }))),
  },
];
