//! The one way to write, in a real browser.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use js_sys::{Function, Promise, Reflect};
use leptos::prelude::{GetUntracked, Owner};
use reperes::browser::pause;
use reperes::exchange::file;
use reperes::jobs::Failure;
use reperes::records::{ChangeSet, FieldName, Key, Kind, Record, RecordId, Tables};
use reperes::state::{self, AppState};
use reperes::storage::{BackupMark, Batch, Database, Revision, StorageError, Write};
use serde_json::{Value, json};
use std::cell::Cell;
use std::future::poll_fn;
use std::pin::pin;
use std::rc::Rc;
use std::task::Poll;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

fn key(id: &str) -> Key {
    Key { kind: Kind::new("interview").unwrap(), id: RecordId::new(id).unwrap() }
}

fn answer(id: &str, item: &str, value: &str) -> ChangeSet {
    let mut changes = ChangeSet::new();
    changes.set(&key(id), FieldName::new(format!("answer/{item}")).unwrap(), json!(value));
    changes
}

fn value(tables: &Tables, id: &str, item: &str) -> Option<Value> {
    tables.get(&key(id)).and_then(|record| record.value(&format!("answer/{item}")).cloned())
}

/// A page just opened, as one tab among others. The owner keeps its signals.
async fn tab() -> (Owner, AppState) {
    // Mounting is what gives a page the means to do something in its own time.
    leptos::mount::mount_to_body(|| ());
    let owner = Owner::new();
    owner.set();
    (owner, AppState::new(state::open().await.unwrap()))
}

/// What the browser keeps, as a page opened now would read it.
async fn kept() -> Tables {
    Database::open().await.unwrap().load().await.unwrap().tables
}

/// Waits for what happens in its own time.
async fn until(condition: impl Fn() -> bool, what: &str) {
    for _ in 0..100 {
        if condition() {
            return;
        }
        pause::until_painted().await;
    }
    panic!("{what}");
}

/// Does something while the browser refuses every write for want of space.
async fn while_full<T>(act: impl Future<Output = T>) -> T {
    let global = js_sys::global();
    let class = Reflect::get(&global, &"IDBDatabase".into()).unwrap();
    let prototype = Reflect::get(&class, &"prototype".into()).unwrap();
    let transaction: JsValue = "transaction".into();
    let original = Reflect::get(&prototype, &transaction).unwrap();
    let full = Function::new_no_args("throw new DOMException('full', 'QuotaExceededError')");
    Reflect::set(&prototype, &transaction, &full).unwrap();
    let outcome = act.await;
    Reflect::set(&prototype, &transaction, &original).unwrap();
    outcome
}

/// The same, once a transaction has begun.
async fn while_puts_fail<T>(act: impl Future<Output = T>) -> T {
    let class = Reflect::get(&js_sys::global(), &"IDBObjectStore".into()).unwrap();
    let prototype = Reflect::get(&class, &"prototype".into()).unwrap();
    let original = Reflect::get(&prototype, &"put".into()).unwrap();
    let full = Function::new_no_args("throw new DOMException('full', 'QuotaExceededError')");
    Reflect::set(&prototype, &"put".into(), &full).unwrap();
    let outcome = act.await;
    Reflect::set(&prototype, &"put".into(), &original).unwrap();
    outcome
}

/// So that an act on many does not write over the one made just before (`domain/programme/roll.rs` says what it writes).
#[wasm_bindgen_test]
async fn what_is_being_stored_is_read_as_written() {
    let (_owner, state) = tab().await;
    state.commit(answer("ahead", "trust", "before")).await.unwrap();
    let trust = |tables: &Tables| value(tables, "ahead", "trust");
    let mut leaving = pin!(state.commit_ahead(answer("ahead", "trust", "after")));
    // Asked, and not stored yet.
    poll_fn(|context| Poll::Ready(leaving.as_mut().poll(context).is_pending().then_some(()))).await.unwrap();
    let read = (state.with_tables_now(trust), state.with_tables_as_written(trust));
    assert_eq!(read, (Some(json!("before")), Some(json!("after"))));
    leaving.await.unwrap();
    assert_eq!(state.with_tables_now(trust), Some(json!("after")));
}

