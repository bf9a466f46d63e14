//! « À vérifier » in French: what is disputed, who wrote what and when, what each act does.

mod case;
mod ecosystem;
mod field;
mod programme;
mod value;

pub use field::field;
pub use value::{unreadable, value};

use super::format::{self, count};
use crate::domain::aside::AsideReason;
use crate::domain::commune::Communes;
use crate::domain::directory::edition::DIRECTORY_KIND;
use crate::domain::directory::local::identity::PLACE_KIND;
use crate::domain::directory::local::list::PLACE_LIST_KIND;
use crate::domain::dispute::{Clock, TextFault};
use crate::domain::ecosystem::catalogue::Catalogue;
use crate::domain::ecosystem::contact::CONTACT_KIND;
use crate::domain::ecosystem::model::{ACTOR_KIND, ACTOR_LINK_KIND};
use crate::domain::exercise::case::CASE_KIND;
use crate::domain::exercise::code::EXERCISE_KIND;
use crate::domain::exercise::hand_in::HAND_IN_KIND;
use crate::domain::exercise::positioning::POSITIONING_KIND;
use crate::domain::exercise::practice::PRACTICE_KIND;
use crate::domain::interview::label::CaseLabel;
use crate::domain::interview::model::KIND;
use crate::domain::interview::questionnaire::Questionnaire;
use crate::domain::interview::rulebook::Rulebook;
use crate::domain::map::base_map::BASE_MAP_KIND;
use crate::domain::retention::SETTINGS_KIND;
use crate::records::{DeviceId, MAX_TEXT_CHARS};
use chrono::{NaiveDate, NaiveTime};

/// The content that names what a field holds; what is missing is named by its identifier.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wording<'a> {
    pub questionnaire: Option<&'a Questionnaire>,
    pub rulebook: Option<&'a Rulebook>,
    pub communes: Option<&'a Communes>,
    pub ecosystem: Option<&'a Catalogue>,
}

/// What a notice announces: « 2 désaccords et 1 valeur illisible à vérifier »; none when there is nothing.
pub fn notice(disagreements: usize, unreadable: usize) -> Option<String> {
    let disagreements = (disagreements > 0).then(|| count(disagreements as u64, "désaccord", "désaccords"));
    let unreadable = (unreadable > 0).then(|| count(unreadable as u64, "valeur illisible", "valeurs illisibles"));
    let parts: Vec<String> = [disagreements, unreadable].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| format!("{} à vérifier", format::list(&parts)))
}

/// « 3 points à vérifier ».
pub fn total(points: usize) -> String {
    count(points as u64, "point à vérifier", "points à vérifier")
}

/// What was kept, the start of it when it is long.
pub fn kept(value: &str) -> String {
    const SHOWN: usize = 120;
    match value.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("Valeur gardée\u{a0}: {}…", value.get(..end).unwrap_or_default()),
        None => format!("Valeur gardée\u{a0}: {value}"),
    }
}

/// Which field was emptied.
pub fn emptied(field: &str) -> String {
    format!("Champ vidé\u{a0}: {field}")
}

/// On which machine: « sur « poste-1a2b » ».
pub fn on_device(device: Option<&DeviceId>) -> String {
    device.map_or_else(|| "sur un poste inconnu".to_owned(), |device| format!("sur «\u{202f}{device}\u{202f}»"))
}

/// When a write was made, as its machine showed it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// None: outside any calendar.
    pub day: Option<NaiveDate>,
    /// None: not known here.
    pub time: Option<NaiveTime>,
}

/// Who wrote and when: « Écrit sur « poste-1a2b », le 1er mars 2026 à 9 h 05 ». A time that cannot be
/// believed is left to [`wrong_clock`].
pub fn written(act: &str, device: Option<&DeviceId>, clock: Clock, moment: Moment) -> String {
    let on = on_device(device);
    match (clock, moment.day, moment.time) {
        (Clock::Plausible, Some(day), Some(time)) => {
            format!("{act} {on}, le {} à {}", format::date(day), format::time(time))
        }
        (Clock::Plausible, Some(day), None) => format!("{act} {on}, le {}", format::date(day)),
        _ => format!("{act} {on}"),
    }
}

