//! Every place known here: the current editions of all sources, put together.

use super::edition::{DirectorySnapshot, DirectorySource, SnapshotError};
use super::place::{Place, PlaceId};
use super::search::DirectoryIndex;
use super::selection::Schedules;
use crate::domain::fold::fold;
use chrono::NaiveDate;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// The places of every source that could be read, ready to be searched.
#[derive(Clone, Debug, Default)]
pub struct Directory {
    sources: Vec<ReadSource>,
    places: Vec<Place>,
    /// For each place, its source.
    origins: Vec<usize>,
    positions: BTreeMap<PlaceId, usize>,
    /// By the identifier that several places of different sources bear, those that had to take another one.
    namesakes: BTreeMap<PlaceId, Vec<usize>>,
    index: DirectoryIndex,
    /// The opening hours, once somebody needed them.
    schedules: OnceLock<Schedules>,
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
    /// described last. Sources may use the same identifiers for different places: these are kept apart.
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
            match self.known(number, &place) {
                Some(position) => self.describe_again(position, number, source, place),
                None => self.keep(number, source, place),
            }
        }
    }

    /// Where the place that this one describes is, when it is here already.
    fn known(&self, number: usize, place: &Place) -> Option<usize> {
        let namesakes = self.namesakes.get(&place.id).into_iter().flatten();
        self.positions.get(&place.id).into_iter().chain(namesakes).copied().find(|position| {
            self.origins.get(*position) == Some(&number)
                || self.places.get(*position).is_some_and(|known| are_one(known, place))
        })
    }

    /// Replaces what was said of a place when this was said later. Its identifier stays.
    fn describe_again(&mut self, position: usize, number: usize, source: &DirectorySource, place: Place) {
        let (Some(known), Some(origin)) = (self.places.get_mut(position), self.origins.get_mut(position)) else {
            return;
        };
        let known_source = self.sources.get(*origin).map(|read| &read.source);
        let known_age = age(known, known_source.map(|source| source.current.imported_on));
        if age(&place, Some(source.current.imported_on)) > known_age {
            *known = Place { id: known.id.clone(), ..place };
            *origin = number;
        }
    }

    /// Keeps a place that is not here yet, under another identifier when its own is taken.
    fn keep(&mut self, number: usize, source: &DirectorySource, mut place: Place) {
        if self.positions.contains_key(&place.id) {
            self.namesakes.entry(place.id.clone()).or_default().push(self.places.len());
        }
        while self.positions.contains_key(&place.id) {
            place.id = place.id.within(source.key.id.as_str());
        }
        self.positions.insert(place.id.clone(), self.places.len());
        self.places.push(place);
        self.origins.push(number);
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

    /// The places that may have borne this identifier when it was noted: which source keeps one that several use depends
    /// on the sources that are here.
    pub fn bearing<'a>(&'a self, id: &'a PlaceId) -> impl Iterator<Item = &'a Place> {
        let namesakes = self.namesakes.get(id).into_iter().flatten();
        let restored = self.sources.iter().filter_map(|read| id.outside(read.source.key.id.as_str()));
        let restored = restored.filter_map(|id| self.positions.get(&id));
        let positions = self.positions.get(id).into_iter().chain(namesakes).chain(restored);
        positions.filter_map(|position| self.places.get(*position))
    }

    /// The source that a place is shown from.
    pub fn source_of(&self, id: &PlaceId) -> Option<&DirectorySource> {
        let origin = self.origins.get(*self.positions.get(id)?)?;
        self.sources.get(*origin).map(|read| &read.source)
    }

    /// Their searchable words.
    pub fn index(&self) -> &DirectoryIndex {
        &self.index
    }

    /// The opening hours, when they are read: the notation is slow to read.
    pub fn schedules(&self) -> Option<&Schedules> {
        self.schedules.get()
    }

    /// Keeps the opening hours that were read.
    pub fn keep_schedules(&self, schedules: Schedules) {
        let _ = self.schedules.set(schedules);
    }

    /// The place at a position.
    pub fn at(&self, position: usize) -> Option<&Place> {
        self.places.get(position)
    }
}

/// Whether two descriptions with the same identifier are of one place: many files number their places 1, 2, 3…
fn are_one(a: &Place, b: &Place) -> bool {
    let is_number = |pivot: &str| pivot.bytes().any(|byte| byte != b'0');
    (a.pivot == b.pivot && is_number(&a.pivot))
        || (fold(&a.name) == fold(&b.name) && fold(&a.commune) == fold(&b.commune))
}

/// When a place was described: its own date first, then the day its file was imported.
fn age(place: &Place, imported_on: Option<NaiveDate>) -> (Option<NaiveDate>, Option<NaiveDate>) {
    (place.updated_on, imported_on)
}

#[cfg(test)]
mod tests {
    use super::super::edition::CurrentEdition;
    use super::super::query::Conditions;
    use super::super::selection::Circumstances;
    use super::*;
    use crate::domain::commune::Communes;
    use crate::domain::directory::edition::source_key;
    use std::collections::BTreeSet;

