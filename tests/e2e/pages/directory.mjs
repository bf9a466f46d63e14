// The directory of places, by what a person sees and does there.
import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { plain } from "./screen.mjs";

/** A file of fictional places. */
export const fixture = (name) => fileURLToPath(new URL(`../../fixtures/directory/${name}`, import.meta.url));

const PLACE = {
  pivot: "99999999900001",
  commune: "Bobigny",
  code_postal: "93000",
  adresse: "1 rue de l’Essai",
  latitude: "48.91",
  longitude: "2.45",
  date_maj: "2026-10-01",
};

const quoted = (cell) => `"${cell.replaceAll('"', '""')}"`;

/** A file in the national standard, of places each given by what is worth saying of it. */
export function fileOf(places, { name = "essai.csv", separator = ",", bom = false } = {}) {
  const rows = places.map((place) => ({ ...PLACE, ...place }));
  const columns = [...new Set(rows.flatMap(Object.keys))];
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ""))];
  const text = lines.map((cells) => cells.map(quoted).join(separator)).join("\r\n");
  return textFile(name, (bom ? "\ufeff" : "") + text);
}

/** A file of this text, or of these bytes. */
export const textFile = (name, contents) => ({ name, mimeType: "text/csv", buffer: Buffer.from(contents) });

/** A file with every sort of fault, and what is said of its rows. */
export const FAULTY = {
  file: fixture("places-93-faulty.csv"),
  rejected: [
    "3 Sans nom : Rejeté : Le nom est vide.",
    "6 Centre social imaginaire, en double : Rejeté : Cet identifiant est déjà celui de la ligne 2.",
    "7 Boutique fictive sans identifiant : Rejeté : L’identifiant est vide.",
    "11 Ligne fictive trop courte : Rejeté : La ligne compte 3 cellules au lieu de 32.",
  ],
  remarked: [
    "8 Atelier du Clavier fictif : Accepté avec remarque : Latitude et longitude semblent inversées. Elles ne sont pas utilisées.",
    "9 Permanence itinérante du Bus fictif : Accepté avec remarque : Code postal non valide : « 930 ». Coordonnées absentes : la distance partira du centre de la commune. Date de mise à jour illisible : « hier ».",
    "10 France services fictive de Drancy : Accepté avec remarque : Numéro de téléphone inhabituel : « demander Camille ». Valeur inconnue du standard, conservée (services) : « Coiffure numérique ».",
    "12 Espace inventé des Familles : Accepté avec remarque : Horaires différents pendant les vacances scolaires, non pris en compte.",
  ],
};

const HEADER = "id,pivot,nom,commune,code_postal,adresse,date_maj";

/** Files that are refused whole, and what is said of each. */
export const REFUSED = [
  [fixture("not-a-directory.csv"), /ne nomme pas les colonnes du standard national/],
  [fixture("missing-columns.csv"), /Il manque des colonnes obligatoires : « pivot » et « date_maj »/],
  [textFile("vide.csv", "\ufeff \r\n"), /Ce fichier est vide/],
  [textFile("titres.csv", HEADER), /aucun lieu sous la ligne de titres/],
  [textFile("double.csv", `${HEADER},Nom\n1,2,3,4,5,6,7,8`), /La colonne « nom » apparaît deux fois/],
  [textFile("classeur.csv", "PK\u0003\u0004"), /Ce fichier est un classeur/],
  [textFile("unicode.csv", Buffer.from(`\ufeff${HEADER}`, "utf16le")), /UTF-16/],
  [textFile("image.csv", "GIF89a\0\u0001"), /n’est pas du texte/],
];

const LONG = "interminable".repeat(200);
const SCRIPT = "<script>document.body.id='pris'</script>";

/** A place whose every cell tries something. */
export const HOSTILE = {
  id: '"><b>a</b>/#?',
  nom: `<img src=x onerror="document.body.id='pris'"> ${LONG}`,
  commune: "Bobi\u202egny",
  adresse: `<svg onload="document.body.id='pris'"> ${LONG}`,
  telephone: `<b>01</b>${LONG}`,
  courriels: `a@example.org?bcc=b@example.org|<b>@example.org`,
  site_web: `javascript:document.body.id='pris'|data:text/html,${SCRIPT}|https://example.org/${LONG}`,
  prise_rdv: "JavaScript:alert(1)",
  horaires: SCRIPT + LONG,
  presentation_resume: SCRIPT + LONG,
  source: SCRIPT + LONG,
  services: `<b>${LONG}</b>`,
  date_maj: "<i>hier</i>",
  [`<b>${"colonne".repeat(20)}</b>`]: "x",
};

