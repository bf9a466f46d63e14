// A room exercise written by hand: the exercise, and what twelve numbers handed in on a case.
import { record, withRecords } from "./records.mjs";

/** Élodie and a second case, whole interviews, in pairs. */
export const CODE = "46G2-0G3A";
export const HASH = `#/exercice/${CODE.toLowerCase()}`;
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

const room = (seats, route, ready) => async (page) => {
  await withRecords(page, exerciseRecords(seats), route);
  await ready(page);
};
const titled = (name) => (page) => page.getByRole("heading", { level: 1, name }).waitFor();
const TWELVE = Array.from({ length: 12 }, (_, nth) => nth + 1);

/** The screens of the exercise, to look at and to inspect. */
export const EXERCISE_SCREENS = [
  { name: "animer-vide", route: "#/exercice" },
  { name: "animer", route: "#/", prepare: room(TWELVE, "#/exercice", titled("Animer")) },
  { name: "exercice-nouveau", route: "#/exercice/nouveau" },
  { name: "exercice-rejoindre", route: "#/exercice/rejoindre" },
  { name: "exercice", route: "#/", prepare: room([...TWELVE, 7], HASH, titled("Groupe du mardi")) },
  { name: "exercice-numero", route: "#/", prepare: room([1], `${HASH}/numero/1`, titled(/^Numéro 1/)) },
  { name: "exercice-restitution", route: "#/", prepare: room(TWELVE, `${HASH}/cas/${CASE}`, titled(/^Élodie –/)) },
  { name: "exercice-trop-peu", route: "#/", prepare: room([1, 2, 3], `${HASH}/cas/${CASE}`, titled(/^Élodie –/)) },
  { name: "exercice-saisie", route: "#/", prepare: room([], `${HASH}/saisie/${CASE}`, titled(/^Saisir/)) },
  { name: "exercice-papier", route: "#/", prepare: room([], `${HASH}/papier/${CASE}`, titled(/^Fiches à imprimer/)), sheet: true },
];
