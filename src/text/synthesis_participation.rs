//! How many answered, of those who were trained: every session that was held, whether or not its answers count yet.

use super::evaluation;
use super::format;
use super::programme_tables::{Listed, heads, text};
use super::synthesis::{Audience, Source, number, share};
use crate::domain::evaluation::ledger::Ledger;
use crate::domain::evaluation::participation::{Participation, Received};
use crate::domain::evaluation::synthesis::Part;
use crate::domain::programme::id::SessionId;
use crate::domain::programme::whole::Programme;
use crate::exchange::csv::write::{Cell, Table};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// The column of those who came in, and that of those they are among, from 0: what bars are drawn of.
pub const RECEIVED_AT: usize = 2;
pub const TRAINED_AT: usize = 3;

/// The table; partners are told of all sessions together.
pub fn participation(source: Source<'_>, audience: Audience) -> Listed {
    let rows = Part::ALL.into_iter().flat_map(|part| rows(source, part, audience)).collect();
    let names =
        ["Évaluation", "Sessions", "Réponses reçues", "Personnes formées", "Part", "Comptées dans les chiffres"];
    Listed {
        caption: match audience {
            Audience::Commissioner => "Les réponses reçues de chaque session tenue".to_owned(),
            Audience::Partners => "Les réponses reçues de toutes les sessions tenues".to_owned(),
        },
        file: "synthese-participation",
        table: Table { heads: heads(&names), rows },
    }
}

/// Sessions told together have a row of their own, where only what is counted is told: every column sums up to its last row.
fn rows(source: Source<'_>, part: Part, audience: Audience) -> Vec<Vec<Cell>> {
    let held = source.received.held(source.programme, part, source.today);
    let ledger = source.synthesis.ledgers.get(&part);
    let whole = ledger.map_or(0, Ledger::whole);
    // Nothing is asked before an exercise is held.
    let is_told =
        whole > 0 || !held.is_empty() && (part != Part::Positioned || held.iter().any(|one| one.received > 0));
    if !is_told {
        return Vec::new();
    }
    let mut groups = ledger.map(Ledger::groups).unwrap_or_default();
    groups.sort_by_key(|(sessions, _)| sessions.iter().map(|id| source.programme.number(id)).min());
    let (alone, together): (Vec<_>, Vec<_>) = groups.into_iter().partition(|(sessions, _)| sessions.len() == 1);
    let head = |of: String| [text(evaluation::part(part)), text(of)];
    let row = |of: String, received: usize, trained: usize, counted: usize| {
        let cells = [number(received), number(trained), text(rate(received, trained)), number(counted)];
        head(of).into_iter().chain(cells).collect::<Vec<_>>()
    };
    let mut rows = Vec::new();
    if audience == Audience::Commissioner {
        rows.extend(held.iter().map(|one| {
            let sessions: BTreeSet<SessionId> = [one.session.clone()].into();
            let counted = alone.iter().filter(|(told, _)| *told == sessions).map(|(_, count)| count).sum();
            row(source.sessions(&sessions), one.received, one.asked, counted)
        }));
        // A session that left the cycle keeps what was told of it.
        let is_held = |sessions: &BTreeSet<SessionId>| held.iter().any(|one| sessions.contains(&one.session));
        let gone = alone.iter().filter(|(sessions, _)| !is_held(sessions));
        rows.extend(together.iter().chain(gone).map(|(sessions, counted)| {
            let cells = [Cell::Empty, Cell::Empty, Cell::Empty, number(*counted)];
            head(source.sessions(sessions)).into_iter().chain(cells).collect()
        }));
    }
    let (received, trained) = sums(&held);
    rows.push(row("En tout".to_owned(), received, trained, whole));
    rows
}

fn sums(held: &[Participation]) -> (usize, usize) {
    (held.iter().map(|one| one.received).sum(), held.iter().map(|one| one.asked).sum())
}

/// A rate; none where more answered than are noted as trained: attendance is to be noted first.
fn rate(received: usize, trained: usize) -> String {
    if received > trained { String::new() } else { share(received, trained) }
}

/// Both questionnaires in a sentence, as the gauge says it on a day.
pub fn rates(programme: &Programme, received: &Received, on: NaiveDate) -> String {
    let told = [(Part::EndOfDay, "Fin de journée"), (Part::ThreeMonths, "Trois mois après")].map(|(part, name)| {
        let held = received.held(programme, part, on);
        let (received, trained) = sums(&held);
        let answers = format::count(format::number(received), "réponse", "réponses");
        let people = format::count(format::number(trained), "personne formée", "personnes formées");
        let rate = match rate(received, trained) {
            none if none.is_empty() => none,
            some => format!(", soit {some}"),
        };
        (!held.is_empty()).then(|| format!("{name}\u{a0}: {answers} pour {people}{rate}."))
    });
    let told: Vec<String> = told.into_iter().flatten().collect();
    if told.is_empty() { "Aucune réponse n’est encore attendue.".to_owned() } else { told.join(" ") }
}

