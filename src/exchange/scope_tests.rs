use super::*;
use crate::domain::directory::place::PlaceId;
use crate::domain::exercise::case::CaseNumber;
use crate::domain::exercise::code::Manner;
use crate::domain::exercise::positioning::Place;
use crate::domain::exercise::work::{Handed, Moment, Positioning, Work};
use crate::domain::interview::decision::SetAsideReason;
use crate::domain::interview::id::OptionId;
use crate::domain::interview::questionnaire::Length;
use crate::exchange::file::{self, Content, Origin};
use crate::records::{Author, Change, ChangeSet, DeviceId, ReplicaId};
use serde_json::json;

fn key(kind: &str, id: &str) -> Key {
    Key { kind: Kind::new(kind).unwrap(), id: RecordId::new(id).unwrap() }
}

fn store(tables: &mut Tables, replica: &str, changes: &ChangeSet) {
    let author = Author { replica: ReplicaId::new(replica).unwrap(), device: DeviceId::unnamed(), at_ms: 1 };
    changes.apply(tables, &author).into_iter().for_each(|(key, record)| tables.put(key, record));
}

fn write(tables: &mut Tables, key: &Key, field: &str, value: impl Into<Value>) {
    let mut changes = ChangeSet::new();
    changes.set_named(key, field, value).unwrap();
    store(tables, "r1", &changes);
}

/// One record of each kind, some of session `s1`, and one erased record of each kind.
fn sample() -> Tables {
    let mut tables = Tables::default();
    let kinds = [
        "interview",
        "directory",
        "base_map",
        "place",
        "place_list",
        "actor",
        "actor_link",
        "contact",
        "professional",
        "cycle",
        "surprise",
    ];
    for kind in kinds {
        write(&mut tables, &key(kind, "x"), "label", kind);
    }
    for session in ["s1", "s2"] {
        write(&mut tables, &key("session", session), "label", session);
        for kind in ["registration", "attendance"] {
            write(&mut tables, &key(kind, &format!("{kind}-{session}")), "session", session);
        }
    }
    write(&mut tables, &key("surprise", "of-s1"), "session", "s1");
    for kind in ["interview", "place", "contact", "registration", "surprise"] {
        let erase = Change::Erase { key: key(kind, "erased") };
        store(&mut tables, "r1", &ChangeSet { changes: vec![erase] });
    }
    tables
}

#[test]
fn each_scope_takes_its_records_and_the_erasures_of_its_kinds() {
    let tables = sample();
    let programme = "attendance/attendance-s1 attendance/attendance-s2 cycle/x professional/x registration/erased \
                     registration/registration-s1 registration/registration-s2 session/s1 session/s2";
    let session = "attendance/attendance-s1 registration/erased registration/registration-s1 session/s1 surprise/of-s1";
    for (scope, expected, is_personal, text) in [
        (Scope::Interviews, "interview/erased interview/x", true, json!("interviews")),
        (Scope::InterviewsWithoutNotes, "interview/erased interview/x", true, json!("interviews_without_notes")),
        (
            Scope::Directory,
            "actor/x actor_link/x base_map/x directory/x place/erased place/x place_list/x",
            false,
            json!("directory"),
        ),
        (Scope::Programme, programme, true, json!("programme")),
        (Scope::Session(RecordId::new("s1").unwrap()), session, true, json!({ "session": "s1" })),
    ] {
        let selected = select(&tables, &scope);
        let keys: Vec<String> = selected.iter().map(|(kind, id, _)| format!("{kind}/{id}")).collect();
        assert_eq!(keys.join(" "), expected, "{scope:?}");
        assert_eq!(scope.is_personal(), is_personal, "{scope:?}");
        assert_eq!(serde_json::to_value(&scope).unwrap(), text);
        assert_eq!(serde_json::from_value::<Scope>(text).unwrap(), scope);
        assert!(tables.merged_with(&selected).is_empty(), "{scope:?} brings nothing to whom it comes from");
    }
    assert_eq!(select(&tables, &Scope::Everything), tables);
    assert!(Scope::Everything.is_personal());
}

