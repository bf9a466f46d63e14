//! The exchange file: everything that travels, as one JSON text that people can open and read.
//!
//! `{ "format": "reperes", "version", "min_reader", "device", "created_at", "scope", "sha256",
//!    "data": { "records": { kind: { id: record } }, "snapshots": { sha256: text } } }`
//!
//! The bytes of `data` are deterministic; `sha256` covers them exactly as they lie in the file: it shows a truncated or
//! altered copy, not malice. A newer version adds kinds and fields, which are kept and exported again; it never adds a
//! member to `data` without raising `min_reader`.

use super::strict::{Unique, is_strict};
use crate::domain::snapshot::SnapshotId;
use crate::records::{DeviceId, Key, Kind, Record, RecordId, Tables};
use serde::{Deserialize, Serialize};
use serde_json::error::Category;
use serde_json::value::RawValue;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// What the `format` of every file of ours says.
pub const FORMAT: &str = "reperes";
/// The version written here, and the greatest one read.
pub const VERSION: u32 = 1;

/// A larger file is refused before it is read.
pub const MAX_BYTES: usize = 64_000_000;
const MAX_RECORDS: usize = 50_000;
const MAX_REPLICAS: usize = 4_000;

/// Who made a file, and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// The label of the machine.
    pub device: DeviceId,
    /// Local date and time, `2026-11-23T14:05:00`.
    pub created_at: chrono::NaiveDateTime,
}

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    Everything,
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
    pub content: Content,
}

/// Why a file was refused. Nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadError {
    TooLarge,
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
    scope: Scope,
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

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ReadData<'a> {
    #[serde(borrow)]
    records: Unique<Kind, Unique<RecordId, &'a RawValue>>,
    #[serde(default)]
    snapshots: Unique<SnapshotId, String>,
}

/// Writes a file. The same content always gives the same bytes of `data`.
pub fn write(origin: &Origin, content: &Content) -> Result<Vec<u8>, serde_json::Error> {
    let mut records: BTreeMap<&Kind, BTreeMap<&RecordId, &Record>> = BTreeMap::new();
    for (kind, id, record) in content.tables.iter() {
        records.entry(kind).or_default().insert(id, record);
    }
    let data = serde_json::to_string(&WrittenData { records, snapshots: &content.snapshots })?;
    let sha256 = sha256_hex(data.as_bytes());
    let data = RawValue::from_string(data)?;
    let scope = Scope::Everything;
    let envelope =
        WrittenEnvelope { format: FORMAT, version: VERSION, min_reader: VERSION, origin, scope, sha256, data: &data };
    serde_json::to_vec(&envelope)
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
    let identity: Identity = serde_json::from_str(text).map_err(|error| not_ours(&error))?;
    if identity.format != FORMAT {
        return Err(ReadError::NotOurs);
    }
    if identity.min_reader > VERSION {
        return Err(ReadError::TooNew { version: identity.version });
    }
    let envelope: ReadEnvelope<'_> = serde_json::from_str(text).map_err(|_| ReadError::InvalidContent)?;
    let data = envelope.data.ok_or(ReadError::Damaged)?.get();
    if sha256_hex(data.as_bytes()) != envelope.sha256 {
        return Err(ReadError::Damaged);
    }
    let data: ReadData<'_> = serde_json::from_str(data).map_err(|_| ReadError::InvalidContent)?;
    let origin = Origin { device: envelope.device, created_at: envelope.created_at };
    Ok(ExchangeFile { origin, content: read_content(data)? })
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

/// A record or a snapshot that cannot be read refuses the file: nothing is half read.
fn read_content(data: ReadData<'_>) -> Result<Content, ReadError> {
    let mut tables = Tables::default();
    if data.records.0.values().map(|records| records.0.len()).sum::<usize>() > MAX_RECORDS {
        return Err(ReadError::TooManyRecords);
    }
    for (kind, records) in data.records.0 {
        for (id, text) in records.0 {
            let key = Key { kind: kind.clone(), id };
            let record = read_record(text.get()).ok_or_else(|| ReadError::InvalidRecord { key: key.to_string() })?;
            tables.put(key, record);
        }
    }
    if data.snapshots.0.iter().any(|(id, text)| SnapshotId::of(text) != *id) {
        return Err(ReadError::InvalidSnapshot);
    }
    Ok(Content { tables, snapshots: data.snapshots.0 })
}

fn read_record(text: &str) -> Option<Record> {
    let record: Record = is_strict(text).then(|| serde_json::from_str(text).ok()).flatten()?;
    (record.seen.len() <= MAX_REPLICAS).then_some(record)
}

#[cfg(test)]
#[path = "file_tests.rs"]
mod tests;
