//! What is counted: in which categories people fall on one thing, and which of these are told where groups are small.

use super::survey::{Answer, ChoiceId, Question, QuestionId, QuestionKind, Survey};
use crate::domain::curriculum::objective::{ObjectiveId, Objectives};
use crate::domain::exercise::work::{Grade, Moment};
use serde::{Deserialize, Serialize};

/// One thing on which people are counted.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum About {
    /// A question where one chooses.
    Question(QuestionId),
    /// One choice of a question where several may be ticked: each is a question of its own.
    Ticked(QuestionId, ChoiceId),
    /// People with at least one commitment that came to this.
    Commitments(ChoiceId),
    /// How people see themselves, before the day or after it.
    Positioned(Moment, ObjectiveId),
    /// Whether they see themselves further after it; only those who said both are compared.
    Way(ObjectiveId),
}

/// Where somebody falls. `Nothing`: they said nothing of it, which is no answer and not zero.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Category {
    Choice(ChoiceId),
    Ticked,
    NotTicked,
    Grade(Grade),
    Further,
    Same,
    LessFar,
    Nothing,
}

/// A thing, with every category in the order in which they are told; `Nothing` comes last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measure {
    pub about: About,
    pub categories: Vec<Category>,
    /// How many categories, from the first, are counted together and against all others where groups are small; none or
    /// all: nothing is told of it but for a whole cycle. It never depends on what was answered.
    pub favourable: usize,
}

impl Measure {
    /// The blocks that are told of small groups, as ranks of categories.
    pub fn coarse(&self) -> Vec<Vec<u8>> {
        let ranks: Vec<u8> = (0..self.categories.len()).filter_map(|rank| u8::try_from(rank).ok()).collect();
        match ranks.split_at_checked(self.favourable) {
            Some((favourable, others)) if !favourable.is_empty() && !others.is_empty() => {
                vec![favourable.to_vec(), others.to_vec()]
            }
            _ => vec![ranks],
        }
    }
}

/// Everything that a questionnaire counts.
pub fn of_survey(survey: &Survey) -> Vec<Measure> {
    let mut measures: Vec<Measure> =
        survey.questions().filter(|question| question.commitment.is_none()).flat_map(of_question).collect();
    let outcomes = survey.questions().find(|question| question.commitment.is_some() && !question.is_text());
    for outcome in outcomes.into_iter().flat_map(Question::choices) {
        measures.push(ticked(About::Commitments(outcome.id.clone())));
    }
    measures
}

fn of_question(question: &Question) -> Vec<Measure> {
    match &question.kind {
        QuestionKind::One { choices } => {
            // Told in the order of the questionnaire, where those that are favourable come first.
            let categories = choices.iter().map(|choice| Category::Choice(choice.id.clone()));
            vec![Measure {
                about: About::Question(question.id.clone()),
                categories: categories.chain([Category::Nothing]).collect(),
                favourable: choices.iter().take_while(|choice| choice.favourable).count(),
            }]
        }
        QuestionKind::Many { choices } => {
            choices.iter().map(|choice| ticked(About::Ticked(question.id.clone(), choice.id.clone()))).collect()
        }
        QuestionKind::Text => Vec::new(),
    }
}

/// Whoever ticked nothing of a question is told from whoever ticked something else nowhere: both did not tick it.
fn ticked(about: About) -> Measure {
    Measure { about, categories: vec![Category::Ticked, Category::NotTicked], favourable: 1 }
}

/// How people see themselves on every objective, before and after the day, and their way.
pub fn of_objectives(objectives: &Objectives) -> Vec<Measure> {
    let of = |id: &ObjectiveId| {
        let graded = |moment| Measure {
            about: About::Positioned(moment, id.clone()),
            categories: Grade::ALL.into_iter().map(Category::Grade).chain([Category::Nothing]).collect(),
            favourable: 0,
        };
        let way = [Category::Further, Category::Same, Category::LessFar, Category::Nothing];
        let way = Measure { about: About::Way(id.clone()), categories: way.to_vec(), favourable: 1 };
        [graded(Moment::Before), graded(Moment::After), way]
    };
    objectives.iter().flat_map(|objective| of(&objective.id)).collect()
}

/// How far somebody sees themselves after, compared with before; none when they did not say both.
pub fn way(before: Option<Grade>, after: Option<Grade>) -> Option<Category> {
    Some(match after?.cmp(&before?) {
        std::cmp::Ordering::Greater => Category::Further,
        std::cmp::Ordering::Equal => Category::Same,
        std::cmp::Ordering::Less => Category::LessFar,
    })
}

/// Where an answer falls, in the question it answers.
pub fn category_of(answer: &Answer, about: &About) -> Option<Category> {
    match (answer, about) {
        (Answer::One(id), About::Question(_)) => Some(Category::Choice(id.clone())),
        (Answer::Many(ids), About::Ticked(_, choice)) if ids.contains(choice) => Some(Category::Ticked),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::survey;
    use super::super::survey::SurveyKind;
    use super::*;

    #[test]
    fn small_groups_are_told_in_two_blocks_or_not_at_all() {
        let measures = of_survey(&survey(SurveyKind::EndOfDay));
        let blocks: Vec<_> = measures.iter().map(Measure::coarse).collect();
        let expected: [&[&[u8]]; 5] =
            [&[&[0, 1], &[2, 3, 4]], &[&[0, 1, 2, 3]], &[&[0], &[1]], &[&[0], &[1]], &[&[0], &[1]]];
        assert_eq!(blocks, expected);
        assert!(measures.iter().all(|one| one.categories.len() == one.coarse().concat().len()));
    }
}
