//! The questionnaire of the interview.

use super::error::{ContentError, parse, sound};
use crate::domain::interview::questionnaire::Questionnaire;
use std::sync::OnceLock;

const FILE: &str = "questionnaire.json";
const TEXT: &str = include_str!("questionnaire.json");

/// The questionnaire, read and checked once.
pub fn questionnaire() -> Result<&'static Questionnaire, &'static ContentError> {
    static READ: OnceLock<Result<Questionnaire, ContentError>> = OnceLock::new();
    READ.get_or_init(|| read(TEXT)).as_ref()
}

fn read(text: &str) -> Result<Questionnaire, ContentError> {
    let questionnaire: Questionnaire = parse(FILE, text)?;
    let faults = questionnaire.check();
    sound(FILE, questionnaire, &faults)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_reads_and_has_no_fault() {
        let questionnaire = questionnaire().unwrap();
        assert_eq!(questionnaire.blocks.len(), 9);
    }

    #[test]
    fn a_spoiled_file_is_named_with_every_fault() {
        assert_eq!(read("{").unwrap_err().file, FILE);
        let error = read(&TEXT.replace("\"use-device\"", "\"type-text\"")).unwrap_err();
        assert!(error.fault.contains("DuplicateItem"), "{}", error.fault);
    }
}
