//! The tables as signals, and the one way to write: a change is stored first, then shown.

pub mod alone;
mod backup;
mod follow;
mod open;
mod whole;
mod write;

pub use open::{Opened, open};

use crate::browser::identity;
use crate::browser::offline::Readiness;
use crate::domain::evaluation::survey::SurveyKind;
use crate::domain::evaluation::unsent::Unsent;
use crate::domain::programme::id::SessionId;
use crate::exchange::restore_point::Summary;
use crate::records::{ChangeSet, DeviceId, Key, Record, RecordId, Tables};
use crate::storage::{
    Database, Meta, Preferences, StorageError, Tabs, Unreadable, drop_unsent, forget_preferences, keep_unsent,
    read_preferences, read_unsent, write_preferences,
};
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;
use tokio::sync::Mutex;
use write::Writer;

/// What every page reads from and writes to.
#[derive(Clone, Copy)]
pub struct AppState {
    tables: RwSignal<Tables>,
    /// What could not be stored, the oldest first.
    unsaved: RwSignal<Vec<ChangeSet>>,
    /// What is shown though it is only being stored.
    leaving: RwSignal<Vec<Arc<ChangeSet>>>,
    unreadable: RwSignal<Arc<Vec<Unreadable>>>,
    preferences: RwSignal<Preferences>,
    meta: RwSignal<Meta>,
    /// Why this page no longer writes.
    halt: RwSignal<Option<StorageError>>,
    writer: StoredValue<Rc<Mutex<Writer>>, LocalStorage>,
    database: StoredValue<Database, LocalStorage>,
    tabs: StoredValue<Option<Tabs>, LocalStorage>,
    /// How many times this page wrote.
    changes_here: StoredValue<u32>,
    /// The granted space is nearly used up.
    space_is_short: RwSignal<bool>,
    /// Nothing is here though something was: the browser, or somebody, cleared it.
    pub vanished: bool,
    /// What may be promised about working without network.
    pub readiness: RwSignal<Readiness>,
}

impl AppState {
    /// Mirrors what was read, and follows what other tabs write.
    pub fn new(opened: Opened) -> Self {
        let Opened { database, loaded, preferences, halt, vanished } = opened;
        let state = Self {
            tables: RwSignal::new(loaded.tables),
            unsaved: RwSignal::new(Vec::new()),
            leaving: RwSignal::new(Vec::new()),
            unreadable: RwSignal::new(Arc::new(loaded.unreadable)),
            preferences: RwSignal::new(preferences),
            meta: RwSignal::new(loaded.meta),
            halt: RwSignal::new(halt),
            writer: StoredValue::new_local(Rc::new(Mutex::new(Writer::default()))),
            database: StoredValue::new_local(database),
            tabs: StoredValue::new_local(None),
            changes_here: StoredValue::new(0),
            space_is_short: RwSignal::new(false),
            vanished,
            readiness: RwSignal::new(Readiness::Unknown),
        };
        state.listen_to_tabs();
        state.look_at_space();
        state
    }

    /// The state of the page this is called from.
    ///
    /// # Panics
    /// Outside the part of the page that is shown once everything is read.
    #[expect(clippy::expect_used, reason = "a page is only ever shown below the boot gate, which provides the state")]
    pub fn expect() -> Self {
        use_context().expect("the state is provided by the boot gate")
    }

    /// Reads from every record, following changes.
    pub fn with_tables<T>(self, read: impl FnOnce(&Tables) -> T) -> T {
        self.tables.with(read)
    }

    /// Reads from every record as they are now, without following.
    pub fn with_tables_now<T>(self, read: impl FnOnce(&Tables) -> T) -> T {
        self.tables.with_untracked(read)
    }

    /// One record, following its changes; none when it was erased.
    pub fn record(self, key: Key) -> Memo<Option<Arc<Record>>> {
        Memo::new(move |_| self.tables.with(|tables| tables.shared(&key)).filter(|record| !record.erased))
    }

    /// The records of one kind that are neither deleted nor erased, following their changes.
    pub fn live(self, kind: &'static str) -> Memo<BTreeMap<RecordId, Arc<Record>>> {
        Memo::new(move |_| {
            self.tables.with(|tables| tables.live(kind).map(|(id, record)| (id.clone(), Arc::clone(record))).collect())
        })
    }

    /// The text of a snapshot, if it is kept here.
    pub async fn snapshot(self, id: &str) -> Result<Option<String>, StorageError> {
        self.database.get_value().snapshot(id).await
    }

    /// Stored values that do not read as records, followed.
    pub fn unreadable(self) -> Arc<Vec<Unreadable>> {
        self.unreadable.get()
    }

    /// The points to return to, the newest last, followed.
    pub fn points(self) -> Vec<Summary> {
        self.meta.with(|meta| meta.points.clone())
    }

    /// Why this page no longer writes, as it is now.
    pub fn halt_now(self) -> Option<StorageError> {
        self.halt.get_untracked()
    }

    /// Why this page no longer writes, followed.
    pub fn halt(self) -> Option<StorageError> {
        self.halt.get()
    }

    /// This browser's preferences, followed.
    pub fn preferences(self) -> Preferences {
        self.preferences.get()
    }

    /// Changes this browser's preferences.
    pub fn set_preferences(self, change: impl FnOnce(&mut Preferences)) {
        // Another tab may have changed them since this one read.
        let kept = read_preferences();
        self.preferences.update(|preferences| {
            if let Some(kept) = kept {
                *preferences = kept;
            }
            change(preferences);
        });
        self.preferences.with_untracked(write_preferences);
    }

    /// Leaves no preference in this browser; whether none is left. The next one that is set is kept again.
    pub fn forget_preferences(self) -> bool {
        forget_preferences()
    }

    /// What was being answered to a questionnaire in this tab.
    pub fn unsent(self, session: &SessionId, survey: SurveyKind) -> Option<Unsent> {
        read_unsent(session, survey)
    }

    /// Keeps what is being answered until it is forgotten or the tab is closed.
    pub fn keep_unsent(self, one: Unsent) {
        keep_unsent(one);
    }

    /// Forgets what was being answered to a questionnaire.
    pub fn drop_unsent(self, session: &SessionId, survey: SurveyKind) {
        drop_unsent(session, survey);
    }

    /// The label of this machine.
    pub fn device(self) -> DeviceId {
        let device = self.preferences.with_untracked(|preferences| preferences.device.clone());
        device.or_else(|| identity::new_device_id().ok()).unwrap_or_else(DeviceId::unnamed)
    }
}

fn unlikely(error: crate::records::InvalidId) -> StorageError {
    StorageError::unlikely("identity", error)
}
