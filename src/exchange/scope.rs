//! What a file may hold less than everything, and what of the tables that is.
//!
//! A scope is a choice of records; « without notes » is also a choice of fields. Such a file names the fields that it leaves
//! out and has seen nothing of them, so that it never takes a note away from whoever merges it.

use crate::domain::directory::edition::DIRECTORY_KIND;
use crate::domain::directory::local::identity::PLACE_KIND;
use crate::domain::directory::local::list::PLACE_LIST_KIND;
use crate::domain::ecosystem::model::{ACTOR_KIND, ACTOR_LINK_KIND};
use crate::domain::exercise::case::CASE_KIND;
use crate::domain::exercise::code::{EXERCISE_KIND, ExerciseCode};
use crate::domain::exercise::hand_in::{self, HAND_IN_KIND};
use crate::domain::exercise::model::Exercise;
use crate::domain::exercise::seat::Seat;
use crate::domain::interview::answer::Answer;
use crate::domain::interview::decision::{Decision, Referral};
use crate::domain::interview::decode::{field, is_in_use};
use crate::domain::interview::id::CaseId;
use crate::domain::interview::model;
use crate::domain::map::base_map::BASE_MAP_KIND;
use crate::records::{DELETED, Entry, FieldName, Key, Kind, Record, RecordId, SUBJECT_PREFIX, Tables};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeSet;
use std::sync::Arc;

/// What says nothing of people: interlocutors, who are noted beside actors and places, go with everything only.
const DIRECTORY_KINDS: [&str; 6] =
    [DIRECTORY_KIND, BASE_MAP_KIND, PLACE_KIND, PLACE_LIST_KIND, ACTOR_KIND, ACTOR_LINK_KIND];
/// The sessions of a programme, who leads them, who comes. A later version of the product brings them, under these names.
const PROGRAMME_KINDS: [&str; 5] = ["cycle", SESSION, "professional", "registration", "attendance"];
/// A kind, and the field by which other records say which session they belong to.
const SESSION: &str = "session";

/// The fields of an interview in which nobody types freely.
const PLAIN_FIELDS: [&str; 15] = [
    field::LABEL,
    field::COMMUNE,
    field::STARTING_COMMUNE,
    field::AGE_BAND,
    field::LENGTH,
    field::PRESENTATION,
    field::QUESTIONNAIRE,
    field::STARTED_ON,
    field::CONCLUDED_ON,
    field::AT,
    field::PERSON_INFORMED,
    field::EMPLOYEE,
    field::HABILITATED,
    field::KEEP_UNTIL,
    DELETED,
];

/// What a file holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    Everything,
    /// Interviews in use: one whose use is restricted is handed to nobody.
    Interviews,
    /// The same, without anything that was typed freely: notes, reasons, appointments.
    InterviewsWithoutNotes,
    /// Directories, the base map, actors and their links, lists of places, and what is noted about all of them; never an interlocutor.
    Directory,
    /// Every session, with who comes.
    Programme,
    /// One session, with who comes.
    Session(RecordId),
    /// What goes to the devices of a training room: the directory, one exercise, and its cases that are not delivered.
    Bag(ExerciseCode),
    /// What was handed in for an exercise: from one seat, or from all.
    HandedIn {
        exercise: ExerciseCode,
        seat: Option<Seat>,
    },
    /// The cases written here: one, or all.
    Cases {
        only: Option<CaseId>,
    },
}

impl Scope {
    /// Whether such a file says something of people.
    pub fn is_personal(&self) -> bool {
        match self {
            Self::Everything | Self::Interviews | Self::InterviewsWithoutNotes => true,
            Self::Programme | Self::Session(_) => true,
            // Seats are drawn, cases are fictional, and nothing is typed freely.
            Self::Directory | Self::Bag(_) | Self::HandedIn { .. } | Self::Cases { .. } => false,
        }
    }

    /// Whether records of a kind may go along; those of it that are erased always do.
    fn covers(&self, kind: &Kind) -> bool {
        match self {
            Self::Everything => true,
            Self::Interviews | Self::InterviewsWithoutNotes => kind.as_str() == model::KIND,
            Self::Directory => DIRECTORY_KINDS.contains(&kind.as_str()),
            Self::Programme | Self::Session(_) => PROGRAMME_KINDS.contains(&kind.as_str()),
            Self::Bag(_) => {
                [EXERCISE_KIND, CASE_KIND].contains(&kind.as_str()) || DIRECTORY_KINDS.contains(&kind.as_str())
            }
            Self::HandedIn { .. } => kind.as_str() == HAND_IN_KIND,
            Self::Cases { .. } => kind.as_str() == CASE_KIND,
        }
    }

