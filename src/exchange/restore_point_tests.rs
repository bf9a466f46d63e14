use super::*;
use crate::domain::directory::edition::{DirectorySnapshot, adopt};
use crate::domain::directory::place::{Place, PlaceId};
use crate::exchange::plan::ImportPlan;
use crate::records::{Author, Change, ChangeSet, DELETED, ReplicaId};
use proptest::prelude::*;

fn key(id: &str) -> Key {
    Key { kind: Kind::new("interview").unwrap(), id: RecordId::new(id).unwrap() }
}

fn apply(tables: &mut Tables, replica: &str, changes: &ChangeSet) {
    let device = DeviceId::new("poste-1a2b").unwrap();
    let author = Author { replica: ReplicaId::new(replica).unwrap(), device, at_ms: 7 };
    for (key, record) in changes.apply(tables, &author) {
        tables.put(key, record);
    }
}

fn write(tables: &mut Tables, replica: &str, id: &str, field: &str, value: impl Into<serde_json::Value>) {
    let mut changes = ChangeSet::new();
    changes.set_named(&key(id), field, value).unwrap();
    apply(tables, replica, &changes);
}

fn erase(tables: &mut Tables, id: &str) {
    apply(tables, "r2", &ChangeSet { changes: vec![Change::Erase { key: key(id) }] });
}

fn moment(existing: &[Summary], at_ms: i64) -> Moment {
    let origin =
        Origin { device: DeviceId::new("poste-9").unwrap(), created_at: "2026-03-01T09:05:00".parse().unwrap() };
    let files = vec![ImportedFile { name: "reperes-2026-03-01-0905.json".to_owned(), origin }];
    let device = DeviceId::new("poste-1a2b").unwrap();
    Moment { id: PointId::after(existing, at_ms), at_ms, device, cause: Cause::Import { files }, revision_before: 12 }
}

/// The point before the import of a file that changes a, adds b and erases c.
fn point() -> RestorePoint {
    let mut here = Tables::default();
    write(&mut here, "r1", "a", "label", "here");
    write(&mut here, "r1", "c", "label", "Amina");
    let mut there = here.clone();
    write(&mut there, "r2", "a", "label", "there");
    write(&mut there, "r2", "b", "label", "new");
    erase(&mut there, "c");
    RestorePoint::before(moment(&[], 1_000), &here, &ImportPlan::new(&here, &there).records)
}

const TEXT: &str = concat!(
    r#"{"version":1,"data_version":2,"id":"000000000001000-0000000000","at_ms":1000,"device":"poste-1a2b","cause":{"import":{"files":"#,
    r#"[{"name":"reperes-2026-03-01-0905.json","device":"poste-9","created_at":"2026-03-01T09:05:00"}]}},"#,
    r#""revision_before":12,"live":{"interview":1},"snapshots":[]}"#,
    "\n",
    r#"{"records":{"interview":{"a":{"fields":{"deleted":[{"v":null,"at":7,"by":"r1","seq":1}],"#,
    r#""label":[{"v":"here","at":7,"by":"r1","seq":1}]},"seen":{"r1":{"seq":1,"device":"poste-1a2b"}}},"#,
    r#""c":{"fields":{},"seen":{},"erased":true}}},"after":{"interview":{"#,
    r#""a":{"fields":{},"seen":{"r1":{"seq":1,"device":"poste-1a2b"},"r2":{"seq":1,"device":"poste-1a2b"}}},"#,
    r#""b":{"fields":{},"seen":{"r2":{"seq":1,"device":"poste-1a2b"}}}}}}"#,
);

#[test]
fn a_point_is_two_lines_and_holds_nothing_of_what_is_erased() {
    let point = point();
    assert_eq!(point.to_text().unwrap(), TEXT, "the shape of what browsers keep: change it with its version");
    assert_eq!(RestorePoint::from_text(TEXT).as_ref(), Ok(&point));
}

