//! What is to do in the programme, in French.

use super::format::{self, count};
use crate::domain::programme::id::SessionId;
use crate::domain::programme::session::Shared;
use crate::domain::programme::task::{Due, Task};
use crate::domain::programme::whole::Programme;
use crate::text::programme as words;
use chrono::NaiveDate;

/// A task in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskWords {
    /// What to do, in the infinitive.
    pub what: String,
    /// About what, and when.
    pub detail: String,
}

/// A task, as a list says it.
pub fn words(programme: &Programme, due: &Due, today: NaiveDate) -> TaskWords {
    let session = |id: &SessionId| {
        let held_on = programme.session(id).and_then(|session| session.held_on);
        words::session(programme.number(id), held_on)
    };
    let people = |number: usize| count(number as u64, "personne", "personnes");
    let group = || programme.cycle.group.map(super::programme_gauge::between).unwrap_or_default();
    let (what, detail) = match &due.task {
        Task::Clash(clash) => {
            let over = match &clash.over {
                Shared::Trainer(id) => {
                    let name = programme.trainer(id).map(|trainer| trainer.name()).unwrap_or_default();
                    format!("{name} anime les deux au même moment.")
                }
                Shared::Room => "La même salle est prise deux fois au même moment.".to_owned(),
            };
            (format!("Séparer {} et {}", lower(&session(&clash.one)), lower(&session(&clash.other))), over)
        }
        Task::SayHeld(id) => ("Dire si la session a été tenue".to_owned(), session(id)),
        Task::NoteAttendance { session: id, missing } => {
            let missing = count(*missing as u64, "demi-journée n’est pas notée", "demi-journées ne sont pas notées");
            ("Noter les présences".to_owned(), format!("{}\u{a0}: {missing}.", session(id)))
        }
        Task::LateAction(id) => {
            let action = programme.log.actions.iter().find(|action| action.id == *id);
            let owner = action.map(|action| action.owner.as_str()).filter(|owner| !owner.is_empty());
            let label = action.map(|action| action.label.clone()).unwrap_or_default();
            let since = due.on.map(|on| format!("Échéance\u{a0}: {}", format::date(on))).unwrap_or_default();
            (label, owner.map_or(since.clone(), |owner| format!("{since}, {owner}")))
        }
        Task::AnswerComplaint(id) => {
            let complaint = programme.log.complaints.iter().find(|complaint| complaint.id == *id);
            let received = complaint.and_then(|complaint| complaint.received_on);
            let received = received.map(|on| format!("Reçue le {}", format::date(on))).unwrap_or_default();
            ("Répondre à une réclamation".to_owned(), received)
        }
        Task::Promote { session: id, people: number } => {
            (format!("Donner une place à {} en attente", people(*number)), session(id))
        }
        Task::Hours { session: id, minutes } => {
            let least = words::minutes(programme.cycle.least_minutes());
            let detail =
                format!("{}\u{a0}: {} de formation pour {least} commandées.", session(id), words::minutes(*minutes));
            ("Allonger la journée".to_owned(), detail)
        }
        Task::SmallGroup { session: id, registered } => {
            let detail =
                format!("{}\u{a0}: {} pour {} commandées.", session(id), registered_people(*registered), group());
            ("Compléter le groupe".to_owned(), detail)
        }
        Task::LargeGroup { session: id, registered } => {
            let detail =
                format!("{}\u{a0}: {} pour {} commandées.", session(id), registered_people(*registered), group());
            ("Réduire le groupe".to_owned(), detail)
        }
        Task::Confirm(id) => ("Confirmer la session".to_owned(), format!("{}{}", session(id), in_days(due.on, today))),
        Task::Invite { session: id, people: number } => {
            let what = match number {
                1 => "Envoyer 1\u{a0}convocation".to_owned(),
                number => format!("Envoyer {number}\u{a0}convocations"),
            };
            (what, format!("{}{}", session(id), in_days(due.on, today)))
        }
        Task::FindDay(id) => ("Fixer la date".to_owned(), session(id)),
        Task::NoTrainer(id) => ("Choisir qui anime".to_owned(), session(id)),
        Task::Remind(id) => {
            let structure = programme.structure(id);
            let name = structure.map(|structure| structure.name.clone()).unwrap_or_default();
            let asked = structure.and_then(|structure| structure.last_asked());
            let asked = asked.map(|on| format!("Invitée ou relancée le {}, aucune inscription.", format::date(on)));
            (format!("Relancer {name}"), asked.unwrap_or_default())
        }
        Task::PlanSessions { lacking } => {
            let what = count((*lacking).into(), "session", "sessions");
            (format!("Planifier encore {what}"), "Pour atteindre le nombre commandé.".to_owned())
        }
        Task::FindPeople { lacking } => {
            let what = count((*lacking).into(), "personne", "personnes");
            (format!("Inscrire encore {what}"), "Pour atteindre le nombre commandé.".to_owned())
        }
    };
    TaskWords { what, detail }
}

fn lower(session: &str) -> String {
    format!("la {}", format::uncapitalised(session))
}

fn registered_people(number: usize) -> String {
    count(number as u64, "personne inscrite", "personnes inscrites")
}

/// « , dans 12 jours ».
fn in_days(on: Option<NaiveDate>, today: NaiveDate) -> String {
    let Some(days) = on.map(|on| (on - today).num_days()).filter(|days| *days >= 0) else { return String::new() };
    match days {
        0 => ", aujourd’hui".to_owned(),
        1 => ", demain".to_owned(),
        days => format!(", dans {}", count(days.unsigned_abs(), "jour", "jours")),
    }
}
