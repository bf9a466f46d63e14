//! What to say of an exchange file: the faults, and what an import would do.

use super::format::{agree, capitalised, integer, number};
use crate::domain::curriculum::run::RUN_KIND;
use crate::domain::curriculum::sequence::SEQUENCE_KIND;
use crate::domain::curriculum::version::CURRICULUM_KIND;
use crate::domain::directory::edition::DIRECTORY_KIND;
use crate::domain::directory::local::identity::PLACE_KIND;
use crate::domain::directory::local::list::PLACE_LIST_KIND;
use crate::domain::ecosystem::contact::CONTACT_KIND;
use crate::domain::ecosystem::model::{ACTOR_KIND, ACTOR_LINK_KIND};
use crate::domain::evaluation::moderation::MODERATION_KIND;
use crate::domain::evaluation::response::RESPONSE_KIND;
use crate::domain::evaluation::sending::SENDING_KIND;
use crate::domain::evaluation::synthesis::SYNTHESIS_KIND;
use crate::domain::evaluation::wording::SURVEY_KIND;
use crate::domain::exercise::case::CASE_KIND;
use crate::domain::exercise::code::EXERCISE_KIND;
use crate::domain::exercise::hand_in::HAND_IN_KIND;
use crate::domain::exercise::positioning::POSITIONING_KIND;
use crate::domain::exercise::practice::PRACTICE_KIND;
use crate::domain::interview;
use crate::domain::map::base_map::BASE_MAP_KIND;
use crate::domain::network::card::CARD_KIND;
use crate::domain::network::oriented::ORIENTED_KIND;
use crate::domain::network::pairs::PAIRS_KIND;
use crate::domain::programme::id;
use crate::domain::retention::SETTINGS_KIND;
use crate::exchange::file::ReadError;
use crate::exchange::plan::KindCounts;
use crate::exchange::sealed::OpenError;
use crate::records::Key;

/// What happened, and what to do next; what is safe is always [`NOTHING_CHANGED`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    pub what: String,
    pub next: String,
}

/// Nothing is ever changed by a file that is refused.
pub const NOTHING_CHANGED: &str = "Vos données n’ont pas changé.";

/// Why a file was refused, and what to do about it.
pub fn refusal(error: &ReadError) -> Fault {
    let (what, next) = match error {
        ReadError::TooLarge => (
            "Ce fichier est trop lourd".to_owned(),
            "Repères lit des fichiers de 64\u{a0}Mo au plus. Vérifiez qu’il s’agit bien d’un export de Repères.",
        ),
        ReadError::Empty => (
            "Ce fichier est vide".to_owned(),
            "La copie a sans doute échoué. Recopiez-le depuis le poste d’origine, puis réessayez.",
        ),
        ReadError::NotText => (
            "Ce fichier n’est pas un export de Repères".to_owned(),
            "Son contenu n’est pas du texte. Choisissez un fichier préparé par Repères\u{a0}: son nom finit par «\u{202f}.json\u{202f}» ou «\u{202f}.reperes\u{202f}».",
        ),
        ReadError::Truncated => (
            "Ce fichier est incomplet".to_owned(),
            "La copie s’est sans doute arrêtée avant la fin. Recopiez-le depuis le poste d’origine, puis réessayez.",
        ),
        ReadError::NotJson { line } => (
            "Ce fichier n’est pas un export de Repères".to_owned(),
            if *line > 1 {
                "Il a peut-être été ouvert et modifié dans un autre logiciel. Demandez un nouvel export."
            } else {
                "Choisissez un fichier dont le nom commence par «\u{202f}reperes\u{202f}» et finit par «\u{202f}.json\u{202f}» ou «\u{202f}.reperes\u{202f}». Un annuaire au format CSV s’importe depuis la page «\u{202f}Annuaire\u{202f}»."
            },
        ),
        ReadError::NotOurs => (
            "Ce fichier vient d’un autre logiciel".to_owned(),
            "Choisissez un fichier exporté par Repères\u{a0}: son nom commence par «\u{202f}reperes\u{202f}» et finit par «\u{202f}.json\u{202f}» ou «\u{202f}.reperes\u{202f}».",
        ),
        ReadError::TooNew { version } => (
            format!("Ce fichier vient d’une version plus récente de Repères (format {})", integer((*version).into())),
            "Mettez Repères à jour sur ce poste, puis importez-le à nouveau.",
        ),
        ReadError::Damaged => (
            "Ce fichier a été abîmé ou modifié".to_owned(),
            "Son contenu n’est plus celui qui a été exporté. Recopiez-le depuis le poste d’origine, ou demandez un nouvel export.",
        ),
        ReadError::TooManyRecords => (
            "Ce fichier contient trop d’éléments".to_owned(),
            "Repères en lit 50\u{202f}000 au plus. Demandez un export plus restreint.",
        ),
        ReadError::TooManyReplicas => (
            "Ce fichier réunit trop de séances de travail".to_owned(),
            "Repères en lit 100\u{202f}000 au plus. Demandez un export plus restreint.",
        ),
        ReadError::TooManySnapshots => (
            "Ce fichier contient trop d’annuaires".to_owned(),
            "Repères en lit 100 au plus. Demandez un export plus restreint.",
        ),
        ReadError::InvalidRecord { key } => (
            format!("Un élément de ce fichier ne peut pas être lu ({key})"),
            "Aucune version de Repères n’écrit un tel élément. Demandez un nouvel export.",
        ),
        ReadError::InvalidSnapshot => (
            "L’annuaire contenu dans ce fichier a été abîmé".to_owned(),
            "Recopiez le fichier depuis le poste d’origine, ou demandez un nouvel export.",
        ),
        ReadError::InvalidContent => (
            "Le contenu de ce fichier ne peut pas être lu".to_owned(),
            "Il n’a pas la forme d’un export de Repères. Demandez un nouvel export.",
        ),
    };
    Fault { what, next: next.to_owned() }
}

