//! What people say when they look for a service: the standard's words are not theirs. A service and its words on each line.

use super::error::ContentError;
use crate::domain::directory::search::ServiceWords;
use crate::domain::directory::standard::{Service, StandardValue};
use std::sync::OnceLock;

const FILE: &str = "service_words.txt";
const TEXT: &str = include_str!("service_words.txt");

/// The words of every service, read once.
pub fn service_words() -> Result<&'static ServiceWords, &'static ContentError> {
    static READ: OnceLock<Result<ServiceWords, ContentError>> = OnceLock::new();
    READ.get_or_init(|| read(TEXT)).as_ref()
}

fn read(text: &str) -> Result<ServiceWords, ContentError> {
    let spoiled = |fault: String| ContentError { file: FILE, fault };
    let mut all = ServiceWords::new();
    for line in text.lines() {
        let (service, words) = line.split_once('=').ok_or_else(|| spoiled(format!("no words: {line}")))?;
        let service = Service::parse(service).ok_or_else(|| spoiled(format!("not a service: {service}")))?;
        if all.insert(service, words.replace(',', "")).is_some() {
            return Err(spoiled(format!("twice: {}", service.label())));
        }
    }
    match Service::ALL.iter().find(|service| !all.contains_key(service)) {
        Some(service) => Err(spoiled(format!("missing: {}", service.label()))),
        None => Ok(all),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::directory::place::{Place, PlaceId};
    use crate::domain::directory::search::{DirectoryIndex, Lexicon, Query};

    #[test]
    fn what_professionals_type_leads_to_the_services() {
        let words = service_words().unwrap();
        let (typologies, communes) = Default::default();
        let places: Vec<Place> = Service::ALL
            .iter()
            .map(|service| {
                let mut place = Place::named(PlaceId::new(service.label()).unwrap(), "Relais");
                place.services.known = vec![*service];
                place
            })
            .collect();
        let lexicon = Lexicon { typologies: &typologies, communes: &communes, service_words: words };
        let index = DirectoryIndex::new(&places, lexicon);
        for (query, expected) in [
            ("papiers", vec![Service::AdministrativeHelp]),
            ("CAF", vec![Service::AdministrativeHelp]),
            ("imprimante", vec![Service::AccessAndEquipment]),
            ("mot de passe", vec![Service::SafeUse]),
            ("arnaques", vec![Service::SafeUse]),
            ("cv", vec![Service::WorkInclusion]),
            ("école", vec![Service::Parenting]),
            ("smartphone", vec![Service::EverydayTools, Service::AffordableEquipment]),
        ] {
            let found = Query::read(query).unwrap().answers([&index]);
            let [scores] = &found.scores;
            let services: Vec<Service> =
                Service::ALL.iter().zip(scores).filter(|(_, score)| **score > 0).map(|(service, _)| *service).collect();
            assert_eq!(services, expected, "{query}");
            assert!(!found.forgives, "{query}");
        }
    }

    #[test]
    fn a_spoiled_file_is_refused() {
        for (text, fault) in [
            ("Utilisation sécurisée du numérique", "no words: Utilisation sécurisée du numérique"),
            ("Cuisine=poêle", "not a service: Cuisine"),
            (&TEXT.repeat(2), "twice: Aide aux démarches administratives"),
            ("", "missing: Aide aux démarches administratives"),
        ] {
            assert_eq!(read(text).unwrap_err().fault, fault);
        }
    }
}
