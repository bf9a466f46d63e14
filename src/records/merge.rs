//! The merge: keep what both hold, and what one holds that the other has not seen.
//!
//! Each field is merged by what the two copies have seen *of it*: a copy that left a field out has seen nothing of it, and
//! so takes nothing away from it.

use super::id::FieldName;
use super::record::{Entry, Record};
use super::stamp::{Dot, VersionVector};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};

impl Record {
    /// The join of two copies of one record. Commutative, associative, idempotent; an erasure wins.
    #[must_use]
    pub fn merge(&self, other: &Self) -> Self {
        if self.erased || other.erased {
            return Self::erasure();
        }
        let mut fields = BTreeMap::new();
        let names: BTreeSet<_> = self.fields.keys().chain(other.fields.keys()).collect();
        for name in names {
            let ours = self.fields.get(name).map_or(&[][..], Vec::as_slice);
            let theirs = other.fields.get(name).map_or(&[][..], Vec::as_slice);
            let entries = merge_entries(ours, self.seen_of(name), theirs, other.seen_of(name));
            if !entries.is_empty() {
                fields.insert(name.clone(), entries);
            }
        }
        let seen = joined(&self.seen, &other.seen);
        let names: BTreeSet<_> = self.partial.keys().chain(other.partial.keys()).collect();
        let seen_of_each = names.into_iter().map(|name| (name, joined(self.seen_of(name), other.seen_of(name))));
        let is_behind = |(_, seen_of_field): &(&FieldName, VersionVector)| *seen_of_field != seen;
        let partial = seen_of_each.filter(is_behind).map(|(name, seen)| (name.clone(), seen)).collect();
        let unknown = merge_unknown(&self.unknown, &other.unknown);
        Self { fields, seen, partial, erased: false, unknown }
    }
}

fn joined(ours: &VersionVector, theirs: &VersionVector) -> VersionVector {
    let mut joined = ours.clone();
    joined.join(theirs);
    joined
}

fn merge_entries(ours: &[Entry], we_saw: &VersionVector, theirs: &[Entry], they_saw: &VersionVector) -> Vec<Entry> {
    if ours == theirs {
        return ours.to_vec();
    }
    let (our_dots, their_dots) = (dots(ours), dots(theirs));
    let from_us = ours.iter().filter(|entry| survives(entry, &their_dots, they_saw));
    let from_them = theirs.iter().filter(|entry| survives(entry, &our_dots, we_saw));
    let mut entries: Vec<Entry> = from_us.chain(from_them).cloned().collect();
    entries.sort_by(Entry::shown_first);
    entries.dedup();
    entries
}

fn dots(entries: &[Entry]) -> BTreeSet<&Dot> {
    entries.iter().map(|entry| &entry.stamp.dot).collect()
}

/// A value stays unless the other copy saw it and holds it no more: somebody replaced it knowingly.
fn survives(entry: &Entry, others: &BTreeSet<&Dot>, others_saw: &VersionVector) -> bool {
    others.contains(&entry.stamp.dot) || !others_saw.has_seen(&entry.stamp.dot)
}

/// Members that this version cannot read carry no stamp: any choice that is the same everywhere will do.
fn merge_unknown(ours: &Map<String, Value>, theirs: &Map<String, Value>) -> Map<String, Value> {
    let mut merged = ours.clone();
    for (name, value) in theirs {
        if merged.get(name).map(Value::to_string) < Some(value.to_string()) {
            merged.insert(name.clone(), value.clone());
        }
    }
    merged
}
