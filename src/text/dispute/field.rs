//! The fields of a record, as people name them.

use super::{Wording, case, ecosystem, programme};
use crate::domain::directory::edition::DIRECTORY_KIND;
use crate::domain::directory::field::PlaceField;
use crate::domain::directory::local::decode::field as of_place;
use crate::domain::directory::local::identity::PLACE_KIND;
use crate::domain::directory::local::list::{PLACE_LIST_KIND, field as of_list};
use crate::domain::exercise::case::CASE_KIND;
use crate::domain::exercise::code::EXERCISE_KIND;
use crate::domain::exercise::hand_in::{HAND_IN_KIND, field as of_hand_in};
use crate::domain::exercise::model::field as of_exercise;
use crate::domain::interview::decode::field as name;
use crate::domain::interview::framing::Input;
use crate::domain::interview::id::{BlockId, ItemId, OrientationId};
use crate::domain::interview::model::KIND;
use crate::domain::map::base_map::{self, BASE_MAP_KIND};
use crate::domain::retention::{SETTINGS_KIND, field as rule};
use crate::text::interview::framing;
use crate::text::local;

/// A field in words; one that is not known, by its name.
pub fn field(wording: Wording<'_>, kind: &str, field: &str) -> String {
    match (kind, field) {
        (KIND, _) => of_interview(wording, field),
        (DIRECTORY_KIND, "current") => "Édition en cours".to_owned(),
        (DIRECTORY_KIND, "source") => "Nom de l’annuaire".to_owned(),
        (BASE_MAP_KIND, base_map::CURRENT) => "Fond de carte en cours".to_owned(),
        (PLACE_KIND, _) => of_a_place(field).unwrap_or_else(|| unknown(field)),
        (PLACE_LIST_KIND, of_list::NAME) => "Nom de la liste".to_owned(),
        (PLACE_LIST_KIND, of_list::NOTE) => "Note sur la liste".to_owned(),
        (EXERCISE_KIND, of_exercise::TITLE) => "Titre de l’exercice".to_owned(),
        (EXERCISE_KIND, of_exercise::HELD_ON) => "Date de l’exercice".to_owned(),
        (EXERCISE_KIND, of_exercise::SESSION) => "Session de l’exercice".to_owned(),
        (EXERCISE_KIND, of_exercise::SEATS) => "Nombre de personnes attendues".to_owned(),
        (EXERCISE_KIND, of_exercise::MINUTES) => "Temps donné pour un cas".to_owned(),
        (EXERCISE_KIND, of_exercise::CLOSED_ON) => "Clôture de l’exercice".to_owned(),
        (HAND_IN_KIND, of_hand_in::SEAT) => "Numéro tiré".to_owned(),
        (HAND_IN_KIND, of_hand_in::SET_ASIDE) => "Réponse mise de côté".to_owned(),
        (CASE_KIND, _) => case::field(wording, field).unwrap_or_else(|| unknown(field)),
        (SETTINGS_KIND, rule::MONTHS) => "Durée de conservation des entretiens".to_owned(),
        (SETTINGS_KIND, rule::PROOF_MONTHS) => "Durée de conservation des présences".to_owned(),
        (SETTINGS_KIND, rule::ANSWER_MONTHS) => "Durée de conservation des réponses".to_owned(),
        (SETTINGS_KIND, rule::HOLD_REASON) => "Motif de l’obligation de garder".to_owned(),
        (SETTINGS_KIND, rule::HOLD_UNTIL) => "Fin de l’obligation de garder".to_owned(),
        _ if programme::is_known(kind) => programme::field(kind, field).unwrap_or_else(|| unknown(field)),
        _ => ecosystem::field(wording, kind, field).unwrap_or_else(|| unknown(field)),
    }
}

fn of_interview(wording: Wording<'_>, field: &str) -> String {
    let words = match field {
        name::LABEL => "Repère de dossier",
        name::COMMUNE => "Commune de la personne",
        name::STARTING_COMMUNE => "Commune de départ pour les distances",
        name::AGE_BAND => "Tranche d’âge",
        name::LENGTH => "Longueur de l’entretien",
        name::PRESENTATION => "Présentation des questions",
        name::QUESTIONNAIRE => "Version des questions",
        name::STARTED_ON => "Date de début",
        name::CONCLUDED_ON => "Fin de l’entretien",
        name::AT => "Endroit où reprendre",
        name::PERSON_INFORMED => "Information de la personne",
        name::EMPLOYEE => framing::question(Input::Employee),
        name::HABILITATED => framing::question(Input::Habilitated),
        name::RESTRICTED => "Limitation de l’usage",
        name::KEEP_UNTIL => "Gardé jusqu’au",
        _ => return of_family(wording, field).unwrap_or_else(|| unknown(field)),
    };
    words.to_owned()
}

/// A field named after a question, a theme or an orientation that this version knows.
fn of_family(wording: Wording<'_>, field: &str) -> Option<String> {
    let block = |id: &str| Some(wording.questionnaire?.block(&BlockId::new(id).ok()?)?.title.as_str());
    let orientation = |id: &str| Some(wording.rulebook?.orientation(&OrientationId::new(id).ok()?)?.title.as_str());
    if let Some(id) = field.strip_prefix(name::ANSWER) {
        Some(wording.questionnaire?.item(&ItemId::new(id).ok()?)?.text.clone())
    } else if let Some(id) = field.strip_prefix(name::NOTE) {
        Some(format!("Note\u{a0}: {}", block(id)?))
    } else if let Some(id) = field.strip_prefix(name::ASK_ANYWAY) {
        Some(format!("Thème abordé quand même\u{a0}: {}", block(id)?))
    } else if let Some(id) = field.strip_prefix(name::ORIENTATION) {
        Some(format!("Décision\u{a0}: {}", orientation(id)?))
    } else if let Some(id) = field.strip_prefix(name::REFERRAL) {
        Some(format!("Lieu choisi\u{a0}: {}", orientation(id)?))
    } else {
        None
    }
}

fn of_a_place(field: &str) -> Option<String> {
    let words = match field {
        of_place::CLOSED => "Fermeture",
        of_place::ATTACHED_TO => "Lieu devenu",
        _ if field.starts_with(of_place::NOTE) => "Note sur le lieu",
        _ => {
            let corrected = PlaceField::of_column(field.strip_prefix(of_place::CORRECTION)?)?;
            return Some(format!("Correction\u{a0}: {}", local::field(corrected)));
        }
    };
    Some(words.to_owned())
}

fn unknown(field: &str) -> String {
    format!("Champ «\u{202f}{field}\u{202f}»")
}
