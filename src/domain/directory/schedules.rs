//! The opening hours of a whole directory.

use super::hours::Hours;
use super::imported::ImportedPlaces;
use super::place::Place;
use super::query::Opening;
use chrono::NaiveDateTime;
use std::collections::BTreeMap;

/// The opening hours of all places as imported, read once: the notation is slow to read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Schedules {
    /// Each text once.
    hours: Vec<Option<Hours>>,
    /// By position in the directory.
    of_place: Vec<u32>,
}

/// The opening hours of a directory, being read.
#[derive(Debug)]
pub struct ScheduleReader<'a> {
    texts: std::vec::IntoIter<&'a str>,
    schedules: Schedules,
}

impl<'a> ScheduleReader<'a> {
    pub fn new(directory: &'a ImportedPlaces) -> Self {
        let mut numbers = BTreeMap::<&str, u32>::new();
        let mut texts = Vec::new();
        let mut number = |place: &'a Place| {
            *numbers.entry(place.hours.as_str()).or_insert_with(|| {
                texts.push(place.hours.as_str());
                texts.len() as u32 - 1
            })
        };
        let of_place = directory.places().iter().map(|place| number(place)).collect();
        Self { texts: texts.into_iter(), schedules: Schedules { hours: Vec::new(), of_place } }
    }

    /// Reads one more text; whether there was one.
    pub fn read_next(&mut self) -> bool {
        let Some(text) = self.texts.next() else { return false };
        self.schedules.hours.push(Hours::parse(text).ok());
        true
    }

    /// What was read.
    pub fn finish(self) -> Schedules {
        self.schedules
    }
}

impl Schedules {
    /// For each place, whether its hours answer.
    pub fn answers(&self, opening: Opening, now: NaiveDateTime) -> Vec<bool> {
        let is_open = |hours: &Option<Hours>| hours.as_ref().is_some_and(|hours| opening.is_met_by(hours, now));
        let open: Vec<bool> = self.hours.iter().map(is_open).collect();
        self.of_place.iter().map(|number| open.get(*number as usize).copied().unwrap_or(false)).collect()
    }
}
