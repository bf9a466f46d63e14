//! Looking for the values that cannot be read: every interview, and every record that is filled by a form, is read
//! whole, a few at a time, and again once it changes.

use crate::browser::pause::Breath;
use crate::domain::dispute::{count_unreadable, may_be_unreadable};
use crate::records::{Key, Record, Tables};
use crate::state::AppState;
use leptos::prelude::*;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// What each record was when it was read, and how many such values it had.
type Read = HashMap<Key, (Arc<Record>, usize)>;

/// What was found so far.
#[derive(Clone, Copy)]
pub struct Scan {
    found: LocalResource<BTreeMap<Key, usize>>,
}

impl Scan {
    /// Looks now, and each time the records change.
    pub fn start() -> Self {
        let state = AppState::expect();
        let read = StoredValue::new(Read::new());
        let found = LocalResource::new(move || {
            let unread = state.with_tables(|tables| read.with_value(|read| unread(tables, read)));
            async move {
                let mut breath = Breath::start();
                for (key, record) in unread {
                    breath.take().await;
                    let count = count_unreadable(&key.kind, &key.id, &record);
                    // One may have left the page.
                    read.try_update_value(|read| drop(read.insert(key, (record, count))));
                }
                let found = read.try_with_value(|read| state.with_tables_now(|tables| still_there(tables, read)));
                found.unwrap_or_default()
            }
        });
        Self { found }
    }

    /// The records that have such values, with how many, followed.
    pub fn found(self) -> BTreeMap<Key, usize> {
        self.found.get().unwrap_or_default()
    }
}

fn unread(tables: &Tables, read: &Read) -> Vec<(Key, Arc<Record>)> {
    let is_known = |key: &Key, record: &Arc<Record>| read.get(key).is_some_and(|(seen, _)| Arc::ptr_eq(seen, record));
    let all =
        tables.iter().filter(|(kind, _, record)| may_be_unreadable(kind) && !record.erased && !record.is_deleted());
    let keyed = all.map(|(kind, id, record)| (Key { kind: kind.clone(), id: id.clone() }, record));
    keyed.filter(|(key, record)| !is_known(key, record)).map(|(key, record)| (key, Arc::clone(record))).collect()
}

fn still_there(tables: &Tables, read: &Read) -> BTreeMap<Key, usize> {
    let is_still = |key: &Key, seen: &Arc<Record>| tables.shared(key).is_some_and(|record| Arc::ptr_eq(&record, seen));
    let found = read.iter().filter(|(key, (seen, count))| *count > 0 && is_still(key, seen));
    found.map(|(key, (_, count))| (key.clone(), *count)).collect()
}
