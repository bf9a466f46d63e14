use super::super::place::PlaceId;
use super::super::standard::Programme;
use super::*;
use crate::domain::commune::PostalCode;
use proptest::prelude::*;

fn place(name: &str, commune: &str, postal: &str, address: &str) -> Place {
    let mut place = Place::named(PlaceId::new(name).unwrap(), name);
    place.commune = commune.into();
    place.postal_code = PostalCode::new(postal).ok();
    place.address = address.into();
    place
}

fn index(places: &[Place]) -> DirectoryIndex {
    let (typologies, communes, service_words) = Default::default();
    let lexicon = Lexicon { typologies: &typologies, communes: &communes, service_words: &service_words };
    DirectoryIndex::new(places, lexicon)
}

fn scores(index: &DirectoryIndex, query: &str) -> Option<Vec<Score>> {
    let Answers { scores: [scores], .. } = Query::read(query)?.answers([index]);
    Some(scores)
}

fn found(places: &[Place], query: &str) -> Vec<usize> {
    let index = index(places);
    let scores = scores(&index, query).unwrap_or_else(|| vec![1; places.len()]);
    let mut found: Vec<usize> = (0..places.len()).filter(|at| scores[*at] > 0).collect();
    found.sort_by_key(|at| (std::cmp::Reverse(scores[*at]), index.rank(*at)));
    found
}

#[test]
fn finds_places_whatever_the_typing_and_puts_names_first() {
    let places = [
        place("Médiathèque L’Étoile", "Saint-Fictif", "99200", "3 rue du Relais"),
        place("Le Relais d’Exemple", "L’Île-aux-Exemples", "99100", "1 place de la Mairie"),
        place("Relais du Cœur", "Sainte-Fiction", "99300", ""),
        place("Espace Stainfort", "Exemple", "", "12 avenue de l’Étoile"),
    ];
    for (query, expected) in [
        ("relais", vec![2, 1, 0]),
        ("RELAIS exem", vec![1]),
        ("l'etoile", vec![0, 3]),
        ("étoile", vec![0, 3]),
        ("coeur", vec![2]),
        ("ile aux", vec![1]),
        ("9920", vec![0]),
        ("st fictif", vec![0]),
        ("st", vec![0, 3, 2]),
        ("mairie relais", vec![1]),
        ("relias", vec![1, 2, 0]),
        ("médiateque", vec![0]),
        ("toile", vec![0, 3]),
        ("99201", vec![]),
        ("relais introuvable", vec![]),
        ("", vec![3, 1, 0, 2]),
        (" - ", vec![3, 1, 0, 2]),
    ] {
        assert_eq!(found(&places, query), expected, "{query}");
    }
}

#[test]
fn a_word_finds_its_other_genders_and_numbers() {
    let mut adviser = place("Maison fictive", "Exemple", "", "");
    adviser.programmes = Values { known: vec![Programme::DigitalAdvisers], other: Vec::new() };
    let mut helper = place("Bureau fictif", "Exemple", "", "");
    helper.summary = "Une animatrice et deux assistantes sociales vous reçoivent.".into();
    let places = [adviser, helper];
    for (query, expected) in [
        ("conseiller", vec![0]),
        ("conseillère", vec![0]),
        ("conseillères numériques", vec![0]),
        ("animateur", vec![1]),
        ("assistant social", vec![1]),
        ("maisons fictifs", vec![0]),
    ] {
        assert_eq!(found(&places, query), expected, "{query}");
    }
}

#[test]
fn a_slip_is_forgiven_only_where_nothing_answers_what_was_typed() {
    let places = [place("Marée", "Exemple", "", ""), place("Mairie", "Exemple", "", "12 rue du Marche")];
    for (query, expected) in
        [("maree", vec![0]), ("marie", vec![1, 0]), ("mairie", vec![1]), ("mairie marchr", vec![1])]
    {
        assert_eq!(found(&places, query), expected, "{query}");
    }
    // Each word exists, but not together: then a slip is looked for in all of them.
    let places = [place("Relais", "Pantin", "", ""), place("Atelier", "Pantan", "", "")];
    assert_eq!(found(&places, "relais pantan"), [0]);
}

