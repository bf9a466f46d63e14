//! What the screens of the cases say.

use super::exercise::cell_fault;
use super::format::{count, integer, number};
use crate::domain::exercise::case::Case;
use crate::domain::exercise::case_change::{AnswerFault, Fault, Part};
use crate::domain::exercise::written_case::{Missing, Verdict, WrittenCase};
use crate::domain::interview::id::{ItemId, OrientationId, TopicId};
use crate::domain::interview::questionnaire::Questionnaire;
use crate::domain::interview::rulebook::Rulebook;

/// What the list is for.
pub const LIST_LEAD: &str =
    "Les personnes fictives des exercices\u{a0}: celles fournies avec Repères, et celles que vous écrivez ici.";
/// Above whatever is written of a person.
pub const FICTIONAL: &str = "N’écrivez que des personnes fictives\u{a0}: ne reprenez ni le nom, ni l’histoire reconnaissable de quelqu’un que vous accompagnez.";
/// How cases are shared.
pub const SHARE: &str = "Un fichier de cas s’importe depuis la page «\u{202f}Données\u{202f}», comme les autres fichiers de Repères. La mallette d’un exercice emporte aussi les cas qu’il utilise.";
/// Nothing is written here.
pub const NONE_WRITTEN: &str =
    "Aucun cas écrit ici pour l’instant. Écrivez-en un, ou copiez un cas fourni pour l’adapter.";
/// Under the story.
pub const STORY_HINT: &str = "À lire à voix haute en moins de deux minutes. Un paragraphe par ligne.";
/// Under the context.
pub const CONTEXT_HINT: &str = "Qui est la personne et où vous la rencontrez, en une phrase.";
/// Under the first name.
pub const NAME_HINT: &str = "Un prénom inventé, sans nom de famille.";
/// Under the questions for the room.
pub const DISCUSS_HINT: &str = "Une question par ligne, pour la restitution.";
/// Above the topics.
pub const TOPICS: &str = "Chaque question que l’on peut poser à la personne, et ce qu’elle répond. Au moins une réponse reste cachée tant qu’on ne la demande pas. Leur ordre est celui des feuilles imprimées\u{a0}: si vous le changez, imprimez-les à nouveau.";
/// A question of the questionnaire that this version does not have.
pub const OTHER_VERSION: &str = "Question d’une autre version";
/// Above the reading.
pub const READING: &str = "La réponse attendue à chaque question que les paroles de la personne éclairent, avec votre argument. Elle ne se montre qu’à la restitution.";
/// Beside the other answers.
pub const ALSO_HINT: &str =
    "Les marques de la liste, comme sur la feuille. Séparez deux réponses par une barre\u{a0}: 1 / 2.";
/// Above the orientations.
pub const ORIENTATIONS: &str =
    "Celles que vous retiendriez, et celles qu’on serait tenté de proposer à tort, chacune avec votre argument.";
/// A case that is not here.
pub const ABSENT: &str = "Il a peut-être été écrit sur un autre appareil, ou retiré\u{a0}: dans ce cas, la liste des cas permet de le rétablir.";

/// What a case is called; one without a title is called by its state.
pub fn title(case: &WrittenCase) -> String {
    if case.title.is_empty() { "Cas sans titre".to_owned() } else { case.title.clone() }
}

/// The title of a copy.
pub fn copy_title(case: &Case) -> String {
    format!("{} (copie)", case.title)
}

/// The same, within a sentence.
pub fn mention(title: &str) -> String {
    format!("«\u{202f}{title}\u{202f}»")
}

/// Whether exercises may hold it.
pub fn status(missing: usize) -> String {
    match missing {
        0 => "complet".to_owned(),
        missing => format!("brouillon, {} à compléter", count(number(missing), "point", "points")),
    }
}

/// The same, as a sentence above the editor.
pub fn state(missing: usize) -> String {
    match missing {
        0 => "Ce cas est complet\u{a0}: il se propose dans les exercices.".to_owned(),
        missing => format!(
            "Ce cas est un brouillon\u{a0}: {} avant de le proposer dans un exercice.",
            count(number(missing), "point à compléter", "points à compléter")
        ),
    }
}

/// « Cas retirés (2) ».
pub fn removed(count: usize) -> String {
    format!("{} ({count})", if count > 1 { "Cas retirés" } else { "Cas retiré" })
}

/// Said once a case is removed.
pub fn used(exercises: usize) -> String {
    match exercises {
        0 => String::new(),
        exercises => format!(
            "Utilisé par {}\u{a0}: la restitution de ce cas ne s’ouvrira plus tant qu’il n’est pas rétabli.",
            count(number(exercises), "exercice", "exercices")
        ),
    }
}

/// Where a question that was moved is now, counted from 0: « « Avez-vous un ordinateur ? » est en position 2 sur 5 ».
pub fn moved(question: &str, position: usize, total: usize) -> String {
    let [position, total] = [position + 1, total].map(|place| integer(number(place)));
    let question = if question.is_empty() { "La question sans texte".to_owned() } else { mention(question) };
    format!("{question} est en position {position} sur {total}")
}

/// How the verdict on an orientation is said.
pub fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Keep => "À retenir",
        Verdict::Leave => "À écarter",
    }
}

