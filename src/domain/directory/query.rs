//! What somebody looks for in the directory: words, and conditions that places must meet.

use super::filter::Feature;
use super::hours::Hours;
use super::place::PlaceId;
use crate::domain::commune::{InseeCode, Territory};
use chrono::{NaiveDateTime, Weekday};
use std::collections::BTreeSet;

/// What is looked for. Everything asked must be met; of several features about one matter, one is enough.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct DirectoryQuery {
    /// Words, as typed.
    pub text: String,
    pub conditions: Conditions,
    pub display: Display,
}

/// How what is found is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Display {
    #[default]
    List,
    Map,
}

/// What places must meet. A place that says nothing of what is asked does not meet it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Conditions {
    pub features: BTreeSet<Feature>,
    pub opening: Option<Opening>,
    pub area: Option<Area>,
    pub around: Option<Around>,
    pub is_recent: bool,
    pub is_favourite: bool,
}

/// When a place must be open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Opening {
    Now,
    On(Weekday),
}

impl Opening {
    /// Whether a place with these hours is open then; `now` is civil time in Paris.
    pub fn is_met_by(self, hours: &Hours, now: NaiveDateTime) -> bool {
        match self {
            Self::Now => hours.is_open(now),
            Self::On(day) => hours.opens_on(day, now.date()),
        }
    }
}

/// Where a place must be.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Area {
    Commune(InseeCode),
    Territory(Territory),
}

/// How near a place must be, and to what.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Around {
    pub from: Origin,
    /// At most [`MAX_RADIUS_KM`].
    pub radius_km: u16,
}

/// From where distances are counted.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Origin {
    /// The centre of a commune.
    Commune(InseeCode),
    Place(PlaceId),
}

/// The distances proposed.
pub const RADII_KM: [u16; 5] = [1, 2, 5, 10, 20];
/// The one taken where none is chosen.
pub const RADIUS_KM: u16 = 5;
/// Farther is everywhere.
pub const MAX_RADIUS_KM: u16 = 100;

/// One condition, to name it and to take it away.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Condition {
    Feature(Feature),
    Opening(Opening),
    Area(Area),
    Around(Around),
    Recent,
    Favourite,
}

impl DirectoryQuery {
    /// Words only.
    pub fn of_text(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }
}

impl Conditions {
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Each of them.
    pub fn list(&self) -> Vec<Condition> {
        let features = self.features.iter().copied().map(Condition::Feature);
        let opening = self.opening.map(Condition::Opening);
        let area = self.area.clone().map(Condition::Area);
        let around = self.around.clone().map(Condition::Around);
        let recent = self.is_recent.then_some(Condition::Recent);
        let favourite = self.is_favourite.then_some(Condition::Favourite);
        features.chain(opening).chain(area).chain(around).chain(recent).chain(favourite).collect()
    }

    /// Takes one away.
    pub fn remove(&mut self, condition: &Condition) {
        match condition {
            Condition::Feature(feature) => drop(self.features.remove(feature)),
            Condition::Opening(_) => self.opening = None,
            Condition::Area(_) => self.area = None,
            Condition::Around(_) => self.around = None,
            Condition::Recent => self.is_recent = false,
            Condition::Favourite => self.is_favourite = false,
        }
    }

    /// Asks for a feature, or no longer.
    pub fn set_feature(&mut self, feature: Feature, is_asked: bool) {
        if is_asked {
            self.features.insert(feature);
        } else {
            self.features.remove(&feature);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::standard::{Fee, Service};
    use super::*;

    #[test]
    fn each_condition_is_listed_and_can_be_taken_away() {
        let mut conditions = Conditions {
            features: [Feature::Service(Service::SafeUse), Feature::Fee(Fee::Free)].into(),
            opening: Some(Opening::On(Weekday::Sat)),
            area: Some(Area::Commune(InseeCode::new("93008").unwrap())),
            around: Some(Around { from: Origin::Place(PlaceId::new("a").unwrap()), radius_km: 2 }),
            is_recent: true,
            is_favourite: true,
        };
        let list = conditions.list();
        assert_eq!(list.len(), 7);
        for (taken, condition) in list.iter().enumerate() {
            assert_eq!(conditions.list(), list[taken..]);
            conditions.remove(condition);
        }
        assert!(conditions.is_empty());
    }
}
