//! The merge: keep what both hold, and what one holds that the other has not seen.

use super::record::{Entry, Record};
use super::stamp::VersionVector;
use std::cmp::Ordering;

impl Record {
    /// The join of two copies of one record. Commutative, associative, idempotent; an erasure wins.
    #[must_use]
    pub fn merge(&self, other: &Self) -> Self {
        let mut seen = self.seen.clone();
        seen.join(&other.seen);
        let mut unknown = self.unknown.clone();
        for (name, value) in &other.unknown {
            let keep_ours = unknown.get(name).is_some_and(|ours| ours.to_string() >= value.to_string());
            if !keep_ours {
                unknown.insert(name.clone(), value.clone());
            }
        }
        if self.erased || other.erased {
            return Self { fields: Default::default(), seen, erased: true, unknown };
        }
        let mut fields = std::collections::BTreeMap::new();
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
    kept.sort_by(shown_first);
    // The same dot twice is the same write; were a file to hold two values for one dot, the first in order stays.
    let mut entries: Vec<Entry> = Vec::with_capacity(kept.len());
    for entry in kept {
        if entries.iter().all(|before| before.stamp.dot != entry.stamp.dot) {
            entries.push(entry);
        }
    }
    entries
}

/// The order of a field's entries, the same on every machine.
fn shown_first(a: &Entry, b: &Entry) -> Ordering {
    b.stamp.rank().cmp(&a.stamp.rank()).then_with(|| a.value.to_string().cmp(&b.value.to_string()))
}
