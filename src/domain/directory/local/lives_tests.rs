//! The records of a place, put together.

use super::super::super::collection::Directory;
use super::super::change;
use super::super::fixture::*;
use super::super::model::{Closure, Means, Note, NoteId, Verification};
use super::*;
use crate::records::{Change, ChangeSet, DELETED};

fn note_id(id: &str) -> NoteId {
    NoteId::new(RecordId::new(id).unwrap())
}

fn noted(life: &PlaceLife, id: &str, text: &str) -> ChangeSet {
    change::write_note(life, &note_id(id), &Note::new(text, day(3), None).unwrap())
}

fn texts(life: &PlaceLife) -> Vec<&str> {
    life.notes.values().map(|note| note.text.as_str()).collect()
}

fn trace(place: &Place) -> PlaceTrace {
    PlaceTrace::of(&identity(place), place)
}

#[test]
fn two_colleagues_who_write_apart_are_both_kept() {
    let relais = place("1", "Le Relais");
    let mut one = Desk::new();
    let mut other = one.copy("b");
    one.write(&noted(&one.life(&relais), "n1", "Porte bleue"));
    other.write(&noted(&other.life(&relais), "n2", "Sonner deux fois"));
    let check = |on, how| Verification { on: day(on), how, by: None };
    one.write(&change::verify(&one.life(&relais), &check(5, Means::Phone)));
    other.write(&change::verify(&other.life(&relais), &check(4, Means::Visit)));
    other.write(&change::set_favourite(&other.life(&relais), true));
    let merged = (one.clone(), other.clone());
    one.receive(&merged.1);
    other.receive(&merged.0);
    for desk in [&one, &other] {
        let life = desk.life(&relais);
        assert_eq!(texts(&life), ["Porte bleue", "Sonner deux fois"]);
        assert_eq!(life.verified, Some(check(5, Means::Phone)), "the last check holds");
        assert!(life.is_favourite && life.disputed.is_empty() && life.kept_aside.is_empty());
    }
    one.write(&change::remove_note(&one.life(&relais), &note_id("n2")));
    one.write(&change::unverify(&one.life(&relais)));
    let life = one.life(&relais);
    assert_eq!((texts(&life), &life.verified), (vec!["Porte bleue"], &None));
}

#[test]
fn a_closure_is_said_and_taken_back() {
    let relais = place("1", "Le Relais");
    let mut desk = Desk::new();
    let closure = Closure::new(day(2), "Travaux", signed("accueil")).unwrap();
    desk.write(&change::close(&desk.life(&relais), &closure));
    assert_eq!(desk.life(&relais).closed, Some(closure));
    desk.write(&change::reopen(&desk.life(&relais)));
    assert!(desk.life(&relais).is_blank());
}

#[test]
fn a_number_given_to_another_place_does_not_bring_its_notes() {
    let (relais, fabrique) = (place("1", "Le Relais"), place("1", "La Fabrique"));
    let mut desk = Desk::new();
    desk.write(&noted(&desk.life(&relais), "n1", "Porte bleue"));
    assert!(desk.life(&fabrique).is_blank());
    desk.write(&noted(&desk.life(&fabrique), "n2", "Porte rouge"));
    assert_eq!(texts(&desk.life(&fabrique)), ["Porte rouge"]);
    assert_eq!(texts(&desk.life(&relais)), ["Porte bleue"]);
    assert_eq!(desk.tables.len(), 2);
    // Someone says that it was one place all along.
    let lives = Lives::read(&desk.tables);
    let former = lives.iter().find(|life| life.notes.contains_key(&note_id("n1"))).unwrap();
    desk.write(&change::attach(former, &trace(&fabrique)));
    assert_eq!(texts(&desk.life(&fabrique)), ["Porte bleue", "Porte rouge"]);
}

#[test]
fn an_erased_or_removed_record_is_not_written_to() {
    let relais = place("1", "Le Relais");
    let mut desk = Desk::new();
    desk.write(&noted(&desk.life(&relais), "n1", "À effacer"));
    let key = desk.life(&relais).key;
    desk.write(&ChangeSet { changes: vec![Change::Erase { key: key.clone() }] });
    assert!(desk.life(&relais).is_blank());
    desk.write(&noted(&desk.life(&relais), "n2", "Porte bleue"));
    let life = desk.life(&relais);
    assert_eq!((texts(&life), life.key == key), (vec!["Porte bleue"], false));
    let mut removal = ChangeSet::new();
    removal.set_named(&life.key, DELETED, true).unwrap();
    desk.write(&removal);
    desk.write(&noted(&desk.life(&relais), "n3", "Porte verte"));
    assert_eq!(texts(&desk.life(&relais)), ["Porte verte"]);
}

