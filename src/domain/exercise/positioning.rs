//! How a participant positions themselves, on the device where they do: stored at each choice, handed in like a case.

use super::code::ExerciseCode;
use super::handing_in::{self, NothingToHandIn};
use super::seat::Seat;
use super::work::{Grade, Handed, Moment, Positioning, Work};
use crate::domain::aside::parse;
use crate::domain::curriculum::objective::ObjectiveId;
use crate::records::{ChangeSet, InvalidId, Key, Kind, Record, RecordId, Tables};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The kind of the records that hold them.
pub const POSITIONING_KIND: &str = "positioning";

/// Names of the fields. They are stored: never rename one.
pub mod field {
    /// The exercise, the seat and the moment.
    pub const PLACE: &str = "place";
    /// Followed by an objective.
    pub const LEVEL: &str = "level/";
}

/// Where the record of one lives.
pub fn key(id: &RecordId) -> Result<Key, InvalidId> {
    Ok(Key { kind: Kind::new(POSITIONING_KIND)?, id: id.clone() })
}

/// Who positions themselves, and when: a drawn number, never a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    pub exercise: ExerciseCode,
    pub seat: Seat,
    pub moment: Moment,
}

/// A positioning begun on this device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Positioned {
    pub key: Key,
    pub place: Place,
    /// Objectives that were left out have no level.
    pub levels: BTreeMap<ObjectiveId, Grade>,
}

/// How far a positioning has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stand {
    ToBegin,
    /// Begun, and nothing is chosen any more.
    Empty,
    /// Everything was taken back since it was handed in.
    Emptied,
    Begun {
        objectives: usize,
    },
    HandedIn,
    /// Changed since it was handed in.
    Changed,
}

impl Positioned {
    /// Reads a record; none when it does not say who positions themselves.
    pub fn from_record(key: &Key, record: &Record) -> Option<Self> {
        let place = place(record)?;
        let level = |(id, value)| Some((ObjectiveId::new(id).ok()?, Grade::deserialize(value).ok()?));
        let levels = record.family(field::LEVEL).filter_map(level).collect();
        Some(Self { key: key.clone(), place, levels })
    }

    /// Everything begun on this device.
    pub fn all(tables: &Tables) -> impl Iterator<Item = Self> {
        tables.live(POSITIONING_KIND).filter_map(|(id, record)| Self::from_record(&key(id).ok()?, record))
    }

    /// The positioning of a place, begun on this device.
    pub fn find(tables: &Tables, place: &Place) -> Option<Self> {
        Self::all(tables).find(|one| one.place == *place)
    }

    /// The latest edition of what was handed in, when something was.
    pub fn handed_in(&self, tables: &Tables) -> Option<Work> {
        handing_in::latest(tables, &self.key.id)
    }

    /// What it would hand in now, or why nothing would be.
    pub fn to_hand_in(&self, tables: &Tables) -> Result<Work, NothingToHandIn> {
        if self.levels.is_empty() {
            return Err(NothingToHandIn::Empty);
        }
        let Place { exercise, seat, moment } = self.place;
        let answers = Handed::Positioning(Positioning { moment, levels: self.levels.clone() });
        handing_in::next(tables, &self.key.id, (exercise, seat), answers)
    }

    /// How far it has come.
    pub fn stand(&self, tables: &Tables) -> Stand {
        match self.to_hand_in(tables) {
            Err(NothingToHandIn::Same) => Stand::HandedIn,
            Err(NothingToHandIn::Empty | NothingToHandIn::Unwritable) => match self.handed_in(tables) {
                None => Stand::Empty,
                Some(_) => Stand::Emptied,
            },
            Ok(work) if work.edition > 1 => Stand::Changed,
            Ok(_) => Stand::Begun { objectives: self.levels.len() },
        }
    }
}

/// Who positions themselves and when, as a record says it.
pub fn place(record: &Record) -> Option<Place> {
    parse(record.value(field::PLACE)?).ok()
}

/// Says how far one is from an objective, or takes it back. The first choice begins the positioning.
pub fn choose(key: &Key, place: &Place, objective: &ObjectiveId, grade: Option<Grade>) -> ChangeSet {
    let mut changes = ChangeSet::one(key, field::PLACE, Some(place));
    changes.write(key, &format!("{}{objective}", field::LEVEL), grade.as_ref());
    changes
}

