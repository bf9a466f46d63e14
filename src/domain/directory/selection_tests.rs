use super::super::edition::{CurrentEdition, DirectorySnapshot, DirectorySource, source_key};
use super::super::local::lives::Lives;
use super::super::query::Around;
use super::super::schedules::ScheduleReader;
use super::super::standard::{Fee, Service, Values};
use super::*;
use crate::domain::commune::{CentreSource, PostalCode, Territory};
use chrono::Weekday;

fn communes() -> Communes {
    let commune = |code: &str, name: &str, territory: &str, lat_udeg: i32| Commune {
        code: InseeCode::new(code).unwrap(),
        name: name.into(),
        postal_codes: vec![PostalCode::new("99100").unwrap()],
        territory: Territory::new(territory).unwrap(),
        population: None,
        centre: Coordinates { lat_udeg, lon_udeg: 2_400_000 },
        centre_source: CentreSource::Published,
        former: Vec::new(),
    };
    let mut merged = commune("99101", "Fictiville", "Nord", 48_900_000);
    merged.former.push(FormerCommune {
        code: InseeCode::new("99103").unwrap(),
        name: "Exemple-sur-Seine".into(),
        centre: Coordinates { lat_udeg: 48_950_000, lon_udeg: 2_400_000 },
    });
    Communes::new(vec![merged, commune("99102", "Modelle", "Sud", 48_800_000)])
}

fn place(id: &str, code: Option<&str>, commune: &str) -> Place {
    let mut place = Place::named(PlaceId::new(id).unwrap(), id);
    place.insee_code = code.map(|code| InseeCode::new(code).unwrap());
    place.commune = commune.into();
    place
}

/// a: free help in the merged commune, open on weekdays; b: in the former commune, paid; c: elsewhere, by name only,
/// open on Saturday; d: says nothing.
fn directory() -> Directory {
    let mut a = place("a", Some("99101"), "Fictiville");
    a.services = Values { known: vec![Service::SafeUse], other: Vec::new() };
    a.fees = Values { known: vec![Fee::Free], other: Vec::new() };
    a.hours = "Mo-Fr 09:00-12:00".into();
    a.updated_on = Some("2026-10-01".parse().unwrap());
    let mut b = place("b", Some("99103"), "Exemple-sur-Seine");
    b.services = Values { known: vec![Service::Parenting], other: Vec::new() };
    b.fees = Values { known: vec![Fee::Paid], other: Vec::new() };
    b.hours = "Mo-Fr 22:00-26:00".into();
    let mut c = place("c", None, "MODELLE");
    c.hours = "Sa 09:00-12:00".into();
    let d = place("d", None, "");
    let snapshot = DirectorySnapshot::new("Un", "lieux.csv", "2026-01-01".parse().unwrap(), vec![a, b, c, d]);
    let (id, text) = snapshot.to_text().unwrap();
    let current =
        CurrentEdition { snapshot: id, imported_on: snapshot.imported_on, file: "lieux.csv".into(), count: 4 };
    Directory::read(
        vec![(DirectorySource { key: source_key("Un").unwrap(), name: "Un".into(), current }, Some(text))],
        &Lives::default(),
    )
}

fn found(conditions: Conditions, now: &str) -> Vec<String> {
    found_with(&directory(), conditions, now, &BTreeSet::new())
}

fn found_with(directory: &Directory, conditions: Conditions, now: &str, verified: &BTreeSet<PlaceId>) -> Vec<String> {
    let mut reader = ScheduleReader::new(directory.imports());
    while reader.read_next() {}
    directory.imports().keep_schedules(reader.finish());
    let circumstances = Circumstances {
        communes: &communes(),
        now: now.parse().unwrap(),
        verified,
        favourites: &BTreeSet::from([PlaceId::new("c").unwrap()]),
    };
    let selection = directory.select(&conditions, circumstances);
    let found = directory.find("", &selection).positions.into_iter();
    found.map(|position| directory.at(position).unwrap().name.clone()).collect()
}

/// A Monday.
const MORNING: &str = "2026-11-23T10:00:00";

#[test]
fn of_one_matter_one_feature_is_enough_and_each_matter_counts() {
    let asked = |features: &[Feature]| {
        found(Conditions { features: features.iter().copied().collect(), ..Conditions::default() }, MORNING)
    };
    let (safe, parenting) = (Feature::Service(Service::SafeUse), Feature::Service(Service::Parenting));
    let (free, paid) = (Feature::Fee(Fee::Free), Feature::Fee(Fee::Paid));
    for (features, expected) in [
        (vec![], vec!["a", "b", "c", "d"]),
        (vec![safe], vec!["a"]),
        (vec![safe, parenting], vec!["a", "b"]),
        (vec![safe, parenting, paid], vec!["b"]),
        (vec![safe, paid], vec![]),
        (vec![free], vec!["a"]),
    ] {
        assert_eq!(asked(&features), expected, "{features:?}");
    }
}

