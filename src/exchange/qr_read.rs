//! The codes on a picture: grey pixels in, the texts of the codes out.
//!
//! One threshold for a whole picture loses a code in the shade; a dense screen photographed from close shimmers. The picture
//! is therefore read as it is, then evened, then at half its size; what any of them gives is kept.

use quircs::Quirc;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A picture is brought down to this before it is read: a code of 49 squares has then a dozen pixels a square, and a
/// reading takes a tenth of a second.
pub const LONG_SIDE_PX: u32 = 1600;
/// Above this weight a picture is refused before it is opened.
pub const MAX_PICTURE_BYTES: u64 = 64_000_000;

/// Why a picture could not be looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PictureFault {
    TooLarge {
        bytes: u64,
    },
    /// No picture that this browser opens.
    Unreadable,
    /// This browser gives no pixels off the page.
    NoPixels,
}

/// What a picture shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Sighting {
    /// The texts of its codes, each once.
    Codes(Vec<String>),
    /// There seems to be a code, which does not read.
    Unclear,
    Nothing,
}

/// The size at which a picture is read: its own, or one that keeps its shape.
pub fn fitting(width: u32, height: u32) -> (u32, u32) {
    let longer = width.max(height);
    if longer <= LONG_SIDE_PX {
        return (width, height);
    }
    let scaled = |side: u32| {
        let side = u64::from(side) * u64::from(LONG_SIDE_PX) / u64::from(longer);
        u32::try_from(side).unwrap_or(LONG_SIDE_PX).max(1)
    };
    (scaled(width), scaled(height))
}

/// A picture in shades of grey, row by row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grey {
    width: usize,
    height: usize,
    levels: Vec<u8>,
}

impl Grey {
    /// Four bytes for each pixel, over white; none when they do not fill the picture, or it is larger than what is read.
    pub fn from_rgba(width: u32, height: u32, rgba: &[u8]) -> Option<Self> {
        let levels = rgba.chunks_exact(4).map(|pixel| match pixel {
            [red, green, blue, opaque] => {
                let light = (299 * u32::from(*red) + 587 * u32::from(*green) + 114 * u32::from(*blue)) / 1000;
                let opaque = u32::from(*opaque);
                ((light * opaque + 255 * (255 - opaque)) / 255) as u8
            }
            _ => u8::MAX,
        });
        Self::new(width, height, levels.collect()).filter(|_| rgba.len().is_multiple_of(4))
    }

    fn new(width: u32, height: u32, levels: Vec<u8>) -> Option<Self> {
        let sides = 1..=LONG_SIDE_PX;
        let (wide, high) = (width as usize, height as usize);
        let fits = sides.contains(&width) && sides.contains(&height) && levels.len() == wide * high;
        fits.then_some(Self { width: wide, height: high, levels })
    }

    /// Black where it is darker than what surrounds it, white elsewhere.
    fn evened(&self) -> Self {
        let Self { width, height, .. } = *self;
        let reach = (width.min(height) / 10).max(8);
        let sums = self.sums();
        let sum_at = |x: usize, y: usize| sums.get(y * (width + 1) + x).copied().unwrap_or_default();
        let mut levels = Vec::with_capacity(self.levels.len());
        for (y, row) in self.levels.chunks_exact(width).enumerate() {
            let (top, bottom) = (y.saturating_sub(reach), (y + reach + 1).min(height));
            for (x, level) in row.iter().enumerate() {
                let (left, right) = (x.saturating_sub(reach), (x + reach + 1).min(width));
                let sum = sum_at(right, bottom) + sum_at(left, top) - sum_at(left, bottom) - sum_at(right, top);
                let area = ((right - left) * (bottom - top)) as u64;
                // A tenth darker than around: a plain wall stays white.
                let is_dark = u64::from(*level) * area * 10 < sum * 9;
                levels.push(if is_dark { 0 } else { u8::MAX });
            }
        }
        Self { width, height, levels }
    }

    /// The sum of the levels above and left of each corner.
    fn sums(&self) -> Vec<u64> {
        let mut above = vec![0; self.width + 1];
        let mut sums = above.clone();
        sums.reserve((self.width + 1) * self.height);
        for row in self.levels.chunks_exact(self.width) {
            let mut of_row = 0;
            for (level, above) in row.iter().zip(above.iter_mut().skip(1)) {
                of_row += u64::from(*level);
                *above += of_row;
            }
            sums.extend_from_slice(&above);
        }
        sums
    }

    /// Each pixel the mean of four; none of a picture too small for it.
    fn halved(&self) -> Option<Self> {
        let (width, height) = (self.width / 2, self.height / 2);
        if width.min(height) < 100 {
            return None;
        }
        let mut levels = Vec::with_capacity(width * height);
        for rows in self.levels.chunks_exact(2 * self.width) {
            let (upper, lower) = rows.split_at(self.width);
            for (upper, lower) in upper.chunks_exact(2).zip(lower.chunks_exact(2)) {
                let sum: u16 = upper.iter().chain(lower).map(|level| u16::from(*level)).sum();
                levels.push((sum / 4) as u8);
            }
        }
        Some(Self { width, height, levels })
    }

    /// The texts that read, and whether anything looked like a code.
    fn look(&self, texts: &mut BTreeSet<String>) -> bool {
        let mut quirc = Quirc::new();
        let mut any = false;
        for code in quirc.identify(self.width, self.height, &self.levels) {
            any = true;
            if let Ok(data) = code.map_err(drop).and_then(|code| code.decode().map_err(drop)) {
                texts.insert(String::from_utf8_lossy(&data.payload).into_owned());
            }
        }
        any
    }
}

/// Reads every code of a picture.
pub fn read(picture: &Grey) -> Sighting {
    let mut texts = BTreeSet::new();
    let mut any = picture.look(&mut texts);
    any |= picture.evened().look(&mut texts);
    if let Some(halved) = picture.halved() {
        any |= halved.look(&mut texts);
    }
    match (texts.is_empty(), any) {
        (false, _) => Sighting::Codes(texts.into_iter().collect()),
        (true, true) => Sighting::Unclear,
        (true, false) => Sighting::Nothing,
    }
}

#[cfg(test)]
#[path = "qr_read_tests.rs"]
mod tests;
