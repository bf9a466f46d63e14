// The rules of the national standard v1.0.2, written apart from the application: what a file may hold, cell by cell.

/** The columns, in their order. */
export const COLUMNS = (
  "id,pivot,nom,commune,code_postal,code_insee,adresse,complement_adresse,latitude,longitude,typologie,telephone,courriels," +
  "site_web,horaires,presentation_resume,presentation_detail,source,itinerance,structure_parente,date_maj,services," +
  "publics_specifiquement_adresses,prise_en_charge_specifique,frais_a_charge,dispositif_programmes_nationaux," +
  "formations_labels,autres_formations_labels,modalites_acces,modalites_accompagnement,fiche_acces_libre,prise_rdv"
).split(",");

const REQUIRED = ["id", "pivot", "nom", "commune", "code_postal", "adresse", "date_maj"];

const PATTERNS = {
  pivot: /^[a-zA-Z0-9]{9,14}$/,
  code_postal: /^\d{5}$/,
  code_insee: /^([013-9]\d|2[AB1-9])\d{3}$/,
  latitude: /^-?\d+(\.\d+)?$/,
  longitude: /^-?\d+(\.\d+)?$/,
  telephone: /^\+(33|590|594|262|596|269|687|689|508|681)\d{6,9}$/,
};

const LONGEST_SUMMARY = 280;

/** The codes of kinds of structure: outside the schema itself, in the library that reads it. */
const TYPOLOGIES = (
  "ACI ACIPHC AFPA AI ASE ASSO ASSO_CHOMEUR Autre AVIP BIB CAARUD CADA CAF CAP_EMPLOI CAVA CC CCAS CCONS CD CDAS " +
  "CFP CHRS CHU CIAS CIDFF CITMET CMP CMS CPAM CPH CS CSAPA CSC DEETS DEPT DIPLP E2C EA EATT EI EITI ENM EPCI EPI " +
  "EPIDE EPN ES ESAT ESS ETTI EVS FABLAB FABRIQUE FAIS FT GEIQ HUDA LA_POSTE MDE MDH MDEF MDPH MDS MJC ML MQ MSA " +
  "MSAP MUNI OACAS ODC OF OIL OPCS PAD PENSION PI PIJ_BIJ PIMMS PJJ PLIE PREF PREVENTION REG RELAIS_LECTURE " +
  "RESSOURCERIE RFS RS_FJT SCP SPIP TIERS_LIEUX UDAF"
).split(" ");

/** The values of the closed lists. A cell holds several, with a bar between them. */
export const LISTS = {
  typologie: TYPOLOGIES,
  itinerance: ["Itinérant", "Fixe"],
  services: [
    "Aide aux démarches administratives",
    "Maîtrise des outils numériques du quotidien",
    "Insertion professionnelle via le numérique",
    "Utilisation sécurisée du numérique",
    "Parentalité et éducation avec le numérique",
    "Loisirs et créations numériques",
    "Compréhension du monde numérique",
    "Accès internet et matériel informatique",
    "Acquisition de matériel informatique à prix solidaire",
  ],
  publics_specifiquement_adresses: ["Jeunes", "Étudiants", "Familles et/ou enfants", "Seniors", "Femmes"],
  prise_en_charge_specifique: [
    "Surdité",
    "Handicaps moteurs",
    "Handicaps mentaux",
    "Illettrisme",
    "Langues étrangères (anglais)",
    "Langues étrangères (autres)",
    "Déficience visuelle",
  ],
  frais_a_charge: ["Gratuit", "Gratuit sous condition", "Payant"],
  dispositif_programmes_nationaux: [
    "Aidants Connect",
    "Bibliothèques numérique de référence",
    "Certification PIX",
    "Conseillers numériques",
    "Emmaüs Connect",
    "France Services",
    "Grande école du numérique",
    "La Croix Rouge",
    "Point d'accès numérique CAF",
    "Promeneurs du net",
    "Relais numérique (Emmaüs Connect)",
  ],
  formations_labels: [
    "Formé à « Mon Espace Santé »",
    "Formé à « DUPLEX » (illettrisme)",
    "Arnia/MedNum BFC (Bourgogne-Franche-Comté)",
    "Collectif ressources et acteurs réemploi (Normandie)",
    "Étapes numériques (La Poste)",
    "Fabriques de Territoire",
    "Les Éclaireurs du numérique (Drôme)",
    "Mes Papiers (Métropole de Lyon)",
    "ORDI 3.0",
    "SUD LABS (PACA)",
  ],
  modalites_acces: [
    "Se présenter",
    "Téléphoner",
    "Contacter par mail",
    "Prendre un RDV en ligne",
    "Ce lieu n'accueille pas de public",
    "Envoyer un mail avec une fiche de prescription",
  ],
  modalites_accompagnement: ["En autonomie", "Accompagnement individuel", "Dans un atelier collectif", "À distance"],
};

