//! The one way to write.

use super::alone::storing;
use super::{AppState, unlikely};
use crate::browser::{clock, identity};
use crate::exchange::restore_point::{PointId, Summary};
use crate::jobs::{Failure, Job, Reply, Workshop};
use crate::records::{Author, ChangeSet, DeviceId, Key, Record, ReplicaId, Tables};
use crate::storage::{Batch, Database, Here, Meta, News, Revision, Snapshots, StorageError, Turn, Unreadable, encode};
use leptos::prelude::*;
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::Arc;

/// How often a write starts again because another tab wrote in between, before giving up.
const MAX_TRIES: usize = 5;

/// Who writes from this page. One commit at a time holds it, in the order they were asked: this lock serves whoever
/// came first, so that of two answers given in a row the later one stays.
#[derive(Default)]
pub struct Writer {
    /// The name of its writes, and since when it serves.
    name: Option<(Revision, ReplicaId)>,
    /// A file took writes that were not stored: the revision they were computed from.
    sent: Option<Revision>,
}

impl Writer {
    /// Whoever writes in a database of which this is known. Under another name once records went back: a write's number
    /// must never serve twice. Nor one that a file took, once others wrote: it could then be of something else.
    pub(super) fn author(&mut self, device: DeviceId, meta: &Meta) -> Result<Author, StorageError> {
        if self.sent.take_if(|sent| *sent != meta.revision).is_some() {
            self.name = None;
        }
        let since = meta.names_since();
        let replica = match &self.name {
            Some((named, replica)) if *named == since => replica.clone(),
            _ => {
                let drawn = identity::new_replica_id().map_err(unlikely)?;
                self.name.insert((since, drawn)).1.clone()
            }
        };
        Ok(Author { replica, device, at_ms: clock::now_ms() })
    }
}

/// What a write puts in the records, computed from the tables as they are when it starts.
type Plan<'a> = dyn Fn(&Tables, &Author) -> Vec<(Key, Record)> + 'a;

impl AppState {
    /// Stores changes in one transaction, then shows them. On failure nothing has changed; the changes are kept
    /// aside, and go first with the next ones, or into an export.
    pub async fn commit(self, changes: ChangeSet) -> Result<(), StorageError> {
        let writer = self.writer.get_value();
        let mut writer = writer.lock().await;
        let plan = |tables: &Tables, author: &Author| self.unsaved_then(&changes).apply(tables, author);
        let outcome = self.write(&mut writer, &plan, &Snapshots::new()).await;
        match &outcome {
            Ok(()) => self.unsaved.set(Vec::new()),
            // Kept, it would fail again and keep everything that follows from being stored; or come back after a wipe.
            Err(StorageError::Unreadable { .. } | StorageError::NoWorker | StorageError::Emptied) => {}
            Err(_) => self.unsaved.update(|unsaved| unsaved.push(changes)),
        }
        outcome
    }

    /// The same, for what is shown before it is stored: an answer must show at once, and a note still be there for
    /// whoever leaves the page and comes back.
    pub async fn commit_ahead(self, changes: ChangeSet) -> Result<(), StorageError> {
        let ahead = Arc::new(changes.clone());
        self.leaving.update(|leaving| leaving.push(Arc::clone(&ahead)));
        let outcome = self.commit(changes).await;
        // Last, so that what they say never leaves the page that shows it.
        self.leaving.update(|leaving| leaving.retain(|left| !Arc::ptr_eq(left, &ahead)));
        outcome
    }

    /// Stores changes and the snapshots that they name together, or neither.
    pub async fn commit_with(self, changes: ChangeSet, named: Snapshots) -> Result<(), StorageError> {
        let writer = self.writer.get_value();
        let mut writer = writer.lock().await;
        let outcome = self.write(&mut writer, &|tables, author| changes.apply(tables, author), &named).await;
        self.look_at_space();
        outcome
    }

    /// Tries again what could not be stored.
    pub async fn retry_unsaved(self) -> Result<(), StorageError> {
        let writer = self.writer.get_value();
        let mut writer = writer.lock().await;
        let plan = |tables: &Tables, author: &Author| self.unsaved_then(&ChangeSet::new()).apply(tables, author);
        self.write(&mut writer, &plan, &Snapshots::new()).await?;
        self.unsaved.set(Vec::new());
        Ok(())
    }

    /// Whether changes wait to be stored.
    pub fn has_unsaved(self) -> bool {
        self.unsaved.with(|unsaved| !unsaved.is_empty())
    }

