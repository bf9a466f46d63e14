// The browser fails: full, cleared, closed, damaged, refused. What happened is said, nothing is lost, and there is a way out.
import assert from "node:assert/strict";
import { inspect } from "./harness/inspect.mjs";
import { journey, journeyBothWays } from "./harness/journey.mjs";
import { downloaded, entries, putEntries } from "./harness/storage.mjs";
import { DataScreen } from "./pages/data.mjs";
import { Browser, Faults } from "./pages/faults.mjs";
import { Interview } from "./pages/interview.mjs";
import { fileOfFields } from "./pages/records.mjs";
import { RescueScreen } from "./pages/rescue.mjs";

const DEVICES = /Quels appareils/;
const FULL = "L’espace accordé à Repères est plein";
const LOST = /Les données de Repères ont été effacées de ce navigateur pendant que cette page était ouverte/;
const open = (page, route) => page.evaluate((hash) => (location.hash = hash), route);

/** An interview with an answer about devices, open at that theme; its address. */
async function interviewed(page) {
  const interview = new Interview(page);
  await interview.start({ label: "Mardi 4" });
  await interview.theme("Équipement");
  await interview.question(DEVICES).getByLabel("Un ordinateur", { exact: true }).check();
  await interview.saved();
  return page.url().match(/#\/diagnostic\/[^/]+/)[0];
}

const answered = (page) => new Interview(page).question(DEVICES).getByLabel("Une tablette", { exact: true });
const devicesIn = (data) => Object.values(JSON.parse(data).records.interview)[0].fields["answer/devices"][0].v.many;

/** A site to which the browser grants little. */
const CROWDED = { prepare: (app) => new Browser(app).grant(1_000_000) };

journey("l’espace est plein : la réponse reste à l’écran, part dans l’export, et s’enregistre dès qu’il y a de la place", CROWDED, async (app) => {
  const { page } = app;
  const [browser, faults, data] = [new Browser(app), new Faults(page), new DataScreen(page)];
  const address = await interviewed(page);
  await browser.fill();
  await answered(page).check();
  await faults.told(FULL, /Rien de ce qui était enregistré n’est perdu\. Exportez vos données/);
  await page.getByText("Pas encore enregistré").waitFor();
  assert.ok(await answered(page).isChecked());
  await inspect(page, "espace plein");

  await faults.press("Exporter mes données");
  assert.deepEqual(devicesIn((await data.export()).data), ["computer", "tablet"], "l’export contient la réponse refusée");
  assert.ok(Object.values(await entries(page, "records")).every((text) => !text.includes("tablet")));
  await open(page, `${address}/bloc/equipment`);
  await answered(page).waitFor();
  assert.ok(await answered(page).isChecked(), "la réponse refusée est encore là quand on revient");
  await browser.grant();
  await new Interview(page).question(DEVICES).getByLabel(/smartphone/).check();
  await new Interview(page).saved();
  await faults.gone(FULL);
  await app.reload();
  await answered(page).waitFor();
  assert.ok(await answered(page).isChecked());
  assert.deepEqual(devicesIn((await data.export()).data), ["computer", "smartphone", "tablet"]);
});

journey("« Réessayer d’enregistrer » enregistre ce que l’espace plein avait refusé", CROWDED, async (app) => {
  const { page } = app;
  const [browser, faults] = [new Browser(app), new Faults(page)];
  await interviewed(page);
  await browser.fill();
  await answered(page).check();
  await faults.told(FULL);
  await faults.press("Réessayer d’enregistrer");
  await faults.told(FULL);
  await browser.grant();
  await faults.press("Réessayer d’enregistrer");
  await page.getByRole("status").getByText("Tout est enregistré").waitFor();
  await app.reload();
  await answered(page).waitFor();
  assert.ok(await answered(page).isChecked());
});

journey("l’espace se remplit : la page prévient avant qu’il ne manque", {
  // Chromium answers the same quota to everybody, whatever is granted.
  prepare: ({ context }) =>
    context.addInitScript(() => {
      if (!window.StorageManager) return;
      StorageManager.prototype.estimate = async () => ({ usage: Number(sessionStorage.getItem("usage") ?? 79), quota: 100 });
    }),
}, async (app) => {
  const { page } = app;
  const notice = page.getByRole("status").getByText("L’espace accordé à Repères est bientôt plein");
  await interviewed(page);
  await app.reload();
  await answered(page).waitFor();
  assert.equal(await notice.count(), 0);
  await page.evaluate(() => sessionStorage.setItem("usage", "80"));
  await app.reload();
  await notice.waitFor();
  await page.getByText(/Rien n’est perdu\. Préparez un fichier de sauvegarde, puis retirez ce qui ne sert plus/).waitFor();
  await inspect(page, "espace bientôt plein");
});

journey("le navigateur efface tout sous nos pieds : l’écran garde la dernière copie, et la remet", {}, async (app) => {
  const { page } = app;
  const [browser, faults, data] = [new Browser(app), new Faults(page), new DataScreen(page)];
  const address = await interviewed(page);
  await browser.clear();
  await answered(page).check();
  await faults.told(LOST, /dernière copie\. Ne fermez pas cette page/);
  await inspect(page, "données effacées sous la page");
  assert.deepEqual(devicesIn((await data.export()).data), ["computer", "tablet"], "le fichier contient tout");
  await faults.told(LOST);

  await faults.press("Tout enregistrer à nouveau ici");
  await page.getByRole("status").getByText("Tout est enregistré à nouveau").waitFor();
  await faults.gone(LOST);
  await app.go(`${address}/bloc/equipment`);
  await answered(page).waitFor();
  assert.ok(await answered(page).isChecked(), "la réponse donnée entre-temps aussi");
  const { data: after } = await data.export();
  assert.deepEqual(devicesIn(after), ["computer", "tablet"]);
});

journey("tout est effacé, et l’on prépare un fichier sans avoir rien écrit : il contient ce qui est affiché", {}, async (app) => {
  const { page } = app;
  const [browser, faults, data] = [new Browser(app), new Faults(page), new DataScreen(page)];
  await interviewed(page);
  await browser.clear();
  assert.deepEqual(devicesIn((await data.export()).data), ["computer"]);
  await faults.told(LOST);
});

journeyBothWays("la base supprimée sous nos pieds se dit et se réécrit aussi", {}, async (app) => {
  const { page } = app;
  const faults = new Faults(page);
  await interviewed(page);
  await page.evaluate(() => new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase("reperes");
    request.onsuccess = resolve;
    request.onerror = request.onblocked = reject;
  }));
  await answered(page).check();
  await faults.told(LOST);
  await faults.press("Tout enregistrer à nouveau ici");
  await faults.gone(LOST);
  await app.reload();
  await answered(page).waitFor();
  assert.ok(await answered(page).isChecked());
});

