//! Copies that two machines wrote apart, and what is asked about them.

use super::*;
use crate::domain::aside::AsideReason;
use crate::domain::interview::decode;
use crate::records::{Author, ReplicaId};
use serde_json::json;

/// 2026-03-01T08:05:00Z.
const NOW: i64 = 1_772_352_300_000;
const YEAR_2099: i64 = 4_070_908_800_000;

fn the_key() -> Key {
    decode::key(&RecordId::new("case-1").unwrap()).unwrap()
}

fn directory_key() -> Key {
    source_key("directory")
}

fn source_key(kind: &str) -> Key {
    Key { kind: Kind::new(kind).unwrap(), id: RecordId::new("source").unwrap() }
}

fn author(replica: &str, at_ms: i64) -> Author {
    let device = DeviceId::new(format!("poste-{replica}")).unwrap();
    Author { replica: ReplicaId::new(replica).unwrap(), device, at_ms }
}

fn store(tables: &mut Tables, changes: &ChangeSet, author: &Author) -> usize {
    let records = changes.apply(tables, author);
    let count = records.len();
    records.into_iter().for_each(|(key, record)| tables.put(key, record));
    count
}

fn write(tables: &mut Tables, key: &Key, field: &str, value: Value, author: &Author) {
    let mut changes = ChangeSet::new();
    changes.set_named(key, field, value).unwrap();
    store(tables, &changes, author);
}

fn receive(tables: &mut Tables, from: &Tables) {
    for (key, record) in tables.merged_with(from) {
        tables.put(key, record);
    }
}

/// A field of one record, written on several machines that know nothing of each other.
fn apart(key: &Key, field: &str, written: &[(&str, Value, i64)]) -> Tables {
    let mut tables = Tables::default();
    for (replica, value, at_ms) in written {
        let mut there = Tables::default();
        write(&mut there, key, field, value.clone(), &author(replica, *at_ms));
        receive(&mut tables, &there);
    }
    tables
}

fn only(tables: &Tables) -> Dispute {
    let mut found = disputes(tables, NOW, |_, _| true);
    assert_eq!(found.len(), 1, "{found:?}");
    found.remove(0)
}

fn proposed(dispute: &Dispute) -> Vec<(Value, String, Clock)> {
    let What::Values(proposals) = &dispute.what else { panic!("{dispute:?}") };
    let device = |proposal: &Proposal| proposal.device.as_ref().map(ToString::to_string).unwrap_or_default();
    proposals.iter().map(|proposal| (proposal.value.clone(), device(proposal), proposal.clock)).collect()
}

#[test]
fn a_clock_is_believed_between_two_bounds() {
    for (at_ms, now_ms, expected) in [
        (0, NOW, Clock::Past),
        (i64::MIN, NOW, Clock::Past),
        (1_609_459_199_999, NOW, Clock::Past),
        (1_609_459_200_000, NOW, Clock::Plausible),
        (NOW, NOW, Clock::Plausible),
        (NOW + DAY_MS, NOW, Clock::Plausible),
        (NOW + DAY_MS + 1, NOW, Clock::Future),
        (YEAR_2099, NOW, Clock::Future),
        (i64::MAX, NOW, Clock::Future),
        // Ours is wrong: it judges nobody.
        (NOW, 0, Clock::Plausible),
        (2_556_143_999_999, YEAR_2099, Clock::Plausible),
        (2_556_144_000_000, YEAR_2099, Clock::Future),
        (NOW, i64::MAX, Clock::Plausible),
    ] {
        assert_eq!(Clock::of(at_ms, now_ms), expected, "{at_ms} seen at {now_ms}");
    }
}

#[test]
fn each_value_is_proposed_with_who_and_when() {
    let tables = apart(&the_key(), "label", &[("a", json!("x"), NOW - 2), ("b", json!("y"), NOW - 1)]);
    let dispute = only(&tables);
    assert_eq!((dispute.field.as_str(), dispute.preselected()), ("label", Some(0)));
    let expected = [("y", "poste-b"), ("x", "poste-a")];
    assert_eq!(proposed(&dispute), expected.map(|(v, d)| (json!(v), d.to_owned(), Clock::Plausible)));
    assert_eq!(disputes(&tables, NOW, |_, _| true), disputes(&tables.clone(), NOW, |_, _| true));
}

