//! What the list of places and a place's sheet say.

use super::directory as words;
use super::format;
use crate::domain::directory::edition::{CurrentEdition, DirectorySource};
use crate::domain::directory::place::Place;
use crate::domain::directory::query::DirectoryQuery;
use crate::domain::directory::standard::{StandardValue, Values};
use crate::domain::directory::typology::Typologies;

/// One line of a place's sheet: what it is about, and what is said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    pub term: &'static str,
    pub words: Vec<String>,
}

/// « 26 lieux », « 3 lieux pour « relais » », « 1 lieu proche de « relias » », « Aucun lieu pour « relais » avec 2
/// filtres ». Near places are those that a slip leads to.
pub fn found(number: usize, query: &DirectoryQuery, are_near: bool) -> String {
    let count = match number {
        0 => "Aucun lieu".to_owned(),
        number => format::count(number as u64, "lieu", "lieux"),
    };
    let text = match query.text.trim() {
        "" => String::new(),
        text => {
            let link =
                if are_near && number > 0 { format::agree(number as u64, "proche de", "proches de") } else { "pour" };
            format!(" {link} «\u{202f}{text}\u{202f}»")
        }
    };
    let filters = match query.conditions.list().len() as u64 {
        0 => String::new(),
        filters => format!(" avec {}", format::count(filters, "filtre", "filtres")),
    };
    format!("{count}{text}{filters}")
}

/// « 26 lieux, importés le 2 mars 2026 depuis lieux.csv ».
pub fn edition(current: &CurrentEdition) -> String {
    let imported = format::agree(current.count as u64, "importé", "importés");
    format!(
        "{}, {imported} le {} depuis {}",
        format::count(current.count as u64, "lieu", "lieux"),
        format::date(current.imported_on),
        current.file
    )
}

/// « 26 lieux, importés le 2 mars 2026. »: all the sources together, with the day of the oldest.
pub fn summary(sources: &[DirectorySource]) -> String {
    let count: usize = sources.iter().map(|source| source.current.count).sum();
    let places = format::count(count as u64, "lieu", "lieux");
    match (sources.iter().map(|source| source.current.imported_on).min(), sources.len()) {
        (None, _) => "Aucun annuaire n’a été importé.".to_owned(),
        (Some(day), 1) => {
            let imported = format::agree(count as u64, "importé", "importés");
            format!("{places}, {imported} le {}.", format::date(day))
        }
        (Some(day), number) => {
            format!("{places} dans {number} annuaires, le plus ancien importé le {}.", format::date(day))
        }
    }
}

