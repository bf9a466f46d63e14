// Records written by hand, as other machines would have left them, and the files that bring them.
import { wholeProgram } from "../harness/app.mjs";
import { putEntries } from "../harness/storage.mjs";
import { sealed, sha256 } from "./data.mjs";

/** Moments: one that any clock believes, and those of wrong clocks. */
export const AT = { usual: Date.UTC(2026, 10, 2, 9), future: Date.UTC(2099, 0, 1), past: 0 };

/** Values that machines wrote without seeing each other: `{ v, on, at }`, the machine and its clock. */
export const apart = (...writes) => ({ apart: writes });

/** A record of these fields, each a value that one machine wrote, or several written apart. `by` names its author. */
export function record(fields, { on = "poste-essai", at = AT.usual, by: author } = {}) {
  const seen = {};
  const write = ({ v, on: device = on, at: when = at }) => {
    const by = author ?? `r-${device}`;
    seen[by] = { seq: (seen[by]?.seq ?? 0) + 1, device };
    return { v, at: when, by, seq: seen[by].seq };
  };
  const entries = Object.entries(fields).map(([name, held]) => [name, (held?.apart ?? [{ v: held }]).map(write)]);
  return { fields: Object.fromEntries(entries), seen };
}

/** A record erased for good. */
export const ERASED = { fields: {}, seen: {}, erased: true };

/** What two records of one thing become together, when neither author saw what the other wrote. */
export function merged(one, other) {
  const names = new Set([one, other].flatMap(({ fields }) => Object.keys(fields)));
  const both = [...names].map((name) => [name, [...(one.fields[name] ?? []), ...(other.fields[name] ?? [])]]);
  return { fields: Object.fromEntries(both), seen: { ...one.seen, ...other.seen } };
}

/** The record of a directory of places, and the text that it names. */
export function directory(source, places, file = "lieux.csv") {
  const imported_on = "2026-11-02";
  const text = JSON.stringify({ format: "reperes-directory", version: 1, source, file, imported_on, places });
  const current = { snapshot: sha256(text), imported_on, file, count: places.length };
  return { record: record({ source, current }), snapshots: { [current.snapshot]: text } };
}

/** The text of an exchange file that holds these records: `{ kind: { id: record } }`. */
export const fileOf = (records, { snapshots, ...header } = {}) =>
  sealed(JSON.stringify(snapshots ? { records, snapshots } : { records }), header);

/** The text of an exchange file that holds these interviews, each a record. */
export const fileWith = (interview, header) => fileOf({ interview }, header);

/** The text of an exchange file that holds these interviews, each by its fields. */
export const fileOfFields = (interviews) =>
  fileWith(Object.fromEntries(Object.entries(interviews).map(([id, fields]) => [id, record(fields)])));

/** Puts records in the browser, as if they had always been there, and loads a page. */
export async function withRecords(page, records, route) {
  const entries = Object.entries(records).flatMap(([kind, ofKind]) =>
    Object.entries(ofKind).map(([id, record]) => [`${kind}/${id}`, JSON.stringify(record)]),
  );
  await putEntries(page, { records: Object.fromEntries(entries) });
  await page.evaluate((hash) => (location.hash = hash), route);
  // A page that is left while its pieces arrive would say that they are missing.
  await wholeProgram(page);
  await page.reload();
  await page.waitForFunction(() => document.documentElement.dataset.state === "started");
}
