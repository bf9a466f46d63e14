//! The laws of the merge, on records written by replicas that exchange copies in any order, under any clock.

use super::*;
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeSet;

const REPLICAS: usize = 4;
const FIELDS: [&str; 3] = ["a", "b", "deleted"];

/// One thing that happens in a group of replicas, each holding its own copy of one record.
#[derive(Clone, Debug)]
enum Step {
    Write {
        replica: usize,
        field: usize,
        value: u8,
        at_ms: i64,
    },
    /// Empties a field on purpose.
    Empty {
        replica: usize,
        field: usize,
        at_ms: i64,
    },
    Erase {
        replica: usize,
    },
    /// `to` receives what `from` holds now.
    Exchange {
        from: usize,
        to: usize,
    },
    /// `from` hands over a copy it made some steps ago.
    Stale {
        from: usize,
        to: usize,
    },
    Copy {
        replica: usize,
    },
}

fn clock() -> impl Strategy<Value = i64> {
    prop_oneof![Just(0), Just(1_700_000_000_000), Just(253_370_764_800_000), Just(-1), 0i64..2_000_000_000_000]
}

fn step() -> impl Strategy<Value = Step> {
    let replica = 0..REPLICAS;
    prop_oneof![
        6 => (replica.clone(), 0..FIELDS.len(), any::<u8>(), clock())
            .prop_map(|(replica, field, value, at_ms)| Step::Write { replica, field, value: value % 4, at_ms }),
        1 => (replica.clone(), 0..FIELDS.len(), clock())
            .prop_map(|(replica, field, at_ms)| Step::Empty { replica, field, at_ms }),
        4 => (replica.clone(), replica.clone()).prop_map(|(from, to)| Step::Exchange { from, to }),
        1 => (replica.clone(), replica.clone()).prop_map(|(from, to)| Step::Stale { from, to }),
        1 => replica.prop_map(|replica| Step::Copy { replica }),
    ]
}

fn step_or_erasure() -> impl Strategy<Value = Step> {
    prop_oneof![20 => step(), 1 => (0..REPLICAS).prop_map(|replica| Step::Erase { replica })]
}

fn key() -> Key {
    Key { kind: Kind::new("interview").unwrap(), id: RecordId::new("i1").unwrap() }
}

/// Every replica runs on the same machine: imaged laptops and restored backups share their label.
fn author(replica: usize, at_ms: i64) -> Author {
    let device = DeviceId::new("poste-clone").unwrap();
    Author { replica: ReplicaId::new(format!("r{replica}")).unwrap(), device, at_ms }
}

fn write(record: &Record, changes: ChangeSet, author: &Author) -> Record {
    let mut tables = Tables::default();
    tables.put(key(), record.clone());
    changes.apply(&tables, author).pop().unwrap().1
}

fn set(record: &Record, field: &str, value: Value, author: &Author) -> Record {
    let mut changes = ChangeSet::new();
    changes.set(&key(), FieldName::new(field).unwrap(), value);
    write(record, changes, author)
}

fn erased(record: &Record, author: &Author) -> Record {
    write(record, ChangeSet { changes: vec![Change::Erase { key: key() }] }, author)
}

/// The replicas' copies after these steps.
fn run(steps: &[Step]) -> Vec<Record> {
    let mut copies = vec![Record::default(); REPLICAS];
    let mut stale = copies.clone();
    for step in steps {
        match step {
            Step::Write { replica, field, value, at_ms } => {
                copies[*replica] = set(&copies[*replica], FIELDS[*field], json!(value), &author(*replica, *at_ms));
            }
            Step::Empty { replica, field, at_ms } => {
                copies[*replica] = set(&copies[*replica], FIELDS[*field], Value::Null, &author(*replica, *at_ms));
            }
            Step::Erase { replica } => copies[*replica] = erased(&copies[*replica], &author(*replica, 0)),
            Step::Exchange { from, to } => copies[*to] = copies[*to].merge(&copies[*from]),
            Step::Stale { from, to } => copies[*to] = copies[*to].merge(&stale[*from]),
            Step::Copy { replica } => stale[*replica] = copies[*replica].clone(),
        }
    }
    copies
}

