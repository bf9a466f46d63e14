//! A QR code as one drawing.

use qrcodegen::{QrCode, QrCodeEcc};
use std::fmt::Write;

/// The margin that readers need around a code, in squares.
const MARGIN: i32 = 4;
/// Denser codes are not read from an ordinary print.
const MAX_SIDE: i32 = 81;

/// A code to draw: one path over a square of `side` units, margin included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QrDrawing {
    pub side: i32,
    pub path: String,
}

/// Draws a text; none when it is too long for a code that a telephone reads from paper.
pub fn draw(text: &str) -> Option<QrDrawing> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok().filter(|code| code.size() <= MAX_SIDE)?;
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let length = (x..code.size()).take_while(|x| code.get_module(*x, y)).count();
            if length > 0 {
                let _ = write!(path, "M{} {}h{length}v1h-{length}z", x + MARGIN, y + MARGIN);
            }
            x += length as i32 + 1;
        }
    }
    Some(QrDrawing { side: code.size() + 2 * MARGIN, path })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The squares that a path fills.
    fn squares(drawing: &QrDrawing) -> Vec<Vec<bool>> {
        let side = drawing.side as usize;
        let mut squares = vec![vec![false; side]; side];
        for run in drawing.path.split('z').filter(|run| !run.is_empty()) {
            let numbers: Vec<usize> = run
                .split(|c: char| !c.is_ascii_digit())
                .filter(|number| !number.is_empty())
                .map(|number| number.parse().unwrap())
                .collect();
            let [x, y, length, 1, back] = numbers[..] else { panic!("{run}") };
            assert_eq!(length, back);
            squares[y][x..x + length].fill(true);
        }
        squares
    }

    #[test]
    fn what_is_drawn_is_read_again() {
        for text in ["Le Relais fictif", "Médiathèque imaginaire\n1 rue de l’Essai\n93000 Bobigny\n01 99 00 12 34"]
        {
            let drawing = draw(text).unwrap();
            let squares = squares(&drawing);
            let scale = 4;
            let side = drawing.side as usize * scale;
            let mut image = rqrr::PreparedImage::prepare_from_greyscale(side, side, |x, y| {
                if squares[y / scale][x / scale] { 0 } else { 255 }
            });
            let grids = image.detect_grids();
            assert_eq!(grids.len(), 1);
            assert_eq!(grids[0].decode().unwrap().1, text);
        }
    }

    #[test]
    fn a_text_too_long_for_paper_is_not_drawn() {
        assert!(draw(&"a".repeat(400)).is_some());
        assert_eq!(draw(&"é".repeat(1_000)), None);
    }
}
