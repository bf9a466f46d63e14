//! What a participant reads: how to come in, how to question the person of a case, where each case stands.

use super::format;
use crate::domain::exercise::code::Manner;
use crate::domain::exercise::handing_in::NothingToHandIn;
use crate::domain::exercise::model::CaseMinutes;

/// Said in the place of a reply when somebody plays the person.
pub const ASKED: &str = "Demandé.";

/// Said once answers are handed in.
pub const THEN_SEND: &str =
    "Si cet appareil n’est pas celui de la personne qui anime, faites-les-lui parvenir\u{a0}: voyez plus bas.";

/// Why nothing was handed in, and what to do.
pub fn not_handed_in(why: NothingToHandIn) -> (&'static str, &'static str) {
    match why {
        NothingToHandIn::Empty => {
            ("Il n’y a encore rien à remettre", "Reprenez l’entretien et répondez à une question au moins.")
        }
        NothingToHandIn::Same => ("Ces réponses sont déjà remises", THEN_SEND),
        NothingToHandIn::Unwritable => (
            "Vos réponses n’ont pas été remises",
            "Elles sont toujours sur cet appareil. Rechargez la page, puis réessayez\u{a0}; si cela se répète, prévenez la personne qui anime.",
        ),
    }
}

/// « Interroger Élodie ».
pub fn asking_title(name: &str) -> String {
    format!("Interroger {name}")
}

/// How to question the person on a theme.
pub fn asking(name: &str, is_played: bool, is_silent: bool) -> String {
    match (is_silent, is_played) {
        (true, _) => format!(
            "{name} n’a rien à dire sur ce thème\u{a0}: passez au suivant, ces questions resteront «\u{202f}non abordées\u{202f}»."
        ),
        (false, true) => {
            format!("Posez vos questions à la personne qui joue {name}, puis indiquez ici ce que vous avez demandé.")
        }
        (false, false) => format!(
            "Choisissez ce que vous demandez à {name}\u{a0}: sa réponse s’affiche. Ce que vous ne demandez pas ne sera pas dit."
        ),
    }
}

/// Where a participant's interview on a case stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CaseState {
    ToBegin,
    /// Begun, and nothing is answered yet.
    Empty,
    /// Everything was taken back since it was handed in.
    Emptied,
    Begun {
        answers: usize,
    },
    HandedIn,
    /// Changed since it was handed in.
    Changed,
}

/// « Commencé : 12 réponses, rien n’est encore remis. »
pub fn state(state: CaseState) -> String {
    match state {
        CaseState::ToBegin => "Pas encore commencé.".to_owned(),
        CaseState::Empty => {
            "Commencé, sans réponse pour l’instant\u{a0}: répondez à une question au moins pour pouvoir remettre."
                .to_owned()
        }
        CaseState::Emptied => {
            "Toutes vos réponses ont été retirées depuis la remise\u{a0}: ce qui a été remis compte toujours. Répondez à nouveau pour le remplacer."
                .to_owned()
        }
        CaseState::Begun { answers } => {
            let answers = format::count(answers as u64, "réponse", "réponses");
            format!("Commencé\u{a0}: {answers}, rien n’est encore remis.")
        }
        CaseState::HandedIn => "Remis.".to_owned(),
        CaseState::Changed => "Modifié depuis la remise\u{a0}: remettez à nouveau.".to_owned(),
    }
}

/// What is expected in the room.
pub fn how(manner: Manner, minutes: Option<CaseMinutes>) -> String {
    let how = match manner {
        Manner::Alone => "Menez l’entretien comme si la personne était devant vous.",
        Manner::Pairs => "Menez l’entretien à deux\u{a0}: mettez-vous d’accord sur chaque réponse.",
        Manner::RolePlay => {
            "Une personne joue le cas d’après sa fiche, une autre mène l’entretien, la troisième observe."
        }
    };
    match minutes {
        Some(minutes) => format!("{how} Vous avez {}\u{a0}minutes par cas.", minutes.get()),
        None => how.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn plain(text: &str) -> String {
        text.replace(['\u{a0}', '\u{202f}'], " ")
    }

    #[test]
    fn each_way_to_question_says_what_to_do() {
        let said: BTreeSet<String> = [(false, false), (true, false), (false, true)]
            .map(|(is_played, is_silent)| asking("Élodie", is_played, is_silent))
            .into();
        assert_eq!(said.len(), 3);
        assert!(said.iter().all(|text| text.contains("Élodie")));
        assert_eq!(asking("Marc", true, true), asking("Marc", false, true));
    }

    #[test]
    fn a_case_says_where_it_stands() {
        for (stands, expected) in [
            (CaseState::ToBegin, "Pas encore commencé."),
            (CaseState::Begun { answers: 1 }, "Commencé : 1 réponse, rien n’est encore remis."),
            (CaseState::Begun { answers: 12 }, "Commencé : 12 réponses, rien n’est encore remis."),
            (
                CaseState::Empty,
                "Commencé, sans réponse pour l’instant : répondez à une question au moins pour pouvoir remettre.",
            ),
            (
                CaseState::Emptied,
                "Toutes vos réponses ont été retirées depuis la remise : ce qui a été remis compte toujours. Répondez à nouveau pour le remplacer.",
            ),
            (CaseState::HandedIn, "Remis."),
            (CaseState::Changed, "Modifié depuis la remise : remettez à nouveau."),
        ] {
            assert_eq!(plain(&state(stands)), expected);
        }
    }

    #[test]
    fn what_is_not_handed_in_is_said_with_what_to_do() {
        let why = [NothingToHandIn::Empty, NothingToHandIn::Same, NothingToHandIn::Unwritable];
        let said: BTreeSet<_> = why.map(not_handed_in).into();
        assert_eq!(said.len(), 3);
        assert!(said.iter().all(|(title, body)| !title.ends_with('.') && body.ends_with('.')));
    }

    #[test]
    fn the_time_is_told_when_it_is_known() {
        let told: BTreeSet<String> = Manner::ALL.map(|manner| how(manner, None)).into();
        assert_eq!(told.len(), 3);
        assert!(plain(&how(Manner::Alone, CaseMinutes::new(25))).ends_with("Vous avez 25 minutes par cas."));
    }
}