/// An exercise, another one, cases written here, and what two seats handed in.
fn training_room() -> (Tables, ExerciseCode) {
    let mut tables = sample();
    let [ours, other] =
        [1, 2].map(|draw| ExerciseCode::new(&[CaseNumber(1)].into(), Length::Short, Manner::Alone, draw));
    for exercise in [ours, other] {
        write(&mut tables, &exercise.key().unwrap(), "title", "Mardi");
    }
    write(&mut tables, &key("case", "x"), "title", "Un cas");
    for (id, exercise, number) in [("a", ours, 7), ("b", ours, 12), ("c", other, 7)] {
        let answers = Handed::Positioning(Positioning { moment: Moment::Before, levels: [].into() });
        let work = Work { exercise, seat: Seat::new(number).unwrap(), edition: 1, answers };
        write(&mut tables, &key("hand_in", id), "work", json!(work));
    }
    write(&mut tables, &key("hand_in", "unreadable"), "work", "?");
    // The trainer gave it another number than its own.
    let answers = Handed::Positioning(Positioning { moment: Moment::After, levels: [].into() });
    let work = Work { exercise: ours, seat: Seat::new(12).unwrap(), edition: 1, answers };
    write(&mut tables, &key("hand_in", "d"), "work", json!(work));
    write(&mut tables, &key("hand_in", "d"), "seat", 7);
    // Of those that bear the number 7, one was begun on this device, on its evening.
    let place = Place { exercise: ours, seat: Seat::new(7).unwrap(), moment: Moment::After };
    write(&mut tables, &key("positioning", "d"), "place", json!(place));
    for kind in ["hand_in", "exercise"] {
        let erase = Change::Erase { key: key(kind, "erased") };
        store(&mut tables, "r1", &ChangeSet { changes: vec![erase] });
    }
    (tables, ours)
}

#[test]
fn a_bag_holds_one_exercise_and_nothing_of_people() {
    let (tables, exercise) = training_room();
    let bag = Scope::Bag(exercise);
    let mut tables = tables;
    write(&mut tables, &key("case", "y"), "title", "Celui d’un autre exercice");
    write(&mut tables, &exercise.key().unwrap(), "case/x", true);
    store(&mut tables, "r1", &ChangeSet { changes: vec![Change::Erase { key: key("case", "z") }] });
    let keys: Vec<String> = select(&tables, &bag).iter().map(|(kind, id, _)| format!("{kind}/{id}")).collect();
    let own = exercise.key().unwrap();
    let expected = format!(
        "actor/x actor_link/x base_map/x case/x case/z directory/x exercise/{} exercise/erased place/erased place/x place_list/x",
        own.id
    );
    assert_eq!(keys.join(" "), expected);
    assert!(!bag.is_personal());
    assert_eq!(serde_json::from_value::<Scope>(json!({ "bag": exercise.to_string() })).unwrap(), bag);
}

#[test]
fn cases_go_all_together_or_one_alone() {
    let (mut tables, _) = training_room();
    write(&mut tables, &key("case", "y"), "title", "Un autre");
    store(&mut tables, "r1", &ChangeSet { changes: vec![Change::Erase { key: key("case", "z") }] });
    let one = Scope::Cases { only: Some(CaseId::new("y").unwrap()) };
    for (scope, expected) in [(Scope::Cases { only: None }, "case/x case/y case/z"), (one, "case/y case/z")] {
        let selected = select(&tables, &scope);
        let keys: Vec<String> = selected.iter().map(|(kind, id, _)| format!("{kind}/{id}")).collect();
        assert_eq!(keys.join(" "), expected);
        assert!(!scope.is_personal());
        assert_eq!(serde_json::from_value::<Scope>(serde_json::to_value(&scope).unwrap()).unwrap(), scope);
    }
}

#[test]
fn what_is_handed_in_goes_by_exercise_and_from_a_seat_as_this_device_handed_it_in() {
    let (tables, exercise) = training_room();
    let held = |scope: &Scope| {
        select(&tables, scope).iter().map(|(kind, id, _)| format!("{kind}/{id}")).collect::<Vec<_>>().join(" ")
    };
    let all = Scope::HandedIn { exercise, seat: None };
    let of_seven = Scope::HandedIn { exercise, seat: Some(Seat::new(7).unwrap()) };
    assert_eq!(held(&all), "hand_in/a hand_in/b hand_in/d hand_in/erased");
    assert_eq!(held(&of_seven), "hand_in/d hand_in/erased");
    for scope in [all, of_seven] {
        assert!(!scope.is_personal());
        assert_eq!(serde_json::from_value::<Scope>(serde_json::to_value(&scope).unwrap()).unwrap(), scope);
    }
}

