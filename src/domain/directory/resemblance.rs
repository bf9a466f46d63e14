//! Whether two descriptions may be of one place, and why. Nothing here decides: reasons are proposed, a person chooses.

use super::contact::{french_digits, without_signs};
use super::place::{Coordinates, Place, SharedPlace};
use crate::domain::fold::fold;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Two places nearer than this may be one.
const NEAR_M: u32 = 50;
/// The side of a square of the grid that finds near places: never less than [`NEAR_M`] in France.
const CELL_UDEG: i32 = 1_000;
/// A clue that more places share says nothing: a switchboard's number, the centre of a commune.
const TOO_COMMON: usize = 30;
/// How many places are proposed.
const MAX_PROPOSALS: usize = 5;

/// Why two descriptions may be of one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// Where one of them does not name its commune, the name alone.
    SameNameAndCommune,
    SamePhone,
    SameAddress,
    Near {
        metres: u32,
    },
    /// The official number of the structure, which may have several places.
    SamePivot,
    /// The same identifier, in another source or for another place: it proves nothing alone.
    SameId,
}

impl Reason {
    fn weight(self) -> u32 {
        match self {
            Self::SameNameAndCommune => 8,
            Self::SamePhone => 6,
            Self::SameAddress => 5,
            Self::Near { .. } => 4,
            Self::SamePivot => 3,
            Self::SameId => 2,
        }
    }
}

/// What a place is recognised by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marks<'a> {
    id: &'a str,
    pivot: &'a str,
    name: String,
    commune: String,
    address: String,
    phones: BTreeSet<String>,
    coordinates: Option<Coordinates>,
}

/// The parts of a description that it is recognised by, as written.
#[derive(Clone, Copy, Debug)]
pub struct Described<'a> {
    pub id: &'a str,
    pub pivot: &'a str,
    pub name: &'a str,
    pub commune: &'a str,
    pub address: &'a str,
    pub phone: &'a str,
    pub coordinates: Option<Coordinates>,
}

impl<'a> From<Described<'a>> for Marks<'a> {
    fn from(described: Described<'a>) -> Self {
        let normal = |phone: &str| french_digits(phone).unwrap_or_else(|| without_signs(phone));
        let phones = described.phone.split('|').map(normal).filter(|phone| !phone.is_empty());
        // A number made of zeros names nothing.
        let is_number = described.pivot.bytes().any(|byte| byte != b'0');
        Self {
            id: described.id,
            pivot: if is_number { described.pivot } else { "" },
            name: fold(described.name),
            commune: fold(described.commune),
            address: fold(described.address),
            phones: phones.collect(),
            coordinates: described.coordinates,
        }
    }
}

impl<'a> From<&'a Place> for Marks<'a> {
    fn from(place: &'a Place) -> Self {
        Self::from(Described {
            id: place.id.as_str(),
            pivot: &place.pivot,
            name: &place.name,
            commune: &place.commune,
            address: &place.address,
            phone: &place.phone,
            coordinates: place.coordinates,
        })
    }
}

