//! Laws of what is known of places as records: whatever is read, nothing breaks; what is written apart is kept.

use super::super::field::PlaceField;
use super::change;
use super::fixture::*;
use super::identity::PLACE_KIND;
use super::list::PlaceList;
use super::lives::Lives;
use super::model::{Closure, Means, Note, NoteId, PlaceLife, Verification};
use crate::records::{ChangeSet, DeviceId, Entry, FieldName, Key, Kind, Record, RecordId, ReplicaId, Stamp};
use proptest::prelude::*;
use serde_json::Value;

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        prop::sample::select(vec!["2026-03-01", "phone", "carte", "93100", "Gratuit"]).prop_map(Value::from),
        "[a-z_0-9-]{0,12}".prop_map(Value::from),
    ];
    let names = vec!["text", "on", "by", "how", "since", "value", "instead_of", "source", "place", "name", "rank"];
    leaf.prop_recursive(3, 16, 4, move |inner| {
        let member = prop::sample::select(names.clone());
        let texts = prop::collection::vec(prop::sample::select(vec!["93100", "0199000012", "Gratuit", "carte"]), 0..2);
        let corrected = texts.prop_map(|texts| serde_json::json!({ "value": texts, "on": "2026-03-01" }));
        prop_oneof![
            corrected,
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map(member, inner, 0..6)
                .prop_map(|map| Value::Object(map.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())),
        ]
    })
}

fn any_record() -> impl Strategy<Value = Record> {
    let names = prop::sample::select(vec![
        "place",
        "note/x",
        "note/",
        "note/a.b",
        "verified",
        "correction/telephone",
        "correction/surprise",
        "correction/frais_a_charge",
        "closed",
        "favourite",
        "attached_to",
        "deleted",
        "name",
        "note",
        "member/x",
        "member/",
        "surprise",
    ]);
    let fields = prop::collection::btree_map(names, prop::collection::vec(any_json(), 1..3), 0..10);
    fields.prop_map(|fields| {
        let mut record = Record::default();
        for (name, values) in fields {
            let mut entries = Vec::new();
            for value in values {
                let dot = record.seen.next_dot(&ReplicaId::new("r").unwrap(), &DeviceId::new("d").unwrap());
                entries.push(Entry { value, stamp: Stamp { at_ms: 1, dot } });
            }
            record.fields.insert(FieldName::new(name).unwrap(), entries);
        }
        record
    })
}

/// An act of someone on one place.
#[derive(Clone, Debug)]
enum Act {
    Note(String, String),
    RemoveNote(String),
    Verify(u32, Means),
    Correct(PlaceField, String),
    Drop(PlaceField),
    Close(u32, String),
    Reopen,
    Favourite(bool),
}

fn any_act() -> impl Strategy<Value = Act> {
    let field = || prop::sample::select(vec![PlaceField::Name, PlaceField::Detail, PlaceField::Fees]);
    prop_oneof![
        ("[a-c]", "[a-z]{1,6}").prop_map(|(id, text)| Act::Note(id, text)),
        "[a-c]".prop_map(Act::RemoveNote),
        (1..28u32, prop::sample::select(&Means::ALL[..])).prop_map(|(on, how)| Act::Verify(on, how)),
        (field(), "[a-z]{0,4}|Gratuit").prop_map(|(field, text)| Act::Correct(field, text)),
        field().prop_map(Act::Drop),
        (1..28u32, "[a-z]{0,6}").prop_map(|(since, why)| Act::Close(since, why)),
        Just(Act::Reopen),
        any::<bool>().prop_map(Act::Favourite),
    ]
}

impl Act {
    fn changes(&self, life: &PlaceLife) -> ChangeSet {
        let id = |id: &String| NoteId::new(RecordId::new(id.as_str()).unwrap());
        match self {
            Self::Note(name, text) => change::write_note(life, &id(name), &Note::new(text, day(1), None).unwrap()),
            Self::RemoveNote(name) => change::remove_note(life, &id(name)),
            Self::Verify(on, how) => change::verify(life, &Verification { on: day(*on), how: *how, by: signed("MD") }),
            Self::Correct(field, text) => match field.read(text) {
                Ok(value) => change::correct(life, &place("1", "Le Relais"), &[(*field, value)].into(), day(2), None),
                Err(_) => ChangeSet::new(),
            },
            Self::Drop(field) => change::drop_corrections(life, [*field]),
            Self::Close(since, why) => change::close(life, &Closure::new(day(*since), why, None).unwrap()),
            Self::Reopen => change::reopen(life),
            Self::Favourite(is_favourite) => change::set_favourite(life, *is_favourite),
        }
    }

