//! Sessions in French: their lists, what is to check, what becomes of them.

use super::format::{self, count, number};
use super::programme_gauge::between;
use crate::domain::commune::Communes;
use crate::domain::programme::cycle::Fit;
use crate::domain::programme::hours::{HalfDay, Hours, HoursFault};
use crate::domain::programme::id::SessionId;
use crate::domain::programme::queue::Group;
use crate::domain::programme::session::{Clash, Equipment, Session, Shared, Status, clashes};
use crate::domain::programme::standing::Step;
use crate::domain::programme::whole::Programme;
use crate::text::programme as words;
use chrono::NaiveDate;

/// A session, as lists and calendars say it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Row {
    pub id: SessionId,
    pub held_on: Option<NaiveDate>,
    /// « Session 3 ».
    pub name: String,
    pub when: String,
    pub place: String,
    pub trainers: String,
    pub seats: String,
    /// The group against what was ordered; empty: nothing was, or there is no group any more.
    pub fit: String,
    pub status: String,
    /// The same without its reason, which a list is filtered by.
    pub state: &'static str,
    pub is_cancelled: bool,
    /// What is to check, a sentence each.
    pub warnings: Vec<String>,
}

/// Every session of the cycle, by day.
pub fn rows(programme: &Programme, communes: &Communes) -> Vec<Row> {
    let clashes = clashes(&programme.sessions);
    let row = |(nth, session): (usize, &std::sync::Arc<Session>)| {
        let group = programme.group(session);
        let is_cancelled = session.is_cancelled();
        Row {
            id: session.id.clone(),
            held_on: session.held_on,
            name: format!("Session {}", nth + 1),
            when: when(session),
            place: place(session, communes),
            trainers: trainers(programme, session),
            seats: seats(group),
            fit: if is_cancelled { String::new() } else { fit(programme, session, group).unwrap_or_default() },
            status: status(&session.status),
            state: words::status(&session.status),
            is_cancelled,
            warnings: warnings(programme, session, &clashes),
        }
    };
    programme.sessions.iter().enumerate().map(row).collect()
}

/// What the half-days that are being typed come to, against what was ordered: « 6 h 30 de formation, pauses déduites. Il
/// manque 30 min pour 7 h. »
pub fn typed_hours(hours: Option<Hours>, least_minutes: u32) -> String {
    let Some(hours) = hours else { return "Complétez ou corrigez les horaires pour connaître la durée.".to_owned() };
    if hours.halves().next().is_none() {
        return String::new();
    }
    let faults = hours.faults(least_minutes);
    if faults.contains(&HoursFault::HalvesCross) {
        return "L’après-midi commence avant la fin du matin.".to_owned();
    }
    let whole = format!("{} de formation, pauses déduites.", words::minutes(hours.minutes()));
    let short = faults.into_iter().find_map(|fault| match fault {
        HoursFault::TooShort { minutes, least } => {
            let lacking = words::minutes(least.saturating_sub(minutes));
            Some(format!(" Il manque {lacking} pour {}.", words::minutes(least)))
        }
        HoursFault::HalvesCross => None,
    });
    whole + &short.unwrap_or_default()
}

/// « Mardi 1er mars 2022 ».
pub fn when(session: &Session) -> String {
    session.held_on.map_or_else(|| "Date à fixer".to_owned(), |on| format::capitalised(&format::full_date(on)))
}

/// « Maison fictive, salle 2, Bobigny ».
pub fn place(session: &Session, communes: &Communes) -> String {
    let parts = [session.place.clone(), session.room.clone(), commune(session, communes).unwrap_or_default()];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    if parts.is_empty() { "Lieu à trouver".to_owned() } else { parts.join(", ") }
}

/// The name of its commune.
pub fn commune(session: &Session, communes: &Communes) -> Option<String> {
    session.commune.as_ref().and_then(|code| communes.by_code(code)).map(|commune| commune.name.clone())
}

/// Who trains.
pub fn trainers(programme: &Programme, session: &Session) -> String {
    let names: Vec<String> = session.trainers.iter().map(|id| trainer(programme, id)).collect();
    if names.is_empty() { "Animation à prévoir".to_owned() } else { format::list(&names) }
}

