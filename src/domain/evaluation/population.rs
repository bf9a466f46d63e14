//! Those who are counted: each answer, or each place that said where it stands, with the category it falls in.

use super::measure::{self, About, Category, Measure};
use super::moderation;
use super::response::Response;
use super::survey::{Answer, Question, QuestionId, Survey, SurveyVersion};
use super::wording::Wording;
use crate::domain::curriculum::objective::{ObjectiveId, Objectives};
use crate::domain::exercise::code::ExerciseCode;
use crate::domain::exercise::hand_in::{Collected, HandIn};
use crate::domain::exercise::seat::Seat;
use crate::domain::exercise::work::{Grade, Handed, Moment};
use crate::domain::programme::id::SessionId;
use crate::records::Tables;
use std::collections::{BTreeMap, BTreeSet};

/// One of those who are counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// The number of the answer, or the exercise and its drawn place: nobody's name.
    pub id: String,
    pub session: SessionId,
    /// What is not there was not said.
    pub said: BTreeMap<About, Category>,
    /// What they were not asked: they do not count in it.
    pub unasked: BTreeSet<About>,
}

/// Those who are counted, and on what.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Population {
    pub measures: Vec<Measure>,
    pub units: Vec<Unit>,
}

impl Population {
    /// Those who answered a survey, as it is delivered, in some sessions; what was set aside does not count. Each is counted in
    /// what the version they answered asks.
    pub fn answering(tables: &Tables, survey: &Survey, sessions: &[SessionId]) -> Self {
        Self::among(&Response::all(tables), tables, survey, sessions)
    }

    /// The same, among answers that were read already.
    pub fn among(responses: &[Response], tables: &Tables, survey: &Survey, sessions: &[SessionId]) -> Self {
        let measures = measure::of_survey(survey);
        let unasked = left_out(survey, tables, &measures);
        let sessions: BTreeSet<&SessionId> = sessions.iter().collect();
        let of_it = |one: &&Response| one.survey == survey.kind && sessions.contains(&one.session);
        let counted = responses.iter().filter(of_it);
        let counted = counted.filter(|one| moderation::counts(tables, one.number));
        let units = counted.map(|one| Unit {
            unasked: unasked.get(&one.version).cloned().unwrap_or_default(),
            ..unit(one, survey, &measures)
        });
        let units = units.collect();
        Self { measures, units }
    }

    /// Those who said where they stand, in exercises held for a session.
    pub fn positioned(tables: &Tables, objectives: &Objectives, held: &[(ExerciseCode, SessionId)]) -> Self {
        let measures = measure::of_objectives(objectives);
        let of = |(code, session): &(ExerciseCode, SessionId)| positioned(tables, *code, session);
        Self { measures, units: held.iter().flat_map(of).collect() }
    }
}

fn unit(response: &Response, survey: &Survey, measures: &[Measure]) -> Unit {
    let said = measures.iter().filter_map(|measure| {
        let category = match &measure.about {
            About::Question(id) | About::Ticked(id, _) => {
                measure::category_of(response.answers.get(id)?, &measure.about)
            }
            About::Commitments(outcome) => {
                let came_to = |question: &Question| match response.answers.get(&question.id) {
                    Some(Answer::One(id)) => question.commitment.is_some() && id == outcome,
                    _ => false,
                };
                survey.questions().any(came_to).then_some(Category::Ticked)
            }
            About::Positioned(..) | About::Way(_) => None,
        };
        Some((measure.about.clone(), category?))
    });
    let (id, session) = (response.number.to_string(), response.session.clone());
    Unit { id, session, said: said.collect(), unasked: BTreeSet::new() }
}

/// What each version that was written here does not ask. One that is not known is taken to ask everything.
fn left_out(survey: &Survey, tables: &Tables, measures: &[Measure]) -> BTreeMap<SurveyVersion, BTreeSet<About>> {
    let of = |version: Wording| {
        let asks = |id: &QuestionId| version.survey.question(id).is_some();
        let commitments = || version.survey.questions().any(|one| one.commitment.is_some() && !one.is_text());
        let is_out = |about: &&About| match about {
            About::Question(id) | About::Ticked(id, _) => !asks(id),
            About::Commitments(_) => !commitments(),
            About::Positioned(..) | About::Way(_) => false,
        };
        let out = measures.iter().map(|measure| &measure.about).filter(is_out).cloned().collect();
        (version.survey.version, out)
    };
    Wording::all(survey, tables).into_iter().map(of).collect()
}

