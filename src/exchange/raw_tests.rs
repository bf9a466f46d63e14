use super::*;
use crate::records::{Author, ChangeSet, Kind, RecordId, ReplicaId};
use serde_json::{Value, json};

fn origin() -> Origin {
    Origin { device: DeviceId::new("poste-1a2b").unwrap(), created_at: "2026-03-01T09:05:00".parse().unwrap() }
}

fn key(id: &str) -> Key {
    Key { kind: Kind::new("interview").unwrap(), id: RecordId::new(id).unwrap() }
}

fn tables(ids: &[&str]) -> Tables {
    let mut tables = Tables::default();
    let device = DeviceId::new("poste-1a2b").unwrap();
    let author = Author { replica: ReplicaId::new("r1").unwrap(), device, at_ms: 7 };
    let mut changes = ChangeSet::new();
    ids.iter().for_each(|id| changes.set_named(&key(id), "label", *id).unwrap());
    for (key, record) in changes.apply(&tables, &author) {
        tables.put(key, record);
    }
    tables
}

/// What the rescue screen writes, with one thing changed.
fn rescued(path: &str, value: Value) -> Vec<u8> {
    let record = |id: &str| serde_json::to_string(tables(&[id]).get(&key(id)).unwrap()).unwrap();
    let snapshot = "{\"places\":[]}";
    let mut file = json!({
        "format": "reperes-brut", "version": 1, "min_reader": 1, "created_at": "2026-03-01T09:05:00", "cause": "panne",
        "stores": {
            "meta": [{ "key": "data_version", "value": "2" }, { "key": "revision", "value": "12" }],
            "records": [
                { "key": "interview/a", "value": record("a") },
                { "key": "interview/b", "value": record("b") },
            ],
            "snapshots": [{ "key": SnapshotId::of(snapshot).as_str(), "value": snapshot }],
            "restore_points": [{ "key": "000000000001000-0000000000", "value": "…" }],
        },
        "preferences": { "reperes.preferences": "{\"device\":\"poste-1a2b\",\"shared_computer\":true}" },
    });
    if !path.is_empty() {
        *file.pointer_mut(path).unwrap() = value;
    }
    serde_json::to_vec(&file).unwrap()
}

#[test]
fn what_the_rescue_took_comes_back() {
    let file = file::read(&rescued("", Value::Null)).unwrap();
    assert_eq!((&file.origin, &file.scope, file.left_out), (&origin(), &None, 0));
    assert_eq!(file.content.tables, tables(&["a", "b"]));
    assert_eq!(file.content.snapshots.len(), 1);
}

#[test]
fn what_does_not_read_is_left_out_and_counted() {
    for (path, value) in [
        ("/stores/records/0/value", json!("{")),
        ("/stores/records/0/value", json!(["not", "a", "text"])),
        ("/stores/records/0/key", json!("no-kind")),
        ("/stores/records/0/key", json!(12)),
    ] {
        let file = file::read(&rescued(path, value.clone())).unwrap();
        assert_eq!((file.content.tables, file.left_out), (tables(&["b"]), 1), "{path}: {value}");
    }
    let file = file::read(&rescued("/stores/snapshots/0/value", json!("altered"))).unwrap();
    assert_eq!((file.content.tables.len(), file.content.snapshots.len(), file.left_out), (2, 0, 1));
}

#[test]
fn a_browser_that_knew_little_gives_what_it_had() {
    for (path, value) in [("/preferences", json!({})), ("/preferences/reperes.preferences", json!("{"))] {
        let file = file::read(&rescued(path, value)).unwrap();
        assert_eq!((file.origin.device, file.content.tables.len()), (DeviceId::unnamed(), 2));
    }
    let file = file::read(&rescued("/stores", json!({}))).unwrap();
    assert!(file.content.tables.is_empty());
    // Records of a database that was never brought to the second version.
    let file = file::read(&rescued("/stores/meta", json!([]))).unwrap();
    assert_eq!(file.content.tables, tables(&["a", "b"]));
}

#[test]
fn what_cannot_be_trusted_is_refused() {
    let many = vec![json!({ "key": "", "value": "" }); MAX_RECORDS + 1];
    for (path, value, expected) in [
        ("/version", json!(2), ReadError::TooNew { version: 2 }),
        ("/min_reader", json!(9), ReadError::TooNew { version: 1 }),
        ("/stores/meta/0/value", json!("3"), ReadError::TooNew { version: 3 }),
        ("/created_at", json!("hier"), ReadError::InvalidContent),
        ("/stores/records", json!({}), ReadError::InvalidContent),
        ("/stores/records", json!(many), ReadError::TooManyRecords),
        ("/stores/snapshots", json!(many[..=MAX_SNAPSHOTS]), ReadError::TooManySnapshots),
    ] {
        assert_eq!(file::read(&rescued(path, value)), Err(expected), "{path}");
    }
}

#[test]
fn what_an_export_writes_raw_comes_back() {
    let (name, bytes) = write(&origin(), &tables(&["a", "b"])).unwrap();
    assert_eq!(name, "reperes-donnees-brutes-2026-03-01.json");
    let file = file::read(&bytes).unwrap();
    assert_eq!((file.origin, file.left_out, file.content.tables), (origin(), 0, tables(&["a", "b"])));
}
