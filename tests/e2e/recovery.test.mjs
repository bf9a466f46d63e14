// Going back: an import undone, the restore points, and what never comes back.
import assert from "node:assert/strict";
import { inspect } from "./harness/inspect.mjs";
import { journey, journeyBothWays } from "./harness/journey.mjs";
import { ExchangeScreen, interviews } from "./pages/exchange.mjs";
import { entries } from "./harness/storage.mjs";
import { ERASED, fileWith, record } from "./pages/records.mjs";
import { Interview } from "./pages/interview.mjs";
import { PointsScreen } from "./pages/points.mjs";

const START = { route: "#/donnees" };
/** Not made to hold everything: it is not expected to be as big as what is here. */
const PART = { scope: "interviews" };
const HERE = fileWith(interviews(4));

/** What a colleague changed: a name, an answer that disagrees, one removed, one more. */
const base = (nth) => record({ label: `Dossier ${nth}`, "answer/devices": { many: ["smartphone"] } });
function changedElsewhere() {
  const [renamed, removed, more] = [base(0), base(1), record({ label: "Nouveau" })];
  const by = "r-poste-b";
  for (const written of [renamed, removed]) written.seen[by] = { seq: 1, device: "poste-b" };
  const write = (v) => [{ v, at: Date.UTC(2026, 10, 20), by, seq: 1 }];
  renamed.fields.label = write("Dossier 0 bis");
  removed.fields.deleted = write(true);
  const otherAnswer = record({ "answer/devices": { many: ["tablet"] } }, { on: "poste-c" });
  return fileWith({ d0: renamed, d1: removed, d2: otherAnswer, nouveau: more }, { device: "poste-b" });
}

const recordsOf = (data) => JSON.parse(data).records.interview ?? {};
const labelOf = (data, id) => recordsOf(data)[id]?.fields.label?.[0].v;
const isThere = (data, id) => id in recordsOf(data) && !(recordsOf(data)[id].fields.deleted?.[0].v ?? false);

/** Every text that the browser keeps of this application. */
const keptTexts = (page) =>
  page.evaluate(async () => {
    const result = (request) => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
    const database = await result(indexedDB.open("reperes"));
    const texts = [];
    for (const name of database.objectStoreNames) {
      texts.push(...(await result(database.transaction(name).objectStore(name).getAll())));
    }
    database.close();
    return [...texts, ...Object.values(localStorage)].join("\n");
  });

journeyBothWays("annuler un import rend exactement les données d’avant", START, async (app) => {
  const screen = new ExchangeScreen(app.page);
  const file = changedElsewhere();
  await screen.import("ici.json", HERE);
  const before = (await screen.export()).data;
  const weighed = await screen.import("collegue.json", file);
  assert.match(weighed, /Entretiens 1 ajouté, 1 complété ou modifié, 1 avec plusieurs valeurs à vérifier et 1 supprimé/);
  await screen.undo();
  await inspect(app.page, "import annulé");
  assert.equal((await screen.export()).data, before, "les données d’avant, octet pour octet");
  await app.reload();
  assert.equal((await screen.export()).data, before, "une recharge n’y change rien");
  assert.equal(await screen.import("collegue.json", file), weighed, "le même fichier s’importe à nouveau");
});

journeyBothWays("annuler plus tard garde ce qui a été changé depuis", START, async (app) => {
  const { page } = app;
  const [screen, points, interview] = [new ExchangeScreen(page), new PointsScreen(page), new Interview(page)];
  await screen.import("ici.json", HERE);
  await screen.import("collegue.json", changedElsewhere());
  await page.evaluate(() => (location.hash = "#/diagnostic/d0/bloc/basics"));
  await interview.question(/envoie-t-elle un courriel/).getByLabel("Fait avec de l’aide").check();
  await interview.saved();

  const foreseen = await points.ask(0, { undo: true });
  assert.match(foreseen, /Seul ce que cet import a apporté est retiré/);
  assert.match(foreseen, /1 entretien reviendra, 1 sera retiré d’ici, 2 retrouveront leurs valeurs d’avant\./);
  assert.match(foreseen, /1 élément modifié depuis reste avec ces modifications\./);
  await inspect(page, "annuler plus tard");
  assert.match(await points.accept(), /L’import est annulé\. 1 élément modifié depuis est gardé\./);

  const { data } = await screen.export();
  assert.equal(labelOf(data, "d0"), "Dossier 0", "le nom d’avant");
  assert.equal(recordsOf(data).d0.fields["answer/send-mail"][0].v.skill.level, "with_help", "la réponse donnée depuis");
  assert.deepEqual(["d0", "d1", "d2", "d3", "nouveau"].map((id) => isThere(data, id)), [true, true, true, true, false]);
  const devices = recordsOf(data).d2.fields["answer/devices"].map(({ v }) => v.many[0]);
  assert.deepEqual([...new Set(devices)], ["smartphone"]);
});

