//! A place to propose, in words: what to know before going there.

use super::{directory as words, format, places};
use crate::domain::directory::nearest::FittingPlace;
use crate::domain::directory::opening::OpenState;
use crate::domain::directory::place::PlaceId;
use chrono::NaiveDateTime;

/// A fitting place, as shown.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct NearbyPlace {
    pub id: PlaceId,
    pub name: String,
    pub phones: Vec<Phone>,
    pub address: Vec<String>,
    /// « 650 m »; none without a commune to count from.
    pub distance: Option<String>,
    pub open: String,
    pub is_open: bool,
    pub differs_in_school_holidays: bool,
    /// Why it fits, in a few words each.
    pub fits: Vec<&'static str>,
    /// The directory and how far its description may be relied upon.
    pub source: String,
    pub asks_for_a_call: bool,
    pub is_itinerant: bool,
}

/// A telephone number, as read and as dialled.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Phone {
    pub text: String,
    pub link: Option<String>,
}

impl Phone {
    pub fn new(number: &str) -> Self {
        Self { text: format::phone(number), link: format::phone_link(number) }
    }
}

/// Says a fitting place of the directory named `source`.
pub fn describe(found: &FittingPlace<'_>, source: &str, now: NaiveDateTime) -> NearbyPlace {
    let place = found.place;
    NearbyPlace {
        id: place.id.clone(),
        name: place.name.clone(),
        phones: place.phones().map(Phone::new).collect(),
        address: places::address(place),
        distance: found.distance.map(words::distance),
        open: words::open_state(found.open, now),
        is_open: matches!(found.open, OpenState::Open { .. }),
        differs_in_school_holidays: place.differs_in_school_holidays(),
        fits: found.fits.reasons.iter().map(|reason| words::feature(*reason)).collect(),
        source: format!("{source}. {}", words::freshness(found.freshness)),
        asks_for_a_call: found.freshness.asks_for_a_call(),
        is_itinerant: place.is_itinerant(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::communes::communes;
    use crate::domain::commune::InseeCode;
    use crate::domain::directory::filter::PlaceFilter;
    use crate::domain::directory::nearest::{Request, nearest};
    use crate::domain::directory::place::{Coordinates, Place};
    use crate::domain::directory::standard::Service;
    use std::collections::BTreeSet;

    fn place() -> Place {
        let mut place = Place::named(PlaceId::new("fictif-1").unwrap(), "Le Relais fictif");
        place.phone = "0199001234|0199001235".into();
        place.address = "3 rue de l’Exemple".into();
        place.commune = "Bobigny".into();
        place.coordinates = Some(Coordinates { lat_udeg: 48_910_000, lon_udeg: 2_440_000 });
        place.hours = "Mo-Fr 09:00-12:00".into();
        place.services.known = vec![Service::AdministrativeHelp];
        place.updated_on = Some("2024-01-05".parse().unwrap());
        place
    }

    fn said(origin: Option<&str>) -> NearbyPlace {
        said_of(&place(), origin)
    }

    fn said_of(place: &Place, origin: Option<&str>) -> NearbyPlace {
        let filter = PlaceFilter { services: vec![Service::AdministrativeHelp], ..PlaceFilter::default() };
        let origin = origin.map(|code| InseeCode::new(code).unwrap());
        let now = "2026-11-23T10:00:00".parse().unwrap();
        let request = Request {
            filter: &filter,
            origin: origin.as_ref(),
            communes: &communes().unwrap().communes,
            now,
            verified: &BTreeSet::new(),
        };
        let found = nearest([place], request, 3);
        describe(&found[0], "Annuaire fictif", now)
    }

    #[test]
    fn a_place_is_said_with_its_telephone_its_distance_and_its_age() {
        let said = said(Some("93008"));
        assert_eq!(said.phones[0].text.replace('\u{a0}', " "), "01 99 00 12 34");
        assert_eq!(said.phones[1].link.as_deref(), Some("tel:+33199001235"));
        assert!(said.distance.is_some_and(|distance| distance.ends_with('m')));
        assert!(said.is_open && said.open.starts_with("Ouvert jusqu’à"));
        assert_eq!(said.fits.len(), 1);
        assert!(said.asks_for_a_call && said.source.starts_with("Annuaire fictif"));
        assert!(said.source.contains("5\u{a0}janvier 2024"), "{}", said.source);
    }

    #[test]
    fn a_place_tells_of_school_holidays() {
        for (hours, expected) in [("Mo-Fr 09:00-12:00; SH off", true), ("Mo-Fr 09:00-12:00", false), ("à voir", false)]
        {
            let place = Place { hours: hours.into(), ..place() };
            assert_eq!(said_of(&place, None).differs_in_school_holidays, expected, "{hours}");
        }
    }

    #[test]
    fn without_a_commune_no_distance_is_given() {
        assert_eq!(said(None).distance, None);
    }
}
