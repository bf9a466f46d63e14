//! Who trains, as documents must say it, and the wording that somebody adjusted.

use super::id::{PROVIDER_KIND, WORDING_KIND, text};
use crate::records::{ChangeSet, InvalidId, Key, Kind, Record, RecordId, Tables};

/// Names of the fields. They are stored: never rename one.
pub mod field {
    pub const NAME: &str = "name";
    pub const ADDRESS: &str = "address";
    pub const SIRET: &str = "siret";
    pub const DECLARATION: &str = "declaration";
    pub const PREFECTURE: &str = "prefecture";
    pub const SIGNATORY: &str = "signatory";
    pub const PHONE: &str = "phone";
    pub const EMAIL: &str = "email";
    pub const DISABILITY: &str = "disability";
    pub const COMPLAINTS: &str = "complaints";
    pub const PREREQUISITES: &str = "prerequisites";
    pub const RULES: &str = "rules";
    pub const SIGNED_AT: &str = "signed_at";
}

/// The one record of each of these kinds.
pub const ONLY: &str = "only";

pub fn key() -> Result<Key, InvalidId> {
    Ok(Key { kind: Kind::new(PROVIDER_KIND)?, id: RecordId::new(ONLY)? })
}

pub fn wording_key() -> Result<Key, InvalidId> {
    Ok(Key { kind: Kind::new(WORDING_KIND)?, id: RecordId::new(ONLY)? })
}

fn live(tables: &Tables, key: Result<Key, InvalidId>) -> Option<&Record> {
    tables.get(&key.ok()?).filter(|record| !record.erased && !record.is_deleted())
}

/// Who trains, as read; empty: to fill.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Provider {
    pub name: String,
    pub address: String,
    pub siret: String,
    /// The number of the declaration of activity.
    pub declaration: String,
    /// With whom it was made.
    pub prefecture: String,
    /// Who signs, with their function.
    pub signatory: String,
    pub phone: String,
    pub email: String,
    /// Who to speak with about a disability.
    pub disability: String,
    /// Who to send a complaint to.
    pub complaints: String,
    pub prerequisites: String,
    /// The internal rules, or where they are read.
    pub rules: String,
    /// Where documents are signed.
    pub signed_at: String,
}

impl Provider {
    /// Reads its record. Total.
    pub fn of(tables: &Tables) -> Self {
        let Some(record) = live(tables, key()) else { return Self::default() };
        let text = |name| text(record, name);
        Self {
            name: text(field::NAME),
            address: text(field::ADDRESS),
            siret: text(field::SIRET),
            declaration: text(field::DECLARATION),
            prefecture: text(field::PREFECTURE),
            signatory: text(field::SIGNATORY),
            phone: text(field::PHONE),
            email: text(field::EMAIL),
            disability: text(field::DISABILITY),
            complaints: text(field::COMPLAINTS),
            prerequisites: text(field::PREREQUISITES),
            rules: text(field::RULES),
            signed_at: text(field::SIGNED_AT),
        }
    }
}

/// The text that somebody wrote for a part of a document, named « document/part »; none: the usual one.
pub fn wording(tables: &Tables, part: &str) -> Option<String> {
    let record = live(tables, wording_key())?;
    Some(text(record, part)).filter(|text| !text.is_empty())
}

/// Writes a part of a document anew; none: the usual text again.
pub fn reword(part: &str, written: Option<&str>) -> ChangeSet {
    wording_key().map_or_else(|_| ChangeSet::new(), |key| ChangeSet::one(&key, part, written))
}