    /// A record with what is shown ahead and what waits to be stored, as the page of who wrote it shows it, followed.
    pub fn record_as_written(self, key: Key) -> Memo<Option<Arc<Record>>> {
        let record = self.record(key.clone());
        Memo::new(move |_| {
            let stored = record.get();
            let of_record = |set: &ChangeSet| {
                let of_record = set.changes.iter().filter(|change| *change.key() == key);
                of_record.cloned().collect::<Vec<_>>()
            };
            let unsaved = self.unsaved.with(|sets| sets.iter().flat_map(of_record).collect::<Vec<_>>());
            let leaving = self.leaving.with(|sets| sets.iter().flat_map(|set| of_record(set)).collect::<Vec<_>>());
            let changes = [unsaved, leaving].concat();
            if changes.is_empty() {
                return stored;
            }
            let mut tables = Tables::default();
            if let Some(stored) = stored {
                tables.put_shared(key.clone(), stored);
            }
            tables.as_written(&ChangeSet { changes }).shared(&key)
        })
    }

    /// Reads from every record as who wrote them sees them, without following: an act on many must not write over the one
    /// that was made just before.
    pub fn with_tables_as_written<T>(self, read: impl FnOnce(&Tables) -> T) -> T {
        let mut changes = self.unsaved_then(&ChangeSet::new());
        self.leaving.with_untracked(|sets| {
            changes.changes.extend(sets.iter().flat_map(|set| set.changes.iter().cloned()));
        });
        self.with_tables_now(
            |tables| if changes.is_empty() { read(tables) } else { read(&tables.as_written(&changes)) },
        )
    }

    /// What could not be stored, then these changes.
    pub(super) fn unsaved_then(self, changes: &ChangeSet) -> ChangeSet {
        let unsaved = self.unsaved.get_untracked();
        ChangeSet { changes: unsaved.into_iter().flat_map(|set| set.changes).chain(changes.changes.clone()).collect() }
    }

    /// The records that what could not be stored would give: an export holds them all the same.
    pub async fn unsaved_records(self) -> Result<Vec<(Key, Record)>, StorageError> {
        let changes = self.unsaved_then(&ChangeSet::new());
        if changes.is_empty() {
            return Ok(Vec::new());
        }
        let writer = self.writer.get_value();
        let meta = self.meta.get_untracked();
        let mut writer = writer.lock().await;
        let author = writer.author(self.device(), &meta)?;
        writer.sent = Some(meta.revision);
        Ok(self.with_tables_now(|tables| changes.apply(tables, &author)))
    }

    /// Records for a file that is prepared apart: what could not be stored, or all that is shown.
    pub async fn records_to_send(self, all: bool) -> Result<BTreeMap<String, String>, StorageError> {
        let mut records = texts(&self.unsaved_records().await?)?;
        if all {
            let shown = self.with_tables_now(|tables| {
                let keyed = tables
                    .iter()
                    .map(|(kind, id, record)| (Key { kind: kind.clone(), id: id.clone() }, Arc::clone(record)));
                keyed.collect::<Vec<_>>()
            });
            for (key, record) in &shown {
                records.entry(key.to_string()).or_insert(encode(record.as_ref())?);
            }
        }
        Ok(records)
    }

    /// Every record as an export should hold it: what another tab stored and what could not be stored included, so
    /// that nothing is lost.
    pub async fn tables_to_export(self) -> Result<Tables, StorageError> {
        // A browser that no longer answers, or no longer holds what is shown, must not keep it out of a file.
        if self.halt.get_untracked().is_none() {
            let _ = self.read_again().await;
        }
        let mut tables = self.with_tables_now(Clone::clone);
        for (key, record) in self.unsaved_records().await? {
            tables.put(key, record);
        }
        Ok(tables)
    }

    /// Lets a long work write in this page's place, under this page's name. Nobody else writes meanwhile; then
    /// everything is read again, and shown. What could not be stored is stored first.
    pub async fn let_write<T>(self, work: impl AsyncFnOnce(Author) -> Result<T, Failure>) -> Result<T, Failure> {
        if self.has_unsaved() {
            self.retry_unsaved().await?;
        }
        let writer = self.writer.get_value();
        let mut writer = writer.lock().await;
        let database = self.database.get_value();
        let turn = Turn::wait().await;
        // Read now that nobody else writes: another tab may have gone back or wiped just before.
        let (before, _) = database.read(&[]).await.inspect_err(|error| self.take_notice(error))?;
        if before.revision != self.revision() {
            self.follow(&database).await?;
        }
        if let Some(halt) = self.halt.get_untracked() {
            return Err(halt.into());
        }
        let known = self.points_now();
        let outcome = work(writer.author(self.device(), &before)?).await;
        // What the work did is done, whether or not it can be shown at once: the next write will read it.
        let _ = self.follow(&database).await;
        drop(turn);
        // Stored, then nothing more was heard: « nothing was changed » would be false.
        let is_silent = matches!(outcome, Err(Failure::NoWorker));
        let was_stored = is_silent && self.points_now().iter().any(|point| !known.contains(point));
        self.look_at_space();
        self.tell(&News::Wrote { revision: self.revision(), keys: None });
        if was_stored || outcome.is_ok() {
            self.changes_here.update_value(|changes| *changes = changes.saturating_add(1));
            self.note_that_something_is_kept();
        }
        if was_stored { Err(StorageError::Unconfirmed.into()) } else { outcome }
    }

