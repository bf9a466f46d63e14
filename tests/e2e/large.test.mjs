// 20 000 records taken back: the page stays responsive, one may stop, and a death in the middle leaves all or nothing.
import assert from "node:assert/strict";
import { readlinkSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { App } from "./harness/app.mjs";
import { journey, journeyBothWays } from "./harness/journey.mjs";
import { Site } from "./harness/site.mjs";
import { temporaryFolder } from "./harness/temporary.mjs";
import { ExchangeScreen, folderOf } from "./pages/exchange.mjs";
import { fileWith, record } from "./pages/records.mjs";

const COUNT = 20_000;
const START = { route: "#/donnees" };
const LONGEST_TASK_MS = 100;
/** Times are judged by `cargo xtask bench`, alone on the machine; everywhere else they are only printed. */
const IS_MEASURED = process.env.REPERES_MEASURE === "1";

const NOTE = "Courrier à relire ensemble, puis un rendez-vous à prendre en ligne.";
const written = (nth) =>
  record({
    label: `Dossier ${nth}`,
    started_on: "2026-11-02",
    "answer/devices": { many: ["smartphone", "computer"] },
    "note/demand": NOTE,
    deleted: null,
  });
const interviews = Object.fromEntries(Array.from({ length: COUNT }, (_, nth) => [`i${nth}`, written(nth)]));
const folder = folderOf([
  ["gros.json", fileWith(interviews)],
  ["petit.json", fileWith({ avant: record({ label: "Avant" }) })],
]);
const [BIG, SMALL] = [join(folder, "gros.json"), join(folder, "petit.json")];

/** What the database holds, by its numbers. */
const held = (page) =>
  page.evaluate(async () => {
    const result = (request) => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
    const database = await result(indexedDB.open("reperes"));
    const count = (name) => result(database.transaction(name).objectStore(name).count());
    const counts = { records: await count("records"), points: await count("restore_points") };
    const meta = database.transaction("meta").objectStore("meta");
    const named = JSON.parse((await result(meta.get("restore_points"))) ?? "[]").length;
    database.close();
    return { ...counts, named };
  });

/** The longest task of the page while something is done (0: none above 50 ms). */
async function longestTask(page, act) {
  await page.evaluate(() => {
    const longest = { from: performance.now(), ms: 0 };
    window.longest = longest;
    const see = (list) => {
      for (const { startTime, duration } of list.getEntries()) {
        if (startTime >= longest.from) longest.ms = Math.max(longest.ms, duration);
      }
    };
    new PerformanceObserver(see).observe({ type: "longtask", buffered: true });
  });
  await act();
  // What was written is shown, and its tasks are told, after it is done.
  await page.waitForTimeout(1_000);
  return page.evaluate(() => Math.round(window.longest.ms));
}

/** How long the last write took. */
let writingMs = 3_000;

/** Imports the big file; the longest task of the page, from the choice to the end. */
async function importMeasured({ page }) {
  const screen = new ExchangeScreen(page);
  return longestTask(page, async () => {
    await screen.choose(BIG);
    await screen.progress.waitFor();
    assert.match(await screen.status.innerText(), /Lecture de gros\.json|Comparaison avec ce qui est ici/);
    await screen.stop.waitFor();
    assert.match(await screen.seen(), /Entretiens 20 000 ajoutés/);
    await screen.agree.click();
    const agreed = Date.now();
    await screen.status.filter({ hasText: "Enregistrement…" }).waitFor();
    await screen.status.filter({ hasText: "Import terminé" }).waitFor();
    writingMs = Date.now() - agreed;
  });
}

journeyBothWays("20 000 entretiens s’importent sans figer la page", START, async (app) => {
  const delivery = app.site ? "web" : "file";
  let longest = await importMeasured(app);
  assert.deepEqual(await held(app.page), { records: COUNT, points: 1, named: 1 });
  if (IS_MEASURED && longest > LONGEST_TASK_MS) {
    // A busy machine may have stolen a slice: once more.
    const again = await App.open({ ...START, delivery });
    longest = await importMeasured(again).finally(() => again.close());
  }
  if (IS_MEASURED) assert.ok(longest <= LONGEST_TASK_MS, `une tâche de ${longest} ms sur la page`);
  console.log(`  tâche la plus longue (${delivery}) : ${longest} ms`);
});

journeyBothWays("la lecture d’un gros fichier s’arrête", START, async ({ page }) => {
  const screen = new ExchangeScreen(page);
  await screen.choose(SMALL);
  await screen.seen();
  await screen.accept();
  await screen.choose(BIG);
  await screen.stop.click();
  await screen.pick.waitFor();
  await page.waitForFunction(() => document.activeElement.textContent === "Reprendre des fichiers");
  assert.equal(await screen.status.innerText(), "");
  await page.waitForTimeout(1_500);
  assert.equal(await screen.review.count(), 0, "rien n’arrive après l’arrêt");
  assert.deepEqual(await held(page), { records: 1, points: 1, named: 1 });
  await screen.choose(SMALL);
  assert.match(await screen.seen(), /Rien de nouveau/, "un autre fichier se lit ensuite");
});

/** Ways for a page to die at once. */
const DEATHS = {
  "onglet fermé": { die: ({ page }) => page.close() },
  "onglet planté": {
    die: async ({ page, context }) => {
      const session = await context.newCDPSession(page);
      const crashed = page.waitForEvent("crash");
      session.send("Page.crash").catch(() => {});
      await crashed;
    },
  },
  "navigateur tué": {
    hasProfile: true,
    die: async ({ context, profile }) => {
      const closed = context.waitForEvent("close");
      // Chromium names its own process there: « machine-1234 ».
      process.kill(Number(readlinkSync(join(profile, "SingletonLock")).match(/(\d+)$/)[1]), "SIGKILL");
      await closed;
    },
  },
};

/** Dies some time after the agreement; what another page then finds. */
async function foundAfter(death, delay, delivery) {
  const { die, hasProfile } = DEATHS[death];
  const site = delivery === "web" ? await Site.open() : undefined;
  const options = { ...START, delivery, site, profile: hasProfile ? temporaryFolder() : undefined };
  let app = await App.open(options);
  try {
    const screen = new ExchangeScreen(app.page);
    await screen.choose(SMALL);
    await screen.seen();
    await screen.accept();
    await screen.choose(BIG);
    await screen.seen();
    await screen.agree.click();
    await new Promise((resolve) => setTimeout(resolve, delay));
    await die({ ...options, page: app.page, context: app.context });
    if (hasProfile) {
      await app.close();
      app = await App.open(options);
    } else {
      app.page = await app.context.newPage();
      await app.go(START.route);
    }
    const found = await held(app.page);
    const { said } = await new ExchangeScreen(app.page).export();
    assert.match(said, found.records > 1 ? /20 001 entretiens/ : /1 entretien,/, "l’application montre ce qu’elle garde");
    return found;
  } finally {
    await app.close();
    await site?.cut();
  }
}

const OLD = { records: 1, points: 1, named: 1 };
const NEW = { records: COUNT + 1, points: 2, named: 2 };

// Moments after the agreement: in milliseconds, then in parts of the time that the write took before.
for (const [death, moment, delivery] of [
  ["onglet fermé", 0, "web"],
  ["onglet planté", 50, "web"],
  ["navigateur tué", 150, "web"],
  ["onglet fermé", 400, "file"],
  ["onglet planté", "60 %", "web"],
  ["navigateur tué", "80 %", "file"],
  ["navigateur tué", "95 %", "web"],
]) {
  const name = `${death} ${moment}${typeof moment === "number" ? " ms après l’accord" : " de l’écriture"} (${delivery})`;
  test(`${name} : l’état d’avant ou le nouveau`, { timeout: 120_000 }, async () => {
    const delay = typeof moment === "number" ? moment : (writingMs * parseInt(moment, 10)) / 100;
    const found = await foundAfter(death, delay, delivery);
    assert.deepEqual(found, found.records > 1 ? NEW : OLD);
    console.log(`  trouvé : ${found.records > 1 ? "le nouvel état" : "l’état d’avant"}`);
  });
}

for (const [moment, delay, hash, heading] of [
  ["aussitôt", 0, "#/aide", "Aide"],
  ["pendant l’écriture", 1_500, "#/diagnostic", "Entretiens"],
]) {
  journey(`changer d’écran ${moment} n’interrompt pas un import accepté`, START, async ({ page }) => {
    const screen = new ExchangeScreen(page);
    await screen.choose(BIG);
    await screen.seen();
    const leave = ([button, delay, hash]) => {
      button.click();
      if (delay > 0) setTimeout(() => (location.hash = hash), delay);
      else location.hash = hash;
    };
    await page.evaluate(leave, [await screen.agree.elementHandle(), delay, hash]);
    await page.getByRole("heading", { level: 1, name: heading, exact: true }).waitFor();
    await page.getByText("1 modification jamais sauvegardée").waitFor();
    assert.deepEqual(await held(page), { records: COUNT, points: 1, named: 1 });
    assert.match((await screen.export()).said, /20 000 entretiens/);
  });
}

journey("changer d’écran pendant la lecture l’arrête", START, async ({ page }) => {
  const screen = new ExchangeScreen(page);
  await screen.choose(BIG);
  await screen.stop.waitFor();
  await page.evaluate(() => (location.hash = "#/aide"));
  await page.getByRole("heading", { level: 1, name: "Aide", exact: true }).waitFor();
  await page.waitForTimeout(2_500);
  assert.deepEqual(await held(page), { records: 0, points: 0, named: 0 });
});
