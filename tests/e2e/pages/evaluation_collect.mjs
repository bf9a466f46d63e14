// Answers to the questionnaires, by what those who answer and whoever collects see and do. Everybody in it is fictional.
import { downloaded } from "../harness/storage.mjs";
import { numberOf, recordOf } from "./evaluation_questions.mjs";
import { sessionId } from "./programme_cycle.mjs";
import { PAST, programmeRecords } from "./programme_records.mjs";
import { merged, record, withRecords } from "./records.mjs";
import { Screen } from "./screen.mjs";

export const SESSION = PAST;
/** The questionnaire on somebody's own device, on one that goes from hand to hand, and the page of whoever leads there. */
export const END_OF_DAY = `#/evaluation/repondre/${SESSION}/fin-de-journee`;
export const IN_THE_ROOM = `${END_OF_DAY}/tablette`;
export const TABLET = `#/evaluation/tablette/${SESSION}/fin-de-journee`;
export const DESK = `#/evaluation/session/${SESSION}`;

/** The record of an answer, with its place. */
export function response(drawn, answers, { session = SESSION, survey = "end_of_day", on = "2022-01-18", edition = 1, version = "2022-1" } = {}) {
  const number = numberOf(drawn);
  const value = { number, survey, version, session, on, edition, answers };
  return [recordOf(number), record({ response: value }, { on: "sans-nom", by: `d${drawn}` })];
}

/** A cycle whose second session was answered: seven at the end of the day, one of which was set aside, two at three months. */
export function answeredRecords() {
  const said = (nth) => ({ content: { one: nth % 3 ? "rather" : "fully" }, pace: { one: "right" }, free: { text: `Texte ${nth}` } });
  const day = Array.from({ length: 7 }, (_, nth) => response(1_000 + nth * 7_919, said(nth)));
  const later = Array.from({ length: 2 }, (_, nth) => response(90_000 + nth, { orientations: { one: "few" } }, { survey: "three_months", on: "2022-04-20" }));
  return {
    ...programmeRecords(),
    survey_response: Object.fromEntries([...day, ...later]),
    survey_reading: { [day[0][0]]: record({ set_aside: true }) },
  };
}

/** A cycle whose second session has one answer, in two versions that two devices took in under its number. */
export function twiceAnswered() {
  const [id, one] = response(1_000, { content: { one: "fully" } });
  const [, other] = response(1_000, { content: { one: "little" }, missing: { text: "Du temps" } });
  const renamed = JSON.parse(JSON.stringify(other).replaceAll("d1000", "e1000"));
  return { ...programmeRecords(), survey_response: { [id]: merged(one, renamed) } };
}

const opened = (route, then) => async (page) => {
  await withRecords(page, answeredRecords(), route);
  await page.getByRole("heading", { level: 1 }).filter({ hasNotText: "Ouverture de la page" }).waitFor();
  await then?.(page);
};
const screen = (name, route, more = {}) => ({ name, route: "#/", ...more, prepare: opened(route, more.then) });

const press = (name) => async (page) => {
  await page.getByRole("button", { name, exact: typeof name === "string" }).first().click();
};

/** The screens of this part, to look at and to inspect. */
export const EVALUATION_COLLECT_SCREENS = [
  { name: "evaluation-vide", route: "#/evaluation" },
  screen("evaluation", "#/evaluation"),
  screen("reponses-session", DESK),
  screen("reponses-session-vide", `#/evaluation/session/${sessionId(6)}`),
  screen("reponses-session-inconnue", "#/evaluation/session/inconnue"),
  screen("reponses-texte-lu", DESK, {
    then: async (page) => {
      await page.getByLabel("Texte d’un message").fill("Bonjour,\n1) 2\n2) 9\n99) 1\n22) La salle était froide");
      await press("Lire ce texte")(page);
      await page.getByRole("heading", { name: "Ce qui a été lu" }).waitFor();
    },
  }),
  screen("repondre", IN_THE_ROOM),
  screen("repondre-vide", IN_THE_ROOM, { then: press("Remettre mes réponses") }),
  screen("repondre-engagements", IN_THE_ROOM, {
    then: async (page) => {
      await page.getByLabel("Engagement 1").fill("Demander à chaque personne si elle a un téléphone");
      await press("Afficher un code à photographier")(page);
      await page.getByRole("img", { name: "Code de mes engagements" }).waitFor();
    },
  }),
  screen("tablette-de-la-salle", TABLET),
  { name: "tablette-sans-programme", route: TABLET },
  {
    name: "reponses-deux-versions",
    route: "#/",
    prepare: async (page) => {
      await withRecords(page, twiceAnswered(), DESK);
      await page.getByText("Voir ce qu’elle dit").first().click();
    },
  },
  screen("reponses-appareils", DESK, {
    then: async (page) => {
      await page.getByText(/^Sur une tablette de la salle\s: Fin de journée/).click();
      await page.getByText(/^Sur l’appareil de la personne\s: Fin de journée/).click();
    },
  }),
  {
    name: "repondre-chez-soi",
    route: END_OF_DAY,
    prepare: async (page) => {
      await page.getByRole("group", { name: /^Le contenu répond/ }).getByLabel("Plutôt oui").check();
      await press("Préparer mes réponses")(page);
      await page.getByText("Montrer le code de mes réponses").click();
      await page.getByText("Envoyer mes réponses par message").click();
    },
  },
  screen("repondre-trois-mois", `#/evaluation/repondre/${SESSION}/trois-mois`),
  screen("reponses-saisir", `#/evaluation/saisir/${SESSION}/fin-de-journee`),
  screen("reponses-saisir-faute", `#/evaluation/saisir/${SESSION}/trois-mois`, { then: press("Enregistrer cette feuille") }),
  { name: "questionnaire-papier", route: "#/evaluation/papier/fin-de-journee", sheet: true },
  screen("questionnaire-papier-trois-mois", `#/evaluation/papier/trois-mois/${SESSION}`, { sheet: true }),
  screen("feuille-engagements", `#/evaluation/engagements/${SESSION}`, { sheet: true }),
  screen("trois-mois-suivi", "#/evaluation/suivi"),
  screen("trois-mois-message", "#/evaluation/suivi", { then: press(/^Premier message/) }),
];

