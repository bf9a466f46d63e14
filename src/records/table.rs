//! Every record, by kind and identity.

use super::change::{Author, ChangeSet};
use super::id::{DeviceId, Key, Kind, RecordId, ReplicaId};
use super::record::Record;
use super::subject::follow_erasures;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// One kind's records. Records are shared, so that a copy for comparing or showing is cheap.
pub type Table = BTreeMap<RecordId, Arc<Record>>;

/// Every record held here, erased ones included.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tables {
    by_kind: BTreeMap<Kind, Table>,
}

impl Tables {
    pub fn get(&self, key: &Key) -> Option<&Record> {
        self.by_kind.get(&key.kind)?.get(&key.id).map(Arc::as_ref)
    }

    /// The same, shared.
    pub fn shared(&self, key: &Key) -> Option<Arc<Record>> {
        self.by_kind.get(&key.kind)?.get(&key.id).map(Arc::clone)
    }

    pub fn put(&mut self, key: Key, record: Record) {
        self.put_shared(key, Arc::new(record));
    }

    /// The same, for a record that is shared already.
    pub fn put_shared(&mut self, key: Key, record: Arc<Record>) {
        self.by_kind.entry(key.kind).or_default().insert(key.id, record);
    }

    /// The same with changes that are not stored yet, to be read and never stored: their author has no name.
    #[must_use]
    pub fn as_written(&self, changes: &ChangeSet) -> Self {
        let author = Author { replica: ReplicaId::unnamed(), device: DeviceId::unnamed(), at_ms: 0 };
        let mut written = self.clone();
        changes.apply(self, &author).into_iter().for_each(|(key, record)| written.put(key, record));
        written
    }

    /// Takes a record away as if it had never been here.
    pub fn remove(&mut self, key: &Key) {
        if let Some(table) = self.by_kind.get_mut(&key.kind) {
            table.remove(&key.id);
            if table.is_empty() {
                self.by_kind.remove(&key.kind);
            }
        }
    }

    /// A record that is here: neither removed nor erased.
    pub fn live_at(&self, key: &Key) -> Option<&Record> {
        self.get(key).filter(|record| !record.erased && !record.is_deleted())
    }

    /// The records of one kind that are neither deleted nor erased.
    pub fn live<'a>(&'a self, kind: &str) -> impl Iterator<Item = (&'a RecordId, &'a Arc<Record>)> + use<'a> {
        self.by_kind.get(kind).into_iter().flatten().filter(|(_, record)| !record.erased && !record.is_deleted())
    }

    /// The records of one kind that were deleted and may be put back: not those that are erased.
    pub fn removed<'a>(&'a self, kind: &str) -> impl Iterator<Item = (&'a RecordId, &'a Arc<Record>)> + use<'a> {
        self.by_kind.get(kind).into_iter().flatten().filter(|(_, record)| !record.erased && record.is_deleted())
    }

    /// Every record, in a fixed order.
    pub fn iter(&self) -> impl Iterator<Item = (&Kind, &RecordId, &Arc<Record>)> {
        self.by_kind.iter().flat_map(|(kind, table)| table.iter().map(move |(id, record)| (kind, id, record)))
    }

    pub fn len(&self) -> usize {
        self.by_kind.values().map(BTreeMap::len).sum()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The records that merging `incoming` would change here, as they would become: those it brings, and those that an
    /// erasure on either side reaches. Empty: nothing new.
    pub fn merged_with(&self, incoming: &Self) -> Vec<(Key, Record)> {
        let mut becoming = Self::default();
        for (kind, id, theirs) in incoming.iter() {
            let key = Key { kind: kind.clone(), id: id.clone() };
            match self.get(&key) {
                None => becoming.put_shared(key, Arc::clone(theirs)),
                Some(ours) => {
                    let merged = ours.merge(theirs);
                    if merged != *ours {
                        becoming.put(key, merged);
                    }
                }
            }
        }
        follow_erasures(self, &mut becoming);
        becoming.into_changes().filter(|(key, record)| self.get(key) != Some(record)).collect()
    }

    /// Erases records for good, with what was only about them; records about others too stop naming them. Whether
    /// anything of them was held.
    pub fn erase(&mut self, keys: &BTreeSet<Key>) -> bool {
        let mut becoming = Self::default();
        for key in keys {
            becoming.put(key.clone(), Record::erasure());
        }
        follow_erasures(self, &mut becoming);
        // What is not held leaves no trace here.
        let reached = becoming.into_changes().filter(|(key, record)| self.get(key).is_some_and(|held| held != record));
        let reached: Vec<_> = reached.collect();
        let was_held = !reached.is_empty();
        for (key, record) in reached {
            self.put(key, record);
        }
        was_held
    }

    fn into_changes(self) -> impl Iterator<Item = (Key, Record)> {
        self.by_kind.into_iter().flat_map(|(kind, table)| {
            table.into_iter().map(move |(id, record)| (Key { kind: kind.clone(), id }, Arc::unwrap_or_clone(record)))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::{Author, Change, ChangeSet, DELETED, DeviceId, ReplicaId};

    #[test]
    fn what_is_live_what_is_removed_and_what_is_erased_are_apart() {
        let key = |kind: &str, id: &str| Key { kind: Kind::new(kind).unwrap(), id: RecordId::new(id).unwrap() };
        let mut tables = Tables::default();
        for (at, id) in ["live", "removed", "restored", "erased"].into_iter().enumerate() {
            let mut acts = vec![ChangeSet::one(&key("case", id), "title", Some(&at))];
            if id != "live" {
                acts.push(ChangeSet::one(&key("case", id), DELETED, Some(&true)));
            }
            match id {
                "restored" => acts.push(ChangeSet::one::<bool>(&key("case", id), DELETED, None)),
                "erased" => acts.push(ChangeSet { changes: vec![Change::Erase { key: key("case", id) }] }),
                _ => {}
            }
            for act in acts {
                let author = Author { replica: ReplicaId::new("r1").unwrap(), device: DeviceId::unnamed(), at_ms: 1 };
                act.apply(&tables.clone(), &author).into_iter().for_each(|(key, record)| tables.put(key, record));
            }
        }
        assert_eq!(tables.live("case").map(|(id, _)| id.as_str()).collect::<Vec<_>>(), ["live", "restored"]);
        assert_eq!(tables.removed("case").map(|(id, _)| id.as_str()).collect::<Vec<_>>(), ["removed"]);
        assert_eq!(tables.removed("place").count(), 0);
    }
}
