//! The database: values are JSON text, encoded before a transaction opens, and snapshots the bytes of theirs; nothing else is awaited inside one; success
//! is the transaction's `complete` event, never a request's.

use super::batch::{Batch, Here};
use super::connection::{Connection, completed};
use super::error::StorageError;
use super::reading::{Reading, Unreadable};
use super::schema;
use super::writing::{DatabaseName, Expected, Job, Revision, Write, ask, parsed, read_revision};
use crate::exchange::restore_point::Summary;
use crate::records::{Key, Record, Tables};
use js_sys::{Array, Function, Uint8Array};
use serde::{Deserialize, Serialize};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbObjectStore, IdbRequest, IdbTransactionMode};

/// The last backup file known to have arrived.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BackupMark {
    /// What it holds.
    pub revision: Revision,
    /// When it was prepared (milliseconds since 1970); none where no file ever was.
    pub at_ms: Option<i64>,
}

/// What the database says of itself.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Meta {
    /// The database's own name; none before its first write.
    pub name: Option<DatabaseName>,
    pub revision: Revision,
    pub backup: BackupMark,
    /// What the last file handed over holds, whether it arrived or not.
    pub handed_over: Revision,
    /// What is shown of each restore point, the newest last.
    pub points: Vec<Summary>,
    /// The last return to former records.
    pub went_back: Revision,
    /// The last wipe.
    pub wiped: Revision,
}

impl Meta {
    /// Since when a name given to writes may serve: records went back then, or away, and numbers with them.
    pub fn names_since(&self) -> Revision {
        self.went_back.max(self.wiped)
    }
}

/// Everything read at the start.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    pub tables: Tables,
    pub unreadable: Vec<Unreadable>,
    pub meta: Meta,
    /// The version that the stored records have.
    pub version: u32,
    /// A record could not be brought to the present version: nothing may be written.
    pub stuck: bool,
}

/// Some records as they are stored: none where a key holds no record that reads.
pub type Rows = Vec<(Key, Option<Record>)>;

/// An open database.
#[derive(Clone, Debug)]
pub struct Database {
    connection: Connection,
    /// The name of the database that was read first: another one in its place means that the first was lost.
    known: Rc<RefCell<Option<DatabaseName>>>,
}

impl Database {
    /// Opens the database of this site, making its stores the first time.
    pub async fn open() -> Result<Self, StorageError> {
        Ok(Self { connection: Connection::open().await?, known: Rc::default() })
    }

    /// Does a work that makes ours whichever database is there; when it fails, another one stays another one.
    pub async fn take_over<T>(&self, work: impl AsyncFnOnce() -> Result<T, StorageError>) -> Result<T, StorageError> {
        let former = self.known.take();
        let outcome = work().await;
        if outcome.is_err() {
            self.known.replace(former);
        }
        outcome
    }

    /// Whether this is still the database that was read first.
    fn recognise(&self, meta: Meta) -> Result<Meta, StorageError> {
        let mut known = self.known.borrow_mut();
        match known.as_ref() {
            Some(name) if meta.name.as_ref() != Some(name) => {
                // Whoever wiped the other one wanted nothing left in this browser.
                let is_wiped = meta.wiped != Revision::default();
                Err(if is_wiped { StorageError::Emptied } else { StorageError::Lost })
            }
            Some(_) => Ok(meta),
            None => {
                known.clone_from(&meta.name);
                Ok(meta)
            }
        }
    }

    /// Reads every record and the revision they are at. Fails with [`StorageError::Lost`] or [`StorageError::Emptied`]
    /// when another database has taken the place of the one that was read first.
    pub async fn load(&self) -> Result<Loaded, StorageError> {
        let stores = [schema::RECORDS, schema::META];
        let transaction = self.connection.begin(&stores, IdbTransactionMode::Readonly).await?;
        let reading = Rc::new(Reading::new(&transaction)?);
        let meta = MetaRequests::new(&transaction.object_store(schema::META)?)?;
        let step = {
            let reading = Rc::clone(&reading);
            Closure::<dyn Fn()>::new(move || reading.step())
        };
        reading.start(step.as_ref().unchecked_ref::<Function>().clone());
        let found = reading.finish(completed(&transaction).await)?;
        Ok(Loaded {
            tables: found.tables,
            unreadable: found.unreadable,
            meta: self.recognise(meta.read())?,
            version: reading.version(),
            stuck: found.stuck,
        })
    }

