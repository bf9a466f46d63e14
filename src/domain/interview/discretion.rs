//! What a note or a label seems to hold and should not: signs of an identity, recognised by their shape.

use std::collections::BTreeSet;

/// Something that identifies a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sign {
    SocialSecurityNumber,
    PhoneNumber,
    EmailAddress,
    /// A full date of an adult's or a child's birth.
    BirthDate,
}

/// The signs found in a text. A caution to show, never a reason to refuse: shapes may mislead.
pub fn signs(text: &str) -> BTreeSet<Sign> {
    let mut found = BTreeSet::new();
    for number in numbers(text) {
        let digits: Vec<u8> = number.bytes().filter(u8::is_ascii_digit).collect();
        match digits.as_slice() {
            [b'1' | b'2' | b'3' | b'4' | b'7' | b'8', rest @ ..] if (12..=14).contains(&rest.len()) => {
                found.insert(Sign::SocialSecurityNumber);
            }
            [b'0', b'1'..=b'9', rest @ ..] if rest.len() == 8 => {
                found.insert(Sign::PhoneNumber);
            }
            [b'3', b'3', b'1'..=b'9', rest @ ..] if rest.len() == 8 && number.starts_with('+') => {
                found.insert(Sign::PhoneNumber);
            }
            _ => {}
        }
        if is_birth_date(number) {
            found.insert(Sign::BirthDate);
        }
    }
    if text.split_whitespace().any(is_email) {
        found.insert(Sign::EmailAddress);
    }
    found
}

/// The runs of digits, with the spaces and signs that people put inside them.
fn numbers(text: &str) -> impl Iterator<Item = &str> {
    let belongs = |c: char| c.is_ascii_digit() || " .-/+\u{a0}\u{202f}".contains(c);
    text.split(move |c| !belongs(c))
        .map(|run| run.trim_matches(|c: char| !c.is_ascii_digit() && c != '+'))
        .filter(|run| !run.is_empty())
}

/// `12/03/1984`, with a year in which someone who comes here may be born.
fn is_birth_date(number: &str) -> bool {
    let parts: Vec<&str> = number.split(['/', '.', '-']).map(str::trim).collect();
    let [day, month, year] = parts.as_slice() else { return false };
    let within = |text: &str, bounds: std::ops::RangeInclusive<u32>| {
        text.parse().is_ok_and(|value: u32| bounds.contains(&value))
    };
    within(day, 1..=31) && within(month, 1..=12) && within(year, 1900..=2015)
}

fn is_email(word: &str) -> bool {
    word.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.trim_end_matches('.').contains('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_of_an_identity_are_recognised_by_their_shape() {
        for (text, expected) in [
            ("1 84 03 93 066 012 45", vec![Sign::SocialSecurityNumber]),
            ("n 284039306601245.", vec![Sign::SocialSecurityNumber]),
            ("call 01 99 00 12 34 today", vec![Sign::PhoneNumber]),
            ("+33 1 99 00 12 34", vec![Sign::PhoneNumber]),
            ("0199001234/x@example.org", vec![Sign::PhoneNumber, Sign::EmailAddress]),
            ("born 12/03/1984", vec![Sign::BirthDate]),
            ("12.3.2001", vec![Sign::BirthDate]),
        ] {
            assert_eq!(signs(text).into_iter().collect::<Vec<_>>(), expected, "{text}");
        }
    }

    #[test]
    fn ordinary_notes_raise_nothing() {
        for text in [
            "",
            "23-11-A",
            "comes back on 12/03/2026 at 14 h 30",
            "2 appointments, 3 letters, 150 euros",
            "93200 Saint-Denis, bus 153",
            "@ home, e-mail later",
            "12/45/1984",
        ] {
            assert_eq!(signs(text), BTreeSet::new(), "{text}");
        }
    }
}
