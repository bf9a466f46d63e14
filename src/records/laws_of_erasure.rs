//! The laws of the merge of whole tables, in which people and what is about them are erased.

use super::laws::clock;
use super::*;
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::json;

const REPLICAS: usize = 3;
/// Each record, and whom it is about from the day it is made.
const RECORDS: [(&str, &str, &[&str]); 7] = [
    ("person", "ada", &[]),
    ("person", "bo", &[]),
    ("registration", "of-ada", &["ada"]),
    ("workshop", "both", &["ada", "bo"]),
    ("message", "m", &["of-ada"]),
    ("message", "n", &["both", "bo"]),
    ("place", "p", &[]),
];

fn key(record: usize) -> Key {
    let (kind, id, _) = RECORDS[record];
    Key { kind: Kind::new(kind).unwrap(), id: RecordId::new(id).unwrap() }
}

/// What may happen to a machine's tables.
#[derive(Clone, Debug)]
enum Step {
    /// Writes a record, made on this occasion if it is not there yet.
    Write {
        at: usize,
        record: usize,
        ms: i64,
    },
    /// Says, or no longer says, that a record is about somebody, long after it was made.
    Name {
        at: usize,
        record: usize,
        subject: usize,
        is_about: bool,
        ms: i64,
    },
    Delete {
        at: usize,
        record: usize,
        ms: i64,
    },
    /// Erases a record and what is about it; or it alone, as an older version of the program does.
    Erase {
        at: usize,
        record: usize,
        alone: bool,
    },
    /// Receives what another machine holds, or held some steps ago; labels left out or not.
    Receive {
        at: usize,
        from: usize,
        age: usize,
        whole: bool,
    },
}

fn step(with_renaming: bool) -> impl Strategy<Value = Step> {
    let at = || 0..REPLICAS;
    let record = || 0..RECORDS.len();
    prop_oneof![
        8 => (at(), record(), clock()).prop_map(|(at, record, ms)| Step::Write { at, record, ms }),
        u32::from(with_renaming) * 2 => (at(), record(), record(), any::<bool>(), clock())
            .prop_map(|(at, record, subject, is_about, ms)| Step::Name { at, record, subject, is_about, ms }),
        1 => (at(), record(), clock()).prop_map(|(at, record, ms)| Step::Delete { at, record, ms }),
        1 => (at(), 0..3_usize, any::<bool>()).prop_map(|(at, record, alone)| Step::Erase { at, record, alone }),
        5 => (at(), at(), 0..6_usize, any::<bool>())
            .prop_map(|(at, from, age, whole)| Step::Receive { at, from, age, whole }),
    ]
}

fn merged(here: &Tables, there: &Tables) -> Tables {
    let mut merged = here.clone();
    here.merged_with(there).into_iter().for_each(|(key, record)| merged.put(key, record));
    merged
}

fn stored(tables: &Tables, at: usize, ms: i64, changes: &ChangeSet) -> Tables {
    let author = Author { replica: ReplicaId::new(format!("r{at}")).unwrap(), device: DeviceId::unnamed(), at_ms: ms };
    let mut stored = tables.clone();
    changes.apply(tables, &author).into_iter().for_each(|(key, record)| stored.put(key, record));
    stored
}

fn without_labels(tables: &Tables) -> Tables {
    let mut partial = Tables::default();
    for (kind, id, record) in tables.iter() {
        let key = Key { kind: kind.clone(), id: id.clone() };
        partial.put(key, record.without_fields(|name| name.as_str() == "label"));
    }
    partial
}