#[test]
fn a_text_that_is_no_point_is_an_error() {
    for text in [
        String::new(),
        "\n".to_owned(),
        TEXT.replace('\n', " "),
        TEXT.replace(r#"{"version":1"#, r#"{"version":2"#),
        TEXT.replace("000000000001000-0000000000", "1000-0"),
        TEXT.replace(r#""records""#, r#""later""#),
        TEXT.replace(r#""c":{"#, r#""a":{"#),
        TEXT.replace(r#""seq":1"#, r#""seq":-1"#),
        format!("{TEXT}}}"),
    ] {
        assert_eq!(RestorePoint::from_text(&text), Err(UnreadablePoint), "{text}");
    }
    let hostile = TEXT.replace("\"here\"", "\"he\\u202ere\"");
    let point = RestorePoint::from_text(&hostile).unwrap();
    assert_eq!(point.tables.get(&key("a")).unwrap().value("label"), Some(&"here".into()));
}

#[test]
fn an_erasure_leaves_nothing_in_a_point() {
    let point = point();
    let erased = |keys: &[&str]| point.without_erased(&keys.iter().map(|id| key(id)).collect());
    for unheld in [&[][..], &["c"], &["unknown", "c"]] {
        assert_eq!(erased(unheld), None, "{unheld:?}");
    }
    let rewritten = erased(&["a", "unknown"]).unwrap();
    assert_eq!(rewritten.tables.get(&key("a")), Some(&Record::erasure()));
    assert_eq!(rewritten.after.keys().collect::<Vec<_>>(), [&key("b")]);
    assert!(!rewritten.to_text().unwrap().contains("here"));
    assert_eq!(rewritten.summary().live, BTreeMap::new());
    // What the import added is not among the records, and its writes are forgotten all the same.
    let rewritten = erased(&["b"]).unwrap();
    assert_eq!(rewritten.after.keys().collect::<Vec<_>>(), [&key("a")]);
    assert_eq!(rewritten.tables, point.tables);
    assert_eq!(rewritten.without_erased(&[key("b")].into()), None);
}

/// An interview that the point holds may be gone from here when the person it is about is erased.
#[test]
fn an_erasure_reaches_what_only_a_point_still_holds_about_somebody() {
    let mut here = Tables::default();
    write(&mut here, "r1", "person", "label", "Amina");
    write(&mut here, "r1", "alone", "subject/person", true);
    write(&mut here, "r1", "alone", "note", "sur Amina");
    write(&mut here, "r1", "both", "subject/person", true);
    write(&mut here, "r1", "both", "subject/other", true);
    let point = RestorePoint::before(moment(&[], 1), &here, &[]);

    let rewritten = point.without_erased(&[key("person")].into()).unwrap();
    let is_erased = |id: &str| rewritten.tables.get(&key(id)).is_some_and(|record| record.erased);
    assert!(is_erased("person") && is_erased("alone") && !is_erased("both"));
    assert_eq!(rewritten.tables.get(&key("both")).unwrap().value("subject/person"), Some(&false.into()));
    assert!(!rewritten.to_text().unwrap().contains("Amina"));
    // Even a person that the point does not hold: the record about them is reached by their name.
    let mut without_them = point.clone();
    without_them.tables.remove(&key("person"));
    assert!(!without_them.without_erased(&[key("person")].into()).unwrap().to_text().unwrap().contains("Amina"));
}

#[test]
fn a_summary_counts_what_is_there_and_names_the_snapshots_in_use() {
    let mut here = Tables::default();
    write(&mut here, "r1", "a", "label", "x");
    write(&mut here, "r1", "b", "label", "x");
    write(&mut here, "r1", "b", DELETED, true);
    let places = vec![Place::named(PlaceId::new("p").unwrap(), "Lieu")];
    let snapshot = DirectorySnapshot::new("Carte", "lieux.csv", "2026-03-01".parse().unwrap(), places);
    let (id, _) = snapshot.to_text().unwrap();
    apply(&mut here, "r1", &adopt(&snapshot, &id).unwrap());
    let summary = RestorePoint::before(moment(&[], 1), &here, &[]).summary();
    let live: Vec<(&str, usize)> = summary.live.iter().map(|(kind, count)| (kind.as_str(), *count)).collect();
    assert_eq!(live, [("directory", 1), ("interview", 1)]);
    assert_eq!(summary.snapshots, [id].into());
}

#[test]
fn points_sort_in_the_order_they_were_taken_whatever_the_clock() {
    let mut taken: Vec<Summary> = Vec::new();
    for at_ms in [50, 50, 40, -3, i64::MIN, 51, i64::MAX, 52] {
        let point = RestorePoint { moment: moment(&taken, at_ms), tables: Tables::default(), after: BTreeMap::new() };
        taken.push(point.summary());
    }
    let ids: Vec<&PointId> = taken.iter().map(|summary| &summary.moment.id).collect();
    assert!(ids.is_sorted() && ids.windows(2).all(|two| two[0] != two[1]), "{ids:?}");
    let texts: Vec<String> = ids.iter().map(ToString::to_string).collect();
    assert!(texts.is_sorted() && texts.iter().all(|text| text.len() == 26), "{texts:?}");

    let new = PointId::after(&taken, 0);
    let dropped = |existing: &[Summary], kept| ring(existing, &new, kept).into_iter().rev().collect::<Vec<_>>();
    let of = |summaries: &[Summary]| summaries.iter().map(|summary| summary.moment.id.clone()).collect::<Vec<_>>();
    assert_eq!(dropped(&taken, KEPT), of(&taken[..4]));
    assert_eq!(dropped(&taken[..4], KEPT), []);
    assert_eq!(dropped(&taken[..5], KEPT), of(&taken[..1]));
    assert_eq!(dropped(&taken[..5], 1), of(&taken[..5]), "the new one stays");
    let shuffled: Vec<Summary> = taken.iter().rev().cloned().collect();
    assert_eq!(dropped(&shuffled, KEPT), of(&taken[..4]));
}

proptest! {
    #[test]
    fn a_damaged_point_never_panics(at in 0..TEXT.len(), byte in any::<u8>(), cut in 0..TEXT.len()) {
        let mut bytes = TEXT.as_bytes().to_vec();
        bytes[at] = byte;
        for text in [String::from_utf8_lossy(&bytes), String::from_utf8_lossy(&bytes[..cut])] {
            if let Ok(point) = RestorePoint::from_text(&text) {
                let again = point.to_text().unwrap();
                prop_assert_eq!(RestorePoint::from_text(&again), Ok(point), "what is read is written again");
            }
        }
    }
}
