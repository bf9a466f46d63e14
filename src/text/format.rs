//! French formats, the same in every browser: `Intl` writes « 1 janvier », and cannot be tested natively.

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};

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

/// The form of a word that goes with a number: in French, zero is singular.
pub fn agree<'a>(number: u64, singular: &'a str, plural: &'a str) -> &'a str {
    if number < 2 { singular } else { plural }
}

/// « 75 % », of a share between 0 and 1.
pub fn percent(share: f64) -> String {
    format!("{:.0}\u{a0}%", share * 100.0)
}

fn day_of_month(date: NaiveDate) -> String {
    if date.day() == 1 { "1er".to_owned() } else { date.day().to_string() }
}

fn month(date: NaiveDate) -> &'static str {
    MONTHS.get(date.month0() as usize).copied().unwrap_or_default()
}

/// « lundi ».
pub fn weekday(date: NaiveDate) -> &'static str {
    DAYS.get(date.weekday().num_days_from_monday() as usize).copied().unwrap_or_default()
}

/// « 1er janvier 2022 ».
pub fn date(date: NaiveDate) -> String {
    format!("{}\u{a0}{} {}", day_of_month(date), month(date), date.year())
}

/// « samedi 1er janvier 2022 ».
pub fn full_date(day: NaiveDate) -> String {
    format!("{} {}", weekday(day), date(day))
}

/// « samedi 1er janvier ».
pub fn day_and_month(date: NaiveDate) -> String {
    format!("{} {}\u{a0}{}", weekday(date), day_of_month(date), month(date))
}

/// « 01/01/2022 ».
pub fn short_date(date: NaiveDate) -> String {
    date.format("%d/%m/%Y").to_string()
}

/// « janvier 2022 ».
pub fn month_and_year(date: NaiveDate) -> String {
    format!("{} {}", month(date), date.year())
}

/// « 9 h », « 9 h 30 ».
pub fn time(time: NaiveTime) -> String {
    if time.minute() == 0 {
        format!("{}\u{a0}h", time.hour())
    } else {
        format!("{}\u{a0}h\u{a0}{:02}", time.hour(), time.minute())
    }
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

/// The ten digits of a French number, however it was written.
fn french_digits(phone: &str) -> Option<String> {
    let kept: String = phone.chars().filter(|c| !c.is_whitespace() && !".-()/\u{a0}\u{202f}".contains(*c)).collect();
    let national = match kept.strip_prefix("+33").or_else(|| kept.strip_prefix("0033")) {
        Some(rest) => format!("0{}", rest.strip_prefix('0').unwrap_or(rest)),
        None => kept,
    };
    (national.len() == 10 && national.starts_with('0') && national.bytes().all(|b| b.is_ascii_digit()))
        .then_some(national)
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

/// The longest number that networks carry.
const MAX_DIALLED: usize = 16;

/// The address that calls a number; none when it holds nothing to dial, or more than one number.
pub fn phone_link(number: &str) -> Option<String> {
    let dialled = match french_digits(number) {
        Some(digits) => format!("+33{}", digits.trim_start_matches('0')),
        None => number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect(),
    };
    (3..=MAX_DIALLED).contains(&dialled.len()).then(|| format!("tel:{dialled}"))
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
        assert_eq!(short_date(day("2022-01-01")), "01/01/2022");
        assert_eq!(month_and_year(day("2022-02-01")), "février 2022");
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
