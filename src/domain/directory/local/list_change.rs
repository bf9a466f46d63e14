//! Every act on a list of places, as a change set.

use super::identity::PlaceTrace;
use super::list::{ListName, ListNote, Member, PlaceList, field};
use crate::records::{ChangeSet, DELETED, InvalidId, Key, RecordId};

/// The room left between two members, for those that will come between them.
const STEP: i64 = 1 << 20;
/// Ranks beyond, which only a foreign file holds, are counted anew.
const MAX_RANK: i64 = i64::MAX / 4;

pub fn create(key: &Key, name: &ListName) -> ChangeSet {
    ChangeSet::one(key, field::NAME, Some(name))
}

pub fn rename(list: &PlaceList, name: &ListName) -> ChangeSet {
    ChangeSet::one(&list.key, field::NAME, Some(name))
}

/// Says something of the whole list; a blank note is removed.
pub fn annotate(list: &PlaceList, note: &ListNote) -> ChangeSet {
    ChangeSet::one(&list.key, field::NOTE, Some(note.as_str()).filter(|text| !text.is_empty()))
}

/// Adds places at the end, in this order; those that are there stay where they are. A number that named another place
/// when that one was added names a second member.
pub fn add<'a>(list: &PlaceList, places: impl IntoIterator<Item = &'a PlaceTrace>) -> Result<ChangeSet, InvalidId> {
    let mut members = list.members.clone();
    for place in places {
        let is_it = |known: &PlaceTrace| {
            (&known.source, &known.place) == (&place.source, &place.place)
                && (known == place || known.marks().may_be(&place.marks()))
        };
        if members.iter().any(|(_, member)| is_it(&member.place)) {
            continue;
        }
        let is_free = |id: &RecordId| members.iter().all(|(known, _)| known != id);
        if let Some(id) = place.identity()?.keys().map(|key| key.id).find(is_free) {
            let last = members.last().map_or(0, |(_, member)| member.rank);
            members.push((id, Member { place: place.clone(), rank: last.saturating_add(STEP) }));
        }
    }
    Ok(to_order(list, members))
}

/// Takes members away.
pub fn remove<'a>(list: &PlaceList, places: impl IntoIterator<Item = &'a RecordId>) -> ChangeSet {
    let mut changes = ChangeSet::new();
    places.into_iter().for_each(|place| changes.write::<Member>(&list.key, &member_name(place), None));
    changes
}

/// Moves places, which stay in their order, so that the first of them is the `position`-th, counted from 0, and the
/// others follow it.
pub fn move_to(list: &PlaceList, places: &[RecordId], position: usize) -> ChangeSet {
    let (mut moved, mut members): (Vec<_>, Vec<_>) =
        list.members.iter().cloned().partition(|(known, _)| places.contains(known));
    let rank = |position: Option<usize>| position.and_then(|position| members.get(position)).map(|(_, it)| it.rank);
    let position = position.min(members.len());
    let (before, after) = (rank(position.checked_sub(1)), rank(Some(position)));
    let room = i64::try_from(moved.len()).unwrap_or(i64::MAX).saturating_add(1);
    let (start, step) = match (before, after) {
        (Some(before), Some(after)) => (before, after.saturating_sub(before) / room),
        (Some(before), None) => (before, STEP),
        (None, Some(after)) => (after.saturating_sub(room.saturating_mul(STEP)), STEP),
        (None, None) => (0, STEP),
    };
    for ((_, member), nth) in moved.iter_mut().zip(1_i64..) {
        member.rank = start.saturating_add(step.saturating_mul(nth));
    }
    members.splice(position..position, moved);
    let stays = members.iter().map(|(place, _)| place).eq(list.members.iter().map(|(place, _)| place));
    if stays { ChangeSet::new() } else { to_order(list, members) }
}

/// Removes a list; it may be restored.
pub fn delete(list: &PlaceList) -> ChangeSet {
    ChangeSet::one(&list.key, DELETED, Some(&true))
}

pub fn restore(list: &PlaceList) -> ChangeSet {
    ChangeSet::one::<bool>(&list.key, DELETED, None)
}

/// Writes the members that differ from those of the list, so that they lie in this order. Where no room is left between
/// two of them, all ranks are counted anew.
fn to_order(list: &PlaceList, mut members: Vec<(RecordId, Member)>) -> ChangeSet {
    let is_in_order = members.is_sorted_by(|(one, a), (other, b)| (a.rank, one) < (b.rank, other));
    let is_in_bounds = members.iter().all(|(_, member)| (-MAX_RANK..=MAX_RANK).contains(&member.rank));
    if !is_in_order || !is_in_bounds {
        for ((_, member), nth) in members.iter_mut().zip(1_i64..) {
            member.rank = nth.saturating_mul(STEP);
        }
    }
    let mut changes = ChangeSet::new();
    for written in members.iter().filter(|written| !list.members.contains(written)) {
        changes.write(&list.key, &member_name(&written.0), Some(&written.1));
    }
    changes
}

