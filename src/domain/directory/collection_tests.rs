use super::super::edition::{CurrentEdition, DirectorySnapshot, DirectorySource};
use super::super::field::PlaceField;
use super::super::imported::SourceFault;
use super::super::local::change;
use super::super::local::model::{Closure, PlaceLife};
use super::super::query::{Conditions, Opening};
use super::super::schedules::ScheduleReader;
use super::super::selection::Circumstances;
use super::super::value::FieldValue;
use super::*;
use crate::domain::commune::Communes;
use crate::domain::directory::edition::source_key;
use crate::records::{Author, ChangeSet, DeviceId, RecordId, ReplicaId, Tables};

fn edition(name: &str, imported_on: &str, places: Vec<Place>) -> (DirectorySource, Option<String>) {
    let snapshot = DirectorySnapshot::new(name, "lieux.csv", imported_on.parse().unwrap(), places);
    let (id, text) = snapshot.to_text().unwrap();
    let count = snapshot.places.len();
    let imported_on = snapshot.imported_on;
    let current = CurrentEdition { snapshot: id, imported_on, file: "lieux.csv".into(), count };
    (DirectorySource { key: source_key(name).unwrap(), name: name.into(), current }, Some(text))
}

#[test]
fn what_people_here_know_is_put_over_what_the_files_say() {
    let place = in_town("1", "Le Relais", "Bobigny", "");
    let other = in_town("2", "La Fabrique", "Pantin", "");
    let editions = || vec![edition("Un", "2026-01-01", vec![place.clone(), other.clone()])];
    let id = PlaceId::new("1").unwrap();
    let on = "2026-03-03".parse().unwrap();
    let bare = Directory::read(editions(), &Lives::default());
    let mut tables = Tables::default();
    let mut write = |changes: ChangeSet| {
        let author =
            Author { replica: ReplicaId::new("r1").unwrap(), device: DeviceId::unnamed(), at_ms: 1_772_352_300_000 };
        for (key, record) in changes.apply(&tables, &author) {
            tables.put(key, record);
        }
        Lives::read(&tables)
    };
    let life = Lives::default().in_directory(bare.imports(), &id).unwrap();
    let phone = [(PlaceField::Phone, FieldValue::of(["01 99 00 00 12"]))].into();
    let lives = write(change::correct(&life, &place, &phone, on, None));
    let known = Directory::read(editions(), &lives);
    assert_eq!(known.place(&id).unwrap().phone, "01 99 00 00 12");
    assert_eq!(known.imports().place(&id), Some(&place));
    assert_eq!(known.imports().place(&PlaceId::new("2").unwrap()), Some(&other));
    assert!(!known.is_closed(&id));
    assert_eq!(known.open_places().count(), 2);
    // Noted of the place as the file describes it: found again, whatever is corrected.
    let life = lives.in_directory(known.imports(), &id).unwrap();
    assert_eq!(life.corrections.len(), 1);
    let lives = write(change::close(&life, &Closure::new(on, "Travaux", None).unwrap()));
    let known = Directory::read(editions(), &lives);
    assert!(known.is_closed(&id));
    assert_eq!(known.open_places().map(|place| place.id.as_str()).collect::<Vec<_>>(), ["2"]);
    assert_eq!(lives.descriptions(), lives);
    let noted =
        write(change::set_favourite(&lives.in_directory(known.imports(), &PlaceId::new("2").unwrap()).unwrap(), true));
    assert_ne!(noted, lives);
    assert_eq!(noted.descriptions(), lives, "a favourite changes no description");
}

type Act<'a> = &'a dyn Fn(&PlaceLife, &Place) -> ChangeSet;