impl Marks<'_> {
    /// Why these may be of one place, the strongest reason first.
    pub fn reasons(&self, other: &Marks<'_>) -> Vec<Reason> {
        let says = |one: &str, other: &str| !one.is_empty() && one == other;
        let in_one_commune = self.commune == other.commune || self.commune.is_empty() || other.commune.is_empty();
        let near = match (self.coordinates, other.coordinates) {
            (Some(one), Some(other)) => Some(one.distance_m(other)).filter(|metres| *metres <= NEAR_M),
            _ => None,
        };
        let reasons = [
            (says(&self.name, &other.name) && in_one_commune).then_some(Reason::SameNameAndCommune),
            (!self.phones.is_disjoint(&other.phones)).then_some(Reason::SamePhone),
            (says(&self.address, &other.address) && in_one_commune).then_some(Reason::SameAddress),
            near.map(|metres| Reason::Near { metres }),
            says(self.pivot, other.pivot).then_some(Reason::SamePivot),
            (self.id == other.id).then_some(Reason::SameId),
        ];
        reasons.into_iter().flatten().collect()
    }

    /// Whether anything but the identifier says that these are of one place: files that number their places 1, 2, 3…
    /// give a number to another place one day.
    pub fn may_be(&self, other: &Marks<'_>) -> bool {
        self.reasons(other).iter().any(|reason| *reason != Reason::SameId)
    }

    fn clues(&self) -> impl Iterator<Item = Clue> {
        let texts = [
            (!self.name.is_empty()).then(|| Clue::Name(self.name.clone())),
            (!self.name.is_empty()).then(|| Clue::NameAndCommune(self.name.clone(), self.commune.clone())),
            (!self.address.is_empty()).then(|| Clue::Address(self.address.clone(), self.commune.clone())),
            (!self.pivot.is_empty()).then(|| Clue::Pivot(self.pivot.to_owned())),
            self.coordinates.map(|at| Clue::Cell(cell(at).0, cell(at).1)),
        ];
        texts.into_iter().flatten().chain(self.phones.iter().cloned().map(Clue::Phone))
    }

    /// The squares around, which may hold a near place too.
    fn around(&self) -> impl Iterator<Item = Clue> {
        let centre = self.coordinates.map(cell);
        centre.into_iter().flat_map(|(lat, lon)| {
            (-1..=1).flat_map(move |up| (-1..=1).map(move |right| Clue::Cell(lat + up, lon + right)))
        })
    }
}

fn cell(at: Coordinates) -> (i32, i32) {
    (at.lat_udeg.div_euclid(CELL_UDEG), at.lon_udeg.div_euclid(CELL_UDEG))
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Clue {
    Name(String),
    NameAndCommune(String, String),
    Address(String, String),
    Pivot(String),
    Phone(String),
    Cell(i32, i32),
}

/// A place that may be the one looked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal<'a> {
    pub place: &'a Place,
    /// The strongest first.
    pub reasons: Vec<Reason>,
}

/// Places, arranged so that those which resemble another are found without reading all of them.
#[derive(Clone, Debug)]
pub struct Resemblances<'a> {
    places: &'a [SharedPlace],
    by_clue: BTreeMap<Clue, Vec<usize>>,
    /// How many of the places are arranged.
    arranged: usize,
}

impl<'a> Resemblances<'a> {
    pub fn new(places: &'a [SharedPlace]) -> Self {
        let mut resemblances = Self::among(places);
        while resemblances.read_next() {}
        resemblances
    }

    /// These places, none of them arranged yet.
    pub fn among(places: &'a [SharedPlace]) -> Self {
        Self { places, by_clue: BTreeMap::new(), arranged: 0 }
    }

    /// Arranges one more place; whether there was one left.
    pub fn read_next(&mut self) -> bool {
        let Some(place) = self.places.get(self.arranged) else { return false };
        for clue in Marks::from(place.as_ref()).clues() {
            self.by_clue.entry(clue).or_default().push(self.arranged);
        }
        self.arranged += 1;
        true
    }

