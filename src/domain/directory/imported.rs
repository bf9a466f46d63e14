//! The places of every source, as the files describe them, with their searchable words and their opening hours.

use super::edition::DirectorySource;
use super::local::identity::PlaceIdentity;
use super::place::{Place, PlaceId, SharedPlace};
use super::places_text::PlacesText;
use super::schedules::Schedules;
use super::search::{DirectoryIndex, Indexer, Lexicon};
use crate::domain::fold::fold;
use crate::domain::snapshot::SnapshotError;
use crate::records::RecordId;
use chrono::NaiveDate;
use rustc_hash::FxBuildHasher;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, OnceLock};

/// The places of every source that could be read. They do not change: what people here know of them is put over them by
/// [`Directory`](super::collection::Directory).
#[derive(Debug, Default)]
pub struct ImportedPlaces {
    sources: Vec<ReadSource>,
    places: Vec<SharedPlace>,
    /// For each place, its source.
    origins: Vec<usize>,
    positions: HashMap<PlaceId, usize, FxBuildHasher>,
    /// By the identifier that several places of different sources bear, those that had to take another one.
    namesakes: BTreeMap<PlaceId, Vec<usize>>,
    /// For the places that had to take another identifier, the one their source gives.
    own_ids: BTreeMap<usize, PlaceId>,
    /// For the places that several sources describe, all of these.
    described_by: BTreeMap<usize, BTreeSet<usize>>,
    index: DirectoryIndex,
    /// The opening hours, once somebody needed them.
    schedules: OnceLock<Schedules>,
}

/// Each source with its current edition, when this browser keeps it.
pub type Editions = Vec<(DirectorySource, Option<Edition>)>;

/// The places of a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edition {
    /// As stored.
    Text(String),
    /// As they were just imported.
    Places(Vec<SharedPlace>),
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

/// How many are read before somebody else may take a turn.
const AT_ONCE: usize = 16;

/// Editions being read, the places one by one; then the words of these, one by one too.
#[derive(Debug)]
pub struct PlacesReader<'a> {
    editions: std::vec::IntoIter<(DirectorySource, Option<Edition>)>,
    at: Option<(DirectorySource, Step)>,
    places: ImportedPlaces,
    indexer: Indexer<'a>,
}

/// How far the edition being read is.
#[derive(Debug)]
enum Step {
    Text(PlacesText),
    Places(std::vec::IntoIter<SharedPlace>),
}

impl Step {
    fn of(edition: Edition) -> Self {
        match edition {
            Edition::Text(text) => Self::Text(PlacesText::new(text)),
            Edition::Places(places) => Self::Places(places.into_iter()),
        }
    }

    /// The text is read to its end: its places come next.
    fn read(self) -> Self {
        match self {
            Self::Text(text) => Self::Places(text.finish().into_iter()),
            Self::Places(places) => Self::Places(places),
        }
    }
}

impl<'a> PlacesReader<'a> {
    pub fn new(editions: Editions, lexicon: Lexicon<'a>) -> Self {
        let indexer = Indexer::new(lexicon);
        Self { editions: editions.into_iter(), at: None, places: ImportedPlaces::default(), indexer }
    }

    /// Reads a few more places or words; whether there may be more.
    #[inline(never)] // In the views, which are compiled for size, it would take longer.
    pub fn read_next(&mut self) -> bool {
        (0..AT_ONCE).all(|_| self.step())
    }

    fn step(&mut self) -> bool {
        if let Some((source, step)) = self.at.take() {
            self.read_edition(source, step);
            return true;
        }
        match self.editions.next() {
            Some((source, Some(edition))) => {
                self.at = Some((source, Step::of(edition)));
                true
            }
            Some((source, None)) => {
                self.places.end(source, Some(SourceFault::Absent));
                true
            }
            None => self.places.places.get(self.indexer.len()).map(|place| self.indexer.add(place)).is_some(),
        }
    }

    /// Reads a little more of an edition.
    fn read_edition(&mut self, source: DirectorySource, mut step: Step) {
        match &mut step {
            Step::Text(text) => match text.read_next() {
                Ok(true) => {}
                Ok(false) => step = step.read(),
                Err(SnapshotError::Newer { .. }) => return self.places.end(source, Some(SourceFault::Newer)),
                Err(SnapshotError::Unreadable) => return self.places.end(source, Some(SourceFault::Unreadable)),
            },
            Step::Places(places) => match places.next() {
                Some(place) => self.places.add(&source, place),
                None => return self.places.end(source, None),
            },
        }
        self.at = Some((source, step));
    }

    /// What was read.
    pub fn finish(self) -> ImportedPlaces {
        ImportedPlaces { index: self.indexer.finish(), ..self.places }
    }
}

