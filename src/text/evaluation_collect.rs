//! What is said where answers are given and taken in: the questionnaire on a screen, the desk of a session, what arrived.

use super::codes::{How, Told};
use super::evaluation;
use super::evaluation_mail::{self, MailFault, Read};
use super::evaluation_reminder::Message;
use super::format::{self, count, number};
use super::network;
use crate::domain::evaluation::commitment::{CommitmentFault, MAX_CHARS, look_back_on};
use crate::domain::evaluation::follow_up::{FollowUp, Stand};
use crate::domain::evaluation::intake::{Came, Fate, Kept};
use crate::domain::evaluation::participation::Participation;
use crate::domain::evaluation::secret::SecretNumber;
use crate::domain::evaluation::survey::{
    Answer, AnswerFault, Answers, ChoiceId, MAX_ANSWER_CHARS, Question, QuestionId, Survey, SurveyKind,
};
use crate::exchange::packed::PackFault;
use chrono::NaiveDate;

/// Beside what stores the answers on a device that goes from hand to hand.
pub const HAND_IN: &str = "Vos réponses sont gardées sans votre nom, sans l’heure et sans rien de cet appareil. Les résultats sont regroupés\u{a0}: rien n’est montré d’un groupe trop petit.";
/// What becomes of answers that leave somebody's own device.
pub const ONLY_HERE: &str = "Vos réponses ne sont que dans cet onglet, sur votre appareil\u{a0}: elles y restent si la page se recharge, et s’effacent quand vous le fermez. Remettez-les de l’une de ces façons\u{a0}: une seule suffit.";
/// The same, on a tablet of the room, where storing them failed.
pub const ONLY_ON_SCREEN: &str = "Montrez ce code à la personne qui anime\u{a0}: il contient vos réponses.";
/// Answers were taken off one's own device.
pub const ERASED: &str = "Vos réponses ne sont plus sur cet appareil. Ce que vous avez déjà remis reste remis.";
/// Nothing was answered.
pub const NOTHING_SAID: &str = "Vous n’avez répondu à aucune question\u{a0}: répondez à une question au moins.";
/// What commitments are, and where they go.
pub const COMMITMENTS: &str = "Jusqu’à trois choses que vous ferez autrement. Elles sont pour vous\u{a0}: rien n’en est gardé ici, et personne d’autre ne les reçoit. Emportez-les sur papier ou dans votre agenda, vous y reviendrez dans trois mois.";
/// The same, on a tablet that goes from hand to hand: no file may stay on it.
pub const COMMITMENTS_ROOM: &str = "Jusqu’à trois choses que vous ferez autrement. Elles sont pour vous\u{a0}: rien n’en est gardé ici, et personne d’autre ne les reçoit. Emportez-les sur papier, ou photographiez leur code avec votre téléphone\u{a0}; vous y reviendrez dans trois mois.";
/// The code of commitments is too dense.
pub const COMMITMENTS_TOO_LONG: &str =
    "Ces engagements sont trop longs pour un code. Raccourcissez-les, ou emportez-les sur papier.";
/// Said once the answers of somebody are stored.
pub const THANKS: &str =
    "Merci. Vos réponses ne se rouvrent plus\u{a0}: la personne suivante trouvera un questionnaire vide.";
/// Why answers leave a shared screen.
pub const LEAVES: &str = "Sans geste de votre part, ce qui n’est pas encore remis sera effacé de cet écran.";

/// By which number an answer that was just handed in is found again.
pub fn handed_in(of: SecretNumber) -> String {
    format!(
        "Numéro de cette réponse\u{a0}: {of}. S’il s’agit d’un essai, la personne qui anime la met de côté par ce numéro."
    )
}

/// What is done with a message.
pub const TO_SEND: &str = "Collez ce message dans votre messagerie, une personne à la fois ou en copie cachée\u{a0}: les adresses ne se voient pas entre elles.";
/// What goes with it.
pub const ATTACH: &str = "Un fichier par personne\u{a0}: chacun porte un numéro tiré au hasard, qui ne dit pas à qui il va. On le remplit dans n’importe quel traitement de texte, ou on colle son texte dans le message. Un même fichier envoyé à deux personnes ne compterait qu’une fois.";
/// What goes with a reminder.
pub const ATTACH_AGAIN: &str = "Un rappel porte le numéro du premier message\u{a0}: joignez à chaque personne le fichier que vous lui aviez envoyé, il est dans vos messages envoyés. Qui répond deux fois sous le même numéro ne compte qu’une fois\u{a0}; sous deux numéros, deux fois.";

