//! What going back never does, on histories that machines could really live through.

use super::*;
use proptest::collection::vec;
use proptest::prelude::*;

const MACHINES: [&str; 3] = ["here", "there", "third"];
const IDS: [&str; 3] = ["a", "b", "c"];
const FIELDS: [&str; 2] = ["label", "note/x"];

#[derive(Clone, Debug)]
enum Act {
    Write { id: usize, field: usize, value: Value },
    Delete { id: usize, is_deleted: bool },
    Erase { id: usize },
    Receive { from: usize },
}

fn act(with_erasure: bool) -> impl Strategy<Value = Act> {
    let id = || 0..IDS.len();
    let value = prop_oneof![Just(Value::Null), (0..3).prop_map(|n| json!(n))];
    prop_oneof![
        8 => (id(), 0..FIELDS.len(), value).prop_map(|(id, field, value)| Act::Write { id, field, value }),
        3 => (id(), any::<bool>()).prop_map(|(id, is_deleted)| Act::Delete { id, is_deleted }),
        u32::from(with_erasure) => id().prop_map(|id| Act::Erase { id }),
        4 => (0..MACHINES.len()).prop_map(|from| Act::Receive { from }),
    ]
}

fn live_through(machines: &mut [Tables; 3], at: usize, act: &Act) {
    let replica = MACHINES[at];
    match act {
        Act::Write { id, field, value } => write(&mut machines[at], replica, IDS[*id], FIELDS[*field], value.clone()),
        Act::Delete { id, is_deleted: true } => write(&mut machines[at], replica, IDS[*id], DELETED, true),
        Act::Delete { id, .. } => write(&mut machines[at], replica, IDS[*id], DELETED, Value::Null),
        Act::Erase { id } => erase(&mut machines[at], IDS[*id]),
        Act::Receive { from } => {
            let file = machines[*from].clone();
            import(&mut machines[at], &file);
        }
    }
}

/// A browser, and two files that other machines make.
fn histories(with_erasure: bool) -> impl Strategy<Value = [Tables; 3]> {
    vec((0..MACHINES.len(), act(with_erasure)), 0..30).prop_map(|steps| {
        let mut machines: [Tables; 3] = Default::default();
        steps.iter().for_each(|(at, act)| live_through(&mut machines, *at, act));
        machines
    })
}

/// What is done after an import in the same browser, a second import among others.
fn since() -> impl Strategy<Value = Vec<Act>> {
    vec(act(true), 0..8)
}

fn live_since(here: &mut Tables, third: &Tables, acts: &[Act]) {
    let mut machines = [here.clone(), Tables::default(), third.clone()];
    acts.iter().for_each(|act| live_through(&mut machines, 0, act));
    *here = machines[0].clone();
}

fn keys() -> impl Iterator<Item = Key> {
    IDS.into_iter().map(key)
}

fn is_erased(tables: &Tables, key: &Key) -> bool {
    tables.get(key).is_some_and(|record| record.erased)
}

/// The proposed values of a record that is there. A disagreement on the removal is no value: any write settles it.
fn seen_by_people<'a>(tables: &'a Tables, key: &Key) -> Option<Vec<(&'a FieldName, &'a Value)>> {
    let record = tables.get(key).filter(|record| is_live(record))?;
    let names = record.fields.keys().filter(|name| name.as_str() != DELETED);
    Some(names.filter_map(|name| Some((name, record.value(name.as_str())?))).collect())
}

/// The counts that a preview gave, found again by comparing.
fn assert_counts(before: &Tables, after: &Tables, rollback: &Rollback) -> Result<(), TestCaseError> {
    let mut expected = RollbackCounts::default();
    for key in keys() {
        let (was, is) = (before.get(&key).filter(|r| is_live(r)), after.get(&key).filter(|r| is_live(r)));
        match (was, is) {
            (None, Some(_)) => expected.back += 1,
            (Some(_), None) => expected.gone += 1,
            (Some(_), Some(_)) if shown(was) != shown(is) => expected.changed += 1,
            _ => {}
        }
    }
    prop_assert_eq!(counts(rollback), (expected.back, expected.gone, expected.changed));
    Ok(())
}