#[test]
fn an_interview_that_is_only_kept_goes_with_everything_and_nowhere_else() {
    let mut tables = sample();
    let kept = key("interview", "kept");
    write(&mut tables, &kept, "label", "23-11-A");
    for (restricted, is_taken) in [
        (json!({ "until": "2027-03-01", "reason": "litige" }), false),
        (Value::Null, true),
        (json!({ "until": "2020-03-01", "reason": "" }), false),
    ] {
        write(&mut tables, &kept, "restricted", restricted.clone());
        for scope in [Scope::Interviews, Scope::InterviewsWithoutNotes] {
            let selected = select(&tables, &scope);
            assert_eq!(selected.get(&kept).is_some(), is_taken, "{scope:?} {restricted}");
            assert_eq!(selected.len(), 2 + usize::from(is_taken), "the others go all the same");
        }
        assert_eq!(select(&tables, &Scope::Everything), tables);
    }
    let erase = Change::Erase { key: kept.clone() };
    store(&mut tables, "r1", &ChangeSet { changes: vec![erase] });
    assert_eq!(select(&tables, &Scope::Interviews).get(&kept), Some(&Record::erasure()), "an erasure is always said");
}

#[test]
fn what_was_typed_freely_stays_behind() {
    let reason = SetAsideReason::Other;
    let set_aside = |note: &str| json!(Decision::SetAside { reason, note: note.to_owned() });
    let referral = |when: &str, ask_for: &str| {
        let (when, ask_for) = (when.to_owned(), ask_for.to_owned());
        let place = PlaceId::new("p").unwrap();
        let (source, name, commune) = ("Carte".to_owned(), "Relais".to_owned(), "Bobigny".to_owned());
        let (address, phone) = (String::new(), String::new());
        json!(Referral { place, source, name, commune, insee_code: None, address, phone, when, ask_for })
    };
    let one = json!(Answer::One(OptionId::new("phone").unwrap()));
    let in_two_words = json!({ "one": "chez Ada" });
    for (name, value, goes) in [
        ("label", json!("23-11-A"), true),
        ("commune", json!({ "code": "93008" }), true),
        ("at", json!({ "block": "a" }), true),
        ("answer/device", one.clone(), true),
        ("answer/other", in_two_words, false),
        ("ask_anyway/a", json!(true), true),
        ("subject/x", json!(true), true),
        ("keep_until", json!("2027-03-01"), true),
        ("restricted", json!("Ada"), false),
        ("note/a", json!("Ada vient le matin"), false),
        ("orientation/kept", json!({ "state": "accepted" }), true),
        ("orientation/said", json!({ "state": "accepted", "later": "Ada" }), false),
        ("orientation/no", set_aside(""), true),
        ("orientation/why", set_aside("Ada dit que non"), false),
        ("referral/bare", referral("", ""), true),
        ("referral/when", referral("mardi avec Bo", ""), false),
        ("referral/whom", referral("", "Bo"), false),
        ("referral/none", Value::Null, true),
        ("from_a_newer_version", json!("Ada"), false),
    ] {
        let mut tables = Tables::default();
        let interview = key("interview", "i");
        write(&mut tables, &interview, name, json!("before"));
        write(&mut tables, &interview, name, value);
        write(&mut tables, &interview, "label", "last");
        write(&mut tables, &interview, "label", json!("23-11-A"));
        let partial = select(&tables, &Scope::InterviewsWithoutNotes);
        let record = partial.get(&interview).unwrap();
        assert_eq!(record.fields.contains_key(name), goes, "{name}");
        assert_eq!(record.is_partial(), !goes, "{name}");
        assert!(goes || !serde_json::to_string(record).unwrap().contains("Ada"), "{name}");
        assert!(tables.merged_with(&partial).is_empty(), "{name}");
        let mut elsewhere = partial.clone();
        elsewhere.merged_with(&tables).into_iter().for_each(|(key, record)| elsewhere.put(key, record));
        assert_eq!(elsewhere, tables, "{name}");
    }
}

