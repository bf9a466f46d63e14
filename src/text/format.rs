//! French formats, the same in every browser: `Intl` writes « 1 janvier », and cannot be tested natively.

use crate::domain::directory::contact::{french_digits, without_signs};
use chrono::{Datelike, NaiveDate, NaiveTime, Timelike, Weekday};

/// The narrow no-break space, between groups of digits and before `; ! ?`.
const NARROW: char = '\u{202f}';

const MONTHS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];
const DAYS: [&str; 7] = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];

/// « 1 632 677 ».
pub fn integer(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() * 2);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(NARROW);
        }
        text.push(digit);
    }
    text
}

/// A number and its noun: « 0 lieu », « 1 lieu », « 2 lieux ».
pub fn count(number: u64, singular: &str, plural: &str) -> String {
    format!("{}\u{a0}{}", integer(number), agree(number, singular, plural))
}

/// Where one is in a long list, `page` counted from 0: « Page 1 sur 12 ».
pub fn page(page: usize, pages: usize) -> String {
    format!("Page {} sur {}", integer(page as u64 + 1), integer(pages as u64))
}

/// The form of a word that goes with a number: in French, zero is singular.
pub fn agree<'a>(number: u64, singular: &'a str, plural: &'a str) -> &'a str {
    if number < 2 { singular } else { plural }
}

/// « 75 % », of a share between 0 and 1.
pub fn percent(share: f64) -> String {
    format!("{:.0}\u{a0}%", share * 100.0)
}

/// « 1er », « 2 ».
pub fn day_of_month(date: NaiveDate) -> String {
    if date.day() == 1 { "1er".to_owned() } else { date.day().to_string() }
}

fn month(date: NaiveDate) -> &'static str {
    MONTHS.get(date.month0() as usize).copied().unwrap_or_default()
}

/// « lundi ».
pub fn weekday(date: NaiveDate) -> &'static str {
    day_name(date.weekday())
}

/// « lundi ».
pub fn day_name(day: Weekday) -> &'static str {
    DAYS.get(day.num_days_from_monday() as usize).copied().unwrap_or_default()
}

/// « 1er janvier 2022 ».
pub fn date(date: NaiveDate) -> String {
    format!("{}\u{a0}{} {}", day_of_month(date), month(date), date.year())
}

/// « janvier 2022 ».
pub fn month_and_year(date: NaiveDate) -> String {
    format!("{} {}", month(date), date.year())
}

/// « samedi 1er janvier 2022 ».
pub fn full_date(day: NaiveDate) -> String {
    format!("{} {}", weekday(day), date(day))
}

/// A number of things, as these functions take it.
pub fn number(things: usize) -> u64 {
    u64::try_from(things).unwrap_or(u64::MAX)
}

/// « samedi 1er janvier ».
pub fn day_and_month(date: NaiveDate) -> String {
    format!("{} {}\u{a0}{}", weekday(date), day_of_month(date), month(date))
}

/// « 9 h », « 9 h 30 ».
pub fn time(time: NaiveTime) -> String {
    if time.minute() == 0 {
        format!("{}\u{a0}h", time.hour())
    } else {
        format!("{}\u{a0}h\u{a0}{:02}", time.hour(), time.minute())
    }
}

/// « 9 h – 9 h 20 ».
pub fn span(from: NaiveTime, to: NaiveTime) -> String {
    format!("{} – {}", time(from), time(to))
}

/// « 850 m » to the nearest 50 metres under one kilometre, « 1,2 km » to the nearest 100 metres under ten, « 12 km »
/// above. Never « 0 m ».
pub fn distance(metres: u32) -> String {
    let fifties = (metres + 25) / 50 * 50;
    let tenths = (metres + 50) / 100;
    match metres {
        _ if fifties < 1_000 => format!("{}\u{a0}m", fifties.max(50)),
        _ if tenths < 100 && tenths.is_multiple_of(10) => format!("{}\u{a0}km", tenths / 10),
        _ if tenths < 100 => format!("{},{}\u{a0}km", tenths / 10, tenths % 10),
        _ => format!("{}\u{a0}km", integer(u64::from((metres + 500) / 1_000))),
    }
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A telephone number as it is read aloud: « 01 99 00 12 34 ». One that is not French stays as it was written.
pub fn phone(number: &str) -> String {
    let Some(digits) = french_digits(number) else { return number.trim().to_owned() };
    let mut text = String::with_capacity(digits.len() + 8);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && index % 2 == 0 {
            text.push('\u{a0}');
        }
        text.push(digit);
    }
    text
}

