//! A whole cycle, read at once: what every screen, document and figure of the programme is computed from.

use super::attendance::{Attendance, Attendee};
use super::cycle::Cycle;
use super::eligibility::Eligibility;
use super::id::{CycleId, PROFESSIONAL_KIND, ProfessionalId, SessionId, StructureId, TrainerId};
use super::log::Log;
use super::person::{Professional, Trainer};
use super::provider::Provider;
use super::registration::Registration;
use super::session::Session;
use super::structure::{Structure, StructureKind};
use crate::records::Tables;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A cycle with all that belongs to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Programme {
    pub cycle: Cycle,
    /// By day; those without one last.
    pub sessions: Vec<Arc<Session>>,
    /// Everybody who is known here, of this cycle or not, in the order of names. Those whose use is restricted are apart.
    pub people: Vec<Arc<Professional>>,
    pub restricted: Vec<Arc<Professional>>,
    pub structures: Vec<Arc<Structure>>,
    pub trainers: Vec<Arc<Trainer>>,
    pub provider: Provider,
    pub log: Log,
    /// The places of each session of the cycle, in the order they were asked for. Whoever was taken out of the lists holds
    /// none, but where they sat: they are counted there, without a name.
    registrations: BTreeMap<SessionId, Vec<Registration>>,
    attendance: BTreeMap<(SessionId, Attendee), Attendance>,
    /// Where each person's places are: the rank of the session, and of the place in it.
    by_holder: BTreeMap<ProfessionalId, Vec<(usize, usize)>>,
    by_person: BTreeMap<ProfessionalId, Arc<Professional>>,
    /// Those who were taken out of the lists.
    removed: BTreeMap<ProfessionalId, Arc<Professional>>,
    by_structure: BTreeMap<StructureId, Arc<Structure>>,
}

impl Programme {
    /// Reads the cycle; none when it is not here.
    pub fn read(tables: &Tables, id: &CycleId) -> Option<Self> {
        let cycle = Cycle::all(tables).into_iter().find(|cycle| cycle.id == *id)?;
        let sessions: Vec<_> = Session::of_cycle(tables, id).into_iter().map(Arc::new).collect();
        let everybody: Vec<_> = Professional::all(tables).into_iter().map(Arc::new).collect();
        let structures: Vec<_> = Structure::all(tables).into_iter().map(Arc::new).collect();
        let by_person: BTreeMap<_, _> =
            everybody.iter().map(|person| (person.id.clone(), Arc::clone(person))).collect();
        let removed = tables.removed(PROFESSIONAL_KIND).map(|(id, record)| Professional::from_record(id, record));
        let removed = removed.map(|person| (person.id.clone(), Arc::new(person))).collect();
        let by_structure = structures.iter().map(|one| (one.id.clone(), Arc::clone(one))).collect();
        let (restricted, people) = everybody.into_iter().partition(|person| person.restricted.is_some());
        let mut registrations: BTreeMap<_, Vec<Registration>> =
            sessions.iter().map(|session| (session.id.clone(), Vec::new())).collect();
        for registration in Registration::all(tables) {
            if let Some(places) = registrations.get_mut(&registration.session) {
                places.push(registration);
            }
        }
        let attendance = Attendance::all(tables).filter(|one| registrations.contains_key(&one.session));
        let attendance: BTreeMap<_, _> = attendance.map(|one| ((one.session.clone(), one.who.clone()), one)).collect();
        for session in &sessions {
            let noted = |place: &Registration| attendance.get(&(session.id.clone(), Attendee::of(&place.person)));
            let places = registrations.entry(session.id.clone()).or_default();
            places.retain(|place| by_person.contains_key(&place.person) || place.was_used(session, noted(place)));
            places.sort_by(|one, other| (one.asked_at, &one.id).cmp(&(other.asked_at, &other.id)));
        }
        let mut by_holder: BTreeMap<ProfessionalId, Vec<(usize, usize)>> = BTreeMap::new();
        for (rank, session) in sessions.iter().enumerate() {
            for (nth, place) in registrations.get(&session.id).into_iter().flatten().enumerate() {
                by_holder.entry(place.person.clone()).or_default().push((rank, nth));
            }
        }
        Some(Self {
            cycle,
            attendance,
            sessions,
            people,
            restricted,
            structures,
            trainers: Trainer::all(tables).into_iter().map(Arc::new).collect(),
            provider: Provider::of(tables),
            log: Log::of_cycle(tables, id),
            registrations,
            by_holder,
            by_person,
            removed,
            by_structure,
        })
    }

