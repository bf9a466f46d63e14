// What is told of the evaluation: the synthesis, whose every figure is computed here from the same answers; its papers; the
// free texts, read before they appear; the words of a questionnaire, validated; the file that closes the cycle.
import assert from "node:assert/strict";
import { inspect } from "./harness/inspect.mjs";
import { journey } from "./harness/journey.mjs";
import { pdfText, printed } from "./harness/paper.mjs";
import { downloaded } from "./harness/storage.mjs";
import { openedInWriter } from "./harness/writer.mjs";
import { asked } from "./pages/evaluation_questions.mjs";
import { PEOPLE, SESSIONS, TEXTS, Told, counted, evaluationRecords, expected } from "./pages/evaluation_told.mjs";
import { withRecords } from "./pages/records.mjs";
import { plain, pressTwice } from "./pages/screen.mjs";

const SYNTHESIS = "Synthèse de l’évaluation";
const KINDS = ["end_of_day", "three_months"];
const ALL = SESSIONS * PEOPLE;
const bare = (text) => text.replace(/\s+/g, "");

journey("la synthèse : chaque chiffre est celui d’un calcul à part, à l’écran, sur papier et en fichier", {}, async ({ page }) => {
  const told = new Told(page);
  await withRecords(page, evaluationRecords(), "#/evaluation/synthese");
  await told.at(SYNTHESIS);
  // Before the act: who answered, and nothing of what they said.
  await page.getByText(`La satisfaction en fin de journée : ${ALL} réponses reçues`).waitFor();
  await page.getByText("Les chiffres se lisent une fois arrêtés.").waitFor();
  await page.getByText("attendront d’être au moins 5 ensemble").first().waitFor();
  await page.getByText("Réponses, session par session", { exact: true }).click();
  const rows = page.getByRole("region", { name: "Réponses, session par session" }).getByRole("row");
  await rows.nth(2 * SESSIONS).waitFor();
  assert.equal(await page.locator(".told, .told-chart").count(), 0, "des chiffres se lisent avant d’être arrêtés");
  assert.ok(!(await pdfText(page)).includes("Tout à fait"), "des chiffres s’impriment avant d’être arrêtés");
  await inspect(page, "synthèse à arrêter");
  await told.publish();
  const frozen = page.getByRole("heading", { level: 2, name: /^Synthèse de fin de cycle arrêtée le/ });
  await frozen.waitFor();
  await page.waitForFunction(() => document.activeElement?.id === "chiffres");
  const shown = await told.answers();
  for (const kind of KINDS) {
    for (const [name, rows] of expected(kind, ALL)) assert.deepEqual(shown.get(name), rows, name);
  }
  // The commitments were not answered: they are no figure of anybody.
  const known = new Set(KINDS.flatMap((kind) => [...expected(kind, ALL).keys()]));
  for (const [name, rows] of shown) {
    if (!known.has(name)) assert.ok(rows.every(([, number]) => number === 0 || number === ALL), name);
  }
  await inspect(page, "synthèse arrêtée");

  await page.getByLabel("Sur le cycle").fill("Le groupe demande plus de pratique.");
  await told.press(/^Enregistrer le commentaire\s: le cycle/);
  await told.said("Commentaire enregistré");
  const { name, text } = await downloaded(page, () => told.press(/^Enregistrer en CSV\s: La satisfaction en fin de journée, toutes sessions/));
  assert.match(name, /^synthese-fin-de-journee-\d{4}-\d{2}-\d{2}\.csv$/);
  const [question] = asked("end_of_day");
  const counts = counted(ALL, question, 0);
  assert.ok(text.includes(`"${question.title}";"${question.choices[0].title}";"${counts[0]}"`), text.slice(0, 400));

  await page.getByRole("link", { name: "Synthèse pour le Département" }).click();
  await told.at("Synthèse pour le Département");
  const paper = bare(await pdfText(page));
  for (const kind of KINDS) {
    for (const [q, { title, choices, several }] of asked(kind).entries()) {
      if (several) continue;
      const numbers = counted(ALL, { title, choices, several }, q);
      const begins = bare(title.split(" ").slice(0, 3).join(" "));
      assert.ok(paper.includes(begins) && paper.includes(bare(`${choices[0].title}${numbers[0]}`)), title);
    }
  }
  for (const words of ["Le groupe demande plus de pratique.", `Aucun nombre de moins de 5 personnes`, "Session 1"]) {
    assert.ok(paper.includes(bare(words)), words);
  }
  const html = await downloaded(page, () => told.press("Enregistrer pour un traitement de texte"));
  assert.match(html.name, /^synthese-evaluation-.*\.html$/);
  assert.ok(plain(html.text).includes("Le groupe demande plus de pratique."));
  // What is essential comes first, and the whole is read in one sitting; each chart keeps its numbers in a word processor.
  const [{ text: sheets, sheets: number }, opened] = await Promise.all([printed(page), openedInWriter(html.bytes)]);
  assert.ok(number <= 12, `${number} pages`);
  assert.ok(sheets.split("\f")[0].includes("L’essentiel"));
  const charts = opened.tables.filter(([heads]) => heads.includes("En dessin"));
  assert.equal(charts.length, await page.locator(".book__table:has(.book__drawn)").count());
  const row = charts.flat().find(([first]) => first === plain(question.title));
  assert.ok(bare(row.join("")).includes(bare(`${question.choices[0].title}${counts[0]}`)), row.join(" | "));
  await told.go("#/evaluation/synthese/partenaires");
  await told.at("Synthèse pour les partenaires");
  const partners = await pdfText(page);
  assert.ok(partners.includes("toutes sessions") && !partners.includes("plus de pratique") && !/Session \d/.test(partners));
});

