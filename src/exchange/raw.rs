//! Raw data: what the rescue screen takes out of a browser without the program's help, and the last way out when no
//! other file can be prepared. It comes back like any file; what does not read in it is left out, and counted.
//!
//! `{ "format": "reperes-brut", "version": 1, "min_reader": 1, "created_at",
//!    "stores": { "records": [{ "key": "kind/id", "value": text }], "snapshots": […], "meta": […] },
//!    "preferences": { "reperes.preferences": text } }`, with whatever else the browser kept.

use super::file::{self, Content, ExchangeFile, MAX_RECORDS, MAX_SNAPSHOTS, Origin, ReadError, Replicas};
use crate::domain::snapshot::SnapshotId;
use crate::records::{DeviceId, Key, Record, Tables};
use chrono::NaiveDateTime;
use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use std::collections::BTreeMap;

/// What the `format` of such a file says.
pub const FORMAT: &str = "reperes-brut";
/// The version written here, and the only one read.
const VERSION: u32 = 1;
/// How many characters of a time are its date, hours, minutes and seconds.
const TO_SECONDS: usize = 19;

/// Where a browser keeps what concerns the machine; in it, its label.
const PREFERENCES: &str = "reperes.preferences";
/// In `meta`: the version that the records have; none before the second.
const DATA_VERSION: &str = "data_version";

/// What is counted before anything is kept.
#[derive(Deserialize)]
struct Census {
    stores: Stores<IgnoredAny>,
}

#[derive(Deserialize)]
struct ReadRaw<'a> {
    version: u32,
    created_at: String,
    #[serde(borrow)]
    stores: Stores<Entry<'a>>,
    #[serde(default)]
    preferences: BTreeMap<String, String>,
}

#[derive(Serialize, Deserialize)]
struct Stores<E> {
    #[serde(default = "Vec::new")]
    records: Vec<E>,
    #[serde(default = "Vec::new")]
    snapshots: Vec<E>,
    #[serde(default = "Vec::new")]
    meta: Vec<E>,
}

/// What a store held under one key; a browser may hold there whatever it likes.
#[derive(Clone, Copy, Deserialize)]
struct Entry<'a> {
    #[serde(borrow)]
    key: &'a RawValue,
    #[serde(borrow)]
    value: &'a RawValue,
}

#[derive(Deserialize)]
struct Machine {
    device: DeviceId,
}

#[derive(Serialize)]
struct WrittenRaw {
    format: &'static str,
    version: u32,
    min_reader: u32,
    created_at: NaiveDateTime,
    stores: Stores<WrittenEntry>,
    preferences: BTreeMap<&'static str, String>,
}

#[derive(Serialize)]
struct WrittenEntry {
    key: String,
    value: String,
}

/// The name of such a file, and its bytes: every record as it is.
pub fn write(origin: &Origin, tables: &Tables) -> Result<(String, Vec<u8>), serde_json::Error> {
    let entry = |key: String, record: &Record| Ok(WrittenEntry { key, value: serde_json::to_string(record)? });
    let records = tables.iter().map(|(kind, id, record)| entry(format!("{kind}/{id}"), record));
    let meta = WrittenEntry { key: DATA_VERSION.to_owned(), value: file::VERSION.to_string() };
    let raw = WrittenRaw {
        format: FORMAT,
        version: VERSION,
        min_reader: VERSION,
        created_at: origin.created_at,
        stores: Stores {
            records: records.collect::<Result<_, serde_json::Error>>()?,
            snapshots: Vec::new(),
            meta: vec![meta],
        },
        preferences: [(PREFERENCES, serde_json::json!({ "device": origin.device }).to_string())].into(),
    };
    let name = origin.created_at.format("reperes-donnees-brutes-%Y-%m-%d.json").to_string();
    Ok((name, serde_json::to_vec(&raw)?))
}

/// Reads the text of such a file.
pub(super) fn read(text: &str) -> Result<ExchangeFile, ReadError> {
    let invalid = |_| ReadError::InvalidContent;
    let census: Census = serde_json::from_str(text).map_err(invalid)?;
    if census.stores.records.len() > MAX_RECORDS {
        return Err(ReadError::TooManyRecords);
    }
    if census.stores.snapshots.len() > MAX_SNAPSHOTS {
        return Err(ReadError::TooManySnapshots);
    }
    let raw: ReadRaw<'_> = serde_json::from_str(text).map_err(invalid)?;
    if raw.version > VERSION {
        return Err(ReadError::TooNew { version: raw.version });
    }
    let version = raw.stores.data_version();
    if version > file::VERSION {
        return Err(ReadError::TooNew { version });
    }
    let created_at = raw.created_at.get(..TO_SECONDS).and_then(|time| time.parse().ok());
    let origin = Origin { device: device(&raw.preferences), created_at: created_at.ok_or(ReadError::InvalidContent)? };
    let mut left_out = 0;
    let mut tables = Tables::default();
    let mut replicas = Replicas::default();
    for entry in &raw.stores.records {
        match entry.record(version) {
            Some((key, record)) => {
                replicas.note(&record)?;
                tables.put(key, record);
            }
            None => left_out += 1,
        }
    }
    let mut snapshots = BTreeMap::new();
    for entry in &raw.stores.snapshots {
        match entry.snapshot() {
            Some((id, text)) => drop(snapshots.insert(id, text)),
            None => left_out += 1,
        }
    }
    Ok(ExchangeFile { origin, scope: None, content: Content { tables, snapshots }, left_out })
}

/// The machine's label, when the browser still knew it.
fn device(preferences: &BTreeMap<String, String>) -> DeviceId {
    let machine = preferences.get(PREFERENCES).and_then(|text| serde_json::from_str::<Machine>(text).ok());
    machine.map_or_else(DeviceId::unnamed, |machine| machine.device)
}

impl Stores<Entry<'_>> {
    fn data_version(&self) -> u32 {
        let texts = self.meta.iter().filter_map(Entry::texts);
        let mut version = texts.filter(|(key, _)| key == DATA_VERSION).map(|(_, text)| text);
        version.next().and_then(|text| text.parse().ok()).unwrap_or(1)
    }
}

impl Entry<'_> {
    fn texts(&self) -> Option<(String, String)> {
        let text = |raw: &RawValue| serde_json::from_str::<String>(raw.get()).ok();
        Some((text(self.key)?, text(self.value)?))
    }

    fn record(&self, version: u32) -> Option<(Key, Record)> {
        let (key, text) = self.texts()?;
        let key = Key::parse(&key)?;
        let record = file::read_record(version, &key, &text).ok()?;
        Some((key, record))
    }

    fn snapshot(&self) -> Option<(SnapshotId, String)> {
        let (id, text) = self.texts()?;
        let id = SnapshotId::new(id).ok()?;
        (SnapshotId::of(&text) == id).then_some((id, text))
    }
}

#[cfg(test)]
#[path = "raw_tests.rs"]
mod tests;
