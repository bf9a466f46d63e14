//! A date as far as it is known: a year, a month or a day.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A text that is not a date: neither « 2022 », « 2022-01 » nor « 2022-01-15 ».
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvalidWhen;

impl fmt::Display for InvalidWhen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("invalid date")
    }
}

impl std::error::Error for InvalidWhen {}

/// When something held, as precisely as a source says. It is its first day; the precision says what to show of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct When {
    pub first_day: NaiveDate,
    pub precision: Precision,
}

/// What is known of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    Year,
    Month,
    Day,
}

impl When {
    /// Reads a date, spaces around it ignored.
    pub fn new(text: &str) -> Result<Self, InvalidWhen> {
        let text = text.trim();
        let (whole, precision) = match text.len() {
            4 => (format!("{text}-01-01"), Precision::Year),
            7 => (format!("{text}-01"), Precision::Month),
            10 => (text.to_owned(), Precision::Day),
            _ => return Err(InvalidWhen),
        };
        let is_written = whole.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
        let first_day = whole.parse().ok().filter(|_| is_written).ok_or(InvalidWhen)?;
        Ok(Self { first_day, precision })
    }

    /// Reads a date as people write it (« 2022 », « 04/2022 », « 15/04/2022 »), or as it is kept.
    pub fn typed(text: &str) -> Result<Self, InvalidWhen> {
        let parts: Vec<&str> = text.split('/').map(str::trim).collect();
        match parts.as_slice() {
            [month, year] => Self::new(&format!("{year}-{month:0>2}")),
            [day, month, year] => Self::new(&format!("{year}-{month:0>2}-{day:0>2}")),
            _ => Self::new(text),
        }
    }
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shape = match self.precision {
            Precision::Year => "%Y",
            Precision::Month => "%Y-%m",
            Precision::Day => "%Y-%m-%d",
        };
        write!(f, "{}", self.first_day.format(shape))
    }
}

impl TryFrom<String> for When {
    type Error = InvalidWhen;
    fn try_from(text: String) -> Result<Self, InvalidWhen> {
        Self::new(&text)
    }
}

impl From<When> for String {
    fn from(when: When) -> String {
        when.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_read_as_people_write_it() {
        for (typed, kept) in [
            (" 2022 ", "2022"),
            ("04/2022", "2022-04"),
            ("4/2022", "2022-04"),
            ("15/04/2022", "2022-04-15"),
            ("1 / 4 / 2022", "2022-04-01"),
            ("2022-04-15", "2022-04-15"),
        ] {
            assert_eq!(When::typed(typed).map(|when| when.to_string()), Ok(kept.to_owned()), "{typed}");
        }
        for wrong in ["", "/", "04/22", "2022/04", "13/2022", "30/02/2022", "04/15/2022", "1/2/3/2022", "/2022"] {
            assert_eq!(When::typed(wrong), Err(InvalidWhen), "{wrong}");
        }
    }

    #[test]
    fn a_date_is_read_as_far_as_it_is_known_and_written_back() {
        for (text, first_day) in
            [("2022", "2022-01-01"), ("2022-04", "2022-04-01"), ("2022-04-15", "2022-04-15"), (" 2024 ", "2024-01-01")]
        {
            let when = When::new(text).unwrap();
            assert_eq!((when.first_day.to_string().as_str(), when.to_string().as_str()), (first_day, text.trim()));
        }
        for wrong in ["", "22", "2022-13", "2022-02-30", "2022/04", "avril", "+022", "2022-4-15x", "02022-01-1"] {
            assert_eq!(When::new(wrong), Err(InvalidWhen), "{wrong}");
        }
    }
}
