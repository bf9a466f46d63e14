// A room exercise written by hand: the exercise, and what twelve numbers handed in on a case.
import { record, withRecords } from "./records.mjs";

/** Élodie and a second case, whole interviews, in pairs. */
export const CODE = "46G2-0G3A";
export const HASH = `#/exercice/${CODE.toLowerCase()}`;
/** The ticket of number 1: its letter follows from the code. */
const TICKET = "1b";
const CASE = "elodie";

const DEADLINES = ["week", "week", "month", "week", "tomorrow", "week"];
const CONNECTIONS = ["mobile-short", "mobile-short", "outside", "mobile-short"];
const FORMS = ["with_help", "alone", "with_help", "does_not"];

/** What a number hands in: the same answers each time. */
function work(seat) {
  const at = (list) => list[(seat * 7) % list.length];
  const answers = {
    demand: { many: ["procedure"] },
    deadline: { one: at(DEADLINES) },
    devices: { many: seat % 3 === 0 ? ["smartphone", "tablet"] : ["smartphone"] },
    connection: { one: at(CONNECTIONS) },
    "fill-form": { skill: { level: at(FORMS) } },
    mailbox: seat % 4 === 0 ? "does_not_know" : { one: "reads" },
  };
  const orientations = { "procedure-help": "kept", "free-access": seat % 2 ? "kept" : "set_aside" };
  if (seat % 3 === 0) orientations.workshop = "kept";
  const asked = ["procedure", "data", ...(seat % 4 === 0 ? ["wifi"] : [])];
  return { exercise: CODE, seat, edition: 1, answers: { case: { case: CASE, questionnaire: "2026-11", answers, orientations, asked } } };
}

const exercise = { title: "Groupe du mardi", held_on: "2026-11-24", seats: 15, minutes: 20 };

/** The records of the exercise, with what these numbers handed in; `change` may make something else of each. */
export function exerciseRecords(seats, change = () => {}) {
  const handedIn = seats.map((seat, nth) => {
    const handed = work(seat);
    change(handed);
    return [`0192f000-0000-7000-8000-0000000000${String(nth + 10)}`, record({ work: handed })];
  });
  return { exercise: { "46g20g3a": record(exercise) }, hand_in: Object.fromEntries(handedIn) };
}

/** The interview that this number held on this very device: its place shows what it handed in. */
function heldHere(seat) {
  const { exercise, hand_in } = exerciseRecords([seat]);
  const { answers, orientations, asked } = work(seat).answers.case;
  const under = (prefix, values) => Object.fromEntries(Object.entries(values).map(([id, value]) => [`${prefix}/${id}`, value]));
  const decided = (stance) => (stance === "kept" ? { state: "accepted" } : { state: "set_aside", reason: "other", note: "" });
  const fields = {
    assignment: { exercise: CODE, case: CASE, seat },
    length: "full",
    presentation: "conversation",
    questionnaire: "2026-11",
    started_on: "2026-11-24",
    ...under("answer", answers),
    ...under("orientation", Object.fromEntries(Object.entries(orientations).map(([id, stance]) => [id, decided(stance)]))),
    ...under("asked", Object.fromEntries(asked.map((topic) => [topic, true]))),
  };
  return { exercise, hand_in, practice: Object.fromEntries(Object.keys(hand_in).map((id) => [id, record(fields)])) };
}

/** The objectives in their order, and the grades in theirs. */
export const OBJECTIVES = ["define", "needs", "actors", "contacts", "network", "map", "pix", "aidants-connect", "digital-safe"];
export const GRADES = ["discovers", "knows", "uses", "explains"];

/** What a number says of each objective: the same each time. The last number leaves Pix out in the morning. */
export function levels(seat, moment) {
  const rank = (nth) => {
    const morning = (seat * 5 + nth * 3) % 3;
    return moment === "before" ? morning : Math.max(0, Math.min(3, morning + ((seat + nth) % 4) - 1));
  };
  const of = OBJECTIVES.map((id, nth) => [id, GRADES[rank(nth)]]);
  return Object.fromEntries(of.filter(([id]) => !(seat === 12 && moment === "before" && id === "pix")));
}

const positioned = (seat, moment) => ({ exercise: CODE, seat, edition: 1, answers: { positioning: { moment, levels: levels(seat, moment) } } });

/** The records of the exercise, with what these numbers said in the morning and in the evening. */
export function positioningRecords(mornings, evenings) {
  const works = [...mornings.map((seat) => positioned(seat, "before")), ...evenings.map((seat) => positioned(seat, "after"))];
  const id = (nth) => `0192f000-0000-7000-8000-0000000001${String(nth + 10)}`;
  return { ...exerciseRecords([]), hand_in: Object.fromEntries(works.map((work, nth) => [id(nth), record({ work })])) };
}

