use super::super::fixture::Fixture;
use super::*;
use crate::content::communes::communes;

const AT: i64 = 1_650_000_000_000;

fn room() -> (Fixture, SessionId, SessionId, Vec<ProfessionalId>) {
    let mut fixture = Fixture::new();
    let one = fixture.session_with("s1", &[("held_on", "2022-02-01"), ("capacity", "2")]);
    let other = fixture.session_with("s2", &[("held_on", "2022-03-01"), ("capacity", "1")]);
    let centre = fixture.structure("centre-rosa", StructureKind::SocialCentre);
    let people = ["arnaud", "bel", "cissé", "diop"].map(|id| {
        let id = id.replace('é', "e");
        fixture.person(&id, Some(&centre))
    });
    (fixture, one, other, people.to_vec())
}

#[test]
fn several_people_are_given_seats_then_turns() {
    let (mut fixture, id, _, people) = room();
    fixture.register(&id, &people[..1]);
    let programme = fixture.programme();
    let session = programme.session(&id).unwrap();
    let enrolled = programme.register_all(session, &people, AT);
    assert_eq!(enrolled.refused, [(people[0].clone(), Refusal::AlreadyHere)]);
    let given: Vec<_> = enrolled.given.iter().map(|(_, given)| *given).collect();
    assert_eq!(given, [Given::Seat, Given::Turn(1), Given::Turn(2)]);
    fixture.commit(&enrolled.changes);
    let programme = fixture.programme();
    let order: Vec<_> = programme.places(&id).iter().map(|place| place.person.clone()).collect();
    assert_eq!(order, people, "asked for in this order");
    let group = programme.group(programme.session(&id).unwrap());
    assert_eq!((group.registered, group.waiting), (2, 2));
}

#[test]
fn a_place_that_is_moved_is_given_up_here_and_taken_there() {
    let (mut fixture, id, other, people) = room();
    fixture.register(&id, &people[..2]);
    let programme = fixture.programme();
    let to = programme.session(&other).unwrap();
    let (changes, given) = programme.move_to(&programme.places(&id)[0], to, AT).unwrap();
    assert_eq!(given, Given::Seat);
    fixture.commit(&changes);
    let programme = fixture.programme();
    let moved = Status::Cancelled { why: Why::Moved, note: String::new() };
    assert_eq!(programme.places(&id)[0].status, moved);
    let to = programme.session(&other).unwrap();
    let (_, given) = programme.move_to(&programme.places(&id)[1], to, AT).unwrap();
    assert_eq!(given, Given::Turn(1), "there is one seat");
    assert_eq!(programme.others_to_come(&id).map(|one| one.id.clone()).collect::<Vec<_>>(), [other]);
}

#[test]
fn people_are_found_by_their_names_and_their_structure() {
    let (mut fixture, id, other, people) = room();
    fixture.register(&id, &people[..1]);
    fixture.register(&other, &people[1..2]);
    let programme = fixture.programme();
    let session = programme.session(&id).unwrap();
    let found = |typed: &str| -> Vec<String> {
        programme.candidates(session, typed).iter().map(|one| one.person.as_str().to_owned()).collect()
    };
    assert_eq!(found("ros cen"), ["cisse", "diop", "bel"], "who may come first; never who has a place here");
    assert_eq!(found("DI"), ["diop"]);
    assert_eq!(found("osa"), [""; 0], "words by their beginning");
    let bel = programme.candidates(session, "bel");
    assert_eq!(bel[0].refusal, Some(Refusal::AlreadyIn(other)));
}

#[test]
fn a_group_is_told_by_kind_and_by_territory() {
    let (mut fixture, id, _, people) = room();
    fixture.register(&id, &people[..2]);
    let programme = fixture.programme();
    let balance = programme.balance(programme.session(&id).unwrap(), &communes().unwrap().communes);
    assert_eq!(balance.kinds, [(Some(StructureKind::SocialCentre), 2)].into());
    assert_eq!(balance.territories, [(Territory::new("Est Ensemble"), 2)].into());
}

