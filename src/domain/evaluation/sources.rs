//! Who is counted in the synthesis of a cycle: those who answered its questionnaires, and those who positioned themselves in
//! the exercises of its days.

use super::population::Population;
use super::response::Response;
use super::survey::Survey;
use super::synthesis::Part;
use crate::domain::curriculum::objective::Objectives;
use crate::domain::exercise::code::ExerciseCode;
use crate::domain::exercise::hand_in::{Collected, HandIn};
use crate::domain::exercise::model::Exercise;
use crate::domain::exercise::work::Handed;
use crate::domain::programme::cycle::Cycle;
use crate::domain::programme::id::SessionId;
use crate::domain::programme::session::Session;
use crate::domain::programme::whole::Programme;
use crate::records::Tables;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Why what an exercise collected is counted nowhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It has no day.
    NoDay,
    /// No session has its day.
    NoSession,
    /// Several sessions have its day.
    SharedDay,
    /// One number handed in several positionings.
    ToSettle,
}

/// Positionings that are counted nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    pub exercise: Exercise,
    /// How many numbers positioned themselves.
    pub places: usize,
    pub why: Why,
}

/// The session of an exercise: the one that somebody said, else the one that has its day alone. None: it is of another cycle.
pub fn session_of(
    tables: &Tables,
    exercise: &Exercise,
    programme_cycle: &Cycle,
    sessions: &[Arc<Session>],
) -> Result<Option<SessionId>, Why> {
    let of_cycle = || sessions.iter().filter(|session| !session.is_cancelled());
    if let Some(said) = &exercise.session {
        if of_cycle().any(|session| session.id == *said) {
            return Ok(Some(said.clone()));
        }
        let is_of_another_cycle = !sessions.iter().any(|session| session.id == *said) && is_session(tables, said);
        if is_of_another_cycle {
            return Ok(None);
        }
    }
    let on = exercise.held_on.ok_or(Why::NoDay)?;
    let mut on_this_day = of_cycle().filter(|session| session.held_on == Some(on));
    match (on_this_day.next(), on_this_day.next()) {
        (Some(session), None) => Ok(Some(session.id.clone())),
        (Some(_), Some(_)) => Err(Why::SharedDay),
        (None, _) if programme_cycle.window.is_some_and(|window| on < window.from || window.to < on) => Ok(None),
        (None, _) => Err(Why::NoSession),
    }
}

fn is_session(tables: &Tables, id: &SessionId) -> bool {
    let record = id.key().ok().and_then(|key| tables.get(&key));
    record.is_some_and(|record| !record.erased && !record.is_deleted())
}

/// The exercises of the sessions of a cycle.
pub fn held(tables: &Tables, programme: &Programme) -> Vec<(ExerciseCode, SessionId)> {
    let of = |exercise: &Exercise| {
        let session = session_of(tables, exercise, &programme.cycle, &programme.sessions).ok()??;
        Some((exercise.code, session))
    };
    Exercise::all(tables).iter().filter_map(of).collect()
}

/// The positionings that are counted nowhere, and why.
pub fn left_out(tables: &Tables, programme: &Programme) -> Vec<LeftOut> {
    let of = |exercise: Exercise| {
        let session = session_of(tables, &exercise, &programme.cycle, &programme.sessions);
        let collected = Collected::of(HandIn::all(tables, exercise.code));
        let seats = |all: &mut dyn Iterator<Item = &HandIn>| {
            let positioned = all.filter(|one| matches!(one.work.answers, Handed::Positioning(_)));
            positioned.map(|one| one.work.seat).collect::<BTreeSet<_>>().len()
        };
        let (places, why) = match session {
            Ok(None) => return None,
            Ok(Some(_)) => (seats(&mut collected.to_settle.iter().flatten()), Why::ToSettle),
            Err(why) => {
                (seats(&mut collected.counted.values().flatten().chain(collected.to_settle.iter().flatten())), why)
            }
        };
        (places > 0).then_some(LeftOut { exercise, places, why })
    };
    Exercise::all(tables).into_iter().filter_map(of).collect()
}