journey("annulé après qu’un fichier est sorti, un import ne revient pas par ce fichier", START, async ({ page }) => {
  const screen = new ExchangeScreen(page);
  await screen.import("ici.json", HERE);
  await screen.import("collegue.json", changedElsewhere());
  const points = new PointsScreen(page);
  const out = await screen.export();
  assert.match(await points.ask(0, { undo: true }), /Un fichier est sorti de cet appareil depuis/);
  await points.accept();
  const after = await screen.export();
  assert.equal(labelOf(after.data, "d0"), "Dossier 0");
  assert.match(await screen.weighed("sorti.json", out.text), /Rien de nouveau/);
});

journeyBothWays("les points de retour : la liste, l’aperçu, le retour, le retour au présent", START, async (app) => {
  const { page } = app;
  const [screen, points] = [new ExchangeScreen(page), new PointsScreen(page)];
  assert.deepEqual(await points.list(), []);
  await page.getByText("Aucun point de retour").waitFor();
  await inspect(page, "aucun point de retour");

  await screen.import("ici.json", HERE);
  const before = (await screen.export()).data;
  await screen.import("collegue.json", changedElsewhere());
  const present = await screen.export();
  const listed = await points.list();
  assert.equal(listed.length, 2);
  assert.match(listed[0], /Avant l’import de collegue\.json .* à \d+ h( \d\d)?\. Il contient 4 entretiens\./);
  assert.match(listed[1], /Avant l’import de ici\.json .*Il ne contient aucune donnée\./);
  await inspect(page, "points de retour");

  const foreseen = await points.ask(0);
  assert.match(foreseen, /L’état présent est gardé comme point de retour/);
  assert.match(foreseen, /1 entretien reviendra, 1 sera retiré d’ici, 2 retrouveront leurs valeurs d’avant\./);
  await inspect(page, "aperçu d’un retour");
  await points.refuse();
  assert.equal((await screen.export()).data, present.data, "renoncer ne change rien");

  await points.ask(0);
  assert.match(await points.accept(), /Vos données sont à nouveau celles du \d+(er)? .* à \d+ h( \d\d)?\./);
  const back = (await screen.export()).data;
  for (const id of ["d0", "d1", "d2", "d3", "nouveau"]) {
    assert.equal(isThere(back, id), isThere(before, id), id);
    if (isThere(before, id)) assert.equal(labelOf(back, id), labelOf(before, id), id);
  }
  assert.match((await points.list())[0], /Avant un retour en arrière .*Il contient 4 entretiens\./);

  await points.goBack(0);
  const again = (await screen.export()).data;
  for (const id of ["d0", "d1", "d2", "d3", "nouveau"]) {
    assert.equal(isThere(again, id), isThere(present.data, id), `${id}, au présent`);
    if (isThere(present.data, id)) assert.equal(labelOf(again, id), labelOf(present.data, id), `${id}, au présent`);
  }
});

journey("cinq points restent, les plus récents", START, async (app) => {
  const [screen, points] = [new ExchangeScreen(app.page), new PointsScreen(app.page)];
  for (const nth of [1, 2, 3, 4, 5, 6, 7]) {
    await screen.import(`${nth}.json`, fileWith({ [`i${nth}`]: record({ label: `Dossier ${nth}` }) }, PART));
  }
  const names = (listed) => listed.map((text) => text.match(/Avant l’import de (\S+)/)[1]);
  const expected = ["7.json", "6.json", "5.json", "4.json", "3.json"];
  assert.deepEqual(names(await points.list()), expected);
  await app.reload();
  assert.deepEqual(names(await points.list()), expected);
  const { foreseen } = await points.goBack(4);
  assert.match(foreseen, /5 entretiens seront retirés d’ici\./);
  const { data } = await screen.export();
  assert.deepEqual(Object.keys(recordsOf(data)).filter((id) => isThere(data, id)), ["i1", "i2"]);
});

