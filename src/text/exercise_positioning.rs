//! What a participant reads where they position themselves, and what a trainer reads who types it from paper.

use super::exercise::{moment, seat as numbered, sheet_seat_fault};
use super::format::{agree, count, number, uncapitalised};
use crate::domain::curriculum::objective::Objectives;
use crate::domain::exercise::code::Manner;
use crate::domain::exercise::handing_in::NothingToHandIn;
use crate::domain::exercise::positioning::Stand;
use crate::domain::exercise::seat::Seat;
use crate::domain::exercise::typed_positioning::PositioningFault;
use crate::domain::exercise::work::{Grade, Moment};

/// What answering is, and who will see it.
pub const LEAD: &str = "Dites où vous en êtes, à vos yeux\u{a0}: ce n’est pas une évaluation. Vous pouvez laisser un objectif de côté. Seul le groupe est montré, sans nom ni numéro.";
/// Said once answers are stored.
pub const SAVED: &str = "Enregistré sur cet appareil.";
/// On paper, above the table.
pub const PAPER_HINT: &str = "Pour chaque objectif, cochez une case le matin et une case le soir. Ce n’est pas une évaluation\u{202f}; un objectif peut rester vide. N’écrivez aucun nom.";
/// How sheets are typed.
pub const ENTRY_LEAD: &str = "Une feuille à la fois. Tapez de 1 à 4 ce qui est coché, ou rien\u{202f}; la touche Entrée passe à la case suivante.";

/// « Positionnement du matin ».
pub fn title(at: Moment) -> &'static str {
    match at {
        Moment::Before => "Positionnement du matin",
        Moment::After => "Positionnement du soir",
    }
}

/// The moment, within a sentence or an identifier.
pub fn name(at: Moment) -> &'static str {
    match at {
        Moment::Before => "matin",
        Moment::After => "soir",
    }
}

/// When it is for.
pub fn when(at: Moment) -> &'static str {
    match at {
        Moment::Before => "Avant de commencer\u{a0}: où vous en êtes pour chaque objectif de la formation.",
        Moment::After => "À la fin de la journée\u{a0}: où vous en êtes maintenant, pour les mêmes objectifs.",
    }
}

/// How several answer under one number.
pub fn together(manner: Manner) -> Option<&'static str> {
    match manner {
        Manner::Alone => None,
        Manner::Pairs | Manner::RolePlay => {
            Some("Vous êtes plusieurs sous ce numéro\u{a0}: mettez-vous d’accord sur chaque réponse.")
        }
    }
}

/// « Commencé : 5 objectifs sur 9, rien n’est encore remis. »
pub fn stand(stand: Stand, objectives: usize) -> String {
    match stand {
        Stand::ToBegin => "Pas encore commencé.".to_owned(),
        Stand::Empty => "Sans réponse pour l’instant.".to_owned(),
        Stand::Emptied => {
            "Toutes vos réponses ont été retirées depuis la remise\u{a0}: ce qui a été remis compte toujours. Répondez à nouveau pour le remplacer."
                .to_owned()
        }
        Stand::Begun { objectives: said } => {
            let said = count(number(said), "objectif", "objectifs");
            format!("Commencé\u{a0}: {said} sur\u{a0}{objectives}, rien n’est encore remis.")
        }
        Stand::HandedIn => "Remis.".to_owned(),
        Stand::Changed => "Modifié depuis la remise\u{a0}: remettez à nouveau.".to_owned(),
    }
}

/// What opens it.
pub fn way(stand: Stand) -> &'static str {
    match stand {
        Stand::ToBegin => "Me positionner",
        Stand::Empty | Stand::Begun { .. } => "Reprendre",
        Stand::Emptied | Stand::HandedIn | Stand::Changed => "Revoir mes réponses",
    }
}

/// Why nothing was handed in, and what to do.
pub fn not_handed_in(why: NothingToHandIn) -> (&'static str, &'static str) {
    match why {
        NothingToHandIn::Empty => ("Il n’y a encore rien à remettre", "Répondez à un objectif au moins."),
        NothingToHandIn::Same | NothingToHandIn::Unwritable => super::exercise_seat::not_handed_in(why),
    }
}

/// A grade as it stands on the sheet: « 1 Je découvre ».
pub fn ranked(grade: Grade) -> String {
    let rank = 1 + Grade::ALL.iter().take_while(|one| **one != grade).count();
    format!("{rank}\u{a0}{}", super::exercise::grade(grade))
}