/// A message of the follow-up.
pub fn message(message: Message) -> &'static str {
    match message {
        Message::First => "Premier message",
        Message::Reminder(1) => "Premier rappel",
        Message::Reminder(_) => "Second rappel",
    }
}

/// How many questionnaires were made so far, for how many people.
pub fn prepared(files: usize, people: usize) -> String {
    let [one, many] = ["questionnaire préparé, avec son numéro", "questionnaires préparés, chacun avec son numéro"];
    let files = count(number(files), one, many);
    let people = match people {
        0 => String::new(),
        people => format!(", pour {}", count(number(people), "personne formée", "personnes formées")),
    };
    format!("{files}{people}.")
}

/// How many files were just made.
pub fn handed_over(files: usize) -> String {
    count(number(files), "fichier préparé.", "fichiers préparés.")
}

/// Makes those that are missing.
pub fn prepare_missing(files: usize) -> String {
    format!("Préparer {}", count(number(files), "fichier", "fichiers"))
}

/// Makes those that were made already.
pub fn prepare_again(files: usize) -> String {
    match files {
        1 => "Préparer à nouveau le même fichier".to_owned(),
        files => format!("Préparer à nouveau les mêmes {}", count(number(files), "fichier", "fichiers")),
    }
}

/// Each person has a number already: what one more would do.
pub fn one_too_many(files: usize, people: usize) -> String {
    let files = count(number(files), "numéro est déjà préparé", "numéros sont déjà préparés");
    let people = count(number(people), "personne formée", "personnes formées");
    format!(
        "{files} pour {people}. Une personne qui répondrait sous deux numéros compterait deux fois\u{a0}: pour un rappel, reprenez le fichier du premier message."
    )
}

/// What is to do for a session, on a day.
pub fn next(has_come: bool, received: usize, follow_up: Option<&FollowUp>) -> String {
    const COLLECT: &str = "Recueillir les réponses de la journée";
    match (has_come, received, follow_up) {
        (false, ..) => "À venir\u{a0}: imprimer, préparer la tablette".to_owned(),
        // What is asked three months later does not wait for what never came on the day.
        (true, 0, Some(follow_up)) if follow_up.stand != Stand::NotYet => {
            format!("{}. Aucune réponse de la journée", evaluation::stand(follow_up))
        }
        (true, 0, _) => COLLECT.to_owned(),
        (true, _, Some(follow_up)) => evaluation::stand(follow_up),
        (true, _, None) => "Indiquer que la session a eu lieu".to_owned(),
    }
}

/// A survey, by when it is asked.
pub fn kind(kind: SurveyKind) -> &'static str {
    match kind {
        SurveyKind::EndOfDay => "Fin de journée",
        SurveyKind::ThreeMonths => "Trois mois après",
    }
}

/// The same, inside a sentence.
pub fn uncapitalised_kind(of: SurveyKind) -> String {
    format::uncapitalised(kind(of))
}

/// Which day is asked about, on a text that leaves: « Session du 3 mars 2022 ».
pub fn held(held_on: Option<NaiveDate>) -> String {
    held_on.map_or_else(|| "Journée sur le numérique inclusif".to_owned(), |on| network::session(Some(on)))
}

/// How many questions were answered.
pub fn answered(answered: usize, all: usize) -> String {
    match answered {
        0 => format!("Aucune réponse pour l’instant, sur {}", count(number(all), "question", "questions")),
        1 => format!("Réponse à 1\u{a0}question sur {all}"),
        some => format!("Réponses à {} sur {all}", count(number(some), "question", "questions")),
    }
}

/// Why an answer is refused.
pub fn answer_fault(survey: &Survey, fault: &AnswerFault) -> (Option<QuestionId>, String) {
    let (AnswerFault::UnknownQuestion(id)
    | AnswerFault::UnknownChoice(id)
    | AnswerFault::OtherShape(id)
    | AnswerFault::TooLong(id)) = fault;
    let title = survey.question(id).map_or("", |one| one.title.trim_end_matches([':', '\u{a0}', '.']));
    let sentence = match fault {
        AnswerFault::TooLong(_) => format!("{title}\u{a0}: {MAX_ANSWER_CHARS} signes au plus. Raccourcissez ce texte."),
        _ => format!("{title}\u{a0}: cette réponse n’est pas proposée. Choisissez-en une autre."),
    };
    (Some(id.clone()), sentence)
}

