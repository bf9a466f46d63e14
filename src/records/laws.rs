//! The laws of the merge, on histories that machines could really live through and on records nobody honest would write.

use super::*;
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::sync::Arc;

/// Enough to meet the rare orders, and a few seconds in a debug build.
const CASES: u32 = 2_000;
/// Enough for what starts by merging every copy.
const CASES_OF_MEETINGS: u32 = 500;
const REPLICAS: usize = 4;
const FIELDS: [&str; 3] = ["label", "answer/device", "note/barriers"];

fn key() -> Key {
    Key { kind: Kind::new("interview").unwrap(), id: RecordId::new("a").unwrap() }
}

fn author(replica: usize, at_ms: i64) -> Author {
    // Two replicas in a row share a device, as two imaged laptops do.
    let device = DeviceId::new(format!("poste-{}", replica / 2)).unwrap();
    Author { replica: ReplicaId::new(format!("r{replica}")).unwrap(), device, at_ms }
}

fn applied(record: &Record, change: Change, author: &Author) -> Record {
    let mut tables = Tables::default();
    tables.put(key(), record.clone());
    let changed = ChangeSet { changes: vec![change] }.apply(&tables, author);
    changed.into_iter().next().map_or_else(|| record.clone(), |(_, record)| record)
}

fn set(field: &str, value: impl Into<Value>) -> Change {
    Change::Set { key: key(), field: FieldName::new(field).unwrap(), value: value.into() }
}

/// What may happen to a machine's copy.
#[derive(Clone, Debug)]
enum Step {
    Set {
        at: usize,
        field: usize,
        value: Value,
        ms: i64,
    },
    Delete {
        at: usize,
        ms: i64,
    },
    Restore {
        at: usize,
        ms: i64,
    },
    Erase {
        at: usize,
    },
    /// Receives another copy as it was after some earlier step: fresh, stale, or for the second time.
    Receive {
        at: usize,
        from: usize,
        age: usize,
    },
}

fn clock() -> impl Strategy<Value = i64> {
    prop_oneof![Just(0), Just(253_402_300_799_000), Just(i64::MIN), Just(i64::MAX), 0..5_i64]
}

fn value() -> impl Strategy<Value = Value> {
    prop_oneof![Just(Value::Null), (0..3).prop_map(|n| json!(n)), Just(json!({ "state": "accepted" }))]
}

fn step(with_erasure: bool) -> impl Strategy<Value = Step> {
    let at = || 0..REPLICAS;
    prop_oneof![
        6 => (at(), 0..FIELDS.len(), value(), clock()).prop_map(|(at, field, value, ms)| Step::Set { at, field, value, ms }),
        1 => (at(), clock()).prop_map(|(at, ms)| Step::Delete { at, ms }),
        1 => (at(), clock()).prop_map(|(at, ms)| Step::Restore { at, ms }),
        u32::from(with_erasure) => at().prop_map(|at| Step::Erase { at }),
        5 => (at(), at(), 0..4_usize).prop_map(|(at, from, age)| Step::Receive { at, from, age }),
    ]
}

/// Each machine's copy after each step.
fn live(steps: &[Step]) -> Vec<[Arc<Record>; REPLICAS]> {
    let mut history: Vec<[Arc<Record>; REPLICAS]> = vec![Default::default()];
    for step in steps {
        let mut now = history.last().unwrap().clone();
        let (at, changed) = match step {
            Step::Set { at, field, value, ms } => {
                (*at, applied(&now[*at], set(FIELDS[*field], value.clone()), &author(*at, *ms)))
            }
            Step::Delete { at, ms } => (*at, applied(&now[*at], set(DELETED, true), &author(*at, *ms))),
            Step::Restore { at, ms } => (*at, applied(&now[*at], set(DELETED, Value::Null), &author(*at, *ms))),
            Step::Erase { at } => (*at, applied(&now[*at], Change::Erase { key: key() }, &author(*at, 0))),
            Step::Receive { at, from, age } => {
                let then = &history[history.len().saturating_sub(1 + age)];
                (*at, now[*at].merge(&then[*from]))
            }
        };
        now[at] = Arc::new(changed);
        history.push(now);
    }
    history
}

