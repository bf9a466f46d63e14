//! Undoing an import, and returning to a restore point. What is erased never comes back, and what was told to people stays
//! (`is_said`): published again from before, it could be subtracted from what they were told.
//!
//! As long as nothing has left this browser, nobody else knows what was written since: records go back exactly to what
//! they were, and importing the file again works. Once something has left, the other copies would bring back what was
//! undone: former values are given back by new writes, which replace the undone ones everywhere.

use super::plan::effect::is_live;
use super::restore_point::{RestorePoint, seen_only};
use crate::domain::evaluation::published::is_said;
use crate::domain::interview::decode::is_disputable;
use crate::domain::programme::session::is_tally;
use crate::records::{Change, ChangeSet, DELETED, Entry, FieldName, InvalidId, Key, Kind, Record, Tables};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// What going back takes: stored together or not at all. After one that puts or removes, this page writes as a new
/// replica: a number that an undone write bore must not serve twice.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rollback {
    /// Records to store as they are, in the place of those that are here.
    pub put: Vec<(Key, Record)>,
    /// Records that were not there: to forget.
    pub remove: Vec<Key>,
    /// New writes, for what may be known elsewhere.
    pub changes: ChangeSet,
    /// What shows of it all.
    pub outlook: Outlook,
}

/// What going back does, as it is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outlook {
    pub by_kind: BTreeMap<Kind, RollbackCounts>,
    /// Records that were changed since the import, and stay so.
    pub kept_later_edits: usize,
    /// Records that do not read here, and stay as they are.
    pub left_unreadable: usize,
}

/// How many records of one kind would be seen to move. A record counts once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RollbackCounts {
    /// Not there, and would be.
    pub back: usize,
    /// There, and would no longer be.
    pub gone: usize,
    /// There, and would show other values.
    pub changed: usize,
}

/// Undoes the import before which the point was taken: in the records that it changed, and only where they still hold
/// what it wrote.
pub fn undo(now: &Tables, point: &RestorePoint, left_this_browser: bool) -> Result<Rollback, InvalidId> {
    let mut rollback = Rollback::default();
    for (key, after) in &point.after {
        let Some(current) = now.get(key) else { continue };
        let former = point.tables.get(key);
        if current.erased || former.is_some_and(|record| record.erased) {
            continue;
        }
        if !left_this_browser && seen_only(current) == *after {
            rollback.give_back(key, Some(current), former);
        } else {
            rollback.write_back(&Compared { key, current, former, written_until: Some(after) })?;
        }
    }
    Ok(rollback)
}

/// Returns to the point: every record as it was, but for what is erased, here or there.
pub fn return_to(now: &Tables, point: &RestorePoint, left_this_browser: bool) -> Result<Rollback, InvalidId> {
    let mut rollback = Rollback::default();
    let keys: BTreeSet<Key> = [now, &point.tables]
        .into_iter()
        .flat_map(Tables::iter)
        .map(|(kind, id, _)| Key { kind: kind.clone(), id: id.clone() })
        .collect();
    for key in keys {
        let former = point.tables.get(&key);
        match now.get(&key) {
            Some(current) if current.erased => {}
            Some(current) if left_this_browser && former.is_none_or(|record| !record.erased) => {
                rollback.write_back(&Compared { key: &key, current, former, written_until: None })?;
            }
            current => rollback.give_back(&key, current, former),
        }
    }
    Ok(rollback)
}

/// A record now and then.
struct Compared<'a> {
    key: &'a Key,
    current: &'a Record,
    former: Option<&'a Record>,
    /// Writes beyond these are not to be undone; none: all of them are.
    written_until: Option<&'a Record>,
}

impl Compared<'_> {
    /// Whether a field still holds what is to be undone.
    fn may_undo(&self, field: &FieldName, entries: &[Entry]) -> bool {
        let until = self.written_until.map(|until| until.seen_of(field));
        until.is_none_or(|until| entries.iter().all(|entry| until.has_seen(&entry.stamp.dot)))
    }

    /// The removal is written with every other field, and is never left out of a copy.
    fn may_undo_removal(&self, entries: &[Entry]) -> bool {
        self.written_until.is_none_or(|until| entries.iter().all(|entry| until.seen.has_seen(&entry.stamp.dot)))
    }

    fn was_edited_since(&self) -> bool {
        !self.current.fields.iter().all(|(field, entries)| self.may_undo(field, entries))
    }

    /// Whether the record is to be removed once gone back; none when it must be left alone.
    fn becomes_deleted(&self) -> Option<bool> {
        let removal = entries_of(self.current, DELETED);
        match self.former {
            _ if says_something(self.key, self.current, self.former) => Some(self.current.is_deleted()),
            None if self.was_edited_since() => None,
            None => Some(true),
            Some(former) if self.may_undo_removal(removal) => Some(former.is_deleted()),
            // People disagree since on whether it is there: any write would settle it.
            Some(_) if is_disputed(removal) => None,
            Some(_) => Some(self.current.is_deleted()),
        }
    }

    /// The fields to write, each with its former value. Of several former values, the one that was shown.
    fn former_values(&self) -> Vec<(FieldName, Value)> {
        // One that was not there is removed whole, unless it says something.
        if self.former.is_none() && !says_something(self.key, self.current, None) {
            return Vec::new();
        }
        let former = |name: &FieldName| self.former.map_or(&[][..], |former| entries_of(former, name.as_str()));
        let names = self.current.fields.keys().chain(self.former.iter().flat_map(|former| former.fields.keys()));
        let names: BTreeSet<&FieldName> = names.filter(|name| name.as_str() != DELETED).collect();
        let mut values = Vec::new();
        for name in names {
            let entries = entries_of(self.current, name.as_str());
            let stays = outlives(&self.key.kind, name, self.former) && !entries.is_empty();
            if stays || !self.may_undo(name, entries) || entries == former(name) {
                continue;
            }
            let value = former(name).first().map(|entry| entry.value.clone()).unwrap_or_default();
            let holds_it = entries.iter().all(|entry| entry.value == value) && (value.is_null() || !entries.is_empty());
            if !holds_it {
                values.push((name.clone(), value));
            }
        }
        values
    }
}