/// Hands it in, under its own identity.
pub fn hand_in(one: &Positioned, tables: &Tables) -> Result<ChangeSet, NothingToHandIn> {
    handing_in::hand_in(tables, &one.key.id, &one.to_hand_in(tables)?)
}

#[cfg(test)]
mod tests {
    use super::super::code::Manner;
    use super::super::hand_in::{Collected, HandIn};
    use super::super::work::Asked;
    use super::*;
    use crate::domain::interview::questionnaire::Length;
    use crate::records::{Author, DeviceId, ReplicaId};
    use serde_json::json;

    fn store(tables: &mut Tables, changes: &ChangeSet) {
        let author = Author { replica: ReplicaId::new("r1").unwrap(), device: DeviceId::unnamed(), at_ms: 1 };
        changes.apply(&tables.clone(), &author).into_iter().for_each(|(key, record)| tables.put(key, record));
    }

    fn place(number: u8, moment: Moment) -> Place {
        let exercise = ExerciseCode::new(&[].into(), Length::Short, Manner::Alone, 3);
        Place { exercise, seat: Seat::new(number).unwrap(), moment }
    }

    fn of(id: &str) -> Key {
        key(&RecordId::new(id).unwrap()).unwrap()
    }

    fn says(tables: &mut Tables, id: &str, place: &Place, objective: &str, grade: Option<Grade>) -> Positioned {
        let changes = choose(&of(id), place, &ObjectiveId::new(objective).unwrap(), grade);
        store(tables, &changes);
        Positioned::find(tables, place).unwrap()
    }

    fn hands_in(tables: &mut Tables, one: &Positioned) -> Option<NothingToHandIn> {
        match hand_in(one, tables) {
            Ok(changes) => {
                store(tables, &changes);
                None
            }
            Err(why) => Some(why),
        }
    }

    #[test]
    fn it_is_handed_in_once_and_a_later_one_takes_its_place() {
        let mut tables = Tables::default();
        let morning = place(7, Moment::Before);
        assert_eq!(Positioned::find(&tables, &morning), None);
        let one = says(&mut tables, "p", &morning, "pix", Some(Grade::Discovers));
        assert_eq!(one.stand(&tables), Stand::Begun { objectives: 1 });
        assert_eq!(hands_in(&mut tables, &one), None);
        assert_eq!(one.stand(&tables), Stand::HandedIn);
        assert_eq!(hands_in(&mut tables, &one), Some(NothingToHandIn::Same));
        let again = says(&mut tables, "p", &morning, "aidants-connect", Some(Grade::Uses));
        assert_eq!((again.levels.len(), again.stand(&tables)), (2, Stand::Changed));
        assert_eq!(hands_in(&mut tables, &again), None);
        let collected = Collected::of(HandIn::all(&tables, morning.exercise));
        let counted = collected.counted(&Asked::Positioning(Moment::Before));
        assert_eq!(counted.iter().map(|one| one.work.edition).collect::<Vec<_>>(), [2]);
        assert!(collected.to_settle.is_empty());
    }

    #[test]
    fn what_is_taken_back_is_no_level() {
        let mut tables = Tables::default();
        let morning = place(7, Moment::Before);
        says(&mut tables, "p", &morning, "pix", Some(Grade::Discovers));
        let none = says(&mut tables, "p", &morning, "pix", None);
        assert!(none.levels.is_empty());
        assert_eq!((none.stand(&tables), hands_in(&mut tables, &none)), (Stand::Empty, Some(NothingToHandIn::Empty)));
        let one = says(&mut tables, "p", &morning, "pix", Some(Grade::Knows));
        hands_in(&mut tables, &one);
        assert_eq!(says(&mut tables, "p", &morning, "pix", None).stand(&tables), Stand::Emptied);
    }

    #[test]
    fn what_cannot_be_read_is_left_out() {
        let mut tables = Tables::default();
        let morning = place(7, Moment::Before);
        says(&mut tables, "p", &morning, "pix", Some(Grade::Uses));
        store(&mut tables, &ChangeSet::one(&of("p"), "level/map", Some(&json!("later"))));
        store(&mut tables, &ChangeSet::one(&of("q"), field::PLACE, Some(&json!({ "seat": 7 }))));
        assert_eq!(Positioned::find(&tables, &morning).unwrap().levels.len(), 1);
        assert_eq!(Positioned::all(&tables).count(), 1);
    }
}
