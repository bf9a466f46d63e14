use super::super::file::{self, Content};
use super::*;
use crate::domain::dispute;
use crate::domain::evaluation::ledger::Ledger;
use crate::domain::evaluation::response::Response;
use crate::domain::evaluation::synthesis::{Standing, Synthesis};
use crate::domain::network::card;
use crate::domain::programme::cycle::Cycle;
use crate::exchange::scope::{NETWORK_KINDS, PROGRAMME_KINDS};
use crate::records::{Kind, RecordId};
use serde_json::json;
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

/// What the frozen files of each version are called.
const NAMES: [&str; 3] = ["small", "full", "weird"];

fn key(id: &str) -> Key {
    Key { kind: Kind::new("interview").unwrap(), id: RecordId::new(id).unwrap() }
}

fn frozen(version: u32, name: &str) -> String {
    let path: PathBuf =
        [env!("CARGO_MANIFEST_DIR"), "tests/fixtures/exchange", &format!("v{version}"), name].iter().collect();
    fs::read_to_string(&path)
        .unwrap_or_else(|error| panic!("each version keeps its files: {}: {error}", path.display()))
}

/// A content as goldens show it: one member a line.
fn shown(content: &Content) -> String {
    let mut records = serde_json::Map::new();
    for (kind, id, record) in content.tables.iter() {
        let of_kind = records.entry(kind.as_str()).or_insert_with(|| json!({}));
        of_kind[id.as_str()] = serde_json::to_value(record.as_ref()).unwrap();
    }
    let snapshots = serde_json::to_value(&content.snapshots).unwrap();
    serde_json::to_string_pretty(&json!({ "records": records, "snapshots": snapshots })).unwrap() + "\n"
}

#[test]
fn the_files_of_every_version_become_what_they_must() {
    for version in 1..=VERSION {
        for name in NAMES {
            let content = file::read(frozen(version, &format!("{name}.json")).as_bytes()).unwrap().content;
            let expected = frozen(version, &format!("{name}.after.json"));
            assert_eq!(shown(&content), expected, "v{version}/{name}");
        }
    }
}

#[test]
fn what_is_kept_of_a_programme_and_of_its_network_is_still_read() {
    let content = file::read(frozen(VERSION, "programme.json").as_bytes()).unwrap().content;
    let kinds: BTreeSet<&str> = content.tables.iter().map(|(kind, _, _)| kind.as_str()).collect();
    let all = PROGRAMME_KINDS.into_iter().chain(NETWORK_KINDS);
    assert_eq!(all.filter(|kind| !kinds.contains(kind)).collect::<Vec<_>>(), Vec::<&str>::new(), "freeze one of each");
    for (kind, id, record) in content.tables.iter() {
        assert_eq!(dispute::count_unreadable(kind, id, record), 0, "{}/{}", kind.as_str(), id.as_str());
    }
    let cycle = Cycle::all(&content.tables).remove(0).id;
    let synthesis = Synthesis::find(&content.tables, &cycle);
    let counted: Vec<usize> = synthesis.ledgers.values().map(Ledger::whole).collect();
    assert_eq!((synthesis.standing, counted), (Standing::Whole, vec![12]));
    assert_eq!(Response::all(&content.tables).len(), 1);
    assert_eq!(card::shown(&content.tables, "2022-04-01".parse().unwrap()).len(), 1);
}

#[test]
fn every_step_is_called_on_a_frozen_record() {
    assert!(STEPS.iter().map(|step| step.from).eq(1..VERSION), "one step leaves each version but the last");
    let mut called = BTreeSet::new();
    for version in 1..=VERSION {
        let held: usize = NAMES
            .iter()
            .map(|name| file::read(frozen(version, &format!("{name}.json")).as_bytes()).unwrap().content.tables.len())
            .sum();
        assert!(held > 5, "v{version} holds a few records");
        called.extend(path(STEPS, VERSION, version).unwrap().iter().map(|step| step.from));
    }
    assert_eq!(called, (1..VERSION).collect());
}

fn renamed(from: &'static str, to: &'static str, mut record: Value) -> Value {
    let fields = record["fields"].as_object_mut().unwrap();
    if let Some(entries) = fields.remove(from) {
        fields.insert(to.to_owned(), entries);
    }
    record
}

const RENAME: Step = Step { from: 1, apply: |_, record| Some(renamed("label", "title", record)) };
const WRAP: Step = Step {
    from: 2,
    apply: |kind, mut record| {
        let entries = record["fields"]["title"].as_array_mut().filter(|_| kind == "interview");
        for entry in entries.into_iter().flatten() {
            entry["v"] = json!({ "text": entry["v"].take() });
        }
        Some(record)
    },
};