impl Rollback {
    /// Nothing would move.
    pub fn is_empty(&self) -> bool {
        self.put.is_empty() && self.remove.is_empty() && self.changes.is_empty()
    }

    /// Puts a record back exactly, or forgets it; but for what it says.
    fn give_back(&mut self, key: &Key, current: Option<&Record>, former: Option<&Record>) {
        let said = current
            .filter(|current| says_something(key, current, former) && former.is_none_or(|former| !former.erased));
        let with_said = said.map(|current| {
            let said = current.without_fields(|name| !outlives(&key.kind, name, former));
            former.map_or_else(|| said.clone(), |former| former.merge(&said))
        });
        let former = with_said.as_ref().or(former);
        if current == former {
            return;
        }
        self.count(key, current, former.is_some_and(is_live), shown(current) != shown(former));
        match former {
            Some(former) => self.put.push((key.clone(), former.clone())),
            None => self.remove.push(key.clone()),
        }
    }

    /// Gives former values back by new writes. They settle a former disagreement: on a value, as it was shown; on the
    /// removal, in favour of the record.
    fn write_back(&mut self, compared: &Compared<'_>) -> Result<(), InvalidId> {
        let Compared { key, current, .. } = *compared;
        let becomes_deleted = compared.becomes_deleted();
        let will_be_there = becomes_deleted.map_or_else(|| is_live(current), |deleted| !deleted);
        if will_be_there && compared.was_edited_since() {
            self.outlook.kept_later_edits += 1;
        }
        let Some(deleted) = becomes_deleted else { return Ok(()) };
        let values = compared.former_values();
        let removal = entries_of(current, DELETED);
        let was_disputed = || compared.former.is_some_and(|record| entries_of(record, DELETED) == removal);
        let is_new_dispute = is_disputed(removal) && !was_disputed();
        let is_changed = !values.is_empty();
        for (field, value) in values {
            self.changes.changes.push(Change::Set { key: key.clone(), field, value });
        }
        // Any write says that its record is there: one that stays removed says so again.
        if deleted && (is_changed || !current.is_deleted()) {
            self.changes.set_named(key, DELETED, true)?;
        } else if !deleted && (current.is_deleted() || is_new_dispute) {
            self.changes.set_named(key, DELETED, Value::Null)?;
        }
        self.count(key, Some(current), will_be_there, is_changed || is_new_dispute);
        Ok(())
    }

    fn count(&mut self, key: &Key, current: Option<&Record>, will_be_there: bool, is_changed: bool) {
        let mut add = |count: fn(&mut RollbackCounts) -> &mut usize| {
            *count(self.outlook.by_kind.entry(key.kind.clone()).or_default()) += 1;
        };
        match (current.is_some_and(is_live), will_be_there) {
            (false, true) => add(|counts| &mut counts.back),
            (true, false) => add(|counts| &mut counts.gone),
            (true, true) if is_changed => add(|counts| &mut counts.changed),
            _ => {}
        }
    }
}

/// Whether a field is not taken back: what was told, and what is counted of people who were erased from a session that stays.
fn outlives(kind: &Kind, name: &FieldName, former: Option<&Record>) -> bool {
    is_said(kind, name) || (former.is_some() && is_tally(kind, name))
}

/// Whether a record holds what is not taken back.
fn says_something(key: &Key, record: &Record, former: Option<&Record>) -> bool {
    record.fields.keys().any(|name| outlives(&key.kind, name, former))
}

fn entries_of<'a>(record: &'a Record, field: &str) -> &'a [Entry] {
    record.fields.get(field).map_or(&[], Vec::as_slice)
}

fn is_disputed(entries: &[Entry]) -> bool {
    entries.iter().zip(entries.iter().skip(1)).any(|(one, next)| one.value != next.value)
}

/// The values that people see, all of a disagreement.
fn shown(record: Option<&Record>) -> Vec<(&FieldName, Vec<&Value>)> {
    let fields = record.into_iter().flat_map(|record| &record.fields).filter(|(name, _)| is_disputable(name));
    let values = fields.map(|(name, entries)| {
        let mut values: Vec<&Value> = entries.iter().map(|entry| &entry.value).collect();
        values.dedup();
        (name, values)
    });
    values.filter(|(_, values)| values.iter().any(|value| !value.is_null())).collect()
}

#[cfg(test)]
#[path = "undo_tests.rs"]
mod tests;
