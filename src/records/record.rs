//! A record: its fields, what it has seen, and whether it was erased.

use super::id::FieldName;
use super::stamp::{Stamp, VersionVector};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// One value of a field and the write that put it there. `null` stands for a field emptied on purpose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    #[serde(rename = "v")]
    pub value: Value,
    #[serde(flatten)]
    pub stamp: Stamp,
}

/// A record as stored and exchanged. `entries` of a field are never empty and lie in the order they are shown:
/// the proposed value first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    #[serde(default)]
    pub fields: BTreeMap<FieldName, Vec<Entry>>,
    #[serde(default)]
    pub seen: VersionVector,
    /// Erased for good (a person's right): no field, and wins every merge.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub erased: bool,
    /// What a newer version of the program wrote beside the fields: kept and exported again.
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

impl Record {
    /// The value to show: the proposed one, unless the field was emptied.
    pub fn value(&self, field: &str) -> Option<&Value> {
        self.fields
            .get(field)
            .and_then(|entries| entries.first())
            .map(|entry| &entry.value)
            .filter(|value| !value.is_null())
    }

    /// The fields whose name starts with `prefix`, with the rest of their name and the value to show.
    pub fn family<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = (&'a str, &'a Value)> {
        self.fields.keys().filter_map(move |name| {
            let member = name.as_str().strip_prefix(prefix)?;
            Some((member, self.value(name.as_str())?))
        })
    }

    /// The fields on which people disagree without knowing it, with every value.
    pub fn conflicts(&self) -> impl Iterator<Item = (&FieldName, &[Entry])> {
        self.fields.iter().filter_map(|(name, entries)| {
            let (first, rest) = entries.split_first()?;
            rest.iter().any(|entry| entry.value != first.value).then_some((name, entries.as_slice()))
        })
    }

    /// Removed, and not erased: it may be restored.
    pub fn is_deleted(&self) -> bool {
        self.value(super::DELETED) == Some(&Value::Bool(true))
    }
}
