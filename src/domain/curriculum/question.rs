//! Questions with explained answers.

use super::objective::ObjectiveId;
use crate::domain::interview::id::slug;
use serde::Deserialize;

slug! {
    /// A question of a quiz: never renamed nor reused.
    QuestionId
}

/// A question, with what may be answered: exactly one choice is right.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    pub id: QuestionId,
    /// What it assesses; none: a sheet that no objective of the tender asks for.
    #[serde(default)]
    pub objective: Option<ObjectiveId>,
    pub text: String,
    pub choices: Vec<Choice>,
}

/// Something that may be answered.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    pub text: String,
    #[serde(default)]
    pub is_right: bool,
    /// Why it is right, or what is wrong with it.
    pub why: String,
}

/// What is wrong with a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuestionFault {
    /// Fewer than two choices, or more than five.
    Choices,
    /// None is right, or several are.
    Right,
    Blank,
}

impl Question {
    /// Every fault of it.
    pub fn faults(&self) -> Vec<QuestionFault> {
        let is_blank = |text: &str| text.trim().is_empty();
        let blank = is_blank(&self.text) || self.choices.iter().any(|one| is_blank(&one.text) || is_blank(&one.why));
        let right = self.choices.iter().filter(|choice| choice.is_right).count();
        let found = [
            (!(2..=5).contains(&self.choices.len())).then_some(QuestionFault::Choices),
            (right != 1).then_some(QuestionFault::Right),
            blank.then_some(QuestionFault::Blank),
        ];
        found.into_iter().flatten().collect()
    }
}
