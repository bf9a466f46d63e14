//! What is said at the desk of a session: the files that came back, what waits for somebody to decide, the devices of the room.

use super::evaluation_collect::kind;
use super::format::{self, count, number};
use crate::domain::evaluation::response::Response;
use crate::domain::evaluation::survey::SurveyKind;
use crate::exchange::text_file::{MAX_TEXT_BYTES, Refused};

/// How answers come back as texts.
pub const TEXTS: &str = "Les fichiers texte que les personnes ont rendus, plusieurs à la fois, ou le texte d’un message. Ce qui a été lu se vérifie avant d’être enregistré.";
/// Before the choice of files.
pub const FILES_HINT: &str = "Fichiers texte préparés par Repères, ou questionnaire en texte rempli à la main.";
/// No questionnaire can be read.
pub const NO_SURVEY: &str = "Les questionnaires de cette copie de Repères ne se lisent pas. Rechargez la page.";

/// Some numbers came twice, with two contents.
pub const TO_SETTLE: &str = "Le même numéro est arrivé deux fois avec des réponses différentes. Celle que vous ne gardez pas est perdue. Sans décision avant de quitter cette page, la première arrivée reste.";
/// Two devices hold two contents under one number.
pub const IN_CONFLICT: &str = "Deux appareils ont gardé, sous le même numéro, des réponses différentes. Regardez chaque version, et gardez celle qui est juste\u{a0}: d’ici là, une seule est comptée. L’autre est ensuite effacée, et cela ne s’annule pas.";
/// Before one of them is kept for good.
pub const LOSES_THE_OTHER: &str = "L’autre est effacée de cet appareil, et cela ne s’annule pas.";

/// Several devices answer apart.
pub const DEVICES: &str = "Une tablette garde ses réponses jusqu’à ce que vous les réunissiez. Préparez là-bas le fichier de ses réponses, puis reprenez-le ici, page «\u{202f}Données\u{202f}», «\u{202f}Reprendre des fichiers\u{202f}»\u{a0}: ce qui est déjà là n’est jamais compté deux fois, et l’import peut s’annuler.";
/// What the list of numbers is for.
pub const ONE_BY_ONE: &str = "Une réponse reçue par erreur, un essai par exemple, se met de côté par son numéro\u{a0}: il se lit à l’écran quand une réponse est remise ou saisie, et dans le nom d’un fichier. Ce qu’elle dit n’est pas montré.";

/// How a tablet that knows nobody keeps answers.
pub const ROOM_TABLET: &str = "À ouvrir une fois sur la tablette, par la personne qui anime\u{a0}: elle y commence le questionnaire, et y revient par la même adresse pour emporter les réponses gardées. Cette tablette n’a pas besoin du programme.";
/// What becomes of answers on somebody's own device.
pub const OWN_DEVICE: &str = "À photographier avec son téléphone. Rien n’arrive ici sans un geste\u{a0}: la personne rend ses réponses par code, par fichier ou par message.";
/// The words in use are not those that are delivered.
pub const OTHER_WORDS: &str = "Cette adresse n’emporte pas le questionnaire validé\u{a0}: un appareil qui ne l’a pas reçu pose les questions fournies avec Repères, et chaque réponse dit lesquelles. Pour faire répondre aux questions validées, donnez la mallette de l’exercice ou le papier, ou faites répondre sur un appareil qui a reçu un fichier de la session.";
/// What a page of the room is for.
pub const TABLET_LEAD: &str =
    "Les personnes répondent ici l’une après l’autre, et chacune trouve un questionnaire vide.";
/// How whoever leads comes back.
pub const TABLET_RETURN: &str =
    "Le questionnaire ne mène pas ici\u{a0}: revenez-y par l’adresse que vous avez ouverte, ou par son code.";

/// Which words this device asks in.
pub fn asked_in(is_delivered: bool) -> &'static str {
    match is_delivered {
        true => "Questions posées sur cet appareil\u{a0}: celles fournies avec Repères.",
        false => "Questions posées sur cet appareil\u{a0}: celles de la version validée.",
    }
}

/// What a tablet of the room keeps.
pub fn kept_here(kept: usize) -> String {
    match kept {
        0 => "Aucune réponse gardée sur cet appareil pour cette session.".to_owned(),
        kept => format!(
            "{} sur cet appareil. Ce fichier les apporte à l’ordinateur qui réunit les réponses\u{a0}; il ne dit ni qui a répondu, ni à quelle heure.",
            count(number(kept), "réponse gardée", "réponses gardées")
        ),
    }
}

/// Why a file is no text that somebody sent back, and what to do.
pub fn refused(why: Refused) -> String {
    match why {
        Refused::TooLarge => format!(
            "Ce fichier dépasse {}\u{a0}: ce n’est pas un questionnaire, il n’a pas été lu. Vérifiez lequel la personne a envoyé.",
            format::bytes(MAX_TEXT_BYTES)
        ),
        Refused::Unreadable => {
            "Le navigateur n’a pas pu lire ce fichier. Copiez-le sur cet appareil, puis choisissez-le à nouveau.".to_owned()
        }
        Refused::Empty => "Ce fichier est vide.".to_owned(),
        Refused::Exchange => {
            "Ce fichier vient d’une tablette (.json)\u{a0}: page «\u{202f}Données\u{202f}», «\u{202f}Reprendre des fichiers\u{202f}».".to_owned()
        }
        Refused::Document => {
            "Ce fichier est un document, un classeur ou une archive. Ouvrez-le, copiez son texte, puis collez-le plus bas.".to_owned()
        }
        Refused::NotText => "Ce fichier n’est pas un texte. S’il contient une photo de code, lisez-la plus bas.".to_owned(),
    }
}

/// The line of the title is gone.
pub fn guessed(guess: SurveyKind) -> String {
    format!(
        "Le titre du questionnaire manque\u{a0}: lu comme «\u{202f}{}\u{202f}». Vérifiez chaque réponse.",
        kind(guess)
    )
}

/// The text is about another session than the one on the screen.
pub fn other_session(name: Option<&str>) -> String {
    match name {
        Some(name) => format!("Sera comptée ailleurs qu’ici\u{a0}: {name}."),
        None => "Sa session n’est pas dans ce cycle\u{a0}: elle ne sera pas gardée.".to_owned(),
    }
}

/// A text without its reference whose number is known: it goes where its number is.
pub fn found_by_number(name: &str) -> String {
    format!("La ligne de la référence manque, mais ce numéro est déjà arrivé\u{a0}: {name}.")
}

/// An answer that waits: its number, its survey, its session.
pub fn waiting(one: &Response, session: &str) -> String {
    format!("Réponse {}, {}, {}", one.number, format::uncapitalised(kind(one.survey)), format::uncapitalised(session))
}

/// One of several versions, from 1.
pub fn version(nth: usize) -> String {
    format!("Version {nth}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_refused_file_has_its_own_reason() {
        let all = [
            Refused::TooLarge,
            Refused::Unreadable,
            Refused::Empty,
            Refused::Exchange,
            Refused::Document,
            Refused::NotText,
        ];
        let said: std::collections::BTreeSet<String> = all.into_iter().map(refused).collect();
        assert_eq!(said.len(), all.len());
        assert!(refused(Refused::TooLarge).contains("200"), "{}", refused(Refused::TooLarge));
    }
}
