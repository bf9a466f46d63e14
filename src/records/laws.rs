//! The laws of the merge, on histories that machines could really live through and on records nobody honest would write.

use super::*;
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

const REPLICAS: usize = 4;
pub(super) const FIELDS: [&str; 3] = ["label", "answer/device", "note/barriers"];

fn key() -> Key {
    Key { kind: Kind::new("interview").unwrap(), id: RecordId::new("a").unwrap() }
}

pub(super) fn author(replica: usize, at_ms: i64) -> Author {
    // Two replicas in a row share a device, as two imaged laptops do.
    let device = DeviceId::new(format!("poste-{}", replica / 2)).unwrap();
    Author { replica: ReplicaId::new(format!("r{replica}")).unwrap(), device, at_ms }
}

pub(super) fn applied(record: &Record, change: Change, author: &Author) -> Record {
    let mut tables = Tables::default();
    tables.put(key(), record.clone());
    let changed = ChangeSet { changes: vec![change] }.apply(&tables, author);
    changed.into_iter().next().map_or_else(|| record.clone(), |(_, record)| record)
}

pub(super) fn set(field: &str, value: impl Into<Value>) -> Change {
    Change::Set { key: key(), field: FieldName::new(field).unwrap(), value: value.into() }
}

/// What may happen to a machine's copy.
#[derive(Clone, Debug)]
pub(super) enum Step {
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
    /// Receives another copy as it was after some earlier step: fresh, stale, or for the second time; whole or without
    /// some fields.
    Receive {
        at: usize,
        from: usize,
        age: usize,
        without: Vec<usize>,
    },
}

pub(super) fn clock() -> impl Strategy<Value = i64> {
    let right = 1_700_000_000_000..1_700_000_000_005_i64;
    // 1970, 2099, the year 9999.
    prop_oneof![right, 0..3_i64, Just(4_070_908_800_000), Just(253_402_300_799_000), Just(i64::MIN), Just(i64::MAX)]
}

fn value() -> impl Strategy<Value = Value> {
    prop_oneof![Just(Value::Null), (0..3).prop_map(|n| json!(n)), Just(json!({ "state": "accepted" }))]
}

/// The fields that a copy leaves out: mostly none.
pub(super) fn without() -> impl Strategy<Value = Vec<usize>> {
    prop_oneof![2 => Just(Vec::new()), 1 => vec(0..FIELDS.len(), 1..3)]
}

pub(super) fn step(with_erasure: bool) -> impl Strategy<Value = Step> {
    let at = || 0..REPLICAS;
    prop_oneof![
        6 => (at(), 0..FIELDS.len(), value(), clock()).prop_map(|(at, field, value, ms)| Step::Set { at, field, value, ms }),
        1 => (at(), clock()).prop_map(|(at, ms)| Step::Delete { at, ms }),
        1 => (at(), clock()).prop_map(|(at, ms)| Step::Restore { at, ms }),
        u32::from(with_erasure) => at().prop_map(|at| Step::Erase { at }),
        5 => (at(), at(), 0..4_usize, without()).prop_map(|(at, from, age, without)| Step::Receive { at, from, age, without }),
    ]
}

pub(super) fn leaving_out(record: &Record, fields: &[usize]) -> Record {
    record.without_fields(|name| fields.iter().any(|field| FIELDS[*field] == name.as_str()))
}

/// Each machine's copy after each step.
pub(super) fn live(steps: &[Step]) -> Vec<[Arc<Record>; REPLICAS]> {
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
            Step::Receive { at, from, age, without } => {
                let then = &history[history.len().saturating_sub(1 + age)];
                (*at, now[*at].merge(&leaving_out(&then[*from], without)))
            }
        };
        now[at] = Arc::new(changed);
        history.push(now);
    }
    history
}

pub(super) fn copies(with_erasure: bool) -> impl Strategy<Value = [Arc<Record>; REPLICAS]> {
    vec(step(with_erasure), 0..24).prop_map(|steps| live(&steps).pop().unwrap())
}

