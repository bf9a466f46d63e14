//! Distances « à vol d’oiseau ».

use super::place::Coordinates;

/// The mean radius of the Earth.
const EARTH_RADIUS_M: f64 = 6_371_008.8;

impl Coordinates {
    /// The great-circle distance to another point, in metres.
    pub fn distance_m(self, other: Self) -> u32 {
        let radians = |udeg: i32| (f64::from(udeg) / 1_000_000.0).to_radians();
        let (lat_a, lat_b) = (radians(self.lat_udeg), radians(other.lat_udeg));
        let half_lat = ((lat_b - lat_a) / 2.0).sin();
        let half_lon = ((radians(other.lon_udeg) - radians(self.lon_udeg)) / 2.0).sin();
        let chord = half_lat * half_lat + lat_a.cos() * lat_b.cos() * half_lon * half_lon;
        // Half the Earth's circumference is far below the bounds of the type.
        (2.0 * EARTH_RADIUS_M * chord.sqrt().min(1.0).asin()).round() as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(lat: f64, lon: f64) -> Coordinates {
        Coordinates { lat_udeg: (lat * 1e6).round() as i32, lon_udeg: (lon * 1e6).round() as i32 }
    }

    #[test]
    fn agrees_with_known_distances() {
        let paris = point(48.8566, 2.3522);
        for (from, to, expected_m) in [
            (paris, paris, 0),
            (point(0.0, 0.0), point(1.0, 0.0), 111_195),
            (point(0.0, 0.0), point(0.0, 180.0), 20_015_115),
            (paris, point(45.7640, 4.8357), 391_499),
            (paris, point(51.5074, -0.1278), 343_557),
            (point(48.935, 2.345), point(48.93564, 2.35387), 652),
        ] {
            let found_m = from.distance_m(to);
            assert!(found_m.abs_diff(expected_m) <= 1 + expected_m / 100_000, "{found_m} for {expected_m}");
            assert_eq!(found_m, to.distance_m(from));
        }
    }
}
