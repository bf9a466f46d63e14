// Finding a place: words forgiven, filters chosen and taken away, an address that a colleague can open.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { inspect } from "./harness/inspect.mjs";
import { journey, journeyBothWays } from "./harness/journey.mjs";
import { Directory, fileOf, fixture } from "./pages/directory.mjs";
import { plain } from "./pages/screen.mjs";

/** A Wednesday morning. */
const prepare = ({ page }) => page.clock.setFixedTime("2026-11-25T10:00:00+01:00");
const IMPORT = { route: "#/annuaire/importer", prepare };

const PANEL = "Filtrer les lieux";

/** Waits until these filters, and no other, are shown. */
async function chosen(page, names) {
  const chips = page.getByRole("list", { name: "Filtres choisis" }).getByRole("button", { name: /^Retirer le filtre/ });
  await page.waitForFunction((count) => document.querySelectorAll(".chip--button").length === count, names.length);
  const found = (await chips.allTextContents()).map((words) => plain(words).replace("Retirer le filtre : ", ""));
  assert.deepEqual(found, names);
}

journeyBothWays("les filtres se choisissent, se lisent dans l’adresse et se retirent", IMPORT, async (app) => {
  const { page } = app;
  const directory = new Directory(page);
  await directory.import(fixture("places-93.csv"));
  await page.getByText(PANEL).click();
  await page.getByLabel("Commune ou territoire").selectOption("Est Ensemble");
  await directory.says("17 lieux avec 1 filtre");
  await page.getByLabel("Ouvert").selectOption("Ouvert le samedi");
  await directory.says("5 lieux avec 2 filtres");
  await page.getByLabel("Payant").check();
  await directory.says("1 lieu avec 3 filtres");
  assert.deepEqual(await directory.names(), ["Boutique solidaire fictive"]);
  await chosen(page, ["Payant", "Ouvert le samedi", "Est Ensemble"]);
  await page.getByLabel("Gratuit", { exact: true }).check();
  await directory.says("5 lieux avec 4 filtres");
  await inspect(page, "annuaire filtré");
  await page.waitForURL(/#\/annuaire\?tarif=gratuit&tarif=payant&ouvert=samedi&territoire=Est%20Ensemble$/);

  await app.reload();
  await directory.says("5 lieux avec 4 filtres");
  await directory.search("mediateque", "2 lieux proches de « mediateque » avec 4 filtres");
  await page.getByRole("button", { name: "Retirer le filtre : Gratuit" }).click();
  await directory.says("Aucun lieu pour « mediateque » avec 3 filtres");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), `${PANEL} (3)`, "le focus ne se perd pas");
  await page.getByRole("button", { name: "Retirer tous les filtres" }).click();
  await directory.says("3 lieux proches de « mediateque »");
  assert.equal(await page.getByRole("list", { name: "Filtres choisis" }).count(), 0);
  await page.waitForURL(/#\/annuaire\?q=mediateque$/);
});

journey("une adresse reçue d’un collègue montre sa recherche", IMPORT, async (app) => {
  const { page } = app;
  const directory = new Directory(page);
  await directory.import(fixture("places-93.csv"));
  await page.evaluate(() => (location.hash = "#/aide"));
  await directory.at("Aide");
  await page.evaluate(() => (location.hash = "#/annuaire?service=aide-aux-demarches-administratives&autour=93013&rayon=2"));
  await directory.says("1 lieu avec 2 filtres");
  await chosen(page, ["Aide aux démarches administratives", "Le Bourget et 2 km autour"]);
  const first = page.getByRole("listitem").filter({ has: directory.results.first() });
  assert.match(plain(await first.textContent()), /93700 Drancy, à 1 km/);
  // Asked again from the same screen: the page follows the address.
  await page.evaluate(() => (location.hash = "#/annuaire?public=jeunes"));
  await directory.says("3 lieux avec 1 filtre");
  await page.goBack();
  await directory.says("1 lieu avec 2 filtres");
});

