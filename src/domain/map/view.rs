//! What is seen of the map: a centre and a level of detail. Moving is arithmetic on integers, so that coming back is exact.

use super::plane::{Extent, Point};

/// The size of the drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Size {
    pub width_px: i32,
    pub height_px: i32,
}

/// What is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct View {
    pub centre: Point,
    /// From 0, the whole Earth, to [`FINEST`], a street.
    pub level: u8,
}

/// Where to move.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    North,
    South,
    West,
    East,
}

/// What is drawn around a view, so that no mark is cut at its edge.
pub const MARGIN_PX: i32 = 22;
/// The finest level: about a metre for a pixel.
pub const FINEST: u8 = 36;
/// The finest level that is chosen to show everything: a lone place is seen with its quarter.
const QUARTER: u8 = 30;
/// A step changes lengths by two: two levels.
const STEP: u8 = 2;
/// A pixel at the finest level, in units of the plane.
const FINEST_UNITS: i64 = 8;
/// The room kept around what is to be seen.
const PADDING_PX: i64 = 24;

impl Size {
    /// The drawing that a page of this width has room for.
    pub fn for_width(available_px: i32) -> Self {
        let width_px = (available_px - 2 * MARGIN_PX).clamp(200, 1_100);
        Self { width_px, height_px: (width_px * 3 / 5).clamp(260, 560) }
    }
}

impl View {
    /// The view that shows a whole extent, its centre in the middle.
    pub fn fit(extent: Extent, size: Size) -> Self {
        Self::fit_until(extent, size, QUARTER)
    }

    /// The view that shows an extent as large as can be.
    pub fn onto(extent: Extent, size: Size) -> Self {
        Self::fit_until(extent, size, FINEST)
    }

    fn fit_until(extent: Extent, size: Size, finest: u8) -> Self {
        let room = |length_px: i32| (i64::from(length_px) - 2 * PADDING_PX).max(1);
        let (width, height) = (room(size.width_px), room(size.height_px));
        let fits = |level: &u8| {
            let units = units(*level);
            extent.width() <= width * units && extent.height() <= height * units
        };
        Self { centre: extent.centre(), level: (0..=finest).rev().find(fits).unwrap_or(0) }
    }

    /// Twice as near; the same where nothing finer is shown.
    #[must_use]
    pub fn zoom_in(self) -> Self {
        let level = self.level + STEP;
        if level > FINEST { self } else { Self { level, ..self } }
    }

    /// Twice as far; the same where the whole is shown already.
    #[must_use]
    pub fn zoom_out(self, whole: Self) -> Self {
        match self.level.checked_sub(STEP) {
            Some(level) if level >= whole.level => Self { level, ..self },
            _ if self.level > whole.level => Self { level: whole.level, ..self },
            _ => self,
        }
    }

    /// A third of the drawing further, without leaving what there is to see.
    #[must_use]
    pub fn pan(self, direction: Direction, size: Size, extent: Extent) -> Self {
        let Point { x, y } = self.centre;
        let (step_x, step_y) = self.step(size);
        let centre = match direction {
            Direction::North => Point { x, y: y - step_y },
            Direction::South => Point { x, y: y + step_y },
            Direction::West => Point { x: x - step_x, y },
            Direction::East => Point { x: x + step_x, y },
        };
        Self { centre, ..self }.within(size, extent)
    }

    /// The nearest view whose middle is a step at most out of what there is to see: one moves around a lone place too,
    /// and it never leaves the drawing.
    #[must_use]
    pub fn within(self, size: Size, extent: Extent) -> Self {
        let (step_x, step_y) = self.step(size);
        let Extent { west, north, east, south } = extent;
        let reached = Extent { west: west - step_x, north: north - step_y, east: east + step_x, south: south + step_y };
        Self { centre: reached.clamp(self.centre), ..self }
    }

    /// A third of the drawing, in units of the plane.
    fn step(self, size: Size) -> (i64, i64) {
        let step = |length_px: i32| i64::from(length_px / 3) * self.units_per_px();
        (step(size.width_px), step(size.height_px))
    }

    /// How many units of the plane a pixel is.
    pub fn units_per_px(self) -> i64 {
        units(self.level)
    }

    /// Whether a point is within the drawing.
    pub fn shows(self, size: Size, point: Point) -> bool {
        let within = |offset: i64, length_px: i32| 2 * offset.abs() <= i64::from(length_px) * self.units_per_px();
        within(point.x - self.centre.x, size.width_px) && within(point.y - self.centre.y, size.height_px)
    }

    /// Where a point is on the drawing, from its upper left corner.
    pub fn on_drawing(self, size: Size, point: Point) -> (f64, f64) {
        let units = self.units_per_px() as f64;
        let place = |offset: i64, length_px: i32| offset as f64 / units + f64::from(length_px) / 2.0;
        (place(point.x - self.centre.x, size.width_px), place(point.y - self.centre.y, size.height_px))
    }
}

