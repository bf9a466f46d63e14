//! Base maps from GeoJSON files: the lines of their polygons and lines, in the coordinates of the whole world. A file is
//! taken whole or refused; whatever it holds, reading it costs in proportion to its size.

mod lenient;
mod nested;

use crate::domain::map::base_map::{MAX_POINTS, MAX_WORDS_CHARS, Outline};
use lenient::{Few, Words};
use nested::Lines;
use serde::Deserialize;
use serde_json::error::Category;

/// A larger file is refused before it is read.
pub const MAX_BYTES: usize = 5 * 1024 * 1024;
/// The most shapes of a file.
pub const MAX_FEATURES: usize = 10_000;

/// What a file gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GeoJson {
    pub outlines: Vec<Outline>,
    /// What the file says that it is called.
    pub name: Option<String>,
    /// Whom the file asks to name.
    pub attribution: Option<String>,
}

/// Why a file is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GeoJsonError {
    Empty,
    TooLarge,
    /// Its bytes are no UTF-8 text.
    NotText,
    NotJson,
    NotGeoJson,
    /// Another notation, whose shapes share their borders.
    TopoJson,
    /// It holds something else than lines and surfaces.
    OtherGeometry(String),
    TooManyFeatures,
    TooManyPoints,
    /// Lists within lists, deeper than any surface needs.
    TooDeep,
    /// A list is not what its kind asks.
    WrongShape,
    /// Coordinates that are no longitude and latitude in degrees.
    OutsideEarth,
    /// A line of one point, a surface of less than three.
    TooShort,
    NoLine,
}

/// Any object of GeoJSON: a collection, a feature or a geometry.
#[derive(Deserialize)]
struct Root {
    #[serde(rename = "type", default)]
    kind: Words,
    #[serde(default)]
    name: Words,
    #[serde(default)]
    attribution: Words,
    #[serde(default)]
    features: Few<Feature, MAX_FEATURES>,
    #[serde(default)]
    geometry: Option<Geometry>,
    #[serde(default)]
    coordinates: Lines,
}

#[derive(Deserialize)]
struct Feature {
    #[serde(default)]
    geometry: Option<Geometry>,
}

#[derive(Deserialize)]
struct Geometry {
    #[serde(rename = "type", default)]
    kind: Words,
    #[serde(default)]
    coordinates: Lines,
}

/// Reads a file.
pub fn read(bytes: &[u8]) -> Result<GeoJson, GeoJsonError> {
    if bytes.len() > MAX_BYTES {
        return Err(GeoJsonError::TooLarge);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| GeoJsonError::NotText)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).trim();
    if text.is_empty() {
        return Err(GeoJsonError::Empty);
    }
    let root: Root = serde_json::from_str(text).map_err(|error| match error.classify() {
        Category::Data => GeoJsonError::NotGeoJson,
        _ => GeoJsonError::NotJson,
    })?;
    let Root { kind, name, attribution, features, geometry, coordinates } = root;
    let geometries: Vec<Geometry> = match kind.0.as_deref() {
        Some("FeatureCollection") if features.left_out > 0 => return Err(GeoJsonError::TooManyFeatures),
        Some("FeatureCollection") => features.kept.into_iter().filter_map(|feature| feature.geometry).collect(),
        Some("Feature") => geometry.into_iter().collect(),
        Some("Topology") => return Err(GeoJsonError::TopoJson),
        Some(_) if text.starts_with('{') => vec![Geometry { kind, coordinates }],
        _ => return Err(GeoJsonError::NotGeoJson),
    };
    let outlines = outlines(geometries)?;
    Ok(GeoJson { outlines, name: name.short(MAX_WORDS_CHARS), attribution: attribution.short(MAX_WORDS_CHARS) })
}

fn outlines(geometries: Vec<Geometry>) -> Result<Vec<Outline>, GeoJsonError> {
    let mut outlines = Vec::new();
    let mut points = 0;
    for geometry in geometries {
        let (depth, is_closed) = geometry.shape()?;
        let lines = geometry.coordinates.at_depth(depth)?;
        points += lines.iter().map(Vec::len).sum::<usize>();
        if points > MAX_POINTS {
            return Err(GeoJsonError::TooManyPoints);
        }
        for line in lines {
            outlines.extend(outline(line, is_closed)?);
        }
    }
    if outlines.is_empty() { Err(GeoJsonError::NoLine) } else { Ok(outlines) }
}

impl Geometry {
    /// In how many lists its lines are, and whether they surround something.
    fn shape(&self) -> Result<(u8, bool), GeoJsonError> {
        match self.kind.0.as_deref() {
            Some("LineString") => Ok((0, false)),
            Some("MultiLineString") => Ok((1, false)),
            Some("Polygon") => Ok((1, true)),
            Some("MultiPolygon") => Ok((2, true)),
            Some(other) => Err(GeoJsonError::OtherGeometry(other.chars().take(MAX_WORDS_CHARS).collect())),
            None => Err(GeoJsonError::NotGeoJson),
        }
    }
}

/// A line without what cannot be seen: points closer than a millionth of a degree, and the end that repeats the start.
fn outline(mut points: Vec<[i32; 2]>, is_closed: bool) -> Result<Option<Outline>, GeoJsonError> {
    // A ring is written with its first point twice.
    if points.len() < if is_closed { 4 } else { 2 } {
        return Err(GeoJsonError::TooShort);
    }
    points.dedup();
    if is_closed && points.len() > 1 && points.first() == points.last() {
        points.pop();
    }
    Ok((points.len() > 1).then_some(Outline { is_closed, points }))
}

#[cfg(test)]
#[path = "geojson_tests.rs"]
mod tests;
