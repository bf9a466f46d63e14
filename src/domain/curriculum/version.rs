//! A version of the curriculum: a day, its sequences in order. One is delivered; others are copied from it and written.

use super::forms::{self, sequence as part, version as field};
use super::sequence::{SEQUENCE_KIND, Sequence, SequenceId};
use crate::domain::programme::hours::clock;
use crate::domain::programme::id::{all, identity, read, text};
use crate::records::{ChangeSet, Record, RecordId, Tables};
use chrono::{NaiveDate, NaiveTime, TimeDelta};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

identity! {
    /// A version of the curriculum: a slug when it is delivered, otherwise that of its record.
    CurriculumId, CURRICULUM_KIND = "curriculum"
}

/// The day of a version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Day {
    #[serde(with = "clock")]
    pub starts_at: NaiveTime,
    pub sequences: Vec<Sequence>,
}

/// A day as it was when it was first held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Frozen {
    pub on: NaiveDate,
    pub day: Day,
}

/// A version of the curriculum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Curriculum {
    pub id: CurriculumId,
    pub title: String,
    pub note: String,
    pub copied_from: Option<CurriculumId>,
    pub day: Day,
    pub state: State,
}

/// Whether a version may still be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// It comes with the product: one copies it to change it.
    Delivered,
    Written,
    /// A day was held with it: one copies it to change it.
    Frozen(NaiveDate),
}

/// The version that is delivered.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeliveredCurriculum {
    pub id: CurriculumId,
    pub title: String,
    pub note: String,
    pub day: Day,
}

impl Day {
    pub fn sequence(&self, id: &SequenceId) -> Option<&Sequence> {
        self.sequences.iter().find(|sequence| sequence.id == *id)
    }

    /// Minutes of training, breaks left out.
    pub fn work_minutes(&self) -> u32 {
        self.sequences.iter().filter(|one| one.is_work()).map(|one| u32::from(one.minutes)).sum()
    }

    /// Each sequence with when it begins and ends, as planned from an hour.
    pub fn timeline(&self, starts_at: NaiveTime) -> Vec<(&Sequence, NaiveTime, NaiveTime)> {
        let mut at = starts_at;
        let place = |sequence: &'_ Sequence| {
            let from = at;
            at = from.overflowing_add_signed(TimeDelta::minutes(i64::from(sequence.minutes))).0;
            (from, at)
        };
        let times: Vec<_> = self.sequences.iter().map(place).collect();
        self.sequences.iter().zip(times).map(|(sequence, (from, to))| (sequence, from, to)).collect()
    }
}

impl Curriculum {
    /// Every version: the delivered one first, then those written here, by title.
    pub fn all(delivered: &DeliveredCurriculum, tables: &Tables) -> Vec<Self> {
        let written = tables.live(CURRICULUM_KIND).map(|(id, record)| Self::from_record(id, record, tables));
        let (mut known, mut others) = (vec![Self::delivered(delivered)], Vec::new());
        for version in written {
            // The delivered version has a record once it is frozen, with the day as it was then.
            match known.iter_mut().find(|one| one.id == version.id) {
                Some(one) if matches!(version.state, State::Frozen(_)) => {
                    (one.day, one.state) = (version.day, version.state);
                }
                Some(_) => {}
                None => others.push(version),
            }
        }
        others.sort_by(|one, other| (&one.title, &one.id).cmp(&(&other.title, &other.id)));
        known.extend(others);
        known
    }

    fn delivered(delivered: &DeliveredCurriculum) -> Self {
        let DeliveredCurriculum { id, title, note, day } = delivered.clone();
        Self { id, title, note, copied_from: None, day, state: State::Delivered }
    }

    /// Reads a record. Total: sequences that cannot be read are left out, those that the order forgets come last.
    fn from_record(id: &RecordId, record: &Record, tables: &Tables) -> Self {
        let frozen: Option<Frozen> = read(record, field::FROZEN);
        let (day, state) = match frozen {
            Some(frozen) => (frozen.day, State::Frozen(frozen.on)),
            None => (written_day(id, record, tables), State::Written),
        };
        Self {
            id: CurriculumId(id.clone()),
            title: text(record, field::TITLE),
            note: text(record, field::NOTE),
            copied_from: read(record, field::COPIED_FROM),
            day,
            state,
        }
    }

