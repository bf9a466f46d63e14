//! The network of participants in words: what one agrees to, cards, pairs, who oriented to whom.

use super::format::{count, date, integer, number, phone};
use crate::domain::exercise::debrief::Threshold;
use crate::domain::network::card::{Card, Standing};
use crate::domain::network::oriented::{Count, Flows, TooFew};
use crate::exchange::vcard::VCard;
use chrono::NaiveDate;

/// What one agrees to, by the version of the text. A text is never changed once somebody agreed to it: another version is
/// added, here and in `domain::network::card::WORDINGS`.
pub fn agreement(wording: &str) -> Option<&'static [&'static str]> {
    (wording == "1").then_some(&AGREEMENT_1)
}

const AGREEMENT_1: [&str; 5] = [
    "Votre carte montre votre nom, votre structure, ce que vous écrivez ci-dessous et comment vous joindre. Elle est faite pour les personnes formées dans ce programme et pour l’équipe de formation.",
    "Elle sert à s’entraider et à former les binômes qui s’appellent au bout de trois mois. Elle ne doit servir à rien d’autre.",
    "Elle quitte cet appareil seulement dans un fichier ou sur une feuille qui le disent\u{a0}: l’annuaire imprimé, la fiche pour un carnet d’adresses, le fichier des cartes, la sauvegarde complète.",
    "Vous pouvez la corriger ou la retirer quand vous voulez, sans donner de raison. Retirée, elle est effacée ici, et sur tout appareil qui ouvre un fichier préparé ensuite. Ce qui a été imprimé ou rangé dans un carnet d’adresses ne peut pas être repris.",
    "Vous êtes libre d’accepter ou non\u{a0}: la formation est la même.",
];

/// What withdrawing does, before one does it.
pub const WITHDRAWING_MEANS: &str = "La carte est effacée pour toujours, ici et sur chaque appareil qui importera un fichier préparé ensuite\u{a0}: sauvegarde, cartes du réseau, programme ou session. Un fichier plus ancien ne la fait pas revenir. Ce qui a été imprimé ou rangé dans un carnet d’adresses n’est pas repris.";
/// What is said once it is done.
pub const WITHDRAWN: &str =
    "Pour qu’elle quitte aussi les autres appareils, préparez un fichier et importez-le sur chacun d’eux.";

/// What a file or a sheet of cards holds, where it is prepared.
pub const HOLDS_PEOPLE: &str = "L’annuaire imprimé et le fichier pour un carnet d’adresses contiennent des noms et des coordonnées\u{a0}: remettez-les seulement aux personnes du réseau et à l’équipe de formation.";

/// The names of the files for address books: nobody is in them.
pub const ONE_FILE: &str = "reperes-carte.vcf";
pub const ALL_FILE: &str = "reperes-cartes-du-reseau.vcf";

/// What somebody is called, those whose name was lost too.
pub fn name(card: &Card) -> String {
    Some(card.name()).filter(|name| !name.is_empty()).unwrap_or_else(|| "Carte sans nom".to_owned())
}

/// « Camille Martin (Relais) ».
pub fn name_and_structure(card: &Card) -> String {
    let name = name(card);
    if card.structure.is_empty() { name } else { format!("{name} ({})", card.structure) }
}

/// Where a card stands.
pub fn standing(standing: Standing) -> String {
    match standing {
        Standing::Current { last_day } => format!("Visible jusqu’au {}.", date(last_day)),
        Standing::Expired { last_day } => {
            format!("Était visible jusqu’au {}\u{a0}: elle n’apparaît plus dans l’annuaire.", date(last_day))
        }
        Standing::NoConsent => {
            "Aucun accord lisible, ou aucune date de fin\u{a0}: elle n’apparaît pas dans l’annuaire.".to_owned()
        }
    }
}

/// When the agreement was given, and to which text.
pub fn consent(card: &Card) -> Option<String> {
    let consent = card.consent.as_ref()?;
    Some(format!("Accord donné le {}, texte n°\u{a0}{}.", date(consent.on), consent.wording))
}

/// A session, where its number in the cycle does not matter.
pub fn session(held_on: Option<NaiveDate>) -> String {
    held_on.map_or_else(|| "Session sans date".to_owned(), |on| format!("Session du {}", date(on)))
}

/// « 12 cartes ».
pub fn cards(cards: usize) -> String {
    count(number(cards), "carte", "cartes")
}

