// The directory as one writes it without Repères: PapaParse reads the file, Dexie keeps it, MiniSearch finds in it.
// Each does what its documentation shows. Where there is a choice, `rivals.mjs` takes the fastest for them.
const FIELDS = [
  "nom",
  "commune",
  "code_postal",
  "adresse",
  "complement_adresse",
  "structure_parente",
  "services",
  "dispositif_programmes_nationaux",
  "publics_specifiquement_adresses",
  "prise_en_charge_specifique",
  "autres_formations_labels",
  "presentation_resume",
  "presentation_detail",
];
const SHOWN = 20;
const count = new Intl.NumberFormat("fr-FR");

const OPTIONS = {
  idField: "id",
  fields: FIELDS,
  processTerm: (term) => term.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase(),
  searchOptions: {
    prefix: true,
    // As in Repères: no slip is forgiven in a short word.
    fuzzy: (term) => (term.length > 3 ? 1 : false),
    combineWith: "AND",
    boost: { nom: 4, commune: 3, code_postal: 3, services: 2 },
  },
};

// The same promise as Repères: « stored » means that the disk has it.
const database = new Dexie("annuaire", { chromeTransactionDurability: "strict" });
database.version(1).stores({ places: "id", indexes: "" });

const field = document.querySelector("#search");
const status = document.querySelector("#status");
const results = document.querySelector("#results");

/** The index, once it is ready; and the places at hand, unless they are asked of the database. */
let index = null;
let places = null;

function parse(file) {
  return new Promise((complete, error) => {
    Papa.parse(file, { header: true, skipEmptyLines: true, complete, error });
  });
}

function keepAtHand(rows) {
  places = new Map(rows.map((row) => [row.id, row]));
  index = new MiniSearch(OPTIONS);
  index.addAll(rows);
}

/** Reads the file, stores its places and prepares the search: the index is built while the database writes. */
async function take(file) {
  status.textContent = "Lecture du fichier…";
  const { data } = await parse(file);
  const stored = database.places.bulkAdd(data);
  keepAtHand(data);
  await stored;
  await show();
}

/** What the page does when it opens: builds the index again from the places, or loads the one that was kept. */
const openings = {
  async rebuilt() {
    const rows = await database.places.toArray();
    if (rows.length > 0) keepAtHand(rows);
  },
  async loaded() {
    const text = await database.indexes.get("places");
    if (text) index = MiniSearch.loadJSON(text, OPTIONS);
  },
};

/** Keeps the index itself, for the second way to open. */
async function keepIndex() {
  await database.indexes.put(JSON.stringify(index), "places");
}

function item(place) {
  const item = document.createElement("li");
  const name = item.appendChild(document.createElement("h2")).appendChild(document.createElement("a"));
  name.href = `#${place.id}`;
  name.textContent = place.nom;
  item.appendChild(document.createElement("p")).textContent = `${place.code_postal} ${place.commune}`;
  item.appendChild(document.createElement("p")).textContent = place.horaires;
  const phone = item.appendChild(document.createElement("a"));
  phone.href = `tel:${place.telephone}`;
  phone.textContent = place.telephone;
  return item;
}

let asked = 0;

/** Shows the first places that answer what is typed. */
async function show() {
  const typed = field.value.trim();
  const turn = ++asked;
  if (!index || !typed) {
    status.textContent = index ? `${count.format(index.documentCount)} lieux` : "Aucun annuaire";
    results.replaceChildren();
    return;
  }
  const found = index.search(typed);
  const ids = found.slice(0, SHOWN).map(({ id }) => id);
  const shown = places ? ids.map((id) => places.get(id)) : await database.places.bulkGet(ids);
  if (turn !== asked) return;
  results.replaceChildren(...shown.map(item));
  status.textContent = `${count.format(found.length)} lieux pour « ${typed} »`;
}

field.addEventListener("input", show);
document.querySelector("#file").addEventListener("change", ({ target }) => take(target.files[0]));

const opening = new URLSearchParams(location.search).get("index") === "loaded" ? openings.loaded : openings.rebuilt;
// What was typed meanwhile is answered at once.
opening().then(show);