proptest! {
    #[test]
    fn undo_then_import_again(machines in histories(true)) {
        let [here, file, _] = machines;
        let mut now = here.clone();
        let point = import(&mut now, &file);
        let imported = now.clone();
        let rollback = undo(&now, &point, false).unwrap();
        roll_back(&mut now, &rollback);
        for key in keys() {
            let former = if is_erased(&imported, &key) { imported.get(&key) } else { here.get(&key) };
            prop_assert_eq!(now.get(&key), former);
        }
        assert_counts(&imported, &now, &rollback)?;
        import(&mut now, &file);
        prop_assert_eq!(now, imported);
    }

    #[test]
    fn later_edits_are_never_lost(machines in histories(true), acts in since(), left in any::<bool>()) {
        let [mut now, file, third] = machines;
        let point = import(&mut now, &file);
        live_since(&mut now, &third, &acts);
        let present = now.clone();
        let rollback = undo(&now, &point, left).unwrap();
        roll_back(&mut now, &rollback);
        assert_counts(&present, &now, &rollback)?;
        for (kind, id, record) in present.iter() {
            let key = Key { kind: kind.clone(), id: id.clone() };
            let Some(after) = point.after.get(&key) else {
                prop_assert_eq!(now.get(&key), Some(record.as_ref()), "not in the import");
                continue;
            };
            for (name, entries) in &record.fields {
                for entry in entries.iter().filter(|entry| !after.seen_of(name).has_seen(&entry.stamp.dot)) {
                    let left = now.get(&key).unwrap();
                    if name.as_str() == DELETED {
                        prop_assert_eq!(left.is_deleted(), record.is_deleted(), "removed or there, as since");
                        prop_assert_eq!(is_disputed(entries_of(left, DELETED)), is_disputed(entries));
                    } else {
                        prop_assert!(entries_of(left, name.as_str()).contains(entry), "{}", name);
                    }
                }
            }
        }
    }

    #[test]
    fn what_is_written_back_dominates_the_file(machines in histories(true)) {
        let [here, file, _] = machines;
        let mut now = here.clone();
        let point = import(&mut now, &file);
        let imported = now.clone();
        let rollback = undo(&now, &point, true).unwrap();
        roll_back(&mut now, &rollback);
        prop_assert_eq!(now.merged_with(&file), []);
        for key in keys().filter(|key| !is_erased(&imported, key)) {
            prop_assert_eq!(seen_by_people(&now, &key), seen_by_people(&here, &key));
        }
        // On a machine that had the import from us, and whoever meets whom first.
        let mut elsewhere = imported;
        import(&mut elsewhere, &now);
        import(&mut elsewhere, &file);
        prop_assert_eq!(elsewhere, now);
    }

    #[test]
    fn what_is_erased_stays_so(
        machines in histories(true), acts in since(), left in any::<bool>(), is_return in any::<bool>(),
    ) {
        let [mut now, file, third] = machines;
        let point = import(&mut now, &file);
        live_since(&mut now, &third, &acts);
        let present = now.clone();
        let rollback = if is_return { return_to(&now, &point, left) } else { undo(&now, &point, left) }.unwrap();
        roll_back(&mut now, &rollback);
        for key in keys() {
            let was_erased = is_erased(&present, &key) || (is_return && is_erased(&point.tables, &key));
            prop_assert_eq!(is_erased(&now, &key), was_erased);
        }
    }

    #[test]
    fn there_and_back_again(machines in histories(true), acts in since(), left in any::<bool>()) {
        let [mut now, file, third] = machines;
        let point = import(&mut now, &file);
        live_since(&mut now, &third, &acts);
        let present = now.clone();
        let rollback = return_to(&now, &point, left).unwrap();
        let back = roll_back(&mut now, &rollback);
        assert_counts(&present, &now, &rollback)?;
        let returned = now.clone();
        for key in keys().filter(|key| !is_erased(&returned, key)) {
            prop_assert_eq!(seen_by_people(&returned, &key), seen_by_people(&point.tables, &key));
        }
        let rollback = return_to(&now, &back, left).unwrap();
        roll_back(&mut now, &rollback);
        assert_counts(&returned, &now, &rollback)?;
        for key in keys().filter(|key| !is_erased(&returned, key)) {
            if left {
                prop_assert_eq!(seen_by_people(&now, &key), seen_by_people(&present, &key));
            } else {
                prop_assert_eq!(now.get(&key), present.get(&key));
            }
        }
    }
}
