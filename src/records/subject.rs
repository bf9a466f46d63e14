//! Erasing a person: what else was about them goes too, here and in whatever file comes later.
//!
//! A record names the people it is about when it is made. Once all of them are erased it is erased; until then it only
//! stops naming those who are: `true` becomes `false`, in the same write, so that copies made apart still know together
//! that nobody is left.

use super::SUBJECT_PREFIX;
use super::change::{Change, ChangeSet};
use super::id::{FieldName, Key, Kind, RecordId};
use super::record::{Entry, Record};
use super::table::Tables;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;

impl ChangeSet {
    /// Erases records for good, and what was only about them; records about others too stop naming them.
    pub fn erase(tables: &Tables, keys: &[Key]) -> Self {
        let mut gone = erased_in(tables);
        gone.extend(keys.iter().map(|key| key.id.clone()));
        let unchanged = Tables::default();
        let asked: BTreeSet<&Key> = keys.iter().collect();
        let fallout = Fallout::of(naming(tables, &unchanged).filter(|(other, _)| !asked.contains(other)), gone);
        let erased = keys.iter().cloned().chain(fallout.erased);
        let mut changes = Self { changes: erased.map(|key| Change::Erase { key }).collect() };
        for key in &fallout.kept {
            let Some(record) = tables.get(key) else { continue };
            // Any write says that its record is there: a removed one is removed again in the same breath.
            if record.is_deleted() {
                changes.set(key, FieldName::deleted(), true);
            }
            for (field, subject) in record.subjects() {
                if fallout.gone.contains(subject) {
                    changes.set(key, field.clone(), false);
                }
            }
        }
        changes
    }
}

/// Applies to `becoming`, which a merge is about to put over `here`, what the erasures on either side ask for.
pub(super) fn follow_erasures(here: &Tables, becoming: &mut Tables) {
    let mut gone = erased_in(here);
    gone.extend(erased_in(becoming));
    if gone.is_empty() {
        return;
    }
    let fallout = Fallout::of(naming(here, becoming), gone);
    for key in fallout.erased {
        becoming.put(key, Record::erasure());
    }
    for key in fallout.kept {
        let Some(mut record) = becoming.get(&key).or_else(|| here.get(&key)).cloned() else { continue };
        record.stop_naming(&fallout.gone);
        becoming.put(key, record);
    }
}

/// What follows from erasures.
struct Fallout {
    /// The records that are about nobody else.
    erased: Vec<Key>,
    /// Those that name somebody erased, and are about others too.
    kept: Vec<Key>,
    /// Everything erased, the former included.
    gone: BTreeSet<RecordId>,
}

/// A record that names people.
struct Naming {
    key: Key,
    /// How many people it names, and how many of those are not erased.
    named: usize,
    left: usize,
}

impl Fallout {
    /// A record erased here may itself be whom another one is about: each is looked at once.
    fn of<'a>(records: impl Iterator<Item = (Key, &'a Record)>, mut gone: BTreeSet<RecordId>) -> Self {
        let mut naming: Vec<Naming> = Vec::new();
        let mut by_subject: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (key, record) in records {
            let mut named = 0;
            for (_, subject) in record.subjects() {
                by_subject.entry(subject).or_default().push(naming.len());
                named += 1;
            }
            if named > 0 {
                naming.push(Naming { key, named, left: named });
            }
        }
        let mut to_follow: Vec<RecordId> = gone.iter().cloned().collect();
        while let Some(subject) = to_follow.pop() {
            for index in by_subject.remove(subject.as_str()).unwrap_or_default() {
                let Some(naming) = naming.get_mut(index) else { continue };
                naming.left -= 1;
                if naming.left == 0 && gone.insert(naming.key.id.clone()) {
                    to_follow.push(naming.key.id.clone());
                }
            }
        }
        naming.retain(|naming| naming.left < naming.named);
        let (erased, kept): (Vec<Naming>, Vec<Naming>) = naming.into_iter().partition(|naming| naming.left == 0);
        let keys = |naming: Vec<Naming>| naming.into_iter().map(|naming| naming.key).collect();
        Self { erased: keys(erased), kept: keys(kept), gone }
    }
}

fn erased_in(tables: &Tables) -> BTreeSet<RecordId> {
    tables.iter().filter(|(_, _, record)| record.erased).map(|(_, id, _)| id.clone()).collect()
}

/// The records that name people, as they will be.
fn naming<'a>(here: &'a Tables, becoming: &'a Tables) -> impl Iterator<Item = (Key, &'a Record)> {
    let names_people = |record: &Record| record.subjects().next().is_some();
    let key = |kind: &Kind, id: &RecordId| Key { kind: kind.clone(), id: id.clone() };
    let unchanged = here
        .iter()
        .filter(move |(_, _, record)| names_people(record))
        .map(move |(kind, id, record)| (key(kind, id), record.as_ref()))
        .filter(|(key, _)| becoming.get(key).is_none());
    let changed = becoming.iter().map(move |(kind, id, record)| (key(kind, id), record.as_ref()));
    unchanged.chain(changed)
}

impl Record {
    /// The people that somebody says this record is about, or was when they were erased: the field that names each, and
    /// who it is.
    fn subjects(&self) -> impl Iterator<Item = (&FieldName, &str)> {
        let family = self.fields.range::<str, _>((Bound::Included(SUBJECT_PREFIX), Bound::Unbounded));
        family
            .map_while(|(name, entries)| Some((name, name.as_str().strip_prefix(SUBJECT_PREFIX)?, entries)))
            .filter(|(_, _, entries)| entries.iter().any(|entry| entry.value.is_boolean()))
            .map(|(name, subject, _)| (name, subject))
    }

    fn stop_naming(&mut self, gone: &BTreeSet<RecordId>) {
        let names_them = |name: &str| name.strip_prefix(SUBJECT_PREFIX).is_some_and(|subject| gone.contains(subject));
        for (_, entries) in self.fields.iter_mut().filter(|(name, _)| names_them(name.as_str())) {
            entries
                .iter_mut()
                .filter(|entry| entry.value == Value::Bool(true))
                .for_each(|entry| entry.value = false.into());
            entries.sort_by(Entry::shown_first);
            entries.dedup();
        }
    }
}

#[cfg(test)]
#[path = "subject_tests.rs"]
mod tests;