    /// Whether it may be written.
    pub fn is_writable(&self) -> bool {
        self.state == State::Written
    }

    /// Keeps the day as it is: from then on nothing of it changes. Nothing to write when it is kept already.
    pub fn freeze(&self, on: NaiveDate) -> ChangeSet {
        let mut changes = ChangeSet::default();
        if matches!(self.state, State::Frozen(_)) {
            return changes;
        }
        if let Ok(key) = self.id.key() {
            let frozen = Frozen { on, day: self.day.clone() };
            changes.write(&key, field::TITLE, Some(&self.title));
            changes.write(&key, field::FROZEN, Some(&frozen));
        }
        changes
    }

    /// A version to write, copied from this one; `new` gives each record its identity.
    pub fn copy(&self, title: &str, mut new: impl FnMut() -> RecordId) -> (CurriculumId, ChangeSet) {
        let id = CurriculumId(new());
        let mut changes = ChangeSet::default();
        let mut order = Vec::new();
        for sequence in &self.day.sequences {
            let copy = Sequence { id: SequenceId(new()), ..sequence.clone() };
            order.push(copy.id.clone());
            changes.changes.extend(write_sequence(&copy, &id).changes);
        }
        if let Ok(key) = id.key() {
            changes.write(&key, field::TITLE, Some(title));
            changes.write(&key, field::STARTS_AT, Some(&self.day.starts_at.format("%H:%M").to_string()));
            changes.write(&key, field::NOTE, Some(&self.note));
            changes.write(&key, field::COPIED_FROM, Some(&self.id));
            changes.write(&key, field::ORDER, Some(&order));
        }
        (id, changes)
    }
}

/// The fields of a sequence's record.
pub(super) fn write_sequence(sequence: &Sequence, of: &CurriculumId) -> ChangeSet {
    let mut changes = ChangeSet::default();
    let (Ok(key), Ok(Value::Object(members))) = (sequence.id.key(), serde_json::to_value(sequence)) else {
        return changes;
    };
    changes.write(&key, part::CURRICULUM, Some(of));
    for (name, value) in members.into_iter().filter(|(name, value)| name != "id" && !is_blank(value)) {
        changes.write(&key, &name, Some(&value));
    }
    changes
}

fn is_blank(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(list) => list.is_empty(),
        Value::Object(members) => members.is_empty(),
        _ => false,
    }
}

fn written_day(id: &RecordId, record: &Record, tables: &Tables) -> Day {
    let order: Vec<SequenceId> = read(record, field::ORDER).unwrap_or_default();
    let place = |id: &SequenceId| order.iter().position(|one| one == id).unwrap_or(usize::MAX);
    let of_it = |record: &Record| text(record, part::CURRICULUM) == id.as_str();
    let read_one = |id: &RecordId, record: &Record| of_it(record).then(|| read_sequence(id, record)).flatten();
    let mut sequences: Vec<Sequence> = all(tables, SEQUENCE_KIND, read_one).into_iter().flatten().collect();
    sequences.sort_by(|one, other| (place(&one.id), &one.id).cmp(&(place(&other.id), &other.id)));
    let starts_at = record.value(field::STARTS_AT).and_then(|value| clock::deserialize(value).ok());
    Day { starts_at: starts_at.unwrap_or(NaiveTime::MIN), sequences }
}

/// A sequence's record; none without what a sequence cannot lack. What cannot be read of the rest is left out, and told
/// under what is to check.
pub fn read_sequence(id: &RecordId, record: &Record) -> Option<Sequence> {
    let unreadable: Vec<_> = forms::SEQUENCE.unreadable(record).collect();
    let readable = forms::SEQUENCE.fields.iter().filter_map(|field| {
        let value = record.value(field.name)?;
        (!value.is_null() && !unreadable.iter().any(|name| name.as_str() == field.name))
            .then(|| (field.name.to_owned(), value.clone()))
    });
    let mut members: Map<String, Value> = readable.collect();
    members.insert("id".to_owned(), Value::from(id.as_str()));
    let root: SequenceId = read(record, part::ROOT).unwrap_or_else(|| SequenceId(id.clone()));
    members.insert("root".to_owned(), Value::from(root.as_str()));
    Sequence::deserialize(Value::Object(members)).ok()
}
