//! Lists of positions within lists, read in one pass: what kind of geometry they belong to may only be told afterwards.

use super::GeoJsonError;
use crate::domain::map::base_map::MAX_POINTS;
use serde::de::{Deserialize, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::fmt;

/// Numbers are four lists deep in the deepest geometry.
const MAX_DEPTH: u8 = 4;

/// The lines found, each with the number of lists around it, and the first thing that is wrong.
#[derive(Debug, Default)]
pub struct Lines {
    lines: Vec<(u8, Vec<[i32; 2]>)>,
    points: usize,
    fault: Option<GeoJsonError>,
}

impl Lines {
    /// The lines, which must all be in so many lists.
    pub fn at_depth(self, depth: u8) -> Result<Vec<Vec<[i32; 2]>>, GeoJsonError> {
        match self.fault {
            Some(fault) => Err(fault),
            None if self.lines.iter().any(|(found, _)| *found != depth) => Err(GeoJsonError::WrongShape),
            None => Ok(self.lines.into_iter().map(|(_, line)| line).collect()),
        }
    }

    fn blame(&mut self, fault: GeoJsonError) {
        self.fault.get_or_insert(fault);
    }

    /// A position that counts; beyond what is drawn, none is kept.
    fn push(&mut self, line: &mut Vec<[i32; 2]>, position: [i32; 2]) {
        self.points += 1;
        if self.points > MAX_POINTS {
            self.blame(GeoJsonError::TooManyPoints);
        } else {
            line.push(position);
        }
    }
}

impl<'de> Deserialize<'de> for Lines {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut lines = Self::default();
        match (Nest { depth: 0, lines: &mut lines }).deserialize(deserializer)? {
            Item::List => {}
            // A position alone is a point, and the kind of the geometry says so.
            Item::Number(_) | Item::Position(_) | Item::Other => lines.blame(GeoJsonError::WrongShape),
        }
        Ok(lines)
    }
}

/// What was found in a list.
enum Item {
    Number(f64),
    Position([i32; 2]),
    /// Lines, kept already.
    List,
    Other,
}

struct Nest<'a> {
    depth: u8,
    lines: &'a mut Lines,
}

/// A longitude or a latitude, in millionths of a degree.
fn micro_degrees(degrees: f64, max: f64) -> Option<i32> {
    (-max..=max).contains(&degrees).then_some((degrees * 1_000_000.0).round() as i32)
}

impl<'de> DeserializeSeed<'de> for Nest<'_> {
    type Value = Item;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Item, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Nest<'_> {
    type Value = Item;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("anything")
    }

    fn visit_f64<E>(self, number: f64) -> Result<Item, E> {
        Ok(Item::Number(number))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Item, E> {
        Ok(Item::Number(number as f64))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Item, E> {
        Ok(Item::Number(number as f64))
    }

    fn visit_str<E>(self, _: &str) -> Result<Item, E> {
        Ok(Item::Other)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Item, E> {
        Ok(Item::Other)
    }

    fn visit_unit<E>(self) -> Result<Item, E> {
        Ok(Item::Other)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Item, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Item::Other)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Item, A::Error> {
        let Self { depth, lines } = self;
        if depth >= MAX_DEPTH {
            lines.blame(GeoJsonError::TooDeep);
            while seq.next_element::<IgnoredAny>()?.is_some() {}
            return Ok(Item::List);
        }
        let (mut numbers, mut count) = ([0.0; 2], 0_usize);
        let (mut line, mut has_list) = (Vec::new(), false);
        while let Some(item) = seq.next_element_seed(Nest { depth: depth + 1, lines: &mut *lines })? {
            let is_mixed = match item {
                Item::Number(number) => {
                    if let Some(place) = numbers.get_mut(count) {
                        *place = number;
                    }
                    count += 1;
                    has_list || !line.is_empty()
                }
                Item::Position(position) => {
                    lines.push(&mut line, position);
                    has_list || count > 0
                }
                Item::List => {
                    has_list = true;
                    count > 0 || !line.is_empty()
                }
                Item::Other => true,
            };
            if is_mixed {
                lines.blame(GeoJsonError::WrongShape);
            }
        }
        if count > 0 {
            return Ok(Item::Position(position(lines, numbers, count)));
        }
        if !line.is_empty() {
            lines.lines.push((depth, line));
        }
        Ok(Item::List)
    }
}

/// A longitude, a latitude, and perhaps a height that is not drawn.
fn position(lines: &mut Lines, [lon, lat]: [f64; 2], count: usize) -> [i32; 2] {
    let on_earth = micro_degrees(lon, 180.0).zip(micro_degrees(lat, 90.0));
    match on_earth {
        _ if count < 2 => lines.blame(GeoJsonError::WrongShape),
        None => lines.blame(GeoJsonError::OutsideEarth),
        Some(_) => {}
    }
    on_earth.map(|(lon_udeg, lat_udeg)| [lon_udeg, lat_udeg]).unwrap_or_default()
}
