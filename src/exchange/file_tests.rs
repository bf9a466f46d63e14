use super::*;
use crate::records::{Author, Change, ChangeSet, DELETED, FieldName, MAX_TEXT_CHARS, ReplicaId};
use proptest::prelude::*;
use serde_json::{Value, json};

/// The first version that shipped, frozen: never write it anew, it must be read for ever.
const VERSION_1: &[u8] = include_bytes!("../../tests/fixtures/exchange/v1/everything.json");

/// The same, of the second one.
const VERSION_2: &[u8] = include_bytes!("../../tests/fixtures/exchange/v2/everything.json");

fn origin() -> Origin {
    Origin { device: DeviceId::new("poste-1").unwrap(), created_at: "2026-11-23T14:05:00".parse().unwrap() }
}

fn key(kind: &str, id: &str) -> Key {
    Key { kind: Kind::new(kind).unwrap(), id: RecordId::new(id).unwrap() }
}

fn write_field(tables: &mut Tables, replica: &str, key: &Key, field: &str, value: Value) {
    let mut changes = ChangeSet::new();
    changes.set(key, FieldName::new(field).unwrap(), value);
    commit(tables, replica, &changes);
}

fn commit(tables: &mut Tables, replica: &str, changes: &ChangeSet) {
    let author = Author {
        replica: ReplicaId::new(replica).unwrap(),
        device: DeviceId::new("poste-1").unwrap(),
        at_ms: 1_700_000_000_000,
    };
    for (key, record) in changes.apply(tables, &author) {
        tables.put(key, record);
    }
}

/// Two values written apart, one record deleted, one erased, a kind and a member of a newer version, a snapshot.
fn sample() -> Content {
    let mut tables = Tables::default();
    write_field(&mut tables, "r1", &key("interview", "i1"), "label", json!("Dossier 1"));
    write_field(&mut tables, "r1", &key("interview", "i1"), "answer/devices", json!({ "many": ["smartphone"] }));
    write_field(&mut tables, "r2", &key("interview", "i2"), "label", json!("Été « à Bondy »"));
    write_field(&mut tables, "r2", &key("interview", "i2"), DELETED, json!(true));
    let mut apart = tables.clone();
    write_field(&mut tables, "r1", &key("interview", "i1"), "note/barriers", json!("Le matin"));
    write_field(&mut apart, "r3", &key("interview", "i1"), "note/barriers", json!("L’après-midi"));
    for (key, record) in tables.merged_with(&apart) {
        tables.put(key, record);
    }
    let mut erase = ChangeSet::new();
    erase.changes.push(Change::Erase { key: key("interview", "i3") });
    commit(&mut tables, "r1", &erase);
    write_field(&mut tables, "r2", &key("from-the-future", "x"), "field", json!([1, null, { "deep": true }]));
    let mut newer = tables.get(&key("from-the-future", "x")).cloned().unwrap();
    newer.unknown.insert("later".to_owned(), json!({ "kept": true }));
    tables.put(key("from-the-future", "x"), newer);
    let text = r#"{"places":[]}"#.to_owned();
    Content { tables, snapshots: BTreeMap::from([(SnapshotId::of(&text), text)]) }
}

fn written(content: &Content) -> String {
    String::from_utf8(write(&origin(), &Scope::Everything, content).unwrap()).unwrap()
}

/// The same file with another content, its hash made right.
fn with_data(data: &str) -> String {
    let sha256 = sha256_hex(data.as_bytes());
    format!(
        r#"{{"format":"reperes","version":2,"min_reader":1,"device":"d","created_at":"2026-11-23T14:05:00","scope":"everything","sha256":"{sha256}","data":{data}}}"#
    )
}

