// The French gate: typography by our own rules, grammar and spelling by grammalecte, less what is allowed by name.
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { temporaryFolder } from "./temporary.mjs";
import { TYPOGRAPHY } from "./typography.mjs";

const Papa = createRequire(import.meta.url)("papaparse");
const here = (path) => new URL(path, import.meta.url);

/** Options of grammalecte that are put off, each for a reason. */
const OPTIONS_OFF = [
  // Spaces, apostrophes and units: our rules say the same, and a fault told twice would have to be allowed twice.
  "nbsp",
  "apos",
  "unit",
  // It cuts postal codes in two; our rule knows what is counted.
  "num",
];

/** Rules of grammalecte that are put off, each for a reason (its own `--rule_off` leaves most of them on). */
const RULES_OFF = new Set([
  // It wants small raised letters (« 1ᵉʳ »), which not every font has; our rule says how ordinals are written.
  "g2__typo_ordinaux_chiffres_exposants__b1_a1_1",
  "g2__typo_ordinaux_chiffres_exposants__b3_a1_1",
  "g2__typo_ordinaux_chiffres_exposants__b9_a1_1",
  // It takes the verb of a description without a subject (« Reçoit toute personne », « Ne fait pas ») for an
  // imperative; the product says « vous », so that it has no imperative of the singular.
  "gv1__imp_verbe_groupe3_d__b2_a1_1",
  "gv1__imp_verbe_groupe2_groupe3_t__b1_a1_1",
  "gv1__imp_verbe_groupe2_groupe3_t__b2_a1_1",
  // Women and men are both named (« Participantes et participants »): the two need not agree.
  "g3__gn_2m_et_ou__b1_a1_1",
  "g3__gn_2m_et_ou__b1_a2_1",
]);

/** What somebody typed in the fictional directory, where one writes freely: no French of ours. */
function typedCells() {
  const columns = ["nom", "adresse", "complement_adresse", "presentation_resume", "presentation_detail"];
  const cellsOf = (name) => {
    const text = readFileSync(here(`../../fixtures/directory/${name}`), "utf8");
    const rows = Papa.parse(text, { header: true }).data;
    return rows.flatMap((row) => columns.flatMap((column) => row[column]?.split("\n") ?? []));
  };
  const cells = ["places-93.csv", "places-93-faulty.csv"].flatMap(cellsOf);
  return [...new Set(cells)].filter((cell) => /\p{L} /u.test(cell));
}

