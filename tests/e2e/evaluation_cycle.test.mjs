// The evaluation of a whole cycle, twelve sessions of twelve people: answers that come in every way, twice, late and changed;
// the figures of the synthesis computed here from the same answers, without the program; the PDF that holds them.
import assert from "node:assert/strict";
import { App } from "./harness/app.mjs";
import { journey } from "./harness/journey.mjs";
import { pdfText } from "./harness/paper.mjs";
import { downloaded } from "./harness/storage.mjs";
import { AnswersDesk, Answering } from "./pages/evaluation_collect.mjs";
import { OUTCOMES, TITLES, VERSION, inOrder, numberOf } from "./pages/evaluation_questions.mjs";
import { Told } from "./pages/evaluation_told.mjs";
import { cycleRecords, sessionId } from "./pages/programme_cycle.mjs";
import { withRecords } from "./pages/records.mjs";
import { plain } from "./pages/screen.mjs";

const SESSIONS = 12;
const PEOPLE = 12;
/** Who answers after everybody else of their session was told: alone, they wait. */
const LATE = 5;
const DAY = "end_of_day";
const LATER = "three_months";
const NAMES = { [DAY]: "Fin de journée", [LATER]: "Trois mois après" };

/** Among those who can choose one answer of a question, the favourable ones come first. */
const favourable = ({ choices }) => choices.filter((choice) => choice.favourable).length;

/**
 * What somebody answers to a question: the rank of a choice, or those that they tick. In each session seven say something
 * favourable and five do not, six tick each choice: every session can be told alone.
 */
function said(session, place, question, q) {
  const { choices } = question;
  if (question.several) return choices.flatMap((_, rank) => ((place + rank + q) % 2 === 0 ? [rank] : []));
  const good = favourable(question);
  if (good === 0) return [(session + place + q) % choices.length];
  const isGood = (place + q + session) % PEOPLE < 7;
  const among = isGood ? good : choices.length - good;
  return [(isGood ? 0 : good) + ((session + place) % among)];
}

const answering = (kind, session, place) => inOrder(kind).map((question, q) => (question.choices ? said(session, place, question, q) : []));

/** On the screen of a questionnaire: chooses what somebody answers. */
async function answer(page, kind, session, place) {
  for (const [q, ranks] of answering(kind, session, place).entries()) {
    const { title, choices } = inOrder(kind)[q];
    const group = page.getByRole("group", { name: plain(title).split(" (")[0].slice(0, 60) });
    for (const rank of ranks) await group.getByLabel(plain(choices[rank].title), { exact: true }).check();
  }
}

/** The message that somebody sends, written as a person would: what they answered and no more. */
function message(kind, session, place, { edition = 1, number, answers = answering(kind, session, place) } = {}) {
  const lines = answers.flatMap((ranks, q) => (ranks.length ? [`${q + 1}) ${ranks.map((rank) => rank + 1).join(", ")}`] : []));
  const drawn = number ?? 1 + (kind === DAY ? 0 : 1_000) + session * PEOPLE + place;
  const head = [TITLES[kind], `Numéro : ${numberOf(drawn * 104_729)}`, `Référence : ${sessionId(session)} ${VERSION} ${edition}`];
  return [...head, ...lines].join("\n");
}

const file = (name, text) => ({ name: `${name}.txt`, mimeType: "text/plain", buffer: Buffer.from(text) });

/** How many of some people chose each rank, question by question. */
function counted(kind, people) {
  return inOrder(kind).map((question, q) => {
    const counts = question.choices?.map(() => 0);
    if (counts) people.forEach(([session, place]) => said(session, place, question, q).forEach((rank) => (counts[rank] += 1)));
    return counts;
  });
}

const everybody = Array.from({ length: SESSIONS * PEOPLE }, (_, nth) => [Math.floor(nth / PEOPLE), nth % PEOPLE]);
const isLate = (kind, [session, place]) => kind === DAY && session === 0 && place === LATE;

