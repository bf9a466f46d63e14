//! The tool sheets.

use super::error::{ContentError, parse, sound};
use crate::domain::curriculum::tool::ToolBook;
use std::sync::OnceLock;

const FILE: &str = "tools.json";
const TEXT: &str = include_str!("tools.json");

/// The sheets, read once and checked.
pub fn tool_book() -> Result<&'static ToolBook, &'static ContentError> {
    static READ: OnceLock<Result<ToolBook, ContentError>> = OnceLock::new();
    READ.get_or_init(|| read(TEXT)).as_ref()
}

fn read(text: &str) -> Result<ToolBook, ContentError> {
    let book: ToolBook = parse(FILE, text)?;
    let faults = book.faults();
    sound(FILE, book, &faults)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::content::objectives::objectives;
    use crate::content::rules::rulebook;
    use crate::domain::curriculum::objective::ObjectiveId;
    use crate::domain::curriculum::tool::{Tool, ToolId};
    use std::collections::BTreeSet;

    /// What in a file could be used to reach somebody, or names them: addresses, phone numbers, persons.
    pub fn ways_to_reach(text: &str) -> Vec<String> {
        let signs = ["@", "http", "www.", "tel:", "M. ", "Mme ", ".fr", ".org", ".com"];
        let digits = |text: &str| text.chars().take_while(char::is_ascii_digit).count();
        let is_number = |line: &str| {
            let unspaced: String = line.chars().filter(|c| !c.is_whitespace() && !".-".contains(*c)).collect();
            (0..unspaced.len()).filter_map(|at| unspaced.get(at..)).any(|rest| digits(rest) > 8)
        };
        let names = |line: &&str| signs.iter().any(|sign| line.contains(sign)) || is_number(line);
        text.lines().filter(names).map(str::to_owned).collect()
    }

    fn tools() -> &'static [Tool] {
        &tool_book().unwrap().tools
    }

    #[test]
    fn the_file_reads_and_has_no_fault() {
        let expected = [
            "hub-map",
            "pix",
            "aidants-connect",
            "digital-safe",
            "france-services",
            "digital-advisers",
            "bons-clics",
            "solidarity",
            "cnil-kit",
            "eva",
        ];
        assert_eq!(tools().iter().map(|tool| tool.id.as_str()).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_spoiled_file_is_named_with_every_fault() {
        assert_eq!(read("{").unwrap_err().file, FILE);
        let error = read(&TEXT.replace("\"source\": \"aidants-connect\"", "\"source\": \"nowhere\"")).unwrap_err();
        assert!(error.fault.contains("UnknownSource"), "{}", error.fault);
    }

    /// The four tools of the tender answer its objectives; each objective has questions enough to be assessed.
    #[test]
    fn every_objective_has_its_questions() {
        let asked: Vec<_> =
            tools().iter().filter_map(|tool| Some((tool.id.as_str(), tool.objective.as_ref()?))).collect();
        let expected = [
            ("hub-map", "map"),
            ("pix", "pix"),
            ("aidants-connect", "aidants-connect"),
            ("digital-safe", "digital-safe"),
        ];
        assert_eq!(asked.iter().map(|(tool, objective)| (*tool, objective.as_str())).collect::<Vec<_>>(), expected);
        let known: BTreeSet<&ObjectiveId> = objectives().unwrap().iter().map(|objective| &objective.id).collect();
        let of: Vec<_> = tools().iter().flat_map(|tool| &tool.quiz).filter_map(|one| one.objective.as_ref()).collect();
        assert!(of.iter().all(|objective| known.contains(objective)));
        for objective in known {
            assert!(of.iter().filter(|one| **one == objective).count() >= 3, "{objective}");
        }
        for tool in tools() {
            if let Some(objective) = &tool.objective {
                assert!(
                    tool.quiz.iter().filter(|one| one.objective.as_ref() == Some(objective)).count() >= 4,
                    "{}",
                    tool.id
                );
            }
        }
    }

    /// From an orientation or from a place, each sheet is at hand; and an orientation names sheets that exist.
    #[test]
    fn every_sheet_is_reached() {
        let rules = rulebook().unwrap();
        for tool in tools() {
            assert!(!tool.orientations.is_empty() || !tool.programmes.is_empty(), "{}", tool.id);
            for id in &tool.orientations {
                assert!(rules.orientations.iter().any(|one| one.id == *id), "{}: {id}", tool.id);
            }
        }
        for orientation in &rules.orientations {
            let Some(named) = &orientation.tool else { continue };
            let tool = tool_book().unwrap().tool(&ToolId::new(named.as_str()).unwrap()).unwrap();
            assert!(tool.orientations.contains(&orientation.id), "{}", orientation.id);
        }
    }

    /// The face of a sheet is one page at 10 to 11 points: some 95 letters a line, some 50 lines beside its headings.
    #[test]
    fn a_sheet_holds_on_a_page() {
        let lines = |texts: &[String], around: usize| -> usize {
            texts.iter().map(|text| (text.chars().count() + around).div_ceil(95)).sum()
        };
        for tool in tools() {
            let parts = [&tool.what_for, &tool.for_whom, &tool.when_not, &tool.steps, &tool.say];
            let facts: Vec<String> = tool.facts.iter().map(|fact| fact.text.clone()).collect();
            let count = parts.into_iter().map(|part| lines(part, 0)).sum::<usize>() + lines(&facts, 70);
            assert!(count <= 42, "{}: {count}", tool.id);
        }
    }

    /// Whoever answers at random must not find the right answer by its place or its length.
    #[test]
    fn the_right_answer_does_not_show() {
        for tool in tools() {
            let places = tool.quiz.iter().map(|one| one.choices.iter().position(|choice| choice.is_right));
            assert!(places.collect::<BTreeSet<_>>().len() > 1, "{}: always in the same place", tool.id);
            assert!(tool.quiz.iter().all(|one| one.choices.len() == 3), "{}", tool.id);
        }
        let questions: Vec<_> = tools().iter().flat_map(|tool| &tool.quiz).collect();
        let is_longest = |one: &&&crate::domain::curriculum::question::Question| {
            let length = |text: &str| text.chars().count();
            let right = one.choices.iter().filter(|choice| choice.is_right).map(|choice| length(&choice.text)).max();
            right > one.choices.iter().filter(|choice| !choice.is_right).map(|choice| length(&choice.text)).max()
        };
        let longest = questions.iter().filter(is_longest).count();
        assert!(longest * 5 <= questions.len() * 2, "{longest} of {}", questions.len());
    }

    /// What is said to a person is said, between quotes.
    #[test]
    fn what_to_say_is_quoted() {
        for text in tools().iter().flat_map(|tool| &tool.say) {
            assert!(text.starts_with("«\u{202f}") && text.ends_with("\u{202f}»"), "{text}");
        }
    }

    #[test]
    fn no_contact_detail_is_delivered() {
        assert_eq!(ways_to_reach(TEXT), [""; 0]);
        assert_eq!(ways_to_reach("01 99 00 00 00\na@b\nune ligne"), ["01 99 00 00 00", "a@b"]);
    }

    /// They come with the program: they must not weigh on a phone.
    #[test]
    fn the_content_stays_light() {
        let size = TEXT.len() + include_str!("glossary.json").len();
        assert!(size <= 75 * 1024, "{size}");
    }
}
