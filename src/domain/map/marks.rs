//! The marks of a view: a place alone, or several that stand too close together to be told apart.

use super::atlas::{Atlas, Spot};
use super::plane::{Extent, Point};
use super::view::{FINEST, Size, View};
use crate::domain::directory::nearest::Precision;
use std::cmp::Reverse;
use std::collections::{BTreeMap, VecDeque};

/// Marks are at least this far apart, so that each can be pressed.
pub const SPACING_PX: i64 = 40;

/// One or several places of a view.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Mark {
    /// Where it stands: at the northernmost of its places.
    pub at: Point,
    /// Their positions in the directory, in order; never empty.
    pub places: Vec<usize>,
    /// Exact when one of them is.
    pub precision: Precision,
    extent: Extent,
}

impl Mark {
    fn of(spot: Spot) -> Self {
        let extent = Extent { west: spot.at.x, east: spot.at.x, north: spot.at.y, south: spot.at.y };
        Self { at: spot.at, places: vec![spot.place], precision: spot.precision, extent }
    }

    fn add(&mut self, spot: Spot) {
        self.places.push(spot.place);
        if spot.precision == Precision::Exact {
            self.precision = Precision::Exact;
        }
        let Extent { west, north, east, south } = &mut self.extent;
        (*west, *east) = ((*west).min(spot.at.x), (*east).max(spot.at.x));
        (*north, *south) = ((*north).min(spot.at.y), (*south).max(spot.at.y));
    }

    /// The place, when it is alone.
    pub fn single(&self) -> Option<usize> {
        match self.places.as_slice() {
            [place] => Some(*place),
            _ => None,
        }
    }

    /// Whether some view is sure to tell these places apart.
    pub fn is_openable(&self) -> bool {
        // Two places that far from one another cannot both stand near a third one.
        let finest = View { centre: self.at, level: FINEST }.units_per_px() * SPACING_PX * 2;
        self.extent.width().max(self.extent.height()) >= finest
    }

    /// The view in which these places come apart; none when no view is sure to tell them apart.
    pub fn apart(&self, size: Size) -> Option<View> {
        self.is_openable().then(|| View::onto(self.extent, size))
    }
}

/// The marks of a view, from north to south: every place within it is in exactly one. The same places give the same
/// marks, in whatever order they were found.
pub fn marks(atlas: &Atlas, view: View, size: Size) -> Vec<Mark> {
    let reach = SPACING_PX * view.units_per_px();
    let mut marks: Vec<Mark> = Vec::new();
    // The marks that a place can still be near to, by longitude: places come from north to south.
    let mut near: BTreeMap<(i64, usize), Point> = BTreeMap::new();
    let mut leaving: VecDeque<(Point, usize)> = VecDeque::new();
    for spot in atlas.spots().iter().filter(|spot| view.shows(size, spot.at)) {
        while let Some((point, number)) = leaving.front().copied().filter(|(point, _)| point.y < spot.at.y - reach) {
            near.remove(&(point.x, number));
            leaving.pop_front();
        }
        let candidates = near.range((spot.at.x - reach, 0)..=(spot.at.x + reach, usize::MAX));
        let nearest = candidates.map(|((_, number), point)| (spot.at.distance_squared(*point), *number)).min();
        match nearest.filter(|(distance_squared, _)| *distance_squared < reach * reach) {
            Some((_, number)) => {
                if let Some(mark) = marks.get_mut(number) {
                    mark.add(*spot);
                }
            }
            None => {
                near.insert((spot.at.x, marks.len()), spot.at);
                leaving.push_back((spot.at, marks.len()));
                marks.push(Mark::of(*spot));
            }
        }
    }
    for mark in &mut marks {
        mark.places.sort_unstable();
    }
    marks
}

/// The commune that most of several places are in; the first in order of those that have as many.
pub fn main_commune<'a>(communes: impl Iterator<Item = &'a str>) -> &'a str {
    let mut counts = BTreeMap::<&str, usize>::new();
    communes.filter(|commune| !commune.is_empty()).for_each(|commune| *counts.entry(commune).or_default() += 1);
    let most = counts.into_iter().max_by_key(|(commune, count)| (*count, Reverse(*commune)));
    most.map_or("", |(commune, _)| commune)
}

