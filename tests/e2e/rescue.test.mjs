// When the application cannot start, or has stopped: the work is still there, and can be taken away.
import assert from "node:assert/strict";
import { inspect } from "./harness/inspect.mjs";
import { journey, journeyBothWays } from "./harness/journey.mjs";
import { putEntries } from "./harness/storage.mjs";
import { damagedSingleFile, wasmName } from "./harness/versions.mjs";
import { RescueScreen } from "./pages/rescue.mjs";

const RECORD = JSON.stringify({ essai: "été – « œuvre » </script>" });

/** No service worker: the browser keeps nothing, and every file comes from the server. */
const NO_WORKER = { "sw.js": null };
const withoutWorker = {
  prepare: ({ site, watch }) => {
    watch.allow(/404/);
    site.deploy(NO_WORKER);
  },
};

journey("le fichier wasm manque : le travail se récupère, puis l’application revient", withoutWorker, async (app) => {
  const { page, site, watch } = app;
  await putEntries(page, { records: { "interview/essai": RECORD, "interview/autre": "{}" }, snapshots: { abc: "[1]" } });
  watch.allow(/wasm|Fetch/i);
  site.deploy({ ...NO_WORKER, [await wasmName()]: null });
  await app.reload({ expectStart: false });

  const rescue = new RescueScreen(page);
  assert.equal(await rescue.title(), "Repères n’a pas pu s’ouvrir");
  assert.ok(await rescue.heading.evaluate((heading) => heading === document.activeElement));
  await inspect(page, "secours");

  const { name, contents } = await rescue.savedFile();
  assert.match(name, /^reperes-donnees-brutes-\d{4}-\d\d-\d\d\.json$/);
  assert.equal(contents.format, "reperes-brut");
  const records = new Map(contents.stores.records.map(({ key, value }) => [key, value]));
  assert.equal(records.get("interview/essai"), RECORD);
  assert.equal(records.get("interview/autre"), "{}");
  assert.deepEqual(contents.stores.snapshots, [{ key: "abc", value: "[1]" }]);
  assert.match(await rescue.newsSaying("Fichier préparé"), /téléchargements/);

  site.deploy(NO_WORKER);
  await rescue.retry();
  await app.started();
});

journey("le fichier wasm est abîmé", withoutWorker, async (app) => {
  app.watch.allow(/wasm|WebAssembly/i);
  app.site.deploy({ ...NO_WORKER, [await wasmName()]: "<!doctype html><title>Connexion au réseau</title>" });
  await app.reload({ expectStart: false });
  assert.equal(await new RescueScreen(app.page).title(), "Repères n’a pas pu s’ouvrir");
});

journey("le fichier unique mal copié : rien n’est créé pour dire qu’il n’y a rien", {
  delivery: "file",
  file: await damagedSingleFile(),
  expectStart: false,
}, async ({ page, watch }) => {
  watch.allow(/compressed|atob|encoded|decod|stream|WebAssembly|TypeError|unexpected/i);
  const rescue = new RescueScreen(page);
  assert.equal(await rescue.title(), "Repères n’a pas pu s’ouvrir");
  await rescue.save();
  await rescue.newsSaying("ne contient aucune donnée");
  assert.deepEqual(await page.evaluate(() => indexedDB.databases()), []);
  // Without the list of databases, the attempt to open one must leave none behind.
  await page.evaluate(() => (indexedDB.databases = undefined));
  await rescue.save();
  await rescue.newsSaying("ne contient aucune donnée");
  assert.deepEqual(await page.evaluate(() => IDBFactory.prototype.databases.call(indexedDB)), []);
});

journeyBothWays("l’application s’arrête : l’écran de secours prend sa place", {}, async (app) => {
  const { page } = app;
  await putEntries(page, { records: { "interview/essai": RECORD } });
  await page.evaluate(() => {
    const dialog = document.querySelector("main").appendChild(document.createElement("dialog"));
    dialog.showModal();
    dispatchEvent(new CustomEvent("reperes:stopped", { detail: "panicked at essai" }));
  });
  const rescue = new RescueScreen(page);
  assert.equal(await rescue.title(), "Repères s’est arrêté");
  assert.equal(await page.getByRole("navigation").count(), 0);
  assert.ok((await page.locator("[data-rescue=cause]").textContent()).includes("panicked at essai"));
  const { contents } = await rescue.savedFile();
  assert.ok(contents.stores.records.some(({ key, value }) => key === "interview/essai" && value === RECORD));
});

journey("un arrêt du wasm sans message est vu aussi", {}, async ({ page, watch }) => {
  watch.allow(/unreachable/);
  await page.evaluate(() => void setTimeout(() => { throw new WebAssembly.RuntimeError("unreachable"); }));
  assert.equal(await new RescueScreen(page).title(), "Repères s’est arrêté");
});

let release;
journey("un démarrage lent le dit, puis s’efface", {
  expectStart: false,
  prepare: async ({ page, site }) => {
    await page.clock.install();
    const late = new Promise((resolve) => (release = resolve));
    const name = await wasmName();
    site.deploy({ [name]: late.then(() => site.original(name)) });
  },
}, async (app) => {
  const { page } = app;
  await page.clock.fastForward(21_000);
  const rescue = new RescueScreen(page);
  assert.equal(await rescue.title(), "Repères met longtemps à s’ouvrir");
  release();
  await app.started();
  await page.getByRole("navigation").first().waitFor();
  assert.equal(await page.getByRole("main").count(), 1);
});
