//! The kinds of structure in words: a code and its words on each line.

use super::error::ContentError;
use crate::domain::directory::typology::{CODES, Typologies};
use std::collections::BTreeMap;
use std::sync::OnceLock;

const FILE: &str = "typologies.txt";
const TEXT: &str = include_str!("typologies.txt");

/// The words of every code, read once.
pub fn typologies() -> Result<&'static Typologies, &'static ContentError> {
    static READ: OnceLock<Result<Typologies, ContentError>> = OnceLock::new();
    READ.get_or_init(|| read(TEXT)).as_ref()
}

fn read(text: &str) -> Result<Typologies, ContentError> {
    let spoiled = |fault: String| ContentError { file: FILE, fault };
    let mut labels = BTreeMap::new();
    for line in text.lines() {
        let (code, label) = line.split_once(' ').ok_or_else(|| spoiled(format!("no words: {line}")))?;
        if !CODES.contains(&code) || labels.insert(code.to_owned(), label.to_owned()).is_some() {
            return Err(spoiled(format!("not a code, or twice: {code}")));
        }
    }
    match CODES.iter().find(|code| !labels.contains_key(**code)) {
        Some(code) => Err(spoiled(format!("missing: {code}"))),
        None => Ok(Typologies::new(labels)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_its_words() {
        let known = typologies().unwrap();
        assert_eq!(known.say("RFS"), "Réseau France services");
        assert_eq!(known.say("PE"), "France Travail (ancien Pôle emploi)");
        for code in CODES {
            let words = known.say(code);
            assert!(words != code || code == "FABLAB", "{code}");
            assert!(words.trim() == words && !words.contains('\''), "{code}: {words}");
        }
    }

    #[test]
    fn a_spoiled_file_is_refused() {
        for (text, fault) in [
            ("ACI", "no words: ACI".to_owned()),
            ("XYZ Inconnu", "not a code, or twice: XYZ".to_owned()),
            (&TEXT.repeat(2), "not a code, or twice: ACI".to_owned()),
            (TEXT.trim_start_matches(|c| c != '\n').trim_start(), "missing: ACI".to_owned()),
        ] {
            assert_eq!(read(text).unwrap_err().fault, fault);
        }
    }
}
