//! The tables where everybody is counted, even those who may not be named: places, presences. Their totals are those of the
//! gauge.

use super::programme as words;
use super::programme_exports::{commune, day};
use super::programme_tables::{figure, heads, text};
use crate::domain::commune::Communes;
use crate::domain::programme::attendance::{Attendee, Noted, Presence, Source};
use crate::domain::programme::hours::Half;
use crate::domain::programme::id::ProfessionalId;
use crate::domain::programme::registration::Status as Place;
use crate::domain::programme::session::{Session, Tally};
use crate::domain::programme::whole::Programme;
use crate::exchange::csv::write::{Cell, Table};

/// Somebody who is counted in a table: named, or not any more.
struct Counted {
    /// The family name and the given one; what stands for them when nobody may be named.
    name: [Cell; 2],
    structure: Cell,
    /// The kind of the structure, and the territory.
    of: [Cell; 2],
}

/// What stands for a name in a line that only keeps the counts right.
const ERASED: &str = "Personne effacée";
const RESTRICTED: &str = "Personne non nommée (usage limité)";
const REMOVED: &str = "Personne non nommée (hors des listes)";

impl Counted {
    fn of(programme: &Programme, communes: &Communes, id: &ProfessionalId) -> Self {
        let Some(person) = programme.counted(id) else { return Self::unnamed(REMOVED, [Cell::Empty, Cell::Empty]) };
        let [_, territory] = commune(person.commune.as_ref(), communes);
        let of = [text(programme.kind_of(person).map_or("", words::structure_kind)), territory];
        if person.restricted.is_some() {
            return Self::unnamed(RESTRICTED, of);
        }
        if programme.person(id).is_none() {
            return Self::unnamed(REMOVED, of);
        }
        let name = [&person.family_name, &person.given_name].map(|it| text(it.as_str()));
        let structure = text(programme.structure_of(person).map(|it| it.name.clone()).unwrap_or_default());
        Self { name, structure, of }
    }

    fn erased(tally: &Tally) -> Self {
        let territory = tally.territory.as_ref().map(|it| it.as_str().to_owned()).unwrap_or_default();
        let of = [text(tally.kind.map_or("", words::structure_kind)), text(territory)];
        Self::unnamed(ERASED, of)
    }

    fn unnamed(said: &'static str, of: [Cell; 2]) -> Self {
        Self { name: [text(said), Cell::Empty], structure: Cell::Empty, of }
    }
}

/// The number of a session, and its day.
fn session_cells(programme: &Programme, session: &Session) -> Vec<Cell> {
    vec![Cell::Number(programme.number(&session.id) as i64), day(session.held_on)]
}

/// Everybody's place in each session.
pub fn registrations(programme: &Programme, communes: &Communes) -> Table {
    let mut rows = Vec::new();
    for session in &programme.sessions {
        let mut push = |of: Counted, status: Cell, invited_on| {
            let mut row = session_cells(programme, session);
            row.extend(of.name);
            row.extend([of.structure, status, day(invited_on)]);
            row.extend(of.of);
            rows.push(row);
        };
        for place in programme.places(&session.id) {
            let of = Counted::of(programme, communes, &place.person);
            match (&place.status, is_named(programme, &place.person)) {
                (status, true) => push(of, text(words::place(status)), place.invited_on),
                // What is written of a cancellation is about them.
                (Place::Cancelled { why, .. }, false) => {
                    let status = Place::Cancelled { why: *why, note: String::new() };
                    push(of, text(words::place(&status)), None);
                }
                (status, false) => push(of, text(words::place(status)), None),
            }
        }
        for tally in session.tallies.values() {
            let status = if tally.is_registered { words::place(&Place::Registered) } else { NO_PLACE.to_owned() };
            push(Counted::erased(tally), text(status), None);
        }
    }
    let names = [
        "Session",
        "Jour",
        "Nom",
        "Prénom",
        "Structure",
        "Inscription",
        "Convocation envoyée le",
        "Type de structure",
        "Territoire",
    ];
    Table { heads: heads(&names), rows }
}

