// A shared computer: the end of a session, the curtain; and how long people's interviews are kept.
import assert from "node:assert/strict";
import { inspect } from "./harness/inspect.mjs";
import { journey, journeyBothWays } from "./harness/journey.mjs";
import { allowWrites, refuseWrites } from "./harness/storage.mjs";
import { DataScreen } from "./pages/data.mjs";
import { Browser } from "./pages/faults.mjs";
import { Interview } from "./pages/interview.mjs";
import { fileOfFields } from "./pages/records.mjs";
import { Curtain, SessionScreen, ToDeleteScreen } from "./pages/session.mjs";

const words = (locator) => locator.innerText().then((text) => text.replace(/\s+/g, " "));
const open = (page, route) => page.evaluate((hash) => (location.hash = hash), route);
const focused = (page) => page.evaluate(() => document.activeElement.textContent.replace(/\s+/g, " ").trim());

/** Everything that this browser keeps of the application, whatever keeps it. */
const kept = (page) =>
  page.evaluate(async () => {
    const result = (request) => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
    const database = await result(indexedDB.open("reperes"));
    const texts = [];
    for (const name of database.objectStoreNames) {
      if (name !== "meta") texts.push(...(await result(database.transaction(name).objectStore(name).getAll())));
    }
    database.close();
    const workers = (await navigator.serviceWorker?.getRegistrations().catch(() => [])) ?? [];
    const caches_ = location.protocol === "file:" ? [] : await caches.keys();
    const storage = [...Object.keys(localStorage), ...Object.keys(sessionStorage)];
    return { texts, caches: caches_, workers: workers.length, storage };
  });