fn copies(with_erasure: bool) -> impl Strategy<Value = [Arc<Record>; REPLICAS]> {
    vec(step(with_erasure), 0..24).prop_map(|steps| live(&steps).pop().unwrap())
}

/// A record as anybody could write one: dots that nobody saw, shared, or out of order.
fn hostile() -> impl Strategy<Value = Record> {
    let seq = || prop_oneof![1..4_u64, Just(u64::MAX)];
    let replica = || (0..3_usize).prop_map(|n| format!("r{n}"));
    let entry = (value(), clock(), replica(), seq())
        .prop_map(|(v, at, by, seq)| json!({ "v": v, "at": at, "by": by, "seq": seq }));
    let fields = proptest::collection::btree_map(proptest::sample::select(&FIELDS[..]), vec(entry, 0..4), 0..3);
    let seen = proptest::collection::btree_map(
        replica(),
        (seq(), 0..2).prop_map(|(seq, device)| json!({ "seq": seq, "device": format!("d{device}") })),
        0..3,
    );
    (fields, seen, proptest::bool::weighted(0.05), value()).prop_map(|(fields, seen, erased, later)| {
        let text = json!({ "fields": fields, "seen": seen, "erased": erased, "later": later });
        serde_json::from_value(text).unwrap()
    })
}

