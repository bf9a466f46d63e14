//! What a new edition would do to what is known here of its places.

use super::super::field::PlaceField;
use super::super::imported::ImportedPlaces;
use super::super::place::{Place, PlaceId};
use super::super::resemblance::{Proposal, Resemblances};
use super::correction::Verdict;
use super::identity::PlaceTrace;
use super::lives::Lives;
use super::model::{Correction, PlaceLife};
use crate::records::RecordId;
use std::collections::BTreeMap;

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

/// Weighs a new edition of a source against what is known here; `directory` holds the other sources.
pub fn review<'a>(lives: &'a Lives, directory: &'a ImportedPlaces, source: &RecordId, new: &'a [Place]) -> Review<'a> {
    let by_id: BTreeMap<&PlaceId, &'a Place> = new.iter().map(|place| (&place.id, place)).collect();
    let in_new = |trace: &PlaceTrace| by_id.get(&trace.place).copied().filter(|_| trace.source == *source);
    let mut review = Review::default();
    for life in lives.iter() {
        let place = life.place.as_ref().and_then(|trace| lives.place_of(trace, in_new));
        review.corrections.extend(place.into_iter().flat_map(|place| judged(life, place)));
    }
    review.corrections.sort_by_key(|judged| judged.verdict);
    let find = |trace: &PlaceTrace| match trace.source == *source {
        true => in_new(trace),
        false => directory.described_as(&trace.source, &trace.place),
    };
    let is_of_source = |life: &&PlaceLife| {
        let traces = [&life.place, &life.attached_to].into_iter().flatten();
        traces.into_iter().any(|trace| trace.source == *source)
    };
    review.unplaced = proposed(lives.orphans(find).into_iter().filter(is_of_source).collect(), new);
    review
}

/// What is known of places that no source here describes any more, with the places that they may have become.
pub fn lost<'a>(lives: &'a Lives, directory: &'a ImportedPlaces) -> Vec<Unplaced<'a>> {
    let find = |trace: &PlaceTrace| directory.described_as(&trace.source, &trace.place);
    proposed(lives.orphans(find), directory.places())
}

fn proposed<'a>(orphans: Vec<&'a PlaceLife>, places: &'a [Place]) -> Vec<Unplaced<'a>> {
    if orphans.is_empty() {
        return Vec::new();
    }
    let resemblances = Resemblances::new(places);
    let propose = |life: &'a PlaceLife| Unplaced {
        life,
        proposals: life.place.as_ref().map(|trace| resemblances.of(&trace.marks())).unwrap_or_default(),
    };
    orphans.into_iter().map(propose).collect()
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
