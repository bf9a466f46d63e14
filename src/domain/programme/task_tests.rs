use super::super::attendance::Presence::Present;
use super::super::fixture::{Fixture, day};
use super::super::session::{Shared, set_status};
use super::super::structure::{StructureKind, field, note_day, remind};
use super::*;
use crate::content::communes::communes;

fn due_on(fixture: &Fixture, today: &str) -> Vec<Due> {
    let programme = fixture.programme();
    let gauge = Gauge::of(&programme, &communes().unwrap().communes, day(today));
    tasks(&programme, &gauge)
}

fn of_sessions(due: &[Due]) -> Vec<(Task, bool)> {
    let is_of_cycle = |task: &Task| matches!(task, Task::PlanSessions { .. } | Task::FindPeople { .. });
    due.iter().filter(|due| !is_of_cycle(&due.task)).map(|due| (due.task.clone(), due.is_late)).collect()
}

#[test]
fn an_empty_cycle_lacks_everything_that_was_ordered() {
    let due = due_on(&Fixture::new(), "2022-01-05");
    let tasks: Vec<_> = due.into_iter().map(|due| due.task).collect();
    assert_eq!(tasks, [Task::PlanSessions { lacking: 10 }, Task::FindPeople { lacking: 100 }]);
}

#[test]
fn a_session_asks_for_what_it_lacks_as_its_day_comes() {
    let mut fixture = Fixture::new();
    let id = fixture.session("s1", "2022-03-01");
    let far = of_sessions(&due_on(&fixture, "2022-01-05"));
    assert_eq!(far, [(Task::Confirm(id.clone()), false), (Task::NoTrainer(id.clone()), false)]);
    let near = of_sessions(&due_on(&fixture, "2022-02-10"));
    assert!(near.contains(&(Task::Confirm(id.clone()), true)));
    assert!(near.contains(&(Task::SmallGroup { session: id.clone(), registered: 0 }, false)));
    fixture.commit(&set_status(&id, &Status::Confirmed));
    let person = fixture.person("a", None);
    fixture.register(&id, [&person]);
    let confirmed = of_sessions(&due_on(&fixture, "2022-02-10"));
    assert!(confirmed.contains(&(Task::Invite { session: id.clone(), people: 1 }, false)));
    assert!(
        of_sessions(&due_on(&fixture, "2022-02-14")).contains(&(Task::Invite { session: id.clone(), people: 1 }, true))
    );
    assert_eq!(of_sessions(&due_on(&fixture, "2022-03-02")), [(Task::SayHeld(id.clone()), true)]);
    fixture.commit(&set_status(&id, &Status::Held));
    let missing = Task::NoteAttendance { session: id.clone(), missing: 2 };
    assert_eq!(of_sessions(&due_on(&fixture, "2022-03-02")), [(missing, true)]);
    assert_eq!(of_sessions(&due_on(&fixture, "2022-02-28")), [], "seen from before, it was held since");
    fixture.note(&id, &person, [Present, Present]);
    assert_eq!(of_sessions(&due_on(&fixture, "2022-03-02")), []);
}

#[test]
fn a_day_that_is_too_short_and_two_that_clash_are_seen() {
    let mut fixture = Fixture::new();
    let trainer = fixture.trainer("t");
    let typed = |place: &'static str| [("held_on", "2022-03-01"), ("trainers", "t"), ("place", place)];
    let one = fixture.session_with("s1", &typed("Maison"));
    let other = fixture.session_with("s2", &typed("maison"));
    fixture.session_with("s3", &[("held_on", "2022-03-02"), ("trainers", "t"), ("morning/to", "12:00")]);
    let due = due_on(&fixture, "2022-01-05");
    let clash = |over| Task::Clash(Clash { one: one.clone(), other: other.clone(), over });
    let found: Vec<_> = due.iter().map(|due| due.task.clone()).collect();
    assert!(found.contains(&clash(Shared::Trainer(trainer))) && found.contains(&clash(Shared::Room)));
    let short: Vec<_> = found.iter().filter(|task| matches!(task, Task::Hours { .. })).collect();
    assert_eq!(short.len(), 1);
    fixture.commit(&set_status(&other, &Status::Cancelled { reason: "doublon".to_owned() }));
    assert!(!due_on(&fixture, "2022-01-05").iter().any(|due| matches!(due.task, Task::Clash(_))));
}

#[test]
fn a_structure_that_was_asked_and_sends_nobody_is_reminded() {
    let mut fixture = Fixture::new();
    let structure = fixture.structure("mission", StructureKind::MissionLocale);
    let key = structure.key().unwrap();
    let is_due = |fixture: &Fixture, today: &str| {
        due_on(fixture, today).iter().any(|due| due.task == Task::Remind(structure.clone()))
    };
    assert!(!is_due(&fixture, "2022-03-01"), "it was never asked");
    fixture.commit(&note_day(&key, field::INVITED_ON, day("2022-01-10")));
    assert!(!is_due(&fixture, "2022-01-23") && is_due(&fixture, "2022-01-24"));
    fixture.commit(&remind(&key, day("2022-01-24"), true));
    assert!(!is_due(&fixture, "2022-02-06") && is_due(&fixture, "2022-02-07"));
    let session = fixture.session("s1", "2022-06-01");
    let person = fixture.person("a", Some(&structure));
    fixture.register(&session, [&person]);
    assert!(!is_due(&fixture, "2022-02-07"));
}

#[test]
fn what_is_late_comes_first() {
    let mut fixture = Fixture::new();
    fixture.session("s1", "2022-02-01");
    fixture.session("s2", "2022-01-10");
    let due = due_on(&fixture, "2022-01-20");
    let late: Vec<_> = due.iter().map(|due| due.is_late).collect();
    assert!(late.is_sorted_by(|one, next| one >= next), "{late:?}");
    assert!(due.last().is_some_and(|due| due.on.is_none()));
}