/** Somebody who answers. */
export class Answering extends Screen {
  question(name) {
    return this.page.getByRole("group", { name });
  }

  /** Chooses, question by question. */
  async choose(chosen) {
    for (const [question, choices] of Object.entries(chosen)) {
      for (const choice of [choices].flat()) await this.question(new RegExp(`^${question}`)).getByLabel(choice, { exact: true }).check();
    }
  }

  async write(label, text) {
    await this.page.getByLabel(new RegExp(`^${label}`)).fill(text);
  }

  /** Opens a device of the room: what whoever leads does once. */
  async begin() {
    await this.press("Commencer le questionnaire");
    await this.at("Votre avis sur la journée");
  }

  /** Makes the answers ready to leave this device. */
  async ready() {
    await this.press("Préparer mes réponses");
    await this.page.getByText(/Vos réponses sont prêtes, mais pas encore remises/).waitFor();
  }

  /** The file to hand over: its name and its text. */
  async file() {
    const { name, text } = await downloaded(this.page, () => this.press("Préparer le fichier de mes réponses"));
    return { name, mimeType: "text/plain", buffer: Buffer.from(text), text };
  }

  /** A picture of the code. */
  async code() {
    const drawing = this.page.getByRole("img", { name: "Code de mes réponses" });
    if (!(await drawing.isVisible())) await this.page.getByText("Montrer le code de mes réponses").click();
    return { name: "code.png", mimeType: "image/png", buffer: await drawing.screenshot() };
  }

  /** What the form holds: how many choices are made, and every text. */
  async held() {
    return this.page.evaluate(() => ({
      chosen: document.querySelectorAll("main input:checked").length,
      texts: [...document.querySelectorAll("main textarea:not([readonly]), main input[type=text]")].map((field) => field.value).join(""),
    }));
  }
}

/** The desk of a session. */
export class AnswersDesk {
  constructor(page) {
    this.page = page;
  }

  async open(route = DESK) {
    await this.page.evaluate((hash) => (location.hash = hash), route);
    await this.page.getByRole("heading", { level: 1, name: /^Évaluation\s: Session/ }).waitFor();
  }

  /** Waits until so many answers are counted. */
  async counts(kind, number) {
    const card = this.page.getByRole("listitem").filter({ has: this.page.getByRole("heading", { level: 3, name: kind }) });
    await card.getByRole("status").filter({ hasText: new RegExp(`^${number}\\sréponses? reçues?`) }).waitFor();
  }

  async giveFiles(files) {
    await this.page.getByLabel(/^Déposez ici les fichiers rendus/).setInputFiles(files.map(({ name, mimeType, buffer }) => ({ name, mimeType, buffer })));
    await this.page.getByRole("heading", { name: "Ce qui a été lu" }).waitFor();
  }

  async paste(text) {
    await this.page.getByLabel("Texte d’un message").fill(text);
    await this.page.getByRole("button", { name: "Lire ce texte" }).click();
    await this.page.getByRole("heading", { name: "Ce qui a été lu" }).waitFor();
  }

  /** Stores what was read; waits until the screen says this of it. */
  async store(said) {
    await this.page.getByRole("button", { name: /^Enregistrer (cette réponse|\d+\sréponses)$/ }).click();
    await this.page.getByRole("status").filter({ hasText: said }).first().waitFor();
  }

  async givePictures(pictures, said) {
    await this.page.getByLabel("Déposez ici des images de codes, ou choisissez-les").setInputFiles(pictures);
    await this.page.getByRole("status").filter({ hasText: said }).first().waitFor();
  }

  /** Types a sheet with the keyboard alone: what each cell is given, by its question; the focus is in the first one. */
  async typeSheet(cells) {
    const { keyboard } = this.page;
    for (;;) {
      const at = await this.page.evaluate(() => document.activeElement.id.replace("saisie-", ""));
      if (at === "enregistrer") break;
      await keyboard.type(cells[at] ?? "");
      await keyboard.press("Enter");
    }
    await keyboard.press("Enter");
  }
}
