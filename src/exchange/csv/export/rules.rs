//! What the national standard asks of a cell as it is written, and the other writing of a value that breaks it.
//!
//! The patterns are those of the schema v1.0.2. Where it has none (electronic and web addresses, hours, kinds of structure)
//! the rule is what the national map takes.

use super::Fault;
use crate::domain::directory::contact;
use crate::domain::directory::hours::{Hours, HoursError};
use crate::domain::directory::place::web_link;
use crate::domain::directory::standard::{
    AccessMode, Fee, Itinerance, Label, Programme, Public, Service, SpecialCare, StandardValue, SupportMode,
};
use crate::domain::directory::typology;
use crate::exchange::csv::column::Column;
use crate::exchange::csv::guard::guard;
use chrono::NaiveDate;

/// The longest summary, in characters.
pub const MAX_SUMMARY_CHARS: usize = 280;
/// The countries' prefixes that the standard knows: France and its territories.
const PHONE_PREFIXES: [&str; 10] = ["33", "590", "594", "262", "596", "269", "687", "689", "508", "681"];
/// What ten-figure numbers of the territories begin with, and the prefix that they take from elsewhere.
const TERRITORIES: [(&str, &str); 14] = [
    ("0262", "262"),
    ("0263", "262"),
    ("0269", "262"),
    ("0639", "262"),
    ("0692", "262"),
    ("0693", "262"),
    ("0590", "590"),
    ("0690", "590"),
    ("0691", "590"),
    ("0594", "594"),
    ("0694", "594"),
    ("0596", "596"),
    ("0696", "596"),
    ("0697", "596"),
];

const SHARED_START: &str = "0976";

/// Whether a value may stand in a column; for a text, the whole cell.
pub fn check(column: Column, value: &str) -> Result<(), Fault> {
    let expect = |is_met: bool, fault: Fault| if is_met { Ok(()) } else { Err(fault) };
    match column {
        Column::Pivot => expect(is_pivot(value), Fault::Pattern),
        Column::PostalCode => expect(value.len() == 5 && is_digits(value), Fault::Pattern),
        Column::InseeCode => expect(is_insee_code(value), Fault::Pattern),
        Column::Latitude | Column::Longitude => expect(is_degrees(value), Fault::Pattern),
        Column::Phone => expect(is_phone(value), Fault::Pattern),
        Column::Emails => expect(is_email(value), Fault::Pattern),
        Column::Websites | Column::AccessibilityUrl | Column::BookingUrl => expect(is_address(value), Fault::Pattern),
        Column::Hours => expect(Hours::parse(value) != Err(HoursError::Unreadable), Fault::Pattern),
        Column::UpdatedOn => expect(is_date(value), Fault::Pattern),
        Column::Summary => expect(value.chars().count() <= MAX_SUMMARY_CHARS, Fault::TooLong),
        Column::Typology => expect(typology::CODES.contains(&value), Fault::Unlisted),
        Column::Itinerance => expect(is_listed::<Itinerance>(value), Fault::Unlisted),
        Column::Services => expect(is_listed::<Service>(value), Fault::Unlisted),
        Column::Publics => expect(is_listed::<Public>(value), Fault::Unlisted),
        Column::SpecialCare => expect(is_listed::<SpecialCare>(value), Fault::Unlisted),
        Column::Fees => expect(is_listed::<Fee>(value), Fault::Unlisted),
        Column::Programmes => expect(is_listed::<Programme>(value), Fault::Unlisted),
        Column::Labels => expect(is_listed::<Label>(value), Fault::Unlisted),
        Column::AccessModes => expect(is_listed::<AccessMode>(value), Fault::Unlisted),
        Column::SupportModes => expect(is_listed::<SupportMode>(value), Fault::Unlisted),
        _ => Ok(()),
    }
}

/// The same value as the standard wants it written, where it has one meaning only.
pub fn mend(column: Column, value: &str) -> Option<String> {
    let mended = match column {
        Column::Phone => value.split('|').find_map(international)?,
        Column::Websites | Column::AccessibilityUrl | Column::BookingUrl => web_link(value)?,
        Column::Typology => typology::listed(value)?.to_owned(),
        Column::Summary => shortened(value),
        _ => return None,
    };
    check(column, &mended).is_ok().then_some(mended)
}

/// Whether a text of this column goes out behind an apostrophe when a spreadsheet would compute it. The others cannot be
/// formulas: their shape is checked.
pub fn is_free_text(column: Column) -> bool {
    matches!(
        column,
        Column::Id
            | Column::Name
            | Column::Commune
            | Column::Address
            | Column::AddressExtra
            | Column::Summary
            | Column::Detail
            | Column::Source
            | Column::Parent
            | Column::OtherLabels
    )
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_pivot(text: &str) -> bool {
    (9..=14).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

fn is_insee_code(text: &str) -> bool {
    match text.as_bytes() {
        [b'2', b'A' | b'B' | b'1'..=b'9', rest @ ..] | [b'0' | b'1' | b'3'..=b'9', b'0'..=b'9', rest @ ..] => {
            rest.len() == 3 && rest.iter().all(u8::is_ascii_digit)
        }
        _ => false,
    }
}

fn is_degrees(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    [whole, fraction].iter().all(|part| !part.is_empty() && is_digits(part))
}

fn is_phone(text: &str) -> bool {
    PHONE_PREFIXES.iter().any(|prefix| {
        let number = text.strip_prefix('+').and_then(|rest| rest.strip_prefix(prefix));
        number.is_some_and(|number| (6..=9).contains(&number.len()) && is_digits(number))
    })
}

/// A number as dialled in France, in its international form.
fn international(text: &str) -> Option<String> {
    // « +33 (0)1… »: this zero is dialled in France only.
    let text = text.replace("(0)", "");
    let compact: String = text.chars().filter(|c| !c.is_whitespace() && !".-/()".contains(*c)).collect();
    let number = match (compact.strip_prefix("00"), compact.strip_prefix('0')) {
        (Some(rest), _) => format!("+{rest}"),
        // These numbers are of any of the territories.
        (None, Some(_)) if compact.starts_with(SHARED_START) => return None,
        (None, Some(rest)) if compact.len() == 10 => {
            let territory = TERRITORIES.iter().find(|(start, _)| compact.starts_with(start));
            format!("+{}{rest}", territory.map_or("33", |(_, prefix)| prefix))
        }
        _ => compact,
    };
    is_phone(&number).then_some(number)
}

fn is_email(text: &str) -> bool {
    let is_plain = text.bytes().all(|byte| byte.is_ascii_graphic() && !b"|;,<>\"()".contains(&byte));
    let begins_well = text.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_');
    is_plain && begins_well && contact::is_email(text)
}

fn is_address(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    (lower.starts_with("https://") || lower.starts_with("http://")) && web_link(text).as_deref() == Some(text)
}

fn is_date(text: &str) -> bool {
    let has_shape = text.len() == 10 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    has_shape && NaiveDate::parse_from_str(text, "%Y-%m-%d").is_ok()
}

fn is_listed<T: StandardValue>(text: &str) -> bool {
    T::ALL.iter().any(|value| value.label() == text)
}

/// A summary cut after a word, with room for the apostrophe that may go before it.
fn shortened(text: &str) -> String {
    let room = MAX_SUMMARY_CHARS - 1 - guard(text).len();
    let kept = text.char_indices().nth(room).and_then(|(end, _)| text.get(..end)).unwrap_or(text);
    let whole_words = kept.rfind(char::is_whitespace).and_then(|end| kept.get(..end)).unwrap_or(kept);
    format!("{}…", whole_words.trim_end())
}
