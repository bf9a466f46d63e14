//! How long what people answered is kept: when it is due for erasing, session by session, and what stays once it is erased.
//!
//! What was published stays as it was: the ledger counts those who answered, line by line, without what one of them said. How
//! many answers came in is kept as a number of their session.

use super::moderation::{self, MODERATION_KIND};
use super::response::{self, RESPONSE_KIND, Response};
use super::secret::SecretNumber;
use super::synthesis::{self, Part, Synthesis};
use crate::domain::programme::id::{CycleId, SessionId};
use crate::domain::programme::session::Session;
use crate::domain::retention::Rule;
use crate::records::{ChangeSet, Key, Kind, Record, RecordId, Tables};
use chrono::{Months, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};

/// The answers of a session whose erasing is due.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct DueAnswers {
    pub session: SessionId,
    /// The day they are counted from: that of the session, else that of its last answer.
    pub held_on: NaiveDate,
    /// Where it was held; empty when nobody said.
    pub place: String,
    pub since: NaiveDate,
    pub answers: usize,
}

/// The answers whose erasing is due, the longest overdue first.
pub fn due(tables: &Tables, rule: &Rule, today: NaiveDate) -> Vec<DueAnswers> {
    let mut by_session: BTreeMap<SessionId, Vec<Response>> = BTreeMap::new();
    for one in Response::all(tables) {
        by_session.entry(one.session.clone()).or_default().push(one);
    }
    let due = |(session, responses): (SessionId, Vec<Response>)| {
        let last = responses.iter().map(|one| one.on).filter(|on| *on <= today).max();
        let read = read_session(tables, &session);
        let held_on = read.as_ref().and_then(|session| session.held_on).or(last)?;
        let place = read.map(|session| session.place).unwrap_or_default();
        let since = held_on.checked_add_months(Months::new(rule.answer_months()))?;
        (since <= today).then_some(DueAnswers { session, held_on, place, since, answers: responses.len() })
    };
    let mut due: Vec<DueAnswers> = by_session.into_iter().filter_map(due).collect();
    due.sort_by(|one, other| (one.since, &one.session).cmp(&(other.since, &other.session)));
    due
}

fn read_session(tables: &Tables, id: &SessionId) -> Option<Session> {
    let key = id.key().ok()?;
    let record = tables.get(&key).filter(|record| !record.erased)?;
    Some(Session::from_record(&key.id, record))
}

/// Erases what was answered about a session, what the trainer made of it, and the words that were chosen to appear.
pub fn erase(tables: &Tables, session: &SessionId) -> ChangeSet {
    let of_it = |(_, record): &(&RecordId, &Record)| response::is_of(record, &session.0);
    let ids: Vec<RecordId> = of_kind(tables, RESPONSE_KIND).filter(of_it).map(|(id, _)| id.clone()).collect();
    let mut changes = ChangeSet::new();
    if let Some(cycle) = read_session(tables, session).and_then(|session| session.cycle) {
        changes.changes.extend(remember(tables, &cycle, session, &ids).changes);
    }
    let keys = ids.iter().flat_map(|id| [RESPONSE_KIND, MODERATION_KIND].map(|kind| key(kind, id)));
    let keys: Vec<Key> = keys.flatten().filter(|key| tables.get(key).is_some()).collect();
    changes.changes.extend(ChangeSet::erase(tables, &keys).changes);
    changes
}

fn key(kind: &str, id: &RecordId) -> Option<Key> {
    Some(Key { kind: Kind::new(kind).ok()?, id: id.clone() })
}

fn of_kind<'t>(tables: &'t Tables, kind: &str) -> impl Iterator<Item = (&'t RecordId, &'t Record)> {
    let records = tables.iter().filter(move |(of, _, _)| of.as_str() == kind);
    records.map(|(_, id, record)| (id, &**record))
}

