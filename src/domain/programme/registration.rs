//! Somebody's place in a session.

use super::attendance::Attendance;
use super::id::{ProfessionalId, REGISTRATION_KIND, SESSION_FIELD, SessionId, joint, read};
use super::session::{self, Session};
use crate::records::{ChangeSet, InvalidId, Key, Kind, Record, RecordId, SUBJECT_PREFIX, Tables};
use serde::{Deserialize, Serialize};

/// Names of the fields. They are stored: never rename one.
pub mod field {
    pub const STATUS: &str = "status";
    /// When somebody asked for a place, which gives the order of a waiting list.
    pub const ASKED_AT: &str = "asked_at";
    /// The day the invitation left.
    pub const INVITED_ON: &str = "invited_on";
}

/// Where somebody's place stands.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Status {
    Registered,
    Waiting,
    Cancelled {
        why: Why,
        #[serde(default)]
        note: String,
    },
}

/// Why a place was given up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    ByPerson,
    ByEmployer,
    Ineligible,
    SessionCancelled,
    Moved,
    Other,
}

impl Why {
    pub const ALL: [Self; 6] =
        [Self::ByPerson, Self::ByEmployer, Self::Ineligible, Self::SessionCancelled, Self::Moved, Self::Other];
}

/// A registration, as read.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Registration {
    pub id: RecordId,
    pub session: SessionId,
    pub person: ProfessionalId,
    pub status: Status,
    /// Milliseconds since 1970.
    pub asked_at: i64,
    pub invited_on: Option<chrono::NaiveDate>,
}

/// Where somebody's place in a session lives: twice registered, it is one place.
pub fn key(session: &SessionId, person: &ProfessionalId) -> Result<Key, InvalidId> {
    Ok(Key { kind: Kind::new(REGISTRATION_KIND)?, id: joint(&session.0, &person.0)? })
}

impl Registration {
    /// Reads a record; none when it names no session or nobody.
    pub fn from_record(id: &RecordId, record: &Record) -> Option<Self> {
        Some(Self {
            id: id.clone(),
            session: read(record, SESSION_FIELD)?,
            person: subject(record)?,
            status: read(record, field::STATUS).unwrap_or(Status::Waiting),
            asked_at: read(record, field::ASKED_AT).unwrap_or_default(),
            invited_on: read(record, field::INVITED_ON),
        })
    }

    /// Every place of every session.
    pub fn all(tables: &Tables) -> impl Iterator<Item = Self> {
        tables.live(REGISTRATION_KIND).filter_map(|(id, record)| Self::from_record(id, record))
    }

    pub fn is_registered(&self) -> bool {
        self.status == Status::Registered
    }

    pub fn is_waiting(&self) -> bool {
        self.status == Status::Waiting
    }

    /// Whether somebody sat in it, as far as is known: what is counted of it stays, whatever becomes of them.
    pub fn was_used(&self, session: &Session, noted: Option<&Attendance>) -> bool {
        noted.is_some_and(Attendance::is_noted) || (self.is_registered() && session.status == session::Status::Held)
    }
}

/// Whom a record is about.
pub fn subject(record: &Record) -> Option<ProfessionalId> {
    let named = record.family(SUBJECT_PREFIX).find(|(_, is_named)| is_named.as_bool() == Some(true));
    ProfessionalId::new(named?.0).ok()
}

/// Gives somebody a place, or one on the waiting list. What was cancelled is taken up again, at its new turn: the invitation
/// that left for the place that was given up is not one for this place.
pub fn place(
    session: &SessionId,
    person: &ProfessionalId,
    status: &Status,
    asked_at: i64,
) -> Result<ChangeSet, InvalidId> {
    let key = key(session, person)?;
    let mut changes = ChangeSet::new();
    changes.write(&key, SESSION_FIELD, Some(session));
    changes.write(&key, &format!("{SUBJECT_PREFIX}{}", person.as_str()), Some(&true));
    changes.write(&key, field::STATUS, Some(status));
    changes.write(&key, field::ASKED_AT, Some(&asked_at));
    changes.write::<chrono::NaiveDate>(&key, field::INVITED_ON, None);
    Ok(changes)
}

fn write<T: Serialize>(registration: &Registration, field: &str, value: Option<&T>) -> ChangeSet {
    let key = key(&registration.session, &registration.person);
    key.map_or_else(|_| ChangeSet::new(), |key| ChangeSet::one(&key, field, value))
}

/// Changes where a place stands.
pub fn set_status(registration: &Registration, status: &Status) -> ChangeSet {
    write(registration, field::STATUS, Some(status))
}

/// Notes the day the invitation left.
pub fn invited(registration: &Registration, on: Option<chrono::NaiveDate>) -> ChangeSet {
    write(registration, field::INVITED_ON, on.as_ref())
}