journey("un texte libre se lit avant de paraître ; la version d’un questionnaire se valide ; le dossier se clôt", {}, async ({ page }) => {
  const told = new Told(page);
  await withRecords(page, evaluationRecords(), "#/evaluation/textes");
  await told.at("Textes libres");
  await told.said(/^6\stextes à lire, sur 6/);
  await page.getByLabel("Question", { exact: true }).selectOption({ label: "Ce que je veux ajouter\u00a0:" });
  await told.said("3 textes trouvés");
  const named = told.text(TEXTS[0]);
  await named.getByText("Écarter…", { exact: true }).click();
  await named.getByRole("button", { name: "Écarter ce texte" }).click();
  await named.getByText("Choisissez pourquoi ce texte est écarté.").waitFor();
  await named.getByLabel("Pourquoi").selectOption({ label: "Nomme quelqu’un, ou permet de reconnaître une personne accompagnée" });
  await named.getByRole("button", { name: "Écarter ce texte" }).click();
  await told.said("Texte écarté");
  await told.said(/^5\stextes à lire, sur 6/);
  await told.press("Annuler");
  await told.said("Décision annulée");
  await told.said(/^6\stextes à lire, sur 6/);

  // One after the other without waiting: both stay.
  const boxes = await Promise.all(["Animation", "Contenu"].map((theme) => named.getByLabel(theme, { exact: true }).elementHandle()));
  await page.evaluate(async (boxes) => {
    for (const box of boxes) {
      box.click();
      await new Promise((resolve) => setTimeout(resolve));
    }
  }, boxes);
  await named.getByText("Laisser paraître…", { exact: true }).click();
  await named.getByLabel("Les mots qui paraîtront").fill("Merci à la formatrice pour sa patience");
  await named.getByRole("button", { name: "Laisser paraître ces mots" }).click();
  await told.said(/^5\stextes à lire, sur 6/);
  await page.getByLabel("Où ils en sont").selectOption({ label: "Peuvent paraître" });
  await told.text(TEXTS[0]).getByLabel("Citer dans la synthèse").check();
  await inspect(page, "textes");
  await page.getByLabel("Thème", { exact: true }).selectOption({ label: "Rythme" });
  await told.said("Aucun texte avec ces filtres.");
  for (const theme of ["Animation", "Contenu"]) {
    await page.getByLabel("Thème", { exact: true }).selectOption({ label: theme });
    await told.text(TEXTS[0]).waitFor();
  }

  await told.go("#/evaluation/synthese");
  await told.at(SYNTHESIS);
  await page.getByText("Merci à la formatrice pour sa patience").first().waitFor();
  await told.publish();
  await told.go("#/evaluation/cloture");
  await told.at("Dossier de clôture");
  const lacking = page.getByRole("region", { name: "Avant de clore" });
  await lacking.getByRole("link", { name: "5 textes libres restent à lire." }).waitFor();
  await lacking.getByRole("link", { name: "L’équipe n’a pas encore commenté le cycle." }).waitFor();
  assert.equal(await lacking.getByRole("link", { name: /synthèse/ }).count(), 0);
  const file = await downloaded(page, () => told.press("Enregistrer le dossier"));
  assert.match(file.name, /^dossier-de-cloture-.*\.html$/);
  const paper = await pdfText(page);
  const html = plain(file.text);
  for (const words of ["Rallonger la pause du matin", "Groupes trop petits en mai"]) assert.ok(html.includes(words), words);
  for (const whole of [html, paper]) {
    // On paper a cell may take several lines.
    for (const words of ["Merci à la formatrice pour sa patience", "Rallonger", "Groupes trop", "Chaque session"]) {
      assert.ok(whole.includes(words), words);
    }
    assert.ok(!whole.includes("Aubert"), "un texte qui n’est pas lu paraît");
  }
  await inspect(page, "clôture");

  await told.go("#/evaluation/questionnaire/fin-de-journee");
  await told.at("Questionnaire de fin de journée");
  await page.getByText("Le questionnaire fourni avec Repères, tel quel.").waitFor();
  // Pressed twice, it makes one.
  await pressTwice(page.getByRole("button", { name: "Préparer une version" }));
  await told.said("Version créée");
  await page.getByText("Modifier les questions", { exact: true }).click();
  const [content, , pace] = asked("end_of_day");
  await page.getByLabel(content.title, { exact: true }).fill("Le contenu m’a convenu.");
  await page.getByRole("checkbox", { name: new RegExp(`^Ne pas poser\\s: ${pace.title.slice(0, 20)}`) }).check();
  await told.press("Enregistrer les questions");
  await page.getByText("1 question reformulée, 1 question retirée.").waitFor();
  await page.getByLabel("Remarques du Département").fill("Plus court");
  await page.getByLabel("Qui envoie le questionnaire").fill("L’organisme");
  await told.press(/^Enregistrer\s: Version du/);
  await told.said("Version enregistrée");
  await told.press(/^Noter l’envoi au Département/);
  await page.getByText(/^Envoyé le .*, en attente des remarques du Département$/).waitFor();
  await page.getByLabel(/^Validée par/).fill("Service de l’insertion");
  await told.press(/^Valider cette version/);
  await page.getByRole("dialog").getByRole("button", { name: "Valider", exact: true }).click();
  await page.getByText(/^Validé le .*, par Service de l’insertion$/).waitFor();
  await page.getByText(/^«\sVersion du .*Validé le/).waitFor();
  assert.equal(await page.getByText("Modifier les questions", { exact: true }).count(), 0);
  await inspect(page, "questionnaire");
});

