// A directory as large and as varied as the national one: imported, counted, filtered, on the map, exported, taken back.
// REPERES_ANNUAIRE=/path/to.csv plays the same journey on another file.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { test } from "node:test";
import { journey } from "./harness/journey.mjs";
import { downloaded } from "./harness/storage.mjs";
import { Directory, textFile } from "./pages/directory.mjs";
import { PlacesMap } from "./pages/map.mjs";
import { plain } from "./pages/screen.mjs";
import { COLUMNS, LISTS, breaches, cellsOf, placesOf } from "./pages/standard.mjs";
import { varied } from "./pages/thousands.mjs";

const COUNT = 2_683;
const OURS = "Annuaire d’essai";
const GIVEN = process.env.REPERES_ANNUAIRE;
const made = GIVEN ? undefined : varied(COUNT);
const FILE = GIVEN ?? textFile("varie.csv", made.text);
const NAME = GIVEN ? basename(GIVEN) : FILE.name;
const SOURCE = placesOf(GIVEN ? readFileSync(GIVEN, "utf8") : made.text);

const read = (name) => JSON.parse(readFileSync(new URL(`../../src/content/${name}`, import.meta.url), "utf8"));
const { communes: COMMUNES } = read("communes.json");

/** What the choice of a public says. */
const PUBLICS = {
  Jeunes: "aux jeunes",
  Étudiants: "aux étudiantes et étudiants",
  "Familles et/ou enfants": "aux familles et aux enfants",
  Seniors: "aux seniors",
  Femmes: "aux femmes",
};

const has = (column, value) => (place) => place[column].split("|").includes(value);

/** The value that most places meet. */
function commonest(values, meets) {
  const count = (value) => SOURCE.filter(meets(value)).length;
  return values.map((value) => [value, count(value)]).sort(([, one], [, other]) => other - one)[0][0];
}

const folded = (text) => text.normalize("NFD").replace(/[^a-z]/gi, "").toLowerCase();

/** Whether a place says that it is in a commune, by its code or, without one, by its name. */
const isIn = ({ code, name, postal_codes: postal, former = [] }) => (place) => {
  if (place.code_insee) return [code, ...former.map((one) => one.code)].includes(place.code_insee);
  const names = [name, ...former.map((one) => one.name)].map(folded);
  return postal.includes(place.code_postal) && names.includes(folded(place.commune));
};

const DAYS = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
const RULE = /^(?:((?:(?:Mo|Tu|We|Th|Fr|Sa|Su)(?:-(?:Mo|Tu|We|Th|Fr|Sa|Su))?,?)+) )?((?:\d\d:\d\d-\d\d:\d\d,?)+|off)$/;

/** Whether hours open on a usual Monday; nothing when they are written in a way that this does not read. */
function isOpenOnMonday({ horaires }) {
  if (horaires.trim() === "") return false;
  if (horaires.trim() === "24/7") return true;
  let isOpen = false;
  for (const rule of horaires.split(";").map((rule) => rule.trim()).filter((rule) => rule && rule !== "PH off")) {
    const [, days = "Mo-Su", hours] = rule.match(RULE) ?? [];
    // Words are no hours: nobody is said to be open by them.
    if (!hours) return /\d/.test(horaires) ? undefined : false;
    // « 00:00-00:00 »: closed, or the whole day.
    if (/(\d\d:\d\d)-\1/.test(hours)) return undefined;
    const holdsMonday = days.split(",").some((span) => {
      const [from, to = from] = span.split("-").map((day) => DAYS.indexOf(day));
      return from === 0 || to < from;
    });
    if (holdsMonday) isOpen = hours !== "off";
  }
  return isOpen;
}

const SERVICE = commonest(LISTS.services, (value) => has("services", value));
const PUBLIC = commonest(LISTS.publics_specifiquement_adresses, (value) => has("publics_specifiquement_adresses", value));
const COMMUNE = commonest(COMMUNES, isIn);