async function interviewed(page) {
  const interview = new Interview(page);
  await interview.start({ label: "Mardi 4" });
  await interview.row("L’envie d’apprendre ou de pratiquer").check();
  await interview.saved();
  return page.url().match(/#\/diagnostic\/[^/]+/)[0];
}

journeyBothWays("la fin de séance efface tout, le dit, et dit ce qu’elle n’atteint pas", {}, async (app) => {
  const { page } = app;
  const [data, session] = [new DataScreen(page), new SessionScreen(page)];
  if (app.site) await app.offlineReady();
  await session.share();
  // An import leaves a restore point, which must go too.
  await data.import("autre.json", fileOfFields({ autre: { label: "Lundi 3" } }));
  await interviewed(page);
  const before = await kept(page);
  assert.ok(before.texts.some((text) => text.includes("Mardi 4")) && before.storage.length > 0);
  assert.equal(before.caches.length > 0, app.site !== null);

  await page.getByRole("banner").getByRole("link", { name: "Fin de séance" }).click();
  await page.getByRole("heading", { level: 1, name: "Fin de séance" }).waitFor();
  await inspect(page, "fin de séance");
  await session.ask();
  assert.match(await words(session.question), /oubliera 2 entretiens, les points de retour et vos préférences\..*ne sont dans aucun fichier/);
  await page.keyboard.press("Escape");
  await session.question.waitFor({ state: "hidden" });
  assert.deepEqual(await kept(page), before, "renoncer n’efface rien");

  await session.ask();
  await session.accept();
  await session.ended.waitFor();
  await page.waitForFunction(() => document.activeElement.tagName === "H1");
  const said = await words(page.getByRole("main"));
  assert.match(said, /tout ce qui était enregistré : effacés.*Les préférences et le nom de ce poste : effacés/);
  assert.equal(/Les fichiers de l’application.*: effacés/.test(said), app.site !== null);
  assert.match(said, /fichiers téléchargés.*feuilles imprimées.*historique.*autre onglet.*autres appareils/);
  assert.deepEqual(await kept(page), { texts: [], caches: [], workers: 0, storage: [] });
  await inspect(page, "séance terminée");

  await page.getByRole("button", { name: "Commencer une nouvelle séance" }).click();
  await page.getByText("Aucune donnée ici", { exact: true }).waitFor();
  assert.equal(await page.getByRole("banner").getByRole("link", { name: "Fin de séance" }).count(), 0);
});

journey("une fin de séance refusée par le navigateur le dit et n’efface rien", {}, async (app) => {
  const { page } = app;
  const session = new SessionScreen(page);
  await interviewed(page);
  const before = await kept(page);
  await session.open();
  await refuseWrites(page);
  await session.ask();
  await session.accept();
  await page.getByRole("heading", { level: 1, name: "La séance n’est pas terminée" }).waitFor();
  assert.match(await words(page.getByRole("main")), /encore dans ce navigateur.*n’ont pas pu être effacés. Réessayez/);
  assert.deepEqual((await kept(page)).texts, before.texts);
  await inspect(page, "séance non terminée");
  await allowWrites(page);
  await page.getByRole("button", { name: "Réessayer" }).click();
  await session.ask();
  await session.accept();
  await session.ended.waitFor();
  assert.deepEqual((await kept(page)).texts, []);
});

journeyBothWays("le rideau cache tout, titre compris, et rend la page où elle en était", {}, async ({ page }) => {
  const curtain = new Curtain(page);
  await interviewed(page);
  const title = await page.title();
  assert.match(title, /Demande et urgence/);
  for (const lift of [() => curtain.lift(), () => page.keyboard.press("Escape")]) {
    await curtain.lower();
    await curtain.dialog.waitFor();
    assert.equal(await page.title(), "Repères", "l’onglet ne dit rien de la page");
    assert.equal(await focused(page), "Reprendre");
    assert.ok(await curtain.hidesEverything());
    await inspect(page, "rideau");
    await lift();
    await curtain.dialog.waitFor({ state: "hidden" });
    await page.waitForFunction((title) => document.title === title, title);
    assert.ok(await curtain.button.evaluate((button) => button === document.activeElement), "le focus revient au bouton");
  }
});

journey("sur un ordinateur partagé, le rideau tombe seul et ne laisse rien passer dessous", {
  prepare: ({ page }) => page.clock.install(),
}, async ({ page }) => {
  const [curtain, session] = [new Curtain(page), new SessionScreen(page)];
  const idle = () => page.clock.fastForward(5 * 60_000 + 15_000);
  const address = await interviewed(page);
  await idle();
  assert.ok(!(await curtain.dialog.isVisible()), "sans le réglage, rien ne se masque");
  await session.share();
  await page.getByLabel(/Répondre aux questions avec les chiffres/).check();
  await open(page, `${address}/bloc/demand`);
  const note = page.getByLabel(/Note sur ce thème/);
  await note.fill("En cours");
  await idle();
  await curtain.dialog.waitFor();
  assert.ok(await curtain.hidesEverything());
  await page.keyboard.type("12intrus");
  await curtain.lift();
  await curtain.dialog.waitFor({ state: "hidden" });
  assert.equal(await note.inputValue(), "En cours");
  assert.ok(await note.evaluate((field) => field === document.activeElement), "le focus revient dans le champ");
  await page.waitForFunction(() => document.title.startsWith("Demande et urgence"));
});

const OLD = { label: "Ancien", started_on: "2019-12-15", concluded_on: "2020-01-01", "note/demand": "Secret ancien" };
const RECENT = { label: "Récent", started_on: new Date().toISOString().slice(0, 10) };
const DUE = /à supprimer$/;
const LIMITED = /dont l’usage est limité$/;

/** An old interview and a recent one, and a rule of 24 months. */
async function withRule(page, rule = { months: "24" }) {
  const [data, list] = [new DataScreen(page), new ToDeleteScreen(page)];
  const file = fileOfFields({ ancien: OLD, recent: RECENT });
  await data.import("ancien.json", file);
  await list.open();
  await list.part("Aucun entretien à supprimer").getByText(/n’a pas encore dit combien de temps garder/).waitFor();
  await list.rule(rule);
  await list.said("Règle enregistrée");
  return { data, list, file };
}

journeyBothWays("un entretien ancien est à supprimer ; effacé, il ne revient d’aucun fichier ni d’aucun point", {}, async ({ page }) => {
  const { data, list, file } = await withRule(page);
  await list.part("1 entretien à supprimer").waitFor();
  assert.match(
    await words(list.row(DUE, "Ancien")),
    /À supprimer depuis le 1er janvier 2022 : sa dernière date est le 1er janvier 2020\./,
  );
  await inspect(page, "à supprimer");
  await list.act(DUE, "Ancien", "Effacer");
  assert.match(await words(list.erasing), /Dossier Ancien.*ne s’annule pas.*l’emporte sur les fichiers plus anciens/);
  await list.erasing.getByRole("button", { name: "Annuler" }).click();
  await list.row(DUE, "Ancien").waitFor();
  assert.ok((await kept(page)).texts.some((text) => text.includes("Secret ancien")));

  await list.erase(DUE, "Ancien");
  await list.part("Aucun entretien à supprimer").waitFor();
  assert.ok(!(await kept(page)).texts.some((text) => /Secret ancien|"Ancien"/.test(text)), "ni les points de retour");
  assert.match(await data.weighed("ancien.json", file), /Rien de nouveau/);
  await data.leave();
  await open(page, "#/diagnostic");
  await page.getByRole("heading", { name: "Dossier Récent" }).waitFor();
  assert.equal(await page.getByText("Dossier Ancien").count(), 0);
  const { erased } = JSON.parse((await data.export()).data).records.interview.ancien;
  assert.equal(erased, true, "l’effacement voyage avec les fichiers");
});

journey("sans travail de fond, effacer efface aussi dans les points de retour", {}, async (app) => {
  const { page } = app;
  const { list } = await withRule(page);
  await new DataScreen(page).import("encore.json", fileOfFields({ autre: RECENT }));
  await list.open();
  assert.ok((await kept(page)).texts.some((text) => text.includes("Secret ancien")));
  await new Browser(app).refuseWorkers();
  await list.erase(DUE, "Ancien");
  assert.ok(!(await kept(page)).texts.some((text) => text.includes("Secret ancien")), "ni les points de retour");
});

journey("prolonger reporte ; une règle mal écrite est refusée champ par champ", {}, async ({ page }) => {
  const { list } = await withRule(page);
  await list.act(DUE, "Ancien", "Prolonger de 6 mois");
  await list.said(/Entretien gardé jusqu’au/);
  await list.part("Aucun entretien à supprimer").waitFor();
  await list.rule({ months: "0", until: "2099-12-31" });
  const faults = page.getByRole("alert").filter({ hasText: "À corriger avant de continuer" });
  assert.match(await words(faults), /entre 1 et 600.*Écrivez le motif/);
  await inspect(page, "règle refusée");
  await page.reload();
  await list.part("Aucun entretien à supprimer").waitFor();
  assert.equal(await page.getByLabel(/^Durée de conservation des entretiens/).inputValue(), "24", "la règle d’avant reste");
});

journey("une règle changée ailleurs pendant qu’on l’écrit n’est pas écrasée", {}, async (app) => {
  const { data, list } = await withRule(app.page);
  const page = await app.context.newPage();
  await page.goto(app.page.url());
  await app.started(page);
  const there = new ToDeleteScreen(page);
  const [here, elsewhere] = [list, there].map((screen) => screen.part("La règle de votre organisation"));
  await here.getByLabel("Motif").fill("Recours");
  await there.rule({ months: "36" });
  await there.said("Règle enregistrée");
  await app.page.waitForFunction(() => document.getElementById("conservation-mois").value === "36");
  assert.equal(await here.getByLabel("Motif").inputValue(), "Recours", "ce que l’on tape reste");
  await here.getByLabel("Jusqu’au").fill("2099-12-31");
  await here.getByRole("button", { name: "Enregistrer la règle" }).click();
  const reason = await elsewhere.getByLabel("Motif").elementHandle();
  await page.waitForFunction((field) => field.value === "Recours", reason);
  const { fields } = JSON.parse((await data.export()).data).records.settings.retention;
  const written = ["interview/months", "hold/reason", "hold/until"].map((name) => fields[name].map(({ v }) => v));
  assert.deepEqual(written, [[36], ["Recours"], ["2099-12-31"]]);
});

journey("limiter l’usage sort un entretien des listes ; lever la limitation l’y remet", {}, async ({ page }) => {
  const { data, list } = await withRule(page, { months: "24", reason: "Recours en cours", until: "2099-12-31" });
  await list.act(DUE, "Ancien", "Effacer");
  assert.match(await words(list.erasing), /doit garder ces données jusqu’au jeudi 31 décembre 2099 : Recours en cours/);
  await inspect(page, "effacer malgré une obligation");
  await list.erasing.getByRole("button", { name: "Annuler" }).click();

  await list.act(DUE, "Ancien", "Limiter l’usage");
  assert.equal(await list.limiting.getByLabel("Motif").inputValue(), "Recours en cours", "l’obligation est proposée");
  await list.limiting.getByLabel("Jusqu’au").fill("2020-01-01");
  await list.limiting.getByRole("button", { name: "Limiter l’usage" }).click();
  await list.limiting.getByText("Écrivez une date qui existe et qui n’est pas passée.").waitFor();
  await list.limiting.getByLabel("Jusqu’au").fill("2099-06-30");
  await list.limiting.getByRole("button", { name: "Limiter l’usage" }).click();
  await list.said("Usage de l’entretien limité jusqu’au 30 juin 2099");
  await list.part("Aucun entretien à supprimer").waitFor();
  assert.match(await words(list.row(LIMITED, "Ancien")), /Usage limité jusqu’au 30 juin 2099 : Recours en cours\./);

  const heads = page.getByRole("heading", { level: 1 });
  for (const [route, head] of [["#/diagnostic", "Entretiens"], ["#/", "Que venez-vous faire ?"]]) {
    await open(page, route);
    await heads.filter({ hasText: head }).waitFor();
    await page.getByText("Dossier Récent").first().waitFor();
    assert.equal(await page.getByText("Dossier Ancien").count(), 0, `${route} ne le montre plus`);
  }
  assert.match((await data.export()).text, /Secret ancien/, "il reste dans la sauvegarde");
  await list.open();
  await list.act(LIMITED, "Ancien", "Lever la limitation");
  await list.said("Limitation levée");
  await list.row(DUE, "Ancien").waitFor();
  await open(page, "#/diagnostic");
  await page.getByRole("heading", { name: "Dossier Ancien" }).waitFor();
});

journey("une limitation passée est à supprimer", {}, async ({ page }) => {
  const [data, list] = [new DataScreen(page), new ToDeleteScreen(page)];
  const restricted = { until: "2025-03-31", reason: "Recours" };
  await data.import("limite.json", fileOfFields({ i1: { label: "Ancien", started_on: "2024-12-15", restricted } }));
  await list.open();
  assert.match(await words(list.row(DUE, "Ancien")), /Son usage était limité jusqu’au 31 mars 2025 : cette date est passée\./);
  assert.equal(await list.row(DUE, "Ancien").getByRole("button", { name: /^Prolonger de/ }).count(), 0);
  await list.erase(DUE, "Ancien");
  assert.ok(!(await kept(page)).texts.some((text) => text.includes("Ancien")));
});
