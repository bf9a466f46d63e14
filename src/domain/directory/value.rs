//! The value of one field of a place, as texts; and how what is typed becomes one that every file can carry.

use super::contact::{is_email, is_odd_link, is_phone};
use super::field::PlaceField;
use super::hours::{Hours, HoursError};
use super::place::Coordinates;
use super::position;
use super::standard::{
    AccessMode, Fee, Itinerance, Label, Programme, Public, Service, SpecialCare, StandardValue, SupportMode,
};
use crate::domain::commune::{InseeCode, PostalCode};
use crate::records::{MAX_TEXT_CHARS, clean_text};
use serde::{Deserialize, Serialize};

/// What separates the values of a list in a file.
const BETWEEN: char = '|';
/// The longest summary that the standard takes.
const MAX_SUMMARY_CHARS: usize = 280;

/// What a field says: nothing, one text, or several when the field is a list. None of them is blank.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(from = "Vec<String>")]
pub struct FieldValue(Vec<String>);

/// Why a text is no value of a field.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum ValueFault {
    /// Every place has a name.
    Missing,
    TooLong {
        max_chars: usize,
    },
    /// One line is expected.
    SeveralLines,
    /// The sign that separates the values of a list in a file.
    Separator,
    NotAPostalCode,
    NotAnInseeCode,
    NotAPosition,
    NotAPhone(String),
    NotAnEmail(String),
    NotALink(String),
    NotHours,
    /// It is not in the standard's list.
    Unknown(String),
    /// Nobody corrects this field here.
    NotCorrectable,
}

impl FieldValue {
    /// The texts, without the blank ones.
    pub fn of<T: AsRef<str>>(texts: impl IntoIterator<Item = T>) -> Self {
        let texts = texts.into_iter().map(|text| text.as_ref().trim().to_owned());
        Self(texts.filter(|text| !text.is_empty()).collect())
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }

    /// As one cell of a file holds it.
    pub fn text(&self) -> String {
        self.0.join("|")
    }

    pub fn to_vec(&self) -> Vec<String> {
        self.0.clone()
    }
}

impl From<Vec<String>> for FieldValue {
    fn from(texts: Vec<String>) -> Self {
        Self::of(texts)
    }
}

impl PlaceField {
    /// A value as it is typed: those of a list on a line each.
    pub fn typed(self, value: &FieldValue) -> String {
        value.0.join("\n")
    }

    /// Reads what was typed. Values of a closed list take the standard's spelling.
    pub fn read(self, typed: &str) -> Result<FieldValue, ValueFault> {
        let typed = clean_text(typed);
        let mut value = match self.is_list() {
            true => FieldValue::of(typed.split(['\n', BETWEEN])),
            false => FieldValue::of([typed.as_ref()]),
        };
        value.0 = value.0.iter().map(|text| self.spelled(text)).collect();
        let mut known = std::collections::BTreeSet::new();
        value.0.retain(|text| known.insert(text.clone()));
        self.check(&value).map(|()| value)
    }

    /// Whether a value can be given to the field and survive a file.
    pub fn check(self, value: &FieldValue) -> Result<(), ValueFault> {
        if !self.is_correctable() {
            return Err(ValueFault::NotCorrectable);
        }
        if value.is_empty() {
            return if self == Self::Name { Err(ValueFault::Missing) } else { Ok(()) };
        }
        let max_chars = if self == Self::Summary { MAX_SUMMARY_CHARS } else { MAX_TEXT_CHARS };
        if value.text().chars().count() > max_chars {
            return Err(ValueFault::TooLong { max_chars });
        }
        if self.is_list() && value.texts().any(|text| text.contains(BETWEEN)) {
            return Err(ValueFault::Separator);
        }
        if !matches!(self, Self::Summary | Self::Detail) && value.texts().any(|text| text.contains('\n')) {
            return Err(ValueFault::SeveralLines);
        }
        if !self.is_list() && value.0.len() > 1 {
            return Err(ValueFault::SeveralLines);
        }
        value.texts().try_for_each(|text| self.check_text(text))
    }

    fn check_text(self, text: &str) -> Result<(), ValueFault> {
        let unless = |is_right: bool, fault: fn(String) -> ValueFault| match is_right {
            true => Ok(()),
            false => Err(fault(text.to_owned())),
        };
        match self {
            Self::PostalCode => PostalCode::new(text).map(drop).map_err(|_| ValueFault::NotAPostalCode),
            Self::InseeCode => InseeCode::new(text).map(drop).map_err(|_| ValueFault::NotAnInseeCode),
            Self::Position => Coordinates::from_text(text).map(drop).ok_or(ValueFault::NotAPosition),
            Self::Phone => unless(is_phone(text), ValueFault::NotAPhone),
            Self::Emails => unless(is_email(text), ValueFault::NotAnEmail),
            Self::Websites | Self::AccessibilityUrl | Self::BookingUrl => {
                unless(!is_odd_link(text), ValueFault::NotALink)
            }
            Self::Hours => match Hours::parse(text) {
                Ok(_) | Err(HoursError::NotEvaluated) => Ok(()),
                Err(HoursError::Unreadable) => Err(ValueFault::NotHours),
            },
            _ if self.is_closed_list() => unless(self.standard(text).is_some(), ValueFault::Unknown),
            _ => Ok(()),
        }
    }

    /// A text in the spelling that is kept.
    fn spelled(self, text: &str) -> String {
        let position = || Coordinates::from_text(text).map(Coordinates::to_text);
        let spelled = match self {
            Self::Position => position(),
            _ => self.standard(text).map(str::to_owned),
        };
        spelled.unwrap_or_else(|| text.to_owned())
    }

    /// A value of the standard's list, as it spells it.
    fn standard(self, text: &str) -> Option<&'static str> {
        match self {
            Self::Itinerance => Itinerance::parse(text).map(Itinerance::label),
            Self::Services => Service::parse(text).map(Service::label),
            Self::Publics => Public::parse(text).map(Public::label),
            Self::SpecialCare => SpecialCare::parse(text).map(SpecialCare::label),
            Self::Fees => Fee::parse(text).map(Fee::label),
            Self::Programmes => Programme::parse(text).map(Programme::label),
            Self::Labels => Label::parse(text).map(Label::label),
            Self::AccessModes => AccessMode::parse(text).map(AccessMode::label),
            Self::SupportModes => SupportMode::parse(text).map(SupportMode::label),
            _ => None,
        }
    }
}

impl Coordinates {
    /// « 48.935800, 2.359600 ».
    pub fn to_text(self) -> String {
        let degrees = |udeg: i32| {
            let sign = if udeg < 0 { "-" } else { "" };
            format!("{sign}{}.{:06}", udeg.unsigned_abs() / 1_000_000, udeg.unsigned_abs() % 1_000_000)
        };
        format!("{}, {}", degrees(self.lat_udeg), degrees(self.lon_udeg))
    }

    /// Reads a latitude and a longitude on one line, with decimal points or commas; `None` outside France.
    pub fn from_text(text: &str) -> Option<Self> {
        let text = text.trim();
        let (latitude, longitude) = text
            .split_once(';')
            .or_else(|| text.split_once(", "))
            .or_else(|| text.split_once(char::is_whitespace))
            .or_else(|| text.split_once(','))?;
        position::read(latitude.trim(), longitude.trim()).ok()
    }
}

#[cfg(test)]
#[path = "field_tests.rs"]
mod tests;