const COMMUNE_FIELD = "Commune ou territoire";

/** What is asked, how, and which places meet it: yes, no, or nothing when it cannot be told here. */
const FILTERS = [
  { name: `besoin : ${SERVICE}`, tick: SERVICE, meets: has("services", SERVICE) },
  { name: `public : ${PUBLIC}`, tick: PUBLICS[PUBLIC], meets: has("publics_specifiquement_adresses", PUBLIC) },
  { name: `commune : ${COMMUNE.name}`, field: COMMUNE_FIELD, value: COMMUNE.name, meets: isIn(COMMUNE) },
  { name: "ouvert le lundi", field: "Ouvert", value: "Ouvert le lundi", meets: isOpenOnMonday },
];

/** The list of a large directory. */
class Large {
  constructor(page) {
    this.page = page;
    this.directory = new Directory(page);
    this.panel = page.locator(".filters__panel");
    this.sentence = page.getByText(/^(Aucun lieu|[\d\s]+\slieux?)( avec \d+\sfiltres?)?$/);
    this.exporting = page.getByRole("button", { name: "Exporter ces lieux au format national" });
  }

  /** Waits until so many filters give a number of places within bounds; that number. */
  async counted(filters, least, most) {
    const ask = ([filters, least, most]) => {
      const said = [...document.querySelectorAll("main *")].filter((element) => element.childElementCount === 0);
      for (const text of said.map((element) => element.textContent.replace(/[\s\u00a0\u202f]+/g, " ").trim())) {
        const found = text.match(/^(Aucun lieu|([\d ]+) lieux?)(?: avec (\d+) filtres?)?$/);
        if (!found || Number(found[3] ?? 0) !== filters) continue;
        const number = Number((found[2] ?? "0").replaceAll(" ", ""));
        if (number >= least && number <= most) return { number };
      }
      return null;
    };
    const found = await this.page.waitForFunction(ask, [filters, least, most]).catch(async (fault) => {
      const said = (await this.sentence.allTextContents()).map(plain).join(" | ");
      throw new Error(`attendu de ${least} à ${most} lieux avec ${filters} filtre(s) : ${said}`, { cause: fault });
    });
    return (await found.jsonValue()).number;
  }

  async set({ tick, field, value }, isAsked) {
    if (tick) await this.panel.getByLabel(tick, { exact: true }).setChecked(isAsked);
    else await this.panel.getByLabel(field, { exact: true }).selectOption(isAsked ? value : { index: 0 });
  }

  /** The file of the places found, and what is said of it: written, left out. */
  async export() {
    const file = await downloaded(this.page, () => this.exporting.click());
    const status = this.page.getByText(/^[\d\s]+\slieux?\sexportés?/).first();
    await status.waitFor();
    const [written, leftOut = 0] = plain(await status.innerText()).split(", ").map((part) => Number(part.replace(/\D/g, "")));
    return { ...file, written, leftOut };
  }

  /** Imports a file under our name; what the screen says of its rows: accepted, remarked, rejected. */
  async import(file) {
    await this.directory.go("importer");
    await this.directory.at("Importer un annuaire");
    await this.directory.choose(file);
    const counts = (await this.directory.counts()).map((count) => Number(count.replace(/\D/g, "")));
    await this.page.getByLabel("Nom de cet annuaire").fill(OURS);
    return counts;
  }

  async agree() {
    await this.directory.save.click();
    await this.directory.at("Annuaire");
    await this.directory.results.first().waitFor();
  }
}

const ids = (places) => places.map(({ id }) => id).sort();

