// From the answers to the two sheets.
import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { inspect } from "./harness/inspect.mjs";
import { journey } from "./harness/journey.mjs";
import { pdfText, printed } from "./harness/paper.mjs";
import { allowWrites, refuseWrites } from "./harness/storage.mjs";
import { Result } from "./pages/result.mjs";

const PLACES = fileURLToPath(new URL("../fixtures/directory/places-93.csv", import.meta.url));
const HELP = "Faire la démarche avec une structure qui peut agir";
const SAFE_USE = "Prendre confiance et se protéger";
const MAILBOX = "Avoir une adresse de courriel à soi";
const PIX = "Faire valoir ses compétences avec Pix";

/** Imports the fictional directory. */
async function importPlaces(app) {
  await app.go("#/annuaire/importer");
  await app.page.locator("input[type=file]").setInputFiles(PLACES);
  await app.page.getByLabel("Nom de cet annuaire").fill("Annuaire d’essai");
  await app.page.getByRole("button", { name: /^Enregistrer l’annuaire/ }).click();
  await app.page.getByRole("heading", { level: 1, name: "Annuaire", exact: true }).waitFor();
}

const focused = (page) => page.evaluate(() => document.activeElement.textContent.replace(/\s+/g, " ").trim());

journey("le résultat dit chaque axe, sans total, et le graphique compte comme le tableau", {}, async (app) => {
  const result = new Result(app.page);
  await result.open();
  assert.ok(await result.axis("Gestes de base").getByText("Débutant", { exact: true }).isVisible());
  assert.ok(await result.axis("Sécurité").getByText("Pas assez d’éléments", { exact: true }).isVisible());
  assert.ok(await result.axis("Accès").getByRole("link", { name: "Imprimer, copier" }).isVisible());
  const text = await app.page.locator("main").innerText();
  assert.ok(!/score|note globale|\d+ ?\/ ?\d+/i.test(text), "un total ou un score est affiché");

  const questions = await result.table(/^Questions par axe/);
  const skills = await result.table(/^Gestes par axe/);
  assert.equal(questions.rows.size, 8);
  for (const [axis, values] of questions.rows) {
    const cells = await result.axis(axis).getByRole("img", { name: /^Questions/ }).locator("rect").count();
    assert.equal(cells, Number(values.at(-1)), axis);
    const said = await result.axis(axis).getByRole("img", { name: /^Questions/ }).getAttribute("aria-label");
    for (const [index, count] of values.slice(0, -1).entries()) {
      const part = `${questions.heads[index + 1].toLowerCase()} ${count}`;
      assert.equal(said.includes(part), count !== "0", `${axis} : ${part} dans « ${said} »`);
    }
  }
  for (const [axis, [, ...counts]] of skills.rows) {
    const cells = await result.axis(axis).getByRole("img", { name: /^Gestes/ }).locator("rect").count();
    const numbers = counts.map(Number);
    const answered = numbers.slice(0, -1).some((count) => count > 0);
    assert.equal(cells, answered ? numbers.reduce((a, b) => a + b) : 0, axis);
  }
  await inspect(app.page, "résultat");
});

