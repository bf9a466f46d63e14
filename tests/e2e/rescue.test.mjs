// When the application cannot start, or has stopped: the work is still there, and can be taken away.
import assert from "node:assert/strict";
import { inspect } from "./harness/inspect.mjs";
import { journey, journeyBothWays } from "./harness/journey.mjs";
import { entries, putEntries, refuseWrites } from "./harness/storage.mjs";
import { damagedSingleFile, wasmName } from "./harness/versions.mjs";
import { DataScreen } from "./pages/data.mjs";
import { Interview } from "./pages/interview.mjs";
import { record } from "./pages/records.mjs";
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
  const sound = JSON.stringify(record({ label: "Été – « œuvre »" }));
  const records = { "interview/essai": RECORD, "interview/autre": "{}", "interview/vrai": sound };
  await putEntries(page, { records, snapshots: { abc: "[1]", def: { bytes: RECORD } } });
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
  assert.deepEqual(Object.fromEntries(contents.stores.records.map(({ key, value }) => [key, value])), records);
  assert.deepEqual(contents.stores.snapshots, [
    { key: "abc", value: "[1]" },
    { key: "def", value: RECORD },
  ]);
  assert.match(await rescue.newsSaying("Fichier préparé"), /téléchargements/);

  site.deploy(NO_WORKER);
  await rescue.retry();
  await app.started();
  const data = new DataScreen(page);
  await data.wipe();
  assert.match(await data.import(name, JSON.stringify(contents)), /illisibles? reste(nt)? dans ce fichier/);
  assert.equal((await entries(page, "records"))["interview/vrai"], sound, "ce qui a été récupéré se reprend");
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

const stop = (page) => page.evaluate(() => dispatchEvent(new CustomEvent("reperes:stopped", { detail: "essai" })));

journey("les données brutes récupérées comptent comme un fichier sorti d’ici", {}, async ({ page }) => {
  await new Interview(page).start({ label: "Mardi 4" });
  await stop(page);
  const rescue = new RescueScreen(page);
  await rescue.title();
  assert.match(await page.locator("[data-rescue=safe]").textContent(), /Seule votre dernière saisie/);
  await rescue.savedFile();
  await rescue.newsSaying("Fichier préparé");
  const { revision, handed_over } = await entries(page, "meta");
  assert.ok(Number(revision) > 0);
  assert.equal(handed_over, revision);
});

journey("arrêtée avant d’avoir tout enregistré, l’application ne dit pas que tout est intact", {}, async ({ page }) => {
  const interview = new Interview(page);
  await interview.start({ label: "Mardi 4" });
  await interview.theme("Équipement");
  await refuseWrites(page);
  await interview.question(/Quels appareils/).getByLabel("Un ordinateur", { exact: true }).check();
  await page.getByRole("button", { name: "Réessayer d’enregistrer" }).waitFor();
  await stop(page);
  await new RescueScreen(page).title();
  assert.match(await page.locator("[data-rescue=safe]").textContent(), /tout n’était pas enregistré/);
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
