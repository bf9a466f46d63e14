//! An interview held on a case, in the training room: an interview like any other, kept apart from those of people.

use super::case::Case;
use super::code::ExerciseCode;
use super::handing_in::{self, NothingToHandIn};
use super::seat::Seat;
use super::work::{CaseWork, Handed, Work};
use crate::domain::aside::parse;
use crate::domain::interview::change::{self, Start};
use crate::domain::interview::id::{CaseId, TopicId};
use crate::domain::interview::label::CaseLabel;
use crate::domain::interview::model::{Interview, Presentation, Residence};
use crate::domain::interview::questionnaire::Questionnaire;
use crate::records::{ChangeSet, DELETED, FieldName, InvalidId, Key, Kind, Record, RecordId, Tables};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeSet;

/// The kind of the records that hold interviews on cases.
pub const PRACTICE_KIND: &str = "practice";

/// Names of the fields, beside those of an interview. They are stored: never rename one.
pub mod field {
    /// The exercise, the case and the seat.
    pub const ASSIGNMENT: &str = "assignment";
    /// Followed by what the person was asked about.
    pub const ASKED: &str = "asked/";
}

/// Where the record of one lives.
pub fn key(id: &RecordId) -> Result<Key, InvalidId> {
    Ok(Key { kind: Kind::new(PRACTICE_KIND)?, id: id.clone() })
}

/// Who works on what: a drawn number, never a name.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assignment {
    pub exercise: ExerciseCode,
    pub case: CaseId,
    pub seat: Seat,
}

/// An interview on a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Practice {
    pub key: Key,
    pub assignment: Assignment,
    pub interview: Interview,
    /// What the person was asked about.
    pub asked: BTreeSet<TopicId>,
}

impl Practice {
    /// Reads a record; none when it does not say who works on what.
    pub fn from_record(key: &Key, record: &Record) -> Option<Self> {
        let assignment = assignment(record)?;
        let mut interview = Interview::from_record(&key.id, record);
        interview.kept_aside.retain(|aside| aside.field.as_str() != field::ASSIGNMENT && topic(&aside.field).is_none());
        let is_asked = |name: &&FieldName| record.value(name.as_str()) == Some(&Value::Bool(true));
        let asked = record.fields.keys().filter(is_asked).filter_map(topic).collect();
        Some(Self { key: key.clone(), assignment, interview, asked })
    }

    /// The interview of a seat on a case, begun on this device.
    pub fn find(tables: &Tables, assignment: &Assignment) -> Option<Self> {
        let mut records = tables.live(PRACTICE_KIND);
        records.find_map(|(id, record)| {
            Self::from_record(&key(id).ok()?, record).filter(|practice| practice.assignment == *assignment)
        })
    }

    /// The latest edition of what was handed in, when something was.
    pub fn handed_in(&self, tables: &Tables) -> Option<Work> {
        handing_in::latest(tables, &self.key.id)
    }

    /// What it would hand in now, or why nothing would be.
    pub fn to_hand_in(&self, tables: &Tables, questionnaire: &Questionnaire) -> Result<Work, NothingToHandIn> {
        let Assignment { exercise, case, seat } = self.assignment.clone();
        let held = CaseWork::of(case, questionnaire, &self.interview, self.asked.clone());
        if held.is_empty() {
            return Err(NothingToHandIn::Empty);
        }
        handing_in::next(tables, &self.key.id, (exercise, seat), Handed::Case(held))
    }
}

/// Who works on what, as a record says it.
pub fn assignment(record: &Record) -> Option<Assignment> {
    parse(record.value(field::ASSIGNMENT)?).ok()
}

fn topic(field: &FieldName) -> Option<TopicId> {
    TopicId::new(field.as_str().strip_prefix(field::ASKED)?).ok()
}

