//! Who does what, in words: actors, links, what a search finds, when facts held.

use super::format::{self, agree, count};
use crate::domain::ecosystem::model::{ActorKind, FactStatus, LinkKind, Status, Territory};
use crate::domain::ecosystem::search::Answers;
use crate::domain::ecosystem::when::{Precision, When};

/// What an actor is, as the heading of those of its kind.
pub fn kinds(kind: ActorKind) -> &'static str {
    match kind {
        ActorKind::Institution => "Institutions",
        ActorKind::Programme => "Programmes et outils publics",
        ActorKind::Association => "Associations et coopératives",
        ActorKind::Target => "Structures dont les équipes se forment",
    }
}

/// The same, of one actor.
pub fn kind(kind: ActorKind) -> &'static str {
    match kind {
        ActorKind::Institution => "Institution",
        ActorKind::Programme => "Programme ou outil public",
        ActorKind::Association => "Association ou coopérative",
        ActorKind::Target => "Structure dont les équipes se forment",
    }
}

/// How far an actor's action goes.
pub fn territory(territory: Territory) -> &'static str {
    match territory {
        Territory::Commune => "Commune ou quartier",
        Territory::Ept => "Établissement public territorial",
        Territory::Department => "Seine-Saint-Denis",
        Territory::Metropolis => "Métropole du Grand Paris",
        Territory::Region => "Île-de-France",
        Territory::Country => "France entière",
    }
}

/// A link, read from the actor that it starts from: « Finance ».
pub fn does(link: LinkKind) -> &'static str {
    match link {
        LinkKind::Pilots => "Pilote",
        LinkKind::Coordinates => "Anime",
        LinkKind::Funds => "Finance",
        LinkKind::Trains => "Forme",
        LinkKind::Equips => "Équipe",
        LinkKind::Tools => "Outille",
        LinkKind::Hosts => "Accueille ou emploie",
        LinkKind::RefersTo => "Oriente vers",
        LinkKind::PartOf => "Fait partie de",
        LinkKind::WorksWith => "Travaille avec",
        LinkKind::Replaces => "Prend la suite de",
    }
}

/// The same link, read from the actor that it leads to: « Financé par ».
pub fn receives(link: LinkKind) -> &'static str {
    match link {
        LinkKind::Pilots => "Piloté par",
        LinkKind::Coordinates => "Animé par",
        LinkKind::Funds => "Financé par",
        LinkKind::Trains => "Formé par",
        LinkKind::Equips => "Équipé par",
        LinkKind::Tools => "Outillé par",
        LinkKind::Hosts => "Accueilli ou employé par",
        LinkKind::RefersTo => "Reçoit les orientations de",
        LinkKind::PartOf => "Comprend",
        LinkKind::WorksWith => "Travaille avec",
        LinkKind::Replaces => "Remplacé par",
    }
}

/// « en 2022 », « en avril 2022 », « le 15 avril 2022 ».
pub fn at(when: When) -> String {
    match when.precision {
        Precision::Year | Precision::Month => format!("en {}", bare(when)),
        Precision::Day => format!("le {}", bare(when)),
    }
}

/// « depuis 2022 », « depuis le 15 avril 2022 ».
pub fn since(when: When) -> String {
    match when.precision {
        Precision::Year | Precision::Month => format!("depuis {}", bare(when)),
        Precision::Day => format!("depuis le {}", bare(when)),
    }
}

/// « depuis 2021, jusqu’en 2023 »; none when nothing is known.
pub fn period(from: Option<When>, until: Option<When>) -> Option<String> {
    let until = until.map(|until| match until.precision {
        Precision::Year | Precision::Month => format!("jusqu’en {}", bare(until)),
        Precision::Day => format!("jusqu’au {}", bare(until)),
    });
    let parts: Vec<String> = from.map(since).into_iter().chain(until).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

fn bare(when: When) -> String {
    match when.precision {
        Precision::Year => when.first_day.format("%Y").to_string(),
        Precision::Month => format::month_and_year(when.first_day),
        Precision::Day => format::date(when.first_day),
    }
}

/// What became of an actor, before the names of those that followed; none while it exists.
pub fn status(status: &Status) -> Option<String> {
    let what = match status {
        Status::Current => return None,
        Status::Renamed { .. } => "A changé de nom",
        Status::Replaced { .. } => "D’autres ont pris la suite",
        Status::Ended { .. } => "A pris fin",
    };
    Some(status.since().map_or_else(|| what.to_owned(), |when| format!("{what} {}", at(when))))
}

/// The same, in a word or two.
pub fn status_chip(status: &Status) -> Option<&'static str> {
    match status {
        Status::Current => None,
        Status::Renamed { .. } => Some("Ancien nom"),
        Status::Replaced { .. } => Some("Remplacé"),
        Status::Ended { .. } => Some("Terminé"),
    }
}

/// How far a fact may be relied upon; none when nothing says that it changed.
pub fn fact_status(status: FactStatus) -> Option<&'static str> {
    match status {
        FactStatus::Known => None,
        FactStatus::Past => Some("N’est plus d’actualité"),
        FactStatus::ToCheck => Some("À vérifier"),
    }
}

