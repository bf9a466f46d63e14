use super::super::attendance::Presence::{self, Absent, Present};
use super::super::erasure::{delete, erase};
use super::super::fixture::{Fixture, day};
use super::super::session::{Status, set_status};
use super::*;
use crate::content::communes::communes;
use crate::domain::programme::id::ProfessionalId;

/// Two sessions, one of which was held: of its three people, one was late, one left at noon.
fn cycle() -> (Fixture, Vec<SessionId>, Vec<ProfessionalId>) {
    let mut fixture = Fixture::new();
    let sessions = vec![fixture.session("s1", "2022-02-01"), fixture.session("s2", "2022-03-01")];
    let mission = fixture.structure("mission", StructureKind::MissionLocale);
    let elsewhere = fixture.structure("autre", StructureKind::Other);
    let mut people = vec![
        fixture.person("a", Some(&mission)),
        fixture.person("b", Some(&mission)),
        fixture.person("c", Some(&elsewhere)),
        fixture.person("d", None),
    ];
    people.push(fixture.person_with("e", &[("family_name", "e"), ("given_name", "Noa")]));
    fixture.register(&sessions[0], &people[..3]);
    fixture.register(&sessions[1], &people[3..]);
    fixture.note(&sessions[0], &people[0], [Present, Present]);
    fixture.note(&sessions[0], &people[1], [Presence::Partial { late: 20, early: 0 }, Present]);
    fixture.note(&sessions[0], &people[2], [Present, Absent]);
    fixture.commit(&set_status(&sessions[0], &Status::Held));
    (fixture, sessions, people)
}

fn gauge(fixture: &Fixture) -> Gauge {
    gauge_on(fixture, "2022-02-15")
}

fn gauge_on(fixture: &Fixture, on: &str) -> Gauge {
    Gauge::of(&fixture.programme(), &communes().unwrap().communes, day(on))
}

fn share<T: PartialEq>(shares: &[(Option<T>, Share)], of: &Option<T>) -> (u32, u32) {
    let (_, share) = shares.iter().find(|(name, _)| name == of).unwrap();
    (share.trained, share.registered)
}

#[test]
fn what_is_done_is_told_from_what_is_to_come() {
    let (fixture, ..) = cycle();
    let gauge = gauge(&fixture);
    assert_eq!((gauge.sessions.done, gauge.sessions.expected), (1, 2));
    assert_eq!((gauge.people.done, gauge.people.expected), (2, 4), "whoever left at noon is neither");
    assert_eq!(gauge.people.fit(), Some((Fit::Under, Fit::Under)));
    assert_eq!(gauge.person_minutes, 420 + 400 + 210);
    assert_eq!(gauge.held_minutes, 420);
    let trained: Vec<_> = gauge.groups.iter().map(|group| (group.registered, group.trained)).collect();
    assert_eq!(trained, [(3, 2), (2, 0)]);
}

#[test]
fn each_person_is_of_one_kind_and_one_territory() {
    let (fixture, ..) = cycle();
    let gauge = gauge(&fixture);
    assert_eq!(share(&gauge.kinds, &Some(StructureKind::MissionLocale)), (2, 0));
    assert_eq!(share(&gauge.kinds, &None), (0, 2));
    assert_eq!(share(&gauge.kinds, &Some(StructureKind::Ase)), (0, 0), "one that nobody comes from is there");
    assert_eq!(gauge.kinds.len(), 11, "nobody of another kind is counted");
    let est = Territory::new("Est Ensemble").unwrap();
    assert_eq!(share(&gauge.territories, &Some(est)), (2, 1));
    assert_eq!(share(&gauge.territories, &None), (0, 1));
    let sum: u32 = gauge.territories.iter().map(|(_, share)| share.trained + share.registered).sum();
    assert_eq!(sum, gauge.people.expected);
}

