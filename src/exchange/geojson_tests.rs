use super::*;
use crate::domain::map::base_map::BaseMap;
use proptest::prelude::*;

const RING: &str = "[[2.4,48.9],[2.5,48.9],[2.5,48.8],[2.4,48.9]]";

fn geometry(kind: &str, coordinates: &str) -> String {
    format!(r#"{{"type":"{kind}","coordinates":{coordinates}}}"#)
}

fn collection(geometries: &[String]) -> String {
    let feature = |geometry: &String| format!(r#"{{"type":"Feature","properties":{{}},"geometry":{geometry}}}"#);
    let features: Vec<String> = geometries.iter().map(feature).collect();
    format!(r#"{{"type":"FeatureCollection","features":[{}]}}"#, features.join(","))
}

fn fault(text: &str) -> Option<GeoJsonError> {
    read(text.as_bytes()).err()
}

#[test]
fn reads_lines_and_surfaces_wherever_they_are() {
    let ring = Outline {
        is_closed: true,
        points: vec![[2_400_000, 48_900_000], [2_500_000, 48_900_000], [2_500_000, 48_800_000]],
    };
    let open = Outline { is_closed: false, points: [ring.points.clone(), vec![[2_400_000, 48_900_000]]].concat() };
    for (kind, coordinates, expected) in [
        ("Polygon", format!("[{RING}]"), vec![ring.clone()]),
        ("Polygon", format!("[{RING},{RING}]"), vec![ring.clone(), ring.clone()]),
        ("MultiPolygon", format!("[[{RING}],[{RING}]]"), vec![ring.clone(), ring.clone()]),
        ("LineString", RING.to_owned(), vec![open.clone()]),
        ("MultiLineString", format!("[{RING}]"), vec![open.clone()]),
        // A height, points too close to be told apart.
        (
            "LineString",
            "[[2.4,48.9,30],[2.4000001,48.9],[2.5,48.9]]".to_owned(),
            vec![Outline { is_closed: false, points: vec![[2_400_000, 48_900_000], [2_500_000, 48_900_000]] }],
        ),
    ] {
        let geometry = geometry(kind, &coordinates);
        let feature = format!(r#"{{"geometry":{geometry},"type":"Feature"}}"#);
        for text in [geometry.clone(), feature, collection(&[geometry, "null".to_owned()])] {
            assert_eq!(read(text.as_bytes()).map(|read| read.outlines), Ok(expected.clone()), "{text}");
        }
    }
}

#[test]
fn what_the_file_says_of_itself_comes_along_clean() {
    let geometry = geometry("Polygon", &format!("[{RING}]"));
    let long = "é".repeat(500);
    for (member, expected) in [
        (r#""Auteur \u202efictif\n 2026""#, Some("Auteur fictif 2026".to_owned())),
        (r#""  ""#, None),
        ("12", None),
        (r#"{"a":[1]}"#, None),
        (&format!("\"{long}\""), Some("é".repeat(MAX_WORDS_CHARS))),
    ] {
        let text = format!(r#"{{"type":"Feature","attribution":{member},"name":{member},"geometry":{geometry}}}"#);
        let read = read(text.as_bytes()).unwrap();
        assert_eq!((read.attribution, read.name), (expected.clone(), expected), "{member}");
    }
}

#[test]
fn a_file_that_cannot_be_drawn_is_refused_with_its_reason() {
    let polygon = |coordinates: &str| geometry("Polygon", coordinates);
    let deep = format!("{}{}", "[".repeat(100), "]".repeat(100));
    for (text, expected) in [
        (String::new(), GeoJsonError::Empty),
        ("\u{feff} \n".to_owned(), GeoJsonError::Empty),
        ("{".to_owned(), GeoJsonError::NotJson),
        ("bonjour".to_owned(), GeoJsonError::NotJson),
        (polygon("[[[1e999,0]]]"), GeoJsonError::NotJson),
        (polygon("[[[NaN,0]]]"), GeoJsonError::NotJson),
        (polygon(&"[".repeat(10_000)), GeoJsonError::NotJson),
        ("[]".to_owned(), GeoJsonError::NotGeoJson),
        ("12".to_owned(), GeoJsonError::NotGeoJson),
        (r#"{"features":[]}"#.to_owned(), GeoJsonError::NotGeoJson),
        (r#"{"type":"FeatureCollection","features":{}}"#.to_owned(), GeoJsonError::NotGeoJson),
        (collection(&["{}".to_owned()]), GeoJsonError::NotGeoJson),
        (r#"{"type":"Topology","arcs":[]}"#.to_owned(), GeoJsonError::TopoJson),
        (geometry("Point", "[2.4,48.9]"), GeoJsonError::OtherGeometry("Point".into())),
        (collection(&[geometry("MultiPoint", RING)]), GeoJsonError::OtherGeometry("MultiPoint".into())),
        (geometry("GeometryCollection", "[]"), GeoJsonError::OtherGeometry("GeometryCollection".into())),
        (collection(&vec!["null".to_owned(); MAX_FEATURES + 1]), GeoJsonError::TooManyFeatures),
        (collection(&["null".to_owned()]), GeoJsonError::NoLine),
        (r#"{"type":"FeatureCollection"}"#.to_owned(), GeoJsonError::NoLine),
        (polygon("[]"), GeoJsonError::NoLine),
        (geometry("LineString", "[[0,0],[0.0000001,0]]"), GeoJsonError::NoLine),
        (polygon(&deep), GeoJsonError::TooDeep),
        (polygon(RING), GeoJsonError::WrongShape),
        (polygon(&format!("[[{RING}]]")), GeoJsonError::WrongShape),
        (polygon("[[[2.4,48.9],2.5]]"), GeoJsonError::WrongShape),
        (polygon("[[[2.4],[2.5],[2.6],[2.4]]]"), GeoJsonError::WrongShape),
        (polygon(r#"[[["2.4","48.9"]]]"#), GeoJsonError::WrongShape),
        (polygon("[[{}]]"), GeoJsonError::WrongShape),
        (polygon("7"), GeoJsonError::WrongShape),
        (
            polygon("[[[653000,6870000],[653001,6870000],[653001,6870001],[653000,6870000]]]"),
            GeoJsonError::OutsideEarth,
        ),
        (polygon("[[[48.9,181],[2.5,48.9],[2.5,48.8],[2.4,48.9]]]"), GeoJsonError::OutsideEarth),
        (polygon("[[[2.4,48.9],[2.5,48.9],[2.4,48.9]]]"), GeoJsonError::TooShort),
        (geometry("LineString", "[[2.4,48.9]]"), GeoJsonError::TooShort),
    ] {
        assert_eq!(fault(&text), Some(expected), "{}", text.chars().take(120).collect::<String>());
    }
    assert_eq!(read(&[0xff, 0xfe, b'{']).unwrap_err(), GeoJsonError::NotText);
    assert_eq!(read(&vec![b' '; MAX_BYTES + 1]).unwrap_err(), GeoJsonError::TooLarge);
}

#[test]
fn too_many_points_are_refused_in_one_shape_or_in_several() {
    let line = |points: usize| {
        let positions: Vec<String> = (0..points).map(|nth| format!("[{},0]", nth % 2)).collect();
        geometry("LineString", &format!("[{}]", positions.join(",")))
    };
    assert_eq!(fault(&line(MAX_POINTS)), None);
    assert_eq!(fault(&line(MAX_POINTS + 1)), Some(GeoJsonError::TooManyPoints));
    assert_eq!(fault(&collection(&[line(MAX_POINTS), line(2)])), Some(GeoJsonError::TooManyPoints));
}

proptest! {
    #[test]
    fn what_is_read_is_kept_and_read_again(
        lines in prop::collection::vec(prop::collection::vec((-180.0..=180.0, -90.0..=90.0), 2..12), 1..6)
    ) {
        let position = |(lon, lat): &(f64, f64)| format!("[{lon},{lat}]");
        let lines: Vec<String> = lines
            .iter()
            .map(|line| format!("[{}]", line.iter().map(position).collect::<Vec<_>>().join(",")))
            .collect();
        let text = geometry("MultiLineString", &format!("[{}]", lines.join(",")));
        let Ok(read) = read(text.as_bytes()) else { return Err(TestCaseError::reject("nothing to see")) };
        let base = BaseMap::new("Fond", "fond.geojson", "", "2026-03-02".parse().unwrap(), read.outlines);
        prop_assert_eq!(BaseMap::from_text(&base.to_text().unwrap().1), Ok(base));
    }
}