/** A positioning begun on this device. */
const begun = async (page) => {
  const place = { exercise: CODE, seat: 1, moment: "before" };
  const fields = { place, "level/define": "knows", "level/pix": "discovers" };
  const positioning = { "0192f000-0000-7000-8000-000000000200": record(fields) };
  await withRecords(page, { ...exerciseRecords([]), positioning }, `${HASH}/numero/${TICKET}/matin`);
  await titled(/^Positionnement du matin/)(page);
};
const together = (mornings, evenings, route, name) => async (page) => {
  await withRecords(page, positioningRecords(mornings, evenings), route);
  await titled(name)(page);
};

/** The same interview, of which nothing was handed in. */
export function begunHere(seat) {
  const { exercise, practice } = heldHere(seat);
  const [held] = Object.values(practice);
  return { exercise, practice: { "0192f000-0000-7000-8000-0000000000ff": held } };
}

const room = (seats, route, ready) => async (page) => {
  await withRecords(page, exerciseRecords(seats), route);
  await ready(page);
};
/** The tables of a debrief come a moment after what one talks of first. */
export const debriefIsWhole = (page) => page.locator('.debrief-tables[aria-busy="false"]').waitFor();
const place = async (page) => {
  await withRecords(page, heldHere(1), `${HASH}/numero/${TICKET}`);
  await titled(/^Numéro 1/)(page);
};
const titled = (name) => (page) => page.getByRole("heading", { level: 1, name }).waitFor();
/** A sheet that was typed here, to type over. */
const corrected = async (page) => {
  const { exercise, hand_in } = exerciseRecords([1]);
  const [[id, sheet]] = Object.entries(hand_in);
  sheet.fields.typed = [{ ...sheet.fields.work[0], v: true, seq: 2 }];
  for (const seen of Object.values(sheet.seen)) seen.seq = 2;
  await withRecords(page, { exercise, hand_in: { [id]: sheet } }, `${HASH}/saisie/${CASE}/${id}`);
  await titled(/^Corriger l’envoi/)(page);
};
const TWELVE = Array.from({ length: 12 }, (_, nth) => nth + 1);

/** The end of a day: a number to settle, some awaited, an interview that was not handed in. */
const dayToClose = async (page) => {
  await withRecords(page, { ...exerciseRecords([...TWELVE, 7]), ...begunHere(14) }, `${HASH}/cloture`);
  await titled("Clore la journée")(page);
};
/** A shared tablet that knows its exercise. */
const sharedTablet = async (page) => {
  await page.getByLabel("Cet appareil est partagé").check();
  await page.getByLabel("Code de l’exercice", { exact: true }).fill(CODE);
  await page.getByLabel("Votre ticket").fill(TICKET);
  await page.getByRole("button", { name: "Entrer dans l’exercice" }).click();
  await titled(/^Numéro 1,/)(page);
  await page.evaluate(() => (location.hash = "#/exercice/rejoindre"));
  await page.getByRole("button", { name: "Un autre exercice" }).waitFor();
};
/** The same, which nobody has touched for a while. */
const askedWhetherThere = async (page) => {
  await page.clock.install();
  await page.reload();
  await sharedTablet(page);
  await page.getByLabel("Votre ticket").fill(TICKET);
  await page.getByRole("button", { name: "Entrer dans l’exercice" }).click();
  await titled(/^Numéro 1,/)(page);
  await page.clock.fastForward(5 * 60_000 + 15_000);
  await page.getByRole("alertdialog").waitFor();
};

const debrief = async (page) => {
  await titled(/^Élodie –/)(page);
  await debriefIsWhole(page);
};
const reveal = (page, part) => page.getByRole("button", { name: `Montrer au mur : ${part}` }).click();

const toRevealed = async (page) => {
  await debrief(page);
  await reveal(page, "Orientations");
  await page.getByRole("group", { name: "Au mur" }).waitFor();
};

/** On the window of the wall: another page of the trainer reveals a question. */
const toWall = async (page) => {
  await titled(/^Élodie –/)(page);
  const trainer = await page.context().newPage();
  await trainer.goto(page.url().replace(/\/mur$/, ""));
  await debrief(trainer);
  await reveal(trainer, "Question par question");
  await trainer.getByRole("button", { name: "Montrer la lecture au mur" }).click();
  await page.getByRole("heading", { level: 3, name: "La lecture de référence" }).waitFor();
};

const toWallHere = async (page) => {
  await debrief(page);
  await page.getByRole("button", { name: "Projeter ici, en plein écran" }).click();
  const wall = page.getByRole("dialog", { name: "Écran public" });
  await wall.getByRole("button", { name: "Orientations" }).click();
  await wall.getByRole("heading", { level: 2 }).waitFor();
};

