//! A day of training: when, where, with whom, and where it stands.

use super::forms::SESSION;
use super::hours::{Half, Hours};
use super::id::{CYCLE_FIELD, CycleId, SESSION_KIND, SessionId, TrainerId, all, read, text};
use super::structure::StructureKind;
use crate::domain::commune::{InseeCode, Territory};
use crate::domain::curriculum::version::CurriculumId;
use crate::domain::fold::fold;
use crate::domain::form::Filled;
use crate::records::{ChangeSet, DELETED, FieldName, Kind, Record, RecordId, Tables};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Names of the fields. They are stored: never rename one.
pub mod field {
    pub const HELD_ON: &str = "held_on";
    pub const MORNING: &str = "morning";
    pub const AFTERNOON: &str = "afternoon";
    pub const PLACE: &str = "place";
    pub const ROOM: &str = "room";
    pub const ADDRESS: &str = "address";
    pub const COMMUNE: &str = "commune";
    pub const ACCESS: &str = "access";
    pub const EQUIPMENT: &str = "equipment";
    pub const TRAINERS: &str = "trainers";
    pub const CAPACITY: &str = "capacity";
    pub const CURRICULUM: &str = "curriculum";
    pub const MATERIALS: &str = "materials";
    pub const STATUS: &str = "status";
    pub const REPORT: &str = "report";
    /// Followed by a registration that was erased.
    pub const TALLY: &str = "tally/";
}

/// Whether a field is what is counted of somebody who was erased.
pub fn is_tally(kind: &Kind, name: &FieldName) -> bool {
    kind.as_str() == SESSION_KIND && name.as_str().starts_with(field::TALLY)
}

/// Where a session stands. A cancelled one says why.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Status {
    #[default]
    Planned,
    Confirmed,
    Held,
    Cancelled {
        reason: String,
    },
}

/// What the room has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Equipment {
    Sockets,
    Wifi,
    Projector,
    Accessible,
    Computers,
    Board,
}

impl Equipment {
    pub const ALL: [Self; 6] =
        [Self::Sockets, Self::Wifi, Self::Projector, Self::Accessible, Self::Computers, Self::Board];
    pub const CODES: [&'static str; 6] = ["sockets", "wifi", "projector", "accessible", "computers", "board"];
    /// What a day cannot do without.
    pub const NEEDED: [Self; 3] = [Self::Sockets, Self::Projector, Self::Accessible];
}

/// What is still counted of somebody who was erased: no name, and no way back to one.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Tally {
    pub kind: Option<StructureKind>,
    pub territory: Option<Territory>,
    pub is_registered: bool,
    /// They were there on both halves of the day.
    pub is_trained: bool,
    pub minutes: u32,
    /// The halves of the day that they attended, even in part; empty in those that an earlier version wrote.
    #[serde(default)]
    pub halves: BTreeSet<Half>,
}

impl Tally {
    /// Whether they are known to have attended half a day.
    pub fn was_there(&self, half: Half) -> bool {
        self.is_trained || self.halves.contains(&half)
    }
}

/// A session, as read.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Session {
    pub id: SessionId,
    pub cycle: Option<CycleId>,
    /// None: the day is still to find.
    pub held_on: Option<NaiveDate>,
    pub hours: Hours,
    pub place: String,
    pub room: String,
    pub address: String,
    pub commune: Option<InseeCode>,
    pub access: String,
    pub equipment: BTreeSet<Equipment>,
    pub trainers: Vec<TrainerId>,
    pub capacity: u32,
    /// The version of the curriculum that it follows.
    pub curriculum: Option<CurriculumId>,
    /// What to bring, a line each.
    pub materials: String,
    pub status: Status,
    /// What the trainer writes of the day.
    pub report: String,
    pub tallies: BTreeMap<RecordId, Tally>,
    /// How many writes made it: each change makes a later one, on whatever machine.
    pub revision: u32,
}

impl Session {
    /// How many come when nobody says.
    pub const USUAL_CAPACITY: u32 = 15;

    /// Reads a record. Total.
    pub fn from_record(id: &RecordId, record: &Record) -> Self {
        let tallies = record.family(field::TALLY);
        let tallies =
            tallies.filter_map(|(of, value)| Some((RecordId::new(of).ok()?, Tally::deserialize(value).ok()?)));
        Self {
            id: SessionId(id.clone()),
            cycle: read(record, CYCLE_FIELD),
            held_on: read(record, field::HELD_ON),
            hours: Hours { morning: read(record, field::MORNING), afternoon: read(record, field::AFTERNOON) },
            place: text(record, field::PLACE),
            room: text(record, field::ROOM),
            address: text(record, field::ADDRESS),
            commune: read(record, field::COMMUNE),
            access: text(record, field::ACCESS),
            equipment: read(record, field::EQUIPMENT).unwrap_or_default(),
            trainers: read(record, field::TRAINERS).unwrap_or_default(),
            capacity: read(record, field::CAPACITY).unwrap_or(Self::USUAL_CAPACITY),
            curriculum: read(record, field::CURRICULUM),
            materials: text(record, field::MATERIALS),
            status: read(record, field::STATUS).unwrap_or_default(),
            report: text(record, field::REPORT),
            tallies: tallies.collect(),
            revision: revision(record),
        }
    }

    /// The sessions of a cycle, by day; those without one last.
    pub fn of_cycle(tables: &Tables, cycle: &CycleId) -> Vec<Self> {
        let mut sessions = all(tables, SESSION_KIND, Self::from_record);
        sessions.retain(|session| session.cycle.as_ref() == Some(cycle));
        sessions.sort_by(|one, other| one.order().cmp(&other.order()));
        sessions
    }

