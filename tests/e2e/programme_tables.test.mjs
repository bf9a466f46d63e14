// The tables of the programme as workbooks, read and written by another program: each cell is computed here, apart from ours.
import assert from "node:assert/strict";
import { journey } from "./harness/journey.mjs";
import { downloaded, entries } from "./harness/storage.mjs";
import { readWorkbook, writeWorkbook } from "./harness/workbook.mjs";
import { cycleRecords, dayOf, presences, sessionId } from "./pages/programme_cycle.mjs";
import { People } from "./pages/programme_people.mjs";
import { record, withRecords } from "./pages/records.mjs";
import { plain } from "./pages/screen.mjs";

const [SESSIONS, PEOPLE] = [3, 12];
const KIND_WORDS = [
  "Projet insertion emploi (PIE)",
  "Association référente RSA",
  "Service social départemental",
  "Structure d’insertion par l’activité économique (SIAE)",
  "Mission locale",
  "Aide sociale à l’enfance (ASE)",
  "Maison de l’emploi (MDE)",
  "Pôle emploi (France Travail)",
  "Médiation ou inclusion numérique",
  "Centre social",
];
const TOWNS = [
  ["Bobigny", "Est Ensemble"],
  ["Saint-Denis", "Plaine Commune"],
  ["Aulnay-sous-Bois", "Paris Terres d’Envol"],
  ["Noisy-le-Grand", "Grand Paris Grand Est"],
];
const DAYS = ["4 janvier 2022", "18 janvier 2022", "1er février 2022"];
const PRESENT = "Présente ou présent";

const all = Array.from({ length: PEOPLE }, (_, nth) => nth);
const family = (nth) => `Essai${String(nth).padStart(4, "0")}`;
const kindOf = (nth) => nth % KIND_WORDS.length;
const townOf = (nth) => Math.floor(nth / KIND_WORDS.length);
const sessionOf = (nth) => nth % SESSIONS;
const ofSession = (session) => all.filter((nth) => sessionOf(nth) === session);
/** The first session alone was held. */
const wasThere = (nth) => sessionOf(nth) === 0;
const minutesOf = (nth) => {
  const { morning, afternoon } = presences(nth);
  const whole = { present: 210, absent: 0 };
  return (whole[morning.is] ?? 210 - morning.late) + whole[afternoon.is];
};
const isTrained = (nth) => wasThere(nth) && presences(nth).afternoon.is !== "absent";

/** Somebody was erased, who came to the first session: a young structure’s person, late by twenty minutes. */
const ERASED = { kind: "pie", territory: "Est Ensemble", is_registered: true, is_trained: true, minutes: 400, halves: ["morning", "afternoon"] };

function records() {
  const made = cycleRecords({ sessions: SESSIONS, people: PEOPLE, held: 1 });
  const first = Object.entries(made.session[sessionId(0)].fields).map(([name, [{ v }]]) => [name, v]);
  made.session[sessionId(0)] = record({ ...Object.fromEntries(first), "tally/gone": ERASED });
  return made;
}

/** The lines of a table, by way of the page and of openpyxl; every space a plain one. */
async function sheet(page, name) {
  const button = page.getByRole("button", { name: new RegExp(`^Enregistrer en XLSX\\s*:\\s*${name.replace(/[()]/g, "\\$&")}$`) });
  const { name: file, bytes } = await downloaded(page, () => button.click());
  assert.match(file, /^[a-z-]+-\d{4}-\d{2}-\d{2}\.xlsx$/, "nobody is named in it");
  const lines = await readWorkbook(bytes);
  return lines.map((line) => line.map((cell) => (typeof cell === "string" ? plain(cell) : cell)));
}