/// How to reach somebody, on one line.
pub fn reach(card: &Card) -> String {
    let parts = [phone(&card.reach.phone), card.reach.email.clone()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// A card, for an address book; what one can help with goes into its note.
pub fn vcard(card: &Card) -> VCard {
    let can_help = said("Peut aider", &card.can_help);
    let looks_for = said("Cherche", &card.looks_for);
    let until = card.last_day().map(|day| format!("Carte du réseau, à effacer après le {}.", date(day)));
    VCard {
        uid: card.id.as_str().to_owned(),
        given_name: card.given_name.clone(),
        family_name: card.family_name.clone(),
        organisation: card.structure.clone(),
        email: card.reach.email.clone(),
        phone: card.reach.phone.clone(),
        note: [can_help, looks_for, until].into_iter().flatten().collect::<Vec<_>>().join("\n"),
    }
}

fn said(what: &str, text: &str) -> Option<String> {
    (!text.is_empty()).then(|| format!("{what}\u{a0}: {text}"))
}

/// The heading of the cards to erase.
pub fn due(number: usize) -> String {
    format!("{} du réseau à effacer", cards(number))
}

/// Where the pairs of a session stand.
pub fn pairs(groups: usize, drawn_on: Option<NaiveDate>) -> String {
    let groups = count(number(groups), "groupe", "groupes");
    drawn_on.map_or_else(|| format!("{groups}."), |on| format!("{groups}, formés le {}.", date(on)))
}

/// Why nothing is shown of who oriented to whom.
pub fn too_few(TooFew { received, needed }: TooFew) -> String {
    let received = count(number(received), "décompte reçu", "décomptes reçus");
    format!(
        "{received} sur les {needed} qu’il faut pour montrer quelque chose\u{a0}: avec moins, on saurait qui a dit quoi."
    )
}

/// What is hidden, and why.
pub fn hiding(needed: Threshold) -> String {
    format!(
        "Un nombre est montré à partir de {0}\u{a0}personnes orientées, comptées dans {1}\u{a0}décomptes au moins, et par tranches de {0}\u{a0}: on ne peut pas retrouver ce qu’une seule personne a compté. Les nombres plus petits sont masqués, et parfois un autre avec eux, pour qu’une soustraction ne les redonne pas.",
        needed.number(),
        Threshold::MIN
    )
}

/// A number of people, or that it is hidden.
pub fn people(people: Count) -> String {
    match people {
        Count::Between(least, most) => between(least, most),
        Count::Hidden => "masqué".to_owned(),
    }
}

/// « 25 à 29 ».
fn between(least: usize, most: usize) -> String {
    format!("{} à {}", integer(number(least)), integer(number(most)))
}

/// How many people in all.
pub fn total(flows: &Flows) -> String {
    match flows.people {
        Count::Between(least, most) => format!("De {}\u{a0}personnes orientées en tout.", between(least, most)),
        Count::Hidden => "Le total est masqué aussi\u{a0}: il redonnerait ce qui est masqué.".to_owned(),
    }
}

/// How many counts were noted.
pub fn counts(counts: usize) -> String {
    count(number(counts), "décompte noté", "décomptes notés")
}

/// What each printed page says at its foot.
pub fn foot(today: NaiveDate, version: &str) -> String {
    format!(
        "Annuaire du réseau, {}. Données personnelles\u{a0}: à garder pour soi, à détruire quand il ne sert plus. Repères {version}",
        date(today)
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::network::card::{CardId, Consent, Reach, WORDINGS};

    fn plain(text: &str) -> String {
        text.replace(['\u{a0}', '\u{202f}'], " ")
    }

    fn card() -> Card {
        Card {
            id: CardId::new("c").unwrap(),
            given_name: "Camille".to_owned(),
            family_name: "Martin".to_owned(),
            structure: "Relais".to_owned(),
            can_help: "Ameli".to_owned(),
            looks_for: String::new(),
            reach: Reach { email: "camille@exemple.fr".to_owned(), phone: "0199000107".to_owned() },
            met_in: None,
            until: "2023-03-01".parse().ok(),
            consent: Some(Consent { on: "2022-03-01".parse().unwrap(), wording: "1".to_owned() }),
        }
    }

    #[test]
    fn every_version_of_what_one_agrees_to_is_written() {
        assert!(WORDINGS.iter().all(|wording| agreement(wording).is_some()));
        assert_eq!(agreement("0"), None);
    }

    #[test]
    fn a_card_becomes_one_of_an_address_book() {
        let made = vcard(&card());
        assert_eq!((made.uid.as_str(), made.organisation.as_str()), ("c", "Relais"));
        assert_eq!(plain(&made.note), "Peut aider : Ameli\nCarte du réseau, à effacer après le 1er mars 2023.");
    }

    #[test]
    fn where_a_card_stands_is_said() {
        let on = |day: &str| plain(&standing(card().standing(day.parse().unwrap())));
        assert_eq!(on("2023-03-01"), "Visible jusqu’au 1er mars 2023.");
        assert_eq!(on("2023-03-02"), "Était visible jusqu’au 1er mars 2023 : elle n’apparaît plus dans l’annuaire.");
        assert_eq!(plain(&consent(&card()).unwrap()), "Accord donné le 1er mars 2022, texte n° 1.");
        let nameless = Card { given_name: String::new(), family_name: String::new(), ..card() };
        assert_eq!(name_and_structure(&nameless), "Carte sans nom (Relais)");
        assert_eq!(plain(&due(1)), "1 carte du réseau à effacer");
    }

    #[test]
    fn what_is_hidden_is_said() {
        assert_eq!(
            (people(Count::Between(10, 14)), people(Count::Hidden)),
            ("10 à 14".to_owned(), "masqué".to_owned())
        );
        let flows = Flows { flows: Vec::new(), people: Count::Hidden };
        assert!(total(&flows).starts_with("Le total est masqué"));
        assert!(plain(&too_few(TooFew { received: 2, needed: 5 })).starts_with("2 décomptes reçus sur les 5"));
    }
}
