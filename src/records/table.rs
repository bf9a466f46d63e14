//! Every record, by kind and identity.

use super::id::{Key, Kind, RecordId};
use super::record::Record;
use std::collections::BTreeMap;
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
        self.by_kind.entry(key.kind).or_default().insert(key.id, Arc::new(record));
    }

    /// The records of one kind that are neither deleted nor erased.
    pub fn live<'a>(&'a self, kind: &str) -> impl Iterator<Item = (&'a RecordId, &'a Arc<Record>)> + use<'a> {
        self.by_kind.get(kind).into_iter().flatten().filter(|(_, record)| !record.erased && !record.is_deleted())
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

    /// The records that merging `incoming` would change here, as they would become. Empty: nothing new.
    pub fn merged_with(&self, incoming: &Self) -> Vec<(Key, Record)> {
        incoming
            .iter()
            .filter_map(|(kind, id, theirs)| {
                let key = Key { kind: kind.clone(), id: id.clone() };
                match self.get(&key) {
                    None => Some((key, theirs.as_ref().clone())),
                    Some(ours) => {
                        let merged = ours.merge(theirs);
                        (merged != *ours).then_some((key, merged))
                    }
                }
            })
            .collect()
    }
}