journey("un lieu ouvert maintenant l’est à l’heure de l’appareil", IMPORT, async (app) => {
  const { page } = app;
  const directory = new Directory(page);
  const places = [
    ["Toujours", "24/7"],
    ["Le matin", "Mo-Fr 09:00-12:00"],
    ["L’après-midi", "Mo-Fr 14:00-17:00"],
    ["Nul ne sait", "sur rendez-vous"],
  ];
  await directory.import(fileOf(places.map(([nom, horaires]) => ({ id: nom, nom, horaires }))));
  await page.getByText(PANEL).click();
  await page.getByLabel("Ouvert").selectOption("Ouvert maintenant");
  await directory.says("2 lieux avec 1 filtre");
  assert.deepEqual(await directory.names(), ["Le matin", "Toujours"]);
  await page.clock.setFixedTime("2026-11-25T15:00:00+01:00");
  await directory.go("?ouvert=mardi");
  await directory.says("3 lieux avec 1 filtre");
  await directory.go("?ouvert=maintenant");
  await directory.says("2 lieux avec 1 filtre");
  assert.deepEqual(await directory.names(), ["L’après-midi", "Toujours"]);
});

journey("la nuit où l’heure change, un lieu est ouvert à l’heure des montres", IMPORT, async (app) => {
  const { page } = app;
  const directory = new Directory(page);
  const places = [
    ["Nuit courte", "Su 02:00-03:00"],
    ["Nuit entière", "Sa 22:00-24:00; Su 00:00-06:00"],
    ["Jour", "Su 09:00-12:00"],
  ];
  await directory.import(fileOf(places.map(([nom, horaires]) => ({ id: nom, nom, horaires }))));
  for (const [instant, open] of [
    ["2026-03-28T23:00:00Z", ["Nuit entière"]],
    // One second before three o’clock: the hour from two to three is not.
    ["2026-03-29T00:59:59Z", ["Nuit entière"]],
    ["2026-03-29T01:00:00Z", ["Nuit entière"]],
    ["2026-03-29T04:00:00Z", []],
    ["2026-03-29T07:30:00Z", ["Jour"]],
    // Half past two, twice.
    ["2026-10-25T00:30:00Z", ["Nuit courte", "Nuit entière"]],
    ["2026-10-25T01:30:00Z", ["Nuit courte", "Nuit entière"]],
    ["2026-10-25T02:00:00Z", ["Nuit entière"]],
  ]) {
    await page.clock.setFixedTime(instant);
    await directory.go("?q=aucun");
    await directory.says("Aucun lieu pour « aucun »");
    await directory.go("?ouvert=maintenant");
    const count = ["Aucun lieu", "1 lieu", "2 lieux"][open.length];
    await directory.says(`${count} avec 1 filtre`);
    assert.deepEqual(await directory.names(), open, instant);
  }
});

journey("au clavier seul, on filtre puis on retire", IMPORT, async (app) => {
  const { page } = app;
  const directory = new Directory(page);
  await directory.import(fixture("places-93.csv"));
  await directory.searchField.focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  const isTick = () => page.evaluate(() => document.activeElement.matches(".ticks input"));
  do await page.keyboard.press("Tab");
  while (!(await isTick()));
  await page.keyboard.press("Space");
  await directory.says("20 lieux avec 1 filtre");
  await chosen(page, ["Maîtrise des outils numériques du quotidien"]);
  await page.getByRole("button", { name: /^Retirer le filtre/ }).focus();
  await page.keyboard.press("Enter");
  await directory.says("36 lieux");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), PANEL);
});

journey("revenu d’une fiche, on retrouve la liste où on l’avait laissée", IMPORT, async (app) => {
  const { page } = app;
  const directory = new Directory(page);
  await directory.import(fixture("places-93.csv"));
  await directory.go();
  await directory.says("36 lieux");
  await page.getByRole("button", { name: /^Voir plus de lieux/ }).click();
  const name = (await directory.names())[29];
  await directory.results.nth(29).click();
  await directory.at(name);
  await page.goBack();
  await page.waitForFunction((name) => document.activeElement.textContent === name, name);
  assert.equal((await directory.names()).length, 36);
  await directory.results.nth(29).click();
  await directory.at(name);
  await page.getByRole("link", { name: "Annuaire", exact: true }).first().click();
  await page.waitForFunction((name) => document.activeElement.textContent === name, name);
});