#[test]
fn a_commune_far_away_with_the_same_name_is_not_the_one() {
    let away = |postal: &str| Place { postal_code: PostalCode::new(postal).ok(), ..place("x", None, "Modelle") };
    let area = Area::Commune(InseeCode::new("99102").unwrap());
    let bounds = Bounds::of(&area, &communes());
    for (postal, expected) in [("99100", true), ("", true), ("13100", false)] {
        assert_eq!(bounds.hold(&away(postal)), expected, "{postal}");
    }
}

#[test]
fn an_area_holds_its_places_under_the_codes_and_names_of_before_a_merger_too() {
    let code = |code: &str| Area::Commune(InseeCode::new(code).unwrap());
    for (area, expected) in [
        (code("99101"), vec!["a", "b"]),
        (code("99103"), vec!["b"]),
        (code("99102"), vec!["c"]),
        (code("75056"), vec![]),
        (Area::Territory(Territory::new("Nord").unwrap()), vec!["a", "b"]),
        (Area::Territory(Territory::new("Ailleurs").unwrap()), vec![]),
    ] {
        let conditions = Conditions { area: Some(area.clone()), ..Conditions::default() };
        assert_eq!(found(conditions, MORNING), expected, "{area:?}");
    }
}

#[test]
fn opening_is_weighed_at_the_given_moment_and_on_the_next_ordinary_day() {
    let now = Opening::Now;
    for (opening, at, expected) in [
        (now, MORNING, vec!["a"]),
        (now, "2026-11-23T12:00:00", vec![]),
        (now, "2026-11-24T01:59:00", vec!["b"]),
        (now, "2026-11-24T02:00:00", vec![]),
        (now, "2026-11-28T09:00:00", vec!["c"]),
        // Christmas falls on a Friday: nobody is sure.
        (now, "2026-12-25T10:00:00", vec![]),
        (Opening::On(Weekday::Fri), "2026-12-24T10:00:00", vec!["a", "b"]),
        (Opening::On(Weekday::Sat), MORNING, vec!["c"]),
        (Opening::On(Weekday::Sun), MORNING, vec![]),
    ] {
        let conditions = Conditions { opening: Some(opening), ..Conditions::default() };
        assert_eq!(found(conditions, at), expected, "{opening:?} {at}");
    }
}

#[test]
fn until_the_hours_are_read_no_place_is_known_to_be_open() {
    let directory = directory();
    let conditions = Conditions { opening: Some(Opening::Now), ..Conditions::default() };
    let circumstances = Circumstances {
        communes: &communes(),
        now: MORNING.parse().unwrap(),
        verified: &BTreeSet::new(),
        favourites: &BTreeSet::new(),
    };
    assert!(directory.find("", &directory.select(&conditions, circumstances)).positions.is_empty());
}

#[test]
fn around_a_point_the_nearest_come_first() {
    let around = |from, radius_km| {
        let conditions = Conditions { around: Some(Around { from, radius_km }), ..Conditions::default() };
        found(conditions, MORNING)
    };
    let commune = |code: &str| Origin::Commune(InseeCode::new(code).unwrap());
    let place = |id: &str| Origin::Place(PlaceId::new(id).unwrap());
    assert_eq!(around(commune("99101"), 10), ["a", "b"]);
    assert_eq!(around(commune("99103"), 10), ["b", "a"]);
    assert_eq!(around(place("c"), 20), ["c", "a", "b"]);
    assert_eq!(around(place("d"), 100), [] as [&str; 0], "nobody knows where it is");
}

#[test]
fn a_recent_description_is_dated_lately_or_was_checked_here() {
    let conditions = Conditions { is_recent: true, ..Conditions::default() };
    assert_eq!(found(conditions.clone(), MORNING), ["a"]);
    let verified = BTreeSet::from([PlaceId::new("d").unwrap()]);
    assert_eq!(found_with(&directory(), conditions, MORNING, &verified), ["a", "d"]);
}

#[test]
fn favourites_are_those_of_this_device() {
    assert_eq!(found(Conditions { is_favourite: true, ..Conditions::default() }, MORNING), ["c"]);
}

#[test]
fn words_order_what_conditions_keep() {
    let directory = directory();
    let all = directory.select(
        &Conditions::default(),
        Circumstances {
            communes: &communes(),
            now: MORNING.parse().unwrap(),
            verified: &BTreeSet::new(),
            favourites: &BTreeSet::new(),
        },
    );
    let names = |text: &str| -> Vec<&str> {
        directory.find(text, &all).positions.into_iter().map(|at| directory.at(at).unwrap().name.as_str()).collect()
    };
    assert_eq!(names("fictiville"), ["a"]);
    assert_eq!(names("c"), ["c"]);
    assert_eq!(names(""), ["a", "b", "c", "d"]);
}
