//! The places to propose for an orientation: those that fit, the best and nearest first.

use super::filter::{Fits, PlaceFilter};
use super::opening::{OpenState, open_state};
use super::place::{Coordinates, Place, PlaceId};
use crate::domain::commune::{Communes, InseeCode};
use crate::domain::fold::fold;
use chrono::{Days, Months, NaiveDate, NaiveDateTime};
use std::cmp::Ordering;
use std::collections::BTreeSet;

/// Within reach, a place that fits better comes before a nearer one. Beyond, no quality makes up for the way.
pub const REACH_M: u32 = 15_000;
/// A description older than this is not relied upon.
const FRESH_MONTHS: u32 = 12;

/// What is looked for, from where, when.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    pub filter: &'a PlaceFilter,
    /// The person's commune; `None` when it is elsewhere or not told.
    pub origin: Option<&'a InseeCode>,
    pub communes: &'a Communes,
    /// Civil time in Paris.
    pub now: NaiveDateTime,
    /// The places that someone here has checked.
    pub verified: &'a BTreeSet<PlaceId>,
}

/// A place that fits, with what to know before going there.
#[derive(Clone, Debug)]
pub struct FittingPlace<'a> {
    pub place: &'a Place,
    pub fits: Fits,
    /// From the centre of the person's commune.
    pub distance: Option<Distance>,
    pub open: OpenState,
    pub freshness: Freshness,
}

/// A distance and how well it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Distance {
    pub metres: u32,
    pub precision: Precision,
}

/// How well a place's position is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Precision {
    Exact,
    /// The file gives no usable coordinates: the centre of the place's commune stands for it.
    CommuneCentre,
}

/// How far a description may be relied upon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Freshness {
    /// Checked by someone here.
    Verified,
    Recent {
        since: NaiveDate,
    },
    Old {
        since: NaiveDate,
    },
    /// The file does not tell its date, or tells one in the future.
    Undated,
}

/// Whether what was true on a day may still be relied upon.
pub fn is_fresh(on: NaiveDate, today: NaiveDate) -> bool {
    on >= today.checked_sub_months(Months::new(FRESH_MONTHS)).unwrap_or(today)
}

impl Freshness {
    /// What the date of the description is worth today.
    pub fn of(updated_on: Option<NaiveDate>, today: NaiveDate, is_verified: bool) -> Self {
        // A day of margin: the file's producer may live overseas.
        let latest = today.checked_add_days(Days::new(1)).unwrap_or(today);
        match updated_on {
            _ if is_verified => Self::Verified,
            Some(since) if since > latest => Self::Undated,
            Some(since) if is_fresh(since, today) => Self::Recent { since },
            Some(since) => Self::Old { since },
            None => Self::Undated,
        }
    }

    /// Whether to telephone before going there.
    pub fn asks_for_a_call(self) -> bool {
        matches!(self, Self::Old { .. } | Self::Undated)
    }
}

/// The fitting places in the order to propose them, at most `limit`. Without an origin: by fit, then by name. Places
/// closed to the public are left out.
pub fn nearest<'a>(
    places: impl IntoIterator<Item = &'a Place>,
    request: Request<'_>,
    limit: usize,
) -> Vec<FittingPlace<'a>> {
    let origin = request.origin.and_then(|code| request.communes.centre(code));
    let mut found: Vec<Candidate<'a>> = places
        .into_iter()
        .filter(|place| !place.is_closed_to_public())
        .filter_map(|place| {
            let fits = request.filter.matches(place)?;
            let distance = origin.and_then(|origin| distance(place, origin, request.communes));
            Some(Candidate { place, fits, distance })
        })
        .collect();
    // A whole country may fit: set the best apart before putting them in order.
    if let Some(last) = limit.checked_sub(1).filter(|last| *last < found.len()) {
        found.select_nth_unstable_by(last, Candidate::proposed_first);
    }
    found.truncate(limit);
    found.sort_by(Candidate::proposed_first);
    // Reading the hours is the costly part: only for the places that will be shown.
    found
        .into_iter()
        .map(|Candidate { place, fits, distance }| FittingPlace {
            place,
            fits,
            distance,
            open: open_state(&place.hours, request.now),
            freshness: Freshness::of(place.updated_on, request.now.date(), request.verified.contains(&place.id)),
        })
        .collect()
}