journey("une orientation s’explique, se retient, s’écarte, s’ajoute et se retrouve", {}, async (app) => {
  const { page } = app;
  const result = new Result(app.page);
  await result.open();
  await result.orientation(HELP).getByText("Pourquoi ce conseil").click();
  assert.ok(await result.orientation(HELP).getByText("Date à respecter : Aujourd’hui ou demain").isVisible());
  assert.ok(await result.orientation(HELP).getByText("Proposée quand").first().isVisible());

  await result.keep(HELP);
  assert.match(await focused(page), /^Ne plus retenir/, "le bouton pressé garde le focus");
  assert.ok(await result.orientation(HELP).getByText("Proposée quand").first().isVisible(), "les raisons restent ouvertes");
  assert.ok(await result.orientation(HELP).getByText("Aucun annuaire n’est importé").isVisible());
  assert.ok(await result.orientation(HELP).getByRole("link", { name: "Importer un annuaire" }).isVisible());

  const aside = result.orientation(SAFE_USE);
  await aside.getByRole("button", { name: /^Écarter…/ }).click();
  await aside.getByRole("button", { name: "Écarter cette orientation" }).click();
  assert.ok(await aside.getByText("Choisissez une raison.").isVisible());
  await aside.getByRole("radio", { name: "Autre raison" }).check();
  await aside.getByRole("button", { name: "Écarter cette orientation" }).click();
  assert.ok(await aside.getByText("Précisez cette autre raison.").isVisible());
  const note = aside.getByLabel("Précision (obligatoire)");
  assert.ok(await note.evaluate((field) => field === document.activeElement), "le champ à remplir reçoit le focus");
  assert.equal(await note.getAttribute("aria-invalid"), "true");
  await note.fill("Déjà prévu avec un atelier");
  await aside.getByRole("button", { name: "Écarter cette orientation" }).click();
  await aside.getByText("Déjà prévu avec un atelier").waitFor();
  assert.match(await focused(page), /^Ne plus écarter/, "le focus va au bouton qui défait");

  await result.addByHand(PIX);
  await inspect(page, "résultat décidé");

  await app.reload();
  await result.orientation(SAFE_USE).getByText("Déjà prévu avec un atelier").waitFor();
  assert.ok(await result.orientation(HELP).getByText("Retenue", { exact: true }).isVisible());
  await result.orientation(HELP).getByRole("button", { name: /^Ne plus retenir/ }).click();
  await result.orientation(HELP).getByRole("button", { name: /^Retenir/ }).waitFor();
});

journey("une orientation ajoutée à la main se retire, et le focus va au titre de la partie", {}, async ({ page }) => {
  const result = new Result(page);
  await result.open();
  await result.addByHand(PIX);
  await page.waitForFunction(() => /^Retirer/.test(document.activeElement.textContent.trim()));
  const card = result.orientation(PIX);
  await card.getByRole("button", { name: /^Retirer/ }).click();
  await card.waitFor({ state: "detached" });
  assert.equal(await focused(page), "Orientations");
});

journey("changer de lieu vide le rendez-vous, et un lieu retiré revient avec le sien", {}, async (app) => {
  const { page } = app;
  await importPlaces(app);
  const result = new Result(page);
  await result.open();
  await result.keep(HELP);
  const card = result.orientation(HELP);
  const choose = card.getByRole("button", { name: /^Choisir ce lieu/ });
  const when = card.getByLabel("Quand y aller");
  await choose.first().click();
  await card.getByText("Noter un rendez-vous ou un nom").click();
  await when.fill("mardi à 10 h");
  await page.keyboard.press("Tab");
  await card.getByText("Rendez-vous : mardi à 10 h").waitFor();
  assert.equal(await when.inputValue(), "mardi à 10 h", "quitter le champ l’enregistre, et le formulaire reste");

  await card.getByRole("button", { name: "Changer de lieu" }).click();
  await choose.nth(1).click();
  await card.getByText("Noter un rendez-vous ou un nom").waitFor();
  assert.equal(await when.inputValue(), "", "le rendez-vous de l’autre lieu n’est pas repris");
  await when.fill("jeudi à 14 h");
  await card.getByRole("button", { name: "Enregistrer" }).click();
  await card.getByText("Rendez-vous : jeudi à 14 h").waitFor();

  await card.getByRole("button", { name: "Retirer ce lieu" }).click();
  await page.getByText(/^Lieu retiré/).waitFor();
  await choose.first().waitFor();
  await page.getByRole("button", { name: "Annuler le retrait" }).click();
  await card.getByText("Rendez-vous : jeudi à 14 h").waitFor();
  await app.reload();
  await card.getByText("Rendez-vous : jeudi à 14 h").waitFor();
});

