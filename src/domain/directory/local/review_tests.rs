//! What a new edition would do to what is known here.

use super::super::super::collection::Directory;
use super::super::super::value::FieldValue;
use super::super::change;
use super::super::fixture::*;
use super::super::identity::PlaceIdentity;
use super::super::model::{Note, NoteId};
use super::*;
use crate::domain::directory::place::shared;
use crate::records::Undo;

fn noted(desk: &mut Desk, place: &Place) {
    let id = NoteId::new(RecordId::new("n").unwrap());
    desk.write(&change::write_note(&desk.life(place), &id, &Note::new("Porte bleue", day(2), None).unwrap()));
}

fn source() -> RecordId {
    RecordId::new("essai").unwrap()
}

#[test]
fn a_new_edition_is_weighed_against_corrections() {
    let places = ["1", "2", "3"].map(|id| Place { phone: "01 99 00 00 12".into(), ..place(id, "Le Relais") });
    let mut desk = Desk::new();
    for place in &places {
        let values = [(PlaceField::Phone, FieldValue::of(["01 99 00 00 13"]))].into();
        desk.write(&change::correct(&desk.life(place), place, &values, day(3), None));
    }
    let phones = ["01 99 00 00 12", "+33199000013", "01 99 00 00 14"];
    let mut new: Vec<Place> = places.to_vec();
    new.iter_mut().zip(phones).for_each(|(place, phone)| place.phone = phone.into());
    let lives = Lives::read(&desk.tables);
    let here = directory(&[("Essai", &places)]);
    let source = source();
    let new = shared(&new);
    let review = review(&lives, here.imports(), &source, &new);
    let judged: Vec<_> = review.corrections.iter().map(|one| (one.place.id.as_str(), one.verdict)).collect();
    assert_eq!(judged, [("3", Verdict::Contradicted), ("2", Verdict::Confirmed), ("1", Verdict::Left)]);
    assert!(review.unplaced.is_empty());
}

#[test]
fn places_that_changed_their_identifier_are_proposed_and_never_attached_alone() {
    let old = [
        Place { phone: "01 99 00 00 12".into(), ..place("1", "Le Relais") },
        place("2", "L’Escale"),
        place("3", "La Ruche"),
        place("4", "Le Hublot"),
    ];
    let new = [
        Place { phone: "+33199000012".into(), ..place("a", "Relais du Nord") },
        place("b", "Le relais"),
        place("3", "Autre chose"),
        place("4", "Le Hublot"),
    ];
    let elsewhere = [place("x", "La Ruche")];
    let mut desk = Desk::new();
    old.iter().for_each(|place| noted(&mut desk, place));
    let to = PlaceIdentity::new(&RecordId::new("autre").unwrap(), &elsewhere[0].id).unwrap();
    desk.write(&change::attach(&desk.life(&old[2]), &PlaceTrace::of(&to, &elsewhere[0])));
    let here = directory(&[("Essai", &old), ("Autre", &elsewhere)]);
    let lives = Lives::read(&desk.tables);
    let source = source();
    let read = shared(&new);
    let review = review(&lives, here.imports(), &source, &read);
    let mut unplaced: Vec<_> = review
        .unplaced
        .iter()
        .map(|one| {
            let ids: Vec<&str> = one.proposals.iter().map(|proposal| proposal.place.id.as_str()).collect();
            (one.life.place.as_ref().unwrap().name.as_str(), ids)
        })
        .collect();
    unplaced.sort();
    // « La Ruche » was attached to a place of another source, which stays.
    assert_eq!(unplaced, [("Le Relais", vec!["b", "a"]), ("L’Escale", vec![])]);
    let after = directory(&[("Essai", &new), ("Autre", &elsewhere)]);
    let proposed = Proposing::new(lost(&lives, after.imports()), after.imports().places()).finish();
    assert_eq!(proposed.iter().map(|one| one.proposals.len()).sum::<usize>(), 2);
    let known = |desk: &Desk, place: &Place| desk.life(place).notes.len();
    assert_eq!(known(&desk, &new[1]), 0);
    let former = desk.life(&old[0]);
    desk.write(&change::attach(&former, &PlaceTrace::of(&identity(&new[1]), &new[1])));
    assert_eq!(known(&desk, &new[1]), 1);
}