/// The arrows of a keyboard give answers faster than they are stored.
#[wasm_bindgen_test]
async fn of_answers_given_in_a_row_the_last_one_stays() {
    let (_owner, state) = tab().await;
    let remaining = Rc::new(Cell::new(2));
    let (first, second) = (Rc::clone(&remaining), Rc::clone(&remaining));
    // The second one waits when the first is stored; the third is asked only then, and must not overtake it.
    spawn_local(async move {
        state.commit(answer("order", "consent", "first")).await.unwrap();
        state.commit(answer("order", "consent", "third")).await.unwrap();
        first.set(first.get() - 1);
    });
    spawn_local(async move {
        state.commit(answer("order", "consent", "second")).await.unwrap();
        second.set(second.get() - 1);
    });
    while remaining.get() > 0 {
        state.commit(ChangeSet::new()).await.unwrap();
    }
    assert_eq!(value(&kept().await, "order", "consent"), Some(json!("third")));
}

#[wasm_bindgen_test]
async fn what_is_refused_is_kept_aside_then_stored_in_order() {
    let (_owner, state) = tab().await;
    state.commit(answer("full", "trust", "before")).await.unwrap();
    while_full(async {
        assert_eq!(state.commit(answer("full", "trust", "one")).await, Err(StorageError::Quota));
        assert_eq!(state.commit(answer("full", "wish", "two")).await, Err(StorageError::Quota));
        assert!(state.has_unsaved());
        let shown = state.with_tables_now(|tables| value(tables, "full", "trust"));
        assert_eq!(shown, Some(json!("before")), "lists show what is stored");
        let written = state.record_as_written(key("full")).get_untracked().unwrap();
        assert_eq!(written.value("answer/trust"), Some(&json!("one")), "its own page shows what was written");
        let exported = state.tables_to_export().await.unwrap();
        assert_eq!(value(&exported, "full", "trust"), Some(json!("one")), "an export holds it all the same");
    })
    .await;
    state.commit(answer("full", "trust", "three")).await.unwrap();
    assert!(!state.has_unsaved());
    let kept = kept().await;
    assert_eq!(value(&kept, "full", "trust"), Some(json!("three")));
    assert_eq!(value(&kept, "full", "wish"), Some(json!("two")));
}

#[wasm_bindgen_test]
async fn two_tabs_lose_nothing_and_a_backup_holds_both() {
    let (_one, here) = tab().await;
    let (_two, there) = tab().await;
    here.commit(answer("tabs", "trust", "here")).await.unwrap();
    let exported = there.tables_to_export().await.unwrap();
    assert_eq!(value(&exported, "tabs", "trust"), Some(json!("here")), "a backup holds what another tab stored");
    here.commit(answer("tabs", "devices", "here")).await.unwrap();
    there.commit(answer("tabs", "wish", "there")).await.unwrap();
    let kept = kept().await;
    for (item, expected) in [("trust", "here"), ("devices", "here"), ("wish", "there")] {
        assert_eq!(value(&kept, "tabs", item), Some(json!(expected)), "{item}");
    }
    until(|| here.with_tables_now(|tables| value(tables, "tabs", "wish")).is_some(), "the other tab follows").await;
    assert_eq!(there.changes_since_backup(), here.changes_since_backup(), "each counts the other's changes");
    there.mark_backed_up(AppState::mark(there.revision(), 1)).await.unwrap();
    assert_eq!(there.changes_since_backup(), 0);
}

#[wasm_bindgen_test]
async fn what_cannot_be_read_is_not_written_over() {
    let database = Database::open().await.unwrap();
    let revision = database.load().await.unwrap().meta.revision;
    let damaged = Write::Put { store: "records", key: "interview/damaged".to_owned(), value: "{".to_owned() };
    database.write(vec![damaged], revision).await.unwrap();
    let (_owner, state) = tab().await;
    assert_eq!(state.unreadable().len(), 1);
    let refused = state.commit_with(answer("damaged", "trust", "new"), Default::default()).await;
    assert_eq!(refused, Err(StorageError::Unreadable { key: "interview/damaged".to_owned() }));
    assert_eq!(database.load().await.unwrap().unreadable[0].text, "{");
    state.wipe().await.unwrap();
    assert!(state.unreadable().is_empty());
    assert!(kept().await.is_empty(), "wiping forgets it too");
}

