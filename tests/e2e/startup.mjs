// How long the application takes to show, against a page that does nothing: the machine's own speed cancels out.
import { App } from "./harness/app.mjs";
import { closeBrowser } from "./harness/chromium.mjs";
import { Site } from "./harness/site.mjs";

const VISITS = 7;
const NOTHING = `<!doctype html><title>Rien</title>
<script>document.documentElement.dataset.state = "started"; performance.mark("started")</script>`;

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** Milliseconds from the request to the application shown. */
async function shownAfter(app) {
  await app.started();
  return app.page.evaluate(() => performance.getEntriesByName("started")[0].startTime);
}

const markStart = ({ page }) => page.addInitScript(() => {
  addEventListener("reperes:started", () => performance.mark("started"));
});

/** The median of several first visits, each in a window without a past. */
async function firstVisits(options) {
  const times = [];
  for (let visit = 0; visit < VISITS; visit += 1) {
    const app = await App.open({ ...options, prepare: markStart });
    times.push(await shownAfter(app));
    await app.close();
  }
  return median(times);
}

async function returningVisits() {
  const app = await App.open({ prepare: markStart });
  await app.offlineReady();
  const times = [];
  for (let visit = 0; visit < VISITS; visit += 1) {
    await app.reload();
    times.push(await shownAfter(app));
  }
  await app.close();
  return median(times);
}

const empty = await Site.open();
empty.deploy({ "index.html": NOTHING });
const nothing = await firstVisits({ site: empty });
await empty.cut();

const say = (what, time) => console.log(`  ${what} : ${Math.round(time)} ms, ${(time / nothing).toFixed(1)} fois une page vide`);
say("première visite", await firstVisits({}));
say("visite suivante, hors connexion", await returningVisits());
say("fichier unique", await firstVisits({ delivery: "file" }));
await closeBrowser();
