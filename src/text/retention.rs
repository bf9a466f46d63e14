//! How long interviews are kept, and erasing them.

use super::format::{agree, count, date, full_date};
use crate::domain::interview::model::Restriction;
use crate::domain::retention::{Hold, MAX_MONTHS, MAX_REASON_CHARS, POSTPONED_MONTHS, REMOVED_DAYS, Why};
use crate::domain::retention_draft::Fault;
use chrono::NaiveDate;

/// Beside the field of the months. The recommendation is the CNIL's, for social support.
pub const MONTHS_HINT: &str = "En mois, après la fin de l’entretien, ou après son début s’il n’est pas terminé. Pour l’accompagnement social, la CNIL recommande 24\u{a0}mois après le dernier contact ; votre organisation décide. Laissez vide si elle n’a pas décidé.";
/// Beside the field of the months of the proofs.
pub const PROOF_MONTHS_HINT: &str = "En mois, après la session : le temps pendant lequel votre organisation doit pouvoir prouver qui était présent. Une personne formée n’est pas effacée avant ; elle quitte seulement les listes. Laissez vide si rien n’est décidé.";
/// Beside the field of the months of the answers.
pub const ANSWER_MONTHS_HINT: &str = "En mois, après la session\u{a0}: le temps de clore le cycle. Les réponses une à une et les textes libres sont ensuite à effacer\u{202f}; les chiffres arrêtés restent. Sans réponse, Repères propose 12\u{a0}mois.";
/// Beside the reason of an obligation to keep.
pub const HOLD_HINT: &str = "Si votre organisation doit tout garder jusqu’à une date : un contrôle, un recours, une convention de financement. Repères le rappelle avant chaque effacement.";
/// What restricting the use of an interview means.
pub const RESTRICTION_MEANS: &str = "Un entretien dont l’usage est limité reste sur cet appareil et dans les sauvegardes, mais quitte les listes. Passé la date, il est à effacer.";
/// What erasing means.
pub const ERASING_MEANS: &str = "Les réponses, les notes et les orientations seront effacées. Cela ne s’annule pas, et l’emporte sur les fichiers plus anciens que vous importeriez ensuite.";

/// « 3 entretiens à supprimer »; none: « Aucun entretien à supprimer ».
pub fn due(number: usize) -> String {
    match number {
        0 => "Aucun entretien à supprimer".to_owned(),
        number => format!("{} à supprimer", interviews(number)),
    }
}

/// Under « Aucun entretien à supprimer ».
pub fn nothing_due() -> String {
    format!(
        "Aucun n’a dépassé la durée de la règle ci-dessous, ni n’a été supprimé depuis plus de {REMOVED_DAYS}\u{a0}jours. Un entretien sans date n’est jamais proposé."
    )
}

/// The button that postpones the erasing of an interview.
pub fn postpone() -> String {
    format!("Prolonger de {POSTPONED_MONTHS}\u{a0}mois")
}

/// The button that postpones every erasing that can be.
pub fn postpone_all() -> String {
    format!("Tout prolonger de {POSTPONED_MONTHS}\u{a0}mois")
}

/// « 2 entretiens dont l’usage est limité ».
pub fn restricted(number: usize) -> String {
    format!("{} dont l’usage est limité", interviews(number))
}

/// « 3 entretiens ».
pub fn interviews(number: usize) -> String {
    count(number as u64, "entretien", "entretiens")
}

/// Why an interview is due.
pub fn why(why: Why) -> String {
    match why {
        Why::Old { last, since } => {
            format!("À supprimer depuis le {} : sa dernière date est le {}.", date(since), date(last))
        }
        Why::Removed { on } => {
            format!("Supprimé de la liste le {}, il y a plus de {REMOVED_DAYS}\u{a0}jours.", date(on))
        }
        Why::RestrictionOver { until } => {
            format!("Son usage était limité jusqu’au {}\u{a0}: cette date est passée.", date(until))
        }
    }
}

/// Until when an interview is only kept, and why.
pub fn restriction(restriction: &Restriction) -> String {
    let until = format!("Usage limité jusqu’au {}", date(restriction.until));
    ended(until, &restriction.reason)
}

/// The obligation to keep, before erasing.
pub fn hold(hold: &Hold) -> String {
    let until = format!("Votre organisation doit garder ces données jusqu’au {}", full_date(hold.until));
    ended(until, &hold.reason)
}

/// A sentence and its reason, if one was written.
fn ended(sentence: String, reason: &str) -> String {
    match reason.trim().trim_end_matches('.') {
        "" => format!("{sentence}."),
        reason => format!("{sentence} : {reason}."),
    }
}

/// The button that restricts rather than erases.
pub fn restrict_until(until: NaiveDate) -> String {
    format!("Limiter l’usage jusqu’au {}", date(until))
}

/// What was done: « Entretien effacé », « 3 entretiens effacés ».
pub fn erased(number: usize) -> String {
    done(number, "effacé", "effacés")
}