    fn order(&self) -> (bool, Option<NaiveDate>, Option<chrono::NaiveTime>, &str) {
        let begins = self.hours.span().map(|(from, _)| from);
        (self.held_on.is_none(), self.held_on, begins, self.id.as_str())
    }

    pub fn is_cancelled(&self) -> bool {
        matches!(self.status, Status::Cancelled { .. })
    }

    /// On that day, its own was there; true when its day is not known.
    pub fn has_come_by(&self, on: NaiveDate) -> bool {
        self.held_on.is_none_or(|day| day <= on)
    }

    /// Somebody said that it was held, and on that day it could have been.
    pub fn is_held_by(&self, on: NaiveDate) -> bool {
        self.status == Status::Held && self.has_come_by(on)
    }

    /// Its day is past, and it was not cancelled.
    pub fn is_past(&self, today: NaiveDate) -> bool {
        !self.is_cancelled() && self.held_on.is_some_and(|on| on < today)
    }
}

/// The hours that are being typed in the form of a session; none while a half-day is not whole.
pub fn typed_hours(filled: &Filled) -> Option<Hours> {
    let half = |field| SESSION.typed(filled, field).ok();
    Some(Hours { morning: half(field::MORNING)?, afternoon: half(field::AFTERNOON)? })
}

fn revision(record: &Record) -> u32 {
    let writes = record.seen.iter().fold(0_u64, |writes, (_, seen)| writes.saturating_add(seen.seq));
    u32::try_from(writes).unwrap_or(u32::MAX)
}

/// Two sessions at the same time that share what cannot be shared.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Clash {
    pub one: SessionId,
    pub other: SessionId,
    pub over: Shared,
}

/// What two sessions share.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shared {
    Trainer(TrainerId),
    /// The same room, or the same place when neither says which room.
    Room,
}

/// Every clash, in the order of the sessions. A cancelled session clashes with none.
pub fn clashes(sessions: &[Arc<Session>]) -> Vec<Clash> {
    let mut by_day: BTreeMap<NaiveDate, Vec<&Session>> = BTreeMap::new();
    for session in sessions.iter().filter(|session| !session.is_cancelled()) {
        if let Some(on) = session.held_on {
            by_day.entry(on).or_default().push(session);
        }
    }
    let mut found = Vec::new();
    for sessions in by_day.values() {
        for (nth, one) in sessions.iter().enumerate() {
            for other in sessions.iter().skip(nth + 1).filter(|other| one.hours.overlaps(other.hours)) {
                let clash = |over| Clash { one: one.id.clone(), other: other.id.clone(), over };
                let trainers = one.trainers.iter().filter(|trainer| other.trainers.contains(trainer));
                found.extend(trainers.cloned().map(Shared::Trainer).map(clash));
                found.extend(same_room(one, other).then(|| clash(Shared::Room)));
            }
        }
    }
    found
}

fn same_room(one: &Session, other: &Session) -> bool {
    let (place, room) = (fold(&one.place), fold(&one.room));
    !place.is_empty() && place == fold(&other.place) && room == fold(&other.room)
}

/// Where a session stands from now on.
pub fn set_status(id: &SessionId, status: &Status) -> ChangeSet {
    id.key().map_or_else(|_| ChangeSet::new(), |key| ChangeSet::one(&key, field::STATUS, Some(status)))
}

/// Says whether somebody made sure that the room has something, besides what it is known to have.
pub fn check(id: &SessionId, known: &BTreeSet<Equipment>, one: Equipment, is_there: bool) -> ChangeSet {
    let mut here = known.clone();
    if is_there {
        here.insert(one);
    } else {
        here.remove(&one);
    }
    // As the form stores it: nothing rather than an empty list.
    let value = (!here.is_empty()).then_some(&here);
    id.key().map_or_else(|_| ChangeSet::new(), |key| ChangeSet::one(&key, field::EQUIPMENT, value))
}

/// Takes it away; it may be put back.
pub fn delete(id: &SessionId) -> ChangeSet {
    id.key().map_or_else(|_| ChangeSet::new(), |key| ChangeSet::one(&key, DELETED, Some(&true)))
}

/// The field that holds the hours of a half.
pub fn half_field(half: Half) -> &'static str {
    match half {
        Half::Morning => field::MORNING,
        Half::Afternoon => field::AFTERNOON,
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::Fixture;
    use super::*;

    #[test]
    fn what_the_room_has_is_checked_one_by_one() {
        let mut fixture = Fixture::new();
        let id = fixture.session_with("s", &[("equipment", "wifi")]);
        let here = |fixture: &Fixture| fixture.programme().session(&id).unwrap().equipment.clone();
        let say = |fixture: &mut Fixture, one, is_there| {
            let changes = check(&id, &here(fixture), one, is_there);
            fixture.commit(&changes);
        };
        say(&mut fixture, Equipment::Sockets, true);
        assert_eq!(here(&fixture), [Equipment::Sockets, Equipment::Wifi].into());
        say(&mut fixture, Equipment::Wifi, false);
        say(&mut fixture, Equipment::Sockets, false);
        assert_eq!(here(&fixture), BTreeSet::new());
        let record = fixture.tables.get(&id.key().unwrap()).unwrap();
        assert_eq!(record.value(field::EQUIPMENT), None, "as the form stores it");
    }
}
