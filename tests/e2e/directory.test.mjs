// The directory of places: imported, searched, consulted, replaced, taken away.
import assert from "node:assert/strict";
import { inspect } from "./harness/inspect.mjs";
import { journey, journeyBothWays } from "./harness/journey.mjs";
import { printed } from "./harness/paper.mjs";
import { Directory, FAULTY, HOSTILE, REFUSED, fileOf, fixture, textFile } from "./pages/directory.mjs";
import { plain } from "./pages/screen.mjs";

/** A Wednesday morning: hours and ages are those of that moment. */
const WEDNESDAY = "2026-11-25T10:00:00+01:00";
const prepare = ({ page }) => page.clock.setFixedTime(WEDNESDAY);
const LIST = { route: "#/annuaire", prepare };
const IMPORT = { route: "#/annuaire/importer", prepare };

const OURS = "Annuaire d’essai";
const places = (...names) => names.map((nom) => ({ id: nom, nom }));

/** What a file brought did nothing to the screen but be read there. */
async function inert(directory, screen) {
  await directory.assertInert(screen);
  await inspect(directory.page, screen);
}

journeyBothWays("un annuaire choisi se garde et se consulte sans réseau", LIST, async (app) => {
  const { page, site, context } = app;
  const directory = new Directory(page);
  await directory.says("Aucun annuaire sur cet appareil");
  await page.getByRole("link", { name: "Importer un annuaire" }).click();
  await directory.at("Importer un annuaire");
  await directory.choose(fixture("places-93.csv"));
  assert.deepEqual(await directory.counts(), ["33 lieux acceptés", "3 acceptés avec remarque", "0 ligne rejetée"]);
  await page.waitForFunction(() => document.activeElement.textContent.trim() === "Compte rendu de lecture");
  await directory.says("places-93.csv : 36 lignes lues.");
  assert.equal(await page.getByLabel("Nom de cet annuaire").inputValue(), "Places 93");
  assert.equal(await directory.kept(), 0, "rien n’est gardé avant l’accord");
  await directory.save.click();
  await directory.says("Annuaire enregistré : 36 lieux");
  await directory.says("36 lieux");
  await directory.says("36 lieux, importés le 25 novembre 2026 depuis places-93.csv");

  if (site) await app.offlineReady();
  await app.reload();
  await directory.says("36 lieux");
  await site?.cut();
  await context.setOffline(true);
  await app.reload();
  await directory.search("epinay", "1 lieu pour « epinay »");
  await directory.open("Centre social imaginaire des Deux-Rives-Fictives");
  await directory.says("14 rue du Prototype");
});

journeyBothWays("un fichier déposé est lu ligne par ligne, et seul l’accord le garde", IMPORT, async (app) => {
  const { page } = app;
  const directory = new Directory(page);
  await directory.choose(FAULTY.file);
  assert.deepEqual(await directory.counts(), ["1 lieu accepté", "4 acceptés avec remarque", "4 lignes rejetées"]);
  await directory.says("4 lignes, avec le numéro de chacune dans le fichier");
  assert.deepEqual(await directory.rows(), FAULTY.rejected);
  await page.getByRole("radio", { name: "Remarques" }).check();
  await page.getByText("Permanence itinérante du Bus fictif").waitFor();
  assert.deepEqual(await directory.rows(), FAULTY.remarked);
  await page.getByRole("radio", { name: "Toutes" }).check();
  await directory.says("8 lignes, avec le numéro de chacune dans le fichier");

  await page.getByRole("button", { name: "Choisir un autre fichier" }).click();
  await directory.part("Compte rendu de lecture").waitFor({ state: "detached" });
  await directory.drop(fileOf(places("Lieu déposé")));
  assert.deepEqual(await directory.counts(), ["1 lieu accepté", "0 accepté avec remarque", "0 ligne rejetée"]);
  await directory.says("Toutes les lignes sont acceptées, sans remarque.");
  await directory.go();
  await directory.says("Aucun annuaire sur cet appareil");
  await app.reload();
  await directory.says("Aucun annuaire sur cet appareil");
  assert.equal(await directory.kept(), 0, "l’abandon ne laisse rien");

  await directory.go("importer");
  await directory.import(FAULTY.file);
  await directory.says("5 lieux");
  await directory.open("Permanence itinérante du Bus fictif");
  await directory.says("Appelez avant de vous déplacer");
  await directory.says("Fiche sans date de mise à jour fiable.");
});