#[test]
fn what_is_known_of_a_former_place_follows_it_and_can_be_taken_back() {
    let (former, middle, now) = (place("1", "Le Relais"), place("2", "L’Escale"), place("3", "La Fabrique"));
    let mut desk = Desk::new();
    desk.write(&noted(&desk.life(&former), "n1", "Porte bleue"));
    let mut colleague = desk.copy("b");
    desk.write(&change::attach(&desk.life(&former), &trace(&middle)));
    desk.write(&change::attach(&desk.life(&middle), &trace(&now)));
    assert_eq!(texts(&desk.life(&now)), ["Porte bleue"]);
    // A colleague who does not know writes to the former place.
    colleague.write(&noted(&colleague.life(&former), "n2", "Sonner deux fois"));
    desk.receive(&colleague);
    assert_eq!(texts(&desk.life(&now)), ["Porte bleue", "Sonner deux fois"]);
    assert_eq!(
        texts(&desk.life(&former)),
        ["Porte bleue", "Sonner deux fois"],
        "nothing hides where the place is back"
    );
    // What is written from the new place replaces what the former one held.
    desk.write(&noted(&desk.life(&now), "n1", "Porte verte"));
    desk.write(&change::remove_note(&desk.life(&now), &note_id("n2")));
    assert_eq!(texts(&desk.life(&now)), ["Porte verte"]);
    assert!(texts(&desk.life(&former)).is_empty());
    let find = |trace: &PlaceTrace| [&now].into_iter().find(|place| place.id == trace.place);
    let lives = Lives::read(&desk.tables);
    assert_eq!(lives.place_of(&trace(&former), find), Some(&now));
    assert_eq!(lives.orphans(find).len(), 0);
    desk.write(&change::detach(&desk.life(&middle)));
    assert_eq!(Lives::read(&desk.tables).place_of(&trace(&former), find), None);
}

#[test]
fn places_attached_in_a_circle_are_read_once() {
    let (one, other) = (place("1", "Le Relais"), place("2", "La Fabrique"));
    let mut desk = Desk::new();
    for (from, to) in [(&one, &other), (&other, &one)] {
        desk.write(&noted(&desk.life(from), from.id.as_str(), &from.name));
        desk.write(&change::attach(&desk.life(from), &trace(to)));
    }
    assert_eq!(texts(&desk.life(&one)), ["Le Relais", "La Fabrique"]);
    assert_eq!(Lives::read(&desk.tables).place_of(&trace(&one), |_| None), None);
}

#[test]
fn a_place_that_two_sources_describe_has_one_life() {
    let relais = [place("1", "Le Relais")];
    let mut desk = Desk::new();
    desk.write(&noted(&desk.life(&relais[0]), "n1", "Porte bleue"));
    let both = directory(&[("Autre", &relais), ("Essai", &relais)]);
    let life = |desk: &Desk, directory: &Directory| {
        Lives::read(&desk.tables).in_directory(directory.imports(), &relais[0].id).unwrap()
    };
    assert_eq!(texts(&life(&desk, &both)), ["Porte bleue"]);
    desk.write(&noted(&life(&desk, &both), "n2", "Porte verte"));
    assert_eq!(desk.tables.len(), 1, "there is a record already");
    // Somebody who has the other source only wrote too.
    let alone = directory(&[("Autre", &relais)]);
    let mut colleague = Desk::new().copy("b");
    colleague.write(&noted(&life(&colleague, &alone), "n3", "Porte jaune"));
    desk.receive(&colleague);
    assert_eq!(texts(&life(&desk, &both)), ["Porte bleue", "Porte verte", "Porte jaune"]);
    desk.write(&change::set_favourite(&life(&desk, &both), true));
    let lives = Lives::read(&desk.tables);
    assert_eq!(lives.places(both.imports(), |life| life.is_favourite), [relais[0].id.clone()].into());
    assert_eq!(lives.of(&relais[0], &[]), None);
}

#[test]
fn what_is_said_of_a_second_place_of_one_number_shows_whatever_the_first_record_holds() {
    let (relais, fabrique) = (place("1", "Le Relais"), place("1", "La Fabrique"));
    let mut desk = Desk::new();
    desk.write(&noted(&desk.life(&relais), "n1", "Porte bleue"));
    let closure = Closure::new(day(2), "Travaux", None).unwrap();
    desk.write(&change::close(&desk.life(&fabrique), &closure));
    assert_eq!(desk.tables.len(), 2);
    let now = directory(&[("Essai", std::slice::from_ref(&fabrique))]);
    let known = |lives: &Lives| {
        let life = lives.in_directory(now.imports(), &fabrique.id).unwrap();
        life.closed
    };
    let lives = Lives::read(&desk.tables);
    assert_eq!(known(&lives), Some(closure.clone()));
    assert_eq!(known(&lives.descriptions()), Some(closure), "a note alone still takes its number");
}

#[test]
fn of_two_closures_the_later_holds() {
    let relais = [place("1", "Le Relais")];
    let close = |source: &str, on| {
        let mut desk = Desk::new().copy(if source == "Autre" { "b" } else { "a" });
        let alone = directory(&[(source, &relais)]);
        let life = Lives::default().in_directory(alone.imports(), &relais[0].id).unwrap();
        desk.write(&change::close(&life, &Closure::new(day(on), "", None).unwrap()));
        desk
    };
    let both = directory(&[("Autre", &relais), ("Essai", &relais)]);
    for (here, there) in [(2, 5), (5, 2)] {
        let mut desk = close("Essai", here);
        desk.receive(&close("Autre", there));
        let life = Lives::read(&desk.tables).in_directory(both.imports(), &relais[0].id).unwrap();
        assert_eq!(life.closed.map(|closure| closure.since), Some(day(5)));
    }
}
