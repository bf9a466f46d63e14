//! An interlocutor: somebody to call in an organisation. These are personal data, and the only ones of this part of the
//! product.
//!
//! They travel with a file of everything and with no other. An old one is to check, then proposed for erasing; nothing is
//! erased here without a person. Whoever objects is erased for good: the record keeps nothing, wins every merge, and
//! nothing says that it was about them, so that no list of those who objected exists either.

use super::decode::{parse, text};
use super::model::ActorId;
use crate::domain::directory::place::PlaceId;
use crate::records::{InvalidId, Key, Kind, Record, RecordId};
use chrono::{Months, NaiveDate};
use serde::{Deserialize, Serialize};

/// The kind of the records that hold interlocutors.
pub const CONTACT_KIND: &str = "contact";

/// After how many months what is said of somebody is to check.
pub const CHECK_AFTER_MONTHS: u32 = 12;
/// After how many months erasing it is proposed.
pub const ERASE_AFTER_MONTHS: u32 = 24;

/// Names of the fields. They are stored: never rename one.
pub mod field {
    pub const ABOUT: &str = "about";
    pub const NAME: &str = "name";
    pub const FUNCTION: &str = "function";
    pub const REACH: &str = "reach";
    pub const SOURCE: &str = "source";
    pub const AS_OF: &str = "as_of";
    pub const INFORMED_ON: &str = "informed_on";
}

/// Where somebody works.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum About {
    Actor(ActorId),
    Place(PlaceId),
}

/// Somebody to call. What could not be read is empty, and stays in the record.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Contact {
    pub id: RecordId,
    /// None: it cannot be read.
    pub about: Option<About>,
    /// Empty: only the function is known.
    pub name: String,
    pub function: String,
    pub reach: String,
    /// Who said so.
    pub source: String,
    /// The day it was said.
    pub as_of: Option<NaiveDate>,
    /// The day they were told that their details are kept here.
    pub informed_on: Option<NaiveDate>,
}

/// How far what is said of somebody may still be relied upon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Age {
    Recent,
    /// To check: a call is enough.
    ToCheck,
    /// Kept for too long without a check: to erase.
    ToErase,
}

/// Where an interlocutor's record lives.
pub fn key(id: &RecordId) -> Result<Key, InvalidId> {
    Ok(Key { kind: Kind::new(CONTACT_KIND)?, id: id.clone() })
}

impl Contact {
    /// Reads a record. Total.
    pub fn from_record(id: &RecordId, record: &Record) -> Self {
        Self {
            id: id.clone(),
            about: parse(record, field::ABOUT),
            name: text(record, field::NAME),
            function: text(record, field::FUNCTION),
            reach: text(record, field::REACH),
            source: text(record, field::SOURCE),
            as_of: parse(record, field::AS_OF),
            informed_on: parse(record, field::INFORMED_ON),
        }
    }

    /// What they are called on a screen: their name, or else their function.
    pub fn title(&self) -> &str {
        if self.name.is_empty() { &self.function } else { &self.name }
    }

    /// How old what is said of them is. What bears no date is to check.
    pub fn age(&self, today: NaiveDate) -> Age {
        let Some(as_of) = self.as_of else { return Age::ToCheck };
        let is_past = |months| as_of.checked_add_months(Months::new(months)).is_some_and(|day| day < today);
        match () {
            () if is_past(ERASE_AFTER_MONTHS) => Age::ToErase,
            () if is_past(CHECK_AFTER_MONTHS) => Age::ToCheck,
            () => Age::Recent,
        }
    }

    /// Whether somebody is named without having been told.
    pub fn is_to_inform(&self) -> bool {
        !self.name.is_empty() && self.informed_on.is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_interlocutor_ages_by_the_day_it_was_said() {
        let today = "2026-11-28".parse().unwrap();
        let contact = |as_of: &str| Contact {
            id: RecordId::new("c").unwrap(),
            about: None,
            name: String::new(),
            function: String::new(),
            reach: String::new(),
            source: String::new(),
            as_of: as_of.parse().ok(),
            informed_on: None,
        };
        for (as_of, age) in [
            ("2026-11-28", Age::Recent),
            ("2025-11-28", Age::Recent),
            ("2025-11-27", Age::ToCheck),
            ("2024-11-28", Age::ToCheck),
            ("2024-11-27", Age::ToErase),
            ("2030-01-01", Age::Recent),
            ("", Age::ToCheck),
        ] {
            assert_eq!(contact(as_of).age(today), age, "{as_of}");
        }
    }
}
