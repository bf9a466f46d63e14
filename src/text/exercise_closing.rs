//! What is said before the trainer leaves the room.

use super::exercise_desk::{asked, numbers};
use super::format::{agree, count, number, uncapitalised};
use super::programme::half;
use crate::domain::exercise::case::CaseBook;
use crate::domain::exercise::closing::{Check, Wait};
use crate::domain::exercise::work::Asked;
use crate::domain::programme::day_end::{Lack, Unfinished};

/// What the screen is for.
pub const LEAD: &str = "Avant de quitter la salle\u{a0}: ce qui attend encore, puis la clôture et une sauvegarde.";
/// What closing does.
pub const CLOSE: &str = "La clôture note la date et n’efface rien\u{a0}: ce qui arrive plus tard est reçu, et l’exercice peut être rouvert. La sauvegarde contient tout ce que garde cet appareil\u{a0}: mettez-la en lieu sûr.";
/// When the exercise is closed.
pub const CLOSED: &str = "L’exercice est clos. Vous pouvez préparer une autre sauvegarde.";

/// What is looked at.
pub fn check(check: Check) -> &'static str {
    match check {
        Check::ToSettle => "Envois à départager",
        Check::Awaited => "Numéros attendus",
        Check::NotHandedIn => "Réponses données sur cet appareil",
        Check::Attendance => "Présences de la journée",
        Check::NotBackedUp => "Sauvegarde",
    }
}

/// Said when it found nothing.
pub fn nothing(check: Check) -> &'static str {
    match check {
        Check::ToSettle => "Chaque numéro compte une fois.",
        Check::Awaited => "Tous les numéros ont remis leurs réponses.",
        Check::NotHandedIn => "Tout ce qui a été répondu ici est remis.",
        Check::Attendance => "Aucune présence n’est à noter pour cette date.",
        Check::NotBackedUp => "Tout est dans un fichier.",
    }
}

/// One thing that waits: « Élodie : numéros 4 et 7 ».
pub fn wait(wait: &Wait, cases: &CaseBook) -> String {
    let of = |what: &Asked, seats: &[_]| {
        let word = agree(number(seats.len()), "numéro", "numéros");
        format!("{}\u{a0}: {word} {}", asked(what, cases), numbers(seats))
    };
    match wait {
        Wait::ToSettle { asked, seats } | Wait::Awaited { asked, seats } => of(asked, seats),
        Wait::NotHandedIn { asked, seat, is_changed } => {
            let what = of(asked, &[*seat]);
            format!("{what}, {}", if *is_changed { "modifié depuis la remise" } else { "pas encore remis" })
        }
        Wait::Attendance(unfinished) => attendance(unfinished),
        Wait::NotBackedUp { changes } => {
            let changes = count(*changes, "modification n’est", "modifications ne sont");
            format!("{changes} dans aucun fichier")
        }
    }
}

/// What half a day of a session lacks: « Session 3, matin : aucune présence notée ».
fn attendance(unfinished: &Unfinished) -> String {
    let presences = |people| count(number(people), "présence", "présences");
    let lacks = match unfinished.lacks {
        Lack::All { people } => format!("aucune présence notée, {} à noter", number(people)),
        Lack::Some { people } => format!("{} à noter", presences(people)),
        Lack::Proof { people } => {
            let noted = agree(number(people), "notée", "notées");
            format!("{} {noted} à l’écran, que la feuille signée ne confirme pas encore", presences(people))
        }
    };
    format!("Session {}, {}\u{a0}: {lacks}", unfinished.number, uncapitalised(half(unfinished.half)))
}

/// The way to mend it.
pub fn mend(check: Check) -> &'static str {
    match check {
        Check::ToSettle => "Départager",
        Check::Awaited => "Saisir des feuilles",
        Check::NotHandedIn => "Ouvrir la place",
        Check::Attendance => "Noter les présences",
        Check::NotBackedUp => "Voir la sauvegarde",
    }
}

/// All of it in one sentence.
pub fn summary(waits: usize) -> String {
    match waits {
        0 => "Rien n’attend\u{a0}: vous pouvez clore la journée.".to_owned(),
        _ => {
            let waits = count(number(waits), "point attend", "points attendent");
            format!("{waits}. Vous pouvez clore quand même\u{a0}: rien n’est effacé.")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::cases::cases;
    use crate::domain::exercise::seat::Seat;
    use crate::domain::exercise::work::Moment;
    use crate::domain::interview::id::CaseId;
    use crate::domain::programme::hours::Half;
    use crate::domain::programme::id::{CycleId, SessionId};
    use std::collections::BTreeSet;

    fn plain(text: &str) -> String {
        text.replace(['\u{a0}', '\u{202f}'], " ")
    }

    #[test]
    fn what_waits_is_told_with_its_case_and_its_numbers() {
        let seats = |numbers: &[u8]| numbers.iter().map(|one| Seat::new(*one).unwrap()).collect::<Vec<_>>();
        let case = CaseId::new("elodie").unwrap();
        let asked = || Asked::Case(case.clone());
        let seven = Seat::new(7).unwrap();
        let lacking = |half, lacks| {
            let (cycle, session) = (CycleId::new("cycle").unwrap(), SessionId::new("s").unwrap());
            Wait::Attendance(Unfinished { cycle, session, number: 3, half, lacks })
        };
        let not_handed_in = |asked, is_changed| Wait::NotHandedIn { asked, seat: seven, is_changed };
        for (one, expected) in [
            (Wait::ToSettle { asked: asked(), seats: seats(&[4, 7]) }, "Élodie : numéros 4 et 7"),
            (Wait::Awaited { asked: asked(), seats: seats(&[2]) }, "Élodie : numéro 2"),
            (not_handed_in(asked(), false), "Élodie : numéro 7, pas encore remis"),
            (not_handed_in(asked(), true), "Élodie : numéro 7, modifié depuis la remise"),
            (
                not_handed_in(Asked::Positioning(Moment::After), false),
                "Positionnement du soir : numéro 7, pas encore remis",
            ),
            (lacking(Half::Morning, Lack::All { people: 12 }), "Session 3, matin : aucune présence notée, 12 à noter"),
            (lacking(Half::Afternoon, Lack::Some { people: 1 }), "Session 3, après-midi : 1 présence à noter"),
            (
                lacking(Half::Afternoon, Lack::Proof { people: 2 }),
                "Session 3, après-midi : 2 présences notées à l’écran, que la feuille signée ne confirme pas encore",
            ),
            (Wait::NotBackedUp { changes: 1 }, "1 modification n’est dans aucun fichier"),
            (Wait::NotBackedUp { changes: 37 }, "37 modifications ne sont dans aucun fichier"),
        ] {
            assert_eq!(plain(&wait(&one, cases().unwrap())), expected);
        }
    }

    #[test]
    fn each_check_has_its_own_words() {
        for words in [check, nothing, mend] {
            let said: BTreeSet<&str> = Check::ALL.into_iter().map(words).collect();
            assert_eq!(said.len(), Check::ALL.len());
        }
    }

    #[test]
    fn what_waits_is_counted() {
        assert_eq!(plain(&summary(0)), "Rien n’attend : vous pouvez clore la journée.");
        assert!(plain(&summary(1)).starts_with("1 point attend."));
        assert!(plain(&summary(2)).starts_with("2 points attendent."));
    }
}