struct Candidate<'a> {
    place: &'a Place,
    fits: Fits,
    distance: Option<Distance>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Reach {
    Within,
    Beyond,
    /// No position at all; every place when the origin is not known, so that fit and name decide.
    Unplaced,
}

impl Candidate<'_> {
    fn proposed_first(a: &Self, b: &Self) -> Ordering {
        let metres = |candidate: &Self| candidate.distance.map(|distance| distance.metres);
        (a.reach().cmp(&b.reach()))
            .then_with(|| b.fits.quality.cmp(&a.fits.quality))
            .then_with(|| metres(a).cmp(&metres(b)))
            .then_with(|| fold(&a.place.name).cmp(&fold(&b.place.name)))
            .then_with(|| a.place.id.cmp(&b.place.id))
    }

    fn reach(&self) -> Reach {
        match self.distance {
            Some(distance) if distance.metres <= REACH_M => Reach::Within,
            Some(_) => Reach::Beyond,
            None => Reach::Unplaced,
        }
    }
}

/// How far a place is; none where neither its position nor its commune is known.
pub fn distance(place: &Place, origin: Coordinates, communes: &Communes) -> Option<Distance> {
    let precision = if place.coordinates.is_some() { Precision::Exact } else { Precision::CommuneCentre };
    let position = place.position(communes)?;
    Some(Distance { metres: origin.distance_m(position), precision })
}

impl Place {
    /// Where it is: its own coordinates, else the centre of its commune.
    pub fn position(&self, communes: &Communes) -> Option<Coordinates> {
        self.coordinates.or_else(|| commune_centre(self, communes))
    }
}

/// The centre of a place's commune, found by its code, else by its name where the postal code does not say otherwise.
fn commune_centre(place: &Place, communes: &Communes) -> Option<Coordinates> {
    let by_code = place.insee_code.as_ref().and_then(|code| communes.centre(code));
    by_code.or_else(|| {
        let commune = communes.by_name(&place.commune)?;
        let agrees = place.postal_code.as_ref().is_none_or(|code| commune.postal_codes.contains(code));
        agrees.then_some(commune.centre)
    })
}

#[cfg(test)]
mod tests {
    use super::super::standard::{Itinerance, Service, SpecialCare};
    use super::*;
    use crate::domain::commune::{CentreSource, Commune, PostalCode, Territory};

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn communes() -> Communes {
        let commune = |code: &str, name: &str, postal: &str, lon_udeg: i32| Commune {
            code: InseeCode::new(code).unwrap(),
            name: name.into(),
            postal_codes: vec![PostalCode::new(postal).unwrap()],
            territory: Territory::new("Territoire fictif").unwrap(),
            population: None,
            centre: Coordinates { lat_udeg: 48_900_000, lon_udeg },
            centre_source: CentreSource::Published,
            former: Vec::new(),
        };
        Communes::new(vec![
            commune("99101", "Exemple-Ville", "99100", 2_400_000),
            commune("99102", "Autre-Exemple", "99200", 2_450_000),
        ])
    }

    fn place(id: &str, lon_udeg: Option<i32>, care: &[SpecialCare]) -> Place {
        let mut place = Place::named(PlaceId::new(id).unwrap(), format!("Lieu {id}"));
        place.coordinates = lon_udeg.map(|lon_udeg| Coordinates { lat_udeg: 48_900_000, lon_udeg });
        place.services.known = vec![Service::AdministrativeHelp];
        place.special_care.known = care.to_vec();
        place.updated_on = Some(date("2026-01-15"));
        place
    }

