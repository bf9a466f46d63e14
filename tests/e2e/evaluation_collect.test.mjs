// Answers to the questionnaires of the evaluation: given on a tablet that goes round, on one's own device, on paper; taken in by
// file, by code, by message and by hand; whatever comes twice counts once.
import assert from "node:assert/strict";
import { App } from "./harness/app.mjs";
import { readCalendar } from "./harness/calendar.mjs";
import { inspect } from "./harness/inspect.mjs";
import { journey, journeyBothWays } from "./harness/journey.mjs";
import { pdfText } from "./harness/paper.mjs";
import { downloaded, entries } from "./harness/storage.mjs";
import { AnswersDesk, Answering, DESK, END_OF_DAY, IN_THE_ROOM, TABLET, answeredRecords, twiceAnswered } from "./pages/evaluation_collect.mjs";
import { programmeRecords } from "./pages/programme_records.mjs";
import { withRecords } from "./pages/records.mjs";

const DAY = "Fin de journée";
const LATER = "Trois mois après";
const CONTENT = "Le contenu répond à ce que j’attendais";
const PLEDGE = "Demander à chaque personne si elle a un téléphone";

/** What is stored of the answers, as one text. */
const stored = async (page) => {
  const records = Object.entries(await entries(page, "records"));
  return records.filter(([key]) => key.startsWith("survey_response/")).map((entry) => entry.join(" ")).join("\n");
};

