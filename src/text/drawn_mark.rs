//! A mark with all that is drawn and said of it.

use super::map;
use crate::domain::directory::collection::Directory;
use crate::domain::directory::place::PlaceId;
use crate::domain::map::marks::{Mark, main_commune};

/// A mark as it is drawn: one that differs in anything is another mark, drawn anew.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct DrawnMark {
    pub mark: Mark,
    /// What it is called.
    pub name: String,
    /// The place, when it is alone.
    pub place: Option<PlaceId>,
    /// Nobody is received there, nor in any other of its places.
    pub is_closed: bool,
}

impl DrawnMark {
    /// What is drawn of a mark; none when the directory holds none of its places any more.
    pub fn of(mark: &Mark, directory: &Directory) -> Option<Self> {
        let is_closed = |position: usize| {
            directory.is_closed_at(position) || directory.at(position).is_some_and(|place| place.is_closed_to_public())
        };
        let number = mark.places.len();
        let closed = mark.places.iter().filter(|position| is_closed(**position)).count();
        let (name, place) = match mark.single() {
            Some(position) => {
                let place = directory.at(position)?;
                let name = map::place(place, directory.is_closed_at(position), mark.precision);
                (name, Some(place.id.clone()))
            }
            None => {
                let places = mark.places.iter().filter_map(|position| directory.at(*position));
                let commune = main_commune(places.map(|place| place.commune.as_str()));
                (map::cluster(number, closed, commune, mark.is_openable()), None)
            }
        };
        Some(Self { mark: mark.clone(), name, place, is_closed: closed == number })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::commune::Communes;
    use crate::domain::directory::edition::{CurrentEdition, DirectorySnapshot, DirectorySource, source_key};
    use crate::domain::directory::field::PlaceField;
    use crate::domain::directory::local::lives::Lives;
    use crate::domain::directory::local::model::Closure;
    use crate::domain::directory::local::{change, model::PlaceLife};
    use crate::domain::directory::place::{Coordinates, Place};
    use crate::domain::directory::value::FieldValue;
    use crate::domain::map::atlas::{Atlas, Location};
    use crate::domain::map::marks::marks;
    use crate::domain::map::view::Size;
    use crate::records::{Author, ChangeSet, DeviceId, ReplicaId, Tables};

    type Act<'a> = &'a dyn Fn(&PlaceLife, &Place) -> ChangeSet;

    /// A place alone, and two others at the very same point.
    fn directory(lives: &Lives) -> Directory {
        let place = |id: &str, lat_udeg| {
            let mut place = Place::named(PlaceId::new(id).unwrap(), format!("Lieu {id}"));
            place.coordinates = Some(Coordinates { lat_udeg, lon_udeg: 2_400_000 });
            place
        };
        let places = vec![place("a", 48_950_000), place("b", 48_900_000), place("c", 48_900_000)];
        let snapshot = DirectorySnapshot::new("Un", "lieux.csv", "2026-03-02".parse().unwrap(), places);
        let (id, text) = snapshot.to_text().unwrap();
        let current = CurrentEdition { snapshot: id, imported_on: snapshot.imported_on, file: snapshot.file, count: 3 };
        let source = DirectorySource { key: source_key("Un").unwrap(), name: "Un".into(), current };
        Directory::read(vec![(source, Some(text))], lives)
    }

    fn drawn(directory: &Directory) -> Vec<DrawnMark> {
        let communes = Communes::default();
        let location = |position: usize| Location::of(directory.at(position)?, &communes);
        let atlas = Atlas::new(&[0, 1, 2], location, &communes);
        let size = Size::for_width(640);
        let marks = marks(&atlas, atlas.overview(size), size);
        marks.iter().map(|mark| DrawnMark::of(mark, directory).unwrap()).collect()
    }

    #[test]
    fn what_people_here_know_of_a_place_makes_its_mark_another() {
        let on = "2026-03-03".parse().unwrap();
        let before = directory(&Lives::default());
        let told = |acts: &[(&str, Act<'_>)]| {
            let mut tables = Tables::default();
            for (id, act) in acts {
                let id = PlaceId::new(id).unwrap();
                let life = Lives::read(&tables).in_directory(before.imports(), &id).unwrap();
                let replica = ReplicaId::new("r1").unwrap();
                let author = Author { replica, device: DeviceId::unnamed(), at_ms: 1_772_352_300_000 };
                for (key, record) in act(&life, before.place(&id).unwrap()).apply(&tables, &author) {
                    tables.put(key, record);
                }
            }
            drawn(&directory(&Lives::read(&tables)))
        };
        let close = |life: &PlaceLife, _: &Place| change::close(life, &Closure::new(on, "", None).unwrap());
        let rename = |life: &PlaceLife, place: &Place| {
            change::correct(life, place, &[(PlaceField::Name, FieldValue::of(["Autre nom"]))].into(), on, None)
        };
        let said = |marks: &[DrawnMark]| {
            let said = marks.iter().map(|mark| (mark.name.replace('\u{a0}', " "), mark.is_closed));
            said.collect::<Vec<_>>()
        };
        let (alone, together) = ("Lieu a".to_owned(), "2 lieux (voir leur liste)".to_owned());
        let marks = drawn(&before);
        assert_eq!(said(&marks), [(alone.clone(), false), (together.clone(), false)]);
        assert_eq!(marks[0].place.as_ref().map(PlaceId::as_str), Some("a"));
        let renamed = told(&[("a", &rename)]);
        assert_eq!(said(&renamed), [("Autre nom".to_owned(), false), (together.clone(), false)]);
        assert_eq!(renamed[1], marks[1], "what is the same stays the same mark");
        assert_eq!(said(&told(&[("a", &close)])), [("Lieu a (signalé fermé)".to_owned(), true), (together, false)]);
        let one_closed = ("2 lieux dont 1 fermé au public (voir leur liste)".to_owned(), false);
        assert_eq!(said(&told(&[("b", &close)])), [(alone.clone(), false), one_closed]);
        let all_closed = ("2 lieux fermés au public (voir leur liste)".to_owned(), true);
        assert_eq!(said(&told(&[("b", &close), ("c", &close)])), [(alone, false), all_closed]);
    }
}