/** What no rule of French speaks of; a fault inside is none. */
const NOT_FRENCH = [
  // Names of files, with a date and an hour that change.
  /[\p{L}\d.…_-]*\.(?:csv|geojson|html|ics|json|reperes|xlsx)(?!\p{L})/gu,
  // The address of this copy, and the number of an answer.
  /https?:\/\/\S+/gu,
  /(?<![\p{L}\d])[0-9A-Z]{4}(?:-[0-9A-Z]{4}){2}(?![\p{L}\d])/gu,
  // Codes of an exercise, which change, whole or by halves, and a person's own number there.
  /(?<![\p{L}\d])[0-9A-Z]{4}-[0-9A-Z]{4}(?![\p{L}\d])|^(?=.*\d)[0-9A-Z]{4}-?$/gu,
  /(?<![\p{L}\d])\d{1,2}[A-Z](?![\p{L}\d])/gu,
  // A passphrase, drawn by chance.
  /^\p{Ll}+(?:-\p{Ll}+){5}$/gu,
  // The name that a new device draws for itself.
  /poste-[0-9a-f]{4}(?![\p{L}\d])/gu,
  // The people of the fictional lists.
  /ESSAI\d{4}/giu,
  // Columns of the national standard, named as it names them.
  /(?<!\p{L})[a-z]+_[a-z]+(?!\p{L})/gu,
  // A record that cannot be read is shown as it was found, and a browser as it names itself.
  /\{".*\}|later\/field/gu,
  /Mozilla\/5\.0 .*/gu,
];

function spansOutside(text, cells) {
  const spanOf = ({ 0: found, index }) => [index, index + found.length];
  const spans = NOT_FRENCH.flatMap((pattern) => [...text.matchAll(pattern)].map(spanOf));
  for (const cell of cells) {
    for (let at = text.indexOf(cell); at >= 0; at = text.indexOf(cell, at + 1)) spans.push([at, at + cell.length]);
  }
  return spans;
}

/** The sentence around a fault. */
function sentenceAt(text, at) {
  const bounds = [...text.matchAll(/(?<=[.!?…]) (?=[\p{Lu}«])/gu)].map((bound) => bound.index);
  const start = bounds.findLast((bound) => bound < at);
  return text.slice(start === undefined ? 0 : start + 1, bounds.find((bound) => bound >= at));
}

function typography(text) {
  return TYPOGRAPHY.flatMap(({ name, pattern }) => {
    const fault = ({ 0: shown, index }) => ({ rule: name, shown, at: index, advice: "typographie" });
    return [...text.matchAll(pattern)].map(fault);
  });
}

/** grammalecte on all the texts at once, one a line; it counts characters, not halves of them. */
function grammar(texts) {
  const file = join(temporaryFolder(), "textes.txt");
  writeFileSync(file, `${texts.join("\n")}\n`);
  const options = ["--json", "--only_when_errors", "--opt_off", ...OPTIONS_OFF];
  const answer = execFileSync("grammalecte-cli", ["--file", file, ...options], { encoding: "utf8", maxBuffer: 1 << 28 });
  return JSON.parse(answer).data.map(({ iParagraph, lGrammarErrors, lSpellingErrors }) => {
    const text = texts[iParagraph - 1];
    const characters = [...text];
    const between = (start, end) => characters.slice(start, end).join("");
    const placed = ({ nStart, nEnd }) => ({ at: between(0, nStart).length, shown: between(nStart, nEnd) });
    const kept = lGrammarErrors.filter((fault) => !RULES_OFF.has(fault.sRuleId));
    const ofGrammar = kept.map((fault) => ({ ...placed(fault), rule: fault.sRuleId, advice: fault.sMessage }));
    const ofSpelling = lSpellingErrors.map((fault) => ({ ...placed(fault), word: fault.sValue, advice: "mot inconnu" }));
    return [text, [...ofGrammar, ...ofSpelling]];
  });
}

/** Every fault of the texts, with the sentence that holds it. */
export function faultsIn(texts) {
  const cells = typedCells();
  const told = new Map(grammar(texts));
  return texts.flatMap((text) => {
    const faults = [...typography(text), ...(told.get(text) ?? [])];
    if (faults.length === 0) return [];
    const outside = spansOutside(text, cells);
    const isOurs = ({ at, shown }) => !outside.some(([start, end]) => start <= at && at + shown.length <= end);
    return faults.filter(isOurs).map((fault) => ({ ...fault, text, sentence: sentenceAt(text, fault.at) }));
  });
}

/** What the product's own files of content say, shown on a screen that is visited or not. */
export function contentTexts() {
  const folder = here("../../../src/content/");
  // A text of several lines is as many paragraphs, as it is shown.
  const lines = (value) => (typeof value === "string" ? value.split("\n") : [value]);
  const values = (value) => (typeof value === "object" ? Object.values(value ?? {}).flatMap(values) : lines(value));
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  const read = (name) => values(JSON.parse(readFileSync(new URL(name, folder), "utf8"))).map((text) => [text, name]);
  // Lists of identifiers are no sentences.
  const isFrench = (text) => typeof text === "string" && /\p{L} /u.test(text) && !/^[a-z_ ]+$/.test(text);
  return files.flatMap(read).filter(([text]) => isFrench(text));
}

/** What is allowed: a word, a rule in one sentence, or a rule at one word wherever it stands; each with its reason. */
export function allowedList() {
  return JSON.parse(readFileSync(here("../language_allowed.json"), "utf8"));
}

const allows = (entry, fault) => {
  if (entry.word !== undefined) return entry.word === fault.word;
  const isThere = entry.shown === undefined ? entry.sentence === fault.sentence : entry.shown === fault.shown;
  return entry.rule === fault.rule && isThere;
};

/** The faults that nothing allows, and the entries that allow nothing. */
export function judge(faults, allowed) {
  return {
    refused: faults.filter((fault) => !allowed.some((entry) => allows(entry, fault))),
    unused: allowed.filter((entry) => !faults.some((fault) => allows(entry, fault))),
  };
}

/** A fault as the person who mends it needs it. */
export function told({ rule, word, sentence, shown, advice }, screen) {
  return `${screen} : « ${sentence} », à « ${shown} » : ${word ?? rule} (${advice})`;
}
