//! Older data made new: one pure step per version, from a record's JSON to the same record as the next version writes it.
//!
//! The exchange file and the database share the chain. A step may rename a field or give a value another shape; it never
//! adds, drops or alters a write, since another machine may have made the same step on its own copy: both must merge as
//! if nothing had happened. [`migrate`] checks it each time.

use super::file::VERSION;
use crate::records::{Key, Record};
use serde_json::Value;

/// What one version changed in records.
#[derive(Clone, Copy, Debug)]
pub struct Step {
    /// The version that it leaves; it leads to the next one.
    pub from: u32,
    /// Takes the kind and the record. `None`: the record is not one that this version wrote.
    pub apply: fn(kind: &str, record: Value) -> Option<Value>,
}

/// Every step, in order. A new version of the file adds one, with fixtures of the version before.
pub const STEPS: &[Step] = &[Step { from: 1, apply: from_1 }];

/// Why older data could not be made new. The caller keeps what it had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MigrationError {
    /// No version of the program wrote this number.
    UnknownVersion { version: u32 },
    /// A text that is not a record, before or after the steps.
    Unreadable { key: Key },
    /// A step refused the record.
    Refused { key: Key, from: u32 },
    /// A step added, dropped or altered a write.
    ChangedWrites { key: Key, from: u32 },
}

/// Version 2 writes records as version 1 did: what it adds is a member that version 1 never wrote.
fn from_1(_kind: &str, record: Value) -> Option<Value> {
    record.is_object().then_some(record)
}

/// One record's text, written by a version, as today's record. A text of this version or a newer one is only read.
pub fn migrate(from_version: u32, key: &Key, text: &str) -> Result<Record, MigrationError> {
    migrate_by(STEPS, VERSION, from_version, key, text)
}

fn migrate_by(steps: &[Step], to: u32, from: u32, key: &Key, text: &str) -> Result<Record, MigrationError> {
    let unreadable = |_| MigrationError::Unreadable { key: key.clone() };
    let steps = path(steps, to, from).ok_or(MigrationError::UnknownVersion { version: from })?;
    if steps.is_empty() {
        return serde_json::from_str(text).map_err(unreadable);
    }
    let mut record: Value = serde_json::from_str(text).map_err(unreadable)?;
    let before = Writes::of(&record);
    for step in steps {
        let refused = || MigrationError::Refused { key: key.clone(), from: step.from };
        record = (step.apply)(key.kind.as_str(), record).ok_or_else(refused)?;
        if Writes::of(&record) != before {
            return Err(MigrationError::ChangedWrites { key: key.clone(), from: step.from });
        }
    }
    serde_json::from_value(record).map_err(unreadable)
}

/// The steps that lead from a version to another: none when it is not older, `None` when one is missing.
fn path(steps: &[Step], to: u32, from: u32) -> Option<&[Step]> {
    if from >= to {
        return Some(&[]);
    }
    let first = steps.iter().position(|step| step.from == from)?;
    let path = steps.get(first..)?.get(..usize::try_from(to - from).ok()?)?;
    let is_in_order = path.iter().map(|step| step.from).eq(from..to);
    is_in_order.then_some(path)
}

/// The writes of a record's JSON: the stamps of its entries, whatever their field, and what it has seen.
#[derive(PartialEq)]
struct Writes {
    stamps: Vec<[Option<String>; 3]>,
    seen: Option<Value>,
    partial: Vec<String>,
}

impl Writes {
    fn of(record: &Value) -> Self {
        let fields = record.get("fields").and_then(Value::as_object).into_iter().flatten();
        let entries = fields.filter_map(|(_, entries)| entries.as_array()).flatten();
        let member = |entry: &Value, name: &str| entry.get(name).map(Value::to_string);
        let mut stamps: Vec<_> = entries.map(|entry| ["at", "by", "seq"].map(|name| member(entry, name))).collect();
        stamps.sort();
        // A step may rename a field, not what was seen of it.
        let vectors = record.get("partial").and_then(Value::as_object).into_iter().flatten();
        let mut partial: Vec<String> = vectors.map(|(_, vector)| vector.to_string()).collect();
        partial.sort();
        Self { stamps, seen: record.get("seen").cloned(), partial }
    }
}

#[cfg(test)]
#[path = "migration_tests.rs"]
mod tests;