#[test]
fn an_invitation_to_a_place_given_up_is_none_to_the_next() {
    let (mut fixture, id, other, people) = room();
    fixture.register(&id, &people[..1]);
    let on = "2022-01-10".parse().ok();
    let invite = registration::invited(&fixture.programme().places(&id)[0], on);
    fixture.commit(&invite);
    assert_eq!(fixture.programme().places(&id)[0].invited_on, on);
    let to_other = |fixture: &Fixture, from: &SessionId, to: &SessionId| {
        let programme = fixture.programme();
        let place = programme.places(from).iter().find(|place| place.person == people[0]).unwrap();
        programme.move_to(place, programme.session(to).unwrap(), AT).unwrap().0
    };
    let away = to_other(&fixture, &id, &other);
    fixture.commit(&away);
    assert_eq!(fixture.programme().places(&id)[0].invited_on, on, "what was sent is still known");
    let back = to_other(&fixture, &other, &id);
    fixture.commit(&back);
    let programme = fixture.programme();
    assert_eq!((programme.places(&id)[0].is_registered(), programme.places(&id)[0].invited_on), (true, None));
}

#[test]
fn places_of_somebody_come_by_day() {
    let (mut fixture, id, other, people) = room();
    fixture.register(&other, &people[..2]);
    let programme = fixture.programme();
    let place = programme.places(&other).iter().find(|place| place.person == people[1]).unwrap();
    let (moved, _) = programme.move_to(place, programme.session(&id).unwrap(), AT).unwrap();
    fixture.commit(&moved);
    let programme = fixture.programme();
    let of = |person| programme.places_of(person).map(|place| place.session.clone()).collect::<Vec<_>>();
    assert_eq!(of(&people[1]), [id, other.clone()]);
    assert_eq!(of(&people[0]), [other]);
    assert!(programme.places_of(&people[2]).next().is_none());
}

#[test]
fn somebody_who_comes_again_counts_once_for_their_structure() {
    let (mut fixture, id, other, people) = room();
    fixture.register(&id, &people[..2]);
    fixture.commit(&super::super::session::set_status(&id, &SessionStatus::Held));
    fixture.register(&other, &people[..1]);
    let taken: Vec<usize> = fixture.programme().taken_by_structure().into_values().collect();
    assert_eq!(taken, [2]);
}

#[test]
fn whoever_was_there_keeps_the_place_that_is_taken_back() {
    use super::super::attendance::Presence::{Absent, Present};
    let (mut fixture, id, other, people) = room();
    let programme = fixture.programme();
    let enrolled = programme.register_all(programme.session(&id).unwrap(), &people[..2], AT);
    let undo = Undo::of(&enrolled.changes, &fixture.tables);
    fixture.commit(&enrolled.changes);
    let all = take_back(&fixture.tables, &undo);
    assert_eq!(all, TakenBack { changes: undo.changes(&fixture.tables), kept: BTreeSet::new() });
    fixture.note(&id, &people[0], [Present, Absent]);
    let back = take_back(&fixture.tables, &undo);
    assert_eq!(back.kept, [people[0].clone()].into());
    fixture.commit(&back.changes);
    let left: Vec<_> = fixture.programme().places(&id).iter().map(|place| place.person.clone()).collect();
    assert_eq!(left, people[..1]);
    // Moved, then there: the place given up does not come back beside the one that was taken.
    fixture.register(&id, &people[2..3]);
    let programme = fixture.programme();
    let place = programme.places(&id).iter().find(|place| place.person == people[2]).unwrap();
    let (moved, _) = programme.move_to(place, programme.session(&other).unwrap(), AT).unwrap();
    let undo = Undo::of(&moved, &fixture.tables);
    fixture.commit(&moved);
    fixture.note(&other, &people[2], [Present, Present]);
    let back = take_back(&fixture.tables, &undo);
    assert_eq!((back.changes.is_empty(), back.kept.len()), (true, 1));
}
