//! What importing a file would do here, before anything is done.

use crate::records::{Key, Kind, Record, Tables};
use std::collections::BTreeMap;

/// How many records of one kind would change, and how. A record counts once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct KindCounts {
    /// Not here yet.
    pub added: usize,
    /// Here, with newer values.
    pub changed: usize,
    /// Here, and both sides wrote the same field apart: both values are kept.
    pub in_conflict: usize,
    /// Removed by the file; may be restored.
    pub deleted: usize,
    /// Erased for good by the file.
    pub erased: usize,
    /// Already the same here, or with nothing newer.
    pub unchanged: usize,
}

/// A trial merge: what would change, and the records as they would become.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImportPlan {
    pub by_kind: BTreeMap<Kind, KindCounts>,
    pub records: Vec<(Key, Record)>,
}

impl ImportPlan {
    /// Merges `incoming` into a copy of what is here.
    pub fn new(here: &Tables, incoming: &Tables) -> Self {
        let mut plan = Self { by_kind: BTreeMap::new(), records: here.merged_with(incoming) };
        for (kind, _, _) in incoming.iter() {
            plan.by_kind.entry(kind.clone()).or_default().unchanged += 1;
        }
        for (key, becomes) in &plan.records {
            let counts = plan.by_kind.entry(key.kind.clone()).or_default();
            counts.unchanged -= 1;
            counts.add(here.get(key), becomes);
        }
        plan
    }

    /// Nothing would change.
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }
}

impl KindCounts {
    fn add(&mut self, before: Option<&Record>, becomes: &Record) {
        let conflicts = |record: &Record| record.conflicts().count();
        let count = match before {
            _ if becomes.erased => &mut self.erased,
            _ if becomes.is_deleted() && !before.is_some_and(Record::is_deleted) => &mut self.deleted,
            None => &mut self.added,
            Some(before) if conflicts(becomes) > conflicts(before) => &mut self.in_conflict,
            Some(_) => &mut self.changed,
        };
        *count += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::{Author, Change, ChangeSet, DELETED, DeviceId, FieldName, RecordId, ReplicaId};
    use serde_json::json;

    fn key(id: &str) -> Key {
        Key { kind: Kind::new("interview").unwrap(), id: RecordId::new(id).unwrap() }
    }

    fn write(tables: &mut Tables, replica: &str, id: &str, field: &str, value: serde_json::Value) {
        let mut changes = ChangeSet::new();
        changes.set(&key(id), FieldName::new(field).unwrap(), value);
        apply(tables, replica, changes);
    }

    fn apply(tables: &mut Tables, replica: &str, changes: ChangeSet) {
        let author =
            Author { replica: ReplicaId::new(replica).unwrap(), device: DeviceId::new("d").unwrap(), at_ms: 1 };
        for (key, record) in changes.apply(tables, &author) {
            tables.put(key, record);
        }
    }

    #[test]
    fn each_record_counts_once_under_what_happens_to_it() {
        let mut here = Tables::default();
        for id in ["same", "changed", "disputed", "deleted", "erased"] {
            write(&mut here, "r1", id, "label", json!("a"));
        }
        let mut there = here.clone();
        write(&mut there, "r2", "added", "label", json!("b"));
        write(&mut there, "r2", "changed", "label", json!("b"));
        write(&mut there, "r2", "disputed", "label", json!("b"));
        write(&mut there, "r2", "deleted", DELETED, json!(true));
        apply(&mut there, "r2", ChangeSet { changes: vec![Change::Erase { key: key("erased") }] });
        write(&mut here, "r1", "disputed", "label", json!("c"));
        let plan = ImportPlan::new(&here, &there);
        let counts = KindCounts { added: 1, changed: 1, in_conflict: 1, deleted: 1, erased: 1, unchanged: 1 };
        assert_eq!(plan.by_kind[&Kind::new("interview").unwrap()], counts);
        for (key, record) in plan.records {
            here.put(key, record);
        }
        assert!(ImportPlan::new(&here, &there).is_empty());
    }
}