/// What is known of the places of a directory once this is done.
fn told(directory: &Directory, acts: &[(&str, Act<'_>)]) -> Lives {
    let author =
        Author { replica: ReplicaId::new("r1").unwrap(), device: DeviceId::unnamed(), at_ms: 1_772_352_300_000 };
    let mut tables = Tables::default();
    for (id, act) in acts {
        let id = PlaceId::new(id).unwrap();
        let life = Lives::read(&tables).in_directory(directory.imports(), &id).unwrap();
        for (key, record) in act(&life, directory.imports().place(&id).unwrap()).apply(&tables, &author) {
            tables.put(key, record);
        }
    }
    Lives::read(&tables)
}

#[test]
fn a_corrected_place_is_found_as_if_the_file_said_so() {
    let on = "2026-03-03".parse().unwrap();
    let before =
        [in_town("1", "Relais", "Bobigny", ""), in_town("2", "Atelier", "Pantin", ""), place("3", "Zèbre", None)];
    let mut after = before.clone();
    after[0].name = "Maison".into();
    after[1].summary = "Avec un zèbre".into();
    let read =
        |places: &[Place], lives: &Lives| Directory::read(vec![edition("Un", "2026-01-01", places.to_vec())], lives);
    let bare = read(&before, &Lives::default());
    let correct = |field, value: &'static str| {
        move |life: &PlaceLife, place: &Place| {
            change::correct(life, place, &[(field, FieldValue::of([value]))].into(), on, None)
        }
    };
    let (name, summary) = (correct(PlaceField::Name, "Maison"), correct(PlaceField::Summary, "Avec un zèbre"));
    let lives = told(&bare, &[("1", &name), ("2", &summary)]);
    let (known, fresh) = (read(&before, &lives), read(&after, &Lives::default()));
    for query in ["", "relais", "maison", "zebre", "zebra", "avec", "pantin", "maison bobigny", "m"] {
        assert_eq!(known.answers(query), fresh.answers(query), "{query}");
        let ids = |places: Vec<&Place>| places.iter().map(|place| place.id.to_string()).collect::<Vec<_>>();
        assert_eq!(ids(find(&known, query)), ids(find(&fresh, query)), "{query}");
    }
}

#[test]
fn the_words_that_a_correction_replaces_are_nowhere() {
    let on = "2026-03-03".parse().unwrap();
    let rename = |name: &'static str| {
        move |life: &PlaceLife, place: &Place| {
            change::correct(life, place, &[(PlaceField::Name, FieldValue::of([name]))].into(), on, None)
        }
    };
    let read = |names: [&str; 3], lives: &Lives| {
        let places =
            names.into_iter().zip(["1", "2", "3"]).map(|(name, id)| in_town(id, name, "Bobigny", "")).collect();
        Directory::read(vec![edition("Un", "2026-01-01", places)], lives)
    };
    for (before, corrected, query, expected) in [
        // The slip of the file is one of the person's own once the file is corrected.
        (["Relias", "Atelier", "Zèbre"], "Relais", "relias", ([true, false, false], true)),
        (["Relias", "Relais", "Zèbre"], "Maison", "relias", ([false, true, false], true)),
        (["Relias", "Atelier", "Zèbre"], "Maison", "relias", ([false; 3], false)),
        (["Relais Atelier", "Relais", "Zèbre"], "Maison", "relais atalier", ([false; 3], false)),
        (["Relais Zèbre", "Relois Zèbre", "Zèbre"], "Maison", "relais zebre", ([false, true, false], true)),
    ] {
        let bare = read(before, &Lives::default());
        let known = read(before, &told(&bare, &[("1", &rename(corrected))]));
        let fresh = read([corrected, before[1], before[2]], &Lives::default());
        let answers = known.answers(query).unwrap();
        let found: Vec<bool> = answers.scores[0].iter().map(|score| *score > 0).collect();
        assert_eq!((found.as_slice(), answers.forgives), (expected.0.as_slice(), expected.1), "{before:?} {query}");
        assert_eq!(Some(answers), fresh.answers(query), "{before:?} {query}");
    }
}

#[test]
fn what_is_closed_or_corrected_here_opens_accordingly() {
    let on = "2026-03-03".parse().unwrap();
    let open = |id: &str, hours: &str| Place { hours: hours.into(), ..place(id, id, None) };
    let places =
        || vec![open("1", "Mo-Su 09:00-12:00"), open("2", "Mo-Su 09:00-12:00"), open("3", "Mo-Su 14:00-17:00")];
    let bare = Directory::read(vec![edition("Un", "2026-01-01", places())], &Lives::default());
    let close = |life: &PlaceLife, _: &Place| change::close(life, &Closure::new(on, "", None).unwrap());
    let hours = |life: &PlaceLife, place: &Place| {
        change::correct(life, place, &[(PlaceField::Hours, FieldValue::of(["Mo-Su 09:00-12:00"]))].into(), on, None)
    };
    let lives = told(&bare, &[("1", &close), ("3", &hours)]);
    let known = Directory::read(vec![edition("Un", "2026-01-01", places())], &lives);
    let mut reader = ScheduleReader::new(known.imports());
    while reader.read_next() {}
    known.imports().keep_schedules(reader.finish());
    let now: chrono::NaiveDateTime = "2026-03-03T10:00:00".parse().unwrap();
    let found = |opening| {
        let conditions = Conditions { opening: Some(opening), ..Conditions::default() };
        let (communes, none) = (Communes::default(), BTreeSet::new());
        let circumstances = Circumstances { communes: &communes, now, verified: &none, favourites: &none };
        let selection = known.select(&conditions, circumstances);
        let names = known.find("", &selection).positions.into_iter().map(|at| known.at(at).unwrap().name.clone());
        names.collect::<Vec<_>>()
    };
    assert_eq!(found(Opening::Now), ["2", "3"]);
    assert_eq!(found(Opening::On(chrono::Weekday::Sun)), ["2", "3"]);
}