fn with_record(record: &str) -> String {
    with_data(&format!(r#"{{"records":{{"a":{{"x":{record}}}}}}}"#))
}

#[test]
fn what_is_written_is_read_again_and_written_the_same() {
    let file = written(&sample());
    let read_again = read(file.as_bytes()).unwrap();
    assert_eq!(read_again.content, sample());
    assert_eq!(read_again.origin, origin());
    assert_eq!(written(&read_again.content), file);
}

#[test]
fn the_first_version_is_read_for_ever() {
    let content = read(VERSION_1).unwrap().content;
    let value = |id: &str, field: &str| content.tables.get(&key("interview", id)).unwrap().value(field).cloned();
    assert_eq!(value("i1", "label"), Some(json!("Dossier 1")));
    assert_eq!(value("i1", "answer/devices"), Some(json!({ "many": ["smartphone"] })));
    assert_eq!(value("i2", "label"), Some(json!("Été « à Bondy »")));
    let disputed: Vec<_> = content.tables.get(&key("interview", "i1")).unwrap().conflicts().collect();
    assert_eq!(disputed.len(), 1);
    assert!(content.tables.get(&key("interview", "i2")).unwrap().is_deleted());
    assert!(content.tables.get(&key("interview", "i3")).unwrap().erased);
    let newer = content.tables.get(&key("from-the-future", "x")).unwrap();
    assert_eq!(newer.unknown["later"], json!({ "kept": true }));
    assert_eq!(content.snapshots.values().collect::<Vec<_>>(), [r#"{"places":[]}"#]);
    assert_eq!(content, read(VERSION_2).unwrap().content);
    assert_eq!(written(&content).as_bytes(), VERSION_2, "and written again, byte for byte, as today");
}

#[test]
fn a_machine_that_was_not_updated_reads_what_it_can() {
    let file = written(&sample());
    assert!(file.starts_with(r#"{"format":"reperes","version":2,"min_reader":1,"#), "{file}");
    let later = file.replace(r#""version":2"#, r#""version":9"#);
    assert_eq!(read(later.as_bytes()).unwrap().content, sample());
    let refused = file.replace(r#""version":2,"min_reader":1"#, r#""version":3,"min_reader":3"#);
    assert_eq!(read(refused.as_bytes()), Err(ReadError::TooNew { version: 3 }));
}

#[test]
fn a_byte_order_mark_and_unknown_members_of_the_envelope_do_no_harm() {
    let file = format!("\u{feff}{}", written(&sample()).replacen('{', r#"{"later":[1],"#, 1));
    assert_eq!(read(file.as_bytes()).unwrap().content, sample());
}

#[test]
fn each_fault_has_its_name() {
    let good = written(&sample());
    let damaged = good.replace("Dossier 1", "Dossier 2");
    let newer = good.replace(r#""version":2,"min_reader":1"#, r#""version":7,"min_reader":7"#);
    let unborn = good.replace(r#""version":2"#, r#""version":0"#);
    let duplicate = with_data(r#"{"records":{"a":{"x":{},"x":{}}}}"#);
    let bad_snapshot = with_data(&format!(r#"{{"records":{{}},"snapshots":{{"{}":"x"}}}}"#, "0".repeat(64)));
    let long = with_record(&format!(
        r#"{{"fields":{{"f":[{{"v":"{}","at":1,"by":"r","seq":1}}]}}}}"#,
        "x".repeat(MAX_TEXT_CHARS + 1)
    ));
    let deep = with_record(&format!(
        r#"{{"fields":{{"f":[{{"v":{}1{},"at":1,"by":"r","seq":1}}]}}}}"#,
        "[".repeat(200),
        "]".repeat(200)
    ));
    let replicas: Vec<String> = (0..=MAX_REPLICAS).map(|n| format!(r#""r{n}":{{"seq":1,"device":"d"}}"#)).collect();
    let crowd = format!(r#"{{"seen":{{{}}}}}"#, replicas.join(","));
    let middle_of_a_letter = good.find('É').unwrap();
    let mut utf16 = vec![0xff, 0xfe];
    utf16.extend(good.encode_utf16().flat_map(u16::to_le_bytes));
    for (bytes, expected) in [
        (damaged.as_bytes(), ReadError::Damaged),
        (newer.as_bytes(), ReadError::TooNew { version: 7 }),
        (b"{\"format\":\"excalidraw\",\"version\":2,\"min_reader\":1}", ReadError::NotOurs),
        (b"{\"nom\":1}", ReadError::NotOurs),
        (b"[]", ReadError::NotOurs),
        (b"id,nom\n1,2", ReadError::NotJson { line: 1 }),
        (b"", ReadError::Empty),
        ("\u{feff} \r\n\t".as_bytes(), ReadError::Empty),
        (b"{", ReadError::Truncated),
        (unborn.as_bytes(), ReadError::InvalidContent),
        (&utf16, ReadError::NotText),
        (duplicate.as_bytes(), ReadError::InvalidContent),
        (bad_snapshot.as_bytes(), ReadError::InvalidSnapshot),
        (long.as_bytes(), ReadError::InvalidRecord { key: "a/x".to_owned() }),
        (deep.as_bytes(), ReadError::InvalidRecord { key: "a/x".to_owned() }),
        (with_record(r#"{"fields":{"f":[],"f":[]}}"#).as_bytes(), ReadError::InvalidRecord { key: "a/x".to_owned() }),
        (
            with_record(r#"{"seen":{"r":{"seq":1.5,"device":"d"}}}"#).as_bytes(),
            ReadError::InvalidRecord { key: "a/x".to_owned() },
        ),
        (with_record(r#"{"fields":{"é":[]}}"#).as_bytes(), ReadError::InvalidRecord { key: "a/x".to_owned() }),
        (with_record("[]").as_bytes(), ReadError::InvalidRecord { key: "a/x".to_owned() }),
        (with_record(&crowd).as_bytes(), ReadError::InvalidRecord { key: "a/x".to_owned() }),
        (with_data(r#"{"records":{"a b":{}}}"#).as_bytes(), ReadError::InvalidContent),
        (with_data(r#"{"records":{},"later":{}}"#).as_bytes(), ReadError::InvalidContent),
        (with_data("[]").as_bytes(), ReadError::InvalidContent),
        (&good.as_bytes()[..=middle_of_a_letter], ReadError::Truncated),
        (&[0x50, 0x4b, 0x03, 0x04, 0xff], ReadError::NotText),
    ] {
        assert_eq!(read(bytes), Err(expected), "{}", String::from_utf8_lossy(&bytes[..bytes.len().min(60)]));
    }
}

#[test]
fn a_file_cut_anywhere_is_refused() {
    let file = written(&sample());
    for end in 0..file.len() {
        assert!(read(&file.as_bytes()[..end]).is_err(), "cut at {end}");
    }
}

#[test]
fn too_many_records_are_refused() {
    let records: Vec<String> = (0..=MAX_RECORDS).map(|n| format!(r#""r{n}":{{}}"#)).collect();
    let file = with_data(&format!(r#"{{"records":{{"a":{{{}}}}}}}"#, records.join(",")));
    assert_eq!(read(file.as_bytes()), Err(ReadError::TooManyRecords));
}

#[test]
fn empty_kinds_count_too() {
    let kinds: Vec<String> = (0..=MAX_RECORDS).map(|n| format!(r#""k{n}":{{}}"#)).collect();
    let file = with_data(&format!(r#"{{"records":{{{}}}}}"#, kinds.join(",")));
    assert_eq!(read(file.as_bytes()), Err(ReadError::TooManyRecords));
}

#[test]
fn too_many_authors_in_the_whole_file_are_refused() {
    let record = |from: usize, to: usize| {
        let seen: Vec<String> = (from..to).map(|n| format!(r#""r{n}":{{"seq":1,"device":"d"}}"#)).collect();
        format!(r#"{{"seen":{{{}}}}}"#, seen.join(","))
    };
    // Records of 4,000 authors, half of them the same as in the one before.
    let file = |last: usize| {
        let starts = (0..last - 4_000).step_by(2_000).chain([last - 4_000]);
        let records: Vec<String> = starts.map(|from| format!("\"x{from}\":{}", record(from, from + 4_000))).collect();
        with_data(&format!(r#"{{"records":{{"a":{{{}}}}}}}"#, records.join(",")))
    };
    assert!(read(file(MAX_FILE_REPLICAS).as_bytes()).is_ok());
    assert_eq!(read(file(MAX_FILE_REPLICAS + 1).as_bytes()), Err(ReadError::TooManyReplicas));
}

#[test]
fn too_many_snapshots_are_refused() {
    let file = |count: usize| {
        let texts = (0..count).map(|n| n.to_string());
        let snapshots = texts.map(|text| (SnapshotId::of(&text), text)).collect();
        written(&Content { tables: Tables::default(), snapshots })
    };
    assert_eq!(read(file(MAX_SNAPSHOTS).as_bytes()).unwrap().content.snapshots.len(), MAX_SNAPSHOTS);
    assert_eq!(read(file(MAX_SNAPSHOTS + 1).as_bytes()), Err(ReadError::TooManySnapshots));
}

#[test]
fn a_hostile_name_is_only_a_name_and_hidden_characters_go() {
    let file = with_data(
        r#"{"records":{"__proto__":{"constructor":{"fields":{"f":[{"v":"a\u202eb","at":1,"by":"r","seq":1}]}}}}}"#,
    );
    let content = read(file.as_bytes()).unwrap().content;
    let record = content.tables.get(&key("__proto__", "constructor")).unwrap();
    assert_eq!(record.value("f"), Some(&json!("ab")));
}

#[test]
fn the_longest_text_that_can_be_stored_can_be_exchanged() {
    let mut tables = Tables::default();
    write_field(&mut tables, "r1", &key("interview", "i1"), "note/x", json!("é".repeat(MAX_TEXT_CHARS * 2)));
    write_field(&mut tables, "r1", &key("interview", "i1"), "share", json!(0.1));
    let content = Content { tables, ..Content::default() };
    assert_eq!(read(written(&content).as_bytes()).unwrap().content, content);
}

#[test]
fn the_order_in_which_files_are_merged_does_not_change_the_bytes() {
    let there = |replica: &str| {
        let mut content = sample();
        write_field(&mut content.tables, replica, &key("interview", "i1"), "note/barriers", json!(replica));
        write_field(&mut content.tables, replica, &key("interview", replica), "label", json!(replica));
        content.tables
    };
    let merged = |order: [&str; 4]| {
        let mut tables = Tables::default();
        for replica in order {
            for (key, record) in tables.merged_with(&there(replica)) {
                tables.put(key, record);
            }
        }
        written(&Content { tables, ..Content::default() })
    };
    let file = merged(["a", "b", "c", "a"]);
    for order in [["c", "b", "a", "b"], ["b", "a", "a", "c"], ["c", "a", "b", "c"]] {
        assert_eq!(merged(order), file);
    }
}

proptest! {
    #[test]
    fn altered_bytes_never_break_the_reader(at in 0usize..2_000, byte in any::<u8>(), cut in 0usize..2_000) {
        let mut file = written(&sample()).into_bytes();
        let at = at % file.len();
        let before = file[at];
        file[at] = byte;
        file.truncate(file.len().saturating_sub(cut % 40));
        if let Ok(read_again) = read(&file) {
            // What is not covered by the hash is the envelope; what it covers cannot have changed.
            prop_assert!(byte == before || read_again.content == sample());
        }
    }
}
