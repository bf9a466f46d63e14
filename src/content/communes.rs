//! The communes of Seine-Saint-Denis.

use super::error::{ContentError, parse};
use crate::domain::commune::{Commune, Communes};
use serde::Deserialize;
use std::sync::OnceLock;

const FILE: &str = "communes.json";
const TEXT: &str = include_str!("communes.json");

/// The communes and where their description comes from.
#[derive(Debug)]
pub struct CommunesContent {
    pub communes: Communes,
    /// The year of the edition that the populations come from.
    pub population_edition: u16,
    /// Sentences naming the sources, to be shown beside the data.
    pub sources: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(rename = "version")]
    _version: u32,
    #[serde(rename = "department")]
    _department: String,
    #[serde(rename = "as_of")]
    _as_of: chrono::NaiveDate,
    population_edition: u16,
    sources: Vec<String>,
    communes: Vec<Commune>,
}

/// The communes of the department, read once.
pub fn communes() -> Result<&'static CommunesContent, &'static ContentError> {
    static READ: OnceLock<Result<CommunesContent, ContentError>> = OnceLock::new();
    READ.get_or_init(|| read(TEXT)).as_ref()
}

fn read(text: &str) -> Result<CommunesContent, ContentError> {
    let file: File = parse(FILE, text)?;
    Ok(CommunesContent {
        communes: Communes::new(file.communes),
        population_edition: file.population_edition,
        sources: file.sources,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::commune::{CentreSource, InseeCode, PostalCode};
    use std::collections::BTreeSet;

    #[test]
    fn the_file_holds_the_thirty_nine_communes() {
        let content = communes().unwrap();
        assert_eq!(content.communes.len(), 39);
        assert_eq!(content.sources.len(), 4);
        let codes: BTreeSet<&str> = content.communes.iter().map(|commune| commune.code.as_str()).collect();
        assert_eq!(codes.len(), 39);
        assert!(codes.iter().all(|code| code.starts_with("93")));
        let territories: Vec<&str> =
            content.communes.territories().iter().map(|territory| territory.as_str()).collect();
        assert_eq!(territories.len(), 4);
        for commune in content.communes.iter() {
            assert!((48_800_000..49_020_000).contains(&commune.centre.lat_udeg), "{}", commune.name);
            assert!((2_280_000..2_610_000).contains(&commune.centre.lon_udeg), "{}", commune.name);
            assert!(!commune.postal_codes.is_empty(), "{}", commune.name);
        }
        let by_hand: Vec<&str> = content
            .communes
            .iter()
            .filter(|commune| commune.centre_source == CentreSource::Project)
            .map(|commune| commune.name.as_str())
            .collect();
        assert_eq!(by_hand, ["L’Île-Saint-Denis"]);
    }

    #[test]
    fn every_commune_has_a_population_and_the_whole_adds_up() {
        let content = communes().unwrap();
        let edition = content.population_edition.to_string();
        assert!(content.sources.iter().any(|source| source.contains("Populations") && source.contains(&edition)));
        let populations: Vec<u32> = content.communes.iter().filter_map(|commune| commune.population).collect();
        assert_eq!(populations.len(), 39);
        assert!(populations.iter().all(|number| (3_000..200_000).contains(number)));
        // The department's own figure in the same edition.
        assert_eq!(populations.iter().sum::<u32>(), 1_704_316);
    }

    #[test]
    fn pierrefitte_leads_to_saint_denis() {
        let communes = &communes().unwrap().communes;
        let by_code = communes.by_code(&InseeCode::new("93059").unwrap()).unwrap();
        let by_name = communes.by_name("PIERREFITTE SUR SEINE").unwrap();
        let postal = PostalCode::new("93380").unwrap();
        let by_postal: Vec<&str> = communes.by_postal_code(&postal).map(|commune| commune.name.as_str()).collect();
        assert_eq!((by_code.name.as_str(), by_name.name.as_str()), ("Saint-Denis", "Saint-Denis"));
        assert_eq!(by_postal, ["Saint-Denis"]);
    }

    #[test]
    fn a_spoiled_file_is_named() {
        assert_eq!(read("{").unwrap_err().file, "communes.json");
    }
}