    pub fn session(&self, id: &SessionId) -> Option<&Arc<Session>> {
        self.sessions.iter().find(|session| session.id == *id)
    }

    /// The number of a session in its cycle, from 1.
    pub fn number(&self, id: &SessionId) -> usize {
        self.sessions.iter().position(|session| session.id == *id).map_or(0, |place| place + 1)
    }

    /// Somebody in the lists, whether or not their use is restricted.
    pub fn person(&self, id: &ProfessionalId) -> Option<&Arc<Professional>> {
        self.by_person.get(id)
    }

    /// Somebody who is counted, and named only when they are in the lists.
    pub fn counted(&self, id: &ProfessionalId) -> Option<&Arc<Professional>> {
        self.person(id).or_else(|| self.removed.get(id))
    }

    pub fn trainer(&self, id: &TrainerId) -> Option<&Arc<Trainer>> {
        self.trainers.iter().find(|trainer| trainer.id == *id)
    }

    pub fn structure(&self, id: &StructureId) -> Option<&Arc<Structure>> {
        self.by_structure.get(id)
    }

    /// Where somebody works.
    pub fn structure_of(&self, person: &Professional) -> Option<&Arc<Structure>> {
        self.structure(person.structure.as_ref()?)
    }

    pub fn kind_of(&self, person: &Professional) -> Option<StructureKind> {
        self.structure_of(person)?.kind
    }

    pub fn eligibility(&self, person: &Professional) -> Eligibility {
        Eligibility::of(person, self.structure_of(person).map(Arc::as_ref), &self.cycle)
    }

    /// Every place of a session, in the order they were asked for, cancelled ones included.
    pub fn places(&self, session: &SessionId) -> &[Registration] {
        self.registrations.get(session).map_or(&[], Vec::as_slice)
    }

    /// Those who have a place in a session, in the order of names; but those whose use is restricted.
    pub fn registered(&self, session: &SessionId) -> Vec<&Arc<Professional>> {
        let places = self.places(session).iter().filter(|place| place.is_registered());
        let mut people: Vec<_> = places.filter_map(|place| self.person(&place.person)).collect();
        people.retain(|person| person.restricted.is_none());
        people.sort_by_cached_key(|person| person.order());
        people
    }

    /// The places that somebody has or had in the cycle, by day.
    pub fn places_of(&self, person: &ProfessionalId) -> impl Iterator<Item = &Registration> {
        let places = self.by_holder.get(person).into_iter().flatten();
        places.filter_map(|(rank, nth)| self.places(&self.sessions.get(*rank)?.id).get(*nth))
    }

    /// What was noted of somebody's presence.
    pub fn attendance(&self, session: &SessionId, who: &Attendee) -> Option<&Attendance> {
        self.attendance.get(&(session.clone(), who.clone()))
    }

    /// The minutes of training somebody had in a session.
    pub fn minutes(&self, session: &Session, person: &ProfessionalId) -> u32 {
        self.minutes_of(session, &Attendee::Professional(person.clone()))
    }

    /// Whether somebody was there all day, even late.
    pub fn is_trained_in(&self, session: &Session, person: &ProfessionalId) -> bool {
        let noted = self.attendance(&session.id, &Attendee::Professional(person.clone()));
        !session.is_cancelled() && noted.is_some_and(|noted| noted.is_whole_day(session.hours))
    }

    /// How many of each structure's people have a place in the cycle, once each though they came to several sessions.
    pub fn taken_by_structure(&self) -> BTreeMap<StructureId, usize> {
        let mut taken = BTreeMap::new();
        let seated = |person: &&ProfessionalId| self.places_of(person).any(Registration::is_registered);
        for person in self.by_holder.keys().filter(seated) {
            if let Some(structure) = self.person(person).and_then(|person| person.structure.clone()) {
                *taken.entry(structure).or_default() += 1;
            }
        }
        taken
    }
}