journey("revenu d’une fiche, on repart avant que la liste soit peinte", IMPORT, async (app) => {
  const { page } = app;
  const directory = new Directory(page);
  await directory.import(fixture("places-93.csv"));
  // More than once: which comes first, the frame or the other page, is not ours to say.
  for (let round = 0; round < 5; round += 1) {
    await directory.go();
    await directory.says("36 lieux");
    const [name] = await directory.names();
    await directory.results.first().click();
    await directory.at(name);
    await page.evaluate(() => {
      window.addEventListener("popstate", () => setTimeout(() => (location.hash = "#/donnees")), { once: true });
      history.back();
    });
    await directory.at("Données");
  }
});

journey("une recherche sans résultat dit quoi faire, une faute corrigée se dit", IMPORT, async (app) => {
  const { page } = app;
  const directory = new Directory(page);
  await directory.import(fixture("places-93.csv"));
  await directory.search("clavire", "1 lieu proche de « clavire »");
  await directory.go("?q=clavier&commune=93029");
  await directory.says("Aucun lieu pour « clavier » avec 1 filtre");
  await inspect(page, "rien trouvé");
  await page.getByRole("button", { name: "Chercher sans filtre (1 lieu)" }).click();
  await directory.says("1 lieu pour « clavier »");
  await directory.search("xylophone", "Aucun lieu pour « xylophone »");
  await page.getByRole("button", { name: "Effacer la recherche" }).click();
  await directory.says("36 lieux");
  assert.equal(await page.evaluate(() => document.activeElement.id), "recherche");
  await page.getByText(PANEL).click();
  await page.getByLabel("Payant").check();
  await page.getByRole("button", { name: /^Voir \d+ lieu/ }).click();
  assert.equal(await page.locator(".disclosure[open]").count(), 0);
  // It goes there in the next frame.
  await page.waitForFunction(() => /lieux? avec 1\sfiltre$/.test(document.activeElement.textContent));
});

journey("la fiche d’un lieu s’emporte, et mène ailleurs", IMPORT, async (app) => {
  const { page } = app;
  const directory = new Directory(page);
  await directory.import(fixture("places-93.csv"));
  await directory.find("Boutique solidaire fictive");
  await page.getByRole("img", { name: /^Code à photographier : le contact de Boutique/ }).waitFor();
  await app.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: "Copier le contact et les horaires" }).click();
  await directory.says("Copié : collez-le dans un message.");
  const copied = plain(await page.evaluate(() => navigator.clipboard.readText()));
  assert.match(copied, /^Boutique solidaire fictive .* 93000 Bobigny Tél\. 01 99/);
  assert.match(copied, /Horaires cette semaine Lundi : fermé Mardi : fermé Mercredi : de 14 h à 18 h/);
  await directory.part("Près d’ici, pour les mêmes besoins").getByRole("listitem").nth(2).waitFor();
  await inspect(page, "fiche à emporter");
  await page.getByRole("link", { name: "Voir tous les lieux à moins de 5 km" }).click();
  await directory.at("Annuaire");
  await chosen(page, ["Boutique solidaire fictive et 5 km autour"]);
  assert.equal((await directory.names())[0], "Boutique solidaire fictive");
});

journey("les lieux trouvés s’exportent au format national, et le fichier dit ce qui lui manque", IMPORT, async (app) => {
  const { page } = app;
  const directory = new Directory(page);
  const file = fileOf([
    { id: "1", nom: "Le Relais", telephone: "+33199000107", date_maj: "2026-10-01" },
    { id: "2", nom: "La Fabrique", telephone: "demander Camille", date_maj: "2026-10-01" },
  ]);
  await directory.import(file);
  const prepared = page.waitForEvent("download");
  await page.getByRole("button", { name: "Exporter ces lieux au format national" }).click();
  const download = await prepared;
  assert.equal(download.suggestedFilename(), "2026-11-25_lieux-de-mediation-numerique.csv");
  const lines = (await readFile(await download.path(), "utf8")).trim().split(/\r?\n/);
  assert.match(lines[0], /^id,pivot,nom,commune,.*,fiche_acces_libre,prise_rdv$/);
  assert.equal(lines[0].split(",").length, 32);
  assert.ok(lines.some((line) => line.includes("+33199000107")));
  await directory.says("2 lieux exportés");
  await page.getByText("1 valeur hors du standard").click();
  await page.getByText(/Forme non admise \(telephone\)|demander Camille/).first().waitFor();
  await inspect(page, "lieux exportés");
});
