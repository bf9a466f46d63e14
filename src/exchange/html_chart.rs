//! The drawings of a document's charts, as pictures that are in the file itself: browsers and word processors show them, nothing
//! runs in them, and no text of anybody is in them.

use super::html::escape;
use crate::domain::book::{BAR_HEIGHT, BAR_LENGTH, Bar, Chart, Laid, Shade};
use std::fmt::Write;

/// What stands beside the rows of a table.
pub struct Drawn {
    /// The name of its column; none: nothing is drawn.
    pub name: Option<String>,
    pub rows: Vec<String>,
    /// How wide it is beside the other columns.
    pub share: u32,
}

pub const NOTHING_DRAWN: Drawn = Drawn { name: None, rows: Vec::new(), share: 0 };

pub fn drawings(chart: &Chart) -> Drawn {
    let picture = |bar: &Option<Bar>| bar.as_ref().map(|bar| image(BAR_LENGTH, &bar.laid())).unwrap_or_default();
    Drawn { name: Some(chart.drawn.clone()), rows: chart.bars.iter().map(picture).collect(), share: 8 }
}

/// What each shade is, in a line under the table.
pub fn key(file: &mut String, key: &[(Shade, String)]) {
    if key.is_empty() {
        return;
    }
    let entry = |(shade, name): &(Shade, String)| {
        let laid = Laid { x: 0.0, width: BAR_HEIGHT, shade: *shade, number: None };
        format!("{}\u{a0}{}", image(BAR_HEIGHT, &[laid]), escape(name))
    };
    let _ = writeln!(file, "<p class=\"key\">{}</p>", key.iter().map(entry).collect::<Vec<_>>().join(" "));
}

/// The ground, the ink on it and the border of a shade.
fn colours(shade: Shade) -> (&'static str, &'static str, &'static str) {
    match shade {
        Shade::First => ("#333", "#fff", ""),
        Shade::Second => ("#999", "#000", ""),
        Shade::Third => ("#d4d4d4", "#000", ""),
        Shade::Fourth => ("#fff", "#000", ""),
        Shade::Last => ("#fff", "#000", " stroke-dasharray='3 2'"),
    }
}

fn image(length: f64, pieces: &[Laid]) -> String {
    let (height, base) = (BAR_HEIGHT, BAR_HEIGHT - 5.0);
    let mut drawing = format!(
        "<svg xmlns='http://www.w3.org/2000/svg' width='{length}' height='{height}' viewBox='-1 -1 {} {}'>",
        length + 2.0,
        height + 2.0
    );
    for piece in pieces {
        let (ground, ink, border) = colours(piece.shade);
        let Laid { x, width, .. } = piece;
        let _ = write!(
            drawing,
            "<rect x='{x:.2}' y='0' width='{width:.2}' height='{height}' fill='{ground}' stroke='#000'{border}/>"
        );
        if let Some(number) = piece.number {
            let middle = x + width / 2.0;
            let _ = write!(
                drawing,
                "<text x='{middle:.2}' y='{base}' font-family='Arial' font-size='12' text-anchor='middle' fill='{ink}'>{number}</text>"
            );
        }
    }
    drawing.push_str("</svg>");
    let coded = drawing.replace('%', "%25").replace('#', "%23").replace('<', "%3C").replace('>', "%3E");
    // A word processor leaves to the words what pictures do not take.
    let [width, height] = [length, height].map(|side| (side * 0.7).round());
    format!("<img alt=\"\" src=\"data:image/svg+xml,{coded}\" width=\"{width}\" height=\"{height}\">")
}