/// Why what was typed is no commitment, and in which field, from 1.
pub fn commitment_fault(fault: CommitmentFault) -> (usize, String) {
    match fault {
        CommitmentFault::Nothing => (1, "Écrivez au moins un engagement.".to_owned()),
        CommitmentFault::TooMany => (1, "Trois engagements au plus.".to_owned()),
        CommitmentFault::TooLong(nth) => {
            (nth, format!("Engagement {nth}\u{a0}: {MAX_CHARS} signes au plus. Raccourcissez-le."))
        }
    }
}

/// When one looks back: under the commitments on paper.
pub fn look_back(held_on: NaiveDate) -> String {
    let when =
        look_back_on(held_on).map_or_else(|| "dans trois mois".to_owned(), |on| format!("le {}", format::date(on)));
    format!("À relire {when}\u{a0}: fait, fait en partie ou pas fait, et pourquoi\u{202f}?")
}

/// The name of the file that somebody hands over: it names nobody.
pub fn file_name(of: SecretNumber) -> String {
    format!("reperes-avis-{}.txt", of.to_string().to_lowercase())
}

/// Why there is no code, or why one is not read.
pub fn pack_fault(fault: PackFault) -> &'static str {
    match fault {
        PackFault::NotOurs => "Ce code n’est pas celui d’un questionnaire. Demandez d’afficher le code des réponses.",
        PackFault::Damaged => {
            "Ce code a été mal lu. Rien n’a été reçu\u{a0}: lisez-le à nouveau, de plus près ou sans reflet."
        }
        PackFault::Newer => {
            "Ces réponses viennent d’une version plus récente de Repères. Recevez-les sur un poste à jour."
        }
        PackFault::OtherLists | PackFault::UnknownCase => {
            "Ces réponses suivent une autre version du questionnaire. Recevez-les par fichier ou par message."
        }
        PackFault::NoRoom => "Ces réponses ne tiennent pas dans un code. Remettez-les par fichier ou par message.",
    }
}

/// How many came in, against how many were trained: participation.
pub fn participation(one: &Participation) -> String {
    let received = count(number(one.received), "réponse reçue", "réponses reçues");
    match one.asked {
        0 => received,
        asked => format!("{received} pour {}", count(number(asked), "personne formée", "personnes formées")),
    }
}

/// The same, in a cell: « 9 sur 12 ».
pub fn share(received: usize, asked: usize) -> String {
    if asked == 0 { received.to_string() } else { format!("{received} sur {asked}") }
}

/// What became of one answer.
pub fn came(came: &Came) -> Told {
    let (how, fate) = match came.fate {
        Fate::New => (How::Come, "reçue."),
        Fate::Later => (How::Come, "nouvelle version reçue, à la place de la précédente."),
        Fate::Again => (How::Again, "déjà reçue."),
        Fate::Differs(_) => (How::Other, "déjà reçue, mais elle dit autre chose. Choisissez plus bas celle qui reste."),
        Fate::Gone => (How::Other, "effacée de cet appareil, et non reprise."),
        Fate::Elsewhere => (
            How::Other,
            "ce numéro est celui d’une réponse à une autre session ou à l’autre questionnaire. Rien n’a changé\u{a0}: vérifiez la référence.",
        ),
        Fate::OtherCycle => (How::Other, "sa session n’est pas dans ce cycle. Rien n’en a été gardé."),
        Fate::Unwritable => (How::Other, "elle n’a pas pu être enregistrée. Rechargez la page, puis réessayez."),
    };
    Told { how, sentence: format!("Réponse {}\u{a0}: {fate}", came.number) }
}

