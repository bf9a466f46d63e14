// A large directory in the national standard: drawn from a seed, so that every run reads the same file. Nobody works there.
import { readFileSync } from "node:fs";
import { LISTS } from "./standard.mjs";

const { communes } = JSON.parse(readFileSync(new URL("../../../src/content/communes.json", import.meta.url), "utf8"));

const KINDS = [
  ["Médiathèque", "BIB"],
  ["Bibliothèque", "BIB"],
  ["France services", "RFS"],
  ["Centre social", "CS"],
  ["Maison de quartier", "MQ"],
  ["Espace numérique", "ASSO"],
  ["Association", "ASSO"],
  ["Atelier", "ASSO"],
  ["Mission locale", "ML"],
  ["Point d’accès au droit", "MUNI"],
  ["Mairie annexe", "MUNI"],
  ["CCAS", "CCAS"],
  ["Régie de quartier", "REG"],
  ["Tiers-lieu", "TIERS_LIEUX"],
  ["Cybercentre", "MUNI"],
];
const FICTIONS = "fictive|imaginaire|d’essai|inventée|de l’Exemple|du Brouillon|sans adresse|de papier".split("|");
const NAMES = (
  "Deux-Rives|Étoile|Relais|Prototype|Tilleuls|Passerelle|Cœur|Horizon|Lavande|Ébauche|Grand-Pré|Esquisse|Maquette|" +
  "Fontaine|Écluse|Verger|Clavier|Souris|Papillon|Hirondelle|Canal|Moulin|Colline|Boussole|Lanterne|Arc-en-Ciel|" +
  "Pivoine|Noisetier|Cerisaie|Belvédère|Phare|Marelle|Jardin|Pont-Neuf|Renard|Chênes|Orée|Bruyère|Aubépine|Mésange"
).split("|");
/** Beginnings and ends of proper names that nobody bears: a large directory holds thousands of words. */
const BEGINNINGS = "Bal Cor Dan Fel Gal Hor Jas Lam Mar Nol Pel Quin Rov Sal Tar Val Ver Zel Ari Élo Ona Ur".split(" ");
const MIDDLES = "a e i o ani eri ola ava imbe oni elu ara isse ondi ette ulo".split(" ");
const ENDS = "beau court don fort guy lac mont nay rin sac tin val vert ville zac dré lin gne x rolle".split(" ");
const WAYS = "rue|avenue|place|allée|boulevard|impasse|passage|chemin|quai|square".split("|");
const EXTRAS = "Entrée par la cour|Bâtiment B|1er étage|Derrière la fontaine|Rez-de-chaussée|Accueil commun".split("|");
const { services: SERVICES, publics_specifiquement_adresses: PUBLICS } = LISTS;
const CARE = ["Surdité", "Handicaps moteurs", "Handicaps mentaux", "Illettrisme", "Langues étrangères (anglais)", "Déficience visuelle"];
const FEES = ["Gratuit", "Gratuit", "Gratuit", "Gratuit sous condition", "Payant"];
const PROGRAMMES = ["Conseillers numériques", "France Services", "Aidants Connect", "Bibliothèques numérique de référence", "Point d'accès numérique CAF"];
const ACCESS = ["Se présenter", "Téléphoner", "Contacter par mail", "Prendre un RDV en ligne"];
const SUPPORT = ["En autonomie", "Accompagnement individuel", "Dans un atelier collectif", "À distance"];
const SENTENCES = [
  "Un conseiller numérique vous reçoit sur rendez-vous pour vos démarches en ligne.",
  "Des ordinateurs et une imprimante sont en libre accès pendant les heures d’ouverture.",
  "L’équipe accompagne les personnes âgées, les familles et les demandeurs d’emploi du quartier.",
  "Chaque semaine, une médiatrice anime un atelier sur la messagerie, les mots de passe et les arnaques.",
  "Apportez vos papiers : les démarches sont faites avec vous, jamais à votre place.",
  "Une écrivaine publique aide à rédiger les courriers et à lire les réponses des administrations.",
  "L’accueil se fait avec un enfant, et une salle au calme est réservée à qui le demande.",
  "Des téléphones et des ordinateurs reconditionnés sont proposés à prix solidaire.",
  "Les inscriptions aux ateliers se prennent sur place, le premier mardi du mois.",
  "Un interprète peut être demandé à l’avance, par téléphone.",
];