#[test]
fn a_whole_word_comes_before_the_beginning_of_a_name() {
    let mut desk = place("Relais fictif", "Exemple", "", "");
    desk.summary = "Avec la CAF".into();
    let places = [
        place("Café des Exemples", "Exemple", "", ""),
        place("Antenne de la CAF", "Exemple", "", ""),
        desk,
        place("CAF d’Exemple", "Exemple", "", ""),
    ];
    assert_eq!(found(&places, "caf"), [3, 1, 0, 2]);
    assert_eq!(found(&places, "café"), [0], "nothing is a slip where something answers");
    assert_eq!(found(&places, "caf d’ex"), [3, 1, 0, 2]);
}

#[test]
fn small_words_are_looked_for_alone_only() {
    let places = [place("Maison pour tous", "Exemple", "", ""), place("Aide aux démarches", "Exemple", "", "")];
    for (query, expected) in [
        ("aide pour les démarches", vec![1]),
        ("de l’aide", vec![1]),
        ("la maison", vec![0]),
        ("pour", vec![0]),
        ("aux", vec![1]),
        ("pour l’aide à la maison", vec![]),
    ] {
        assert_eq!(found(&places, query), expected, "{query}");
    }
}

#[test]
fn finds_by_every_value_of_the_standard_and_by_territory() {
    use super::super::standard::{AccessMode, Fee, Label, SupportMode};
    use crate::domain::commune::{CentreSource, InseeCode, Territory};
    use crate::domain::directory::place::Coordinates;
    let mut full = place("Relais", "", "", "");
    full.insee_code = InseeCode::new("99101").ok();
    full.typology = vec!["BIB".into(), "Kiosque".into()];
    full.fees.known = vec![Fee::Free];
    full.labels.known = vec![Label::Duplex];
    full.access_modes.known = vec![AccessMode::Phone];
    full.support_modes.known = vec![SupportMode::Workshop];
    let typologies = Typologies::new([("BIB".to_owned(), "Bibliothèque, médiathèque".to_owned())].into());
    let communes = Communes::new(vec![Commune {
        code: InseeCode::new("99101").unwrap(),
        name: "Fictiville".into(),
        postal_codes: Vec::new(),
        territory: Territory::new("Est Fictif").unwrap(),
        population: None,
        centre: Coordinates { lat_udeg: 48_900_000, lon_udeg: 2_400_000 },
        centre_source: CentreSource::Published,
        former: Vec::new(),
    }]);
    let places = [full.clone(), place("Autre", "", "", "")];
    let index = DirectoryIndex::new(
        &places,
        Lexicon { typologies: &typologies, communes: &communes, service_words: &ServiceWords::new() },
    );
    let words = [
        "médiathèque",
        "kiosque",
        "est fictif",
        Fee::Free.label(),
        Label::Duplex.label(),
        AccessMode::Phone.label(),
        SupportMode::Workshop.label(),
    ];
    for query in words {
        let scores = scores(&index, query).unwrap();
        assert!(scores[0] > 0 && scores[1] == 0, "{query}: {scores:?}");
    }
}

#[test]
fn two_indexes_count_as_one() {
    let all = [place("Relais", "Pantin", "", ""), place("Atelier", "Pantan", "", ""), place("Marée", "", "", "")];
    let (one, other) = (index(&all[..1]), index(&all[1..]));
    let whole = index(&all);
    for query in ["relais", "pantin", "relais pantan", "atelier pantin", "mairie", "maree", "relias", "p"] {
        let Answers { scores: [mut first, second], .. } = Query::read(query).unwrap().answers([&one, &other]);
        first.extend(second);
        assert_eq!(Some(first), scores(&whole, query), "{query}");
    }
}