fn find<'a>(directory: &'a Directory, text: &str) -> Vec<&'a Place> {
    directory.find_anywhere(text).positions.into_iter().map(|position| directory.at(position).unwrap()).collect()
}

fn place(id: &str, name: &str, updated_on: Option<&str>) -> Place {
    let mut place = Place::named(PlaceId::new(id).unwrap(), name);
    place.updated_on = updated_on.map(|date| date.parse().unwrap());
    place
}

#[test]
fn a_place_described_twice_is_shown_as_described_last() {
    let described = |name: &str, updated_on| Place { pivot: "W99999999".into(), ..place("a", name, updated_on) };
    let old = described("Ancien nom", Some("2024-01-01"));
    let new = described("Nouveau nom", Some("2025-01-01"));
    let undated = described("Sans date", None);
    let id = PlaceId::new("a").unwrap();
    for (first, second, name, source) in [
        (&old, &new, "Nouveau nom", "Deux"),
        (&new, &old, "Nouveau nom", "Un"),
        (&new, &undated, "Nouveau nom", "Un"),
        (&undated, &undated, "Sans date", "Deux"),
    ] {
        let directory = Directory::read(
            vec![
                edition("Un", "2026-01-01", vec![first.clone(), place("b", "Autre", None)]),
                edition("Deux", "2026-02-01", vec![second.clone()]),
            ],
            &Lives::default(),
        );
        assert_eq!(directory.len(), 2);
        assert_eq!(directory.place(&id).unwrap().name, name);
        assert_eq!(directory.source_of(&id).unwrap().name, source);
    }
}

fn in_town(id: &str, name: &str, commune: &str, pivot: &str) -> Place {
    Place { commune: commune.into(), pivot: pivot.into(), ..place(id, name, None) }
}

#[test]
fn one_identifier_in_two_sources_is_one_place_only_when_more_agrees() {
    const ZEROS: &str = "00000000000000";
    const SIRET: &str = "99999999900017";
    let known = in_town("1", "Le Relais", "Saint-Denis", SIRET);
    for (other, is_same) in [
        (in_town("1", "LE RELAIS", "Saint Denis", ""), true),
        (in_town("1", "Relais du Nord", "", SIRET), true),
        (in_town("1", "Le Relais", "Bobigny", ""), false),
        (in_town("1", "La Fabrique", "Saint-Denis", "W99999998"), false),
        (in_town("2", "Le Relais", "Saint-Denis", SIRET), false),
    ] {
        let directory = Directory::read(
            vec![edition("Un", "2026-01-01", vec![known.clone()]), edition("Deux", "2026-02-01", vec![other.clone()])],
            &Lives::default(),
        );
        assert_eq!(directory.len(), if is_same { 1 } else { 2 }, "{other:?}");
    }
    let zeros = |id: &str, name: &str| in_town(id, name, "Saint-Denis", ZEROS);
    let directory = Directory::read(
        vec![
            edition("Un", "2026-01-01", vec![zeros("1", "Le Relais")]),
            edition("Deux", "2026-02-01", vec![zeros("1", "La Fabrique")]),
        ],
        &Lives::default(),
    );
    assert_eq!(directory.len(), 2, "a number made of zeros names nothing");
}

