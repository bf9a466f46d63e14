//! Somebody's card: what they agreed that the others of the network may read, until when.
//!
//! Withdrawing an agreement erases the card for good: the record keeps nothing, and wins every merge with a file, whenever
//! that was written. A card that came from somebody's registration goes with them when they are erased.

use crate::domain::fold::fold;
use crate::domain::programme::id::{PROFESSIONAL_KIND, ProfessionalId, SessionId, identity, read, text};
use crate::domain::programme::person;
use crate::records::{ChangeSet, Key, Kind, Record, RecordId, SUBJECT_PREFIX, Tables};
use chrono::{Months, NaiveDate};
use serde::{Deserialize, Serialize};

identity! {
    /// Somebody's card.
    CardId, CARD_KIND = "card"
}

/// Names of the fields. They are stored: never rename one.
pub mod field {
    pub const GIVEN_NAME: &str = "given_name";
    pub const FAMILY_NAME: &str = "family_name";
    pub const STRUCTURE: &str = "structure";
    pub const CAN_HELP: &str = "can_help";
    pub const LOOKS_FOR: &str = "looks_for";
    pub const REACH: &str = "reach";
    /// The session that its author came to. Not called as a registration calls it: what belongs to a session goes with its
    /// file, and a card does not.
    pub const MET_IN: &str = "met_in";
    pub const UNTIL: &str = "until";
    pub const CONSENT: &str = "consent";
}

/// The versions of the text that one agrees to, the present one last.
pub const WORDINGS: [&str; 1] = ["1"];
/// How long an agreement lasts at most, whatever day was typed.
pub const LONGEST_MONTHS: u32 = 36;
/// How long is proposed.
pub const PROPOSED_MONTHS: u32 = 12;

/// An agreement: the day it was given, and the version of the text that was read.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Consent {
    pub on: NaiveDate,
    pub wording: String,
}

/// How to reach somebody: one of them at least.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Reach {
    pub email: String,
    pub phone: String,
}

/// A card, as read.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Card {
    pub id: CardId,
    pub given_name: String,
    pub family_name: String,
    pub structure: String,
    pub can_help: String,
    pub looks_for: String,
    pub reach: Reach,
    /// None: not said.
    pub met_in: Option<SessionId>,
    pub until: Option<NaiveDate>,
    pub consent: Option<Consent>,
}

/// Whether a card may be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Standing {
    Current {
        last_day: NaiveDate,
    },
    /// Its last day is past.
    Expired {
        last_day: NaiveDate,
    },
    /// Nobody says that its author agreed, or until when.
    NoConsent,
}

impl Card {
    /// Reads a record. Total.
    pub fn from_record(id: &RecordId, record: &Record) -> Self {
        Self {
            id: CardId(id.clone()),
            given_name: text(record, field::GIVEN_NAME),
            family_name: text(record, field::FAMILY_NAME),
            structure: text(record, field::STRUCTURE),
            can_help: text(record, field::CAN_HELP),
            looks_for: text(record, field::LOOKS_FOR),
            reach: read(record, field::REACH).unwrap_or_default(),
            met_in: read(record, field::MET_IN),
            until: read(record, field::UNTIL),
            consent: read(record, field::CONSENT),
        }
    }

    /// « Camille Martin ».
    pub fn name(&self) -> String {
        format!("{} {}", self.given_name, self.family_name).trim().to_owned()
    }

    /// The last day that it is shown; none when nobody agreed to one.
    pub fn last_day(&self) -> Option<NaiveDate> {
        let longest = self.consent.as_ref()?.on.checked_add_months(Months::new(LONGEST_MONTHS))?;
        Some(self.until?.min(longest))
    }

    /// Where it stands on a day.
    pub fn standing(&self, today: NaiveDate) -> Standing {
        match self.last_day() {
            None => Standing::NoConsent,
            Some(last_day) if last_day < today => Standing::Expired { last_day },
            Some(last_day) => Standing::Current { last_day },
        }
    }

