//! What somebody means to change in their work: up to three lines, which leave with them and are kept nowhere here.

use crate::records::clean_text;
use chrono::{Months, NaiveDate};

/// The most that one takes on.
pub const MOST: usize = 3;
/// The longest, in characters: it fits a line on paper and a calendar.
pub const MAX_CHARS: usize = 200;
/// After how long one looks back.
pub const LOOK_BACK_MONTHS: u32 = 3;

/// Why what was typed is no commitment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CommitmentFault {
    Nothing,
    /// One of them, from 1.
    TooLong(usize),
    TooMany,
}

/// One to three commitments, each on one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commitments(Vec<String>);

impl Commitments {
    /// Reads what was typed; what is blank is none.
    pub fn of<T: AsRef<str>>(typed: &[T]) -> Result<Self, CommitmentFault> {
        let line = |text: &T| {
            let words: Vec<String> = clean_text(text.as_ref()).split_whitespace().map(str::to_owned).collect();
            words.join(" ")
        };
        let lines: Vec<String> = typed.iter().map(line).filter(|line| !line.is_empty()).collect();
        match lines.iter().position(|line| line.chars().count() > MAX_CHARS) {
            Some(at) => Err(CommitmentFault::TooLong(at + 1)),
            None if lines.is_empty() => Err(CommitmentFault::Nothing),
            None if lines.len() > MOST => Err(CommitmentFault::TooMany),
            None => Ok(Self(lines)),
        }
    }

    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }
}

/// The day one looks back on a day of training: three months later, the last of the month where it is shorter.
pub fn look_back_on(held_on: NaiveDate) -> Option<NaiveDate> {
    held_on.checked_add_months(Months::new(LOOK_BACK_MONTHS))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_to_three_lines_are_taken_on() {
        let of = |typed: &[&str]| Commitments::of(typed);
        let two = of(&["  Poser la question\n du téléphone ", "", "Appeler un lieu"]).unwrap();
        assert_eq!(two.iter().collect::<Vec<_>>(), ["Poser la question du téléphone", "Appeler un lieu"]);
        assert_eq!(of(&["", " "]), Err(CommitmentFault::Nothing));
        assert_eq!(of(&["a", "b", "c", "d"]), Err(CommitmentFault::TooMany));
        let long = "é".repeat(MAX_CHARS + 1);
        assert_eq!(of(&["a", &long]), Err(CommitmentFault::TooLong(2)));
        assert!(of(&["é".repeat(MAX_CHARS).as_str()]).is_ok());
    }

    #[test]
    fn one_looks_back_three_months_later() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        for (held, back) in [("2022-03-03", "2022-06-03"), ("2021-11-30", "2022-02-28"), ("2022-06-30", "2022-09-30")] {
            assert_eq!(look_back_on(day(held)), Some(day(back)));
        }
    }
}
