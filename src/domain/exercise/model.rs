//! An exercise as the trainer prepares it: what its code says, and what only its record holds.

use super::case::CaseNumber;
use super::code::{EXERCISE_KIND, ExerciseCode, Manner};
use crate::domain::aside::{AsideReason, KeptAside, parse};
use crate::domain::directory::local::model::{WritingFault, one_line};
use crate::domain::interview::id::CaseId;
use crate::domain::interview::questionnaire::Length;
use crate::domain::programme::id::SessionId;
use crate::records::{ChangeSet, DELETED, FieldName, InvalidId, Key, Kind, Record, RecordId, Tables};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Names of the fields. They are stored: never rename one.
pub mod field {
    pub const TITLE: &str = "title";
    pub const HELD_ON: &str = "held_on";
    pub const SESSION: &str = "session";
    pub const SEATS: &str = "seats";
    pub const MINUTES: &str = "minutes";
    /// Followed by a case that is not delivered, but written here.
    pub const CASE: &str = "case/";
    pub const CLOSED_ON: &str = "closed_on";
}

/// What a trainer calls an exercise.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ExerciseTitle(String);

impl ExerciseTitle {
    pub const MAX_CHARS: usize = 80;

    /// A title as typed.
    pub fn new(typed: &str) -> Result<Self, WritingFault> {
        one_line(typed, Self::MAX_CHARS).map(Self)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for ExerciseTitle {
    type Error = &'static str;
    fn try_from(text: String) -> Result<Self, &'static str> {
        Self::new(&text).map_err(|_| "invalid title of an exercise")
    }
}

impl From<ExerciseTitle> for String {
    fn from(title: ExerciseTitle) -> Self {
        title.0
    }
}

/// A count that has bounds.
macro_rules! bounded_count {
    ($(#[$doc:meta])* $name:ident from $least:literal to $most:literal, usually $usual:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "u8", into = "u8")]
        pub struct $name(u8);

        impl $name {
            pub const LEAST: u8 = $least;
            pub const MOST: u8 = $most;

            /// None beyond the bounds.
            pub fn new(count: u8) -> Option<Self> {
                (Self::LEAST..=Self::MOST).contains(&count).then_some(Self(count))
            }

            pub fn get(self) -> u8 {
                self.0
            }
        }

        impl Default for $name {
            fn default() -> Self {
                Self($usual)
            }
        }

        impl TryFrom<u8> for $name {
            type Error = &'static str;
            fn try_from(count: u8) -> Result<Self, &'static str> {
                Self::new(count).ok_or("out of bounds")
            }
        }

        impl From<$name> for u8 {
            fn from(count: $name) -> Self {
                count.0
            }
        }
    };
}

bounded_count! {
    /// How many numbers are drawn in the room.
    SeatCount from 1 to 60, usually 15
}

bounded_count! {
    /// The time given for one case, in minutes.
    CaseMinutes from 5 to 120, usually 20
}

/// What a trainer decides before there is a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExerciseDraft {
    pub title: ExerciseTitle,
    pub held_on: NaiveDate,
    pub seats: SeatCount,
    pub minutes: CaseMinutes,
    pub length: Length,
    pub manner: Manner,
    /// Delivered cases, by their numbers.
    pub delivered: BTreeSet<CaseNumber>,
    /// Cases written here.
    pub written: BTreeSet<CaseId>,
}

/// An exercise, as read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exercise {
    pub key: Key,
    pub code: ExerciseCode,
    /// `None`: it was lost, or cannot be read.
    pub title: Option<ExerciseTitle>,
    pub held_on: Option<NaiveDate>,
    /// The session it was held in, where somebody said it: its day does not always tell.
    pub session: Option<SessionId>,
    pub seats: SeatCount,
    pub minutes: CaseMinutes,
    /// Its cases that are not delivered: those are in the code.
    pub written: BTreeSet<CaseId>,
    /// The day is over, and nobody is expected any more.
    pub closed_on: Option<NaiveDate>,
    /// Fields of the record that this version does not use.
    pub kept_aside: Vec<KeptAside>,
    /// Fields on which people disagree without knowing it.
    pub disputed: Vec<FieldName>,
}

fn record_of<'t>(tables: &'t Tables, key: &Key) -> Option<&'t Record> {
    tables.live_at(key)
}

impl Exercise {
    /// Reads a record; none when its identity is no code of an exercise.
    pub fn from_record(id: &RecordId, record: &Record) -> Option<Self> {
        let mut exercise = Self {
            key: Key { kind: Kind::new(EXERCISE_KIND).ok()?, id: id.clone() },
            code: ExerciseCode::of_record(id)?,
            title: None,
            held_on: None,
            session: None,
            seats: SeatCount::default(),
            minutes: CaseMinutes::default(),
            written: BTreeSet::new(),
            closed_on: None,
            kept_aside: Vec::new(),
            disputed: record.conflicts().map(|(name, _)| name.clone()).collect(),
        };
        for name in record.fields.keys() {
            let Some(value) = record.value(name.as_str()) else { continue };
            if let Err(reason) = exercise.read(name.as_str(), value) {
                exercise.kept_aside.push(KeptAside { field: name.clone(), reason });
            }
        }
        Some(exercise)
    }

