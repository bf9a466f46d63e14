// The whole path, by keyboard alone: from a first visit to the two sheets, without network, and back from a file.
import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { inspect } from "./harness/inspect.mjs";
import { Hands } from "./harness/hands.mjs";
import { journey } from "./harness/journey.mjs";
import { pdfText } from "./harness/paper.mjs";
import { downloaded } from "./harness/storage.mjs";
import { ANSWERS, THEMES, answersInWords } from "./pages/answers.mjs";

const PLACES = fileURLToPath(new URL("../fixtures/directory/places-93.csv", import.meta.url));
const HELP = "Faire la démarche avec une structure qui peut agir";
const HOLDS = { short: /Repérage/, full: /^Entretien complet/, person: /Une question par page/, pro: /^Entretien / };

/** One walk through the application. `inspects`: every screen met is inspected. */
class Walk {
  #met = new Set();

  constructor(app, inspects) {
    this.app = app;
    this.page = app.page;
    this.hands = new Hands(app.page);
    this.inspects = inspects;
  }

  /** The screen that has this heading is shown, and its heading has the focus. */
  async arrive(title) {
    await this.page.waitForFunction(
      (source) => {
        const heading = document.querySelector("main h1");
        return document.activeElement === heading && new RegExp(source).test(heading.textContent.replace(/\s+/g, " "));
      },
      title.source,
    );
    await this.look();
  }

