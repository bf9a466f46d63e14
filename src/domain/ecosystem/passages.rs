//! How a link of the picture goes round the boxes that it does not concern: curves between columns, straight passages
//! between two boxes of a column.

use super::known::KnownLink;
use super::model::ActorId;
use super::network::{BOX_HEIGHT, BOX_WIDTH, HEAD, LANE, MARGIN, Node};
use std::cmp::Ordering;
use std::collections::BTreeSet;

/// The room between two passages, and between a passage and a box.
const TRACK: i32 = 4;
/// What the shortest arc within a column sticks out, and how much further longer ones do: they do not lie on each other.
const ARC: i32 = 18;
const ARC_SHARE: i32 = 9;

/// A point of the drawing.
pub type Point = (i32, i32);

/// A link, drawn from a side of a box to a side of another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edge {
    pub link: KnownLink,
    pub start: Point,
    /// Each from where the one before ended.
    pub legs: Vec<Leg>,
}

/// A part of a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leg {
    /// Between columns; with the points that the curve leans to.
    Curve { by: [Point; 2], to: Point },
    /// Across a column, between two boxes.
    Straight(Point),
}

/// The passages of the picture: each serves one link, as long as there are enough.
pub struct Passages<'a> {
    nodes: &'a [Node],
    height: i32,
    taken: BTreeSet<Point>,
}

impl<'a> Passages<'a> {
    pub fn new(nodes: &'a [Node], height: i32) -> Self {
        Self { nodes, height, taken: BTreeSet::new() }
    }

    /// A link between two boxes; none when one of them is not in the picture.
    pub fn edge(&mut self, known: &KnownLink) -> Option<Edge> {
        let node = |id: &ActorId| self.nodes.iter().find(|node| node.actor == *id);
        let (from, to) = (node(&known.link.from)?, node(&known.link.to)?);
        let middle = |node: &Node| node.y + BOX_HEIGHT / 2;
        let (left, right) = (|node: &Node| (node.x, middle(node)), |node: &Node| (node.x + BOX_WIDTH, middle(node)));
        let (start, legs) = match from.x.cmp(&to.x) {
            Ordering::Less => (right(from), self.across(right(from), left(to))),
            Ordering::Greater => (left(from), self.across(left(from), right(to))),
            Ordering::Equal => (right(from), vec![arc(right(from), right(to))]),
        };
        Some(Edge { link: known.clone(), start, legs })
    }

    /// From a side of a box to a side of a box of another column, through the columns between.
    fn across(&mut self, start: Point, end: Point) -> Vec<Leg> {
        let (first, last) = (start.0.min(end.0), start.0.max(end.0));
        let columns: BTreeSet<i32> = self.nodes.iter().map(|node| node.x).collect();
        let between = columns.into_iter().filter(|x| first < *x && x + BOX_WIDTH < last);
        let goes_right = start.0 < end.0;
        let mut sides: Vec<Point> = between.map(|x| (x, x + BOX_WIDTH)).collect();
        if !goes_right {
            sides = sides.into_iter().rev().map(|(left, right)| (right, left)).collect();
        }
        let mut at = start;
        let mut legs = Vec::new();
        for (enters, leaves) in sides {
            let y = self.take(enters.min(leaves), straight_on(at, end, (enters + leaves) / 2));
            legs.extend([curve(at, (enters, y)), Leg::Straight((leaves, y))]);
            at = (leaves, y);
        }
        legs.push(curve(at, end));
        legs
    }

    /// The free passage of a column that is the nearest to a height.
    fn take(&mut self, x: i32, wanted: i32) -> i32 {
        let is_clear = |y: &i32| {
            let mut boxes = self.nodes.iter().filter(|node| node.x == x);
            boxes.all(|node| y + TRACK <= node.y || node.y + BOX_HEIGHT + TRACK <= *y)
        };
        let clear = (HEAD..self.height).step_by(TRACK as usize).filter(is_clear);
        let y = clear.min_by_key(|y| (self.taken.contains(&(x, *y)), (y - wanted).abs())).unwrap_or(wanted);
        self.taken.insert((x, y));
        y
    }
}

/// How high one is at a place, going straight from a point to another.
fn straight_on(from: Point, to: Point, x: i32) -> i32 {
    from.1 + (to.1 - from.1) * (x - from.0) / (to.0 - from.0)
}

/// Leaves and arrives level.
fn curve(from: Point, to: Point) -> Leg {
    let lean = LANE / 2 * (to.0 - from.0).signum();
    Leg::Curve { by: [(from.0 + lean, from.1), (to.0 - lean, to.1)], to }
}

/// Within a column: out to the right and back.
fn arc(from: Point, to: Point) -> Leg {
    let out = (ARC + (from.1 - to.1).abs() / ARC_SHARE).min(MARGIN);
    Leg::Curve { by: [(from.0 + out, from.1), (to.0 + out, to.1)], to }
}

impl Edge {
    /// Points along the way, close enough to tell what it passes over.
    #[cfg(test)]
    pub fn way(&self) -> Vec<(f64, f64)> {
        let exact = |(x, y): Point| (f64::from(x), f64::from(y));
        let mut at = exact(self.start);
        let mut way = vec![at];
        for leg in &self.legs {
            let (by, to) = match *leg {
                Leg::Curve { by, to } => (by.map(exact), exact(to)),
                Leg::Straight(to) => ([at, exact(to)], exact(to)),
            };
            way.extend((1..=40).map(|step| {
                let (t, u) = (f64::from(step) / 40.0, 1.0 - f64::from(step) / 40.0);
                let along = |from: f64, [a, b]: [f64; 2], to: f64| {
                    u * u * u * from + 3.0 * u * u * t * a + 3.0 * u * t * t * b + t * t * t * to
                };
                (along(at.0, by.map(|by| by.0), to.0), along(at.1, by.map(|by| by.1), to.1))
            }));
            at = to;
        }
        way
    }

    /// Whether it passes over a box, the edges of those it joins left out.
    #[cfg(test)]
    pub fn passes_over(&self, node: &Node) -> bool {
        let within = |at: f64, from: i32, length: i32| f64::from(from) < at && at < f64::from(from + length);
        self.way().into_iter().any(|(x, y)| within(x, node.x, BOX_WIDTH) && within(y, node.y, BOX_HEIGHT))
    }
}