#[test]
fn the_same_value_written_twice_is_one_proposal() {
    let written = [("a", json!("x"), NOW - 3), ("b", json!("x"), NOW - 2), ("c", json!("y"), NOW - 1)];
    let dispute = only(&apart(&the_key(), "label", &written));
    assert_eq!(proposed(&dispute).into_iter().map(|(value, ..)| value).collect::<Vec<_>>(), [json!("y"), json!("x")]);
    let agreed = apart(&the_key(), "label", &[("a", json!("x"), NOW - 3), ("b", json!("x"), NOW - 2)]);
    assert_eq!((disputes(&agreed, NOW, |_, _| true), count(&agreed)), (vec![], 0));
}

#[test]
fn a_value_is_told_by_a_write_whose_time_can_be_believed() {
    let ahead = NOW + 2 * DAY_MS;
    let written = [("a", json!("x"), ahead), ("b", json!("x"), NOW), ("c", json!("y"), NOW - 1)];
    let dispute = only(&apart(&the_key(), "label", &written));
    assert_eq!(proposed(&dispute)[0], (json!("x"), "poste-b".to_owned(), Clock::Plausible));
    assert_eq!(dispute.preselected(), Some(0));
}

#[test]
fn nothing_is_chosen_beforehand_when_the_value_shown_has_a_wrong_clock() {
    for (first, second, preselected) in
        [(NOW + 2 * DAY_MS, NOW, None), (0, 1, None), (NOW - 1, NOW, Some(0)), (0, NOW, Some(0))]
    {
        let dispute = only(&apart(&the_key(), "label", &[("a", json!("x"), first), ("b", json!("y"), second)]));
        assert_eq!(dispute.preselected(), preselected, "{first} {second}");
    }
}

#[test]
fn where_one_stopped_reading_is_no_disagreement() {
    let at = [("a", json!({"item": "mail"}), NOW), ("b", json!({"item": "print"}), NOW)];
    assert_eq!(count(&apart(&the_key(), "at", &at)), 0);
    assert_eq!(count(&apart(&directory_key(), "at", &at)), 1, "of another kind, a field is a field");
}

/// An interview, removed on one machine while its label changes on another.
fn removed_and_changed() -> Tables {
    let mut here = apart(&the_key(), "label", &[("a", json!("x"), NOW - 9)]);
    let mut there = here.clone();
    write(&mut here, &the_key(), DELETED, json!(true), &author("c", NOW - 4));
    write(&mut there, &the_key(), "label", json!("y"), &author("d", NOW - 3));
    receive(&mut here, &there);
    here
}

#[test]
fn removed_here_and_changed_there_is_settled_first() {
    let mut tables = removed_and_changed();
    let device = |proposal: &Proposal| proposal.device.as_ref().map(ToString::to_string);
    let dispute = only(&tables);
    let What::Removed { removed, changed } = &dispute.what else { panic!("{dispute:?}") };
    assert_eq!((device(removed).as_deref(), device(changed).as_deref()), (Some("poste-c"), Some("poste-d")));
    assert_eq!((count(&tables), dispute.preselected()), (1, None));

    let mut kept = tables.clone();
    assert_eq!(store(&mut kept, &dispute.settle_empty().changes(), &author("g", NOW)), 1);
    assert_eq!((count(&kept), kept.live(KIND).count()), (0, 1));

    let removal = dispute.settle_removed();
    assert_eq!(store(&mut tables, &removal.changes(), &author("g", NOW)), 1);
    assert_eq!((count(&tables), disputes(&tables, NOW, |_, _| true).len(), tables.live(KIND).count()), (0, 0, 0));
    let undone = removal.undo(&tables).unwrap();
    store(&mut tables, &undone, &author("g", NOW));
    assert_eq!(tables.live(KIND).count(), 1);
    assert_eq!(removal.undo(&tables), None, "undone already");
}