export class Directory {
  constructor(page) {
    this.page = page;
    this.searchField = page.getByRole("searchbox", { name: "Nom, service, commune ou code postal" });
    this.results = page.getByRole("heading", { level: 2 }).getByRole("link");
    this.save = page.getByRole("button", { name: /^(Enregistrer|Remplacer) l’annuaire/ });
  }

  /** Follows the address of a screen: "", "importer", "lieu/…". */
  async go(screen = "") {
    await this.page.evaluate((hash) => (location.hash = hash), screen ? `#/annuaire/${screen}` : "#/annuaire");
  }

  async at(heading) {
    await this.page.getByRole("heading", { level: 1, name: heading, exact: true }).waitFor();
  }

  /** Waits until these words are read, alone. */
  async says(words) {
    await this.page.getByText(words, { exact: true }).first().waitFor();
  }

  part(name) {
    return this.page.getByRole("region", { name, exact: true });
  }

  alert(words) {
    return this.page.getByRole("alert").filter({ hasText: words });
  }

  async choose(file) {
    await this.page.getByLabel(/^Déposez ici le fichier/).setInputFiles(file);
  }

  /** Drops a file where the page says so; `size` makes one of that many zeros. */
  async drop({ name, buffer, size = 0 }) {
    const taken = await this.page.getByText(/^Déposez ici le fichier/).evaluate(
      (zone, { name, size, bytes }) => {
        const contents = size ? new Uint8Array(size) : Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0));
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([contents], name));
        const fire = (type) =>
          !zone.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
        return [fire("dragover"), fire("drop")];
      },
      { name, size, bytes: buffer?.toString("base64") ?? "" },
    );
    assert.deepEqual(taken, [true, true], "le navigateur ouvrirait le fichier déposé");
  }

  /** What was read of the file: the three counts, before anything is kept. */
  async counts() {
    const report = this.part("Compte rendu de lecture");
    await report.waitFor();
    return (await report.getByRole("listitem").allTextContents()).map(plain);
  }

  /** The rows of the report: « ligne nom : état : phrases ». */
  async rows() {
    const rows = this.part("Tableau des lignes").locator("tbody tr");
    await rows.first().waitFor();
    const words = await rows.evaluateAll((rows) =>
      rows.map((row) => {
        const [line, name, said] = row.cells;
        const sentences = [...said.querySelectorAll("li")].map((item) => item.textContent);
        return `${line.textContent} ${name.textContent} : ${said.firstElementChild.textContent} : ${sentences.join(" ")}`;
      }),
    );
    return words.map(plain);
  }

  /** Imports a file from the import's screen, and comes to the list. */
  async import(file, name) {
    await this.choose(file);
    if (name) await this.page.getByLabel("Nom de cet annuaire").fill(name);
    await this.save.click();
    await this.at("Annuaire");
    await this.results.first().waitFor();
  }

  /** Looks for words, and waits for what is said of them. */
  async search(words, found) {
    await this.searchField.fill(words);
    await this.says(found);
    return this.names();
  }

  names() {
    return this.results.allTextContents();
  }

  async open(place) {
    await this.results.filter({ hasText: place }).first().click();
    await this.at(place);
  }

  /** Looks for a place and opens it: it comes first. */
  async find(place) {
    await this.go();
    await this.searchField.fill(place);
    await this.page.getByText(new RegExp(`lieux?\\spour\\s«\\s${place}\\s»$`)).first().waitFor();
    assert.equal((await this.names())[0], place);
    await this.open(place);
  }

  /** Nothing that a file brought has become an element, a script, a link to one, or a mark that reorders what is read. */
  async assertInert(where) {
    const { page } = this;
    const strange = "main :is(b, i, img, script, iframe), main svg[onload], main a:is([href^=java i], [href^=data i])";
    assert.equal(await page.locator(strange).count(), 0, where);
    assert.equal(await page.evaluate(() => document.body.id), "", where);
    assert.doesNotMatch(await page.locator("main").textContent(), /\u202e/, where);
  }

  /** The card of a directory of this device. */
  source(name) {
    const heading = this.page.getByRole("heading", { level: 3, name, exact: true });
    return this.page.getByRole("article").filter({ has: heading });
  }

  /** How many texts of places the browser keeps. */
  kept() {
    return this.page.evaluate(
      () =>
        new Promise((resolve, reject) => {
          const opening = indexedDB.open("reperes");
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const counting = opening.result.transaction("snapshots").objectStore("snapshots").count();
            counting.onerror = () => reject(counting.error);
            counting.onsuccess = () => {
              opening.result.close();
              resolve(counting.result);
            };
          };
        }),
    );
  }
}
