// What is told of the evaluation, by what it shows; and a cycle whose answers are made by rule, so that every figure can be
// computed apart from the program. Everybody in it is fictional.
import { VERSION, asked, numberOf, recordOf } from "./evaluation_questions.mjs";
import { cycleRecords, sessionId } from "./programme_cycle.mjs";
import { programmeRecords } from "./programme_records.mjs";
import { record, withRecords } from "./records.mjs";
import { Screen, plain } from "./screen.mjs";

/** Of twelve people in a row, how many choose each rank: no two alike, so that one taken for another is seen. */
const SHARES = { 2: [8, 4], 3: [6, 4, 2], 4: [5, 4, 2, 1], 5: [5, 3, 2, 1, 1] };
const ranks = (length) => SHARES[length].flatMap((people, rank) => Array(people).fill(rank));

/**
 * What the nth person chose of the qth question: its rank, or those that they ticked. Every rank is chosen by many, in numbers
 * of its own, and not in the same order from one question to the next.
 */
export const chose = (nth, question, q) => {
  const place = (nth * 7 + q * 5) % 12;
  const { choices } = question;
  if (question.several) return choices.flatMap((_, rank) => ((place + rank) % 12 < 2 + ((rank + q) % 6) ? [rank] : []));
  return (ranks(choices.length)[place] + q) % choices.length;
};

const TEXTS = ["Merci à Camille Aubert pour sa patience", "Davantage de pratique l’après-midi", "Une journée utile"];

/** The answers to a questionnaire: so many people in each of the sessions; the first three of the first write something. */
export function responses({ kind, sessions, people, from = 1, on = "2022-06-01" }) {
  const questions = asked(kind);
  const free = kind === "end_of_day" ? "free" : "story";
  const all = [];
  for (let nth = 0; nth < sessions * people; nth += 1) {
    const answers = Object.fromEntries(
      questions.map((question, q) => {
        const chosen = chose(nth, question, q);
        return [question.id, question.several ? { many: chosen.map((rank) => question.choices[rank].id).sort() } : { one: question.choices[chosen].id }];
      }),
    );
    if (nth < TEXTS.length) answers[free] = { text: TEXTS[nth] };
    const number = numberOf((from + nth) * 7_919);
    const id = recordOf(number);
    const session = sessionId(Math.floor(nth / people));
    const response = { number, survey: kind, version: VERSION, session, on, edition: 1, answers };
    all.push([id, record({ response }, { by: `d${id}`, at: Date.UTC(2022, 5, 1, 12), on: "poste" })]);
  }
  return Object.fromEntries(all);
}

/** How many of so many people chose each rank of a question, or ticked each of its choices. */
export function counted(people, question, q) {
  const counts = question.choices.map(() => 0);
  for (let nth = 0; nth < people; nth += 1) [chose(nth, question, q)].flat().forEach((rank) => (counts[rank] += 1));
  return counts;
}

/** What a synthesis tells of so many people, when every answer was given by enough of them: as `Told.answers` reads it. */
export function expected(kind, people) {
  const part = kind === "end_of_day" ? "La satisfaction en fin de journée" : "Les effets à trois mois";
  const tables = asked(kind).flatMap((question, q) => {
    const counts = counted(people, question, q);
    if (!question.several) {
      const rows = question.choices.map(({ title }, rank) => [plain(title), counts[rank]]);
      return [[`${part} : ${question.title}`, [...rows, ["Sans réponse", 0]]]];
    }
    return question.choices.map(({ title }, rank) => [
      `${part} : ${question.title.replace(" (plusieurs réponses possibles)", "")} ${title}`,
      [["Oui", counts[rank]], ["Non, ou sans réponse", people - counts[rank]]],
    ]);
  });
  return new Map(tables.map(([name, rows]) => [plain(name), rows]));
}

/** The sessions that were held, and how many answered in each. */
export const SESSIONS = 5;
export const PEOPLE = 12;

/** A cycle whose five sessions were held, with both questionnaires answered by everybody. */
export function evaluationRecords() {
  const day = responses({ kind: "end_of_day", sessions: SESSIONS, people: PEOPLE });
  const later = responses({ kind: "three_months", sessions: SESSIONS, people: PEOPLE, from: 10_000, on: "2022-09-01" });
  const cycle = cycleRecords({ sessions: SESSIONS, people: SESSIONS * PEOPLE, held: SESSIONS });
  return { ...programmeRecords(), ...cycle, survey_response: { ...day, ...later } };
}

const opened = (route, records = evaluationRecords) => async (page) => {
  await withRecords(page, records(), route);
  await page.getByRole("heading", { level: 1 }).filter({ hasNotText: "Ouverture de la page" }).waitFor();
};

