// The bag of a training room: a copy of the single file that carries an exercise, opened elsewhere without any server.
import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { App } from "./harness/app.mjs";
import { inspect } from "./harness/inspect.mjs";
import { journey, journeyBothWays } from "./harness/journey.mjs";
import { downloaded } from "./harness/storage.mjs";
import { temporaryFolder } from "./harness/temporary.mjs";
import { DataScreen } from "./pages/data.mjs";
import { Directory, fixture } from "./pages/directory.mjs";
import { Participant, Trainer } from "./pages/exercise.mjs";
import { Interview } from "./pages/interview.mjs";

const CASE = "Élodie";
const BLOCK = /<script type="application\/json" id="bag"/g;

/** The bag of the exercise whose desk is shown, as a file of its own. */
async function bag(page) {
  const { name, text } = await downloaded(page, () => page.getByRole("button", { name: "Préparer la mallette" }).click());
  assert.match(name, /^reperes-mallette-.*\.html$/);
  const file = join(temporaryFolder(), name);
  await writeFile(file, text);
  return { file, text };
}

journeyBothWays("une mallette s’ouvre ailleurs sans serveur, et les réponses reviennent", { route: "#/annuaire/importer", limitMs: 180_000 }, async (app) => {
  const { page } = app;
  const [trainer, data, directory] = [new Trainer(page), new DataScreen(page), new Directory(page)];
  await directory.import(fixture("places-93.csv"));
  await new Interview(page).start({ label: "Dossier 4417" });
  const code = await trainer.prepare("Salle d’essai", [CASE], { seats: 3 });
  const [ticket] = await trainer.tickets();
  const { file, text } = await bag(page);
  await page.getByText("Fichier préparé").waitFor();
  assert.equal(text.match(BLOCK).length, 1);
  assert.doesNotMatch(text, /Dossier 4417/, "rien d’une personne");

  const copy = await App.open({ delivery: "file", file });
  const one = new Participant(copy.page);
  await copy.page.getByText(`Mallette de l’exercice ${code}`).waitFor();
  await inspect(copy.page, "mallette, accueil");
  await copy.page.getByRole("link", { name: "Ouvrir la mallette" }).click();
  await one.at("Mallette d’un exercice");
  await inspect(copy.page, "mallette");
  await copy.page.getByRole("button", { name: "Charger la mallette sur cet appareil" }).click();
  await copy.page.getByText(`L’exercice ${code} est sur cet appareil`).waitFor();
  await copy.page.getByRole("button", { name: "Charger la mallette sur cet appareil" }).click();
  await copy.page.getByText("Rien de nouveau").waitFor();
  await copy.page.getByRole("link", { name: "Entrer dans l’exercice" }).click();
  await one.at("Participer à un exercice");
  assert.equal(await copy.page.getByLabel("Code de l’exercice", { exact: true }).inputValue(), code);
  await copy.page.getByLabel("Votre ticket").fill(ticket);
  await copy.page.getByRole("button", { name: "Entrer dans l’exercice" }).click();
  await one.at(/^Numéro 1, exercice/);
  await one.begin(CASE);
  await one.interview.question(/amène la question du numérique/).getByLabel("Une démarche à faire en ligne").check();
  await one.interview.question(/une date à respecter/).getByLabel("Dans la semaine").check();
  await one.interview.saved();
  await one.back(1);
  await one.handIn(CASE);
  const answers = await one.file();
  // The directory came along, and a copy makes copies.
  await copy.page.evaluate(() => (location.hash = "#/annuaire"));
  await new Directory(copy.page).says("36 lieux");
  await copy.page.evaluate((hash) => (location.hash = hash), `#/exercice/${code.toLowerCase()}`);
  assert.equal((await bag(copy.page)).text.match(BLOCK).length, 1);
  copy.watch.assertClean();
  await copy.close();

  await data.weighedTogether([answers]);
  await data.accept();
  await trainer.desk();
  assert.match(await trainer.received(CASE), /1 réponse reçue/);
});

journey("sans réseau, un site dit pourquoi la mallette ne se prépare pas", { route: "#/exercice" }, async (app) => {
  const { page } = app;
  app.watch.allow(/reperes\.html|ERR_/);
  await app.offlineReady();
  await new Trainer(page).prepare("Salle d’essai", [CASE]);
  await app.site.cut();
  await page.getByRole("button", { name: "Préparer la mallette" }).click();
  await page.getByText("La mallette n’a pas pu être préparée").waitFor();
});

journey("une copie ordinaire n’apporte pas d’exercice, et le dit", { route: "#/exercice/mallette" }, async ({ page }) => {
  await page.getByText("Cette copie de Repères n’apporte pas d’exercice").waitFor();
  await inspect(page, "mallette, aucune");
});
