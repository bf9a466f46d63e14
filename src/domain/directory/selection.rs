//! Which places of a directory meet conditions, and the order in which to show them.

use super::collection::Directory;
use super::filter::Feature;
use super::hours::Hours;
use super::nearest::{Distance, Freshness, distance};
use super::place::{Coordinates, Place, PlaceId};
use super::query::{Area, Conditions, Opening, Origin};
use super::search::Answers;
use crate::domain::commune::{Commune, Communes, FormerCommune, InseeCode, PostalCode};
use crate::domain::fold::fold;
use chrono::NaiveDateTime;
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// What conditions are weighed against.
#[derive(Clone, Copy, Debug)]
pub struct Circumstances<'a> {
    pub communes: &'a Communes,
    /// Civil time in Paris.
    pub now: NaiveDateTime,
    /// The places that someone here has checked lately.
    pub verified: &'a BTreeSet<PlaceId>,
    /// The places that someone here comes back to.
    pub favourites: &'a BTreeSet<PlaceId>,
}

/// The places that meet conditions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// By position in the directory.
    kept: Vec<bool>,
    /// By position, from the origin that was asked.
    distances: Option<Vec<Option<Distance>>>,
}

/// What is found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matches {
    /// In the order to show them.
    pub positions: Vec<usize>,
    /// They are near to what was typed: the very words are nowhere.
    pub forgives: bool,
}

impl Selection {
    /// How far a place is from the origin that was asked.
    pub fn distance(&self, position: usize) -> Option<Distance> {
        self.distances.as_ref()?.get(position).copied().flatten()
    }
}

impl Directory {
    /// The places that meet conditions.
    pub fn select(&self, conditions: &Conditions, circumstances: Circumstances<'_>) -> Selection {
        let Circumstances { communes, now, verified, favourites } = circumstances;
        let mut kept = vec![true; self.len()];
        let mut keep = |is_kept: &mut dyn FnMut(usize, &Place) -> bool| {
            for ((position, place), kept) in self.places().enumerate().zip(&mut kept) {
                *kept = *kept && is_kept(position, place);
            }
        };
        let features: Vec<Feature> = conditions.features.iter().copied().collect();
        for akin in features.chunk_by(|a, b| a.is_akin_to(*b)) {
            keep(&mut |_, place| akin.iter().any(|feature| feature.is_said_of(place)));
        }
        if let Some(area) = &conditions.area {
            let area = Bounds::of(area, communes);
            keep(&mut |_, place| area.hold(place));
        }
        if conditions.is_recent {
            keep(&mut |_, place| {
                let is_verified = verified.contains(&place.id);
                !Freshness::of(place.updated_on, now.date(), is_verified).asks_for_a_call()
            });
        }
        if conditions.is_favourite {
            keep(&mut |_, place| favourites.contains(&place.id));
        }
        if let Some(opening) = conditions.opening {
            let open = self.open_then(opening, now);
            keep(&mut |position, _| open.get(position).copied().unwrap_or(false));
        }
        let distances = conditions.around.as_ref().map(|around| {
            let from = self.point(&around.from, communes);
            let away = |place| from.and_then(|from| distance(place, from, communes));
            let distances: Vec<Option<Distance>> = self.places().map(away).collect();
            let radius_m = u32::from(around.radius_km) * 1_000;
            keep(&mut |position, _| {
                let distance = distances.get(position).copied().flatten();
                distance.is_some_and(|distance| distance.metres <= radius_m)
            });
            distances
        });
        Selection { kept, distances }
    }

