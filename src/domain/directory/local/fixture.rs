//! A desk for tests: tables, and who writes in them.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use super::super::collection::Directory;
use super::super::edition::{CurrentEdition, DirectorySnapshot, DirectorySource, source_key};
use super::super::place::{Place, PlaceId};
use super::identity::PlaceIdentity;
use super::lives::Lives;
use super::model::{PlaceLife, Signature};
use crate::records::{Author, ChangeSet, DeviceId, RecordId, ReplicaId, Tables};
use chrono::NaiveDate;

pub fn day(number: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, number).unwrap()
}

pub fn signed(by: &str) -> Option<Signature> {
    Signature::read(by).unwrap()
}

pub fn place(id: &str, name: &str) -> Place {
    Place { commune: "Bobigny".into(), ..Place::named(PlaceId::new(id).unwrap(), name) }
}

/// The identity of a place of the source « essai ».
pub fn identity(place: &Place) -> PlaceIdentity {
    PlaceIdentity::new(&RecordId::new("essai").unwrap(), &place.id).unwrap()
}

/// A directory of these sources.
pub fn directory(sources: &[(&str, &[Place])]) -> Directory {
    let edition = |(name, places): &(&str, &[Place])| {
        let snapshot = DirectorySnapshot::new(*name, "essai.csv", day(1), places.to_vec());
        let (id, text) = snapshot.to_text().unwrap();
        let current =
            CurrentEdition { snapshot: id, imported_on: day(1), file: "essai.csv".into(), count: places.len() };
        (DirectorySource { key: source_key(name).unwrap(), name: (*name).to_owned(), current }, Some(text))
    };
    Directory::read(sources.iter().map(edition).collect(), &Lives::default())
}

/// One machine.
#[derive(Clone)]
pub struct Desk {
    pub tables: Tables,
    pub name: &'static str,
    at_ms: i64,
}

impl Desk {
    #[expect(clippy::new_without_default, reason = "it has a name and a clock of its own")]
    pub fn new() -> Self {
        Self { tables: Tables::default(), name: "a", at_ms: 1_772_352_300_000 }
    }

    /// Another machine that holds the same.
    pub fn copy(&self, name: &'static str) -> Self {
        Self { name, ..self.clone() }
    }

    pub fn write(&mut self, changes: &ChangeSet) {
        self.at_ms += 1;
        let (replica, device) = (ReplicaId::new(self.name).unwrap(), DeviceId::new(self.name).unwrap());
        let author = Author { replica, device, at_ms: self.at_ms };
        for (key, record) in changes.apply(&self.tables, &author) {
            self.tables.put(key, record);
        }
    }

    pub fn receive(&mut self, other: &Self) {
        for (key, record) in self.tables.merged_with(&other.tables) {
            self.tables.put(key, record);
        }
    }

    /// What is known of a place of the source « essai ».
    pub fn life(&self, place: &Place) -> PlaceLife {
        Lives::read(&self.tables).of(place, &[identity(place)]).unwrap()
    }
}