const GONE = [
  // What the browser clears, and what the home page then says.
  ["all", "Aucune donnée ici", /ne contient encore rien.*reprenez un fichier de sauvegarde/],
  ["indexeddb", "Aucune donnée ici, alors que ce navigateur en gardait", /effacées.*reprenez le plus récent/],
];
for (const [kinds, title, advice] of GONE) {
  journey(`après une perte totale (${kinds}), l’accueil dit « ${title} » et un fichier rend tout`, {}, async (app) => {
    const { page } = app;
    const [browser, data] = [new Browser(app), new DataScreen(page)];
    await interviewed(page);
    const backup = await data.export();
    page.on("dialog", (dialog) => dialog.accept());
    await browser.clear(kinds);
    await app.go();
    await page.getByText(title, { exact: true }).waitFor();
    assert.match((await page.getByRole("main").innerText()).replace(/\s+/g, " "), advice);
    await inspect(page, title);
    await page.getByRole("link", { name: "Reprendre un fichier", exact: true }).click();
    await data.restore.waitFor();
    assert.match(await data.import(backup.name, backup.text), /1 ajouté/);
    assert.equal((await data.export()).data, backup.data);
    await app.go();
    await page.getByRole("heading", { name: "Reprendre" }).waitFor();
    assert.equal(await page.getByText("Aucune donnée ici").count(), 0);
  });
}

journeyBothWays("un enregistrement abîmé est mis de côté : le reste marche, et rien ne l’écrase", {}, async (app) => {
  const { page } = app;
  const data = new DataScreen(page);
  const damaged = { "interview/abime": '{"fields":{"label"', "n’importe quoi": "[]", "interview/": "{}" };
  await interviewed(page);
  await putEntries(page, { records: damaged });
  await app.reload();
  await answered(page).check();
  await new Interview(page).saved();
  await data.open();
  await page.getByText("3 éléments enregistrés ne peuvent pas être lus").waitFor();
  await page.getByText("Voir le détail").click();
  for (const key of Object.keys(damaged)) await page.getByText(key, { exact: true }).waitFor();
  await inspect(page, "éléments illisibles");
  const raw = await downloaded(page, () => page.getByRole("button", { name: "Exporter ce qui est illisible" }).click());
  assert.deepEqual(JSON.parse(raw.text), damaged);
  await page.getByText(`${raw.name}. Vérifiez qu’il est bien dans vos téléchargements.`).waitFor();
  const { data: held } = await data.export();
  assert.deepEqual(devicesIn(held), ["computer", "tablet"]);
  assert.ok(!held.includes("abime"));

  const bringer = fileOfFields({ abime: { label: "Sain" }, sain: { label: "Autre" } });
  assert.match(await data.weighed("sain.json", bringer), /Un élément ne sera pas repris Repères n’écrase rien/);
  await data.accept();
  const records = await entries(page, "records");
  for (const [key, text] of Object.entries(damaged)) assert.equal(records[key], text, key);
  assert.ok(records["interview/sain"], "le reste du fichier est repris");
});

