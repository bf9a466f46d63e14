//! Who is counted in the synthesis of a cycle: those who answered its questionnaires, and those who positioned themselves in
//! the exercises of its days.

use super::population::Population;
use super::response::Response;
use super::survey::Survey;
use super::synthesis::Part;
use crate::domain::curriculum::objective::Objectives;
use crate::domain::exercise::code::ExerciseCode;
use crate::domain::exercise::model::Exercise;
use crate::domain::programme::id::SessionId;
use crate::domain::programme::session::Session;
use crate::domain::programme::whole::Programme;
use crate::records::Tables;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The exercises of sessions: an exercise names none, so it belongs to the one that has its day alone. Where two sessions
/// share a day it belongs to neither.
pub fn held(exercises: &[Exercise], sessions: &[Arc<Session>]) -> Vec<(ExerciseCode, SessionId)> {
    let of = |exercise: &Exercise| {
        let on = exercise.held_on?;
        let mut on_this_day = sessions.iter().filter(|session| session.held_on == Some(on) && !session.is_cancelled());
        match (on_this_day.next(), on_this_day.next()) {
            (Some(session), None) => Some((exercise.code, session.id.clone())),
            _ => None,
        }
    };
    exercises.iter().filter_map(of).collect()
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
    let held = held(&Exercise::all(tables), &programme.sessions);
    let positioned = (Part::Positioned, Population::positioned(tables, objectives, &held));
    asked.iter().map(answering).chain([positioned]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::exercise::code::{EXERCISE_KIND, Manner};
    use crate::domain::interview::questionnaire::Length;
    use crate::domain::programme::fixture::{Fixture, day};
    use crate::records::ChangeSet;

    #[test]
    fn an_exercise_belongs_to_the_session_that_has_its_day_alone() {
        let mut fixture = Fixture::new();
        for (id, on) in [("s1", "2022-03-01"), ("s2", "2022-03-02"), ("s3", "2022-03-02")] {
            fixture.session(id, on);
        }
        for (draw, on) in [(1, "2022-03-01"), (2, "2022-03-02"), (3, "2022-03-05")] {
            let code = ExerciseCode::new(&[].into(), Length::Short, Manner::Alone, draw);
            let key = code.key().unwrap();
            assert_eq!(key.kind.as_str(), EXERCISE_KIND);
            fixture.commit(&ChangeSet::one(&key, "held_on", Some(&day(on))));
        }
        let held = held(&Exercise::all(&fixture.tables), &fixture.programme().sessions);
        let sessions: Vec<_> = held.iter().map(|(_, session)| session.as_str()).collect();
        assert_eq!(sessions, ["s1"]);
    }
}
