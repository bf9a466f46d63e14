//! The gauge: what is done against what was ordered, on a given day.

use super::cycle::{Fit, Range, Window};
use super::id::SessionId;
use super::registration::Registration;
use super::session::Session;
use super::structure::StructureKind;
use super::whole::Programme;
use crate::domain::commune::{Communes, Territory};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// A number against what was ordered; none: nothing was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Measure {
    pub done: u32,
    /// Done, and to come if nothing changes.
    pub expected: u32,
    pub target: Option<Range>,
}

impl Measure {
    /// Where it stands today, and where it is going.
    pub fn fit(self) -> Option<(Fit, Fit)> {
        self.target.map(|target| (target.fit(self.done), target.fit(self.expected)))
    }
}

/// One group.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct GroupLine {
    pub session: SessionId,
    pub held_on: Option<NaiveDate>,
    /// Somebody said so, and its day had come.
    pub is_held: bool,
    pub registered: u32,
    pub waiting: u32,
    /// There all day, once the session was held.
    pub trained: u32,
    pub minutes: u32,
    pub fit: Option<Fit>,
}

/// People of one sort.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Share {
    pub trained: u32,
    pub registered: u32,
}

/// The whole gauge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gauge {
    pub on: NaiveDate,
    /// Held, and not cancelled.
    pub sessions: Measure,
    pub cancelled: u32,
    /// People trained: there on both halves of a day that was held. Expected: with those who have a place to come.
    pub people: Measure,
    /// People who wait for a place and have none.
    pub waiting: u32,
    /// Minutes of training had by everybody.
    pub person_minutes: u64,
    /// Minutes of training held, session after session.
    pub held_minutes: u32,
    /// Sessions not cancelled, by day.
    pub groups: Vec<GroupLine>,
    /// Every kind of structure that was ordered, then the others when there are any; none: not said.
    pub kinds: Vec<(Option<StructureKind>, Share)>,
    /// Every territory, then those who work elsewhere or nobody knows where.
    pub territories: Vec<(Option<Territory>, Share)>,
    pub window: Option<Window>,
}

/// A person counted once, whatever sessions they were in.
struct Counted {
    kind: Option<StructureKind>,
    territory: Option<Territory>,
    is_trained: bool,
    is_registered: bool,
}

impl Gauge {
    /// The gauge of a cycle on a day. A session counts as held when somebody said so and its day had come: those of later
    /// days are still to come, and whoever was trained there only had a place. Places are those that are known now.
    pub fn of(programme: &Programme, communes: &Communes, on: NaiveDate) -> Self {
        let live: Vec<_> = programme.sessions.iter().filter(|session| !session.is_cancelled()).collect();
        let held: Vec<_> = live.iter().filter(|session| session.is_held_by(on)).collect();
        let come = || live.iter().filter(|session| session.has_come_by(on));
        let counted = counted(programme, communes, on);
        let trained = counted.iter().filter(|one| one.is_trained).count();
        let expected = counted.iter().filter(|one| one.is_trained || one.is_registered).count();
        let cycle = &programme.cycle;
        Self {
            on,
            sessions: Measure { done: small(held.len()), expected: small(live.len()), target: cycle.sessions },
            cancelled: small(programme.sessions.len() - live.len()),
            people: Measure { done: small(trained), expected: small(expected), target: cycle.people },
            waiting: waiting(programme, on),
            person_minutes: come().map(|session| person_minutes(programme, session)).sum(),
            held_minutes: held.iter().map(|session| session.hours.minutes()).sum(),
            groups: live.iter().map(|session| group(programme, session, on)).collect(),
            kinds: kinds(&counted),
            territories: territories(&counted, communes),
            window: cycle.window,
        }
    }

    /// The people counted, whichever way: trained or expected.
    pub fn share_of_expected(&self, share: Share) -> f64 {
        let whole = self.people.expected.max(1);
        f64::from(share.trained + share.registered) / f64::from(whole)
    }
}

fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn group(programme: &Programme, session: &Session, on: NaiveDate) -> GroupLine {
    let group = programme.group(session);
    let has_come = session.has_come_by(on);
    let is_trained = |place: &&Registration| has_come && programme.is_trained_in(session, &place.person);
    let trained = programme.places(&session.id).iter().filter(is_trained);
    let gone = session.tallies.values().filter(|tally| has_come && tally.is_trained);
    GroupLine {
        session: session.id.clone(),
        held_on: session.held_on,
        is_held: session.is_held_by(on),
        registered: small(group.registered),
        waiting: small(group.waiting),
        trained: small(trained.count() + gone.count()),
        minutes: session.hours.minutes(),
        fit: group.fit,
    }
}