#[test]
fn a_file_without_notes_is_not_for_the_first_version_unless_there_was_none() {
    let interview = key("interview", "i");
    let mut tables = Tables::default();
    write(&mut tables, &interview, "label", "23-11-A");
    let origin = Origin { device: DeviceId::unnamed(), created_at: "2026-11-23T14:05:00".parse().unwrap() };
    let min_reader = |tables: &Tables, scope: &Scope| {
        let content = Content { tables: select(tables, scope), ..Content::default() };
        let bytes = file::write(&origin, scope, &content).unwrap();
        assert_eq!(file::read(&bytes).unwrap().content, content);
        serde_json::from_slice::<Value>(&bytes).unwrap()["min_reader"].clone()
    };
    assert_eq!(min_reader(&tables, &Scope::InterviewsWithoutNotes), 1);
    write(&mut tables, &interview, "note/a", "Ada");
    assert_eq!(min_reader(&tables, &Scope::InterviewsWithoutNotes), 2);
    assert_eq!(min_reader(&tables, &Scope::Interviews), 1);
    // Whoever holds such a copy hands on that something is missing.
    let partial = select(&tables, &Scope::InterviewsWithoutNotes);
    assert_eq!(min_reader(&partial, &Scope::Everything), 2);
}

#[test]
fn a_free_text_behind_the_value_shown_and_one_beside_the_fields_stay_behind_too() {
    let interview = key("interview", "i");
    let mut tables = Tables::default();
    write(&mut tables, &interview, "orientation/a", json!({ "state": "accepted" }));
    let mut apart = Tables::default();
    let note = json!({ "state": "set_aside", "reason": "other", "note": "Ada" });
    let mut changes = ChangeSet::new();
    changes.set_named(&interview, "orientation/a", note).unwrap();
    store(&mut apart, "r0", &changes);
    tables.merged_with(&apart).into_iter().for_each(|(key, record)| tables.put(key, record));
    let mut record = tables.get(&interview).unwrap().clone();
    assert_eq!(record.value("orientation/a"), Some(&json!({ "state": "accepted" })), "shown first");
    record.unknown.insert("later".to_owned(), json!("Ada"));
    tables.put(interview.clone(), record);
    let partial = select(&tables, &Scope::InterviewsWithoutNotes);
    assert!(!serde_json::to_string(partial.get(&interview).unwrap()).unwrap().contains("Ada"));
    assert!(tables.merged_with(&partial).is_empty());
}

/// Everything of a programme: what a session's documents need, and what another one has.
fn two_sessions() -> Tables {
    let mut tables = Tables::default();
    for (kind, id) in [
        ("cycle", "c1"),
        ("cycle", "c2"),
        ("trainer", "t1"),
        ("trainer", "t2"),
        ("structure", "of-p1"),
        ("structure", "of-p2"),
        ("provider", "only"),
        ("wording", "only"),
        ("meeting", "m"),
        ("action", "a"),
        ("risk", "r"),
        ("complaint", "of-nobody"),
    ] {
        write(&mut tables, &key(kind, id), "title", id);
    }
    for (session, cycle, trainer, person) in [("s1", "c1", "t1", "p1"), ("s2", "c2", "t2", "p2")] {
        write(&mut tables, &key("session", session), "cycle", cycle);
        write(&mut tables, &key("session", session), "trainers", json!([trainer]));
        write(&mut tables, &key("session", session), "curriculum", format!("v-{session}"));
        write(&mut tables, &key("curriculum", &format!("v-{session}")), "title", session);
        write(&mut tables, &key("sequence", &format!("q-{session}")), "curriculum", format!("v-{session}"));
        write(&mut tables, &key("professional", person), "structure", format!("of-{person}"));
        for kind in ["registration", "attendance"] {
            write(&mut tables, &key(kind, &format!("{session}{person}")), "session", session);
            write(&mut tables, &key(kind, &format!("{session}{person}")), &format!("subject/{person}"), true);
        }
        write(&mut tables, &key("complaint", &format!("of-{session}")), "session", session);
    }
    tables
}

