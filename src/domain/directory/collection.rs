//! Every place known here: what the files say, with what people here know put over it.

use super::edition::DirectorySource;
use super::imported::{ImportedPlaces, ReadSource};
use super::local::correction::corrected;
use super::local::lives::Lives;
use super::place::{Place, PlaceId};
use super::search::{Answers, DirectoryIndex, Lexicon, Query};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The places of every source that could be read, as they are known here.
#[derive(Clone, Debug, Default)]
pub struct Directory {
    imports: Arc<ImportedPlaces>,
    /// The places that are corrected here, by position, as they are known here.
    corrected: BTreeMap<usize, Place>,
    /// By position, whether a place is corrected: what its file said of it is no longer searched. Short where nothing is.
    replaced: Vec<bool>,
    /// The places that someone here knows to be closed.
    closed: BTreeSet<usize>,
    /// The words of the corrected places, in the order of their positions.
    index: DirectoryIndex,
}

impl Directory {
    /// Puts what people here know of places over what the files say. A life that no place bears says nothing here.
    pub fn knowing(imports: Arc<ImportedPlaces>, lives: &Lives, lexicon: Lexicon<'_>) -> Self {
        let mut directory = Self { imports, ..Self::default() };
        let imports = Arc::clone(&directory.imports);
        for id in lives.places(&imports, |life| !life.corrections.is_empty() || life.closed.is_some()) {
            let Some((position, place)) = imports.position(&id).zip(imports.place(&id)) else { continue };
            let Some(life) = lives.in_directory(&imports, &id) else { continue };
            if life.closed.is_some() {
                directory.closed.insert(position);
            }
            if !life.corrections.is_empty() {
                directory.corrected.insert(position, corrected(place, &life));
            }
        }
        let end = directory.corrected.last_key_value().map_or(0, |(last, _)| last + 1);
        directory.replaced = (0..end).map(|position| directory.corrected.contains_key(&position)).collect();
        directory.index = DirectoryIndex::new(directory.corrected.values(), lexicon);
        directory
    }

    /// Puts editions together, without the words of any code.
    #[cfg(any(test, feature = "fixtures"))]
    pub fn read(editions: Vec<(DirectorySource, Option<String>)>, lives: &Lives) -> Self {
        use super::imported::Edition;
        let editions = editions.into_iter().map(|(source, text)| (source, text.map(Edition::Text))).collect();
        let (typologies, communes, service_words) = Default::default();
        let lexicon = Lexicon { typologies: &typologies, communes: &communes, service_words: &service_words };
        Self::knowing(Arc::new(ImportedPlaces::read(editions, lexicon)), lives, lexicon)
    }

    /// What the files say.
    pub fn imports(&self) -> &ImportedPlaces {
        &self.imports
    }

    /// Every source whose edition is current here, read or not.
    pub fn sources(&self) -> &[ReadSource] {
        self.imports.sources()
    }

    /// Whether a source could not be read: its places are missing.
    pub fn is_read_in_part(&self) -> bool {
        self.sources().iter().any(|source| source.fault.is_some())
    }

    /// How many places there are.
    pub fn len(&self) -> usize {
        self.imports.places().len()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Every place, by position.
    pub fn places(&self) -> impl Iterator<Item = &Place> {
        self.imports.places().iter().enumerate().map(|(position, place)| self.corrected.get(&position).unwrap_or(place))
    }

    /// The places where someone may be sent.
    pub fn open_places(&self) -> impl Iterator<Item = &Place> {
        let open = self.places().enumerate().filter(|(position, _)| !self.is_closed_at(*position));
        open.map(|(_, place)| place).filter(|place| !place.is_closed_to_public())
    }

    /// Whether someone here knows the place to be closed.
    pub fn is_closed(&self, id: &PlaceId) -> bool {
        self.imports.position(id).is_some_and(|position| self.is_closed_at(position))
    }

    /// Whether someone here knows the place at this position to be closed.
    pub fn is_closed_at(&self, position: usize) -> bool {
        self.closed.contains(&position)
    }

    /// A place by its identifier, as it is known here.
    pub fn place(&self, id: &PlaceId) -> Option<&Place> {
        self.at(self.imports.position(id)?)
    }

    /// The place at a position.
    pub fn at(&self, position: usize) -> Option<&Place> {
        self.corrected.get(&position).or_else(|| self.imports.at(position))
    }

    /// The places that may have borne this identifier when it was noted.
    pub fn bearing<'a>(&'a self, id: &'a PlaceId) -> impl Iterator<Item = &'a Place> {
        self.imports.bearing(id).filter_map(|position| self.at(position))
    }

    /// The places corrected here, by position, with what the files say of them.
    pub(super) fn corrected(&self) -> impl Iterator<Item = (usize, &Place, &Place)> {
        self.corrected.iter().filter_map(|(position, known)| Some((*position, known, self.imports.at(*position)?)))
    }

    /// The source that a place is shown from.
    pub fn source_of(&self, id: &PlaceId) -> Option<&DirectorySource> {
        self.imports.source_of(id)
    }

    /// The rank of a place in the order of names.
    pub fn rank(&self, position: usize) -> u32 {
        let index = self.imports.index();
        match self.corrected.get(&position) {
            Some(place) => index.rank_of(&place.name),
            None => index.rank(position),
        }
    }

    /// How well each place answers, by position. None where nothing was typed.
    pub fn answers(&self, text: &str) -> Option<Answers<1>> {
        let query = Query::read(text)?;
        let Answers { scores, forgives } =
            query.answers([self.imports.index().without(&self.replaced), (&self.index).into()]);
        let [mut scores, of_corrected] = scores;
        for (position, score) in self.corrected.keys().zip(of_corrected) {
            if let Some(slot) = scores.get_mut(*position) {
                *slot = score;
            }
        }
        Some(Answers { scores: [scores], forgives })
    }
}

#[cfg(test)]
#[path = "collection_tests.rs"]
mod tests;
