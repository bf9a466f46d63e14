use super::super::fixture::Stored;
use super::super::version::{CurriculumId, State};
use super::*;
use crate::domain::programme::fixture::{Fixture, day};
use crate::records::Undo;
use proptest::prelude::*;
use std::collections::BTreeSet;

fn nth(stored: &Stored, id: &CurriculumId, nth: usize) -> SequenceId {
    stored.version(id).day.sequences[nth].id.clone()
}

#[test]
fn sequences_move_by_one_and_no_further_than_the_ends() {
    let mut stored = Stored::default();
    let id = stored.copied();
    let first = nth(&stored, &id, 0);
    assert_eq!(stored.version(&id).shift(&first, Shift::Earlier), Ok(ChangeSet::new()));
    for expected in ["b a c", "b c a", "b c a"] {
        let changes = stored.version(&id).shift(&first, Shift::Later).unwrap();
        stored.commit(&changes);
        assert_eq!(stored.titles(&id).join(" "), expected);
    }
}

#[test]
fn what_is_removed_comes_back_to_its_place() {
    let mut stored = Stored::default();
    let id = stored.copied();
    let changes = stored.version(&id).remove(&nth(&stored, &id, 1)).unwrap();
    let undo = Undo::of(&changes, &stored.tables);
    stored.commit(&changes);
    assert_eq!(stored.titles(&id), ["a", "c"]);
    let back = undo.changes(&stored.tables);
    stored.commit(&back);
    assert_eq!(stored.titles(&id), ["a", "b", "c"]);
}

#[test]
fn a_copy_of_a_sequence_follows_it_and_is_another_one() {
    let mut stored = Stored::default();
    let id = stored.copied();
    let first = nth(&stored, &id, 0);
    let new = stored.new_id();
    let changes = stored.version(&id).duplicate(&first, new.clone(), "a bis").unwrap();
    stored.commit(&changes);
    assert_eq!(stored.titles(&id), ["a", "a bis", "b", "c"]);
    let copy = &stored.version(&id).day.sequences[1];
    assert_eq!((&copy.id.0, &copy.root.0, copy.minutes), (&new, &new, 30));
}

#[test]
fn a_new_sequence_comes_where_it_is_asked() {
    let mut stored = Stored::default();
    let id = stored.copied();
    let after = nth(&stored, &id, 0);
    for (after, expected) in [(Some(&after), "a n5 b c"), (None, "a n5 b c n6")] {
        let new = SequenceId(stored.new_id());
        let key = new.key().unwrap();
        let mut changes = stored.version(&id).add(&new, after).unwrap();
        changes.write(&key, part::TITLE, Some(new.as_str()));
        changes.write(&key, part::METHOD, Some("talk"));
        changes.write(&key, part::MINUTES, Some(&15));
        stored.commit(&changes);
        assert_eq!(stored.titles(&id).join(" "), expected);
    }
}

#[test]
fn two_who_add_a_sequence_apart_lose_none_and_disagree_on_nothing() {
    let mut stored = Stored::default();
    let id = stored.copied();
    let version = stored.version(&id);
    let apart: Vec<ChangeSet> = (0..2)
        .map(|_| {
            let new = SequenceId(stored.new_id());
            let mut changes = version.add(&new, None).unwrap();
            changes.write(&new.key().unwrap(), part::TITLE, Some(new.as_str()));
            changes.write(&new.key().unwrap(), part::METHOD, Some("talk"));
            changes.write(&new.key().unwrap(), part::MINUTES, Some(&15));
            changes
        })
        .collect();
    let key = id.key().unwrap();
    let writes_to_it = |changes: &ChangeSet| {
        changes.changes.iter().any(|one| matches!(one, Change::Set { key: written, .. } if *written == key))
    };
    assert!(!apart.iter().any(writes_to_it), "an order that both write is a disagreement");
    // Whichever comes first.
    apart.iter().rev().for_each(|changes| stored.commit(changes));
    assert_eq!(stored.titles(&id).join(" "), "a b c n5 n6");
}

