//! Who has a place, who waits, and who comes next.

use super::cycle::Fit;
use super::id::{ProfessionalId, SessionId};
use super::registration::{self, Registration, Status};
use super::session::{Session, Status as SessionStatus};
use super::whole::Programme;
use crate::records::ChangeSet;

/// Why somebody is given no place.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Refusal {
    /// They have one, or wait for one, in this session.
    AlreadyHere,
    /// They have one in another session of the cycle, or were trained there.
    AlreadyIn(SessionId),
    Cancelled,
    /// Their use is restricted, or they are not here any more.
    NotHere,
    /// The session or the person bears an identity that no registration can hold.
    Unnamed,
}

/// What came of asking for a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Given {
    Seat,
    /// On the waiting list, at this turn from 1.
    Turn(usize),
}

/// A group, in numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Group {
    pub registered: usize,
    pub waiting: usize,
    pub capacity: usize,
    /// How many have a place, against what was ordered; none when nothing was.
    pub fit: Option<Fit>,
}

impl Group {
    pub fn free(self) -> usize {
        self.capacity.saturating_sub(self.registered)
    }

    /// What the next one to ask is given: whoever waits already comes before.
    fn next(self) -> Given {
        if self.free() > self.waiting { Given::Seat } else { Given::Turn(self.waiting + 1) }
    }
}

impl Programme {
    /// A session's group. Those who were erased, or left the lists after they sat there, are still counted.
    pub fn group(&self, session: &Session) -> Group {
        let places = self.places(&session.id);
        let gone = session.tallies.values().filter(|tally| tally.is_registered).count();
        let registered = places.iter().filter(|place| place.is_registered()).count() + gone;
        let is_here = |place: &&Registration| self.person(&place.person).is_some();
        let waiting = places.iter().filter(|place| place.is_waiting()).filter(is_here).count();
        let ordered = self.cycle.group;
        let fit = ordered.map(|ordered| ordered.fit(u32::try_from(registered).unwrap_or(u32::MAX)));
        Group { registered, waiting, capacity: session.capacity as usize, fit }
    }

    /// Gives somebody a place, or the next turn of the waiting list when the group is full.
    pub fn register(
        &self,
        session: &Session,
        person: &ProfessionalId,
        at_ms: i64,
    ) -> Result<(ChangeSet, Given), Refusal> {
        self.refusal(session, person).map_or(Ok(()), Err)?;
        give(session, person, self.group(session), self.turn(session, at_ms))
    }

    /// The moment that a place is asked for: after every other one, though the clock of this device be late.
    pub(super) fn turn(&self, session: &Session, at_ms: i64) -> i64 {
        let last = self.places(&session.id).iter().map(|place| place.asked_at).max();
        last.map_or(at_ms, |last| at_ms.max(last.saturating_add(1)))
    }

    /// Why somebody is given no place in a session.
    pub fn refusal(&self, session: &Session, person: &ProfessionalId) -> Option<Refusal> {
        self.refusal_leaving(session, person, None)
    }

    /// The same for somebody who gives up their place in another session.
    pub(super) fn refusal_leaving(
        &self,
        session: &Session,
        person: &ProfessionalId,
        leaving: Option<&SessionId>,
    ) -> Option<Refusal> {
        if session.is_cancelled() {
            return Some(Refusal::Cancelled);
        }
        if self.person(person).is_none_or(|person| person.restricted.is_some()) {
            return Some(Refusal::NotHere);
        }
        let holds = |place: &&Registration| !matches!(place.status, Status::Cancelled { .. });
        let stays = |place: &&Registration| leaving != Some(&place.session);
        for place in self.places_of(person).filter(holds).filter(stays) {
            if place.session == session.id {
                return Some(Refusal::AlreadyHere);
            }
            if self.session(&place.session).is_some_and(|other| self.keeps(other, person)) {
                return Some(Refusal::AlreadyIn(place.session.clone()));
            }
        }
        None
    }

    /// Whether a place in a session keeps somebody from another: to come, or trained there. Whoever missed the day may
    /// come to another one.
    fn keeps(&self, session: &Session, person: &ProfessionalId) -> bool {
        match session.status {
            SessionStatus::Cancelled { .. } => false,
            SessionStatus::Held => self.is_trained_in(session, person),
            SessionStatus::Planned | SessionStatus::Confirmed => true,
        }
    }

    /// Those who wait and would have a place now, at their turn.
    pub fn promotable(&self, session: &Session) -> Vec<&Registration> {
        if session.is_cancelled() || session.status == SessionStatus::Held {
            return Vec::new();
        }
        let waiting = self.places(&session.id).iter().filter(|place| place.is_waiting());
        let here = waiting.filter(|place| self.person(&place.person).is_some_and(|it| it.restricted.is_none()));
        here.take(self.group(session).free()).collect()
    }

    /// Gives their place to everybody whose turn has come.
    pub fn promote_all(&self, session: &Session) -> ChangeSet {
        let promoted = self.promotable(session).into_iter();
        let changes = promoted.flat_map(|place| registration::set_status(place, &Status::Registered).changes);
        ChangeSet { changes: changes.collect() }
    }
}

/// Gives somebody who may have one a place in a group, or its next turn.
pub(super) fn give(
    session: &Session,
    person: &ProfessionalId,
    group: Group,
    at_ms: i64,
) -> Result<(ChangeSet, Given), Refusal> {
    let given = group.next();
    let status = if given == Given::Seat { Status::Registered } else { Status::Waiting };
    let changes = registration::place(&session.id, person, &status, at_ms).map_err(|_| Refusal::Unnamed)?;
    Ok((changes, given))
}

#[cfg(test)]
#[path = "queue_tests.rs"]
mod tests;