/// The address that calls a number; none for a text that is not wholly one number.
pub fn phone_link(number: &str) -> Option<String> {
    let dialled = french_digits(number)
        .or_else(|| french_digits(before_extension(number)?))
        .map(|digits| format!("+33{}", digits.trim_start_matches('0')))
        .or_else(|| foreign_number(number))
        .or_else(|| short_number(number))?;
    Some(format!("tel:{dialled}"))
}

/// « 01 99 00 00 12 » of « 01 99 00 00 12 poste 3 ».
fn before_extension(number: &str) -> Option<&str> {
    let (start, extension) = number.split_once("poste").or_else(|| number.split_once("Poste"))?;
    let extension = without_signs(extension);
    (!extension.is_empty() && is_digits(&extension)).then_some(start)
}

/// « +32… » of « 0032… » or « +32… ». What begins like a French number and is not one is none.
fn foreign_number(number: &str) -> Option<String> {
    const LENGTHS: std::ops::RangeInclusive<usize> = 8..=15;
    let kept = without_signs(&number.replace("(0)", ""));
    let digits = kept.strip_prefix('+').or_else(|| kept.strip_prefix("00"))?;
    (LENGTHS.contains(&digits.len()) && is_digits(digits) && !digits.starts_with("33")).then(|| format!("+{digits}"))
}

/// « 115 », « 3949 », « 116 006 »: the shapes of the French short numbers, written without any sign.
fn short_number(number: &str) -> Option<String> {
    let kept: String = number.chars().filter(|c| !c.is_whitespace()).collect();
    let is_short = match kept.len() {
        3 => kept.starts_with('1'),
        4 => kept.starts_with("10") || kept.starts_with('3'),
        6 => kept.starts_with("116") || kept.starts_with("118"),
        _ => false,
    };
    (is_short && is_digits(&kept)).then_some(kept)
}

/// « a, b et c ».
pub fn list<T: AsRef<str>>(parts: &[T]) -> String {
    match parts {
        [] => String::new(),
        [only] => only.as_ref().to_owned(),
        [start @ .., last] => {
            let start: Vec<&str> = start.iter().map(AsRef::as_ref).collect();
            format!("{} et {}", start.join(", "), last.as_ref())
        }
    }
}

/// « 12 octets », « 340 ko », « 1,2 Mo ».
pub fn bytes(size: u64) -> String {
    const KILO: u64 = 1_000;
    const MEGA: u64 = 1_000_000;
    match size {
        _ if size < KILO => count(size, "octet", "octets"),
        _ if size < MEGA => format!("{}\u{a0}ko", size.div_ceil(KILO)),
        _ => {
            let tenths = size / (MEGA / 10);
            match (tenths / 10, tenths % 10) {
                (whole, 0) => format!("{}\u{a0}Mo", integer(whole)),
                (whole, tenth) => format!("{},{tenth}\u{a0}Mo", integer(whole)),
            }
        }
    }
}

/// A text within a sentence.
pub fn uncapitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