/// What must be there once everybody has met: the writes that nobody who had them before their eyes has replaced.
fn standing(steps: &[Step], history: &[[Arc<Record>; REPLICAS]]) -> BTreeMap<&'static str, BTreeSet<Dot>> {
    let dots = |copy: &Record, name: &str| -> BTreeSet<Dot> {
        copy.fields.get(name).into_iter().flatten().map(|entry| entry.stamp.dot.clone()).collect()
    };
    let mut standing = BTreeMap::from(FIELDS.map(|name| (name, BTreeSet::new())));
    for (step, then) in steps.iter().zip(history.windows(2)) {
        let Step::Set { at, field, .. } = step else { continue };
        let (before, after) = (dots(&then[0][*at], FIELDS[*field]), dots(&then[1][*at], FIELDS[*field]));
        let dots = standing.get_mut(FIELDS[*field]).unwrap();
        dots.retain(|dot| after.contains(dot) || !before.contains(dot));
        dots.extend(after.difference(&before).cloned());
    }
    standing
}

/// A record as anybody could write one: dots that nobody saw, shared, or out of order; fields behind the record, or ahead.
fn hostile() -> impl Strategy<Value = Record> {
    let seq = || prop_oneof![0..4_u64, Just(u64::MAX)];
    let replica = || (0..3_usize).prop_map(|n| format!("r{n}"));
    let name = || proptest::sample::select(vec![FIELDS[0], FIELDS[1], FIELDS[2], DELETED]);
    let entry = (value(), clock(), replica(), seq())
        .prop_map(|(v, at, by, seq)| json!({ "v": v, "at": at, "by": by, "seq": seq }));
    let fields = btree_map(name(), vec(entry, 0..4), 0..3);
    let last = move || (seq(), 0..2).prop_map(|(seq, device)| json!({ "seq": seq, "device": format!("d{device}") }));
    let seen = move || btree_map(replica(), last(), 0..3);
    let partial = btree_map(name(), seen(), 0..3);
    let unknown = btree_map("later|newer|other", value(), 0..3);
    (fields, seen(), partial, proptest::bool::weighted(0.05), unknown).prop_map(
        |(fields, seen, partial, erased, unknown)| {
            let mut text = json!({ "fields": fields, "seen": seen, "partial": partial, "erased": erased });
            text.as_object_mut().unwrap().extend(unknown);
            serde_json::from_value(text).unwrap()
        },
    )
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
        for name in FIELDS.into_iter().chain([DELETED, "none"]).map(|name| FieldName::new(name).unwrap()) {
            for (replica, _) in ab.seen.iter() {
                for seq in (0..8).chain([u64::MAX]) {
                    let dot = Dot { replica: replica.clone(), seq };
                    let is_seen = a.seen_of(&name).has_seen(&dot) || b.seen_of(&name).has_seen(&dot);
                    prop_assert_eq!(ab.seen_of(&name).has_seen(&dot), is_seen, "what either has seen, {:?}", dot);
                    prop_assert!(!is_seen || ab.seen.has_seen(&dot), "of one field, hence seen, {:?}", dot);
                }
            }
            let has_seen = |entry: &Entry| ab.seen_of(&name).has_seen(&entry.stamp.dot);
            prop_assert!(ab.fields.get(&name).into_iter().flatten().all(has_seen), "what is held has been seen");
        }
        for name in a.unknown.keys().chain(b.unknown.keys()) {
            let held = [a, b].map(|copy| copy.unknown.get(name)).into_iter().flatten().collect::<Vec<_>>();
            let kept = ab.unknown.get(name);
            prop_assert!(
                kept.is_some_and(|kept| held.contains(&kept)),
                "a member that nobody knows keeps a value: {name}"
            );
        }
    }
    Ok(())
}

proptest! {
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
    fn what_nobody_replaced_is_there_once_the_whole_copies_have_met(steps in vec(step(false), 0..40)) {
        let history = live(&steps);
        let met = history.last().unwrap().iter().fold(Record::default(), |met, copy| met.merge(copy));
        for (name, dots) in standing(&steps, &history) {
            let held = met.fields.get(name).into_iter().flatten().map(|entry| entry.stamp.dot.clone());
            prop_assert_eq!(held.collect::<BTreeSet<_>>(), dots, "{}", name);
        }
        prop_assert!(!met.is_partial(), "nothing is left out any more");
    }

    #[test]
    fn a_wrong_clock_never_wins(copies in copies(true)) {
        let [a, b, ..] = &copies;
        let has_right = |entry: &Entry| entry.stamp.has_plausible_time();
        for entries in a.merge(b).fields.values() {
            prop_assert!(has_right(&entries[0]) || !entries.iter().any(has_right));
        }
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
