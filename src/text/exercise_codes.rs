//! What is said of codes that hold what was handed in for an exercise.

use super::codes::{How, Told};
use super::exercise::{pack_fault, seat};
use super::exercise_desk::asked;
use crate::domain::exercise::case::CaseBook;
use crate::exchange::collect::{Arrival, Sender, Standing};

/// What a code brought, and how it is counted.
pub fn told(one: &Arrival, cases: &CaseBook) -> Told {
    let how = match one {
        Arrival::New(_) | Arrival::Later(_) => How::Come,
        Arrival::Again(_) => How::Again,
        Arrival::Gone | Arrival::OtherExercise(_) | Arrival::Refused(_) => How::Other,
    };
    Told { how, sentence: arrival(one, cases) }
}

/// What a code brought: « Numéro 7, Élodie\u{a0}: reçu. »
fn arrival(arrival: &Arrival, cases: &CaseBook) -> String {
    match arrival {
        Arrival::New(sender) => came(sender, "reçu", cases),
        Arrival::Later(sender) => came(sender, "nouvelle version reçue", cases),
        Arrival::Again(sender) => came(sender, "déjà reçu", cases),
        Arrival::Gone => {
            "Ces réponses ont été retirées ou effacées de cet appareil\u{a0}: elles n’ont pas été reprises.".to_owned()
        }
        Arrival::OtherExercise(code) => {
            format!("Ces réponses sont celles de l’exercice {code}. Ouvrez-le pour les recevoir.")
        }
        Arrival::Refused(fault) => pack_fault(*fault).to_owned(),
    }
}

fn came(Sender { seat: from, asked: what, standing }: &Sender, how: &str, cases: &CaseBook) -> String {
    let standing = match standing {
        Standing::Counts => "",
        Standing::ToSettle => ", à départager avec un autre envoi de ce numéro",
        Standing::SetAside => ", mis de côté",
    };
    format!("{}, {}\u{a0}: {how}{standing}.", seat(*from), asked(what, cases))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::cases::cases;
    use crate::domain::exercise::code::{ExerciseCode, Manner};
    use crate::domain::exercise::seat::Seat;
    use crate::domain::exercise::work::{Asked, Moment};
    use crate::domain::interview::id::CaseId;
    use crate::domain::interview::questionnaire::Length;
    use crate::exchange::packed::PackFault;
    use std::collections::BTreeSet;

    fn plain(text: &str) -> String {
        text.replace(['\u{a0}', '\u{202f}'], " ")
    }

    fn sender(standing: Standing) -> Sender {
        Sender { seat: Seat::new(7).unwrap(), asked: Asked::Case(CaseId::new("elodie").unwrap()), standing }
    }

    #[test]
    fn a_number_is_told_and_whether_it_counts() {
        let counts = || sender(Standing::Counts);
        for (told, expected) in [
            (Arrival::New(counts()), "Numéro 7, Élodie : reçu."),
            (Arrival::Later(counts()), "Numéro 7, Élodie : nouvelle version reçue."),
            (Arrival::Again(counts()), "Numéro 7, Élodie : déjà reçu."),
            (Arrival::Again(sender(Standing::SetAside)), "Numéro 7, Élodie : déjà reçu, mis de côté."),
            (
                Arrival::New(sender(Standing::ToSettle)),
                "Numéro 7, Élodie : reçu, à départager avec un autre envoi de ce numéro.",
            ),
            (
                Arrival::New(Sender { asked: Asked::Positioning(Moment::Before), ..counts() }),
                "Numéro 7, Positionnement du matin : reçu.",
            ),
        ] {
            assert_eq!(plain(&arrival(&told, cases().unwrap())), expected);
        }
    }

    #[test]
    fn what_is_not_taken_says_what_to_do() {
        let other = ExerciseCode::new(&[].into(), Length::Short, Manner::Alone, 3);
        let refused = [
            Arrival::Gone,
            Arrival::OtherExercise(other),
            Arrival::Refused(PackFault::NotOurs),
            Arrival::Refused(PackFault::Damaged),
        ];
        let told: Vec<Told> = refused.iter().map(|one| told(one, cases().unwrap())).collect();
        assert!(told.iter().all(|one| one.how == How::Other));
        let said: BTreeSet<String> = told.into_iter().map(|one| one.sentence).collect();
        assert_eq!(said.len(), refused.len());
        assert!(said.iter().any(|text| text.contains(&other.to_string())));
    }
}
