//! Situations in a few words, for the tests of the questionnaire and of the rules.

use super::questionnaire::questionnaire;
use super::rules::rulebook;
use crate::domain::interview::answer::{Answer, Answers, SkillLevel};
use crate::domain::interview::assessment::{Assessment, Outcome, assess, view_of};
use crate::domain::interview::id::OptionId;
use crate::domain::interview::model::Interview;
use crate::domain::interview::questionnaire::{Axis, ItemKind};
use crate::records::{Record, RecordId};
use std::collections::BTreeSet;

pub(super) fn interview() -> Interview {
    Interview::from_record(&RecordId::new("case").unwrap(), &Record::default())
}

/// Reads « demand=procedure+job basics=alone send-mail=with_help wish=? »: options, levels for an item or for a whole
/// axis, `?` for « does not know », `!` for « prefers not to say ».
pub(super) fn answers(text: &str) -> Answers {
    let questionnaire = questionnaire().unwrap();
    let mut answers = Answers::new();
    for part in text.split_whitespace() {
        let (name, value) = part.split_once('=').unwrap();
        let axis: Option<Axis> = serde_json::from_value(name.into()).ok().filter(|axis: &Axis| axis.is_skill());
        let items: Vec<_> = questionnaire
            .items
            .iter()
            .filter(|item| item.id.as_str() == name || (item.is_skill() && Some(item.axis) == axis))
            .collect();
        assert!(!items.is_empty(), "{part}");
        for item in items {
            let option = |text: &str| OptionId::new(text).unwrap();
            let answer = match (value, &item.kind) {
                ("?", _) => Answer::DoesNotKnow,
                ("!", _) => Answer::PrefersNotToSay,
                (level, ItemKind::Skill { .. }) => {
                    let level: SkillLevel = serde_json::from_value(level.into()).unwrap();
                    Answer::Skill { level, basis: None }
                }
                (chosen, ItemKind::One { .. }) => Answer::One(option(chosen)),
                (chosen, ItemKind::Many { .. }) => Answer::Many(chosen.split('+').map(option).collect()),
            };
            assert!(answer.suits(item), "{part}");
            answers.insert(item.id.clone(), answer);
        }
    }
    answers
}

pub(super) fn assessed(interview: &Interview) -> Assessment<'static> {
    assess(rulebook().unwrap(), &view_of(questionnaire().unwrap(), interview), interview)
}

pub(super) fn of(text: &str) -> Assessment<'static> {
    assessed(&Interview { answers: answers(text), ..interview() })
}

pub(super) fn fired(assessment: &Assessment<'_>) -> BTreeSet<String> {
    assessment.proposals.iter().flat_map(|proposal| &proposal.rules).map(|rule| rule.id.to_string()).collect()
}

pub(super) fn found(assessment: &Assessment<'_>) -> BTreeSet<String> {
    let findings = assessment.axes.iter().flat_map(|axis| match &axis.outcome {
        Outcome::Situation(found) => found.as_slice(),
        Outcome::Skill { .. } => &[],
    });
    findings.map(|found| found.finding.id.to_string()).collect()
}

pub(super) const PHONE: &str = "devices=smartphone";
pub(super) const URGENT: &str = "demand=procedure deadline=week devices=smartphone";
