//! The words of each input of each form: its label, and what to know before filling it.

use super::network_labels as network;
use super::teaching_labels as teaching;
use crate::domain::curriculum::sequence::SEQUENCE_KIND;
use crate::domain::curriculum::version::CURRICULUM_KIND;
use crate::domain::network::card::CARD_KIND;
use crate::domain::network::oriented::ORIENTED_KIND;
use crate::domain::programme::id;

/// The words of one input, or of the group that its field makes.
pub struct Said {
    /// « field », or « field/part ».
    pub input: &'static str,
    pub label: &'static str,
    /// Empty: nothing.
    pub hint: &'static str,
}

pub(super) const fn said(input: &'static str, label: &'static str, hint: &'static str) -> Said {
    Said { input, label, hint }
}

/// The words of a kind of record.
pub fn of_kind(kind: &str) -> &'static [Said] {
    match kind {
        id::CYCLE_KIND => &CYCLE,
        id::SESSION_KIND => &SESSION,
        id::STRUCTURE_KIND => &STRUCTURE,
        id::PROFESSIONAL_KIND => &PROFESSIONAL,
        id::TRAINER_KIND => &TRAINER,
        id::PROVIDER_KIND => &PROVIDER,
        id::MEETING_KIND => &MEETING,
        id::ACTION_KIND => &ACTION,
        id::RISK_KIND => &RISK,
        id::COMPLAINT_KIND => &COMPLAINT,
        CURRICULUM_KIND => &teaching::CURRICULUM,
        SEQUENCE_KIND => &teaching::SEQUENCE,
        CARD_KIND => &network::CARD,
        ORIENTED_KIND => &network::ORIENTED,
        _ => &[],
    }
}

static CYCLE: [Said; 21] = [
    said("title", "Nom du cycle", "Par exemple «\u{202f}Numérique inclusif 2022\u{202f}»."),
    said("window", "Dates du cycle", "Le premier et le dernier jour où une session peut se tenir."),
    said("window/from", "Du", ""),
    said("window/to", "Au", ""),
    said("commissioner", "Commanditaire", "Qui a commandé la formation, et qui la suit."),
    said("sessions", "Nombre de sessions", ""),
    said("sessions/least", "Au moins", ""),
    said("sessions/most", "Au plus", ""),
    said("group", "Personnes par groupe", ""),
    said("group/least", "Au moins", ""),
    said("group/most", "Au plus", ""),
    said("people", "Personnes à former en tout", ""),
    said("people/least", "Au moins", ""),
    said("people/most", "Au plus", ""),
    said("hours", "Heures de formation par session", "Sans compter les pauses."),
    said(
        "hired_since",
        "Public prioritaire\u{a0}: en poste depuis le",
        "Les personnes arrivées avant restent inscriptibles\u{202f}; c’est signalé.",
    ),
    said(
        "priorities",
        "Types de structure prioritaires",
        "Si rien n’est coché, tous ceux du cahier des charges comptent.",
    ),
    said("budget", "Budget hors taxes", ""),
    said("budget/ceiling", "Plafond, en euros", ""),
    said("budget/committed", "Déjà engagé, en euros", ""),
    said("note", "Notes", ""),
];

static SESSION: [Said; 19] = [
    said("held_on", "Jour", "Laissez vide s’il reste à trouver."),
    said("morning", "Matin", ""),
    said("morning/from", "Début", ""),
    said("morning/to", "Fin", ""),
    said("morning/pause", "Pause, en minutes", ""),
    said("afternoon", "Après-midi", ""),
    said("afternoon/from", "Début", ""),
    said("afternoon/to", "Fin", ""),
    said("afternoon/pause", "Pause, en minutes", ""),
    said("place", "Lieu", "Le nom du bâtiment ou de la structure qui accueille."),
    said("room", "Salle", ""),
    said("address", "Adresse", ""),
    said("commune", "Commune", ""),
    said("access", "Accès", "Transports, entrée, étage, code\u{a0}: ce qu’il faut savoir pour arriver."),
    said("equipment", "Équipement de la salle", "Cochez ce qui a été vérifié."),
    said("trainers", "Formatrices et formateurs", ""),
    said("capacity", "Places", "15 si vous laissez vide."),
    said("curriculum", "Version du référentiel suivie", "Elle se fige le jour où la session est tenue."),
    said("materials", "Matériel à apporter", "Un par ligne."),
];

