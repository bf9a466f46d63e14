//! The words of the field, with what is said today.

use super::error::{ContentError, parse, sound};
use crate::domain::curriculum::glossary::Glossary;
use std::sync::OnceLock;

const FILE: &str = "glossary.json";
const TEXT: &str = include_str!("glossary.json");

/// The words, read once and checked.
pub fn glossary() -> Result<&'static Glossary, &'static ContentError> {
    static READ: OnceLock<Result<Glossary, ContentError>> = OnceLock::new();
    READ.get_or_init(|| read(TEXT)).as_ref()
}

fn read(text: &str) -> Result<Glossary, ContentError> {
    let glossary: Glossary = parse(FILE, text)?;
    let faults = glossary.faults();
    sound(FILE, glossary, &faults)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::tools::{tests::ways_to_reach, tool_book};
    use crate::domain::curriculum::glossary::{Term, TermId};

    fn term(id: &str) -> &'static Term {
        glossary().unwrap().term(&TermId::new(id).unwrap()).unwrap()
    }

    #[test]
    fn the_file_reads_and_has_no_fault() {
        assert!(glossary().unwrap().terms.len() >= 45);
    }

    #[test]
    fn a_spoiled_file_is_named_with_every_fault() {
        assert_eq!(read("{").unwrap_err().file, FILE);
        let error = read(&TEXT.replace("\"today\": \"ali\"", "\"today\": \"nowhere\"")).unwrap_err();
        assert!(error.fault.contains("UnknownTerm"), "{}", error.fault);
    }

    #[test]
    fn the_words_of_the_tender_lead_to_those_of_today() {
        for (former, today) in [
            ("pie", "ali"),
            ("pole-emploi", "france-travail"),
            ("conseiller-numerique-france-services", "conseiller-numerique"),
            ("pass-numerique", "mediation-numerique"),
            ("pierrefitte", "saint-denis"),
        ] {
            assert_eq!(term(former).today.as_ref().map(TermId::as_str), Some(today), "{former}");
            assert_eq!(term(today).to, None, "{today}");
        }
    }

    #[test]
    fn the_sheets_that_are_named_exist_and_each_has_a_word() {
        let tools = tool_book().unwrap();
        let named: Vec<_> = glossary().unwrap().terms.iter().filter_map(|term| term.tool.as_ref()).collect();
        for tool in &named {
            assert!(tools.tool(tool).is_some(), "{tool}");
        }
        for tool in &tools.tools {
            assert!(named.contains(&&tool.id), "{}", tool.id);
        }
    }

    /// A list to read without scrolling back and forth.
    #[test]
    fn a_meaning_is_short() {
        for term in &glossary().unwrap().terms {
            assert!(term.meaning.chars().count() <= 240, "{}", term.id);
            assert!(term.meaning.ends_with('.'), "{}", term.id);
        }
    }

    #[test]
    fn no_contact_detail_is_delivered() {
        assert_eq!(ways_to_reach(TEXT), [""; 0]);
    }
}
