use super::super::attendance::Presence::{Absent, Present};
use super::super::erasure;
use super::super::fixture::Fixture;
use super::super::registration::Why;
use super::super::session::set_status;
use super::*;
use crate::content::communes::communes;

const AT: i64 = 1_650_000_000_000;

fn cancelled() -> Status {
    Status::Cancelled { why: Why::ByPerson, note: String::new() }
}

/// A session of three seats, and five people.
fn room() -> (Fixture, SessionId, Vec<ProfessionalId>) {
    let mut fixture = Fixture::new();
    let session = fixture.session_with("s1", &[("held_on", "2022-02-01"), ("capacity", "3")]);
    let people = ["a", "b", "c", "d", "e"].map(|id| fixture.person(id, None)).to_vec();
    (fixture, session, people)
}

fn place<'p>(programme: &'p Programme, session: &SessionId, person: &ProfessionalId) -> &'p Registration {
    programme.places(session).iter().find(|place| place.person == *person).unwrap()
}

#[test]
fn seats_are_given_in_turn_then_people_wait() {
    let (mut fixture, id, people) = room();
    fixture.register(&id, &people[..4]);
    let programme = fixture.programme();
    let session = programme.session(&id).unwrap();
    let group = programme.group(session);
    assert_eq!((group.registered, group.waiting, group.free(), group.fit), (3, 1, 0, Some(Fit::Under)));
    assert_eq!(programme.register(session, &people[4], AT).unwrap().1, Given::Turn(2));
    assert_eq!(programme.promotable(session), Vec::<&Registration>::new());
}

#[test]
fn a_seat_given_up_is_proposed_to_whoever_waits_first() {
    let (mut fixture, id, people) = room();
    fixture.register(&id, &people);
    let changes = registration::set_status(place(&fixture.programme(), &id, &people[1]), &cancelled());
    fixture.commit(&changes);
    let programme = fixture.programme();
    let session = programme.session(&id).unwrap();
    let next: Vec<_> = programme.promotable(session).iter().map(|place| place.person.clone()).collect();
    assert_eq!(next, [people[3].clone()]);
    // Somebody new does not pass before those who wait.
    assert_eq!(programme.register(session, &people[1], AT).unwrap().1, Given::Turn(3));
    let promoted = programme.promote_all(session);
    fixture.commit(&promoted);
    let programme = fixture.programme();
    assert!(place(&programme, &id, &people[3]).is_registered() && place(&programme, &id, &people[4]).is_waiting());
    assert_eq!(programme.promotable(programme.session(&id).unwrap()).len(), 0);
}

#[test]
fn nobody_has_two_places() {
    let (mut fixture, id, people) = room();
    let other = fixture.session("s2", "2022-03-01");
    fixture.register(&id, &people[..1]);
    let refusal = |fixture: &Fixture, session: &SessionId| {
        let programme = fixture.programme();
        programme.refusal(programme.session(session).unwrap(), &people[0])
    };
    assert_eq!(refusal(&fixture, &id), Some(Refusal::AlreadyHere));
    assert_eq!(refusal(&fixture, &other), Some(Refusal::AlreadyIn(id.clone())));
    // Whoever gave their place up, or missed the day, may come to another.
    fixture.commit(&set_status(&id, &SessionStatus::Held));
    assert_eq!(refusal(&fixture, &other), None, "nothing says that they were there");
    fixture.note(&id, &people[0], [Present, Present]);
    assert_eq!(refusal(&fixture, &other), Some(Refusal::AlreadyIn(id.clone())));
    fixture.note(&id, &people[0], [Present, Absent]);
    assert_eq!(refusal(&fixture, &other), None);
    fixture.commit(&set_status(&other, &SessionStatus::Cancelled { reason: "grève".to_owned() }));
    assert_eq!(refusal(&fixture, &other), Some(Refusal::Cancelled));
    let unknown = ProfessionalId::new("z").unwrap();
    let programme = fixture.programme();
    assert_eq!(programme.refusal(programme.session(&id).unwrap(), &unknown), Some(Refusal::NotHere));
}

