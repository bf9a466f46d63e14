//! What a file may hold less than everything, and what of the tables that is.
//!
//! A scope is a choice of records; « without notes » is also a choice of fields. Such a file names the fields that it leaves
//! out and has seen nothing of them, so that it never takes a note away from whoever merges it.

use crate::domain::curriculum::forms::sequence;
use crate::domain::curriculum::run::RUN_KIND;
use crate::domain::curriculum::sequence::SEQUENCE_KIND;
use crate::domain::curriculum::version::CURRICULUM_KIND;
use crate::domain::directory::edition::DIRECTORY_KIND;
use crate::domain::directory::local::identity::PLACE_KIND;
use crate::domain::directory::local::list::PLACE_LIST_KIND;
use crate::domain::ecosystem::model::{ACTOR_KIND, ACTOR_LINK_KIND};
use crate::domain::evaluation::moderation::MODERATION_KIND;
use crate::domain::evaluation::response::{self, RESPONSE_KIND};
use crate::domain::evaluation::sending::SENDING_KIND;
use crate::domain::evaluation::synthesis::SYNTHESIS_KIND;
use crate::domain::evaluation::wording::{SURVEY_KIND, is_between_them, is_validated};
use crate::domain::exercise::case::CASE_KIND;
use crate::domain::exercise::code::{EXERCISE_KIND, ExerciseCode};
use crate::domain::exercise::hand_in::{self, HAND_IN_KIND};
use crate::domain::exercise::handing_in::begun_here;
use crate::domain::exercise::model::Exercise;
use crate::domain::exercise::seat::Seat;
use crate::domain::interview::answer::Answer;
use crate::domain::interview::decision::{Decision, Referral};
use crate::domain::interview::decode::{field, is_in_use};
use crate::domain::interview::id::CaseId;
use crate::domain::interview::model;
use crate::domain::map::base_map::BASE_MAP_KIND;
use crate::domain::network::card::{self, CARD_KIND};
use crate::domain::network::oriented::ORIENTED_KIND;
use crate::domain::network::pairs::PAIRS_KIND;
use crate::domain::programme::erasure::noted;
use crate::domain::programme::id::{
    ACTION_KIND, ATTENDANCE_KIND, COMPLAINT_KIND, CYCLE_KIND, MEETING_KIND, PROFESSIONAL_KIND, PROVIDER_KIND,
    REGISTRATION_KIND, RISK_KIND, SESSION_FIELD, SESSION_KIND, STRUCTURE_KIND, SessionId, TRAINER_KIND, WORDING_KIND,
};
use crate::domain::programme::registration::{self, Registration, Status};
use crate::domain::programme::session::Session;
use crate::domain::programme::{person, provider};
use crate::records::{DELETED, Entry, FieldName, Key, Kind, Record, RecordId, SUBJECT_PREFIX, Tables};
use chrono::NaiveDate;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeSet;
use std::sync::Arc;

/// What says nothing of people: interlocutors, who are noted beside actors and places, go with everything only.
const DIRECTORY_KINDS: [&str; 6] =
    [DIRECTORY_KIND, BASE_MAP_KIND, PLACE_KIND, PLACE_LIST_KIND, ACTOR_KIND, ACTOR_LINK_KIND];
/// The sessions of a programme, who leads them, who comes, what is said of it, the days that they follow, what was answered
/// about them.
pub(super) const PROGRAMME_KINDS: [&str; 21] = [
    CYCLE_KIND,
    SESSION_KIND,
    PROFESSIONAL_KIND,
    REGISTRATION_KIND,
    ATTENDANCE_KIND,
    TRAINER_KIND,
    STRUCTURE_KIND,
    MEETING_KIND,
    ACTION_KIND,
    RISK_KIND,
    COMPLAINT_KIND,
    PROVIDER_KIND,
    WORDING_KIND,
    CURRICULUM_KIND,
    SEQUENCE_KIND,
    RUN_KIND,
    RESPONSE_KIND,
    MODERATION_KIND,
    SENDING_KIND,
    SURVEY_KIND,
    SYNTHESIS_KIND,
];

