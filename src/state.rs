//! The tables as signals, and the one way to write: a change is stored first, then shown.

use crate::browser::offline::Readiness;
use crate::browser::{clock, identity};
use crate::records::{Author, ChangeSet, DeviceId, Key, Record, RecordId, ReplicaId, Tables};
use crate::storage::{
    Database, Loaded, Preferences, Revision, StorageError, Unreadable, Write, read_preferences, write_preferences,
};
use futures::lock::Mutex;
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

/// How often a write starts again because another tab wrote in between, before giving up.
const MAX_TRIES: usize = 5;

/// What every page reads from and writes to.
#[derive(Clone, Copy)]
pub struct AppState {
    tables: RwSignal<Tables>,
    unsaved: RwSignal<Vec<ChangeSet>>,
    preferences: RwSignal<Preferences>,
    writer: StoredValue<Rc<Mutex<Writer>>, LocalStorage>,
    database: StoredValue<Database, LocalStorage>,
    unreadable: StoredValue<Arc<Vec<Unreadable>>>,
    /// What may be promised about working without network.
    pub readiness: RwSignal<Readiness>,
}

/// The moment when a backup file was prepared, and how many changes it was the first to hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BackupMark {
    at_ms: i64,
    changes: u32,
}

/// What the boot reads before anything is shown.
#[derive(Clone, Debug)]
pub struct Opened {
    database: Database,
    loaded: Loaded,
    preferences: Preferences,
}

/// Opens the database and reads everything.
pub async fn open() -> Result<Opened, StorageError> {
    let database = Database::open().await?;
    let loaded = database.load().await?;
    let mut preferences = read_preferences();
    if preferences.device.is_none() {
        preferences.device = Some(identity::new_device_id().map_err(unlikely)?);
        write_preferences(&preferences);
    }
    Ok(Opened { database, loaded, preferences })
}

/// Who writes from this page, and from which revision. One commit at a time holds it.
struct Writer {
    revision: Revision,
    replica: Option<ReplicaId>,
}

impl Writer {
    fn author(&mut self, device: &DeviceId) -> Result<Author, StorageError> {
        let replica = match &self.replica {
            Some(replica) => replica.clone(),
            None => {
                let drawn = identity::new_replica_id().map_err(unlikely)?;
                self.replica.insert(drawn).clone()
            }
        };
        Ok(Author { replica, device: device.clone(), at_ms: clock::now_ms() })
    }
}

/// What a write puts in the records, computed from the tables as they are when it starts.
type Plan<'a> = dyn Fn(&Tables, &Author) -> Vec<(Key, Record)> + 'a;

