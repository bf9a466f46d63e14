//! Acts on several places at once: giving them, moving one to another session, and what a group is made of.

use super::erasure::noted;
use super::id::{ProfessionalId, REGISTRATION_KIND, SessionId};
use super::queue::{Given, Refusal, give};
use super::registration::{self, Registration, Status, Why};
use super::session::{Session, Status as SessionStatus};
use super::structure::StructureKind;
use super::whole::Programme;
use crate::domain::commune::{Communes, Territory};
use crate::domain::fold::fold;
use crate::records::{Change, ChangeSet, Tables, Undo};
use std::collections::{BTreeMap, BTreeSet};

/// What came of asking for several places.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Enrolled {
    pub changes: ChangeSet,
    pub given: Vec<(ProfessionalId, Given)>,
    pub refused: Vec<(ProfessionalId, Refusal)>,
}

/// What taking places back gives.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TakenBack {
    pub changes: ChangeSet,
    /// Those whose place stays as it is: their presence is noted.
    pub kept: BTreeSet<ProfessionalId>,
}

/// Takes back what was done to places, but for those whose presence is noted: nobody was there without a place.
pub fn take_back(now: &Tables, undo: &Undo) -> TakenBack {
    let mut changes = undo.changes(now);
    let place = |change: &Change| {
        let record = now.get(change.key()).filter(|_| change.key().kind.as_str() == REGISTRATION_KIND)?;
        Registration::from_record(&change.key().id, record)
    };
    let was_there = |place: &Registration| noted(now, place).is_some_and(|noted| noted.is_noted());
    let kept: BTreeSet<_> =
        changes.changes.iter().filter_map(place).filter(was_there).map(|place| place.person).collect();
    // Whole: the place that somebody moved from does not come back beside the one they took.
    changes.changes.retain(|change| place(change).is_none_or(|place| !kept.contains(&place.person)));
    TakenBack { changes, kept }
}

/// Somebody who may be given a place.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Candidate {
    pub person: ProfessionalId,
    /// Why they are given none.
    pub refusal: Option<Refusal>,
}

/// What a group is made of: how many of each kind of structure and of each territory; none: not said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Balance {
    pub kinds: BTreeMap<Option<StructureKind>, usize>,
    pub territories: BTreeMap<Option<Territory>, usize>,
}

impl Programme {
    /// Gives people a place in this order, each at their turn.
    pub fn register_all(&self, session: &Session, people: &[ProfessionalId], at_ms: i64) -> Enrolled {
        let (mut group, first) = (self.group(session), self.turn(session, at_ms));
        let mut enrolled = Enrolled::default();
        for (nth, person) in people.iter().enumerate() {
            // One after the other in the waiting list, though asked at the same moment.
            let asked_at = first.saturating_add(i64::try_from(nth).unwrap_or_default());
            let refusal = self.refusal(session, person);
            match refusal.map_or_else(|| give(session, person, group, asked_at), Err) {
                Err(refusal) => enrolled.refused.push((person.clone(), refusal)),
                Ok((changes, given)) => {
                    match given {
                        Given::Seat => group.registered += 1,
                        Given::Turn(_) => group.waiting += 1,
                    }
                    enrolled.changes.changes.extend(changes.changes);
                    enrolled.given.push((person.clone(), given));
                }
            }
        }
        enrolled
    }

    /// Gives somebody's place up, and asks for one in another session.
    pub fn move_to(&self, place: &Registration, to: &Session, at_ms: i64) -> Result<(ChangeSet, Given), Refusal> {
        self.refusal_leaving(to, &place.person, Some(&place.session)).map_or(Ok(()), Err)?;
        let (taken, given) = give(to, &place.person, self.group(to), self.turn(to, at_ms))?;
        let left = Status::Cancelled { why: Why::Moved, note: String::new() };
        let mut changes = registration::set_status(place, &left);
        changes.changes.extend(taken.changes);
        Ok((changes, given))
    }

    /// The other sessions of the cycle that somebody may still come to, by day.
    pub fn others_to_come<'a>(&'a self, session: &'a SessionId) -> impl Iterator<Item = &'a Session> {
        let is_open = |one: &&Session| matches!(one.status, SessionStatus::Planned | SessionStatus::Confirmed);
        self.sessions.iter().map(|one| one.as_ref()).filter(move |one| one.id != *session).filter(is_open)
    }

    /// Those who are found by what is typed, by the words of their names and of their structure, and have no place here:
    /// those who may be given one first, in the order of names.
    pub fn candidates(&self, session: &Session, typed: &str) -> Vec<Candidate> {
        let typed = fold(typed);
        let words: Vec<&str> = typed.split_whitespace().collect();
        let mut found: Vec<Candidate> = Vec::new();
        for person in &self.people {
            let structure = self.structure_of(person).map_or("", |structure| structure.name.as_str());
            let text = fold(&format!("{} {} {structure}", person.family_name, person.given_name));
            let is_found = words.iter().all(|word| text.split(' ').any(|one| one.starts_with(word)));
            let refusal = if is_found { self.refusal(session, &person.id) } else { continue };
            if refusal != Some(Refusal::AlreadyHere) {
                found.push(Candidate { person: person.id.clone(), refusal });
            }
        }
        found.sort_by_key(|candidate| candidate.refusal.is_some());
        found
    }

    /// What a group is made of, those who have a place.
    pub fn balance(&self, session: &Session, communes: &Communes) -> Balance {
        let mut balance = Balance::default();
        for person in self.registered(&session.id) {
            let commune = person.commune.as_ref().and_then(|code| communes.by_code(code));
            *balance.kinds.entry(self.kind_of(person)).or_default() += 1;
            *balance.territories.entry(commune.map(|commune| commune.territory.clone())).or_default() += 1;
        }
        balance
    }
}

#[cfg(test)]
#[path = "enrol_tests.rs"]
mod tests;