/// The network: its cards, the pairs that they make, and who oriented to whom.
pub(super) const NETWORK_KINDS: [&str; 3] = [CARD_KIND, PAIRS_KIND, ORIENTED_KIND];

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
    /// Every cycle and session, with who comes; those whose use is restricted are handed to nobody.
    Programme,
    /// One session, with who comes, who leads it, and what its documents need; the same are left out.
    Session(RecordId),
    /// What was answered about a session, by whoever holds this device: a tablet that went round, or one's own.
    Answers(RecordId),
    /// What goes to the devices of a training room: the directory, one exercise, and its cases that are not delivered; the
    /// questionnaires as they were validated.
    Bag(ExerciseCode),
    /// What was handed in for an exercise: by this device from one seat, or by all.
    HandedIn {
        exercise: ExerciseCode,
        seat: Option<Seat>,
    },
    /// The versions of the curriculum that were written here or kept.
    Curriculum,
    /// What the people of the network agreed to share and that may still be shown on a day, their pairs, and who oriented to whom.
    Cards {
        on: NaiveDate,
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
            Self::Programme | Self::Session(_) | Self::Cards { .. } => true,
            // Nobody is named but by a slip, which only the trainer's reading finds.
            Self::Answers(_) => true,
            // Seats are drawn, cases are fictional, and nothing is typed freely.
            Self::Directory | Self::Curriculum | Self::Bag(_) | Self::HandedIn { .. } | Self::Cases { .. } => false,
        }
    }

    /// Whether records of a kind may go along; those of it that are erased always do.
    fn covers(&self, kind: &Kind) -> bool {
        match self {
            Self::Everything => true,
            Self::Interviews | Self::InterviewsWithoutNotes => kind.as_str() == model::KIND,
            Self::Directory => DIRECTORY_KINDS.contains(&kind.as_str()),
            Self::Programme | Self::Session(_) => PROGRAMME_KINDS.contains(&kind.as_str()),
            Self::Answers(_) => kind.as_str() == RESPONSE_KIND,
            Self::Curriculum => [CURRICULUM_KIND, SEQUENCE_KIND].contains(&kind.as_str()),
            Self::Bag(_) => {
                [EXERCISE_KIND, CASE_KIND, SURVEY_KIND].contains(&kind.as_str())
                    || DIRECTORY_KINDS.contains(&kind.as_str())
            }
            Self::HandedIn { .. } => kind.as_str() == HAND_IN_KIND,
            Self::Cards { .. } => NETWORK_KINDS.contains(&kind.as_str()),
            Self::Cases { .. } => kind.as_str() == CASE_KIND,
        }
    }

    /// What it takes of these tables.
    pub fn among<'a>(&'a self, tables: &'a Tables) -> Choice<'a> {
        let cases = |ids: BTreeSet<CaseId>| ids.into_iter().map(|id| (CASE_KIND, id.as_str().to_owned())).collect();
        let named = match self {
            Self::Bag(code) => {
                let record = code.key().ok().and_then(|key| Some((key.id.clone(), tables.get(&key)?)));
                let exercise = record.and_then(|(id, record)| Exercise::from_record(&id, record));
                let mut named: BTreeSet<_> = cases(exercise.map(|exercise| exercise.written).unwrap_or_default());
                named.extend(asked(tables));
                named
            }
            Self::Cases { only } => cases(only.iter().cloned().collect()),
            Self::Session(session) => named_by(tables, session),
            Self::HandedIn { exercise, seat: Some(seat) } => {
                let begun = begun_here(tables, *exercise, *seat);
                begun.into_iter().map(|id| (HAND_IN_KIND, id.as_str().to_owned())).collect()
            }
            _ => BTreeSet::new(),
        };
        Choice { scope: self, named, tables }
    }
}

