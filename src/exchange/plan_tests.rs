use super::alarm::{Alarm, Incoming, alarms};
use super::*;
use crate::records::{Author, Change, ChangeSet, DELETED, DeviceId, FieldName, RecordId, ReplicaId};
use serde_json::json;

fn key(id: &str) -> Key {
    Key { kind: Kind::new("interview").unwrap(), id: RecordId::new(id).unwrap() }
}

/// The time in the histories below, and a machine whose clock shows it.
const NOW_MS: i64 = 1_800_000_000_000;

fn author(replica: &str, at_ms: i64) -> Author {
    Author {
        replica: ReplicaId::new(replica).unwrap(),
        device: DeviceId::new(format!("poste-{replica}")).unwrap(),
        at_ms,
    }
}

fn write(tables: &mut Tables, replica: &str, id: &str, field: &str, value: serde_json::Value) {
    write_at(tables, &author(replica, NOW_MS), id, field, value);
}

fn write_at(tables: &mut Tables, author: &Author, id: &str, field: &str, value: serde_json::Value) {
    let mut changes = ChangeSet::new();
    changes.set(&key(id), FieldName::new(field).unwrap(), value);
    apply(tables, author, &changes);
}

fn erase(tables: &mut Tables, id: &str) {
    apply(tables, &author("r2", NOW_MS), &ChangeSet { changes: vec![Change::Erase { key: key(id) }] });
}

fn apply(tables: &mut Tables, author: &Author, changes: &ChangeSet) {
    for (key, record) in changes.apply(tables, author) {
        tables.put(key, record);
    }
}

/// So many records, written by one machine.
fn records(number: usize) -> Tables {
    let mut tables = Tables::default();
    for n in 0..number {
        write(&mut tables, "r1", &format!("n{n}"), "label", json!("a"));
    }
    tables
}

#[test]
fn each_record_counts_once_under_what_happens_to_it() {
    let mut here = Tables::default();
    for id in ["same", "changed", "disputed", "deleted", "erased", "apart", "restored"] {
        write(&mut here, "r1", id, "label", json!("a"));
    }
    write(&mut here, "r1", "restored", DELETED, json!(true));
    let mut there = here.clone();
    write(&mut there, "r2", "added", "label", json!("b"));
    write(&mut there, "r2", "restored", "label", json!("b"));
    write(&mut there, "r2", "apart", "label", json!("b"));
    write(&mut here, "r1", "apart", DELETED, json!(true));
    write(&mut there, "r2", "changed", "label", json!("b"));
    write(&mut there, "r2", "disputed", "label", json!("b"));
    write(&mut there, "r2", "deleted", DELETED, json!(true));
    erase(&mut there, "erased");
    write(&mut there, "r2", "gone", DELETED, json!(true));
    write(&mut there, "r2", "changed", "at", json!({ "block": "a" }));
    write(&mut here, "r1", "changed", "at", json!({ "block": "b" }));
    write(&mut here, "r1", "disputed", "label", json!("c"));
    let plan = ImportPlan::new(&here, &there);
    let counts = KindCounts { added: 1, changed: 1, restored: 1, in_conflict: 2, deleted: 1, erased: 1, unchanged: 2 };
    assert_eq!(plan.by_kind[&Kind::new("interview").unwrap()], counts);
    assert_eq!(counts.total(), 9, "each once");
    let effects: Vec<_> = plan.effects.iter().map(|effect| (effect.effect, effect.key.id.as_str())).collect();
    let expected = [
        (Effect::Erased, "erased"),
        (Effect::Deleted, "deleted"),
        (Effect::InConflict, "apart"),
        (Effect::InConflict, "disputed"),
        (Effect::Restored, "restored"),
        (Effect::Changed, "changed"),
        (Effect::Added, "added"),
    ];
    assert_eq!(effects, expected, "the gravest first");
    for (key, record) in plan.records {
        here.put(key, record);
    }
    assert!(ImportPlan::new(&here, &there).is_empty());
}