#[test]
fn the_other_disagreements_of_a_record_wait_for_its_removal() {
    let mut tables = removed_and_changed();
    let mut there = apart(&the_key(), "label", &[("a", json!("x"), NOW - 9)]);
    write(&mut there, &the_key(), "label", json!("z"), &author("e", NOW - 2));
    receive(&mut tables, &there);
    assert_eq!((count(&tables), disputes(&tables, NOW, |_, _| true).len()), (1, 1));
    let dispute = only(&tables);
    store(&mut tables, &dispute.settle_empty().changes(), &author("g", NOW));
    assert_eq!(only(&tables).field.as_str(), "label");
}

#[test]
fn what_everybody_removed_and_what_was_erased_ask_nothing() {
    let mut tables = apart(&the_key(), "label", &[("a", json!("x"), NOW - 2), ("b", json!("y"), NOW - 1)]);
    let mut removed = tables.clone();
    write(&mut removed, &the_key(), DELETED, json!(true), &author("c", NOW));
    assert_eq!((count(&removed), disputes(&removed, NOW, |_, _| true).len()), (0, 0));
    let erased = ChangeSet::erase(&tables, &[the_key()]);
    store(&mut tables, &erased, &author("c", NOW));
    assert_eq!((count(&tables), disputes(&tables, NOW, |_, _| true).len()), (0, 0));
}

#[test]
fn a_choice_replaces_every_value_even_the_one_shown() {
    let tables = apart(&the_key(), "label", &[("a", json!("x"), NOW - 2), ("b", json!("y"), NOW - 1)]);
    for (chosen, others) in [("y", "x"), ("x", "y"), ("z", "")] {
        let mut here = tables.clone();
        let settlement = only(&here).settle(json!(chosen));
        assert_eq!(store(&mut here, &settlement.changes(), &author("c", NOW)), 1, "{chosen} over {others}");
        assert_eq!((count(&here), here.get(&the_key()).unwrap().value("label")), (0, Some(&json!(chosen))));
        receive(&mut here, &tables);
        assert_eq!(count(&here), 0, "a copy made before does not bring the others back");
    }
}

#[test]
fn undoing_gives_back_the_value_shown_unless_it_changed_since() {
    let mut tables = apart(&the_key(), "label", &[("a", json!("x"), NOW - 2), ("b", json!("y"), NOW - 1)]);
    let settlement = only(&tables).settle_text(" z ").unwrap();
    assert_eq!((&settlement.value, &settlement.former), (&json!("z"), &json!("y")));
    assert_eq!(settlement.undo(&tables), None, "not stored yet");
    store(&mut tables, &settlement.changes(), &author("c", NOW));
    let mut changed = tables.clone();
    write(&mut changed, &the_key(), "label", json!("w"), &author("c", NOW));
    assert_eq!(settlement.undo(&changed), None);
    let mut removed = tables.clone();
    write(&mut removed, &the_key(), DELETED, json!(true), &author("c", NOW));
    assert_eq!(settlement.undo(&removed), None, "it would bring the record back");
    let undone = settlement.undo(&tables).unwrap();
    store(&mut tables, &undone, &author("c", NOW));
    assert_eq!(tables.get(&the_key()).unwrap().value("label"), Some(&json!("y")));
}

fn unreadable_in(tables: &Tables) -> usize {
    let all = tables.iter().filter(|(kind, _, _)| may_be_unreadable(kind));
    all.map(|(kind, id, record)| count_unreadable(kind, id, record)).sum()
}

