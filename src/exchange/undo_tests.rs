use super::*;
use crate::exchange::plan::ImportPlan;
use crate::exchange::restore_point::{Cause, Moment, PointId};
use crate::records::{Author, DeviceId, RecordId, ReplicaId};
use serde_json::json;

#[cfg(test)]
#[path = "undo_laws.rs"]
mod laws;
#[cfg(test)]
#[path = "undo_told_tests.rs"]
mod told;

fn key(id: &str) -> Key {
    Key { kind: Kind::new("interview").unwrap(), id: RecordId::new(id).unwrap() }
}

fn apply(tables: &mut Tables, replica: &str, changes: &ChangeSet) {
    let device = DeviceId::new("poste-1").unwrap();
    let author = Author { replica: ReplicaId::new(replica).unwrap(), device, at_ms: 1 };
    for (key, record) in changes.apply(tables, &author) {
        tables.put(key, record);
    }
}

fn write(tables: &mut Tables, replica: &str, id: &str, field: &str, value: impl Into<Value>) {
    let mut changes = ChangeSet::new();
    changes.set_named(&key(id), field, value).unwrap();
    apply(tables, replica, &changes);
}

fn erase(tables: &mut Tables, id: &str) {
    apply(tables, "any", &ChangeSet { changes: vec![Change::Erase { key: key(id) }] });
}

fn point(here: &Tables, becoming: &[(Key, Record)]) -> RestorePoint {
    let device = DeviceId::new("poste-1").unwrap();
    let moment = Moment { id: PointId::after(&[], 1), at_ms: 1, device, cause: Cause::Undo, revision_before: 1 };
    RestorePoint::before(moment, here, becoming)
}

/// Imports a file, as a browser does: the point first.
fn import(here: &mut Tables, file: &Tables) -> RestorePoint {
    let records = ImportPlan::new(here, file).records;
    let point = point(here, &records);
    records.into_iter().for_each(|(key, record)| here.put(key, record));
    point
}

/// Goes back, as a browser does; the point before it is returned.
fn roll_back(here: &mut Tables, rollback: &Rollback) -> RestorePoint {
    let before = here.clone();
    *here = Tables::default();
    for (kind, id, record) in before.iter() {
        let key = Key { kind: kind.clone(), id: id.clone() };
        if !rollback.remove.contains(&key) {
            here.put(key, record.as_ref().clone());
        }
    }
    rollback.put.iter().cloned().for_each(|(key, record)| here.put(key, record));
    apply(here, "rollback", &rollback.changes);
    let becoming: Vec<(Key, Record)> = here
        .iter()
        .map(|(kind, id, record)| (Key { kind: kind.clone(), id: id.clone() }, record.as_ref().clone()))
        .filter(|(key, record)| before.get(key) != Some(record))
        .collect();
    point(&before, &becoming)
}

fn value(tables: &Tables, id: &str, field: &str) -> Option<Value> {
    tables.get(&key(id)).filter(|record| is_live(record)).and_then(|record| record.value(field)).cloned()
}

fn counts(rollback: &Rollback) -> (usize, usize, usize) {
    let counts = rollback.outlook.by_kind.get("interview").copied().unwrap_or_default();
    (counts.back, counts.gone, counts.changed)
}

/// A browser, and the file that it imports: « changed », « deleted » and « restored » are here, « added » is not.
fn histories() -> (Tables, Tables) {
    let mut here = Tables::default();
    for id in ["changed", "deleted", "restored"] {
        write(&mut here, "r1", id, "label", "here");
    }
    write(&mut here, "r1", "restored", DELETED, true);
    let mut there = here.clone();
    for id in ["changed", "restored", "added"] {
        write(&mut there, "r2", id, "label", "there");
        write(&mut there, "r2", id, "note/x", "there");
    }
    write(&mut there, "r2", "deleted", DELETED, true);
    (here, there)
}

#[test]
fn undoing_at_once_gives_back_exactly_what_was_there() {
    let (here, file) = histories();
    let mut now = here.clone();
    let point = import(&mut now, &file);
    let rollback = undo(&now, &point, false).unwrap();
    assert_eq!(
        (counts(&rollback), rollback.outlook.kept_later_edits, rollback.changes.is_empty()),
        ((1, 2, 1), 0, true)
    );
    assert_eq!(rollback.remove, [key("added")]);
    roll_back(&mut now, &rollback);
    assert_eq!(now, here);
    assert!(undo(&now, &point, false).unwrap().is_empty(), "once is enough");
}

#[test]
fn undoing_what_has_left_this_browser_writes_former_values() {
    let (here, file) = histories();
    let mut now = here.clone();
    let point = import(&mut now, &file);
    let rollback = undo(&now, &point, true).unwrap();
    assert_eq!((counts(&rollback), rollback.outlook.kept_later_edits), ((1, 2, 1), 0));
    assert!(rollback.put.is_empty() && rollback.remove.is_empty());
    roll_back(&mut now, &rollback);
    assert_eq!((value(&now, "changed", "label"), value(&now, "changed", "note/x")), (Some(json!("here")), None));
    assert_eq!(value(&now, "deleted", "label"), Some(json!("here")));
    let removed = |id| now.get(&key(id)).unwrap().is_deleted();
    assert!(removed("added") && removed("restored"));
    assert_eq!(now.get(&key("restored")).unwrap().value("label"), Some(&json!("here")), "under what is removed too");
    assert!(now.merged_with(&file).is_empty(), "the same file has nothing new to say");
    assert!(undo(&now, &point, true).unwrap().is_empty());
}