/// The questionnaires that were validated: they are asked in these words wherever they go.
fn asked(tables: &Tables) -> impl Iterator<Item = (&'static str, String)> {
    let validated = tables.live(SURVEY_KIND).filter(|(_, record)| is_validated(record));
    validated.map(|(id, _)| (SURVEY_KIND, id.as_str().to_owned()))
}

/// What a session needs besides what belongs to it: its cycle, who leads it, who comes and from where, who trains, the day
/// that it follows, what is asked of it.
fn named_by(tables: &Tables, id: &RecordId) -> BTreeSet<(&'static str, String)> {
    let session = SessionId(id.clone());
    let record = session.key().ok().and_then(|key| tables.get(&key));
    let held = record.filter(|record| !record.erased).map(|record| Session::from_record(id, record));
    let places = Registration::all(tables).filter(|place| place.session == session);
    let people: BTreeSet<String> = places.map(|place| place.person.as_str().to_owned()).collect();
    let works_in = |person: &String| {
        let key = Key { kind: Kind::new(PROFESSIONAL_KIND).ok()?, id: RecordId::new(person.as_str()).ok()? };
        tables.get(&key)?.value(person::field::STRUCTURE)?.as_str().map(ToOwned::to_owned)
    };
    let structures: Vec<String> = people.iter().filter_map(works_in).collect();
    let cycle = held.as_ref().and_then(|session| session.cycle.clone()).map(|id| (CYCLE_KIND, id.as_str().to_owned()));
    let followed = held.as_ref().and_then(|session| session.curriculum.clone());
    let followed = followed.into_iter().flat_map(|version| day_of(tables, version.as_str()));
    let trainers = held.iter().flat_map(|session| &session.trainers);
    let trainers = trainers.map(|id| (TRAINER_KIND, id.as_str().to_owned()));
    let answered = tables.iter().filter(|(kind, _, record)| is_answer_about(kind, record, id));
    let read = answered.map(|(_, number, _)| (MODERATION_KIND, number.as_str().to_owned()));
    let only = [PROVIDER_KIND, WORDING_KIND].map(|kind| (kind, provider::ONLY.to_owned()));
    let people = people.into_iter().map(|id| (PROFESSIONAL_KIND, id));
    let structures = structures.into_iter().map(|id| (STRUCTURE_KIND, id));
    let besides = people.chain(structures).chain(cycle).chain(trainers).chain(only);
    besides.chain(followed).chain(read).chain(asked(tables)).collect()
}

/// A version of the curriculum, and its sequences.
fn day_of(tables: &Tables, version: &str) -> Vec<(&'static str, String)> {
    let is_of_it = |record: &Record| record.value(sequence::CURRICULUM).and_then(Value::as_str) == Some(version);
    // Those that were removed too: that they were goes with the others.
    let sequences = tables.iter().filter(|(kind, _, record)| kind.as_str() == SEQUENCE_KIND && is_of_it(record));
    let sequences = sequences.map(|(_, id, _)| (SEQUENCE_KIND, id.as_str().to_owned()));
    sequences.chain([(CURRICULUM_KIND, version.to_owned())]).collect()
}

/// What a scope takes of given tables.
#[derive(Clone, Debug)]
pub struct Choice<'a> {
    scope: &'a Scope,
    /// The records that it names without their saying that they belong to it, each with its kind.
    named: BTreeSet<(&'static str, String)>,
    /// Where they are.
    tables: &'a Tables,
}