/// A trainer's name.
pub fn trainer(programme: &Programme, id: &crate::domain::programme::id::TrainerId) -> String {
    let name = programme.trainer(id).map(|trainer| trainer.name()).unwrap_or_default();
    if name.is_empty() { "fiche sans nom ou supprimée".to_owned() } else { name }
}

/// « 12 inscriptions sur 15 places, 2 en attente ».
pub fn seats(group: Group) -> String {
    let registered = count(number(group.registered), "inscription", "inscriptions");
    let capacity = count(number(group.capacity), "place", "places");
    match group.waiting {
        0 => format!("{registered} sur {capacity}"),
        waiting => format!("{registered} sur {capacity}, {waiting} en attente"),
    }
}

/// The group against what was ordered.
pub fn fit(programme: &Programme, session: &Session, group: Group) -> Option<String> {
    let (ordered, fit) = (programme.cycle.group?, group.fit?);
    let registered = u32::try_from(group.registered).unwrap_or(u32::MAX);
    let of = format!("pour un groupe de {}", between(ordered));
    Some(match fit {
        // Nobody can be found any more for a day that is over.
        Fit::Under if session.status == Status::Held => {
            format!("Moins que les {}\u{a0}personnes commandées", between(ordered))
        }
        Fit::Under => {
            let lacking = ordered.least - registered;
            format!("Il manque {} {of}", count(lacking.into(), "personne", "personnes"))
        }
        Fit::Within => "Taille de groupe commandée".to_owned(),
        Fit::Over => {
            let over = registered - ordered.most;
            format!("{} de trop {of}", count(over.into(), "personne", "personnes"))
        }
    })
}

/// Where it stands, with the reason of a cancellation.
pub fn status(status: &Status) -> String {
    match status {
        Status::Cancelled { reason } if !reason.is_empty() => format!("{}\u{a0}: {reason}", words::status(status)),
        status => words::status(status).to_owned(),
    }
}

/// Where sessions may stand, as a list is filtered by.
pub fn states() -> [&'static str; 4] {
    let cancelled = Status::Cancelled { reason: String::new() };
    [Status::Planned, Status::Confirmed, Status::Held, cancelled].map(|status| words::status(&status))
}

/// « 12 sessions », « 3 sessions sur 12 ».
pub fn found(found: usize, all: usize) -> String {
    let sessions = count(number(found), "session", "sessions");
    if found == all { sessions } else { format!("{sessions} sur {all}") }
}

/// A line of a room's checklist.
pub fn checked(one: Equipment, is_there: bool) -> String {
    let state = match () {
        () if is_there => "vérifié",
        () if Equipment::NEEDED.contains(&one) => "à vérifier, indispensable",
        () => "à vérifier",
    };
    format!("{}\u{a0}: {state}", words::equipment(one))
}

/// What is to check in a session, a sentence each.
pub fn warnings(programme: &Programme, session: &Session, clashes: &[Clash]) -> Vec<String> {
    if session.is_cancelled() {
        return Vec::new();
    }
    let of_this = clashes.iter().filter_map(|clash| {
        let other = match () {
            () if clash.one == session.id => &clash.other,
            () if clash.other == session.id => &clash.one,
            () => return None,
        };
        let other = format!("session {}", programme.number(other));
        Some(match &clash.over {
            Shared::Trainer(id) => format!("{} anime aussi la {other} au même moment.", trainer(programme, id)),
            Shared::Room => format!("La {other} occupe la même salle au même moment."),
        })
    });
    let outside = session.held_on.zip(programme.cycle.window);
    let outside = outside.filter(|(on, window)| *on < window.from || *on > window.to);
    let outside = outside.map(|_| {
        format!("Hors des dates du cycle\u{a0}: {}.", format::uncapitalised(&words::cycle_dates(&programme.cycle)))
    });
    of_this.chain(hours(programme, session)).chain(outside).collect()
}

