//! Grouped results, as the rows of a table that a spreadsheet opens.

use super::{format, interview as words};
use crate::domain::interview::grouped::{Count, Grouped, SMALLEST_GROUP, TooFew};
use crate::domain::interview::rulebook::Rulebook;
use crate::exchange::csv::write::{Cell, Table};
use chrono::NaiveDate;

/// The table: what is counted, in which part, how many.
pub fn table(grouped: &Grouped, rulebook: &Rulebook) -> Table {
    let heads = ["Ensemble", "Réponse", "Nombre d’entretiens"].map(ToOwned::to_owned).to_vec();
    let total = row("Entretiens", "En tout", Count::Exact(grouped.interviews));
    let axes = grouped.axes.iter().flat_map(|axis| {
        axis.levels.iter().map(|(level, count)| {
            let level = level.map_or("Pas assez d’éléments", words::level);
            row(words::axis_title(axis.axis, rulebook), level, *count)
        })
    });
    let orientations = grouped.orientations.iter().map(|(id, count)| {
        let named = rulebook.orientations.iter().find(|orientation| orientation.id == *id);
        row("Orientations retenues", named.map_or(id.as_str(), |orientation| &orientation.title), *count)
    });
    let rows = [total].into_iter().chain(axes).chain(orientations).collect();
    Table { heads, rows }
}

fn row(set: &str, part: &str, count: Count) -> Vec<Cell> {
    let count = match count {
        Count::Exact(count) => Cell::Number(i64::try_from(count).unwrap_or(i64::MAX)),
        Count::Hidden => Cell::Text(hidden()),
    };
    vec![Cell::Text(set.to_owned()), Cell::Text(part.to_owned()), count]
}

/// What stands in the place of a number that is not given.
pub fn hidden() -> String {
    "non donné".to_owned()
}

/// « resultats-regroupes-2026-03-01.csv »
pub fn file_name(on: NaiveDate) -> String {
    on.format("resultats-regroupes-%Y-%m-%d.csv").to_string()
}

/// Why nothing is grouped yet.
pub fn too_few(few: TooFew) -> String {
    let interviews = match few.interviews {
        0 => "aucun entretien n’est enregistré ici".to_owned(),
        1 => "un seul entretien est enregistré ici".to_owned(),
        some => format!("{} entretiens sont enregistrés ici", format::integer(some as u64)),
    };
    format!(
        "Il faut au moins {}\u{a0}entretiens pour que personne ne soit reconnaissable\u{202f}; {interviews}.",
        format::integer(SMALLEST_GROUP as u64)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_why_nothing_is_grouped() {
        let plain = |text: String| text.replace(['\u{a0}', '\u{202f}'], " ");
        assert_eq!(
            plain(too_few(TooFew { interviews: 1 })),
            "Il faut au moins 5 entretiens pour que personne ne soit reconnaissable ; un seul entretien est enregistré ici."
        );
        assert_eq!(file_name("2026-03-01".parse().unwrap()), "resultats-regroupes-2026-03-01.csv");
    }
}
