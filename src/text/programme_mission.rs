//! The mission log in French.

use super::format::{self, count};
use super::programme_tables::{Listed, heads, text as cell};
use crate::domain::programme::id::{ACTION_KIND, COMPLAINT_KIND, MEETING_KIND, RISK_KIND};
use crate::domain::programme::log::{Action, Complaint, Log, Meeting, Risk};
use crate::exchange::csv::write::Table;
use crate::records::{Key, RecordId};
use crate::text::programme as words;
use chrono::NaiveDate;

/// A meeting, as lists name it: « Réunion de cadrage du 3 janvier 2022 ».
pub fn meeting(meeting: &Meeting) -> String {
    let occasion = meeting.occasion.map_or("Échange", words::occasion);
    match meeting.held_on {
        Some(on) => format!("{occasion} du {}", format::date(on)),
        None => occasion.to_owned(),
    }
}

/// A complaint, as lists name it.
pub fn complaint(complaint: &Complaint) -> String {
    match complaint.received_on {
        Some(on) => format!("Réclamation du {}", format::date(on)),
        None => "Réclamation".to_owned(),
    }
}

/// A risk, as lists name it.
pub fn risk(risk: &Risk) -> String {
    format!("Risque «\u{202f}{}\u{202f}»", risk.label)
}

/// What an action comes from; none when it is not in the log any more.
pub fn origin(log: &Log, id: &RecordId) -> Option<String> {
    let of_meeting = log.meetings.iter().find(|one| one.id.0 == *id).map(meeting);
    let of_risk = || log.risks.iter().find(|one| one.id.0 == *id).map(risk);
    let of_complaint = || log.complaints.iter().find(|one| one.id.0 == *id).map(complaint);
    of_meeting.or_else(of_risk).or_else(of_complaint)
}

/// Everything that an action may come from: its identity, and what it is called.
pub fn origins(log: &Log) -> Vec<(String, String)> {
    let meetings = log.meetings.iter().rev().map(|one| (one.id.as_str().to_owned(), meeting(one)));
    let risks = log.risks.iter().map(|one| (one.id.as_str().to_owned(), risk(one)));
    let complaints = log.complaints.iter().rev().map(|one| (one.id.as_str().to_owned(), complaint(one)));
    meetings.chain(risks).chain(complaints).collect()
}

/// Who does it, and by when.
pub fn action_meta(action: &Action, today: NaiveDate) -> String {
    let owner = (!action.owner.is_empty()).then(|| action.owner.clone());
    let when = match (action.done_on, action.due_on) {
        (Some(on), _) => Some(format!("fait le {}", format::date(on))),
        (None, Some(due)) => Some(format!("pour le {}{}", format::date(due), late(due, today))),
        (None, None) => None,
    };
    let improves = action.improves.then(|| "amélioration de la formation".to_owned());
    let parts: Vec<String> = [owner, when, improves].into_iter().flatten().collect();
    format::capitalised(&parts.join(", "))
}

fn late(due: NaiveDate, today: NaiveDate) -> String {
    match (today - due).num_days() {
        days if days > 0 => format!(", {} de retard", count(days.unsigned_abs(), "jour", "jours")),
        _ => String::new(),
    }
}

/// How likely, how grave, and whether it is over.
pub fn risk_meta(risk: &Risk) -> String {
    let likelihood = risk.likelihood.map(|grade| words::likelihood(grade).to_owned());
    let impact = risk.impact.map(|grade| format::uncapitalised(words::impact(grade)));
    let closed = risk.closed_on.map(|on| format!("écarté le {}", format::date(on)));
    let parts: Vec<String> = [likelihood, impact, closed].into_iter().flatten().collect();
    format::capitalised(&parts.join(", "))
}

/// From whom, and whether it was answered.
pub fn complaint_meta(complaint: &Complaint) -> String {
    let from = (!complaint.from.is_empty()).then(|| complaint.from.clone());
    let answered = match complaint.answered_on {
        Some(on) => format!("réponse donnée le {}", format::date(on)),
        None => "réponse à donner".to_owned(),
    };
    let parts: Vec<String> = from.into_iter().chain([answered]).collect();
    format::capitalised(&parts.join(", "))
}