#[test]
fn an_attachment_is_taken_back_unless_another_was_decided_since() {
    let places = [place("1", "Le Relais"), place("2", "L’Escale"), place("3", "La Ruche")];
    let trace = |place: &Place| PlaceTrace::of(&identity(place), place);
    let mut desk = Desk::new();
    noted(&mut desk, &places[0]);
    let key = desk.life(&places[0]).key;
    let kept = |desk: &Desk| Lives::read(&desk.tables).iter().find(|one| one.key == key).unwrap().clone();
    for before in [None, Some(trace(&places[2]))] {
        if let Some(to) = &before {
            desk.write(&change::attach(&desk.life(&places[0]), to));
        }
        let life = desk.life(&places[0]);
        for to in [&places[1], &Place { commune: "Pantin".into(), ..places[0].clone() }] {
            let changes = change::attach(&life, &trace(to));
            let undo = Undo::of(&changes, &desk.tables);
            desk.write(&changes);
            desk.write(&undo.changes(&desk.tables));
            assert_eq!((kept(&desk).attached_to, kept(&desk).place), (before.clone(), life.place.clone()));
        }
    }
    let changes = change::attach(&kept(&desk), &trace(&places[1]));
    let undo = Undo::of(&changes, &desk.tables);
    desk.write(&changes);
    desk.write(&change::detach(&kept(&desk)));
    desk.write(&undo.changes(&desk.tables));
    assert_eq!(kept(&desk).attached_to, None, "another tab decided later");
}

#[test]
fn what_nobody_has_read_is_not_erased() {
    let relais = place("1", "Le Relais");
    let mut desk = Desk::new();
    noted(&mut desk, &relais);
    let read = |desk: &Desk| Lives::read(&desk.tables).iter().next().unwrap().clone();
    let before = read(&desk);
    desk.write(&change::set_favourite(&desk.life(&relais), true));
    assert_eq!(change::erase(&Lives::read(&desk.tables), &before), None);
    desk.write(&change::erase(&Lives::read(&desk.tables), &read(&desk)).unwrap());
    assert_eq!(Lives::read(&desk.tables).iter().count(), 0);
    assert!(desk.tables.get(&identity(&relais).key).unwrap().erased);
    assert_eq!(change::erase(&Lives::read(&desk.tables), &before), None);
}

#[test]
fn what_is_looked_for_is_not_looked_for_again_after_each_act() {
    let lives: Vec<PlaceLife> = ["1", "2", "3"]
        .iter()
        .map(|id| {
            let mut desk = Desk::new();
            noted(&mut desk, &place(id, &format!("Lieu {id}")));
            Lives::read(&desk.tables).iter().next().unwrap().clone()
        })
        .collect();
    let first = sought(None, &lives[..2]);
    assert_eq!(first.iter().map(|life| &life.key).collect::<Vec<_>>(), [&lives[0].key, &lives[1].key]);
    assert_eq!(sought(Some(&first), &lives[..1]), first, "one was attached");
    assert_eq!(sought(Some(&first), &[]), first);
    let noted_since = PlaceLife { is_favourite: true, ..lives[0].clone() };
    assert_eq!(sought(Some(&first), &[noted_since]), first, "what is noted does not say which place it is");
    assert_eq!(sought(Some(&first), &lives).len(), 3, "one more is lost");
    let moved = PlaceLife { place: lives[2].place.clone(), ..lives[0].clone() };
    assert_eq!(sought(Some(&first), std::slice::from_ref(&moved))[0].place, moved.place);
}

#[test]
fn a_source_that_cannot_be_read_has_lost_no_place() {
    let old = [place("1", "Le Relais")];
    let mut desk = Desk::new();
    noted(&mut desk, &old[0]);
    let lives = Lives::read(&desk.tables);
    let here = directory(&[("Essai", &old)]);
    let source = here.sources()[0].source.clone();
    let lost_from = |editions| lost(&lives, Directory::read(editions, &lives).imports()).len();
    assert_eq!([lost_from(vec![(source, None)]), lost_from(Vec::new()), lost(&lives, here.imports()).len()], [0, 1, 0]);
}

#[test]
fn twenty_thousand_places_that_all_changed_their_identifier_are_proposed_at_once() {
    let described = |prefix: &str| -> Vec<Place> {
        let one = |n: usize| Place {
            address: format!("{n} rue fictive"),
            ..place(&format!("{prefix}{n}"), &format!("Lieu {n}"))
        };
        (0..20_000).map(one).collect()
    };
    let (old, new) = (described("a"), described("b"));
    let arranged = shared(&new);
    let resemblances = Resemblances::new(&arranged);
    for (former, now) in old.iter().zip(&new) {
        let found = resemblances.of(&PlaceTrace::of(&identity(former), former).marks());
        assert_eq!(found.first().map(|proposal| &proposal.place.id), Some(&now.id));
    }
}