journeyBothWays("sans travail de fond, la page le dit, rien ne change, et les données brutes sortent", {}, async (app) => {
  const { page } = app;
  const [browser, faults, data] = [new Browser(app), new Faults(page), new DataScreen(page)];
  await interviewed(page);
  await data.open();
  await browser.refuseWorkers();
  const before = await entries(page, "records");
  await data.restore.getByLabel(/^Déposez ici/).setInputFiles([
    { name: "autre.json", mimeType: "application/json", buffer: Buffer.from(fileOfFields({ autre: { label: "Autre" } })) },
  ]);
  await faults.told("Ce navigateur n’a pas laissé démarrer le travail de fond", /Rien n’a été changé/);
  assert.deepEqual(await entries(page, "records"), before);
  await data.part("Sauvegarde").getByRole("button", { name: /^Préparer/ }).click();
  const { name, text } = await downloaded(page, () => faults.press("Exporter les données brutes"));
  assert.match(name, /^reperes-donnees-brutes-/);

  await app.reload();
  await data.wipe();
  assert.match(await data.import(name, text), /1 élément\./);
  assert.deepEqual(devicesIn((await data.export()).data), ["computer"], "elles se reprennent comme un autre fichier");
});

journeyBothWays("un navigateur qui refuse le stockage le dit, et ne promet rien", {
  expectStart: false,
  prepare: ({ context }) =>
    context.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException("refused", "SecurityError");
      };
    }),
}, async ({ page }) => {
  await page.getByRole("heading", { level: 1, name: "Repères ne peut pas s’ouvrir ici" }).waitFor();
  await page.getByText("Ce navigateur refuse d’enregistrer").waitFor();
  await page.getByText(/Ouvrez Repères dans une fenêtre ordinaire, hors navigation privée/).waitFor();
  await inspect(page, "stockage refusé");
  const rescue = new RescueScreen(page);
  await rescue.save();
  await rescue.newsSaying("ne contient aucune donnée");
});

journeyBothWays("une base qui ne s’ouvre pas s’enregistre brute", {}, async (app) => {
  const { page } = app;
  await interviewed(page);
  const before = await entries(page, "records");
  await page.evaluate(() => new Promise((resolve, reject) => {
    const request = indexedDB.open("reperes", 99);
    request.onerror = request.onblocked = reject;
    request.onsuccess = () => resolve(request.result.close());
  }));
  await app.reload({ expectStart: false });
  const rescue = new RescueScreen(page);
  assert.equal(await rescue.title(), "Repères ne peut pas s’ouvrir ici");
  await page.getByText("Vos données viennent d’une version plus récente de Repères").waitFor();
  assert.ok(await rescue.heading.evaluate((heading) => heading === document.activeElement));
  await inspect(page, "base plus récente");
  const { contents } = await rescue.savedFile();
  assert.deepEqual(Object.fromEntries(contents.stores.records.map(({ key, value }) => [key, value])), before);
});

const READ_ONLY = "reperes-lecture-seule";
journey("un navigateur qui ne laisse que lire s’ouvre, le dit, et exporte", {
  prepare: ({ context }) =>
    context.addInitScript((mark) => {
      const begin = IDBDatabase.prototype.transaction;
      IDBDatabase.prototype.transaction = function (stores, mode, options) {
        if (mode === "readwrite" && sessionStorage.getItem(mark)) throw new DOMException("full", "QuotaExceededError");
        return begin.call(this, stores, mode, options);
      };
    }, READ_ONLY),
}, async (app) => {
  const { page } = app;
  const [faults, data] = [new Faults(page), new DataScreen(page)];
  await interviewed(page);
  await page.evaluate((mark) => sessionStorage.setItem(mark, "oui"), READ_ONLY);
  await app.reload();
  await faults.told(/Ce navigateur n’enregistre plus/, /Vous pouvez tout lire et tout exporter/);
  await answered(page).check();
  await page.getByText("Pas encore enregistré").waitFor();
  assert.deepEqual(devicesIn((await data.export()).data), ["computer", "tablet"]);
  await inspect(page, "lecture seule");
});

let blocker;
journey("une version plus ancienne ouverte ailleurs bloque l’ouverture : on le dit, et réessayer suffit", {
  expectStart: false,
  prepare: async ({ context, site, watch }) => {
    watch.allow(/favicon/);
    blocker = await context.newPage();
    await blocker.goto(`${site.origin}/icon.svg`);
    await blocker.evaluate(() => new Promise((resolve) => {
      const request = indexedDB.open("reperes", 1);
      request.onupgradeneeded = () => {
        for (const store of ["records", "snapshots", "meta"]) request.result.createObjectStore(store);
      };
      request.onsuccess = () => {
        window.held = request.result;
        resolve();
      };
    }));
  },
}, async (app) => {
  const { page } = app;
  await page.getByText("Repères est ouvert ailleurs dans une version plus ancienne").waitFor();
  await page.getByText(/Vos données sont intactes\. Fermez les autres onglets de Repères, puis réessayez\./).waitFor();
  await inspect(page, "ouverture bloquée");
  await blocker.close();
  await page.getByRole("button", { name: "Réessayer" }).click();
  await page.getByRole("heading", { level: 1, name: "Que venez-vous faire ?" }).waitFor();
  await interviewed(page);
});