  /** Inspects the screen as it is, once. */
  async look(name) {
    const title = name ?? (await this.page.title());
    if (!this.inspects || this.#met.has(title)) return;
    this.#met.add(title);
    await inspect(this.page, title);
  }

  get heading() {
    return this.page.locator("main h1").innerText();
  }

  /** Without network from now on, whatever the delivery. */
  async cutNetwork() {
    await (this.app.site ? this.app.site.cut() : this.app.context.setOffline(true));
    await this.app.reload();
  }

  async importPlaces() {
    const { hands, page } = this;
    await hands.press(/^Annuaire$/);
    await this.arrive(/^Annuaire$/);
    await hands.press(/^Importer/);
    await this.arrive(/^Importer un annuaire$/);
    await hands.giveFile(/^Déposez ici le fichier/, PLACES);
    await page.getByRole("heading", { name: "Compte rendu de lecture" }).waitFor();
    await this.look("compte rendu");
    await hands.press(/^Enregistrer l’annuaire/);
    await this.arrive(/^Annuaire$/);
    await hands.tabUntil(({ type }) => type === "search", "la recherche");
    await page.keyboard.type("maison demarches bobigny");
    await page.getByRole("link", { name: "Maison fictive des Démarches", exact: true }).waitFor();
    await this.look("annuaire rempli");
  }

  async begin(presentation, label) {
    const { hands, page } = this;
    await hands.press(/^Accueil$/);
    await this.arrive(/^Que venez-vous faire/);
    await hands.press(/^Mener un entretien/);
    await this.arrive(/^Nouvel entretien$/);
    await hands.tabTo(/^Repérage/);
    await page.keyboard.press("ArrowDown");
    assert.ok(await page.getByRole("radio", { name: HOLDS.full }).isChecked());
    await hands.tabUntil((here) => here.group === "Présentation", "la présentation");
    await page.keyboard.press("Space");
    if (presentation === "person") await page.keyboard.press("ArrowDown");
    await hands.tabTo(/^Repère de dossier/);
    await page.keyboard.press("Control+A");
    await page.keyboard.type(label);
    await hands.tabTo(/^Commune de la personne/);
    await page.keyboard.type("Bobigny");
    await hands.press(/^Commencer l’entretien/);
  }

  /** One question per page. In the middle, the page is reloaded, then left and resumed from the home page. */
  async answerPageByPage() {
    const { hands, page } = this;
    const answers = new Map(answersInWords("person").map(({ question, rows, id }) => [question, { rows, id }]));
    let title = "";
    for (;;) {
      await page.waitForFunction((before) => document.querySelector("main h1")?.textContent !== before, title);
      await this.arrive(/./);
      title = await page.locator("main h1").textContent();
      const question = title.replace(/\s+/g, " ").trim();
      if (question === "Vérifier les réponses") return;
      if (/vos réponses$/.test(question)) {
        await hands.press(/^Continuer$/);
        continue;
      }
      const { rows, id } = answers.get(question) ?? { rows: [] };
      if (id === "connection") await this.leaveAndResume(title);
      if (rows.length === 0) {
        await hands.press(/^Passer cette question/);
        continue;
      }
      for (const row of rows) await hands.choose(question, row);
      await page.keyboard.press("Enter");
    }
  }

  async leaveAndResume(title) {
    const { app, hands, page } = this;
    await app.reload();
    assert.equal(await page.locator("main h1").textContent(), title, "une recharge rend la même question");
    await hands.press(/^Accueil$/);
    await this.arrive(/^Que venez-vous faire/);
    await hands.press(/Reprendre l’entretien$/);
    await this.arrive(/./);
    assert.equal(await page.locator("main h1").textContent(), title, "la reprise rend la même question");
  }

  /** Theme by theme, as a professional holds the talk. */
  async answerThemeByTheme() {
    const { hands, page } = this;
    const answers = answersInWords("professional");
    for (const [theme, title] of THEMES) {
      await this.arrive(new RegExp(`^${title}$`));
      for (const { id, block, question, rows } of answers) {
        if (block !== theme) continue;
        for (const row of rows) await hands.choose(question, row);
        if (ANSWERS[id].skill) await hands.choose("Ce geste est", "Déclaré");
      }
      await page.getByText("Enregistré", { exact: true }).waitFor();
      await this.look(`${title}, répondu`);
      await hands.press(/^Continuer$/);
    }
    await this.arrive(/^Vérifier les réponses$/);
  }

  /** From the review to the result, its reasons, a decision, a place, an agreement. */
  async orient(label) {
    const { hands, page } = this;
    await hands.press(/^Terminer et voir le résultat/);
    await this.arrive(new RegExp(`${label} ?: résultat et orientation`));
    const card = page.getByRole("article", { name: HELP });
    await hands.tabTo(/^Retenir ?: Faire la démarche avec une structure/);
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Enter");
    await card.getByText("Date à respecter : Aujourd’hui ou demain").waitFor();
    await hands.press(/^Retenir ?: Faire la démarche avec une structure/);
    await card.getByText("Retenue", { exact: true }).waitFor();
    await hands.press(/^Choisir ce lieu ?: Maison fictive des Démarches/);
    await card.getByRole("button", { name: "Changer de lieu" }).waitFor();
    await hands.tabUntil(({ group }) => /^La personne a été informée/.test(group), "l’accord");
    await page.keyboard.press("Space");
    await page.getByText(/^Personne informée et d’accord, noté le/).waitFor();
    await this.look("résultat décidé");
  }

  /** The directory is read: before that the sheet says nothing. */
  sheetIsReady() {
    return this.page.getByRole("button", { name: "Imprimer la fiche" }).waitFor();
  }

  /** Both sheets, from the result, and what they say on paper. */
  async sheets(label) {
    const { hands, page } = this;
    await hands.press(/^Préparer la fiche de la personne/);
    await this.arrive(/^Fiche de la personne$/);
    await hands.press(/^Imprimer la fiche/);
    assert.equal(await page.evaluate(() => window.prints), 1, "le bouton imprime");
    const person = await pdfText(page);
    for (const line of ["Vos prochaines étapes", "Maison fictive des Démarches", "01 99 00 01 07", "1 place des Essais"]) {
      assert.ok(person.includes(line), `« ${line} » manque sur la fiche de la personne`);
    }
    assert.ok(!person.includes(label) && !/débutant|éloigné/i.test(person), "la fiche de la personne dit du diagnostic");
    await hands.press(/^Résultat et orientation/);
    await this.arrive(/résultat et orientation$/);
    await hands.press(/^Préparer la fiche professionnelle/);
    await this.arrive(/^Fiche professionnelle/);
    await this.sheetIsReady();
    const professional = await pdfText(page);
    for (const line of [`Dossier ${label}`, "Débutant", `${HELP} – retenue`, "Maison fictive des Démarches"]) {
      assert.ok(professional.includes(line), `« ${line} » manque sur la fiche professionnelle`);
    }
    return { person, professional };
  }

  async toData() {
    await this.hands.press(/^Données$/);
    await this.arrive(/^Données$/);
  }

  /** Prepares the backup, and reads it. */
  async export() {
    const { hands, page } = this;
    const file = await downloaded(page, () => hands.press(/^Préparer un fichier de sauvegarde/));
    await page.getByText("Fichier préparé").waitFor();
    await this.look("fichier préparé");
    return file;
  }

  async wipe() {
    const { hands, page } = this;
    await hands.press(/^Vider cet appareil…/);
    await page.getByRole("dialog").waitFor();
    await this.look("vider cet appareil");
    await hands.press(/^Vider cet appareil$/);
    await this.arrive(/^Que venez-vous faire/);
    await page.getByText("Cet appareil est vidé").waitFor();
    await this.look("appareil vidé");
  }

  async import({ name, text }) {
    const { hands, page } = this;
    const file = { name, mimeType: "application/json", buffer: Buffer.from(text) };
    await hands.giveFile(/^Déposez ici un ou plusieurs fichiers/, file);
    await page.getByRole("heading", { name: "Ce que ce fichier changerait ici" }).waitFor();
    await this.look("fichier à reprendre");
    await hands.press(/^Importer$/);
    await page.getByText(/^Import terminé/).waitFor();
    await this.look("fichier repris");
  }
}

/** The part of an exchange file that holds the data, as it lies there. */
const dataOf = ({ text }) => text.slice(text.indexOf('"data"'));

/** What the person says alone: nobody notes whether a skill was said or seen. */
const SELF_ANSWERS = JSON.parse(JSON.stringify(ANSWERS, (key, value) => (key === "basis" ? undefined : value)));

/** The answers of every interview of a file. */
const answersOf = ({ text }) =>
  Object.values(JSON.parse(text).data.records.interview).map(({ fields }) =>
    Object.fromEntries(
      Object.entries(fields)
        .filter(([name]) => name.startsWith("answer/"))
        .map(([name, [{ v }]]) => [name.slice("answer/".length), v]),
    ),
  );

const countPrints = ({ page }) =>
  page.addInitScript(() => {
    window.prints = 0;
    window.print = () => (window.prints += 1);
  });

for (const delivery of ["web", "file"]) {
  const options = { delivery, prepare: countPrints, limitMs: 900_000 };
  journey(`le chemin entier, au clavier seul, puis sans réseau (${delivery})`, options, async (app) => {
    const walk = new Walk(app, delivery === "web");
    if (app.site) await app.offlineReady();
    await walk.look();
    await walk.importPlaces();
    await walk.begin("person", "23-11-A");
    await walk.answerPageByPage();
    await walk.orient("23-11-A");
    await walk.sheets("23-11-A");

    await walk.cutNetwork();
    await walk.begin("professional", "23-11-B");
    await walk.answerThemeByTheme();
    await walk.orient("23-11-B");
    const printed = await walk.sheets("23-11-B");
    const sheet = await app.page.evaluate(() => location.hash);

    await walk.toData();
    const before = await walk.export();
    assert.deepEqual(answersOf(before), [SELF_ANSWERS, ANSWERS], "les mêmes réponses, données des deux façons");
    await walk.wipe();
    await walk.toData();
    await walk.import(before);
    const after = await walk.export();
    assert.equal(dataOf(after), dataOf(before), "le fichier rend le même état");
    await app.go(sheet);
    await walk.sheetIsReady();
    assert.equal(await pdfText(app.page), printed.professional, "la fiche est la même");
  });
}
