//! The database: values are JSON text, encoded before a transaction opens; nothing else is awaited inside one; success
//! is the transaction's `complete` event, never a request's.

use super::error::StorageError;
use super::schema;
use crate::records::{Key, Kind, Record, RecordId, Tables};
use js_sys::{Array, Function, Promise};
use std::cell::{Cell, OnceCell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DomException, Event, IdbDatabase, IdbFactory, IdbOpenDbRequest, IdbRequest, IdbTransaction, IdbTransactionMode,
};

/// Puts of one transaction go in slices, so that the page breathes during a large import.
const SLICE: usize = 500;

/// How many times the database was written. Every write names the one it was computed from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Revision(u64);

/// One act on one store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Write {
    Put { store: &'static str, key: String, value: String },
    Remove { store: &'static str, key: String },
    Clear { store: &'static str },
}

impl Write {
    /// Stores a record.
    pub fn record(key: &Key, record: &Record) -> Result<Self, StorageError> {
        let value = serde_json::to_string(record)
            .map_err(|error| StorageError::Other { name: "encoding".to_owned(), message: error.to_string() })?;
        Ok(Self::Put { store: schema::RECORDS, key: key.to_string(), value })
    }

    /// Stores a snapshot's text under its sha256.
    pub fn snapshot(id: &str, text: String) -> Self {
        Self::Put { store: schema::SNAPSHOTS, key: id.to_owned(), value: text }
    }

    /// Removes a snapshot.
    pub fn drop_snapshot(id: &str) -> Self {
        Self::Remove { store: schema::SNAPSHOTS, key: id.to_owned() }
    }

    /// Forgets every record and every snapshot.
    pub fn wipe() -> Vec<Self> {
        vec![Self::Clear { store: schema::RECORDS }, Self::Clear { store: schema::SNAPSHOTS }]
    }
}

/// A stored value that does not read as a record: left where it is, shown, and exported raw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    pub key: String,
    pub text: String,
}

/// Everything read at the start.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    pub tables: Tables,
    pub unreadable: Vec<Unreadable>,
    pub revision: Revision,
}

/// An open database.
#[derive(Clone, Debug)]
pub struct Database {
    idb: IdbDatabase,
}

impl Database {
    /// Opens the database of this site, making its stores the first time.
    pub async fn open() -> Result<Self, StorageError> {
        let request = factory()?.open_with_u32(schema::DATABASE, schema::VERSION)?;
        let upgrade = {
            let request = request.clone();
            Closure::<dyn Fn()>::new(move || {
                if let Ok(idb) = request.result().and_then(JsCast::dyn_into::<IdbDatabase>) {
                    for store in schema::STORES {
                        // A store that exists already is the one case of failure, and is what is wanted.
                        let _ = idb.create_object_store(store);
                    }
                }
            })
        };
        request.set_onupgradeneeded(Some(upgrade.as_ref().unchecked_ref()));
        let idb: IdbDatabase = opened(&request).await?.unchecked_into();
        request.set_onupgradeneeded(None);
        // Another tab needs a newer version: let it through rather than block it.
        let give_way = Closure::<dyn Fn(Event)>::new(|event: Event| {
            if let Some(idb) = event.target().and_then(|target| target.dyn_into::<IdbDatabase>().ok()) {
                idb.close();
            }
        });
        idb.set_onversionchange(Some(give_way.as_ref().unchecked_ref()));
        give_way.forget();
        Ok(Self { idb })
    }