static STRUCTURE: [Said; 10] = [
    said("name", "Nom", ""),
    said("kind", "Type de structure", ""),
    said("commune", "Commune", ""),
    said("contact", "Personne à contacter", "Prénom, nom et fonction."),
    said("email", "Courriel", ""),
    said("phone", "Téléphone", ""),
    said("seats", "Places proposées", ""),
    said("contacted_on", "Contactée le", ""),
    said("invited_on", "Invitée le", ""),
    said("note", "Notes", ""),
];

static PROFESSIONAL: [Said; 10] = [
    said("family_name", "Nom", ""),
    said("given_name", "Prénom", ""),
    said("structure", "Structure", "Celle où la personne travaille."),
    said("function", "Fonction", "Par exemple «\u{202f}conseillère en insertion\u{202f}»."),
    said("hired_on", "En poste depuis le", "Sert à repérer le public prioritaire."),
    said("commune", "Commune de travail", ""),
    said("email", "Courriel", ""),
    said("phone", "Téléphone", ""),
    said(
        "digital_adviser",
        "Conseillère ou conseiller numérique",
        "Ces postes ont leur propre formation\u{a0}: ils ne sont pas prioritaires.",
    ),
    said(
        "needs",
        "Aménagements demandés",
        "Ce que la salle ou la journée doit prévoir, dans les mots de la personne. Rien de médical.",
    ),
];

static TRAINER: [Said; 5] = [
    said("family_name", "Nom", ""),
    said("given_name", "Prénom", ""),
    said("organisation", "Organisme", ""),
    said("email", "Courriel", ""),
    said("phone", "Téléphone", ""),
];

static PROVIDER: [Said; 13] = [
    said("name", "Nom de l’organisme", ""),
    said("address", "Adresse", ""),
    said("siret", "Numéro SIRET", "14 chiffres."),
    said("declaration", "Numéro de déclaration d’activité", "11 chiffres, donnés par la préfecture de région."),
    said("prefecture", "Préfecture de région", "Celle auprès de laquelle l’activité est déclarée."),
    said("signatory", "Signataire", "Prénom, nom et fonction de la personne qui signe les documents."),
    said("signed_at", "Lieu de signature", ""),
    said("phone", "Téléphone", ""),
    said("email", "Courriel", ""),
    said("disability", "Contact handicap", "À qui parler d’un aménagement\u{a0}: nom, téléphone ou adresse."),
    said("complaints", "Contact pour une réclamation", "À qui l’adresser, et comment."),
    said("prerequisites", "Prérequis", "Par exemple «\u{202f}aucun\u{202f}»."),
    said("rules", "Règlement intérieur", "Son texte, ou l’endroit où le lire."),
];

static MEETING: [Said; 6] = [
    said("occasion", "Nature", ""),
    said("held_on", "Date", ""),
    said("title", "Objet", ""),
    said("present", "Personnes présentes", ""),
    said("agenda", "Ordre du jour", ""),
    said("decisions", "Décisions", ""),
];

static ACTION: [Said; 6] = [
    said("label", "À faire", ""),
    said("owner", "Responsable", "Une personne ou une structure."),
    said("due_on", "Échéance", ""),
    said("done_on", "Fait le", ""),
    said("origin", "Vient de", "La réunion, le risque ou la réclamation à l’origine."),
    said("improves", "Action d’amélioration de la formation", ""),
];

static RISK: [Said; 5] = [
    said("label", "Risque", "Ce qui pourrait arriver."),
    said("likelihood", "Probabilité", ""),
    said("impact", "Gravité", ""),
    said("response", "Réponse prévue", ""),
    said("closed_on", "Écarté le", ""),
];

static COMPLAINT: [Said; 6] = [
    said("received_on", "Reçue le", ""),
    said("from", "De la part de", "Une fonction ou une structure suffit."),
    said("what", "Réclamation", ""),
    said("session", "Session concernée", ""),
    said("answer", "Réponse donnée", ""),
    said("answered_on", "Répondu le", ""),
];
