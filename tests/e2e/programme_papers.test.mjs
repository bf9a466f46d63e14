// Who was there, and the documents of a day of training.
import assert from "node:assert/strict";
import { inspect } from "./harness/inspect.mjs";
import { journey } from "./harness/journey.mjs";
import { pdfText, printed } from "./harness/paper.mjs";
import { Attendance, HASH, names, Papers, sessionRecords } from "./pages/programme_papers.mjs";
import { withRecords } from "./pages/records.mjs";

const plain = async (locator) => (await locator.innerText()).replace(/\s+/g, " ").trim();
const titled = (page, name) => page.getByRole("heading", { level: 1, name }).waitFor();

journey("les présences : tout le monde, puis les exceptions, et qui vient sans être inscrit", { route: "#/programme" }, async ({ page }) => {
  await withRecords(page, sessionRecords(12), `${HASH}/presences`);
  const attendance = new Attendance(page);
  await titled(page, /^Présences\s: session 1 du 1er\smars 2022$/);
  await inspect(page, "présences, rien de noté");
  const [first, second, third] = names(12);
  await attendance.everybody("matin");
  await attendance.said("Tout le monde est là ce matin");
  await attendance.of(first, "matin").selectOption("Absence");
  await attendance.said(/matin, absente ou absent/);
  // By the keyboard alone: a letter, then the minutes.
  await attendance.of(second, "matin").focus();
  await page.keyboard.press("r");
  await page.keyboard.press("Tab");
  await page.keyboard.type("20");
  await page.keyboard.press("Tab");
  await attendance.said(/retard de 20\smin/);
  assert.match(await page.evaluate(() => document.activeElement.getAttribute("aria-label")), /^Départ avant la fin en minutes/, "le champ suivant garde le clavier");
  await inspect(page, "présences, un retard");
  await attendance.everybody("après-midi");
  await attendance.said("Tout le monde est là cet après-midi");
  await page.getByText("Tout est noté.").first().waitFor();
  assert.equal(await attendance.hours(first), "3 h 30");
  assert.equal(await attendance.hours(second), "6 h 40");
  assert.equal(await attendance.hours(third), "7 h");
  assert.equal(await attendance.hours("Total des personnes formées"), "80 h 10");

  await attendance.of(third, "après-midi").selectOption("Absence");
  await attendance.said(/après-midi, absente ou absent/);
  await page.getByRole("button", { name: "Annuler la dernière saisie" }).click();
  await attendance.said("La dernière saisie est annulée.");
  assert.equal(await attendance.hours(third), "7 h");

  await page.getByLabel(/^D’après la feuille signée/).check();
  await page.getByRole("button", { name: "La feuille du matin confirme ce qui est noté" }).click();
  await attendance.said("La feuille du matin confirme ce qui est noté");
  assert.equal(await page.getByText("feuille signée", { exact: true }).count(), 13);

  await page.getByLabel("Nom ou structure").fill("imprev");
  await page.getByRole("button", { name: /^Inscrire\s: IMPRÉVU Camille$/ }).click();
  await attendance.said("IMPRÉVU Camille a une place");
  await attendance.of("IMPRÉVU Camille", "matin").waitFor();
  await page.reload();
  await titled(page, /^Présences/);
  assert.equal(await attendance.of(first, "matin").inputValue(), "absence");
  assert.equal(await attendance.of("IMPRÉVU Camille", "matin").inputValue(), "a-noter");
});