/// The place of somebody who was erased and had none.
const NO_PLACE: &str = "Sans place";
/// What people do in a session.
const WITH_PLACE: &str = "Personne inscrite";
const WITHOUT_PLACE: &str = "Personne venue sans place";
const TRAINING: &str = "Équipe de formation";

/// Everybody's presence, half-day by half-day.
pub fn attendance(programme: &Programme, communes: &Communes) -> Table {
    let mut rows = Vec::new();
    for session in &programme.sessions {
        let roll = programme.roll(session).into_iter().filter_map(|who| {
            let (of, role) = match &who {
                Attendee::Professional(id) => {
                    let of = Counted::of(programme, communes, id);
                    (of, role(is_registered(programme, session, id)))
                }
                Attendee::Trainer(id) => {
                    let trainer = programme.trainer(id)?;
                    let name = [&trainer.family_name, &trainer.given_name].map(|it| text(it.as_str()));
                    (Counted { name, structure: Cell::Empty, of: [Cell::Empty, Cell::Empty] }, TRAINING)
                }
            };
            Some((who, of, role))
        });
        // Whoever is only kept as a proof, or left the lists, is counted and not named.
        let unnamed = programme.places(&session.id).iter().filter(|place| !is_named(programme, &place.person));
        let unnamed = unnamed.filter_map(|place| {
            let who = Attendee::of(&place.person);
            let counts = place.is_registered() || programme.minutes_of(session, &who) > 0;
            counts.then(|| (who, Counted::of(programme, communes, &place.person), role(place.is_registered())))
        });
        for (who, of, role) in roll.chain(unnamed) {
            let noted = programme.attendance(&session.id, &who);
            let halves = Half::ALL.map(|half| {
                let noted = noted.and_then(|noted| noted.half(half));
                [text(noted.map(|it| words::presence(it.presence)).unwrap_or_default()), text(from(noted))]
            });
            let minutes = noted.map_or(Cell::Empty, |noted| figure(noted.minutes(session.hours)));
            rows.push(attendance_row(programme, session, of, role, halves, minutes));
        }
        for tally in session.tallies.values().filter(|tally| tally.is_registered || tally.minutes > 0) {
            let halves = Half::ALL.map(|half| {
                let was_there = tally.was_there(half) && session.hours.half(half).is_some();
                [text(if was_there { words::presence(Presence::Present) } else { String::new() }), Cell::Empty]
            });
            let of = Counted::erased(tally);
            rows.push(attendance_row(programme, session, of, role(tally.is_registered), halves, figure(tally.minutes)));
        }
    }
    let names = [
        "Session",
        "Jour",
        "Nom",
        "Prénom",
        "Rôle",
        "Matin",
        "Matin, établi par",
        "Après-midi",
        "Après-midi, établi par",
        "Minutes suivies",
        "Type de structure",
        "Territoire",
    ];
    Table { heads: heads(&names), rows }
}

fn attendance_row(
    programme: &Programme,
    session: &Session,
    of: Counted,
    role: &str,
    halves: [[Cell; 2]; 2],
    minutes: Cell,
) -> Vec<Cell> {
    let mut row = session_cells(programme, session);
    row.extend(of.name);
    row.push(text(role));
    row.extend(halves.into_iter().flatten());
    row.push(minutes);
    row.extend(of.of);
    row
}

fn role(has_place: bool) -> &'static str {
    if has_place { WITH_PLACE } else { WITHOUT_PLACE }
}

/// Whether somebody may be named: they are in the lists, and their use is not restricted.
fn is_named(programme: &Programme, person: &ProfessionalId) -> bool {
    programme.person(person).is_some_and(|person| person.restricted.is_none())
}

fn is_registered(programme: &Programme, session: &Session, person: &ProfessionalId) -> bool {
    programme.places(&session.id).iter().any(|place| place.person == *person && place.is_registered())
}

fn from(noted: Option<Noted>) -> &'static str {
    match noted.map(|noted| noted.from) {
        None => "",
        Some(Source::Screen) => "saisie à l’écran",
        Some(Source::Sheet) => "feuille signée",
    }
}

#[cfg(test)]
#[path = "programme_counted_tests.rs"]
mod tests;