journey("les tableaux en XLSX, relus par openpyxl, cellule par cellule", { route: "#/", limitMs: 240_000 }, async ({ page }) => {
  await withRecords(page, records(), "#/programme/jauge");
  await page.getByRole("heading", { level: 1, name: "La jauge du programme" }).waitFor();

  const [peopleHead, ...people] = await sheet(page, "Personnes, avec leurs coordonnées");
  assert.deepEqual(peopleHead, [
    "Nom", "Prénom", "Structure", "Type de structure", "Fonction", "En poste depuis le", "Commune de travail", "Territoire",
    "Conseillère ou conseiller numérique", "Public prioritaire", "Minutes suivies", "Courriel", "Téléphone", "Aménagements demandés",
  ]);
  const person = (nth) => [
    family(nth), "Dominique", `Structure ${nth + 1}`, KIND_WORDS[kindOf(nth)], "conseil en insertion", "2021-09-01", ...TOWNS[townOf(nth)],
    "non", "oui", wasThere(nth) ? minutesOf(nth) : 0, null, null, null,
  ];
  assert.deepEqual(people, all.map(person));

  const [registrationHead, ...registrations] = await sheet(page, "Inscriptions");
  assert.deepEqual(registrationHead, ["Session", "Jour", "Nom", "Prénom", "Structure", "Inscription", "Convocation envoyée le", "Type de structure", "Territoire"]);
  const about = (nth) => [KIND_WORDS[kindOf(nth)], TOWNS[townOf(nth)][1]];
  const gone = [KIND_WORDS[0], "Est Ensemble"];
  const PLACE = "Inscription confirmée";
  const registered = [0, 1, 2].flatMap((session) => {
    const head = [session + 1, dayOf(session)];
    const named = ofSession(session).map((nth) => [...head, family(nth), "Dominique", `Structure ${nth + 1}`, PLACE, null, ...about(nth)]);
    return session === 0 ? [...named, [...head, "Personne effacée", null, null, PLACE, null, ...gone]] : named;
  });
  assert.deepEqual(registrations, registered);

  const [attendanceHead, ...attendance] = await sheet(page, "Présences");
  assert.deepEqual(attendanceHead, [
    "Session", "Jour", "Nom", "Prénom", "Rôle", "Matin", "Matin, établi par", "Après-midi", "Après-midi, établi par", "Minutes suivies",
    "Type de structure", "Territoire",
  ]);
  const SCREEN = "saisie à l’écran";
  const words = { present: PRESENT, absent: "Absente ou absent", partial: "Retard de 20 min" };
  const noted = (nth) => {
    const { morning, afternoon } = presences(nth);
    return [words[morning.is], SCREEN, words[afternoon.is], SCREEN, minutesOf(nth)];
  };
  const nothing = [null, null, null, null, null];
  const there = [0, 1, 2].flatMap((session) => {
    const head = [session + 1, dayOf(session)];
    const named = ofSession(session).map((nth) => [...head, family(nth), "Dominique", "Personne inscrite", ...(wasThere(nth) ? noted(nth) : nothing), ...about(nth)]);
    const trainer = [...head, "Formatrice", "Alix", "Équipe de formation", ...nothing, null, null];
    const erased = [...head, "Personne effacée", null, "Personne inscrite", PRESENT, null, PRESENT, null, ERASED.minutes, ...gone];
    return session === 0 ? [...named, trainer, erased] : [...named, trainer];
  });
  assert.deepEqual(attendance, there);

  // The gauge: whoever was erased is still counted.
  const trained = [...all.filter(isTrained).map((nth) => [kindOf(nth), townOf(nth)]), [0, 0]];
  const toCome = all.filter((nth) => !wasThere(nth)).map((nth) => [kindOf(nth), townOf(nth)]);
  const expected = trained.length + toCome.length;
  const share = (name, part, nth) => {
    const [done, rest] = [trained, toCome].map((list) => list.filter((one) => one[part] === nth).length);
    return [name, done, rest, done + rest, `${Math.round(((done + rest) * 100) / expected)} %`];
  };
  const SHARE = ["Formées", "Inscrites, à venir", "En tout", "Part"];
  const kinds = await sheet(page, "Personnes par type de structure");
  assert.deepEqual(kinds, [["Type de structure", ...SHARE], ...KIND_WORDS.map((name, nth) => share(name, 0, nth))]);
  const [territoryHead, ...territories] = await sheet(page, "Personnes par territoire (EPT)");
  assert.deepEqual(territoryHead, ["Territoire", ...SHARE]);
  for (const [nth, [, name]] of TOWNS.entries()) {
    assert.deepEqual(territories.find(([territory]) => territory === name), share(name, 1, nth));
  }
  const total = (nth) => territories.reduce((sum, line) => sum + line[nth], 0);
  assert.deepEqual([total(1), total(2), total(3)], [trained.length, toCome.length, expected]);

  const sessions = await sheet(page, "Chaque session");
  const group = (session) => {
    const people = ofSession(session).length + (session === 0 ? 1 : 0);
    const [state, done] = session === 0 ? ["Tenue", trained.length] : ["Confirmée", 0];
    return [String(session + 1), DAYS[session], `Maison ${session + 1}`, state, people, 0, done, "7 h", `${10 - people} de moins que prévu`];
  };
  const GROUPS = ["Session", "Jour", "Lieu", "État", "Inscriptions", "En attente", "Formées", "Durée", "Taille du groupe"];
  assert.deepEqual(sessions, [GROUPS, group(0), group(1), group(2)]);
  const minutes = all.filter(wasThere).reduce((sum, nth) => sum + minutesOf(nth), 0) + ERASED.minutes;
  assert.equal(attendance.reduce((sum, line) => sum + (line[9] ?? 0), 0), minutes, "the totals of the table are those of the gauge");
  const indicators = await sheet(page, "Ce qui est commandé, ce qui est fait");
  assert.deepEqual(indicators, [
    ["Indicateur", "Commandé", "Fait", "Prévu en tout", "Où en est-on"],
    ["Personnes formées", "100 à 150", trained.length, expected, `Encore ${100 - expected} à prévoir`],
    ["Sessions tenues", "10 à 15", 1, SESSIONS, `Encore ${10 - SESSIONS} à prévoir`],
    ["Heures de formation", "7 h par session", "7 h", "21 h", `${Math.floor(minutes / 60)} heures suivies en tout`],
    ["Personnes par groupe", "10 à 15", "4,3", null, "3 groupes hors des bornes"],
  ]);
});

