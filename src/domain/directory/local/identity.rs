//! Which place a record is about, even once that place is gone from every edition.

use super::super::place::{Coordinates, Place, PlaceId};
use super::super::resemblance::{Described, Marks};
use crate::domain::snapshot::SnapshotId;
use crate::records::{InvalidId, Key, Kind, RecordId};
use serde::{Deserialize, Serialize};

/// The kind of the records that hold what is known here of a place.
pub const PLACE_KIND: &str = "place";

/// How much of a hash names a record: 160 bits.
const NAME_CHARS: usize = 40;

/// A place as its source identifies it, and the record about it. Two devices that hold the same source write to the
/// same record.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PlaceIdentity {
    /// The identity of the source's own record.
    pub source: RecordId,
    /// The identifier within the source, not the one under which places are kept apart.
    pub place: PlaceId,
    pub key: Key,
}

impl PlaceIdentity {
    /// Identifiers of places may be long, or hold any sign: a record is named by a hash. A record's identity holds no
    /// slash, so that two places never make one text.
    pub fn new(source: &RecordId, place: &PlaceId) -> Result<Self, InvalidId> {
        let hash = SnapshotId::of(&format!("{source}/{place}"));
        let name: String = hash.as_str().chars().take(NAME_CHARS).collect();
        let key = Key { kind: Kind::new(PLACE_KIND)?, id: RecordId::new(name)? };
        Ok(Self { source: source.clone(), place: place.clone(), key })
    }

    /// The records that may be about this place, in the order they are tried: files that number their places may give a
    /// number to another place, whose record is then the next one.
    pub fn keys(&self) -> impl Iterator<Item = Key> {
        let next = |nth: usize| {
            let id = RecordId::new(format!("{}-{nth}", self.key.id)).ok()?;
            Some(Key { kind: self.key.kind.clone(), id })
        };
        std::iter::once(self.key.clone()).chain((2..).map_while(next))
    }
}

/// What a place was when something was noted of it: the note still makes sense when the place is gone, and the place
/// can be recognised under another identifier. One field, because these values must agree.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlaceTrace {
    pub source: RecordId,
    pub place: PlaceId,
    #[serde(default)]
    pub name: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub commune: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub address: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub phone: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub pivot: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub coordinates: Option<Coordinates>,
}

impl PlaceTrace {
    /// A place as the imported file describes it.
    pub fn of(identity: &PlaceIdentity, place: &Place) -> Self {
        Self {
            source: identity.source.clone(),
            place: identity.place.clone(),
            name: place.name.clone(),
            commune: place.commune.clone(),
            address: place.address.clone(),
            phone: place.phone.clone(),
            pivot: place.pivot.clone(),
            coordinates: place.coordinates,
        }
    }

    pub fn identity(&self) -> Result<PlaceIdentity, InvalidId> {
        PlaceIdentity::new(&self.source, &self.place)
    }

    pub fn marks(&self) -> Marks<'_> {
        Marks::from(Described {
            id: self.place.as_str(),
            pivot: &self.pivot,
            name: &self.name,
            commune: &self.commune,
            address: &self.address,
            phone: &self.phone,
            coordinates: self.coordinates,
        })
    }

    /// Whether a place that bears the same identifier may be this one.
    pub fn may_be(&self, place: &Place) -> bool {
        self.marks().may_be(&Marks::from(place))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn any_identifier_names_one_record_the_same_everywhere() {
        let record = |source: &str, place: &str| {
            let identity = PlaceIdentity::new(&RecordId::new(source).unwrap(), &PlaceId::new(place).unwrap()).unwrap();
            identity.key.to_string()
        };
        // The names are stored: this one never changes.
        assert_eq!(record("carte", "1"), "place/8ee576a28ae81e16812c56aa746c50d9bc1cb889");
        let long = "é/".repeat(300);
        let all = [record("carte", "1"), record("carte", "2"), record("autre", "1"), record("carte", &long)];
        assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len());
        let identity = PlaceIdentity::new(&RecordId::new("carte").unwrap(), &PlaceId::new("1").unwrap()).unwrap();
        let next: Vec<String> = identity.keys().take(3).map(|key| key.id.to_string()).collect();
        assert_eq!(
            next,
            [identity.key.id.to_string(), format!("{}-2", identity.key.id), format!("{}-3", identity.key.id)]
        );
    }
}
