//! Search as one types: by any word of a place's description, whatever the accents, gender, number or one slip.

mod forms;
mod query;
mod typo;
mod words;

use super::place::Place;
use super::standard::{Service, StandardValue, Values};
use super::typology::Typologies;
use crate::domain::commune::{Commune, Communes};
use crate::domain::fold::fold;
pub use query::{Answers, Query, Score, Searched};
use std::collections::BTreeMap;
use words::{Collector, Nearness, Part, Words};

/// What the codes found in descriptions stand for.
#[derive(Clone, Copy, Debug)]
pub struct Lexicon<'a> {
    pub typologies: &'a Typologies,
    pub communes: &'a Communes,
    pub service_words: &'a ServiceWords,
}

/// What people say when they look for each service.
pub type ServiceWords = BTreeMap<Service, String>;

/// The searchable words of places, prepared once.
#[derive(Clone, Debug, Default)]
pub struct DirectoryIndex {
    words: Words,
    /// Folded names, by position.
    names: Vec<Box<str>>,
    /// The positions in the order of names.
    order: Vec<u32>,
    /// The rank of each place in that order.
    ranks: Vec<u32>,
}

/// Places being prepared, one after the other.
#[derive(Debug)]
pub struct Indexer<'a> {
    lexicon: Lexicon<'a>,
    words: Collector<'a>,
    names: Vec<Box<str>>,
}

impl<'a> Indexer<'a> {
    pub fn new(lexicon: Lexicon<'a>) -> Self {
        Self { lexicon, words: Collector::default(), names: Vec::new() }
    }

    /// How many places are prepared: the position of the next one.
    pub fn len(&self) -> usize {
        self.names.len()
    }

    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// Prepares one more place.
    pub fn add(&mut self, place: &Place) {
        let at = self.names.len() as u32;
        let name = fold(&place.name).into_boxed_str();
        self.words.add(at, Part::Name, &name);
        self.names.push(name);
        self.add_whereabouts(at, place);
        self.add_offer(at, place);
        for text in [&place.summary, &place.detail] {
            self.words.add(at, Part::Text, &fold(text));
        }
        for words in place.services.known.iter().filter_map(|service| self.lexicon.service_words.get(service)) {
            self.words.add_known(at, Part::Said, words);
        }
    }

    fn add_whereabouts(&mut self, at: u32, place: &Place) {
        self.words.add(at, Part::Where, &fold(&place.commune));
        self.words.add(at, Part::Where, place.postal_code.as_ref().map_or("", |code| code.as_str()));
        if let Some(commune) = commune_of(place, self.lexicon.communes) {
            self.words.add_known(at, Part::Where, commune.territory.as_str());
        }
        for text in [&place.address, &place.address_extra] {
            self.words.add(at, Part::Address, &fold(text));
        }
    }

    fn add_offer(&mut self, at: u32, place: &Place) {
        self.words.add(at, Part::Offer, &fold(&place.parent));
        for code in &place.typology {
            // A code that is not of the list is one of the file's own words.
            match self.lexicon.typologies.words_of(code) {
                Some(words) => self.words.add_known(at, Part::Offer, words),
                None => self.words.add(at, Part::Offer, &fold(code)),
            }
        }
        self.add_values(at, &place.services);
        self.add_values(at, &place.programmes);
        self.add_values(at, &place.labels);
        self.add_values(at, &place.publics);
        self.add_values(at, &place.special_care);
        self.add_values(at, &place.fees);
        self.add_values(at, &place.access_modes);
        self.add_values(at, &place.support_modes);
        for label in &place.other_labels {
            self.words.add(at, Part::Offer, &fold(label));
        }
    }

    fn add_values<T: StandardValue>(&mut self, at: u32, values: &Values<T>) {
        for value in &values.known {
            self.words.add_known(at, Part::Offer, value.label());
        }
        for other in &values.other {
            self.words.add(at, Part::Offer, &fold(other));
        }
    }

    /// The places, ready to be searched.
    pub fn finish(self) -> DirectoryIndex {
        let names = self.names;
        let mut order: Vec<u32> = (0_u32..).take(names.len()).collect();
        order.sort_unstable_by_key(|at| (names.get(*at as usize), *at));
        let mut ranks = vec![0; names.len()];
        for (at, rank) in order.iter().zip(0_u32..) {
            if let Some(slot) = ranks.get_mut(*at as usize) {
                *slot = rank;
            }
        }
        DirectoryIndex { words: self.words.finish(), names, order, ranks }
    }
}

/// The commune of a place, when its codes leave no doubt.
fn commune_of<'a>(place: &Place, communes: &'a Communes) -> Option<&'a Commune> {
    if let Some(code) = &place.insee_code {
        return communes.by_code(code);
    }
    let code = place.postal_code.as_ref()?;
    let mut served = communes.iter().filter(|commune| commune.postal_codes.contains(code));
    served.next().filter(|_| served.next().is_none())
}

impl DirectoryIndex {
    /// Prepares places; results are positions among these.
    pub fn new<'p>(places: impl IntoIterator<Item = &'p Place>, lexicon: Lexicon<'_>) -> Self {
        let mut indexer = Indexer::new(lexicon);
        places.into_iter().for_each(|place| indexer.add(place));
        indexer.finish()
    }

    /// The rank of a place in the order of names.
    pub fn rank(&self, position: usize) -> u32 {
        self.ranks.get(position).copied().unwrap_or(u32::MAX)
    }

    /// The rank that a place of this name would take.
    pub fn rank_of(&self, name: &str) -> u32 {
        let name = fold(name);
        let is_before = |at: &u32| self.names.get(*at as usize).is_some_and(|other| **other < *name);
        self.order.partition_point(is_before) as u32
    }

    /// The words meant by a typed one: « st » stands for « saint » too, which is how communes are written.
    fn matching(&self, typed: &str) -> Vec<(u32, Nearness)> {
        let spelled_out = match typed {
            "st" => Some("saint"),
            "ste" => Some("sainte"),
            _ => None,
        };
        let mut found = self.words.matching(typed);
        found.extend(spelled_out.into_iter().flat_map(|word| self.words.matching(word)));
        found
    }
}

#[cfg(test)]
mod tests;