    fn points_now(self) -> Vec<PointId> {
        self.meta.with_untracked(|meta| meta.points.iter().map(|point| point.moment.id.clone()).collect())
    }

    /// Forgets a restore point, and the places that only it named.
    pub async fn forget_point(self, point: &PointId) -> Result<(), StorageError> {
        let writer = self.writer.get_value();
        let _writer = writer.lock().await;
        self.in_turn(async |database| {
            let meta = self.meta.get_untracked();
            let (points, unreadable) = (&meta.points, &self.unreadable.get_untracked());
            let (writes, left) =
                self.with_tables_now(|tables| Batch::forget_point(Here { tables, points, unreadable }, point))?;
            let revision = database.write(writes, meta.revision).await?;
            self.meta.update(|meta| {
                meta.revision = revision;
                meta.points = left;
            });
            self.tell(&News::Wrote { revision, keys: None });
            Ok(())
        })
        .await
    }

    fn may_write(self) -> Result<(), StorageError> {
        self.halt.get_untracked().map_or(Ok(()), Err)
    }

    /// Runs a write in this tab's turn. When another tab wrote in between, reads again and runs it anew.
    async fn in_turn(
        self,
        mut attempt: impl AsyncFnMut(&Database) -> Result<(), StorageError>,
    ) -> Result<(), StorageError> {
        self.may_write()?;
        let database = self.database.get_value();
        let _turn = Turn::wait().await;
        for _ in 0..MAX_TRIES {
            match attempt(&database).await {
                Err(StorageError::Moved) => {
                    self.follow(&database).await?;
                    self.may_write()?;
                }
                outcome => return outcome.inspect_err(|error| self.take_notice(error)),
            }
        }
        Err(StorageError::Moved)
    }

    /// The one write: computed from what is shown, stored, and shown when the transaction is complete. A snapshot that
    /// nothing names any more goes.
    async fn write(self, writer: &mut Writer, plan: &Plan<'_>, named: &Snapshots) -> Result<(), StorageError> {
        self.in_turn(async |database| {
            let meta = self.meta.get_untracked();
            let author = writer.author(self.device(), &meta)?;
            let unreadable = self.unreadable.get_untracked();
            let records = self.with_tables_now(|tables| plan(tables, &author));
            let batch = Batch { put: records, snapshots: named.clone(), ..Batch::default() };
            if batch.is_empty() {
                return Ok(());
            }
            let (revision, points) = self.store(database, &batch, &meta, &unreadable).await?;
            let news = News::wrote(revision, batch.put.iter().map(|(key, _)| key));
            self.meta.update(|meta| {
                meta.revision = revision;
                meta.points = points;
            });
            self.tables.update(|tables| batch.put.into_iter().for_each(|(key, record)| tables.put(key, record)));
            self.changes_here.update_value(|changes| *changes = changes.saturating_add(1));
            self.note_that_something_is_kept();
            self.tell(&news);
            Ok(())
        })
        .await
    }

    /// Stores a batch: here, or in the worker when it erases, since the restore points must be written again.
    async fn store(
        self,
        database: &Database,
        batch: &Batch,
        meta: &Meta,
        unreadable: &[Unreadable],
    ) -> Result<(Revision, Vec<Summary>), StorageError> {
        let points = &meta.points;
        if self.with_tables_now(|tables| batch.erases(tables)) {
            // The worker knows no database but the one it finds: it must be this one.
            database.read(&[]).await?;
            return match store_apart(batch, meta.revision).await {
                // Done here then, however long it takes: an erasure is owed.
                Err(StorageError::NoWorker) => {
                    let loaded = database.load().await?;
                    let is_still = loaded.meta.revision == meta.revision;
                    if !is_still {
                        return Err(StorageError::Moved);
                    }
                    let store = storing().await?;
                    store(database, &loaded, batch).await
                }
                outcome => outcome,
            };
        }
        let writes = self.with_tables_now(|tables| batch.prepare(Here { tables, points, unreadable }))?;
        Ok((database.write(writes, meta.revision).await?, points.clone()))
    }
}

async fn store_apart(batch: &Batch, expected: Revision) -> Result<(Revision, Vec<Summary>), StorageError> {
    let job = Job::Store { records: texts(&batch.put)?, expected };
    match Workshop::open().run(&job, &[], &|_| ()).await.0 {
        Reply::Stored { revision, points } => Ok((revision, points)),
        Reply::Failed(Failure::Storage(error)) => Err(error),
        _ => Err(StorageError::NoWorker),
    }
}

/// Records, as they travel.
pub fn texts<'a, R>(records: impl IntoIterator<Item = &'a (Key, R)>) -> Result<BTreeMap<String, String>, StorageError>
where
    R: Serialize + 'a,
{
    records.into_iter().map(|(key, record)| Ok((key.to_string(), encode(record)?))).collect()
}