/// What is missing, and where.
pub fn missing(missing: &Missing, case: &WrittenCase, questionnaire: &Questionnaire, rulebook: &Rulebook) -> String {
    let topic = |id: &TopicId| match case.topic(id) {
        Some(topic) if !topic.question.is_empty() => mention(&topic.question),
        _ => "sans texte".to_owned(),
    };
    let item = |id: &ItemId| match questionnaire.item(id) {
        Some(item) => mention(&item.short),
        None => mention(id.as_str()),
    };
    let orientation = |id: &OrientationId| match rulebook.orientation(id) {
        Some(orientation) => mention(&orientation.title),
        None => mention(id.as_str()),
    };
    match missing {
        Missing::Title => "Donnez un titre au cas.".to_owned(),
        Missing::Name => "Donnez un prénom à la personne, sur une ligne.".to_owned(),
        Missing::AgeBand => "Choisissez un âge.".to_owned(),
        Missing::Commune => "Choisissez une commune.".to_owned(),
        Missing::Context => "Dites qui est la personne et où vous la rencontrez.".to_owned(),
        Missing::Story => "Écrivez le récit à lire.".to_owned(),
        Missing::Hidden => "Ajoutez au moins une réponse que la personne ne donne que si on la demande.".to_owned(),
        Missing::Topic(id) => format!(
            "Complétez la question {}\u{a0}: question, réponse et, si elle est cachée, pourquoi elle compte.",
            topic(id)
        ),
        Missing::About(id) => format!("Dites ce qu’éclaire la question {}.", topic(id)),
        Missing::Reading(id) => format!("Donnez la réponse attendue à {}.", item(id)),
        Missing::NothingSaid(id) => format!(
            "Rien de ce que dit la personne n’éclaire {}\u{a0}: rattachez-y une question, ou retirez la réponse attendue.",
            item(id)
        ),
        Missing::WrongAnswer(id) => format!("Choisissez à nouveau la réponse attendue à {}.", item(id)),
        Missing::AnswerArgument(id) => format!("Donnez votre argument pour la réponse à {}.", item(id)),
        Missing::OrientationArgument(id) => format!("Donnez votre argument pour l’orientation {}.", orientation(id)),
        Missing::UnknownItem(id) => format!(
            "Cette version n’a pas la question {}\u{a0}: retirez-la de ce qui est éclairé et des réponses attendues.",
            item(id)
        ),
        Missing::UnknownOrientation(id) => {
            format!("Cette version n’a pas l’orientation {}\u{a0}: retirez-la.", orientation(id))
        }
    }
}

/// What keeps a text from being kept.
pub fn fault(fault: Fault) -> String {
    match fault {
        Fault::TitleMissing => "Donnez un titre au cas.".to_owned(),
        Fault::TooLong { part, chars, max } => format!(
            "{} fait {}\u{a0}caractères\u{a0}: raccourcissez à {} au plus.",
            self::part(part),
            integer(number(chars)),
            integer(number(max))
        ),
    }
}

fn part(part: Part) -> &'static str {
    match part {
        Part::Title => "Le titre",
        Part::Name => "Le prénom",
        Part::Context => "La situation",
        Part::Story => "Le récit",
        Part::Discuss => "Le texte des questions pour la salle",
        Part::Question => "La question",
        Part::Reply => "La réponse",
        Part::Why => "L’argument",
    }
}

/// What keeps an answer from being kept.
pub fn answer_fault(fault: AnswerFault) -> String {
    match fault {
        AnswerFault::Missing => "Choisissez la réponse attendue.".to_owned(),
        AnswerFault::Answer(fault) | AnswerFault::Also(fault) => cell_fault(fault),
        AnswerFault::Text(fault) => self::fault(fault),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::questionnaire::questionnaire;
    use crate::content::rules::rulebook;
    use crate::domain::exercise::written_case::key;
    use crate::records::RecordId;

    #[test]
    fn a_draft_says_what_to_do_and_counts_agree() {
        let case = WrittenCase::empty(key(&RecordId::new("a").unwrap()).unwrap()).unwrap();
        let (questionnaire, rulebook) = (questionnaire().unwrap(), rulebook().unwrap());
        let all = case.missing(questionnaire, rulebook);
        let said: std::collections::BTreeSet<String> =
            all.iter().map(|one| missing(one, &case, questionnaire, rulebook)).collect();
        assert_eq!(said.len(), all.len());
        let item = Missing::Reading(ItemId::new("devices").unwrap());
        let short = &questionnaire.item(&ItemId::new("devices").unwrap()).unwrap().short;
        assert!(missing(&item, &case, questionnaire, rulebook).contains(short.as_str()));
        let plain = |text: String| text.replace(['\u{a0}', '\u{202f}'], " ");
        assert_eq!(plain(status(1)), "brouillon, 1 point à compléter");
        assert!(state(0).contains("complet") && state(2).contains("brouillon"));
        assert_eq!((title(&case).as_str(), used(0).as_str()), ("Cas sans titre", ""));
        assert_eq!(plain(moved("Quand ?", 1, 5)), "« Quand ? » est en position 2 sur 5");
        assert_eq!(plain(moved("", 0, 1)), "La question sans texte est en position 1 sur 1");
        assert!(plain(used(2)).starts_with("Utilisé par 2 exercices"));
        let long = Fault::TooLong { part: Part::Story, chars: 6_001, max: 6_000 };
        assert_eq!(plain(fault(long)), "Le récit fait 6 001 caractères : raccourcissez à 6 000 au plus.");
    }
}
