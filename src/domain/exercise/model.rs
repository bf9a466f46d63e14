//! An exercise as the trainer prepares it: what its code says, and what only its record holds.

use super::case::CaseNumber;
use super::code::{EXERCISE_KIND, ExerciseCode, Manner};
use crate::domain::directory::local::model::{WritingFault, one_line};
use crate::domain::interview::decode::parse;
use crate::domain::interview::id::CaseId;
use crate::domain::interview::model::{AsideReason, KeptAside};
use crate::domain::interview::questionnaire::Length;
use crate::records::{ChangeSet, DELETED, FieldName, InvalidId, Key, Kind, Record, RecordId, Tables};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeSet;

/// Names of the fields. They are stored: never rename one.
pub mod field {
    pub const TITLE: &str = "title";
    pub const HELD_ON: &str = "held_on";
    pub const SEATS: &str = "seats";
    pub const MINUTES: &str = "minutes";
    /// Followed by a case that is not delivered, but written here.
    pub const CASE: &str = "case/";
    pub const CLOSED_ON: &str = "closed_on";
}

/// What a trainer calls an exercise.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ExerciseTitle(String);

impl ExerciseTitle {
    pub const MAX_CHARS: usize = 80;

    /// A title as typed.
    pub fn new(typed: &str) -> Result<Self, WritingFault> {
        one_line(typed, Self::MAX_CHARS).map(Self)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for ExerciseTitle {
    type Error = &'static str;
    fn try_from(text: String) -> Result<Self, &'static str> {
        Self::new(&text).map_err(|_| "invalid title of an exercise")
    }
}

impl From<ExerciseTitle> for String {
    fn from(title: ExerciseTitle) -> Self {
        title.0
    }
}

/// A count that has bounds.
macro_rules! bounded_count {
    ($(#[$doc:meta])* $name:ident from $least:literal to $most:literal, usually $usual:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "u8", into = "u8")]
        pub struct $name(u8);

        impl $name {
            pub const LEAST: u8 = $least;
            pub const MOST: u8 = $most;

            /// None beyond the bounds.
            pub fn new(count: u8) -> Option<Self> {
                (Self::LEAST..=Self::MOST).contains(&count).then_some(Self(count))
            }

            pub fn get(self) -> u8 {
                self.0
            }
        }

        impl Default for $name {
            fn default() -> Self {
                Self($usual)
            }
        }

        impl TryFrom<u8> for $name {
            type Error = &'static str;
            fn try_from(count: u8) -> Result<Self, &'static str> {
                Self::new(count).ok_or("out of bounds")
            }
        }

        impl From<$name> for u8 {
            fn from(count: $name) -> Self {
                count.0
            }
        }
    };
}

bounded_count! {
    /// How many numbers are drawn in the room.
    SeatCount from 1 to 60, usually 15
}

bounded_count! {
    /// The time given for one case, in minutes.
    CaseMinutes from 5 to 120, usually 20
}

/// What a trainer decides before there is a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExerciseDraft {
    pub title: ExerciseTitle,
    pub held_on: NaiveDate,
    pub seats: SeatCount,
    pub minutes: CaseMinutes,
    pub length: Length,
    pub manner: Manner,
    /// Delivered cases, by their numbers.
    pub delivered: BTreeSet<CaseNumber>,
    /// Cases written here.
    pub written: BTreeSet<CaseId>,
}

/// An exercise, as read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exercise {
    pub key: Key,
    pub code: ExerciseCode,
    /// `None`: it was lost, or cannot be read.
    pub title: Option<ExerciseTitle>,
    pub held_on: Option<NaiveDate>,
    pub seats: SeatCount,
    pub minutes: CaseMinutes,
    /// Its cases that are not delivered: those are in the code.
    pub written: BTreeSet<CaseId>,
    /// The day is over: what was handed in since does not count.
    pub closed_on: Option<NaiveDate>,
    /// Fields of the record that this version does not use.
    pub kept_aside: Vec<KeptAside>,
    /// Fields on which people disagree without knowing it.
    pub disputed: Vec<FieldName>,
}

impl Exercise {
    /// Reads a record; none when its identity is no code of an exercise.
    pub fn from_record(id: &RecordId, record: &Record) -> Option<Self> {
        let mut exercise = Self {
            key: Key { kind: Kind::new(EXERCISE_KIND).ok()?, id: id.clone() },
            code: ExerciseCode::of_record(id)?,
            title: None,
            held_on: None,
            seats: SeatCount::default(),
            minutes: CaseMinutes::default(),
            written: BTreeSet::new(),
            closed_on: None,
            kept_aside: Vec::new(),
            disputed: record.conflicts().map(|(name, _)| name.clone()).collect(),
        };
        for name in record.fields.keys() {
            let Some(value) = record.value(name.as_str()) else { continue };
            if let Err(reason) = exercise.read(name.as_str(), value) {
                exercise.kept_aside.push(KeptAside { field: name.clone(), reason });
            }
        }
        Some(exercise)
    }