#[test]
fn the_fields_of_a_record_count_under_what_happens_to_them() {
    let mut here = Tables::default();
    for field in ["label", "answer/a", "answer/b", "answer/c", "answer/d"] {
        write(&mut here, "r1", "x", field, json!(0));
    }
    let mut there = here.clone();
    write(&mut there, "r2", "x", "label", json!(1));
    write(&mut there, "r2", "x", "answer/a", serde_json::Value::Null);
    write(&mut there, "r2", "x", "note/new", json!("n"));
    write(&mut there, "r2", "x", "at", json!({ "block": "a" }));
    for (field, ours, theirs) in [("answer/b", 1, 2), ("answer/c", 3, 3), ("note/both", 4, 5)] {
        write(&mut here, "r1", "x", field, json!(ours));
        write(&mut there, "r2", "x", field, json!(theirs));
    }
    let plan = ImportPlan::new(&here, &there);
    let [effect] = plan.effects.as_slice() else { panic!("{:?}", plan.effects) };
    let counts = (effect.fields_added, effect.fields_changed, effect.fields_in_conflict);
    assert_eq!((effect.effect, counts), (Effect::InConflict, (1, 2, 2)));
    // A conflict that is here already, and one that the file settles, are not brought again.
    for (key, record) in plan.records {
        here.put(key, record);
    }
    let mut settled = here.clone();
    write(&mut settled, "r3", "x", "answer/b", json!(2));
    let plan = ImportPlan::new(&here, &settled);
    assert_eq!((plan.effects[0].effect, plan.effects[0].fields_in_conflict), (Effect::Changed, 0));
}

#[test]
fn what_is_known_of_a_place_is_news_and_two_checks_are_no_disagreement() {
    let place = Key { kind: Kind::new("place").unwrap(), id: RecordId::new("x").unwrap() };
    let written = |replica: &str, name: &str, on: &str, why: &str| {
        let mut changes = ChangeSet::new();
        changes.set_named(&place, "place", json!({ "name": name })).unwrap();
        changes.set_named(&place, "verified", json!({ "on": on, "how": "phone" })).unwrap();
        changes.set_named(&place, "closed", json!({ "since": on, "why": why })).unwrap();
        let mut tables = Tables::default();
        apply(&mut tables, &author(replica, NOW_MS), &changes);
        tables
    };
    let here = written("r1", "Le Relais", "2026-03-01", "travaux");
    let there = written("r2", "Relais du Nord", "2026-03-02", "inondation");
    let effects = |here: &Tables| {
        let plan = ImportPlan::new(here, &there);
        plan.effects
            .iter()
            .map(|one| (one.effect, one.fields_added + one.fields_changed, one.fields_in_conflict))
            .collect()
    };
    let added: Vec<_> = effects(&Tables::default());
    assert_eq!(added, [(Effect::Added, 2, 0)]);
    let apart: Vec<_> = effects(&here);
    assert_eq!((apart[0].0, apart[0].2), (Effect::InConflict, 1));
}

fn of_files(here: &Tables, files: &[&Tables]) -> ImportPlan {
    ImportPlan::new(here, &merged(files))
}

#[test]
fn files_together_do_what_they_do_one_after_the_other() {
    let mut here = records(3);
    let (mut one, mut two, three) = (here.clone(), here.clone(), records(5));
    write(&mut one, "r2", "n0", "label", json!("b"));
    write(&mut one, "r2", "new", "label", json!("b"));
    write(&mut two, "r3", "n0", "label", json!("c"));
    write(&mut two, "r3", "new", "note/x", json!("c"));
    erase(&mut two, "n1");
    let plan = of_files(&here, &[&one, &two, &three]);
    assert_eq!(plan, of_files(&here, &[&three, &two, &one]));
    assert_eq!(plan, of_files(&here, &[&one, &two, &three, &two]));
    let counts = plan.by_kind[&Kind::new("interview").unwrap()];
    assert_eq!((counts.in_conflict, counts.erased, counts.added, counts.unchanged), (1, 1, 3, 1));
    assert_eq!(of_files(&here, &[&one]), ImportPlan::new(&here, &one));
    assert!(of_files(&here, &[]).is_empty());
    let mut together = here.clone();
    plan.records.into_iter().for_each(|(key, record)| together.put(key, record));
    for file in [one, two, three] {
        for (key, record) in ImportPlan::new(&here, &file).records {
            here.put(key, record);
        }
    }
    assert_eq!(here, together);
}