/// Why an encrypted file was not opened, and what to do about it.
pub fn not_opened(error: OpenError) -> Fault {
    let (what, next) = match error {
        OpenError::NotSealed => (
            "Ce fichier n’est pas un export chiffré de Repères".to_owned(),
            "Choisissez le fichier qui a été exporté avec une phrase de passe.",
        ),
        OpenError::TooLarge => return refusal(&ReadError::TooLarge),
        OpenError::TooNew { version } => return refusal(&ReadError::TooNew { version }),
        OpenError::Header => return refusal(&ReadError::Truncated),
        OpenError::OutOfBounds => (
            "Ce fichier chiffré ne vient pas de Repères".to_owned(),
            "Ses réglages de chiffrement sont hors des limites admises. Demandez un nouvel export.",
        ),
        OpenError::WrongOrDamaged => (
            "Ce fichier ne s’ouvre pas avec cette phrase de passe".to_owned(),
            "Vérifiez chaque mot. Si la phrase est la bonne, le fichier a été abîmé\u{a0}: recopiez-le depuis le poste d’origine.",
        ),
        OpenError::NoMemory => return no_memory(),
    };
    Fault { what, next: next.to_owned() }
}

/// This machine has too little memory for a passphrase.
pub fn no_memory() -> Fault {
    Fault { what: NO_MEMORY.to_owned(), next: CLOSE_OTHERS.to_owned() }
}

const NO_MEMORY: &str = "Ce poste manque de mémoire pour chiffrer ou déchiffrer";
const CLOSE_OTHERS: &str = "Fermez d’autres onglets ou logiciels, puis réessayez.";