#[test]
fn what_cannot_be_read_is_shown_as_it_is_and_may_be_emptied() {
    let mut tables = Tables::default();
    for (field, value) in [("label", json!("x")), ("later/thing", json!({"a": 1})), ("age_band", json!("120"))] {
        write(&mut tables, &the_key(), field, value, &author("a", NOW));
    }
    assert_eq!((count(&tables), unreadable_in(&tables)), (0, 2));
    let found = disputes(&tables, NOW, |_, _| true);
    let whats: Vec<_> = found.iter().map(|dispute| (dispute.field.as_str(), dispute.what.clone())).collect();
    let unreadable = |value, reason| What::Unreadable { value, reason };
    assert_eq!(
        whats,
        [
            ("age_band", unreadable(json!("120"), AsideReason::InvalidValue)),
            ("later/thing", unreadable(json!({"a": 1}), AsideReason::UnknownField)),
        ]
    );
    let emptied = found[1].settle_empty();
    store(&mut tables, &emptied.changes(), &author("b", NOW));
    assert_eq!(only(&tables).field.as_str(), "age_band");
    let undone = emptied.undo(&tables).unwrap();
    store(&mut tables, &undone, &author("b", NOW));
    assert_eq!(disputes(&tables, NOW, |_, _| true), found);
}

#[test]
fn a_disputed_value_that_cannot_be_read_is_asked_about_once() {
    let written = [("a", json!({"later": 1}), NOW - 2), ("b", json!({"later": 2}), NOW - 1)];
    let tables = apart(&the_key(), "age_band", &written);
    assert!(matches!(only(&tables).what, What::Values(_)));
    assert_eq!((count(&tables), unreadable_in(&tables)), (1, 0));
}

#[test]
fn only_texts_are_written_anew() {
    let kind = |kind: &str| Key { kind: Kind::new(kind).unwrap(), id: RecordId::new("x").unwrap() };
    for (key, field, expected) in [
        (the_key(), "label", Some(Rewritable::Label)),
        (the_key(), "note/freins", Some(Rewritable::Note)),
        (the_key(), "answer/mail", None),
        (kind("directory"), "label", None),
        (kind("later"), "note/x", None),
    ] {
        let written = [("a", json!(" un "), NOW - 3), ("b", json!("deux"), NOW - 2), ("c", json!(" "), NOW)];
        let dispute = only(&apart(&key, field, &written));
        assert_eq!(dispute.rewritable(), expected, "{key} {field}");
        assert_eq!(dispute.texts(), ["deux", "un"]);
    }
}

#[test]
fn a_text_written_here_is_kept_clean_or_refused() {
    let written = [("a", json!("x"), NOW - 2), ("b", json!("y"), NOW - 1)];
    let [long, too_long] = [MAX_TEXT_CHARS, MAX_TEXT_CHARS + 1].map(|chars| "é".repeat(chars));
    for (field, text, expected) in [
        ("label", " 23-11-A ", Ok(json!("23-11-A"))),
        ("label", "  ", Err(TextFault::NotALabel)),
        ("label", "a\nb", Err(TextFault::NotALabel)),
        ("label", &"x".repeat(41), Err(TextFault::NotALabel)),
        ("note/freins", " a\r\nb\u{202e} ", Ok(json!("a\nb"))),
        ("note/freins", "\n", Ok(Value::Null)),
        ("note/freins", &long, Ok(json!(long))),
        ("note/freins", &too_long, Err(TextFault::TooLong)),
    ] {
        let settled = only(&apart(&the_key(), field, &written)).settle_text(text);
        assert_eq!(settled.map(|settlement| settlement.value), expected, "{field}");
    }
}

#[test]
fn what_a_snapshot_holds_does_not_come_back() {
    let written = [("a", json!("x"), NOW - 2), ("b", json!("y"), NOW - 1)];
    for (key, field, expected) in [
        (the_key(), "label", true),
        (the_key(), "current", true),
        (directory_key(), "current", false),
        (directory_key(), "source", true),
        (source_key("base_map"), "current", false),
    ] {
        assert_eq!(only(&apart(&key, field, &written)).is_reversible(), expected, "{key} {field}");
    }
}