#[test]
fn an_order_that_names_others_and_forgets_some_is_followed_as_far_as_it_goes() {
    let mut stored = Stored::default();
    let id = stored.copied();
    let order = ["gone", nth(&stored, &id, 2).as_str()].map(ToOwned::to_owned);
    stored.commit(&ChangeSet::one(&id.key().unwrap(), field::ORDER, Some(&order)));
    assert_eq!(stored.titles(&id), ["c", "a", "b"]);
}

#[test]
fn a_session_that_was_held_keeps_its_version_and_nothing_is_written_to_it_any_more() {
    let mut stored = Stored::default();
    let id = stored.copied();
    let mut fixture = Fixture::new();
    let of = fixture.session("s", "2022-03-01");
    let mut session = fixture.programme().session(&of).unwrap().as_ref().clone();
    let today = day("2022-03-05");
    assert_eq!(kept_by(&session, &stored.versions(), today), ChangeSet::new(), "it follows none");
    for followed in [id, CurriculumId::new("livree").unwrap()] {
        session.curriculum = Some(followed.clone());
        let changes = kept_by(&session, &stored.versions(), today);
        stored.commit(&changes);
        let kept = stored.version(&followed);
        assert_eq!(kept.state, State::Frozen(day("2022-03-01")));
        let first = nth(&stored, &followed, 0);
        let new = SequenceId(stored.new_id());
        let refused = [
            kept.shift(&first, Shift::Later),
            kept.remove(&first),
            kept.add(&new, None),
            kept.duplicate(&first, new.0.clone(), "a"),
        ];
        assert_eq!(refused, [const { Err(NotWritable) }; 4]);
        assert_eq!(kept_by(&session, &stored.versions(), today), ChangeSet::new(), "it is kept already");
    }
}

#[test]
fn a_session_that_was_held_keeps_the_version_that_is_chosen_later() {
    let mut stored = Stored::default();
    let id = stored.copied();
    let mut fixture = Fixture::new();
    let of = fixture.session("s", "2022-03-01");
    let mut session = fixture.programme().session(&of).unwrap().as_ref().clone();
    let today = day("2022-03-05");
    let changes = ChangeSet::one(&of.key().unwrap(), session::field::CURRICULUM, Some(&id));
    assert_eq!(kept_with(&session, &changes, &stored.versions(), today), ChangeSet::new(), "its day is to come");
    session.status = Status::Held;
    let others = ChangeSet::one(&of.key().unwrap(), session::field::REPORT, Some(&"Bien"));
    assert_eq!(kept_with(&session, &others, &stored.versions(), today), ChangeSet::new());
    let kept = kept_with(&session, &changes, &stored.versions(), today);
    stored.commit(&kept);
    assert_eq!(stored.version(&id).state, State::Frozen(day("2022-03-01")));
}

#[test]
fn the_delivered_version_is_not_written() {
    let stored = Stored::default();
    let delivered = &stored.versions()[0];
    assert_eq!(delivered.shift(&delivered.day.sequences[0].id, Shift::Later), Err(NotWritable));
}

proptest! {
    #[test]
    fn moves_lose_no_sequence_and_make_none(moves in proptest::collection::vec((0_usize..4, any::<bool>()), 0..12)) {
        let mut stored = Stored::default();
        let id = stored.copied();
        let all = |stored: &Stored| stored.titles(&id).into_iter().collect::<BTreeSet<_>>();
        let before = all(&stored);
        for (at, is_later) in moves {
            let version = stored.version(&id);
            let shift = if is_later { Shift::Later } else { Shift::Earlier };
            let Some(sequence) = version.day.sequences.get(at) else { continue };
            let expected = version.place_after(&sequence.id, shift).unwrap_or(at);
            let changes = version.shift(&sequence.id, shift).unwrap();
            stored.commit(&changes);
            prop_assert_eq!(&nth(&stored, &id, expected), &sequence.id);
            prop_assert_eq!(all(&stored), before.clone());
            prop_assert_eq!(stored.version(&id).day.sequences.len(), 3);
        }
    }
}
