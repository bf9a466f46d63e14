//! A code that was drawn is read from its picture, as a screen photographed in a room shows it; any pixels are read
//! without harm.

use super::*;
use proptest::prelude::*;
use qrcodegen::{QrCode, QrCodeEcc};

const TEXT: &str =
    "REPERES:6BFOXN*TS0BI$ZDFRH3T8R+9ZJ0B3AG%I7H7CKBCM3G3L-$5+T3:A7%Y1C$5FSOSRJ GXFW0.P4UF.2XE92DBKL1B6/HN 4XU0YRKL3";

/// A code laid on a wall, and how it was taken.
#[derive(Clone, Copy, Debug)]
struct Shot {
    side: u32,
    square_px: f64,
    /// Where its middle is, from the middle of the picture.
    shift: (f64, f64),
    turn_degrees: f64,
    dark: f64,
    light: f64,
    /// How much of the light is lost from the left to the right.
    shade: f64,
    noise: u8,
}

const PLAIN: Shot = Shot {
    side: 640,
    square_px: 6.0,
    shift: (0.0, 0.0),
    turn_degrees: 0.0,
    dark: 20.0,
    light: 235.0,
    shade: 0.0,
    noise: 0,
};

/// What a camera would see of it: the code, its white margin, and a wall half as bright.
fn taken(text: &str, shot: Shot) -> Grey {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).unwrap();
    let (side, size) = (f64::from(shot.side), f64::from(code.size()));
    let (sin, cos) = shot.turn_degrees.to_radians().sin_cos();
    let mut chance = 12_345_u32;
    let mut levels = Vec::new();
    for y in 0..shot.side {
        for x in 0..shot.side {
            let from = (f64::from(x) + 0.5 - side / 2.0 - shot.shift.0, f64::from(y) + 0.5 - side / 2.0 - shot.shift.1);
            let across = (from.0 * cos + from.1 * sin) / shot.square_px + size / 2.0;
            let down = (from.1 * cos - from.0 * sin) / shot.square_px + size / 2.0;
            let is_on_paper = [across, down].iter().all(|at| (-4.0..size + 4.0).contains(at));
            let level = match (code.get_module(across.floor() as i32, down.floor() as i32), is_on_paper) {
                (true, _) => shot.dark,
                (false, true) => shot.light,
                (false, false) => (shot.dark + shot.light) / 2.0,
            };
            chance = chance.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let noise = f64::from(chance >> 24) / 255.0 * f64::from(shot.noise) - f64::from(shot.noise) / 2.0;
            levels.push((level * (1.0 - shot.shade * f64::from(x) / side) + noise).clamp(0.0, 255.0) as u8);
        }
    }
    Grey::new(shot.side, shot.side, levels).unwrap()
}

fn codes(texts: &[&str]) -> Sighting {
    Sighting::Codes(texts.iter().map(|text| (*text).to_owned()).collect())
}

#[test]
fn a_code_is_read_as_it_is_shown() {
    for shot in [
        PLAIN,
        Shot { square_px: 3.0, ..PLAIN },
        Shot { side: 1600, square_px: 24.0, ..PLAIN },
        Shot { shift: (90.0, -60.0), square_px: 5.3, ..PLAIN },
        Shot { turn_degrees: 17.0, ..PLAIN },
        Shot { turn_degrees: 180.0, square_px: 4.4, ..PLAIN },
        Shot { dark: 90.0, light: 150.0, noise: 20, ..PLAIN },
        Shot { noise: 90, square_px: 8.0, ..PLAIN },
        Shot { shade: 0.85, noise: 6, ..PLAIN },
    ] {
        assert_eq!(read(&taken(TEXT, shot)), codes(&[TEXT]), "{shot:?}");
    }
}

#[test]
fn a_code_in_the_shade_needs_more_than_one_threshold() {
    let shot = taken(TEXT, Shot { square_px: 11.0, shade: 0.9, noise: 6, ..PLAIN });
    let mut texts = BTreeSet::new();
    shot.look(&mut texts);
    assert!(texts.is_empty());
    shot.evened().look(&mut texts);
    assert_eq!(texts.len(), 1);
}

