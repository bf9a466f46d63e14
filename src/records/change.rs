//! A change is a value: what a domain function returns, what a commit stores.

use super::id::{DeviceId, FieldName, InvalidId, Key, ReplicaId};
use super::record::{Entry, Record};
use super::stamp::Stamp;
use super::table::Tables;
use serde_json::Value;
use std::collections::BTreeMap;

/// Who writes, and the time their machine shows (milliseconds since 1970).
#[derive(Clone, Debug)]
pub struct Author {
    pub replica: ReplicaId,
    pub device: DeviceId,
    pub at_ms: i64,
}

/// One act on one record.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Gives a field a value, replacing every value known here; `null` empties it.
    Set { key: Key, field: FieldName, value: Value },
    /// Erases a record for good.
    Erase { key: Key },
}

impl Change {
    pub fn key(&self) -> &Key {
        match self {
            Self::Set { key, .. } | Self::Erase { key } => key,
        }
    }
}

/// Changes stored together or not at all.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ChangeSet {
    pub changes: Vec<Change>,
}

impl ChangeSet {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    /// Adds a write.
    pub fn set(&mut self, key: &Key, field: FieldName, value: impl Into<Value>) {
        self.changes.push(Change::Set { key: key.clone(), field, value: value.into() });
    }

    /// Adds a write to a field named by a text.
    pub fn set_named(&mut self, key: &Key, field: &str, value: impl Into<Value>) -> Result<(), InvalidId> {
        self.set(key, FieldName::new(field)?, value);
        Ok(())
    }

    /// The records as they will be once this is stored. Nothing is changed here.
    pub fn apply(&self, tables: &Tables, author: &Author) -> Vec<(Key, Record)> {
        let mut touched: BTreeMap<Key, Record> = BTreeMap::new();
        for change in &self.changes {
            let record = touched
                .entry(change.key().clone())
                .or_insert_with(|| tables.get(change.key()).cloned().unwrap_or_default());
            match change {
                Change::Set { .. } if record.erased => {}
                Change::Set { field, value, .. } => {
                    let dot = record.seen.next_dot(&author.replica, &author.device);
                    let stamp = Stamp { at_ms: author.at_ms, dot };
                    record.fields.insert(field.clone(), vec![Entry { value: value.clone(), stamp }]);
                }
                Change::Erase { .. } => {
                    record.fields.clear();
                    record.erased = true;
                }
            }
        }
        touched.into_iter().collect()
    }
}
