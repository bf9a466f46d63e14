//! A questionnaire as data, and what answers it.

use crate::domain::curriculum::objective::ObjectiveId;
use crate::domain::interview::id::slug;
use crate::records::clean_text;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

slug! {
    /// A question; part of what is stored, so never renamed nor reused.
    QuestionId
}
slug! {
    /// What may be chosen.
    ChoiceId
}
slug! {
    /// The words of a questionnaire: those that are delivered, or those of a record.
    SurveyVersion
}

/// When one is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SurveyKind {
    EndOfDay,
    ThreeMonths,
}

impl SurveyKind {
    pub const ALL: [Self; 2] = [Self::EndOfDay, Self::ThreeMonths];
}

/// A questionnaire.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Survey {
    pub kind: SurveyKind,
    pub version: SurveyVersion,
    pub title: String,
    /// What it is for, and what becomes of the answers.
    pub intro: String,
    pub sections: Vec<Section>,
}

/// Questions that go together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    pub title: String,
    pub questions: Vec<Question>,
}

/// A question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    pub id: QuestionId,
    pub title: String,
    pub kind: QuestionKind,
    /// The objective it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub objective: Option<ObjectiveId>,
    /// The commitment it is about, from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub commitment: Option<u8>,
}

/// How one answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QuestionKind {
    One { choices: Vec<Choice> },
    Many { choices: Vec<Choice> },
    Text,
}

/// What may be chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    pub id: ChoiceId,
    pub title: String,
    /// Counted together, and against all others, where groups are small.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub favourable: bool,
}

/// What was answered to one question. One that was left has none: it is not zero.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    One(ChoiceId),
    Many(BTreeSet<ChoiceId>),
    Text(String),
}

pub type Answers = BTreeMap<QuestionId, Answer>;

/// Why an answer is none to a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AnswerFault {
    UnknownQuestion(QuestionId),
    UnknownChoice(QuestionId),
    /// A text where one chooses, or the reverse.
    OtherShape(QuestionId),
    TooLong(QuestionId),
}

/// What is wrong in a questionnaire.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SurveyFault {
    TwiceTheSame(QuestionId),
    TwiceTheSameChoice(QuestionId),
    TooFewChoices(QuestionId),
    /// More than are read from one code.
    TooManyChoices(QuestionId),
    NoQuestion,
}

/// The longest text of an answer, in characters.
pub const MAX_ANSWER_CHARS: usize = 1_000;
/// The most choices of a question: as many as are packed in two bytes.
pub const MAX_CHOICES: usize = 16;

impl Survey {
    /// Every question in order: the place of one, from 1, is its number on paper.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.sections.iter().flat_map(|section| &section.questions)
    }

    pub fn question(&self, id: &QuestionId) -> Option<&Question> {
        self.questions().find(|question| question.id == *id)
    }

    /// The question of a number on paper, from 1.
    pub fn numbered(&self, number: usize) -> Option<&Question> {
        self.questions().nth(number.checked_sub(1)?)
    }

    /// Answers that hold only what this questionnaire asks; or everything that is wrong. What is blank is no answer.
    pub fn accept(&self, answers: Answers) -> Result<Answers, Vec<AnswerFault>> {
        let (mut accepted, mut faults) = (Answers::new(), Vec::new());
        for (id, answer) in answers {
            let Some(question) = self.question(&id) else {
                faults.push(AnswerFault::UnknownQuestion(id));
                continue;
            };
            match question.accept(answer) {
                Ok(Some(answer)) => drop(accepted.insert(id, answer)),
                Ok(None) => {}
                Err(fault) => faults.push(fault),
            }
        }
        if faults.is_empty() { Ok(accepted) } else { Err(faults) }
    }

    /// What is wrong with it.
    pub fn faults(&self) -> Vec<SurveyFault> {
        let mut faults = Vec::new();
        let mut seen = BTreeSet::new();
        for question in self.questions() {
            if !seen.insert(&question.id) {
                faults.push(SurveyFault::TwiceTheSame(question.id.clone()));
            }
            let choices = question.choices();
            let distinct: BTreeSet<_> = choices.iter().map(|choice| &choice.id).collect();
            if distinct.len() != choices.len() {
                faults.push(SurveyFault::TwiceTheSameChoice(question.id.clone()));
            }
            if question.kind != QuestionKind::Text && choices.len() < 2 {
                faults.push(SurveyFault::TooFewChoices(question.id.clone()));
            }
            if choices.len() > MAX_CHOICES {
                faults.push(SurveyFault::TooManyChoices(question.id.clone()));
            }
        }
        if seen.is_empty() {
            faults.push(SurveyFault::NoQuestion);
        }
        faults
    }
}