    fn order(&self) -> (String, String) {
        (fold(&self.family_name), fold(&self.given_name))
    }
}

/// The last day proposed for a card that is written on a day.
pub fn proposed_until(today: NaiveDate) -> NaiveDate {
    today.checked_add_months(Months::new(PROPOSED_MONTHS)).unwrap_or(today)
}

/// Whether a card may be shown and handed over on a day: its author agreed, it is not over, and nothing restricts the use of
/// what is kept of them.
pub fn is_shown(tables: &Tables, id: &RecordId, record: &Record, today: NaiveDate) -> bool {
    let standing = Card::from_record(id, record).standing(today);
    matches!(standing, Standing::Current { .. }) && !is_restricted(tables, record)
}

/// A card that may be opened by its address, shown or over: to be renewed, or erased. Whose use is restricted is not.
pub fn open(tables: &Tables, id: &CardId) -> Option<Card> {
    let key = id.key().ok()?;
    let record = tables.live_at(&key)?;
    (!is_restricted(tables, record)).then(|| Card::from_record(&key.id, record))
}

/// Whether the use of what is kept of its author is restricted.
fn is_restricted(tables: &Tables, record: &Record) -> bool {
    let people = record.fields.keys().filter_map(|name| name.as_str().strip_prefix(SUBJECT_PREFIX));
    people
        .filter_map(|id| Some(Key { kind: Kind::new(PROFESSIONAL_KIND).ok()?, id: RecordId::new(id).ok()? }))
        .any(|key| tables.get(&key).is_some_and(|record| !person::is_in_use(record)))
}

/// The cards that may be shown on a day, in the order of names.
pub fn shown(tables: &Tables, today: NaiveDate) -> Vec<Card> {
    let shown = tables.live(CARD_KIND).filter(|(id, record)| is_shown(tables, id, record, today));
    let mut cards: Vec<Card> = shown.map(|(id, record)| Card::from_record(id, record)).collect();
    cards.sort_by_cached_key(|card| (card.order(), card.id.clone()));
    cards
}

/// The cards that are to erase, or whose author is to be asked again: those that are over, and those that no agreement holds.
/// Whose use is restricted waits for the erasing of its author.
pub fn due(tables: &Tables, today: NaiveDate) -> Vec<Card> {
    let in_use = tables.live(CARD_KIND).filter(|(_, record)| !is_restricted(tables, record));
    let mut cards: Vec<Card> = in_use.map(|(id, record)| Card::from_record(id, record)).collect();
    cards.retain(|card| !matches!(card.standing(today), Standing::Current { .. }));
    cards.sort_by_cached_key(|card| (card.last_day(), card.order(), card.id.clone()));
    cards
}

/// The card that comes from somebody's registration, if any.
pub fn of_person(tables: &Tables, person: &ProfessionalId) -> Option<CardId> {
    let name = format!("{SUBJECT_PREFIX}{}", person.as_str());
    let names_them = |record: &Record| record.value(&name).and_then(serde_json::Value::as_bool) == Some(true);
    tables.live(CARD_KIND).find(|(_, record)| names_them(record)).map(|(id, _)| CardId(id.clone()))
}

/// Says that a card is about somebody who is registered: it then goes with them.
pub fn about(key: &Key, person: &ProfessionalId) -> ChangeSet {
    ChangeSet::one(key, &format!("{SUBJECT_PREFIX}{}", person.as_str()), Some(&true))
}

/// Withdraws an agreement: the card is erased here, and on whatever device imports that.
pub fn withdraw(tables: &Tables, id: &CardId) -> ChangeSet {
    let Ok(key) = id.key() else { return ChangeSet::new() };
    let mut changes = ChangeSet::erase(tables, &[key]);
    changes.changes.extend(super::pairs::without(tables, id).changes);
    changes
}

#[cfg(test)]
#[path = "card_tests.rs"]
mod tests;
