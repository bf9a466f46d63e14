//! Erasing somebody who was trained: only kept while a reason holds, then erased everywhere, and still counted.

use super::attendance::{Attendance, Attendee};
use super::hours::Half;
use super::id::{PROFESSIONAL_KIND, ProfessionalId, SessionId, StructureId, read};
use super::person::{Professional, Restriction, field};
use super::registration::{self, Registration, Status as Place, Why};
use super::session::{self, Session, Tally};
use super::structure::Structure;
use crate::domain::commune::Communes;
use crate::domain::retention::{REMOVED_DAYS, Rule, removed_on};
use crate::records::{ChangeSet, DELETED, Key, Record, Tables};
use chrono::{Days, Months, NaiveDate};
use std::collections::BTreeSet;

/// What keeps somebody from being erased today.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Held {
    /// The proof that they attended, on the last of these days, is kept until then.
    Proof { attended_on: NaiveDate, until: NaiveDate },
    /// The organisation must keep everything until then.
    Hold { until: NaiveDate, reason: String },
}

impl Held {
    pub fn until(&self) -> NaiveDate {
        match self {
            Self::Proof { until, .. } | Self::Hold { until, .. } => *until,
        }
    }
}

/// What keeps somebody from being erased, whichever lasts longest.
pub fn held(tables: &Tables, person: &ProfessionalId, rule: &Rule, today: NaiveDate) -> Option<Held> {
    let hold = rule.hold_on(today).map(|hold| Held::Hold { until: hold.until, reason: hold.reason.clone() });
    let proof = || {
        let attended_on = last_attended(tables, person)?;
        let until = attended_on.checked_add_months(Months::new(rule.proof_months?))?;
        (until >= today).then_some(Held::Proof { attended_on, until })
    };
    hold.into_iter().chain(proof()).max_by_key(Held::until)
}

/// The last day that somebody attended, even in part.
fn last_attended(tables: &Tables, person: &ProfessionalId) -> Option<NaiveDate> {
    let who = Attendee::Professional(person.clone());
    let noted = Attendance::all(tables).filter(|one| one.who == who);
    let there = noted.filter(|one| [one.morning, one.afternoon].iter().flatten().any(|it| it.presence.is_there()));
    there.filter_map(|one| read(tables.get(&one.session.key().ok()?)?, session::field::HELD_ON)).max()
}

/// Keeps somebody only as a proof, or lifts that.
pub fn restrict(person: &ProfessionalId, restriction: Option<&Restriction>) -> ChangeSet {
    person.key().map_or_else(|_| ChangeSet::new(), |key| ChangeSet::one(&key, field::RESTRICTED, restriction))
}

/// The same, and gives up their places in sessions to come: nobody sits there any more.
pub fn restrict_from(
    tables: &Tables,
    person: &ProfessionalId,
    restriction: &Restriction,
    today: NaiveDate,
) -> ChangeSet {
    let mut changes = restrict(person, Some(restriction));
    let given_up = Place::Cancelled { why: Why::ByPerson, note: String::new() };
    let places = Registration::all(tables).filter(|place| place.person == *person);
    for place in places.filter(|place| !matches!(place.status, Place::Cancelled { .. })) {
        let session = session_of(tables, &place.session);
        if session.is_none_or(|(_, session)| is_to_come(&session, today)) {
            changes.changes.extend(registration::set_status(&place, &given_up).changes);
        }
    }
    changes
}

/// Whether nobody sat in it yet.
fn is_to_come(session: &Session, today: NaiveDate) -> bool {
    session.status != session::Status::Held && session.held_on.is_none_or(|on| on > today)
}

fn session_of(tables: &Tables, id: &SessionId) -> Option<(Key, Session)> {
    let key = id.key().ok()?;
    let record = tables.live_at(&key)?;
    let session = Session::from_record(&key.id, record);
    Some((key, session))
}