    /// Some records, and what the database says of itself at the same moment.
    pub async fn read(&self, keys: &[String]) -> Result<(Meta, Rows), StorageError> {
        let stores = [schema::RECORDS, schema::META];
        let transaction = self.connection.begin(&stores, IdbTransactionMode::Readonly).await?;
        let meta = MetaRequests::new(&transaction.object_store(schema::META)?)?;
        let records = transaction.object_store(schema::RECORDS)?;
        let asked = keys.iter().map(|key| Ok((key, records.get(&JsValue::from_str(key))?)));
        let asked = asked.collect::<Result<Vec<_>, StorageError>>()?;
        completed(&transaction).await?;
        let found = asked.into_iter().filter_map(|(key, request)| Some((Key::parse(key)?, parsed(&request))));
        Ok((self.recognise(meta.read())?, found.collect()))
    }

    /// The text of a snapshot, if it is kept here.
    pub async fn snapshot(&self, id: &str) -> Result<Option<String>, StorageError> {
        let kept = self.value(schema::SNAPSHOTS, id).await?;
        // Former versions of the program kept the text itself.
        let bytes = kept.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec);
        Ok(bytes.map_or_else(|| kept.as_string(), |bytes| String::from_utf8(bytes).ok()))
    }

    /// The text of a restore point, if it is kept here.
    pub async fn point(&self, id: &str) -> Result<Option<String>, StorageError> {
        Ok(self.value(schema::RESTORE_POINTS, id).await?.as_string())
    }

    /// The names of every restore point kept here, listed or not.
    async fn point_names(&self) -> Result<Vec<String>, StorageError> {
        let transaction = self.connection.begin(&[schema::RESTORE_POINTS], IdbTransactionMode::Readonly).await?;
        let request = transaction.object_store(schema::RESTORE_POINTS)?.get_all_keys()?;
        completed(&transaction).await?;
        Ok(Array::from(&request.result()?).iter().filter_map(|name| name.as_string()).collect())
    }

    /// The texts of restore points, by their identity.
    async fn point_texts(&self, points: &[Summary]) -> Result<BTreeMap<String, String>, StorageError> {
        let mut texts = BTreeMap::new();
        for point in points {
            let id = point.moment.id.to_string();
            if let Some(text) = self.point(&id).await? {
                texts.insert(id, text);
            }
        }
        Ok(texts)
    }

    /// Stores a batch computed from what was loaded, unless somebody wrote since; gives the restore points there are now.
    pub async fn store(&self, loaded: &Loaded, batch: &Batch) -> Result<(Revision, Vec<Summary>), StorageError> {
        let points = &loaded.meta.points;
        let erases = batch.erases(&loaded.tables);
        let texts = if erases { self.point_texts(points).await? } else { BTreeMap::new() };
        let here = Here { tables: &loaded.tables, points, unreadable: &loaded.unreadable };
        let (writes, points) = batch.prepare_with_points(here, &texts)?;
        match self.write_with_points(writes, &points, loaded, batch).await {
            // Written again without whom is erased, the points would not fit: they go, an erasure is owed.
            Err(StorageError::Quota) if erases && !points.is_empty() => {
                let (writes, points) = batch.prepare_with_points(here, &batch.texts_left_as_they_are(here, texts))?;
                let revision = self.write_with_points(writes, &points, loaded, batch).await?;
                Ok((revision, points))
            }
            outcome => Ok((outcome?, points)),
        }
    }

    async fn write_with_points(
        &self,
        mut writes: Vec<Write>,
        points: &[Summary],
        loaded: &Loaded,
        batch: &Batch,
    ) -> Result<Revision, StorageError> {
        if batch.erases(&loaded.tables) {
            // A point that the list lost may hold what must be erased: nothing could give it back any more.
            let is_listed = |name: &String| points.iter().any(|point| point.moment.id.to_string() == *name);
            let lost = self.point_names().await?.into_iter().filter(|name| !is_listed(name));
            writes.extend(lost.map(|name| Write::drop_point(&name)));
        }
        if batch.goes_back {
            writes.push(Write::meta(schema::WENT_BACK, &loaded.meta.revision.next())?);
        }
        self.write(writes, loaded.meta.revision).await
    }

    /// Stores everything in one transaction, or nothing. Fails with [`StorageError::Moved`] when another tab has
    /// written since this revision, and with [`StorageError::Superseded`] when a newer version of the program has.
    pub async fn write(&self, writes: Vec<Write>, revision: Revision) -> Result<Revision, StorageError> {
        let expected = Expected { revision, name: self.known.borrow().clone() };
        let transaction = self.connection.begin(&schema::STORES, IdbTransactionMode::Readwrite).await?;
        let job = Rc::new(Job::new(transaction.clone(), writes, expected)?);
        let step = {
            let job = Rc::clone(&job);
            Closure::<dyn Fn()>::new(move || job.step())
        };
        job.start(step.as_ref().unchecked_ref::<Function>().clone());
        let (revision, name) = job.finish(completed(&transaction).await)?;
        self.known.replace(Some(name));
        Ok(revision)
    }

    /// Notes the last backup known to have arrived: no change of what the database holds.
    pub async fn note_backup(&self, mark: BackupMark) -> Result<(), StorageError> {
        // Of this database, not of one that took its place.
        self.read(&[]).await?;
        self.note(schema::BACKUP, &mark).await
    }

    /// Notes that a file holding this revision was handed over; never an older one than is noted.
    pub async fn note_handed_over(&self, revision: Revision) -> Result<(), StorageError> {
        let (meta, _) = self.read(&[]).await?;
        if meta.handed_over >= revision { Ok(()) } else { self.note(schema::HANDED_OVER, &revision).await }
    }

    /// Writes something that means nothing: refused where the browser only lets read.
    pub async fn try_writing(&self) -> Result<(), StorageError> {
        self.note(schema::PROBE, &true).await
    }

    async fn note(&self, key: &str, value: &impl Serialize) -> Result<(), StorageError> {
        let write = Write::meta(key, value)?;
        let transaction = self.connection.begin(&[schema::META], IdbTransactionMode::Readwrite).await?;
        ask(&transaction, write)?;
        completed(&transaction).await
    }

    async fn value(&self, store: &'static str, key: &str) -> Result<JsValue, StorageError> {
        let transaction = self.connection.begin(&[store], IdbTransactionMode::Readonly).await?;
        let request = transaction.object_store(store)?.get(&JsValue::from_str(key))?;
        completed(&transaction).await?;
        Ok(request.result()?)
    }
}