journey("un enregistrement refusé se dit sur le résultat, et rien ne se perd", {}, async (app) => {
  const { page } = app;
  const result = new Result(page);
  await result.open();
  const employee = result.part("Faire, faire avec, faire à la place").getByRole("group", { name: /Votre structure vous emploie/ });
  const habilitated = result.part("Faire, faire avec, faire à la place").getByRole("group", { name: /habilitée/ });
  await refuseWrites(page);
  await employee.getByRole("radio", { name: "Oui" }).check();
  await page.getByRole("alert").getByText("L’espace accordé à Repères est plein").waitFor();
  await habilitated.getByRole("radio", { name: "Non" }).check();
  assert.ok(await employee.getByRole("radio", { name: "Oui" }).isChecked(), "la première réponse reste");
  await result.orientation(HELP).getByRole("button", { name: /^Retenir/ }).click();
  await result.orientation(HELP).getByText("Retenue", { exact: true }).waitFor();
  assert.ok(await page.getByRole("alert").getByText("L’espace accordé à Repères est plein").isVisible(), "et n’est pas dite enregistrée");
  await allowWrites(page);
  await result.keep(MAILBOX);
  await result.orientation(HELP).getByText("Retenue", { exact: true }).waitFor();
  assert.equal(await page.getByText("L’espace accordé à Repères est plein").count(), 0);
  await app.reload();
  await result.orientation(HELP).getByText("Retenue", { exact: true }).waitFor();
  assert.ok(await employee.getByRole("radio", { name: "Oui" }).isChecked());
  assert.ok(await habilitated.getByRole("radio", { name: "Non" }).isChecked());
});

journey("les lieux proches, puis les deux fiches sur le papier", {}, async (app) => {
  const { page } = app;
  await importPlaces(app);
  const result = new Result(app.page);
  await result.open();
  await result.keep(HELP);
  await result.keep(MAILBOX);
  const card = result.orientation(HELP);
  await card.getByText(/Distances à vol d’oiseau/).waitFor();
  const choose = card.getByRole("button", { name: /^Choisir ce lieu/ });
  assert.equal(await choose.count(), 3);
  const place = card
    .getByRole("listitem")
    .filter({ has: page.getByRole("button", { name: /^Choisir ce lieu/ }) })
    .filter({ hasText: "Maison fictive des Démarches" });
  assert.ok(await place.getByRole("link", { name: /^01\s99\s00\s01\s07$/ }).isVisible());
  assert.match(await place.innerText(), /\d+\sm\b|\d\skm/);
  assert.match(await place.innerText(), /Ouvert|Fermé|Jour férié/);
  await card.getByRole("button", { name: /^Voir plus/ }).click();
  await page.waitForFunction(() => document.activeElement.tagName === "A");
  assert.ok((await choose.count()) > 3);
  await place.getByRole("button", { name: /^Choisir ce lieu/ }).click();
  await card.getByRole("button", { name: "Changer de lieu" }).waitFor();
  await card.getByText("Noter un rendez-vous ou un nom").click();
  await card.getByLabel("Quand y aller").fill("mardi 1er décembre à 10 h");
  await card.getByRole("button", { name: "Enregistrer" }).click();
  await card.getByText("Rendez-vous : mardi 1er décembre à 10 h").waitFor();
  await page.getByRole("radio", { name: "Oui, et elle est d’accord avec l’orientation" }).check();
  await page.getByText(/^Personne informée et d’accord, noté le/).waitFor();

  await page.getByRole("link", { name: "Préparer la fiche de la personne" }).first().click();
  await page.getByRole("heading", { level: 1, name: "Fiche de la personne" }).waitFor();
  const person = await pdfText(page);
  for (const line of [
    "Vos prochaines étapes",
    "Allez faire votre démarche avec une personne qui vous aide.",
    "01 99 00 01 07",
    "Maison fictive des Démarches",
    "1 place des Essais, 93000 Bobigny",
    "mardi 1er décembre à 10 h",
    "Du lundi au vendredi : de 9 h à 12 h 30 et de 13 h 30 à 17 h 30",
    "Les papiers utiles à la démarche",
    "Demandez une aide pour une démarche en ligne.",
    "Fiche remise par",
    "Page 1 sur",
  ]) {
    assert.ok(person.includes(line), `« ${line} » manque sur la fiche de la personne`);
  }
  for (const word of ["Débutant", "éloigné", "niveau", "23-11-A", "Freins", "Accueil Entretiens", SAFE_USE]) {
    assert.ok(!person.includes(word), `« ${word} » est sur la fiche de la personne`);
  }
  await inspect(page, "fiche de la personne");

  await result.show("fiche-professionnelle");
  const professional = await pdfText(page);
  for (const line of [
    "Dossier 23-11-A",
    "questionnaire 2026-11",
    "Débutant",
    "Pas assez d’éléments",
    `${HELP} – retenue`,
    "Pourquoi : Demande : Une démarche à faire en ligne",
    "01 99 00 01 07 – Maison fictive des Démarches",
    "Rendez-vous : mardi 1er décembre à 10 h",
    "Personne informée et d’accord, noté le",
    "Ne gardez ni identifiant, ni mot de passe",
    "Page 1 sur",
  ]) {
    assert.ok(professional.includes(line), `« ${line} » manque sur la fiche professionnelle`);
  }
  assert.ok(!professional.includes("Courrier à relire"), "les notes s’impriment sans qu’on l’ait demandé");
  await page.getByRole("checkbox", { name: "Imprimer aussi les notes" }).check();
  const { text, sheets } = await printed(page);
  assert.ok(text.includes("Courrier à relire ensemble."));
  assert.ok(sheets <= 5, `${sheets} feuilles`);
  await inspect(page, "fiche professionnelle");
});

