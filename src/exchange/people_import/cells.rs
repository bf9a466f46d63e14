//! What one cell says, as people type it.

use crate::domain::commune::{Commune, Communes, PostalCode};
use crate::domain::fold::{fold, squash};
use chrono::{Datelike, NaiveDate};

/// Days before and after these years are slips.
const YEARS: std::ops::RangeInclusive<i32> = 1950..=2100;

const MONTHS: [&str; 12] = [
    "janvier",
    "fevrier",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "aout",
    "septembre",
    "octobre",
    "novembre",
    "decembre",
];

/// A day: « 01/09/2021 », « 1.9.2021 », « 1er septembre 2021 », « 2021-09-01 », whatever time follows. A year in two digits
/// is not read: it may be of either century.
pub fn day(text: &str) -> Option<NaiveDate> {
    let text = text.trim();
    let iso = text.get(..10).and_then(|start| start.parse::<NaiveDate>().ok());
    let is_time = |rest: &str| rest.is_empty() || rest.starts_with(['T', ' ']);
    let iso = iso.filter(|_| is_time(text.get(10..).unwrap_or_default()));
    iso.or_else(|| french_day(text)).filter(|day| YEARS.contains(&day.year()))
}

fn french_day(text: &str) -> Option<NaiveDate> {
    let folded = fold(text);
    let parts: Vec<&str> = folded.split_whitespace().collect();
    let [day, month, year, rest @ ..] = parts.as_slice() else { return None };
    let is_time = rest.len() <= 3 && rest.iter().all(|part| number(part, 2).is_some());
    if !is_time || year.len() != 4 {
        return None;
    }
    let day = number(day.strip_suffix("er").unwrap_or(day), 2)?;
    let named = MONTHS.iter().position(|name| name == month).and_then(|nth| u32::try_from(nth + 1).ok());
    let month = named.or_else(|| number(month, 2))?;
    NaiveDate::from_ymd_opt(i32::try_from(number(year, 4)?).ok()?, month, day)
}

fn number(text: &str, most_digits: usize) -> Option<u32> {
    let is_number = (1..=most_digits).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| is_number)
}

/// What is wrong with a commune.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NoCommune {
    Unknown,
    /// Several communes have this postal code.
    Several,
}

/// A commune: its name, its postal code, or one after the other.
pub fn commune<'a>(text: &str, communes: &'a Communes) -> Result<&'a Commune, NoCommune> {
    let text = text.trim();
    if let Some(found) = communes.by_name(text) {
        return Ok(found);
    }
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    let (code, name) = text.split_at_checked(digits).ok_or(NoCommune::Unknown)?;
    if let Some(found) = communes.by_name(name).filter(|_| !name.trim().is_empty()) {
        return Ok(found);
    }
    let code = PostalCode::new(code).map_err(|_| NoCommune::Unknown)?;
    let mut with_code = communes.iter().filter(|commune| commune.postal_codes.contains(&code));
    match (with_code.next(), with_code.next()) {
        (Some(only), None) => Ok(only),
        (Some(_), Some(_)) => Err(NoCommune::Several),
        (None, _) => Err(NoCommune::Unknown),
    }
}

/// Yes or no; none when it is neither.
pub fn yes(text: &str) -> Option<bool> {
    match squash(text).as_str() {
        "oui" | "o" | "x" | "vrai" | "true" | "1" | "yes" => Some(true),
        "" | "non" | "n" | "faux" | "false" | "0" | "no" => Some(false),
        _ => None,
    }
}

/// The family name and the given name of a cell that holds both: the family name is in capitals. None when it is not, or
/// when everything is.
pub fn full_name(text: &str) -> Option<(String, String)> {
    let is_capital = |word: &&str| {
        let letters = word.chars().filter(|c| c.is_alphabetic());
        letters.count() > 1 && !word.chars().any(char::is_lowercase)
    };
    let (family, given): (Vec<&str>, Vec<&str>) = text.split_whitespace().partition(is_capital);
    (!family.is_empty() && !given.is_empty()).then(|| (family.join(" "), given.join(" ")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::communes::communes;

    #[test]
    fn days_are_read_as_they_are_typed_here() {
        let expected = NaiveDate::from_ymd_opt(2021, 9, 1);
        for text in [
            "01/09/2021",
            "1/9/2021",
            "01-09-2021",
            "1.9.2021",
            "1er septembre 2021",
            "1 SEPTEMBRE 2021",
            "2021-09-01",
            "2021-09-01T00:00",
            "2021-09-01 00:00:00",
            " 01/09/2021 00:00 ",
        ] {
            assert_eq!(day(text), expected, "{text}");
        }
        for text in [
            "",
            "01/09/21",
            "31/02/2021",
            "09/2021",
            "septembre 2021",
            "44440",
            "1/9/1021",
            "2021-09-01x",
            "é".repeat(9).as_str(),
        ] {
            assert_eq!(day(text), None, "{text}");
        }
    }

    #[test]
    fn communes_are_found_by_name_or_code() {
        let communes = &communes().unwrap().communes;
        let found = |text: &str| commune(text, communes).map(|commune| commune.name.clone());
        for text in ["Bobigny", "BOBIGNY", "93000", "93000 Bobigny", "93 Bobigny"] {
            assert_eq!(found(text), Ok("Bobigny".to_owned()), "{text}");
        }
        assert_eq!(found("Lyon"), Err(NoCommune::Unknown));
        assert_eq!(found("75001"), Err(NoCommune::Unknown));
        assert_eq!(found(""), Err(NoCommune::Unknown));
    }

    #[test]
    fn a_name_is_split_where_capitals_say() {
        let names = |family: &str, given: &str| Some((family.to_owned(), given.to_owned()));
        for (text, expected) in [
            ("MARTIN Camille", names("MARTIN", "Camille")),
            ("Camille DE LA TOUR", names("DE LA TOUR", "Camille")),
            ("Jean-Noël D’ÉTÉ", names("D’ÉTÉ", "Jean-Noël")),
            ("Camille Martin", None),
            ("CAMILLE MARTIN", None),
            ("", None),
        ] {
            assert_eq!(full_name(text), expected, "{text}");
        }
    }
}