impl AppState {
    /// Mirrors what was read.
    pub fn new(opened: Opened) -> Self {
        let writer = Writer { revision: opened.loaded.revision, replica: None };
        Self {
            tables: RwSignal::new(opened.loaded.tables),
            unsaved: RwSignal::new(Vec::new()),
            preferences: RwSignal::new(opened.preferences),
            writer: StoredValue::new_local(Rc::new(Mutex::new(writer))),
            database: StoredValue::new_local(opened.database),
            unreadable: StoredValue::new(Arc::new(opened.loaded.unreadable)),
            readiness: RwSignal::new(Readiness::Unknown),
        }
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

    /// Stores changes in one transaction, then shows them. On failure nothing has changed; the changes are kept
    /// aside, and go first with the next ones, or into an export.
    pub async fn commit(self, changes: ChangeSet) -> Result<(), StorageError> {
        let writer = self.writer.get_value();
        let mut writer = writer.lock().await;
        let plan = |tables: &Tables, author: &Author| self.unsaved_then(&changes).apply(tables, author);
        let outcome = self.store(&mut writer, &plan, &[]).await;
        match &outcome {
            Ok(()) => self.unsaved.set(Vec::new()),
            Err(_) => self.unsaved.update(|unsaved| unsaved.push(changes)),
        }
        outcome
    }

    /// Stores changes and a snapshot together, or neither.
    pub async fn commit_with(self, changes: ChangeSet, beside: Vec<Write>) -> Result<(), StorageError> {
        let writer = self.writer.get_value();
        let mut writer = writer.lock().await;
        self.store(&mut writer, &|tables, author| changes.apply(tables, author), &beside).await
    }

    /// Tries again what could not be stored.
    pub async fn retry_unsaved(self) -> Result<(), StorageError> {
        let writer = self.writer.get_value();
        let mut writer = writer.lock().await;
        let plan = |tables: &Tables, author: &Author| self.unsaved_then(&ChangeSet::new()).apply(tables, author);
        self.store(&mut writer, &plan, &[]).await?;
        self.unsaved.set(Vec::new());
        Ok(())
    }

    /// Whether changes wait to be stored.
    pub fn has_unsaved(self) -> bool {
        self.unsaved.with(|unsaved| !unsaved.is_empty())
    }

    /// What could not be stored, then these changes.
    fn unsaved_then(self, changes: &ChangeSet) -> ChangeSet {
        let unsaved = self.unsaved.get_untracked();
        ChangeSet { changes: unsaved.into_iter().flat_map(|set| set.changes).chain(changes.changes.clone()).collect() }
    }

    /// Merges records from elsewhere and keeps their snapshots, in one transaction.
    pub async fn merge(self, incoming: Tables, snapshots: Vec<Write>) -> Result<(), StorageError> {
        let writer = self.writer.get_value();
        let mut writer = writer.lock().await;
        self.store(&mut writer, &|tables, _| tables.merged_with(&incoming), &snapshots).await
    }

    /// Every record as an export should hold it: what could not be stored included, so that nothing is lost.
    pub async fn tables_to_export(self) -> Result<Tables, StorageError> {
        let mut tables = self.with_tables_now(Clone::clone);
        let changes = self.unsaved_then(&ChangeSet::new());
        if !changes.is_empty() {
            let writer = self.writer.get_value();
            let author = writer.lock().await.author(&self.device())?;
            for (key, record) in changes.apply(&tables, &author) {
                tables.put(key, record);
            }
        }
        Ok(tables)
    }

    /// Forgets every record and snapshot kept by this browser, and its preferences.
    pub async fn wipe(self) -> Result<(), StorageError> {
        let writer = self.writer.get_value();
        self.write(&mut *writer.lock().await, &|_, _| Vec::new(), &Write::wipe()).await?;
        self.tables.set(Tables::default());
        self.unsaved.set(Vec::new());
        self.unreadable.set_value(Arc::default());
        let device = self.preferences.with_untracked(|preferences| preferences.device.clone());
        self.set_preferences(|preferences| *preferences = Preferences { device, ..Preferences::default() });
        Ok(())
    }

    /// The text of a snapshot, if it is kept here.
    pub async fn snapshot(self, id: &str) -> Result<Option<String>, StorageError> {
        self.database.get_value().snapshot(id).await
    }

    /// Stored values that do not read as records.
    pub fn unreadable(self) -> Arc<Vec<Unreadable>> {
        self.unreadable.get_value()
    }

    /// This browser's preferences, followed.
    pub fn preferences(self) -> Preferences {
        self.preferences.get()
    }

    /// Changes this browser's preferences.
    pub fn set_preferences(self, change: impl FnOnce(&mut Preferences)) {
        self.preferences.update(change);
        self.preferences.with_untracked(write_preferences);
    }

    /// The label of this machine.
    pub fn device(self) -> DeviceId {
        let device = self.preferences.with_untracked(|preferences| preferences.device.clone());
        device.or_else(|| identity::new_device_id().ok()).unwrap_or_else(DeviceId::unnamed)
    }

    /// The present moment, to be named when the file prepared now has arrived.
    pub fn backup_mark(self) -> BackupMark {
        let changes = self.preferences.with_untracked(|preferences| preferences.changes_since_backup);
        BackupMark { at_ms: clock::now_ms(), changes }
    }

    /// Says that a backup file has arrived. What was changed since it was prepared is not in it.
    pub fn mark_backed_up(self, mark: BackupMark) {
        self.set_preferences(|preferences| {
            preferences.backed_up_at_ms = Some(mark.at_ms);
            preferences.changes_since_backup = preferences.changes_since_backup.saturating_sub(mark.changes);
        });
    }

    /// Writes, and counts it among what a backup does not hold yet.
    async fn store(self, writer: &mut Writer, plan: &Plan<'_>, beside: &[Write]) -> Result<(), StorageError> {
        if self.write(writer, plan, beside).await? > 0 {
            self.set_preferences(|preferences| {
                preferences.changes_since_backup = preferences.changes_since_backup.saturating_add(1);
            });
        }
        Ok(())
    }

    /// The one write: computed from what is shown, stored, and shown when the transaction is complete. When another
    /// tab wrote in between, reads again and computes anew. Returns how many records were stored.
    async fn write(self, writer: &mut Writer, plan: &Plan<'_>, beside: &[Write]) -> Result<usize, StorageError> {
        let database = self.database.get_value();
        let author = writer.author(&self.device())?;
        for _ in 0..MAX_TRIES {
            let records = self.with_tables_now(|tables| plan(tables, &author));
            let encoded = records.iter().map(|(key, record)| Write::record(key, record));
            let writes = beside.iter().cloned().map(Ok).chain(encoded).collect::<Result<Vec<_>, _>>()?;
            match database.write(writes, writer.revision).await {
                Ok(revision) => {
                    writer.revision = revision;
                    let stored = records.len();
                    self.tables.update(|tables| records.into_iter().for_each(|(key, record)| tables.put(key, record)));
                    return Ok(stored);
                }
                Err(StorageError::Moved) => {
                    let loaded = database.load().await?;
                    writer.revision = loaded.revision;
                    self.tables.set(loaded.tables);
                }
                Err(other) => return Err(other),
            }
        }
        Err(StorageError::Moved)
    }
}

/// Identities made by the program are well formed; were one not to be, it is told like any other fault.
fn unlikely(error: crate::records::InvalidId) -> StorageError {
    StorageError::Other { name: "identity".to_owned(), message: error.to_string() }
}
