//! The rulebook of the interview.

use super::error::{ContentError, parse, sound};
use super::questionnaire::questionnaire;
use crate::domain::interview::questionnaire::Questionnaire;
use crate::domain::interview::rulebook::Rulebook;
use std::sync::OnceLock;

const FILE: &str = "rules.json";
const TEXT: &str = include_str!("rules.json");

/// The rulebook, read once and checked against the questionnaire.
pub fn rulebook() -> Result<&'static Rulebook, &'static ContentError> {
    static READ: OnceLock<Result<Rulebook, ContentError>> = OnceLock::new();
    READ.get_or_init(|| read(TEXT, questionnaire().map_err(Clone::clone)?)).as_ref()
}

fn read(text: &str, questionnaire: &Questionnaire) -> Result<Rulebook, ContentError> {
    let rulebook: Rulebook = parse(FILE, text)?;
    let faults = rulebook.check(questionnaire);
    sound(FILE, rulebook, &faults)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_reads_and_has_no_fault() {
        let rulebook = rulebook().unwrap();
        assert_eq!(rulebook.version, questionnaire().unwrap().version);
    }

    #[test]
    fn a_spoiled_file_is_named_with_every_fault() {
        let questionnaire = questionnaire().unwrap();
        assert_eq!(read("{", questionnaire).unwrap_err().file, FILE);
        let text = TEXT.replace("\"orientation\": \"remote\"", "\"orientation\": \"nowhere\"");
        let error = read(&text, questionnaire).unwrap_err();
        assert!(error.fault.contains("UnknownOrientation"), "{}", error.fault);
        assert!(error.fault.contains("OrientationWithoutRule"), "{}", error.fault);
    }
}
