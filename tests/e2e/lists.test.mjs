// What a new edition does to what is known here, and the lists of places.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { Hands } from "./harness/hands.mjs";
import { inspect } from "./harness/inspect.mjs";
import { journey, journeyBothWays } from "./harness/journey.mjs";
import { pdfText } from "./harness/paper.mjs";
import { Directory, fixture } from "./pages/directory.mjs";
import { Editions, listed } from "./pages/lists.mjs";
import { plain } from "./pages/screen.mjs";

const prepare = ({ page }) => page.clock.setFixedTime("2026-11-25T10:00:00+01:00");
const IMPORT = { route: "#/annuaire/importer", prepare };
const [ATELIER, BOUTIQUE] = ["Atelier du Clavier fictif", "Boutique solidaire fictive"];

journeyBothWays("une nouvelle édition se compare avant de remplacer, et rien de noté ne se perd", IMPORT, async (app) => {
  const { page } = app;
  const directory = new Directory(page);
  const editions = new Editions(directory);
  await editions.importFormer();
  await editions.correctPhone("Relais fictif du Nord", "01 99 00 98 76");
  await editions.note("Ruche inventée", "Demander la clé.");

  await editions.compareNext();
  await directory.says("1 lieu ajouté, 2 retirés, 2 modifiés, 2 sans changement.");
  await directory.says("2 lieux sur 6 disparaîtraient");
  await directory.says("1 contredite.");
  await page.getByText("2 lieux modifiés", { exact: true }).click();
  await page.getByText(/^Téléphone\s: «\s01\s99\s00\s01\s01\s» devient «\s01\s99\s00\s01\s99\s»$/).waitFor();
  await page.getByText(/^Horaires\s: «\sMo-Fr 09:00-12:00\s» devient «\sMo-Fr 14:00-17:00\s»$/).waitFor();
  await page.getByText("2 lieux retirés", { exact: true }).click();
  await directory.says("Escale fictive, Bobigny");
  const lost = directory.part("Lieux suivis ici, absents de ce fichier");
  assert.match(plain(await lost.textContent()), /Ruche inventée, Bobigny.*Demander la clé\..*Grande Ruche du parc, Bobigny : même téléphone/);
  await inspect(page, "comparaison de deux éditions");

  await page.getByLabel("Garder notre correction").check();
  await editions.replace();
  await directory.find("Relais fictif du Nord");
  await directory.part("Contact").getByRole("link", { name: /01 99 00 98 76$/ }).waitFor();
  await page.getByText(/L’annuaire importé indique\s: 01\s99\s00\s01\s99\.$/).waitFor();
  assert.equal(await page.getByRole("button", { name: /^Garder notre correction/ }).count(), 0, "le choix est fait");

  await directory.go();
  await page.getByRole("link", { name: "Lieux à rattacher (1)" }).click();
  await directory.at("Lieux à rattacher");
  await directory.says("1 lieu à rattacher");
  await page.getByText(/^Note du 25\snovembre 2026\s: Demander la clé\.$/).waitFor();
  await inspect(page, "lieux à rattacher");
  await page.getByRole("button", { name: "C’est ce lieu : Grande Ruche du parc" }).click();
  await directory.says("Aucun lieu à rattacher");
  await page.getByRole("button", { name: "Annuler", exact: true }).click();
  await directory.says("1 lieu à rattacher");
  await page.getByText("Chercher un autre lieu").click();
  await page.getByLabel("Nom, adresse ou commune du lieu").fill("parc");
  await page.getByRole("button", { name: "C’est ce lieu : Grande Ruche du parc" }).last().click();
  await directory.says("Aucun lieu à rattacher");
  await directory.find("Grande Ruche du parc");
  await directory.says("Demander la clé.");
});

journey("une correction contredite se décide aussi plus tard, et ce qui est perdu s’efface", IMPORT, async ({ page }) => {
  const directory = new Directory(page);
  const editions = new Editions(directory);
  await editions.importFormer();
  await editions.correctPhone("Relais fictif du Nord", "01 99 00 98 76");
  await editions.note("Escale fictive", "Fermé en août.");
  await editions.compareNext();
  await editions.replace();
  await directory.find("Relais fictif du Nord");
  await page.getByText(/^L’annuaire importé a changé/).waitFor();
  await page.getByRole("button", { name: "Garder notre correction : Téléphone" }).click();
  await page.getByText(/^L’annuaire importé a changé/).waitFor({ state: "detached" });
  await page.getByRole("button", { name: /^Revenir à l’annuaire importé/ }).click();
  await directory.part("Contact").getByRole("link", { name: /01 99 00 01 99$/ }).waitFor();

  await directory.go("a-rattacher");
  await directory.says("Aucun lieu de l’annuaire ne lui ressemble.");
  await page.getByRole("button", { name: /^Effacer ce qui est noté/ }).click();
  const question = page.getByRole("dialog", { name: /^Effacer pour toujours ce qui est noté/ });
  await question.getByRole("button", { name: "Annuler" }).click();
  await directory.says("1 lieu à rattacher");
  await page.getByRole("button", { name: /^Effacer ce qui est noté/ }).click();
  await question.getByRole("button", { name: "Effacer pour toujours" }).click();
  await directory.says("Aucun lieu à rattacher");
});