/// Begins an interview on a case, whose person is known as far as whoever receives them knows them.
pub fn begin(
    key: &Key,
    assignment: &Assignment,
    case: &Case,
    presentation: Presentation,
    questionnaire: &Questionnaire,
    on: NaiveDate,
) -> Option<ChangeSet> {
    let start = Start {
        label: CaseLabel::new(&case.name).ok()?,
        commune: Some(Residence::Code(case.commune.clone())),
        age_band: Some(case.age_band),
        length: assignment.exercise.length,
        presentation,
        questionnaire: questionnaire.version.clone(),
        on,
    };
    let mut changes = change::start(key, &start);
    changes.write(key, field::ASSIGNMENT, Some(assignment));
    Some(changes)
}

/// Asks the person about something; that stays asked.
pub fn ask(practice: &Practice, topic: &TopicId) -> ChangeSet {
    ChangeSet::one(&practice.key, &format!("{}{}", field::ASKED, topic.as_str()), Some(&true))
}

/// Hands it in, under the identity of the interview.
pub fn hand_in(
    practice: &Practice,
    tables: &Tables,
    questionnaire: &Questionnaire,
) -> Result<ChangeSet, NothingToHandIn> {
    handing_in::hand_in(tables, &practice.key.id, &practice.to_hand_in(tables, questionnaire)?)
}

/// Takes it away; it may be put back.
pub fn delete(practice: &Practice) -> ChangeSet {
    ChangeSet::one(&practice.key, DELETED, Some(&true))
}

#[cfg(test)]
mod tests {
    use super::super::code::Manner;
    use super::*;
    use crate::content::cases::cases;
    use crate::content::questionnaire::questionnaire;
    use crate::domain::exercise::hand_in::{Collected, HandIn};
    use crate::domain::exercise::work::Asked;
    use crate::domain::interview::answer::Answer;
    use crate::domain::interview::id::ItemId;
    use crate::domain::interview::questionnaire::Length;
    use crate::records::{Author, DeviceId, ReplicaId};
    use serde_json::json;

    fn store(tables: &mut Tables, changes: &ChangeSet) {
        let author = Author { replica: ReplicaId::new("r1").unwrap(), device: DeviceId::unnamed(), at_ms: 1 };
        changes.apply(&tables.clone(), &author).into_iter().for_each(|(key, record)| tables.put(key, record));
    }

    fn assignment(number: u8) -> Assignment {
        let case = cases().unwrap().cases.first().unwrap();
        let exercise = ExerciseCode::new(&[case.number].into(), Length::Short, Manner::Alone, 3);
        Assignment { exercise, case: case.id.clone(), seat: Seat::new(number).unwrap() }
    }

    /// An interview begun on the first case, from this seat.
    fn begun(tables: &mut Tables, id: &str, number: u8) -> Practice {
        let assignment = assignment(number);
        let case = cases().unwrap().case(&assignment.case).unwrap();
        let (key, on) = (key(&RecordId::new(id).unwrap()).unwrap(), "2026-03-03".parse().unwrap());
        let questionnaire = questionnaire().unwrap();
        let changes = begin(&key, &assignment, case, Presentation::Conversation, questionnaire, on);
        store(tables, &changes.unwrap());
        again(tables, &assignment)
    }

    fn again(tables: &Tables, assignment: &Assignment) -> Practice {
        Practice::find(tables, assignment).unwrap()
    }

    fn answer(practice: &Practice, device: &str) -> ChangeSet {
        let answer: Answer = serde_json::from_value(json!({ "many": [device] })).unwrap();
        change::answer(&practice.key, &ItemId::new("devices").unwrap(), Some(&answer))
    }

