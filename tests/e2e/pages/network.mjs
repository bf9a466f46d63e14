// The network of participants: cards, pairs, who oriented to whom, by what they show. Everybody in it is fictional.
import { sessionId } from "./programme_cycle.mjs";
import { programmeRecords } from "./programme_records.mjs";
import { record, withRecords } from "./records.mjs";
import { Screen, plain } from "./screen.mjs";

const cardId = (nth) => `0192f200-0000-7000-8000-${String(nth).padStart(12, "0")}`;
/** A day so far from today. */
export const dayFrom = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

export const CARDS = cardId;
export const SESSION = sessionId(1);

export const card = (fields) =>
  record({
    structure: "Relais fictif",
    reach: { email: "accueil@exemple.fr" },
    until: dayFrom(90),
    consent: { on: dayFrom(-10), wording: "1" },
    ...fields,
  });

const PEOPLE = [
  ["Camille", "Aubert", "Relais fictif", "Ouvrir un compte Ameli", "Un ordinateur à bas prix"],
  ["Sacha", "Benali", "Relais fictif", "", "Des cours de français"],
  ["Dominique", "Cissé", "Mission fictive", "Pix, du début à la fin", ""],
  ["Alix", "Diallo", "Accueil fictif", "Les titres de séjour en ligne", "Qui appeler pour le coffre-fort"],
  ["Charlie", "Evrard", "Maison fictive", "", ""],
];

/** A cycle with five cards in its second session, one that is over, and counts of orientations. */
export function networkRecords() {
  const cards = PEOPLE.map(([given_name, family_name, structure, can_help, looks_for], nth) => [
    cardId(nth + 1),
    card({ given_name, family_name, structure, can_help, looks_for, met_in: SESSION }),
  ]);
  const over = card({ given_name: "Louison", family_name: "Échue", until: dayFrom(-1) });
  const counted = (nth, to, people) => [cardId(100 + nth), record({ from: "pie", to, people })];
  const counts = [2, 3, 4].map((people, nth) => counted(nth, "siae", people));
  const small = [1, 1, 1].map((people, nth) => counted(10 + nth, "mde", people));
  const many = [9, 9, 9].map((people, nth) => counted(20 + nth, "mission_locale", people));
  return {
    ...programmeRecords(),
    card: { ...Object.fromEntries(cards), [cardId(9)]: over },
    co_orientation: Object.fromEntries([...counts, ...small, ...many]),
  };
}

const opened = (route) => async (page) => {
  await withRecords(page, networkRecords(), route);
  await page.getByRole("heading", { level: 1 }).filter({ hasNotText: "Ouverture de la page" }).waitFor();
};
const screen = (name, route, more) => ({ name, route: "#/", prepare: opened(route), ...more });

/** The screens of this part, to look at and to inspect. */
export const NETWORK_SCREENS = [
  { name: "cartes-vide", route: "#/reseau" },
  screen("cartes", "#/reseau"),
  screen("cartes-session", `#/reseau/session/${SESSION}`),
  screen("carte", `#/reseau/carte/${cardId(1)}`),
  screen("carte-echue", `#/reseau/carte/${cardId(9)}`),
  { name: "carte-inconnue", route: "#/reseau/carte/inconnue" },
  screen("carte-nouvelle", `#/reseau/nouvelle/${SESSION}`),
  screen("carte-modifier", `#/reseau/carte/${cardId(1)}/modifier`),
  screen("cartes-papier", "#/reseau/annuaire", { sheet: true }),
  { name: "binomes-vide", route: "#/reseau/binomes" },
  screen("binomes", "#/reseau/binomes", { sheet: true }),
  { name: "qui-oriente-vide", route: "#/reseau/qui-oriente" },
  screen("qui-oriente", "#/reseau/qui-oriente", { sheet: true }),
  screen("qui-oriente-nouveau", "#/reseau/qui-oriente/nouveau"),
  screen("cartes-echues", "#/donnees/a-supprimer"),
];

export class Network extends Screen {
  async fill(typed) {
    for (const [label, text] of Object.entries(typed)) await this.page.getByLabel(new RegExp(`^${label}`)).first().fill(text);
  }

  /** The names on the cards that are shown. */
  async names() {
    return (await this.page.getByRole("main").getByRole("heading", { level: 2 }).getByRole("link").allTextContents()).map(plain);
  }

  /** Each group of the pairs that are shown, as the names in it. */
  async groups() {
    const groups = await this.page.locator(".network-pairs .grid > li").all();
    return Promise.all(groups.map(async (group) => (await group.getByRole("link").allTextContents()).map(plain)));
  }

  /** The rows of the table of orientations. */
  async flows() {
    const table = this.page.getByRole("region", { name: "Orientations entre types de structure" });
    const numbers = await table.locator("tbody td.number").allInnerTexts();
    return numbers.map(plain);
  }
}

