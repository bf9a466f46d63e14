//! The cases of the exercise.

use super::error::{ContentError, parse, sound};
use super::questionnaire::questionnaire;
use super::rules::rulebook;
use crate::domain::exercise::case::CaseBook;
use std::sync::OnceLock;

const FILE: &str = "cases.json";
const TEXT: &str = include_str!("cases.json");

/// The cases, read once and checked.
pub fn cases() -> Result<&'static CaseBook, &'static ContentError> {
    static READ: OnceLock<Result<CaseBook, ContentError>> = OnceLock::new();
    READ.get_or_init(|| read(TEXT)).as_ref()
}

fn read(text: &str) -> Result<CaseBook, ContentError> {
    let (questionnaire, rulebook) = (questionnaire().map_err(Clone::clone)?, rulebook().map_err(Clone::clone)?);
    let book: CaseBook = parse(FILE, text)?;
    let faults = book.check(questionnaire, rulebook);
    sound(FILE, book, &faults)
}

#[cfg(test)]
mod tests {
    use super::super::communes::communes;
    use super::super::interview_situations::{assessed, interview};
    use super::*;
    use crate::domain::exercise::case::Case;
    use crate::domain::interview::assessment::{Assessment, view_of};
    use crate::domain::interview::model::Interview;
    use std::collections::BTreeSet;

    /// What the interview concludes from the answers of the reading.
    fn conclusion(case: &Case) -> Assessment<'static> {
        assessed(&as_read(case))
    }

    fn as_read(case: &Case) -> Interview {
        let answers = case.reading.answers.iter().map(|read| (read.item.clone(), read.answer.clone())).collect();
        Interview { answers, ..interview() }
    }

    #[test]
    fn the_file_reads_and_has_no_fault() {
        let book = cases().unwrap();
        let known = &communes().unwrap().communes;
        assert_eq!(book.version, questionnaire().unwrap().version);
        assert!(book.cases.iter().all(|case| known.iter().any(|commune| commune.code == case.commune)));
    }

    #[test]
    fn a_spoiled_file_is_named_with_every_fault() {
        assert_eq!(read("{").unwrap_err().file, FILE);
        for (from, to, fault) in [
            (r#""item": "devices""#, r#""item": "fax""#, "UnknownItem"),
            (r#"{"many": ["smartphone"]}"#, r#"{"one": "smartphone"}"#, "WrongAnswer"),
            (r#""orientation": "pix""#, r#""orientation": "nowhere""#, "UnknownOrientation"),
            (r#""orientation": "guardian""#, r#""orientation": "procedure-help""#, "KeptAndLeft"),
            (r#""id": "marc""#, r#""id": "elodie""#, "DuplicateCase"),
            (r#""number": 2"#, r#""number": 9"#, "Number"),
            (r#""id": "papers""#, r#""id": "place""#, "DuplicateTopic"),
            (r#""about": ["papers"]"#, r#""about": []"#, "NothingSaid"),
            (r#""about": ["papers"]"#, r#""about": ["papers", "trust"]"#, "NotRead"),
            (r#""name": "Marc""#, r#""name": " ""#, "EmptyText"),
            (r#""item": "deadline""#, r#""item": "demand""#, "DuplicateReading"),
        ] {
            let text = TEXT.replace(from, to);
            assert_ne!(text, TEXT, "{from}");
            assert!(read(&text).unwrap_err().fault.contains(fault), "{fault}");
        }
    }

    /// A number is in codes and on paper: it stays with its case.
    #[test]
    fn the_numbers_are_fixed() {
        let ids: Vec<&str> = cases().unwrap().cases.iter().map(|case| case.id.as_str()).collect();
        assert_eq!(ids, ["elodie", "marc", "ines", "karim", "monique", "daniel", "sofiane", "meera"]);
    }

    /// The rules reach what the trainer argues for, but where only a person sees it.
    #[test]
    fn what_is_to_keep_is_proposed_by_the_rules() {
        let mut by_hand = Vec::new();
        for case in &cases().unwrap().cases {
            let conclusion = conclusion(case);
            let proposed: BTreeSet<_> = conclusion.proposals.iter().map(|proposal| &proposal.orientation.id).collect();
            let kept = case.reading.keep.iter().map(|read| &read.orientation);
            by_hand.extend(kept.filter(|id| !proposed.contains(id)).map(|id| format!("{} {id}", case.id)));
        }
        assert_eq!(by_hand, ["sofiane guardian"]);
    }

    /// What the reading answers is asked in the full interview.
    #[test]
    fn no_answer_of_a_reading_is_out_of_the_interview() {
        for case in &cases().unwrap().cases {
            let interview = as_read(case);
            let view = view_of(questionnaire().unwrap(), &interview);
            let asked: BTreeSet<_> = view.items.iter().map(|item| &item.id).collect();
            let beyond: Vec<_> =
                case.reading.answers.iter().map(|read| &read.item).filter(|id| !asked.contains(id)).collect();
            assert!(beyond.is_empty(), "{} {beyond:?}", case.id);
        }
    }

    /// Long enough to be a person, short enough to be read aloud in two minutes.
    #[test]
    fn a_story_is_read_aloud_in_less_than_two_minutes() {
        for case in &cases().unwrap().cases {
            let words: usize = case.story.iter().map(|text| text.split_whitespace().count()).sum();
            assert!((50..=220).contains(&words), "{} {words}", case.id);
            assert!(case.hidden.len() >= 3 && case.says.len() >= 5, "{}", case.id);
        }
    }
}