fn hours(programme: &Programme, session: &Session) -> Vec<String> {
    if session.hours.halves().next().is_none() {
        return vec!["Les horaires sont à fixer.".to_owned()];
    }
    let faults = session.hours.faults(programme.cycle.least_minutes());
    let words = faults.into_iter().map(|fault| match fault {
        HoursFault::HalvesCross => "L’après-midi commence avant la fin du matin.".to_owned(),
        HoursFault::TooShort { minutes, least } => format!(
            "Journée trop courte\u{a0}: {} de formation pour {} commandées.",
            words::minutes(minutes),
            words::minutes(least)
        ),
    });
    words.collect()
}

/// « De 9 h à 12 h 30, dont 15 min de pause ».
pub fn half_day(half: HalfDay) -> String {
    let hours = format!("De {} à {}", format::time(half.from), format::time(half.to));
    match half.pause {
        0 => hours,
        pause => format!("{hours}, dont {} de pause", words::minutes(pause)),
    }
}

/// How long the day is, against what was ordered.
pub fn duration(programme: &Programme, session: &Session) -> String {
    let (minutes, least) = (session.hours.minutes(), programme.cycle.least_minutes());
    let (minutes_words, least_words) = (words::minutes(minutes), words::minutes(least));
    match minutes {
        0 => "À fixer".to_owned(),
        _ if minutes < least => {
            format!("{minutes_words} sans les pauses, pour {least_words} commandées\u{a0}: trop court")
        }
        _ => format!("{minutes_words} sans les pauses, pour {least_words} commandées"),
    }
}

/// The button of a step.
pub fn step(step: Step) -> &'static str {
    match step {
        Step::Confirm => "Confirmer la session",
        Step::SayHeld => "La session a été tenue",
        Step::ConfirmAgain => "Revenir à «\u{202f}confirmée\u{202f}»",
        Step::PlanAgain => "Revenir à «\u{202f}à planifier\u{202f}»",
        Step::Cancel => "Annuler la session",
    }
}

/// Said once a step is made.
pub fn step_done(step: Step) -> &'static str {
    match step {
        Step::Confirm | Step::ConfirmAgain => "Session confirmée",
        Step::SayHeld => "Session tenue",
        Step::PlanAgain => "Session à planifier",
        Step::Cancel => "Session annulée",
    }
}

/// What goes with a session that is cancelled.
pub fn going_with(programme: &Programme, session: &SessionId) -> String {
    let (registered, waiting): (Vec<_>, Vec<_>) =
        programme.places_held(session).partition(|place| place.is_registered());
    let registered = (!registered.is_empty()).then(|| count(number(registered.len()), "inscription", "inscriptions"));
    let waiting = (!waiting.is_empty()).then(|| count(number(waiting.len()), "place en attente", "places en attente"));
    let both: Vec<String> = registered.into_iter().chain(waiting).collect();
    match programme.places_held(session).count() {
        0 => "Personne n’y est inscrit ni n’attend de place.".to_owned(),
        1 => format!("{} sera annulée avec elle.", format::list(&both)),
        _ => format!("{} seront annulées avec elle.", format::list(&both)),
    }
}

/// What went with a session that was cancelled; none when nothing did.
pub fn gone_with(gone: usize) -> Option<String> {
    let places = count(
        number(gone),
        "inscription ou place en attente est annulée",
        "inscriptions ou places en attente sont annulées",
    );
    (gone > 0).then(|| format!("{places} avec elle."))
}

/// What stays cancelled when a session is planned again; none when nothing does.
pub fn staying_cancelled(gone: usize) -> Option<String> {
    let places = count(number(gone), "inscription annulée", "inscriptions annulées");
    let stay = format::agree(number(gone), "le reste\u{202f}; reprenez-la", "le restent\u{202f}; reprenez-les");
    (gone > 0).then(|| format!("{places} avec elle {stay} dans «\u{202f}Inscriptions\u{202f}»."))
}

/// What the fold of removed sessions says.
pub fn removed(number: usize) -> String {
    format!("{} ({number})", format::agree(number as u64, "Session supprimée", "Sessions supprimées"))
}

#[cfg(test)]
#[path = "programme_sessions_tests.rs"]
mod tests;
