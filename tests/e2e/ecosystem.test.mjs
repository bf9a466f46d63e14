// Who does what: found, corrected, completed by hand, and nobody's details where they should not be.
import assert from "node:assert/strict";
import { atPhoneWidth, inspect } from "./harness/inspect.mjs";
import { journey, journeyBothWays } from "./harness/journey.mjs";
import { pdfText, printed } from "./harness/paper.mjs";
import { DataScreen } from "./pages/data.mjs";
import { Ecosystem } from "./pages/ecosystem.mjs";
import { ShareScreen } from "./pages/share.mjs";

const prepare = ({ page }) => page.clock.setFixedTime("2026-11-25T10:00:00+01:00");
const LIST = { route: "#/ecosysteme", prepare };

const SOMEONE = {
  role: "Coordination du prêt de matériel",
  name: "Camille Fictif",
  reach: "01 99 00 01 07",
  source: "Réunion du réseau",
};

journeyBothWays("de l’annuaire à qui appeler, par des mots ou par une mission", { route: "#/annuaire", prepare }, async ({ page }) => {
  const ecosystem = new Ecosystem(page);
  await page.getByRole("link", { name: /^Qui fait quoi/ }).click();
  await ecosystem.at("Qui fait quoi");
  const menu = page.getByRole("navigation", { name: "Menu principal" });
  assert.equal(await menu.getByRole("link", { name: "Annuaire" }).getAttribute("aria-current"), "true");
  const everybody = await ecosystem.names();
  assert.ok(everybody.length >= 30, `${everybody.length} acteurs`);

  assert.ok((await ecosystem.search("PIE", "3 acteurs pour « PIE »")).includes("Agences locales d’insertion"));
  const [first] = await ecosystem.search("ordinateurs", "2 acteurs pour « ordinateurs »");
  assert.equal(first, "Emmaüs Connect");
  await page.waitForURL(/#\/ecosysteme\?q=ordinateurs$/);
  const [forScams] = await ecosystem.search("arnaque", "11 acteurs pour « arnaque »");
  assert.equal(forScams, "Conseillères et conseillers numériques");
  await page.getByRole("link", { name: /^Ajouter un contact.*Emmaüs Connect$/ }).waitFor();
  await page.getByRole("link", { name: /^Voir les lieux dans l’annuaire.*Emmaüs Connect$/ }).waitFor();
  await ecosystem.search("licorne", "Aucun acteur ne répond à « licorne »");
  await inspect(page, "aucun acteur");

  await ecosystem.search("", `${everybody.length} acteurs`);
  const mission = ecosystem.button("Mettre les papiers à l’abri");
  await mission.click();
  await ecosystem.says("2 acteurs");
  assert.equal(await mission.getAttribute("aria-pressed"), "true");
  assert.equal(await mission.evaluate((button) => button === document.activeElement), true);
  await page.waitForURL(/#\/ecosysteme\?mission=papers$/);
  await page.reload();
  await ecosystem.says("2 acteurs");
  await ecosystem.open("Reconnect");
  await page.goBack();
  await ecosystem.says("2 acteurs");
});

journey("un ancien nom mène à celui d’aujourd’hui", LIST, async ({ page }) => {
  const ecosystem = new Ecosystem(page);
  await ecosystem.go("acteur/pole-emploi");
  await ecosystem.says("A changé de nom en 2024");
  await page.getByRole("main").getByRole("link", { name: "France Travail" }).first().click();
  await ecosystem.at("France Travail");
  assert.ok((await ecosystem.linked()).includes("Prend la suite de : Pôle emploi, depuis 2024"));
  await ecosystem.go("acteur/inconnu");
  await ecosystem.says("Cet acteur n’est pas sur cet appareil");
  await inspect(page, "acteur inconnu");
});

journeyBothWays("un interlocuteur se note, se vérifie, s’efface, et ne part pas avec l’annuaire", LIST, async ({ page }) => {
  const ecosystem = new Ecosystem(page);
  await ecosystem.go("acteur/emmaus-connect");
  await ecosystem.at("Emmaüs Connect");
  await ecosystem.button("Ajouter un contact").click();
  await ecosystem.button("Ajouter le contact").click();
  await page.waitForFunction(() => document.activeElement.id === "erreurs");
  await page.getByRole("alert").getByRole("link", { name: "Écrivez la fonction." }).waitFor();
  await inspect(page, "contact incomplet");
  await ecosystem.button("Annuler").click();
  await ecosystem.addContact(SOMEONE);
  assert.equal(await ecosystem.contacts.getByRole("link").first().getAttribute("href"), "tel:+33199000107");
  await ecosystem.says("Pas encore : à faire sous un mois");
  await inspect(page, "fiche d’un acteur");
  const paper = await pdfText(page);
  assert.match(paper, /Imprimé le 25 novembre 2026 depuis Repères/);
  assert.doesNotMatch(paper, /Pas encore/);

  await ecosystem.go();
  await ecosystem.search("prêt", "1 acteur pour « prêt »");
  await ecosystem.go("a-completer");
  await page.getByRole("heading", { level: 2, name: /^À informer/ }).waitFor();
  await page.getByRole("main").getByRole("link", { name: "Emmaüs Connect", exact: true }).first().waitFor();
  await ecosystem.button(/^Modifier/).click();
  await page.getByLabel("Source", { exact: true }).fill("Réunion du réseau, en mars");
  await ecosystem.button("Enregistrer le contact").click();
  await ecosystem.says("Réunion du réseau, en mars, le 25 novembre 2026");
  await inspect(page, "contacts à compléter");
  await ecosystem.button(/^Informée aujourd’hui/).click();
  await page.getByRole("heading", { level: 2, name: /^À informer/ }).waitFor({ state: "detached" });

  // A correction goes with the directory; whom it names does not.
  await ecosystem.go("acteur/emmaus-connect");
  await ecosystem.button("Corriger la fiche").click();
  await page.getByLabel("Note (facultatif)").fill("Sur rendez-vous.");
  await ecosystem.button("Enregistrer la fiche").click();
  await ecosystem.says("Fournie avec Repères, corrigée ici");
  const share = new ShareScreen(page);
  await share.open();
  const alone = await share.prepare("Préparer l’annuaire");
  assert.match(alone.text, /Sur rendez-vous/);
  assert.doesNotMatch(alone.text, /Camille/);
  const data = new DataScreen(page);
  const whole = await data.export();
  assert.match(whole.text, /Camille Fictif/);

  await ecosystem.go("acteur/emmaus-connect");
  await ecosystem.button(/^Effacer/).click();
  await page.getByRole("dialog").getByRole("button", { name: "Effacer pour toujours" }).click();
  await ecosystem.says("Contact effacé");
  await ecosystem.says("Aucun contact noté.");
  assert.match(await data.weighed("ancien.json", whole.text), /Rien de nouveau/);
  await ecosystem.go("acteur/emmaus-connect");
  await ecosystem.says("Aucun contact noté.");
  assert.doesNotMatch((await data.export()).text, /Camille/);
});

journey("un acteur livré se corrige, se masque et revient ; un autre s’ajoute et se relie", LIST, async ({ page }) => {
  const ecosystem = new Ecosystem(page);
  await ecosystem.open("Pix");
  await ecosystem.button("Corriger la fiche").click();
  await page.getByLabel("Note (facultatif)").fill("Test possible en bibliothèque.");
  await ecosystem.button("Enregistrer la fiche").click();
  await ecosystem.says("Test possible en bibliothèque.");
  await ecosystem.says("Fournie avec Repères, corrigée ici");
  await ecosystem.button("Revenir à la fiche d’origine").click();
  await ecosystem.says("La fiche est à nouveau celle d’origine");
  await ecosystem.button("Annuler").click();
  await ecosystem.says("Fiche corrigée rétablie");
  await ecosystem.says("Fournie avec Repères, corrigée ici");
  await ecosystem.button("Revenir à la fiche d’origine").click();
  await ecosystem.says("Fournie avec Repères");
  await ecosystem.button("Masquer cet acteur").click();
  await ecosystem.at("Qui fait quoi");
  assert.ok(!(await ecosystem.names()).includes("Pix"));
  await page.getByText(/^Masqués ou retirés/).click();
  await ecosystem.button(/^Afficher à nouveau/).click();
  await page.getByRole("link", { name: "Pix", exact: true }).waitFor();

  await page.getByRole("link", { name: /^Ajouter un acteur/ }).click();
  await ecosystem.at("Ajouter un acteur");
  await ecosystem.button("Ajouter l’acteur").click();
  await page.waitForFunction(() => document.activeElement.id === "erreurs");
  await inspect(page, "acteur incomplet");
  await page.getByLabel("Nom de l’acteur").fill("Relais imaginaire du Canal");
  await page.getByLabel("Nature").selectOption({ label: "Association ou coopérative" });
  await page.getByLabel("Rôle, en une ou deux phrases").fill("Prête des ordinateurs.");
  await page.getByLabel("Équiper et connecter").check();
  await page.getByLabel("Territoire").selectOption({ label: "Commune ou quartier" });
  await ecosystem.button("Ajouter l’acteur").click();
  await ecosystem.at("Relais imaginaire du Canal");
  await ecosystem.button("Ajouter un lien").click();
  await page.getByLabel("Cet acteur…").selectOption({ label: "Travaille avec" });
  await page.getByLabel("Autre acteur").selectOption({ label: "Pix" });
  await page.getByLabel("Depuis (facultatif)").fill("2026");
  await ecosystem.button("Ajouter le lien").click();
  await ecosystem.links.getByText("depuis 2026").waitFor();
  await ecosystem.go();
  await ecosystem.search("ordinateurs", "3 acteurs pour « ordinateurs »");
});

journey("le tableau, l’image et la liste disent la même chose", LIST, async ({ page }) => {
  const ecosystem = new Ecosystem(page);
  await ecosystem.go("missions");
  await ecosystem.at("Acteurs et missions");
  const table = page.getByRole("table");
  const columns = await table.getByRole("columnheader").count();
  assert.equal(columns, 14);
  await table.getByRole("rowheader", { name: "CAF 93" }).waitFor();
  await table.getByRole("columnheader", { name: /^Droits.*Ouvrir et maintenir les droits$/ }).waitFor();
  await atPhoneWidth(page, async () => {
    await page.getByLabel("Mission", { exact: true }).selectOption({ label: "Mettre les papiers à l’abri" });
    await page.getByRole("main").getByRole("link", { name: "Reconnect", exact: true }).waitFor();
    assert.equal(await table.isVisible(), false);
  });
  const paper = await printed(page);
  assert.equal(paper.sheets, 1);
  assert.match(paper.text, /Imprimé le 25 novembre 2026 depuis Repères/);
  await inspect(page, "acteurs et missions");

  await ecosystem.go("reseau");
  await ecosystem.at("Le réseau");
  const { drawn, listed } = await ecosystem.counts();
  assert.ok(drawn > 20, `${drawn} liens`);
  assert.equal(drawn, listed);
  await inspect(page, "réseau");
  const box = ecosystem.part("Image du réseau").getByRole("link", { name: "Pix" });
  await box.focus();
  assert.ok((await page.locator("path.network__link--pointed").count()) > 0);
  await page.keyboard.press("Enter");
  await ecosystem.at("Pix");
});

journey("la feuille de collecte s’imprime avec des lignes pour chaque acteur", { ...LIST, route: "#/ecosysteme/a-completer" }, async ({ page }) => {
  const ecosystem = new Ecosystem(page);
  await ecosystem.at("Contacts à compléter");
  const { text, sheets } = await printed(page);
  assert.match(text, /Contacts à compléter/);
  assert.match(text, /Emmaüs Connect/);
  assert.ok(text.match(/Personne informée le/g).length >= 25);
  assert.ok(sheets <= 4, `${sheets} feuilles`);
  assert.doesNotMatch(text, /Imprimer/);
  await page.getByLabel(/^Associations/).uncheck();
  const chosen = await pdfText(page);
  assert.doesNotMatch(chosen, /Emmaüs Connect/);
  assert.match(chosen, /Centres sociaux/);
});