#[cfg(test)]
mod tests {
    use super::super::atlas::Location;
    use super::super::fixture::communes;
    use super::*;
    use crate::domain::directory::place::Coordinates;
    use proptest::prelude::*;

    const SIZE: Size = Size { width_px: 600, height_px: 400 };

    fn atlas(order: &[usize], locations: &[Option<Location>]) -> Atlas {
        Atlas::new(order, |place| locations[place], &communes())
    }

    /// Places of a department, some at the very same point, some far away, some nowhere.
    fn location() -> impl Strategy<Value = Option<Location>> {
        let near = (48_810_000..49_010_000, 2_280_000..2_600_000);
        let same = (0..3_i32, Just(2_450_000)).prop_map(|(third, lon)| (48_900_000 + third * 10_000, lon));
        let far = (-22_000_000..49_000_000, -60_000_000..56_000_000);
        let at = prop_oneof![4 => near, 2 => same, 1 => far];
        let precision = prop_oneof![Just(Precision::Exact), Just(Precision::CommuneCentre)];
        let location = (at, precision).prop_map(|((lat_udeg, lon_udeg), precision)| Location {
            at: Coordinates { lat_udeg, lon_udeg },
            precision,
        });
        prop_oneof![9 => location.prop_map(Some), 1 => Just(None)]
    }

    fn views(atlas: &Atlas, zooms: u8, moves: u8) -> View {
        use super::super::view::Direction::{East, North};
        let whole = atlas.overview(SIZE);
        let view = (0..zooms).fold(whole, |view, _| view.zoom_in());
        (0..moves)
            .fold(view, |view, nth| view.pan(if nth.is_multiple_of(2) { East } else { North }, SIZE, atlas.extent()))
    }

    proptest! {
        #[test]
        fn every_place_of_the_view_is_in_exactly_one_mark(
            locations in prop::collection::vec(location(), 0..80), zooms in 0..14_u8, moves in 0..5_u8
        ) {
            let order: Vec<usize> = (0..locations.len()).collect();
            let atlas = atlas(&order, &locations);
            let placed = locations.iter().flatten().count();
            prop_assert_eq!(atlas.spots().len() + atlas.unplaced().len(), locations.len());
            let view = views(&atlas, zooms, moves);
            let marks = marks(&atlas, view, SIZE);
            let mut marked: Vec<usize> = marks.iter().flat_map(|mark| mark.places.clone()).collect();
            marked.sort_unstable();
            let mut seen: Vec<usize> =
                atlas.spots().iter().filter(|spot| view.shows(SIZE, spot.at)).map(|spot| spot.place).collect();
            seen.sort_unstable();
            prop_assert_eq!(&marked, &seen);
            let farthest = super::marks(&atlas, atlas.farthest(SIZE), SIZE);
            let farthest = farthest.iter().map(|mark| mark.places.len()).sum::<usize>();
            prop_assert_eq!(farthest, placed, "from far enough everything is seen");
            prop_assert!(placed == 0 || zooms > 0 || moves > 0 || !marked.is_empty(), "what is seen first is not empty");
            for mark in &marks {
                prop_assert!(view.shows(SIZE, mark.at) && !mark.places.is_empty());
                let exact = mark.places.iter().any(|place| locations[*place].unwrap().precision == Precision::Exact);
                prop_assert_eq!(mark.precision == Precision::Exact, exact);
            }
        }

        #[test]
        fn marks_can_each_be_pressed(locations in prop::collection::vec(location(), 0..80), zooms in 0..14_u8) {
            let order: Vec<usize> = (0..locations.len()).collect();
            let atlas = atlas(&order, &locations);
            let view = views(&atlas, zooms, 0);
            let marks = marks(&atlas, view, SIZE);
            let apart = SPACING_PX * view.units_per_px();
            for (number, mark) in marks.iter().enumerate() {
                for other in &marks[..number] {
                    prop_assert!(mark.at.distance_squared(other.at) >= apart * apart);
                }
            }
        }

        #[test]
        fn the_order_of_the_places_changes_nothing(
            (locations, order) in prop::collection::vec(location(), 0..60).prop_flat_map(|locations| {
                let order: Vec<usize> = (0..locations.len()).collect();
                (Just(locations), Just(order).prop_shuffle())
            }),
            zooms in 0..14_u8
        ) {
            let sorted: Vec<usize> = (0..locations.len()).collect();
            let (one, other) = (atlas(&sorted, &locations), atlas(&order, &locations));
            let view = views(&one, zooms, 1);
            prop_assert_eq!(view, views(&other, zooms, 1));
            prop_assert_eq!(marks(&one, view, SIZE), marks(&other, view, SIZE));
        }

        #[test]
        fn a_mark_opens_until_its_places_stand_apart_or_no_view_can_do_it(
            locations in prop::collection::vec(location(), 1..60), turn in 0..60_usize
        ) {
            let order: Vec<usize> = (0..locations.len()).collect();
            let atlas = atlas(&order, &locations);
            let mut view = atlas.farthest(SIZE);
            let mut shown = marks(&atlas, view, SIZE);
            while let Some((mark, nearer)) =
                shown.iter().cycle().skip(turn).take(shown.len()).find_map(|mark| Some((mark.clone(), mark.apart(SIZE)?)))
            {
                prop_assert!(nearer.level > view.level, "opening comes nearer");
                view = nearer;
                shown = marks(&atlas, view, SIZE);
                let holding: Vec<&Mark> =
                    shown.iter().filter(|one| one.places.iter().any(|place| mark.places.contains(place))).collect();
                prop_assert!(holding.len() > 1, "its places are no longer together");
                let held = mark.places.iter().all(|place| holding.iter().any(|one| one.places.contains(place)));
                prop_assert!(held, "all of them are seen");
            }
        }
    }