fn raised(here: &Tables, files: &[Incoming<'_>]) -> Vec<Alarm> {
    let tables: Vec<&Tables> = files.iter().map(|file| file.tables).collect();
    alarms(here, files, &of_files(here, &tables), NOW_MS)
}

#[test]
fn a_file_of_everything_much_smaller_than_what_is_here_is_said() {
    for (here, there, is_everything, expected) in [
        (10, 4, true, Some(Alarm::Shrinks { here: 10, there: 4 })),
        (10, 5, true, None),
        (10, 0, true, Some(Alarm::Shrinks { here: 10, there: 0 })),
        (10, 1, false, None),
        (4, 1, true, None),
        (5, 2, true, Some(Alarm::Shrinks { here: 5, there: 2 })),
    ] {
        let (here, tables) = (records(here), records(there));
        let alarms = raised(&here, &[Incoming { tables: &tables, is_everything }]);
        assert_eq!(alarms.into_iter().next(), expected, "{} {}", here.len(), tables.len());
    }
    let (here, few) = (records(10), records(3));
    let mut others = Tables::default();
    for n in 0..2 {
        write(&mut others, "r2", &format!("m{n}"), "label", json!("a"));
    }
    let file = |tables| Incoming { tables, is_everything: true };
    assert_eq!(raised(&here, &[file(&few), file(&others)]), [], "several files are one import");
    let twice = raised(&here, &[file(&few), file(&few)]);
    assert_eq!(twice, [Alarm::Shrinks { here: 10, there: 3 }], "in which a record counts once");
}

#[test]
fn many_removals_are_said_and_a_deliberate_one_is_not() {
    for (here, removed, is_said) in
        [(2, 1, false), (2, 2, false), (3, 3, true), (15, 3, true), (16, 3, false), (100, 9, false), (100, 10, true)]
    {
        let here = records(here);
        let mut there = here.clone();
        for n in 0..removed {
            match n % 2 {
                0 => erase(&mut there, &format!("n{n}")),
                _ => write(&mut there, "r2", &format!("n{n}"), DELETED, json!(true)),
            }
        }
        let alarms = raised(&here, &[Incoming { tables: &there, is_everything: false }]);
        let expected = is_said.then_some(Alarm::RemovesMany { removed, here: here.len() });
        assert_eq!(alarms, Vec::from_iter(expected), "{removed} of {}", here.len());
    }
}

#[test]
fn a_wrong_clock_is_named_once() {
    let mut here = records(1);
    let mut there = here.clone();
    let day = 86_400_000;
    for (replica, at_ms) in [
        ("early", 0),
        ("first", 1_609_459_200_000),
        ("late", i64::MAX),
        ("tomorrow", NOW_MS + day),
        ("after", NOW_MS + day + 1),
    ] {
        write_at(&mut there, &author(replica, at_ms), replica, "label", json!("b"));
    }
    let file = Incoming { tables: &there, is_everything: false };
    let names = |names: &[&str]| names.iter().map(|name| DeviceId::new(*name).unwrap()).collect();
    let expected = Alarm::WrongClock { ahead: names(&["poste-after", "poste-late"]), behind: names(&["poste-early"]) };
    assert_eq!(raised(&here, &[file]), [expected]);
    for (key, record) in ImportPlan::new(&here, &there).records {
        here.put(key, record);
    }
    write(&mut there, "r2", "late", "note/x", json!("c"));
    assert_eq!(raised(&here, &[Incoming { tables: &there, is_everything: false }]), []);
}