#[test]
fn several_codes_on_one_picture_are_all_read_once() {
    let one = taken("REPERES:A", Shot { side: 400, ..PLAIN });
    let other = taken("REPERES:B", Shot { side: 400, ..PLAIN });
    let rows = one.levels.chunks(400).zip(other.levels.chunks(400));
    let levels: Vec<u8> = rows.flat_map(|(one, other)| one.iter().chain(other).chain(one).copied()).collect();
    assert_eq!(read(&Grey::new(1200, 400, levels).unwrap()), codes(&["REPERES:A", "REPERES:B"]));
}

#[test]
fn what_is_no_code_and_what_does_not_read_are_told_apart() {
    assert_eq!(read(&Grey::new(300, 300, vec![128; 90_000]).unwrap()), Sighting::Nothing);
    let mut hidden = taken(TEXT, PLAIN);
    let (from, to) = (320 * 640 + 220, 320 * 640 + 420);
    for row in 0..60 {
        hidden.levels[from + row * 640 - 30 * 640..to + row * 640 - 30 * 640].fill(20);
    }
    assert_eq!(read(&hidden), Sighting::Unclear);
}

#[test]
fn a_large_picture_keeps_its_shape() {
    for (given, fits) in [
        ((640, 480), (640, 480)),
        ((1600, 1600), (1600, 1600)),
        ((4000, 3000), (1600, 1200)),
        ((3000, 4000), (1200, 1600)),
        ((100_000, 2), (1600, 1)),
        ((u32::MAX, u32::MAX), (1600, 1600)),
    ] {
        assert_eq!(fitting(given.0, given.1), fits);
    }
}

#[test]
fn colours_become_greys_over_white() {
    let rgba = [0, 0, 0, 255, 255, 255, 255, 255, 255, 0, 0, 255, 0, 0, 0, 0];
    assert_eq!(Grey::from_rgba(2, 2, &rgba).unwrap().levels, [0, 255, 76, 255]);
    assert_eq!(Grey::from_rgba(2, 2, &rgba[..12]), None);
    assert_eq!(Grey::from_rgba(1, 3, &rgba[..11]), None);
    assert_eq!(Grey::from_rgba(0, 0, &[]), None);
    assert_eq!(Grey::from_rgba(LONG_SIDE_PX + 1, 1, &[0; 4 * (LONG_SIDE_PX as usize + 1)]), None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_pixels_are_read_without_harm(width in 1_u32..120, height in 1_u32..120, levels in prop::collection::vec(any::<u8>(), 120)) {
        let picture = levels.iter().cycle().take((width * height) as usize).copied().collect();
        read(&Grey::new(width, height, picture).unwrap());
    }

    #[test]
    fn a_picture_spoilt_anywhere_is_read_without_harm(
        turn in 0.0..360.0_f64,
        square_px in 2.0..7.0_f64,
        spots in prop::collection::vec((0_usize..300, 0_usize..300, 1_usize..60, any::<u8>()), 0..12),
    ) {
        let mut picture = taken(TEXT, Shot { side: 300, square_px, turn_degrees: turn, ..PLAIN });
        for (x, y, size, level) in spots {
            for row in picture.levels.chunks_mut(300).skip(y).take(size) {
                row.iter_mut().skip(x).take(size).for_each(|pixel| *pixel = level);
            }
        }
        let seen = read(&picture);
        // Spoilt or not, it is never read as something else.
        if let Sighting::Codes(texts) = seen {
            prop_assert_eq!(texts, [TEXT]);
        }
    }

    #[test]
    fn marks_thrown_at_random_are_read_without_harm(marks in prop::collection::vec((0_usize..28, 0_usize..28, 1_usize..4), 3..60)) {
        let mut levels = vec![255; 280 * 280];
        for (x, y, square) in marks {
            // The corner of a code: a ring of seven squares, a stone of three.
            for (row, column) in (0..7 * square).flat_map(|row| (0..7 * square).map(move |column| (row, column))) {
                let ring = (row / square).abs_diff(3).max((column / square).abs_diff(3));
                if let Some(pixel) = levels.get_mut((y * 10 + row) * 280 + x * 10 + column) {
                    *pixel = if ring == 2 { 255 } else { 0 };
                }
            }
        }
        read(&Grey::new(280, 280, levels).unwrap());
    }
}