#[test]
fn what_was_written_since_stays_and_the_rest_goes_back() {
    for left_this_browser in [false, true] {
        let (mut now, file) = histories();
        let point = import(&mut now, &file);
        for id in ["changed", "added", "restored"] {
            write(&mut now, "r1", id, "label", "since");
        }
        let rollback = undo(&now, &point, left_this_browser).unwrap();
        assert_eq!((counts(&rollback), rollback.outlook.kept_later_edits), ((1, 0, 2), 3), "{left_this_browser}");
        roll_back(&mut now, &rollback);
        for (id, note) in [("changed", None), ("restored", None), ("added", Some(json!("there")))] {
            assert_eq!(value(&now, id, "label"), Some(json!("since")), "{id}");
            assert_eq!(value(&now, id, "note/x"), note, "{id}");
        }
    }
}

#[test]
fn what_was_removed_since_stays_removed() {
    let (mut now, file) = histories();
    let point = import(&mut now, &file);
    write(&mut now, "r1", "changed", DELETED, true);
    write(&mut now, "r1", "added", DELETED, true);
    erase(&mut now, "deleted");
    let rollback = undo(&now, &point, false).unwrap();
    assert_eq!((counts(&rollback), rollback.outlook.kept_later_edits), ((0, 1, 0), 0));
    roll_back(&mut now, &rollback);
    let changed = now.get(&key("changed")).unwrap();
    assert!(changed.is_deleted() && now.get(&key("added")).unwrap().is_deleted());
    assert_eq!(changed.value("label"), Some(&json!("here")));
    assert_eq!(now.get(&key("deleted")), Some(&Record::erasure()));
}

#[test]
fn a_disagreement_that_came_with_the_import_goes_with_it() {
    for left_this_browser in [false, true] {
        let (mut here, mut file) = histories();
        write(&mut file, "r2", "changed", DELETED, true);
        write(&mut here, "r1", "changed", "note/y", "apart");
        let mut now = here.clone();
        let point = import(&mut now, &file);
        assert_eq!(now.get(&key("changed")).unwrap().conflicts().count(), 1);
        let rollback = undo(&now, &point, left_this_browser).unwrap();
        roll_back(&mut now, &rollback);
        assert_eq!(now.get(&key("changed")).unwrap().conflicts().count(), 0);
        assert_eq!(value(&now, "changed", "label"), Some(json!("here")));
    }
}

#[test]
fn a_disagreement_that_came_since_is_left_to_people() {
    let (here, file) = histories();
    let mut now = here.clone();
    let point = import(&mut now, &file);
    let mut third = here;
    write(&mut third, "r3", "changed", DELETED, true);
    import(&mut now, &third);
    let disputed = now.get(&key("changed")).unwrap().clone();
    let rollback = undo(&now, &point, true).unwrap();
    roll_back(&mut now, &rollback);
    assert_eq!((now.get(&key("changed")), rollback.outlook.kept_later_edits), (Some(&disputed), 1));
}

#[test]
fn returning_gives_the_whole_state_back_but_for_what_is_erased() {
    for left_this_browser in [false, true] {
        let (here, file) = histories();
        let mut now = here.clone();
        let point = import(&mut now, &file);
        write(&mut now, "r1", "changed", "label", "since");
        write(&mut now, "r1", "later", "label", "since");
        erase(&mut now, "deleted");
        let present = now.clone();
        let rollback = return_to(&now, &point, left_this_browser).unwrap();
        assert_eq!((counts(&rollback), rollback.outlook.kept_later_edits), ((0, 3, 1), 0), "{left_this_browser}");
        assert_eq!(rollback.changes.is_empty(), !left_this_browser);
        let back = roll_back(&mut now, &rollback);
        let live = |tables: &Tables| tables.live("interview").map(|(id, _)| id.to_string()).collect::<Vec<_>>();
        assert_eq!((live(&now), value(&now, "changed", "label")), (vec!["changed".to_owned()], Some(json!("here"))));
        assert_eq!(now.get(&key("deleted")), Some(&Record::erasure()));

        let rollback = return_to(&now, &back, left_this_browser).unwrap();
        roll_back(&mut now, &rollback);
        assert_eq!((live(&now), value(&now, "later", "label")), (live(&present), Some(json!("since"))));
        assert_eq!(value(&now, "changed", "label"), Some(json!("since")));
    }
}

#[test]
fn what_the_point_knows_to_be_erased_is_erased() {
    for left_this_browser in [false, true] {
        let (mut now, _) = histories();
        let held = point(&now, &[]).without_erased(&[key("changed")].into()).unwrap();
        let rollback = return_to(&now, &held, left_this_browser).unwrap();
        assert_eq!((counts(&rollback), rollback.put.clone()), ((0, 1, 0), vec![(key("changed"), Record::erasure())]));
        roll_back(&mut now, &rollback);
        assert!(return_to(&now, &held, left_this_browser).unwrap().is_empty());
    }
}

#[test]
fn what_a_whole_file_brought_after_a_partial_one_is_not_undone_with_it() {
    let mut there = Tables::default();
    write(&mut there, "r2", "a", "label", "there");
    write(&mut there, "r2", "a", "note/demand", "noted");
    let mut partial = Tables::default();
    let whole = there.get(&key("a")).unwrap();
    partial.put(key("a"), whole.without_fields(|name| name.as_str().starts_with("note/")));
    let mut here = Tables::default();
    let first = import(&mut here, &partial);
    import(&mut here, &there);
    assert_eq!(value(&here, "a", "note/demand"), Some(json!("noted")));
    let rollback = undo(&here, &first, false).unwrap();
    roll_back(&mut here, &rollback);
    assert_eq!(value(&here, "a", "note/demand"), Some(json!("noted")), "it came later, from another file");
    assert_eq!(rollback.outlook.kept_later_edits, 1);
}