journey("une liste de personnes écrite par openpyxl : colonnes, ligne vide, date, compte rendu et résultat", { route: "#/" }, async (app) => {
  const { page } = app;
  const people = new People(page);
  await withRecords(page, cycleRecords({ sessions: 2, people: 3 }), "#/programme/personnes/importer");
  await people.at("Importer une liste");
  const buffer = await writeWorkbook([
    ["Prénom", "Nom", "Structure", "Type de structure", "Date de prise de poste", "Effectif"],
    ["Zoé", "Fictive", "Relais d’essai", "Mission locale", { day: "2021-09-01" }, 12],
    [null, null, null, null, null, null],
    [null, "Sansprenom", "Relais d’essai", null, null, null],
    ["Dominique", "Essai0001", "Structure 2", null, { day: "2021-09-01" }, null],
  ]);
  const mimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  await page.getByLabel(/^Déposez ici la liste/).setInputFiles({ name: "liste.xlsx", mimeType, buffer });
  await page.getByRole("heading", { level: 2, name: "Les colonnes" }).waitFor();
  const column = (head) => page.getByLabel(new RegExp(`^${head} \\(par exemple`)).locator("option:checked").innerText();
  assert.equal(plain(await column("Prénom")), "Prénom");
  assert.equal(plain(await column("Date de prise de poste")), "Date de prise de poste");
  await page.getByText(/^1\snouvelle fiche, 1\snouvelle structure, 1\sligne laissée de côté et 1\sligne non reprise\.$/).waitFor();
  await page.getByLabel(/^Non reprises/).check();
  await page.getByText("Il manque le prénom.").waitFor();
  await people.button("Importer la liste").click();
  await page.getByRole("heading", { name: "Liste importée" }).waitFor();
  const { text } = await downloaded(page, () => people.button("Enregistrer le compte rendu (CSV)").click());
  assert.match(plain(text), /"4";"Sansprenom";"Relais d’essai";"Non reprise"/, "la ligne vide compte");
  const kept = Object.entries(await entries(page, "records")).filter(([key]) => key.startsWith("professional/"));
  assert.equal(kept.length, 4);
  const fields = kept.map(([, stored]) => JSON.parse(stored).fields).find((fields) => fields.family_name[0].v === "Fictive");
  const values = Object.fromEntries(["given_name", "hired_on"].map((name) => [name, fields[name]?.[0].v]));
  assert.deepEqual(values, { given_name: "Zoé", hired_on: "2021-09-01" });
  await people.list();
  await people.says(/^4\spersonnes$/);
});