/// What the database says of itself, asked for in one transaction.
struct MetaRequests {
    name: IdbRequest,
    revision: IdbRequest,
    backup: IdbRequest,
    handed_over: IdbRequest,
    points: IdbRequest,
    went_back: IdbRequest,
    wiped: IdbRequest,
}

impl MetaRequests {
    fn new(meta: &IdbObjectStore) -> Result<Self, StorageError> {
        let get = |key: &str| meta.get(&JsValue::from_str(key));
        Ok(Self {
            name: get(schema::NAME)?,
            revision: get(schema::REVISION)?,
            backup: get(schema::BACKUP)?,
            handed_over: get(schema::HANDED_OVER)?,
            points: get(schema::POINTS)?,
            went_back: get(schema::WENT_BACK)?,
            wiped: get(schema::WIPED)?,
        })
    }

    /// Once the transaction is over.
    fn read(&self) -> Meta {
        Meta {
            name: parsed(&self.name),
            revision: read_revision(&self.revision),
            backup: parsed(&self.backup).unwrap_or_default(),
            handed_over: parsed(&self.handed_over).unwrap_or_default(),
            points: parsed(&self.points).unwrap_or_default(),
            went_back: read_revision(&self.went_back),
            wiped: read_revision(&self.wiped),
        }
    }
}
