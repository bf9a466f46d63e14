//! Reading every record in slices, each in its own turn: the page breathes, and the whole stays one transaction.

use super::error::StorageError;
use super::schema;
use crate::exchange::migration::{self, MigrationError};
use crate::records::{Key, Tables};
use js_sys::{Array, Function};
use std::cell::{Cell, OnceCell, RefCell};
use wasm_bindgen::JsValue;
use web_sys::{IdbKeyRange, IdbObjectStore, IdbRequest, IdbTransaction};

/// Records read in one turn: a few milliseconds on an old laptop.
const SLICE: u32 = 500;

/// A stored value that does not read as a record: left where it is, shown, and exported raw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    pub key: String,
    pub text: String,
}

/// What a reading has found so far.
#[derive(Debug, Default)]
pub struct Found {
    pub tables: Tables,
    pub unreadable: Vec<Unreadable>,
    /// A record could not be brought to the present version.
    pub stuck: bool,
}

/// A reading under way. Its steps run from the browser's own events.
pub struct Reading {
    transaction: IdbTransaction,
    records: IdbObjectStore,
    keys: RefCell<Option<IdbRequest>>,
    values: RefCell<Option<IdbRequest>>,
    /// The version of the records, read first.
    version: IdbRequest,
    found: RefCell<Found>,
    failure: Cell<Option<StorageError>>,
    next: OnceCell<Function>,
}

impl Reading {
    pub fn new(transaction: &IdbTransaction) -> Result<Self, StorageError> {
        let meta = transaction.object_store(schema::META)?;
        Ok(Self {
            transaction: transaction.clone(),
            records: transaction.object_store(schema::RECORDS)?,
            keys: RefCell::default(),
            values: RefCell::default(),
            version: meta.get(&JsValue::from_str(schema::DATA_VERSION))?,
            found: RefCell::default(),
            failure: Cell::default(),
            next: OnceCell::new(),
        })
    }

    /// Starts; `step` calls [`Self::step`].
    pub fn start(&self, step: Function) {
        self.version.set_onsuccess(Some(&step));
        let _ = self.next.set(step);
    }

    /// Takes in what a slice brought, and asks for the next.
    pub fn step(&self) {
        if let Err(error) = self.take().and_then(|last| last.map_or(Ok(()), |last| self.ask(last.as_ref()))) {
            self.failure.set(Some(error));
            let _ = self.transaction.abort();
        }
    }

    /// Everything found, or why reading stopped; once the transaction is over.
    pub fn finish(&self, outcome: Result<(), StorageError>) -> Result<Found, StorageError> {
        match outcome {
            Ok(()) => Ok(self.found.take()),
            Err(cause) => Err(self.failure.take().unwrap_or(cause)),
        }
    }

    /// The version of the records that were read.
    pub fn version(&self) -> u32 {
        let text = self.version.result().ok().and_then(|value| value.as_string());
        text.and_then(|text| text.parse().ok()).unwrap_or(1)
    }

    /// Where to go on from: `Some(None)` at the start, nowhere once the last slice is in.
    fn take(&self) -> Result<Option<Option<JsValue>>, StorageError> {
        let (Some(keys), Some(values)) = (self.keys.take(), self.values.take()) else { return Ok(Some(None)) };
        let keys = Array::from(&keys.result()?);
        let values = Array::from(&values.result()?);
        let mut found = self.found.borrow_mut();
        for (key, value) in keys.iter().zip(values.iter()) {
            let key = key.as_string().unwrap_or_default();
            let text = value.as_string().unwrap_or_default();
            found.take(key, text, self.version());
        }
        Ok((keys.length() == SLICE).then(|| Some(keys.get(SLICE - 1))))
    }

    fn ask(&self, after: Option<&JsValue>) -> Result<(), StorageError> {
        let range = match after {
            Some(key) => IdbKeyRange::lower_bound_with_open(key, true)?.into(),
            None => JsValue::UNDEFINED,
        };
        let keys = self.records.get_all_keys_with_key_and_limit(&range, SLICE)?;
        let values = self.records.get_all_with_key_and_limit(&range, SLICE)?;
        // Requests are answered in order: when the values are here, so are the keys.
        values.set_onsuccess(self.next.get());
        self.keys.replace(Some(keys));
        self.values.replace(Some(values));
        Ok(())
    }
}

impl Found {
    /// Keeps a record, brought to the present version, or the text as it is when it does not read as one.
    pub fn take(&mut self, key: String, text: String, version: u32) {
        let Some(parsed) = Key::parse(&key) else { return self.unreadable.push(Unreadable { key, text }) };
        match migration::migrate(version, &parsed, &text) {
            Ok(record) => self.tables.put(parsed, record),
            Err(error) => {
                self.stuck |= !matches!(error, MigrationError::Unreadable { .. });
                self.unreadable.push(Unreadable { key, text });
            }
        }
    }
}
