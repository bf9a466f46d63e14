use super::super::{Author, DELETED, DeviceId, Kind, ReplicaId};
use super::*;

fn key(kind: &str, id: &str) -> Key {
    Key { kind: Kind::new(kind).unwrap(), id: RecordId::new(id).unwrap() }
}

fn store(tables: &mut Tables, replica: &str, changes: &ChangeSet) {
    let device = DeviceId::new("poste").unwrap();
    let author = Author { replica: ReplicaId::new(replica).unwrap(), device, at_ms: 1 };
    changes.apply(tables, &author).into_iter().for_each(|(key, record)| tables.put(key, record));
}

fn write(tables: &mut Tables, key: &Key, field: &str, value: impl Into<Value>) {
    let mut changes = ChangeSet::new();
    changes.set_named(key, field, value).unwrap();
    store(tables, "r1", &changes);
}

fn merge(here: &mut Tables, there: &Tables) {
    here.merged_with(there).into_iter().for_each(|(key, record)| here.put(key, record));
}

/// Two people, a registration of each, a workshop for both, a message about the first registration, a place.
fn sample() -> Tables {
    let mut tables = Tables::default();
    for (kind, id, about) in [
        ("person", "ada", &[][..]),
        ("person", "bo", &[]),
        ("registration", "of-ada", &["ada"]),
        ("registration", "of-bo", &["bo"]),
        ("workshop", "both", &["ada", "bo"]),
        ("message", "m", &["of-ada"]),
        ("place", "p", &[]),
    ] {
        let mut changes = ChangeSet::new();
        changes.set_named(&key(kind, id), "label", id).unwrap();
        for subject in about {
            changes.set_named(&key(kind, id), &format!("subject/{subject}"), true).unwrap();
        }
        store(&mut tables, "r1", &changes);
    }
    tables
}

fn erased(tables: &Tables) -> Vec<&str> {
    tables.iter().filter(|(_, _, record)| record.erased).map(|(_, id, _)| id.as_str()).collect()
}

fn erase(tables: &mut Tables, id: &str) {
    let changes = ChangeSet::erase(tables, &[key("person", id)]);
    store(tables, "r2", &changes);
}

/// Whom the workshop is about.
fn workshop(tables: &Tables) -> Vec<&str> {
    let about = tables.get(&key("workshop", "both")).unwrap().family(SUBJECT_PREFIX);
    about.filter(|(_, value)| **value == Value::Bool(true)).map(|(subject, _)| subject).collect()
}

#[test]
fn what_was_only_about_a_person_goes_with_them() {
    let mut tables = sample();
    erase(&mut tables, "ada");
    assert_eq!(erased(&tables), ["m", "ada", "of-ada"]);
    assert_eq!(workshop(&tables), ["bo"]);
    assert_eq!(tables.get(&key("workshop", "both")).unwrap().value("label"), Some(&Value::from("both")));
    erase(&mut tables, "bo");
    assert_eq!(erased(&tables), ["m", "ada", "bo", "of-ada", "of-bo", "both"]);
    assert!(ChangeSet::erase(&tables, &[key("person", "bo")]).apply(&tables, &author_of_nothing()).is_empty());
}

#[test]
fn people_erased_together_leave_what_they_would_one_by_one() {
    let (mut together, mut apart) = (sample(), sample());
    let changes = ChangeSet::erase(&together, &["ada", "bo"].map(|id| key("person", id)));
    store(&mut together, "r2", &changes);
    ["ada", "bo"].into_iter().for_each(|id| erase(&mut apart, id));
    assert_eq!(erased(&together), ["m", "ada", "bo", "of-ada", "of-bo", "both"]);
    assert_eq!(erased(&together), erased(&apart));
}

fn author_of_nothing() -> Author {
    Author { replica: ReplicaId::new("r3").unwrap(), device: DeviceId::unnamed(), at_ms: 1 }
}

#[test]
fn a_removed_record_stays_removed_when_it_stops_naming_somebody() {
    let mut tables = sample();
    write(&mut tables, &key("workshop", "both"), DELETED, true);
    erase(&mut tables, "ada");
    assert!(tables.get(&key("workshop", "both")).unwrap().is_deleted());
    assert_eq!(workshop(&tables), ["bo"]);
}

#[test]
fn one_who_says_no_longer_is_not_named_unless_another_says_so_apart() {
    let (mut here, mut there) = (sample(), sample());
    write(&mut here, &key("registration", "of-ada"), "subject/ada", Value::Null);
    let mut alone = here.clone();
    erase(&mut alone, "ada");
    assert_eq!(erased(&alone), ["ada"]);
    let mut changes = ChangeSet::new();
    changes.set_named(&key("registration", "of-ada"), "subject/ada", Value::Null).unwrap();
    changes.set_named(&key("registration", "of-ada"), "subject/ada", true).unwrap();
    store(&mut there, "r3", &changes);
    merge(&mut here, &there);
    erase(&mut here, "ada");
    assert_eq!(erased(&here), ["m", "ada", "of-ada"]);
}

#[test]
fn an_older_file_brings_nothing_back_whichever_side_it_is_on() {
    let older = sample();
    let mut newer = sample();
    write(&mut newer, &key("registration", "late"), "subject/ada", true);
    // Erased on a machine that knew the person only.
    let mut known = Tables::default();
    known.put(key("person", "ada"), older.get(&key("person", "ada")).unwrap().clone());
    erase(&mut known, "ada");
    let mut results = Vec::new();
    for order in [[&older, &known, &newer], [&known, &newer, &older], [&newer, &older, &known]] {
        let mut met = Tables::default();
        order.into_iter().for_each(|tables| merge(&mut met, tables));
        assert_eq!(erased(&met), ["m", "ada", "late", "of-ada"]);
        assert_eq!(workshop(&met), ["bo"]);
        assert!(met.merged_with(&older).is_empty() && met.merged_with(&newer).is_empty());
        results.push(met);
    }
    assert!(results.iter().all(|met| *met == results[0]));
}

#[test]
fn nothing_erased_nothing_followed() {
    let mut becoming = Tables::default();
    follow_erasures(&sample(), &mut becoming);
    assert!(becoming.is_empty());
    assert!(sample().merged_with(&sample()).is_empty());
}
