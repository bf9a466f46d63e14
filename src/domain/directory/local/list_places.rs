//! The places of a list as the directory shows them today.

use super::super::imported::ImportedPlaces;
use super::super::place::PlaceId;
use super::identity::PlaceTrace;
use super::list::PlaceList;
use super::list_change;
use super::lives::Lives;
use crate::records::{ChangeSet, RecordId};
use std::collections::BTreeMap;

/// A place of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedPlace {
    /// The members that lead to it: two, when a former place of the list became another one of it.
    pub members: Vec<RecordId>,
    /// As it was when it was added.
    pub trace: PlaceTrace,
    /// The place of the directory; none when it is in no edition any more.
    pub place: Option<PlaceId>,
}

/// The places of a list, in its order, each once. Those that became others are these.
pub fn places(list: &PlaceList, lives: &Lives, directory: &ImportedPlaces) -> Vec<ListedPlace> {
    let find = |trace: &PlaceTrace| directory.described_as(&trace.source, &trace.place);
    let mut places: Vec<ListedPlace> = Vec::with_capacity(list.members.len());
    let mut positions: BTreeMap<PlaceId, usize> = BTreeMap::new();
    for (member, said) in &list.members {
        let place = lives.place_of(&said.place, find).map(|place| place.id.clone());
        let known = place.as_ref().and_then(|id| positions.get(id)).and_then(|position| places.get_mut(*position));
        if let Some(known) = known {
            known.members.push(member.clone());
            continue;
        }
        positions.extend(place.clone().map(|id| (id, places.len())));
        places.push(ListedPlace { members: vec![member.clone()], trace: said.place.clone(), place });
    }
    places
}

/// Moves a place of the list, as it is shown, so that it comes where another one is.
pub fn move_to(list: &PlaceList, places: &[ListedPlace], from: usize, to: usize) -> ChangeSet {
    let member = |position: usize| places.get(position).and_then(|place| place.members.first());
    let moved = member(from).zip(member(to)).and_then(|(moved, other)| {
        let position = list.members.iter().position(|(place, _)| place == other)?;
        Some(list_change::move_to(list, moved, position))
    });
    moved.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::change;
    use super::super::fixture::*;
    use super::super::list::{self, ListName};
    use super::super::model::{Note, NoteId};
    use super::*;
    use crate::domain::directory::place::Place;

    #[test]
    fn a_list_shows_each_place_once_and_those_that_are_gone() {
        let old = [place("1", "Le Relais"), place("2", "L’Escale"), place("3", "La Ruche")];
        let trace = |place: &Place| PlaceTrace::of(&identity(place), place);
        let mut desk = Desk::new();
        let key = list::key(&RecordId::new("list-1").unwrap()).unwrap();
        desk.write(&list_change::create(&key, &ListName::new("Nord").unwrap()));
        let read = |desk: &Desk| PlaceList::from_record(&key, desk.tables.get(&key).unwrap());
        let moved = place("9", "Le Relais rénové");
        let all: Vec<PlaceTrace> = old.iter().chain([&moved]).map(trace).collect();
        desk.write(&list_change::add(&read(&desk), &all).unwrap());
        let shown = |desk: &Desk, edition: &[Place]| {
            let here = directory(&[("Essai", edition)]);
            let listed = places(&read(desk), &Lives::read(&desk.tables), here.imports());
            let words = |one: &ListedPlace| {
                format!("{}:{}:{}", one.trace.name, one.place.as_ref().map_or("", PlaceId::as_str), one.members.len())
            };
            listed.iter().map(words).collect::<Vec<_>>().join(" ")
        };
        let four: Vec<_> = old.iter().chain([&moved]).cloned().collect();
        assert_eq!(shown(&desk, &four), "Le Relais:1:1 L’Escale:2:1 La Ruche:3:1 Le Relais rénové:9:1");
        assert_eq!(shown(&desk, &[old[2].clone()]), "Le Relais::1 L’Escale::1 La Ruche:3:1 Le Relais rénové::1");
        // « Le Relais » became the last one.
        let note = Note::new("Porte bleue", day(2), None).unwrap();
        desk.write(&change::write_note(&desk.life(&old[0]), &NoteId::new(RecordId::new("n").unwrap()), &note));
        desk.write(&change::attach(&desk.life(&old[0]), &trace(&moved)));
        assert_eq!(shown(&desk, &four[1..]), "Le Relais:9:2 L’Escale:2:1 La Ruche:3:1");
        for (from, to, expected) in [
            (2, 1, "Le Relais:9:2 La Ruche:3:1 L’Escale:2:1"),
            (0, 1, "La Ruche:3:1 Le Relais:9:2 L’Escale:2:1"),
            (2, 0, "L’Escale:2:1 La Ruche:3:1 Le Relais:9:2"),
            (2, 3, "L’Escale:2:1 La Ruche:3:1 Le Relais:9:2"),
        ] {
            let here = directory(&[("Essai", &four[1..])]);
            let listed = places(&read(&desk), &Lives::read(&desk.tables), here.imports());
            desk.write(&move_to(&read(&desk), &listed, from, to));
            assert_eq!(shown(&desk, &four[1..]), expected, "{from} {to}");
        }
    }
}