/** What a filter shows is what the rows of the file say, and what it exports is what it shows. */
async function assertFilter(large, filter, whole) {
  const yes = SOURCE.filter((place) => filter.meets(place) === true);
  const maybe = SOURCE.filter((place) => filter.meets(place) === undefined);
  await large.set(filter, true);
  const shown = await large.counted(1, yes.length, yes.length + maybe.length);
  console.log(`  ${filter.name} : ${shown} lieux`);
  if (shown > 0) {
    const { bytes, written, leftOut } = await large.export();
    assert.equal(written + leftOut, shown, filter.name);
    assert.deepEqual(breaches(bytes), [], filter.name);
    const found = new Set(ids(placesOf(bytes.toString())));
    const out = new Set(ids(whole));
    for (const { id } of yes) assert.equal(found.has(id), out.has(id), `${filter.name} : ${id}`);
    const allowed = new Set(ids([...yes, ...maybe]));
    assert.deepEqual([...found].filter((id) => !allowed.has(id)), [], `${filter.name} : des lieux de trop`);
  } else {
    assert.equal(await large.exporting.count(), 0);
  }
  await large.set(filter, false);
}

/** What the sentence about the map counts: in view, outside, without position. */
async function mapCounts(page, total) {
  const sentence = page.getByText(/^(Tous|Dans|Aucun|\d[\d\s]*)\s?(dans cette vue|cette vue)/i).first();
  await sentence.waitFor();
  const said = plain(await sentence.innerText());
  const number = (words) => Number((said.match(new RegExp(`([\\d ]+) ${words}`))?.[1] ?? "0").replaceAll(" ", ""));
  if (/^(Tous d|D)ans cette vue$/.test(said)) return { seen: total, outside: 0, unplaced: 0 };
  return { seen: number("dans cette vue"), outside: number("en dehors"), unplaced: number("sans position") };
}

const prepare = ({ page }) => page.clock.setFixedTime("2026-11-25T10:00:00+01:00");
const START = { route: "#/annuaire/importer", prepare, limitMs: 600_000 };

journey(`${SOURCE.length} lieux variés s’importent, se filtrent, se voient et ressortent au format national`, START, async (app) => {
  const { page } = app;
  const [large, map] = [new Large(page), new PlacesMap(page)];
  const [accepted, remarked, rejected] = await large.import(FILE);
  console.log(`  ${NAME} : ${accepted} acceptés, ${remarked} avec remarque, ${rejected} rejetées`);
  const total = accepted + remarked;
  assert.equal(total + rejected, SOURCE.length);
  if (made) assert.equal(rejected, 0);
  await large.agree();
  await large.counted(0, total, total);

  const whole = await large.export();
  console.log(`  export : ${whole.written} lieux, ${whole.leftOut} laissés de côté`);
  assert.equal(whole.name, "2026-11-25_lieux-de-mediation-numerique.csv");
  assert.deepEqual(breaches(whole.bytes), []);
  const rows = placesOf(whole.text);
  assert.equal(rows.length, whole.written);
  assert.equal(whole.written + whole.leftOut, total);
  if (made) assert.equal(whole.leftOut, made.refused);
  const known = new Map(SOURCE.map((place) => [place.id, place]));
  for (const row of rows) {
    const { id, pivot, commune, code_postal, adresse, date_maj, services } = known.get(row.id);
    const kept = services.split("|").filter((service) => LISTS.services.includes(service)).sort();
    assert.deepEqual(row.services.split("|").filter(Boolean).sort(), kept, id);
    for (const [column, cell] of Object.entries({ pivot, commune, code_postal, adresse, date_maj })) {
      assert.equal(row[column], cell.trim(), id);
    }
  }

  await page.getByText("Filtrer les lieux").click();
  for (const filter of FILTERS) await assertFilter(large, filter, rows);
  await large.counted(0, total, total);

  await map.show();
  const counts = await mapCounts(page, total);
  console.log(`  carte : ${JSON.stringify(counts)}`);
  assert.equal(counts.seen + counts.outside + counts.unplaced, total);
  await map.holds(counts.seen);
  await map.assertApart();
  const inCommune = SOURCE.filter(FILTERS[2].meets).length;
  await large.set(FILTERS[2], true);
  await large.counted(1, inCommune, inCommune);
  await map.holds(inCommune);
  const { listed } = await map.assertInStep();
  assert.equal(listed.length, inCommune);

  // What went out comes back: the same places, then the same file, then nothing new.
  const again = textFile(whole.name, whole.bytes);
  const back = await large.import(again);
  assert.equal(back[0] + back[1], whole.written, "des lieux exportés ne sont pas repris");
  assert.equal(back[2], 0);
  const isSame = page.getByText(/^Rien de nouveau\s: «\sAnnuaire d’essai\s» contient déjà exactement ces lieux/);
  const isOther = page.getByText(/^Remplacera «\sAnnuaire d’essai\s»/);
  await isSame.or(isOther).waitFor();
  console.log(`  reprise : ${plain(await isSame.or(isOther).innerText())}`);
  if (await isOther.isVisible()) {
    await large.agree();
    await large.counted(0, whole.written, whole.written);
    const second = await large.export();
    assert.equal(second.leftOut, 0);
    assert.equal(second.text, whole.text, "le fichier exporté puis repris ressort autrement");
    await large.import(again);
    await isSame.waitFor();
  }
  assert.equal(await large.directory.save.count(), 0);
});

