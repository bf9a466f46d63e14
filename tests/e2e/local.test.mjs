// What people here know of a place: checked, noted, corrected, closed, liked; and what travels with the directory.
import assert from "node:assert/strict";
import { inspect } from "./harness/inspect.mjs";
import { journey, journeyBothWays } from "./harness/journey.mjs";
import { DataScreen } from "./pages/data.mjs";
import { Directory, fixture } from "./pages/directory.mjs";
import { plain } from "./pages/screen.mjs";

const prepare = ({ page }) => page.clock.setFixedTime("2026-11-25T10:00:00+01:00");
const IMPORT = { route: "#/annuaire/importer", prepare };
const OLD = "Atelier du Clavier fictif";

journeyBothWays("ce que l’on sait d’un lieu se note, se voit partout et revient d’une sauvegarde", IMPORT, async (app) => {
  const { page } = app;
  const directory = new Directory(page);
  await directory.import(fixture("places-93.csv"));
  await directory.find(OLD);
  await page.getByText("Appelez avant de vous déplacer").waitFor();
  await page.getByText("Noter que la fiche a été vérifiée aujourd’hui").click();
  await page.getByLabel("Par qui").filter({ visible: true }).fill("MD");
  await page.getByRole("button", { name: "Enregistrer la vérification" }).click();
  await directory.says("Vérifié le 25 novembre 2026 par téléphone (MD)");
  await page.getByText("Appelez avant de vous déplacer").waitFor({ state: "detached" });

  await page.getByText("Ajouter une note").click();
  await page.getByRole("button", { name: "Enregistrer la note" }).click();
  await page.getByText(/Écrivez un texte\.$/).waitFor();
  await page.getByLabel("Note", { exact: true }).fill("Sonner à l’accueil.");
  await page.getByRole("button", { name: "Enregistrer la note" }).click();
  await directory.says("Sonner à l’accueil.");

  await page.getByText("Corriger cette fiche").click();
  await page.getByLabel("Téléphone", { exact: true }).fill("appeler Camille");
  await page.getByRole("button", { name: "Enregistrer les corrections" }).click();
  await page.getByRole("alert").getByRole("link", { name: /^Téléphone/ }).waitFor();
  await inspect(page, "correction refusée");
  await page.getByLabel("Téléphone", { exact: true }).fill("01 99 00 98 76");
  await page.getByRole("button", { name: "Enregistrer les corrections" }).click();
  await page.getByText(/L’annuaire importé indique\s: 01\s99\s00\s05\s35\.$/).waitFor();
  await directory.part("Contact").getByRole("link", { name: /01 99 00 98 76$/ }).waitFor();
  await page.getByRole("button", { name: "☆ Ajouter aux favoris" }).click();
  await page.getByRole("button", { name: "★ Favori" }).waitFor();
  await inspect(page, "lieu annoté");

  await directory.go("?favoris=oui");
  await directory.says("1 lieu avec 1 filtre");
  await page.getByRole("link", { name: /01 99 00 98 76$/ }).waitFor();

  const data = new DataScreen(page);
  const file = await data.export();
  await data.wipe();
  await data.import("sauvegarde.json", file.text);
  await directory.find(OLD);
  await directory.says("Sonner à l’accueil.");
  await directory.says("Vérifié le 25 novembre 2026 par téléphone (MD)");
  await directory.part("Contact").getByRole("link", { name: /01 99 00 98 76$/ }).waitFor();
});

journey("une note retirée se remet, une correction s’annule, un lieu fermé se rouvre", IMPORT, async (app) => {
  const { page } = app;
  const directory = new Directory(page);
  await directory.import(fixture("places-93.csv"));
  await directory.find(OLD);
  await page.getByText("Ajouter une note").click();
  await page.getByLabel("Note", { exact: true }).fill("Deuxième étage.");
  await page.getByRole("button", { name: "Enregistrer la note" }).click();
  await directory.says("Deuxième étage.");
  await page.getByRole("button", { name: /^Retirer la note/ }).click();
  await directory.says("Aucune note.");
  await page.getByRole("button", { name: "Remettre cette note" }).click();
  await directory.says("Deuxième étage.");

  await page.getByText("Corriger cette fiche").click();
  await page.getByLabel("Nom", { exact: true }).fill("Atelier renommé");
  await page.getByRole("button", { name: "Enregistrer les corrections" }).click();
  await directory.at("Atelier renommé");
  await page.getByRole("button", { name: /^Revenir à l’annuaire importé/ }).click();
  await directory.at(OLD);
  await directory.says("Aucune correction.");
  // The form starts from what is now known, and the same correction can be made again.
  await page.getByText("Corriger cette fiche").click();
  assert.equal(await page.getByLabel("Nom", { exact: true }).inputValue(), OLD);
  await page.getByLabel("Nom", { exact: true }).fill("Atelier renommé");
  await page.getByRole("button", { name: "Enregistrer les corrections" }).click();
  await directory.at("Atelier renommé");
  await page.getByRole("button", { name: /^Revenir à l’annuaire importé/ }).click();
  await directory.at(OLD);
  await page.getByRole("button", { name: "Annuler", exact: true }).click();
  await page.getByText("Correction rétablie").waitFor();
  await directory.at("Atelier renommé");
  await page.getByRole("button", { name: /^Revenir à l’annuaire importé/ }).click();
  await directory.at(OLD);

  await page.getByText("Signaler que ce lieu est fermé").click();
  await page.getByLabel("Pourquoi").fill("Travaux");
  await page.getByRole("button", { name: "Ce lieu est fermé" }).click();
  const closed = page.getByText(/^Fermé depuis le 25\snovembre 2026\s: Travaux/);
  await closed.first().waitFor();
  await directory.part("Horaires").getByText(/^Ce lieu est signalé fermé/).waitFor();
  assert.equal(await directory.part("Orienter quelqu’un ici").count(), 0);
  await inspect(page, "lieu fermé");
  await app.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: "Copier le contact et les horaires" }).click();
  await directory.says("Copié : collez-le dans un message.");
  assert.match(plain(await page.evaluate(() => navigator.clipboard.readText())), /Signalé fermé depuis le 25 novembre 2026$/);
  await page.getByRole("link", { name: "Annuaire", exact: true }).first().click();
  await directory.search("clavier", "1 lieu pour « clavier »");
  await directory.says("Signalé fermé");
  assert.equal(await page.locator(".places").getByText(/^(Ouvert|Fermé)/).count(), 0, "rien de plus sur ses horaires");
  await page.getByRole("button", { name: "Exporter ces lieux au format national" }).click();
  await directory.says("0 lieu exporté, 1 signalé fermé");
  await directory.results.first().click();
  await closed.first().waitFor();
  await page.getByRole("button", { name: "Ce lieu a rouvert" }).click();
  await page.getByText("Signaler que ce lieu est fermé").waitFor();
  assert.equal(await page.getByText(/^Fermé depuis le/).count(), 0);
});
