//! What the forms about actors, links and interlocutors say.

use super::format::{count, date, integer};
use crate::domain::ecosystem::contact::{Age, CHECK_AFTER_MONTHS, Contact, ERASE_AFTER_MONTHS};
use crate::domain::ecosystem::draft::{ActorField, ContactField, Fault, LinkField, What};

/// Above what is typed of a person.
pub const CONTACT_WARNING: &str = "Le nom et les coordonnées d’une personne sont des données personnelles. Dites-lui qu’elles sont gardées ici et d’où elles viennent, et effacez-les si elle s’y oppose. Préférez les coordonnées du service quand elles suffisent.";
/// Where these details go.
pub const CONTACTS_TRAVEL: &str =
    "Les contacts partent seulement avec le fichier complet, jamais avec l’annuaire seul.";
/// What erasing an interlocutor means.
pub const ERASING_MEANS: &str = "Il n’en restera rien sur cet appareil. Cela ne s’annule pas, et l’emporte sur les fichiers plus anciens que vous importeriez ensuite. Faites-le dès que la personne s’oppose à ce que ses coordonnées soient gardées.";
/// Beside the note about an actor, which goes with the directory.
pub const NOTE_HINT: &str = "Ce qu’il est utile de savoir : conditions, délais, changements. Pas de nom ni de coordonnées de personnes : cette note part avec l’annuaire.";
/// Beside the function to ask for.
pub const ASK_FOR_HINT: &str = "Une fonction, jamais un nom : « la conseillère ou le conseiller numérique ».";
/// Beside the date of a link.
pub const SINCE_HINT: &str = "Une année, un mois ou un jour : 2022, 04/2022 ou 15/04/2022.";

/// What is wrong with a field of an actor, and what to do.
pub fn actor_fault(fault: Fault<ActorField>) -> String {
    let missing = match fault.field {
        ActorField::Name => "Écrivez le nom de l’acteur.",
        ActorField::Kind => "Choisissez ce qu’est cet acteur.",
        ActorField::Role => "Dites son rôle en une ou deux phrases.",
        ActorField::Missions => "Cochez au moins une mission.",
        ActorField::Territory => "Choisissez un territoire.",
        ActorField::AskFor => "Écrivez la fonction à demander.",
        ActorField::Note => "Écrivez la note.",
    };
    let field = match fault.field {
        ActorField::Name => "le nom",
        ActorField::Role => "le rôle",
        ActorField::AskFor => "la fonction à demander",
        _ => "la note",
    };
    sentence(fault.what, missing, field)
}

/// What is wrong with a field of an interlocutor, and what to do.
pub fn contact_fault(fault: Fault<ContactField>) -> String {
    let (missing, field) = match fault.field {
        ContactField::Function => ("Écrivez la fonction.", "la fonction"),
        ContactField::Name => ("Écrivez le nom.", "le nom"),
        ContactField::Reach => ("Dites comment joindre cette personne ou ce service.", "le moyen de joindre"),
        ContactField::Source => ("Dites d’où vient cette information.", "la source"),
        ContactField::AsOf => ("Donnez la date de cette information.", "la date de l’information"),
        ContactField::InformedOn => ("Donnez la date.", "la date à laquelle la personne a été informée"),
    };
    sentence(fault.what, missing, field)
}

/// What is wrong with a field of a link, and what to do.
pub fn link_fault(fault: Fault<LinkField>) -> String {
    match (fault.field, fault.what) {
        (_, What::Repeated) => "Ce lien est déjà connu.".to_owned(),
        (LinkField::Kind, _) => "Choisissez le lien.".to_owned(),
        (LinkField::To, _) => "Choisissez l’autre acteur.".to_owned(),
        (LinkField::Since, _) => "Écrivez la date ainsi : 2022, 04/2022 ou 15/04/2022.".to_owned(),
    }
}