/// How many came in stays; the words that were chosen go.
fn remember(tables: &Tables, cycle: &CycleId, session: &SessionId, ids: &[RecordId]) -> ChangeSet {
    let synthesis = Synthesis::find(tables, cycle);
    let numbers: BTreeSet<SecretNumber> = ids.iter().filter_map(SecretNumber::of_record).collect();
    let mut changes = synthesis.unchoose(&numbers);
    let Ok(key) = synthesis::key(cycle) else { return changes };
    let counted = numbers.iter().filter(|number| moderation::counts(tables, **number));
    let mut counts: BTreeMap<Part, usize> = BTreeMap::new();
    for one in counted.filter_map(|number| Response::find(tables, *number)) {
        *counts.entry(Part::of(one.survey)).or_default() += 1;
    }
    for (part, count) in counts {
        let former = synthesis.erased.get(&(part, session.clone())).copied().unwrap_or_default();
        let name = format!("{}{}/{}", synthesis::field::ERASED, part.code(), session.as_str());
        changes.write(&key, &name, Some(&(former + count)));
    }
    changes
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{Rooms, answer, survey};
    use super::super::moderation::State;
    use super::super::participation::Received;
    use super::super::population::Population;
    use super::super::response::{Arrival, receive, receive_all};
    use super::super::survey::{QuestionId, SurveyKind};
    use super::super::synthesis::Stage;
    use super::*;
    use crate::domain::exercise::debrief::Threshold;
    use crate::domain::programme::fixture::{Fixture, day};

    /// Six answers in the first session, one of which wrote something that may appear and is chosen; two in the second, one of
    /// which is set aside. The first synthesis is published.
    fn fixture() -> (Fixture, Vec<Response>) {
        let mut fixture = Fixture::new();
        for (id, on) in [("s1", "2022-03-03"), ("s2", "2022-05-31")] {
            fixture.session(id, on);
        }
        let mut responses = Rooms::of(&[6, 2]).responses;
        let free = QuestionId::new("free").unwrap();
        responses[0].answers.insert(free.clone(), answer("text", "Merci à toutes"));
        let (_, changes) = receive_all(&fixture.tables, &responses);
        fixture.commit(&changes);
        let state = State::MayAppear { words: "Merci à toutes".to_owned() };
        fixture.commit(&moderation::decide(&responses[0], &free, Some(state)));
        fixture.commit(&moderation::set_aside(responses[7].number, true));
        fixture.commit(&Synthesis::find(&fixture.tables, &fixture.cycle).choose(responses[0].number, &free, true));
        let populations = [(Part::EndOfDay, population(&fixture))].into();
        let synthesis = Synthesis::find(&fixture.tables, &fixture.cycle);
        let changes = synthesis.publish(&populations, Threshold::default(), Stage::Closing, day("2022-06-01")).unwrap();
        fixture.commit(&changes);
        (fixture, responses)
    }

    fn population(fixture: &Fixture) -> Population {
        let sessions = ["s1", "s2"].map(|id| SessionId::new(id).unwrap());
        Population::answering(&fixture.tables, &survey(SurveyKind::EndOfDay), &sessions)
    }

    fn told(fixture: &Fixture, rule: &Rule, today: &str) -> Vec<(String, usize)> {
        let due = due(&fixture.tables, rule, day(today));
        due.into_iter().map(|one| (one.session.as_str().to_owned(), one.answers)).collect()
    }

    #[test]
    fn answers_are_due_twelve_months_after_their_session_unless_the_rule_says_otherwise() {
        let (fixture, _) = fixture();
        let of = |id: &str, answers| (id.to_owned(), answers);
        let none: [(String, usize); 0] = [];
        assert_eq!(told(&fixture, &Rule::default(), "2023-03-02"), none);
        assert_eq!(told(&fixture, &Rule::default(), "2023-03-03"), [of("s1", 6)]);
        assert_eq!(told(&fixture, &Rule::default(), "2023-05-31"), [of("s1", 6), of("s2", 2)]);
        let longer = Rule { answer_months: Some(24), ..Rule::default() };
        assert_eq!(told(&fixture, &longer, "2023-05-31"), none);
        assert_eq!(told(&fixture, &longer, "2024-03-03"), [of("s1", 6)]);
    }

    #[test]
    fn what_was_published_and_how_many_came_stay_and_nothing_else_of_them() {
        let (mut fixture, responses) = fixture();
        let [one, two] = ["s1", "s2"].map(|id| SessionId::new(id).unwrap());
        let before = Synthesis::find(&fixture.tables, &fixture.cycle);
        let written = moderation::written(&fixture.tables, &responses).remove(0);
        for session in [&one, &two] {
            let changes = erase(&fixture.tables, session);
            fixture.commit(&changes);
        }
        let after = Synthesis::find(&fixture.tables, &fixture.cycle);
        assert_eq!(after.ledgers, before.ledgers);
        assert!(Response::all(&fixture.tables).is_empty() && population(&fixture).units.is_empty());
        let received = Received::find(&fixture.tables, &fixture.cycle, day("2023-06-01"));
        let counts = [&one, &two].map(|session| received.at(Part::EndOfDay, session));
        assert_eq!(counts, [6, 1], "what was set aside did not count");
        let is_left = |(_, _, record): (_, _, &std::sync::Arc<Record>)| {
            serde_json::to_string(&**record).unwrap().contains("Merci")
        };
        assert!(!fixture.tables.iter().any(is_left));
        assert!(before.is_chosen(&written) && !after.is_chosen(&written));
        assert!(told(&fixture, &Rule::default(), "2030-01-01").is_empty());
        assert!(matches!(receive(&fixture.tables, &responses[0]), Arrival::Gone), "an older file brings nothing back");
        // What comes in afterwards adds to what was erased.
        let more = super::super::fixture::response(900, "s1", 0);
        let (_, changes) = receive_all(&fixture.tables, &[more]);
        fixture.commit(&changes);
        let changes = erase(&fixture.tables, &one);
        fixture.commit(&changes);
        let received = Received::find(&fixture.tables, &fixture.cycle, day("2023-06-01"));
        assert_eq!(received.at(Part::EndOfDay, &one), 7);
    }
}