/** What the synthesis tells of everybody, as `Told.answers` reads it. */
function expected(kind) {
  const people = everybody.filter((one) => !isLate(kind, one));
  const part = kind === DAY ? "La satisfaction en fin de journée" : "Les effets à trois mois";
  const counts = counted(kind, people);
  const told = inOrder(kind).flatMap((question, q) => {
    if (!question.choices || question.isCommitment) return [];
    if (!question.several) {
      const rows = question.choices.map(({ title }, rank) => [plain(title), counts[q][rank]]);
      return [[`${part} : ${question.title}`, [...rows, ["Sans réponse", 0]]]];
    }
    return question.choices.map(({ title }, rank) => [
      `${part} : ${question.title.replace(" (plusieurs réponses possibles)", "")} ${title}`,
      [["Oui", counts[q][rank]], ["Non, ou sans réponse", people.length - counts[q][rank]]],
    ]);
  });
  // Whoever came to the same end with two commitments counts once.
  const outcomes = inOrder(kind).flatMap((question, q) => (question.isCommitment ? [q] : []));
  const commitments = (outcomes.length ? OUTCOMES : []).map(({ title }, rank) => {
    const count = people.filter(([session, place]) => outcomes.some((q) => said(session, place, inOrder(kind)[q], q).includes(rank))).length;
    const name = `${part} : Au moins un engagement : ${title[0].toLowerCase()}${title.slice(1)}`;
    return [name, [["Oui", count], ["Non, ou sans réponse", people.length - count]]];
  });
  return new Map([...told, ...commitments].map(([name, rows]) => [plain(name), rows]));
}

/**
 * What is told of each session: how many said something favourable, or ticked, of those who answered there. The first one,
 * which lacks somebody, is told with the second where it would tell less than five people apart.
 */
function bySession(kind) {
  const rows = [];
  const tell = (title, countIn) => {
    const told = Array.from({ length: SESSIONS }, (_, session) => {
      const people = everybody.filter((one) => one[0] === session && !isLate(kind, one));
      return { name: `Session ${session + 1}`, count: countIn(counted(kind, people)), base: people.length };
    });
    const [first, second, ...others] = told;
    const isSmall = [first.count, first.base - first.count].some((count) => count > 0 && count < 5);
    const both = { name: "Sessions 1 et 2, ensemble", count: first.count + second.count, base: first.base + second.base };
    for (const { name, count, base } of isSmall ? [both, ...others] : told) rows.push([plain(title), name, count, base].join(" | "));
  };
  for (const [q, question] of inOrder(kind).entries()) {
    if (!question.choices || question.isCommitment) continue;
    const good = favourable(question);
    const short = (title) => `${question.title.replace(" (plusieurs réponses possibles)", "")} ${title}`;
    if (question.several) question.choices.forEach(({ title }, rank) => tell(short(title), (counts) => counts[q][rank]));
    else if (good > 0) tell(question.title, (counts) => counts[q].slice(0, good).reduce((sum, count) => sum + count, 0));
  }
  return rows;
}

/** A file of the synthesis, as its lines of cells. */
const cells = (text) => text.trim().split(/\r?\n/).slice(1).map((line) => line.split(";").map((cell) => plain(cell.replace(/^"|"$/g, ""))));

