// The questionnaires of the evaluation as they are delivered, read apart from the program; and the numbers of answers.
import { readFileSync } from "node:fs";

const content = (name) => JSON.parse(readFileSync(new URL(`../../../src/content/${name}.json`, import.meta.url), "utf8"));
const OBJECTIVES = content("objectives").groups.flatMap(({ objectives }) => objectives);
const { version, scales, surveys } = content("surveys");
const COMMITMENTS = 3;

export const VERSION = version;
export const TITLES = Object.fromEntries(surveys.map(({ kind, title }) => [kind, title]));
/** What becomes of a commitment. */
export const OUTCOMES = scales.outcome;

/** Every question in order: its place, from 1, is its number on paper. Where one chooses: `{ id, title, choices, several }`. */
export function inOrder(kind) {
  const { sections } = surveys.find((one) => one.kind === kind);
  return sections.flatMap(({ questions }) => questions.flatMap(askedOf));
}

function askedOf(question) {
  const { id, title, text, many, one } = question;
  if (text) return [{ id, title }];
  const choices = many ?? question.choices ?? scales[one];
  const several = Boolean(many);
  if (question.each_objective) return OBJECTIVES.map((of) => ({ id: `${id}-${of.id}`, title: of.said, choices, several }));
  if (!question.each_commitment) return [{ id, title, choices, several }];
  const parts = (nth) => [
    { id: `${id}-${nth}-words` },
    { id: `${id}-${nth}-outcome`, choices, several, isCommitment: true },
    { id: `${id}-${nth}-why` },
  ];
  return Array.from({ length: COMMITMENTS }, (_, nth) => parts(nth + 1)).flat();
}

/** The questions where one chooses, but for the commitments. */
export const asked = (kind) => inOrder(kind).filter(({ choices, isCommitment }) => choices && !isCommitment);

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** The number of an answer that was drawn so, as it is shown: twelve characters, the last two of which check the others. */
export function numberOf(drawn) {
  const bits = (BigInt(drawn) << 10n) | (BigInt(drawn) % 1_021n);
  const letters = Array.from({ length: 12 }, (_, nth) => ALPHABET[Number((bits >> BigInt(5 * (11 - nth))) & 31n)]).join("");
  return letters.match(/.{4}/g).join("-");
}

/** The identity of the record of an answer. */
export const recordOf = (number) => number.replaceAll("-", "").toLowerCase();