    /// The selected places that answer the words: those that answer best, then the nearest, then by name.
    pub fn find(&self, text: &str, selection: &Selection) -> Matches {
        let answers = self.answers(text);
        let forgives = answers.as_ref().is_some_and(|answers| answers.forgives);
        let scores = answers.map(|Answers { scores: [scores], .. }| scores);
        let score = |position: usize| scores.as_ref().map(|scores| scores.get(position).copied().unwrap_or_default());
        let is_kept = |position: &usize| selection.kept.get(*position).copied().unwrap_or(false);
        let mut found: Vec<_> = (0..self.len())
            .filter(is_kept)
            .filter(|position| score(*position) != Some(0))
            .map(|position| {
                let metres = selection.distance(position).map(|distance| distance.metres);
                (Reverse(score(position)), metres, self.rank(position), position)
            })
            .collect();
        found.sort_unstable();
        Matches { positions: found.into_iter().map(|(_, _, _, position)| position).collect(), forgives }
    }

    /// The places that answer the words, wherever they are.
    pub fn find_anywhere(&self, text: &str) -> Matches {
        self.find(text, &Selection { kept: vec![true; self.len()], distances: None })
    }

    /// For each place, whether it is open then. Until the hours are read none is known to be, and one that is closed for
    /// good never is.
    fn open_then(&self, opening: Opening, now: NaiveDateTime) -> Vec<bool> {
        let schedules = self.imports().schedules();
        let mut open = schedules.map(|schedules| schedules.answers(opening, now)).unwrap_or_default();
        let hours_corrected = self.corrected().filter(|(_, known, imported)| known.hours != imported.hours);
        for (position, known, _) in hours_corrected {
            if let Some(open) = open.get_mut(position) {
                *open = Hours::parse(&known.hours).is_ok_and(|hours| opening.is_met_by(&hours, now));
            }
        }
        for (position, open) in open.iter_mut().enumerate() {
            *open &= !self.is_closed_at(position);
        }
        open
    }

    fn point(&self, origin: &Origin, communes: &Communes) -> Option<Coordinates> {
        match origin {
            Origin::Commune(code) => communes.centre(code),
            Origin::Place(id) => self.place(id).and_then(|place| place.position(communes)),
        }
    }
}

/// The codes and names by which descriptions say that they are in an area: those before a merger too.
struct Bounds {
    codes: BTreeSet<InseeCode>,
    names: BTreeSet<String>,
    postal_codes: BTreeSet<PostalCode>,
}

impl Bounds {
    fn of(area: &Area, communes: &Communes) -> Self {
        let mut bounds = Self { codes: BTreeSet::new(), names: BTreeSet::new(), postal_codes: BTreeSet::new() };
        match area {
            Area::Commune(code) => match communes.by_code(code) {
                // The address of a former commune stays its own.
                Some(commune) if commune.code != *code => {
                    bounds.postal_codes.extend(commune.postal_codes.iter().cloned());
                    commune.former.iter().filter(|old| old.code == *code).for_each(|old| bounds.add_former(old));
                }
                Some(commune) => bounds.add(commune),
                None => drop(bounds.codes.insert(code.clone())),
            },
            Area::Territory(territory) => {
                communes
                    .iter()
                    .filter(|commune| commune.territory == *territory)
                    .for_each(|commune| bounds.add(commune));
            }
        }
        bounds
    }

    fn add(&mut self, commune: &Commune) {
        self.codes.insert(commune.code.clone());
        self.names.insert(fold(&commune.name));
        self.postal_codes.extend(commune.postal_codes.iter().cloned());
        commune.former.iter().for_each(|old| self.add_former(old));
    }

    fn add_former(&mut self, former: &FormerCommune) {
        self.codes.insert(former.code.clone());
        self.names.insert(fold(&former.name));
    }

    fn hold(&self, place: &Place) -> bool {
        match &place.insee_code {
            Some(code) => self.codes.contains(code),
            // Communes far apart bear the same name.
            None => {
                let is_here = place.postal_code.as_ref().is_none_or(|code| self.postal_codes.contains(code));
                is_here && self.names.contains(&fold(&place.commune))
            }
        }
    }
}

#[cfg(test)]
#[path = "selection_tests.rs"]
mod tests;