journey("une fiche vide dit quoi faire", {}, async (app) => {
  const result = new Result(app.page);
  await result.open();
  await result.show("fiche");
  await app.page.getByText("Aucune orientation n’est retenue").waitFor();
  assert.equal(await app.page.getByRole("button", { name: "Imprimer la fiche" }).count(), 0);
  await app.page.getByRole("link", { name: "Choisir une orientation" }).click();
  await app.page.getByRole("heading", { level: 1, name: /résultat et orientation/ }).waitFor();
});

journey("sans commune, une commune de départ classe les lieux et ne dit rien de la personne", {}, async (app) => {
  const { page } = app;
  await importPlaces(app);
  const result = new Result(app.page);
  await result.open({ fields: { commune: "not_said" } });
  await result.keep(HELP);
  await page.getByText("Les distances ne sont pas calculées").waitFor();
  assert.ok(!/\d\s(km|m)\b/.test(await result.orientation(HELP).innerText()));
  const count = page.getByRole("button", { name: "Compter depuis cette commune" });
  await count.click();
  assert.ok(await page.getByText("Choisissez une commune.").isVisible());
  for (const commune of ["Bobigny", "Montreuil"]) {
    await page.getByLabel("Commune de départ").selectOption({ label: commune });
    await count.click();
    await result.orientation(HELP).getByText(`(${commune})`).waitFor();
    assert.equal(await focused(page), "Orientations");
  }
  assert.match(await result.orientation(HELP).innerText(), /\d\s(km|m)\b/);

  await result.show("fiche-professionnelle");
  const sheet = page.getByRole("article", { name: "Aperçu de la fiche professionnelle" });
  await sheet.getByText(/commune non précisée/).waitFor();
  assert.ok(!(await sheet.innerText()).includes("Montreuil"), "la commune de départ est sur la fiche");
});

journey("le cadre dit quoi demander, puis ce qui est possible", {}, async (app) => {
  const { page } = app;
  const result = new Result(app.page);
  await result.open();
  const frame = result.part("Faire, faire avec, faire à la place");
  await frame.getByText("Le cadre n’est pas encore établi").waitFor();
  const employee = frame.getByRole("group", { name: /Votre structure vous emploie/ });
  const habilitated = frame.getByRole("group", { name: /habilitée/ });
  await employee.getByRole("radio", { name: "Oui" }).check();
  await habilitated.getByRole("radio", { name: "Oui" }).check();
  await frame.getByRole("heading", { name: "Faire à la place, avec Aidants Connect" }).waitFor();
  assert.ok(await frame.getByText("Aidants Connect le produit, pendant le rendez-vous.").isVisible());
  await habilitated.getByRole("radio", { name: "Non" }).check();
  await frame.getByText("La structure n’est pas habilitée.").waitFor();
  await frame.getByRole("heading", { name: "Faire à la place, avec un mandat écrit" }).waitFor();
  assert.ok(await frame.getByText(/Ne gardez ni identifiant, ni mot de passe/).isVisible());
  await app.reload();
  assert.ok(await employee.getByRole("radio", { name: "Oui" }).isChecked());
  await page.getByRole("button", { name: "Terminer l’entretien" }).click();
  await page.getByRole("button", { name: "Rouvrir l’entretien" }).waitFor();
});

journey("les règles se lisent toutes", { route: "#/diagnostic/regles" }, async ({ page }) => {
  await page.getByRole("heading", { level: 1, name: "Les règles, en clair" }).waitFor();
  assert.ok(await page.getByText(/^Questionnaire et règles, version \S+/).isVisible());
  assert.ok((await page.getByText("Proposée quand").count()) > 25);
  await inspect(page, "règles");
});