/// Each machine's tables after each step.
fn live(steps: &[Step]) -> Vec<[Tables; REPLICAS]> {
    let mut history: Vec<[Tables; REPLICAS]> = vec![Default::default()];
    for step in steps {
        let mut now = history.last().unwrap().clone();
        let mut changes = ChangeSet::new();
        let (at, ms) = match step {
            Step::Write { at, record, ms } => {
                changes.set_named(&key(*record), "label", json!(ms)).unwrap();
                if now[*at].get(&key(*record)).is_none() {
                    for subject in RECORDS[*record].2 {
                        changes.set_named(&key(*record), &format!("{SUBJECT_PREFIX}{subject}"), true).unwrap();
                    }
                }
                (*at, *ms)
            }
            Step::Name { at, record, subject, is_about, ms } => {
                let field = format!("{SUBJECT_PREFIX}{}", RECORDS[*subject].1);
                changes.set_named(&key(*record), &field, is_about.then_some(true)).unwrap();
                (*at, *ms)
            }
            Step::Delete { at, record, ms } if now[*at].get(&key(*record)).is_some() => {
                changes.set_named(&key(*record), DELETED, true).unwrap();
                (*at, *ms)
            }
            Step::Delete { at, ms, .. } => (*at, *ms),
            Step::Erase { at, record, alone: true } => {
                changes.changes.push(Change::Erase { key: key(*record) });
                (*at, 0)
            }
            Step::Erase { at, record, alone: false } => {
                changes = ChangeSet::erase(&now[*at], &[key(*record)]);
                (*at, 0)
            }
            Step::Receive { at, from, age, whole } => {
                let then = &history[history.len().saturating_sub(1 + age)][*from];
                let file = if *whole { then.clone() } else { without_labels(then) };
                now[*at] = merged(&now[*at], &file);
                (*at, 0)
            }
        };
        now[at] = stored(&now[at], at, ms, &changes);
        history.push(now);
    }
    history
}

fn bytes(tables: &Tables) -> String {
    let records = tables.iter().map(|(kind, id, record)| (kind, id, record.as_ref()));
    serde_json::to_string(&records.collect::<Vec<_>>()).unwrap()
}

/// Nobody who was erased is named any more, nor is anything kept that was about such people only.
fn assert_followed(met: &Tables) -> Result<(), TestCaseError> {
    let erased = |subject: &str| met.iter().any(|(_, id, record)| id.as_str() == subject && record.erased);
    for (_, id, record) in met.iter() {
        for (subject, value) in record.family(SUBJECT_PREFIX) {
            prop_assert!(*value != json!(true) || !erased(subject), "{} names {}", id, subject);
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn merging_tables_is_a_join(steps in vec(step(false), 0..30)) {
        // What is received is in order; what was just written is put in order by the first merge.
        let copies = live(&steps).pop().unwrap().map(|tables| merged(&tables, &Tables::default()));
        let [a, b, c] = &copies;
        let ab = merged(a, b);
        prop_assert_eq!(&ab, &merged(b, a), "commutative");
        prop_assert_eq!(merged(&ab, c), merged(a, &merged(b, c)), "associative");
        prop_assert_eq!(bytes(&merged(&ab, c)), bytes(&merged(&merged(c, b), a)), "the same bytes");
        prop_assert_eq!(&merged(a, a), a, "idempotent");
        prop_assert!(ab.merged_with(a).is_empty() && ab.merged_with(b).is_empty(), "absorbing");
        assert_followed(&ab)?;
    }

    #[test]
    fn older_files_bring_back_nobody(steps in vec(step(false), 0..30)) {
        let history = live(&steps);
        let met = history.last().unwrap().iter().fold(Tables::default(), |met, copy| merged(&met, copy));
        for older in history.iter().flatten() {
            prop_assert!(met.merged_with(older).is_empty());
        }
        for (_, id, about) in RECORDS {
            let is_erased = |id: &str| met.iter().any(|(_, other, record)| other.as_str() == id && record.erased);
            if !about.is_empty() && about.iter().all(|subject| is_erased(subject)) {
                let is_there = met.iter().any(|(_, other, _)| other.as_str() == id);
                prop_assert!(!is_there || is_erased(id), "{} was about nobody else", id);
            }
        }
    }

    /// A record that comes to be about somebody else meanwhile may be erased or not according to who met whom first;
    /// but once everybody has met everybody, they agree.
    #[test]
    fn whoever_meets_everybody_agrees_whatever_the_records_are_about(steps in vec(step(true), 0..30)) {
        let mut machines = live(&steps).pop().unwrap();
        for round in 0..3 {
            for at in 0..REPLICAS {
                let from = (at + 1 + round % 2) % REPLICAS;
                machines[at] = merged(&machines[at], &machines[from]);
            }
        }
        prop_assert_eq!(bytes(&machines[0]), bytes(&machines[1]));
        prop_assert_eq!(bytes(&machines[1]), bytes(&machines[2]));
        assert_followed(&machines[0])?;
    }
}
