//! Where else to go, when a place is closed, full or too far.

use super::collection::Directory;
use super::nearest::{Distance, distance};
use super::place::Place;
use super::resemblance::{Marks, Reason};
use crate::domain::commune::Communes;

/// Farther is no alternative.
pub const REACH_M: u32 = 10_000;

/// A place that could serve in another's stead.
#[derive(Clone, Debug, PartialEq)]
pub struct Alternative<'a> {
    pub place: &'a Place,
    pub distance: Distance,
    /// How many of the services looked for it offers.
    pub shared: usize,
}

/// The places that offer some of the same services, the nearest first, at most `limit`. Those closed to the public are
/// left out, as are those known to be closed. A place that tells no service has all its neighbours for alternatives.
pub fn alternatives<'a>(
    directory: &'a Directory,
    place: &Place,
    communes: &Communes,
    limit: usize,
) -> Vec<Alternative<'a>> {
    let Some(from) = place.position(communes) else { return Vec::new() };
    let others = directory.open_places().filter(|other| other.id != place.id);
    let mut found: Vec<Alternative<'a>> = others
        .filter_map(|other| {
            let shared = other.services.among(&place.services.known).len();
            let is_alike = shared > 0 || place.services.known.is_empty();
            let distance = is_alike.then(|| distance(other, from, communes)).flatten()?;
            (distance.metres <= REACH_M).then_some(Alternative { place: other, distance, shared })
        })
        .collect();
    found.sort_by(|a, b| (a.distance.metres, &a.place.id).cmp(&(b.distance.metres, &b.place.id)));
    let marks = Marks::from(place);
    found.into_iter().filter(|other| !is_one(&marks, &Marks::from(other.place))).take(limit).collect()
}

/// Whether another description is of the very place: two sources may tell of it under two identifiers.
fn is_one(here: &Marks<'_>, other: &Marks<'_>) -> bool {
    let reasons = here.reasons(other);
    let is_there = |reason: &Reason| matches!(reason, Reason::SameAddress | Reason::Near { .. } | Reason::SamePhone);
    reasons.contains(&Reason::SameNameAndCommune) && reasons.iter().any(is_there)
}

#[cfg(test)]
mod tests {
    use super::super::edition::{CurrentEdition, DirectorySnapshot, DirectorySource, source_key};
    use super::super::local::lives::Lives;
    use super::super::place::{Coordinates, PlaceId};
    use super::super::standard::{AccessMode, Service};
    use super::*;

    fn place(id: &str, lat_udeg: i32, services: &[Service]) -> Place {
        let mut place = Place::named(PlaceId::new(id).unwrap(), id);
        place.coordinates = Some(Coordinates { lat_udeg, lon_udeg: 2_400_000 });
        place.services.known = services.to_vec();
        place
    }

    fn directory(places: Vec<Place>) -> Directory {
        let snapshot = DirectorySnapshot::new("Un", "lieux.csv", "2026-01-01".parse().unwrap(), places);
        let (id, text) = snapshot.to_text().unwrap();
        let current =
            CurrentEdition { snapshot: id, imported_on: snapshot.imported_on, file: "lieux.csv".into(), count: 1 };
        let source = DirectorySource { key: source_key("Un").unwrap(), name: "Un".into(), current };
        Directory::read(vec![(source, Some(text))], &Lives::default())
    }

    #[test]
    fn alternatives_share_a_service_and_are_near() {
        let both = [Service::SafeUse, Service::Parenting];
        let mut closed = place("closed", 48_901_000, &[]);
        closed.access_modes.known.push(AccessMode::ClosedToPublic);
        let directory = directory(vec![
            place("here", 48_900_000, &both),
            place("near", 48_910_000, &[Service::SafeUse]),
            place("nearer", 48_905_000, &both),
            place("other", 48_901_000, &[Service::AffordableEquipment]),
            place("far", 49_100_000, &both),
            closed,
        ]);
        let found = |id: &str, limit| {
            let place = directory.place(&PlaceId::new(id).unwrap()).unwrap();
            let found = alternatives(&directory, place, &Communes::default(), limit).into_iter();
            found.map(|one| (one.place.name.clone(), one.shared)).collect::<Vec<_>>()
        };
        assert_eq!(found("here", 5), [("nearer".into(), 2), ("near".into(), 1)]);
        assert_eq!(found("here", 1), [("nearer".into(), 2)]);
        assert_eq!(found("far", 5), []);
        // Nothing is known of what is looked for: any neighbour may do, but for one closed to the public.
        assert_eq!(found("closed", 2), [("other".into(), 0), ("here".into(), 0)]);
    }

    #[test]
    fn the_same_place_told_by_another_source_is_no_alternative() {
        let here = place("a", 48_900_000, &[Service::SafeUse]);
        let again = Place { id: PlaceId::new("b").unwrap(), name: "A".into(), ..here.clone() };
        let namesake = Place { name: "A".into(), ..place("c", 48_910_000, &[Service::SafeUse]) };
        let directory = directory(vec![here.clone(), again, namesake]);
        let found = alternatives(&directory, &here, &Communes::default(), 5);
        assert_eq!(found.iter().map(|one| one.place.id.as_str()).collect::<Vec<_>>(), ["c"]);
    }

    #[test]
    fn without_a_position_there_is_no_alternative() {
        let mut lost = place("lost", 48_900_000, &[Service::SafeUse]);
        lost.coordinates = None;
        let directory = directory(vec![lost.clone(), place("near", 48_910_000, &[Service::SafeUse])]);
        assert_eq!(alternatives(&directory, &lost, &Communes::default(), 5), []);
    }
}
