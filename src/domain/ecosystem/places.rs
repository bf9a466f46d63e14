//! Where the places of an actor are found in the directory.

use crate::domain::directory::filter::Feature;
use crate::domain::directory::query::{Conditions, DirectoryQuery};
use crate::domain::directory::standard::{Programme, Service};
use serde::Deserialize;

/// A search of the directory that shows an actor's places: what the national standard says of them, otherwise words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PlaceSearch {
    pub text: String,
    pub programmes: Vec<Programme>,
    pub services: Vec<Service>,
}

impl PlaceSearch {
    /// What is asked of the directory.
    pub fn query(&self) -> DirectoryQuery {
        let programmes = self.programmes.iter().copied().map(Feature::Programme);
        let features = programmes.chain(self.services.iter().copied().map(Feature::Service)).collect();
        let conditions = Conditions { features, ..Conditions::default() };
        DirectoryQuery { conditions, ..DirectoryQuery::of_text(self.text.clone()) }
    }

    /// It would show the whole directory.
    pub fn is_empty(&self) -> bool {
        self.query() == DirectoryQuery::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_of_the_places_is_asked_of_the_directory() {
        let search = |json: &str| serde_json::from_str::<PlaceSearch>(json);
        let asked =
            search(r#"{"programmes": ["Aidants Connect"], "services": ["Utilisation sécurisée du numérique"]}"#);
        let features = asked.unwrap().query().conditions.features;
        assert_eq!(
            features,
            [Feature::Programme(Programme::AidantsConnect), Feature::Service(Service::SafeUse)].into()
        );
        let words = search(r#"{"text": "relais"}"#).unwrap();
        assert_eq!((words.query(), words.is_empty()), (DirectoryQuery::of_text("relais"), false));
        assert!(search("{}").unwrap().is_empty());
        assert!(search(r#"{"programmes": ["Licorne"]}"#).is_err());
    }
}
