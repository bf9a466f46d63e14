//! Snapshots: reference data brought in whole, never changed, named by what they hold.

use super::directory::edition::DIRECTORY_KIND;
use super::map::base_map::BASE_MAP_KIND;
use crate::records::{Key, Record, Tables, clean_value, hides_something};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::fmt;

/// The kinds of records that name a snapshot.
const NAMING_KINDS: [&str; 2] = [DIRECTORY_KIND, BASE_MAP_KIND];
/// The field in which they do, and the member of its value that holds the name.
const CURRENT: &str = "current";
const NAME: &str = "snapshot";

/// The name of a snapshot: the sha256 of its text, in hexadecimal.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct SnapshotId(String);

/// A text that is not the name of a snapshot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvalidSnapshotId;

impl fmt::Display for InvalidSnapshotId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("invalid snapshot identifier")
    }
}

impl std::error::Error for InvalidSnapshotId {}

/// How many bytes are hashed at once.
const HASHED_AT_ONCE: usize = 16 * 1_024;

impl SnapshotId {
    /// The name of this text.
    pub fn of(text: &str) -> Self {
        // Slice by slice: browsers put faster code in place between two calls, not during one that lasts a second.
        let mut hash = Sha256::new();
        text.as_bytes().chunks(HASHED_AT_ONCE).for_each(|slice| hash.update(slice));
        Self::from_digest(hash.finalize().into())
    }

    /// The name of the text that has this sha256.
    pub fn from_digest(digest: [u8; 32]) -> Self {
        Self(digest.iter().map(|byte| format!("{byte:02x}")).collect())
    }

    /// Reads a name: sixty-four lower-case hexadecimal digits.
    pub fn new(text: impl Into<String>) -> Result<Self, InvalidSnapshotId> {
        let text = text.into();
        let is_hex = text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        if text.len() == 64 && is_hex { Ok(Self(text)) } else { Err(InvalidSnapshotId) }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for SnapshotId {
    type Error = InvalidSnapshotId;
    fn try_from(text: String) -> Result<Self, InvalidSnapshotId> {
        Self::new(text)
    }
}

impl From<SnapshotId> for String {
    fn from(id: SnapshotId) -> String {
        id.0
    }
}

impl fmt::Display for SnapshotId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Data kept as a snapshot: its text says what it is, and in which version of its shape.
pub trait Kept: Serialize + DeserializeOwned {
    /// What the text says it is. Never change it: snapshots kept on devices carry it.
    const FORMAT: &'static str;
    const VERSION: u32;

    /// The format and the version that these data carry.
    fn declared(&self) -> (&str, u32);
}

/// Why a text gives no data of the kind that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SnapshotError {
    /// It is of another kind, or damaged.
    Unreadable,
    /// It was written by a newer version of the program.
    Newer { version: u32 },
}

/// The snapshot's name and its text, as stored and exchanged.
pub fn to_text<T: Kept>(data: &T) -> Result<(SnapshotId, String), serde_json::Error> {
    let text = serde_json::to_string(data)?;
    Ok((SnapshotId::of(&text), text))
}

/// Reads a snapshot's text, which may come from elsewhere.
pub fn from_text<T: Kept>(text: &str) -> Result<T, SnapshotError> {
    if is_clean(text)
        && let Ok(data) = serde_json::from_str::<T>(text)
    {
        let (format, version) = data.declared();
        check::<T>(format, version)?;
        return Ok(data);
    }
    #[derive(Deserialize)]
    struct Head {
        format: String,
        version: u32,
    }
    let unreadable = |_| SnapshotError::Unreadable;
    let head: Head = serde_json::from_str(text).map_err(unreadable)?;
    check::<T>(&head.format, head.version)?;
    from_unclean(text).map_err(unreadable)
}

/// Reads a part of a snapshot's text that may hold something hidden, cleaned of it.
pub fn from_unclean<T: DeserializeOwned>(text: &str) -> Result<T, serde_json::Error> {
    let mut value: Value = serde_json::from_str(text)?;
    clean_value(&mut value);
    serde_json::from_value(value)
}

/// Whether a text can be read as it is: what this program wrote is clean, and escapes nothing that is not a control; a text
/// from elsewhere may not be.
pub fn is_clean(text: &str) -> bool {
    let escapes = text.as_bytes().windows(2).any(|pair| pair == b"\\u");
    !escapes && !hides_something(text)
}

fn check<T: Kept>(format: &str, version: u32) -> Result<(), SnapshotError> {
    match format == T::FORMAT {
        false => Err(SnapshotError::Unreadable),
        true if version > T::VERSION => Err(SnapshotError::Newer { version }),
        true => Ok(()),
    }
}

/// Whether a record may name a snapshot.
pub fn may_name_a_snapshot(key: &Key) -> bool {
    NAMING_KINDS.contains(&key.kind.as_str())
}

/// The snapshots that live records name, those of concurrent editions included: one that is not shown may be chosen
/// later.
pub fn snapshots_named(tables: &Tables) -> BTreeSet<SnapshotId> {
    let records = NAMING_KINDS.iter().flat_map(|kind| tables.live(kind));
    records.flat_map(|(_, record)| named(record)).collect()
}

fn named(record: &Record) -> impl Iterator<Item = SnapshotId> {
    let entries = record.fields.get(CURRENT).into_iter().flatten();
    entries.filter_map(|entry| SnapshotId::new(entry.value.get(NAME)?.as_str()?).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_the_sha256_of_the_text() {
        let id = SnapshotId::of("abc");
        assert_eq!(id.as_str(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assert_eq!(SnapshotId::new(id.as_str()), Ok(id.clone()));
        assert_eq!(serde_json::from_str::<SnapshotId>(&serde_json::to_string(&id).unwrap()).unwrap(), id);
        for text in ["", "abc", &"A".repeat(64), &"g".repeat(64)] {
            assert!(SnapshotId::new(text).is_err(), "{text}");
        }
    }
}