fn positioned(tables: &Tables, code: ExerciseCode, session: &SessionId) -> Vec<Unit> {
    let collected = Collected::of(HandIn::all(tables, code));
    let mut seats: BTreeMap<Seat, BTreeMap<(ObjectiveId, Moment), Grade>> = BTreeMap::new();
    for one in collected.counted.values().flatten() {
        let Handed::Positioning(positioning) = &one.work.answers else { continue };
        let said = seats.entry(one.work.seat).or_default();
        said.extend(positioning.levels.iter().map(|(id, grade)| ((id.clone(), positioning.moment), *grade)));
    }
    let unit = |(seat, said): (Seat, BTreeMap<(ObjectiveId, Moment), Grade>)| {
        let mut categories = BTreeMap::new();
        for ((id, moment), grade) in &said {
            categories.insert(About::Positioned(*moment, id.clone()), Category::Grade(*grade));
            let before = said.get(&(id.clone(), Moment::Before)).filter(|_| *moment == Moment::After);
            let way = measure::way(before.copied(), Some(*grade));
            categories.extend(way.map(|way| (About::Way(id.clone()), way)));
        }
        let unasked = BTreeSet::new();
        Unit { id: format!("{code}/{seat}"), session: session.clone(), said: categories, unasked }
    };
    seats.into_iter().map(unit).collect()
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{Rooms, answer, store, survey};
    use super::super::response::receive_all;
    use super::super::survey::{QuestionId, SurveyKind};
    use super::*;
    use crate::content::objectives::objectives;
    use crate::domain::exercise::code::Manner;
    use crate::domain::exercise::hand_in;
    use crate::domain::exercise::work::{Positioning, Work};
    use crate::domain::interview::questionnaire::Length;
    use crate::records::RecordId;

    #[test]
    fn each_answer_counts_once_in_each_thing_it_says() {
        let mut rooms = Rooms::of(&[3, 2]).responses;
        rooms[0].answers.insert(QuestionId::new("many").unwrap(), answer("many", "a,c"));
        let mut tables = Tables::default();
        let (_, changes) = receive_all(&tables, &rooms);
        store(&mut tables, &changes, "r1");
        store(&mut tables, &moderation::set_aside(rooms[1].number, true), "r1");
        let session = |id: &str| SessionId::new(id).unwrap();
        let survey = survey(SurveyKind::EndOfDay);
        let population = Population::answering(&tables, &survey, &[session("s1"), session("s9")]);
        let counted = |id: &str| population.units.iter().filter(|unit| unit.session == session(id)).count();
        assert_eq!((counted("s1"), counted("s2")), (2, 0));
        let first = population.units.iter().find(|unit| unit.id == rooms[0].number.to_string()).unwrap();
        let said: Vec<_> = first.said.values().collect();
        let good = Category::Choice(super::super::survey::ChoiceId::new("good").unwrap());
        assert_eq!(said, [&good, &Category::Ticked, &Category::Ticked]);
    }

    #[test]
    fn a_place_is_compared_with_itself_only() {
        let code = ExerciseCode::new(&[].into(), Length::Short, Manner::Alone, 3);
        let mut tables = Tables::default();
        let said =
            [(1, Moment::Before, Grade::Knows), (1, Moment::After, Grade::Explains), (2, Moment::After, Grade::Uses)];
        for (nth, (seat, moment, grade)) in said.into_iter().enumerate() {
            let levels = BTreeMap::from([(ObjectiveId::new("pix").unwrap(), grade)]);
            let answers = Handed::Positioning(Positioning { moment, levels });
            let work = Work { exercise: code, seat: Seat::new(seat).unwrap(), edition: 1, answers };
            let key = hand_in::key(&RecordId::new(format!("h{nth}")).unwrap()).unwrap();
            let changes = hand_in::receive(&tables, &key, &work);
            store(&mut tables, &changes, "r1");
        }
        let session = SessionId::new("s1").unwrap();
        let population = Population::positioned(&tables, objectives().unwrap(), &[(code, session)]);
        let way = About::Way(ObjectiveId::new("pix").unwrap());
        let ways: Vec<_> = population.units.iter().map(|unit| unit.said.get(&way)).collect();
        assert_eq!(ways, [Some(&Category::Further), None]);
        assert_eq!(population.measures.len(), 27);
    }
}
