// The map of the places found, by what a person sees and does there.
import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { plain } from "./screen.mjs";

/** A base map of fictional outlines. */
export const OUTLINES = fileURLToPath(new URL("../../fixtures/map/contours.geojson", import.meta.url));

const geojson = (name, contents) => ({ name, mimeType: "application/geo+json", buffer: Buffer.from(contents) });
const shape = (type, coordinates) => JSON.stringify({ type, coordinates });
const RING = [[2.4, 48.9], [2.5, 48.9], [2.5, 48.8], [2.4, 48.9]];

/** Files that give no base map, and what is said of each. */
export const REFUSED = [
  [geojson("vide.geojson", " "), /Ce fichier est vide/],
  [geojson("coupe.geojson", '{"type":"Polygon","coordinates":[[['), /Ce fichier est abîmé/],
  [geojson("octets.geojson", Buffer.from([0xff, 0xfe, 0])), /n’est pas du texte/],
  [geojson("liste.geojson", "[]"), /ne suit pas le format GeoJSON/],
  [geojson("topo.json", '{"type":"Topology","arcs":[]}'), /au format TopoJSON/],
  [geojson("point.geojson", shape("Point", [2.4, 48.9])), /autre chose que des lignes et des surfaces \(«\sPoint\s»\)/],
  [geojson("lambert.geojson", shape("Polygon", [RING.map(() => [653000, 6870000])])), /«\sWGS\s84\s», et non en «\sLambert\s»/],
  [geojson("profond.geojson", `{"type":"Polygon","coordinates":${"[".repeat(5000)}${"]".repeat(5000)}}`), /abîmé|rangées/],
  [geojson("plat.geojson", shape("Polygon", RING)), /ne sont pas rangées/],
  [geojson("court.geojson", shape("LineString", [[2.4, 48.9]])), /qu’un point/],
  [geojson("rien.geojson", '{"type":"FeatureCollection","features":[]}'), /aucun contour/],
  [geojson("lourd.geojson", " ".repeat(5 * 1024 * 1024 + 1)), /dépasse 5\sMo/],
];

/** What the name of a place says of its state. */
const CLOSED = "signalé fermé|ce lieu n’accueille pas de public";
const STATE = new RegExp(` \\((?:(?:${CLOSED})|(?:(?:${CLOSED}), )?position approximative)\\)$`);

export class PlacesMap {
  constructor(page) {
    this.page = page;
    this.region = page.getByRole("region", { name: "Carte des lieux trouvés" });
    this.places = this.region.getByRole("link");
    this.groups = this.region.getByRole("button");
    this.list = page.locator("ul.places > li");
    this.baseLink = page.getByRole("link", { name: "Importer un fond de carte (GeoJSON)" });
  }

  /** Chooses the map, and waits for its first marks. */
  async show() {
    await this.page.getByRole("group", { name: "Affichage" }).getByLabel("Carte").check();
    await this.drawn();
  }

  async drawn() {
    await this.region.locator(".map__mark").first().waitFor();
  }

  /** Waits until these words are what is said of the map. */
  async says(words) {
    await this.page.getByText(words, { exact: true }).first().waitFor();
  }

  /** Waits until the marks stand for so many places. */
  async holds(number) {
    await this.page.waitForFunction((number) => {
      const places = (mark) => Number((mark.querySelector(".map__count")?.textContent ?? "1").replace(/\D/g, ""));
      return [...document.querySelectorAll(".map__mark")].reduce((sum, mark) => sum + places(mark), 0) === number;
    }, number);
  }

  /** What the places that stand alone are called. */
  async names() {
    return this.places.evaluateAll((links) => links.map((link) => link.getAttribute("aria-label")));
  }

  /** How many places each group holds. */
  async counts() {
    const names = await this.groups.evaluateAll((groups) => groups.map((group) => group.getAttribute("aria-label")));
    return names.map((name) => Number.parseInt(name.replace(/[\s\u202f\u00a0](?=\d)/g, ""), 10));
  }

  /** What the places of the list are called, all of them shown. */
  async listed() {
    const more = this.page.getByRole("button", { name: /^Voir plus de lieux \(/ });
    while (await more.isVisible()) await more.click();
    const names = await this.list.evaluateAll((rows) =>
      rows.map((row) => {
        const commune = row.querySelector(".place__what > p").textContent.split(", à ")[0].replace(/^.*\b\d{5}\s/, "");
        return `${row.querySelector("h2 a").textContent}, ${commune}`;
      }),
    );
    return names.map(plain).sort();
  }

  /** Every place that stands alone is in the list; with the groups they make as many places as the list has. */
  async assertInStep() {
    const [names, counts, listed] = [await this.names(), await this.counts(), await this.listed()];
    const alone = names.map((name) => plain(name).replace(STATE, "")).sort();
    const missing = alone.filter((name) => !listed.includes(name));
    assert.deepEqual(missing, [], "des lieux de la carte manquent à la liste");
    assert.equal(counts.reduce((sum, count) => sum + count, alone.length), listed.length);
    if (counts.length === 0) assert.deepEqual(alone, listed);
    return { alone, counts, listed };
  }

  /** Every mark can be pressed: none covers another. */
  async assertApart() {
    const boxes = await this.region.locator(".map__touch").evaluateAll((circles) =>
      circles.map((circle) => circle.getBoundingClientRect()).map(({ x, y, width }) => ({ x: x + width / 2, y: y + width / 2, width })),
    );
    for (const [number, one] of boxes.entries()) {
      assert.ok(one.width >= 24, `${one.width} px`);
      for (const other of boxes.slice(0, number)) {
        assert.ok(Math.hypot(one.x - other.x, one.y - other.y) >= one.width - 1, "deux marques se couvrent");
      }
    }
  }

  async choose(file) {
    await this.page.getByLabel(/^Déposez ici le fichier des contours/).setInputFiles(file);
  }
}
