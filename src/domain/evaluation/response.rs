//! What somebody answered, kept apart from who they are, on what machine they answered and at what hour.
//!
//! A record keeps who wrote each value, on what machine, and when. For an answer that would be too much, so each one is
//! *detached* before it is stored:
//!
//! - its record bears the number that was drawn for it, which is no time, and lies among the others in the order of these
//!   numbers: the order says nothing;
//! - it has one field, and its write bears an author of its own (`Change::SetAs`), made from the answer alone: no label of a
//!   machine, noon of the day as time, and a name that is the hash of what was answered. No other record bears that name;
//! - so the same answer, whichever way it came and on whatever machine, is the same record to the byte, and counts once;
//! - what the trainer says of it afterwards (read, tagged, set aside) is another record (`moderation`), and this one is
//!   never written again but by its author's own later edition.
//!
//! A record for each, rather than values inside the session's record: two machines that collect apart then merge without
//! ever disagreeing, and an answer can be erased alone.

use super::secret::SecretNumber;
use super::survey::{Answer, Answers, QuestionId, SurveyKind, SurveyVersion};
use crate::domain::programme::id::SessionId;
use crate::records::{
    Author, Change, ChangeSet, DeviceId, FieldName, InvalidId, Key, Kind, Record, RecordId, ReplicaId, Tables,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write;

/// The kind of the records that hold them.
pub const RESPONSE_KIND: &str = "survey_response";

/// Names of the fields. They are stored: never rename one.
pub mod field {
    pub const RESPONSE: &str = "response";
}

/// What was answered once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Response {
    pub number: SecretNumber,
    pub survey: SurveyKind,
    pub version: SurveyVersion,
    pub session: SessionId,
    /// The day it was answered; never the hour.
    pub on: NaiveDate,
    /// From 1; a later one replaces it.
    pub edition: u16,
    pub answers: Answers,
}

/// What came in, against what was here.
#[derive(Clone, Debug, PartialEq)]
pub enum Arrival {
    New(ChangeSet),
    /// A later edition, which replaces what was here.
    Later(ChangeSet),
    /// What was here already, or something older.
    Again,
    /// The same edition says something else: somebody changed it by hand, or mistyped. Whoever collects chooses, and
    /// [`Response::after`] makes it a later edition.
    Differs(Response),
    /// Its number is that of an answer to something else, which is here: nothing moves by itself.
    Elsewhere(Response),
    /// It was erased or taken away: nothing that comes in brings it back.
    Gone,
    /// It cannot be written: a fault of the program.
    Unwritable,
}

/// Where an answer lives.
pub fn key(number: SecretNumber) -> Result<Key, InvalidId> {
    Ok(Key { kind: Kind::new(RESPONSE_KIND)?, id: number.record_id()? })
}

/// Whether a record answers about a session, without reading the answers.
pub fn is_of(record: &Record, session: &RecordId) -> bool {
    let names_it = |value: &Value| value.get("session").and_then(Value::as_str) == Some(session.as_str());
    record.fields.get(field::RESPONSE).is_some_and(|entries| entries.iter().any(|entry| names_it(&entry.value)))
}

impl Response {
    /// Reads a record; none when it cannot be read, or bears another number than its own. Of two editions, the later.
    pub fn read(id: &RecordId, record: &Record) -> Option<Self> {
        Self::versions(id, record).pop()
    }

    /// Its last edition, as each device that wrote it apart has it: several say different things, and the last one is what
    /// is read until somebody decides.
    pub fn versions(id: &RecordId, record: &Record) -> Vec<Self> {
        let held = record.fields.get(field::RESPONSE).into_iter().flatten();
        let read = held.filter_map(|entry| Some((Self::deserialize(&entry.value).ok()?, entry.value.to_string())));
        let mut own: Vec<(Self, String)> =
            read.filter(|(one, _)| Some(one.number) == SecretNumber::of_record(id)).collect();
        own.sort_by(|(one, said), (other, also)| (one.edition, said).cmp(&(other.edition, also)));
        let last = own.last().map(|(one, _)| one.edition);
        let mut versions: Vec<Self> = own.into_iter().map(|(one, _)| one).collect();
        versions.retain(|one| Some(one.edition) == last);
        versions.dedup_by(|one, other| one.says_the_same(other));
        versions
    }

    /// The answers that two devices hold in two versions of one edition: somebody decides.
    pub fn in_conflict(tables: &Tables) -> Vec<Vec<Self>> {
        let versions = tables.live(RESPONSE_KIND).map(|(id, record)| Self::versions(id, record));
        versions.filter(|versions| versions.len() > 1).collect()
    }

    /// Whether another one answers the same, about the same.
    fn says_the_same(&self, other: &Self) -> bool {
        (&self.answers, &self.session, self.survey) == (&other.answers, &other.session, other.survey)
    }

    /// What was answered here under a number.
    pub fn find(tables: &Tables, number: SecretNumber) -> Option<Self> {
        Self::found(tables, number).pop()
    }

    fn found(tables: &Tables, number: SecretNumber) -> Vec<Self> {
        let Ok(key) = key(number) else { return Vec::new() };
        let record = tables.live_at(&key);
        record.map(|record| Self::versions(&key.id, record)).unwrap_or_default()
    }

