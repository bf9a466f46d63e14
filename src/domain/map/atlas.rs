//! Where the places found are.

use super::frame::Frame;
use super::plane::{Extent, Point, Projection};
use super::view::{Size, View};
use crate::domain::commune::Communes;
use crate::domain::directory::nearest::Precision;
use crate::domain::directory::place::{Coordinates, Place};

/// Where a place is, and how well that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Location {
    pub at: Coordinates,
    pub precision: Precision,
}

/// A place on the plane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    pub at: Point,
    /// Its position in the directory.
    pub place: usize,
    pub precision: Precision,
}

/// The places found, on one plane.
#[derive(Clone, Debug, PartialEq)]
pub struct Atlas {
    pub projection: Projection,
    /// From north to south.
    spots: Vec<Spot>,
    /// Around all of them; around something else where there is none.
    extent: Extent,
    /// Around what is shown first.
    frame: Extent,
    /// The places found whose position is not known, in the order they were found.
    unplaced: Vec<usize>,
}

impl Location {
    /// Where a place is: its own coordinates, else the centre of its commune.
    pub fn of(place: &Place, communes: &Communes) -> Option<Self> {
        let precision = if place.coordinates.is_some() { Precision::Exact } else { Precision::CommuneCentre };
        Some(Self { at: place.position(communes)?, precision })
    }
}

impl Atlas {
    /// Puts places on a plane. Where none has a position, the communes are what there is to see.
    pub fn new(found: &[usize], location: impl Fn(usize) -> Option<Location>, communes: &Communes) -> Self {
        let located: Vec<(usize, Option<Location>)> = found.iter().map(|place| (*place, location(*place))).collect();
        let placed = || located.iter().filter_map(|(place, location)| Some((*place, (*location)?)));
        let positions: Vec<Coordinates> = placed().map(|(_, location)| location.at).collect();
        let shown_first = Frame::of(&positions, communes);
        let is_shown_first = |at: &Coordinates| shown_first.is_some_and(|frame| frame.holds(*at));
        let first = || positions.iter().copied().filter(is_shown_first);
        // Without distortion where one looks first.
        let projection = Projection::of(first());
        let mut spots: Vec<Spot> = placed()
            .map(|(place, Location { at, precision })| Spot { place, at: projection.point(at), precision })
            .collect();
        spots.sort_unstable_by_key(|spot| (spot.at, spot.place));
        let around_communes = || Extent::of(communes.iter().map(|commune| projection.point(commune.centre)));
        let nowhere = Extent { west: 0, north: 0, east: 0, south: 0 };
        let extent = Extent::of(spots.iter().map(|spot| spot.at)).or_else(around_communes).unwrap_or(nowhere);
        let frame = Extent::of(first().map(|at| projection.point(at))).unwrap_or(extent);
        let unplaced = located.iter().filter(|(_, location)| location.is_none()).map(|(place, _)| *place).collect();
        Self { projection, spots, extent, frame, unplaced }
    }

    /// The places that have a position, from north to south.
    pub fn spots(&self) -> &[Spot] {
        &self.spots
    }

    /// The places that have none.
    pub fn unplaced(&self) -> &[usize] {
        &self.unplaced
    }

    /// What there is to see.
    pub fn extent(&self) -> Extent {
        self.extent
    }

    /// The view that is seen first: everything, unless places are far from one another.
    pub fn overview(&self, size: Size) -> View {
        View::fit(self.frame, size)
    }

    /// The view that shows everything from the middle of the overview: there is nothing to see from further.
    pub fn farthest(&self, size: Size) -> View {
        View::fit(self.extent.centred_on(self.frame.centre()), size)
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::communes;
    use super::*;
    use crate::domain::directory::place::PlaceId;

    #[test]
    fn a_place_is_at_its_own_position_else_at_its_commune_else_nowhere() {
        let communes = communes();
        let location = |lat_udeg: Option<i32>, commune: &str| {
            let mut place = Place::named(PlaceId::new("a").unwrap(), "Lieu fictif");
            place.coordinates = lat_udeg.map(|lat_udeg| Coordinates { lat_udeg, lon_udeg: 2_000_000 });
            place.commune = commune.to_owned();
            Location::of(&place, &communes).map(|location| (location.at.lat_udeg, location.precision))
        };
        assert_eq!(location(Some(48_700_000), "Exemple-Ville"), Some((48_700_000, Precision::Exact)));
        assert_eq!(location(None, "Exemple-Ville"), Some((48_900_000, Precision::CommuneCentre)));
        assert_eq!(location(None, "Ailleurs"), None);
    }

    #[test]
    fn every_place_found_has_a_spot_or_is_told_to_have_none() {
        let at = Coordinates { lat_udeg: 48_000_000, lon_udeg: 2_000_000 };
        let location = |place: usize| place.is_multiple_of(2).then_some(Location { at, precision: Precision::Exact });
        let atlas = Atlas::new(&[5, 4, 1, 2], location, &communes());
        assert_eq!(atlas.spots().iter().map(|spot| spot.place).collect::<Vec<_>>(), [2, 4]);
        assert_eq!(atlas.unplaced(), [5, 1]);
        assert_eq!(atlas.extent().centre(), atlas.projection.point(at));
    }

    #[test]
    fn places_of_here_are_seen_first_and_all_of_them_from_further() {
        let at = |place: usize| [(48_900, 2_400), (48_950, 2_450), (-21_100, 55_500), (43_300, 5_400)][place];
        let location = |place: usize| {
            let (lat, lon) = at(place);
            let at = Coordinates { lat_udeg: lat * 1_000, lon_udeg: lon * 1_000 };
            Some(Location { at, precision: Precision::Exact })
        };
        let atlas = Atlas::new(&[0, 1, 2, 3], location, &communes());
        let near = Atlas::new(&[0, 1], location, &communes());
        let size = Size { width_px: 600, height_px: 400 };
        let seen = |view: View| {
            let seen = atlas.spots().iter().filter(|spot| view.shows(size, spot.at)).map(|spot| spot.place);
            seen.collect::<Vec<_>>()
        };
        assert_eq!(seen(atlas.overview(size)), [1, 0]);
        assert_eq!(seen(atlas.farthest(size)), [1, 0, 3, 2]);
        assert_eq!(atlas.overview(size).centre, atlas.farthest(size).centre);
        assert_eq!((atlas.projection, atlas.overview(size)), (near.projection, near.overview(size)));
        assert_eq!(near.overview(size), near.farthest(size));
    }

    #[test]
    fn without_any_position_the_communes_are_seen() {
        let communes = communes();
        let atlas = Atlas::new(&[1], |_| None, &communes);
        let size = Size { width_px: 600, height_px: 400 };
        for commune in communes.iter() {
            assert!(atlas.overview(size).shows(size, atlas.projection.point(commune.centre)), "{}", commune.name);
        }
        assert!(Atlas::new(&[], |_| None, &Communes::default()).spots().is_empty());
    }
}