journey("un fichier de tableur français se lit avec ses accents", IMPORT, async ({ page }) => {
  const directory = new Directory(page);
  await directory.choose(fixture("places-93-windows.csv"));
  assert.deepEqual(await directory.counts(), ["5 lieux acceptés", "1 accepté avec remarque", "0 ligne rejetée"]);
  await directory.says("Fichier lu dans l’encodage de Windows (cp1252) : vérifiez les accents.");
  await directory.save.click();
  await directory.says("6 lieux");
  await directory.search("mediatheque", "1 lieu pour « mediatheque »");
  assert.deepEqual(await directory.names(), ["Médiathèque imaginaire Jules-Fictif"]);
});

journey("tabulations, guillemets, lignes dans les cellules et cellules fautives", IMPORT, async ({ page }) => {
  const directory = new Directory(page);
  const rows = [
    { id: "a", nom: 'Relais « des ; points, virgules » et "guillemets"', presentation_detail: "Un.\r\nDeux.\r\nTrois." },
    { id: "b", nom: "Sans position", latitude: "", longitude: "" },
    { id: "c", nom: "Ailleurs", latitude: "40.4", longitude: "-3.7" },
    { id: "d", nom: "Illisible", latitude: "1e1", longitude: "2,3" },
    { id: "a", nom: "En double" },
    { id: "e", nom: "Zéro perdu", code_postal: "1000", telephone: "'+33199000107" },
  ];
  await directory.choose(fileOf(rows, { separator: "\t", bom: true, name: "essai.tsv" }));
  assert.deepEqual(await directory.counts(), ["1 lieu accepté", "4 acceptés avec remarque", "1 ligne rejetée"]);
  await page.getByRole("radio", { name: "Toutes" }).check();
  await page.getByText("Zéro perdu").waitFor();
  assert.deepEqual(await directory.rows(), [
    "5 Sans position : Accepté avec remarque : Coordonnées absentes : la distance partira du centre de la commune.",
    "6 Ailleurs : Accepté avec remarque : Coordonnées hors de France : « 40.4 ; -3.7 ». Elles ne sont pas utilisées.",
    "7 Illisible : Accepté avec remarque : Coordonnées illisibles : « 1e1 ; 2,3 ». Elles ne sont pas utilisées.",
    "8 En double : Rejeté : Cet identifiant est déjà celui de la ligne 2.",
    "9 Zéro perdu : Accepté avec remarque : Zéro initial rétabli : code postal.",
  ]);
  await directory.save.click();
  await page.getByText(/, 01000 Bobigny$/).first().waitFor();
  await page.getByRole("link", { name: /01\s99\s00\s01\s07/ }).waitFor();
  await directory.open('Relais « des ; points, virgules » et "guillemets"');
  assert.match(await directory.part("Ce que ce lieu propose").innerText(), /Un\.\nDeux\.\nTrois\./);
});