/// Erases somebody from everything that names them. What is counted of their places stays, without a name; those in
/// sessions to come are free again.
pub fn erase(tables: &Tables, person: &ProfessionalId, communes: &Communes, today: NaiveDate) -> ChangeSet {
    let Ok(key) = person.key() else { return ChangeSet::new() };
    let read_person = |record: &Record| Professional::from_record(&key.id, record);
    let professional = tables.get(&key).filter(|record| !record.erased).map(read_person);
    let is_removed = tables.get(&key).is_some_and(|record| record.is_deleted());
    let mut changes = ChangeSet::new();
    let places = Registration::all(tables).filter(|place| place.person == *person);
    for place in places {
        let Some((session_key, session)) = session_of(tables, &place.session) else { continue };
        // Out of the lists, they held a place where they sat only.
        let is_given_up = || is_removed && !place.was_used(&session, noted(tables, &place).as_ref());
        if is_to_come(&session, today) || is_given_up() {
            continue;
        }
        let tally = tally(tables, &session, &place, professional.as_ref(), communes);
        changes.write(&session_key, &format!("{}{}", session::field::TALLY, place.id), Some(&tally));
    }
    changes.changes.extend(ChangeSet::erase(tables, &[key]).changes);
    changes
}

fn tally(
    tables: &Tables,
    session: &Session,
    place: &Registration,
    person: Option<&Professional>,
    communes: &Communes,
) -> Tally {
    let noted = noted(tables, place);
    let structure = person.and_then(|person| structure(tables, person.structure.as_ref()?));
    let commune = person.and_then(|person| communes.by_code(person.commune.as_ref()?));
    Tally {
        kind: structure.and_then(|structure| structure.kind),
        territory: commune.map(|commune| commune.territory.clone()),
        is_registered: place.is_registered(),
        is_trained: !session.is_cancelled() && noted.as_ref().is_some_and(|noted| noted.is_whole_day(session.hours)),
        halves: noted.as_ref().map(|noted| attended(noted, session)).unwrap_or_default(),
        minutes: noted.map_or(0, |noted| noted.minutes(session.hours)),
    }
}

/// What was noted of the presence of whoever has a place.
pub fn noted(tables: &Tables, place: &Registration) -> Option<Attendance> {
    let key = super::attendance::key(&place.session, &Attendee::of(&place.person)).ok()?;
    let record = tables.live_at(&key)?;
    Attendance::from_record(record)
}

fn attended(noted: &Attendance, session: &Session) -> BTreeSet<Half> {
    let halves = session.hours.halves().map(|(half, _)| half);
    halves.filter(|half| noted.half(*half).is_some_and(|it| it.presence.is_there())).collect()
}

fn structure(tables: &Tables, id: &StructureId) -> Option<Structure> {
    let key = id.key().ok()?;
    tables.get(&key).filter(|record| !record.erased).map(|record| Structure::from_record(&key.id, record))
}

/// Somebody to erase, and why.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Due {
    pub person: Professional,
    pub why: DueWhy,
}

/// Why erasing is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DueWhy {
    /// They were only kept, until a day that is past.
    ProofOver,
    /// They were removed from the lists long enough ago.
    Removed { on: NaiveDate },
}

/// Those whose erasing is due: first those who were only kept, then those who were removed, the longest ago first. Whoever was
/// removed and is still kept as a proof waits for the end of that.
pub fn due(tables: &Tables, today: NaiveDate) -> Vec<Due> {
    let is_over = |person: &Professional| person.restricted.as_ref().is_some_and(|restricted| restricted.until < today);
    let kept = Professional::all(tables).into_iter().filter(is_over);
    let kept = kept.map(|person| Due { person, why: DueWhy::ProofOver });
    let removed = tables.removed(PROFESSIONAL_KIND).filter_map(|(id, record)| {
        let on = removed_on(record)?;
        let is_long_ago = on.checked_add_days(Days::new(REMOVED_DAYS)).is_some_and(|last| last < today);
        let person = Professional::from_record(id, record);
        (is_long_ago && (person.restricted.is_none() || is_over(&person))).then_some((on, person))
    });
    let mut removed: Vec<_> = removed.collect();
    removed.sort_by_cached_key(|(on, person)| (*on, person.order()));
    kept.chain(removed.into_iter().map(|(on, person)| Due { person, why: DueWhy::Removed { on } })).collect()
}

/// Puts somebody back in the lists.
pub fn put_back(person: &ProfessionalId) -> ChangeSet {
    person.key().map_or_else(|_| ChangeSet::new(), |key| ChangeSet::one::<bool>(&key, DELETED, None))
}

/// Takes somebody away from the lists; they may be put back.
pub fn delete(person: &ProfessionalId) -> ChangeSet {
    person.key().map_or_else(|_| ChangeSet::new(), |key| ChangeSet::one(&key, DELETED, Some(&true)))
}

#[cfg(test)]
#[path = "erasure_tests.rs"]
mod tests;
