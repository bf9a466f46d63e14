//! A write under way: it checks the revision, then puts slice after slice, each from the success of the last.

use super::database::BackupMark;
use super::error::StorageError;
use super::reading::Unreadable;
use super::schema;
use crate::browser::identity;
use crate::exchange::file;
use crate::records::{Key, Record};
use js_sys::{Function, Uint8Array};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::cell::{Cell, OnceCell, RefCell};
use std::collections::VecDeque;
use std::sync::Arc;
use wasm_bindgen::JsValue;
use web_sys::{IdbRequest, IdbTransaction};

/// Puts of one transaction go in slices, so that the page breathes during a large import.
const SLICE: usize = 500;

/// How many times the database was written. Every write names the one it was computed from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Revision(pub u64);

impl Revision {
    /// The one that follows.
    pub fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }
}

/// One act on one store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Write {
    Put {
        store: &'static str,
        key: String,
        value: String,
    },
    /// A snapshot, under its sha256: its text may be long.
    Keep {
        id: String,
        text: Arc<String>,
    },
    Remove {
        store: &'static str,
        key: String,
    },
    Clear {
        store: &'static str,
    },
}

impl Write {
    /// Stores a record.
    pub fn record(key: &Key, record: &Record) -> Result<Self, StorageError> {
        Ok(Self::Put { store: schema::RECORDS, key: key.to_string(), value: encode(record)? })
    }

    /// Stores what does not read as a record, as it is.
    pub fn unreadable(unreadable: &Unreadable) -> Self {
        Self::Put { store: schema::RECORDS, key: unreadable.key.clone(), value: unreadable.text.clone() }
    }

    /// Takes a record away as if it had never been here: the rollback of an import.
    pub fn forget_record(key: &Key) -> Self {
        Self::Remove { store: schema::RECORDS, key: key.to_string() }
    }

    /// Stores a snapshot's text under its sha256.
    pub fn snapshot(id: &str, text: impl Into<Arc<String>>) -> Self {
        Self::Keep { id: id.to_owned(), text: text.into() }
    }

    /// Removes a snapshot.
    pub fn drop_snapshot(id: &str) -> Self {
        Self::Remove { store: schema::SNAPSHOTS, key: id.to_owned() }
    }

    /// Stores a restore point.
    pub fn point(id: &str, text: String) -> Self {
        Self::Put { store: schema::RESTORE_POINTS, key: id.to_owned(), value: text }
    }

    /// Removes a restore point.
    pub fn drop_point(id: &str) -> Self {
        Self::Remove { store: schema::RESTORE_POINTS, key: id.to_owned() }
    }

    /// Stores a value about the database itself.
    pub fn meta(key: &str, value: &impl Serialize) -> Result<Self, StorageError> {
        Ok(Self::Put { store: schema::META, key: key.to_owned(), value: encode(value)? })
    }

    /// Forgets every record, every snapshot and every restore point of a database at this revision. Nothing is at risk
    /// afterwards.
    pub fn wipe(before: Revision) -> Result<Vec<Self>, StorageError> {
        let stores = [schema::RECORDS, schema::SNAPSHOTS, schema::RESTORE_POINTS];
        let mut writes: Vec<Self> = stores.map(|store| Self::Clear { store }).into();
        for key in [schema::POINTS, schema::HANDED_OVER] {
            writes.push(Self::Remove { store: schema::META, key: key.to_owned() });
        }
        let revision = before.next();
        writes.push(Self::meta(schema::BACKUP, &BackupMark { revision, at_ms: None })?);
        writes.push(Self::meta(schema::WIPED, &revision)?);
        Ok(writes)
    }
}

/// A value as it is stored.
pub fn encode(value: &impl Serialize) -> Result<String, StorageError> {
    serde_json::to_string(value).map_err(|error| StorageError::unlikely("encoding", error))
}

/// Why a write stopped by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stop {
    Moved,
    Newer,
}

/// The random name of a database.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DatabaseName(String);

impl DatabaseName {
    fn draw() -> Self {
        Self(identity::random_name())
    }
}

/// What a write expects to find.
#[derive(Clone, Debug)]
pub struct Expected {
    pub revision: Revision,
    /// The name of the database, once it is known.
    pub name: Option<DatabaseName>,
}

/// A write under way.
pub struct Job {
    transaction: IdbTransaction,
    version: IdbRequest,
    revision: IdbRequest,
    name: IdbRequest,
    expected: Expected,
    /// The name that a new database gets.
    new_name: DatabaseName,
    left: RefCell<VecDeque<Write>>,
    checked: Cell<bool>,
    stop: Cell<Option<Stop>>,
    failure: Cell<Option<StorageError>>,
    next: OnceCell<Function>,
}