impl Choice<'_> {
    /// Whether a record goes along.
    pub fn takes(&self, kind: &Kind, id: &RecordId, record: &Record) -> bool {
        let names_it = || self.named.iter().any(|(of_kind, named)| *of_kind == kind.as_str() && named == id.as_str());
        // Whose use is restricted is handed to nobody.
        let is_only_kept = !record.erased && kind.as_str() == PROFESSIONAL_KIND && !person::is_in_use(record);
        match self.scope {
            Scope::Programme | Scope::Session(_) if is_only_kept => false,
            Scope::Programme | Scope::Session(_) if is_given_up_by_kept(self.tables, kind, record) => {
                // What was noted of their presence is still counted.
                let place = Registration::from_record(id, record);
                let is_noted = place.and_then(|place| noted(self.tables, &place)).is_some_and(|noted| noted.is_noted());
                is_noted && (names_it() || self.scope.takes(kind, id, record))
            }
            // A card goes with its own file; that it was withdrawn is told to whoever may have it.
            Scope::Programme | Scope::Session(_) if kind.as_str() == CARD_KIND => record.erased,
            Scope::Cards { on } if !record.erased && kind.as_str() == CARD_KIND => {
                !record.is_deleted() && card::is_shown(self.tables, id, record, *on)
            }
            Scope::Bag(_) | Scope::Cases { only: Some(_) } if !record.erased && kind.as_str() == CASE_KIND => {
                names_it()
            }
            Scope::Bag(_) if !record.erased && kind.as_str() == SURVEY_KIND => names_it(),
            Scope::Session(_) if !record.erased => names_it() || self.scope.takes(kind, id, record),
            Scope::HandedIn { seat: Some(_), .. } if !record.erased => names_it(),
            scope => scope.takes(kind, id, record),
        }
    }
}

impl Scope {
    /// Whether a record goes along, but for what only the tables name.
    fn takes(&self, kind: &Kind, id: &RecordId, record: &Record) -> bool {
        match self {
            Self::Session(session) if !record.erased => {
                ([SESSION_KIND, RUN_KIND, SENDING_KIND].contains(&kind.as_str()) && id == session)
                    || belongs_to(record, session)
                    || is_answer_about(kind, record, session)
            }
            Self::Answers(session) if !record.erased => is_answer_about(kind, record, session),
            Self::Interviews | Self::InterviewsWithoutNotes => self.covers(kind) && is_in_use(record),
            Self::Bag(exercise) if !record.erased && kind.as_str() == EXERCISE_KIND => {
                ExerciseCode::of_record(id) == Some(*exercise)
            }
            Self::HandedIn { exercise, .. } if !record.erased => self.covers(kind) && hand_in::is_of(record, *exercise),
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
            Scope::Bag(_) if kind.as_str() == SURVEY_KIND => {
                selected.put(key, record.without_fields(|field| is_between_them(field.as_str())));
            }
            Scope::Programme | Scope::Session(_) if is_given_up_by_kept(tables, kind, record) => {
                selected.put(key, record.without_fields(|field| field.as_str() == registration::field::STATUS));
            }
            _ => selected.put_shared(key, Arc::clone(record)),
        }
    }
    selected
}

/// A place that somebody whose use is restricted gave up: why, and what was written of it, is about them. One of several
/// values that disagree is enough.
fn is_given_up_by_kept(tables: &Tables, kind: &Kind, record: &Record) -> bool {
    let gives_up = |entry: &Entry| matches!(Status::deserialize(&entry.value), Ok(Status::Cancelled { .. }));
    let status = || record.fields.get(registration::field::STATUS);
    let is_kept = || {
        let key = registration::subject(record)?.key().ok()?;
        Some(!person::is_in_use(tables.get(&key)?))
    };
    kind.as_str() == REGISTRATION_KIND
        && !record.erased
        && status().is_some_and(|entries| entries.iter().any(gives_up))
        && is_kept() == Some(true)
}

/// Somebody says that it does: one of several values that disagree is enough.
fn belongs_to(record: &Record, session: &RecordId) -> bool {
    let says_so = |entry: &Entry| entry.value.as_str() == Some(session.as_str());
    record.fields.get(SESSION_FIELD).is_some_and(|entries| entries.iter().any(says_so))
}

/// What was answered about a session.
fn is_answer_about(kind: &Kind, record: &Record, session: &RecordId) -> bool {
    kind.as_str() == RESPONSE_KIND && response::is_of(record, session)
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

#[cfg(test)]
#[path = "scope_places_tests.rs"]
mod places_tests;

#[cfg(test)]
#[path = "scope_answers_tests.rs"]
mod answers_tests;
