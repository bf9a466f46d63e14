// How long the screens of a whole programme take to open on an old laptop: the cycle of the tender, then one ten times as
// large. Everybody who was trained answered at the end of the day.
import { App } from "./harness/app.mjs";
import { closeBrowser } from "./harness/chromium.mjs";
import { Told, responses } from "./pages/evaluation_told.mjs";
import { cycleRecords, sessionId } from "./pages/programme_cycle.mjs";
import { withRecords } from "./pages/records.mjs";

const SLOWNESS = 4;
const ROUNDS = 5;
const CYCLES = [
  { name: "150 personnes, 15 sessions", sessions: 15, people: 150, held: 8, every: 10, most: 100, synthesis: 100 },
  { name: "1 500 personnes, 150 sessions", sessions: 150, people: 1_500, held: 80, every: 1, most: 1_000, synthesis: 500 },
];
const SCREENS = [
  ["programme", "#/programme"],
  ["jauge", "#/programme/jauge"],
  ["sessions", "#/programme/sessions"],
  ["personnes", "#/programme/personnes"],
  ["inscriptions", `#/programme/session/${sessionId(1)}/inscriptions`],
  ["présences", `#/programme/session/${sessionId(1)}/presences`],
  ["synthèse", "#/evaluation/synthese"],
  ["synthèse, premiers chiffres", "#/evaluation/synthese", ".told-chart"],
];

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** From the change of address to the heading painted, or to what else is waited for; the page before is another of the same family. */
const opening = (page, hash, awaited = "h1") =>
  page.evaluate(async ([hash, awaited]) => {
    const before = document.querySelector(awaited);
    const from = performance.now();
    const opened = new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve(performance.now() - from);
      };
      const look = () => {
        const heading = document.querySelector(awaited);
        return heading && heading !== before ? port2.postMessage(null) : requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    location.hash = hash;
    return opened;
  }, [hash, awaited]);

let kept = true;
for (const { name, most, synthesis, ...cycle } of CYCLES) {
  const app = await App.open({ route: "#/" });
  const { page } = app;
  const { sessions, people } = cycle;
  const answers = responses({ kind: "end_of_day", sessions, people: people / sessions });
  await withRecords(page, { ...cycleRecords(cycle), survey_response: answers }, "#/programme");
  await page.getByRole("heading", { level: 1, name: "Cycle d’essai" }).waitFor();
  // What is opened is what was published: nothing is counted before.
  await page.evaluate(() => (location.hash = "#/evaluation/synthese"));
  await page.getByRole("heading", { level: 1, name: "Synthèse de l’évaluation" }).waitFor();
  await new Told(page).publish();
  const session = await app.context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWNESS });
  console.log(`  ${name}, ${SLOWNESS} fois plus lentement, au plus ${most} ms (synthèse : ${synthesis} ms) :`);
  for (const [screen, hash, awaited] of SCREENS) {
    const times = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      await page.evaluate(() => (location.hash = "#/programme/equipe"));
      await page.waitForTimeout(300);
      times.push(await opening(page, hash, awaited));
    }
    if (median(times) > (screen.startsWith("synthèse") ? synthesis : most)) kept = false;
    console.log(`    ${screen} : ${Math.round(median(times))} ms (la première fois, ${Math.round(times[0])} ms)`);
  }
  for (const fault of app.watch.faults()) console.log(`  ${fault}`);
  await app.close();
}
await closeBrowser();
if (!kept) process.exitCode = 1;
