//! What was decided of an orientation, and where the person is sent.

use crate::domain::commune::InseeCode;
use crate::domain::directory::place::PlaceId;
use serde::{Deserialize, Serialize};

/// A decision on an orientation. Absent: undecided.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum Decision {
    /// Proposed by a rule, and kept.
    Accepted,
    /// Proposed by a rule, and not kept.
    SetAside {
        reason: SetAsideReason,
        /// More about the reason; may be empty.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        note: String,
    },
    /// Added though no rule proposed it.
    AddedByHand,
}

impl Decision {
    /// Goes on the sheets.
    pub fn is_kept(&self) -> bool {
        matches!(self, Self::Accepted | Self::AddedByHand)
    }
}

/// Why an orientation is not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SetAsideReason {
    PersonDeclines,
    AlreadyDone,
    NotNow,
    NotSuited,
    NoPlaceWithinReach,
    /// Said in the note.
    Other,
}

impl SetAsideReason {
    /// In the order they are offered.
    pub const ALL: [Self; 6] =
        [Self::PersonDeclines, Self::AlreadyDone, Self::NotNow, Self::NotSuited, Self::NoPlaceWithinReach, Self::Other];
}

/// The place chosen for an orientation. What identifies it is copied, so that the sheet still prints without the
/// directory and a new edition of it can propose to attach the place again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Referral {
    pub place: PlaceId,
    /// The directory it comes from.
    pub source: String,
    pub name: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub commune: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub insee_code: Option<InseeCode>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub address: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub phone: String,
    /// When to go, in the professional's words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub when: String,
    /// Whom to ask for there, in the professional's words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub ask_for: String,
}
