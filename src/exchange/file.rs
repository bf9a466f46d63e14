//! The exchange file: everything that travels, as one JSON text that people can open and read.
//!
//! `{ "format": "reperes", "version", "min_reader", "device", "created_at", "scope", "sha256",
//!    "data": { "records": { kind: { id: record } }, "snapshots": { sha256: text } } }`
//!
//! The bytes of `data` are deterministic; `sha256` covers them exactly as they lie in the file: it shows a truncated or
//! altered copy, not malice. A newer version adds kinds and fields, which are kept and exported again; it never adds a
//! member to `data` without raising `min_reader`. Version 2 has the shape of version 1: records gain what version 1 reads
//! wrongly only when they need it, and then `min_reader` is 2.

use super::migration::{self, MigrationError};
use super::raw;
use super::scope::Scope;
use super::strict::{Members, Unique, is_strict};
use crate::domain::snapshot::SnapshotId;
use crate::records::{DeviceId, Key, Kind, Record, RecordId, ReplicaId, Tables};
use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};
use serde_json::error::Category;
use serde_json::value::RawValue;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};

/// What the `format` of every file of ours says.
pub const FORMAT: &str = "reperes";
/// The version written here, and the greatest one read. Older ones go through [`migration`].
pub const VERSION: u32 = 2;

/// A larger file is refused before it is read.
pub const MAX_BYTES: usize = super::csv::MAX_BYTES;
pub(super) const MAX_RECORDS: usize = 50_000;
pub(super) const MAX_SNAPSHOTS: usize = 100;
/// In one record.
const MAX_REPLICAS: usize = 4_000;
/// Fields of one record that a partial copy left out.
const MAX_PARTIAL_FIELDS: usize = 1_000;
/// In the whole file, each counted once. One is drawn at each page that writes: a busy structure draws thousands in a year.
const MAX_FILE_REPLICAS: usize = 100_000;

/// Who made a file, and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// The label of the machine.
    pub device: DeviceId,
    /// Local date and time, `2026-11-23T14:05:00`.
    pub created_at: chrono::NaiveDateTime,
}

/// Records, and the snapshots they name.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Content {
    pub tables: Tables,
    pub snapshots: BTreeMap<SnapshotId, String>,
}

/// A file as read.
#[derive(Clone, Debug, PartialEq)]
pub struct ExchangeFile {
    pub origin: Origin,
    /// What it says that it holds; none when only a newer version knows.
    pub scope: Option<Scope>,
    pub content: Content,
    /// What does not read in raw data; any other file is read whole or refused.
    pub left_out: usize,
}

/// Why a file was refused. Nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ReadError {
    TooLarge,
    /// No byte, or only blanks.
    Empty,
    /// Another encoding than UTF-8.
    NotText,
    /// The text stops before its end.
    Truncated,
    /// Not JSON, or with a depth or shape that is not a file of ours; the line where reading stopped.
    NotJson {
        line: usize,
    },
    /// JSON of another program.
    NotOurs,
    /// Made by a version that this one cannot read.
    TooNew {
        version: u32,
    },
    /// The content is not the one that was written.
    Damaged,
    TooManyRecords,
    /// More authors of writes than any use of the program gives.
    TooManyReplicas,
    TooManySnapshots,
    /// A record that no version of the program writes.
    InvalidRecord {
        key: String,
    },
    /// A snapshot whose text is not the one its name says.
    InvalidSnapshot,
    /// The content has another shape than the one its version has.
    InvalidContent,
}

#[derive(Serialize)]
struct WrittenEnvelope<'a> {
    format: &'static str,
    version: u32,
    min_reader: u32,
    #[serde(flatten)]
    origin: &'a Origin,
    scope: &'a Scope,
    sha256: String,
    data: &'a RawValue,
}

/// The first reading: enough to say what the file is, whatever its version.
#[derive(Deserialize)]
struct Identity {
    format: String,
    version: u32,
    min_reader: u32,
}

#[derive(Deserialize)]
struct ReadEnvelope<'a> {
    device: DeviceId,
    created_at: chrono::NaiveDateTime,
    #[serde(default)]
    scope: serde_json::Value,
    sha256: String,
    #[serde(borrow)]
    data: Option<&'a RawValue>,
}

#[derive(Serialize)]
struct WrittenData<'a> {
    records: BTreeMap<&'a Kind, BTreeMap<&'a RecordId, &'a Record>>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    snapshots: &'a BTreeMap<SnapshotId, String>,
}

/// What is counted before anything is kept: a hostile file must not cost memory before it is refused.
#[derive(Deserialize)]
struct Census {
    records: Members<Members<IgnoredAny>>,
    #[serde(default)]
    snapshots: Members<IgnoredAny>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ReadData<'a> {
    #[serde(borrow)]
    records: Unique<Kind, Unique<RecordId, &'a RawValue>>,
    #[serde(default)]
    snapshots: Unique<SnapshotId, String>,
}

