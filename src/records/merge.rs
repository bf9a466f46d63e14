//! The merge: keep what both hold, and what one holds that the other has not seen.

use super::record::{Entry, Record};
use super::stamp::VersionVector;
use serde_json::Value;
use std::cmp::Ordering;
use std::collections::BTreeMap;

impl Record {
    /// The join of two copies of one record. Commutative, associative, idempotent; an erasure wins.
    #[must_use]
    pub fn merge(&self, other: &Self) -> Self {
        let mut seen = self.seen.clone();
        seen.join(&other.seen);
        let mut unknown = self.unknown.clone();
        for (name, value) in &other.unknown {
            let keep_ours = unknown.get(name).is_some_and(|ours| text_of(ours) >= text_of(value));
            if !keep_ours {
                unknown.insert(name.clone(), value.clone());
            }
        }
        if self.erased || other.erased {
            return Self { fields: Default::default(), seen, erased: true, unknown };
        }
        let mut fields = BTreeMap::new();
        for name in self.fields.keys().chain(other.fields.keys()) {
            if fields.contains_key(name) {
                continue;
            }
            let ours = self.fields.get(name).map_or(&[][..], Vec::as_slice);
            let theirs = other.fields.get(name).map_or(&[][..], Vec::as_slice);
            let entries = merge_entries(ours, &self.seen, theirs, &other.seen);
            if !entries.is_empty() {
                fields.insert(name.clone(), entries);
            }
        }
        Self { fields, seen, erased: false, unknown }
    }
}

fn merge_entries(ours: &[Entry], we_saw: &VersionVector, theirs: &[Entry], they_saw: &VersionVector) -> Vec<Entry> {
    let survives = |entry: &Entry, others: &[Entry], others_saw: &VersionVector| {
        others.iter().any(|other| other.stamp.dot == entry.stamp.dot) || !others_saw.has_seen(&entry.stamp.dot)
    };
    let mut kept: Vec<Entry> = ours.iter().filter(|entry| survives(entry, theirs, they_saw)).cloned().collect();
    kept.extend(theirs.iter().filter(|entry| survives(entry, ours, we_saw)).cloned());
    in_order(kept)
}

/// A field's entries in the order they are shown, the same on every machine, each write once. Were a file to hold two
/// values for one write, the first in order stays.
pub(super) fn in_order(mut entries: Vec<Entry>) -> Vec<Entry> {
    entries.sort_by(shown_first);
    let mut kept: Vec<Entry> = Vec::with_capacity(entries.len());
    for entry in entries {
        if kept.iter().all(|before| before.stamp.dot != entry.stamp.dot) {
            kept.push(entry);
        }
    }
    kept
}

fn shown_first(a: &Entry, b: &Entry) -> Ordering {
    b.stamp.rank().cmp(&a.stamp.rank()).then_with(|| text_of(&a.value).cmp(&text_of(&b.value)))
}

/// Values have no order of their own; their text has one that is the same everywhere.
fn text_of(value: &Value) -> String {
    value.to_string()
}