journeyBothWays("ce qu’un import efface ne revient par aucun retour", START, async ({ page }) => {
  const [screen, points] = [new ExchangeScreen(page), new PointsScreen(page)];
  const person = record({ label: "Personne effacée", "note/demand": "Mots effacés" });
  await screen.import("ici.json", fileWith({ ...interviews(4), person }));
  await screen.import("autre.json", fileWith({ autre: record({ label: "Autre" }) }, PART));
  assert.match(await keptTexts(page), /Mots effacés/);
  assert.match(await screen.import("efface.json", fileWith({ person: ERASED }, PART)), /1 effacé pour toujours/);
  const assertGone = async (moment) => {
    const { data } = await screen.export();
    assert.equal(recordsOf(data).person.erased, true, moment);
    assert.doesNotMatch(await keptTexts(page), /effacée|Mots effacés/, moment);
  };
  await assertGone("après l’import");
  await screen.weighed("rien.json", fileWith({ person: ERASED }, PART));
  await screen.leave();
  for (const [nth, options] of [[0, { undo: true }], [1, {}], [3, {}]]) {
    await points.goBack(nth, options);
    await assertGone(`retour ${nth}`);
  }
  assert.match(await screen.weighed("ancien.json", fileWith({ person })), /Rien de nouveau|sans changement/);
});

/** Texts that no compression makes small. */
let seed = 1;
const next = () => (seed = (seed * 48_271) % 2_147_483_647);
const noise = (length) => Array.from({ length }, () => String.fromCharCode(0x4e00 + (next() % 20_000))).join("");

/** Little space from the start: what is here (about 900 kB) is held once, not twice. */
const LITTLE_SPACE = {
  ...START,
  prepare: async ({ page, context, site, watch }) => {
    watch.allow(/404/);
    site.deploy({ "sw.js": null });
    const session = await context.newCDPSession(page);
    await session.send("Storage.overrideQuotaForOrigin", { origin: site.origin, quotaSize: 1_600_000 });
  },
};

journey("un point de retour qui ne peut pas être écrit refuse l’import, et rien ne change", LITTLE_SPACE, async (app) => {
  const { page, context, site } = app;
  const [screen, points] = [new ExchangeScreen(page), new PointsScreen(page)];
  const heavy = (nth) => [`d${nth}`, record({ label: `Dossier ${nth}`, "note/demand": noise(15_000) })];
  await screen.import("ici.json", fileWith(Object.fromEntries(Array.from({ length: 30 }, (_, nth) => heavy(nth)))));
  const before = { data: (await screen.export()).data, points: await points.list() };

  // The new record alone would fit: the point, which holds all the others, does not.
  const small = fileWith({ petit: record({ label: "Petit" }) }, PART);
  await screen.weighed("petit.json", small);
  await screen.agree.click();
  const alert = page.getByRole("alert").filter({ hasText: "L’espace accordé à Repères est plein" });
  await alert.waitFor();
  assert.match(await alert.innerText(), /Rien de ce qui était enregistré n’est perdu/);
  await inspect(page, "point de retour impossible");
  assert.equal((await screen.export()).data, before.data, "rien n’a changé");
  assert.deepEqual(await points.list(), before.points, "les points non plus");
  await app.reload();
  assert.equal((await screen.export()).data, before.data, "ni sur le disque");

  const session = await context.newCDPSession(page);
  await session.send("Storage.overrideQuotaForOrigin", { origin: site.origin });
  assert.match(await screen.import("petit.json", small), /1 ajouté/);
  assert.equal((await points.list()).length, before.points.length + 1);
});

journey("un point de retour s’oublie : ce qu’il gardait n’est plus dans le navigateur", {}, async ({ page }) => {
  const screen = new ExchangeScreen(page);
  await screen.import("a.json", fileWith({ i1: record({ label: "Premier" }) }));
  await screen.import("b.json", fileWith({ i2: record({ label: "Second" }) }));
  const points = new PointsScreen(page);
  await points.open();
  const last = page.getByRole("article", { name: "Avant l’import de b.json" });
  await last.getByRole("button", { name: "Oublier ce point…" }).click();
  await page.getByRole("dialog", { name: "Oublier ce point ?" }).getByRole("button", { name: "Oublier ce point" }).click();
  await last.waitFor({ state: "detached" });
  await page.getByText("Point de retour oublié").waitFor();
  assert.equal(Object.keys(await entries(page, "restore_points")).length, 1);
  await page.reload();
  await page.getByRole("article", { name: "Avant l’import de a.json" }).waitFor();
  assert.equal(await page.getByRole("article").count(), 1);
});