/// Names a clock that cannot be believed: « Horloge du poste à vérifier : 1er janvier 1970 ».
pub fn wrong_clock(clock: Clock, moment: Moment) -> Option<String> {
    let shown = moment.day.map_or_else(|| "date impossible".to_owned(), format::date);
    (clock != Clock::Plausible).then(|| format!("Horloge du poste à vérifier\u{a0}: {shown}"))
}

/// A record, as a heading names it. `label` is that of an interview, `title` what any other record is called.
pub fn record(kind: &str, id: &str, label: Option<&CaseLabel>, title: Option<&str>) -> String {
    match (kind, title) {
        (KIND, _) => super::interview::case_title(label),
        (DIRECTORY_KIND, Some(name)) => format!("Annuaire «\u{202f}{name}\u{202f}»"),
        (DIRECTORY_KIND, None) => format!("Annuaire {id}"),
        (BASE_MAP_KIND, Some(name)) => format!("Fond de carte «\u{202f}{name}\u{202f}»"),
        (BASE_MAP_KIND, None) => "Fond de carte".to_owned(),
        (PLACE_KIND, Some(name)) => format!("Lieu «\u{202f}{name}\u{202f}»"),
        (PLACE_KIND, None) => "Lieu sans nom".to_owned(),
        (PLACE_LIST_KIND, Some(name)) => format!("Liste de lieux «\u{202f}{name}\u{202f}»"),
        (PLACE_LIST_KIND, None) => "Liste de lieux sans nom".to_owned(),
        (EXERCISE_KIND, Some(title)) => format!("Exercice «\u{202f}{title}\u{202f}»"),
        (EXERCISE_KIND, None) => "Exercice sans titre".to_owned(),
        (HAND_IN_KIND, _) => "Réponse à un exercice".to_owned(),
        (POSITIONING_KIND, _) => "Positionnement".to_owned(),
        (PRACTICE_KIND, _) => "Entretien d’exercice".to_owned(),
        (CASE_KIND, Some(title)) => format!("Cas «\u{202f}{title}\u{202f}»"),
        (CASE_KIND, None) => "Cas sans titre".to_owned(),
        (SETTINGS_KIND, _) => "Règle de conservation".to_owned(),
        (ACTOR_KIND, name) => format!("Acteur «\u{202f}{}\u{202f}»", name.unwrap_or(id)),
        (ACTOR_LINK_KIND, _) => "Lien entre deux acteurs".to_owned(),
        (CONTACT_KIND, name) => format!("Contact «\u{202f}{}\u{202f}»", name.unwrap_or(id)),
        _ if programme::is_known(kind) => programme::record(kind, title),
        _ => format!("Élément d’une version plus récente ({kind}/{id})"),
    }
}

/// What is said of a record removed on one side and changed on the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Removal {
    pub explanation: &'static str,
    pub keep: &'static str,
    pub kept: &'static str,
    pub leave: &'static str,
    /// Once it is left removed, with what remains possible.
    pub left: &'static str,
}