    /// Everything that was answered, by number: their order says nothing.
    pub fn all(tables: &Tables) -> Vec<Self> {
        tables.live(RESPONSE_KIND).filter_map(|(id, record)| Self::read(id, record)).collect()
    }

    /// The same, so that it comes after another edition.
    #[must_use]
    pub fn after(self, former: &Self) -> Self {
        Self { edition: former.edition.max(self.edition).saturating_add(1), ..self }
    }

    /// What was written in answer to one question.
    pub fn words(&self, question: &QuestionId) -> Option<&str> {
        match self.answers.get(question)? {
            Answer::Text(text) => Some(text),
            Answer::One(_) | Answer::Many(_) => None,
        }
    }

    /// The author that its write bears: made from it alone.
    fn author(&self, value: &Value) -> Option<Author> {
        let hash = Sha256::digest(value.to_string());
        let name = hash.iter().take(16).fold(String::new(), |mut name, byte| {
            let _ = write!(name, "{byte:02x}");
            name
        });
        let at_ms = self.on.and_hms_opt(12, 0, 0)?.and_utc().timestamp_millis();
        Some(Author { replica: ReplicaId::new(name).ok()?, device: DeviceId::unnamed(), at_ms })
    }

    /// Its write, detached.
    fn written(&self) -> Option<ChangeSet> {
        let value = serde_json::to_value(self).ok()?;
        let author = self.author(&value)?;
        let change =
            Change::SetAs { key: key(self.number).ok()?, field: FieldName::new(field::RESPONSE).ok()?, value, author };
        Some(ChangeSet { changes: vec![change] })
    }
}

/// What becomes of an answer that comes in: from a file, a code, an e-mail or paper, once or several times.
pub fn receive(tables: &Tables, response: &Response) -> Arrival {
    let Some(changes) = response.written() else { return Arrival::Unwritable };
    let here = key(response.number).ok().and_then(|key| tables.get(&key));
    if here.is_some_and(|record| record.erased || record.is_deleted()) {
        return Arrival::Gone;
    }
    let mut found = Response::found(tables, response.number);
    let is_there = |known: &Response| known.edition == response.edition && known.says_the_same(response);
    if found.iter().any(is_there) {
        return Arrival::Again;
    }
    match found.pop() {
        None => Arrival::New(changes),
        Some(known) if (&known.session, known.survey) != (&response.session, response.survey) => {
            Arrival::Elsewhere(known)
        }
        Some(known) if known.edition < response.edition => Arrival::Later(changes),
        Some(known) if known.edition == response.edition && known.answers != response.answers => {
            Arrival::Differs(response.clone().after(&known))
        }
        Some(_) => Arrival::Again,
    }
}

/// The same answer, so that it is what stays: after whatever else is here under its number.
#[must_use]
pub fn preferred(tables: &Tables, response: &Response) -> Response {
    match Response::find(tables, response.number) {
        Some(known) if known.answers != response.answers => response.clone().after(&known),
        _ => response.clone(),
    }
}

/// What makes an answer the one that stays, after whatever is here under its number: somebody decided it. Nothing when it was
/// erased.
pub fn replace(tables: &Tables, chosen: &Response) -> ChangeSet {
    let is_gone = |record: &Record| record.erased || record.is_deleted();
    if key(chosen.number).ok().and_then(|key| tables.get(&key)).is_some_and(is_gone) {
        return ChangeSet::new();
    }
    let former = Response::find(tables, chosen.number);
    let next = former.map_or_else(|| chosen.clone(), |former| chosen.clone().after(&former));
    next.written().unwrap_or_default()
}

/// Several at once: what is to be stored of them, and what each one was.
pub fn receive_all(tables: &Tables, responses: &[Response]) -> (Vec<Arrival>, ChangeSet) {
    let mut kept: BTreeMap<SecretNumber, &Response> = BTreeMap::new();
    let mut changes = ChangeSet::new();
    let arrivals = responses.iter().map(|response| {
        let among = kept.get(&response.number).copied();
        let arrival = match (receive(tables, response), among) {
            (Arrival::New(_) | Arrival::Later(_), Some(former))
                if (&former.session, former.survey) != (&response.session, response.survey) =>
            {
                Arrival::Elsewhere(former.clone())
            }
            (Arrival::New(_) | Arrival::Later(_), Some(former)) if former.edition > response.edition => Arrival::Again,
            (Arrival::New(_) | Arrival::Later(_), Some(former)) if former.edition == response.edition => {
                match former.answers == response.answers {
                    true => Arrival::Again,
                    false => Arrival::Differs(response.clone().after(former)),
                }
            }
            (Arrival::New(new), Some(_)) => Arrival::Later(new),
            // A later edition came just before: this one is old.
            (Arrival::Differs(_), Some(former)) if former.edition > response.edition => Arrival::Again,
            (arrival, _) => arrival,
        };
        if let Arrival::New(new) | Arrival::Later(new) = &arrival {
            kept.insert(response.number, response);
            changes.changes.extend(new.changes.iter().cloned());
        }
        arrival
    });
    (arrivals.collect(), changes)
}

#[cfg(test)]
#[path = "response_tests.rs"]
mod tests;
