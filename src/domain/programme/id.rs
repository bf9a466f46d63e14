//! Identities of the programme's records, one type each, and how their fields are read.

use crate::records::{InvalidId, Record, RecordId, Tables};
use serde::de::DeserializeOwned;

/// Makes the type of an identity, with the kind of its records.
macro_rules! identity {
    ($(#[$doc:meta])* $name:ident, $kind:ident = $text:literal) => {
        /// The kind of these records.
        pub const $kind: &str = $text;

        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub $crate::records::RecordId);

        impl $name {
            pub fn new(text: &str) -> Result<Self, $crate::records::InvalidId> {
                $crate::records::RecordId::new(text).map(Self)
            }

            pub fn as_str(&self) -> &str {
                self.0.as_str()
            }

            /// Where its record lives.
            pub fn key(&self) -> Result<$crate::records::Key, $crate::records::InvalidId> {
                Ok($crate::records::Key { kind: $crate::records::Kind::new($kind)?, id: self.0.clone() })
            }
        }
    };
}
pub(in crate::domain) use identity;

identity! {
    /// A cycle of sessions.
    CycleId, CYCLE_KIND = "cycle"
}
identity! {
    /// A day of training.
    SessionId, SESSION_KIND = "session"
}
identity! {
    /// Somebody who is trained, or may be.
    ProfessionalId, PROFESSIONAL_KIND = "professional"
}
identity! {
    /// Somebody who trains.
    TrainerId, TRAINER_KIND = "trainer"
}
identity! {
    /// Where professionals work.
    StructureId, STRUCTURE_KIND = "structure"
}
identity! {
    /// A meeting or a call with the commissioner.
    MeetingId, MEETING_KIND = "meeting"
}
identity! {
    /// Something to do.
    ActionId, ACTION_KIND = "action"
}
identity! {
    /// Something that may go wrong.
    RiskId, RISK_KIND = "risk"
}
identity! {
    /// Something that somebody complained of.
    ComplaintId, COMPLAINT_KIND = "complaint"
}

/// The kinds of the records of somebody's place in a session, and of their presence there.
pub const REGISTRATION_KIND: &str = "registration";
pub const ATTENDANCE_KIND: &str = "attendance";
/// The kinds of the one record that describes who trains, and of the one that holds the wording of documents.
pub const PROVIDER_KIND: &str = "provider";
pub const WORDING_KIND: &str = "wording";

/// The field by which a record says which cycle it belongs to.
pub const CYCLE_FIELD: &str = "cycle";
/// The field by which a record says which session it belongs to.
pub const SESSION_FIELD: &str = "session";

/// The value of a field; none when it is missing or of another shape. What cannot be read stays in the record.
pub fn read<T: DeserializeOwned>(record: &Record, name: &str) -> Option<T> {
    T::deserialize(record.value(name)?).ok()
}

/// A text; empty when there is none.
pub fn text(record: &Record, name: &str) -> String {
    record.value(name).and_then(serde_json::Value::as_str).unwrap_or_default().to_owned()
}

/// Every record of a kind that is neither removed nor erased, read.
pub fn all<T>(tables: &Tables, kind: &str, read: impl Fn(&RecordId, &Record) -> T) -> Vec<T> {
    tables.live(kind).map(|(id, record)| read(id, record)).collect()
}

/// The record of two others together, always the same one: their identities without their dashes, one after the other.
/// None when they are too long for one.
pub fn joint(one: &RecordId, other: &RecordId) -> Result<RecordId, InvalidId> {
    let bare = |id: &RecordId| id.as_str().replace('-', "");
    RecordId::new(format!("{}{}", bare(one), bare(other)))
}
