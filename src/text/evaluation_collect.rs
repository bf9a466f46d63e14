//! What is said where answers are given and taken in: the questionnaire on a screen, the desk of a session, what arrived.

use super::codes::{How, Told};
use super::evaluation;
use super::evaluation_mail::{self, MailFault, Read};
use super::evaluation_reminder::Message;
use super::format::{self, count, number};
use super::network;
use crate::domain::evaluation::commitment::{CommitmentFault, MAX_CHARS, look_back_on};
use crate::domain::evaluation::follow_up::FollowUp;
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
pub const NOTHING_KEPT: &str =
    "Rien n’est gardé sur cet appareil. Remettez vos réponses de l’une de ces façons\u{a0}: une seule suffit.";
/// Nothing was answered.
pub const NOTHING_SAID: &str = "Vous n’avez répondu à aucune question\u{a0}: répondez à une question au moins.";
/// What commitments are, and where they go.
pub const COMMITMENTS: &str = "Jusqu’à trois choses que vous ferez autrement. Elles sont pour vous\u{a0}: rien n’en est gardé ici, et personne d’autre ne les reçoit. Emportez-les sur papier ou dans votre agenda, vous y reviendrez dans trois mois.";
/// Said once the answers of somebody are stored.
pub const THANKS: &str = "Merci. Elles ne se rouvrent plus\u{a0}: la personne suivante trouvera un questionnaire vide.";
/// Why answers leave a shared screen.
pub const LEAVES: &str = "Sans geste de votre part, ce qui n’est pas encore remis sera effacé de cet écran.";

/// Some numbers came twice, with two contents.
pub const TO_SETTLE: &str =
    "Le même numéro est arrivé deux fois avec des réponses différentes. Sans décision, la première arrivée reste.";
/// How answers come back as texts.
pub const TEXTS: &str = "Les fichiers texte que les personnes ont rendus, plusieurs à la fois, ou le texte d’un message. Ce qui a été lu se vérifie avant d’être enregistré.";
/// Before the choice of files.
pub const FILES_HINT: &str = "Fichiers texte préparés par Repères, ou questionnaire en texte rempli à la main.";
/// A file of another kind.
pub const NOT_A_TEXT: &str = "Ce fichier n’est pas un texte. Les fichiers préparés par une tablette (.json) se reçoivent depuis la page «\u{202f}Données\u{202f}».";
/// The line of the title is gone.
pub fn guessed(guess: SurveyKind) -> String {
    format!(
        "Le titre du questionnaire manque\u{a0}: lu comme «\u{202f}{}\u{202f}». Vérifiez chaque réponse.",
        kind(guess)
    )
}
/// Several devices answer apart.
pub const DEVICES: &str = "Une tablette garde ses réponses jusqu’à ce que vous les réunissiez. Préparez là-bas le fichier de ses réponses, puis recevez-le ici depuis la page «\u{202f}Données\u{202f}»\u{a0}: ce qui est déjà là n’est jamais compté deux fois, et l’import peut s’annuler.";
/// What the list of numbers is for.
pub const ONE_BY_ONE: &str = "Une réponse reçue par erreur, un essai par exemple, se met de côté par son numéro. Ce qu’elle dit n’est pas montré.";

/// What is done with a message.
pub const TO_SEND: &str = "Collez ce message dans votre messagerie, une personne à la fois ou en copie cachée\u{a0}: les adresses ne se voient pas entre elles.";
/// What goes with it.
pub const ATTACH: &str = "Un fichier par personne\u{a0}: chacun porte un numéro tiré au hasard, qui ne dit pas à qui il va. On le remplit dans n’importe quel traitement de texte, ou on colle son texte dans le message. Un même fichier envoyé à deux personnes ne compterait qu’une fois.";

/// A message of the follow-up.
pub fn message(message: Message) -> &'static str {
    match message {
        Message::First => "Premier message",
        Message::Reminder(1) => "Premier rappel",
        Message::Reminder(_) => "Second rappel",
    }
}

/// How many questionnaires were made.
pub fn prepared(files: usize) -> String {
    format!("{} avec chacun son numéro.", count(number(files), "questionnaire préparé", "questionnaires préparés"))
}

/// What is to do for a session, on a day.
pub fn next(has_come: bool, received: usize, follow_up: Option<&FollowUp>) -> String {
    match (has_come, received, follow_up) {
        (false, ..) => "À venir\u{a0}: imprimer, préparer la tablette".to_owned(),
        (true, 0, _) => "Recueillir les réponses de la journée".to_owned(),
        (true, _, Some(follow_up)) => evaluation::stand(follow_up),
        (true, _, None) => "Indiquer que la session a eu lieu".to_owned(),
    }
}