/// « Entretien gardé jusqu’au 2 septembre 2026 ».
pub fn postponed(number: usize, until: NaiveDate) -> String {
    format!("{} jusqu’au {}", done(number, "gardé", "gardés"), date(until))
}

/// « Usage de l’entretien limité jusqu’au 2 septembre 2026 ».
pub fn restricted_until(number: usize, until: NaiveDate) -> String {
    match number {
        1 => format!("Usage de l’entretien limité jusqu’au {}", date(until)),
        _ => format!("Usage de {} limité jusqu’au {}", interviews(number), date(until)),
    }
}

fn done(number: usize, one: &str, many: &str) -> String {
    match number {
        1 => format!("Entretien {one}"),
        _ => format!("{} {}", interviews(number), agree(number as u64, one, many)),
    }
}

/// A fault of a form.
pub fn fault(fault: Fault) -> String {
    match fault {
        Fault::Months | Fault::ProofMonths | Fault::AnswerMonths => {
            format!("Écrivez un nombre de mois entre 1 et {MAX_MONTHS}, ou laissez vide.")
        }
        Fault::ReasonMissing => "Écrivez le motif.".to_owned(),
        Fault::ReasonTooLong { chars } => {
            format!("Raccourcissez le motif : {MAX_REASON_CHARS} caractères au plus, il en a {chars}.")
        }
        Fault::UntilMissing => "Écrivez la date de fin.".to_owned(),
        Fault::UntilWrong => "Écrivez une date qui existe et qui n’est pas passée.".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> String {
        text.replace(['\u{a0}', '\u{202f}'], " ")
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn says_why_an_interview_is_due() {
        for (reason, expected) in [
            (
                Why::Old { last: day("2024-02-29"), since: day("2026-03-01") },
                "À supprimer depuis le 1er mars 2026 : sa dernière date est le 29 février 2024.",
            ),
            (
                Why::Removed { on: day("2026-01-01") },
                "Supprimé de la liste le 1er janvier 2026, il y a plus de 30 jours.",
            ),
            (
                Why::RestrictionOver { until: day("2026-03-31") },
                "Son usage était limité jusqu’au 31 mars 2026 : cette date est passée.",
            ),
        ] {
            assert_eq!(plain(&why(reason)), expected);
        }
    }

    #[test]
    fn says_until_when_and_why_things_are_kept() {
        for (reason, expected) in [
            ("Recours", "Usage limité jusqu’au 31 mars 2026 : Recours."),
            ("Recours en cours. ", "Usage limité jusqu’au 31 mars 2026 : Recours en cours."),
            (" ", "Usage limité jusqu’au 31 mars 2026."),
        ] {
            let until = day("2026-03-31");
            assert_eq!(plain(&restriction(&Restriction { until, reason: reason.to_owned() })), expected);
        }
        assert_eq!(
            plain(&hold(&Hold { until: day("2026-12-31"), reason: "contrôle du financeur".to_owned() })),
            "Votre organisation doit garder ces données jusqu’au jeudi 31 décembre 2026 : contrôle du financeur."
        );
        assert_eq!(plain(&restrict_until(day("2026-12-01"))), "Limiter l’usage jusqu’au 1er décembre 2026");
    }

    #[test]
    fn says_how_long_what_was_removed_waits() {
        assert!(plain(&nothing_due()).contains("supprimé depuis plus de 30 jours"));
    }

    #[test]
    fn counts_agree() {
        let until = day("2026-09-02");
        for (said, expected) in [
            (due(0), "Aucun entretien à supprimer"),
            (due(1), "1 entretien à supprimer"),
            (due(12), "12 entretiens à supprimer"),
            (postpone(), "Prolonger de 6 mois"),
            (postpone_all(), "Tout prolonger de 6 mois"),
            (restricted(2), "2 entretiens dont l’usage est limité"),
            (erased(1), "Entretien effacé"),
            (erased(3), "3 entretiens effacés"),
            (postponed(1, until), "Entretien gardé jusqu’au 2 septembre 2026"),
            (postponed(2, until), "2 entretiens gardés jusqu’au 2 septembre 2026"),
            (restricted_until(1, until), "Usage de l’entretien limité jusqu’au 2 septembre 2026"),
            (restricted_until(2, until), "Usage de 2 entretiens limité jusqu’au 2 septembre 2026"),
        ] {
            assert_eq!(plain(&said), expected);
        }
    }

    #[test]
    fn each_fault_says_what_to_do() {
        for (given, expected) in [
            (Fault::Months, "Écrivez un nombre de mois entre 1 et 600, ou laissez vide."),
            (Fault::ReasonMissing, "Écrivez le motif."),
            (Fault::ReasonTooLong { chars: 301 }, "Raccourcissez le motif : 300 caractères au plus, il en a 301."),
            (Fault::UntilMissing, "Écrivez la date de fin."),
            (Fault::UntilWrong, "Écrivez une date qui existe et qui n’est pas passée."),
        ] {
            assert_eq!(plain(&fault(given)), expected);
        }
    }
}
