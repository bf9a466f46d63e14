//! The file that closes a cycle: the synthesis, then who came, where the gauge stands, what was decided, in one document and in
//! tables. Partners are given the synthesis alone.

use super::programme_exports::Export;
use super::programme_mission as mission;
use super::programme_tables::{self as tables, Listed};
use super::synthesis::{self, Audience, Source, on_paper};
use super::synthesis_book::{self, ANSWERS};
use super::{format, programme as words};
use crate::domain::book::{Book, Chapter, Part};
use crate::domain::commune::Communes;

/// The document.
pub fn book(source: Source<'_>) -> Book {
    let Source { programme, gauge, today, .. } = source;
    let mut book = synthesis_book::book(source, Audience::Commissioner);
    let name = words::cycle_name(&programme.cycle);
    "Dossier de clôture".clone_into(&mut book.title);
    book.foot = format!("Dossier de clôture – {name} – édité le {}", format::date(today));
    let table = |listed: &Listed| Part::Table(on_paper(listed));
    let gauge_tables = [tables::groups(programme, gauge), tables::kinds(gauge), tables::territories(gauge)];
    let [sessions, kinds, territories] = &gauge_tables;
    // Who came, then who answered among them.
    let came = Chapter::on_new_page("Les sessions et la présence", vec![table(sessions)]);
    let reached = Chapter::following("Qui a été formé", vec![table(kinds), table(territories)]);
    let at = book.chapters.iter().position(|one| one.title == ANSWERS).unwrap_or(book.chapters.len());
    book.chapters.iter_mut().skip(at).take(1).for_each(|answers| answers.is_on_new_page = false);
    book.chapters.splice(at..at, [came, reached]);
    book.chapters.extend(log_chapter(source));
    book
}

/// What was decided and what may go wrong, as the mission log has it; what improves the training is named on the first page.
fn log_chapter(source: Source<'_>) -> Option<Chapter> {
    let log = &source.programme.log;
    let listed = [mission::actions(log, source.today), mission::risks(log)];
    let filled = listed.iter().filter(|listed| !listed.table.rows.is_empty());
    let parts: Vec<Part> = filled.map(|listed| Part::Table(on_paper(listed))).collect();
    (!parts.is_empty()).then(|| Chapter::following("Le suivi de la mission", parts))
}

/// What the tables of the synthesis say of people.
pub const GROUPED: &str = "Résultats regroupés. Aucun nom.";

/// Every table, each for a file; with what it says of people.
pub fn files(source: Source<'_>, communes: &Communes) -> Vec<(Listed, &'static str)> {
    let Source { programme, gauge, .. } = source;
    let mut files: Vec<(Listed, &'static str)> =
        synthesis::files(source, Audience::Commissioner).into_iter().map(|listed| (listed, GROUPED)).collect();
    let of_gauge = [tables::groups(programme, gauge), tables::kinds(gauge), tables::territories(gauge)];
    files.extend(of_gauge.into_iter().map(|listed| (listed, "Des nombres. Aucun nom.")));
    files
        .extend([Export::Attendance, Export::Actions].map(|export| (export.table(programme, communes), export.what())));
    files
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::communes::communes;
    use crate::domain::programme::fixture::Fixture;
    use crate::domain::programme::id::ActionId;
    use crate::records::ChangeSet;
    use crate::text::synthesis::tests::{cycle, source_of};
    use std::collections::BTreeSet;

    fn titles(book: &Book) -> Vec<&str> {
        book.chapters.iter().map(|chapter| chapter.title.as_str()).collect()
    }

    #[test]
    fn everything_that_closes_the_cycle_is_in_one_document() {
        let mut fixture = cycle();
        let key = ActionId::new("a1").unwrap().key().unwrap();
        fixture.commit(&ChangeSet::one(&key, "label", Some("Rallonger la pause")));
        let of_cycle = fixture.cycle.clone();
        fixture.commit(&ChangeSet::one(&key, "cycle", Some(&of_cycle)));
        let book = source_of(&fixture, book);
        let titles = titles(&book);
        let expected = [
            "L’essentiel",
            "Les sessions et la présence",
            "Qui a été formé",
            "Qui a répondu",
            "La satisfaction en fin de journée",
        ];
        assert_eq!(titles[..5], expected);
        assert_eq!(titles.last(), Some(&"Le suivi de la mission"));
        let names = |part: &Part| match part {
            Part::Table(table) => Some(table.caption.clone()),
            Part::Chart(chart) => Some(chart.table.caption.clone()),
            _ => None,
        };
        let captions: Vec<String> = book.chapters.iter().flat_map(|one| one.parts.iter().filter_map(names)).collect();
        assert_eq!(captions.iter().collect::<BTreeSet<_>>().len(), captions.len(), "each table has its own name");
    }

    #[test]
    fn each_table_is_a_file_of_its_own() {
        let files = source_of(&cycle(), |source| files(source, &communes().unwrap().communes));
        let names: BTreeSet<&str> = files.iter().map(|(listed, _)| listed.file).collect();
        assert_eq!(names.len(), files.len());
        assert!(
            ["synthese-fin-de-journee", "jauge-sessions", "programme-presences"].iter().all(|one| names.contains(one))
        );
    }

    #[test]
    fn an_empty_cycle_closes_without_a_blank_chapter() {
        let book = source_of(&Fixture::new(), book);
        assert_eq!(titles(&book), ["L’essentiel", "Les sessions et la présence", "Qui a été formé", "Qui a répondu"]);
    }
}