#[wasm_bindgen_test]
async fn a_wipe_takes_what_another_tab_shows_and_what_waits_there() {
    let (_one, here) = tab().await;
    let (_two, there) = tab().await;
    here.commit(answer("wiped", "trust", "shown")).await.unwrap();
    while_full(async {
        assert_eq!(there.commit(answer("wiped", "wish", "waiting")).await, Err(StorageError::Quota));
    })
    .await;
    here.wipe().await.unwrap();
    assert_eq!(there.commit(answer("wiped", "devices", "late")).await, Err(StorageError::Emptied));
    assert!(!there.has_unsaved() && there.with_tables_now(Tables::is_empty), "nothing is shown, nothing waits");
    assert!(kept().await.is_empty(), "nothing comes back");
    here.commit(answer("wiped", "trust", "new")).await.unwrap();
    assert_eq!(there.commit(answer("wiped", "wish", "later")).await, Err(StorageError::Emptied));
    assert_eq!(there.look_again().await, Err(StorageError::Emptied));
    assert!(there.with_tables_now(Tables::is_empty), "nor does it show what came since");
    assert_eq!(value(&kept().await, "wiped", "wish"), None);
}

/// Records that went back have writes whose numbers are free again: they must not serve under the same name.
#[wasm_bindgen_test]
async fn a_tab_writes_under_another_name_once_records_went_back() {
    let (_owner, state) = tab().await;
    let written_by = || {
        state.with_tables_now(|tables| {
            let entries = &tables.get(&key("back")).unwrap().fields[&FieldName::new("answer/trust").unwrap()];
            entries.first().unwrap().stamp.dot.replica.clone()
        })
    };
    state.commit(answer("back", "trust", "one")).await.unwrap();
    let name = written_by();
    state.commit(answer("back", "trust", "two")).await.unwrap();
    assert_eq!(written_by(), name);
    let database = Database::open().await.unwrap();
    let loaded = database.load().await.unwrap();
    database.store(&loaded, &Batch { goes_back: true, ..Batch::default() }).await.unwrap();
    state.commit(answer("back", "trust", "three")).await.unwrap();
    assert_ne!(written_by(), name);
}

#[wasm_bindgen_test]
async fn a_tab_stops_writing_once_a_newer_version_has_written() {
    let (_owner, state) = tab().await;
    state.commit(answer("newer", "trust", "before")).await.unwrap();
    let database = Database::open().await.unwrap();
    let newer = Write::Put { store: "meta", key: "data_version".to_owned(), value: "99".to_owned() };
    put_beside(newer).await;
    assert_eq!(state.commit(answer("newer", "trust", "after")).await, Err(StorageError::Superseded));
    assert_eq!(state.halt_now(), Some(StorageError::Superseded));
    assert_eq!(
        state.commit(answer("newer", "wish", "again")).await,
        Err(StorageError::Superseded),
        "it does not try again"
    );
    assert_eq!(value(&database.load().await.unwrap().tables, "newer", "trust"), Some(json!("before")));
    let exported = state.tables_to_export().await.unwrap();
    assert_eq!(value(&exported, "newer", "trust"), Some(json!("after")), "what was typed can be taken away");
    put_beside(Write::Put { store: "meta", key: "data_version".to_owned(), value: "2".to_owned() }).await;
}

/// Removes the database, as a browser that clears the site's data.
async fn clear_site() {
    let deleted = Function::new_no_args(
        "return new Promise((done, failed) => { const request = indexedDB.deleteDatabase('reperes'); \
         request.onsuccess = done; request.onerror = failed; })",
    );
    let promise: Promise = deleted.call0(&JsValue::NULL).unwrap().into();
    JsFuture::from(promise).await.unwrap();
}

