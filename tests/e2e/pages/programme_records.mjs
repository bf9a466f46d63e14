// A programme under way, written by hand over the cycle made by rule: who waits, what was given up, the log. All fictional.
import { CYCLE, cycleRecords, joint, personId, sessionId, structureId, trainerId } from "./programme_cycle.mjs";
import { People } from "./programme_people.mjs";
import { record, withRecords } from "./records.mjs";

export const SESSIONS = 12;
export const PEOPLE = 40;
/** The first five were held; the last one was cancelled. */
export const HELD = 5;
/** What the screens of one session show: one that was held, and one to come where somebody waits. */
export const PAST = sessionId(1);
export const NEXT = sessionId(6);

const logId = (nth) => `0192f100-0000-7000-8000-${String(nth).padStart(12, "0")}`;
export const MEETING = logId(1);
export const ACTION = logId(11);
export const RISK = logId(21);
export const COMPLAINT = logId(31);

const ofCycle = (fields) => record({ cycle: CYCLE, ...fields });

const LOG = {
  meeting: {
    [MEETING]: ofCycle({
      occasion: "kick_off",
      held_on: "2021-12-14",
      title: "Lancement du cycle",
      present: "La cheffe de projet du Département\nL’équipe de formation",
      agenda: "Calendrier\nMobilisation des structures",
      decisions: "Douze sessions, une par quinzaine.\nLe Département écrit aux structures.",
    }),
    [logId(2)]: ofCycle({ occasion: "call", held_on: "2022-02-03", decisions: "Relancer les missions locales." }),
    [logId(3)]: ofCycle({ occasion: "steering", held_on: "2022-03-10", title: "Point d’étape", agenda: "La jauge" }),
  },
  action: {
    [ACTION]: ofCycle({ label: "Relancer les structures sans inscription", owner: "L’équipe", due_on: "2022-02-10", origin: logId(2) }),
    [logId(12)]: ofCycle({ label: "Réserver une salle accessible", owner: "Le Département", due_on: "2022-03-01", done_on: "2022-02-20", origin: MEETING }),
    [logId(13)]: ofCycle({ label: "Rallonger la pause du matin", owner: "L’équipe", origin: COMPLAINT, improves: true }),
  },
  risk: {
    [RISK]: ofCycle({ label: "Groupes trop petits en mai", likelihood: "high", impact: "medium", response: "Regrouper deux sessions." }),
    [logId(22)]: ofCycle({ label: "Salle sans réseau", likelihood: "low", impact: "low", closed_on: "2022-01-20" }),
  },
  complaint: {
    [COMPLAINT]: ofCycle({ received_on: "2022-02-04", from: "Une mission locale", what: "La journée est trop dense.", session: sessionId(2) }),
  },
};

const place = (session, person, status, at) =>
  record({ session, [`subject/${person}`]: true, status, asked_at: 1_640_000_100_000 + at });

/** The records of the programme. */
export function programmeRecords() {
  const records = cycleRecords({ sessions: SESSIONS, people: PEOPLE, held: HELD });
  const session = (id, fields) => {
    const before = Object.entries(records.session[id].fields).map(([name, [{ v }]]) => [name, v]);
    records.session[id] = record({ ...Object.fromEntries(before), ...fields });
  };
  session(NEXT, { capacity: 3, room: "Salle 2", address: "1 rue des Essais", access: "Métro, puis dix minutes à pied", equipment: ["sockets", "projector", "accessible"] });
  session(sessionId(SESSIONS - 1), { status: { is: "cancelled", reason: "salle fermée" } });
  const [waiting, gone] = [personId(PEOPLE), personId(PEOPLE + 1)];
  const somebody = (name, fields) => record({ family_name: name, given_name: "Camille", commune: "93008", ...fields });
  records.professional[waiting] = somebody("Attente", { structure: structureId(3), hired_on: "2021-10-04", email: "attente@exemple.fr", phone: "01 99 00 01 07", needs: "Une chaise à accoudoirs" });
  records.professional[gone] = somebody("Ailleurs", { structure: structureId(5), hired_on: "2019-01-07" });
  records.registration[joint(NEXT, waiting)] = place(NEXT, waiting, { is: "waiting" }, 1);
  records.registration[joint(sessionId(7), gone)] = place(sessionId(7), gone, { is: "cancelled", why: "by_employer", note: "" }, 2);
  const provider = {
    name: "Organisme fictif",
    address: "1 rue des Essais\n93000 Bobigny",
    siret: "73282932000074",
    declaration: "11930000093",
    prefecture: "Île-de-France",
    signatory: "Sacha Fictif, direction",
    signed_at: "Bobigny",
    phone: "01 99 00 01 08",
    email: "formation@exemple.fr",
    disability: "Sacha Fictif, 01 99 00 01 08",
    complaints: "formation@exemple.fr",
    prerequisites: "Aucun",
    rules: "Remis à l’arrivée.",
  };
  return { ...records, ...LOG, provider: { only: record(provider) } };
}

