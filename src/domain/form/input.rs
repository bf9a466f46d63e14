//! One input: what it takes, what it becomes, what is wrong with it.

use crate::domain::commune::InseeCode;
use crate::domain::directory::local::model::{WritingFault, one_line};
use crate::records::{RecordId, clean_text};
use chrono::{NaiveDate, NaiveTime};
use serde_json::Value;

/// One input of a field.
#[derive(Debug)]
pub struct Input {
    /// Its member of the field; empty when it is alone.
    pub part: &'static str,
    pub shape: Shape,
    /// It may stay empty where its field is filled.
    pub is_optional: bool,
}

impl Input {
    /// The only input of its field.
    pub const fn alone(shape: Shape) -> Self {
        Self { part: "", shape, is_optional: false }
    }

    /// One of several inputs of a field.
    pub const fn part(part: &'static str, shape: Shape) -> Self {
        Self { part, shape, is_optional: false }
    }

    /// The same, where it may be left out.
    pub const fn optional(part: &'static str, shape: Shape) -> Self {
        Self { part, shape, is_optional: true }
    }
}

/// What an input takes, and how it is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A line of text.
    Line {
        max: usize,
    },
    /// Several lines.
    Text {
        max: usize,
    },
    /// « 2022-03-01 ».
    Day,
    /// « 09:30 »; typed « 9h30 » too.
    Time,
    /// A whole number.
    Count {
        least: u32,
        most: u32,
    },
    /// An amount in euros, stored in cents.
    Euros,
    /// One of these codes.
    Choice(&'static [&'static str]),
    /// Any of these codes, stored as a list in their order.
    Ticks(&'static [&'static str]),
    /// Said or not; stored only when it is.
    Flag,
    /// Agreed or not to a text of which these are the versions, the present one last; the one that was read is stored.
    Agreed(&'static [&'static str]),
    /// Another record, by its identity.
    Record,
    /// Other records.
    Records,
    /// A commune, by its code.
    Commune,
    Email,
    /// A SIRET: fourteen digits, with their key.
    Siret,
}

/// What is wrong with what is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Wrong {
    Missing,
    TooLong {
        max: usize,
    },
    SeveralLines,
    Day,
    Time,
    Count {
        least: u32,
        most: u32,
    },
    Euros,
    /// Not among what may be chosen.
    Choice,
    Email,
    Siret,
    /// It comes before the input that it must follow.
    NotInOrder,
}

impl From<WritingFault> for Wrong {
    fn from(fault: WritingFault) -> Self {
        match fault {
            WritingFault::Blank => Self::Missing,
            WritingFault::TooLong { max_chars } => Self::TooLong { max: max_chars },
            WritingFault::SeveralLines => Self::SeveralLines,
        }
    }
}

/// The most that an amount may be, in cents.
const MOST_CENTS: i64 = 100_000_000_000;

impl Shape {
    /// What is typed as it is stored; none when nothing is.
    pub(super) fn read(self, typed: &str) -> Result<Option<Value>, Wrong> {
        let typed = typed.trim();
        if typed.is_empty() {
            return Ok(None);
        }
        let value = match self {
            Self::Line { max } => one_line(typed, max)?.into(),
            Self::Text { max } => lines(typed, max)?.into(),
            Self::Day => typed.parse::<NaiveDate>().map_err(|_| Wrong::Day)?.to_string().into(),
            Self::Time => time(typed).ok_or(Wrong::Time)?.format("%H:%M").to_string().into(),
            Self::Count { least, most } => {
                let count = typed.parse().ok().filter(|count| (least..=most).contains(count));
                count.ok_or(Wrong::Count { least, most })?.into()
            }
            Self::Euros => cents(typed).ok_or(Wrong::Euros)?.into(),
            Self::Choice(codes) | Self::Agreed(codes) => {
                codes.iter().find(|code| **code == typed).copied().ok_or(Wrong::Choice)?.into()
            }
            Self::Ticks(codes) => {
                let ticked: Vec<&str> = typed.split_whitespace().collect();
                if ticked.iter().any(|code| !codes.contains(code)) {
                    return Err(Wrong::Choice);
                }
                codes.iter().filter(|code| ticked.contains(code)).copied().map(Value::from).collect()
            }
            Self::Flag => (typed == "true").then_some(Value::Bool(true)).ok_or(Wrong::Choice)?,
            Self::Record => RecordId::new(typed).map_err(|_| Wrong::Choice)?.as_str().into(),
            Self::Records => {
                let ids = typed.split_whitespace().map(|id| RecordId::new(id).map_err(|_| Wrong::Choice));
                let ids: Result<Vec<RecordId>, Wrong> = ids.collect();
                ids?.iter().map(|id| Value::from(id.as_str())).collect()
            }
            Self::Commune => InseeCode::new(typed).map_err(|_| Wrong::Choice)?.as_str().into(),
            Self::Email => email(typed)?.into(),
            Self::Siret => siret(typed).ok_or(Wrong::Siret)?.into(),
        };
        Ok(Some(value))
    }

