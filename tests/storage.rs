//! The database in a real browser: what is written is read again, whole or not at all.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use js_sys::Function;
use reperes::browser::digest::sha256;
use reperes::domain::snapshot::SnapshotId;
use reperes::exchange::restore_point::{Cause, Moment, PointId, RestorePoint};
use reperes::records::{Author, ChangeSet, DeviceId, FieldName, Key, Kind, RecordId, ReplicaId, Tables};
use reperes::storage::{Batch, Database, Loaded, StorageError, Write};
use serde_json::json;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

fn key(id: &str) -> Key {
    Key { kind: Kind::new("interview").unwrap(), id: RecordId::new(id).unwrap() }
}

fn author() -> Author {
    Author { replica: ReplicaId::new("r1").unwrap(), device: DeviceId::new("poste").unwrap(), at_ms: 1 }
}

/// The writes that give each record a label.
fn labelled(ids: impl Iterator<Item = usize>, label: &str) -> Vec<Write> {
    let mut changes = ChangeSet::new();
    for id in ids {
        changes.set(&key(&format!("r{id}")), FieldName::new("label").unwrap(), json!(label));
    }
    let records = changes.apply(&Tables::default(), &author());
    records.iter().map(|(key, record)| Write::record(key, record).unwrap()).collect()
}

/// An open database that holds nothing, and its revision: the tests of one page share it.
async fn emptied() -> (Database, Loaded) {
    let database = Database::open().await.unwrap();
    let before = database.load().await.unwrap();
    database.write(Write::wipe(before.meta.revision).unwrap(), before.meta.revision).await.unwrap();
    let loaded = database.load().await.unwrap();
    assert!(loaded.tables.is_empty());
    (database, loaded)
}

#[wasm_bindgen_test]
async fn what_is_written_is_read_again_by_another_connection() {
    let (database, loaded) = emptied().await;
    let revision = database.write(labelled(0..3, "été"), loaded.meta.revision).await.unwrap();
    let again = Database::open().await.unwrap().load().await.unwrap();
    assert_eq!(again.meta.revision, revision);
    assert_eq!(again.tables.len(), 3);
    assert_eq!(again.tables.get(&key("r2")).unwrap().value("label"), Some(&json!("été")));
    assert!(again.unreadable.is_empty());
}

#[wasm_bindgen_test]
async fn a_write_computed_from_an_older_state_changes_nothing() {
    let (database, loaded) = emptied().await;
    let revision = database.write(labelled(0..1, "premier"), loaded.meta.revision).await.unwrap();
    let late = database.write(labelled(0..1, "en retard"), loaded.meta.revision).await;
    assert_eq!(late, Err(StorageError::Moved));
    let again = database.load().await.unwrap();
    assert_eq!(again.meta.revision, revision);
    assert_eq!(again.tables.get(&key("r0")).unwrap().value("label"), Some(&json!("premier")));
}

#[wasm_bindgen_test]
async fn a_write_of_several_slices_is_whole() {
    let (database, loaded) = emptied().await;
    database.write(labelled(0..1_201, "lot"), loaded.meta.revision).await.unwrap();
    assert_eq!(database.load().await.unwrap().tables.len(), 1_201);
}

#[wasm_bindgen_test]
async fn a_write_of_nothing_still_counts() {
    let (database, loaded) = emptied().await;
    let revision = database.write(Vec::new(), loaded.meta.revision).await.unwrap();
    assert!(revision > loaded.meta.revision);
}

#[wasm_bindgen_test]
async fn a_snapshot_is_kept_whole_and_removed() {
    let (database, loaded) = emptied().await;
    let text = "é".repeat(2_000_000);
    let revision = database.write(vec![Write::snapshot("abc", text.clone())], loaded.meta.revision).await.unwrap();
    assert_eq!(database.snapshot("abc").await.unwrap(), Some(text));
    database.write(vec![Write::drop_snapshot("abc")], revision).await.unwrap();
    assert_eq!(database.snapshot("abc").await.unwrap(), None);
}

#[wasm_bindgen_test]
async fn a_snapshot_kept_as_text_by_a_former_version_is_read() {
    let (database, loaded) = emptied().await;
    let (key, value) = ("abc".to_owned(), "« été »".to_owned());
    let former = Write::Put { store: "snapshots", key: key.clone(), value: value.clone() };
    database.write(vec![former], loaded.meta.revision).await.unwrap();
    assert_eq!(database.snapshot(&key).await.unwrap(), Some(value));
}

#[wasm_bindgen_test]
async fn a_snapshot_has_one_name_whoever_computes_it() {
    for text in ["", "« été »"] {
        let digest = sha256(text.as_bytes()).await.map(SnapshotId::from_digest);
        assert_eq!(digest, Some(SnapshotId::of(text)));
    }
}

/// Does something while the browser has no room for a restore point.
async fn without_room_for_points<T>(act: impl Future<Output = T>) -> T {
    let patch = Function::new_no_args(
        "const put = IDBObjectStore.prototype.put; \
         IDBObjectStore.prototype.put = function (...given) { \
           if (this.name === 'restore_points') throw new DOMException('full', 'QuotaExceededError'); \
           return put.apply(this, given); }; \
         return () => { IDBObjectStore.prototype.put = put; };",
    );
    let restore: Function = patch.call0(&JsValue::NULL).unwrap().into();
    let outcome = act.await;
    restore.call0(&JsValue::NULL).unwrap();
    outcome
}

#[wasm_bindgen_test]
async fn an_erasure_is_stored_even_where_the_points_cannot_be_written_again() {
    let (database, loaded) = emptied().await;
    database.write(labelled(0..2, "ici"), loaded.meta.revision).await.unwrap();
    for at_ms in [1, 2] {
        let loaded = database.load().await.unwrap();
        let moment = Moment {
            id: PointId::after(&loaded.meta.points, at_ms),
            at_ms,
            device: DeviceId::new("poste").unwrap(),
            cause: Cause::Undo,
            revision_before: loaded.meta.revision.0,
        };
        // Only the second one holds whom is erased.
        let held = if at_ms == 1 { Tables::default() } else { loaded.tables.clone() };
        let point = Some(RestorePoint::before(moment, &held, &[]));
        database.store(&loaded, &Batch { point, points_kept: 5, ..Batch::default() }).await.unwrap();
    }
    let loaded = database.load().await.unwrap();
    assert_eq!(loaded.meta.points.len(), 2);
    let put = ChangeSet::erase(&loaded.tables, &[key("r0")]).apply(&loaded.tables, &author());
    let erasure = Batch { put, ..Batch::default() };
    without_room_for_points(async { database.store(&loaded, &erasure).await.unwrap() }).await;
    let after = database.load().await.unwrap();
    assert!(after.tables.get(&key("r0")).unwrap().erased);
    assert_eq!(after.meta.points, loaded.meta.points[..1]);
    let gone = loaded.meta.points[1].moment.id.to_string();
    assert_eq!(database.point(&gone).await.unwrap(), None);
}

#[wasm_bindgen_test]
async fn wiping_empties_every_store() {
    let (database, loaded) = emptied().await;
    let mut writes = labelled(0..2, "vider");
    writes.push(Write::snapshot("def", "texte".to_owned()));
    let revision = database.write(writes, loaded.meta.revision).await.unwrap();
    database.write(Write::wipe(revision).unwrap(), revision).await.unwrap();
    assert!(database.load().await.unwrap().tables.is_empty());
    assert_eq!(database.snapshot("def").await.unwrap(), None);
}