journey("les documents : chacun sur ses pages, d’après ce qui est noté", { route: "#/programme", limitMs: 240_000 }, async ({ page }) => {
  await withRecords(page, sessionRecords(15), `${HASH}/presences`);
  const [attendance, papers] = [new Attendance(page), new Papers(page)];
  await titled(page, /^Présences/);
  await attendance.everybody("matin");
  await attendance.said("Tout le monde est là ce matin");
  await attendance.everybody("après-midi");
  await attendance.said("Tout le monde est là cet après-midi");
  await attendance.of(names(15)[14], "matin").selectOption("Absence");
  await attendance.said(/absente ou absent/);

  await papers.open();
  await inspect(page, "documents de la session");
  assert.match(await plain(papers.card("Certificats de réalisation")), /Prêt à imprimer/);
  assert.match(await plain(papers.card("Compte rendu de la session")), /Il manque une chose Le texte du compte rendu/);

  for (const [path, heading, sheets, ...words] of [
    ["/programme", "Programme", 1, "Prérequis", "Situer les acteurs", "Alex Exemple, 01 99 00 00 02", "ne vaut pas agrément de l’État"],
    ["/convocations", "Convocations", 15, "ESSAI01", "De 9 h à 12 h 30, puis de 13 h 30 à 17 h", "Maison fictive"],
    ["/liste", "Liste des participantes et participants", 1, "ESSAI15 Camille", "Conseil en insertion", "Mission locale fictive"],
    ["/emargement-matin", "Feuille d’émargement du matin", 1, "De 9 h à 12 h 30, 3 h 30", "ESSAI15 Camille", "FORMATEUR"],
    ["/emargement-apres-midi", "Feuille d’émargement de l’après-midi", 1, "De 13 h 30 à 17 h"],
    ["/compte-rendu", "Compte rendu de la session", 1, "101 h 30", "ESSAI15 Camille (le matin)"],
    ["/certificats", "Certificats de réalisation", 15, "Action de formation", "7 h", "3 h 30", "SIRET 732 829 320 00074", "préfet de région Île-de-France"],
    ["/attestations", "Attestations individuelles", 15, "Proposer Pix à bon escient"],
    ["/annexe-facture", "Annexe à la facture", 1, "101 h 30", "Total"],
  ]) {
    await papers.open(path, heading);
    const paper = await printed(page);
    const text = paper.text.replace(/\s+/g, " ");
    assert.equal(paper.sheets, sheets, `${heading} : ${paper.sheets} pages`);
    // A narrow space may be lost between a number and its unit.
    const bare = text.replace(/\s/g, "");
    for (const word of words) assert.ok(bare.includes(word.replace(/\s/g, "")), `${heading} : « ${word} » dans ${text.slice(0, 1500)}`);
    assert.ok(!text.includes("IMPRÉVU"), heading);
    if (path !== "/programme") {
      await papers.open(`${path}/vierge`, /, à remplir à la main$/);
      const blank = await printed(page);
      assert.equal(blank.sheets, 1, `${heading}, vierge : ${blank.sheets} pages`);
      assert.ok(!blank.text.includes("ESSAI"), `${heading}, vierge`);
    }
  }
  await papers.open("/compte-rendu", "Compte rendu de la session");
  await inspect(page, "compte rendu");
  await page.getByLabel(/^Compte rendu de la journée/).fill("La salle a changé.");
  await page.getByRole("button", { name: "Enregistrer le compte rendu" }).click();
  await page.getByRole("article").getByText("La salle a changé.").waitFor();
  await papers.open("/dossier", /^Dossier/);
  await inspect(page, "dossier de la session");
  assert.equal((await printed(page)).sheets, 1 + 15 + 1 + 2 + 1 + 15 + 15 + 1);
});

journey("une liste plus longue qu’une page garde ses en-têtes", { route: "#/programme" }, async ({ page }) => {
  await withRecords(page, sessionRecords(50), `${HASH}/documents/emargement-matin`);
  await titled(page, "Feuille d’émargement du matin");
  const { text, sheets } = await printed(page);
  assert.ok(sheets > 1);
  const heads = text.split("\f").filter((sheet) => /ESSAI/.test(sheet) && /Nom et prénom/.test(sheet)).length;
  assert.equal(heads, text.split("\f").filter((sheet) => /ESSAI/.test(sheet)).length);
});

journey("l’organisme et les formulations : ce qui manque se dit, et s’écrit", { route: "#/programme" }, async ({ page }) => {
  await withRecords(page, sessionRecords(2, { provider: null }), "#/programme/organisme");
  await titled(page, "L’organisme de formation");
  await page.getByRole("heading", { level: 2, name: "Ce qui manque, document par document" }).waitFor();
  await inspect(page, "organisme, rien d’écrit");
  await page.getByLabel("Nom de l’organisme").fill("Organisme fictif");
  await page.getByLabel(/^Contact handicap/).fill("Alex Exemple");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await page.getByText("Organisme enregistré").waitFor();

  await page.evaluate(() => (location.hash = "#/programme/formulations"));
  await titled(page, "Les formulations des documents");
  await inspect(page, "formulations");
  const bring = page.getByLabel("Ce qu’il faut apporter");
  const usual = await bring.inputValue();
  await bring.fill("Deux crayons.");
  await page.getByRole("button", { name: /^Enregistrer\s: Ce qu’il faut apporter$/ }).click();
  await page.getByText("Formulation enregistrée").waitFor();
  const papers = new Papers(page);
  await papers.open("/convocations", "Convocations");
  const paper = await pdfText(page);
  for (const word of ["Deux crayons.", "Organisme fictif", "Alex Exemple"]) assert.ok(paper.includes(word), word);
  assert.ok(!paper.includes("agrément"), "le numéro de déclaration n’est pas connu");
  await page.evaluate(() => (location.hash = "#/programme/formulations"));
  await titled(page, "Les formulations des documents");
  await page.getByRole("button", { name: /^Reprendre le texte habituel\s: Ce qu’il faut apporter$/ }).click();
  await page.getByText("Texte habituel repris").waitFor();
  assert.equal(await bring.inputValue(), usual);
  await page.getByRole("button", { name: "Annuler", exact: true }).click();
  await page.getByText("Votre texte est rétabli").waitFor();
  assert.equal(await bring.inputValue(), "Deux crayons.");
});