journey("un cycle de douze sessions de douze personnes : chaque chiffre est celui d’un calcul à part", { route: "#/", limitMs: 360_000 }, async ({ page, site }) => {
  const [desk, told, one] = [new AnswersDesk(page), new Told(page), new Answering(page)];
  await withRecords(page, cycleRecords({ sessions: SESSIONS, people: SESSIONS * PEOPLE, held: SESSIONS }), "#/evaluation");
  const at = (session) => desk.open(`#/evaluation/session/${sessionId(session)}`);

  /** All the files of a session, but some; two come twice, and one is changed afterwards: it counts as it is in the end. */
  async function byFiles(kind, session, except = []) {
    const places = Array.from({ length: PEOPLE }, (_, place) => place).filter((place) => !except.includes(place));
    const files = places.map((place) => file(`reponse-${place}`, message(kind, session, place)));
    const [first] = places;
    const changed = answering(kind, session, first).map((ranks, q) => (q === 0 ? [4 - ranks[0]] : ranks));
    const twice = [file("copie", message(kind, session, places.at(-1))), file("avant", message(kind, session, first, { answers: changed }))];
    files[0] = file("apres", message(kind, session, first, { edition: 2 }));
    await at(session);
    await desk.giveFiles([...files, ...twice]);
    await desk.store(new RegExp(`${places.length}\\sréponses reçues`));
    await desk.counts(NAMES[kind], places.length);
  }

  // The first session, in every way: eight files, a message, a sheet, a tablet; somebody is late.
  await byFiles(DAY, 0, [8, 9, 10, LATE]);
  await desk.paste(`> ${message(DAY, 0, 8).replaceAll("\n", "\n> ")}\n\nBonne soirée`);
  await desk.store(/1\sréponse reçue/);
  await page.getByRole("link", { name: /^Saisir des feuilles\s: Fin de journée/ }).click();
  await one.at(/^Saisir les feuilles/);
  await page.locator("#saisie-content").focus();
  const sheet = answering(DAY, 0, 9).map((ranks, q) => [inOrder(DAY)[q].id, ranks.map((rank) => rank + 1).join(" ")]);
  await desk.typeSheet(Object.fromEntries(sheet));
  await page.getByText(/^Feuille enregistrée/).waitFor();
  await at(0);
  await page.getByRole("link", { name: /^Répondre sur cet appareil\s: Fin de journée/ }).click();
  await answer(page, DAY, 0, 10);
  await one.press("Remettre mes réponses");
  await page.getByRole("heading", { name: "Vos réponses sont remises" }).waitFor();
  await at(0);
  await desk.counts(NAMES[DAY], 11);

  // The second: a code shown on somebody's own device.
  await byFiles(DAY, 1, [3]);
  const own = await App.open({ site, route: `#/evaluation/repondre/${sessionId(1)}/fin-de-journee` });
  const theirs = new Answering(own.page);
  await answer(own.page, DAY, 1, 3);
  await theirs.ready();
  await desk.givePictures([await theirs.code()], /^1\simage\s: 1\sréponse reçue/);
  own.watch.assertClean();
  await own.close();
  await desk.counts(NAMES[DAY], 12);
  for (let session = 2; session < 6; session += 1) await byFiles(DAY, session);

  // A synthesis on the way, then whoever was late, alone: a difference of two syntheses would tell what they said.
  await told.go("#/evaluation/synthese");
  await told.at("Synthèse de l’évaluation");
  await told.publish({ closing: false });
  await at(0);
  await desk.giveFiles([file("retard", message(DAY, 0, LATE))]);
  await desk.store(/1\sréponse reçue/);
  await desk.counts(NAMES[DAY], 12);
  for (let session = 6; session < SESSIONS; session += 1) await byFiles(DAY, session);
  for (let session = 0; session < SESSIONS; session += 1) await byFiles(LATER, session);

  await told.go("#/evaluation/synthese");
  await told.at("Synthèse de l’évaluation");
  await told.publish();
  const shown = await told.answers();
  for (const kind of [DAY, LATER]) {
    const all = expected(kind);
    for (const [name, rows] of all) assert.deepEqual(shown.get(name), rows, name);
    assert.equal([...shown.keys()].filter((name) => name.startsWith([...all.keys()][0].split(" : ")[0])).length, all.size);
  }

  const files = {
    [DAY]: "La satisfaction en fin de journée, par session",
    [LATER]: "Les effets à trois mois, par session",
  };
  for (const [kind, name] of Object.entries(files)) {
    const { text } = await downloaded(page, () => told.press(new RegExp(`^Enregistrer en CSV\\s: ${name}`)));
    // A question without favourable answers is told with all sessions, and has no number here.
    const rows = cells(text).filter(([title, session]) => session !== "Toutes" && !title.startsWith("Au moins un engagement"));
    const read = rows.map(([title, session, , count, base]) => [title, session, count, base].join(" | "));
    assert.deepEqual(read.toSorted(), bySession(kind).toSorted(), name);
  }

  await told.go("#/evaluation/synthese/papier");
  await told.at("Synthèse pour le Département");
  const paper = (await pdfText(page)).replace(/\s+/g, "");
  for (const kind of [DAY, LATER]) {
    for (const [name, rows] of expected(kind)) {
      const begins = name.split(" : ")[1].split(" ").slice(0, 3).join("");
      const [first, count] = rows[0];
      assert.ok(paper.includes(begins) && paper.includes(`${first}${count}`.replace(/\s+/g, "")), name);
    }
  }
  const all = everybody.length;
  // One person of each session is noted as absent.
  assert.ok(paper.includes(`Entout${all}sur${SESSIONS * (PEOPLE - 1)},${all - 1}dansles`), "toutes les réponses reçues, et celles qui comptent");
});
