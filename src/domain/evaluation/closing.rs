//! What the file that closes a cycle still lacks, on a day.

use super::follow_up::{FollowUp, Stand};
use super::ledger::Ledger;
use super::moderation::Written;
use super::participation::Received;
use super::population::Population;
use super::reading::{self, Stands};
use super::sources::LeftOut;
use super::synthesis::{Part, Stage, Standing, Synthesis};
use crate::domain::exercise::debrief::Threshold;
use crate::domain::programme::gauge::Gauge;
use crate::domain::programme::id::SessionId;
use crate::domain::programme::task::{Task, tasks};
use crate::domain::programme::whole::Programme;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Something that is missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missing {
    /// Its day is past, and nobody said that it was held.
    SayHeld(SessionId),
    /// So many presences are not noted.
    Attendance(SessionId, usize),
    /// Nobody's answer at the end of the day came in.
    NoAnswer(SessionId),
    /// Answers at three months are still expected.
    Expected(SessionId, NaiveDate),
    TextsToRead(usize),
    /// Positionings are counted nowhere.
    LeftOut(LeftOut),
    /// What was published cannot be told.
    Figures(Standing),
    /// What was published is not the synthesis that closes the cycle; the flag: whether anything was published.
    NotClosed(bool),
    /// It closes the cycle, and something new could be told since.
    NewSince,
    /// So many came in, often late, and are too few to be told.
    Waiting(Part, usize),
    /// Nothing is said of the cycle by its team.
    NoComment,
}

/// What it is looked for in.
#[derive(Clone, Copy)]
pub struct Looked<'a> {
    pub programme: &'a Programme,
    pub gauge: &'a Gauge,
    pub synthesis: &'a Synthesis,
    pub populations: &'a BTreeMap<Part, Population>,
    pub written: &'a [Written],
    pub follow_ups: &'a [FollowUp],
    pub left_out: &'a [LeftOut],
    pub threshold: Threshold,
}

