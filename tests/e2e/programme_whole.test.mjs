// The cycle of the tender from end to end: 140 people imported from a list, 12 sessions, waiting lists, cancellations,
// presences; every figure of the gauge and what the documents say are computed here, apart from the program.
import assert from "node:assert/strict";
import { journey } from "./harness/journey.mjs";
import { printed } from "./harness/paper.mjs";
import { downloaded, entries } from "./harness/storage.mjs";
import { readCalendar } from "./harness/calendar.mjs";
import { ExchangeScreen } from "./pages/exchange.mjs";
import { COMMUNES, cycleRecords, dayOf, joint, KINDS, sessionId, trainerId } from "./pages/programme_cycle.mjs";
import { GaugeScreen } from "./pages/programme_mission.mjs";
import { fileOf, record } from "./pages/records.mjs";
import { plain } from "./pages/screen.mjs";

const PEOPLE = 140;
const SESSIONS = 12;
const HELD = 9;
const CAPACITY = 11;
const NAMES = ["Bobigny", "Saint-Denis", "Aulnay-sous-Bois", "Noisy-le-Grand"];
const KIND_WORDS = [
  "PIE",
  "Association référente RSA",
  "Service social départemental",
  "SIAE",
  "Mission locale",
  "ASE",
  "MDE",
  "Pôle emploi",
  "Médiation numérique",
  "Centre social",
];

const family = (nth) => `Essai${String(nth).padStart(3, "0")}`;
const kindOf = (nth) => nth % KINDS.length;
const townOf = (nth) => Math.floor(nth / KINDS.length) % COMMUNES.length;

/** The list that a structure would send: dates in French, a windows-1252 file. */
function list() {
  const heads = "Nom;Prénom;Structure;Type de structure;Fonction;Date de prise de poste;Commune;Courriel";
  const row = (nth) =>
    [
      family(nth),
      "Dominique",
      `Structure ${kindOf(nth)}-${townOf(nth)}`,
      KIND_WORDS[kindOf(nth)],
      "conseil en insertion",
      "01/09/2021",
      NAMES[townOf(nth)],
      `essai${nth}@exemple.fr`,
    ].join(";");
  return Buffer.from([heads, ...Array.from({ length: PEOPLE }, (_, nth) => row(nth))].join("\r\n"), "latin1");
}

// The rule of the cycle: people ask for the twelfth session, the eleventh… and over again, in the order of the list; the first eleven of each have a
// seat, the others wait. One in seventeen of those who have a seat gave it up, and nobody was promoted.
const sessionOf = (nth) => SESSIONS - 1 - (nth % SESSIONS);
const turnOf = (nth) => Math.floor(nth / SESSIONS);
const waits = (nth) => turnOf(nth) >= CAPACITY;
const gaveUp = (nth) => !waits(nth) && nth % 17 === 5;
const isSeated = (nth) => !waits(nth) && !gaveUp(nth);
const leftAtNoon = (nth) => nth % 13 === 0;
const isLate = (nth) => nth % 11 === 0;
const minutesOf = (nth) => (leftAtNoon(nth) ? 210 : 420) - (isLate(nth) ? 20 : 0);
const all = Array.from({ length: PEOPLE }, (_, nth) => nth);
const ofSession = (session) => all.filter((nth) => sessionOf(nth) === session && isSeated(nth));
const wasHeld = (nth) => sessionOf(nth) < HELD;
const trained = all.filter((nth) => isSeated(nth) && wasHeld(nth) && !leftAtNoon(nth));
const toCome = all.filter((nth) => isSeated(nth) && !wasHeld(nth));

