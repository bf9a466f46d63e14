//! Which session of the programme an exercise belongs to, and what is counted nowhere as long as it is not known.

use super::exercise_desk::mention;
use super::format::{self, agree, count};
use crate::domain::evaluation::sources::{LeftOut, Why};
use chrono::NaiveDate;

/// The choice that leaves the day of the exercise to tell.
pub const BY_DAY: &str = "Selon la date de l’exercice";

/// What the choice is for.
pub fn hint(why: Option<Why>) -> &'static str {
    match why {
        Some(Why::NoDay) => {
            "Cet exercice n’a pas de date\u{a0}: indiquez sa session, sinon ses positionnements n’entrent pas dans la synthèse."
        }
        Some(Why::NoSession) => {
            "Aucune session n’a lieu à cette date\u{a0}: indiquez sa session, sinon ses positionnements n’entrent pas dans la synthèse."
        }
        Some(Why::SharedDay) => {
            "Plusieurs sessions ont lieu à cette date\u{a0}: indiquez la sienne, sinon ses positionnements n’entrent pas dans la synthèse."
        }
        Some(Why::ToSettle) | None => "Ses positionnements entrent dans la synthèse de cette session.",
    }
}

/// A session, as one chooses it: « Session 3, 2 mars 2022 ».
pub fn session(number: usize, held_on: Option<NaiveDate>) -> String {
    let on = held_on.map(|on| format!(", {}", format::date(on))).unwrap_or_default();
    format!("Session {number}{on}")
}

/// Positionings that are counted nowhere: which, why, what to do.
pub fn left_out(one: &LeftOut) -> String {
    let named = mention(&one.exercise);
    let places = one.places as u64;
    let people = format!(
        "{} {}",
        count(places, "personne", "personnes"),
        agree(places, "n’est pas comptée", "ne sont pas comptées")
    );
    match one.why {
        Why::NoDay => {
            format!("{named}\u{a0}: {people}, l’exercice n’a pas de date. Donnez-lui sa date, ou indiquez sa session.")
        }
        Why::NoSession => {
            let on = one.exercise.held_on.map(|on| format!(" le {}", format::date(on))).unwrap_or_default();
            format!(
                "{named}\u{a0}: {people}, aucune session n’a lieu{on}. Corrigez la date de l’exercice, ou indiquez sa session."
            )
        }
        Why::SharedDay => {
            format!("{named}\u{a0}: {people}, plusieurs sessions ont lieu ce jour-là. Indiquez celle de l’exercice.")
        }
        Why::ToSettle => {
            let several = agree(places, "ce numéro a", "ces numéros ont");
            format!("{named}\u{a0}: {people}, {several} envoyé plusieurs positionnements. Choisissez celui qui compte.")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::exercise::code::{ExerciseCode, Manner};
    use crate::domain::exercise::model::{Exercise, ExerciseTitle};
    use crate::domain::interview::questionnaire::Length;
    use crate::domain::programme::fixture::day;
    use crate::records::Record;

    #[test]
    fn what_is_left_out_says_why_and_what_to_do() {
        let code = ExerciseCode::new(&[].into(), Length::Short, Manner::Alone, 3);
        let mut exercise = Exercise::from_record(&code.key().unwrap().id, &Record::default()).unwrap();
        exercise.title = ExerciseTitle::new("Mardi").ok();
        exercise.held_on = Some(day("2022-03-01"));
        let said = |places, why| {
            left_out(&LeftOut { exercise: exercise.clone(), places, why }).replace(['\u{a0}', '\u{202f}'], " ")
        };
        for (places, why, expected) in [
            (
                1,
                Why::NoDay,
                "« Mardi » : 1 personne n’est pas comptée, l’exercice n’a pas de date. Donnez-lui sa date, ou indiquez sa session.",
            ),
            (
                12,
                Why::NoSession,
                "« Mardi » : 12 personnes ne sont pas comptées, aucune session n’a lieu le 1er mars 2022. Corrigez la date de l’exercice, ou indiquez sa session.",
            ),
            (
                12,
                Why::SharedDay,
                "« Mardi » : 12 personnes ne sont pas comptées, plusieurs sessions ont lieu ce jour-là. Indiquez celle de l’exercice.",
            ),
            (
                2,
                Why::ToSettle,
                "« Mardi » : 2 personnes ne sont pas comptées, ces numéros ont envoyé plusieurs positionnements. Choisissez celui qui compte.",
            ),
        ] {
            assert_eq!(said(places, why), expected);
        }
        let dated = session(3, Some(day("2022-03-02"))).replace('\u{a0}', " ");
        assert_eq!(dated, "Session 3, 2 mars 2022");
        assert_eq!(session(3, None), "Session 3");
    }
}