/// « 3 acteurs », « 3 acteurs pour « papiers » », « Aucun acteur ne répond à « licorne » ».
pub fn found(answers: &Answers, words: &str) -> String {
    let number = answers.actors.len() as u64;
    let actors = count(number, "acteur", "acteurs");
    match (number, words.trim()) {
        (0, "") => "Aucun acteur".to_owned(),
        (0, words) => format!("Aucun acteur ne répond à «\u{202f}{words}\u{202f}»"),
        (_, "") => actors,
        (_, words) if answers.is_exact => format!("{actors} pour «\u{202f}{words}\u{202f}»"),
        (_, words) => format!(
            "{actors} {} de «\u{202f}{words}\u{202f}», sans réunir tous les mots",
            agree(number, "s’approche", "s’approchent")
        ),
    }
}

/// « 3 acteurs sans lien connu ».
pub fn unlinked(number: usize) -> String {
    format!("{} sans lien connu", count(number as u64, "acteur", "acteurs"))
}

/// « Mission : Équiper et connecter ».
pub fn mission(title: &str) -> String {
    format!("Mission\u{a0}: {title}")
}

/// At the foot of what is printed.
pub fn printed(on: chrono::NaiveDate, version: &str) -> String {
    format!("Imprimé le {} depuis Repères {version}", format::date(on))
}

/// « Catalogue de novembre 2026 ».
pub fn catalogue(as_of: chrono::NaiveDate) -> String {
    format!("Relu en {}. Un fait porte sa date\u{a0}: il a pu changer depuis.", format::month_and_year(as_of))
}

/// Where nobody is noted.
pub const NO_CONTACT: &str = "Aucun contact noté";
/// To the directory, searched for an actor's places.
pub const SEE_PLACES: &str = "Voir les lieux dans l’annuaire";
/// Under the picture of the network.
pub const LEGEND: &str =
    "La flèche va de qui agit vers qui en bénéficie. Tirets\u{a0}: finance. Pointillés\u{a0}: prend la suite de.";

/// In a cell of the matrix.
pub const HAS: &str = "Oui";
pub const HAS_NOT: &str = "Non";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ecosystem::model::ActorId;
    use crate::domain::ecosystem::search::{Answer, Why};

    fn when(text: &str) -> Option<When> {
        When::new(text).ok()
    }

    fn plain(text: &str) -> String {
        text.replace(['\u{a0}', '\u{202f}'], " ")
    }

    #[test]
    fn a_date_is_said_as_far_as_it_is_known() {
        for (text, expected_at, expected_since) in [
            ("2022", "en 2022", "depuis 2022"),
            ("2022-04", "en avril 2022", "depuis avril 2022"),
            ("2022-04-01", "le 1er avril 2022", "depuis le 1er avril 2022"),
        ] {
            let when = when(text).unwrap();
            assert_eq!((plain(&at(when)), plain(&since(when))), (expected_at.to_owned(), expected_since.to_owned()));
        }
        for (from, until, expected) in [
            ("", "", None),
            ("2021", "", Some("depuis 2021")),
            ("2021", "2023-03", Some("depuis 2021, jusqu’en mars 2023")),
            ("", "2023-03-05", Some("jusqu’au 5 mars 2023")),
        ] {
            let period = period(when(from), when(until));
            assert_eq!(period.as_deref().map(plain), expected.map(str::to_owned));
        }
    }

    #[test]
    fn what_became_of_an_actor_is_said_with_its_date() {
        let into = ActorId::new("b").unwrap();
        for (status_of, expected) in [
            (Status::Current, None),
            (Status::Renamed { into, since: when("2024") }, Some("A changé de nom en 2024")),
            (Status::Ended { since: None }, Some("A pris fin")),
        ] {
            assert_eq!(status(&status_of).as_deref(), expected);
            assert_eq!(status_chip(&status_of).is_some(), expected.is_some());
        }
    }

    /// Both ways are said apart, and neither twice, but for what is the same from both sides.
    #[test]
    fn a_link_is_said_from_either_side() {
        for (link, expected) in [
            (LinkKind::Funds, ("Finance", "Financé par")),
            (LinkKind::RefersTo, ("Oriente vers", "Reçoit les orientations de")),
            (LinkKind::Replaces, ("Prend la suite de", "Remplacé par")),
            (LinkKind::WorksWith, ("Travaille avec", "Travaille avec")),
        ] {
            assert_eq!((does(link), receives(link)), expected);
        }
        let all: std::collections::BTreeSet<&str> =
            LinkKind::ALL.into_iter().flat_map(|link| [does(link), receives(link)]).collect();
        assert_eq!(all.len(), 2 * LinkKind::ALL.len() - 1);
    }

    #[test]
    fn what_is_printed_bears_its_day_and_version() {
        let day = "2026-11-01".parse().unwrap();
        assert_eq!(plain(&printed(day, "0.1.0")), "Imprimé le 1er novembre 2026 depuis Repères 0.1.0");
        assert_eq!(plain(&mission("Financer")), "Mission : Financer");
    }

    #[test]
    fn what_a_search_finds_is_counted() {
        let answers = |number: usize, is_exact: bool| Answers {
            actors: vec![Answer { actor: ActorId::new("a").unwrap(), why: Why::Name }; number],
            is_exact,
        };
        for (number, is_exact, words, expected) in [
            (36, true, " ", "36 acteurs"),
            (1, true, "papiers", "1 acteur pour « papiers »"),
            (0, false, "licorne", "Aucun acteur ne répond à « licorne »"),
            (0, true, "", "Aucun acteur"),
            (2, false, "papiers licorne", "2 acteurs s’approchent de « papiers licorne », sans réunir tous les mots"),
        ] {
            assert_eq!(plain(&found(&answers(number, is_exact), words)), expected);
        }
    }
}
