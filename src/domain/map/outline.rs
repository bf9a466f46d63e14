//! A base map as a drawing: one path, made once, that each view moves and enlarges.

use super::base_map::{BaseMap, Outline};
use super::plane::{Extent, Point, Projection};
use super::view::{Size, View};
use crate::domain::directory::place::Coordinates;
use std::fmt::Write;

/// The lines of a base map on a plane.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BaseDrawing {
    /// Where the path starts from: browsers draw large numbers roughly.
    origin: Point,
    /// The path, in units of the plane from its origin.
    pub path: String,
}

impl BaseDrawing {
    /// Draws a base map; nothing when it has no line.
    pub fn new(base: &BaseMap, projection: Projection) -> Option<Self> {
        let points = |outline: &Outline| -> Vec<Point> { outline.points().map(|at| projection.point(at)).collect() };
        let outlines: Vec<(bool, Vec<Point>)> =
            base.outlines.iter().map(|outline| (outline.is_closed, points(outline))).collect();
        let origin = Extent::of(outlines.iter().flat_map(|(_, points)| points.iter().copied()))?.centre();
        let mut path = String::new();
        for (is_closed, points) in &outlines {
            draw(&mut path, origin, points, *is_closed);
        }
        Some(Self { origin, path })
    }

    /// How the path is moved and enlarged for a view, in the notation of SVG.
    pub fn transform(&self, view: View, size: Size) -> String {
        let (x, y) = view.on_drawing(size, self.origin);
        format!("translate({x:.2} {y:.2}) scale({:.8})", 1.0 / view.units_per_px() as f64)
    }
}

/// One line: where it starts, then how far each point is from the one before.
fn draw(path: &mut String, origin: Point, points: &[Point], is_closed: bool) {
    let mut before = origin;
    for (number, point) in points.iter().enumerate() {
        let command = match number {
            0 => 'M',
            1 => 'l',
            _ => ' ',
        };
        // Nothing fails when one writes to a text.
        let _ = write!(path, "{command}{} {}", point.x - before.x, point.y - before.y);
        before = *point;
    }
    if is_closed {
        path.push('z');
    }
}

/// Where a line of a base map goes.
impl Outline {
    fn points(&self) -> impl Iterator<Item = Coordinates> {
        self.points.iter().map(|[lon_udeg, lat_udeg]| Coordinates { lat_udeg: *lat_udeg, lon_udeg: *lon_udeg })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn base(outlines: Vec<Outline>) -> BaseMap {
        BaseMap::new("Fond fictif", "fond.geojson", "", "2026-03-02".parse().unwrap(), outlines)
    }

    #[test]
    fn lines_are_drawn_from_the_middle_and_closed_when_they_are() {
        let square = vec![[0, 0], [200, 0], [200, -100], [0, -100]];
        let base = base(vec![
            Outline { is_closed: true, points: square },
            Outline { is_closed: false, points: vec![[100, 0], [100, -100]] },
        ]);
        let drawing = BaseDrawing::new(&base, Projection::at(0)).unwrap();
        assert_eq!(drawing.path, "M-100 -50l200 0 0 100 -200 0zM0 -50l0 100");
        let size = Size { width_px: 600, height_px: 400 };
        let view = View { centre: Point { x: 100, y: 50 }, level: super::super::view::FINEST };
        assert_eq!(drawing.transform(view, size), "translate(300.00 200.00) scale(0.12500000)");
    }

    #[test]
    fn nothing_is_drawn_of_nothing() {
        assert_eq!(BaseDrawing::new(&base(Vec::new()), Projection::at(0)), None);
    }
}