const COLUMNS = (
  "id,pivot,nom,commune,code_postal,code_insee,adresse,complement_adresse,latitude,longitude,typologie,telephone,courriels," +
  "site_web,horaires,presentation_resume,presentation_detail,source,itinerance,structure_parente,date_maj,services," +
  "publics_specifiquement_adresses,prise_en_charge_specifique,frais_a_charge,dispositif_programmes_nationaux," +
  "formations_labels,autres_formations_labels,modalites_acces,modalites_accompagnement,fiche_acces_libre,prise_rdv"
).split(",");

/** A generator that draws the same numbers each time (mulberry32). */
function dice(seed) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count) => Math.floor(next() * count);
  return {
    below,
    one: (values) => values[below(values.length)],
    some: (values, share) => values.filter(() => next() < share),
    seldom: (share, value) => (next() < share ? value() : ""),
  };
}

const two = (number) => String(number).padStart(2, "0");

/** A proper name: half of them known words, half invented. */
function name({ below, one }) {
  return below(2) === 0 ? one(NAMES) : one(BEGINNINGS) + one(MIDDLES) + one(ENDS);
}

/** Hours in the notation of the standard: nearly each place has its own, as in published files. */
function hours({ below, one, seldom }) {
  const time = (from, span) => `${two(from + below(span))}:${one(["00", "15", "30", "45"])}`;
  const morning = `${time(8, 2)}-${time(11, 2)}`;
  const afternoon = `${time(13, 2)}-${time(16, 3)}`;
  const short = seldom(0.6, () => `; ${one(["We", "Th", "Fr"])} ${time(9, 2)}-${time(12, 1)}`);
  const saturday = seldom(0.3, () => `; Sa ${time(9, 2)}-${time(12, 4)}`);
  return `${one(["Mo-Fr", "Tu-Fr", "Mo-Th"])} ${morning},${afternoon}${short}${saturday}${seldom(0.3, () => "; PH off")}`;
}

function place(number, draw) {
  const { below, one, some, seldom } = draw;
  const commune = one(communes);
  const [kind, typology] = one(KINDS);
  const slug = `lieu${number}`;
  const degrees = (millionths) => ((millionths + below(16_000) - 8_000) / 1e6).toFixed(5);
  return [
    `Fictif_${number}`,
    `999999${String(number).padStart(8, "0")}`,
    `${kind} ${one(FICTIONS)} ${name(draw)} ${one(NAMES)}`,
    commune.name,
    one(commune.postal_codes),
    commune.code,
    `${1 + below(180)} ${one(WAYS)} ${one(["de ", "du ", "des "])}${name(draw)}`,
    seldom(0.15, () => one(EXTRAS)),
    degrees(commune.centre.lat),
    degrees(commune.centre.lon),
    typology,
    seldom(0.9, () => `+331990${String(below(100_000)).padStart(5, "0")}`),
    seldom(0.8, () => `${slug}@example.org`),
    seldom(0.4, () => `https://${slug}.example.org`),
    seldom(0.85, () => hours(draw)),
    seldom(0.6, () => `${one(SENTENCES)} ${one(SENTENCES)}`.slice(0, 280)),
    seldom(0.3, () => `${one(SENTENCES)}\n${one(SENTENCES)}\n${one(SENTENCES)}`),
    "Annuaire fictif pour les mesures",
    one(["Fixe", "Fixe", "Fixe", "Itinérant"]),
    seldom(0.3, () => `Réseau ${one(FICTIONS)} ${name(draw)}`),
    `2026-${two(1 + below(10))}-${two(1 + below(28))}`,
    some(SERVICES, 0.35).join("|") || SERVICES[0],
    some(PUBLICS, 0.1).join("|"),
    some(CARE, 0.08).join("|"),
    one(FEES),
    some(PROGRAMMES, 0.2).join("|"),
    "",
    seldom(0.1, () => `Label fictif ${one(NAMES)}`),
    some(ACCESS, 0.5).join("|"),
    some(SUPPORT, 0.5).join("|"),
    seldom(0.2, () => `https://acces.example.org/${slug}`),
    seldom(0.2, () => `https://rendez-vous.example.org/${slug}`),
  ];
}

