//! Every place known here: the current editions of all sources, put together.

use super::edition::{DirectorySnapshot, DirectorySource, SnapshotError};
use super::place::{Place, PlaceId};
use super::search::DirectoryIndex;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// The places of every source that could be read, ready to be searched.
#[derive(Clone, Debug, Default)]
pub struct Directory {
    sources: Vec<ReadSource>,
    places: Vec<Place>,
    /// For each place, its source.
    origins: Vec<usize>,
    positions: BTreeMap<PlaceId, usize>,
    index: DirectoryIndex,
}

/// A source, and why its places are missing when they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadSource {
    pub source: DirectorySource,
    pub fault: Option<SourceFault>,
}

/// Why a source gives no place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SourceFault {
    /// The edition that the record names is not kept on this device.
    Absent,
    Unreadable,
    /// It was written by a newer version of the program.
    Newer,
}

impl Directory {
    /// Puts the texts of the current editions together. A place that several sources describe is shown once, as
    /// described last.
    pub fn read(editions: Vec<(DirectorySource, Option<String>)>) -> Self {
        let mut directory = Self::default();
        for (number, (source, text)) in editions.into_iter().enumerate() {
            let fault = match text.as_deref().map(DirectorySnapshot::from_text) {
                Some(Ok(snapshot)) => {
                    directory.add(number, &source, snapshot.places);
                    None
                }
                Some(Err(SnapshotError::Newer { .. })) => Some(SourceFault::Newer),
                Some(Err(SnapshotError::Unreadable)) => Some(SourceFault::Unreadable),
                None => Some(SourceFault::Absent),
            };
            directory.sources.push(ReadSource { source, fault });
        }
        directory.index = DirectoryIndex::new(&directory.places);
        directory
    }

    fn add(&mut self, number: usize, source: &DirectorySource, places: Vec<Place>) {
        self.places.reserve(places.len());
        for place in places {
            let known = self.positions.get(&place.id).copied();
            match known.and_then(|position| Some((self.places.get_mut(position)?, self.origins.get_mut(position)?))) {
                Some((known, origin)) => {
                    let known_source = self.sources.get(*origin).map(|read| &read.source);
                    let known_age = age(known, known_source.map(|source| source.current.imported_on));
                    if age(&place, Some(source.current.imported_on)) > known_age {
                        *known = place;
                        *origin = number;
                    }
                }
                None => {
                    self.positions.insert(place.id.clone(), self.places.len());
                    self.places.push(place);
                    self.origins.push(number);
                }
            }
        }
    }

    /// Every source whose edition is current here, read or not.
    pub fn sources(&self) -> &[ReadSource] {
        &self.sources
    }

    /// Every place.
    pub fn places(&self) -> &[Place] {
        &self.places
    }

    /// A place by its identifier.
    pub fn place(&self, id: &PlaceId) -> Option<&Place> {
        self.places.get(*self.positions.get(id)?)
    }

    /// The source that a place is shown from.
    pub fn source_of(&self, id: &PlaceId) -> Option<&DirectorySource> {
        let origin = self.origins.get(*self.positions.get(id)?)?;
        self.sources.get(*origin).map(|read| &read.source)
    }

    /// The places in which every word of the query begins some word, the best first; all of them when it is empty.
    pub fn search(&self, query: &str) -> Vec<&Place> {
        self.index.search(query).into_iter().filter_map(|position| self.places.get(position)).collect()
    }
}

/// When a place was described: its own date first, then the day its file was imported.
fn age(place: &Place, imported_on: Option<NaiveDate>) -> (Option<NaiveDate>, Option<NaiveDate>) {
    (place.updated_on, imported_on)
}

#[cfg(test)]
mod tests {
    use super::super::edition::CurrentEdition;
    use super::*;
    use crate::domain::directory::edition::source_key;

    fn edition(name: &str, imported_on: &str, places: Vec<Place>) -> (DirectorySource, Option<String>) {
        let snapshot = DirectorySnapshot::new(name, "lieux.csv", imported_on.parse().unwrap(), places);
        let (id, text) = snapshot.to_text().unwrap();
        let count = snapshot.places.len();
        let imported_on = snapshot.imported_on;
        let current = CurrentEdition { snapshot: id, imported_on, file: "lieux.csv".into(), count };
        (DirectorySource { key: source_key(name).unwrap(), name: name.into(), current }, Some(text))
    }

    fn place(id: &str, name: &str, updated_on: Option<&str>) -> Place {
        let mut place = Place::named(PlaceId::new(id).unwrap(), name);
        place.updated_on = updated_on.map(|date| date.parse().unwrap());
        place
    }

    #[test]
    fn a_place_described_twice_is_shown_as_described_last() {
        let old = place("a", "Ancien nom", Some("2024-01-01"));
        let new = place("a", "Nouveau nom", Some("2025-01-01"));
        let undated = place("a", "Sans date", None);
        let id = PlaceId::new("a").unwrap();
        for (first, second, name, source) in [
            (&old, &new, "Nouveau nom", "Deux"),
            (&new, &old, "Nouveau nom", "Un"),
            (&new, &undated, "Nouveau nom", "Un"),
            (&undated, &undated, "Sans date", "Deux"),
        ] {
            let directory = Directory::read(vec![
                edition("Un", "2026-01-01", vec![first.clone(), place("b", "Autre", None)]),
                edition("Deux", "2026-02-01", vec![second.clone()]),
            ]);
            assert_eq!(directory.places().len(), 2);
            assert_eq!(directory.place(&id).unwrap().name, name);
            assert_eq!(directory.source_of(&id).unwrap().name, source);
        }
    }

    #[test]
    fn a_source_that_cannot_be_read_takes_nothing_from_the_others() {
        let (absent, _) = edition("Absente", "2026-01-01", Vec::new());
        let (broken, _) = edition("Abîmée", "2026-01-01", Vec::new());
        let (newer, text) = edition("Nouvelle", "2026-01-01", Vec::new());
        let newer_text = text.unwrap().replacen("\"version\":1", "\"version\":9", 1);
        let directory = Directory::read(vec![
            (absent, None),
            (broken, Some("{".to_owned())),
            (newer, Some(newer_text)),
            edition("Lue", "2026-01-01", vec![place("a", "Le Relais", None)]),
        ]);
        let faults: Vec<_> = directory.sources().iter().map(|read| read.fault).collect();
        let expected = [Some(SourceFault::Absent), Some(SourceFault::Unreadable), Some(SourceFault::Newer), None];
        assert_eq!(faults, expected);
        let found = directory.search("relais");
        assert_eq!(found.len(), 1);
        assert_eq!(directory.source_of(&found[0].id).unwrap().name, "Lue");
        assert!(directory.search("introuvable").is_empty());
    }
}
