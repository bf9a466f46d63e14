//! The actors of digital inclusion in Seine-Saint-Denis.

use super::error::{ContentError, parse, sound};
use crate::domain::ecosystem::catalogue::Catalogue;
use std::sync::OnceLock;

const FILE: &str = "ecosystem.json";
const TEXT: &str = include_str!("ecosystem.json");

/// The actors, read once and checked.
pub fn ecosystem() -> Result<&'static Catalogue, &'static ContentError> {
    static READ: OnceLock<Result<Catalogue, ContentError>> = OnceLock::new();
    READ.get_or_init(|| read(TEXT)).as_ref()
}

fn read(text: &str) -> Result<Catalogue, ContentError> {
    let catalogue: Catalogue = parse(FILE, text)?;
    let faults = catalogue.check();
    sound(FILE, catalogue, &faults)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::directory::filter::Feature;
    use crate::domain::directory::query::{Conditions, DirectoryQuery};
    use crate::domain::directory::standard::{Programme, Service};
    use crate::domain::ecosystem::known::Ecosystem;
    use crate::domain::ecosystem::model::{ActorId, ActorKind, Status};
    use crate::domain::ecosystem::search::Question;
    use crate::records::Tables;
    use std::collections::BTreeMap;

    #[test]
    fn the_file_reads_and_has_no_fault() {
        let catalogue = ecosystem().unwrap();
        assert!((30..=40).contains(&catalogue.actors.len()), "{}", catalogue.actors.len());
        assert!(
            catalogue.actors.iter().flat_map(|actor| &actor.facts).all(|fact| fact.on.first_day <= catalogue.as_of)
        );
    }

    #[test]
    fn a_spoiled_file_is_named_with_every_fault() {
        assert_eq!(read("{").unwrap_err().file, FILE);
        let error = read(&TEXT.replace("\"into\": \"france-travail\"", "\"into\": \"nowhere\"")).unwrap_err();
        assert!(error.fault.contains("UnknownSuccessor"), "{}", error.fault);
    }

    #[test]
    fn the_ten_target_publics_are_there() {
        let targets = ecosystem().unwrap().actors.iter().filter(|actor| actor.kind == ActorKind::Target);
        let ids: Vec<&str> = targets.map(|actor| actor.id.as_str()).collect();
        let expected = [
            "projets-insertion-emploi",
            "associations-referentes-rsa",
            "service-social-departemental",
            "siae",
            "missions-locales",
            "aide-sociale-enfance",
            "maisons-emploi",
            "pole-emploi",
            "structures-mediation-numerique",
            "centres-sociaux",
        ];
        assert_eq!(ids, expected);
    }

    #[test]
    fn what_became_of_each_body_is_said() {
        let status = |id: &str| &ecosystem().unwrap().actor(&ActorId::new(id).unwrap()).unwrap().status;
        let successors = |id: &str| status(id).successors().iter().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(successors("projets-insertion-emploi"), ["agences-locales-insertion"]);
        assert!(matches!(status("projets-insertion-emploi"), Status::Replaced { .. }));
        for (former, into) in
            [("pole-emploi", "france-travail"), ("conseillers-numeriques-france-services", "conseillers-numeriques")]
        {
            assert_eq!(successors(former), [into]);
            assert!(matches!(status(former), Status::Renamed { .. }));
        }
    }

    /// What is delivered names functions, never people, and gives no way to reach anybody.
    #[test]
    fn no_contact_detail_is_delivered() {
        for (number, line) in TEXT.lines().enumerate() {
            let is_signed = ["@", "http", "www.", "tel:", "M. ", "Mme "].into_iter().find(|sign| line.contains(sign));
            assert_eq!(is_signed, None, "line {}", number + 1);
            let unspaced: String = line.chars().filter(|c| !c.is_whitespace() && !".-".contains(*c)).collect();
            let digits = |text: &str| text.chars().take_while(char::is_ascii_digit).count();
            let longest = (0..unspaced.len()).filter_map(|at| unspaced.get(at..)).map(digits).max();
            assert!(longest.unwrap_or(0) <= 8, "line {}: {line}", number + 1);
        }
    }

    /// A directory filter where the national standard has the value, words otherwise.
    #[test]
    fn those_who_receive_people_lead_to_their_places() {
        use Programme::{AidantsConnect, CafAccessPoint, DigitalAdvisers, FranceServices, PixCertification};
        let programme = |one| DirectoryQuery {
            conditions: Conditions { features: [Feature::Programme(one)].into(), ..Conditions::default() },
            ..DirectoryQuery::default()
        };
        let words = DirectoryQuery::of_text;
        let catalogue = ecosystem().unwrap();
        let searches = catalogue.actors.iter().filter_map(|actor| Some((actor.id.as_str(), actor.places.as_ref()?)));
        let mut found: BTreeMap<&str, DirectoryQuery> = searches.map(|(id, places)| (id, places.query())).collect();
        let services = found.remove("structures-mediation-numerique").map(|query| query.conditions.features);
        assert_eq!(
            services,
            Some([Feature::Service(Service::EverydayTools), Feature::Service(Service::SafeUse)].into())
        );
        let expected = [
            ("agences-locales-insertion", words("agence locale d’insertion")),
            ("aidants-connect", programme(AidantsConnect)),
            ("caf-93", programme(CafAccessPoint)),
            ("centres-sociaux", words("centre social")),
            ("conseillers-numeriques", programme(DigitalAdvisers)),
            ("emmaus-connect", words("Emmaüs Connect")),
            ("france-services", programme(FranceServices)),
            ("france-travail", words("France Travail")),
            ("maisons-emploi", words("maison de l’emploi")),
            ("missions-locales", words("mission locale")),
            ("pix", programme(PixCertification)),
        ];
        assert_eq!(found, expected.into());
        for (id, _) in found {
            assert!(catalogue.actor(&ActorId::new(id).unwrap()).unwrap().is_current(), "{id}");
        }
    }

    #[test]
    fn no_link_of_the_picture_passes_over_a_box() {
        let picture = Ecosystem::of(ecosystem().unwrap(), &Tables::default()).picture();
        assert!(picture.edges.iter().any(|edge| edge.legs.len() > 1), "some cross a column");
        for edge in &picture.edges {
            let over: Vec<&ActorId> =
                picture.nodes.iter().filter(|node| edge.passes_over(node)).map(|node| &node.actor).collect();
            assert_eq!(over, [] as [&ActorId; 0], "{:?}", edge.link.link);
        }
    }

    #[test]
    fn everyday_questions_find_whom_to_call() {
        let catalogue = ecosystem().unwrap();
        let ecosystem = Ecosystem::of(catalogue, &Tables::default());
        for (words, expected) in [
            ("un ordinateur pas cher", "emmaus-connect"),
            ("des papiers perdus", "reconnect"),
            ("apprendre à se servir d’une souris", "conseillers-numeriques"),
            ("PIE", "agences-locales-insertion"),
            ("pole emploi", "france-travail"),
            ("mandat", "aidants-connect"),
            ("CAF", "caf-93"),
            ("écrivain public", "service-social-departemental"),
            ("éducateur", "aide-sociale-enfance"),
            ("jeunes", "missions-locales"),
            ("carte des lieux", "francilin"),
            ("apprendre à lire", "centres-sociaux"),
            ("illettrisme", "anlci"),
            ("handicap", "service-social-departemental"),
            ("carte Vitale", "france-services"),
        ] {
            let question = Question { words: words.to_owned(), mission: None };
            let answers = ecosystem.whom_to_call(catalogue, &question).actors;
            let found: Vec<&str> = answers.iter().map(|answer| answer.actor.as_str()).take(4).collect();
            assert!(found.contains(&expected), "{words}: {found:?}");
        }
    }

    /// Who receives people, before who decides or pays.
    #[test]
    fn the_first_to_call_receives_people() {
        let catalogue = ecosystem().unwrap();
        let ecosystem = Ecosystem::of(catalogue, &Tables::default());
        for (words, expected) in [
            ("illettrisme", "centres-sociaux"),
            ("lire", "centres-sociaux"),
            ("français", "centres-sociaux"),
            ("handicap", "service-social-departemental"),
            ("senior", "france-services"),
            ("ameli", "france-services"),
            ("imprimante", "france-services"),
            ("médiathèque", "structures-mediation-numerique"),
            ("mot de passe", "conseillers-numeriques"),
            ("smartphone", "conseillers-numeriques"),
            ("arnaque", "conseillers-numeriques"),
            ("famille", "caf-93"),
            ("tablette", "emmaus-connect"),
        ] {
            let question = Question { words: words.to_owned(), mission: None };
            let answers = ecosystem.whom_to_call(catalogue, &question);
            let first = answers.actors.first().map(|answer| answer.actor.as_str());
            assert_eq!((first, answers.is_exact), (Some(expected), true), "{words}");
        }
        for (id, receives) in [
            ("departement-93", false),
            ("metropole-grand-paris", false),
            ("plaine-commune", false),
            ("francilin", false),
            ("anlci", false),
            ("caf-93", true),
            ("emmaus-connect", true),
            ("aide-sociale-enfance", true),
        ] {
            let actor = catalogue.actor(&ActorId::new(id).unwrap()).unwrap();
            assert_eq!(actor.receives_people(), receives, "{id}");
        }
    }
}