#[cfg(test)]
mod tests {
    use super::super::synthesis::tests::{cycle, empty_cycle, source_of};
    use super::*;
    use crate::domain::evaluation::fixture::response;
    use crate::domain::evaluation::response::receive_all;
    use crate::domain::evaluation::secret::SecretNumber;
    use crate::domain::evaluation::survey::SurveyKind;
    use crate::domain::evaluation::synthesis::{Stage, Synthesis};
    use crate::domain::exercise::debrief::Threshold;
    use crate::domain::programme::attendance::Presence;
    use crate::domain::programme::fixture::{Fixture, day};
    use crate::domain::programme::session::{Status, field};
    use crate::records::ChangeSet;
    use crate::text::synthesis::tests::population_of;

    /// Six sessions of four people: 4, 1, 0, 3 and 2 answers, and one to come.
    fn small() -> Fixture {
        let mut fixture = empty_cycle(6);
        let sessions: Vec<SessionId> = fixture.programme().sessions.iter().map(|one| one.id.clone()).collect();
        let mut drawn = 0;
        for (id, answers) in sessions.iter().zip([4, 1, 0, 3, 2]) {
            let people: Vec<_> = (0..4).map(|nth| fixture.person(&format!("{}-{nth}", id.as_str()), None)).collect();
            fixture.register(id, &people);
            people.iter().for_each(|person| fixture.note(id, person, [Presence::Present; 2]));
            fixture.commit(&ChangeSet::one(&id.key().unwrap(), field::STATUS, Some(&Status::Held)));
            for _ in 0..answers {
                drawn += 1;
                let one = crate::domain::evaluation::response::Response {
                    number: SecretNumber::new(drawn),
                    ..response(0, id.as_str(), 0)
                };
                let (_, changes) = receive_all(&fixture.tables, &[one]);
                fixture.commit(&changes);
            }
        }
        fixture
    }

    fn said(fixture: &Fixture, audience: Audience) -> Vec<String> {
        let cell = |cell: &Cell| match cell {
            Cell::Text(text) => text.replace(['\u{a0}', '\u{202f}'], " "),
            Cell::Number(number) => number.to_string(),
            Cell::Empty => "-".to_owned(),
        };
        let listed = source_of(fixture, |source| participation(source, audience));
        let rows = listed.table.rows.iter();
        rows.map(|row| row.iter().skip(1).map(cell).collect::<Vec<_>>().join(" | ")).collect()
    }

    #[test]
    fn every_session_that_was_held_is_in_the_rates_before_its_answers_count() {
        let mut fixture = small();
        let before = said(&fixture, Audience::Commissioner);
        let expected = [
            "Session 1 | 4 | 4 | 100 % | 0",
            "Session 2 | 1 | 4 | 25 % | 0",
            "Session 3 | 0 | 4 | 0 % | 0",
            "Session 4 | 3 | 4 | 75 % | 0",
            "Session 5 | 2 | 4 | 50 % | 0",
            "En tout | 10 | 20 | 50 % | 0",
        ];
        assert_eq!(before, expected);
        let synthesis = Synthesis::find(&fixture.tables, &fixture.cycle);
        let populations = [(Part::EndOfDay, population_of(&fixture))].into();
        let changes =
            synthesis.publish(&populations, Threshold::default(), Stage::OnTheWay, day("2022-04-01")).unwrap();
        fixture.commit(&changes);
        let after = said(&fixture, Audience::Commissioner);
        assert_eq!(after[..5], expected[..5]);
        assert_eq!(after[5..], ["Sessions 1, 2, 4 et 5, ensemble | - | - | - | 10", "En tout | 10 | 20 | 50 % | 10"]);
        assert_eq!(said(&fixture, Audience::Partners), ["En tout | 10 | 20 | 50 % | 10"]);
    }

    #[test]
    fn the_gauge_says_both_rates_on_its_day() {
        let said = |fixture: &Fixture, on: &str| {
            let received = Received::find(&fixture.tables, &fixture.cycle, day(on));
            rates(&fixture.programme(), &received, day(on)).replace(['\u{a0}', '\u{202f}'], " ")
        };
        assert_eq!(said(&empty_cycle(2), "2022-04-01"), "Aucune réponse n’est encore attendue.");
        let mut fixture = small();
        let ten = "Fin de journée : 10 réponses pour 20 personnes formées, soit 50 %.";
        assert_eq!(said(&fixture, "2022-04-01"), ten);
        assert_eq!(
            said(&fixture, "2022-07-01"),
            format!("{ten} Trois mois après : 0 réponse pour 20 personnes formées, soit 0 %.")
        );
        let one = crate::domain::evaluation::response::Response {
            survey: SurveyKind::ThreeMonths,
            on: day("2022-06-20"),
            ..response(99, "s01", 0)
        };
        let (_, changes) = receive_all(&fixture.tables, &[one]);
        fixture.commit(&changes);
        assert!(
            said(&fixture, "2022-07-01").ends_with("Trois mois après : 1 réponse pour 20 personnes formées, soit 5 %.")
        );
        assert!(
            said(&cycle(), "2022-04-01")
                .starts_with("Fin de journée : 144 réponses pour 144 personnes formées, soit 100 %")
        );
    }
}