/// How a tablet that knows nobody keeps answers.
pub const ROOM_TABLET: &str = "Une tablette de la salle n’a pas besoin du programme\u{a0}: choisissez-y, dans les préférences, un délai sans activité, puis ouvrez cette adresse. Elle garde alors les réponses, et prépare leur fichier au bas du questionnaire.";

/// What a tablet of the room keeps.
pub fn kept_here(kept: usize) -> String {
    format!(
        "{} sur cet appareil. Ce fichier les apporte à l’ordinateur qui réunit les réponses\u{a0}; il ne dit ni qui a répondu, ni à quelle heure.",
        count(number(kept), "réponse gardée", "réponses gardées")
    )
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
    format!("{} sur {all}", count(number(answered), "question répondue", "questions répondues"))
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

/// How many answers were read in a text.
pub fn read_count(answers: usize) -> String {
    match answers {
        0 => "Aucune réponse lue.".to_owned(),
        some => format!("{}.", count(number(some), "question répondue", "questions répondues")),
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
pub fn sheet_stored(received: usize) -> String {
    format!("Feuille enregistrée. {} à cette session.", count(number(received), "réponse reçue", "réponses reçues"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::surveys::survey;
    use crate::domain::evaluation::fixture::response;
    use crate::domain::evaluation::response::Response;
    use crate::domain::evaluation::survey::SurveyVersion;
    use crate::domain::programme::id::SessionId;

    fn one(fate: Fate) -> Came {
        Came {
            number: SecretNumber::new(7),
            session: SessionId::new("s1").unwrap(),
            survey: SurveyKind::EndOfDay,
            fate,
        }
    }

    #[test]
    fn what_came_is_summed_up() {
        let all = [Fate::New, Fate::New, Fate::Again, Fate::Differs(response(1, "s1", 0)), Fate::OtherCycle].map(one);
        assert_eq!(
            summary(&all).replace('\u{a0}', " "),
            "2 réponses reçues, 1 déjà reçue, 1 à départager, 1 d’un autre cycle, non gardée."
        );
        assert_eq!(summary(&[]).replace('\u{a0}', " "), "0 réponse reçue.");
        assert_eq!(came(&all[2]).how, How::Again);
    }

    #[test]
    fn a_text_is_known_by_its_title_and_read_back() {
        let surveys = SurveyKind::ALL.map(|kind| survey(kind).unwrap().clone());
        let text = "> *Trois mois après la journée*\n> Numéro : x\n> 1) 2\n> 10) 2\n> 11) 1, 3";
        let asked = evaluation_mail::asked(text, &surveys).unwrap();
        assert_eq!(asked.kind, SurveyKind::ThreeMonths);
        assert_eq!(evaluation_mail::asked("Bonjour", &surveys), None);
        let read = evaluation_mail::read(text, asked);
        let lines = read_back(asked, &read.answers);
        assert_eq!(lines.first().map(|(_, said)| said.as_str()), Some("Oui, quelquefois"));
        assert!(!mail_faults(&read).is_empty());
    }

    #[test]
    fn a_text_is_read_in_the_words_it_was_written_in() {
        let delivered = survey(SurveyKind::EndOfDay).unwrap().clone();
        let mut shorter = delivered.clone();
        shorter.version = SurveyVersion::new("w1").unwrap();
        shorter.sections[0].questions.remove(0);
        let surveys = [shorter, delivered.clone()];
        let one = Response { version: delivered.version.clone(), ..response(7, "s1", 1) };
        let text = evaluation_mail::write_answered(&delivered, &one, "Session");
        let asked = evaluation_mail::asked(&text, &surveys).unwrap();
        assert_eq!(asked.version, delivered.version);
        assert_eq!(evaluation_mail::read(&text, asked).answers.len(), 1);
        // Its words are not known here: those in use, and it is said.
        let unknown = text.replace(delivered.version.as_str(), "w9");
        let asked = evaluation_mail::asked(&unknown, &surveys).unwrap();
        assert_eq!(asked.version.as_str(), "w1");
        assert!(!is_sure(&evaluation_mail::read(&unknown, asked)));
    }

    #[test]
    fn faults_say_where_and_what_to_do() {
        let survey = survey(SurveyKind::EndOfDay).unwrap();
        let id = QuestionId::new("free").unwrap();
        let (at, sentence) = answer_fault(survey, &AnswerFault::TooLong(id.clone()));
        assert_eq!(at, Some(id));
        assert!(sentence.starts_with("Ce que je veux ajouter\u{a0}:"), "{sentence}");
        assert_eq!(commitment_fault(CommitmentFault::TooLong(2)).0, 2);
        assert!(file_name(SecretNumber::new(7)).starts_with("reperes-avis-"));
    }
}