    /// Reads every record and the revision they are at.
    pub async fn load(&self) -> Result<Loaded, StorageError> {
        let transaction = self.idb.transaction_with_str_sequence(&store_names(&[schema::RECORDS, schema::META]))?;
        let records = transaction.object_store(schema::RECORDS)?;
        let keys = records.get_all_keys()?;
        let values = records.get_all()?;
        let revision = transaction.object_store(schema::META)?.get(&JsValue::from_str(schema::REVISION))?;
        completed(&transaction).await?;
        let mut loaded = Loaded { revision: read_revision(&revision), ..Loaded::default() };
        let values = Array::from(&values.result()?);
        for (key, value) in Array::from(&keys.result()?).iter().zip(values.iter()) {
            let key = key.as_string().unwrap_or_default();
            let text = value.as_string().unwrap_or_default();
            match (parse_key(&key), serde_json::from_str::<Record>(&text)) {
                (Some(key), Ok(record)) => loaded.tables.put(key, record),
                _ => loaded.unreadable.push(Unreadable { key, text }),
            }
        }
        Ok(loaded)
    }

    /// The text of a snapshot, if it is kept here.
    pub async fn snapshot(&self, id: &str) -> Result<Option<String>, StorageError> {
        let transaction = self.idb.transaction_with_str(schema::SNAPSHOTS)?;
        let request = transaction.object_store(schema::SNAPSHOTS)?.get(&JsValue::from_str(id))?;
        completed(&transaction).await?;
        Ok(request.result()?.as_string())
    }

    /// Stores everything in one transaction, or nothing. Fails with [`StorageError::Moved`] when another tab has
    /// written since `expected`.
    pub async fn write(&self, writes: Vec<Write>, expected: Revision) -> Result<Revision, StorageError> {
        let transaction = self.read_write()?;
        let job = Rc::new(Job::new(transaction.clone(), writes, expected)?);
        let step = {
            let job = Rc::clone(&job);
            Closure::<dyn Fn()>::new(move || job.step())
        };
        job.start(step.as_ref().unchecked_ref::<Function>().clone());
        match completed(&transaction).await {
            Ok(()) => Ok(Revision(expected.0 + 1)),
            Err(_) if job.moved.get() => Err(StorageError::Moved),
            Err(cause) => Err(job.failure.take().unwrap_or(cause)),
        }
    }

    fn read_write(&self) -> Result<IdbTransaction, StorageError> {
        let mode = IdbTransactionMode::Readwrite;
        Ok(self.idb.transaction_with_str_sequence_and_mode(&store_names(&schema::STORES), mode)?)
    }
}

/// A write under way: it checks the revision, then puts slice after slice, each from the success of the last.
struct Job {
    transaction: IdbTransaction,
    revision: IdbRequest,
    expected: Revision,
    left: RefCell<VecDeque<Write>>,
    checked: Cell<bool>,
    moved: Cell<bool>,
    failure: Cell<Option<StorageError>>,
    next: OnceCell<Function>,
}

impl Job {
    fn new(transaction: IdbTransaction, writes: Vec<Write>, expected: Revision) -> Result<Self, StorageError> {
        let revision = transaction.object_store(schema::META)?.get(&JsValue::from_str(schema::REVISION))?;
        Ok(Self {
            transaction,
            revision,
            expected,
            left: RefCell::new(writes.into()),
            checked: Cell::new(false),
            moved: Cell::new(false),
            failure: Cell::new(None),
            next: OnceCell::new(),
        })
    }

    fn start(&self, step: Function) {
        self.revision.set_onsuccess(Some(&step));
        let _ = self.next.set(step);
    }

    fn step(&self) {
        if !self.checked.replace(true) && read_revision(&self.revision) != self.expected {
            self.moved.set(true);
            let _ = self.transaction.abort();
            return;
        }
        if let Err(error) = self.put_slice() {
            self.failure.set(Some(error));
            let _ = self.transaction.abort();
        }
    }

    fn put_slice(&self) -> Result<(), StorageError> {
        let mut left = self.left.borrow_mut();
        let mut last = None;
        for _ in 0..SLICE {
            let Some(write) = left.pop_front() else { break };
            let open = |store| self.transaction.object_store(store);
            last = Some(match write {
                Write::Put { store, key, value } => {
                    open(store)?.put_with_key(&JsValue::from_str(&value), &JsValue::from_str(&key))?
                }
                Write::Remove { store, key } => open(store)?.delete(&JsValue::from_str(&key))?,
                Write::Clear { store } => open(store)?.clear()?,
            });
        }
        match (left.is_empty(), last) {
            (false, Some(last)) => last.set_onsuccess(self.next.get()),
            _ => put_revision(&self.transaction, Revision(self.expected.0 + 1))?,
        }
        Ok(())
    }
}