    #[test]
    fn places_at_the_very_same_point_are_one_mark_that_no_view_opens() {
        let here = Some(Location {
            at: Coordinates { lat_udeg: 48_900_000, lon_udeg: 2_450_000 },
            precision: Precision::CommuneCentre,
        });
        let atlas = atlas(&[0, 1, 2], &[here; 3]);
        let marks = marks(&atlas, View { centre: atlas.extent().centre(), level: FINEST }, SIZE);
        assert_eq!(marks.len(), 1);
        assert_eq!((marks[0].places.as_slice(), marks[0].apart(SIZE)), ([0, 1, 2].as_slice(), None));
        assert_eq!(marks[0].precision, Precision::CommuneCentre);
    }

    #[test]
    fn several_places_are_called_by_the_commune_of_most() {
        for (communes, expected) in
            [(["Bondy", "Pantin", "Pantin"], "Pantin"), (["Pantin", "", "Bondy"], "Bondy"), ([""; 3], "")]
        {
            assert_eq!(main_commune(communes.into_iter()), expected);
        }
    }

    #[test]
    fn twenty_thousand_places_make_few_marks() {
        let mut state = 1_u64;
        let mut draw = |below: u64| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) % below
        };
        let locations: Vec<Option<Location>> = (0..20_000)
            .map(|_| {
                let (lat_udeg, lon_udeg) = (42_000_000 + draw(8_000_000) as i32, -4_000_000 + draw(12_000_000) as i32);
                Some(Location { at: Coordinates { lat_udeg, lon_udeg }, precision: Precision::Exact })
            })
            .collect();
        let order: Vec<usize> = (0..locations.len()).collect();
        let atlas = atlas(&order, &locations);
        let marks = marks(&atlas, atlas.farthest(SIZE), SIZE);
        assert_eq!(marks.iter().map(|mark| mark.places.len()).sum::<usize>(), 20_000);
        assert!(marks.len() < 300, "{}", marks.len());
    }
}