/// Another tab begins anew and happens to write as many times: the numbers agree, the databases are not the same.
#[wasm_bindgen_test]
async fn another_database_at_the_same_revision_is_not_taken_for_ours() {
    let (_owner, state) = tab().await;
    state.commit(answer("replaced", "trust", "ours")).await.unwrap();
    clear_site().await;
    let other = Database::open().await.unwrap();
    let mut revision = other.load().await.unwrap().meta.revision;
    while revision < state.revision() {
        revision = other.write(Vec::new(), revision).await.unwrap();
    }
    assert_eq!(revision, state.revision());
    assert_eq!(state.commit(answer("replaced", "wish", "new")).await, Err(StorageError::Lost));
    let work = async |_| -> Result<(), Failure> { panic!("nothing may be imported there either") };
    assert_eq!(state.let_write(work).await, Err(Failure::Storage(StorageError::Lost)));
    assert!(kept().await.is_empty(), "the other one is left as it is");
    assert_eq!(state.with_tables_now(|tables| value(tables, "replaced", "trust")), Some(json!("ours")), "still shown");
}

/// Writing all again fails half-way: the other database is not ours yet, and does not take the last copy's place.
#[wasm_bindgen_test]
async fn the_last_copy_stays_shown_when_writing_it_again_fails() {
    let (_owner, state) = tab().await;
    state.commit(answer("last", "trust", "ours")).await.unwrap();
    clear_site().await;
    let other = Database::open().await.unwrap();
    let mut revision = other.write(Vec::new(), Revision::default()).await.unwrap();
    assert_eq!(state.look_again().await, Err(StorageError::Lost));
    assert_eq!(state.mark_backed_up(AppState::mark(state.revision(), 1)).await, Err(StorageError::Lost));
    assert_eq!(other.load().await.unwrap().meta.backup, BackupMark::default(), "nothing is said of the other one");
    let refused = while_puts_fail(state.write_all_again()).await;
    assert_eq!(refused, Err(StorageError::Quota));
    while revision <= state.revision() {
        revision = other.write(Vec::new(), revision).await.unwrap();
    }
    assert_eq!(state.look_again().await, Err(StorageError::Lost));
    assert_eq!(state.with_tables_now(|tables| value(tables, "last", "trust")), Some(json!("ours")), "still shown");
    state.write_all_again().await.unwrap();
    assert_eq!(value(&kept().await, "last", "trust"), Some(json!("ours")));
}

#[wasm_bindgen_test]
async fn a_wipe_after_a_loss_takes_what_the_other_tabs_show() {
    let (_one, here) = tab().await;
    let (_two, there) = tab().await;
    here.commit(answer("lost", "trust", "shown")).await.unwrap();
    until(|| there.revision() == here.revision(), "the other tab follows").await;
    clear_site().await;
    here.wipe().await.unwrap();
    assert_eq!(there.commit(answer("lost", "wish", "late")).await, Err(StorageError::Emptied));
    assert_eq!(there.write_all_again().await, Err(StorageError::Emptied));
    assert!(there.with_tables_now(Tables::is_empty) && kept().await.is_empty(), "nothing comes back");
}

#[wasm_bindgen_test]
async fn what_cannot_be_read_is_written_again_too() {
    let database = Database::open().await.unwrap();
    let revision = database.load().await.unwrap().meta.revision;
    let damaged = Write::Put { store: "records", key: "interview/damaged".to_owned(), value: "{".to_owned() };
    database.write(vec![damaged], revision).await.unwrap();
    let (_owner, state) = tab().await;
    clear_site().await;
    assert_eq!(state.commit(answer("beside", "trust", "new")).await, Err(StorageError::Lost));
    state.write_all_again().await.unwrap();
    let unreadable = Database::open().await.unwrap().load().await.unwrap().unreadable;
    assert!(unreadable.iter().any(|one| one.key == "interview/damaged" && one.text == "{"));
    state.wipe().await.unwrap();
}

