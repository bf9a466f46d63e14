// The pieces of the program that the page fetches after its start.
import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { journey, journeyBothWays } from "./harness/journey.mjs";
import { DIST } from "./harness/site.mjs";

const pieces = (await readdir(DIST)).filter((name) => name.startsWith("piece-"));
const all = (contents) => Object.fromEntries(pieces.map((name) => [name, contents(name)]));

/** The heading, once it says this and has the focus. */
const arrivedAt = (page, title) =>
  page.waitForFunction((title) => {
    const heading = document.querySelector("main h1");
    return heading?.textContent === title && document.activeElement === heading;
  }, title);

const titled = (page, name) => page.getByRole("heading", { level: 1, name }).waitFor();

journeyBothWays("chaque famille de pages s’ouvre", {}, async ({ page }) => {
  for (const [route, title] of [
    ["#/diagnostic", "Entretiens"],
    ["#/annuaire", "Annuaire"],
    ["#/ecosysteme", "Qui fait quoi"],
    ["#/donnees", "Données"],
    ["#/aide", "Aide"],
    ["#/diagnostic/regles", "Les règles"],
    ["#/", "Que venez-vous faire"],
  ]) {
    await page.evaluate((route) => (location.hash = route), route);
    await titled(page, new RegExp(title));
  }
});

// A browser remembers 250 resources, unless it is told.
const remembering = ({ page }) => page.addInitScript(() => performance.setResourceTimingBufferSize(5_000));

journey("sans réseau après le démarrage, toutes les pages s’ouvrent", { context: { serviceWorkers: "block" }, prepare: remembering }, async (app) => {
  const { page, site, watch } = app;
  // Playwright's way to block a service worker registers nothing at all; the browser asks for the icon again.
  watch.allow(/reading 'waiting'|icon\.svg/);
  await page.waitForFunction(
    (count) => performance.getEntriesByType("resource").filter(({ name }) => name.includes("/piece-")).length === count,
    pieces.length,
  );
  await site.cut();
  await page.getByRole("link", { name: "Annuaire", exact: true }).click();
  await titled(page, /Annuaire/);
  await page.getByRole("link", { name: "Données", exact: true }).click();
  await titled(page, /Données/);
});

let arrive;
const arriving = new Promise((resolve) => (arrive = resolve));

journey("une page dont le morceau tarde le dit, et le focus suit son titre", {
  prepare: ({ site }) => site.deploy(all(async (name) => (await arriving, site.original(name)))),
}, async ({ page }) => {
  await page.getByRole("link", { name: "Aide", exact: true }).click();
  await arrivedAt(page, "Ouverture de la page…");
  arrive();
  await arrivedAt(page, "Aide");
});

journey("une page dont le morceau manque le dit, puis s’ouvre", {
  route: "#/annuaire",
  prepare: ({ site }) => site.deploy(all(() => null)),
}, async ({ page, site, watch }) => {
  watch.allow(/404/);
  await titled(page, "Cette page n’a pas pu s’ouvrir");
  await page.getByText("Vos données enregistrées dans ce navigateur sont intactes").waitFor();
  await page.getByRole("link", { name: "Accueil", exact: true }).click();
  await titled(page, /Que venez-vous faire/);
  await page.goBack();
  await titled(page, "Cette page n’a pas pu s’ouvrir");
  site.deploy({});
  await page.getByRole("button", { name: "Réessayer" }).click();
  await titled(page, /Annuaire/);
  assert.ok(await page.evaluate(() => document.activeElement === document.querySelector("main h1")));
});
