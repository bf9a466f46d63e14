//! What this device handed in from a seat is told from what came from another one under the same number.

use super::super::code::Manner;
use super::super::positioning::{Place, Positioned, choose};
use super::super::practice::Assignment;
use super::super::work::{CaseWork, Grade, Moment};
use super::*;
use crate::domain::curriculum::objective::ObjectiveId;
use crate::domain::interview::id::CaseId;
use crate::domain::interview::questionnaire::{Length, Version};
use crate::records::{Author, DeviceId, ReplicaId};

fn store(tables: &mut Tables, changes: &ChangeSet) {
    let author = Author { replica: ReplicaId::new("r1").unwrap(), device: DeviceId::unnamed(), at_ms: 1 };
    changes.apply(&tables.clone(), &author).into_iter().for_each(|(key, record)| tables.put(key, record));
}

fn id(text: &str) -> RecordId {
    RecordId::new(text).unwrap()
}

fn seat(number: u8) -> Seat {
    Seat::new(number).unwrap()
}

fn room(draw: u32) -> ExerciseCode {
    ExerciseCode::new(&[].into(), Length::Short, Manner::Alone, draw)
}

fn on(case: &str) -> Handed {
    Handed::Case(CaseWork {
        case: CaseId::new(case).unwrap(),
        questionnaire: Version("2026-11".to_owned()),
        answers: [].into(),
        orientations: [].into(),
        asked: [].into(),
    })
}

/// An interview on a case begun here, and handed in.
fn held(tables: &mut Tables, text: &str, from: (ExerciseCode, Seat), case: &str) {
    let assignment = Assignment { exercise: from.0, seat: from.1, case: CaseId::new(case).unwrap() };
    let key = practice::key(&id(text)).unwrap();
    store(tables, &ChangeSet::one(&key, practice::field::ASSIGNMENT, Some(&assignment)));
    let work = next(tables, &id(text), from, on(case)).unwrap();
    let changes = hand_in(tables, &id(text), &work).unwrap();
    store(tables, &changes);
}

/// A positioning begun here, and handed in.
fn positioned(tables: &mut Tables, text: &str, from: (ExerciseCode, Seat), moment: Moment) {
    let place = Place { exercise: from.0, seat: from.1, moment };
    let key = positioning::key(&id(text)).unwrap();
    let changes = choose(&key, &place, &ObjectiveId::new("pix").unwrap(), Some(Grade::Uses));
    store(tables, &changes);
    let changes = positioning::hand_in(&Positioned::find(tables, &place).unwrap(), tables).unwrap();
    store(tables, &changes);
}

#[test]
fn only_what_was_begun_here_from_this_seat_is_told_in_the_order_of_the_day() {
    let mut tables = Tables::default();
    positioned(&mut tables, "a", (room(3), seat(7)), Moment::After);
    positioned(&mut tables, "b", (room(3), seat(7)), Moment::Before);
    held(&mut tables, "c", (room(3), seat(7)), "sami");
    held(&mut tables, "d", (room(3), seat(7)), "elodie");
    held(&mut tables, "e", (room(3), seat(8)), "sami");
    held(&mut tables, "f", (room(4), seat(7)), "sami");
    // The same number, received from elsewhere.
    let received = Work { exercise: room(3), seat: seat(7), edition: 1, answers: on("sami") };
    let changes = hand_in::receive(&tables, &hand_in::key(&id("g")).unwrap(), &received);
    store(&mut tables, &changes);
    // The trainer gives another number to what was handed in here: it is from here all the same.
    store(&mut tables, &hand_in::renumber(&hand_in::key(&id("c")).unwrap(), seat(9)));
    let told = handed_in_here(&tables, room(3), seat(7));
    assert_eq!(told.iter().map(|one| one.key.id.as_str()).collect::<Vec<_>>(), ["b", "d", "c", "a"]);
    let begun = begun_here(&tables, room(3), seat(7));
    assert_eq!(begun, ["a", "b", "c", "d"].map(id).into());
    assert_eq!(handed_in_here(&tables, room(3), seat(9)), []);
}

#[test]
fn what_was_begun_and_not_handed_in_is_not_told() {
    let mut tables = Tables::default();
    let place = Place { exercise: room(3), seat: seat(7), moment: Moment::Before };
    let key = positioning::key(&id("a")).unwrap();
    let changes = choose(&key, &place, &ObjectiveId::new("pix").unwrap(), Some(Grade::Uses));
    store(&mut tables, &changes);
    assert_eq!(handed_in_here(&tables, room(3), seat(7)), []);
    assert_eq!(begun_here(&tables, room(3), seat(7)).len(), 1);
}

#[test]
fn an_edition_follows_what_was_handed_in_last_and_the_same_is_not_handed_in_twice() {
    let mut tables = Tables::default();
    let from = (room(3), seat(7));
    for edition in [1, 2] {
        let answers = || on(&format!("case{edition}"));
        let work = next(&tables, &id("a"), from, answers()).unwrap();
        assert_eq!(work.edition, edition);
        let changes = hand_in(&tables, &id("a"), &work).unwrap();
        store(&mut tables, &changes);
        assert_eq!(next(&tables, &id("a"), from, answers()), Err(NothingToHandIn::Same));
        assert_eq!(hand_in(&tables, &id("a"), &work), Err(NothingToHandIn::Unwritable), "it is here already");
    }
    assert_eq!(latest(&tables, &id("a")).map(|work| work.edition), Some(2));
}
