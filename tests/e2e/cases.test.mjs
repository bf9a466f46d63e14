// The cases of the exercise: one is copied and adapted, shared in a file, and played from the bag of an exercise.
import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { App } from "./harness/app.mjs";
import { inspect } from "./harness/inspect.mjs";
import { journey } from "./harness/journey.mjs";
import { downloaded } from "./harness/storage.mjs";
import { temporaryFolder } from "./harness/temporary.mjs";
import { DataScreen } from "./pages/data.mjs";
import { Participant, Trainer } from "./pages/exercise.mjs";

const CASES = { route: "#/exercice/cas" };
const TITLE = "Un téléphone et rien d’autre";

const row = (page, title) => page.getByRole("listitem").filter({ has: page.getByRole("heading", { level: 3, name: new RegExp(`^${title}`) }) });

/** Copies Élodie, and makes somebody else of her. */
async function adapted(page) {
  const trainer = new Trainer(page);
  await trainer.at("Cas");
  await row(page, "1. Élodie").getByRole("button", { name: /^Copier pour l’adapter/ }).click();
  await page.getByText("Ce cas est complet").waitFor();
  await page.getByLabel("Titre du cas").fill(TITLE);
  await page.getByLabel("Prénom de la personne").fill("Nour");
  await page.getByRole("button", { name: "Enregistrer la présentation" }).click();
  await trainer.at(TITLE);
}

/** The file that the page hands over, shown as prepared. */
async function file(page, act) {
  const { name, text } = await downloaded(page, act);
  await page.getByText("Fichier préparé").waitFor();
  return { name, text };
}

journey("un cas fourni s’adapte, se partage seul, se retire et revient", { ...CASES, limitMs: 120_000 }, async (app) => {
  const { page, site } = app;
  await inspect(page, "cas, aucun écrit");
  await adapted(page);
  await inspect(page, "cas, éditeur");
  // A part that is emptied makes a draft, and says what to do.
  await page.getByLabel("Récit à lire").fill("");
  await page.getByRole("button", { name: "Enregistrer la présentation" }).click();
  await page.getByText("Ce cas est un brouillon : 1 point à compléter").waitFor();
  await page.getByText("Ce qu’il reste à compléter").click();
  await page.getByText("Écrivez le récit à lire.").waitFor();
  await page.getByLabel("Récit à lire").fill("Nour vient avec son téléphone.");
  await page.getByRole("button", { name: "Enregistrer la présentation" }).click();
  await page.getByText("Ce cas est complet").waitFor();
  await page.getByRole("button", { name: "Ajouter une question" }).click();
  await page.waitForFunction(() => document.activeElement.id === "nouvelle-question-texte");
  await page.getByLabel("Question posée").last().fill("Avez-vous une imprimante ?");
  await page.getByRole("button", { name: "Enregistrer la question" }).last().click();
  await page.getByText(/^Ce cas est un brouillon/).waitFor();
  await page.locator("summary", { hasText: "Avez-vous une imprimante ?" }).click();
  await page.getByRole("button", { name: "Retirer cette question : Avez-vous une imprimante ?" }).click();
  await page.getByText("Ce cas est complet").waitFor();
  await page.getByRole("link", { name: "Voir la fiche du cas" }).click();
  await page.getByRole("heading", { level: 1, name: `Nour : ${TITLE}` }).waitFor();
  await inspect(page, "cas, fiche");

  await page.evaluate((hash) => (location.hash = hash), CASES.route);
  const mine = row(page, TITLE);
  await mine.getByText("complet", { exact: true }).waitFor();
  const shared = await file(page, () => mine.getByRole("button", { name: /^Partager/ }).click());
  assert.match(shared.name, /^reperes-un-cas-/);
  assert.deepEqual(Object.keys(JSON.parse(shared.text).data.records), ["case"]);
  await mine.getByRole("button", { name: /^Retirer/ }).click();
  await mine.waitFor({ state: "detached" });
  await page.getByText("Cas retiré (1)").click();
  await page.getByRole("button", { name: `Rétablir : ${TITLE}` }).click();
  await mine.waitFor();
  await inspect(page, "cas, un écrit");

  const other = await App.open({ site });
  await new DataScreen(other.page).import(shared.name, shared.text);
  await other.page.evaluate((hash) => (location.hash = hash), CASES.route);
  await row(other.page, TITLE).getByText("complet", { exact: true }).waitFor();
  other.watch.assertClean();
  await other.close();
});

journey("un cas écrit ici se joue avec la mallette, et ses réponses reviennent", { ...CASES, limitMs: 180_000 }, async (app) => {
  const { page } = app;
  const [trainer, data] = [new Trainer(page), new DataScreen(page)];
  await adapted(page);
  const code = await trainer.prepare("Salle d’essai", ["Nour"], { seats: 3 });
  const [ticket] = await trainer.tickets();
  const bag = await file(page, () => page.getByRole("button", { name: "Préparer la mallette" }).click());
  const path = join(temporaryFolder(), bag.name);
  await writeFile(path, bag.text);

  const copy = await App.open({ delivery: "file", file: path });
  const one = new Participant(copy.page);
  await copy.page.getByRole("link", { name: "Ouvrir la mallette" }).click();
  await copy.page.getByRole("button", { name: "Charger la mallette sur cet appareil" }).click();
  await copy.page.getByText(`L’exercice ${code} est sur cet appareil`).waitFor();
  await one.join(code, ticket);
  await one.at(/^Numéro 1, exercice/);
  await one.begin("Nour");
  assert.match(await one.ask(/^Qu’est-ce qui presse/), /avant vendredi/);
  await one.interview.question(/amène la question du numérique/).getByLabel("Une démarche à faire en ligne").check();
  await one.interview.saved();
  await one.back(1);
  await one.handIn("Nour");
  // A case that is not delivered has its place in a code too.
  await one.code("Nour");
  const answers = await one.file();
  copy.watch.assertClean();
  await copy.close();

  await data.weighedTogether([answers]);
  await data.accept();
  await trainer.desk();
  assert.match(await trainer.received("Nour"), /1 réponse reçue/);
  await page.getByRole("link", { name: "Restitution : Nour" }).click();
  await trainer.at(/^Nour –/);
});