fn member_name(place: &RecordId) -> String {
    format!("{}{place}", field::MEMBER)
}

#[cfg(test)]
mod tests {
    use super::super::fixture::*;
    use super::super::list::{self, PlaceList};
    use super::super::model::WritingFault;
    use super::*;
    use crate::domain::directory::place::Place;
    use crate::records::Undo;
    use proptest::prelude::*;

    fn the_key() -> Key {
        list::key(&RecordId::new("list-1").unwrap()).unwrap()
    }

    fn read(desk: &Desk) -> PlaceList {
        PlaceList::from_record(&the_key(), desk.tables.get(&the_key()).unwrap())
    }

    fn trace(name: &str) -> PlaceTrace {
        let place = place(name, name);
        PlaceTrace::of(&identity(&place), &place)
    }

    fn record_of(name: &str) -> RecordId {
        trace(name).identity().unwrap().key.id
    }

    fn names(list: &PlaceList) -> String {
        list.members.iter().map(|(_, member)| member.place.name.as_str()).collect::<Vec<_>>().join(" ")
    }

    fn desk_with(names: &str) -> Desk {
        let mut desk = Desk::new();
        desk.write(&create(&the_key(), &ListName::new("Autour de la gare").unwrap()));
        let traces: Vec<PlaceTrace> = names.split_whitespace().map(trace).collect();
        desk.write(&add(&read(&desk), &traces).unwrap());
        desk
    }

    #[test]
    fn a_list_keeps_its_places_in_order() {
        let mut desk = desk_with("a b c a");
        assert_eq!(names(&read(&desk)), "a b c");
        for (place, position, expected) in
            [("c", 0, "c a b"), ("c", 1, "a c b"), ("a", 9, "c b a"), ("x", 0, "c b a"), ("b", 1, "c b a")]
        {
            desk.write(&move_to(&read(&desk), &[record_of(place)], position));
            assert_eq!(names(&read(&desk)), expected, "{place} {position}");
        }
        desk.write(&remove(&read(&desk), [&record_of("b")]));
        desk.write(&add(&read(&desk), [&trace("b")]).unwrap());
        assert_eq!(names(&read(&desk)), "c a b");
        desk.write(&rename(&read(&desk), &ListName::new(" Nord ").unwrap()));
        desk.write(&annotate(&read(&desk), &ListNote::new("À imprimer").unwrap()));
        let list = read(&desk);
        assert_eq!((list.name.as_ref().unwrap().as_str(), list.note.as_str()), ("Nord", "À imprimer"));
        desk.write(&annotate(&list, &ListNote::new(" ").unwrap()));
        assert_eq!(read(&desk).note, ListNote::default());
        desk.write(&delete(&list));
        assert_eq!(PlaceList::all(&desk.tables), []);
        assert_eq!(PlaceList::removed(&desk.tables).len(), 1);
        desk.write(&restore(&list));
        assert_eq!(PlaceList::all(&desk.tables), [read(&desk)]);
        assert_eq!(PlaceList::removed(&desk.tables), []);
    }

    #[test]
    fn a_number_given_to_another_place_names_a_second_member() {
        let mut desk = desk_with("a");
        let same = Place { address: "1 rue fictive".into(), ..place("a", "a") };
        let of = |place: &Place| PlaceTrace::of(&identity(place), place);
        assert_eq!(add(&read(&desk), [&of(&same)]).unwrap(), ChangeSet::new(), "it is there, better described");
        let others = ["b", "c"].map(|name| of(&place("a", name)));
        desk.write(&add(&read(&desk), &others).unwrap());
        desk.write(&add(&read(&desk), &others).unwrap());
        assert_eq!(names(&read(&desk)), "a b c");
        let first = record_of("a");
        desk.write(&remove(&read(&desk), [&first]));
        desk.write(&add(&read(&desk), &others).unwrap());
        assert_eq!(names(&read(&desk)), "b c", "the name that is free again serves for none of those that are there");
        desk.write(&add(&read(&desk), [&trace("a")]).unwrap());
        assert_eq!(names(&read(&desk)), "b c a");
        assert_eq!(read(&desk).members.iter().filter(|(id, _)| *id == first).count(), 1);
    }