fn factory() -> Result<IdbFactory, StorageError> {
    let window = web_sys::window().ok_or(StorageError::Refused)?;
    window.indexed_db().ok().flatten().ok_or(StorageError::Refused)
}

fn store_names(names: &[&str]) -> JsValue {
    names.iter().map(|name| JsValue::from_str(name)).collect::<Array>().into()
}

fn parse_key(text: &str) -> Option<Key> {
    let (kind, id) = text.split_once('/')?;
    Some(Key { kind: Kind::new(kind).ok()?, id: RecordId::new(id).ok()? })
}

fn read_revision(request: &IdbRequest) -> Revision {
    let text = request.result().ok().and_then(|value| value.as_string());
    Revision(text.and_then(|text| text.parse().ok()).unwrap_or(0))
}

fn put_revision(transaction: &IdbTransaction, revision: Revision) -> Result<(), StorageError> {
    let meta = transaction.object_store(schema::META)?;
    meta.put_with_key(&JsValue::from_str(&revision.0.to_string()), &JsValue::from_str(schema::REVISION))?;
    Ok(())
}

/// Waits for the transaction to be durable, or for the reason why it is not.
async fn completed(transaction: &IdbTransaction) -> Result<(), StorageError> {
    let mut handlers = None;
    let promise = Promise::new(&mut |resolve, reject| {
        let complete = Closure::once(move || drop(resolve.call0(&JsValue::NULL)));
        let abort = Closure::once(move || drop(reject.call0(&JsValue::NULL)));
        transaction.set_oncomplete(Some(complete.as_ref().unchecked_ref()));
        transaction.set_onabort(Some(abort.as_ref().unchecked_ref()));
        handlers = Some((complete, abort));
    });
    let outcome = JsFuture::from(promise).await;
    transaction.set_oncomplete(None);
    transaction.set_onabort(None);
    drop(handlers);
    outcome.map(drop).map_err(|_| StorageError::from_exception(transaction.error()))
}

/// Waits for an opening to succeed, to fail, or to be blocked by another tab: a blocked opening never settles by itself.
async fn opened(request: &IdbOpenDbRequest) -> Result<JsValue, StorageError> {
    let mut handlers = None;
    let blocked_mark = JsValue::from_str("blocked");
    let promise = Promise::new(&mut |resolve, reject| {
        let success = Closure::once(move || drop(resolve.call0(&JsValue::NULL)));
        let failed = reject.clone();
        let error = Closure::once(move || drop(failed.call0(&JsValue::NULL)));
        let mark = blocked_mark.clone();
        let blocked = Closure::once(move || drop(reject.call1(&JsValue::NULL, &mark)));
        request.set_onsuccess(Some(success.as_ref().unchecked_ref()));
        request.set_onerror(Some(error.as_ref().unchecked_ref()));
        request.set_onblocked(Some(blocked.as_ref().unchecked_ref()));
        handlers = Some((success, error, blocked));
    });
    let outcome = JsFuture::from(promise).await;
    request.set_onsuccess(None);
    request.set_onerror(None);
    request.set_onblocked(None);
    drop(handlers);
    match outcome {
        Ok(_) => Ok(request.result()?),
        Err(mark) if mark == blocked_mark => Err(StorageError::Blocked),
        Err(_) => {
            let exception = request.error().ok().flatten().and_then(|error| error.dyn_into::<DomException>().ok());
            Err(match StorageError::from_exception(exception) {
                StorageError::Closed => StorageError::Refused,
                other => other,
            })
        }
    }
}