/// What a file took without being stored has numbers that must name nothing else.
#[wasm_bindgen_test]
async fn a_number_that_a_file_took_does_not_serve_again_once_others_wrote() {
    let (_one, here) = tab().await;
    let (_two, there) = tab().await;
    here.commit(answer("sent", "trust", "first")).await.unwrap();
    until(|| there.revision() == here.revision(), "the other tab follows").await;
    while_full(async { here.commit(answer("sent", "wish", "same")).await.unwrap_err() }).await;
    let sent = here.tables_to_export().await.unwrap().get(&key("sent")).unwrap().clone();
    there.commit(answer("sent", "wish", "same")).await.unwrap();
    here.commit(answer("sent", "devices", "next")).await.unwrap();
    let now = kept().await.get(&key("sent")).unwrap().clone();
    let dot = |record: &Record, item: &str| {
        let entries = record.fields[&FieldName::new(format!("answer/{item}")).unwrap()].clone();
        entries.first().unwrap().stamp.dot.clone()
    };
    assert_ne!(dot(&now, "devices"), dot(&sent, "wish"));
}

#[wasm_bindgen_test]
async fn a_database_removed_under_our_feet_is_noticed_and_written_again() {
    let (_owner, state) = tab().await;
    state.commit(answer("lost", "trust", "kept")).await.unwrap();
    clear_site().await;
    assert_eq!(state.commit(answer("lost", "wish", "new")).await, Err(StorageError::Lost));
    assert_eq!(state.with_tables_now(|tables| value(tables, "lost", "trust")), Some(json!("kept")), "still shown");
    let exported = state.tables_to_export().await.unwrap();
    assert_eq!(value(&exported, "lost", "wish"), Some(json!("new")), "an export holds what was typed last too");
    state.write_all_again().await.unwrap();
    assert!(!state.has_unsaved() && state.halt_now().is_none());
    let kept = kept().await;
    assert_eq!(value(&kept, "lost", "trust"), Some(json!("kept")));
    assert_eq!(value(&kept, "lost", "wish"), Some(json!("new")));
}

/// Writes in the database without raising its revision, as another program would.
async fn put_beside(write: Write) {
    let Write::Put { store, key, value } = write else { return };
    let put = Function::new_with_args(
        "store, key, value",
        "return new Promise((done, failed) => { const opening = indexedDB.open('reperes'); \
         opening.onsuccess = () => { const database = opening.result; \
         const transaction = database.transaction(store, 'readwrite'); \
         transaction.objectStore(store).put(value, key); \
         transaction.oncomplete = () => { database.close(); done(); }; transaction.onabort = failed; }; })",
    );
    let promise = put.call3(&JsValue::NULL, &store.into(), &key.into(), &value.into()).unwrap();
    JsFuture::from(Promise::from(promise)).await.unwrap();
}

#[wasm_bindgen_test]
async fn an_older_database_is_brought_to_the_present_version_before_anything_else() {
    let (_owner, state) = tab().await;
    state.commit(answer("older", "trust", "kept")).await.unwrap();
    put_beside(Write::Put { store: "meta", key: "data_version".to_owned(), value: "1".to_owned() }).await;
    let (_owner, opened) = tab().await;
    assert_eq!(opened.halt_now(), None);
    assert_eq!(Database::open().await.unwrap().load().await.unwrap().version, file::VERSION);
    assert_eq!(value(&kept().await, "older", "trust"), Some(json!("kept")));
}

#[wasm_bindgen_test]
async fn a_database_that_no_step_brings_here_stays_as_it_is_and_can_be_taken_away() {
    let (_owner, state) = tab().await;
    state.commit(answer("stuck", "trust", "kept")).await.unwrap();
    put_beside(Write::Put { store: "meta", key: "data_version".to_owned(), value: "0".to_owned() }).await;
    let (_owner, opened) = tab().await;
    assert_eq!(opened.halt_now(), Some(StorageError::NotMigrated));
    assert_eq!(opened.commit(answer("stuck", "trust", "new")).await, Err(StorageError::NotMigrated));
    let raw = opened.unreadable();
    assert!(raw.iter().any(|row| row.key == "interview/stuck" && row.text.contains("kept")), "it can be exported raw");
    put_beside(Write::Put { store: "meta", key: "data_version".to_owned(), value: file::VERSION.to_string() }).await;
    assert_eq!(value(&kept().await, "stuck", "trust"), Some(json!("kept")), "nothing was changed");
}