    /// What a stored value shows; none when it is not of this shape.
    pub(super) fn shown(self, value: &Value) -> Option<String> {
        let text = || value.as_str().map(ToOwned::to_owned);
        match self {
            Self::Count { .. } => value.as_u64().map(|count| count.to_string()),
            Self::Euros => value.as_i64().map(euros_typed),
            Self::Ticks(_) | Self::Records => {
                let codes: Option<Vec<&str>> = value.as_array()?.iter().map(Value::as_str).collect();
                Some(codes?.join(" "))
            }
            Self::Flag => value.as_bool().map(|is_said| if is_said { "true".to_owned() } else { String::new() }),
            _ => text(),
        }
    }
}

/// Several lines, clean.
fn lines(typed: &str, max: usize) -> Result<String, Wrong> {
    let text = clean_text(typed.trim()).into_owned();
    if text.chars().count() > max {
        return Err(Wrong::TooLong { max });
    }
    Ok(text)
}

/// A time as people type it: « 9h », « 9h30 », « 9:30 », « 09:30 ».
fn time(typed: &str) -> Option<NaiveTime> {
    let typed: String = typed.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_lowercase()).collect();
    let (hours, minutes) = typed.split_once(['h', ':'])?;
    let minutes = if minutes.is_empty() { "0" } else { minutes };
    let is_number = |text: &str| (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number(hours) || !is_number(minutes) {
        return None;
    }
    NaiveTime::from_hms_opt(hours.parse().ok()?, minutes.parse().ok()?, 0)
}

/// An amount as people type it: « 39 999,50 », « 1200 € ».
fn cents(typed: &str) -> Option<i64> {
    let typed: String = typed.chars().filter(|c| !c.is_whitespace() && *c != '€').collect();
    let (euros, cents) = typed.split_once([',', '.']).unwrap_or((&typed, ""));
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if euros.is_empty() || euros.len() > 12 || cents.len() > 2 || !is_digits(euros) || !is_digits(cents) {
        return None;
    }
    let padded = format!("{cents:0<2}");
    let amount = euros.parse::<i64>().ok()?.checked_mul(100)?.checked_add(padded.parse().ok()?)?;
    (amount <= MOST_CENTS).then_some(amount)
}

fn euros_typed(cents: i64) -> String {
    match cents % 100 {
        0 => (cents / 100).to_string(),
        rest => format!("{},{rest:02}", cents / 100),
    }
}

/// An address that has the shape of one: whether it exists is not known here.
fn email(typed: &str) -> Result<String, Wrong> {
    const MAX: usize = 200;
    let line = one_line(typed, MAX)?;
    let (name, domain) = line.split_once('@').ok_or(Wrong::Email)?;
    let is_domain = domain.contains('.') && !domain.starts_with('.') && !domain.ends_with('.');
    if name.is_empty() || !is_domain || domain.contains('@') || line.chars().any(char::is_whitespace) {
        return Err(Wrong::Email);
    }
    Ok(line)
}

/// A number of an establishment, without its spaces; the sum of its digits, every second one doubled, ends in zero (but for
/// those of La Poste, whose plain sum is a multiple of five).
fn siret(typed: &str) -> Option<String> {
    let number: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
    let digits: Option<Vec<u32>> = number.chars().map(|c| c.to_digit(10)).collect();
    let digits = digits.filter(|digits| digits.len() == 14)?;
    let doubled = |(place, digit): (usize, &u32)| match place % 2 {
        0 => digit * 2 / 10 + digit * 2 % 10,
        _ => *digit,
    };
    let is_right = digits.iter().enumerate().map(doubled).sum::<u32>() % 10 == 0;
    let is_post = number.starts_with("356000000") && digits.iter().sum::<u32>() % 5 == 0;
    (is_right || is_post).then_some(number)
}
