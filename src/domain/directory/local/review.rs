//! What a new edition would do to what is known here of its places.

use super::super::field::PlaceField;
use super::super::imported::ImportedPlaces;
use super::super::place::{Place, PlaceId, SharedPlace};
use super::super::resemblance::{Proposal, Resemblances};
use super::correction::Verdict;
use super::identity::PlaceTrace;
use super::lives::Lives;
use super::model::{Correction, PlaceLife};
use crate::records::{Key, RecordId};
use std::collections::{BTreeMap, BTreeSet};

/// What a new edition would do, before it is adopted.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Review<'a> {
    /// What it says of each correction, those it contradicts first.
    pub corrections: Vec<Judged<'a>>,
    /// What is known of places that would be nowhere.
    pub unplaced: Vec<Unplaced<'a>>,
}

/// A correction, and what the new edition says of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Judged<'a> {
    /// The record that holds it.
    pub life: &'a PlaceLife,
    /// The place in the new edition.
    pub place: &'a Place,
    pub field: PlaceField,
    pub correction: &'a Correction,
    pub verdict: Verdict,
}

/// What is known of a place that is nowhere, and the places that it may have become, the likeliest first.
#[derive(Clone, Debug, PartialEq)]
pub struct Unplaced<'a> {
    pub life: &'a PlaceLife,
    pub proposals: Vec<Proposal<'a>>,
}

/// A new edition being weighed against what is known here, one place at a time.
#[derive(Debug)]
pub struct Reviewer<'a> {
    lives: &'a Lives,
    directory: &'a ImportedPlaces,
    source: &'a RecordId,
    new: &'a [SharedPlace],
    by_id: BTreeMap<&'a PlaceId, &'a Place>,
    arranged: usize,
    /// Once the new places are arranged.
    weighed: Option<(Vec<Judged<'a>>, Proposing<'a>)>,
}

impl<'a> Reviewer<'a> {
    /// Weighs a new edition of a source; `directory` holds the other sources.
    pub fn new(lives: &'a Lives, directory: &'a ImportedPlaces, source: &'a RecordId, new: &'a [SharedPlace]) -> Self {
        Self { lives, directory, source, new, by_id: BTreeMap::new(), arranged: 0, weighed: None }
    }

    /// Weighs a little more; whether there was something left to weigh.
    pub fn read_next(&mut self) -> bool {
        if let Some(place) = self.new.get(self.arranged) {
            self.by_id.insert(&place.id, place);
            self.arranged += 1;
            return true;
        }
        match &mut self.weighed {
            Some((_, proposing)) => proposing.read_next(),
            None => {
                self.weighed = Some((self.judge(), Proposing::new(self.unplaced(), self.new)));
                true
            }
        }
    }

    /// What the new edition would do.
    pub fn finish(mut self) -> Review<'a> {
        while self.read_next() {}
        let Some((corrections, proposing)) = self.weighed else { return Review::default() };
        Review { corrections, unplaced: proposing.finish() }
    }

    fn in_new(&self, trace: &PlaceTrace) -> Option<&'a Place> {
        self.by_id.get(&trace.place).copied().filter(|_| trace.source == *self.source)
    }

    fn judge(&self) -> Vec<Judged<'a>> {
        let mut corrections: Vec<Judged<'a>> = Vec::new();
        for life in self.lives.iter() {
            let place = life.place.as_ref().and_then(|trace| self.lives.place_of(trace, |trace| self.in_new(trace)));
            corrections.extend(place.into_iter().flat_map(|place| judged(life, place)));
        }
        corrections.sort_by_key(|judged| judged.verdict);
        corrections
    }

    fn unplaced(&self) -> Vec<&'a PlaceLife> {
        let find = |trace: &PlaceTrace| match trace.source == *self.source {
            true => self.in_new(trace),
            false => self.directory.described_as(&trace.source, &trace.place),
        };
        let is_of_source = |life: &&PlaceLife| traces(life).any(|trace| trace.source == *self.source);
        self.lives.orphans(find).into_iter().filter(is_of_source).collect()
    }
}

/// Weighs a new edition at once.
pub fn review<'a>(
    lives: &'a Lives,
    directory: &'a ImportedPlaces,
    source: &'a RecordId,
    new: &'a [SharedPlace],
) -> Review<'a> {
    Reviewer::new(lives, directory, source, new).finish()
}

/// What is known of places that no source here describes any more. A source whose places cannot be read now has lost
/// none.
pub fn lost<'a>(lives: &'a Lives, directory: &ImportedPlaces) -> Vec<&'a PlaceLife> {
    let find = |trace: &PlaceTrace| directory.described_as(&trace.source, &trace.place);
    let unread = unread_sources(directory);
    let is_lost = |life: &&PlaceLife| !traces(life).any(|trace| unread.contains(&trace.source));
    lives.orphans(find).into_iter().filter(is_lost).collect()
}

/// What is to be looked for among the places of a directory, once these are lost: what was looked for before, as long as
/// it holds all of them. Each life says only which place it is about.
pub fn sought(before: Option<&[PlaceLife]>, lost: &[PlaceLife]) -> Vec<PlaceLife> {
    let about = |life: &PlaceLife| PlaceLife { place: life.place.clone(), ..PlaceLife::empty(life.key.clone()) };
    let now: Vec<PlaceLife> = lost.iter().map(about).collect();
    let holds_all = |before: &&[PlaceLife]| {
        let known: BTreeMap<&Key, &PlaceLife> = before.iter().map(|life| (&life.key, life)).collect();
        now.iter().all(|life| known.get(&life.key) == Some(&life))
    };
    match before.filter(holds_all) {
        Some(before) => before.to_vec(),
        None => now,
    }
}

/// The sources whose places cannot be read here.
pub(super) fn unread_sources(directory: &ImportedPlaces) -> BTreeSet<&RecordId> {
    let unread = directory.sources().iter().filter(|read| read.fault.is_some());
    unread.map(|read| &read.source.key.id).collect()
}

/// Where what is known of a place says that it is, or was.
fn traces(life: &PlaceLife) -> impl Iterator<Item = &PlaceTrace> {
    [&life.place, &life.attached_to].into_iter().flatten()
}

/// Places being looked for among others, which are arranged one at a time: not at all when none is looked for.
#[derive(Debug)]
pub struct Proposing<'a> {
    orphans: Vec<&'a PlaceLife>,
    resemblances: Resemblances<'a>,
}

impl<'a> Proposing<'a> {
    pub fn new(orphans: Vec<&'a PlaceLife>, places: &'a [SharedPlace]) -> Self {
        Self { orphans, resemblances: Resemblances::among(places) }
    }

    /// Arranges a little more; whether there was something left.
    pub fn read_next(&mut self) -> bool {
        !self.orphans.is_empty() && self.resemblances.read_next()
    }

    /// What each of them may have become.
    pub fn finish(mut self) -> Vec<Unplaced<'a>> {
        while self.read_next() {}
        let resemblances = self.resemblances;
        let propose = |life: &'a PlaceLife| Unplaced {
            life,
            proposals: life.place.as_ref().map(|trace| resemblances.of(&trace.marks())).unwrap_or_default(),
        };
        self.orphans.into_iter().map(propose).collect()
    }
}

fn judged<'a>(life: &'a PlaceLife, place: &'a Place) -> impl Iterator<Item = Judged<'a>> {
    life.corrections.iter().map(move |(field, correction)| {
        let verdict = correction.verdict(*field, place);
        Judged { life, place, field: *field, correction, verdict }
    })
}

#[cfg(test)]
#[path = "review_tests.rs"]
mod tests;
