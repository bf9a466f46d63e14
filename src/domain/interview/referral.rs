//! From a place of the directory to the place chosen for someone.

use super::decision::Referral;
use crate::domain::directory::collection::Directory;
use crate::domain::directory::place::Place;
use crate::domain::fold::fold;

impl Referral {
    /// A place as it is today in the directory named `source`.
    pub fn to(place: &Place, source: &str) -> Self {
        let address = [place.address.as_str(), place.address_extra.as_str()];
        Self {
            place: place.id.clone(),
            source: source.to_owned(),
            name: place.name.clone(),
            commune: place.commune.clone(),
            insee_code: place.insee_code.clone(),
            address: address.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", "),
            phone: place.phone.clone(),
            when: String::new(),
            ask_for: String::new(),
        }
    }

    /// The same place, with what was agreed about going there.
    #[must_use]
    pub fn agreed(&self, when: &str, ask_for: &str) -> Self {
        Self { when: when.trim().to_owned(), ask_for: ask_for.trim().to_owned(), ..self.clone() }
    }

    /// The place as the directory describes it today. The identifier alone would not do: sources number their places
    /// alike, and another one may bear it now.
    pub fn find<'a>(&'a self, directory: &'a Directory) -> Option<&'a Place> {
        let is_from_its_source = |place: &Place| {
            directory.source_of(&place.id).is_some_and(|source| fold(&source.name) == fold(&self.source))
        };
        let is_alike =
            |place: &Place| fold(&place.name) == fold(&self.name) && fold(&place.commune) == fold(&self.commune);
        directory.bearing(&self.place).find(|place| is_from_its_source(place) || is_alike(place))
    }

    /// Whether it sends to this place of the directory.
    pub fn leads_to(&self, place: &Place, directory: &Directory) -> bool {
        self.find(directory).is_some_and(|found| found.id == place.id)
    }

    /// Its telephone numbers, as written when it was chosen.
    pub fn phones(&self) -> impl Iterator<Item = &str> {
        self.phone.split('|').map(str::trim).filter(|phone| !phone.is_empty())
    }
}