impl ImportedPlaces {
    /// Puts the texts of the current editions together. A place that several sources describe is shown once, as
    /// described last. Sources may use the same identifiers for different places: these are kept apart.
    pub fn read(editions: Editions, lexicon: Lexicon<'_>) -> Self {
        let mut reader = PlacesReader::new(editions, lexicon);
        while reader.read_next() {}
        reader.finish()
    }

    /// Every place of this source was added, or none could be.
    fn end(&mut self, source: DirectorySource, fault: Option<SourceFault>) {
        self.sources.push(ReadSource { source, fault });
    }

    /// Adds a place of the source that is being read.
    fn add(&mut self, source: &DirectorySource, place: SharedPlace) {
        let number = self.sources.len();
        match self.known(number, &place) {
            Some(position) => {
                let first = self.origins.get(position).copied();
                self.described_by.entry(position).or_default().extend(first.into_iter().chain([number]));
                self.describe_again(position, number, source, place);
            }
            None => self.keep(number, source, place),
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
    fn describe_again(&mut self, position: usize, number: usize, source: &DirectorySource, mut place: SharedPlace) {
        let (Some(known), Some(origin)) = (self.places.get_mut(position), self.origins.get_mut(position)) else {
            return;
        };
        let known_source = self.sources.get(*origin).map(|read| &read.source);
        let known_age = age(known, known_source.map(|source| source.current.imported_on));
        if age(&place, Some(source.current.imported_on)) > known_age {
            if place.id != known.id {
                Arc::make_mut(&mut place).id = known.id.clone();
            }
            *known = place;
            *origin = number;
        }
    }

    /// Keeps a place that is not here yet, under another identifier when its own is taken.
    fn keep(&mut self, number: usize, source: &DirectorySource, mut place: SharedPlace) {
        if self.positions.contains_key(&place.id) {
            self.namesakes.entry(place.id.clone()).or_default().push(self.places.len());
            self.own_ids.insert(self.places.len(), place.id.clone());
        }
        while self.positions.contains_key(&place.id) {
            Arc::make_mut(&mut place).id = place.id.within(source.key.id.as_str());
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
    pub fn places(&self) -> &[SharedPlace] {
        &self.places
    }

    /// The place at a position.
    pub fn at(&self, position: usize) -> Option<&Place> {
        self.places.get(position).map(AsRef::as_ref)
    }

    /// Where a place is.
    pub fn position(&self, id: &PlaceId) -> Option<usize> {
        self.positions.get(id).copied()
    }

    /// A place by its identifier.
    pub fn place(&self, id: &PlaceId) -> Option<&Place> {
        self.at(self.position(id)?)
    }

    /// Where the places are that may have borne this identifier when it was noted: which source keeps one that several use
    /// depends on the sources that are here.
    pub fn bearing<'a>(&'a self, id: &'a PlaceId) -> impl Iterator<Item = usize> {
        let namesakes = self.namesakes.get(id).into_iter().flatten().copied();
        let restored = self.sources.iter().filter_map(|read| id.outside(read.source.key.id.as_str()));
        let restored = restored.filter_map(|id| self.position(&id));
        self.position(id).into_iter().chain(namesakes).chain(restored)
    }

    /// The source that a place is shown from.
    pub fn source_of(&self, id: &PlaceId) -> Option<&DirectorySource> {
        let origin = self.origins.get(self.position(id)?)?;
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

    /// What a place is called by each source that describes it, the one it is shown from first.
    pub fn identities(&self, id: &PlaceId) -> Vec<PlaceIdentity> {
        let Some(position) = self.position(id) else { return Vec::new() };
        let own = self.own_ids.get(&position).unwrap_or(id);
        let shown_from = self.origins.get(position).copied();
        let others = self.described_by.get(&position).into_iter().flatten().copied();
        let numbers = shown_from.into_iter().chain(others.filter(|number| Some(*number) != shown_from));
        let sources = numbers.filter_map(|number| self.sources.get(number));
        sources.filter_map(|read| PlaceIdentity::new(&read.source.key.id, own).ok()).collect()
    }

    /// The place that a source calls so.
    pub fn described_as(&self, source: &RecordId, id: &PlaceId) -> Option<&Place> {
        let number = self.sources.iter().position(|read| read.source.key.id == *source)?;
        let is_so = |position: &usize| {
            let is_own = self.own_ids.get(position).is_none_or(|own| own == id);
            let describes = self.described_by.get(position).is_some_and(|all| all.contains(&number));
            is_own && (describes || self.origins.get(*position) == Some(&number))
        };
        let namesakes = self.namesakes.get(id).into_iter().flatten();
        let position = self.positions.get(id).into_iter().chain(namesakes).copied().find(is_so)?;
        self.at(position)
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
