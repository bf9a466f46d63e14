//! What is shown first of places that are far from one another: a national file would show nothing but dots on a globe.

use crate::domain::commune::Communes;
use crate::domain::directory::place::Coordinates;
use crate::domain::directory::position;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Places that are no further apart are shown all at once: about two hundred kilometres.
const NEAR_UDEG: i32 = 2_000_000;
/// Around the centres of the communes known here, what is still among them: about five kilometres.
const AROUND_UDEG: i32 = 50_000;

/// A box of latitudes and longitudes, its edges included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frame {
    south: i32,
    north: i32,
    west: i32,
    east: i32,
}

impl Frame {
    /// What to show first: all the places where they are near one another, else those among the communes known here, else
    /// those of the part of France that has most. It holds one place at least, when there is any.
    pub fn of(places: &[Coordinates], communes: &Communes) -> Option<Self> {
        let all = Self::around(places.iter().copied())?;
        if all.is_small() {
            return Some(all);
        }
        let here = Self::around(communes.iter().map(|commune| commune.centre)).map(Self::grown);
        let among = |here: Self| Self::around(places.iter().copied().filter(|at| here.holds(*at)));
        here.and_then(among).or_else(|| Self::around(of_main_territory(places)))
    }

    /// Whether a point is in it.
    pub fn holds(self, at: Coordinates) -> bool {
        (self.south..=self.north).contains(&at.lat_udeg) && (self.west..=self.east).contains(&at.lon_udeg)
    }

    fn around(places: impl Iterator<Item = Coordinates>) -> Option<Self> {
        let of =
            |at: Coordinates| Self { south: at.lat_udeg, north: at.lat_udeg, west: at.lon_udeg, east: at.lon_udeg };
        places.map(of).reduce(|one, other| Self {
            south: one.south.min(other.south),
            north: one.north.max(other.north),
            west: one.west.min(other.west),
            east: one.east.max(other.east),
        })
    }

    fn is_small(self) -> bool {
        self.north - self.south <= NEAR_UDEG && self.east - self.west <= NEAR_UDEG
    }

    fn grown(self) -> Self {
        let Self { south, north, west, east } = self;
        Self {
            south: south - AROUND_UDEG,
            north: north + AROUND_UDEG,
            west: west - AROUND_UDEG,
            east: east + AROUND_UDEG,
        }
    }
}

/// The places of the part of France that has most of them, the first one of those that have as many. What is in none
/// comes last.
fn of_main_territory(places: &[Coordinates]) -> impl Iterator<Item = Coordinates> {
    let rank = |at: Coordinates| position::territory(at).unwrap_or(usize::MAX);
    let mut counts = BTreeMap::<usize, usize>::new();
    places.iter().for_each(|at| *counts.entry(rank(*at)).or_default() += 1);
    let main = counts.into_iter().max_by_key(|(rank, count)| (*count, Reverse(*rank))).map(|(rank, _)| rank);
    places.iter().copied().filter(move |at| Some(rank(*at)) == main)
}

#[cfg(test)]
mod tests {
    use super::super::fixture::communes;
    use super::*;
    use proptest::prelude::*;

    const HERE: (i32, i32) = (48_900, 2_400);
    const NEXT: (i32, i32) = (48_950, 2_450);
    const CITY: (i32, i32) = (48_850, 2_300);
    const LYON: (i32, i32) = (45_760, 4_840);
    const LILLE: (i32, i32) = (50_630, 3_060);
    const REUNION: (i32, i32) = (-21_100, 55_500);
    const MADRID: (i32, i32) = (40_400, -3_700);

    fn at((lat, lon): (i32, i32)) -> Coordinates {
        Coordinates { lat_udeg: lat * 1_000, lon_udeg: lon * 1_000 }
    }

    #[test]
    fn shows_first_what_is_near_then_what_is_here_then_what_is_most() {
        for (places, shown) in [
            (vec![HERE], vec![HERE]),
            (vec![REUNION], vec![REUNION]),
            (vec![HERE, CITY, NEXT], vec![HERE, CITY, NEXT]),
            (vec![HERE, LYON, NEXT, REUNION, LILLE], vec![HERE, NEXT]),
            (vec![REUNION, LYON, LILLE], vec![LYON, LILLE]),
            (vec![REUNION, LYON, REUNION], vec![REUNION, REUNION]),
            (vec![REUNION, LYON], vec![LYON]),
            (vec![MADRID, REUNION], vec![REUNION]),
            (vec![MADRID, MADRID, LYON], vec![MADRID, MADRID]),
        ] {
            let positions: Vec<Coordinates> = places.iter().copied().map(at).collect();
            let frame = Frame::of(&positions, &communes()).unwrap();
            let held: Vec<_> = places.iter().copied().filter(|place| frame.holds(at(*place))).collect();
            assert_eq!(held, shown, "{places:?}");
        }
        assert_eq!(Frame::of(&[], &communes()), None);
    }

    proptest! {
        #[test]
        fn something_is_shown_whatever_the_order(
            (places, other) in prop::collection::vec((-90_000..=90_000, -180_000..=180_000), 1..20).prop_flat_map(
                |places| (Just(places.clone()), Just(places).prop_shuffle())
            )
        ) {
            let frame = |places: &[(i32, i32)]| {
                let positions: Vec<Coordinates> = places.iter().copied().map(at).collect();
                Frame::of(&positions, &communes()).unwrap()
            };
            prop_assert!(places.iter().any(|place| frame(&places).holds(at(*place))));
            prop_assert_eq!(frame(&places), frame(&other));
        }
    }
}
