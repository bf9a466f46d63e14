// How long the debrief of a full room takes to open on an old laptop: fifteen numbers, forty questions answered by each.
import { readFile } from "node:fs/promises";
import { App } from "./harness/app.mjs";
import { closeBrowser } from "./harness/chromium.mjs";
import { CODE, exerciseRecords, HASH } from "./pages/exercise_records.mjs";
import { withRecords } from "./pages/records.mjs";

const SEATS = 15;
const SLOWNESS = 4;
const ROUNDS = 7;
const MOST_MS = 100;

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const questionnaire = JSON.parse(await readFile(new URL("../../src/content/questionnaire.json", import.meta.url), "utf8"));

/** An answer to each question, another for each number. */
function answers(seat) {
  const answer = ({ id, kind }, nth) => {
    const at = (list) => list[(seat * 5 + nth) % list.length];
    if (kind.skill) return [id, { skill: { level: at(["alone", "with_help", "does_not"]) } }];
    if (kind.one) return [id, { one: at(kind.one.options).id }];
    return [id, { many: [at(kind.many.options).id] }];
  };
  return Object.fromEntries(questionnaire.items.map(answer));
}

const records = exerciseRecords(Array.from({ length: SEATS }, (_, nth) => nth + 1), (work) => {
  work.answers.case.answers = answers(work.seat);
});

const app = await App.open({ route: "#/" });
const { page } = app;
await withRecords(page, records, HASH);
await page.getByText(CODE).first().waitFor();
const session = await app.context.newCDPSession(page);
await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWNESS });

/** How long it takes from the click to what one talks of first, on the screen; then to the whole of it. */
const opening = () =>
  page.evaluate(async () => {
    const link = [...document.querySelectorAll("main a")].find(({ textContent }) => /^Restitution\s*:\s*Élodie/.test(textContent));
    // What is found in a frame is painted at its end: a message sent from it comes right after.
    const painted = (isShown) =>
      new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          port1.close();
          resolve(performance.now() - from);
        };
        const look = () => (isShown() ? port2.postMessage(null) : requestAnimationFrame(look));
        requestAnimationFrame(look);
      });
    const from = performance.now();
    const open = painted(() => document.querySelector("#a-discuter") !== null);
    const whole = painted(() => document.querySelectorAll('.debrief-tables[aria-busy="false"] .debrief-table').length === 3);
    link.click();
    return { open: await open, whole: await whole };
  });

const rounds = [];
for (let round = 0; round < ROUNDS; round += 1) {
  await page.getByRole("link", { name: "Restitution : Élodie" }).waitFor();
  rounds.push(await opening());
  await page.goBack();
}
for (const fault of app.watch.faults()) console.log(`  ${fault}`);
const [open, whole] = ["open", "whole"].map((name) => rounds.map((round) => round[name]));
const kept = median(open) <= MOST_MS;
const told = (times) => `${Math.round(median(times))} ms (la première fois, ${Math.round(times[0])} ms)`;
console.log(
  `  restitution de ${SEATS} numéros, ${questionnaire.items.length} questions, ${SLOWNESS} fois plus lentement : ` +
    `ouverte en ${told(open)}, au plus ${MOST_MS} ms ; entière en ${told(whole)}`,
);
await app.close();
await closeBrowser();
if (!kept) process.exitCode = 1;
