//! A mark with all that is drawn and said of it.

use crate::domain::directory::collection::Directory;
use crate::domain::directory::place::PlaceId;
use crate::domain::map::marks::{Mark, main_commune};
use crate::text::map as text;

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
                let name = text::place(place, directory.is_closed_at(position), mark.precision);
                (name, Some(place.id.clone()))
            }
            None => {
                let places = mark.places.iter().filter_map(|position| directory.at(*position));
                let commune = main_commune(places.map(|place| place.commune.as_str()));
                (text::cluster(number, closed, commune, mark.is_openable()), None)
            }
        };
        Some(Self { mark: mark.clone(), name, place, is_closed: closed == number })
    }
}