    fn edition(name: &str, imported_on: &str, places: Vec<Place>) -> (DirectorySource, Option<String>) {
        let snapshot = DirectorySnapshot::new(name, "lieux.csv", imported_on.parse().unwrap(), places);
        let (id, text) = snapshot.to_text().unwrap();
        let count = snapshot.places.len();
        let imported_on = snapshot.imported_on;
        let current = CurrentEdition { snapshot: id, imported_on, file: "lieux.csv".into(), count };
        (DirectorySource { key: source_key(name).unwrap(), name: name.into(), current }, Some(text))
    }

    fn find<'a>(directory: &'a Directory, text: &str) -> Vec<&'a Place> {
        let all = directory.select(
            &Conditions::default(),
            Circumstances { communes: &Communes::default(), now: NaiveDate::MIN.into(), verified: &BTreeSet::new() },
        );
        directory.find(text, &all).into_iter().map(|position| directory.at(position).unwrap()).collect()
    }

    fn place(id: &str, name: &str, updated_on: Option<&str>) -> Place {
        let mut place = Place::named(PlaceId::new(id).unwrap(), name);
        place.updated_on = updated_on.map(|date| date.parse().unwrap());
        place
    }

    #[test]
    fn a_place_described_twice_is_shown_as_described_last() {
        let described = |name: &str, updated_on| Place { pivot: "W99999999".into(), ..place("a", name, updated_on) };
        let old = described("Ancien nom", Some("2024-01-01"));
        let new = described("Nouveau nom", Some("2025-01-01"));
        let undated = described("Sans date", None);
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

    fn in_town(id: &str, name: &str, commune: &str, pivot: &str) -> Place {
        Place { commune: commune.into(), pivot: pivot.into(), ..place(id, name, None) }
    }

    #[test]
    fn one_identifier_in_two_sources_is_one_place_only_when_more_agrees() {
        const ZEROS: &str = "00000000000000";
        const SIRET: &str = "99999999900017";
        let known = in_town("1", "Le Relais", "Saint-Denis", SIRET);
        for (other, is_same) in [
            (in_town("1", "LE RELAIS", "Saint Denis", ""), true),
            (in_town("1", "Relais du Nord", "", SIRET), true),
            (in_town("1", "Le Relais", "Bobigny", ""), false),
            (in_town("1", "La Fabrique", "Saint-Denis", "W99999998"), false),
            (in_town("2", "Le Relais", "Saint-Denis", SIRET), false),
        ] {
            let directory = Directory::read(vec![
                edition("Un", "2026-01-01", vec![known.clone()]),
                edition("Deux", "2026-02-01", vec![other.clone()]),
            ]);
            assert_eq!(directory.places().len(), if is_same { 1 } else { 2 }, "{other:?}");
        }
        let zeros = |id: &str, name: &str| in_town(id, name, "Saint-Denis", ZEROS);
        let directory = Directory::read(vec![
            edition("Un", "2026-01-01", vec![zeros("1", "Le Relais")]),
            edition("Deux", "2026-02-01", vec![zeros("1", "La Fabrique")]),
        ]);
        assert_eq!(directory.places().len(), 2, "a number made of zeros names nothing");
    }

    #[test]
    fn places_kept_apart_are_each_found_under_their_source() {
        let alone = |name: &str| vec![in_town("1", name, "Saint-Denis", "")];
        let directory = Directory::read(vec![
            edition("Un", "2026-01-01", alone("Le Relais")),
            edition("Deux", "2026-02-01", alone("La Fabrique")),
            edition("Trois", "2026-03-01", alone("La fabrique")),
            edition("Quatre", "2026-04-01", alone("L’Escale")),
        ]);
        let shown: Vec<_> = directory.places().iter().map(|place| (place.id.as_str(), place.name.as_str())).collect();
        assert_eq!(shown, [("1", "Le Relais"), ("deux:1", "La fabrique"), ("quatre:1", "L’Escale")]);
        for (id, source) in [("1", "Un"), ("deux:1", "Trois"), ("quatre:1", "Quatre")] {
            let id = PlaceId::new(id).unwrap();
            assert_eq!(directory.place(&id).map(|place| &place.id), Some(&id));
            assert_eq!(directory.source_of(&id).unwrap().name, source);
        }
        assert_eq!(find(&directory, "escale").len(), 1);
    }

    #[test]
    fn a_derived_identifier_never_hides_another_place() {
        let directory = Directory::read(vec![
            edition("Un", "2026-01-01", vec![place("1", "Le Relais", None), place("deux:1", "Le Hublot", None)]),
            edition("Deux", "2026-02-01", vec![place("1", "La Fabrique", None)]),
        ]);
        let ids: BTreeSet<_> = directory.places().iter().map(|place| place.id.as_str()).collect();
        assert_eq!((directory.places().len(), ids.len()), (3, 3));
    }

    #[test]
    fn twenty_thousand_places_with_the_same_numbers_are_put_together() {
        let numbered =
            |name: &str| (0..20_000).map(|id| place(&id.to_string(), &format!("{name} {id}"), None)).collect();
        let directory = Directory::read(vec![
            edition("Un", "2026-01-01", numbered("Relais")),
            edition("Deux", "2026-02-01", numbered("Fabrique")),
        ]);
        assert_eq!(directory.places().len(), 40_000);
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
        let found = find(&directory, "relais");
        assert_eq!(found.len(), 1);
        assert_eq!(directory.source_of(&found[0].id).unwrap().name, "Lue");
        assert!(find(&directory, "introuvable").is_empty());
    }
}