journey("un fichier refusé dit pourquoi et ne change rien", IMPORT, async ({ page }) => {
  const directory = new Directory(page);
  await directory.import(fileOf(places("Lieu gardé")));
  await directory.go("importer");
  for (const [file, reason] of REFUSED) {
    const name = file.name ?? file.split("/").at(-1);
    await directory.choose(file);
    const refusal = directory.alert(`« ${name} » ne peut pas être importé`);
    await refusal.waitFor();
    assert.match(plain(await refusal.textContent()), reason, name);
    assert.match(await refusal.textContent(), /Rien n’a été changé/, name);
    assert.equal(await directory.save.count(), 0, name);
  }
  await inspect(page, "fichier refusé");
  await directory.drop({ name: "lourd.csv", size: 70_000_000 });
  await directory.alert("Ce fichier est trop lourd").waitFor();
  await directory.choose(fileOf([{ id: "", nom: "Sans identifiant" }]));
  await directory.says("Aucun lieu de ce fichier ne peut être enregistré");
  assert.equal(await directory.save.count(), 0);
  await directory.go();
  await directory.says("1 lieu");
  assert.deepEqual(await directory.names(), ["Lieu gardé"]);
});

journey("une nouvelle édition remplace l’ancienne, comme elle l’annonce", IMPORT, async ({ page }) => {
  const directory = new Directory(page);
  const name = page.getByLabel("Nom de cet annuaire");
  await directory.import(fileOf(places("Relais d’hier", "Relais de toujours"), { name: "2025.csv" }), OURS);
  await directory.source(OURS).getByRole("link", { name: /^Remplacer/ }).click();
  await directory.at(/^Remplacer «\sAnnuaire d’essai\s»$/);
  await directory.choose(fileOf(places("Relais de toujours", "Relais d’hier"), { name: "copie.csv" }));
  await page.getByText(/^Rien de nouveau\s: «\sAnnuaire d’essai\s» contient déjà exactement ces lieux/).waitFor();
  assert.equal(await directory.save.count(), 0);
  await page.getByRole("button", { name: "Choisir un autre fichier" }).click();

  await directory.choose(fileOf(places("Relais de demain", "Relais de toujours", "Relais neuf"), { name: "2026.csv" }));
  assert.equal(await name.inputValue(), OURS);
  await directory.says("Remplacera « Annuaire d’essai » (2 lieux, importés le 25 novembre 2026 depuis 2025.csv).");
  await name.fill("Autre annuaire");
  await page.getByText("S’ajoutera aux annuaires de cet appareil.").waitFor();
  await name.fill(" ");
  await directory.says("Donnez un nom à cet annuaire.");
  await inspect(page, "annuaire sans nom");
  await directory.save.click();
  assert.equal(await name.evaluate((field) => field === document.activeElement), true);
  await name.fill("ANNUAIRE D'ESSAI");
  await page.getByText(/^Remplacera/).waitFor();
  await directory.says("2 lieux ajoutés, 1 retiré, 1 sans changement.");
  await page.getByRole("button", { name: "Remplacer l’annuaire (3 lieux au lieu de 2)" }).waitFor();
  await directory.save.dblclick();
  await directory.says("3 lieux");
  assert.deepEqual(await directory.names(), ["Relais de demain", "Relais de toujours", "Relais neuf"]);
  assert.equal(await directory.kept(), 1, "l’ancienne édition n’est plus gardée");
  await directory.go(`lieu/${encodeURIComponent("Relais d’hier")}`);
  await directory.says("Ce lieu n’est dans aucun annuaire de cet appareil");
  await inspect(page, "lieu inconnu");
});