/// The words of a disputed removal.
pub fn removal(kind: &str) -> Removal {
    const LEAVE: &str = "Le laisser supprimé";
    match kind {
        KIND => Removal {
            explanation: "Cet entretien a été supprimé sur un poste et modifié sur un autre, sans que l’un sache ce que faisait l’autre. En attendant votre choix, il reste dans la liste.",
            keep: "Garder l’entretien",
            kept: "Entretien gardé.",
            leave: LEAVE,
            left: "Entretien laissé supprimé. Il reste possible de le rétablir, page «\u{202f}Entretiens\u{202f}», sous «\u{202f}Supprimés\u{202f}».",
        },
        DIRECTORY_KIND => Removal {
            explanation: "Cet annuaire a été retiré sur un poste et remplacé sur un autre. Si vous le laissez supprimé, ses lieux ne seront plus gardés ici\u{a0}: pour les retrouver, il faudra importer à nouveau son fichier.",
            keep: "Garder l’annuaire",
            kept: "Annuaire gardé.",
            leave: LEAVE,
            left: "Annuaire laissé supprimé. Pour le retrouver, importez à nouveau son fichier.",
        },
        BASE_MAP_KIND => Removal {
            explanation: "Le fond de carte a été retiré sur un poste et remplacé sur un autre. Si vous le laissez supprimé, il ne sera plus gardé ici\u{a0}: pour le retrouver, il faudra importer à nouveau son fichier.",
            keep: "Garder le fond de carte",
            kept: "Fond de carte gardé.",
            leave: LEAVE,
            left: "Fond de carte laissé supprimé. Pour le retrouver, importez à nouveau son fichier.",
        },
        PLACE_KIND => Removal {
            explanation: "Ce qui est noté de ce lieu a été supprimé sur un poste et complété sur un autre, sans que l’un sache ce que faisait l’autre.",
            keep: "Garder ce qui est noté",
            kept: "Suivi du lieu gardé.",
            leave: LEAVE,
            left: "Suivi du lieu laissé supprimé. Le lieu reste dans l’annuaire.",
        },
        PLACE_LIST_KIND => Removal {
            explanation: "Cette liste de lieux a été supprimée sur un poste et modifiée sur un autre, sans que l’un sache ce que faisait l’autre.",
            keep: "Garder la liste",
            kept: "Liste gardée.",
            leave: "La laisser supprimée",
            left: "Liste laissée supprimée. Ses lieux restent dans l’annuaire.",
        },
        EXERCISE_KIND => Removal {
            explanation: "Cet exercice a été supprimé sur un poste et modifié sur un autre, sans que l’un sache ce que faisait l’autre.",
            keep: "Garder l’exercice",
            kept: "Exercice gardé.",
            leave: LEAVE,
            left: "Exercice laissé supprimé.",
        },
        HAND_IN_KIND => Removal {
            explanation: "Cette réponse à un exercice a été supprimée sur un poste et modifiée sur un autre, sans que l’un sache ce que faisait l’autre.",
            keep: "Garder la réponse",
            kept: "Réponse gardée.",
            leave: "La laisser supprimée",
            left: "Réponse laissée supprimée.",
        },
        CASE_KIND => Removal {
            explanation: "Ce cas a été supprimé sur un poste et modifié sur un autre, sans que l’un sache ce que faisait l’autre.",
            keep: "Garder le cas",
            kept: "Cas gardé.",
            leave: LEAVE,
            left: "Cas laissé supprimé. Il reste possible de le rétablir, page «\u{202f}Animer\u{202f}», sous «\u{202f}Cas\u{202f}».",
        },
        _ => Removal {
            explanation: "Cet élément a été supprimé sur un poste et modifié sur un autre, sans que l’un sache ce que faisait l’autre.",
            keep: "Garder l’élément",
            kept: "Élément gardé.",
            leave: LEAVE,
            left: "Élément laissé supprimé.",
        },
    }
}

/// Why a value cannot be read, and what becomes of it.
pub fn aside(reason: AsideReason) -> &'static str {
    match reason {
        AsideReason::UnknownField => {
            "Cette version de Repères ne connaît pas ce champ\u{a0}: une version plus récente l’a sans doute écrit. Il est gardé tel quel, ne compte pas, et part avec vos fichiers de sauvegarde."
        }
        AsideReason::InvalidValue => {
            "Cette version de Repères ne comprend pas cette valeur. Elle est gardée telle quelle, ne compte pas, et part avec vos fichiers de sauvegarde."
        }
    }
}

/// Said instead of emptying what protects the answers that were told.
pub const CANNOT_BE_EMPTIED: &str = "Ces chiffres ne se vident pas\u{a0}: arrêtés à nouveau, ils permettraient de retrouver, par différence, ce qu’une personne a répondu. Mettez Repères à jour, ou importez une sauvegarde du poste qui les a arrêtés.";

/// Keeps several notes, one under the other.
pub fn keep_together(notes: usize) -> &'static str {
    if notes > 2 { "Garder tous les textes, l’un sous l’autre" } else { "Garder les deux, l’un sous l’autre" }
}

/// Why a text written here is not kept.
pub fn text_fault(fault: TextFault) -> String {
    let max = |chars: usize| format::integer(chars as u64);
    match fault {
        TextFault::NotALabel => {
            format!("Écrivez un repère d’une seule ligne, de {}\u{a0}caractères au plus.", max(CaseLabel::MAX_CHARS))
        }
        TextFault::TooLong => format!("Raccourcissez le texte\u{a0}: {}\u{a0}caractères au plus.", max(MAX_TEXT_CHARS)),
    }
}

/// Under the choice between two files of which one only is kept.
pub const EDITIONS_CANNOT_RETURN: &str = "Ce que contient l’édition écartée ne sera plus gardé ici\u{a0}: pour le retrouver, il faudra importer à nouveau son fichier.";

#[cfg(test)]
#[path = "dispute_tests.rs"]
mod tests;