/// What came at once: « 3 réponses reçues, 1 déjà reçue, 1 à départager. »
pub fn summary(all: &[Came]) -> String {
    let of = |is: fn(&Fate) -> bool| number(all.iter().filter(|one| is(&one.fate)).count());
    let new = of(|fate| *fate == Fate::New);
    let mut parts = vec![count(new, "réponse reçue", "réponses reçues")];
    let others = [
        (of(|fate| *fate == Fate::Later), "nouvelle version reçue", "nouvelles versions reçues"),
        (of(|fate| *fate == Fate::Again), "déjà reçue", "déjà reçues"),
        (of(|fate| matches!(fate, Fate::Differs(_))), "à départager", "à départager"),
        (of(|fate| *fate == Fate::Gone), "effacée d’ici, non reprise", "effacées d’ici, non reprises"),
        (
            of(|fate| *fate == Fate::Elsewhere),
            "dont le numéro est pris ailleurs",
            "dont les numéros sont pris ailleurs",
        ),
        (of(|fate| *fate == Fate::OtherCycle), "d’un autre cycle, non gardée", "d’un autre cycle, non gardées"),
        (of(|fate| *fate == Fate::Unwritable), "non enregistrée", "non enregistrées"),
    ];
    parts.extend(others.into_iter().filter(|(some, ..)| *some > 0).map(|(some, one, many)| count(some, one, many)));
    format!("{}.", parts.join(", "))
}

/// An answer that is here, without what it says.
pub fn kept(one: &Kept) -> String {
    let edition = if one.edition > 1 { format!(", version {}", one.edition) } else { String::new() };
    format!("{}, {}, le {}{edition}", one.number, format::uncapitalised(kind(one.survey)), format::date(one.on))
}

/// The answers that count, one by one.
pub fn one_by_one(counted: usize) -> String {
    format!("{}, une par une", count(number(counted), "réponse", "réponses"))
}

/// The answers that do not count.
pub fn aside(aside: usize) -> String {
    count(number(aside), "réponse mise de côté", "réponses mises de côté")
}

/// Whether a text may be stored with the others unless one looks: it bears its number, its questions are those that are known,
/// and every line of it was read.
pub fn is_sure(read: &Read) -> bool {
    read.number.is_some() && read.faults.iter().all(|fault| *fault == MailFault::NoReference)
}

/// What is wrong in a text that came back, as the desk of a session says it.
pub fn mail_faults(read: &Read) -> Vec<String> {
    let said = |fault: &MailFault| {
        match fault {
        MailFault::NoReference => {
            "La ligne de la référence manque\u{a0}: cette réponse sera comptée pour cette session. Vérifiez que c’est la bonne.".to_owned()
        }
        fault => evaluation_mail::fault(fault),
    }
    };
    read.faults.iter().map(said).collect()
}

/// What was read of a text, question by question: its number and title, then what was answered.
pub fn read_back(survey: &Survey, answers: &Answers) -> Vec<(String, String)> {
    let line = |(rank, question): (usize, &Question)| {
        let said = match answers.get(&question.id)? {
            Answer::Text(text) => text.clone(),
            Answer::One(id) => titles(question, |one| one == id),
            Answer::Many(ids) => titles(question, |one| ids.contains(one)),
        };
        Some((format!("{rank}. {}", question.title.trim_end_matches([':', '\u{a0}'])), said))
    };
    (1..).zip(survey.questions()).filter_map(line).collect()
}

fn titles(question: &Question, is_chosen: impl Fn(&ChoiceId) -> bool) -> String {
    let chosen = question.choices().iter().filter(|choice| is_chosen(&choice.id));
    chosen.map(|choice| choice.title.as_str()).collect::<Vec<_>>().join(", ")
}

/// How many texts were looked at.
pub fn texts_read(texts: usize) -> String {
    count(number(texts), "texte lu", "textes lus")
}

/// How many answers were read in a text, of how many questions.
pub fn read_count(answers: usize, all: usize) -> String {
    match answers {
        0 => "Aucune réponse lue.".to_owned(),
        some => format!("{}.", answered(some, all)),
    }
}

/// The button that stores what was read.
pub fn store(chosen: usize) -> String {
    match chosen {
        1 => "Enregistrer cette réponse".to_owned(),
        some => format!("Enregistrer {}", count(number(some), "réponse", "réponses")),
    }
}

/// Said once a sheet of paper is stored.
pub fn sheet_stored(of: SecretNumber, received: usize) -> String {
    let received = count(number(received), "réponse reçue", "réponses reçues");
    format!("Feuille enregistrée sous le numéro {of}. {received} à cette session.")
}

#[cfg(test)]
#[path = "evaluation_collect_tests.rs"]
mod tests;
