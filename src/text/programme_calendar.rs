//! Sessions as events of a calendar. Nobody is named in them: such a file may be handed to anybody.

use super::programme_sessions as of_sessions;
use crate::domain::commune::Communes;
use crate::domain::programme::session::{Session, Status};
use crate::domain::programme::whole::Programme;
use crate::exchange::calendar::{CalendarEvent, EventStatus};
use crate::text::programme as words;
use chrono::NaiveDateTime;

/// The file of every session.
pub const ALL_FILE: &str = "reperes-sessions.ics";

/// The file of one session.
pub fn file_name(session: &Session) -> String {
    session.held_on.map_or_else(|| "reperes-session.ics".to_owned(), |on| format!("reperes-session-{on}.ics"))
}

/// Sessions as events; those without a day or hours have none.
pub fn events<'a>(
    programme: &Programme,
    communes: &Communes,
    sessions: impl IntoIterator<Item = &'a Session>,
    stamp: NaiveDateTime,
) -> Vec<CalendarEvent> {
    sessions.into_iter().filter_map(|session| event(programme, communes, session, stamp)).collect()
}

fn event(programme: &Programme, communes: &Communes, session: &Session, stamp: NaiveDateTime) -> Option<CalendarEvent> {
    let (on, (from, to)) = (session.held_on?, session.hours.span()?);
    let name = format!("{}, session {}", words::cycle_name(&programme.cycle), programme.number(&session.id));
    let summary = if session.is_cancelled() { format!("Annulée\u{a0}: {name}") } else { name };
    let commune = of_sessions::commune(session, communes).unwrap_or_default();
    let place = [session.place.clone(), session.room.clone(), session.address.clone(), commune];
    let place: Vec<String> = place.into_iter().filter(|part| !part.is_empty()).collect();
    let halves = session.hours.halves();
    let halves = halves.map(|(half, hours)| {
        format!("{}\u{a0}: {}", words::half(half), super::format::uncapitalised(&of_sessions::half_day(hours)))
    });
    let access = (!session.access.is_empty()).then(|| format!("Accès\u{a0}: {}", session.access));
    let materials = (!session.materials.is_empty()).then(|| format!("À apporter\u{a0}:\n{}", session.materials));
    let description: Vec<String> = halves.chain(access).chain(materials).collect();
    Some(CalendarEvent {
        uid: format!("session-{}@reperes", session.id.as_str()),
        sequence: session.revision,
        stamp,
        starts: on.and_time(from),
        ends: on.and_time(to),
        summary,
        location: place.join(", "),
        description: description.join("\n"),
        status: match session.status {
            Status::Planned => EventStatus::Tentative,
            Status::Confirmed | Status::Held => EventStatus::Confirmed,
            Status::Cancelled { .. } => EventStatus::Cancelled,
        },
        alarm_min: None,
    })
}

/// What is said of the sessions that no calendar can hold; none when there are none.
pub fn left_out(number: usize) -> Option<String> {
    let count = super::format::count(number as u64, "session n’y sera pas", "sessions n’y seront pas");
    (number > 0).then(|| format!("{count}, faute de jour ou d’horaires."))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::communes::communes;
    use crate::domain::programme::fixture::{Fixture, day};

    #[test]
    fn an_event_says_where_and_when_and_names_nobody() {
        let mut fixture = Fixture::new();
        fixture.trainer("Essai");
        let typed = [
            ("held_on", "2022-03-01"),
            ("place", "Maison fictive"),
            ("address", "1 rue des Essais"),
            ("commune", "93008"),
            ("access", "Métro fictif"),
            ("trainers", "Essai"),
        ];
        let id = fixture.session_with("s", &typed);
        fixture.session_with("undated", &[]);
        let person = fixture.person("Personne", None);
        fixture.register(&id, [&person]);
        let stamp = day("2022-02-01").and_hms_opt(8, 0, 0).unwrap();
        let of = |fixture: &Fixture| {
            let programme = fixture.programme();
            let sessions = programme.sessions.iter().map(AsRef::as_ref);
            events(&programme, &communes().unwrap().communes, sessions, stamp)
        };
        let before = of(&fixture);
        assert_eq!(before.len(), 1, "a session without a day is no event");
        let event = &before[0];
        assert_eq!(event.summary, "Numérique inclusif 2022, session 1");
        assert_eq!(event.location, "Maison fictive, 1 rue des Essais, Bobigny");
        assert_eq!(event.status, EventStatus::Tentative);
        assert_eq!(event.starts.to_string(), "2022-03-01 09:00:00");
        assert_eq!(event.ends.to_string(), "2022-03-01 17:00:00");
        assert!(event.description.starts_with("Matin\u{a0}: de 9\u{a0}h à"), "{}", event.description);
        let whole = format!("{event:?}").to_lowercase();
        assert!(!whole.contains("sacha") && !whole.contains("personne"), "{whole}");

        let changes = fixture.programme().cancel(&id, "Salle inondée");
        fixture.commit(&changes);
        let after = &of(&fixture)[0];
        assert_eq!((after.uid.as_str(), after.status), ("session-s@reperes", EventStatus::Cancelled));
        assert!(after.sequence > event.sequence && after.summary.starts_with("Annulée"));
    }

    #[test]
    fn what_is_left_out_is_said() {
        assert_eq!(left_out(0), None);
        assert_eq!(left_out(1).unwrap(), "1\u{a0}session n’y sera pas, faute de jour ou d’horaires.");
    }
}
