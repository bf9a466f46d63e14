// The figures of a debrief, computed here from what each participant did: another way than the program's.
import { readFileSync } from "node:fs";

const content = (name) => JSON.parse(readFileSync(new URL(`../../../src/content/${name}`, import.meta.url), "utf8"));
const { items: ITEMS } = content("questionnaire.json");
const { cases: CASES } = content("cases.json");
const { orientations: ORIENTATIONS } = content("rules.json");

const LEVELS = [
  ["alone", "Fait sans aide"],
  ["with_help", "Fait avec de l’aide"],
  ["does_not", "Ne fait pas"],
];
const UNKNOWN = [
  ["does_not_know", "Ne sait pas"],
  ["prefers_not_to_say", "Préfère ne pas répondre"],
];

export const caseNamed = (name) => CASES.find((one) => one.name === name);
export const orientationTitle = (id) => ORIENTATIONS.find((one) => one.id === id).title;
const itemOf = (id) => ITEMS.find((one) => one.id === id);
export const labelOf = (item, option) => choices(itemOf(item)).find((one) => one.id === option).label;
/** Ranks as paper numbers them, from 1. */
export const rankOf = {
  option: (item, option) => choices(itemOf(item)).findIndex((one) => one.id === option) + 1,
  orientation: (id) => ORIENTATIONS.findIndex((one) => one.id === id) + 1,
  topic: (name, id) => topics(caseNamed(name)).findIndex((one) => one.id === id) + 1,
};
const topics = (of) => [...of.says, ...of.hidden];
const choices = (item) => (item.kind.one ?? item.kind.many)?.options ?? LEVELS.map(([id, label]) => ({ id, label }));
/** What an answer chooses, in one form for all kinds. */
const chosen = (answer) => [answer?.one ?? answer?.skill?.level ?? answer?.many ?? []].flat().toSorted();
const same = (one, other) => JSON.stringify(typeof one === "string" ? one : chosen(one)) === JSON.stringify(typeof other === "string" ? other : chosen(other));

/**
 * What the debrief should say of these works: `{ answers: { item: answer }, asked: [topic], kept: [orientation], left: […] }`.
 * Rows in the order of the page, each as the texts and numbers that it shows.
 */
export function figures(name, works) {
  const of = caseNamed(name);
  const reads = Object.fromEntries(of.reading.answers.map((read) => [read.item, read]));
  const total = works.length;

  const items = ITEMS.map((item) => {
    const given = works.map((work) => work.answers[item.id]).filter((answer) => answer !== undefined);
    const read = reads[item.id];
    const lines = [
      ...choices(item).map(({ id, label }) => [label, given.filter((answer) => chosen(answer).includes(id)).length]),
      ...UNKNOWN.map(([id, label]) => [label, given.filter((answer) => answer === id).length]),
      ["Non abordé", total - given.length],
    ];
    const together = Math.max(0, ...given.map((one) => given.filter((other) => same(one, other)).length));
    const admitted = read && [read.answer, ...(read.also ?? [])];
    return {
      short: item.short,
      lines: lines.filter(([, count]) => count > 0),
      agreement: given.length === 0 ? "Non abordé" : `${together} sur ${given.length}`,
      discussed: given.length,
      together,
      asRead: admitted && given.filter((answer) => admitted.some((one) => same(one, answer))).length,
      isShown: read !== undefined || given.length > 0,
    };
  }).filter(({ isShown }) => isShown);

  const asked = topics(of).map(({ id, question }) => {
    const count = works.filter((work) => work.asked.includes(id)).length;
    return { question, count, isHidden: of.hidden.some((one) => one.id === id) };
  });

  const orientations = ORIENTATIONS.map(({ id, title }) => {
    const count = (list) => works.filter((work) => work[list].includes(id)).length;
    const [kept, left] = [count("kept"), count("left")];
    const keeps = of.reading.keep.some((one) => one.orientation === id);
    const leaves = of.reading.leave.some((one) => one.orientation === id);
    return { title, kept, left, undecided: total - kept - left, keeps, leaves };
  }).filter(({ kept, left, keeps, leaves }) => kept + left > 0 || keeps || leaves);

  const differences = [
    ...orientations.flatMap(({ title, kept, keeps, leaves }) => {
      if (keeps) return [[title, total - kept, kept]];
      return leaves ? [[title, kept, kept]] : [];
    }),
    ...asked.filter(({ isHidden }) => isHidden).map(({ question, count }) => [question, total - count, total - count]),
    ...items.map(({ short, discussed, together, asRead }) => {
      const apart = discussed - together;
      return [short, asRead === undefined ? apart : discussed - asRead, apart === 0 ? together : apart];
    }),
  ];
  const ranked = differences.filter(([, concerned]) => concerned > 0).toSorted(([, one], [, other]) => other - one);
  return { items, asked, orientations, differences: ranked.map(([about, , said]) => ({ about, said })) };
}
