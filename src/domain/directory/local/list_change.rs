//! Every act on a list of places, as a change set.

use super::change::write;
use super::identity::PlaceTrace;
use super::list::{ListName, ListNote, Member, PlaceList, field};
use crate::records::{ChangeSet, DELETED, InvalidId, Key, RecordId};

/// The room left between two members, for those that will come between them.
const STEP: i64 = 1 << 20;
/// Ranks beyond, which only a foreign file holds, are counted anew.
const MAX_RANK: i64 = i64::MAX / 4;

pub fn create(key: &Key, name: &ListName) -> ChangeSet {
    one(key, field::NAME, Some(name))
}

pub fn rename(list: &PlaceList, name: &ListName) -> ChangeSet {
    one(&list.key, field::NAME, Some(name))
}

/// Says something of the whole list; a blank note is removed.
pub fn annotate(list: &PlaceList, note: &ListNote) -> ChangeSet {
    one(&list.key, field::NOTE, Some(note.as_str()).filter(|text| !text.is_empty()))
}

/// Adds places at the end, in this order; those that are there stay where they are.
pub fn add<'a>(list: &PlaceList, places: impl IntoIterator<Item = &'a PlaceTrace>) -> Result<ChangeSet, InvalidId> {
    let mut members = list.members.clone();
    for place in places {
        let id = place.identity()?.key.id;
        if members.iter().all(|(known, _)| *known != id) {
            let last = members.last().map_or(0, |(_, member)| member.rank);
            members.push((id, Member { place: place.clone(), rank: last.saturating_add(STEP) }));
        }
    }
    Ok(to_order(list, members))
}

/// Takes members away.
pub fn remove<'a>(list: &PlaceList, places: impl IntoIterator<Item = &'a RecordId>) -> ChangeSet {
    let mut changes = ChangeSet::new();
    places.into_iter().for_each(|place| write::<Member>(&mut changes, &list.key, &member_name(place), None));
    changes
}

/// Puts members back where they were in this list.
pub fn put_back<'a>(list: &PlaceList, places: impl IntoIterator<Item = &'a RecordId>) -> ChangeSet {
    let mut changes = ChangeSet::new();
    for wanted in places {
        let member = list.members.iter().find(|(place, _)| place == wanted);
        if let Some((place, member)) = member {
            write(&mut changes, &list.key, &member_name(place), Some(member));
        }
    }
    changes
}

/// Moves a place so that it is the `position`-th, counted from 0.
pub fn move_to(list: &PlaceList, place: &RecordId, position: usize) -> ChangeSet {
    let mut members = list.members.clone();
    let Some(from) = members.iter().position(|(known, _)| known == place) else { return ChangeSet::new() };
    let position = position.min(members.len().saturating_sub(1));
    if from == position {
        return ChangeSet::new();
    }
    let mut moved = members.remove(from);
    let before = position.checked_sub(1).and_then(|before| members.get(before)).map(|(_, member)| member.rank);
    let after = members.get(position).map(|(_, member)| member.rank);
    moved.1.rank = match (before, after) {
        (Some(before), Some(after)) => before.midpoint(after),
        (Some(before), None) => before.saturating_add(STEP),
        (None, Some(after)) => after.saturating_sub(STEP),
        (None, None) => STEP,
    };
    members.insert(position, moved);
    to_order(list, members)
}

/// Removes a list; it may be restored.
pub fn delete(list: &PlaceList) -> ChangeSet {
    one(&list.key, DELETED, Some(&true))
}

pub fn restore(list: &PlaceList) -> ChangeSet {
    one::<bool>(&list.key, DELETED, None)
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
        write(&mut changes, &list.key, &member_name(&written.0), Some(&written.1));
    }
    changes
}

fn member_name(place: &RecordId) -> String {
    format!("{}{place}", field::MEMBER)
}

fn one<T: serde::Serialize + ?Sized>(key: &Key, name: &str, value: Option<&T>) -> ChangeSet {
    let mut changes = ChangeSet::new();
    write(&mut changes, key, name, value);
    changes
}

#[cfg(test)]
mod tests {
    use super::super::fixture::*;
    use super::super::list::{self, PlaceList};
    use super::super::model::WritingFault;
    use super::*;
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
            desk.write(&move_to(&read(&desk), &record_of(place), position));
            assert_eq!(names(&read(&desk)), expected, "{place} {position}");
        }
        desk.write(&remove(&read(&desk), [&record_of("b")]));
        desk.write(&add(&read(&desk), [&trace("b")]).unwrap());
        assert_eq!(names(&read(&desk)), "c a b");
        assert!(read(&desk).holds(&[identity(&place("b", "b"))]) && !read(&desk).holds(&[]));
        desk.write(&rename(&read(&desk), &ListName::new(" Nord ").unwrap()));
        desk.write(&annotate(&read(&desk), &ListNote::new("À imprimer").unwrap()));
        let list = read(&desk);
        assert_eq!((list.name.as_ref().unwrap().as_str(), list.note.as_str()), ("Nord", "À imprimer"));
        desk.write(&annotate(&list, &ListNote::new(" ").unwrap()));
        assert_eq!(read(&desk).note, ListNote::default());
        desk.write(&delete(&list));
        assert_eq!(PlaceList::all(&desk.tables), []);
        desk.write(&restore(&list));
        assert_eq!(PlaceList::all(&desk.tables), [read(&desk)]);
    }

    #[test]
    fn places_taken_away_go_back_where_they_were() {
        let mut desk = desk_with("a b c d");
        let before = read(&desk);
        let [b, c, unknown] = ["b", "c", "x"].map(record_of);
        desk.write(&remove(&before, [&b, &c]));
        assert_eq!(names(&read(&desk)), "a d");
        desk.write(&put_back(&before, [&b, &c, &unknown]));
        assert_eq!(read(&desk), before);
    }

    #[test]
    fn places_moved_many_times_find_room() {
        let mut desk = desk_with("a b c");
        for _ in 0..100 {
            desk.write(&move_to(&read(&desk), &record_of("c"), 1));
            assert_eq!(names(&read(&desk)), "a c b");
            desk.write(&move_to(&read(&desk), &record_of("b"), 1));
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
                let moves = move_to(&read(&there), &place, moved);
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