const quoted = (cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** So many fictional places, each the cells of its row. */
function places(count) {
  const draw = dice(93);
  return Array.from({ length: count }, (_, index) => place(index + 1, draw));
}

const textOf = (rows) => `${[COLUMNS, ...rows].map((row) => row.map(quoted).join(",")).join("\n")}\n`;

/** The text of a file of so many fictional places. */
export function thousands(count) {
  return textOf(places(count));
}

/** What published files hold beside: `cells`, by column, in the place of its own. `isLeftOut`: the standard does not take such a place. */
const ODDITIES = [
  { cells: { telephone: "01 99 00 12 34" } },
  { cells: { telephone: "demander Camille" } },
  { cells: { telephone: "+33199000111|+33199000222" } },
  { cells: { adresse: "" }, isLeftOut: true },
  { cells: { commune: "", code_postal: "00000", code_insee: "", adresse: "" }, isLeftOut: true },
  { cells: { date_maj: "hier" }, isLeftOut: true },
  { cells: { code_postal: "930" }, isLeftOut: true },
  { cells: { code_insee: "" } },
  { cells: { latitude: "", longitude: "" } },
  { cells: { latitude: "2.45", longitude: "48.91" } },
  { cells: { latitude: "40.4", longitude: "-3.7" } },
  { cells: { presentation_resume: "Des démarches faites avec vous, et du temps pour apprendre. ".repeat(6) } },
  { cells: { services: "", modalites_acces: "Ce lieu n'accueille pas de public" } },
  { cells: { services: "Aide aux démarches administratives|Coiffure numérique" } },
  { cells: { typologie: "BIB|MUNI|EPN" } },
  { cells: { typologie: "INCONNU" } },
  { cells: { nom: "=1+1" } },
  { cells: { nom: 'Relais « des ; points, virgules » et "guillemets"' } },
  { cells: { presentation_detail: "@accueil\r\n\r\n- lundi\r\n- mardi, « sur place »" } },
  { cells: { horaires: "sur rendez-vous" } },
  { cells: { horaires: "24/7" } },
  { cells: { horaires: "" } },
  { cells: { horaires: "Mo 09:00-12:00,14:00-17:00; Sa 00:00-00:00" } },
  { cells: { itinerance: "Itinérant|Fixe" } },
  { cells: { pivot: "W931234567" } },
  { cells: { formations_labels: "Étapes numériques(La Poste)|Formé à « DUPLEX » (illettrisme)" } },
  { cells: { site_web: "www.lieu.example.org|https://autre.example.org/?a=1,2" } },
  { cells: { courriels: "a@example.org|b@example.org" } },
  { cells: { frais_a_charge: "Gratuit|Payant" } },
  { cells: { prise_en_charge_specifique: "Langues étrangères (anglais)|Langues étrangères (autres)" } },
  { cells: { autres_formations_labels: "QPV|ZRR" } },
];

/** How often a place is odd: one in so many. */
const ODD_EACH = 3;

/** The text of a file of so many fictional places, as varied as published ones; how many of them the standard refuses. */
export function varied(count) {
  let refused = 0;
  const rows = places(count).map((row, index) => {
    if (index % ODD_EACH !== 0) return row;
    const { cells, isLeftOut = false } = ODDITIES[(index / ODD_EACH) % ODDITIES.length];
    refused += Number(isLeftOut);
    return row.map((cell, at) => cells[COLUMNS[at]] ?? cell);
  });
  return { text: textOf(rows), refused };
}