/** A row that breaks nothing. */
const RIGHT = {
  id: "1",
  pivot: "99999999900001",
  nom: "Relais",
  commune: "Bobigny",
  code_postal: "93000",
  adresse: "1 rue",
  date_maj: "2026-10-01",
};

test("le contrôle du standard voit ce qui le rompt", () => {
  const bytesOf = (...places) => {
    const rows = places.map((place) => COLUMNS.map((column) => place[column] ?? ""));
    return Buffer.from([COLUMNS, ...rows].map((row) => row.join(",")).join("\r\n"));
  };
  assert.deepEqual(breaches(bytesOf(RIGHT)), []);
  for (const [cells, expected] of [
    [{ pivot: "12" }, "pivot : forme (12)"],
    [{ nom: " " }, "nom : vide ( )"],
    [{ code_postal: "9300" }, "code_postal : forme (9300)"],
    [{ code_insee: "20004" }, "code_insee : forme (20004)"],
    [{ latitude: "1e1" }, "latitude : forme (1e1)"],
    [{ longitude: "181" }, "longitude : hors du globe (181)"],
    [{ telephone: "0199000107" }, "telephone : forme (0199000107)"],
    [{ presentation_resume: "x".repeat(281) }, `presentation_resume : trop long (${"x".repeat(60)})`],
    [{ date_maj: "2026-02-30" }, "date_maj : date (2026-02-30)"],
    [{ services: "Coiffure" }, "services : valeur inconnue « Coiffure » (Coiffure)"],
    [{ frais_a_charge: "Gratuit|" }, "frais_a_charge : valeur inconnue «  » (Gratuit|)"],
    [{ typologie: "BIB;CS" }, "typologie : valeur inconnue « BIB;CS » (BIB;CS)"],
  ]) {
    assert.deepEqual(breaches(bytesOf({ ...RIGHT, ...cells })), [`ligne 2, ${expected}`]);
  }
  assert.deepEqual(breaches(bytesOf(RIGHT, RIGHT)), ["ligne 3, id : déjà pris (1)"]);
  assert.deepEqual(breaches(Buffer.from("nom,id\n1,2")), ["titres : nom,id"]);
  assert.deepEqual(breaches(Buffer.from(`${COLUMNS.join()}\n1,2`)), ["ligne 2 : 2 cellules"]);
  assert.throws(() => breaches(Buffer.from([0xff])), TypeError);
  assert.deepEqual(cellsOf('a,"b ""c"", d\r\ne"\n,\n'), [["a", 'b "c", d\r\ne'], ["", ""]]);
  assert.throws(() => cellsOf('a"b,c'), /caractère inattendu/);
});
