//! The two questionnaires of the evaluation, as they are delivered.

use super::error::{ContentError, parse, sound};
use super::objectives::objectives;
use crate::domain::curriculum::objective::Objectives;
use crate::domain::evaluation::commitment;
use crate::domain::evaluation::survey::{
    Choice, Question, QuestionId, QuestionKind, Section, Survey, SurveyFault, SurveyKind, SurveyVersion,
};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::OnceLock;

const FILE: &str = "surveys.json";
const TEXT: &str = include_str!("surveys.json");

/// The questionnaire that is asked at one time, read once and checked.
pub fn survey(kind: SurveyKind) -> Result<&'static Survey, ContentError> {
    static READ: OnceLock<Result<Vec<Survey>, ContentError>> = OnceLock::new();
    let read = READ.get_or_init(|| read(TEXT, objectives().map_err(Clone::clone)?)).as_ref().map_err(Clone::clone)?;
    let missing = || ContentError { file: FILE, fault: format!("{kind:?}") };
    read.iter().find(|survey| survey.kind == kind).ok_or_else(missing)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    version: SurveyVersion,
    /// Choices that serve several questions.
    scales: BTreeMap<String, Vec<Choice>>,
    surveys: Vec<WrittenSurvey>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenSurvey {
    kind: SurveyKind,
    title: String,
    intro: String,
    sections: Vec<WrittenSection>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenSection {
    title: String,
    questions: Vec<WrittenQuestion>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenQuestion {
    id: QuestionId,
    #[serde(default)]
    title: String,
    /// Asked once for each objective, in the words of who positions themselves.
    #[serde(default)]
    each_objective: bool,
    /// Asked once for each commitment, with the words of it and why.
    #[serde(default)]
    each_commitment: bool,
    /// A scale.
    one: Option<String>,
    choices: Option<Vec<Choice>>,
    many: Option<Vec<Choice>>,
    #[serde(default)]
    text: bool,
}

fn read(text: &str, objectives: &Objectives) -> Result<Vec<Survey>, ContentError> {
    let Written { version, scales, surveys } = parse(FILE, text)?;
    let mut read = Vec::new();
    for WrittenSurvey { kind, title, intro, sections } in surveys {
        let mut made = Vec::new();
        for WrittenSection { title, questions } in sections {
            let mut asked = Vec::new();
            for question in questions {
                let fault = || ContentError { file: FILE, fault: format!("{}: no way to answer", question.id) };
                let kind = way_to_answer(&question, &scales).ok_or_else(fault)?;
                asked.extend(asked_of(&question, kind, objectives)?);
            }
            made.push(Section { title, questions: asked });
        }
        read.push(Survey { kind, version: version.clone(), title, intro, sections: made });
    }
    let faults: Vec<SurveyFault> = read.iter().flat_map(Survey::faults).collect();
    sound(FILE, read, &faults)
}

fn way_to_answer(question: &WrittenQuestion, scales: &BTreeMap<String, Vec<Choice>>) -> Option<QuestionKind> {
    match (&question.one, &question.choices, &question.many, question.text) {
        (Some(scale), None, None, false) => {
            scales.get(scale).map(|choices| QuestionKind::One { choices: choices.clone() })
        }
        (None, Some(choices), None, false) => Some(QuestionKind::One { choices: choices.clone() }),
        (None, None, Some(choices), false) => Some(QuestionKind::Many { choices: choices.clone() }),
        (None, None, None, true) => Some(QuestionKind::Text),
        _ => None,
    }
}

/// The questions that one stands for.
fn asked_of(
    question: &WrittenQuestion,
    kind: QuestionKind,
    objectives: &Objectives,
) -> Result<Vec<Question>, ContentError> {
    let id = |text: String| {
        QuestionId::new(&text).map_err(|_| ContentError { file: FILE, fault: format!("{text}: no identifier") })
    };
    if question.each_objective {
        let of = objectives.iter().map(|objective| {
            Ok(Question {
                id: id(format!("{}-{}", question.id, objective.id))?,
                title: objective.said.clone(),
                kind: kind.clone(),
                objective: Some(objective.id.clone()),
                commitment: None,
            })
        });
        return of.collect();
    }
    if question.each_commitment {
        let mut asked = Vec::new();
        for number in (1..).take(commitment::MOST) {
            let parts = [
                ("words", format!("Engagement {number}, tel que je l’avais écrit\u{a0}:"), QuestionKind::Text),
                ("outcome", format!("Engagement {number}\u{a0}: où en est-il\u{202f}?"), kind.clone()),
                (
                    "why",
                    format!("Engagement {number}\u{a0}: ce qui a aidé, ou ce qui a manqué\u{a0}:"),
                    QuestionKind::Text,
                ),
            ];
            for (part, title, kind) in parts {
                let id = id(format!("{}-{number}-{part}", question.id))?;
                asked.push(Question { id, title, kind, objective: None, commitment: Some(number) });
            }
        }
        return Ok(asked);
    }
    let WrittenQuestion { id, title, .. } = question;
    Ok(vec![Question { id: id.clone(), title: title.clone(), kind, objective: None, commitment: None }])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_questionnaires_read_and_ask_what_was_ordered() {
        let objectives: Vec<_> = objectives().unwrap().iter().map(|one| &one.id).collect();
        for (kind, questions, texts, commitments) in
            [(SurveyKind::EndOfDay, 22, 3, 0), (SurveyKind::ThreeMonths, 26, 9, 9)]
        {
            let survey = survey(kind).unwrap();
            let asked: Vec<_> = survey.questions().collect();
            assert_eq!(asked.len(), questions, "{kind:?}");
            assert_eq!(asked.iter().filter_map(|one| one.objective.as_ref()).collect::<Vec<_>>(), objectives);
            assert_eq!(asked.iter().filter(|one| one.is_text()).count(), texts, "{kind:?}");
            assert_eq!(asked.iter().filter(|one| one.commitment.is_some()).count(), commitments);
        }
    }

    /// What is favourable is counted together: it comes first, as figures tell it.
    #[test]
    fn what_is_favourable_comes_first() {
        for kind in SurveyKind::ALL {
            for question in survey(kind).unwrap().questions() {
                let marks: Vec<bool> = question.choices().iter().map(|choice| choice.favourable).collect();
                assert!(marks.is_sorted_by(|one, next| one >= next), "{}", question.id);
                assert!(!question.title.is_empty(), "{}", question.id);
            }
        }
    }

    #[test]
    fn a_spoiled_file_is_refused() {
        let objectives = objectives().unwrap();
        for (from, to) in
            [("\"one\": \"outcome\"", "\"one\": \"weather\""), ("\"id\": \"useful\"", "\"id\": \"content\"")]
        {
            assert_eq!(read(&TEXT.replace(from, to), objectives).unwrap_err().file, FILE, "{to}");
        }
    }
}