journeyBothWays("sur la tablette : on répond, on remet, et la personne suivante ne voit rien", { route: "#/" }, async ({ page }) => {
  const [one, desk] = [new Answering(page), new AnswersDesk(page)];
  await withRecords(page, programmeRecords(), DESK);
  await desk.counts(DAY, 0);
  await page.getByRole("link", { name: /^Répondre sur cet appareil\s: Fin de journée/ }).click();
  await one.at("Votre avis sur la journée");
  await one.press("Remettre mes réponses");
  await page.getByRole("link", { name: /^Vous n’avez répondu à aucune question/ }).waitFor();
  await inspect(page, "questionnaire, vide");

  await one.choose({ [CONTENT]: "Plutôt oui", "Le rythme": "Comme il faut", "Ce qui va changer": ["J’en parlerai avec mon équipe", "J’utiliserai un des outils présentés"] });
  await one.write("Ce que je veux ajouter", "Merci pour les exercices");
  // Nothing is downloaded on a tablet that goes round: commitments leave on paper, or in a photo of their code.
  for (const file of [/\.ics/, /Préparer le fichier/, /Copier le texte/]) assert.equal(await page.getByRole("button", { name: file }).count(), 0);
  await one.press("Afficher un code à photographier");
  await page.getByText("Écrivez au moins un engagement.").waitFor();
  await one.write("Engagement 1", PLEDGE);
  await one.press("Afficher un code à photographier");
  await page.getByRole("img", { name: "Code de mes engagements" }).waitFor();
  const paper = await pdfText(page);
  assert.ok(paper.includes(PLEDGE) && !paper.includes("Merci pour les exercices"), paper);

  await one.press("Remettre mes réponses");
  await page.getByRole("heading", { name: "Vos réponses sont remises" }).waitFor();
  await page.getByText(/^Numéro de cette réponse\s: [0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\./).waitFor();
  await inspect(page, "questionnaire, remis");
  const kept = await stored(page);
  assert.ok(kept.includes("Merci pour les exercices") && !kept.includes(PLEDGE), "un engagement est resté");
  assert.doesNotMatch(kept, /poste-/, "le nom du poste est resté");
  assert.ok(!JSON.stringify(await entries(page, "records")).includes(PLEDGE));

  await one.press("Laisser la place à la personne suivante");
  await one.question(new RegExp(`^${CONTENT}`)).waitFor();
  assert.deepEqual(await one.held(), { chosen: 0, texts: "" });
  await page.goBack();
  await desk.counts(DAY, 1);
  await page.goForward();
  await one.at("Votre avis sur la journée");
  assert.deepEqual(await one.held(), { chosen: 0, texts: "" });
});

journey("sur la tablette, sans geste : elle prévient, attend, puis efface ce qui n’est pas remis", { route: "#/", prepare: ({ page }) => page.clock.install() }, async ({ page }) => {
  const one = new Answering(page);
  await withRecords(page, programmeRecords(), IN_THE_ROOM);
  await one.at("Votre avis sur la journée");
  await one.choose({ [CONTENT]: "Pas du tout" });
  await one.write("Ce que je veux ajouter", "Un secret");
  const asks = page.getByRole("alertdialog", { name: /^Êtes-vous encore là/ });
  const idle = async () => {
    await page.clock.fastForward(5 * 60_000 + 15_000);
    await asks.waitFor();
  };
  await idle();
  await asks.getByText("ce qui n’est pas encore remis sera effacé de cet écran").waitFor();
  await inspect(page, "questionnaire, encore là");
  await asks.getByRole("button", { name: "Je suis encore là" }).click();
  await asks.waitFor({ state: "hidden" });
  assert.deepEqual(await one.held(), { chosen: 1, texts: "Un secret" });
  await idle();
  await page.clock.fastForward(61_000);
  await page.clock.runFor(2_000);
  await asks.waitFor({ state: "hidden" });
  await one.at("Votre avis sur la journée");
  assert.deepEqual(await one.held(), { chosen: 0, texts: "" });
  assert.equal(await stored(page), "");
});

journey("une tablette sans programme : la personne qui anime la commence, elle garde, et son fichier part d’une page à elle", { route: TABLET }, async ({ page }) => {
  const one = new Answering(page);
  await one.at(/^Tablette de la salle/);
  await page.getByText("Aucune réponse gardée sur cet appareil pour cette session.").waitFor();
  await one.begin();
  await one.choose({ [CONTENT]: "Plutôt oui" });
  await one.press("Remettre mes réponses");
  await page.getByRole("heading", { name: "Vos réponses sont remises" }).waitFor();
  await one.press("Laisser la place à la personne suivante");
  await one.question(new RegExp(`^${CONTENT}`)).waitFor();
  assert.equal(await page.getByRole("button", { name: /^Préparer le fichier/ }).count(), 0, "le fichier des réponses est ouvert à qui répond");
  await page.evaluate((hash) => (location.hash = hash), TABLET);
  await page.getByText(/^1\sréponse gardée sur cet appareil\./).waitFor();
  await inspect(page, "tablette de la salle");
  const { name, text } = await downloaded(page, () => one.press("Préparer le fichier des réponses de cet appareil"));
  assert.match(name, /^reperes-avis-/);
  assert.match(text, /"content":\{"one":"rather"\}/);
});

journey("de son propre appareil, rechargé : ce qui n’est pas remis y est encore, jusqu’à ce qu’on l’efface", { route: END_OF_DAY }, async ({ page }) => {
  const one = new Answering(page);
  await one.at("Votre avis sur la journée");
  await one.choose({ [CONTENT]: "Tout à fait" });
  await one.write("Ce qui a manqué", "Du temps");
  await one.write("Engagement 1", PLEDGE);
  const { name, text } = await downloaded(page, () => one.press("Enregistrer un rappel pour mon agenda (.ics)"));
  assert.match(name, /^reperes-mes-engagements-\d{4}-\d{2}-\d{2}\.ics$/);
  const [event] = readCalendar(text);
  assert.ok(event.description.includes(PLEDGE), event.description);
  await one.ready();
  const before = await one.file();
  await page.reload();
  await one.at("Votre avis sur la journée");
  assert.deepEqual(await one.held(), { chosen: 1, texts: "Du temps" }, "l’engagement est resté, ou les réponses non");
  await page.getByText(/Vos réponses sont prêtes, mais pas encore remises/).waitFor();
  const after = await one.file();
  assert.equal(after.text, before.text, "rechargée, la même réponse en est une autre");
  await one.press("Effacer mes réponses de cet appareil");
  await page.getByText("Vos réponses sont effacées").waitFor();
  assert.deepEqual(await one.held(), { chosen: 0, texts: "" });
  await one.press(/^Annuler/);
  await one.question(new RegExp(`^${CONTENT}`)).getByLabel("Tout à fait", { exact: true }).and(page.locator(":checked")).waitFor();
  await one.press("Effacer mes réponses de cet appareil");
  await page.getByText("Vos réponses sont effacées").waitFor();
  await page.reload();
  await one.at("Votre avis sur la journée");
  assert.deepEqual(await one.held(), { chosen: 0, texts: "" });
  assert.equal(await stored(page), "");
});

journey("deux appareils, deux réponses sous un numéro : on voit chaque version, et on en garde une", { route: "#/" }, async ({ page }) => {
  const desk = new AnswersDesk(page);
  await withRecords(page, twiceAnswered(), DESK);
  await desk.counts(DAY, 1);
  await page.getByRole("heading", { level: 2, name: "À départager" }).waitFor();
  await page.getByText("Voir ce qu’elle dit").first().click();
  await inspect(page, "réponses, deux versions");
  await page.getByRole("button", { name: /^Garder cette version/ }).first().click();
  await page.getByRole("button", { name: "Garder cette version, effacer l’autre" }).click();
  await page.getByText("Cette version est gardée").waitFor();
  await page.getByRole("heading", { level: 2, name: "À départager" }).waitFor({ state: "hidden" });
  assert.match(await stored(page), /"edition":2/);
  await desk.counts(DAY, 1);
});

journey("de son propre appareil : fichier, code, message ; ce qui vient deux fois compte une fois", { route: "#/", limitMs: 180_000 }, async ({ page, site }) => {
  const desk = new AnswersDesk(page);
  await withRecords(page, programmeRecords(), DESK);
  await desk.counts(DAY, 0);

  const own = await App.open({ site, route: END_OF_DAY });
  const one = new Answering(own.page);
  await one.at("Votre avis sur la journée");
  await one.choose({ [CONTENT]: "Tout à fait" });
  await one.write("Ce qui a manqué", "Du temps.\nUne pause");
  await one.ready();
  await inspect(own.page, "questionnaire, à rendre");
  const [file, code] = [await one.file(), await one.code()];
  assert.match(file.name, /^reperes-avis-[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}\.txt$/);
  assert.equal(await stored(own.page), "", "l’appareil a gardé une réponse");
  // Changed afterwards, it is a later edition of the same answer.
  await one.choose({ [CONTENT]: "Plutôt non" });
  await own.page.getByText(/Vos réponses sont prêtes, mais pas encore remises/).waitFor({ state: "hidden" });
  await one.ready();
  await own.page.getByText("Envoyer mes réponses par message").click();
  const message = await own.page.getByLabel("Texte à coller dans un message").inputValue();
  own.watch.assertClean();
  await own.close();

  const other = { name: "image.txt", mimeType: "text/plain", buffer: Buffer.from([0x50, 0x4b, 3, 4, 0]) };
  await desk.giveFiles([file, { ...file, name: "copie.txt" }, other]);
  await page.getByText(/^Ce fichier est un document, un classeur ou une archive\./).waitFor();
  await page.getByText(/^Réponses à 2\squestions sur \d+\.$/).first().waitFor();
  await inspect(page, "réponses, fichiers lus");
  await desk.store(/^Réponses reçues\s*1\sréponse reçue, 1\sdéjà reçue\./);
  await desk.counts(DAY, 1);
  await desk.givePictures([code], /^1\simage\s: 0\sréponse reçue, 1\sdéjà reçue\.$/);

  await desk.paste(`Bonjour,\nvoici mes réponses.\n\n${message.split("\n").map((line) => `> ${line}`).join("\n")}\n\n-- \nUne signature`);
  await page.getByText("Plutôt non", { exact: true }).waitFor();
  await desk.store(/0\sréponse reçue, 1\snouvelle version reçue\./);
  await desk.counts(DAY, 1);

  // The same edition, changed by hand: somebody decides.
  await desk.paste(message.replace(/^1\) 3$/m, "1) 1"));
  await desk.store(/0\sréponse reçue, 1\sà départager\./);
  await inspect(page, "réponses, à départager");
  await page.getByRole("button", { name: /^Garder la dernière arrivée/ }).click();
  await page.getByRole("button", { name: "Garder cette version, effacer l’autre" }).click();
  await page.getByText("La dernière arrivée est gardée").waitFor();
  await desk.counts(DAY, 1);
  assert.match(await stored(page), /"content":\{"one":"fully"\}/);

  // Without its number it is not taken unless one says so; taken back, it does not count.
  await desk.paste("Votre avis sur la journée\n1) 2");
  await page.getByText(/^La ligne du numéro manque/).waitFor();
  assert.equal(await page.getByRole("button", { name: "Enregistrer cette réponse" }).count(), 0);
  await page.getByRole("checkbox", { name: /^Enregistrer cette réponse/ }).check();
  await desk.store(/1\sréponse reçue\./);
  await desk.counts(DAY, 2);
  await page.getByRole("button", { name: /^Annuler/ }).click();
  await page.getByText("Ces réponses sont mises de côté").waitFor();
  await desk.counts(DAY, 1);
  await page.getByText(/^1\sréponse mise de côté/).click();
  await page.getByRole("button", { name: /^Compter à nouveau/ }).click();
  await desk.counts(DAY, 2);
});

