use super::*;
use crate::records::{Author, DeviceId, Entry, ReplicaId};
use serde_json::json;

fn author() -> Author {
    Author { replica: ReplicaId::new("r1").unwrap(), device: DeviceId::new("d1").unwrap(), at_ms: 1 }
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn draft() -> ExerciseDraft {
    ExerciseDraft {
        title: ExerciseTitle::new(" Groupe du mardi ").unwrap(),
        held_on: day("2026-03-03"),
        seats: SeatCount::new(12).unwrap(),
        minutes: CaseMinutes::default(),
        length: Length::Short,
        manner: Manner::Pairs,
        delivered: [CaseNumber(2), CaseNumber(5)].into(),
        written: [CaseId::new("ma-situation").unwrap()].into(),
    }
}

fn stored(tables: &mut Tables, changes: &ChangeSet) {
    for (key, record) in changes.apply(&tables.clone(), &author()) {
        tables.put(key, record);
    }
}

#[test]
fn what_is_prepared_comes_back() {
    let mut tables = Tables::default();
    let (code, changes) = prepare(&tables, &draft(), 77).unwrap().unwrap();
    stored(&mut tables, &changes);
    let all = Exercise::all(&tables);
    let [exercise] = all.as_slice() else { panic!("{all:?}") };
    assert_eq!(exercise.code, code);
    assert_eq!(exercise.title.as_ref().map(ExerciseTitle::as_str), Some("Groupe du mardi"));
    assert_eq!((exercise.held_on, exercise.seats.get(), exercise.minutes.get()), (Some(day("2026-03-03")), 12, 20));
    assert_eq!(exercise.code.cases().map(|number| number.0).collect::<Vec<_>>(), [2, 5]);
    assert_eq!(exercise.written, draft().written);
    assert!(exercise.is_open() && exercise.kept_aside.is_empty());
    assert_eq!(prepare(&tables, &draft(), 77), Ok(None), "the same code again");
    assert!(prepare(&tables, &draft(), 78).unwrap().is_some());
}

#[test]
fn it_is_renamed_moved_closed_opened_again_and_taken_away() {
    let mut tables = Tables::default();
    let (code, changes) = prepare(&tables, &draft(), 1).unwrap().unwrap();
    stored(&mut tables, &changes);
    let only = |tables: &Tables| Exercise::all(tables).pop();
    let exercise = only(&tables).unwrap();
    for changes in [
        rename(&exercise, &ExerciseTitle::new("Autre").unwrap()),
        move_to(&exercise, day("2026-03-10")),
        seat(&exercise, SeatCount::new(14).unwrap()),
        close(&exercise, Some(day("2026-03-11"))),
    ] {
        stored(&mut tables, &changes);
    }
    let changed = only(&tables).unwrap();
    assert_eq!(changed.title.as_ref().map(ExerciseTitle::as_str), Some("Autre"));
    assert_eq!((changed.held_on, changed.seats.get()), (Some(day("2026-03-10")), 14));
    assert_eq!(changed.closed_on, Some(day("2026-03-11")));
    stored(&mut tables, &close(&changed, None));
    assert!(only(&tables).unwrap().is_open());
    stored(&mut tables, &delete(&changed));
    assert_eq!((only(&tables), Exercise::removed(&tables).len()), (None, 1));
    assert_eq!(Exercise::find(&tables, code), None, "taken away, it is read nowhere");
    stored(&mut tables, &restore(&changed));
    assert_eq!((only(&tables).is_some(), Exercise::removed(&tables).len()), (true, 0));
    assert_eq!(Exercise::find(&tables, code), only(&tables));
}

#[test]
fn the_latest_comes_first_and_one_without_a_date_last() {
    let mut tables = Tables::default();
    for (drawn, on) in [(1, "2026-03-03"), (2, "2026-05-05"), (3, "2026-04-04")] {
        let draft = ExerciseDraft { held_on: day(on), ..draft() };
        let (_, changes) = prepare(&tables, &draft, drawn).unwrap().unwrap();
        stored(&mut tables, &changes);
    }
    let undated = ExerciseCode::new(&[].into(), Length::Short, Manner::Alone, 9).key().unwrap();
    stored(&mut tables, &ChangeSet::one(&undated, field::SEATS, Some(&3)));
    let days: Vec<_> = Exercise::all(&tables).into_iter().map(|exercise| exercise.held_on).collect();
    assert_eq!(days, [Some(day("2026-05-05")), Some(day("2026-04-04")), Some(day("2026-03-03")), None]);
}

#[test]
fn whatever_a_file_holds_is_read_or_kept_aside() {
    let key = ExerciseCode::new(&[].into(), Length::Full, Manner::Alone, 4).key().unwrap();
    let fields = [
        ("title", json!("Deux\nlignes")),
        ("held_on", json!("hier")),
        ("seats", json!(0)),
        ("minutes", json!(121)),
        ("case/Pas un nom", json!(true)),
        ("case/perdu", json!("oui")),
        ("later", json!(1)),
        ("case/connu", json!(true)),
    ];
    let mut changes = ChangeSet::new();
    for (name, value) in &fields {
        // A name that is none never comes: files are read by the rules of names.
        if let Ok(name) = FieldName::new(*name) {
            changes.set(&key, name, value.clone());
        }
    }
    let mut tables = Tables::default();
    stored(&mut tables, &changes);
    let exercise = Exercise::from_record(&key.id, tables.get(&key).unwrap()).unwrap();
    assert_eq!((exercise.title, exercise.held_on), (None, None));
    assert_eq!((exercise.seats, exercise.minutes), (SeatCount::default(), CaseMinutes::default()));
    assert_eq!(exercise.written, [CaseId::new("connu").unwrap()].into());
    let aside: Vec<_> = exercise.kept_aside.iter().map(|one| (one.field.as_str(), one.reason)).collect();
    for expected in [
        ("title", AsideReason::InvalidValue),
        ("held_on", AsideReason::InvalidValue),
        ("seats", AsideReason::InvalidValue),
        ("minutes", AsideReason::InvalidValue),
        ("case/perdu", AsideReason::InvalidValue),
        ("later", AsideReason::UnknownField),
    ] {
        assert!(aside.contains(&expected), "{expected:?} {aside:?}");
    }
    assert_eq!(Exercise::from_record(&RecordId::new("essai").unwrap(), &Record::default()), None);
}

#[test]
fn two_titles_written_apart_are_told() {
    let mut tables = Tables::default();
    let (code, changes) = prepare(&tables, &draft(), 5).unwrap().unwrap();
    stored(&mut tables, &changes);
    let key = code.key().unwrap();
    let mut record = tables.get(&key).unwrap().clone();
    let entries = record.fields.get_mut(&FieldName::new(field::TITLE).unwrap()).unwrap();
    let mut other: Entry = entries.first().unwrap().clone();
    other.value = json!("Ailleurs");
    other.stamp.dot.replica = ReplicaId::new("r2").unwrap();
    entries.push(other);
    let exercise = Exercise::from_record(&key.id, &record).unwrap();
    assert_eq!(exercise.disputed.iter().map(FieldName::as_str).collect::<Vec<_>>(), [field::TITLE]);
}