/** The program with these records, on one of its screens once its page is there. */
async function opened(page, records, route) {
  await withRecords(page, records, route);
  await page.getByRole("heading", { level: 1 }).filter({ hasNotText: "Ouverture de la page" }).waitFor();
}

/** The program with this programme, on one of its screens. */
export async function withProgramme(page, route) {
  await opened(page, programmeRecords(), route);
}

const screen = (name, route, more) => ({ name, route: "#/", prepare: (page) => withProgramme(page, route), ...more });
const past = (part) => `#/programme/session/${PAST}${part}`;
const next = (part) => `#/programme/session/${NEXT}${part}`;
const sheet = (code, route) => screen(`programme-document-${code}`, route, { sheet: true });

/** A cycle that has nobody yet. */
async function withNobody(page) {
  await opened(page, { cycle: programmeRecords().cycle }, "#/programme/personnes");
}

const LIST = `Nom;Prénom;Structure;Type de structure;Date de prise de poste;Courriel;Remarque
Fictive;Alix;Relais d’essai;Mission locale;01/09/2021;alix@exemple.fr;
Sansprenom;;Relais d’essai;;;;à rappeler
Essai0001;Dominique;Structure 2;;01/09/2021;;
Autre;Sacha;Relais d’essai;;31/02/2021;;
`;

/** A list of people read, with its faults and somebody already known. */
async function withList(page) {
  await withProgramme(page, "#/programme/personnes/importer");
  await new People(page).give(LIST);
}

/** The papers of a session, by the code of their address. */
export const PAPERS = [
  "programme",
  "convocations",
  "liste",
  "emargement-matin",
  "emargement-apres-midi",
  "compte-rendu",
  "certificats",
  "attestations",
  "annexe-facture",
];

/** The screens of the programme, to look at and to inspect. */
export const PROGRAMME_SCREENS = [
  { name: "programme-vide", route: "#/programme" },
  { name: "programme-cycle-nouveau", route: "#/programme/cycle/nouveau" },
  screen("accueil-formation", "#/"),
  screen("programme", "#/programme"),
  screen("programme-jauge", "#/programme/jauge", { sheet: true }),
  screen("programme-cycles", "#/programme/cycle"),
  screen("programme-cycle", `#/programme/cycle/${CYCLE}`),
  screen("programme-sessions", "#/programme/sessions"),
  screen("programme-calendrier", "#/programme/calendrier/2022-03"),
  screen("programme-session-nouvelle", "#/programme/session/nouveau"),
  screen("programme-session", next("")),
  screen("programme-session-tenue", past("")),
  screen("programme-session-modifier", next("/modifier")),
  screen("programme-inscriptions", next("/inscriptions")),
  screen("programme-presences", past("/presences")),
  screen("programme-documents", past("/documents")),
  ...PAPERS.map((code) => sheet(code, past(`/documents/${code}`))),
  ...PAPERS.map((code) => sheet(`${code}-vierge`, next(`/documents/${code}/vierge`))),
  screen("programme-personnes", "#/programme/personnes"),
  { name: "programme-personnes-vide", route: "#/", prepare: withNobody },
  screen("programme-personne", `#/programme/personne/${personId(1)}`),
  screen("programme-personne-modifier", `#/programme/personne/${personId(PEOPLE)}/modifier`),
  screen("programme-personne-nouvelle", "#/programme/personne/nouveau"),
  screen("programme-importer", "#/programme/personnes/importer"),
  { name: "programme-importer-lu", route: "#/", prepare: withList },
  screen("programme-structures", "#/programme/structures"),
  screen("programme-structure", `#/programme/structure/${structureId(3)}`),
  screen("programme-structure-modifier", `#/programme/structure/${structureId(3)}/modifier`),
  screen("programme-structure-nouvelle", "#/programme/structure/nouveau"),
  screen("programme-equipe", "#/programme/equipe"),
  screen("programme-equipe-membre", `#/programme/equipe/${trainerId(1)}`),
  screen("programme-equipe-nouvelle", "#/programme/equipe/nouveau"),
  screen("programme-organisme", "#/programme/organisme"),
  screen("programme-formulations", "#/programme/formulations"),
  screen("programme-suivi", "#/programme/suivi"),
  screen("programme-dossier", "#/programme/suivi/dossier", { sheet: true }),
  screen("programme-echange-nouveau", "#/programme/suivi/echange/nouveau"),
  screen("programme-echange", `#/programme/suivi/echange/${MEETING}`),
  screen("programme-action-nouvelle", "#/programme/suivi/action/nouveau"),
  screen("programme-action", `#/programme/suivi/action/${ACTION}`),
  screen("programme-risque-nouveau", "#/programme/suivi/risque/nouveau"),
  screen("programme-risque", `#/programme/suivi/risque/${RISK}`),
  screen("programme-reclamation-nouvelle", "#/programme/suivi/reclamation/nouveau"),
  screen("programme-reclamation", `#/programme/suivi/reclamation/${COMPLAINT}`),
];