#[test]
fn nobody_counts_twice_and_a_cancelled_session_counts_nobody() {
    let (mut fixture, sessions, people) = cycle();
    // Whoever left at noon comes to the next one.
    fixture.register(&sessions[1], &people[2..3]);
    assert_eq!(gauge(&fixture).people.expected, 5);
    fixture.commit(&set_status(&sessions[1], &Status::Cancelled { reason: "salle fermée".to_owned() }));
    let gauge = gauge(&fixture);
    assert_eq!((gauge.people.done, gauge.people.expected), (2, 2));
    assert_eq!((gauge.sessions.expected, gauge.cancelled, gauge.groups.len()), (1, 1, 1));
}

#[test]
fn erasing_somebody_moves_no_figure() {
    let (mut fixture, _, people) = cycle();
    let before = gauge(&fixture);
    for person in &people[..4] {
        let erased = erase(&fixture.tables, person, &communes().unwrap().communes, day("2022-12-31"));
        fixture.commit(&erased);
    }
    assert_eq!(gauge(&fixture), before);
}

#[test]
fn whoever_waits_is_counted_once_and_not_with_those_who_have_a_seat() {
    let mut fixture = Fixture::new();
    let small = fixture.session_with("s1", &[("held_on", "2022-02-01"), ("capacity", "1")]);
    let people = ["a", "b"].map(|id| fixture.person(id, None));
    fixture.register(&small, &people);
    assert_eq!((gauge(&fixture).waiting, gauge(&fixture).people.expected), (1, 1));
}

#[test]
fn on_an_earlier_day_what_was_held_since_is_still_to_come() {
    let (mut fixture, _, people) = cycle();
    let told = |gauge: &Gauge| (gauge.sessions.done, gauge.people.done, gauge.people.expected, gauge.held_minutes);
    assert_eq!(told(&gauge_on(&fixture, "2022-02-01")), (1, 2, 4, 420), "its own day counts");
    let before = gauge_on(&fixture, "2022-01-31");
    assert_eq!(told(&before), (0, 0, 5, 0), "whoever left at noon still had a place");
    assert_eq!((before.person_minutes, before.sessions.expected), (0, 2));
    assert!(before.groups.iter().all(|group| !group.is_held && group.trained == 0));
    assert_eq!(share(&before.kinds, &Some(StructureKind::MissionLocale)), (0, 2));
    for person in &people[..2] {
        let erased = erase(&fixture.tables, person, &communes().unwrap().communes, day("2022-02-15"));
        fixture.commit(&erased);
    }
    assert_eq!(gauge_on(&fixture, "2022-01-31"), before, "nor do those who were erased");
}

#[test]
fn whoever_leaves_the_lists_stays_counted_where_they_sat_then_erased_moves_no_figure() {
    let (mut fixture, sessions, people) = cycle();
    let told = |gauge: &Gauge| {
        let trained: u32 = gauge.groups.iter().map(|group| group.trained).sum();
        (gauge.people.done, trained, gauge.people.expected, gauge.person_minutes)
    };
    assert_eq!(told(&gauge(&fixture)), (2, 2, 4, 1_030));
    // One who was trained, one who left at noon, one who has a place to come.
    for person in &people[1..4] {
        fixture.commit(&delete(person));
    }
    let removed = gauge(&fixture);
    assert_eq!(told(&removed), (2, 2, 3, 1_030), "only a place to come is given up");
    assert_eq!(removed.groups.iter().map(|group| group.registered).collect::<Vec<_>>(), [3, 1]);
    assert_eq!(share(&removed.kinds, &Some(StructureKind::MissionLocale)), (2, 0));
    for person in &people[1..4] {
        fixture.commit(&erase(&fixture.tables, person, &communes().unwrap().communes, day("2022-12-31")));
    }
    assert_eq!(gauge(&fixture), removed);
    assert_eq!(fixture.programme().session(&sessions[1]).unwrap().tallies.len(), 0);
}
