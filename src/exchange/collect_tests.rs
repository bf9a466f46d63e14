//! A code counts once, whatever way it comes by, and what the trainer decided stays.

use super::super::packed::pack;
use super::*;
use crate::content::{cases::cases, objectives::objectives, questionnaire::questionnaire, rules::rulebook};
use crate::domain::exercise::code::Manner;
use crate::domain::exercise::work::{Handed, Moment, Positioning};
use crate::domain::interview::questionnaire::Length;
use crate::records::{Author, Change, DeviceId, RecordId, ReplicaId};

fn lists() -> Lists<'static> {
    Lists {
        questionnaire: questionnaire().unwrap(),
        rulebook: rulebook().unwrap(),
        objectives: objectives().unwrap(),
        cases: cases().unwrap().cases.clone(),
    }
}

fn room(random: u32) -> ExerciseCode {
    ExerciseCode::new(&[].into(), Length::Short, Manner::Alone, random)
}

fn seat(number: u8) -> Seat {
    Seat::new(number).unwrap()
}

fn id(nth: u8) -> RecordId {
    RecordId::new(format!("0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a{nth:02x}")).unwrap()
}

fn work(number: u8, edition: u16) -> Work {
    let answers = Handed::Positioning(Positioning { moment: Moment::Before, levels: [].into() });
    Work { exercise: room(3), seat: seat(number), edition, answers }
}

fn code(nth: u8, work: &Work) -> String {
    pack(&id(nth), work, &lists()).unwrap()
}

fn sender(number: u8, standing: Standing) -> Sender {
    Sender { seat: seat(number), asked: Asked::Positioning(Moment::Before), standing }
}

fn counted(number: u8) -> Sender {
    sender(number, Standing::Counts)
}

fn store(tables: &mut Tables, changes: &ChangeSet) {
    let replica = ReplicaId::new("trainer").unwrap();
    let author = Author { replica, device: DeviceId::new("desk").unwrap(), at_ms: 1 };
    changes.apply(tables, &author).into_iter().for_each(|(key, record)| tables.put(key, record));
}

/// Collects, and stores what came.
fn take(tables: &mut Tables, codes: &[String]) -> Vec<Arrival> {
    let (arrivals, changes) = collect(codes, room(3), tables, &lists());
    store(tables, &changes);
    arrivals
}

fn editions(tables: &Tables) -> Vec<(u8, u16)> {
    HandIn::all(tables, room(3)).iter().map(|one| (one.work.seat.number(), one.work.edition)).collect()
}

#[test]
fn a_code_counts_once_however_often_it_is_shown() {
    let mut tables = Tables::default();
    let shown = code(1, &work(7, 1));
    assert_eq!(
        take(&mut tables, &[shown.clone(), shown.clone()]),
        [Arrival::New(counted(7)), Arrival::Again(counted(7))]
    );
    assert_eq!(take(&mut tables, &[shown]), [Arrival::Again(counted(7))]);
    assert_eq!(editions(&tables), [(7, 1)]);
}

#[test]
fn a_later_edition_replaces_and_an_older_one_does_not() {
    let mut tables = Tables::default();
    let (first, second, third) = (code(1, &work(7, 1)), code(1, &work(7, 2)), code(1, &work(7, 3)));
    assert_eq!(take(&mut tables, std::slice::from_ref(&second)), [Arrival::New(counted(7))]);
    assert_eq!(
        take(&mut tables, &[first, third, second]),
        [Arrival::Again(counted(7)), Arrival::Later(counted(7)), Arrival::Again(counted(7))]
    );
    assert_eq!(editions(&tables), [(7, 3)]);
}

#[test]
fn the_same_seat_by_two_ways_waits_for_the_trainer() {
    let mut tables = Tables::default();
    // By a file, or typed from paper.
    let key = hand_in::key(&id(1)).unwrap();
    let changes = hand_in::receive(&tables, &key, &work(7, 1));
    store(&mut tables, &changes);
    let waits = sender(7, Standing::ToSettle);
    assert_eq!(
        take(&mut tables, &[code(2, &work(7, 1)), code(1, &work(7, 1)), code(3, &work(8, 1))]),
        [Arrival::New(waits.clone()), Arrival::Again(waits), Arrival::New(counted(8))]
    );
    let collected = Collected::of(HandIn::all(&tables, room(3)));
    assert_eq!(collected.to_settle.iter().map(Vec::len).collect::<Vec<_>>(), [2]);
    assert_eq!(collected.counted(&Asked::Positioning(Moment::Before)).len(), 1);
}

#[test]
fn what_the_trainer_decided_stays() {
    let mut tables = Tables::default();
    take(&mut tables, &[code(1, &work(7, 1)), code(2, &work(8, 1))]);
    let (one, other) = (hand_in::key(&id(1)).unwrap(), hand_in::key(&id(2)).unwrap());
    store(&mut tables, &hand_in::renumber(&one, seat(9)));
    store(&mut tables, &hand_in::set_aside(&other, true));
    assert_eq!(
        take(&mut tables, &[code(1, &work(7, 2)), code(2, &work(8, 1))]),
        [Arrival::Later(counted(9)), Arrival::Again(sender(8, Standing::SetAside))]
    );
    assert_eq!(editions(&tables), [(9, 2), (8, 1)]);
}

#[test]
fn what_the_trainer_decided_before_it_was_taken_away_stays_too() {
    let mut tables = Tables::default();
    take(&mut tables, &[code(1, &work(7, 1)), code(2, &work(8, 1))]);
    let (one, other) = (hand_in::key(&id(1)).unwrap(), hand_in::key(&id(2)).unwrap());
    store(&mut tables, &hand_in::renumber(&one, seat(9)));
    store(&mut tables, &hand_in::set_aside(&other, true));
    for key in [&one, &other] {
        store(&mut tables, &hand_in::delete(key));
    }
    assert_eq!(
        take(&mut tables, &[code(1, &work(7, 2)), code(2, &work(8, 2))]),
        [Arrival::New(counted(9)), Arrival::New(sender(8, Standing::SetAside))]
    );
    assert_eq!(editions(&tables), [(9, 2), (8, 2)]);
}

#[test]
fn what_was_taken_away_or_erased_does_not_come_back() {
    let mut tables = Tables::default();
    take(&mut tables, &[code(1, &work(7, 1)), code(2, &work(8, 1))]);
    let (one, other) = (hand_in::key(&id(1)).unwrap(), hand_in::key(&id(2)).unwrap());
    store(&mut tables, &hand_in::delete(&one));
    store(&mut tables, &ChangeSet { changes: vec![Change::Erase { key: other }] });
    let codes = [code(1, &work(7, 1)), code(2, &work(8, 1)), code(2, &work(8, 2))];
    assert_eq!(take(&mut tables, &codes), [Arrival::Gone, Arrival::Gone, Arrival::Gone]);
    assert_eq!(editions(&tables), []);
}

#[test]
fn what_is_for_others_writes_nothing() {
    let other = Work { exercise: room(4), ..work(7, 1) };
    let codes = [code(1, &other), "https://exemple.fr".to_owned(), code(2, &work(7, 1))[..50].to_owned()];
    let (arrivals, changes) = collect(&codes, room(3), &Tables::default(), &lists());
    assert_eq!(
        arrivals,
        [Arrival::OtherExercise(room(4)), Arrival::Refused(PackFault::NotOurs), Arrival::Refused(PackFault::Damaged)]
    );
    assert_eq!(changes, ChangeSet::new());
}