    /// What it takes of these tables.
    pub fn among(&self, tables: &Tables) -> Choice<'_> {
        let cases = match self {
            Self::Bag(code) => {
                let record = code.key().ok().and_then(|key| Some((key.id.clone(), tables.get(&key)?)));
                let exercise = record.and_then(|(id, record)| Exercise::from_record(&id, record));
                exercise.map(|exercise| exercise.written).unwrap_or_default()
            }
            Self::Cases { only } => only.iter().cloned().collect(),
            _ => BTreeSet::new(),
        };
        Choice { scope: self, cases }
    }
}

/// What a scope takes of given tables.
#[derive(Clone, Debug)]
pub struct Choice<'a> {
    scope: &'a Scope,
    /// The cases that it names.
    cases: BTreeSet<CaseId>,
}

impl Choice<'_> {
    /// Whether a record goes along.
    pub fn takes(&self, kind: &Kind, id: &RecordId, record: &Record) -> bool {
        let names_it = || self.cases.contains(id.as_str());
        match self.scope {
            Scope::Bag(_) | Scope::Cases { only: Some(_) } if !record.erased && kind.as_str() == CASE_KIND => {
                names_it()
            }
            scope => scope.takes(kind, id, record),
        }
    }
}

impl Scope {
    /// Whether a record goes along, but for the cases that only the tables name.
    fn takes(&self, kind: &Kind, id: &RecordId, record: &Record) -> bool {
        match self {
            Self::Session(session) if !record.erased => {
                (kind.as_str() == SESSION && id == session) || belongs_to(record, session)
            }
            Self::Interviews | Self::InterviewsWithoutNotes => self.covers(kind) && is_in_use(record),
            Self::Bag(exercise) if !record.erased && kind.as_str() == EXERCISE_KIND => {
                ExerciseCode::of_record(id) == Some(*exercise)
            }
            Self::HandedIn { exercise, seat } if !record.erased => {
                self.covers(kind) && hand_in::is_of(record, *exercise, *seat)
            }
            _ => self.covers(kind),
        }
    }
}

/// The records of a scope, as a file of it holds them.
pub fn select(tables: &Tables, scope: &Scope) -> Tables {
    let mut selected = Tables::default();
    let choice = scope.among(tables);
    for (kind, id, record) in tables.iter().filter(|(kind, id, record)| choice.takes(kind, id, record)) {
        let key = Key { kind: kind.clone(), id: id.clone() };
        match scope {
            Scope::InterviewsWithoutNotes => selected.put(key, without_notes(record)),
            _ => selected.put_shared(key, Arc::clone(record)),
        }
    }
    selected
}

/// Somebody says that it does: one of several values that disagree is enough.
fn belongs_to(record: &Record, session: &RecordId) -> bool {
    let says_so = |entry: &Entry| entry.value.as_str() == Some(session.as_str());
    record.fields.get(SESSION).is_some_and(|entries| entries.iter().any(says_so))
}

/// An interview without what was typed freely. What this version cannot read may be such a text: it stays behind too.
fn without_notes(record: &Record) -> Record {
    let holds_none = |name: &FieldName| {
        let is_plain = plainness(name);
        record
            .fields
            .get(name)
            .is_none_or(|entries| entries.iter().all(|entry| entry.value.is_null() || is_plain(&entry.value)))
    };
    let mut partial = record.without_fields(|name| !holds_none(name));
    partial.unknown.clear();
    partial
}

/// How to tell that a field's value holds nothing typed freely.
fn plainness(name: &FieldName) -> fn(&Value) -> bool {
    let name = name.as_str();
    if PLAIN_FIELDS.contains(&name) || name.starts_with(field::ASK_ANYWAY) || name.starts_with(SUBJECT_PREFIX) {
        |_| true
    } else if name.starts_with(field::ANSWER) {
        |value| is_exactly(value, |_: &Answer| true)
    } else if name.starts_with(field::ORIENTATION) {
        |value| {
            is_exactly(value, |decision| match decision {
                Decision::Accepted | Decision::AddedByHand => true,
                Decision::SetAside { note, .. } => note.is_empty(),
            })
        }
    } else if name.starts_with(field::REFERRAL) {
        |value| is_exactly(value, |referral: &Referral| referral.when.is_empty() && referral.ask_for.is_empty())
    } else {
        |_| false
    }
}

/// Reads a value that must hold nothing besides what this version knows.
fn is_exactly<T: DeserializeOwned + Serialize>(value: &Value, is_plain: impl Fn(&T) -> bool) -> bool {
    let read = T::deserialize(value).ok().filter(is_plain);
    read.and_then(|read| serde_json::to_value(read).ok()).as_ref() == Some(value)
}

#[cfg(test)]
#[path = "scope_tests.rs"]
mod tests;