fn assert_laws(a: &Record, b: &Record, c: &Record) -> Result<(), TestCaseError> {
    let ab = a.merge(b);
    prop_assert_eq!(&ab, &b.merge(a), "commutative");
    prop_assert_eq!(ab.merge(c), a.merge(&b.merge(c)), "associative");
    prop_assert_eq!(&a.merge(a), a, "idempotent");
    prop_assert_eq!(&ab.merge(a), &ab, "absorbing");
    prop_assert_eq!(ab.erased, a.erased || b.erased, "an erasure wins");
    let text = serde_json::to_string(&ab).unwrap();
    let again: Record = serde_json::from_str(&text).unwrap();
    prop_assert_eq!(&again, &ab, "what is written is read again");
    prop_assert_eq!(serde_json::to_string(&again).unwrap(), text, "in the same bytes");
    if !ab.erased {
        for (replica, seen) in a.seen.iter().chain(b.seen.iter()) {
            prop_assert!(ab.seen.has_seen(&Dot { replica: replica.clone(), seq: seen.seq }), "no dot is lost");
        }
        prop_assert!(a.unknown.keys().chain(b.unknown.keys()).all(|name| ab.unknown.contains_key(name)));
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(CASES))]

    #[test]
    fn the_merge_is_a_join(copies in copies(true)) {
        let [a, b, c, _] = &copies;
        assert_laws(a, b, c)?;
    }

    #[test]
    fn the_merge_is_a_join_on_records_nobody_honest_wrote(a in hostile(), b in hostile(), c in hostile()) {
        assert_laws(&a, &b, &c)?;
    }

    #[test]
    fn no_field_becomes_empty_by_merging(copies in copies(false)) {
        let [a, b, ..] = &copies;
        let merged = a.merge(b);
        for name in a.fields.keys().chain(b.fields.keys()) {
            prop_assert!(merged.fields.contains_key(name), "{name}");
        }
        for (name, entries) in &merged.fields {
            // What is shown was written by somebody, and stands in one of the two copies.
            let stands = |copy: &Record| copy.fields.get(name).is_some_and(|held| held.contains(&entries[0]));
            prop_assert!(stands(a) || stands(b));
        }
        for name in FIELDS {
            if let (Some(ours), Some(theirs)) = (a.value(name), b.value(name)) && ours == theirs {
                prop_assert!(merged.value(name).is_some() || merged.conflicts().any(|(field, _)| field.as_str() == name));
            }
        }
    }

}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(CASES_OF_MEETINGS))]

    #[test]
    fn copies_that_have_met_agree(steps in vec(step(true), 0..40)) {
        let history = live(&steps);
        // Everyone receives every copy that ever was, in two different orders, some of them twice.
        let all: Vec<&Record> = history.iter().flatten().map(Arc::as_ref).collect();
        let forth = all.iter().fold(Record::default(), |met, copy| met.merge(copy));
        let back = all.iter().rev().chain(all.iter().step_by(3)).fold(Record::default(), |met, copy| met.merge(copy));
        prop_assert_eq!(&forth, &back);
        // Nothing older than the last copies adds to them.
        let last = history.last().unwrap().iter().fold(Record::default(), |met, copy| met.merge(copy));
        prop_assert_eq!(forth, last);
    }

    #[test]
    fn a_later_write_stands_whatever_its_clock(copies in copies(false), ms in clock(), stale in 0..REPLICAS) {
        let met = copies.iter().fold(Record::default(), |met, copy| met.merge(copy));
        let corrected = applied(&met, set("label", "corrected"), &author(0, ms));
        prop_assert_eq!(corrected.value("label"), Some(&json!("corrected")));
        let again = corrected.merge(&copies[stale]);
        prop_assert_eq!(&again, &corrected, "an older copy changes nothing");
        prop_assert_eq!(again.conflicts().filter(|(name, _)| name.as_str() == "label").count(), 0);
    }

    #[test]
    fn a_deletion_and_a_change_made_apart_both_stay(copies in copies(false), ms in clock(), later in clock()) {
        let met = copies.iter().fold(Record::default(), |met, copy| met.merge(copy));
        let met = applied(&met, set(DELETED, Value::Null), &author(0, ms));
        let deleted = applied(&met, set(DELETED, true), &author(0, ms));
        let changed = applied(&met, set("label", "changed"), &author(2, later));
        let merged = deleted.merge(&changed);
        prop_assert!(deleted.is_deleted() && !merged.is_deleted());
        prop_assert_eq!(merged.value("label"), Some(&json!("changed")));
        prop_assert!(merged.conflicts().any(|(name, _)| name.as_str() == DELETED));
        let decided = applied(&merged, set(DELETED, true), &author(1, ms));
        prop_assert!(decided.is_deleted() && decided.merge(&changed).is_deleted());
    }

    #[test]
    fn the_same_value_written_apart_is_no_conflict(copies in copies(false), ms in clock(), later in clock()) {
        let met = copies.iter().fold(Record::default(), |met, copy| met.merge(copy));
        let ours = applied(&met, set("label", "same"), &author(0, ms));
        let theirs = applied(&met, set("label", "same"), &author(1, later));
        let merged = ours.merge(&theirs);
        prop_assert_eq!(merged.value("label"), Some(&json!("same")));
        prop_assert!(merged.conflicts().all(|(name, _)| name.as_str() != "label"));
    }

    #[test]
    fn an_erased_record_stays_erased(copies in copies(true), at in 0..REPLICAS, ms in clock()) {
        let erased = applied(&copies[at], Change::Erase { key: key() }, &author(at, ms));
        for copy in &copies {
            let merged = copy.merge(&erased);
            prop_assert_eq!(&merged, &Record::erasure());
            prop_assert_eq!(&applied(&merged, set("label", "back"), &author(at, ms)), &merged);
        }
    }
}

#[test]
fn two_clones_of_one_machine_lose_nothing() {
    // Both machines carry the same device label and wrote offline; only their replica differs.
    let start = applied(&Record::default(), set("label", "start"), &author(0, 0));
    let one = applied(&start, set("note/barriers", "one"), &author(0, 10));
    let two = applied(&start, set("answer/device", "two"), &author(1, 10));
    let merged = one.merge(&two);
    assert_eq!(merged.value("note/barriers"), Some(&json!("one")));
    assert_eq!(merged.value("answer/device"), Some(&json!("two")));
    assert_eq!(merged.value("label"), Some(&json!("start")));
    assert_eq!(merged.conflicts().count(), 0);
}

#[test]
fn a_machine_in_the_year_9999_is_corrected_by_a_normal_one() {
    let wrong = applied(&Record::default(), set("label", "wrong clock"), &author(0, 253_402_300_799_000));
    let right = applied(&wrong, set("label", "right"), &author(2, 1_700_000_000_000));
    assert_eq!(right.merge(&wrong).value("label"), Some(&json!("right")));
    assert_eq!(right.merge(&wrong).conflicts().count(), 0);
}