/// What may be typed in a cell.
pub fn reminder() -> String {
    Grade::ALL.map(ranked).join("\u{202f}; ")
}

/// What is wrong with a cell of a sheet, which one it is, and what to do.
pub fn fault(fault: &PositioningFault, objectives: &Objectives) -> String {
    match fault {
        PositioningFault::Seat(fault) => sheet_seat_fault(*fault),
        PositioningFault::SeatTaken(seat, at) => format!(
            "Le numéro {} a déjà remis son {}. Relisez le numéro de la feuille\u{202f}; s’il est juste, laissez ces cases vides, ou mettez l’autre envoi de côté depuis l’exercice.",
            seat.number(),
            uncapitalised(title(*at))
        ),
        PositioningFault::Level(at, id) => {
            let objective = objectives.iter().find(|one| one.id == *id);
            let title = objective.map_or(id.as_str(), |one| one.title.as_str());
            format!("{}, «\u{202f}{title}\u{202f}». Tapez un chiffre de 1 à 4, ou laissez vide.", moment(*at))
        }
        PositioningFault::Empty => "Cette feuille est vide\u{a0}: tapez au moins une réponse.".to_owned(),
    }
}

/// Said once a sheet is stored: « Numéro 7 enregistré, matin et soir. 3 numéros se sont positionnés
/// au moins une fois. »
pub fn stored(seat: Seat, moments: &[Moment], received: usize) -> String {
    let at = moments.iter().map(|at| name(*at)).collect::<Vec<_>>().join(" et ");
    let received_words = count(number(received), "numéro", "numéros");
    let have = agree(number(received), "s’est positionné", "se sont positionnés");
    format!("{} enregistré, {at}. {received_words} {have} au moins une fois.", numbered(seat))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::objectives::objectives;
    use crate::domain::curriculum::objective::ObjectiveId;
    use crate::domain::exercise::seat::SeatFault;
    use std::collections::BTreeSet;

    fn plain(text: &str) -> String {
        text.replace(['\u{a0}', '\u{202f}'], " ")
    }

    #[test]
    fn a_positioning_says_where_it_stands() {
        let stands = [
            Stand::ToBegin,
            Stand::Empty,
            Stand::Emptied,
            Stand::Begun { objectives: 5 },
            Stand::HandedIn,
            Stand::Changed,
        ];
        let said: BTreeSet<String> = stands.map(|one| stand(one, 9)).into();
        assert_eq!(said.len(), stands.len());
        assert_eq!(
            plain(&stand(Stand::Begun { objectives: 1 }, 9)),
            "Commencé : 1 objectif sur 9, rien n’est encore remis."
        );
    }

    #[test]
    fn each_fault_says_which_cell_it_is() {
        let seat = Seat::new(7).unwrap();
        let pix = || ObjectiveId::new("pix").unwrap();
        let faults = [
            PositioningFault::Seat(SeatFault::Shape),
            PositioningFault::SeatTaken(seat, Moment::Before),
            PositioningFault::SeatTaken(seat, Moment::After),
            PositioningFault::Level(Moment::Before, pix()),
            PositioningFault::Level(Moment::After, pix()),
            PositioningFault::Empty,
        ];
        let said: BTreeSet<String> = faults.iter().map(|one| fault(one, objectives().unwrap())).collect();
        assert_eq!(said.len(), faults.len());
        assert!(plain(&fault(&faults[1], objectives().unwrap())).contains("son positionnement du matin."));
        assert!(plain(&fault(&faults[4], objectives().unwrap())).contains("Le soir, « Proposer Pix à bon escient »."));
    }

    #[test]
    fn what_is_typed_is_what_the_sheet_shows() {
        assert_eq!(plain(&reminder()), "1 Je découvre ; 2 J’en ai une idée ; 3 Je m’en sers ; 4 Je peux l’expliquer");
        let seat = Seat::new(7).unwrap();
        assert_eq!(
            plain(&stored(seat, &Moment::ALL, 1)),
            "Numéro 7 enregistré, matin et soir. 1 numéro s’est positionné au moins une fois."
        );
        assert_eq!(
            plain(&stored(seat, &[Moment::After], 3)),
            "Numéro 7 enregistré, soir. 3 numéros se sont positionnés au moins une fois."
        );
    }
}
