//! What is said beside the figures of the evaluation, or in their place: what waits, what is kept back, what cannot be read.

use super::evaluation::Words;
use super::format::{self, count};
use crate::domain::evaluation::ledger::{Block, Bound, Ledger, Line, Waiting};
use crate::domain::evaluation::measure::{About, Category};
use crate::domain::evaluation::synthesis::Standing;

/// Said of a question where nothing may be told yet.
const NOTHING: &str = "Rien ne peut encore être montré\u{a0}: trop peu de réponses se ressemblent.";
/// Said of a question without favourable answers, until the cycle closes.
pub const AT_THE_CLOSING: &str = "Montré avec la synthèse de fin de cycle, pour toutes les sessions ensemble.";
/// Said of a question whose answers are told for all sessions only.
pub const FOR_ALL_SESSIONS: &str = "Montré pour toutes les sessions ensemble";
/// In the place of a number that is not told.
pub const KEPT_BACK: &str = "non montré";
/// Said where the detail would tell a small group.
const WITHHELD: &str =
    "Le détail n’est pas montré\u{a0}: avec les autres chiffres, il dirait la réponse d’un trop petit groupe.";

/// Why no figure is shown, and what to do; none: they are.
pub fn standing(standing: Standing) -> Option<&'static str> {
    match standing {
        Standing::Whole => None,
        Standing::Split => Some(
            "Aucun chiffre n’est montré\u{a0}: deux synthèses ont été arrêtées sur deux postes sans que l’un sache ce que faisait l’autre. Choisissez d’abord celle qui a été transmise, page «\u{202f}À vérifier\u{202f}».",
        ),
        Standing::Unreadable => Some(
            "Aucun chiffre n’est montré\u{a0}: cette version de Repères ne peut pas lire ceux qui ont été arrêtés. Mettez Repères à jour, ou importez une sauvegarde du poste qui les a arrêtés.",
        ),
    }
}

/// « au moins 8 ».
pub fn bound(bound: Bound) -> String {
    match bound {
        Bound::AtLeast(least) => format!("au moins {}", format::integer(format::number(least))),
        Bound::AtMost(most) => format!("au plus {}", format::integer(format::number(most))),
    }
}

/// The answers that come first, told together where groups are small.
pub fn favourable(words: Words<'_>, line: &Line) -> String {
    let first = line.coarse.iter().take(1).flatten();
    let categories: Vec<Category> = first.filter_map(|rank| line.categories.get(usize::from(*rank)).cloned()).collect();
    words.block(&line.about, &Block { categories, count: 0 })
}

/// What is said of a thing beside what is told of everybody: `told` people, so many of them in the first answers.
pub fn notes(words: Words<'_>, ledger: &Ledger, line: &Line, told: usize) -> Vec<String> {
    let bounded = |waits: &Waiting| {
        let bound = waits
            .bound?
            .plus(ledger.by_group(line).iter().filter_map(|one| one.blocks.first()).map(|one| one.count).sum());
        let all = format::integer(format::number(told + waits.base));
        Some(format!("{}\u{a0}: {} sur {all}.", favourable(words, line), self::bound(bound)))
    };
    match ledger.waits(line) {
        Some(waits) if told > 0 => {
            let more = count(format::number(waits.base), "autre personne n’est pas", "autres personnes ne sont pas");
            let why = "trop peu ont donné la même réponse. En attendant, aucun pourcentage n’est donné.";
            [Some(format!("{more} dans ces nombres\u{a0}: {why}")), bounded(&waits)].into_iter().flatten().collect()
        }
        Some(waits) => vec![bounded(&waits).unwrap_or_else(|| NOTHING.to_owned())],
        None => Vec::new(),
    }
}

/// Why the answers to a thing are not told one by one.
pub fn without_detail(line: &Line, is_detailed: bool) -> &'static str {
    match &line.about {
        _ if !is_detailed => AT_THE_CLOSING,
        About::Positioned(..) => WITHHELD,
        _ => NOTHING,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bound_is_said_and_a_fault_says_what_to_do() {
        assert_eq!([Bound::AtLeast(8), Bound::AtMost(4)].map(bound), ["au moins 8", "au plus 4"]);
        assert_eq!(standing(Standing::Whole), None);
        for (fault, act) in [(Standing::Split, "Choisissez d’abord"), (Standing::Unreadable, "Mettez Repères à jour")]
        {
            assert!(standing(fault).is_some_and(|said| said.contains(act)));
        }
    }
}