#[test]
fn places_disagree_on_what_must_be_chosen_only() {
    let key = |kind: &str| Key { kind: Kind::new(kind).unwrap(), id: RecordId::new("x").unwrap() };
    let corrected = |phone: &str, on: &str| json!({ "value": [phone], "on": on });
    let fields = [
        ("place", "place", json!({ "name": "a" }), json!({ "name": "b" }), 0),
        ("place", "verified", json!({ "on": "2026-03-01" }), json!({ "on": "2026-03-02" }), 0),
        ("place", "favourite", json!(true), json!(false), 0),
        ("place", "note/n", json!({ "text": "a" }), json!({ "text": "b" }), 1),
        ("place", "closed", json!({ "since": "2026-03-01" }), json!({ "since": "2026-03-02" }), 1),
        ("place", "correction/telephone", corrected("01", "2026-03-01"), corrected("01", "2026-03-02"), 0),
        ("place", "correction/telephone", corrected("01", "2026-03-01"), corrected("02", "2026-03-01"), 1),
        ("place", "correction/telephone", corrected("01", "2026-03-01"), json!("later"), 1),
        ("place_list", "member/x", json!({ "rank": 1 }), json!({ "rank": 2 }), 0),
        ("place_list", "name", json!("a"), json!("b"), 1),
    ];
    for (kind, field, one, other, expected) in fields {
        let tables = apart(&key(kind), field, &[("a", one, NOW), ("b", other, NOW)]);
        assert_eq!((disputes(&tables, NOW, |_, _| true).len(), count(&tables)), (expected, expected), "{kind} {field}");
    }
    let tables = apart(&key("place_list"), "note", &[("a", json!("une"), NOW), ("b", json!("deux"), NOW)]);
    assert_eq!(only(&tables).rewritable(), Some(Rewritable::Note));
}

#[test]
fn what_a_form_cannot_read_is_to_check_too() {
    let session = source_key("session");
    let mut tables = Tables::default();
    for (field, value) in [("held_on", json!("2022-02-30")), ("place", json!("Salle")), ("capacity", json!("douze"))] {
        write(&mut tables, &session, field, value, &author("a", NOW));
    }
    write(&mut tables, &source_key("exercise"), "seats", json!("douze"), &author("a", NOW));
    assert_eq!((count(&tables), unreadable_in(&tables)), (0, 2), "what is not the programme’s is not looked at");
    let found = disputes(&tables, NOW, |kind, _| kind.as_str() == "session");
    let fields: Vec<_> = found.iter().map(|dispute| dispute.field.as_str()).collect();
    assert_eq!(fields, ["capacity", "held_on"]);
    assert!(disputes(&tables, NOW, |_, _| false).is_empty());
    store(&mut tables, &found[0].settle_empty().changes(), &author("b", NOW));
    assert_eq!(only(&tables).field.as_str(), "held_on");
}

#[test]
fn a_form_s_disputed_value_is_asked_about_once() {
    let written = [("a", json!("2022-02-30"), NOW - 2), ("b", json!("2022-02-31"), NOW - 1)];
    let tables = apart(&source_key("session"), "held_on", &written);
    assert!(matches!(only(&tables).what, What::Values(_)));
    assert_eq!((count(&tables), unreadable_in(&tables)), (1, 0));
}

#[test]
fn what_the_programme_keeps_besides_its_forms_is_to_check_too() {
    for (kind, field, value) in [
        ("session", "status", json!({ "is": "postponed" })),
        ("registration", "status", json!({ "is": "cancelled", "why": "ill" })),
        ("registration", "asked_at", json!("hier")),
        ("attendance", "morning", json!({ "is": "present" })),
        ("professional", "restricted", json!("toujours")),
        ("structure", "asked/venue", json!("bientôt")),
        ("wording", "invitation", json!(3)),
        ("meeting", "cycle", json!(1)),
        ("survey_response", "response", json!("oui")),
        ("survey_reading", "tags/free", json!("rythme")),
        ("survey", "state", json!("prêt")),
        ("synthesis", "ledger/end_of_day", json!({ "batches": 3 })),
        ("run", "ended", json!("tard")),
    ] {
        let mut tables = Tables::default();
        write(&mut tables, &source_key(kind), field, value, &author("a", NOW));
        assert_eq!((count(&tables), unreadable_in(&tables)), (0, 1), "{kind} {field}");
        let dispute = only(&tables);
        assert_eq!(dispute.field.as_str(), field);
        store(&mut tables, &dispute.settle_empty().changes(), &author("b", NOW));
        assert_eq!(unreadable_in(&tables), 0, "{kind} {field}");
    }
}
