// Every screen worth looking at: `cargo xtask pictures` photographs them, and the inspection passes over them.
import { Interview } from "./interview.mjs";

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

export const SCREENS = [
  { name: "accueil", route: "#/" },
  { name: "entretiens-vide", route: "#/diagnostic" },
  { name: "entretiens", route: "#/diagnostic", prepare: started("conversation", toList) },
  { name: "entretien-debut", route: "#/diagnostic/nouveau" },
  { name: "entretien-theme", route: "#/diagnostic", prepare: started("conversation", toTheme) },
  { name: "entretien-verification", route: "#/diagnostic", prepare: started("conversation", toReview) },
  { name: "entretien-question", route: "#/diagnostic", prepare: started("onePerPage") },
  { name: "entretien-etape", route: "#/diagnostic", prepare: started("onePerPage", toCheckpoint) },
  { name: "annuaire-vide", route: "#/annuaire" },
  { name: "donnees", route: "#/donnees" },
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
