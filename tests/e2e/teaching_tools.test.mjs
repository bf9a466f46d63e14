// The tool sheets: read, practised, printed, found from where they help; Aidants Connect question by question; the words.
import assert from "node:assert/strict";
import { inspect } from "./harness/inspect.mjs";
import { journey, journeyBothWays } from "./harness/journey.mjs";
import { pdfText, printed } from "./harness/paper.mjs";
import { fixture } from "./pages/directory.mjs";
import { Result } from "./pages/result.mjs";
import { Tools } from "./pages/teaching_tools.mjs";

const ASKED = "Les outils de la formation";
const OTHERS = "Utiles aussi en Seine-Saint-Denis";

journeyBothWays("de l’accueil à une fiche, ses faits datés et où aller", { route: "#/" }, async ({ page }) => {
  const tools = new Tools(page);
  await page.getByRole("main").getByRole("link", { name: "Fiches outils", exact: true }).click();
  await tools.at("Fiches outils");
  assert.equal((await tools.listed(ASKED)).length, 4);
  await page.getByRole("main").getByRole("link", { name: /^Pix/ }).click();
  await tools.at(/^Pix/);
  for (const part of ["Pour quoi faire", "Pour qui", "Quand ne pas s’en servir", "Commencer en cinq étapes", "Quoi dire à la personne"]) {
    assert.ok((await page.getByRole("region", { name: part, exact: true }).getByRole("listitem").count()) > 0, part);
  }
  const facts = page.getByRole("region", { name: "Ce qui est connu, et depuis quand" }).getByRole("listitem");
  for (const fact of await facts.allInnerTexts()) {
    assert.match(fact, /(En|Le) .*\d{4} – .+ – (valable, d’après la source|n’est plus d’actualité|à vérifier avant de s’en servir)/, fact);
  }
  const places = page.getByRole("link", { name: "Voir les lieux dans l’annuaire" });
  assert.match(await places.getAttribute("href"), /^#\/annuaire\?/);
  await page.getByRole("link", { name: "Tous les mots et les sigles" }).click();
  await tools.at("Lexique");
});

journey("les cinq questions se suivent au clavier, s’expliquent et se recommencent", { route: "#/outils/pix" }, async ({ page }) => {
  const tools = new Tools(page);
  await tools.at(/^Pix/);
  const check = tools.quiz.getByRole("button", { name: "Vérifier" });
  await check.click();
  await tools.quiz.getByText("Choisissez d’abord une réponse.").waitFor();
  let right = 0;
  for (let nth = 1; nth <= 5; nth += 1) {
    await tools.quiz.getByText(`Question ${nth} sur 5`, { exact: true }).waitFor();
    const said = await tools.answer(nth % 2);
    if (said.startsWith("C’est la bonne réponse.")) right += 1;
    else assert.match(said, /^Ce n’est pas la bonne réponse\..*La bonne réponse : «/);
    assert.ok(await check.evaluate((button) => button === document.activeElement), "le focus est perdu");
    assert.equal(await tools.quiz.getByRole("radio").first().isDisabled(), true);
    if (nth === 1) await inspect(page, "question vérifiée");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
  }
  const score = right === 0 ? /^Aucune bonne réponse sur 5\.$/ : new RegExp(`^${right}\\s(bonne réponse|bonnes réponses) sur 5\\.$`);
  const result = tools.quiz.getByRole("heading", { name: score });
  await result.waitFor();
  assert.ok(await result.evaluate((heading) => heading === document.activeElement));
  await tools.quiz.getByRole("button", { name: "Recommencer les questions" }).click();
  await tools.quiz.getByText("Question 1 sur 5", { exact: true }).waitFor();
  assert.equal(await tools.quiz.getByRole("radio", { checked: true }).count(), 0);
});

journey("une fiche tient sur une feuille recto verso, et toutes s’impriment à la suite", { route: "#/outils" }, async ({ page }) => {
  const tools = new Tools(page);
  await tools.at("Fiches outils");
  const number = (await tools.listed(ASKED)).length + (await tools.listed(OTHERS)).length;
  await page.getByRole("link", { name: "Imprimer toutes les fiches" }).click();
  await tools.at("Imprimer toutes les fiches");
  const all = await printed(page);
  assert.equal(all.sheets, 2 * number, `${all.sheets} pages pour ${number} fiches`);
  await tools.go("#/outils/aidants-connect/imprimer");
  await tools.at(/^Imprimer\s: Aidants Connect$/);
  const one = await printed(page);
  assert.equal(one.sheets, 2);
  const [front, back] = one.text.split("\f");
  assert.match(front, /Commencer en cinq étapes/);
  assert.match(back, /Sans réseau[\s\S]*Les réponses/);
  assert.match(await pdfText(page), /Relu en novembre 2026|Relu le 1er novembre 2026/);
});

journey("Aidants Connect : possible, impossible avec ce qu’on peut faire, ou à demander", { route: "#/outils/aidants-connect" }, async ({ page }) => {
  const tools = new Tools(page);
  await page.getByRole("link", { name: "Vérifier si Aidants Connect est possible" }).click();
  await tools.at(/^Aidants Connect est-il possible/);
  assert.equal(await page.getByRole("main").getByRole("group").count(), 1);
  for (const [question, answer] of [
    [/vous emploie/, "Oui"],
    [/habilitée/, "Oui"],
    [/protection juridique/, "Non"],
    [/FranceConnect/, "Oui"],
  ]) {
    await tools.say(question, answer);
    assert.match(await tools.verdict(), /Répondez aux questions/);
  }
  await tools.say(/d’accord/, "Je ne sais pas");
  assert.match(await tools.verdict(), /il reste à demander.*d’accord/);
  await tools.say(/d’accord/, "Oui");
  assert.match(await tools.verdict(), /Aidants Connect est possible\./);
  await inspect(page, "Aidants Connect possible");
  await tools.say(/protection juridique/, "Oui");
  const verdict = await tools.verdict();
  assert.match(verdict, /n’est pas possible ici.*mesure de protection.*Passer par la personne ou le service chargé de la protection/);
  await inspect(page, "Aidants Connect impossible");
  await tools.answerRegion.getByRole("button", { name: "Recommencer" }).click();
  assert.equal(await page.getByRole("main").getByRole("group").count(), 1);
  await tools.say(/vous emploie/, "Non");
  assert.match(await tools.verdict(), /réservé aux personnes employées/);
  assert.equal(await page.getByRole("main").getByRole("group").count(), 1, "aucune autre question ne changerait la réponse");
  assert.match(await page.getByRole("link", { name: /^Voir les lieux France services/ }).getAttribute("href"), /^#\/annuaire\?/);
});

journey("un sigle se cherche, mène au mot d’aujourd’hui, et le lexique s’imprime", { route: "#/lexique" }, async ({ page }) => {
  const tools = new Tools(page);
  await tools.at("Lexique");
  const all = await tools.words.count();
  assert.deepEqual((await tools.search("pole emploi", /^\d+\smots? pour «\spole emploi\s»$/)).slice(0, 1), ["Pôle emploi"]);
  await tools.search("licorne", /^Aucun mot pour «\slicorne\s»$/);
  await tools.search("", new RegExp(`^${all}\\smots$`));
  await page.getByRole("navigation", { name: "Lettres du lexique" }).getByRole("button", { name: "P", exact: true }).click();
  assert.equal(await page.evaluate(() => document.activeElement.textContent.trim()), "P");
  await page.getByRole("link", { name: "Pôle emploi", exact: true }).first().click();
  await tools.at("Pôle emploi");
  await page.getByText(/^S’est employé/).waitFor();
  await page.getByRole("main").getByRole("link", { name: "France Travail", exact: true }).first().click();
  await tools.at("France Travail");
  await tools.go("#/lexique/inconnu");
  await page.getByText("Ce mot n’est pas dans cette version du lexique").waitFor();
  await tools.go("#/lexique");
  await tools.at("Lexique");
  const paper = await pdfText(page);
  assert.match(paper, /Pôle emploi.*On dit aujourd’hui : France Travail/);
  assert.doesNotMatch(paper, /Imprimer le lexique/);
});

journey("une orientation, un acteur, un lieu et l’aide mènent aux fiches", {}, async ({ page }) => {
  const tools = new Tools(page);
  const result = new Result(page);
  await result.open();
  await result.orientation("Faire la démarche avec une structure qui peut agir").getByRole("link", { name: "Aidants Connect" }).click();
  await tools.at("Aidants Connect");
  await page.getByText("Faire la démarche avec une structure qui peut agir").waitFor();
  await tools.go("#/ecosysteme/acteur/pix");
  await tools.at("Pix");
  await page.getByRole("region", { name: "Son rôle" }).getByRole("link", { name: /^Pix, ABC/ }).click();
  await tools.at(/^Pix, ABC/);
  await tools.go("#/annuaire/importer");
  await page.locator("input[type=file]").setInputFiles(fixture("places-93.csv"));
  await page.getByRole("button", { name: /^Enregistrer l’annuaire/ }).click();
  await tools.at("Annuaire");
  await tools.go("#/annuaire/lieu/fictif-18");
  await tools.at("Espace fictif Pix et projets");
  await page.getByRole("region", { name: "Ce que ce lieu propose" }).getByRole("link", { name: /^Pix/ }).click();
  await tools.at(/^Pix, ABC/);
  await tools.go("#/aide");
  await tools.at("Aide");
  await page.getByRole("link", { name: "fiches outils", exact: true }).click();
  await tools.at("Fiches outils");
});