/// The actions, as they are printed.
pub fn actions(log: &Log, today: NaiveDate) -> Listed {
    let day = |on: Option<NaiveDate>| cell(on.map(format::date).unwrap_or_default());
    let row = |action: &Action| {
        let state = match action.done_on {
            Some(on) => format!("Faite le {}", format::date(on)),
            None if action.is_late(today) => "En retard".to_owned(),
            None => "À faire".to_owned(),
        };
        let origin = action.origin.as_ref().and_then(|id| origin(log, id));
        let improves = if action.improves { " (amélioration)" } else { "" };
        vec![
            cell(format!("{}{improves}", action.label)),
            cell(action.owner.as_str()),
            day(action.due_on),
            cell(state),
            cell(origin.unwrap_or_default()),
        ]
    };
    Listed {
        caption: "Actions".to_owned(),
        file: "suivi-actions",
        table: Table {
            heads: heads(&["À faire", "Responsable", "Échéance", "État", "Vient de"]),
            rows: log.actions.iter().map(row).collect(),
        },
    }
}

/// The risks, as they are printed.
pub fn risks(log: &Log) -> Listed {
    let row = |risk: &Risk| {
        let state = risk.closed_on.map_or_else(|| "Ouvert".to_owned(), |on| format!("Écarté le {}", format::date(on)));
        vec![
            cell(risk.label.as_str()),
            cell(risk.likelihood.map_or("", words::likelihood)),
            cell(risk.impact.map_or("", words::impact)),
            cell(risk.response.as_str()),
            cell(state),
        ]
    };
    Listed {
        caption: "Risques".to_owned(),
        file: "suivi-risques",
        table: Table {
            heads: heads(&["Risque", "Probabilité", "Gravité", "Réponse prévue", "État"]),
            rows: log.risks.iter().map(row).collect(),
        },
    }
}

/// « 3 actions faites ».
pub fn done(number: usize) -> String {
    count(number as u64, "action faite", "actions faites")
}

/// What was removed of the log, in a few words.
pub fn removed(number: usize) -> String {
    count(number as u64, "élément supprimé", "éléments supprimés")
}

/// Something that was removed, and what is said once it is back.
pub fn removed_one(key: &Key, name: Option<&str>) -> (String, &'static str) {
    let (kind, back) = match key.kind.as_str() {
        ACTION_KIND => ("Action", "Action rétablie"),
        MEETING_KIND => ("Échange", "Échange rétabli"),
        RISK_KIND => ("Risque", "Risque rétabli"),
        COMPLAINT_KIND => ("Réclamation", "Réclamation rétablie"),
        _ => ("Élément", "Élément rétabli"),
    };
    (name.map_or_else(|| kind.to_owned(), |name| format!("{kind} «\u{202f}{name}\u{202f}»")), back)
}

/// The programme at the door: from counts alone.
pub fn glance(cycles: usize, sessions: usize, people: usize) -> String {
    if cycles == 0 {
        return "Aucun cycle pour l’instant.".to_owned();
    }
    let sessions = count(sessions as u64, "session", "sessions");
    format!("{sessions}, {}.", count(people as u64, "personne connue", "personnes connues"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::programme::id::{ActionId, RiskId};
    use crate::domain::programme::log::Grade;

    fn plain(text: &str) -> String {
        text.replace(['\u{a0}', '\u{202f}'], " ")
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn an_action_says_who_when_and_how_late() {
        let action = Action {
            id: ActionId::new("a").unwrap(),
            label: "Réserver".to_owned(),
            owner: "l’équipe".to_owned(),
            due_on: Some(day("2022-03-01")),
            done_on: None,
            origin: None,
            improves: false,
        };
        let said = |action: &Action, on| plain(&action_meta(action, day(on)));
        assert_eq!(said(&action, "2022-03-01"), "L’équipe, pour le 1er mars 2022");
        assert_eq!(said(&action, "2022-03-03"), "L’équipe, pour le 1er mars 2022, 2 jours de retard");
        let done = Action { done_on: Some(day("2022-03-04")), improves: true, owner: String::new(), ..action };
        assert_eq!(said(&done, "2022-03-09"), "Fait le 4 mars 2022, amélioration de la formation");
    }

    #[test]
    fn a_risk_is_said_in_words() {
        let risk = Risk {
            id: RiskId::new("r").unwrap(),
            label: "Salle fermée".to_owned(),
            likelihood: Some(Grade::High),
            impact: Some(Grade::Medium),
            response: String::new(),
            closed_on: None,
        };
        assert_eq!(risk_meta(&risk), "Probable, gêne sérieuse");
        assert_eq!(risk_meta(&Risk { likelihood: None, impact: None, ..risk }), "");
    }

    #[test]
    fn the_door_says_how_much_is_here() {
        assert_eq!(glance(0, 0, 3), "Aucun cycle pour l’instant.");
        assert_eq!(plain(&glance(1, 12, 1)), "12 sessions, 1 personne connue.");
    }
}