    /// What the act must do to what is read.
    fn done_to(&self, life: &mut PlaceLife) {
        let id = |id: &String| NoteId::new(RecordId::new(id.as_str()).unwrap());
        match self {
            Self::Note(name, text) => drop(life.notes.insert(id(name), Note::new(text, day(1), None).unwrap())),
            Self::RemoveNote(name) => drop(life.notes.remove(&id(name))),
            Self::Verify(on, how) => {
                life.verified = Some(Verification { on: day(*on), how: *how, by: signed("MD") });
            }
            Self::Correct(field, text) => {
                let imported = field.value(&place("1", "Le Relais"));
                match field.read(text) {
                    Ok(value) if value == imported => drop(life.corrections.remove(field)),
                    Ok(value) => {
                        let correction = super::model::Correction { value, instead_of: imported, on: day(2), by: None };
                        life.corrections.insert(*field, correction);
                    }
                    Err(_) => {}
                }
            }
            Self::Drop(field) => drop(life.corrections.remove(field)),
            Self::Close(since, why) => life.closed = Closure::new(day(*since), why, None).ok(),
            Self::Reopen => life.closed = None,
            Self::Favourite(is_favourite) => life.is_favourite = *is_favourite,
        }
    }
}

proptest! {
    #[test]
    fn any_record_is_read_and_nothing_of_it_is_lost(record in any_record()) {
        let key = Key { kind: Kind::new(PLACE_KIND).unwrap(), id: RecordId::new("x").unwrap() };
        let life = PlaceLife::from_record(&key, &record);
        let list = PlaceList::from_record(&key, &record);
        for aside in life.kept_aside.iter().chain(&list.kept_aside) {
            prop_assert!(record.fields.contains_key(&aside.field));
        }
        let mut desk = Desk::new();
        desk.tables.put(key, record);
        let lives = Lives::read(&desk.tables);
        lives.places(directory(&[]).imports(), |_| true);
        // Values that are used were checked.
        for life in lives.iter() {
            for (field, correction) in &life.corrections {
                prop_assert!(field.check(&correction.value).is_ok());
            }
        }
    }

    #[test]
    fn what_is_written_is_read_back(acts in prop::collection::vec(any_act(), 0..30)) {
        let relais = place("1", "Le Relais");
        let mut desk = Desk::new();
        let mut expected = desk.life(&relais);
        for act in &acts {
            desk.write(&act.changes(&desk.life(&relais)));
            act.done_to(&mut expected);
        }
        prop_assert_eq!(desk.life(&relais), expected);
    }

    #[test]
    fn what_is_written_apart_reads_the_same_everywhere(
        before in prop::collection::vec(any_act(), 0..6),
        here in prop::collection::vec(any_act(), 0..8),
        there in prop::collection::vec(any_act(), 0..8),
    ) {
        let relais = place("1", "Le Relais");
        let mut one = Desk::new();
        before.iter().for_each(|act| one.write(&act.changes(&one.life(&relais))));
        let mut other = one.copy("b");
        here.iter().for_each(|act| one.write(&act.changes(&one.life(&relais))));
        there.iter().for_each(|act| other.write(&act.changes(&other.life(&relais))));
        let (alone, apart) = (one.life(&relais), other.clone());
        let mut merged = one.clone();
        merged.receive(&apart);
        other.receive(&one);
        prop_assert_eq!(merged.life(&relais), other.life(&relais));
        let both = merged.life(&relais);
        // A note or a correction that only one of them touched is as they left it.
        let touches_note = |id: &NoteId| there.iter().any(|act| match act {
            Act::Note(name, _) | Act::RemoveNote(name) => name == id.as_str(),
            _ => false,
        });
        for (id, note) in alone.notes.iter().filter(|(id, _)| !touches_note(id)) {
            prop_assert_eq!(both.notes.get(id), Some(note));
        }
        let touches_field = |field: &PlaceField| there.iter().any(|act| match act {
            Act::Correct(other, _) | Act::Drop(other) => other == field,
            _ => false,
        });
        for (field, correction) in alone.corrections.iter().filter(|(field, _)| !touches_field(field)) {
            prop_assert_eq!(both.corrections.get(field), Some(correction));
        }
    }
}
