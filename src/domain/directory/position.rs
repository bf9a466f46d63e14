//! A latitude and a longitude, as written in two cells.

use super::place::Coordinates;

/// Why two cells give no position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    Missing,
    Unreadable,
    OutsideFrance,
    /// Outside France, but inside once exchanged.
    Swapped {
        proposed: Coordinates,
    },
}

/// Reads both cells; a decimal comma is accepted.
pub fn read(latitude: &str, longitude: &str) -> Result<Coordinates, Fault> {
    if latitude.is_empty() && longitude.is_empty() {
        return Err(Fault::Missing);
    }
    let (lat_udeg, lon_udeg) = (degrees(latitude)?, degrees(longitude)?);
    let written = Coordinates { lat_udeg, lon_udeg };
    let exchanged = Coordinates { lat_udeg: lon_udeg, lon_udeg: lat_udeg };
    if is_in_france(written) {
        Ok(written)
    } else if is_in_france(exchanged) {
        Err(Fault::Swapped { proposed: exchanged })
    } else {
        Err(Fault::OutsideFrance)
    }
}

fn degrees(text: &str) -> Result<i32, Fault> {
    let is_plain = text.bytes().all(|byte| byte.is_ascii_digit() || b"+-.,".contains(&byte));
    let value: f64 = text.replace(',', ".").parse().map_err(|_| Fault::Unreadable)?;
    // Exponents, « inf » and « NaN » parse as numbers and are not positions.
    if !is_plain || !(-360.0..=360.0).contains(&value) {
        return Err(Fault::Unreadable);
    }
    Ok((value * 1_000_000.0).round() as i32)
}

/// Boxes in whole degrees around the territories: south, north, west, east.
const TERRITORIES: [[i32; 4]; 12] = [
    [41, 52, -6, 10],       // metropolitan France and Corsica
    [15, 19, -64, -60],     // Guadeloupe, Saint-Martin, Saint-Barthélemy
    [14, 15, -62, -60],     // Martinique
    [2, 6, -55, -51],       // French Guiana
    [-22, -20, 55, 56],     // Réunion
    [-14, -12, 44, 46],     // Mayotte
    [46, 48, -57, -56],     // Saint-Pierre-et-Miquelon
    [-28, -7, -155, -134],  // French Polynesia
    [-24, -18, 157, 173],   // New Caledonia
    [-15, -13, -179, -176], // Wallis and Futuna
    [-50, -37, 50, 78],     // southern lands
    [9, 11, -110, -109],    // Clipperton
];

fn is_in_france(at: Coordinates) -> bool {
    territory(at).is_some()
}

/// A territory, by its place in the list: metropolitan France comes first. None outside France.
pub fn territory(at: Coordinates) -> Option<usize> {
    TERRITORIES.iter().position(|[south, north, west, east]| {
        (south * 1_000_000..=north * 1_000_000).contains(&at.lat_udeg)
            && (west * 1_000_000..=east * 1_000_000).contains(&at.lon_udeg)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_positions_and_moves_none_silently() {
        let at = |lat_udeg, lon_udeg| Coordinates { lat_udeg, lon_udeg };
        for (latitude, longitude, expected) in [
            ("48.9358", "2.3596", Ok(at(48_935_800, 2_359_600))),
            ("48,9358", "+2,3596", Ok(at(48_935_800, 2_359_600))),
            ("46.1060711578546", "5.8260084241619", Ok(at(46_106_071, 5_826_008))),
            ("-21.1", "55.5", Ok(at(-21_100_000, 55_500_000))),
            ("", "", Err(Fault::Missing)),
            ("48.9", "", Err(Fault::Unreadable)),
            ("48.9.1", "2.3", Err(Fault::Unreadable)),
            ("NaN", "inf", Err(Fault::Unreadable)),
            ("1e1", "2", Err(Fault::Unreadable)),
            ("4893580", "235960", Err(Fault::Unreadable)),
            ("0", "0", Err(Fault::OutsideFrance)),
            ("40.4", "-3.7", Err(Fault::OutsideFrance)),
            ("2.3596", "48.9358", Err(Fault::Swapped { proposed: at(48_935_800, 2_359_600) })),
        ] {
            assert_eq!(read(latitude, longitude), expected, "{latitude} {longitude}");
        }
    }
}