journey("la recherche ignore accents et majuscules, et reste dans l’adresse", IMPORT, async (app) => {
  const { page } = app;
  const directory = new Directory(page);
  await directory.import(fixture("places-93.csv"));
  for (const [words, found, first] of [
    ["ÉPINAY", "1 lieu", "Centre social imaginaire des Deux-Rives-Fictives"],
    ["montreuil biblio", "1 lieu", "Bibliothèque imaginaire Robert-Exemple"],
    ["st denis", "3 lieux", "France services fictive de Saint-Denis"],
    ["93100", "3 lieux", "Bibliothèque imaginaire Robert-Exemple"],
    ["l'emploi", "4 lieux", "Maison imaginaire de l’Emploi"],
    ["introuvable", "Aucun lieu", undefined],
  ]) {
    const names = await directory.search(words, `${found} pour « ${words} »`);
    assert.equal(names[0], first, words);
  }
  await page.getByText(/^Essayez un seul mot/).waitFor();
  await inspect(page, "aucun résultat");

  const found = await directory.search("MEDIATHEQUE", "3 lieux pour « MEDIATHEQUE »");
  assert.equal(found.length, 3);
  await page.waitForURL(/#\/annuaire\?q=MEDIATHEQUE$/);
  await app.reload();
  await directory.says("3 lieux pour « MEDIATHEQUE »");
  assert.equal(await directory.searchField.inputValue(), "MEDIATHEQUE");
  await directory.open("Médiathèque imaginaire Jules-Fictif");
  await page.goBack();
  await directory.says("3 lieux pour « MEDIATHEQUE »");
  await directory.open("Médiathèque imaginaire Jules-Fictif");
  await page.getByRole("main").getByRole("link", { name: "Annuaire" }).click();
  await directory.says("3 lieux pour « MEDIATHEQUE »");
  assert.deepEqual(await directory.names(), found);
});

journey("une longue liste et un long compte rendu se montrent par parties", IMPORT, async ({ page }) => {
  const directory = new Directory(page);
  const names = Array.from({ length: 55 }, (_, index) => `Lieu ${String(index + 1).padStart(2, "0")}`);
  const rows = places(...names).map((place) => ({ ...place, latitude: "", longitude: "" }));
  await directory.choose(fileOf(rows));
  const pages = page.getByRole("navigation", { name: "Pages du compte rendu" });
  await pages.getByText("Page 1 sur 2").waitFor();
  assert.equal((await directory.rows()).length, 50);
  await pages.getByRole("button", { name: "Page suivante" }).click();
  await pages.getByText("Page 2 sur 2").waitFor();
  assert.match((await directory.rows())[0], /^52 Lieu 51 :/);
  assert.equal((await directory.rows()).length, 5);
  await directory.save.click();
  await directory.says("55 lieux");
  assert.equal((await directory.names()).length, 20);
  await page.getByRole("button", { name: /^Voir plus de lieux \(35\slieux restants\)$/ }).click();
  await page.waitForFunction(() => document.activeElement.textContent.trim() === "Lieu 21");
  await page.getByRole("button", { name: /^Voir plus de lieux \(15\slieux restants\)$/ }).click();
  await directory.results.nth(54).waitFor();
  assert.deepEqual(await directory.names(), names);
  assert.equal(await page.getByRole("button", { name: /^Voir plus/ }).count(), 0);
});

journey("la fiche d’un lieu dit comment l’appeler, quand, et ce qu’elle vaut", IMPORT, async ({ page }) => {
  const directory = new Directory(page);
  const warning = page.getByText("Appelez avant de vous déplacer");
  await directory.import(fixture("places-93.csv"), OURS);
  await directory.find("Maison fictive des Démarches");
  const first = directory.part("Contact").getByRole("link").first();
  assert.equal(await first.getAttribute("href"), "tel:+33199000107");
  assert.equal(plain(await first.textContent()), "Appeler Maison fictive des Démarches au 01 99 00 01 07");
  await directory.says("Ouvert jusqu’à 12 h 30");
  const week = page.getByRole("table", { name: "Semaine du lundi 23 novembre" });
  const days = (await week.getByRole("row").allTextContents()).map(plain);
  assert.equal(days.length, 7);
  assert.equal(days[2], "Mercredi (aujourd’hui)de 9 h à 12 h 30 et de 13 h 30 à 17 h 30");
  assert.equal(days[5], "SamediFermé");
  await page.getByText("Annuaire d’essai, importé le 25 novembre 2026").waitFor();
  await directory.says("Annuaire fictif pour les essais");
  await directory.says("Le 2 octobre 2026");
  assert.equal(await warning.count(), 0);

  await directory.find("Médiathèque imaginaire Jules-Fictif");
  assert.equal((await printed(page)).sheets, 1, "la fiche d’un lieu tient sur une feuille");
  await directory.find("France services fictive de Drancy");
  await directory.says("Fiche ancienne, mise à jour le 10 novembre 2025.");
  assert.ok(await warning.isVisible());
  await inspect(page, "fiche ancienne");
  await directory.find("Atelier inventé du Libre");
  await directory.says("horaires variables");
  await directory.find("Permanence itinérante du Bus fictif");
  await directory.says("Ce lieu se déplace");
  await directory.find("Bureau fictif sans accueil");
  await directory.says("Ce lieu n’accueille pas de public");
  await directory.says("Horaires non renseignés");
});

journey("un annuaire se retire, et lui seul", IMPORT, async (app) => {
  const { page } = app;
  const directory = new Directory(page);
  const dialog = page.getByRole("dialog");
  const ask = (name) => directory.source(name).getByRole("button", { name: /^Retirer cet annuaire/ }).click();
  await directory.import(fileOf(places("Lieu commun", "Lieu premier")), "Premier");
  await directory.go("importer");
  await directory.import(fileOf(places("Lieu commun", "Lieu second")), "Second");
  await directory.says("3 lieux");
  await ask("Premier");
  await inspect(page, "retrait demandé");
  await dialog.getByRole("button", { name: "Annuler" }).click();
  assert.equal((await directory.names()).length, 3);
  await ask("Premier");
  await dialog.getByRole("button", { name: "Retirer cet annuaire" }).click();
  await directory.says("« Premier » est retiré de cet appareil");
  await directory.says("2 lieux");
  assert.deepEqual(await directory.names(), ["Lieu commun", "Lieu second"]);
  await app.reload();
  await directory.says("2 lieux");
  await ask("Second");
  await dialog.getByRole("button", { name: "Retirer cet annuaire" }).click();
  await directory.says("Aucun annuaire sur cet appareil");
  assert.equal(await directory.kept(), 0);
});

journey("un texte hostile reste un texte, et tient dans la page", IMPORT, async ({ page }) => {
  const directory = new Directory(page);
  await directory.choose(fileOf([HOSTILE]));
  assert.match((await directory.rows())[0], /Caractères invisibles retirés : commune\..*Adresse web inhabituelle/);
  await inert(directory, "compte rendu hostile");
  await directory.save.click();
  await directory.says("1 lieu");
  await inert(directory, "liste hostile");
  await directory.search("interminable", "1 lieu pour « interminable »");
  await directory.open(HOSTILE.nom);
  assert.equal(await page.getByRole("heading", { level: 1 }).textContent(), HOSTILE.nom);
  await directory.says("javascript:document.body.id='pris'");
  await inert(directory, "fiche hostile");
  await directory.go();
  await directory.search(HOSTILE.source, `1 lieu pour « ${HOSTILE.source} »`);
  await inert(directory, "recherche hostile");
});

journey("un nom de fichier hostile se lit tel qu’il est, et tient dans la page", IMPORT, async ({ page }) => {
  const directory = new Directory(page);
  const name = `<img src=x>${"fichier".repeat(20)}\u202evsc.csv`;
  await directory.choose(textFile(name, "rien"));
  await directory.alert("ne peut pas être importé").waitFor();
  await inert(directory, "refus, nom de fichier hostile");
  await directory.choose(fileOf(places("Lieu"), { name }));
  await directory.counts();
  await inert(directory, "compte rendu, nom de fichier hostile");
  await directory.save.click();
  await directory.says("1 lieu");
  await inert(directory, "liste, nom de fichier hostile");
  await directory.source(/^Img src x/).getByRole("link", { name: /^Remplacer/ }).click();
  await directory.at(/^Remplacer/);
  await inert(directory, "remplacement, nom de fichier hostile");
});