    #[test]
    fn places_taken_away_go_back_where_they_were() {
        let mut desk = desk_with("a b c d");
        let before = read(&desk);
        let [b, c] = ["b", "c"].map(record_of);
        let changes = remove(&before, [&b, &c]);
        let undo = Undo::of(&changes, &desk.tables);
        desk.write(&changes);
        assert_eq!(names(&read(&desk)), "a d");
        let mut other = desk.copy("b");
        desk.write(&undo.changes(&desk.tables));
        assert_eq!(read(&desk), before);
        // One was added again meanwhile, at the end: it stays there.
        other.write(&add(&read(&other), [&trace("b")]).unwrap());
        other.write(&undo.changes(&other.tables));
        assert_eq!(names(&read(&other)), "a c d b");
        other.write(&remove(&read(&other), [&c]));
        let undo = Undo::of(&remove(&before, [&c]), &desk.tables);
        other.write(&delete(&read(&other)));
        assert!(undo.changes(&other.tables).is_empty(), "a list that was removed does not come back");
    }

    #[test]
    fn places_that_move_together_stay_in_their_order() {
        for (moved, position, expected) in [
            ("b d", 0, "b d a c e"),
            ("d b", 9, "a c e b d"),
            ("b d", 1, "a b d c e"),
            ("b c", 1, "a b c d e"),
            ("a e", 1, "b a e c d"),
            ("x", 0, "a b c d e"),
            ("a b c d e", 2, "a b c d e"),
        ] {
            let mut desk = desk_with("a b c d e");
            let moved: Vec<RecordId> = moved.split_whitespace().map(record_of).collect();
            desk.write(&move_to(&read(&desk), &moved, position));
            assert_eq!(names(&read(&desk)), expected, "{moved:?} {position}");
        }
        assert_eq!(move_to(&read(&desk_with("a b c")), &[record_of("b")], 1), ChangeSet::new());
    }

    #[test]
    fn places_moved_many_times_find_room() {
        let mut desk = desk_with("a b c");
        for _ in 0..100 {
            desk.write(&move_to(&read(&desk), &[record_of("c")], 1));
            assert_eq!(names(&read(&desk)), "a c b");
            desk.write(&move_to(&read(&desk), &[record_of("b")], 1));
            assert_eq!(names(&read(&desk)), "a b c");
        }
    }

    #[test]
    fn a_list_has_a_short_name_on_one_line() {
        for (typed, fault) in [
            (" ", WritingFault::Blank),
            ("a\nb", WritingFault::SeveralLines),
            (&"é".repeat(81), WritingFault::TooLong { max_chars: 80 }),
        ] {
            assert_eq!(ListName::new(typed), Err(fault));
        }
        assert!(ListNote::new(&"é".repeat(20_001)).is_err());
    }

    proptest! {
        #[test]
        fn places_added_apart_are_all_kept(
            first in prop::collection::btree_set("[a-f]", 0..4),
            one in prop::collection::btree_set("[a-f]", 0..4),
            other in prop::collection::btree_set("[a-f]", 0..4),
            moved in 0..4usize,
        ) {
            let join = |names: &std::collections::BTreeSet<String>| names.iter().cloned().collect::<Vec<_>>().join(" ");
            let mut here = desk_with(&join(&first));
            let mut there = here.copy("b");
            for (desk, names) in [(&mut here, &one), (&mut there, &other)] {
                let traces: Vec<PlaceTrace> = names.iter().map(|name| trace(name)).collect();
                desk.write(&add(&read(desk), &traces).unwrap());
            }
            // Taken away here: it stays only if it was moved there meanwhile.
            let mut taken_away = None;
            if let Some((place, member)) = read(&there).members.first().cloned() {
                let moves = move_to(&read(&there), std::slice::from_ref(&place), moved);
                let is_here = read(&here).members.iter().any(|(known, _)| *known == place);
                if is_here && first.contains(&member.place.name) && moves.is_empty() {
                    taken_away = Some(member.place.name);
                }
                here.write(&remove(&read(&here), [&place]));
                there.write(&moves);
            }
            let mut merged = here.clone();
            merged.receive(&there);
            there.receive(&here);
            prop_assert_eq!(read(&merged), read(&there));
            let mut expected: std::collections::BTreeSet<String> = first.union(&one).chain(&other).cloned().collect();
            expected.retain(|name| taken_away.as_ref() != Some(name));
            let kept = read(&merged).members.iter().map(|(_, member)| member.place.name.clone()).collect();
            prop_assert_eq!(expected, kept);
            prop_assert!(read(&merged).disputed.is_empty() && read(&merged).kept_aside.is_empty());
        }
    }
}