#[test]
fn places_kept_apart_are_each_found_under_their_source() {
    let alone = |name: &str| vec![in_town("1", name, "Saint-Denis", "")];
    let directory = Directory::read(
        vec![
            edition("Un", "2026-01-01", alone("Le Relais")),
            edition("Deux", "2026-02-01", alone("La Fabrique")),
            edition("Trois", "2026-03-01", alone("La fabrique")),
            edition("Quatre", "2026-04-01", alone("L’Escale")),
        ],
        &Lives::default(),
    );
    let shown: Vec<_> = directory.places().map(|place| (place.id.as_str(), place.name.as_str())).collect();
    assert_eq!(shown, [("1", "Le Relais"), ("deux:1", "La fabrique"), ("quatre:1", "L’Escale")]);
    for (id, source) in [("1", "Un"), ("deux:1", "Trois"), ("quatre:1", "Quatre")] {
        let id = PlaceId::new(id).unwrap();
        assert_eq!(directory.place(&id).map(|place| &place.id), Some(&id));
        assert_eq!(directory.source_of(&id).unwrap().name, source);
    }
    assert_eq!(find(&directory, "escale").len(), 1);
}

#[test]
fn each_source_calls_a_place_by_its_own_identifier() {
    let directory = Directory::read(
        vec![
            edition("Un", "2026-01-01", vec![in_town("1", "Le Relais", "Bobigny", ""), place("2", "L’Escale", None)]),
            edition("Deux", "2026-02-01", vec![in_town("1", "La Fabrique", "Pantin", "")]),
            edition("Trois", "2026-03-01", vec![in_town("1", "Le relais", "Bobigny", "")]),
        ],
        &Lives::default(),
    );
    for (shown, identities) in [
        ("1", vec![("trois", "1"), ("un", "1")]),
        ("2", vec![("un", "2")]),
        ("deux:1", vec![("deux", "1")]),
        ("3", vec![]),
    ] {
        let id = PlaceId::new(shown).unwrap();
        let found = directory.imports().identities(&id);
        let named: Vec<_> = found.iter().map(|one| (one.source.as_str(), one.place.as_str())).collect();
        assert_eq!(named, identities, "{shown}");
        for one in found {
            assert_eq!(directory.imports().described_as(&one.source, &one.place), directory.place(&id), "{shown}");
        }
    }
    let absent = |source: &str, id: &str| {
        directory.imports().described_as(&RecordId::new(source).unwrap(), &PlaceId::new(id).unwrap())
    };
    assert_eq!([absent("deux", "deux:1"), absent("deux", "2"), absent("quatre", "1")], [None; 3]);
}

#[test]
fn a_derived_identifier_never_hides_another_place() {
    let directory = Directory::read(
        vec![
            edition("Un", "2026-01-01", vec![place("1", "Le Relais", None), place("deux:1", "Le Hublot", None)]),
            edition("Deux", "2026-02-01", vec![place("1", "La Fabrique", None)]),
        ],
        &Lives::default(),
    );
    let ids: BTreeSet<_> = directory.places().map(|place| place.id.as_str()).collect();
    assert_eq!((directory.len(), ids.len()), (3, 3));
}

#[test]
fn twenty_thousand_places_with_the_same_numbers_are_put_together() {
    let numbered = |name: &str| (0..20_000).map(|id| place(&id.to_string(), &format!("{name} {id}"), None)).collect();
    let directory = Directory::read(
        vec![edition("Un", "2026-01-01", numbered("Relais")), edition("Deux", "2026-02-01", numbered("Fabrique"))],
        &Lives::default(),
    );
    assert_eq!(directory.len(), 40_000);
}

#[test]
fn a_source_that_cannot_be_read_takes_nothing_from_the_others() {
    let (absent, _) = edition("Absente", "2026-01-01", Vec::new());
    let (broken, _) = edition("Abîmée", "2026-01-01", Vec::new());
    let (newer, text) = edition("Nouvelle", "2026-01-01", Vec::new());
    let newer_text = text.unwrap().replacen("\"version\":1", "\"version\":9", 1);
    let directory = Directory::read(
        vec![
            (absent, None),
            (broken, Some("{".to_owned())),
            (newer, Some(newer_text)),
            edition("Lue", "2026-01-01", vec![place("a", "Le Relais", None)]),
        ],
        &Lives::default(),
    );
    let faults: Vec<_> = directory.sources().iter().map(|read| read.fault).collect();
    let expected = [Some(SourceFault::Absent), Some(SourceFault::Unreadable), Some(SourceFault::Newer), None];
    assert_eq!(faults, expected);
    let found = find(&directory, "relais");
    assert_eq!(found.len(), 1);
    assert_eq!(directory.source_of(&found[0].id).unwrap().name, "Lue");
    assert!(find(&directory, "introuvable").is_empty());
}