    /// The places that may be this one, the likeliest first.
    pub fn of(&self, marks: &Marks<'_>) -> Vec<Proposal<'a>> {
        let clues = marks.clues().chain(marks.around());
        let found = clues.filter_map(|clue| self.by_clue.get(&clue)).filter(|positions| positions.len() <= TOO_COMMON);
        let positions: BTreeSet<usize> = found.flatten().copied().collect();
        let places = positions.into_iter().filter_map(|position| self.places.get(position));
        let mut proposals: Vec<Proposal<'a>> = places
            .map(|place| Proposal { place, reasons: marks.reasons(&Marks::from(place.as_ref())) })
            .filter(|proposal| proposal.reasons.iter().any(|reason| *reason != Reason::SameId))
            .collect();
        proposals.sort_by_key(Proposal::rank);
        proposals.truncate(MAX_PROPOSALS);
        proposals
    }
}

impl Proposal<'_> {
    fn rank(&self) -> (Reverse<u32>, u32, String) {
        let weight = self.reasons.iter().map(|reason| reason.weight()).sum();
        let metres = self.reasons.iter().find_map(|reason| match reason {
            Reason::Near { metres } => Some(*metres),
            _ => None,
        });
        (Reverse(weight), metres.unwrap_or(u32::MAX), self.place.id.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::super::place::PlaceId;
    use super::*;
    use crate::domain::directory::place::shared;

    /// A place from « id | pivot | name | commune | address | phone | metres to the north ».
    fn place(text: &str) -> Place {
        let parts: Vec<&str> = text.split('|').map(str::trim).collect();
        let mut place = Place::named(PlaceId::new(parts[0]).unwrap(), parts[2]);
        place.pivot = parts[1].to_owned();
        place.commune = parts[3].to_owned();
        place.address = parts[4].to_owned();
        place.phone = parts[5].to_owned();
        let north = parts[6].parse::<i32>().ok();
        place.coordinates = north.map(|metres| Coordinates { lat_udeg: 48_900_000 + metres * 9, lon_udeg: 2_400_000 });
        place
    }

    const KNOWN: &str = "1 | 99999999900017 | Le Relais | Bobigny | 1 rue fictive | 01 99 00 00 12 | 0";

    #[test]
    fn each_thing_in_common_is_a_reason() {
        for (other, reasons) in [
            ("2 | | LE RELAIS | bobigny | | | ", vec![Reason::SameNameAndCommune]),
            ("2 | | Le Relais | Pantin | | | ", vec![]),
            ("2 | | Le Relais | | | | ", vec![Reason::SameNameAndCommune]),
            ("2 | 99999999900017 | La Fabrique | Pantin | 1 rue fictive | | ", vec![Reason::SamePivot]),
            ("2 | | La Fabrique | Bobigny | 1, rue Fictive | | ", vec![Reason::SameAddress]),
            ("2 | | La Fabrique | Bobigny | | +33199000012 | ", vec![Reason::SamePhone]),
            ("2 | | La Fabrique | Bobigny | | | 40", vec![Reason::Near { metres: 40 }]),
            ("2 | | La Fabrique | Bobigny | | | 80", vec![]),
            ("1 | 00000000000000 | La Fabrique | Bobigny | | | ", vec![Reason::SameId]),
        ] {
            let [known, other] = [KNOWN, other].map(place);
            let (known, other) = (Marks::from(&known), Marks::from(&other));
            assert_eq!(known.reasons(&other), reasons);
            assert_eq!(other.reasons(&known), reasons);
            assert_eq!(known.may_be(&other), reasons.iter().any(|reason| *reason != Reason::SameId));
        }
        let [one, other] = ["1 | 000 | A | B | | | ", "2 | 000 | C | D | | | "].map(place);
        assert!(!Marks::from(&one).may_be(&Marks::from(&other)), "a number made of zeros names nothing");
    }

    #[test]
    fn the_likeliest_places_are_proposed_first() {
        let places = [
            "a | 99999999900017 | Mairie | Pantin | | | ",
            "b | | La Fabrique | Bobigny | 1 rue fictive | | 30",
            "c | | Le Relais | Bobigny | 1 rue fictive | | ",
            "d | | La Fabrique | Bobigny | 1 rue fictive | | 10",
            "1 | | Autre | Aulnay | | | ",
        ];
        let places = shared(&places.map(place));
        let found = Resemblances::new(&places).of(&Marks::from(&place(KNOWN)));
        let ids: Vec<&str> = found.iter().map(|proposal| proposal.place.id.as_str()).collect();
        assert_eq!(ids, ["c", "d", "b", "a"]);
        assert_eq!(found[0].reasons, [Reason::SameNameAndCommune, Reason::SameAddress]);
    }

    #[test]
    fn what_many_places_share_proposes_none_of_them() {
        let alike = |count: usize| -> Vec<Place> {
            (0..count).map(|id| place(&format!("p{id} | | Lieu {id} | Pantin | | 01 99 00 00 12 | "))).collect()
        };
        let known = place(KNOWN);
        for (count, proposed) in [(TOO_COMMON, MAX_PROPOSALS), (TOO_COMMON + 1, 0)] {
            assert_eq!(Resemblances::new(&shared(&alike(count))).of(&Marks::from(&known)).len(), proposed);
        }
    }
}