fn dots(record: &Record) -> BTreeSet<Dot> {
    record.fields.values().flatten().map(|entry| entry.stamp.dot.clone()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn merging_is_commutative_associative_and_idempotent(steps in vec(step_or_erasure(), 0..30)) {
        let copies = run(&steps);
        let (a, b, c) = (&copies[0], &copies[1], &copies[2]);
        prop_assert_eq!(a.merge(b), b.merge(a));
        prop_assert_eq!(a.merge(b).merge(c), a.merge(&b.merge(c)));
        prop_assert_eq!(&a.merge(a), a);
        prop_assert_eq!(&a.merge(b).merge(b), &a.merge(b));
        prop_assert_eq!(a.merge(b).normalised(), Some(a.merge(b)));
    }

    #[test]
    fn no_field_becomes_empty_and_no_unseen_write_is_lost(steps in vec(step(), 0..30)) {
        let copies = run(&steps);
        let (a, b) = (&copies[0], &copies[1]);
        let merged = a.merge(b);
        for field in a.fields.keys().chain(b.fields.keys()) {
            prop_assert!(merged.fields.contains_key(field), "{} vanished", field);
        }
        for (mine, theirs) in [(a, b), (b, a)] {
            for dot in dots(mine) {
                prop_assert!(theirs.seen.has_seen(&dot) || dots(&merged).contains(&dot));
            }
        }
        prop_assert!(dots(&merged).iter().all(|dot| merged.seen.has_seen(dot)));
    }

    #[test]
    fn everyone_agrees_once_everything_was_exchanged(steps in vec(step_or_erasure(), 0..40)) {
        let copies = run(&steps);
        let all = copies.iter().fold(Record::default(), |merged, copy| merged.merge(copy));
        let backwards = copies.iter().rev().fold(Record::default(), |merged, copy| merged.merge(copy));
        prop_assert_eq!(&all, &backwards);
        for copy in &copies {
            prop_assert_eq!(&copy.merge(&all), &all);
        }
    }

    #[test]
    fn a_knowing_write_wins_whatever_its_clock(steps in vec(step(), 0..30), at_ms in clock()) {
        let all = run(&steps).iter().fold(Record::default(), |merged, copy| merged.merge(copy));
        let corrected = set(&all, "a", json!("corrected"), &author(9, at_ms));
        for copy in run(&steps) {
            let merged = copy.merge(&corrected);
            prop_assert_eq!(merged.value("a"), Some(&json!("corrected")));
            prop_assert!(merged.conflicts().all(|(field, _)| field.as_str() != "a"));
        }
    }

    #[test]
    fn an_erasure_wins_for_ever(steps in vec(step(), 0..30), later in vec(step(), 0..10)) {
        let copies = run(&steps);
        let gone = erased(&copies[0], &author(0, 0));
        let mut record = copies.iter().fold(gone, |merged, copy| copy.merge(&merged));
        for copy in run(&later) {
            record = record.merge(&copy);
        }
        record = set(&record, "a", json!(1), &author(1, 0));
        prop_assert!(record.erased && record.fields.is_empty());
    }

    #[test]
    fn a_record_is_read_as_it_was_written(steps in vec(step_or_erasure(), 0..20)) {
        for copy in run(&steps) {
            let text = serde_json::to_string(&copy).unwrap();
            prop_assert_eq!(serde_json::from_str::<Record>(&text).unwrap(), copy);
        }
    }
}

#[test]
fn two_people_who_wrote_apart_are_both_kept() {
    let start = set(&Record::default(), "a", json!("before"), &author(0, 5));
    let mine = set(&start, "a", json!("mine"), &author(1, 10));
    let theirs = set(&start, "a", json!("theirs"), &author(2, 20));
    let merged = mine.merge(&theirs);
    assert_eq!(merged.value("a"), Some(&json!("theirs")));
    let (_, entries) = merged.conflicts().next().unwrap();
    assert_eq!(entries.iter().map(|entry| entry.value.clone()).collect::<Vec<_>>(), [json!("theirs"), json!("mine")]);
}

#[test]
fn the_same_value_written_apart_is_no_conflict() {
    let merged = set(&Record::default(), "a", json!(1), &author(1, 10)).merge(&set(
        &Record::default(),
        "a",
        json!(1),
        &author(2, 20),
    ));
    assert_eq!(merged.conflicts().count(), 0);
}

#[test]
fn a_removal_and_an_edit_made_apart_both_remain() {
    let start = set(&Record::default(), "a", json!("before"), &author(0, 5));
    let removed = set(&start, DELETED, json!(true), &author(1, 10));
    let edited = set(&start, "a", json!("after"), &author(2, 20));
    let merged = removed.merge(&edited);
    assert!(merged.is_deleted());
    assert_eq!(merged.value("a"), Some(&json!("after")));
}

#[test]
fn what_a_newer_version_wrote_beside_the_fields_survives() {
    let newer: Record = serde_json::from_value(json!({ "fields": {}, "seen": {}, "colour": "blue" })).unwrap();
    let merged = set(&Record::default(), "a", json!(1), &author(1, 10)).merge(&newer);
    assert_eq!(merged.unknown.get("colour"), Some(&json!("blue")));
    assert!(serde_json::to_string(&merged).unwrap().contains("colour"));
}