fn sentence(what: What, missing: &str, field: &str) -> String {
    match what {
        What::Missing | What::Repeated => missing.to_owned(),
        What::TooLong { chars, max } => {
            let max = count(max as u64, "caractère", "caractères");
            format!("Raccourcissez {field} : {max} au plus, il y en a {}.", integer(chars as u64))
        }
        What::NotADate => format!("Écrivez {field} en jour, mois et année."),
        What::Future => format!("Vérifiez {field} : elle n’est pas encore passée."),
    }
}

/// Where what is said of an interlocutor comes from, and from when.
pub fn origin(contact: &Contact) -> String {
    let source = if contact.source.is_empty() { "Source non précisée" } else { contact.source.as_str() };
    match contact.as_of {
        Some(as_of) => format!("{source}, le {}", date(as_of)),
        None => format!("{source}, sans date"),
    }
}

/// Whether they were told.
pub fn informed(contact: &Contact) -> String {
    match contact.informed_on {
        Some(on) => format!("Le {}", date(on)),
        None if contact.name.is_empty() => "Sans objet : personne n’est nommé".to_owned(),
        None => "Pas encore : à faire sous un mois".to_owned(),
    }
}

/// What to do about an old interlocutor; none for a recent one.
pub fn age(age: Age) -> Option<String> {
    match age {
        Age::Recent => None,
        Age::ToCheck => Some(format!("À vérifier : plus de {CHECK_AFTER_MONTHS}\u{a0}mois, ou sans date")),
        Age::ToErase => Some(format!("À effacer ou à confirmer : plus de {ERASE_AFTER_MONTHS}\u{a0}mois")),
    }
}

/// « 3 acteurs sans contact ».
pub fn without(number: usize) -> String {
    match number {
        0 => "Chaque acteur a un contact".to_owned(),
        number => format!("{} sans contact", count(number as u64, "acteur", "acteurs")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::RecordId;

    fn plain(text: &str) -> String {
        text.replace(['\u{a0}', '\u{202f}'], " ")
    }

    #[test]
    fn each_fault_says_what_to_do() {
        let too_long = What::TooLong { chars: 201, max: 200 };
        for (sentence, expected) in [
            (actor_fault(Fault { field: ActorField::Missions, what: What::Missing }), "Cochez au moins une mission."),
            (
                contact_fault(Fault { field: ContactField::Reach, what: too_long }),
                "Raccourcissez le moyen de joindre : 200 caractères au plus, il y en a 201.",
            ),
            (
                contact_fault(Fault { field: ContactField::AsOf, what: What::Future }),
                "Vérifiez la date de l’information : elle n’est pas encore passée.",
            ),
            (link_fault(Fault { field: LinkField::To, what: What::Repeated }), "Ce lien est déjà connu."),
        ] {
            assert_eq!(plain(&sentence), expected);
        }
    }

    #[test]
    fn where_an_interlocutor_comes_from_is_said() {
        let day = |text: &str| text.parse().ok();
        let contact = |name: &str, source: &str, as_of: &str, informed_on: &str| Contact {
            id: RecordId::new("c").unwrap(),
            about: None,
            name: name.to_owned(),
            function: String::new(),
            reach: String::new(),
            source: source.to_owned(),
            as_of: day(as_of),
            informed_on: day(informed_on),
        };
        for (contact, expected_origin, expected_informed) in [
            (
                contact("Lou Fictif", "Réunion", "2026-03-01", "2026-03-02"),
                "Réunion, le 1er mars 2026",
                "Le 2 mars 2026",
            ),
            (contact("Lou Fictif", "", "", ""), "Source non précisée, sans date", "Pas encore : à faire sous un mois"),
            (contact("", "Site", "", ""), "Site, sans date", "Sans objet : personne n’est nommé"),
        ] {
            assert_eq!(plain(&origin(&contact)), expected_origin);
            assert_eq!(plain(&informed(&contact)), expected_informed);
        }
        assert_eq!(age(Age::Recent), None);
        assert!(age(Age::ToErase).unwrap().contains("24"));
    }
}
