// A whole room: twelve people answer the same case, each in a browser of their own, and hand in by each of the ways there are.
import assert from "node:assert/strict";
import { App } from "./harness/app.mjs";
import { inspect } from "./harness/inspect.mjs";
import { journey } from "./harness/journey.mjs";
import { DataScreen } from "./pages/data.mjs";
import { Participant, Trainer, Wall } from "./pages/exercise.mjs";
import { caseNamed, figures, labelOf, orientationTitle, rankOf } from "./pages/exercise_figures.mjs";
import { debriefIsWhole } from "./pages/exercise_records.mjs";

const CASE = "Élodie";
const SEATS = 12;
/** How the numbers hand in. */
const BY_FILE = 8;
const BY_CODE = 2;

const DEADLINES = ["tomorrow", "week", "month"];
const HELP = "procedure-help";
/** What nobody sees of a participant on a wall. */
const NOBODY = /Numéro \d|ticket|\b\d{1,2}[A-Z]\b/i;

const text = async (locator) => (await locator.innerText()).replace(/\s+/g, " ").trim();

/** What each number does: the room disagrees on a date, on a tool, and rarely asks what is hidden. */
function work(seat) {
  const answers = {
    demand: { many: ["procedure"] },
    deadline: { one: DEADLINES[[1, 1, 2, 1, 0][seat % 5]] },
    ...(seat % 2 ? { devices: { many: seat % 5 ? ["smartphone"] : ["smartphone", "tablet"] } } : {}),
    ...(seat % 4 === 1 ? { "fill-form": { skill: { level: "does_not" } } } : {}),
    ...(seat % 3 ? { connection: { one: seat % 4 ? "mobile-short" : "outside" } } : {}),
  };
  const asked = [...(seat % 2 ? ["procedure"] : []), ...(seat % 6 === 0 ? ["wifi"] : [])];
  return { answers, asked, kept: seat % 4 === 1 ? [HELP] : [], left: [] };
}

/** The same on the screens of a participant. */
async function plays(one, { answers, asked, kept }) {
  const { interview } = one;
  const tick = async (question, item) => {
    const answer = answers[item];
    for (const option of answer.many ?? [answer.one ?? answer.skill.level]) {
      await interview.question(question).getByLabel(labelOf(item, option), { exact: true }).check();
    }
  };
  await one.begin(CASE);
  const { says, hidden } = caseNamed(CASE);
  const questionOf = (id) => [...says, ...hidden].find((topic) => topic.id === id).question;
  if (asked.includes("procedure")) await one.ask(questionOf("procedure"));
  await tick(/amène la question du numérique/, "demand");
  await tick(/une date à respecter/, "deadline");
  if (answers.devices) {
    await interview.theme("Équipement");
    await tick(/Quels appareils/, "devices");
  }
  if (answers.connection) {
    await interview.theme("Connexion");
    await tick(/se connecte-t-elle à internet/, "connection");
  }
  if (answers["fill-form"]) {
    await interview.theme("E-administration");
    await tick(/remplit-elle un formulaire/, "fill-form");
  }
  if (asked.includes("wifi")) {
    await interview.theme("Sécurité et confiance");
    await one.ask(questionOf("wifi"));
  }
  await interview.saved();
  if (kept.length > 0) await one.decide(orientationTitle(HELP));
}

/** A sheet of paper, as the marks that the trainer types. */
function sheet({ answers, asked, kept }) {
  const mark = (id, answer) => (answer.many ?? [answer.one ?? answer.skill.level]).map((one) => rankOf.option(id, one)).join(" ");
  const cells = Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id, mark(id, answer)]));
  return {
    ...cells,
    retenues: kept.map((id) => rankOf.orientation(id)).join(" "),
    demandes: asked.map((id) => rankOf.topic(CASE, id)).join(" "),
  };
}