    /// Every exercise, the latest first; those without a date last.
    pub fn all(tables: &Tables) -> Vec<Self> {
        let records = tables.live(EXERCISE_KIND);
        let mut exercises: Vec<Self> = records.filter_map(|(id, record)| Self::from_record(id, record)).collect();
        exercises.sort_by(|one, other| other.held_on.cmp(&one.held_on).then_with(|| one.title.cmp(&other.title)));
        exercises
    }

    fn read(&mut self, name: &str, value: &Value) -> Result<(), AsideReason> {
        match name {
            field::TITLE => self.title = Some(parse(value)?),
            field::HELD_ON => self.held_on = Some(parse(value)?),
            field::SEATS => self.seats = parse(value)?,
            field::MINUTES => self.minutes = parse(value)?,
            field::CLOSED_ON => self.closed_on = Some(parse(value)?),
            DELETED => {}
            _ => {
                let case = name.strip_prefix(field::CASE).and_then(|case| CaseId::new(case).ok());
                let case = case.ok_or(AsideReason::UnknownField)?;
                if *value != Value::Bool(true) {
                    return Err(AsideReason::InvalidValue);
                }
                self.written.insert(case);
            }
        }
        Ok(())
    }

    /// Whether it goes on.
    pub fn is_open(&self) -> bool {
        self.closed_on.is_none()
    }
}

/// Prepares an exercise, told apart by what was drawn; none while another one has its code: draw again.
pub fn prepare(
    tables: &Tables,
    draft: &ExerciseDraft,
    drawn: u32,
) -> Result<Option<(ExerciseCode, ChangeSet)>, InvalidId> {
    let code = ExerciseCode::new(&draft.delivered, draft.length, draft.manner, drawn);
    let key = code.key()?;
    if tables.get(&key).is_some() {
        return Ok(None);
    }
    let mut changes = ChangeSet::new();
    changes.write(&key, field::TITLE, Some(&draft.title));
    changes.write(&key, field::HELD_ON, Some(&draft.held_on));
    changes.write(&key, field::SEATS, Some(&draft.seats));
    changes.write(&key, field::MINUTES, Some(&draft.minutes));
    for case in &draft.written {
        changes.write(&key, &format!("{}{}", field::CASE, case.as_str()), Some(&true));
    }
    Ok(Some((code, changes)))
}

pub fn rename(exercise: &Exercise, title: &ExerciseTitle) -> ChangeSet {
    ChangeSet::one(&exercise.key, field::TITLE, Some(title))
}

pub fn move_to(exercise: &Exercise, held_on: NaiveDate) -> ChangeSet {
    ChangeSet::one(&exercise.key, field::HELD_ON, Some(&held_on))
}

/// Changes how many numbers are drawn: somebody came who was not expected.
pub fn seat(exercise: &Exercise, seats: SeatCount) -> ChangeSet {
    ChangeSet::one(&exercise.key, field::SEATS, Some(&seats))
}

/// Ends it on a day, or opens it again.
pub fn close(exercise: &Exercise, on: Option<NaiveDate>) -> ChangeSet {
    ChangeSet::one(&exercise.key, field::CLOSED_ON, on.as_ref())
}