/** A case that somebody began to write. */
const WRITTEN = "0192f000-0000-7000-8000-000000000001";
const written = {
  title: "Un téléphone et rien d’autre",
  name: "Nour",
  age_band: "26_39",
  commune: "93066",
  context: "Nour vient à l’accueil d’un centre social.",
  story: "Nour a reçu un courrier.\nElle ne sait pas par où commencer.",
  "topic/papiers": { rank: 1, about: ["devices"], question: "Avec quoi allez-vous sur internet ?", reply: "Avec mon téléphone.", hidden: "Tout en dépend." },
  "reading/devices": { answer: { many: ["smartphone"] }, why: "Elle n’a rien d’autre." },
  "orientation/procedure-help": { verdict: "keep", why: "" },
};
const cases = (route, name) => async (page) => {
  await withRecords(page, { case: { [WRITTEN]: record(written) } }, route);
  await titled(name)(page);
};

/** The screens of the exercise, to look at and to inspect. */
export const EXERCISE_SCREENS = [
  { name: "cas", route: "#/", prepare: cases("#/exercice/cas", "Cas") },
  { name: "cas-nouveau", route: "#/exercice/cas/nouveau" },
  { name: "cas-fiche", route: "#/exercice/cas/elodie" },
  { name: "cas-brouillon", route: "#/", prepare: cases(`#/exercice/cas/${WRITTEN}`, /^Un téléphone/) },
  { name: "cas-ecrire", route: "#/", prepare: cases(`#/exercice/cas/${WRITTEN}/ecrire`, /^Un téléphone/) },
  { name: "animer-vide", route: "#/exercice" },
  { name: "animer", route: "#/", prepare: room(TWELVE, "#/exercice", titled("Animer")) },
  { name: "exercice-nouveau", route: "#/exercice/nouveau" },
  { name: "exercice-rejoindre", route: "#/exercice/rejoindre" },
  { name: "exercice", route: "#/", prepare: room([...TWELVE, 7], HASH, titled("Groupe du mardi")) },
  { name: "exercice-numero", route: "#/", prepare: place },
  { name: "exercice-ticket", route: `${HASH}/numero/1` },
  { name: "exercice-restitution", route: "#/", prepare: room(TWELVE, `${HASH}/cas/${CASE}`, debrief) },
  { name: "exercice-restitution-mur", route: "#/", prepare: room(TWELVE, `${HASH}/cas/${CASE}`, toRevealed) },
  { name: "exercice-mur-vide", route: "#/", prepare: room(TWELVE, `${HASH}/cas/${CASE}/mur`, titled(/^Élodie –/)) },
  { name: "exercice-mur", route: "#/", prepare: room(TWELVE, `${HASH}/cas/${CASE}/mur`, toWall) },
  { name: "exercice-mur-ici", route: "#/", prepare: room(TWELVE, `${HASH}/cas/${CASE}`, toWallHere) },
  { name: "exercice-trop-peu", route: "#/", prepare: room([1, 2, 3], `${HASH}/cas/${CASE}`, titled(/^Élodie –/)) },
  { name: "exercice-saisie", route: "#/", prepare: room([], `${HASH}/saisie/${CASE}`, titled(/^Saisir/)) },
  { name: "exercice-correction", route: "#/", prepare: corrected },
  { name: "exercice-positionnement", route: "#/", prepare: begun },
  { name: "exercice-avant-apres", route: "#/", prepare: together(TWELVE, [...TWELVE.slice(1), 13], `${HASH}/avant-apres`, "Avant et après") },
  { name: "exercice-avant-apres-trop-peu", route: "#/", prepare: together(TWELVE, [1, 2], `${HASH}/avant-apres`, "Avant et après") },
  { name: "exercice-positionnement-table", route: "#/", prepare: together(TWELVE, [1, 2], HASH, "Groupe du mardi") },
  { name: "exercice-positionnement-saisie", route: "#/", prepare: together([], [], `${HASH}/avant-apres/saisie`, /^Saisir/) },
  { name: "exercice-positionnement-papier", route: "#/", prepare: together([], [], `${HASH}/avant-apres/papier`, /^Fiche de/), sheet: true },
  { name: "exercice-cloture", route: "#/", prepare: dayToClose },
  { name: "exercice-tablette", route: "#/exercice/rejoindre", prepare: sharedTablet },
  { name: "exercice-tablette-attente", route: "#/exercice/rejoindre", prepare: askedWhetherThere },
  { name: "exercice-tout-papier", route: "#/", prepare: room([], `${HASH}/papier`, titled("Tout imprimer")), sheet: true },
  { name: "exercice-papier", route: "#/", prepare: room([], `${HASH}/papier/${CASE}`, titled(/^Fiches à imprimer/)), sheet: true },
];