const ONE: &str = r#"{"fields":{"label":[{"v":"a","at":5,"by":"r1","seq":1}]},"seen":{"r1":{"seq":1,"device":"d"}}}"#;

#[test]
fn a_record_takes_every_step_between_its_version_and_ours() {
    let steps = [RENAME, WRAP];
    let migrated = |to, from, text: &str| migrate_by(&steps, to, from, &key("x"), text);
    let record = migrated(3, 1, ONE).unwrap();
    assert_eq!(record.value("title"), Some(&json!({ "text": "a" })));
    assert_eq!(record.fields["title"][0].stamp.at_ms, 5, "nothing else of the entry moves");
    let second = ONE.replace("label", "title");
    assert_eq!(migrated(3, 2, &second).unwrap(), record);
    assert_eq!(migrated(2, 1, ONE).unwrap().value("title"), Some(&json!("a")));
    for from in [3, 4, u32::MAX] {
        assert_eq!(migrated(3, from, ONE).unwrap().value("label"), Some(&json!("a")), "from {from}: only read");
    }
}

#[test]
fn a_chain_with_a_gap_migrates_nothing() {
    let unknown = |version| Err(MigrationError::UnknownVersion { version });
    for (steps, to, from) in [
        (&[RENAME, WRAP][..], 3, 0),
        (&[RENAME], 3, 1),
        (&[RENAME], 3, 2),
        (&[WRAP, RENAME], 3, 1),
        (&[RENAME, RENAME], 3, 1),
        (&[], 2, 1),
    ] {
        assert_eq!(migrate_by(steps, to, from, &key("x"), ONE), unknown(from), "{from} to {to}");
    }
}

#[test]
fn a_step_leaves_every_write_as_it_was() {
    let drops: Step = Step { from: 1, apply: |_, record| Some(json!({ "fields": {}, "seen": record["seen"] })) };
    let refused = Step { from: 1, apply: |_, _| None };
    let changed = Err(MigrationError::ChangedWrites { key: key("x"), from: 1 });
    assert_eq!(migrate_by(&[drops], 2, 1, &key("x"), ONE), changed);
    assert_eq!(migrate_by(&[refused], 2, 1, &key("x"), ONE), Err(MigrationError::Refused { key: key("x"), from: 1 }));
    let steps: [fn(&str, Value) -> Option<Value>; 5] = [
        |_, mut record| {
            record["fields"]["new"] = json!([{ "v": 1, "at": 5, "by": "r1", "seq": 2 }]);
            Some(record)
        },
        |_, mut record| {
            record["fields"]["copy"] = record["fields"]["label"].clone();
            Some(record)
        },
        |_, mut record| {
            record["fields"]["label"][0]["at"] = json!(6);
            Some(record)
        },
        |_, mut record| {
            record["fields"]["label"][0]["by"] = json!("r2");
            Some(record)
        },
        |_, mut record| {
            record["seen"]["r1"]["seq"] = json!(2);
            Some(record)
        },
    ];
    for (nth, apply) in steps.into_iter().enumerate() {
        assert_eq!(migrate_by(&[Step { from: 1, apply }], 2, 1, &key("x"), ONE), changed, "step {nth}");
    }
}

#[test]
fn copies_migrated_apart_merge_as_if_nothing_had_happened() {
    let two = ONE.replace("\"a\"", "\"b\"").replace("r1", "r2");
    let migrated = |text: &str| migrate_by(&[RENAME, WRAP], 3, 1, &key("x"), text).unwrap();
    let read = |text: &str| serde_json::from_str::<Record>(text).unwrap();
    let merged_before = serde_json::to_string(&read(ONE).merge(&read(&two))).unwrap();
    assert_eq!(migrated(ONE).merge(&migrated(&two)), migrated(&merged_before));
}

#[test]
fn a_record_that_does_not_come_here_says_why() {
    let read = |version, text| migrate(version, &key("x"), text);
    for version in [1, VERSION] {
        assert_eq!(read(version, ONE).unwrap().value("label"), Some(&json!("a")));
        for text in ["", "{", r#"{"fields":1}"#] {
            assert_eq!(read(version, text), Err(MigrationError::Unreadable { key: key("x") }), "{text}");
        }
    }
    assert_eq!(read(1, "[]"), Err(MigrationError::Refused { key: key("x"), from: 1 }));
    assert_eq!(read(0, ONE), Err(MigrationError::UnknownVersion { version: 0 }));
}