/// Everything that is missing, in the order in which one does it.
pub fn missing(looked: Looked<'_>) -> Vec<Missing> {
    let Looked { programme, gauge, synthesis, populations, written, follow_ups, left_out, threshold } = looked;
    let mut missing: Vec<Missing> = Vec::new();
    missing.extend(tasks(programme, gauge).into_iter().filter_map(|due| match due.task {
        Task::SayHeld(session) => Some(Missing::SayHeld(session)),
        Task::NoteAttendance { session, missing } => Some(Missing::Attendance(session, missing)),
        _ => None,
    }));
    let answered = Received::of(populations, synthesis);
    let held = programme.sessions.iter().filter(|session| session.is_held_by(gauge.on));
    let silent = held.filter(|session| answered.at(Part::EndOfDay, &session.id) == 0);
    missing.extend(silent.map(|session| Missing::NoAnswer(session.id.clone())));
    let expected = follow_ups.iter().filter(|one| !matches!(one.stand, Stand::Closed | Stand::Complete));
    missing.extend(expected.filter_map(|one| Some(Missing::Expected(one.session.clone(), one.dates?.closes_on))));
    missing.extend((synthesis.standing != Standing::Whole).then_some(Missing::Figures(synthesis.standing)));
    missing.extend(Some(reading::count(written, Stands::ToRead)).filter(|texts| *texts > 0).map(Missing::TextsToRead));
    missing.extend(left_out.iter().cloned().map(Missing::LeftOut));
    match synthesis.published.last() {
        Some((_, Stage::Closing)) => {
            let is_new = synthesis.may_publish(populations, threshold, Stage::Closing).is_ok();
            missing.extend(is_new.then_some(Missing::NewSince));
        }
        last => missing.push(Missing::NotClosed(last.is_some())),
    }
    let none = Ledger::default();
    missing.extend(populations.iter().filter_map(|(part, population)| {
        let ledger = synthesis.ledgers.get(part).unwrap_or(&none);
        let waiting: usize = ledger.coming(population, threshold).waiting.values().sum();
        (waiting > 0).then_some(Missing::Waiting(*part, waiting))
    }));
    missing.extend(synthesis.comment(None).is_empty().then_some(Missing::NoComment));
    missing
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{Rooms, survey};
    use super::super::follow_up::due;
    use super::super::response::receive_all;
    use super::super::sources::left_out;
    use super::super::survey::SurveyKind;
    use super::*;
    use crate::content::communes::communes;
    use crate::domain::programme::fixture::{Fixture, day};
    use crate::domain::programme::session::{Status, field};
    use crate::records::ChangeSet;

    fn found(fixture: &Fixture, today: &str) -> Vec<Missing> {
        let programme = fixture.programme();
        let gauge = Gauge::of(&programme, &communes().unwrap().communes, day(today));
        let sessions: Vec<_> = programme.sessions.iter().map(|session| session.id.clone()).collect();
        let population = Population::answering(&fixture.tables, &survey(SurveyKind::EndOfDay), &sessions);
        missing(Looked {
            programme: &programme,
            gauge: &gauge,
            synthesis: &Synthesis::find(&fixture.tables, &fixture.cycle),
            populations: &[(Part::EndOfDay, population)].into(),
            written: &[],
            follow_ups: &due(&programme, &Received::default(), day(today)),
            left_out: &left_out(&fixture.tables, &programme),
            threshold: Threshold::default(),
        })
    }

    #[test]
    fn what_is_missing_is_told_until_the_synthesis_closes_the_cycle() {
        let mut fixture = Fixture::new();
        let [one, two] = ["s1", "s2"].map(|id| fixture.session(id, "2022-03-03"));
        fixture.commit(&ChangeSet::one(&one.key().unwrap(), field::STATUS, Some(&Status::Held)));
        let (_, changes) = receive_all(&fixture.tables, &Rooms::of(&[6]).responses);
        fixture.commit(&changes);
        let expected = [
            Missing::SayHeld(two.clone()),
            Missing::Expected(one.clone(), day("2022-07-01")),
            Missing::NotClosed(false),
            Missing::NoComment,
        ];
        assert_eq!(found(&fixture, "2022-03-10"), expected);
        let synthesis = Synthesis::find(&fixture.tables, &fixture.cycle);
        fixture.commit(&synthesis.write_comment(None, "Bilan"));
        let publish = |fixture: &Fixture, stage| {
            let population =
                Population::answering(&fixture.tables, &survey(SurveyKind::EndOfDay), std::slice::from_ref(&one));
            let populations = [(Part::EndOfDay, population)].into();
            let synthesis = Synthesis::find(&fixture.tables, &fixture.cycle);
            synthesis.publish(&populations, Threshold::default(), stage, day("2022-03-11")).unwrap()
        };
        let changes = publish(&fixture, Stage::OnTheWay);
        fixture.commit(&changes);
        assert_eq!(found(&fixture, "2022-07-15"), [Missing::SayHeld(two.clone()), Missing::NotClosed(true)]);
        let changes = publish(&fixture, Stage::Closing);
        fixture.commit(&changes);
        assert_eq!(found(&fixture, "2022-07-15"), [Missing::SayHeld(two.clone())]);
        // Six more come in since.
        let more: Vec<_> = (200..206).map(|drawn| super::super::fixture::response(drawn, "s1", 0)).collect();
        let (_, changes) = receive_all(&fixture.tables, &more);
        fixture.commit(&changes);
        assert_eq!(found(&fixture, "2022-07-15"), [Missing::SayHeld(two.clone()), Missing::NewSince]);
        // One of them came alone: nothing can be told of it.
        let changes = publish(&fixture, Stage::Closing);
        fixture.commit(&changes);
        let (_, changes) = receive_all(&fixture.tables, &[super::super::fixture::response(300, "s1", 0)]);
        fixture.commit(&changes);
        assert_eq!(found(&fixture, "2022-07-15"), [Missing::SayHeld(two), Missing::Waiting(Part::EndOfDay, 1)]);
    }
}