    fn ranked(places: &[Place], origin: Option<&str>, limit: usize) -> Vec<(String, Option<u32>)> {
        let json = r#"{"services":["Aide aux démarches administratives"],"special_care":["Illettrisme"]}"#;
        let filter: PlaceFilter = serde_json::from_str(json).unwrap();
        let origin = origin.map(|code| InseeCode::new(code).unwrap());
        let request = Request {
            filter: &filter,
            origin: origin.as_ref(),
            communes: &communes(),
            now: date("2026-03-02").and_hms_opt(10, 0, 0).unwrap(),
            verified: &BTreeSet::new(),
        };
        let found = nearest(places, request, limit);
        found.iter().map(|one| (one.place.id.to_string(), one.distance.map(|distance| distance.metres))).collect()
    }

    #[test]
    fn ranks_by_fit_within_reach_then_by_distance() {
        let caring = [SpecialCare::Literacy];
        let mut closed = place("closed", Some(2_400_000), &[]);
        closed.services.known.clear();
        let mut by_commune = place("by-commune", None, &[]);
        by_commune.commune = "AUTRE EXEMPLE".into();
        let places = [
            place("nowhere", None, &caring),
            place("near", Some(2_401_000), &[]),
            place("far-but-caring", Some(2_700_000), &caring),
            place("caring", Some(2_430_000), &caring),
            by_commune,
            closed,
        ];
        let ids = |found: Vec<(String, Option<u32>)>| found.into_iter().map(|(id, _)| id).collect::<Vec<_>>();
        assert_eq!(
            ids(ranked(&places, Some("99101"), 10)),
            ["caring", "near", "by-commune", "far-but-caring", "nowhere"]
        );
        assert_eq!(ids(ranked(&places, Some("99101"), 2)), ["caring", "near"]);
        assert_eq!(ranked(&places, Some("99101"), 10)[2].1, Some(3_655));
    }

    #[test]
    fn without_an_origin_ranks_by_fit_then_name() {
        let places =
            [place("b", Some(2_401_000), &[]), place("a", None, &[]), place("c", None, &[SpecialCare::Literacy])];
        let expected = [("c".to_owned(), None), ("a".to_owned(), None), ("b".to_owned(), None)];
        assert_eq!(ranked(&places, None, 10), expected);
        assert_eq!(ranked(&places, Some("75056"), 10), expected, "an origin unknown here");
    }

    #[test]
    fn the_postal_code_guards_the_name_of_a_commune() {
        let mut place = place("homonym", None, &[]);
        place.commune = "Exemple-Ville".into();
        assert!(commune_centre(&place, &communes()).is_some());
        place.postal_code = PostalCode::new("01000").ok();
        assert_eq!(commune_centre(&place, &communes()), None);
        place.insee_code = InseeCode::new("99102").ok();
        assert_eq!(commune_centre(&place, &communes()).unwrap().lon_udeg, 2_450_000);
    }

    #[test]
    fn tells_how_far_a_description_may_be_relied_upon() {
        let today = date("2026-03-02");
        for (updated_on, is_verified, expected, asks) in [
            (Some("2025-03-02"), false, Freshness::Recent { since: date("2025-03-02") }, false),
            (Some("2025-03-01"), false, Freshness::Old { since: date("2025-03-01") }, true),
            (Some("2020-01-01"), true, Freshness::Verified, false),
            (Some("2062-01-01"), false, Freshness::Undated, true),
            (None, false, Freshness::Undated, true),
        ] {
            let found = Freshness::of(updated_on.map(date), today, is_verified);
            assert_eq!((found, found.asks_for_a_call()), (expected, asks));
        }
    }

    #[test]
    fn an_itinerant_place_is_known_as_such() {
        let mut place = place("bus", None, &[]);
        place.itinerance.known = vec![Itinerance::Fixed, Itinerance::Itinerant];
        assert!(place.is_itinerant());
    }
}
