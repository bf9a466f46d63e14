// What one person answers, and how each voice of the questionnaire puts it.
import { readFileSync } from "node:fs";
import { plain } from "./screen.mjs";

const QUESTIONNAIRE = JSON.parse(
  readFileSync(new URL("../../../src/content/questionnaire.json", import.meta.url), "utf8"),
);

const skill = (level) => ({ skill: { level, basis: "declared" } });
const one = (option) => ({ one: option });
const many = (...options) => ({ many: options });

/** Answers that propose several orientations: something presses, a phone only, someone beside. */
export const ANSWERS = {
  demand: many("learning", "procedure"),
  deadline: one("tomorrow"),
  consequence: one("income"),
  devices: many("smartphone"),
  "device-state": one("own"),
  "print-scan": "does_not_know",
  connection: one("mobile-short"),
  "connection-obstacle": many("price"),
  "use-device": skill("alone"),
  "type-text": skill("alone"),
  "join-wifi": skill("with_help"),
  "find-info": skill("with_help"),
  "find-file": skill("does_not"),
  "send-mail": skill("does_not"),
  mailbox: one("others"),
  franceconnect: one("possible"),
  "open-account": skill("with_help"),
  "fill-form": skill("does_not"),
  "attach-proof": skill("does_not"),
  "follow-request": "does_not_know",
  "book-meeting": skill("with_help"),
  passwords: "prefers_not_to_say",
  "spot-scam": "does_not_know",
  trust: one("worried"),
  words: many("read-aloud"),
  comfort: many("time"),
  mobility: one("nearby"),
  budget: one("heavy"),
  papers: one("scattered"),
  wish: one("with"),
  project: many("procedures"),
  format: one("one"),
  availability: many("morning"),
  helper: one("uneasy"),
  protection: one("no"),
  consent: one("yes"),
};

const LEVELS = {
  alone: { professional: "Fait sans aide", person: "Oui, sans aide" },
  with_help: { professional: "Fait avec de l’aide", person: "Oui, avec de l’aide" },
  does_not: { professional: "Ne fait pas", person: "Non" },
};

const UNKNOWN = {
  does_not_know: { professional: "Ne sait pas", person: "Je ne sais pas" },
  prefers_not_to_say: { professional: "Préfère ne pas répondre", person: "Je préfère ne pas répondre" },
};

/** The rows to choose in a question, in one voice. */
function rows(item, answer, voice) {
  if (typeof answer === "string") return [UNKNOWN[answer][voice]];
  if (answer.skill) return [LEVELS[answer.skill.level][voice]];
  const { options } = (item.kind.one ?? item.kind.many);
  const chosen = answer.many ?? [answer.one];
  return options
    .filter(({ id }) => chosen.includes(id))
    .map(({ label, label_self: self }) => plain(voice === "person" ? (self ?? label) : label));
}

/** Every question that has an answer: `{ id, block, question, rows }`, in the order of the questionnaire. */
export function answersInWords(voice) {
  return QUESTIONNAIRE.items
    .filter(({ id }) => id in ANSWERS)
    .map((item) => ({
      id: item.id,
      block: item.block,
      question: plain(voice === "person" ? (item.text_self ?? item.text) : item.text),
      rows: rows(item, ANSWERS[item.id], voice),
    }));
}

/** The titles of the themes, by identifier. */
export const THEMES = new Map(QUESTIONNAIRE.blocks.map(({ id, title }) => [id, title]));