    /// The exercise of a code, when it is here and was not taken away.
    pub fn find(tables: &Tables, code: ExerciseCode) -> Option<Self> {
        let key = code.key().ok()?;
        Self::from_record(&key.id, record_of(tables, &key)?)
    }

    /// Whether it is here, without reading it.
    pub fn is_here(tables: &Tables, code: ExerciseCode) -> bool {
        code.key().is_ok_and(|key| record_of(tables, &key).is_some())
    }

    /// Every exercise, the latest first; those without a date last.
    pub fn all(tables: &Tables) -> Vec<Self> {
        latest_first(tables.live(EXERCISE_KIND))
    }

    /// Those that were taken away and may be put back, in the same order.
    pub fn removed(tables: &Tables) -> Vec<Self> {
        latest_first(tables.removed(EXERCISE_KIND))
    }

    fn read(&mut self, name: &str, value: &Value) -> Result<(), AsideReason> {
        match name {
            field::TITLE => self.title = Some(parse(value)?),
            field::HELD_ON => self.held_on = Some(parse(value)?),
            field::SESSION => self.session = Some(parse(value)?),
            field::SEATS => self.seats = parse(value)?,
            field::MINUTES => self.minutes = parse(value)?,
            field::CLOSED_ON => self.closed_on = Some(parse(value)?),
            DELETED => {}
            _ => {
                let case = name.strip_prefix(field::CASE).and_then(|case| CaseId::new(case).ok());
                let case = case.ok_or(AsideReason::UnknownField)?;
                if *value != Value::Bool(true) {
                    return Err(AsideReason::InvalidValue);
                }
                self.written.insert(case);
            }
        }
        Ok(())
    }

    /// Whether it goes on.
    pub fn is_open(&self) -> bool {
        self.closed_on.is_none()
    }
}

fn latest_first<'a>(records: impl Iterator<Item = (&'a RecordId, &'a Arc<Record>)>) -> Vec<Exercise> {
    let mut exercises: Vec<Exercise> = records.filter_map(|(id, record)| Exercise::from_record(id, record)).collect();
    exercises.sort_by(|one, other| other.held_on.cmp(&one.held_on).then_with(|| one.title.cmp(&other.title)));
    exercises
}

/// Prepares an exercise, told apart by what was drawn; none while another one has its code: draw again.
pub fn prepare(
    tables: &Tables,
    draft: &ExerciseDraft,
    drawn: u32,
) -> Result<Option<(ExerciseCode, ChangeSet)>, InvalidId> {
    let code = ExerciseCode::new(&draft.delivered, draft.length, draft.manner, drawn);
    let key = code.key()?;
    if tables.get(&key).is_some() {
        return Ok(None);
    }
    let mut changes = ChangeSet::new();
    changes.write(&key, field::TITLE, Some(&draft.title));
    changes.write(&key, field::HELD_ON, Some(&draft.held_on));
    changes.write(&key, field::SEATS, Some(&draft.seats));
    changes.write(&key, field::MINUTES, Some(&draft.minutes));
    for case in &draft.written {
        changes.write(&key, &format!("{}{}", field::CASE, case.as_str()), Some(&true));
    }
    Ok(Some((code, changes)))
}

pub fn rename(exercise: &Exercise, title: &ExerciseTitle) -> ChangeSet {
    ChangeSet::one(&exercise.key, field::TITLE, Some(title))
}

pub fn move_to(exercise: &Exercise, held_on: NaiveDate) -> ChangeSet {
    ChangeSet::one(&exercise.key, field::HELD_ON, Some(&held_on))
}

/// Says in which session it was held, or leaves its day to tell.
pub fn attach(exercise: &Exercise, session: Option<&SessionId>) -> ChangeSet {
    ChangeSet::one(&exercise.key, field::SESSION, session)
}

/// Changes how many numbers are drawn: somebody came who was not expected.
pub fn seat(exercise: &Exercise, seats: SeatCount) -> ChangeSet {
    ChangeSet::one(&exercise.key, field::SEATS, Some(&seats))
}

/// Ends it on a day, or opens it again.
pub fn close(exercise: &Exercise, on: Option<NaiveDate>) -> ChangeSet {
    ChangeSet::one(&exercise.key, field::CLOSED_ON, on.as_ref())
}

/// Takes it away; it may be put back.
pub fn delete(exercise: &Exercise) -> ChangeSet {
    ChangeSet::one(&exercise.key, DELETED, Some(&true))
}

/// Puts back one that was taken away.
pub fn restore(exercise: &Exercise) -> ChangeSet {
    ChangeSet::one::<bool>(&exercise.key, DELETED, None)
}

#[cfg(test)]
#[path = "model_tests.rs"]
mod tests;
