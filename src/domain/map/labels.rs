//! The names of communes on the map: the most peopled first, none over a mark or over another name.

use super::marks::Mark;
use super::plane::Projection;
use super::view::{Size, View};
use crate::domain::commune::{Commune, Communes};
use std::cmp::Reverse;

/// A name, by the middle of its line.
#[derive(Clone, Debug, PartialEq)]
pub struct Label<'a> {
    pub commune: &'a Commune,
    pub x: f64,
    pub y: f64,
}

/// Where a pixel is wider than this, a commune is smaller than its name.
const COARSEST_UNITS: i64 = 1_024;
/// What a letter takes at the size of these names, a little more than most, and the room between two names.
const LETTER_PX: f64 = 8.0;
const GAP_PX: f64 = 8.0;
const LINE_PX: f64 = 16.0;
/// The half of what a mark covers.
const MARK_PX: f64 = 18.0;
/// Where a name may go when its own place is taken: below, above.
const OFFSETS_PX: [f64; 3] = [0.0, 28.0, -28.0];

#[derive(Clone, Copy, Debug)]
struct Rectangle {
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

impl Rectangle {
    fn around(x: f64, y: f64, half_width: f64, half_height: f64) -> Self {
        Self { left: x - half_width, right: x + half_width, top: y - half_height, bottom: y + half_height }
    }

    fn meets(&self, other: &Self) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }

    fn is_within(&self, size: Size) -> bool {
        self.left >= 0.0
            && self.top >= 0.0
            && self.right <= f64::from(size.width_px)
            && self.bottom <= f64::from(size.height_px)
    }
}

/// What a label covers.
fn cover(name: &str, x: f64, y: f64) -> Rectangle {
    Rectangle::around(x, y, (name.chars().count() as f64 * LETTER_PX + GAP_PX) / 2.0, LINE_PX / 2.0)
}

/// The names that have room in a view; a name that has none is left out.
pub fn labels<'a>(
    communes: &'a Communes,
    projection: Projection,
    view: View,
    size: Size,
    marks: &[Mark],
) -> Vec<Label<'a>> {
    if view.units_per_px() > COARSEST_UNITS {
        return Vec::new();
    }
    let mut taken: Vec<Rectangle> = marks
        .iter()
        .map(|mark| view.on_drawing(size, mark.at))
        .map(|(x, y)| Rectangle::around(x, y, MARK_PX, MARK_PX))
        .collect();
    let mut communes: Vec<&Commune> = communes.iter().collect();
    // Stable: communes of the same population stay in the order of their names.
    communes.sort_by_key(|commune| Reverse(commune.population));
    let mut labels = Vec::new();
    for commune in communes {
        let point = projection.point(commune.centre);
        let (x, y) = view.on_drawing(size, point);
        let half = cover(&commune.name, 0.0, 0.0).right;
        let x = x.max(half).min(f64::from(size.width_px) - half);
        let room =
            OFFSETS_PX.iter().map(|offset| (y + offset, cover(&commune.name, x, y + offset))).find(|(_, cover)| {
                view.shows(size, point) && cover.is_within(size) && !taken.iter().any(|other| other.meets(cover))
            });
        if let Some((y, cover)) = room {
            taken.push(cover);
            labels.push(Label { commune, x, y });
        }
    }
    labels
}

#[cfg(test)]
mod tests {
    use super::super::atlas::{Atlas, Location};
    use super::super::fixture::communes;
    use super::super::marks::marks;
    use super::*;
    use crate::domain::directory::nearest::Precision;
    use crate::domain::directory::place::Coordinates;
    use proptest::prelude::*;

    const SIZE: Size = Size { width_px: 600, height_px: 400 };

    fn names(labels: &[Label<'_>]) -> Vec<String> {
        labels.iter().map(|label| label.commune.name.clone()).collect()
    }

    #[test]
    fn the_most_peopled_comes_first_and_a_name_without_room_is_left_out() {
        let communes = communes();
        let atlas = Atlas::new(&[], |_| None, &communes);
        let whole = atlas.overview(SIZE);
        let shown = |view, size| names(&labels(&communes, atlas.projection, view, size, &[]));
        // The first two are almost at the same point: the name of the smaller one moves.
        assert_eq!(shown(whole, SIZE), ["Modelle", "Exemple-Ville", "Lointaine"]);
        let low = Size { height_px: 20, ..SIZE };
        let on_the_two = View { centre: atlas.projection.point(communes.iter().next().unwrap().centre), ..whole };
        assert_eq!(shown(on_the_two, low), ["Modelle"]);
        assert_eq!(shown(View { level: 0, ..whole }, SIZE), [""; 0]);
    }

    proptest! {
        #[test]
        fn no_name_covers_a_mark_or_another_name(
            places in prop::collection::vec((48_890_000..48_995_000, 2_390_000..2_495_000), 0..40), zooms in 0..8_u8
        ) {
            let communes = communes();
            let found: Vec<usize> = (0..places.len()).collect();
            let location = |place: usize| {
                let (lat_udeg, lon_udeg) = places[place];
                Some(Location { at: Coordinates { lat_udeg, lon_udeg }, precision: Precision::Exact })
            };
            let atlas = Atlas::new(&found, location, &communes);
            let view = (0..zooms).fold(atlas.overview(SIZE), |view, _| view.zoom_in());
            let marks = marks(&atlas, view, SIZE);
            let labels = labels(&communes, atlas.projection, view, SIZE, &marks);
            let covers: Vec<Rectangle> =
                labels.iter().map(|label| cover(&label.commune.name, label.x, label.y)).collect();
            for (number, one) in covers.iter().enumerate() {
                prop_assert!(one.is_within(SIZE));
                prop_assert!(!covers[..number].iter().any(|other| other.meets(one)));
                for mark in &marks {
                    let (x, y) = view.on_drawing(SIZE, mark.at);
                    prop_assert!(!one.meets(&Rectangle::around(x, y, MARK_PX, MARK_PX)));
                }
            }
        }
    }
}