    #[test]
    fn it_is_an_interview_that_knows_its_case() {
        let mut tables = Tables::default();
        let practice = begun(&mut tables, "p", 7);
        let case = cases().unwrap().case(&practice.assignment.case).unwrap();
        assert_eq!(practice.assignment, assignment(7));
        assert_eq!(practice.interview.label.as_ref().map(CaseLabel::as_str), Some(case.name.as_str()));
        assert_eq!(practice.interview.age_band, Some(case.age_band));
        assert_eq!(practice.interview.length, Length::Short);
        let topic = case.says.first().unwrap().id.clone();
        store(&mut tables, &ask(&practice, &topic));
        let asked = again(&tables, &practice.assignment);
        assert_eq!(asked.asked, [topic].into());
        assert!(asked.interview.kept_aside.is_empty(), "{:?}", asked.interview.kept_aside);
        assert_eq!(tables.live("interview").count(), 0, "no interview of a person");
        assert_eq!(Practice::find(&tables, &assignment(8)), None, "of another seat");
        store(&mut tables, &delete(&asked));
        assert_eq!(Practice::find(&tables, &practice.assignment), None);
    }

    #[test]
    fn every_case_delivered_can_begin() {
        for case in &cases().unwrap().cases {
            let assignment = Assignment { case: case.id.clone(), ..assignment(1) };
            let (key, on) = (key(&RecordId::new("p").unwrap()).unwrap(), "2026-03-03".parse().unwrap());
            let questionnaire = questionnaire().unwrap();
            let changes = begin(&key, &assignment, case, Presentation::OnePerPage, questionnaire, on);
            assert!(changes.is_some(), "{}", case.name);
        }
    }

    #[test]
    fn handed_in_again_it_is_one_and_the_same_is_not_handed_in_twice() {
        let mut tables = Tables::default();
        let questionnaire = questionnaire().unwrap();
        let practice = begun(&mut tables, "p", 7);
        let counted = |tables: &Tables| {
            let collected = Collected::of(HandIn::all(tables, practice.assignment.exercise));
            let asked = Asked::Case(practice.assignment.case.clone());
            assert!(collected.to_settle.is_empty());
            collected
                .counted
                .get(&asked)
                .map_or_else(Vec::new, |ones| ones.iter().map(|one| one.work.edition).collect())
        };
        for (device, edition) in [("smartphone", 1), ("smartphone", 1), ("computer", 2)] {
            store(&mut tables, &answer(&practice, device));
            let now = again(&tables, &practice.assignment);
            if let Ok(changes) = hand_in(&now, &tables, questionnaire) {
                store(&mut tables, &changes);
            }
            assert_eq!(counted(&tables), [edition], "{device}");
            let nothing = hand_in(&now, &tables, questionnaire);
            assert_eq!(nothing, Err(NothingToHandIn::Same), "{device}: all of it is handed in");
        }
        let other = begun(&mut tables, "q", 8);
        store(&mut tables, &answer(&other, "tablet"));
        let other = again(&tables, &other.assignment);
        let changes = hand_in(&other, &tables, questionnaire).unwrap();
        store(&mut tables, &changes);
        assert_eq!(counted(&tables), [2, 1], "one for each seat");
    }

    #[test]
    fn nothing_answered_is_not_handed_in() {
        let mut tables = Tables::default();
        let questionnaire = questionnaire().unwrap();
        let practice = begun(&mut tables, "p", 7);
        let nothing = |tables: &Tables| hand_in(&again(tables, &practice.assignment), tables, questionnaire).err();
        assert_eq!(nothing(&tables), Some(NothingToHandIn::Empty));
        // What was asked is no answer.
        let topic = cases().unwrap().cases.first().unwrap().says.first().unwrap().id.clone();
        store(&mut tables, &ask(&practice, &topic));
        assert_eq!(nothing(&tables), Some(NothingToHandIn::Empty));
        store(&mut tables, &answer(&practice, "tablet"));
        assert_eq!(nothing(&tables), None);
    }

    #[test]
    fn what_does_not_say_who_works_on_what_is_none() {
        let key = key(&RecordId::new("p").unwrap()).unwrap();
        assert_eq!(Practice::from_record(&key, &Record::default()), None);
        let mut tables = Tables::default();
        store(&mut tables, &ChangeSet::one(&key, field::ASSIGNMENT, Some(&json!({ "seat": 7 }))));
        assert_eq!(Practice::from_record(&key, tables.get(&key).unwrap()), None);
    }
}
