//! Laws of the results on the real content, whatever is answered.

use super::questionnaire::questionnaire;
use super::rules::rulebook;
use crate::domain::interview::answer::{Answer, Answers, SkillLevel};
use crate::domain::interview::assessment::{Assessment, Outcome, assess, items_to_settle, view_of};
use crate::domain::interview::condition::Evidence;
use crate::domain::interview::flow::{Flow, Step};
use crate::domain::interview::level::LevelResult;
use crate::domain::interview::model::{Interview, Presentation};
use crate::domain::interview::questionnaire::{Item, ItemKind, Length};
use crate::records::{Record, RecordId};
use proptest::prelude::*;

/// An answer to an item, drawn from a number; `None` is « not discussed ».
fn answer(item: &Item, draw: usize) -> Option<Answer> {
    let options = item.options();
    let choices = match &item.kind {
        ItemKind::Skill { .. } => SkillLevel::ALL.len(),
        _ => options.len(),
    };
    match (draw % (choices + 3)).checked_sub(choices) {
        Some(0) => None,
        Some(1) => Some(Answer::DoesNotKnow),
        Some(_) => Some(Answer::PrefersNotToSay),
        None => {
            let index = draw % (choices + 3);
            Some(match &item.kind {
                ItemKind::Skill { .. } => Answer::Skill { level: SkillLevel::ALL[index], basis: None },
                ItemKind::One { .. } => Answer::One(options[index].id.clone()),
                ItemKind::Many { .. } => Answer::Many([options[index].id.clone()].into()),
            })
        }
    }
}

fn interview(length: Length, draws: &[usize]) -> Interview {
    let items = &questionnaire().unwrap().items;
    let answers: Answers =
        items.iter().zip(draws).filter_map(|(item, draw)| Some((item.id.clone(), answer(item, *draw)?))).collect();
    let empty = Interview::from_record(&RecordId::new("case").unwrap(), &Record::default());
    Interview { length, answers, ..empty }
}

fn assessed(interview: &Interview) -> Assessment<'static> {
    assess(rulebook().unwrap(), &view_of(questionnaire().unwrap(), interview), interview)
}

fn draws() -> impl Strategy<Value = Vec<usize>> {
    prop::collection::vec(any::<usize>(), questionnaire().unwrap().items.len())
}

fn length() -> impl Strategy<Value = Length> {
    prop::sample::select(Length::ALL.to_vec())
}

proptest! {
    #[test]
    fn saying_that_one_does_not_know_or_will_not_say_weighs_nothing(draws in draws(), other in any::<bool>()) {
        let before = interview(Length::Full, &draws);
        let mut after = before.clone();
        let unknown = if other { Answer::DoesNotKnow } else { Answer::PrefersNotToSay };
        for item in &questionnaire().unwrap().items {
            after.answers.entry(item.id.clone()).or_insert(unknown.clone());
        }
        let (before, after) = (assessed(&before), assessed(&after));
        prop_assert_eq!(before.proposals, after.proposals);
        prop_assert_eq!(before.framing, after.framing);
        for (one, other) in before.axes.iter().zip(&after.axes) {
            prop_assert_eq!(&one.outcome, &other.outcome);
            prop_assert_eq!(one.completeness.answered, other.completeness.answered);
            prop_assert_eq!(other.completeness.not_discussed, 0);
        }
    }

    #[test]
    fn every_result_rests_on_answers_that_were_given_and_count(draws in draws(), length in length()) {
        let interview = interview(length, &draws);
        let view = view_of(questionnaire().unwrap(), &interview);
        let assessment = assessed(&interview);
        let found = assessment.axes.iter().flat_map(|axis| match &axis.outcome {
            Outcome::Situation(found) => found.iter().map(|found| &found.evidence).collect::<Vec<_>>(),
            Outcome::Skill { .. } => Vec::new(),
        });
        for evidence in found.chain(assessment.proposals.iter().map(|proposal| &proposal.reasons)) {
            prop_assert!(!evidence.is_empty());
            for one in evidence {
                match one {
                    Evidence::Answer { item, answer } => {
                        let given = view.answers.get(item).unwrap();
                        prop_assert!(given.is_known());
                        prop_assert!(answer == given || answer.options().all(|id| given.options().any(|own| own == id)));
                    }
                    Evidence::Unanswered(item) => prop_assert!(view.answers.get(item).is_none_or(|it| !it.is_known())),
                    Evidence::Level { axis, level } => {
                        let axis = assessment.axes.iter().find(|known| known.axis == *axis).unwrap();
                        let Outcome::Skill { result, .. } = &axis.outcome else { panic!("{axis:?}") };
                        prop_assert_eq!(*result, LevelResult::Level(*level));
                    }
                }
            }
        }
        for axis in &assessment.axes {
            let known = axis.completeness;
            let sum = known.answered + known.does_not_know + known.prefers_not_to_say + known.not_discussed;
            prop_assert_eq!(sum, known.visible);
            prop_assert_eq!(axis.unknown.len(), known.visible - known.answered);
        }
        // Nothing answered is lost: it counts, or is kept aside.
        prop_assert_eq!(view.answers.len() + view.kept_aside.len() + view.foreign.len(), interview.answers.len());
    }

    #[test]
    fn an_unsettled_frame_always_says_what_to_ask(draws in draws(), length in length()) {
        let interview = interview(length, &draws);
        let view = view_of(questionnaire().unwrap(), &interview);
        let (rulebook, framing) = (rulebook().unwrap(), assessed(&interview).framing);
        prop_assert_eq!(framing.settled().is_none(), !framing.to_ask.is_empty());
        let of_the_person = framing.to_ask.iter().any(|input| rulebook.framing.condition(*input).is_some());
        prop_assert!(!of_the_person || !items_to_settle(rulebook, &view, &framing).is_empty());
    }

    #[test]
    fn following_the_pages_meets_each_question_once_and_ends_at_the_check(draws in draws(), length in length()) {
        let interview = interview(length, &draws);
        let questionnaire = questionnaire().unwrap();
        let view = view_of(questionnaire, &interview);
        let flow = Flow::new(questionnaire, &view, Presentation::OnePerPage);
        let mut step = flow.first().clone();
        let mut asked = Vec::new();
        while let Some(next) = flow.next(&step) {
            if let Step::Item(item) = &step {
                asked.push(item.clone());
                prop_assert_eq!(flow.numbering(item).unwrap().number, asked.len());
            }
            prop_assert_eq!(flow.previous(next), Some(&step));
            step = next.clone();
        }
        prop_assert_eq!(step, Step::Check);
        prop_assert!(asked.iter().eq(view.items.iter().map(|item| &item.id)));
    }
}