/// Takes it away; it may be put back.
pub fn delete(exercise: &Exercise) -> ChangeSet {
    ChangeSet::one(&exercise.key, DELETED, Some(&true))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::{Author, DeviceId, Entry, ReplicaId};
    use serde_json::json;

    fn author() -> Author {
        Author { replica: ReplicaId::new("r1").unwrap(), device: DeviceId::new("d1").unwrap(), at_ms: 1 }
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn draft() -> ExerciseDraft {
        ExerciseDraft {
            title: ExerciseTitle::new(" Groupe du mardi ").unwrap(),
            held_on: day("2026-03-03"),
            seats: SeatCount::new(12).unwrap(),
            minutes: CaseMinutes::default(),
            length: Length::Short,
            manner: Manner::Pairs,
            delivered: [CaseNumber(2), CaseNumber(5)].into(),
            written: [CaseId::new("ma-situation").unwrap()].into(),
        }
    }

    fn stored(tables: &mut Tables, changes: &ChangeSet) {
        for (key, record) in changes.apply(&tables.clone(), &author()) {
            tables.put(key, record);
        }
    }

    #[test]
    fn what_is_prepared_comes_back() {
        let mut tables = Tables::default();
        let (code, changes) = prepare(&tables, &draft(), 77).unwrap().unwrap();
        stored(&mut tables, &changes);
        let all = Exercise::all(&tables);
        let [exercise] = all.as_slice() else { panic!("{all:?}") };
        assert_eq!(exercise.code, code);
        assert_eq!(exercise.title.as_ref().map(ExerciseTitle::as_str), Some("Groupe du mardi"));
        assert_eq!((exercise.held_on, exercise.seats.get(), exercise.minutes.get()), (Some(day("2026-03-03")), 12, 20));
        assert_eq!(exercise.code.cases().map(|number| number.0).collect::<Vec<_>>(), [2, 5]);
        assert_eq!(exercise.written, draft().written);
        assert!(exercise.is_open() && exercise.kept_aside.is_empty());
        assert_eq!(prepare(&tables, &draft(), 77), Ok(None), "the same code again");
        assert!(prepare(&tables, &draft(), 78).unwrap().is_some());
    }

    #[test]
    fn it_is_renamed_moved_closed_opened_again_and_taken_away() {
        let mut tables = Tables::default();
        let (_, changes) = prepare(&tables, &draft(), 1).unwrap().unwrap();
        stored(&mut tables, &changes);
        let only = |tables: &Tables| Exercise::all(tables).pop();
        let exercise = only(&tables).unwrap();
        for changes in [
            rename(&exercise, &ExerciseTitle::new("Autre").unwrap()),
            move_to(&exercise, day("2026-03-10")),
            seat(&exercise, SeatCount::new(14).unwrap()),
            close(&exercise, Some(day("2026-03-11"))),
        ] {
            stored(&mut tables, &changes);
        }
        let changed = only(&tables).unwrap();
        assert_eq!(changed.title.as_ref().map(ExerciseTitle::as_str), Some("Autre"));
        assert_eq!((changed.held_on, changed.seats.get()), (Some(day("2026-03-10")), 14));
        assert_eq!(changed.closed_on, Some(day("2026-03-11")));
        stored(&mut tables, &close(&changed, None));
        assert!(only(&tables).unwrap().is_open());
        stored(&mut tables, &delete(&changed));
        assert_eq!(only(&tables), None);
    }

    #[test]
    fn the_latest_comes_first_and_one_without_a_date_last() {
        let mut tables = Tables::default();
        for (drawn, on) in [(1, "2026-03-03"), (2, "2026-05-05"), (3, "2026-04-04")] {
            let draft = ExerciseDraft { held_on: day(on), ..draft() };
            let (_, changes) = prepare(&tables, &draft, drawn).unwrap().unwrap();
            stored(&mut tables, &changes);
        }
        let undated = ExerciseCode::new(&[].into(), Length::Short, Manner::Alone, 9).key().unwrap();
        stored(&mut tables, &ChangeSet::one(&undated, field::SEATS, Some(&3)));
        let days: Vec<_> = Exercise::all(&tables).into_iter().map(|exercise| exercise.held_on).collect();
        assert_eq!(days, [Some(day("2026-05-05")), Some(day("2026-04-04")), Some(day("2026-03-03")), None]);
    }

    #[test]
    fn whatever_a_file_holds_is_read_or_kept_aside() {
        let key = ExerciseCode::new(&[].into(), Length::Full, Manner::Alone, 4).key().unwrap();
        let fields = [
            ("title", json!("Deux\nlignes")),
            ("held_on", json!("hier")),
            ("seats", json!(0)),
            ("minutes", json!(121)),
            ("case/Pas un nom", json!(true)),
            ("case/perdu", json!("oui")),
            ("later", json!(1)),
            ("case/connu", json!(true)),
        ];
        let mut changes = ChangeSet::new();
        for (name, value) in &fields {
            // A name that is none never comes: files are read by the rules of names.
            if let Ok(name) = FieldName::new(*name) {
                changes.set(&key, name, value.clone());
            }
        }
        let mut tables = Tables::default();
        stored(&mut tables, &changes);
        let exercise = Exercise::from_record(&key.id, tables.get(&key).unwrap()).unwrap();
        assert_eq!((exercise.title, exercise.held_on), (None, None));
        assert_eq!((exercise.seats, exercise.minutes), (SeatCount::default(), CaseMinutes::default()));
        assert_eq!(exercise.written, [CaseId::new("connu").unwrap()].into());
        let aside: Vec<_> = exercise.kept_aside.iter().map(|one| (one.field.as_str(), one.reason)).collect();
        for expected in [
            ("title", AsideReason::InvalidValue),
            ("held_on", AsideReason::InvalidValue),
            ("seats", AsideReason::InvalidValue),
            ("minutes", AsideReason::InvalidValue),
            ("case/perdu", AsideReason::InvalidValue),
            ("later", AsideReason::UnknownField),
        ] {
            assert!(aside.contains(&expected), "{expected:?} {aside:?}");
        }
        assert_eq!(Exercise::from_record(&RecordId::new("essai").unwrap(), &Record::default()), None);
    }

    #[test]
    fn two_titles_written_apart_are_told() {
        let mut tables = Tables::default();
        let (code, changes) = prepare(&tables, &draft(), 5).unwrap().unwrap();
        stored(&mut tables, &changes);
        let key = code.key().unwrap();
        let mut record = tables.get(&key).unwrap().clone();
        let entries = record.fields.get_mut(&FieldName::new(field::TITLE).unwrap()).unwrap();
        let mut other: Entry = entries.first().unwrap().clone();
        other.value = json!("Ailleurs");
        other.stamp.dot.replica = ReplicaId::new("r2").unwrap();
        entries.push(other);
        let exercise = Exercise::from_record(&key.id, &record).unwrap();
        assert_eq!(exercise.disputed.iter().map(FieldName::as_str).collect::<Vec<_>>(), [field::TITLE]);
    }
}