impl Job {
    pub fn new(transaction: IdbTransaction, writes: Vec<Write>, expected: Expected) -> Result<Self, StorageError> {
        let meta = transaction.object_store(schema::META)?;
        let version = meta.get(&JsValue::from_str(schema::DATA_VERSION))?;
        let name = meta.get(&JsValue::from_str(schema::NAME))?;
        let revision = meta.get(&JsValue::from_str(schema::REVISION))?;
        Ok(Self {
            transaction,
            version,
            revision,
            name,
            expected,
            new_name: DatabaseName::draw(),
            left: RefCell::new(writes.into()),
            checked: Cell::new(false),
            stop: Cell::default(),
            failure: Cell::default(),
            next: OnceCell::new(),
        })
    }

    /// Starts; `step` calls [`Self::step`].
    pub fn start(&self, step: Function) {
        self.revision.set_onsuccess(Some(&step));
        let _ = self.next.set(step);
    }

    pub fn step(&self) {
        if !self.checked.replace(true) {
            self.stop.set(self.must_stop());
        }
        if self.stop.get().is_some() {
            let _ = self.transaction.abort();
        } else if let Err(error) = self.put_slice() {
            self.failure.set(Some(error));
            let _ = self.transaction.abort();
        }
    }

    /// What came of it, once the transaction is over: the revision, and the database's name.
    pub fn finish(&self, outcome: Result<(), StorageError>) -> Result<(Revision, DatabaseName), StorageError> {
        match (outcome, self.stop.get()) {
            (Ok(()), _) => Ok((self.expected.revision.next(), self.named().unwrap_or_else(|| self.new_name.clone()))),
            (Err(_), Some(Stop::Moved)) => Err(StorageError::Moved),
            (Err(_), Some(Stop::Newer)) => Err(StorageError::Superseded),
            (Err(cause), None) => Err(self.failure.take().unwrap_or(cause)),
        }
    }

    fn must_stop(&self) -> Option<Stop> {
        if parsed(&self.version).is_some_and(|version: u64| version > u64::from(file::VERSION)) {
            return Some(Stop::Newer);
        }
        let is_another = self.expected.name.is_some() && self.expected.name != self.named();
        (is_another || read_revision(&self.revision) != self.expected.revision).then_some(Stop::Moved)
    }

    fn named(&self) -> Option<DatabaseName> {
        parsed(&self.name)
    }

    fn put_slice(&self) -> Result<(), StorageError> {
        let mut left = self.left.borrow_mut();
        let mut last = None;
        for _ in 0..SLICE {
            let Some(write) = left.pop_front() else { break };
            last = Some(ask(&self.transaction, write)?);
        }
        match (left.is_empty(), last) {
            (false, Some(last)) => last.set_onsuccess(self.next.get()),
            _ => self.put_marks()?,
        }
        Ok(())
    }

    /// The last puts: the revision, the version that these records have, the name of a new database.
    fn put_marks(&self) -> Result<(), StorageError> {
        if self.named().is_none() {
            ask(&self.transaction, Write::meta(schema::NAME, &self.new_name)?)?;
        }
        ask(&self.transaction, Write::meta(schema::DATA_VERSION, &file::VERSION)?)?;
        ask(&self.transaction, Write::meta(schema::REVISION, &self.expected.revision.next())?)?;
        Ok(())
    }
}

/// Asks for one write of a transaction.
pub fn ask(transaction: &IdbTransaction, write: Write) -> Result<IdbRequest, StorageError> {
    let open = |store| transaction.object_store(store);
    Ok(match write {
        Write::Put { store, key, value } => {
            open(store)?.put_with_key(&JsValue::from_str(&value), &JsValue::from_str(&key))?
        }
        Write::Keep { id, text } => {
            open(schema::SNAPSHOTS)?.put_with_key(&Uint8Array::from(text.as_bytes()), &JsValue::from_str(&id))?
        }
        Write::Remove { store, key } => open(store)?.delete(&JsValue::from_str(&key))?,
        Write::Clear { store } => open(store)?.clear()?,
    })
}

/// The value that a request brought.
pub fn parsed<T: DeserializeOwned>(request: &IdbRequest) -> Option<T> {
    let text = request.result().ok()?.as_string()?;
    serde_json::from_str(&text).ok()
}

/// The revision that a request brought.
pub fn read_revision(request: &IdbRequest) -> Revision {
    parsed(request).unwrap_or_default()
}
