// The states of the data worth looking at, each prepared as a person would meet it.
import { readFileSync } from "node:fs";
import { putEntries } from "../harness/storage.mjs";
import { DataScreen } from "./data.mjs";
import { ExchangeScreen } from "./exchange.mjs";
import { AT, merged, directory, fileOf, record, withRecords } from "./records.mjs";
import { ShareScreen } from "./share.mjs";

const fixture = (name) => new URL(`../../fixtures/${name}`, import.meta.url);

const CASE = { commune: { code: "93008" }, length: "full", presentation: "conversation", started_on: "2026-11-02" };
const interview = (label, fields, written) => record({ label, ...CASE, ...fields }, written);
const days = (number) => new Date(Date.now() + number * 86_400_000).toISOString().slice(0, 10);

/** So many interviews in use. */
function ordinary(number) {
  const one = (nth) => interview(`02-11-${String.fromCharCode(65 + nth)}`, { "answer/devices": { many: ["smartphone"] } });
  return Object.fromEntries(Array.from({ length: number }, (_, nth) => [`i${nth}`, one(nth)]));
}

const CARTE = directory("Carte de la Seine-Saint-Denis", [
  { id: "p1", name: "Maison fictive des Démarches", commune: "Bobigny", phone: "01 99 00 01 07" },
]);

/** The same case, as two machines wrote it without seeing each other. */
function disputed() {
  const here = interview("23-11-A", {
    "answer/send-mail": { skill: { level: "with_help", basis: "declared" } },
    "note/demand": "Courrier de la caisse à relire ensemble.",
    deleted: null,
  });
  const there = (written) => ({ by: "r2", on: "poste-accueil", at: AT.usual + 3_600_000, ...written });
  const changed = record(
    {
      label: "23-11-B",
      "answer/send-mail": { skill: { level: "alone", basis: "declared" } },
      "note/demand": "Vient pour la caisse, et pour une adresse de courriel.",
    },
    there(),
  );
  const clocks = record({ "answer/trust": { one: "worried" } }, there({ at: AT.future, by: "r3" }));
  const older = record({ "answer/trust": { one: "careful" } }, there({ at: AT.past, by: "r4", on: "poste-ancien" }));
  const unreadable = interview("20-11-C", { "answer/devices": { many: "smartphone" }, "later/field": { text: ["à lire"] } });
  const removed = merged(interview("21-11-D", { deleted: null }), record({ deleted: true }, there()));
  return { d1: merged(merged(here, changed), merged(clocks, older)), d2: unreadable, d3: removed };
}

export const toCheck = (page) => withRecords(page, { interview: disputed() }, "#/donnees/a-verifier");

export async function toChecked(page) {
  await toCheck(page);
  await page.getByRole("button", { name: /^Garder la valeur choisie/ }).first().click();
  await page.getByRole("button", { name: "Annuler", exact: true }).waitFor();
}

/** What is due for each reason, what is only kept, and the rule of an organisation that must keep everything for a time. */
export async function toDelete(page) {
  const removed = interview("03-08-D", { deleted: true }, { at: Date.now() - 60 * 86_400_000 });
  const interviews = {
    i1: interview("12-01-A", { started_on: "2024-01-12", concluded_on: "2024-01-12" }),
    i2: interview("05-03-B", { restricted: { until: days(-10), reason: "Recours devant la commission" } }),
    i3: interview("09-05-C", { restricted: { until: days(200), reason: "Contrôle du financeur" } }),
    i4: removed,
  };
  const rule = { "interview/months": 24, "hold/reason": "Contrôle du financeur", "hold/until": days(90) };
  const records = { interview: interviews, settings: { retention: record(rule) } };
  await withRecords(page, records, "#/donnees/a-supprimer");
  await page.getByRole("heading", { name: "3 entretiens à supprimer" }).waitFor();
}

export async function toErase(page) {
  await toDelete(page);
  await page.getByRole("button", { name: /^Effacer/ }).first().click();
  await page.getByRole("dialog", { name: "Effacer pour toujours ?" }).waitFor();
}

export async function toLimit(page) {
  await toDelete(page);
  await page.getByRole("button", { name: /^Limiter l’usage\s:/ }).first().click();
  await page.getByRole("dialog", { name: "Limiter l’usage" }).waitFor();
}

export const toShare = async (page) => {
  const records = { interview: ordinary(6), directory: { carte: CARTE.record } };
  await new DataScreen(page).import("reperes-2026-11-02-1000.json", fileOf(records, { snapshots: CARTE.snapshots }));
  await new ShareScreen(page).open();
};

/** A file closed by a passphrase, which is shown this once. */
export async function toPassphrase(page) {
  await toShare(page);
  await page.getByLabel(/^Fermer le fichier par une phrase de passe/).check();
  await new ShareScreen(page).prepare("Préparer les entretiens avec les notes");
  await page.locator(".passphrase").waitFor();
}