/// The lines of a postal address; none where the file says nothing.
pub fn address(place: &Place) -> Vec<String> {
    let code = place.postal_code.as_ref().map_or("", |code| code.as_str());
    let commune = format!("{code} {}", place.commune);
    [place.address.as_str(), place.address_extra.as_str(), commune.trim()]
        .into_iter()
        .filter(|line| !line.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The services of a place in one line: the first ones, and how many more.
pub fn services_line(place: &Place) -> String {
    const SHOWN: usize = 2;
    let known = place.services.known.iter().map(|service| service.label());
    let all: Vec<&str> = known.chain(place.services.other.iter().map(String::as_str)).collect();
    let (shown, hidden) = all.split_at(all.len().min(SHOWN));
    let more = match hidden.len() {
        0 => String::new(),
        hidden => format!(" et {}", format::count(format::number(hidden), "autre service", "autres services")),
    };
    format!("{}{more}", shown.join(", "))
}

/// The address in one line.
pub fn address_line(place: &Place) -> String {
    address(place).join(", ")
}

/// What the place offers, to whom and how; matters on which the file is silent are left out.
pub fn offer(place: &Place, typologies: &Typologies) -> Vec<Fact> {
    let kind = place.typology.iter().map(|code| typologies.say(code).to_owned()).collect();
    let facts = [
        Fact { term: "Type de structure", words: kind },
        fact("Services", &place.services, StandardValue::label),
        fact("Accompagnement", &place.support_modes, words::support_mode),
        fact("Pour venir", &place.access_modes, words::access_mode),
        fact("Tarif", &place.fees, words::fee),
        fact("Public", &place.publics, words::public),
        fact("Accueil adapté", &place.special_care, words::special_care),
        fact("Dispositifs", &place.programmes, words::programme),
        labels(place),
    ];
    facts.into_iter().filter(|fact| !fact.words.is_empty()).collect()
}

fn fact<T: StandardValue>(term: &'static str, values: &Values<T>, word: fn(T) -> &'static str) -> Fact {
    let known = values.known.iter().map(|value| typographic(word(*value)));
    Fact { term, words: known.chain(values.other.iter().cloned()).collect() }
}

fn labels(place: &Place) -> Fact {
    let labels = fact("Formations et labels", &place.labels, StandardValue::label);
    Fact { words: labels.words.into_iter().chain(place.other_labels.iter().cloned()).collect(), ..labels }
}

/// The standard writes straight apostrophes.
fn typographic(text: &str) -> String {
    text.replace('\'', "’")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::commune::PostalCode;
    use crate::domain::directory::edition::source_key;
    use crate::domain::directory::place::PlaceId;
    use crate::domain::directory::query::Opening;
    use crate::domain::snapshot::SnapshotId;

    fn plain(text: &str) -> String {
        text.replace(['\u{a0}', '\u{202f}'], " ")
    }

    #[test]
    fn counts_what_was_found() {
        for (number, query, are_near, expected) in [
            (0, "", false, "Aucun lieu"),
            (0, " relais ", false, "Aucun lieu pour « relais »"),
            (1, "", false, "1 lieu"),
            (2_683, "", false, "2 683 lieux"),
            (3, "relais", false, "3 lieux pour « relais »"),
            (0, "relias", true, "Aucun lieu pour « relias »"),
            (1, "relias", true, "1 lieu proche de « relias »"),
            (2, "relias", true, "2 lieux proches de « relias »"),
        ] {
            assert_eq!(plain(&found(number, &DirectoryQuery::of_text(query), are_near)), expected);
        }
        let mut query = DirectoryQuery::of_text("relais");
        query.conditions.is_recent = true;
        assert_eq!(plain(&found(12, &query, false)), "12 lieux pour « relais » avec 1 filtre");
        query.conditions.opening = Some(Opening::Now);
        assert_eq!(plain(&found(0, &query, false)), "Aucun lieu pour « relais » avec 2 filtres");
    }

    #[test]
    fn sums_up_the_services() {
        let mut place = Place::named(PlaceId::new("a").unwrap(), "Le Relais");
        for (values, expected) in [
            (vec![], ""),
            (vec!["Café fictif"], "Café fictif"),
            (
                vec!["Utilisation sécurisée du numérique", "Café fictif"],
                "Utilisation sécurisée du numérique, Café fictif",
            ),
            (vec!["A", "B", "C"], "A, B et 1 autre service"),
            (vec!["A", "B", "C", "D"], "A, B et 2 autres services"),
        ] {
            place.services = Values::read(values);
            assert_eq!(plain(&services_line(&place)), expected);
        }
    }

    #[test]
    fn tells_where_an_edition_comes_from() {
        let mut current = CurrentEdition {
            snapshot: SnapshotId::of(""),
            imported_on: "2026-03-01".parse().unwrap(),
            file: "lieux.csv".into(),
            count: 26,
        };
        assert_eq!(plain(&edition(&current)), "26 lieux, importés le 1er mars 2026 depuis lieux.csv");
        current.count = 1;
        assert_eq!(plain(&edition(&current)), "1 lieu, importé le 1er mars 2026 depuis lieux.csv");
    }

    #[test]
    fn sums_the_sources_up() {
        let source = |name: &str, day: &str, count| DirectorySource {
            key: source_key(name).unwrap(),
            name: name.into(),
            current: CurrentEdition {
                snapshot: SnapshotId::of(name),
                imported_on: day.parse().unwrap(),
                file: "lieux.csv".into(),
                count,
            },
        };
        let sources = [source("Une", "2026-03-01", 26), source("Deux", "2026-02-02", 1_000)];
        assert_eq!(plain(&summary(&[])), "Aucun annuaire n’a été importé.");
        assert_eq!(plain(&summary(&sources[..1])), "26 lieux, importés le 1er mars 2026.");
        assert_eq!(
            plain(&summary(&sources)),
            "1 026 lieux dans 2 annuaires, le plus ancien importé le 2 février 2026."
        );
    }

    #[test]
    fn says_what_a_place_offers_in_words_and_nothing_else() {
        let mut place = Place::named(PlaceId::new("a").unwrap(), "Le Relais");
        let typologies = Typologies::new([("BIB".to_owned(), "Bibliothèque".to_owned())].into());
        assert_eq!((offer(&place, &typologies), address(&place)), (Vec::new(), Vec::new()));
        place.typology = vec!["BIB".to_owned(), "FICTIF".to_owned()];
        place.services = Values::read(["Aide aux démarches administratives", "Café fictif"]);
        place.programmes = Values::read(["Point d'accès numérique CAF"]);
        place.labels = Values::read(["ORDI 3.0"]);
        place.other_labels = vec!["Label fictif".into()];
        place.address = "3 rue du Relais".into();
        place.postal_code = PostalCode::new("93100").ok();
        place.commune = "Fictiville".into();
        let said: Vec<(&str, Vec<String>)> =
            offer(&place, &typologies).into_iter().map(|fact| (fact.term, fact.words)).collect();
        assert_eq!(
            said,
            [
                ("Type de structure", vec!["Bibliothèque".to_owned(), "FICTIF".to_owned()]),
                ("Services", vec!["Aide aux démarches administratives".to_owned(), "Café fictif".to_owned()]),
                ("Dispositifs", vec!["Point d’accès numérique CAF".to_owned()]),
                ("Formations et labels", vec!["ORDI 3.0".to_owned(), "Label fictif".to_owned()]),
            ]
        );
        assert_eq!(address(&place), ["3 rue du Relais", "93100 Fictiville"]);
    }
}