journey("les réponses gardées assez longtemps s’effacent : les chiffres arrêtés et le nombre de réponses restent", {}, async ({ page }) => {
  const told = new Told(page);
  await withRecords(page, evaluationRecords(), "#/evaluation/synthese");
  await told.at(SYNTHESIS);
  await told.publish();
  const before = await told.answers();
  const rates = async () => {
    await page.getByText(/^Par session\s: qui a répondu$/).click();
    const rows = page.getByRole("region", { name: "Les réponses reçues de chaque session tenue" }).locator("tbody tr");
    await rows.first().waitFor();
    return rows.allInnerTexts();
  };
  const received = (await rates()).map(plain);
  await told.go("#/donnees/a-supprimer");
  await told.at("À supprimer");
  const due = page.getByRole("region", { name: /^Réponses à l’évaluation à supprimer/ });
  await due.getByRole("heading", { name: new RegExp(`${SESSIONS}\\ssessions$`) }).waitFor();
  await inspect(page, "réponses à supprimer");
  await due.getByRole("button", { name: /^Effacer\s: Session du/ }).first().click();
  await page.getByRole("dialog").getByRole("button", { name: "Effacer pour toujours" }).click();
  await told.said(new RegExp(`^${2 * PEOPLE}\\sréponses effacées`));
  await due.getByRole("heading", { name: new RegExp(`${SESSIONS - 1}\\ssessions$`) }).waitFor();
  await told.go("#/evaluation/synthese");
  await told.at(SYNTHESIS);
  assert.deepEqual([...(await told.answers())], [...before]);
  assert.deepEqual((await rates()).map(plain), received);
});