#[test]
fn a_place_made_on_two_machines_is_one() {
    let (mut fixture, id, people) = room();
    fixture.register(&id, &people[..1]);
    let again = registration::place(&id, &people[0], &Status::Registered, AT).unwrap();
    fixture.commit(&again);
    assert_eq!(fixture.programme().places(&id).len(), 1);
}

#[test]
fn whoever_is_erased_leaves_their_place() {
    let (mut fixture, id, people) = room();
    fixture.register(&id, &people[..4]);
    let erase = ChangeSet::erase(&fixture.tables, &[people[0].key().unwrap()]);
    fixture.commit(&erase);
    let programme = fixture.programme();
    assert_eq!(programme.places(&id).len(), 3);
    assert_eq!(programme.promotable(programme.session(&id).unwrap()).len(), 1);
}

#[test]
fn whoever_leaves_the_lists_holds_no_place_to_come_and_stays_counted_where_they_sat() {
    let (mut fixture, id, people) = room();
    let held = fixture.session("s0", "2022-01-10");
    let [seated, trained] = ["p", "q"].map(|id| fixture.person(id, None));
    fixture.register(&held, [&seated, &trained]);
    fixture.note(&held, &trained, [Present, Present]);
    fixture.commit(&set_status(&held, &SessionStatus::Held));
    fixture.register(&id, &people[..4]);
    for person in [&people[0], &people[3], &seated, &trained] {
        fixture.commit(&erasure::delete(person));
    }
    let numbers = |fixture: &Fixture| {
        let programme = fixture.programme();
        [&held, &id].map(|id| {
            let group = programme.group(programme.session(id).unwrap());
            (group.registered, group.waiting)
        })
    };
    assert_eq!(numbers(&fixture), [(2, 0), (2, 0)], "nobody sits there unseen");
    let programme = fixture.programme();
    assert_eq!(programme.register(programme.session(&id).unwrap(), &people[4], AT).unwrap().1, Given::Seat);
    // Put back, they have their place again; erased, what is counted stays.
    fixture.commit(&erasure::put_back(&people[0]));
    assert_eq!(numbers(&fixture), [(2, 0), (3, 0)]);
    let communes = &communes().unwrap().communes;
    for person in [&people[3], &seated, &trained] {
        // On a day when the sessions are past, whether or not somebody said that they were held.
        let erased = erasure::erase(&fixture.tables, person, communes, "2022-12-31".parse().unwrap());
        fixture.commit(&erased);
    }
    assert_eq!(numbers(&fixture), [(2, 0), (3, 0)]);
}

#[test]
fn a_seat_left_by_whoever_leaves_the_lists_is_for_whoever_waits_first() {
    let (mut fixture, id, people) = room();
    fixture.register(&id, &people);
    for gone in [&people[0], &people[3]] {
        fixture.commit(&erasure::delete(gone));
    }
    let programme = fixture.programme();
    let next: Vec<_> = programme.promotable(programme.session(&id).unwrap()).into_iter().map(|it| &it.person).collect();
    assert_eq!(next, [&people[4]]);
}

#[test]
fn a_clock_set_back_puts_nobody_before_those_who_wait() {
    let (mut fixture, id, people) = room();
    fixture.register(&id, &people[..4]);
    let long_ago = 1_000;
    let programme = fixture.programme();
    let (changes, given) = programme.register(programme.session(&id).unwrap(), &people[4], long_ago).unwrap();
    assert_eq!(given, Given::Turn(2));
    fixture.commit(&changes);
    let programme = fixture.programme();
    let waiting: Vec<_> = programme.places(&id).iter().filter(|it| it.is_waiting()).map(|it| &it.person).collect();
    assert_eq!(waiting, [&people[3], &people[4]]);
}
