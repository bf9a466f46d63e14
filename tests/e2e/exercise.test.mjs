// The exercise in the training room: an exercise is prepared, participants hand in from their own devices, the room is read.
import assert from "node:assert/strict";
import { App } from "./harness/app.mjs";
import { inspect } from "./harness/inspect.mjs";
import { journey, journeyBothWays } from "./harness/journey.mjs";
import { DataScreen } from "./pages/data.mjs";
import { Participant, Trainer, Wall } from "./pages/exercise.mjs";
import { CODE, debriefIsWhole, exerciseRecords, HASH } from "./pages/exercise_records.mjs";
import { withRecords } from "./pages/records.mjs";

const ANIMER = { route: "#/exercice" };
const CASE = "Élodie";
const WEEK = "Dans la semaine";
const MONTH = "Dans le mois";

const plain = async (locator) => (await locator.innerText()).replace(/\s+/g, " ");

/** Somebody comes in on a device of their own, answers, and gives their file. */
async function plays(site, code, ticket, deadline, { asks = false, inspects = false } = {}) {
  const app = await App.open(site ? { site } : { delivery: "file" });
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
  await debriefIsWhole(page);
  await inspect(page, "exercice, restitution");
  const row = page.getByRole("row").filter({ hasText: "Date à respecter" });
  const said = await plain(row);
  assert.match(said, new RegExp(`${WEEK}[^0-9]*3`), said);
  assert.match(said, new RegExp(`${MONTH}[^0-9]*2`), said);
  assert.doesNotMatch(await plain(page.locator("main")), /Numéro \d|ticket/i);
});

/** What a participant's screen shows, as a picture to give. */
const shown = async (played, nth) => ({ name: `ecran-${nth}.png`, mimeType: "image/png", buffer: await played.one.code(CASE) });

journeyBothWays("des codes affichés : reçus par leurs images, une fois chacun", { ...ANIMER, limitMs: 240_000 }, async (app) => {
  const { page, site } = app;
  const trainer = new Trainer(page);
  const code = await trainer.prepare("Salle d’essai", [CASE], { seats: 3 });
  const pictures = [];
  let file;
  for (const [nth, ticket] of (await trainer.tickets()).slice(0, 2).entries()) {
    const played = await plays(site, code, ticket, WEEK);
    pictures.push(await shown(played, nth + 1));
    file ??= played.file;
    await played.app.close();
  }
  const other = { name: "note.png", mimeType: "image/png", buffer: Buffer.from("aucune image") };
  await trainer.givePictures([...pictures, other], /^3\simages\s: 2\sréponses reçues, 1\simage sans réponse\.$/);
  await page.getByText(/^Numéro\s1, Élodie\s: reçu\.$/).waitFor();
  await page.getByText(/^Numéro\s2, Élodie\s: reçu\.$/).waitFor();
  await page.getByText("Ce fichier n’est pas une image que ce navigateur ouvre.").waitFor();
  await inspect(page, "exercice, codes lus");
  await trainer.givePictures(pictures.slice(0, 1), /^1\simage\s: 0\sréponse reçue, 1\sdéjà reçue\.$/);
  await page.getByText(/^Numéro\s1, Élodie\s: déjà reçu\.$/).waitFor();
  assert.match(await trainer.received(CASE), /2 réponses reçues.*Numéros arrivés 1 et 2 Numéros attendus 3/);
  // The same by file: it is the same thing that was handed in, and counts once.
  const data = new DataScreen(page);
  await data.weighed(...file);
  await data.accept();
  await trainer.desk();
  assert.match(await trainer.received(CASE), /2 réponses reçues.*Numéros arrivés 1 et 2/);
});

