//! The plane that the map is drawn on.

use crate::domain::directory::place::Coordinates;

/// A point of the plane, in millionths of a degree of latitude: the same length in both directions. In order, points go
/// from north to south, then from west to east.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Point {
    /// Southwards.
    pub y: i64,
    /// Eastwards.
    pub x: i64,
}

/// A box around points, these included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Extent {
    pub west: i64,
    pub north: i64,
    pub east: i64,
    pub south: i64,
}

/// An equirectangular projection: meridians are as close together as they are at one latitude.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Projection {
    lon_scale: f64,
}

/// Beyond this latitude a degree of longitude no longer shrinks: nobody lives there, and nothing becomes flat.
const POLAR_UDEG: i64 = 80_000_000;

impl Projection {
    /// Without distortion at a latitude.
    pub fn at(lat_udeg: i64) -> Self {
        let lat_udeg = lat_udeg.clamp(-POLAR_UDEG, POLAR_UDEG);
        Self { lon_scale: (lat_udeg as f64 / 1_000_000.0).to_radians().cos() }
    }

    /// Without distortion near the mean latitude of positions; near Paris without any. Rounded, so that one search and the
    /// next mostly share a plane, and what is drawn under the places.
    pub fn of(positions: impl Iterator<Item = Coordinates>) -> Self {
        const PARIS_UDEG: i64 = 48_900_000;
        const HALF_DEGREE_UDEG: i64 = 500_000;
        let (count, sum) = positions.fold((0, 0), |(count, sum), at| (count + 1, sum + i64::from(at.lat_udeg)));
        let mean = if count == 0 { PARIS_UDEG } else { sum / count };
        Self::at((mean + HALF_DEGREE_UDEG / 2).div_euclid(HALF_DEGREE_UDEG) * HALF_DEGREE_UDEG)
    }

    /// Where a position is on the plane.
    pub fn point(self, at: Coordinates) -> Point {
        Point { x: (f64::from(at.lon_udeg) * self.lon_scale).round() as i64, y: -i64::from(at.lat_udeg) }
    }
}

impl Point {
    /// The square of the distance to another point.
    pub fn distance_squared(self, other: Self) -> i64 {
        let (x, y) = (self.x - other.x, self.y - other.y);
        x * x + y * y
    }
}

impl Extent {
    /// The smallest box around points.
    pub fn of(points: impl IntoIterator<Item = Point>) -> Option<Self> {
        points.into_iter().fold(None, |extent: Option<Self>, point| {
            let start = extent.unwrap_or(Self { west: point.x, north: point.y, east: point.x, south: point.y });
            Some(Self {
                west: start.west.min(point.x),
                north: start.north.min(point.y),
                east: start.east.max(point.x),
                south: start.south.max(point.y),
            })
        })
    }

    /// Its middle.
    pub fn centre(self) -> Point {
        Point { x: (self.west + self.east) / 2, y: (self.north + self.south) / 2 }
    }

    /// The smallest box around it whose middle is this point.
    pub fn centred_on(self, point: Point) -> Self {
        let half_width = (self.east - point.x).max(point.x - self.west).max(0);
        let half_height = (self.south - point.y).max(point.y - self.north).max(0);
        Self {
            west: point.x - half_width,
            north: point.y - half_height,
            east: point.x + half_width,
            south: point.y + half_height,
        }
    }

    /// The point of it that is nearest to a point.
    pub fn clamp(self, point: Point) -> Point {
        Point { x: point.x.clamp(self.west, self.east), y: point.y.clamp(self.north, self.south) }
    }

    pub fn width(self) -> i64 {
        self.east - self.west
    }

    pub fn height(self) -> i64 {
        self.south - self.north
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(lat_udeg: i32, lon_udeg: i32) -> Coordinates {
        Coordinates { lat_udeg, lon_udeg }
    }

    #[test]
    fn lengths_agree_with_distances_on_the_globe() {
        // One is east of the other: only the scale of longitudes is at stake.
        let (bobigny, bondy) = (at(48_909_820, 2_450_120), at(48_901_800, 2_489_310));
        let projection = Projection::of([bobigny, bondy].into_iter());
        let plane = projection.point(bobigny).distance_squared(projection.point(bondy)) as f64;
        // A millionth of a degree of latitude is about eleven centimetres.
        let metres = plane.sqrt() * 0.111_195;
        let expected = f64::from(bobigny.distance_m(bondy));
        assert!((metres - expected).abs() < 10.0, "{metres} for {expected}");
    }

    #[test]
    fn the_north_is_up_and_the_east_on_the_right() {
        let projection = Projection::of(std::iter::empty());
        let (here, there) = (projection.point(at(48_900_000, 2_400_000)), projection.point(at(48_950_000, 2_500_000)));
        assert!(there.y < here.y && there.x > here.x);
        // At the poles themselves the plane keeps a width.
        assert_ne!(Projection::at(90_000_000).point(at(90_000_000, 1_000_000)).x, 0);
    }

    #[test]
    fn an_extent_holds_every_point_and_brings_others_back() {
        let point = |x, y| Point { x, y };
        assert_eq!(Extent::of([]), None);
        let extent = Extent::of([point(3, -2), point(-1, 4), point(0, 0)]).unwrap();
        assert_eq!(extent, Extent { west: -1, north: -2, east: 3, south: 4 });
        assert_eq!((extent.centre(), extent.width(), extent.height()), (point(1, 1), 4, 6));
        assert_eq!(extent.clamp(point(10, -9)), point(3, -2));
        let around = extent.centred_on(point(2, 0));
        assert_eq!((around.centre(), around.width(), around.height()), (point(2, 0), 6, 8));
        let far = extent.centred_on(point(10, 1));
        assert_eq!((far.west, far.east, far.north, far.south), (-1, 21, -2, 4));
        assert_eq!(extent.clamp(point(0, 1)), point(0, 1));
    }
}
