//! The places of a list as the directory shows them today.

use super::super::imported::ImportedPlaces;
use super::super::place::PlaceId;
use super::identity::PlaceTrace;
use super::list::PlaceList;
use super::list_change;
use super::lives::Lives;
use super::review::unread_sources;
use crate::records::{ChangeSet, RecordId};
use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

/// A place of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedPlace {
    /// The members that lead to it: two, when a former place of the list became another one of it.
    pub members: Vec<RecordId>,
    /// As it was when it was added.
    pub trace: PlaceTrace,
    pub today: Today,
}

/// What has become of a place of a list.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Today {
    /// It is this place of the directory.
    Found(PlaceId),
    /// It is in no edition any more.
    Gone,
    /// The directory that may hold it cannot be read here: nobody knows.
    Unread,
}

impl ListedPlace {
    /// The place of the directory; none where it is not known to be there.
    pub fn place(&self) -> Option<&PlaceId> {
        match &self.today {
            Today::Found(id) => Some(id),
            Today::Gone | Today::Unread => None,
        }
    }
}

/// The places of a list, in its order, each once. Those that became others are these. No directory: it cannot be read.
pub fn places(list: &PlaceList, lives: &Lives, directory: Option<&ImportedPlaces>) -> Vec<ListedPlace> {
    let unread = directory.map(unread_sources).unwrap_or_default();
    let mut places: Vec<ListedPlace> = Vec::with_capacity(list.members.len());
    let mut positions: BTreeMap<PlaceId, usize> = BTreeMap::new();
    for (member, said) in &list.members {
        let today = directory.map_or(Today::Unread, |directory| today(&said.place, lives, directory, &unread));
        let id = if let Today::Found(id) = &today { Some(id.clone()) } else { None };
        let known = id.as_ref().and_then(|id| positions.get(id)).and_then(|position| places.get_mut(*position));
        if let Some(known) = known {
            known.members.push(member.clone());
            continue;
        }
        positions.extend(id.map(|id| (id, places.len())));
        places.push(ListedPlace { members: vec![member.clone()], trace: said.place.clone(), today });
    }
    places
}

fn today(trace: &PlaceTrace, lives: &Lives, directory: &ImportedPlaces, unread: &BTreeSet<&RecordId>) -> Today {
    let may_be_unread = Cell::new(false);
    let find = |trace: &PlaceTrace| {
        may_be_unread.set(may_be_unread.get() || unread.contains(&trace.source));
        directory.described_as(&trace.source, &trace.place)
    };
    match lives.place_of(trace, find) {
        Some(place) => Today::Found(place.id.clone()),
        None if may_be_unread.get() => Today::Unread,
        None => Today::Gone,
    }
}

/// Moves a place of the list, as it is shown, so that it comes where another one is: with every member that leads to it.
pub fn move_to(list: &PlaceList, places: &[ListedPlace], from: usize, to: usize) -> ChangeSet {
    let moved = places.get(from).zip(places.get(to)).and_then(|(moved, other)| {
        let others = list.members.iter().map(|(place, _)| place).filter(|place| !moved.members.contains(place));
        let first = other.members.first()?;
        let position = others.into_iter().position(|place| place == first)?;
        Some(list_change::move_to(list, &moved.members, if from < to { position + 1 } else { position }))
    });
    moved.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::change;
    use super::super::fixture::*;
    use super::super::list::{self, ListName, Member};
    use super::super::model::{Note, NoteId};
    use super::*;
    use crate::domain::directory::collection::Directory;
    use crate::domain::directory::edition::DirectorySnapshot;
    use crate::domain::directory::place::Place;
    use crate::records::Record;

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
            let listed = places(&read(desk), &Lives::read(&desk.tables), Some(here.imports()));
            let words = |one: &ListedPlace| {
                format!("{}:{}:{}", one.trace.name, one.place().map_or("", PlaceId::as_str), one.members.len())
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
            let listed = places(&read(&desk), &Lives::read(&desk.tables), Some(here.imports()));
            desk.write(&move_to(&read(&desk), &listed, from, to));
            assert_eq!(shown(&desk, &four[1..]), expected, "{from} {to}");
        }
    }
    #[test]
    fn a_place_that_two_members_lead_to_moves_with_both() {
        let all = ["1", "2", "3", "4"].map(|id| place(id, &format!("Lieu {id}")));
        let trace = |place: &Place| PlaceTrace::of(&identity(place), place);
        let key = list::key(&RecordId::new("list-1").unwrap()).unwrap();
        let here = directory(&[("Essai", &all[1..])]);
        // The first became the second, which follows it.
        for (from, to, expected) in [
            (0, 1, "3 2 4"),
            (0, 2, "3 4 2"),
            (1, 0, "3 2 4"),
            (2, 0, "4 2 3"),
            (2, 1, "2 4 3"),
            (1, 1, "2 3 4"),
            (0, 9, "2 3 4"),
        ] {
            let mut desk = Desk::new();
            let read = |desk: &Desk| PlaceList::from_record(&key, desk.tables.get(&key).unwrap());
            desk.write(&list_change::create(&key, &ListName::new("Nord").unwrap()));
            desk.write(&list_change::add(&read(&desk), &all.each_ref().map(trace)).unwrap());
            desk.write(&change::attach(&desk.life(&all[0]), &trace(&all[1])));
            let listed = |desk: &Desk| places(&read(desk), &Lives::read(&desk.tables), Some(here.imports()));
            desk.write(&move_to(&read(&desk), &listed(&desk), from, to));
            let ids = listed(&desk).iter().map(|one| one.place().unwrap().to_string()).collect::<Vec<_>>().join(" ");
            assert_eq!(ids, expected, "{from} {to}");
        }
    }

    #[test]
    fn a_directory_that_cannot_be_read_has_lost_no_place() {
        let relais = place("1", "Le Relais");
        let trace = PlaceTrace::of(&identity(&relais), &relais);
        let away = PlaceTrace { source: RecordId::new("ailleurs").unwrap(), ..trace.clone() };
        let member = |rank| Member { place: if rank == 1 { trace.clone() } else { away.clone() }, rank };
        let key = list::key(&RecordId::new("list-1").unwrap()).unwrap();
        let mut list = PlaceList::from_record(&key, &Record::default());
        list.members = [1, 2].map(|rank| (RecordId::new(format!("m{rank}")).unwrap(), member(rank))).into();
        let read = |fault: bool| {
            let known = directory(&[("Essai", &[])]).sources()[0].source.clone();
            let snapshot =
                DirectorySnapshot::new("Essai", "essai.csv", day(1), Vec::<Place>::new()).to_text().unwrap().1;
            Directory::read(vec![(known, (!fault).then_some(snapshot))], &Lives::default())
        };
        let today = |directory: Option<&ImportedPlaces>, desk: &Desk| {
            let listed = places(&list, &Lives::read(&desk.tables), directory);
            listed.into_iter().map(|one| one.today).collect::<Vec<_>>()
        };
        let mut desk = Desk::new();
        assert_eq!(today(Some(read(false).imports()), &desk), [Today::Gone, Today::Gone]);
        assert_eq!(today(Some(read(true).imports()), &desk), [Today::Unread, Today::Gone]);
        assert_eq!(today(None, &desk), [Today::Unread, Today::Unread]);
        // What the other one became is in the directory that cannot be read.
        let life = Lives::read(&desk.tables).of(&relais, &[away.identity().unwrap()]).unwrap();
        desk.write(&change::attach(&life, &trace));
        assert_eq!(today(Some(read(true).imports()), &desk), [Today::Unread, Today::Unread]);
    }
}