/** The file of a colleague who led the sessions: places and presences of the people that are here. */
function colleague(ids) {
  const { cycle, trainer, session } = cycleRecords({ sessions: SESSIONS, people: 0, held: HELD, every: 14 });
  for (const one of Object.values(session)) one.fields.capacity = record({ capacity: CAPACITY }, { by: "r-poste-essai" }).fields.capacity;
  const registration = {};
  const attendance = {};
  for (const nth of all) {
    const [person, of] = [ids[nth], sessionId(sessionOf(nth))];
    const id = joint(of, person);
    const status = waits(nth) ? { is: "waiting" } : gaveUp(nth) ? { is: "cancelled", why: "by_person" } : { is: "registered" };
    const named = { session: of, [`subject/${person}`]: true };
    registration[id] = record({ ...named, status, asked_at: 1_640_000_000_000 + nth });
    if (isSeated(nth) && wasHeld(nth)) {
      const morning = isLate(nth) ? { is: "partial", late: 20, early: 0, from: "sheet" } : { is: "present", from: "sheet" };
      attendance[id] = record({ ...named, morning, afternoon: { is: leftAtNoon(nth) ? "absent" : "present", from: "sheet" } });
    }
  }
  for (let nth = 0; nth < HELD; nth += 1) {
    const id = joint(sessionId(nth), trainerId(1));
    const present = { is: "present", from: "sheet" };
    attendance[id] = record({ session: sessionId(nth), [`subject/${trainerId(1)}`]: true, trainer: true, morning: present, afternoon: present });
  }
  const provider = { only: record({ name: "Organisme fictif", siret: "73282932000074", declaration: "11930000000", prefecture: "Île-de-France", signatory: "Sacha Fictif, direction" }) };
  return fileOf({ cycle, trainer, session, registration, attendance, provider });
}

const hours = (minutes) => `${Math.floor(minutes / 60)} h${minutes % 60 ? ` ${String(minutes % 60).padStart(2, "0")}` : ""}`;

async function open(page, hash, heading) {
  await page.evaluate((hash) => (location.hash = hash), hash);
  await page.getByRole("heading", { level: 1, name: heading }).waitFor();
}

