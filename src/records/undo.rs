//! Taking changes back: a field that still holds what was written is given what it held before, and no other.

use super::DELETED;
use super::change::{Change, ChangeSet};
use super::clean::clean_value;
use super::id::{FieldName, Key};
use super::record::Record;
use super::table::Tables;
use serde_json::Value;
use std::collections::BTreeMap;

/// How to take changes back, whatever happens to their records meanwhile.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Undo {
    writes: Vec<Write>,
}

/// A field that was written.
#[derive(Clone, Debug, PartialEq)]
struct Write {
    key: Key,
    field: FieldName,
    written: Value,
    former: Value,
}

impl Undo {
    /// How to take these changes back, asked before they are stored. An erasure stays.
    pub fn of(changes: &ChangeSet, before: &Tables) -> Self {
        let mut last: BTreeMap<(&Key, &FieldName), Value> = BTreeMap::new();
        for change in &changes.changes {
            let Change::Set { key, field, value } = change else { continue };
            let mut written = value.clone();
            clean_value(&mut written);
            last.insert((key, field), written);
        }
        let write = |((key, field), written): ((&Key, &FieldName), Value)| {
            let held = before.get(key).and_then(|record| record.fields.get(field)).map_or(&[][..], Vec::as_slice);
            // Of several concurrent values, one that the act took away.
            let former = held.iter().find(|entry| entry.value != written).or(held.first());
            let former = former.map(|entry| entry.value.clone()).unwrap_or_default();
            (written != former).then(|| Write { key: key.clone(), field: field.clone(), written, former })
        };
        Self { writes: last.into_iter().filter_map(write).collect() }
    }

    /// What gives the former values back; nothing where something else was written since, nor to a record that was
    /// removed or erased by another act.
    pub fn changes(&self, now: &Tables) -> ChangeSet {
        let mut changes = ChangeSet::new();
        for write in &self.writes {
            if now.get(&write.key).is_some_and(|record| write.still_holds(record)) {
                changes.set(&write.key, write.field.clone(), write.former.clone());
            }
        }
        changes
    }
}

impl Write {
    fn still_holds(&self, record: &Record) -> bool {
        let is_removal = self.field.as_str() == DELETED;
        record.holds_only(&self.field, &self.written) && !record.erased && (is_removal || !record.is_deleted())
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Author, DeviceId, Kind, RecordId, ReplicaId};
    use super::*;
    use serde_json::json;

    fn key() -> Key {
        Key { kind: Kind::new("place").unwrap(), id: RecordId::new("a").unwrap() }
    }

    fn set(writes: &[(&str, Value)]) -> ChangeSet {
        let mut changes = ChangeSet::new();
        writes.iter().for_each(|(field, value)| changes.set_named(&key(), field, value.clone()).unwrap());
        changes
    }

    fn store(tables: &mut Tables, changes: &ChangeSet, replica: &str) {
        let (replica, device) = (ReplicaId::new(replica).unwrap(), DeviceId::new("accueil").unwrap());
        let records = changes.apply(tables, &Author { replica, device, at_ms: 1 });
        records.into_iter().for_each(|(key, record)| tables.put(key, record));
    }

    fn shown(tables: &Tables) -> Value {
        let record = tables.get(&key()).unwrap();
        json!([record.value("name"), record.value("note"), record.is_deleted()])
    }

    #[test]
    fn only_what_still_holds_what_was_written_is_taken_back() {
        let start = set(&[("name", json!("a")), ("note", json!("x"))]);
        for (written, since, expected) in [
            (set(&[("name", json!("b"))]), set(&[]), json!(["a", "x", false])),
            (set(&[("name", json!("b\u{202e}"))]), set(&[]), json!(["a", "x", false])),
            (set(&[("name", json!("c")), ("name", json!("b"))]), set(&[]), json!(["a", "x", false])),
            (set(&[("name", json!("b"))]), set(&[("name", json!("c"))]), json!(["c", "x", false])),
            (set(&[("name", json!("b"))]), set(&[("note", json!("y"))]), json!(["a", "y", false])),
            (
                set(&[("name", Value::Null), ("note", json!("y"))]),
                set(&[("note", json!("z"))]),
                json!(["a", "z", false]),
            ),
            (set(&[("name", Value::Null)]), set(&[(DELETED, json!(true))]), json!([null, "x", true])),
            (set(&[(DELETED, json!(true))]), set(&[]), json!(["a", "x", false])),
            (set(&[(DELETED, json!(true))]), set(&[("note", json!("y"))]), json!(["a", "y", false])),
        ] {
            let mut tables = Tables::default();
            store(&mut tables, &start, "one");
            let undo = Undo::of(&written, &tables);
            store(&mut tables, &written, "one");
            store(&mut tables, &since, "one");
            let back = undo.changes(&tables);
            store(&mut tables, &back, "one");
            assert_eq!(shown(&tables), expected, "{written:?} {since:?}");
        }
    }

    #[test]
    fn of_values_written_apart_one_that_the_act_took_away_comes_back() {
        let start = [("name", json!("a")), ("note", json!("x"))];
        for (ours, theirs, act, expected) in [
            (("note", Value::Null), ("note", json!("y")), ("note", Value::Null), json!(["a", "y", false])),
            (("note", json!("y")), ("note", Value::Null), ("note", Value::Null), json!(["a", "y", false])),
            (("note", json!("y")), ("note", json!("z")), ("note", json!("w")), json!(["a", "y", false])),
            ((DELETED, json!(true)), ("note", json!("y")), (DELETED, json!(true)), json!(["a", "y", false])),
        ] {
            let mut here = Tables::default();
            store(&mut here, &set(&start), "one");
            let mut there = here.clone();
            store(&mut here, &set(std::slice::from_ref(&ours)), "zone");
            store(&mut there, &set(std::slice::from_ref(&theirs)), "two");
            here.merged_with(&there).into_iter().for_each(|(key, record)| here.put(key, record));
            let act = set(&[act]);
            let undo = Undo::of(&act, &here);
            store(&mut here, &act, "one");
            let back = undo.changes(&here);
            store(&mut here, &back, "one");
            assert_eq!(shown(&here), expected, "{ours:?} {theirs:?}");
        }
    }

    #[test]
    fn what_was_erased_or_written_apart_stays_so() {
        let written = set(&[("name", json!("b"))]);
        let mut here = Tables::default();
        store(&mut here, &set(&[("name", json!("a"))]), "one");
        let mut there = here.clone();
        let undo = Undo::of(&written, &here);
        store(&mut here, &written, "one");
        store(&mut there, &set(&[("name", json!("c"))]), "two");
        here.merged_with(&there).into_iter().for_each(|(key, record)| here.put(key, record));
        assert_eq!(undo.changes(&here), ChangeSet::new(), "two colleagues disagree");
        store(&mut here, &ChangeSet { changes: vec![Change::Erase { key: key() }] }, "one");
        assert_eq!(undo.changes(&here), ChangeSet::new());
        assert_eq!(undo.changes(&Tables::default()), ChangeSet::new());
    }
}
