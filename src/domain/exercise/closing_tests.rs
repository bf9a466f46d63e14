use super::super::code::Manner;
use super::super::positioning::{self, Place};
use super::super::practice::{Assignment, begin, hand_in, key};
use super::super::work::{Grade, Moment};
use super::*;
use crate::content::cases::cases;
use crate::content::questionnaire::questionnaire;
use crate::domain::curriculum::objective::ObjectiveId;
use crate::domain::interview::answer::Answer;
use crate::domain::interview::change;
use crate::domain::interview::id::{CaseId, ItemId};
use crate::domain::interview::model::Presentation;
use crate::domain::interview::questionnaire::Length;
use crate::domain::programme::fixture::Fixture;
use crate::records::{Author, ChangeSet, DeviceId, RecordId, ReplicaId};
use std::collections::BTreeSet;

fn seat(number: u8) -> Seat {
    Seat::new(number).unwrap()
}

fn code(drawn: u32) -> ExerciseCode {
    ExerciseCode::new(&BTreeSet::new(), Length::Short, Manner::Alone, drawn)
}

fn store(tables: &mut Tables, changes: &ChangeSet) {
    let author = Author { replica: ReplicaId::new("r1").unwrap(), device: DeviceId::unnamed(), at_ms: 1 };
    changes.apply(&tables.clone(), &author).into_iter().for_each(|(key, record)| tables.put(key, record));
}

fn held(tables: &mut Tables, id: &str, exercise: ExerciseCode, number: u8) -> Assignment {
    let case = cases().unwrap().cases.first().unwrap();
    let on = Assignment { exercise, case: case.id.clone(), seat: seat(number) };
    let key = key(&RecordId::new(id).unwrap()).unwrap();
    let day = "2026-03-03".parse().unwrap();
    let changes = begin(&key, &on, case, Presentation::Conversation, questionnaire().unwrap(), day);
    store(tables, &changes.unwrap());
    on
}

fn answers(tables: &mut Tables, on: &Assignment, device: &str) {
    let practice = Practice::find(tables, on).unwrap();
    let answer: Answer = serde_json::from_value(serde_json::json!({ "many": [device] })).unwrap();
    store(tables, &change::answer(&practice.key, &ItemId::new("devices").unwrap(), Some(&answer)));
}

#[test]
fn what_has_not_come_waits_and_what_has_does_not() {
    let asked = |id: &str| Asked::Case(CaseId::new(id).unwrap());
    let arrivals = [
        Arrivals { asked: asked("elodie"), counted: vec![seat(1)], to_settle: vec![seat(4)], missing: vec![seat(2)] },
        Arrivals { asked: asked("sami"), counted: vec![seat(1), seat(2)], to_settle: vec![], missing: vec![] },
        Arrivals { asked: asked("ines"), counted: vec![], to_settle: vec![], missing: vec![seat(1), seat(2)] },
    ];
    let waits = of_arrivals(&arrivals);
    let expected = [
        Wait::ToSettle { asked: asked("elodie"), seats: vec![seat(4)] },
        Wait::Awaited { asked: asked("elodie"), seats: vec![seat(2)] },
        Wait::Awaited { asked: asked("ines"), seats: vec![seat(1), seat(2)] },
    ];
    assert_eq!(waits, expected);
    assert_eq!(found(&waits, Check::Awaited), expected[1..]);
    assert_eq!(found(&waits, Check::NotBackedUp), []);
}

#[test]
fn what_was_answered_here_waits_until_it_is_handed_in() {
    let mut tables = Tables::default();
    let questionnaire = questionnaire().unwrap();
    let waits = |tables: &Tables| not_handed_in(tables, code(3), questionnaire);
    let (nine, two) = (held(&mut tables, "p", code(3), 9), held(&mut tables, "q", code(3), 2));
    let elsewhere = held(&mut tables, "r", code(4), 1);
    assert_eq!(waits(&tables), [], "nothing answered: there is nothing to hand in");
    for on in [&nine, &two, &elsewhere] {
        answers(&mut tables, on, "tablet");
    }
    let wait = |on: &Assignment, is_changed| {
        let asked = Asked::Case(on.case.clone());
        Wait::NotHandedIn { asked, seat: on.seat, is_changed }
    };
    assert_eq!(waits(&tables), [wait(&two, false), wait(&nine, false)], "by number; another exercise does not count");
    let changes = hand_in(&Practice::find(&tables, &nine).unwrap(), &tables, questionnaire).unwrap();
    store(&mut tables, &changes);
    assert_eq!(waits(&tables), [wait(&two, false)]);
    answers(&mut tables, &nine, "computer");
    assert_eq!(waits(&tables), [wait(&two, false), wait(&nine, true)]);
}

#[test]
fn a_positioning_waits_like_a_case_until_it_is_handed_in() {
    let mut tables = Tables::default();
    let waits = |tables: &Tables| not_handed_in(tables, code(3), questionnaire().unwrap());
    let moment = Moment::After;
    let place = |exercise, number| Place { exercise, seat: seat(number), moment };
    for (id, place) in [("p", place(code(3), 7)), ("q", place(code(4), 7))] {
        let key = positioning::key(&RecordId::new(id).unwrap()).unwrap();
        let pix = ObjectiveId::new("pix").unwrap();
        store(&mut tables, &positioning::choose(&key, &place, &pix, Some(Grade::Uses)));
    }
    let wait = Wait::NotHandedIn { asked: Asked::Positioning(moment), seat: seat(7), is_changed: false };
    assert_eq!(waits(&tables), [wait]);
    let one = Positioned::find(&tables, &place(code(3), 7)).unwrap();
    let changes = positioning::hand_in(&one, &tables).unwrap();
    store(&mut tables, &changes);
    assert_eq!(waits(&tables), []);
}

#[test]
fn changes_in_no_file_wait() {
    assert_eq!(not_backed_up(0), None);
    assert_eq!(not_backed_up(3).map(|wait| wait.check()), Some(Check::NotBackedUp));
}

/// A day of training with one person, of whom nothing is noted.
fn a_day() -> Fixture {
    let mut fixture = Fixture::new();
    let session = fixture.session("s", "2022-03-01");
    let person = fixture.person("a", None);
    fixture.register(&session, [&person]);
    fixture
}

#[test]
fn the_presences_of_the_day_of_the_exercise_wait() {
    let day = a_day();
    let waits = |on: &str| attendance(&day.tables, on.parse().ok()).len();
    assert_eq!((waits("2022-03-01"), waits("2022-03-02")), (2, 0), "half-day by half-day");
    assert_eq!(attendance(&day.tables, None), [], "an exercise without a day");
}

#[test]
fn what_waits_is_found_by_one_of_the_checks() {
    let asked = Asked::Case(CaseId::new("elodie").unwrap());
    let held_on = "2022-03-01".parse().ok();
    let waits = [
        Wait::ToSettle { asked: asked.clone(), seats: vec![seat(1)] },
        Wait::Awaited { asked: asked.clone(), seats: vec![seat(1)] },
        Wait::NotHandedIn { asked, seat: seat(1), is_changed: false },
        attendance(&a_day().tables, held_on).remove(0),
        Wait::NotBackedUp { changes: 1 },
    ];
    let all: Vec<Wait> = Check::ALL.into_iter().flat_map(|check| found(&waits, check)).collect();
    assert_eq!(all, waits, "in the order of the checks, each once");
}