#[test]
fn a_session_goes_with_what_its_documents_need_and_nobody_else() {
    let tables = two_sessions();
    let keys = |scope: &Scope| {
        select(&tables, scope).iter().map(|(kind, id, _)| format!("{kind}/{id}")).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(
        keys(&Scope::Session(RecordId::new("s1").unwrap())),
        "attendance/s1p1 complaint/of-s1 curriculum/v-s1 cycle/c1 professional/p1 provider/only registration/s1p1 \
         sequence/q-s1 session/s1 structure/of-p1 trainer/t1 wording/only"
    );
    assert_eq!(select(&tables, &Scope::Programme), tables, "the whole programme goes together");
    assert_eq!(keys(&Scope::Curriculum), "curriculum/v-s1 curriculum/v-s2 sequence/q-s1 sequence/q-s2");
    assert!(!Scope::Curriculum.is_personal());
}

#[test]
fn somebody_who_is_only_kept_goes_with_everything_and_nowhere_else() {
    let mut tables = two_sessions();
    let kept = key("professional", "p1");
    let session = Scope::Session(RecordId::new("s1").unwrap());
    for scope in [&session, &Scope::Programme] {
        assert!(select(&tables, scope).get(&kept).is_some());
    }
    write(&mut tables, &kept, "restricted", json!({ "until": "2027-03-01", "reason": "preuve" }));
    for scope in [&session, &Scope::Programme] {
        assert!(select(&tables, scope).get(&kept).is_none(), "{scope:?}");
    }
    assert_eq!(select(&tables, &Scope::Everything), tables);
    store(&mut tables, "r1", &ChangeSet { changes: vec![Change::Erase { key: kept.clone() }] });
    assert_eq!(select(&tables, &session).get(&kept), Some(&Record::erasure()), "an erasure is always said");
}

#[test]
fn a_card_goes_with_its_own_file_and_the_whole_one_only() {
    let mut tables = sample();
    let on: NaiveDate = "2022-03-02".parse().unwrap();
    let consent = json!({ "on": "2022-03-01", "wording": "1" });
    for (id, until) in [("shown", "2022-03-02"), ("over", "2022-03-01"), ("restricted", "2023-03-01")] {
        write(&mut tables, &key("card", id), "until", until);
        write(&mut tables, &key("card", id), "consent", consent.clone());
        // What a session's file takes along is what says that it belongs to it.
        write(&mut tables, &key("card", id), "session", "s1");
    }
    write(&mut tables, &key("card", "without"), "until", "2023-03-01");
    write(&mut tables, &key("card", "restricted"), "subject/kept", true);
    let restriction = json!({ "until": "2023-01-01", "reason": "Preuve" });
    write(&mut tables, &key("professional", "kept"), "restricted", restriction);
    write(&mut tables, &key("card_pairs", "s1"), "groups", json!([["shown", "over"]]));
    write(&mut tables, &key("co_orientation", "o"), "people", 3);
    let erase = Change::Erase { key: key("card", "withdrawn") };
    store(&mut tables, "r1", &ChangeSet { changes: vec![erase] });
    let network = |scope: Scope| -> String {
        let selected = select(&tables, &scope);
        let kinds = ["card", "card_pairs", "co_orientation"];
        let those = selected.iter().filter(|(kind, ..)| kinds.contains(&kind.as_str()));
        those.map(|(kind, id, _)| format!("{kind}/{id}")).collect::<Vec<_>>().join(" ")
    };
    let cards = Scope::Cards { on };
    assert_eq!(network(cards.clone()), "card/shown card/withdrawn card_pairs/s1 co_orientation/o");
    assert_eq!(select(&tables, &cards).len(), 4, "and nothing else");
    assert!(cards.is_personal());
    assert_eq!(serde_json::to_value(&cards).unwrap(), json!({ "cards": { "on": "2022-03-02" } }));
    for (scope, expected) in [
        (Scope::Programme, "card/withdrawn"),
        (Scope::Session(RecordId::new("s1").unwrap()), "card/withdrawn"),
        (Scope::Directory, ""),
        (Scope::Interviews, ""),
        (Scope::Curriculum, ""),
        (Scope::Cases { only: None }, ""),
    ] {
        assert_eq!(network(scope.clone()), expected, "{scope:?}");
    }
    assert_eq!(select(&tables, &Scope::Everything), tables);
}