/// The kind of a record, as people name it.
pub fn kind(kind: &str, number: u64) -> String {
    match kind {
        interview::model::KIND => agree(number, "entretien", "entretiens").to_owned(),
        DIRECTORY_KIND => agree(number, "annuaire", "annuaires").to_owned(),
        BASE_MAP_KIND => agree(number, "fond de carte", "fonds de carte").to_owned(),
        PLACE_KIND => agree(number, "suivi de lieu", "suivis de lieux").to_owned(),
        PLACE_LIST_KIND => agree(number, "liste de lieux", "listes de lieux").to_owned(),
        SETTINGS_KIND => agree(number, "réglage", "réglages").to_owned(),
        ACTOR_KIND => agree(number, "acteur", "acteurs").to_owned(),
        ACTOR_LINK_KIND => agree(number, "lien entre acteurs", "liens entre acteurs").to_owned(),
        CONTACT_KIND => agree(number, "contact", "contacts").to_owned(),
        EXERCISE_KIND => agree(number, "exercice", "exercices").to_owned(),
        CASE_KIND => agree(number, "cas écrit ici", "cas écrits ici").to_owned(),
        PRACTICE_KIND => agree(number, "entretien d’exercice", "entretiens d’exercice").to_owned(),
        POSITIONING_KIND => agree(number, "positionnement", "positionnements").to_owned(),
        id::CYCLE_KIND => agree(number, "cycle", "cycles").to_owned(),
        id::SESSION_KIND => agree(number, "session", "sessions").to_owned(),
        id::PROFESSIONAL_KIND => agree(number, "personne à former", "personnes à former").to_owned(),
        id::TRAINER_KIND => agree(number, "membre de l’équipe", "membres de l’équipe").to_owned(),
        id::STRUCTURE_KIND => agree(number, "structure", "structures").to_owned(),
        id::REGISTRATION_KIND => agree(number, "inscription", "inscriptions").to_owned(),
        id::ATTENDANCE_KIND => agree(number, "présence", "présences").to_owned(),
        id::MEETING_KIND => agree(number, "échange avec le commanditaire", "échanges avec le commanditaire").to_owned(),
        id::ACTION_KIND => agree(number, "action", "actions").to_owned(),
        id::RISK_KIND => agree(number, "risque", "risques").to_owned(),
        id::COMPLAINT_KIND => agree(number, "réclamation", "réclamations").to_owned(),
        id::PROVIDER_KIND => agree(number, "organisme de formation", "organismes de formation").to_owned(),
        id::WORDING_KIND => agree(number, "formulation des documents", "formulations des documents").to_owned(),
        CURRICULUM_KIND => agree(number, "version du référentiel", "versions du référentiel").to_owned(),
        SEQUENCE_KIND => agree(number, "séquence de formation", "séquences de formation").to_owned(),
        RUN_KIND => agree(number, "déroulé de journée", "déroulés de journée").to_owned(),
        CARD_KIND => agree(number, "carte du réseau", "cartes du réseau").to_owned(),
        PAIRS_KIND => agree(number, "liste de binômes", "listes de binômes").to_owned(),
        ORIENTED_KIND => agree(number, "décompte d’orientations", "décomptes d’orientations").to_owned(),
        RESPONSE_KIND => agree(number, "réponse à un questionnaire", "réponses à un questionnaire").to_owned(),
        MODERATION_KIND => agree(number, "lecture d’une réponse", "lectures de réponses").to_owned(),
        SENDING_KIND => agree(number, "envoi de questionnaires", "envois de questionnaires").to_owned(),
        SURVEY_KIND => agree(number, "version d’un questionnaire", "versions de questionnaires").to_owned(),
        SYNTHESIS_KIND => agree(number, "synthèse", "synthèses").to_owned(),
        HAND_IN_KIND => agree(number, "réponse à un exercice", "réponses à un exercice").to_owned(),
        _ => format!("{} d’une version plus récente", agree(number, "élément", "éléments")),
    }
}

/// Whether the name of a kind is feminine.
fn is_feminine(kind: &str) -> bool {
    const FEMININE: [&str; 18] = [
        RESPONSE_KIND,
        MODERATION_KIND,
        SURVEY_KIND,
        SYNTHESIS_KIND,
        PLACE_LIST_KIND,
        HAND_IN_KIND,
        id::SESSION_KIND,
        id::PROFESSIONAL_KIND,
        id::STRUCTURE_KIND,
        id::REGISTRATION_KIND,
        id::ATTENDANCE_KIND,
        id::ACTION_KIND,
        id::COMPLAINT_KIND,
        id::WORDING_KIND,
        CURRICULUM_KIND,
        SEQUENCE_KIND,
        CARD_KIND,
        PAIRS_KIND,
    ];
    FEMININE.contains(&kind)
}