journey("une salle de douze : chaque chiffre de la restitution est celui que l’on compte à la main", { route: "#/exercice", limitMs: 420_000 }, async (app) => {
  const { page, site } = app;
  const [trainer, data] = [new Trainer(page), new DataScreen(page)];
  const code = await trainer.prepare("Salle de douze", [CASE], { seats: SEATS });
  const tickets = await trainer.tickets();
  const [files, pictures, works] = [[], [], []];
  for (const [nth, ticket] of tickets.entries()) {
    const seat = nth + 1;
    works.push(work(seat));
    const own = await App.open({ site });
    const one = new Participant(own.page);
    await one.join(code, ticket);
    await one.at(new RegExp(`^Numéro ${seat}, exercice`));
    await plays(one, works[nth]);
    await one.toPlace(code, ticket);
    await one.handIn(CASE);
    if (nth < BY_FILE) files.push(await one.file());
    else if (nth < BY_FILE + BY_CODE) pictures.push({ name: `code-${seat}.png`, mimeType: "image/png", buffer: await one.code(CASE) });
    own.watch.assertClean();
    await own.close();
  }

  await data.weighedTogether(files);
  await data.accept();
  await trainer.desk();
  await trainer.givePictures(pictures, /^2\simages\s: 2\sréponses reçues\.$/);
  // Each again: nobody counts twice.
  assert.match(await data.weighed(...files[0]), /Rien de nouveau/);
  await trainer.desk();
  await trainer.givePictures(pictures.slice(0, 1), /^1\simage\s: 0\sréponse reçue, 1\sdéjà reçue\.$/);
  assert.match(await trainer.received(CASE), /10 réponses reçues/);
  await page.getByRole("link", { name: `Saisir des feuilles : ${CASE}` }).click();
  await trainer.at(`Saisir les feuilles : ${CASE}`);
  await page.getByLabel("Numéro du ticket").focus();
  for (const seat of [11, 12]) {
    await trainer.typeSheet(seat, sheet(work(seat)));
    await page.getByText(new RegExp(`^Numéro\\s${seat} enregistré`)).waitFor();
  }

  await trainer.debrief(CASE);
  await page.getByText("12 réponses reçues.", { exact: true }).waitFor();
  await debriefIsWhole(page);
  const expected = figures(CASE, works);
  const rows = (label) => page.getByRole("region", { name: label }).locator("tbody tr").filter({ has: page.locator("td") });

  const items = await rows("Tableau des questions").evaluateAll((rows) =>
    rows.map((row) => ({
      short: row.querySelector("th").textContent,
      lines: [...row.querySelectorAll(".spread li")].map((line) => [line.querySelector("span").textContent, Number(line.querySelector("strong").textContent)]),
      agreement: row.querySelector("td.number").textContent.replace(/\s+/g, " "),
    })),
  );
  assert.deepEqual(items, expected.items.map(({ short, lines, agreement }) => ({ short, lines, agreement })));

  const numbers = (row) => [...row.querySelectorAll("td.number")].map((cell) => cell.textContent.replace(/\s+/g, " "));
  const table = (label) => rows(label).evaluateAll((rows, numbers) => rows.map((row) => [row.querySelector("th").textContent, ...new Function(`return ${numbers}`)()(row)]), numbers.toString());
  const people = (count) => `${count || "Aucune"} ${count > 1 ? "personnes" : "personne"} sur ${SEATS}`;
  assert.deepEqual(await table("Tableau de ce qui a été demandé"), expected.asked.map(({ question, count }) => [question, people(count)]));
  assert.deepEqual(
    await table("Tableau des orientations"),
    expected.orientations.map(({ title, kept, left, undecided }) => [title, String(kept), String(left), String(undecided)]),
  );

  await page.getByRole("button", { name: /^Voir plus/ }).click();
  const differences = await page.locator(".difference").evaluateAll((cards) =>
    cards.map((card) => {
      const said = card.querySelector(".difference__said").textContent;
      return { about: card.querySelector("h3").textContent, said: said.startsWith("Aucun") ? 0 : Number(said.match(/\d+/)[0]) };
    }),
  );
  assert.deepEqual(differences, expected.differences);
  await inspect(page, "salle de douze, restitution");

  const wall = await Wall.open(app);
  for (const part of ["À discuter d’abord", "Question par question", "Ce qui a été demandé à la personne", "Orientations"]) {
    await page.getByRole("button", { name: `Montrer au mur : ${part}` }).click();
    await wall.root.getByRole("heading", { level: 2 }).waitFor();
    assert.doesNotMatch(await wall.said(), NOBODY, part);
    assert.deepEqual(await wall.smallerThan(40), [], part);
  }
  assert.doesNotMatch(await text(page.locator("main")), /Numéro \d/);
});
