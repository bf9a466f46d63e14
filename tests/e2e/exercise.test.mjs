// The exercise in the training room: an exercise is prepared, participants hand in from their own devices, the room is read.
import assert from "node:assert/strict";
import { App } from "./harness/app.mjs";
import { inspect } from "./harness/inspect.mjs";
import { journey, journeyBothWays } from "./harness/journey.mjs";
import { DataScreen } from "./pages/data.mjs";
import { Participant, Trainer } from "./pages/exercise.mjs";

const ANIMER = { route: "#/exercice" };
const CASE = "Élodie";
const WEEK = "Dans la semaine";
const MONTH = "Dans le mois";

const plain = async (locator) => (await locator.innerText()).replace(/\s+/g, " ");

/** Somebody comes in on a device of their own, answers, and gives their file. */
async function plays(site, code, ticket, deadline, { asks = false, inspects = false } = {}) {
  const app = await App.open({ site });
  const { page } = app;
  const one = new Participant(page);
  await one.join(code, ticket);
  await one.at(/^Numéro \d+, exercice/);
  if (inspects) await inspect(page, "exercice, place d’un numéro");
  await one.begin(CASE);
  if (asks) assert.match(await one.ask(/^Qu’est-ce qui presse/), /avant vendredi/);
  if (inspects) await inspect(page, "exercice, interroger la personne");
  await one.interview.question(/amène la question du numérique/).getByLabel("Une démarche à faire en ligne").check();
  await one.interview.question(/une date à respecter/).getByLabel(deadline).check();
  await one.interview.saved();
  await one.back(Number.parseInt(ticket, 10));
  await one.handIn(CASE);
  const file = await one.file();
  if (inspects) await inspect(page, "exercice, réponses remises");
  app.watch.assertClean();
  return { app, one, file };
}

journey("une salle : des fichiers, une feuille saisie, et ce que le groupe en lit", { ...ANIMER, limitMs: 240_000 }, async (app) => {
  const { page, site } = app;
  const [trainer, data] = [new Trainer(page), new DataScreen(page)];
  await trainer.at("Animer");
  await inspect(page, "exercice, aucun");
  const code = await trainer.prepare("Salle d’essai", [CASE], { seats: 6 });
  await inspect(page, "exercice, table de qui anime");
  const tickets = await trainer.tickets();
  assert.equal(tickets.length, 6);

  const files = [];
  for (const [nth, ticket] of tickets.slice(0, 4).entries()) {
    const played = await plays(site, code, ticket, nth < 3 ? WEEK : MONTH, { asks: nth < 2, inspects: nth === 0 });
    files.push(played.file);
    // The first one thinks again: the same file, later.
    if (nth === 0) {
      await played.one.reopen(CASE, ticket);
      await played.one.interview.theme("Demande et urgence");
      await played.one.interview.question(/une date à respecter/).getByLabel(MONTH).check();
      await played.one.interview.saved();
      await played.one.back(1);
      await played.one.card(CASE).getByText("Modifié depuis la remise").waitFor();
      await played.one.handIn(CASE);
      // In the same minute, a second file has the same name: browsers number it.
      const [name, text] = await played.one.file();
      files.push([name.replace(".json", " (1).json"), text]);
    }
    await played.app.close();
  }

  await data.weighedTogether(files);
  await data.accept();
  assert.match(await data.weighed(...files[1]), /Rien de nouveau/);
  await trainer.debrief(CASE);
  await page.getByText(/^4\sréponses\sreçues\ssur\sles\s5/).waitFor();
  await trainer.desk();
  assert.match(await trainer.received(CASE), /4 réponses reçues.*Numéros arrivés 1 à 4 Numéros attendus 5 (et|à) 6/);

  await page.getByRole("link", { name: `Saisir des feuilles : ${CASE}` }).click();
  await trainer.at(`Saisir les feuilles : ${CASE}`);
  await inspect(page, "exercice, feuilles à saisir");
  await page.getByLabel("Numéro du ticket").focus();
  await trainer.typeSheet(4, { demand: "1", deadline: "2" });
  await page.getByText("Le numéro 4 a déjà remis ce cas.").first().waitFor();
  await page.getByLabel("Numéro du ticket").fill("");
  await page.getByLabel("Numéro du ticket").focus();
  await trainer.typeSheet(5, { demand: "1", deadline: "2", retenues: "1" });
  await page.getByText("Numéro 5 enregistré. 5 réponses reçues pour ce cas.").waitFor();

  // A range is refused, with the question it is about, and what else was typed stays.
  await trainer.typeSheet(6, { demand: "1", deadline: "1-3" });
  await page.getByText("Date à respecter. Une seule réponse ici").first().waitFor();
  assert.equal(await page.locator("#saisie-demand").inputValue(), "1");

  // A sheet is typed over, then set aside, then counts again.
  await trainer.desk();
  await trainer.oneByOne("Numéro 5", "Corriger");
  await trainer.at(`Corriger l’envoi du numéro 5 : ${CASE}`);
  assert.equal(await page.locator("#saisie-deadline").inputValue(), "2");
  await page.locator("#saisie-demandes").fill("1");
  await page.getByRole("button", { name: "Enregistrer la correction" }).click();
  await page.getByText("Envoi du numéro 5 corrigé").waitFor();
  await trainer.oneByOne("Numéro 5", "Mettre de côté");
  await page.getByText("L’envoi du numéro 5 est mis de côté").waitFor();
  await page.getByRole("button", { name: "Annuler" }).click();
  await page.getByText("Cet envoi compte à nouveau").waitFor();

  await trainer.debrief(CASE);
  await page.getByText("5 réponses reçues.", { exact: true }).waitFor();
  await inspect(page, "exercice, restitution");
  const row = page.getByRole("row").filter({ hasText: "Date à respecter" });
  const said = await plain(row);
  assert.match(said, new RegExp(`${WEEK}[^0-9]*3`), said);
  assert.match(said, new RegExp(`${MONTH}[^0-9]*2`), said);
  assert.doesNotMatch(await plain(page.locator("main")), /Numéro \d|ticket/i);
});