journeyBothWays("une liste de lieux se fait, s’ordonne, s’imprime et s’exporte", IMPORT, async (app) => {
  const { page } = app;
  const directory = new Directory(page);
  await directory.import(fixture("places-93.csv"));
  await directory.find(ATELIER);
  await page.getByText("Ajouter à une liste", { exact: true }).click();
  await page.getByRole("button", { name: "Créer la liste et y ajouter ce lieu" }).click();
  await page.getByText(/Donnez un nom à la liste\.$/).waitFor();
  await page.getByLabel("Nouvelle liste").fill("Autour de la gare");
  await page.getByRole("button", { name: "Créer la liste et y ajouter ce lieu" }).click();
  await directory.says("Dans 1 liste");
  await directory.find(BOUTIQUE);
  await page.getByText("Ajouter à une liste", { exact: true }).click();
  await page.getByLabel("Autour de la gare").check();
  await directory.says("Dans 1 liste");
  await inspect(page, "lieu dans une liste");

  await page.getByRole("link", { name: "Voir toutes les listes" }).click();
  await directory.at("Listes de lieux");
  await page.getByRole("link", { name: "Autour de la gare" }).click();
  await directory.at("Autour de la gare");
  await directory.says("2 lieux");
  assert.deepEqual(await listed(page), [ATELIER, BOUTIQUE]);
  await page.getByRole("button", { name: `Descendre : ${ATELIER}` }).click();
  await page.waitForFunction((name) => document.querySelector("tbody th").textContent === name, BOUTIQUE);
  await page.getByRole("row").filter({ hasText: BOUTIQUE }).getByText(/mercredi de 14\sh/i).waitFor();
  await inspect(page, "liste de lieux");

  const paper = await pdfText(page);
  // A name may take two lines of its column.
  for (const words of ["Autour de la gare", BOUTIQUE.split(" ")[0], ATELIER.split(" ")[0], "01 99 00 05 35", "Imprimé le 25 novembre 2026"]) {
    assert.ok(paper.includes(words), words);
  }
  assert.doesNotMatch(paper, /Descendre|Exporter|Ajouter un lieu/);

  const prepared = page.waitForEvent("download");
  await page.getByRole("button", { name: "Exporter ces lieux au format national" }).click();
  const lines = (await readFile(await (await prepared).path(), "utf8")).trim().split(/\r?\n/);
  assert.deepEqual([lines.length, lines[1].startsWith("fictif-04,")], [3, true], "dans l’ordre de la liste");

  await page.getByRole("button", { name: `Retirer : ${BOUTIQUE}` }).click();
  await directory.says("1 lieu");
  await page.getByRole("button", { name: "Annuler", exact: true }).click();
  await directory.says("2 lieux");
  assert.deepEqual(await listed(page), [BOUTIQUE, ATELIER], "il revient où il était");

  await page.getByText("Modifier la liste").click();
  await page.getByLabel("Nom de la liste").fill("Près de la gare");
  await page.getByRole("button", { name: "Enregistrer le nom" }).click();
  await directory.at("Près de la gare");
  await page.getByRole("button", { name: "Retirer la liste" }).click();
  await directory.at("Listes de lieux");
  await directory.says("Aucune liste");
  await page.getByRole("button", { name: "Annuler", exact: true }).click();
  await page.getByRole("link", { name: "Près de la gare" }).waitFor();
});

journey("un lieu parti de l’annuaire reste dans sa liste, et le dit", IMPORT, async ({ page }) => {
  const directory = new Directory(page);
  const editions = new Editions(directory);
  await editions.importFormer();
  await directory.find("Escale fictive");
  await page.getByText("Ajouter à une liste", { exact: true }).click();
  await page.getByLabel("Nouvelle liste").fill("Nord");
  await page.getByRole("button", { name: "Créer la liste et y ajouter ce lieu" }).click();
  await directory.says("Dans 1 liste");
  await editions.compareNext();
  await editions.replace();
  await directory.go("listes");
  await page.getByRole("link", { name: "Nord", exact: true }).click();
  const row = page.getByRole("row").filter({ hasText: "Escale fictive" });
  await row.getByText("Absent de l’annuaire : à vérifier").waitFor();
  assert.equal(await row.getByRole("link").count(), 0);
  await inspect(page, "liste avec un lieu absent");
});

journey("au clavier seul, on fait une liste et on y ajoute un lieu", IMPORT, async ({ page }) => {
  const directory = new Directory(page);
  const hands = new Hands(page);
  await directory.import(fixture("places-93.csv"));
  await directory.go("listes");
  await directory.at("Listes de lieux");
  await hands.tabTo(/^Nom de la liste/);
  await page.keyboard.type("Au clavier");
  await page.keyboard.press("Enter");
  await directory.at("Au clavier");
  await hands.press(/^Ajouter un lieu$/);
  await hands.tabTo(/^Nom, adresse ou commune/);
  await page.keyboard.type("boutique solidaire");
  await page.getByRole("button", { name: `Ajouter à la liste : ${BOUTIQUE}` }).waitFor();
  await hands.press(/^Ajouter à la liste/);
  await directory.says("1 lieu");
  assert.deepEqual(await listed(page), [BOUTIQUE]);
  await hands.press(/^Retirer/);
  await directory.says("Aucun lieu");
});
