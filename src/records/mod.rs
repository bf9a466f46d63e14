//! Identified records whose fields merge without a clock deciding causality.
//!
//! A record is a set of named fields. Each field holds the values that nobody has yet replaced knowingly:
//! usually one, several after two people wrote apart. A version vector says which writes a record has seen; where a copy
//! came without some fields, each of these has its own.
//! This module knows no kind of record: what a field means is the domain's business.

mod change;
mod clean;
mod id;
#[cfg(test)]
mod laws;
#[cfg(test)]
mod laws_of_erasure;
#[cfg(test)]
mod laws_of_partial_copies;
mod merge;
mod record;
mod stamp;
mod subject;
mod table;
mod undo;

pub use change::{Author, Change, ChangeSet};
pub use clean::{MAX_TEXT_CHARS, clean_text, clean_value, hides_something, is_hidden, is_plain};
pub use id::{DeviceId, FieldName, InvalidId, Key, Kind, RecordId, ReplicaId};
pub use record::{Entry, Record};
pub use stamp::{Dot, PLAUSIBLE_MS, Seen, Stamp, VersionVector};
pub use table::Tables;
pub use undo::Undo;

/// The field that says a record is removed, and may be restored: `true`. Every other write to a record empties it too,
/// so that removing a record while somebody else changes it shows as a disagreement instead of hiding the change.
pub const DELETED: &str = "deleted";
/// Fields whose name starts so say which people a record is about: `subject/<id>` → `true`, or `false` once that person
/// is erased. They are written with the record, never added later.
pub const SUBJECT_PREFIX: &str = "subject/";
