//! Looking for the values that cannot be read: every interview is read whole, a few at a time, and again once it changes.

use crate::browser::pause::Breath;
use crate::domain::dispute::count_unreadable;
use crate::domain::interview::decode;
use crate::domain::interview::model::KIND;
use crate::records::{Record, RecordId, Tables};
use crate::state::AppState;
use leptos::prelude::*;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// What each interview was when it was read, and how many such values it had.
type Read = HashMap<RecordId, (Arc<Record>, usize)>;

/// What was found so far.
#[derive(Clone, Copy)]
pub struct Scan {
    found: LocalResource<BTreeMap<RecordId, usize>>,
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
                for (id, record) in unread {
                    breath.take().await;
                    let count = count_unreadable(&id, &record);
                    // One may have left the page.
                    read.try_update_value(|read| drop(read.insert(id, (record, count))));
                }
                let found = read.try_with_value(|read| state.with_tables_now(|tables| still_there(tables, read)));
                found.unwrap_or_default()
            }
        });
        Self { found }
    }

    /// The interviews that have such values, with how many, followed.
    pub fn found(self) -> BTreeMap<RecordId, usize> {
        self.found.get().unwrap_or_default()
    }
}

fn unread(tables: &Tables, read: &Read) -> Vec<(RecordId, Arc<Record>)> {
    let is_known =
        |id: &RecordId, record: &Arc<Record>| read.get(id).is_some_and(|(seen, _)| Arc::ptr_eq(seen, record));
    let unread = tables.live(KIND).filter(|(id, record)| !is_known(id, record));
    unread.map(|(id, record)| (id.clone(), Arc::clone(record))).collect()
}

fn still_there(tables: &Tables, read: &Read) -> BTreeMap<RecordId, usize> {
    let held = |id: &RecordId| tables.shared(&decode::key(id).ok()?);
    let is_still = |id: &RecordId, seen: &Arc<Record>| held(id).is_some_and(|record| Arc::ptr_eq(&record, seen));
    let found = read.iter().filter(|(id, (seen, count))| *count > 0 && is_still(id, seen));
    found.map(|(id, (_, count))| (id.clone(), *count)).collect()
}