/// Everybody who is counted, part by part; `asked` are both questionnaires, as they are delivered.
pub fn populations(
    tables: &Tables,
    responses: &[Response],
    programme: &Programme,
    asked: &[Survey],
    objectives: &Objectives,
) -> BTreeMap<Part, Population> {
    let sessions: Vec<SessionId> = programme.sessions.iter().map(|session| session.id.clone()).collect();
    let answering = |survey: &Survey| (Part::of(survey.kind), Population::among(responses, tables, survey, &sessions));
    let positioned = (Part::Positioned, Population::positioned(tables, objectives, &held(tables, programme)));
    asked.iter().map(answering).chain([positioned]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::objectives::objectives;
    use crate::domain::exercise::code::Manner;
    use crate::domain::exercise::hand_in;
    use crate::domain::exercise::model::{attach, field};
    use crate::domain::exercise::seat::Seat;
    use crate::domain::exercise::work::{Grade, Moment, Positioning, Work};
    use crate::domain::interview::questionnaire::Length;
    use crate::domain::programme::fixture::{Fixture, day};
    use crate::domain::programme::session::{self, Status};
    use crate::records::{ChangeSet, RecordId};

    fn code(draw: u32) -> ExerciseCode {
        ExerciseCode::new(&[].into(), Length::Short, Manner::Alone, draw)
    }

    /// A positioning of the first number; the second time, it says otherwise.
    fn hand_in(fixture: &mut Fixture, draw: u32, nth: u32) {
        let objective = objectives().unwrap().iter().next().unwrap().id.clone();
        let levels = [(objective, if nth == 0 { Grade::Knows } else { Grade::Uses })].into();
        let answers = Handed::Positioning(Positioning { moment: Moment::Before, levels });
        let work = Work { exercise: code(draw), seat: Seat::new(1).unwrap(), edition: 1, answers };
        let key = hand_in::key(&RecordId::new(format!("h{draw}-{nth}")).unwrap()).unwrap();
        fixture.commit(&hand_in::receive(&fixture.tables, &key, &work));
    }

    /// Three sessions, two of which share a day; exercises on each day, one on no session's day, one without a day.
    fn fixture() -> Fixture {
        let mut fixture = Fixture::new();
        for (id, on) in [("s1", "2022-03-01"), ("s2", "2022-03-02"), ("s3", "2022-03-02")] {
            fixture.session(id, on);
        }
        for (draw, on) in [(1, Some("2022-03-01")), (2, Some("2022-03-02")), (3, Some("2022-03-05")), (4, None)] {
            let key = code(draw).key().unwrap();
            fixture.commit(&ChangeSet::one(&key, field::TITLE, Some("Salle")));
            fixture.commit(&ChangeSet::one(&key, field::HELD_ON, on.map(day).as_ref()));
            hand_in(&mut fixture, draw, 0);
        }
        fixture
    }

    fn sessions(fixture: &Fixture) -> Vec<String> {
        let mut sessions: Vec<_> = held(&fixture.tables, &fixture.programme()).into_iter().collect();
        sessions.sort();
        sessions.into_iter().map(|(_, session)| session.as_str().to_owned()).collect()
    }

    fn why(fixture: &Fixture) -> Vec<Why> {
        let mut all = left_out(&fixture.tables, &fixture.programme());
        all.sort_by_key(|one| one.exercise.code);
        assert!(all.iter().all(|one| one.places == 1));
        all.into_iter().map(|one| one.why).collect()
    }

    #[test]
    fn an_exercise_belongs_to_the_session_that_has_its_day_alone_or_that_somebody_said() {
        let mut fixture = fixture();
        assert_eq!(sessions(&fixture), ["s1"]);
        assert_eq!(why(&fixture), [Why::SharedDay, Why::NoSession, Why::NoDay]);
        for (draw, id) in [(2, "s3"), (4, "s2")] {
            let exercise = Exercise::find(&fixture.tables, code(draw)).unwrap();
            fixture.commit(&attach(&exercise, Some(&SessionId::new(id).unwrap())));
        }
        assert_eq!(sessions(&fixture), ["s1", "s3", "s2"]);
        assert_eq!(why(&fixture), [Why::NoSession]);
        // Cancelled since: its day tells again.
        let cancelled = SessionId::new("s3").unwrap().key().unwrap();
        let status = Status::Cancelled { reason: String::new() };
        fixture.commit(&ChangeSet::one(&cancelled, session::field::STATUS, Some(&status)));
        assert_eq!(sessions(&fixture), ["s1", "s2", "s2"]);
        // Said to be in a session that is nowhere: its day tells.
        let exercise = Exercise::find(&fixture.tables, code(4)).unwrap();
        fixture.commit(&attach(&exercise, Some(&SessionId::new("gone").unwrap())));
        assert_eq!(why(&fixture), [Why::NoSession, Why::NoDay]);
    }

    #[test]
    fn a_positioning_that_came_twice_waits_for_somebody() {
        let mut fixture = fixture();
        hand_in(&mut fixture, 1, 1);
        assert_eq!(why(&fixture), [Why::ToSettle, Why::SharedDay, Why::NoSession, Why::NoDay]);
    }
}