/// What is done to records of a kind: each participle of the phrase, given in the masculine singular, agrees with them.
pub fn agreed(kind: &str, number: u64, phrase: &str) -> String {
    let ending = match (is_feminine(kind), agree(number, "one", "many") == "one") {
        (false, true) => "",
        (false, false) => "s",
        (true, true) => "e",
        (true, false) => "es",
    };
    const DONE: [&str; 7] = ["ajouté", "complété", "modifié", "rétabli", "supprimé", "effacé", "retiré"];
    let agree_word = |word: &str| match DONE.contains(&word) {
        true => format!("{word}{ending}"),
        false => word.to_owned(),
    };
    phrase.split(' ').map(agree_word).collect::<Vec<_>>().join(" ")
}

/// What would happen to the records of one kind, a phrase for each thing that would; empty when nothing would.
pub fn changes(kind: &str, counts: KindCounts) -> Vec<String> {
    [
        (counts.added, "ajouté"),
        (counts.changed, "complété ou modifié"),
        (counts.restored, "rétabli"),
        (counts.in_conflict, "avec plusieurs valeurs à vérifier"),
        (counts.deleted, "supprimé"),
        (counts.erased, "effacé pour toujours"),
        (counts.unchanged, "sans changement"),
    ]
    .into_iter()
    .filter(|(records, _)| *records > 0)
    .map(|(records, phrase)| {
        let records = number(records);
        format!("{}\u{a0}{}", integer(records), agreed(kind, records, phrase))
    })
    .collect()
}

/// « Entretien « 23-11-A » »; « Entretien » when it has no name.
pub fn record(key: &Key, title: Option<&str>) -> String {
    let kind = capitalised(&kind(key.kind.as_str(), 1));
    match title {
        Some(title) => format!("{kind} «\u{202f}{title}\u{202f}»"),
        None => kind,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_refusal_says_what_happened_and_what_to_do() {
        for error in [
            ReadError::TooLarge,
            ReadError::Empty,
            ReadError::NotText,
            ReadError::Truncated,
            ReadError::NotJson { line: 1 },
            ReadError::NotJson { line: 9 },
            ReadError::NotOurs,
            ReadError::TooNew { version: 2 },
            ReadError::Damaged,
            ReadError::TooManyRecords,
            ReadError::TooManyReplicas,
            ReadError::TooManySnapshots,
            ReadError::InvalidRecord { key: "a/b".to_owned() },
            ReadError::InvalidSnapshot,
            ReadError::InvalidContent,
        ] {
            let fault = refusal(&error);
            assert!(!fault.what.ends_with('.') && fault.next.ends_with('.'), "{fault:?}");
        }
    }

    #[test]
    fn each_fault_of_encryption_says_what_happened_and_what_to_do() {
        let opening = [
            OpenError::NotSealed,
            OpenError::TooLarge,
            OpenError::TooNew { version: 2 },
            OpenError::Header,
            OpenError::OutOfBounds,
            OpenError::WrongOrDamaged,
            OpenError::NoMemory,
        ];
        for fault in opening.map(not_opened) {
            assert!(!fault.what.ends_with('.') && fault.next.ends_with('.'), "{fault:?}");
        }
    }

    #[test]
    fn an_import_is_said_in_counts() {
        let counts = KindCounts { added: 2, restored: 3, unchanged: 1, ..KindCounts::default() };
        assert_eq!(changes("interview", counts), ["2\u{a0}ajoutés", "3\u{a0}rétablis", "1\u{a0}sans changement"]);
        let all = KindCounts { added: 1, changed: 2, in_conflict: 1, deleted: 2, erased: 1, restored: 2, unchanged: 2 };
        assert_eq!(
            changes("session", all),
            [
                "1\u{a0}ajoutée",
                "2\u{a0}complétées ou modifiées",
                "2\u{a0}rétablies",
                "1\u{a0}avec plusieurs valeurs à vérifier",
                "2\u{a0}supprimées",
                "1\u{a0}effacée pour toujours",
                "2\u{a0}sans changement",
            ]
        );
        assert_eq!(kind("interview", 1), "entretien");
        assert_eq!([kind("place", 1), kind("place_list", 2)], ["suivi de lieu", "listes de lieux"]);
        assert_eq!([kind("base_map", 1), kind("base_map", 2)], ["fond de carte", "fonds de carte"]);
    }
}