impl Question {
    /// What may be chosen; nothing where one writes.
    pub fn choices(&self) -> &[Choice] {
        match &self.kind {
            QuestionKind::One { choices } | QuestionKind::Many { choices } => choices,
            QuestionKind::Text => &[],
        }
    }

    pub fn is_text(&self) -> bool {
        self.kind == QuestionKind::Text
    }

    /// The answer as it is kept; none when it is blank.
    pub fn accept(&self, answer: Answer) -> Result<Option<Answer>, AnswerFault> {
        let is_known = |id: &ChoiceId| self.choices().iter().any(|choice| choice.id == *id);
        match (&self.kind, answer) {
            (QuestionKind::One { .. }, Answer::One(id)) if is_known(&id) => Ok(Some(Answer::One(id))),
            (QuestionKind::Many { .. }, Answer::Many(ids)) if ids.is_empty() => Ok(None),
            (QuestionKind::Many { .. }, Answer::Many(ids)) if ids.iter().all(is_known) => Ok(Some(Answer::Many(ids))),
            (QuestionKind::One { .. }, Answer::One(_)) | (QuestionKind::Many { .. }, Answer::Many(_)) => {
                Err(AnswerFault::UnknownChoice(self.id.clone()))
            }
            (QuestionKind::Text, Answer::Text(text)) => {
                // Whichever way it comes, what ends a line is the same: nothing.
                let lines: Vec<String> = clean_text(&text).lines().map(|line| line.trim_end().to_owned()).collect();
                let text = lines.join("\n").trim().to_owned();
                match text.chars().count() {
                    0 => Ok(None),
                    1..=MAX_ANSWER_CHARS => Ok(Some(Answer::Text(text))),
                    _ => Err(AnswerFault::TooLong(self.id.clone())),
                }
            }
            _ => Err(AnswerFault::OtherShape(self.id.clone())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{answer, survey};
    use super::*;

    #[test]
    fn only_what_is_asked_is_accepted_and_what_is_blank_is_no_answer() {
        let survey = survey(SurveyKind::EndOfDay);
        let answers = |said: &[(&str, Answer)]| {
            said.iter().map(|(id, one)| (QuestionId::new(id).unwrap(), one.clone())).collect()
        };
        let accepted: Answers = survey
            .accept(answers(&[
                ("content", answer("one", "good")),
                ("free", answer("text", "  ")),
                ("many", answer("many", "")),
            ]))
            .unwrap();
        assert_eq!(accepted.keys().map(QuestionId::as_str).collect::<Vec<_>>(), ["content"]);
        let id = |text: &str| QuestionId::new(text).unwrap();
        let faults = survey.accept(answers(&[
            ("content", answer("one", "splendid")),
            ("many", answer("many", "a,z")),
            ("free", answer("one", "good")),
            ("unknown", answer("text", "x")),
        ]));
        let expected = [
            AnswerFault::UnknownChoice(id("content")),
            AnswerFault::OtherShape(id("free")),
            AnswerFault::UnknownChoice(id("many")),
            AnswerFault::UnknownQuestion(id("unknown")),
        ];
        assert_eq!(faults, Err(expected.to_vec()));
        let long = "é".repeat(MAX_ANSWER_CHARS + 1);
        assert_eq!(
            survey.accept(answers(&[("free", answer("text", &long))])),
            Err(vec![AnswerFault::TooLong(id("free"))])
        );
    }

    #[test]
    fn a_spoiled_questionnaire_says_what_is_wrong() {
        let mut survey = survey(SurveyKind::EndOfDay);
        assert_eq!(survey.faults(), []);
        let mut twice = survey.sections[0].questions[0].clone();
        if let QuestionKind::One { choices } = &mut twice.kind {
            choices.truncate(1);
        }
        survey.sections[0].questions.push(twice.clone());
        assert_eq!(
            survey.faults(),
            [SurveyFault::TwiceTheSame(twice.id.clone()), SurveyFault::TooFewChoices(twice.id)]
        );
        survey.sections.clear();
        assert_eq!(survey.faults(), [SurveyFault::NoQuestion]);
    }
}