journey("la caméra lit les codes qu’on lui montre, et s’éteint", { ...ANIMER, limitMs: 240_000 }, async (app) => {
  const { page, site } = app;
  const trainer = new Trainer(page);
  const code = await trainer.prepare("Salle d’essai", [CASE], { seats: 3 });
  const pictures = [];
  for (const [nth, ticket] of (await trainer.tickets()).slice(0, 2).entries()) {
    const played = await plays(site, code, ticket, WEEK);
    pictures.push(await shown(played, nth + 1));
    await played.app.close();
  }
  await trainer.cameraFails("NotAllowedError");
  await page.getByRole("button", { name: "Démarrer la caméra" }).click();
  await page.getByText("La caméra n’est pas autorisée").waitFor();
  await inspect(page, "exercice, caméra refusée");
  await trainer.cameraSees(pictures[0]);
  await page.getByRole("button", { name: "Démarrer la caméra" }).click();
  const said = page.locator(".camera__said");
  await said.getByText(/^Numéro\s1, Élodie\s: reçu\.$/).waitFor();
  await inspect(page, "exercice, caméra");
  await trainer.cameraSees(pictures[1]);
  await said.getByText(/^Numéro\s2, Élodie\s: reçu\.$/).waitFor();
  // Long enough for the first code to be shown anew.
  await page.waitForTimeout(3_500);
  await trainer.cameraSees(pictures[0]);
  await said.getByText(/^Numéro\s1, Élodie\s: déjà reçu\.$/).waitFor();
  assert.match(await trainer.received(CASE), /2 réponses reçues.*Numéros arrivés 1 et 2/);
  await page.getByRole("button", { name: "Arrêter la caméra" }).click();
  await said.getByText("La caméra est arrêtée.").waitFor();
  assert.equal(await trainer.cameraIsOn(), false);
  // It goes out when the page is left, too.
  await page.getByRole("button", { name: "Démarrer la caméra" }).click();
  await said.getByText(/déjà reçu/).waitFor();
  assert.equal(await trainer.cameraIsOn(), true);
  await trainer.go();
  await trainer.at("Animer");
  assert.equal(await trainer.cameraIsOn(), false);
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

const seats = (many) => Array.from({ length: many }, (_, nth) => nth + 1);

/** The debrief of a room of so many numbers, written by hand. */
async function toDebrief(page, many) {
  await withRecords(page, exerciseRecords(seats(many)), `${HASH}/cas/elodie`);
  await page.getByRole("heading", { level: 1, name: /^Élodie –/ }).waitFor();
}

/** What would say who answered. */
const NOBODY = /Numéro \d|ticket|poste-essai|Groupe du mardi/i;

journeyBothWays("le mur ne montre que ce qui est révélé, en grand, et personne", { route: "#/" }, async (app) => {
  const { page } = app;
  await toDebrief(page, 12);
  const trainer = new Trainer(page);
  trainer.code = CODE;
  await trainer.desk();
  const tickets = await trainer.tickets();
  await trainer.debrief(CASE);
  await debriefIsWhole(page);
  const wall = await Wall.open(app);
  const hasNobody = async () => {
    const said = await wall.said();
    assert.doesNotMatch(said, NOBODY);
    assert.deepEqual(said.split(" ").filter((word) => tickets.includes(word)), []);
  };
  await wall.isBlank();
  assert.match(await wall.said(), /^Élodie – .* Écran public$/);
  await wall.page.evaluate(() => {
    window.heard = [];
    new BroadcastChannel("reperes-mur").onmessage = ({ data }) => window.heard.push(data);
  });

  const part = "Question par question";
  await page.getByRole("button", { name: `Montrer au mur : ${part}` }).click();
  await page.getByText(/^Au mur\s: Question par question, 1 sur/).waitFor();
  const steps = page.getByRole("group", { name: "Au mur" });
  await steps.getByLabel("À montrer au mur").selectOption({ label: "Date à respecter" });
  await wall.shows("Date à respecter");
  assert.match(await wall.said(), /Dans la semaine 8 .*Dans le mois 2/);
  assert.doesNotMatch(await wall.said(), /lecture/);
  await steps.getByRole("button", { name: "Montrer la lecture au mur" }).click();
  await wall.root.getByRole("heading", { level: 3, name: "La lecture de référence" }).waitFor();
  assert.deepEqual(await wall.smallerThan(40), []);
  await hasNobody();
  await inspect(wall.page, "exercice, mur");

  // The next thing comes with its reading closed; another part takes its place.
  await steps.getByRole("button", { name: "Suivant" }).click();
  await wall.root.getByRole("heading", { level: 3 }).waitFor({ state: "detached" });
  for (const other of ["À discuter d’abord", "Questions à poser au groupe", "Ce qui a été demandé à la personne", "Orientations"]) {
    await page.getByRole("button", { name: `Montrer au mur : ${other}` }).click();
    const title = await steps.getByLabel("À montrer au mur").evaluate((select) => select.selectedOptions[0].textContent);
    await wall.shows(title);
    assert.deepEqual(await wall.smallerThan(40), [], other);
    await hasNobody();
  }
  await page.getByRole("button", { name: "Masquer : Orientations" }).click();
  await wall.isBlank();

  // What was told is a part, a place and what is revealed.
  const heard = (await wall.page.evaluate(() => window.heard)).map((text) => JSON.parse(text));
  assert.ok(heard.length > 6);
  for (const { exercise, case: id, says, ...rest } of heard) {
    assert.deepEqual([exercise, id, rest], [CODE, "elodie", {}]);
    const { wall: shown, of, ...others } = says.shows;
    assert.deepEqual(others, {});
    assert.equal(typeof of, "number");
    if (shown) assert.deepEqual(Object.keys(shown).sort(), ["is_read", "part", "rank"]);
  }

  // The trainer leaves: nothing stays on the wall.
  await page.getByRole("button", { name: "Montrer au mur : Orientations" }).click();
  await wall.root.getByRole("heading", { level: 2 }).waitFor();
  await page.evaluate((hash) => (location.hash = hash), HASH);
  await wall.isBlank();

  // Nor when their window goes elsewhere, or is closed.
  await page.goBack();
  await page.getByRole("button", { name: "Montrer au mur : Orientations" }).click();
  await wall.root.getByRole("heading", { level: 2 }).waitFor();
  await page.goto("about:blank");
  await wall.isBlank();
});

journey("la restitution et le mur ne bougent pas quand des réponses arrivent", { route: "#/" }, async (app) => {
  const { page, context } = app;
  await toDebrief(page, 12);
  await debriefIsWhole(page);
  const wall = await Wall.open(app);
  await page.getByRole("button", { name: "Montrer au mur : Orientations" }).click();
  await wall.root.getByRole("heading", { level: 2 }).waitFor();
  const before = await wall.said();
  const fold = page.locator("details.reading").first();
  await fold.locator("summary").click();

  const other = await context.newPage();
  await other.goto(page.url().replace(/#.*/, `${HASH}/saisie/elodie`));
  await app.started(other);
  await new Trainer(other).at("Saisir les feuilles : Élodie");
  await other.getByLabel("Numéro du ticket").focus();
  await new Trainer(other).typeSheet(13, { demand: "1", deadline: "2" });
  await other.getByText(/^Numéro\s13 enregistré/).waitFor();

  await page.getByRole("status").filter({ hasText: /1\s+nouvelle réponse est arrivée/ }).waitFor();
  await page.getByText("12 réponses reçues.", { exact: true }).waitFor();
  assert.ok(await fold.evaluate((details) => details.open));
  assert.equal(await wall.said(), before);
  await inspect(page, "exercice, une réponse arrivée");
  await page.getByRole("button", { name: "Afficher la nouvelle réponse" }).click();
  await page.getByText("13 réponses reçues.", { exact: true }).waitFor();
  await wall.isBlank();
  await page.getByRole("button", { name: "Montrer au mur : Orientations" }).click();
  await wall.root.getByRole("heading", { level: 2 }).waitFor();
});

journey("une seule fenêtre : le mur en plein écran, et on en revient", { route: "#/" }, async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await toDebrief(page, 12);
  await page.getByRole("button", { name: "Projeter ici, en plein écran" }).click();
  const wall = new Wall(page, page.getByRole("dialog", { name: "Écran public" }));
  await wall.root.waitFor();
  await wall.isBlank();
  await wall.root.getByRole("button", { name: "Question par question" }).click();
  await wall.root.getByRole("heading", { level: 2 }).waitFor();
  await page.waitForFunction(() => document.activeElement.textContent === "Suivant");
  const first = await wall.root.getByRole("heading", { level: 2 }).innerText();
  await page.keyboard.press("Enter");
  await page.waitForFunction((title) => document.querySelector(".wall__title").textContent !== title, first);
  assert.deepEqual(await wall.smallerThan(40), []);
  assert.doesNotMatch(await wall.said(), NOBODY);
  await wall.root.getByRole("button", { name: "Masquer", exact: true }).click();
  await wall.isBlank();
  await wall.root.getByRole("button", { name: "Quitter" }).click();
  await wall.root.waitFor({ state: "hidden" });
  await page.waitForFunction(() => document.fullscreenElement === null);
});

journey("le nombre à partir duquel un groupe se montre se règle, et s’explique là où il ne se montre pas", { route: "#/" }, async ({ page }) => {
  await toDebrief(page, 3);
  await page.getByText(/^3\sréponses\sreçues\ssur\sles\s5/).waitFor();
  await page.getByText(/à partir de 5\spersonnes.*jamais sous 3/).waitFor();
  await page.getByRole("link", { name: "Régler ce nombre dans les préférences" }).click();
  const choice = page.getByLabel("Montrer les réponses d’un groupe à partir de");
  assert.equal(await choice.inputValue(), "5");
  assert.equal((await choice.locator("option").allInnerTexts())[0], "3");
  await choice.selectOption("3");
  await page.goBack();
  await page.getByText("3 réponses reçues.", { exact: true }).waitFor();
  await debriefIsWhole(page);
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