const draft = () => ({
  ...evaluationRecords(),
  survey: {
    "0192f300-0000-7000-8000-000000000001": record({
      survey: "end_of_day",
      name: "Avec le Département",
      state: { is: "sent", on: "2022-02-01" },
      comments: "Plus court",
      "title/content": "Le contenu m’a convenu.",
      "left_out/pace": true,
    }),
  },
});

const screen = (name, route, more) => ({ name, route: "#/", prepare: opened(route), ...more });
const empty = (name, route, more) => ({ name, route: "#/", prepare: opened(route, programmeRecords), ...more });

async function published(page) {
  await opened("#/evaluation/synthese")(page);
  await new Told(page).publish();
}

async function faultyText(page) {
  await opened("#/evaluation/textes")(page);
  const row = page.getByRole("listitem").filter({ hasText: TEXTS[0] }).first();
  await row.getByText("Écarter…", { exact: true }).click();
  await row.getByRole("button", { name: "Écarter ce texte" }).click();
  await row.getByText("Choisissez pourquoi ce texte est écarté.").waitFor();
}

/** The screens of this part, to look at and to inspect. */
export const TOLD_SCREENS = [
  empty("synthese-vide", "#/evaluation/synthese"),
  screen("synthese", "#/evaluation/synthese"),
  { name: "synthese-arretee", route: "#/", prepare: published },
  {
    name: "synthese-detail",
    route: "#/",
    prepare: async (page) => {
      await published(page);
      for (const opened of [/^Réponse par réponse/, /^Par session/]) await page.getByText(opened).first().click();
      await page.locator(".told").first().waitFor();
    },
  },
  empty("synthese-papier-vide", "#/evaluation/synthese/papier", { sheet: true }),
  {
    name: "synthese-papier",
    route: "#/",
    sheet: true,
    prepare: async (page) => {
      await published(page);
      await page.evaluate(() => (location.hash = "#/evaluation/synthese/papier"));
      await page.getByRole("heading", { level: 1, name: "Synthèse pour le Département" }).waitFor();
    },
  },
  empty("synthese-partenaires", "#/evaluation/synthese/partenaires", { sheet: true }),
  empty("textes-vide", "#/evaluation/textes"),
  screen("textes", "#/evaluation/textes"),
  { name: "textes-faute", route: "#/", prepare: faultyText },
  empty("questionnaire", "#/evaluation/questionnaire/fin-de-journee"),
  { name: "questionnaire-version", route: "#/", prepare: opened("#/evaluation/questionnaire/fin-de-journee", draft) },
  screen("questionnaire-trois-mois", "#/evaluation/questionnaire/trois-mois"),
  screen("cloture", "#/evaluation/cloture", { sheet: true }),
  empty("cloture-vide", "#/evaluation/cloture", { sheet: true }),
];

export { TEXTS };

export class Told extends Screen {
  /** From the synthesis: publishes the figures that close the cycle, or some on the way. */
  async publish({ closing = true } = {}) {
    await this.page.getByRole("radio", { name: closing ? /^Synthèse de fin de cycle/ : /^Synthèse d’étape/ }).check();
    await this.press("Arrêter les chiffres et les lire…");
    await this.page.getByRole("dialog").getByRole("button", { name: "Arrêter les chiffres" }).click();
    await this.said("Chiffres arrêtés");
  }

  /** Every question of the synthesis by the name of its table: each answer with its number. */
  async answers() {
    // What stands lower on the page comes after what is seen first.
    await this.page.waitForFunction(() => {
      const closed = [...document.querySelectorAll("details:not([open]) > summary")];
      const answers = closed.filter((summary) => summary.textContent.startsWith("Réponse par réponse"));
      answers.forEach((summary) => summary.click());
      const [now, before] = [document.querySelectorAll(".told").length, window.toldBefore];
      window.toldBefore = now;
      return now > 0 && now === before && answers.length === 0;
    }, null, { polling: 250 });
    const tables = await this.page.locator(".told .table-scroll").evaluateAll((all) =>
      all.map((one) => [
        one.getAttribute("aria-label"),
        [...one.querySelectorAll("tbody tr")].map((row) => [row.cells[0].textContent, row.cells[1].textContent]),
      ]),
    );
    const read = (rows) => rows.map(([name, number]) => [plain(name), Number(number.replace(/\s/g, ""))]);
    return new Map(tables.map(([name, rows]) => [plain(name), read(rows)]));
  }

  text(words) {
    return this.page.getByRole("main").locator("li.card").filter({ has: this.page.getByText(words, { exact: true }) });
  }
}