journeyBothWays("un code ou un ticket mal tapé se dit, et rien d’un autre ne se voit au retour", ANIMER, async (app) => {
  const { page } = app;
  const trainer = new Trainer(page);
  const code = await trainer.prepare("Salle d’essai", [CASE], { seats: 2 });
  const [first] = await trainer.tickets();
  const one = new Participant(page);
  await one.join("2C07", first);
  await page.getByText("Écrivez les huit lettres et chiffres du code").first().waitFor();
  await inspect(page, "exercice, code mal tapé");
  await one.join(code, "2Z");
  await page.getByText(/^Cette lettre ne va pas avec ce nombre/).first().waitFor();
  await one.join(code, first);
  await one.at(/^Numéro 1, exercice/);
  await page.goBack();
  await trainer.at("Animer");
  await page.goForward();
  await one.at(/^Numéro 1, exercice/);
  // A number alone opens nobody's place, nor does one with the letter of another.
  await trainer.go(`/${code.toLowerCase()}/numero/1`);
  await page.getByText("Tapez votre ticket pour ouvrir votre place").waitFor();
  await trainer.go(`/${code.toLowerCase()}/numero/2${first.slice(-1).toLowerCase()}`);
  await page.getByText("Tapez votre ticket pour ouvrir votre place").waitFor();
});

journey("un exercice se modifie, se clôt, se retire et revient", ANIMER, async (app) => {
  const { page } = app;
  const trainer = new Trainer(page);
  const code = await trainer.prepare("Salle d’essai", [CASE]);
  await page.getByRole("button", { name: "Clore l’exercice" }).click();
  await page.getByText(/[Cc]los le /).first().waitFor();
  const [ticket] = await trainer.tickets();
  await trainer.go(`/${code.toLowerCase()}/numero/${ticket.toLowerCase()}`);
  await page.getByText("Cet exercice est clos").waitFor();
  await trainer.desk();
  await page.getByRole("button", { name: "Rouvrir l’exercice" }).click();
  await page.getByRole("button", { name: "Clore l’exercice" }).waitFor();
  await page.getByRole("button", { name: "Retirer l’exercice" }).click();
  await trainer.at("Animer");
  await page.getByText(/^Exercice retiré \(1\)/).click();
  await page.getByRole("button", { name: /^Rétablir/ }).click();
  await page.getByRole("link", { name: /Salle d’essai/ }).waitFor();
});

journey("sur une tablette partagée, le retour ne montre pas les réponses d’une autre personne", ANIMER, async (app) => {
  const { page } = app;
  const trainer = new Trainer(page);
  const code = await trainer.prepare("Salle d’essai", [CASE], { seats: 2 });
  const [first, second] = await trainer.tickets();
  const one = new Participant(page);
  await one.join(code, first);
  await one.begin(CASE);
  await one.back(1);
  // Nothing is answered yet: nothing can be handed in.
  await one.card(CASE).getByText(/^Commencé, sans réponse/).waitFor();
  assert.equal(await one.card(CASE).getByRole("button", { name: "Remettre mes réponses" }).count(), 0);
  await one.card(CASE).getByRole("link", { name: "Reprendre l’entretien" }).click();
  await one.interview.question(/amène la question du numérique/).getByLabel("Une démarche à faire en ligne").check();
  await one.interview.saved();
  const interview = page.url();
  await one.back(1);
  await one.handIn(CASE);
  await page.goBack();
  await trainer.at("Ces réponses ont été remises");
  await inspect(page, "exercice, réponses remises et fermées");
  await one.join(code, second);
  await one.at(/^Numéro 2, exercice/);
  await page.evaluate((hash) => (location.hash = hash), new URL(interview).hash);
  await trainer.at("Ces réponses ont été remises");
  await page.getByRole("link", { name: "Taper mon ticket" }).click();
  await page.getByLabel("Votre ticket").fill(first);
  await page.getByRole("button", { name: "Entrer dans l’exercice" }).click();
  await one.card(CASE).getByRole("link", { name: "Reprendre l’entretien" }).click();
  await one.interview.theme("Demande et urgence");
});
