// The typography of the product's French, rule by rule; no-break spaces are written by their number.

/** What is measured: an ordinary space would leave the number at the end of a line. */
const UNITS = "€|%|h|min|minutes?|heures?|jours?|semaines?|mois|ans?|personnes?|places?|lieux|entretiens?|km|m|Mo|Go|ko";

/** Words that begin with an accented capital, without it. */
const BARE =
  "Ecart|Echange|Echeance|Ecole|Ecran|Ecrire|Ecrit|Editer|Education|Egalit|Electr|Element|Eleve|" +
  "Emargement|Epinay|Epreuve|Equipe|Etap|Etat|Etes|Etiquette|Etre|Etude|Evalu|Evit|Evolution";

/** What only the preposition goes before: there « A » is « À ». */
const AFTER_A =
  "la|qui|quoi|partir|propos|côté|jour|faire|chaque|dire|savoir|rattacher|supprimer|vérifier|compléter|noter";

/** Our typography. `wrong` breaks this rule and no other; `right` breaks none. */
export const TYPOGRAPHY = [
  {
    name: "espace insécable avant ; ! ? »",
    pattern: /(?<![\u00a0\u202f;!?…])[;!?»](?!\w)/gu,
    wrong: "Voulez-vous continuer ?",
    right: "Voulez-vous continuer\u202f?",
  },
  {
    name: "espace insécable avant :",
    pattern: /(?<=[\p{L}\p{N})»]) ?:(?=\s|$)/gu,
    wrong: "Lieu : la mairie.",
    right: "Lieu\u00a0: la mairie, de 9:30 à 10:30.",
  },
  {
    name: "espace insécable après «",
    pattern: /«(?![\u00a0\u202f])/gu,
    wrong: "Choisissez « Supprimer\u202f».",
    right: "Choisissez «\u202fSupprimer\u202f».",
  },
  { name: "apostrophe", pattern: /(?<=\p{L})'(?=\p{L})/gu, wrong: "L'annuaire est vide.", right: "L’annuaire est vide." },
  { name: "guillemets droits", pattern: /"/gu, wrong: 'Choisissez "Non".', right: "Choisissez «\u202fNon\u202f»." },
  { name: "points de suspension", pattern: /\.\.\./gu, wrong: "Effacer...", right: "Effacer…" },
  {
    name: "capitale accentuée",
    pattern: new RegExp(`(?<!\\p{L})(?:(?:${BARE})\\p{L}*|Ca(?= )|A (?=l’|(?:${AFTER_A})(?!\\p{L})))`, "gu"),
    wrong: "Etat de la sauvegarde",
    right: "État de la sauvegarde, à l’État",
  },
  {
    name: "ordinal",
    pattern: /(?<![\p{L}\p{N}])(?:1 ?(?:ères?|eres?|iers?|ers|[eè]mes?)|\d+ (?:er|re|e)|\d+ ?i?[eè]mes?)(?!\p{L})/gu,
    wrong: "C’est la 2ème session.",
    right: "Le 1er mars, la 1re session, puis la 2e.",
  },
  {
    name: "espaces qui se suivent",
    pattern: /[ \u00a0\u202f]{2,}/gu,
    wrong: "Deux  espaces.",
    right: "Une espace.",
  },
  {
    name: "espace avant une virgule ou un point",
    pattern: /[ \u00a0\u202f][,.](?![\p{L}\p{N}])/gu,
    wrong: "Une liste , puis une autre.",
    right: "Une liste, puis une autre.",
  },
  {
    name: "milliers",
    pattern: new RegExp(
      `(?<![\\p{N}\\u00a0\\u202f])\\d{1,3}[ \\u00a0]\\d{3}(?![\\d\\u00a0])|\\d{4,}(?=[ \\u00a0\\u202f](?:${UNITS})(?!\\p{L}))`,
      "gu",
    ),
    wrong: "Le total est de 12500\u00a0€.",
    right: "Le total est de 12\u202f500\u00a0€.",
  },
  {
    name: "espace insécable avant une unité",
    pattern: new RegExp(`(?<=\\p{N}) ?(?=(?:€|%)(?!\\p{L}))|(?<=\\p{N}) (?=(?:${UNITS})(?!\\p{L}))`, "gu"),
    wrong: "Après 5 minutes.",
    right: "Après 5\u00a0minutes.",
  },
  {
    name: "lettres liées",
    pattern: /(?<!\p{L})(?:oeuvre|coeur|soeur|voeu|noeud|oeil|moeurs|manoeuvre)/giu,
    wrong: "La mise en oeuvre est suivie.",
    right: "La mise en œuvre est suivie.",
  },
];