journey("le cycle du cahier des charges, d’un bout à l’autre", { route: "#/programme", limitMs: 420_000 }, async ({ page }) => {
  // A cycle is prepared from the model, the people come from their list.
  await page.getByRole("link", { name: "Préparer un cycle" }).click();
  await page.getByLabel(/^Du/).fill("2022-01-01");
  await page.getByLabel(/^Au/).first().fill("2022-06-30");
  await page.getByRole("button", { name: "Préparer le cycle" }).click();
  await page.getByText("Cycle préparé").first().waitFor();
  await open(page, "#/programme/personnes/importer", "Importer une liste");
  await page.getByLabel(/Déposez ici la liste/).setInputFiles({ name: "liste.csv", mimeType: "text/csv", buffer: list() });
  await page.getByRole("heading", { name: "Les colonnes" }).waitFor();
  await page.getByRole("button", { name: "Importer la liste" }).click();
  await page.getByRole("heading", { name: "Liste importée" }).waitFor();
  const people = Object.entries(await entries(page, "records")).filter(([key]) => key.startsWith("professional/"));
  assert.equal(people.length, PEOPLE);
  const byName = new Map(people.map(([key, text]) => [JSON.parse(text).fields.family_name[0].v, key.split("/")[1]]));
  const ids = all.map((nth) => byName.get(family(nth)));

  // A colleague led the sessions and sends their file.
  const exchange = new ExchangeScreen(page);
  await exchange.import("sessions.json", colleague(ids));
  await open(page, "#/programme/cycle", "Cycles de formation");
  await page.getByRole("button", { name: /^Afficher\s*:\s*Cycle d’essai/ }).click();
  await page.getByText("Cycle affiché").first().waitFor();

  // The gauge, figure by figure.
  await open(page, "#/programme/jauge", "La jauge du programme");
  const gauge = new GaugeScreen(page);
  await gauge.on("2022-07-15");
  const ORDERED = "Ce qui est commandé, ce qui est fait";
  assert.deepEqual((await gauge.line(ORDERED, "Personnes formées")).slice(0, 3), ["100 à 150", String(trained.length), String(trained.length + toCome.length)]);
  assert.deepEqual((await gauge.line(ORDERED, "Sessions tenues")).slice(0, 3), ["10 à 15", String(HELD), String(SESSIONS)]);
  const kinds = (await gauge.exported("Personnes par type de structure")).slice(1);
  assert.equal(kinds.length, 10);
  for (const [nth, row] of kinds.entries()) {
    const of = (list) => String(list.filter((person) => kindOf(person) === nth).length);
    assert.deepEqual(row.slice(1, 3), [of(trained), of(toCome)], row[0]);
  }
  const territories = (await gauge.exported("Personnes par territoire (EPT)")).slice(1);
  for (const [nth, [, name]] of COMMUNES.entries()) {
    const row = territories.find(([territory]) => territory === name);
    const of = (list) => String(list.filter((person) => townOf(person) === nth).length);
    assert.deepEqual(row?.slice(1, 3), [of(trained), of(toCome)], name);
  }
  const registrations = await gauge.exported("Inscriptions");
  assert.equal(registrations.length - 1, PEOPLE);
  const paper = await printed(page);
  assert.ok(plain(paper.text).includes("Jauge : Cycle d’essai"));
  assert.ok(paper.sheets <= 2, `${paper.sheets} pages`);

  // The documents of a session that was held, and that somebody waited for.
  const session = 4;
  const base = `#/programme/session/${sessionId(session)}/documents`;
  const here = ofSession(session);
  const waiting = all.filter((nth) => sessionOf(nth) === session && waits(nth));
  assert.equal(waiting.length, 1);
  const total = here.reduce((sum, nth) => sum + minutesOf(nth), 0);
  for (const [path, heading, sheets, words] of [
    ["programme", "Programme", 1, ["Pix", "Aidants Connect"]],
    ["convocations", "Convocations", here.length, here.map((nth) => family(nth).toUpperCase())],
    ["liste", "Liste des participantes et participants", 1, here.map((nth) => family(nth).toUpperCase())],
    ["emargement-matin", "Feuille d’émargement du matin", 1, here.map((nth) => family(nth).toUpperCase())],
    ["emargement-apres-midi", "Feuille d’émargement de l’après-midi", 1, ["FORMATRICE"]],
    ["compte-rendu", "Compte rendu de la session", 1, [hours(total)]],
    ["certificats", "Certificats de réalisation", here.length, here.map((nth) => hours(minutesOf(nth)))],
    ["attestations", "Attestations individuelles", here.length, ["Pix"]],
    ["annexe-facture", "Annexe à la facture", 1, [hours(total)]],
  ]) {
    await open(page, `${base}/${path}`, heading);
    const document = await printed(page);
    const text = plain(document.text);
    assert.equal(document.sheets, sheets, `${heading} : ${document.sheets} pages`);
    // A narrow space may be lost between a number and its unit.
    const bare = text.replace(/\s/g, "");
    for (const word of words) assert.ok(bare.includes(word.replace(/\s/g, "")), `${heading} : « ${word} »`);
    for (const nth of waiting) assert.ok(!text.includes(family(nth).toUpperCase()), `${heading} : ${family(nth)} attendait`);
  }

  // The calendar of every session, read by another program.
  await open(page, "#/programme/sessions", "Sessions");
  const calendar = await downloaded(page, () => page.getByRole("button", { name: /^Enregistrer le calendrier/ }).click());
  const events = readCalendar(calendar.text);
  assert.equal(events.length, SESSIONS);
  assert.deepEqual(events.map(({ starts }) => starts.slice(0, 10)).sort(), Array.from({ length: SESSIONS }, (_, nth) => dayOf(nth)).sort());
  assert.equal(events.find(({ starts }) => starts.startsWith(dayOf(0))).starts.slice(11, 16), "08:00", "9 heures en hiver");

  // A seat that was given up goes to whoever waits first, on the screen.
  const next = Array.from({ length: SESSIONS - HELD }, (_, nth) => HELD + nth).find((of) => {
    const isOf = (nth) => sessionOf(nth) === of;
    return all.some((nth) => isOf(nth) && waits(nth)) && all.some((nth) => isOf(nth) && gaveUp(nth));
  });
  assert.ok(next !== undefined, "la règle donne une place libre et une attente");
  await open(page, `#/programme/session/${sessionId(next)}/inscriptions`, /^Inscriptions/);
  const first = all.find((nth) => sessionOf(nth) === next && waits(nth));
  await page.getByRole("button", { name: new RegExp(`^Donner la place\\s*:.*${family(first)}`, "i") }).click();
  await page.getByText(/inscription confirmée/).first().waitFor();
  await open(page, "#/programme/jauge", "La jauge du programme");
  assert.equal((await gauge.line(ORDERED, "Personnes formées"))[2], String(trained.length + toCome.length + 1));
});
