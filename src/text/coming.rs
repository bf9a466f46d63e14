//! Who answered, before the figures are published: how many would be told, how many wait and why. Nothing of what they said.

use super::evaluation as words;
use super::format::{self, count};
use crate::domain::evaluation::ledger::Ledger;
use crate::domain::evaluation::population::Population;
use crate::domain::evaluation::synthesis::{Part, Synthesis};
use crate::domain::exercise::debrief::Threshold;
use crate::domain::programme::whole::Programme;
use std::collections::BTreeMap;

/// Who answered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Came {
    /// A sentence for each part.
    pub told: Vec<String>,
    /// Session by session.
    pub rows: Vec<Row>,
}

/// One session in one part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub session: String,
    pub part: &'static str,
    pub received: usize,
    pub told: usize,
    pub next: usize,
    pub waiting: usize,
}

/// Reads who answered; nothing where what was published cannot be read.
pub fn coming(
    programme: &Programme,
    synthesis: &Synthesis,
    populations: &BTreeMap<Part, Population>,
    threshold: Threshold,
) -> Came {
    let mut came = Came::default();
    if super::evaluation_figures::standing(synthesis.standing).is_some() {
        return came;
    }
    let none = Ledger::default();
    for (part, population) in populations {
        let coming = synthesis.ledgers.get(part).unwrap_or(&none).coming(population, threshold);
        let sum = |counts: &BTreeMap<_, usize>| counts.values().sum::<usize>();
        let [received, next, waiting] = [&coming.received, &coming.next, &coming.waiting].map(sum);
        if received > 0 {
            came.told.push(sentence(*part, [received, next, waiting], threshold));
        }
        let mut rows: Vec<_> = coming.received.iter().map(|(id, count)| (programme.number(id), id, *count)).collect();
        rows.sort_unstable();
        came.rows.extend(rows.into_iter().map(|(number, id, received)| {
            let of = |counts: &BTreeMap<_, usize>| counts.get(id).copied().unwrap_or(0);
            let (next, waiting) = (of(&coming.next), of(&coming.waiting));
            let told = received.saturating_sub(next + waiting);
            Row { session: format!("Session {number}"), part: words::part(*part), received, told, next, waiting }
        }));
    }
    came
}

/// « La satisfaction en fin de journée : 14 réponses reçues ; 12 seront comptées ; 2 attendent d’être au moins 5 ensemble. »
fn sentence(part: Part, [received, next, waiting]: [usize; 3], threshold: Threshold) -> String {
    let came = count(format::number(received), "réponse reçue", "réponses reçues");
    let mut said = format!("{}\u{a0}: {came}", words::part(part));
    if next > 0 {
        let next = count(format::number(next), "sera comptée", "seront comptées");
        said.push_str(&format!("\u{202f}; {next} si vous arrêtez les chiffres"));
    }
    if waiting > 0 {
        let (is_enough, least) = (waiting >= threshold.number(), threshold.number());
        let numbered = count(format::number(waiting), "attend", "attendent");
        said.push_str(&match waiting {
            1 => format!("\u{202f}; {numbered} que d’autres arrivent\u{a0}: il en faut au moins {least} ensemble"),
            _ => format!("\u{202f}; {numbered} d’être au moins {least} ensemble"),
        });
        // Enough of them, but who were not asked the same.
        if is_enough {
            said.push_str(", parmi les personnes à qui les mêmes questions ont été posées");
        }
    }
    said.push('.');
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_answered_is_said_and_who_waits() {
        let said = sentence(Part::EndOfDay, [14, 12, 2], Threshold::new(5));
        assert_eq!(
            said.replace(['\u{a0}', '\u{202f}'], " "),
            "La satisfaction en fin de journée : 14 réponses reçues ; 12 seront comptées si vous arrêtez les chiffres ; 2 attendent d’être au moins 5 ensemble."
        );
        let said = sentence(Part::EndOfDay, [6, 5, 1], Threshold::new(5));
        assert!(
            said.replace(['\u{a0}', '\u{202f}'], " ")
                .ends_with(" ; 1 attend que d’autres arrivent : il en faut au moins 5 ensemble."),
            "{said}"
        );
        let said = sentence(Part::ThreeMonths, [1, 0, 0], Threshold::new(5));
        assert_eq!(said.replace('\u{a0}', " "), "Les effets à trois mois : 1 réponse reçue.");
    }
}
