//! What one takes away and what one is sent: commitments in a calendar, the first message three months later, its reminders,
//! and the few words of a telephone call.

use super::format;
use crate::domain::evaluation::commitment::{Commitments, look_back_on};
use crate::exchange::calendar::{CalendarEvent, EventStatus};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

/// The name of the calendar file: it names nobody.
pub fn file_name(held_on: NaiveDate) -> String {
    format!("reperes-mes-engagements-{held_on}.ics")
}

/// A reminder of one's commitments, three months later; `drawn` makes it another event than anybody else's. Nothing of it is
/// kept here: it leaves with the participant.
pub fn calendar(
    commitments: &Commitments,
    held_on: NaiveDate,
    drawn: &str,
    stamp: NaiveDateTime,
) -> Option<CalendarEvent> {
    let on = look_back_on(held_on)?;
    let at = |hour| NaiveTime::from_hms_opt(hour, 0, 0);
    let lines = (1..).zip(commitments.iter()).map(|(nth, line): (usize, _)| format!("{nth}. {line}"));
    let description = format!(
        "Le {}, vous avez pris ces engagements\u{a0}:\n{}\n\nPour chacun\u{a0}: fait, fait en partie ou pas fait, et pourquoi\u{202f}? \
         Vous le direz dans le questionnaire à trois mois.",
        format::date(held_on),
        lines.collect::<Vec<_>>().join("\n"),
    );
    Some(CalendarEvent {
        uid: format!("engagements-{drawn}@reperes"),
        sequence: 0,
        stamp,
        starts: on.and_time(at(9)?),
        ends: on.and_time(at(9)?) + chrono::TimeDelta::minutes(15),
        summary: "Mes engagements, trois mois après la journée sur le numérique inclusif".to_owned(),
        location: String::new(),
        description,
        status: EventStatus::Confirmed,
        alarm_min: Some(0),
    })
}

/// The same, as the text of a code that one photographs: no file stays on a tablet that goes from hand to hand.
pub fn carried(commitments: &Commitments, held_on: NaiveDate) -> String {
    let on =
        look_back_on(held_on).map_or_else(|| "dans trois mois".to_owned(), |on| format!("le {}", format::date(on)));
    let lines = (1..).zip(commitments.iter()).map(|(nth, line): (usize, _)| format!("{nth}. {line}"));
    let lines = lines.collect::<Vec<_>>().join("\n");
    format!("Mes engagements du {}, à relire {on}\u{a0}:\n{lines}", format::date(held_on))
}

/// Which message is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Message {
    First,
    /// 1 or 2.
    Reminder(u8),
}

/// A message ready to send.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    pub subject: String,
    pub body: String,
}

/// The message to the participants of a session. `until` is the last day of the returns, `signed` who sends it.
pub fn letter(message: Message, held_on: NaiveDate, until: NaiveDate, signed: &str) -> Letter {
    let held = format::date(held_on);
    let until = format::date(until);
    let (subject, first) = match message {
        Message::First => (
            format!("Trois mois après la journée du {held}\u{a0}: votre retour"),
            format!(
                "Vous avez participé le {held} à la journée sur le numérique inclusif en Seine-Saint-Denis. Qu’est-ce qui a changé dans votre \
                 travail depuis\u{202f}? Le questionnaire joint demande une dizaine de minutes."
            ),
        ),
        Message::Reminder(1) => (
            format!("Rappel\u{a0}: votre retour sur la journée du {held}"),
            "Si vous avez déjà répondu, merci\u{a0}: ne tenez pas compte de ce message. Sinon, votre retour nous serait utile, même incomplet."
                .to_owned(),
        ),
        Message::Reminder(_) => (
            format!("Dernier rappel\u{a0}: votre retour sur la journée du {held}"),
            "C’est notre dernier message. Quelques réponses suffisent, et nous pouvons aussi les prendre par téléphone.".to_owned(),
        ),
    };
    let body = format!(
        "Bonjour,\n\n{first}\n\n\
         Répondez comme vous préférez, jusqu’au {until}\u{a0}: dans le texte de ce message, avec le fichier joint, ou par téléphone. \
         Vous pouvez laisser des questions sans réponse.\n\n\
         Gardez le même fichier, ou le même numéro, si vous répondez deux fois\u{a0}: cela ne comptera qu’une fois.\n\n\
         Ayez sous les yeux les engagements que vous aviez notés ce jour-là\u{a0}: ils sont sur votre feuille, ou dans votre agenda.\n\n\
         {}\n\n{signed}",
        super::evaluation::CONFIDENTIAL,
    );
    Letter { subject, body: body.trim_end().to_owned() }
}

/// What is said before the questions, by telephone.
pub fn on_the_telephone(held_on: NaiveDate) -> String {
    format!(
        "Je vous appelle au sujet de la journée du {}. Avez-vous dix minutes\u{202f}? Je note vos réponses sans votre nom\u{202f}; elles seront \
         regroupées avec celles des autres. Vous pouvez passer une question, et arrêter quand vous voulez.",
        format::date(held_on)
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::calendar::to_ics;

    fn day() -> NaiveDate {
        "2022-03-03".parse().unwrap()
    }

    #[test]
    fn commitments_come_back_three_months_later_in_the_description() {
        let commitments = Commitments::of(&["Poser la question du téléphone", "Appeler un lieu; noter"]).unwrap();
        let event = calendar(&commitments, day(), "x7", day().and_hms_opt(16, 0, 0).unwrap()).unwrap();
        assert_eq!(
            (event.starts.to_string().as_str(), event.uid.as_str()),
            ("2022-06-03 09:00:00", "engagements-x7@reperes")
        );
        assert!(event.description.contains("1. Poser la question du téléphone\n2. Appeler un lieu; noter"));
        assert!(to_ics(&[event]).contains("TRIGGER:-PT0M"));
        assert_eq!(file_name(day()), "reperes-mes-engagements-2022-03-03.ics");
        let carried = carried(&commitments, day()).replace('\u{a0}', " ");
        assert_eq!(
            carried,
            "Mes engagements du 3 mars 2022, à relire le 3 juin 2022 :\n1. Poser la question du téléphone\n2. Appeler un lieu; noter"
        );
    }

    #[test]
    fn each_message_says_when_how_and_that_it_is_confidential() {
        let until: NaiveDate = "2022-07-01".parse().unwrap();
        let messages = [Message::First, Message::Reminder(1), Message::Reminder(2)];
        let letters = messages.map(|message| letter(message, day(), until, "L’équipe de formation"));
        for letter in &letters {
            assert!(
                letter.body.contains(&format::date(until)) && letter.body.contains("confidentielles"),
                "{}",
                letter.body
            );
            assert!(letter.body.ends_with("L’équipe de formation") && letter.subject.contains(&format::date(day())));
        }
        assert_ne!(letters[0].subject, letters[1].subject);
        assert_ne!(letters[1].subject, letters[2].subject);
        assert!(on_the_telephone(day()).contains(&format::date(day())));
    }
}
