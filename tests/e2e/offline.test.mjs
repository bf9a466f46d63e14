// Without network, and when a newer version arrives.
import assert from "node:assert/strict";
import { test } from "node:test";
import { App } from "./harness/app.mjs";
import { journey } from "./harness/journey.mjs";
import { Site } from "./harness/site.mjs";
import { temporaryFolder } from "./harness/temporary.mjs";
import { nextVersion, wasmName } from "./harness/versions.mjs";

const NEXT = /Repères suivant/;

/** Looks for a newer version; what state its worker reaches. */
function lookForUpdate(page) {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration.update().catch(() => {});
    const worker = registration.installing ?? registration.waiting;
    if (!worker) return "none";
    while (!["installed", "activated", "redundant"].includes(worker.state)) {
      await new Promise((resolve) => worker.addEventListener("statechange", resolve, { once: true }));
    }
    return worker.state;
  });
}

/** Which version the page shown comes from: its title before the application changed it. */
const isNext = async (page) => NEXT.test(await page.evaluate(() => fetch("./index.html").then((answer) => answer.text())));

const cacheCount = (page) => page.evaluate(async () => (await caches.keys()).length);

journey("après la première visite, le réseau coupé, la page se recharge", {}, async (app) => {
  const { page, site } = app;
  await app.offlineReady();
  await page.getByText("Prêt hors connexion").waitFor();
  await site.cut();
  await app.reload();
  await page.getByText("Prêt hors connexion").waitFor();
  assert.ok(await page.getByRole("heading", { level: 1 }).isVisible());
});

journey("rien n’est promis avant d’être vrai", { context: { serviceWorkers: "block" } }, async ({ page, watch }) => {
  // Playwright's way to block a service worker registers nothing at all.
  watch.allow(/reading 'waiting'/);
  await page.getByText("Pas encore prêt à s’ouvrir sans réseau").waitFor();
  await page.waitForTimeout(500);
  assert.equal(await page.getByText(/^Prêt/).count(), 0);
  assert.equal(await page.getByText(/fonctionne sans réseau/).count(), 0);
});

test("fermée puis rouverte sans réseau, l’application est là", { timeout: 120_000 }, async () => {
  const profile = temporaryFolder();
  const site = await Site.open();
  const first = await App.open({ profile, site });
  await first.offlineReady();
  await first.close();
  await site.cut();
  const again = await App.open({ profile, site });
  assert.ok(await again.page.getByRole("heading", { level: 1 }).isVisible());
  again.watch.assertClean();
  await again.close();
});

journey("une nouvelle version attend l’accord, puis prend toute la place", {}, async (app) => {
  const { page, site } = app;
  await app.offlineReady();
  site.deploy(await nextVersion());
  assert.equal(await lookForUpdate(page), "installed");
  await app.reload();
  assert.equal(await isNext(page), false, "un simple rechargement garde la version présente");
  assert.equal(await cacheCount(page), 2);

  const reloaded = page.waitForEvent("load");
  await page.getByRole("button", { name: "Mettre à jour maintenant" }).click();
  await reloaded;
  await app.started();
  assert.equal(await isNext(page), true);
  assert.equal(await cacheCount(page), 1);
  await site.cut();
  await app.reload();
  assert.equal(await isNext(page), true);
});

for (const [what, damage] of [
  ["à laquelle manque un fichier", async () => ({ [await wasmName()]: null })],
  ["dont un fichier est remplacé par une page de connexion", async () => ({ "index.html": "<title>Portail</title>" })],
]) {
  journey(`une nouvelle version ${what} laisse la présente travailler`, {}, async (app) => {
    const { page, site, watch } = app;
    watch.allow(/404|integrity/i);
    await app.offlineReady();
    site.deploy({ ...(await nextVersion()), ...(await damage()) });
    assert.equal(await lookForUpdate(page), "redundant");
    await app.reload();
    assert.equal(await isNext(page), false);
    await site.cut();
    await app.reload();
    assert.equal(await page.getByRole("button", { name: "Mettre à jour maintenant" }).count(), 0);
  });
}

journey("rien n’est demandé au serveur après le chargement", {}, async (app) => {
  const { page, site } = app;
  await app.offlineReady();
  await page.getByText("Prêt hors connexion").waitFor();
  const before = site.requests.length;
  await app.reload();
  await page.waitForTimeout(500);
  assert.deepEqual(site.requests.slice(before).filter((path) => path !== "/sw.js"), []);
});
