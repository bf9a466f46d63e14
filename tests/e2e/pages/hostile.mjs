// Texts that try something, in every place that can hold one, and what shows that they did nothing.
import assert from "node:assert/strict";
import { atPhoneWidth, fitsWidth } from "../harness/inspect.mjs";
import { ANSWERS, THEMES } from "./answers.mjs";
import { AT, directory, merged, record } from "./records.mjs";

/** The longest text of a record. */
export const LONGEST = 20_000;

const MARKUP = '<img src=x onerror="window.intrusion=1"><script>window.intrusion=2</script><b>gras</b>';
const HIDDEN = "\u202egnp.exe\u202c\u2066a\u2069\u200bb\u2060c\ufeff\u200e\u200f\u061c\u0007";
const long = (start) => `${start} ${MARKUP} ${HIDDEN} ${"interminable".repeat(LONGEST / 10)}`.slice(0, LONGEST);

/** Each begins in a way of its own, holds every other trap, and is as long as a text may be. */
export const TEXTS = {
  balise: long(MARKUP),
  lien: long("javascript:window.intrusion=3//"),
  formule: long("=cmd|' /C calc'!A0"),
};

/** The names of the screens of an interview. */
export const INTERVIEW_SCREENS = [
  "verifier",
  "bloc/demand",
  "question/demand",
  "resultat",
  "fiche",
  "fiche-professionnelle",
];

/** Every field of an interview that holds a text, each with this one, and answers that make the other screens full. */
function fields(text, place) {
  const answers = Object.entries(ANSWERS).map(([item, answer]) => [`answer/${item}`, answer]);
  const said = ["source", "name", "commune", "address", "phone", "when", "ask_for"].map((member) => [member, text]);
  const referral = { place, ...Object.fromEntries(said) };
  return {
    ...Object.fromEntries(answers),
    label: `\u202e${text.slice(0, 39)}`,
    length: "full",
    presentation: "conversation",
    commune: { code: "93008" },
    started_on: "2024-01-12",
    ...Object.fromEntries([...THEMES.keys()].map((theme) => [`note/${theme}`, text])),
    "orientation/procedure-help": { state: "accepted" },
    "orientation/mailbox": { state: "accepted" },
    "orientation/safe-use": { state: "set_aside", reason: "other", note: text },
    "referral/procedure-help": referral,
    "referral/mailbox": { ...referral, phone: `01 99 00 01 07 ${text}`.slice(0, LONGEST) },
    // What this version cannot read is shown as it is.
    questionnaire: text,
    concluded_on: text,
    at: text,
    "answer/budget": { one: text },
    "answer/devices": { many: [text], [MARKUP]: text },
    "later/field": { [MARKUP]: [text, { [MARKUP]: text }] },
    deleted: null,
  };
}

/** Interviews that hold this text everywhere: in use, disputed, removed, restricted; and what is set beside them. */
export function hostileRecords(text, id) {
  const placed = { id: `lieu-${id}`, name: text };
  for (const field of ["pivot", "commune", "address", "address_extra", "phone", "hours", "summary", "detail", "source"]) {
    placed[field] = text;
  }
  for (const field of ["parent", "accessibility_url", "booking_url"]) placed[field] = text;
  const address = `https://example.org/${text}`;
  for (const field of ["typology", "emails", "websites", "other_labels"]) placed[field] = [text, address];
  placed.unread = { horaires: text, [MARKUP]: text };
  const carte = directory(text, [placed], text);

  const there = { on: "poste-2", at: AT.usual + 60_000 };
  const other = { label: `${text.slice(0, 30)} autre`, "note/demand": text.toUpperCase(), "referral/mailbox": null };
  const removed = record({ deleted: true }, there);
  return {
    snapshots: carte.snapshots,
    records: {
      interview: {
        [id]: merged(record(fields(text, placed.id)), record(other, there)),
        [`${id}-retire`]: record({ ...fields(text), deleted: true }),
        [`${id}-partage`]: merged(record(fields(text)), removed),
        [`${id}-limite`]: record({ ...fields(text), restricted: { until: "2099-12-31", reason: text } }),
        [`${id}-echu`]: record({ ...fields(text), restricted: { until: "2024-12-31", reason: text } }),
      },
      directory: { [id]: carte.record },
      settings: { retention: record({ "interview/months": 24, "hold/reason": text, "hold/until": "2099-12-31" }) },
      [`later-${id}`]: { [id]: record({ text }) },
    },
  };
}

/** Everything a text could have become, had it been taken for more than a text. */
const STRANGE = [
  "[onerror]",
  "[onload]",
  "body :is(iframe, object, embed)",
  "main :is(b, i, img, script)",
  "dialog :is(b, i, img, script)",
  "a:is([href^=java i], [href^=data i], [href^='=' i])",
].join(", ");

/** What reorders or hides what is read. */
export const HIDES = /[\u202a-\u202e\u2066-\u2069\u200b\u2060\ufeff\u200e\u200f\u061c\u0007]/u;

/** Nothing became an element, a script, a link or a mark that reorders what is read; the page keeps its width. */
export async function assertInert(page, where) {
  const path = await page.evaluate(() => location.pathname);
  assert.equal(await page.locator(STRANGE).count(), 0, `${where} : un élément est né d’un texte`);
  assert.equal(await page.evaluate(() => window.intrusion), undefined, where);
  assert.match(path, /\/(reperes\.html)?$/, where);
  await atPhoneWidth(page, () => fitsWidth(page, where));
  const shown = await page.locator("body").textContent();
  const hidden = HIDES.exec(shown)?.index ?? -1;
  const before = shown.slice(Math.max(0, hidden - 60), hidden);
  assert.equal(hidden, -1, `${where} : un caractère invisible après « ${before} »`);
}