journey("sur papier, par téléphone, trois mois après : des feuilles en série, et les messages prêts", { route: "#/", limitMs: 180_000 }, async ({ page }) => {
  const [one, desk] = [new Answering(page), new AnswersDesk(page)];
  await withRecords(page, answeredRecords(), DESK);
  await desk.counts(DAY, 6);
  await page.getByRole("link", { name: /^Questionnaire à imprimer\s: Fin de journée/ }).click();
  await one.at(/^Questionnaire à imprimer/);
  const paper = await pdfText(page);
  for (const words of ["1. Le contenu répond", "22. Ce que je veux ajouter", "Session du"]) assert.ok(paper.includes(words), words);
  await page.goBack();
  await page.getByRole("link", { name: /^Saisir des feuilles\s: Fin de journée/ }).click();
  await one.at(/^Saisir les feuilles/);
  await page.locator("#saisie-content").focus();
  await desk.typeSheet({ content: "7" });
  await page.getByText("Tapez un numéro de 1 à 5, ou laissez vide.").first().waitFor();
  await inspect(page, "saisie, faute");
  await page.locator("#saisie-content").fill("");
  for (const [nth, cells] of [{ content: "1", changes: "1 5", missing: "Du temps" }, { content: "2", pace: "3" }].entries()) {
    await page.locator("#saisie-content").focus();
    await desk.typeSheet(cells);
    await page.getByText(new RegExp(`^Feuille enregistrée sous le numéro \\S+\\. ${7 + nth}\\sréponses reçues à cette session\\.$`)).waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.id), "saisie-content");
  }
  const before = page.getByRole("region", { name: "Feuilles enregistrées depuis cette page" });
  assert.equal(await before.getByRole("listitem").count(), 2);
  const number = (await before.getByRole("listitem").first().innerText()).match(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/)[0];
  // Typed again under its number: each time somebody says so, and it is what is on the screen then that replaces it.
  for (const content of ["3", "4"]) {
    await page.locator("#saisie-numero").fill(number);
    await page.locator("#saisie-content").focus();
    await desk.typeSheet({ content: "1" });
    await page.getByText("Ce numéro a déjà répondu autrement").waitFor();
    await page.locator("#saisie-content").fill(content);
    await page.getByRole("button", { name: "Remplacer par cette feuille" }).click();
    // The sheet is blank again once it is stored.
    await page.waitForFunction(() => document.getElementById("saisie-content").value === "");
    await page.getByText(new RegExp(`^Feuille enregistrée sous le numéro ${number}\\. 8\\s`)).waitFor();
  }
  assert.match((await stored(page)).split("\n").find((line) => line.includes(number)), /"content":\{"one":"not-at-all"\}.*"edition":3|"edition":3.*"content":\{"one":"not-at-all"\}/);
  // A trial is set aside from here, and counts again.
  await before.getByRole("button", { name: new RegExp(`^Mettre de côté\\s: ${number}`) }).click();
  await before.getByRole("button", { name: new RegExp(`^Compter à nouveau\\s: ${number}`) }).click();
  await before.getByRole("button", { name: new RegExp(`^Mettre de côté\\s: ${number}`) }).waitFor();

  await page.evaluate(() => (location.hash = "#/evaluation/suivi"));
  await one.at(LATER);
  await page.getByRole("button", { name: /^Premier message\s: Session 2/ }).click();
  assert.match(await page.getByLabel("Objet et texte du message").inputValue(), /confidentielles/);
  await inspect(page, "trois mois, message");
  const blank = await downloaded(page, () => one.press("Préparer le fichier d’une personne"));
  const next = await downloaded(page, () => one.press("Préparer le fichier d’une personne"));
  assert.notEqual(blank.name, next.name, "deux personnes ont reçu le même numéro");
  // A reminder carries the numbers of the first message: none is drawn anew.
  await page.getByText(/^2\squestionnaires préparés, chacun avec son numéro/).waitFor();
  await page.getByRole("button", { name: /^Premier rappel\s: Session 2/ }).click();
  await page.getByText(/^Un rappel porte le numéro du premier message/).waitFor();
  await page.getByRole("button", { name: /^Préparer à nouveau les mêmes 2\sfichiers$/ }).waitFor();
  await page.getByText(/^2\squestionnaires préparés, chacun avec son numéro/).waitFor();
  const filled = blank.text.replace(/^1\) $/m, "1) 1").replace(/^14\) $/m, "14) Moins de temps");
  await desk.open();
  await desk.giveFiles([{ name: blank.name, mimeType: "text/plain", buffer: Buffer.from(filled) }]);
  await desk.store(/1\sréponse reçue\./);
  await desk.counts(LATER, 3);
  await page.evaluate(() => (location.hash = "#/evaluation"));
  await one.at("Évaluation");
  const row = page.getByRole("row").filter({ hasText: "Session 2 du" });
  assert.match((await row.innerText()).replace(/\s+/g, " "), /8 sur \d+ 3 sur \d+/);
});