/// How many units of the plane a pixel is at a level: 8, 12, 16, 24, 32…
fn units(level: u8) -> i64 {
    let steps = FINEST.saturating_sub(level);
    let unit = if steps.is_multiple_of(STEP) { FINEST_UNITS } else { FINEST_UNITS * 3 / 2 };
    unit << (steps / STEP)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const FAR: i64 = 1 << 40;
    const DIRECTIONS: [(Direction, Direction); 2] =
        [(Direction::North, Direction::South), (Direction::West, Direction::East)];

    fn size() -> impl Strategy<Value = Size> {
        (240..1_200_i32, 200..800_i32).prop_map(|(width_px, height_px)| Size { width_px, height_px })
    }

    fn point() -> impl Strategy<Value = Point> {
        (-180_000_000..=180_000_000_i64, -90_000_000..=90_000_000_i64).prop_map(|(x, y)| Point { x, y })
    }

    fn extent() -> impl Strategy<Value = Extent> {
        prop::collection::vec(point(), 1..4).prop_map(|points| Extent::of(points).unwrap())
    }

    #[test]
    fn each_level_is_coarser_than_the_next() {
        for level in 0..FINEST {
            assert!(units(level) > units(level + 1), "{level}");
        }
        assert_eq!([units(FINEST), units(FINEST - 1), units(FINEST - 2), units(0)], [8, 12, 16, 2_097_152]);
    }

    #[test]
    fn the_drawing_follows_the_width_of_the_page() {
        for (available_px, width_px, height_px) in
            [(288, 244, 260), (1_044, 1_000, 560), (0, 200, 260), (9_000, 1_100, 560)]
        {
            assert_eq!(Size::for_width(available_px), Size { width_px, height_px }, "{available_px}");
        }
    }

    #[test]
    fn a_lone_place_is_seen_with_its_quarter() {
        let size = Size { width_px: 600, height_px: 400 };
        let extent = Extent::of([Point { x: 10, y: 20 }]).unwrap();
        assert_eq!(View::fit(extent, size), View { centre: Point { x: 10, y: 20 }, level: QUARTER });
        assert_eq!(View::onto(extent, size).level, FINEST);
    }

    #[test]
    fn one_moves_around_a_lone_place_and_never_loses_it() {
        let size = Size { width_px: 600, height_px: 400 };
        let at = Point { x: 10, y: 20 };
        let extent = Extent::of([at]).unwrap();
        let whole = View::fit(extent, size);
        for (there, back) in DIRECTIONS.into_iter().chain(DIRECTIONS.map(|(one, other)| (other, one))) {
            let moved = whole.pan(there, size, extent);
            assert!(moved != whole && moved.shows(size, at), "{there:?}");
            assert_eq!(moved.pan(there, size, extent), moved, "{there:?}: no further");
            assert_eq!(moved.pan(back, size, extent), whole, "{there:?} and {back:?}");
            assert!(moved.zoom_in().within(size, extent).shows(size, at), "{there:?}");
        }
    }

    proptest! {
        #[test]
        fn what_is_fitted_is_within_the_drawing_and_would_not_be_nearer(extent in extent(), size in size()) {
            for (view, finest) in [(View::fit(extent, size), QUARTER), (View::onto(extent, size), FINEST)] {
                let corners = [(extent.west, extent.north), (extent.east, extent.south)];
                for corner in corners.map(|(x, y)| Point { x, y }) {
                    prop_assert!(view.shows(size, corner));
                    let (left, top) = view.on_drawing(size, corner);
                    prop_assert!((0.0..=f64::from(size.width_px)).contains(&left));
                    prop_assert!((0.0..=f64::from(size.height_px)).contains(&top));
                }
                let nearer = units(view.level + 1);
                let room = |px: i32| (i64::from(px) - 2 * PADDING_PX).max(1) * nearer;
                let fits = extent.width() <= room(size.width_px) && extent.height() <= room(size.height_px);
                prop_assert!(view.level == finest || !fits);
            }
        }

        #[test]
        fn coming_back_is_exact(extent in extent(), size in size(), zooms in 0..20_u8, odd in 0..2_u8) {
            let whole = View::fit(extent, size);
            let mut view = View { level: (whole.level + odd).min(FINEST), ..whole };
            for _ in 0..zooms {
                let nearer = view.zoom_in();
                prop_assert!(nearer == view || nearer.zoom_out(whole) == view);
                view = nearer;
            }
            // Without an edge in the way, a step and the opposite one come back.
            let wide = Extent { west: -FAR, north: -FAR, east: FAR, south: FAR };
            for (there, back) in DIRECTIONS.into_iter().chain(DIRECTIONS.map(|(one, other)| (other, one))) {
                let moved = view.pan(there, size, wide);
                prop_assert_ne!(moved, view);
                prop_assert_eq!(moved.pan(back, size, wide), view);
            }
        }

        #[test]
        fn nobody_gets_lost(extent in extent(), size in size(), moves in prop::collection::vec(0..6_u8, 0..40)) {
            let whole = View::fit(extent, size);
            let view = moves.into_iter().fold(whole, |view, one| match one {
                0 => view.zoom_in().within(size, extent),
                1 => view.zoom_out(whole),
                2 => view.pan(Direction::North, size, extent),
                3 => view.pan(Direction::South, size, extent),
                4 => view.pan(Direction::West, size, extent),
                _ => view.pan(Direction::East, size, extent),
            });
            prop_assert!(view.shows(size, extent.clamp(view.centre)), "an edge of what there is to see is seen");
            prop_assert!((whole.level..=FINEST).contains(&view.level));
        }
    }
}