/// A text as the start of a sentence.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn numbers_are_grouped_by_three() {
        for (number, text) in [(0, "0"), (999, "999"), (1_000, "1\u{202f}000"), (1_632_677, "1\u{202f}632\u{202f}677")]
        {
            assert_eq!(integer(number), text);
        }
        assert_eq!(percent(0.279), "28\u{a0}%");
    }

    #[test]
    fn zero_and_one_are_singular() {
        assert_eq!(count(0, "lieu", "lieux"), "0\u{a0}lieu");
        assert_eq!(count(1, "lieu", "lieux"), "1\u{a0}lieu");
        assert_eq!(count(2, "lieu", "lieux"), "2\u{a0}lieux");
    }

    #[test]
    fn dates_say_1er() {
        assert_eq!(date(day("2022-01-01")), "1er\u{a0}janvier 2022");
        assert_eq!(full_date(day("2022-01-01")), "samedi 1er\u{a0}janvier 2022");
        assert_eq!(full_date(day("2026-08-31")), "lundi 31\u{a0}août 2026");
        assert_eq!(day_and_month(day("2026-12-01")), "mardi 1er\u{a0}décembre");
    }

    #[test]
    fn times_are_written_with_h() {
        assert_eq!(time(NaiveTime::from_hms_opt(9, 0, 0).unwrap()), "9\u{a0}h");
        assert_eq!(time(NaiveTime::from_hms_opt(17, 5, 0).unwrap()), "17\u{a0}h\u{a0}05");
    }

    #[test]
    fn distances_are_rounded_to_what_matters_on_foot() {
        for (metres, text) in [
            (0, "50\u{a0}m"),
            (849, "850\u{a0}m"),
            (974, "950\u{a0}m"),
            (976, "1\u{a0}km"),
            (1_249, "1,2\u{a0}km"),
            (1_999, "2\u{a0}km"),
            (9_949, "9,9\u{a0}km"),
            (9_951, "10\u{a0}km"),
            (12_400, "12\u{a0}km"),
        ] {
            assert_eq!(distance(metres), text, "{metres}");
        }
    }

    #[test]
    fn telephones_are_read_by_pairs() {
        for written in
            ["+33199001234", "01 99 00 12 34", "01.99.00.12.34", "0033 1 99 00 12 34", "+33 (0)1 99 00 12 34"]
        {
            assert_eq!(phone(written), "01\u{a0}99\u{a0}00\u{a0}12\u{a0}34", "{written}");
            assert_eq!(phone_link(written).as_deref(), Some("tel:+33199001234"), "{written}");
        }
        assert_eq!(phone(" 3949 "), "3949");
        assert_eq!(phone_link("3949").as_deref(), Some("tel:3949"));
        assert_eq!(phone("+32 2 000 00 00"), "+32 2 000 00 00");
        assert_eq!(phone_link("sur place"), None);
        assert_eq!(phone_link("01 99 00 12 34 / 01 99 00 12 35"), None);
    }

    #[test]
    fn only_what_is_wholly_one_number_is_dialled() {
        for (written, link) in [
            ("01 99 00 00 12 poste 3", Some("tel:+33199000012")),
            ("01 99 00 00 12 (Poste 302)", Some("tel:+33199000012")),
            ("01 99 00 00 12 poste de secours", None),
            ("0825 825 825 (0,15 €/min)", None),
            ("0199001234/35", None),
            ("du lundi au vendredi 9h-12h", None),
            ("9-12", None),
            ("3949+", None),
            ("39 49", Some("tel:3949")),
            ("115", Some("tel:115")),
            ("116 006", Some("tel:116006")),
            ("118 000", Some("tel:118000")),
            ("93200", None),
            ("2026", None),
            ("+44 (0)20 7946 0000", Some("tel:+442079460000")),
            ("0032 2 000 00 00", Some("tel:+3220000000")),
            ("+33 1 99 00 12 34 56", None),
            ("+", None),
            ("", None),
        ] {
            assert_eq!(phone_link(written).as_deref(), link, "{written}");
        }
        assert_eq!(phone("01 99 00 00 12 poste 3"), "01 99 00 00 12 poste 3");
    }

    #[test]
    fn pages_are_counted_from_one() {
        assert_eq!(page(0, 1_200), "Page 1 sur 1\u{202f}200");
    }

    #[test]
    fn lists_end_with_et() {
        assert_eq!(list::<&str>(&[]), "");
        assert_eq!(list(&["a"]), "a");
        assert_eq!(list(&["a", "b", "c"]), "a, b et c");
    }

    #[test]
    fn sizes_are_in_octets() {
        for (size, text) in [
            (12, "12\u{a0}octets"),
            (340_000, "340\u{a0}ko"),
            (1_000_000, "1\u{a0}Mo"),
            (1_290_000, "1,2\u{a0}Mo"),
            (64 * 1024 * 1024, "67,1\u{a0}Mo"),
        ] {
            assert_eq!(bytes(size), text);
        }
        assert_eq!(capitalised("été"), "Été");
    }
}
