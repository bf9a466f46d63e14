//! Reads what is known of a place from its record. Total: whatever a file holds, something comes out, and the rest is
//! listed.

use super::super::field::PlaceField;
use super::model::{Correction, NoteId, PlaceLife, Verification};
use crate::domain::aside::{AsideReason, KeptAside, parse};
use crate::records::{DELETED, Entry, FieldName, Key, Record, RecordId};
use serde_json::Value;

/// Names of the fields. They are stored: never rename one.
pub mod field {
    pub const PLACE: &str = "place";
    pub const NOTE: &str = "note/";
    pub const VERIFIED: &str = "verified";
    pub const CORRECTION: &str = "correction/";
    pub const CLOSED: &str = "closed";
    pub const FAVOURITE: &str = "favourite";
    pub const ATTACHED_TO: &str = "attached_to";
}

/// Whether writing a field is news: the trace of the place only follows the directory.
pub fn is_news(field: &FieldName) -> bool {
    field.as_str() != field::PLACE
}

/// Whether the values of a field, written apart, disagree. Two checks do not: the last holds. Nor do two favourites, nor
/// two corrections to the same value.
pub fn is_disputed(field: &FieldName, entries: &[Entry]) -> bool {
    match field.as_str() {
        field::PLACE | field::VERIFIED | field::FAVOURITE => false,
        name if name.starts_with(field::CORRECTION) => {
            let mut values = entries.iter().map(|entry| entry.value.get("value"));
            let first = values.next();
            values.any(|value| Some(value) != first)
        }
        _ => true,
    }
}

/// The name that a record gives to its place.
pub fn name(record: &Record) -> Option<&str> {
    record.value(field::PLACE)?.get("name")?.as_str()
}

impl PlaceLife {
    /// Reads a record.
    pub fn from_record(key: &Key, record: &Record) -> Self {
        let mut life = Self::empty(key.clone());
        for (name, entries) in &record.fields {
            if let Err(reason) = life.read(name.as_str(), entries, record.value(name.as_str())) {
                life.kept_aside.push(KeptAside { field: name.clone(), reason });
            }
        }
        let disputed = record.conflicts().filter(|(name, entries)| is_disputed(name, entries));
        life.disputed = disputed.map(|(name, _)| name.clone()).collect();
        life
    }

    fn read(&mut self, name: &str, entries: &[Entry], shown: Option<&Value>) -> Result<(), AsideReason> {
        match name {
            field::VERIFIED => return self.read_verified(entries),
            field::FAVOURITE => {
                self.is_favourite = entries.iter().any(|entry| entry.value == Value::Bool(true));
                let is_known = |entry: &Entry| matches!(entry.value, Value::Null | Value::Bool(_));
                return if entries.iter().all(is_known) { Ok(()) } else { Err(AsideReason::InvalidValue) };
            }
            _ => {}
        }
        let Some(value) = shown else { return Ok(()) };
        match name {
            field::PLACE => self.place = Some(parse(value)?),
            field::CLOSED => self.closed = Some(parse(value)?),
            field::ATTACHED_TO => self.attached_to = Some(parse(value)?),
            DELETED => {}
            _ => return self.read_member(name, value),
        }
        Ok(())
    }

    /// Of several checks made apart, the last.
    fn read_verified(&mut self, entries: &[Entry]) -> Result<(), AsideReason> {
        let written = entries.iter().filter(|entry| !entry.value.is_null());
        let checks: Vec<Result<Verification, AsideReason>> = written.map(|entry| parse(&entry.value)).collect();
        let is_readable = checks.is_empty() || checks.iter().any(Result::is_ok);
        // `max_by_key` keeps the last of equals; the one that is shown comes first.
        self.verified = checks.into_iter().flatten().rev().max_by_key(|check| check.on);
        if is_readable { Ok(()) } else { Err(AsideReason::InvalidValue) }
    }

    fn read_member(&mut self, name: &str, value: &Value) -> Result<(), AsideReason> {
        if let Some(id) = name.strip_prefix(field::NOTE) {
            let id = RecordId::new(id).map_err(|_| AsideReason::UnknownField)?;
            self.notes.insert(NoteId::new(id), parse(value)?);
        } else if let Some(column) = name.strip_prefix(field::CORRECTION) {
            let field = PlaceField::of_column(column).ok_or(AsideReason::UnknownField)?;
            let correction: Correction = parse(value)?;
            field.check(&correction.value).map_err(|_| AsideReason::InvalidValue)?;
            self.corrections.insert(field, correction);
        } else {
            return Err(AsideReason::UnknownField);
        }
        Ok(())
    }
}