#[test]
fn says_when_a_slip_was_forgiven() {
    let places = [place("Relais", "Pantin", "", ""), place("Atelier", "Pantan", "", "")];
    let index = index(&places);
    for (query, expected) in
        [("relais", false), ("relias", true), ("relais pantan", true), ("relais introuvable", false), ("pour", false)]
    {
        assert_eq!(Query::read(query).unwrap().answers([&index]).forgives, expected, "{query}");
    }
}

#[test]
fn a_name_typed_whole_is_looked_for_alone() {
    let mut other = place("Maison pour tous", "Exemple", "", "");
    other.services.known = vec![Service::WorkInclusion];
    let places = [place("Maison de l’Emploi", "Exemple", "", ""), other];
    let (typologies, communes) = Default::default();
    let service_words = [(Service::WorkInclusion, "emploi cv".to_owned())].into();
    let index = DirectoryIndex::new(
        &places,
        Lexicon { typologies: &typologies, communes: &communes, service_words: &service_words },
    );
    for (query, expected) in [
        ("emploi", [true, true]),
        ("cv", [false, true]),
        ("maison cv", [false, true]),
        ("maison emploi", [true, false]),
        ("maison de l’emploi", [true, false]),
        ("exemple emploi", [true, true]),
    ] {
        let scores = scores(&index, query).unwrap();
        assert_eq!([scores[0] > 0, scores[1] > 0], expected, "{query}");
    }
    assert!(scores(&index, "emploi").is_some_and(|scores| scores[0] > scores[1]));
}

#[test]
fn places_left_out_say_nothing_not_even_that_a_name_is_typed() {
    let mut offers = place("Bureau", "Exemple", "", "");
    offers.services.known = vec![Service::WorkInclusion];
    let places = [place("Maison Emploi", "Exemple", "", ""), place("Maison", "Exemple", "", ""), offers];
    let (typologies, communes) = Default::default();
    let service_words = [(Service::WorkInclusion, "maison emploi".to_owned())].into();
    let lexicon = Lexicon { typologies: &typologies, communes: &communes, service_words: &service_words };
    let (all, others) = (DirectoryIndex::new(&places, lexicon), DirectoryIndex::new(&places[1..], lexicon));
    for query in ["maison emploi", "emploi", "maison", "emplio", "exemple", "m"] {
        let Answers { scores: [scores], forgives } = Query::read(query).unwrap().answers([all.without(&[true])]);
        let expected = Query::read(query).unwrap().answers([&others]);
        assert_eq!(scores[0], 0, "{query}");
        assert_eq!((&scores[1..], forgives), (expected.scores[0].as_slice(), expected.forgives), "{query}");
    }
}

fn word() -> impl Strategy<Value = String> {
    prop_oneof!["[a-eé]{1,7}", "Saint", "[0-9]{5}", "L’Île", "\\PC{0,4}"]
}

proptest! {
    #[test]
    fn every_word_of_a_place_finds_it_by_its_beginning(names in prop::collection::vec(prop::collection::vec(word(), 1..4), 1..8)) {
        let places: Vec<Place> = names.iter().map(|words| place(&format!("x{}", words.join(" ")), "", "", "")).collect();
        let index = index(&places);
        for (at, place) in places.iter().enumerate() {
            for word in fold(&place.name).split(' ') {
                for end in (1..=word.len()).filter(|end| word.is_char_boundary(*end)) {
                    let scores = scores(&index, &word[..end]).unwrap();
                    prop_assert!(scores[at] > 0, "{} in {}", &word[..end], place.name);
                }
            }
        }
    }

    #[test]
    fn without_a_slip_one_more_word_never_finds_more(names in prop::collection::vec(prop::collection::vec("[x-z]{4,5}", 1..4), 1..8), query in prop::collection::vec("[x-z]{1,3}", 2..4)) {
        let places: Vec<Place> = names.iter().map(|words| place(&words.join(" "), "", "", "")).collect();
        let index = index(&places);
        let whole = scores(&index, &query.join(" ")).unwrap();
        let part = scores(&index, &query[1..].join(" ")).unwrap();
        prop_assert!(whole.iter().zip(&part).all(|(whole, part)| *whole == 0 || *part > 0));
    }
}