/// Writes a file. The same content always gives the same bytes of `data`.
pub fn write(origin: &Origin, scope: &Scope, content: &Content) -> Result<Vec<u8>, serde_json::Error> {
    let mut records: BTreeMap<&Kind, BTreeMap<&RecordId, &Record>> = BTreeMap::new();
    for (kind, id, record) in content.tables.iter() {
        records.entry(kind).or_default().insert(id, record);
    }
    let data = serde_json::to_string(&WrittenData { records, snapshots: &content.snapshots })?;
    let sha256 = sha256_hex(data.as_bytes());
    let data = RawValue::from_string(data)?;
    let min_reader = needs_reader(content);
    let envelope = WrittenEnvelope { format: FORMAT, version: VERSION, min_reader, origin, scope, sha256, data: &data };
    serde_json::to_vec(&envelope)
}

/// The oldest version that reads this content without losing any of it. A content that only a newer version understands
/// says so here; everything else stays readable by the machines that were not updated yet.
fn needs_reader(content: &Content) -> u32 {
    let is_partial = content.tables.iter().any(|(_, _, record)| record.is_partial());
    if is_partial { 2 } else { 1 }
}

/// Reads a file, refusing whatever is not whole, not ours or out of bounds.
pub fn read(bytes: &[u8]) -> Result<ExchangeFile, ReadError> {
    if bytes.len() > MAX_BYTES {
        return Err(ReadError::TooLarge);
    }
    let text = std::str::from_utf8(bytes).map_err(|error| match error.error_len() {
        None => ReadError::Truncated,
        Some(_) => ReadError::NotText,
    })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim().is_empty() {
        return Err(ReadError::Empty);
    }
    let identity: Identity = serde_json::from_str(text).map_err(|error| not_ours(&error))?;
    if identity.format != FORMAT && identity.format != raw::FORMAT {
        return Err(ReadError::NotOurs);
    }
    if identity.min_reader > VERSION {
        return Err(ReadError::TooNew { version: identity.version });
    }
    if identity.format == raw::FORMAT {
        return raw::read(text);
    }
    let envelope: ReadEnvelope<'_> = serde_json::from_str(text).map_err(|_| ReadError::InvalidContent)?;
    let data = envelope.data.ok_or(ReadError::Damaged)?.get();
    if sha256_hex(data.as_bytes()) != envelope.sha256 {
        return Err(ReadError::Damaged);
    }
    count(data)?;
    let data: ReadData<'_> = serde_json::from_str(data).map_err(|_| ReadError::InvalidContent)?;
    let origin = Origin { device: envelope.device, created_at: envelope.created_at };
    let scope = Scope::deserialize(envelope.scope).ok();
    Ok(ExchangeFile { origin, scope, content: read_content(identity.version, data)?, left_out: 0 })
}

fn not_ours(error: &serde_json::Error) -> ReadError {
    match error.classify() {
        Category::Eof => ReadError::Truncated,
        Category::Data => ReadError::NotOurs,
        Category::Syntax | Category::Io => ReadError::NotJson { line: error.line() },
    }
}

fn sha256_hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn count(data: &str) -> Result<(), ReadError> {
    let census: Census = serde_json::from_str(data).map_err(|_| ReadError::InvalidContent)?;
    // A kind without records costs as much as a record.
    if census.records.inside.saturating_add(census.records.count) > MAX_RECORDS {
        return Err(ReadError::TooManyRecords);
    }
    if census.snapshots.count > MAX_SNAPSHOTS { Err(ReadError::TooManySnapshots) } else { Ok(()) }
}

/// A record or a snapshot that cannot be read refuses the file: nothing is half read.
fn read_content(version: u32, data: ReadData<'_>) -> Result<Content, ReadError> {
    let mut tables = Tables::default();
    let mut replicas = Replicas::default();
    for (kind, records) in data.records.0 {
        for (id, text) in records.0 {
            let key = Key { kind: kind.clone(), id };
            let record = read_record(version, &key, text.get())?;
            replicas.note(&record)?;
            tables.put(key, record);
        }
    }
    if data.snapshots.0.iter().any(|(id, text)| SnapshotId::of(text) != *id) {
        return Err(ReadError::InvalidSnapshot);
    }
    Ok(Content { tables, snapshots: data.snapshots.0 })
}

/// The authors of a file's writes.
#[derive(Default)]
pub(super) struct Replicas(BTreeSet<ReplicaId>);

impl Replicas {
    pub(super) fn note(&mut self, record: &Record) -> Result<(), ReadError> {
        for (replica, _) in record.seen.iter() {
            if !self.0.contains(replica) {
                self.0.insert(replica.clone());
            }
        }
        if self.0.len() > MAX_FILE_REPLICAS { Err(ReadError::TooManyReplicas) } else { Ok(()) }
    }
}

/// A record's text, written by a version; what no version writes is refused.
pub(super) fn read_record(version: u32, key: &Key, text: &str) -> Result<Record, ReadError> {
    let invalid = || ReadError::InvalidRecord { key: key.to_string() };
    if !is_strict(text) {
        return Err(invalid());
    }
    let record = migration::migrate(version, key, text).map_err(|error| match error {
        MigrationError::UnknownVersion { .. } => ReadError::InvalidContent,
        _ => invalid(),
    })?;
    let is_within_bounds = record.seen.len() <= MAX_REPLICAS && record.partial.len() <= MAX_PARTIAL_FIELDS;
    if is_within_bounds { Ok(record) } else { Err(invalid()) }
}

#[cfg(test)]
#[path = "file_tests.rs"]
mod tests;