/** The cells of a text in CSV, row by row. A quote where none may be is a fault. */
export function cellsOf(text) {
  const rows = [];
  let at = 0;
  while (at < text.length) {
    const row = [];
    for (;;) {
      // Sticky: a cell between quotes, or one without any.
      const cell = /"((?:[^"]|"")*)"|([^",\r\n]*)/y;
      cell.lastIndex = at;
      const [whole, quoted, bare] = cell.exec(text);
      row.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
      at += whole.length;
      if (text[at] !== ",") break;
      at += 1;
    }
    const end = /\r?\n|$/y;
    end.lastIndex = at;
    const found = end.exec(text);
    if (!found) throw new Error(`caractère inattendu après ${at} : ${text.slice(Math.max(at - 40, 0), at + 20)}`);
    at += found[0].length;
    rows.push(row);
  }
  return rows;
}

/** The places of a text in CSV, each by the names of its columns. */
export function placesOf(text) {
  const [heads, ...rows] = cellsOf(text.replace(/^\ufeff/, ""));
  return rows.map((row) => Object.fromEntries(heads.map((head, index) => [head, row[index] ?? ""])));
}

const isDay = (text) => {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
};

/** What a cell breaks; nothing for most. */
function fault(column, cell) {
  if (cell.trim() === "") return REQUIRED.includes(column) ? "vide" : undefined;
  if (PATTERNS[column] && !PATTERNS[column].test(cell)) return "forme";
  if (column === "latitude" && Math.abs(cell) > 90) return "hors du globe";
  if (column === "longitude" && Math.abs(cell) > 180) return "hors du globe";
  if (column === "date_maj" && !isDay(cell)) return "date";
  if (column === "presentation_resume" && [...cell].length > LONGEST_SUMMARY) return "trop long";
  const unlisted = LISTS[column] && cell.split("|").find((value) => !LISTS[column].includes(value));
  return unlisted === undefined ? undefined : `valeur inconnue « ${unlisted} »`;
}

/** What the bytes of a file break of the standard: « ligne 3, telephone : forme (01 99…) ». */
export function breaches(bytes) {
  const [heads, ...rows] = cellsOf(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
  if (heads.join() !== COLUMNS.join()) return [`titres : ${heads.join()}`];
  const ids = new Set();
  return rows.flatMap((row, index) => {
    const line = index + 2;
    if (row.length !== COLUMNS.length) return [`ligne ${line} : ${row.length} cellules`];
    const isTaken = ids.has(row[0]);
    ids.add(row[0]);
    const faults = COLUMNS.map((column, at) => [column, row[at], fault(column, row[at])]).filter(([, , wrong]) => wrong);
    if (isTaken) faults.push(["id", row[0], "déjà pris"]);
    return faults.map(([column, cell, wrong]) => `ligne ${line}, ${column} : ${wrong} (${cell.slice(0, 60)})`);
  });
}
