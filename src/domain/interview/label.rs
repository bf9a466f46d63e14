//! The label of a case: made of a date and a letter, so that it names nobody.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::fmt;

/// A text that cannot be a label: empty, or over 40 characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvalidLabel;

impl fmt::Display for InvalidLabel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("invalid label")
    }
}

impl std::error::Error for InvalidLabel {}

/// What a professional recognises a case by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct CaseLabel(String);

impl CaseLabel {
    pub const MAX_CHARS: usize = 40;

    /// A label, spaces around it removed.
    pub fn new(text: &str) -> Result<Self, InvalidLabel> {
        let text = text.trim();
        let is_valid = !text.is_empty() && text.chars().count() <= Self::MAX_CHARS && !text.contains(char::is_control);
        if is_valid { Ok(Self(text.to_owned())) } else { Err(InvalidLabel) }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for CaseLabel {
    type Error = InvalidLabel;
    fn try_from(text: String) -> Result<Self, InvalidLabel> {
        Self::new(&text)
    }
}

impl From<CaseLabel> for String {
    fn from(label: CaseLabel) -> String {
        label.0
    }
}

impl fmt::Display for CaseLabel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A label not yet taken: the day, the month and a letter (`23-11-A`).
pub fn propose<'a>(taken: impl IntoIterator<Item = &'a CaseLabel>, today: NaiveDate) -> CaseLabel {
    let taken: BTreeSet<&str> = taken.into_iter().map(CaseLabel::as_str).collect();
    let day = format!("{:02}-{:02}", today.day(), today.month());
    let mut number = 0;
    loop {
        let label = format!("{day}-{}", letters(number));
        if !taken.contains(label.as_str()) {
            return CaseLabel(label);
        }
        number += 1;
    }
}

/// A, B… Z, AA, AB…
fn letters(number: usize) -> String {
    let letter = char::from(b'A' + (number % 26) as u8);
    match number / 26 {
        0 => letter.to_string(),
        rest => format!("{}{letter}", letters(rest - 1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_proposed_label_is_the_day_and_the_first_free_letter() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 3).unwrap();
        let mut taken: Vec<CaseLabel> = Vec::new();
        for _ in 0..60 {
            let label = propose(&taken, today);
            assert!(CaseLabel::new(label.as_str()).is_ok() && !taken.contains(&label));
            taken.push(label);
        }
        let text = |index: usize| taken[index].as_str();
        assert_eq!(
            [text(0), text(1), text(25), text(26), text(52)],
            ["03-11-A", "03-11-B", "03-11-Z", "03-11-AA", "03-11-BA"]
        );
        taken.remove(3);
        assert_eq!(propose(&taken, today).as_str(), "03-11-D");
    }

    #[test]
    fn a_label_is_one_short_line() {
        assert_eq!(CaseLabel::new("  bleu 7 ").unwrap().as_str(), "bleu 7");
        for wrong in ["", "  ", "a\nb", &"x".repeat(41)] {
            assert_eq!(CaseLabel::new(wrong), Err(InvalidLabel), "{wrong:?}");
        }
        assert!(CaseLabel::new(&"x".repeat(40)).is_ok());
    }
}
