//! Who was there, half-day by half-day: on a screen it is a record, the signed sheet is the proof.

use super::hours::{Half, Hours};
use super::id::{ATTENDANCE_KIND, ProfessionalId, SESSION_FIELD, SessionId, TrainerId, joint, read};
use super::registration::subject;
use crate::records::{Change, ChangeSet, InvalidId, Key, Kind, Record, RecordId, SUBJECT_PREFIX, Tables, Undo};
use serde::{Deserialize, Serialize};

/// The field that says that it is a trainer's.
pub const TRAINER: &str = "trainer";

/// Whether somebody was there for half a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Presence {
    Present,
    /// There, but late or gone early, by so many minutes.
    Partial {
        late: u32,
        early: u32,
    },
    Absent,
}

/// What was noted of half a day, and from what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Noted {
    #[serde(flatten)]
    pub presence: Presence,
    pub from: Source,
}

/// What a presence was noted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// By the trainer, on a screen: a record.
    Screen,
    /// From the sheet that was signed: a proof.
    Sheet,
}

/// Who.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Attendee {
    Professional(ProfessionalId),
    Trainer(TrainerId),
}

impl Attendee {
    fn id(&self) -> &RecordId {
        match self {
            Self::Professional(id) => &id.0,
            Self::Trainer(id) => &id.0,
        }
    }
}

/// Somebody's presence on a day.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Attendance {
    pub session: SessionId,
    pub who: Attendee,
    pub morning: Option<Noted>,
    pub afternoon: Option<Noted>,
}

/// Where somebody's presence in a session lives.
pub fn key(session: &SessionId, who: &Attendee) -> Result<Key, InvalidId> {
    Ok(Key { kind: Kind::new(ATTENDANCE_KIND)?, id: joint(&session.0, who.id())? })
}

impl Attendance {
    /// Reads a record; none when it names no session or nobody.
    pub fn from_record(record: &Record) -> Option<Self> {
        let who = subject(record)?;
        let is_trainer = read(record, TRAINER).unwrap_or(false);
        Some(Self {
            session: read(record, SESSION_FIELD)?,
            who: if is_trainer { Attendee::Trainer(TrainerId(who.0)) } else { Attendee::Professional(who) },
            morning: read(record, Half::Morning.code()),
            afternoon: read(record, Half::Afternoon.code()),
        })
    }

    /// Everything that was noted.
    pub fn all(tables: &Tables) -> impl Iterator<Item = Self> {
        tables.live(ATTENDANCE_KIND).filter_map(|(_, record)| Self::from_record(record))
    }

    pub fn half(&self, half: Half) -> Option<Noted> {
        match half {
            Half::Morning => self.morning,
            Half::Afternoon => self.afternoon,
        }
    }

    /// Whether anything is noted: a presence that was taken back leaves a record that says none.
    pub fn is_noted(&self) -> bool {
        self.morning.is_some() || self.afternoon.is_some()
    }

    /// The minutes of training that somebody had.
    pub fn minutes(&self, hours: Hours) -> u32 {
        let each = hours.halves().filter_map(|(half, hours)| Some((hours, self.half(half)?.presence)));
        each.map(|(hours, presence)| presence.minutes(hours.minutes())).sum()
    }

    /// Whether they were there on every half of the day that has hours, even late.
    pub fn is_whole_day(&self, hours: Hours) -> bool {
        let mut halves = hours.halves().peekable();
        halves.peek().is_some()
            && halves.all(|(half, _)| self.half(half).is_some_and(|noted| noted.presence.is_there()))
    }
}

impl Presence {
    pub fn is_there(self) -> bool {
        self != Self::Absent
    }

    /// The minutes had of so many.
    pub fn minutes(self, whole: u32) -> u32 {
        match self {
            Self::Present => whole,
            Self::Partial { late, early } => whole.saturating_sub(late.saturating_add(early)),
            Self::Absent => 0,
        }
    }
}

/// How to take back what was noted, asked before it is stored: that half of the day alone. What else is written there says
/// whose presence it is, which the other half needs once it is noted too.
pub fn undo(changes: &ChangeSet, before: &Tables) -> Undo {
    let halves = Half::ALL.map(Half::code);
    let says_who = |change: &Change| {
        let Change::Set { key, field, .. } = change else { return false };
        key.kind.as_str() == ATTENDANCE_KIND && !halves.contains(&field.as_str())
    };
    let mut changes = changes.clone();
    changes.changes.retain(|change| !says_who(change));
    Undo::of(&changes, before)
}

/// Notes somebody's presence on half a day, or takes that back.
pub fn note(session: &SessionId, who: &Attendee, half: Half, noted: Option<&Noted>) -> Result<ChangeSet, InvalidId> {
    let key = key(session, who)?;
    let mut changes = ChangeSet::new();
    changes.write(&key, SESSION_FIELD, Some(session));
    changes.write(&key, &format!("{SUBJECT_PREFIX}{}", who.id()), Some(&true));
    if matches!(who, Attendee::Trainer(_)) {
        changes.write(&key, TRAINER, Some(&true));
    }
    changes.write(&key, half.code(), noted);
    Ok(changes)
}

#[cfg(test)]
mod tests {
    use super::super::fixture::Fixture;
    use super::*;

    #[test]
    fn taking_half_a_day_back_leaves_the_other_half() {
        let mut fixture = Fixture::new();
        let session = fixture.session("s", "2022-03-01");
        let person = fixture.person("a", None);
        fixture.register(&session, [&person]);
        let who = Attendee::of(&person);
        let noted = Noted { presence: Presence::Present, from: Source::Screen };
        let morning = note(&session, &who, Half::Morning, Some(&noted)).unwrap();
        let back = undo(&morning, &fixture.tables);
        fixture.commit(&morning);
        fixture.commit(&note(&session, &who, Half::Afternoon, Some(&noted)).unwrap());
        fixture.commit(&back.changes(&fixture.tables));
        let programme = fixture.programme();
        let read = programme.attendance(&session, &who).map(|one| (one.morning, one.afternoon));
        assert_eq!(read, Some((None, Some(noted))));
    }

    #[test]
    fn a_place_given_at_the_door_is_taken_back_whole() {
        let mut fixture = Fixture::new();
        let session = fixture.session("s", "2022-03-01");
        let person = fixture.person("a", None);
        let programme = fixture.programme();
        let given = programme.welcome(programme.session(&session).unwrap(), &person, 5).unwrap();
        let back = undo(&given, &fixture.tables);
        fixture.commit(&given);
        fixture.commit(&back.changes(&fixture.tables));
        assert!(fixture.programme().places(&session).is_empty());
    }
}