/** Three imports: what was here before each. */
export async function toPoints(page) {
  const data = new DataScreen(page);
  for (const number of [2, 4, 6]) {
    const created_at = `2026-11-0${number}T09:05:00`;
    await data.import(`reperes-2026-11-0${number}-0905.json`, fileOf({ interview: ordinary(number) }, { created_at }));
  }
  await page.evaluate(() => (location.hash = "#/donnees/points"));
  await page.getByRole("button", { name: /^Revenir à ce point/ }).nth(2).waitFor();
}

export async function toReturn(page) {
  await toPoints(page);
  await page.getByRole("button", { name: /^Revenir à ce point/ }).last().click();
  await page.getByRole("dialog", { name: /^Revenir en arrière/ }).waitFor();
}

/** A file that removes half of what is here, written by a clock that is wrong. */
export async function toAlarms(page) {
  await withRecords(page, { interview: ordinary(8) }, "#/donnees");
  const removal = (id) => [id, record({ deleted: true }, { by: "r9", on: "poste-ancien", at: AT.future })];
  const seen = (entry) => ({ ...entry, seen: { ...entry.seen, "r-poste-essai": { seq: 99, device: "poste-essai" } } });
  const removed = ["i0", "i1", "i2", "i3"].map(removal).map(([id, entry]) => [id, seen(entry)]);
  const file = fileOf({ interview: { ...Object.fromEntries(removed), n1: interview("24-11-A") } });
  await new DataScreen(page).weighed("reperes-2026-11-24-1700.json", file);
  await page.getByText("Voir ce qui change, élément par élément").click();
  await page.getByRole("button", { name: "Importer", exact: true }).click();
  await page.getByRole("alert").filter({ hasText: "Cochez cette case" }).waitFor();
}

/** A good file, a damaged one, a foreign one, an empty one and a closed one, together. */
export async function toSeveralFiles(page) {
  await withRecords(page, { interview: ordinary(2) }, "#/donnees");
  const good = fileOf({ interview: ordinary(4) });
  await new DataScreen(page).weighedTogether([
    ["reperes-2026-11-24-1700.json", good],
    ["copie.json", good.slice(0, -40)],
    ["budget.json", "[1,2,3]"],
    ["vide.json", ""],
    ["reperes-2026-11-24-1712.reperes", readFileSync(fixture("exchange/sealed-1.reperes"))],
  ]);
}

/** A file that was closed here, and a passphrase that is not its own. */
export async function toWrongPassphrase(page) {
  await withRecords(page, { interview: ordinary(2) }, "#/donnees");
  const screen = new ExchangeScreen(page);
  const { name, text } = await screen.sealedExport();
  await screen.weighed(name, text);
  await screen.unlock("pomme table livre chaise fleur route");
  await page.getByText(/Cette phrase de passe n’ouvre pas le fichier/).waitFor();
}

export async function toRefused(page) {
  await new DataScreen(page).weighed("copie.json", fileOf({ interview: ordinary(4) }).slice(0, -40));
}

export async function toImported(page) {
  await new DataScreen(page).import("reperes-2026-11-24-1700.json", fileOf({ interview: ordinary(4) }));
}

export async function toEndOfSession(page) {
  await page.evaluate(() => (location.hash = "#/preferences"));
  await page.getByLabel("D’autres personnes utilisent cet ordinateur").check();
  await withRecords(page, { interview: ordinary(3) }, "#/donnees/fin-de-seance");
  await page.getByRole("button", { name: "Effacer et terminer…" }).waitFor();
}

export async function toEndQuestion(page) {
  await toEndOfSession(page);
  await page.getByRole("button", { name: "Effacer et terminer…" }).click();
  await page.getByRole("dialog", { name: "Effacer et terminer la séance ?" }).waitFor();
}

export async function toEnded(page) {
  await toEndQuestion(page);
  await page.getByRole("button", { name: "Effacer et terminer", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "Séance terminée" }).waitFor();
}

export async function toCurtain(page) {
  await page.getByRole("button", { name: /^Masquer/ }).click();
  await page.getByRole("dialog", { name: "Écran masqué" }).waitFor();
}

/** Work under way, and what a colleague wrote differently. */
export const toHomeAtWork = (page) => withRecords(page, { interview: { ...disputed(), ...ordinary(3) } }, "#/");

/** A record damaged in the browser: the rest works. */
export async function toUnreadable(page) {
  await putEntries(page, { records: { "interview/abime": "{ceci n’est pas" } });
  await withRecords(page, { interview: disputed() }, "#/donnees");
  await page.getByText("1 élément enregistré ne peut pas être lu").waitFor();
}

/** Another tab runs a newer version: this one no longer writes. */
export async function toHalted(page) {
  await withRecords(page, { interview: ordinary(2) }, "#/diagnostic");
  await page.evaluate(() => new BroadcastChannel("reperes-tabs").postMessage(JSON.stringify({ opened: { version: 99 } })));
  await page.getByRole("link", { name: "Exporter ce qui est affiché" }).waitFor();
}