fn person_minutes(programme: &Programme, session: &Session) -> u64 {
    let here = programme.places(&session.id).iter().map(|place| programme.minutes(session, &place.person));
    let gone = session.tallies.values().map(|tally| tally.minutes);
    here.chain(gone).map(u64::from).sum()
}

/// Each person who has a place or was trained, once, whether or not they are in the lists. Those who were erased are
/// counted place by place.
fn counted(programme: &Programme, communes: &Communes, on: NaiveDate) -> Vec<Counted> {
    let mut people: BTreeMap<_, Counted> = BTreeMap::new();
    let mut gone = Vec::new();
    for session in programme.sessions.iter().filter(|session| !session.is_cancelled()) {
        let (has_come, is_held) = (session.has_come_by(on), session.is_held_by(on));
        for place in programme.places(&session.id) {
            let is_trained = has_come && programme.is_trained_in(session, &place.person);
            // Whoever missed a day that was held has no place to come in it.
            let is_registered = place.is_registered() && !is_held;
            if !is_trained && !is_registered {
                continue;
            }
            let person = programme.counted(&place.person);
            let commune = || communes.by_code(person?.commune.as_ref()?);
            let entry = people.entry(&place.person).or_insert_with(|| Counted {
                kind: person.and_then(|person| programme.kind_of(person)),
                territory: commune().map(|commune| commune.territory.clone()),
                is_trained: false,
                is_registered: false,
            });
            entry.is_trained |= is_trained;
            entry.is_registered |= is_registered;
        }
        let tallies = session.tallies.values().map(|tally| Counted {
            kind: tally.kind,
            territory: tally.territory.clone(),
            is_trained: tally.is_trained && has_come,
            is_registered: tally.is_registered && !is_held,
        });
        gone.extend(tallies.filter(|one| one.is_trained || one.is_registered));
    }
    people.into_values().chain(gone).collect()
}

fn waiting(programme: &Programme, on: NaiveDate) -> u32 {
    let live = programme.sessions.iter().filter(|session| !session.is_cancelled() && !session.is_held_by(on));
    let places: Vec<_> = live.flat_map(|session| programme.places(&session.id)).collect();
    let seated: BTreeSet<_> = places.iter().filter(|place| place.is_registered()).map(|place| &place.person).collect();
    let waiting = places.iter().filter(|place| place.is_waiting()).map(|place| &place.person);
    let waiting: BTreeSet<_> = waiting.filter(|person| !seated.contains(person)).collect();
    small(waiting.len())
}

fn add(share: &mut Share, one: &Counted) {
    match one.is_trained {
        true => share.trained += 1,
        false => share.registered += 1,
    }
}

fn kinds(counted: &[Counted]) -> Vec<(Option<StructureKind>, Share)> {
    let mut shares: BTreeMap<Option<StructureKind>, Share> = BTreeMap::new();
    counted.iter().for_each(|one| add(shares.entry(one.kind).or_default(), one));
    let ordered = StructureKind::ORDERED.map(Some).into_iter();
    let others = [Some(StructureKind::Other), None].into_iter().filter(|kind| shares.contains_key(kind));
    ordered.chain(others).map(|kind| (kind, shares.get(&kind).copied().unwrap_or_default())).collect()
}

fn territories(counted: &[Counted], communes: &Communes) -> Vec<(Option<Territory>, Share)> {
    let mut shares: BTreeMap<Option<&Territory>, Share> = BTreeMap::new();
    for one in counted {
        add(shares.entry(one.territory.as_ref()).or_default(), one);
    }
    let known = communes.territories().into_iter().map(Some);
    let others = shares.keys().filter(|name| name.is_none_or(|name| !communes.territories().contains(name))).copied();
    let all: Vec<_> = known.chain(others).collect();
    all.into_iter().map(|name| (name.cloned(), shares.get(&name).copied().unwrap_or_default())).collect()
}

#[cfg(test)]
#[path = "gauge_tests.rs"]
mod tests;
