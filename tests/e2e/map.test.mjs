// The places on a map: reached by keyboard alone, in step with their list, over a base map that somebody imports.
import assert from "node:assert/strict";
import { Hands } from "./harness/hands.mjs";
import { axeCheck, atPhoneWidth, fitsWidth, inspect } from "./harness/inspect.mjs";
import { journey, journeyBothWays } from "./harness/journey.mjs";
import { Directory, fileOf, fixture } from "./pages/directory.mjs";
import { OUTLINES, PlacesMap, REFUSED } from "./pages/map.mjs";

/** A Wednesday morning. */
const prepare = ({ page }) => page.clock.setFixedTime("2026-11-25T10:00:00+01:00");
const IMPORT = { route: "#/annuaire/importer", prepare };

const hasFocus = (page, id) => page.waitForFunction((id) => document.activeElement.id === id, id);

journeyBothWays("la carte montre les lieux de sa liste, ni plus ni moins", IMPORT, async (app) => {
  const { page } = app;
  const [directory, map] = [new Directory(page), new PlacesMap(page)];
  await directory.import(fixture("places-93.csv"));
  await map.show();
  await page.waitForURL(/#\/annuaire\?vue=carte$/);
  await map.holds(36);
  const whole = await map.assertInStep();
  assert.equal(whole.listed.length, 36);
  assert.ok(whole.alone.length > 10 && whole.counts.length > 3, JSON.stringify(whole.counts));
  await map.assertApart();

  await directory.searchField.fill("Montreuil");
  await directory.says("3 lieux pour « Montreuil »");
  await map.holds(3);
  await map.assertInStep();
  await page.waitForURL(/#\/annuaire\?q=Montreuil&vue=carte$/);
  await app.reload();
  await map.drawn();
  await map.holds(3);

  await directory.searchField.fill("");
  await page.getByText("Filtrer les lieux").click();
  await page.getByLabel("Commune ou territoire").selectOption("Plaine Commune");
  await map.holds(6);
  const { alone, counts } = await map.assertInStep();
  assert.equal(counts.length, 0, "six lieux se distinguent");
  assert.equal(alone.length, 6);
  await page.getByLabel("Commune ou territoire").selectOption("Pierrefitte-sur-Seine (Saint-Denis)");
  await directory.says("Aucun lieu avec 1 filtre");
  await map.holds(0);
  await page.getByLabel("Commune ou territoire").selectOption("Partout");
  await map.holds(36);
  await page.getByText("Communes de cette vue, et leurs habitants").click();
  const communes = page.getByRole("region", { name: "Communes de cette vue" });
  await communes.getByRole("row", { name: "Bobigny Est Ensemble 56 927" }).waitFor();
  await inspect(page, "carte");
  await communes.getByRole("link", { name: "Bobigny" }).click();
  await map.holds(6);
  await map.assertInStep();
});

journey("la carte se parcourt au clavier seul", IMPORT, async ({ page }) => {
  const [directory, map, hands] = [new Directory(page), new PlacesMap(page), new Hands(page)];
  await directory.import(fixture("places-93.csv"));
  await hands.choose("Affichage", "Carte");
  await map.drawn();
  await hands.tabTo(/^Passer à la liste$/);
  await page.keyboard.press("Tab");
  await hasFocus(page, "carte");
  await page.keyboard.press("+");
  await page.getByText(/^\d+ dans cette vue, \d+ en dehors$/).waitFor();
  await hasFocus(page, "carte");
  const nearer = await map.assertInStep();
  assert.ok(nearer.listed.length < 36);
  await map.region.focus();
  await page.keyboard.press("ArrowUp");
  const said = page.getByText(`${nearer.listed.length} dans cette vue, ${36 - nearer.listed.length} en dehors`, { exact: true });
  await said.waitFor({ state: "hidden" });
  await page.keyboard.press("ArrowDown");
  await said.waitFor();
  assert.deepEqual(await map.assertInStep(), nearer, "aller et revenir ne change rien");
  await map.region.focus();
  await page.keyboard.press("-");
  await map.holds(36);
  assert.equal(await page.getByRole("button", { name: "Éloigner" }).getAttribute("aria-disabled"), "true");

  // A group comes apart.
  await hands.press(/^3 lieux, surtout : Montreuil/);
  await hasFocus(page, "carte");
  await page.getByText(/^\d dans cette vue, \d+ en dehors$/).waitFor();
  const opened = await map.assertInStep();
  assert.deepEqual(opened.counts.length, 0);
  await axeCheck(page, "carte rapprochée");
  await hands.press(/^Maison imaginaire des Aînés, Montreuil/);
  await directory.at("Maison imaginaire des Aînés");
  await page.getByRole("main").getByRole("link", { name: "Annuaire", exact: true }).press("Enter");
  await directory.at("Annuaire");
  await map.drawn();
  assert.deepEqual(await map.assertInStep(), opened, "on revient où l’on était");

  // Keys typed in a field are the field's.
  await directory.searchField.fill("relais");
  await page.keyboard.press("+");
  assert.equal(await directory.searchField.inputValue(), "relais+");
  await atPhoneWidth(page, async () => {
    await directory.searchField.fill("");
    await map.holds(36);
    await fitsWidth(page, "carte, 320 px");
    await map.assertApart();
    await map.assertInStep();
  });
});

const SAME_POINT = [
  { id: "a", nom: "Premier lieu fictif", latitude: "", longitude: "" },
  { id: "b", nom: "Deuxième lieu fictif", latitude: "", longitude: "" },
  { id: "c", nom: "Troisième lieu fictif", latitude: "48.92" },
  { id: "d", nom: "Lieu fictif égaré", commune: "Fictiville", code_postal: "99100", latitude: "", longitude: "" },
];

journey("des lieux au même endroit montrent leur liste, et ceux sans position sont dits", IMPORT, async ({ page }) => {
  const [directory, map, hands] = [new Directory(page), new PlacesMap(page), new Hands(page)];
  await directory.import(fileOf(SAME_POINT));
  await map.show();
  await map.says("3 dans cette vue, 1 sans position");
  const unplaced = page.getByRole("region", { name: "1 lieu sans position" });
  assert.deepEqual(await unplaced.getByRole("link").allTextContents(), ["Lieu fictif égaré, Fictiville"]);
  await map.assertInStep();
  await hands.press(/^2 lieux, surtout : Bobigny \(voir leur liste\)/);
  await hasFocus(page, "liste-carte");
  await page.getByRole("heading", { name: "2 lieux au même endroit" }).waitFor();
  assert.deepEqual((await directory.names()).sort(), ["Deuxième lieu fictif", "Premier lieu fictif"]);
  assert.ok((await map.groups.first().getAttribute("class")).includes("map__mark--approximate"));
  await inspect(page, "lieux au même endroit");
  await page.getByRole("button", { name: "Revenir aux lieux de cette vue" }).press("Enter");
  await map.assertInStep();
});

const FAR = [
  { id: "a", nom: "Lieu fictif d’ici", latitude: "48.91", longitude: "2.44" },
  { id: "b", nom: "Lieu fictif lointain", latitude: "-21.1", longitude: "55.5" },
];

journey("des lieux lointains se disent, et s’atteignent de plus loin", IMPORT, async ({ page }) => {
  const [directory, map] = [new Directory(page), new PlacesMap(page)];
  await directory.import(fileOf(FAR));
  await map.show();
  await map.says("1 dans cette vue, 1 en dehors");
  await page.getByText(/^1\slieu\sest plus loin/).waitFor();
  await map.assertInStep();
  const further = page.getByRole("button", { name: "Éloigner" });
  while ((await further.getAttribute("aria-disabled")) === "false") await further.click();
  await map.says("Tous dans cette vue");
  await map.assertInStep();
  await page.getByRole("button", { name: "Vue d’ensemble" }).click();
  await map.says("1 dans cette vue, 1 en dehors");

  // A lone place: one moves around it, and a mark that stays keeps the focus.
  const mark = map.places.first();
  const before = await mark.boundingBox();
  await mark.focus();
  await page.keyboard.press("ArrowRight");
  await page.waitForFunction((x) => document.querySelector(".map__mark a").getBoundingClientRect().x < x, before.x);
  assert.ok(await mark.evaluate((link) => link === document.activeElement), "la marque garde le focus");
});

journey("sans aucune position, la carte le dit", IMPORT, async ({ page }) => {
  const directory = new Directory(page);
  await directory.import(fileOf(SAME_POINT.slice(3)));
  await directory.search("égaré", "1 lieu pour « égaré »");
  await page.getByRole("group", { name: "Affichage" }).getByLabel("Carte").check();
  await page.getByText("Le lieu trouvé n’a pas de position : il est en liste ci-dessous.").waitFor();
  assert.equal(await page.getByText("Essayez un seul mot").count(), 0);
  await inspect(page, "carte sans position");
});

journeyBothWays("un fond de carte s’importe, se dessine, se garde et se retire", IMPORT, async (app) => {
  const { page } = app;
  const [directory, map] = [new Directory(page), new PlacesMap(page)];
  await directory.import(fixture("places-93.csv"));
  await map.show();
  await map.baseLink.click();
  await directory.at("Fond de carte");
  await inspect(page, "choix d’un fond de carte");
  for (const [file, words] of REFUSED) {
    await map.choose(file);
    await directory.alert(words).waitFor();
    await hasFocus(page, "refus");
  }
  await inspect(page, "fond de carte refusé");
  assert.equal(await directory.kept(), 1, "rien n’est gardé d’un fichier refusé");

  await map.choose(OUTLINES);
  await directory.says("contours.geojson : 4 contours.");
  assert.equal(await page.getByLabel("Nom de ce fond de carte").inputValue(), "Contours fictifs");
  await inspect(page, "fond de carte lu");
  await page.getByRole("button", { name: "Utiliser ce fond de carte" }).click();
  await directory.at("Annuaire");
  await map.drawn();
  const sentence = /Fond de carte\s: Contours fictifs, Bureau fictif des cartes, licence d’essai/;
  await page.getByText(sentence).waitFor();
  const path = map.region.locator(".map__base");
  assert.match(await path.getAttribute("d"), /^M-?\d+ -?\d+l.*z/);
  assert.equal(await directory.kept(), 2);
  await app.reload();
  await page.getByText(sentence).waitFor();
  await inspect(page, "carte avec un fond");

  await page.getByRole("link", { name: "Changer de fond de carte" }).click();
  await directory.says("Contours fictifs");
  await page.getByRole("button", { name: "Retirer ce fond de carte" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Retirer ce fond de carte" }).click();
  await directory.says("« Contours fictifs » est retiré de cet appareil");
  assert.equal(await directory.kept(), 1);
  await page.getByRole("link", { name: "Carte", exact: true }).click();
  await map.drawn();
  assert.equal(await path.count(), 0);
  await map.baseLink.waitFor();
});
