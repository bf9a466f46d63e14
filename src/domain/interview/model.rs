//! An interview, as decoded from its record.

use super::answer::Answers;
use super::decision::{Decision, Referral};
use super::flow::Step;
use super::framing::Professional;
use super::id::{BlockId, OrientationId};
use super::label::CaseLabel;
use super::questionnaire::{Length, Version, Voice};
use crate::domain::aside::KeptAside;
use crate::domain::commune::InseeCode;
use crate::records::{FieldName, RecordId};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The kind of the records that hold interviews.
pub const KIND: &str = "interview";

/// An interview. What could not be read stays in the record and is listed in `kept_aside`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interview {
    pub id: RecordId,
    pub label: Option<CaseLabel>,
    pub commune: Option<Residence>,
    /// Where distances are counted from when the person's commune gives none: a choice of the professional's, which says
    /// nothing of the person.
    pub starting_commune: Option<InseeCode>,
    pub age_band: Option<AgeBand>,
    pub length: Length,
    pub presentation: Presentation,
    /// The version of the questionnaire it was started with.
    pub questionnaire: Option<Version>,
    pub started_on: Option<NaiveDate>,
    pub status: Status,
    /// Every answer kept, those that do not count included.
    pub answers: Answers,
    /// Blocks asked though an answer makes them pointless.
    pub ask_anyway: BTreeSet<BlockId>,
    pub notes: BTreeMap<BlockId, String>,
    /// Where to resume.
    pub at: Option<Step>,
    pub decisions: BTreeMap<OrientationId, Decision>,
    pub referrals: BTreeMap<OrientationId, Referral>,
    pub informed: Option<Informed>,
    pub professional: Professional,
    /// Not proposed for erasing before the day after this one.
    pub keep_until: Option<NaiveDate>,
    /// Kept without being used.
    pub restricted: Option<Restriction>,
    /// Fields that could not be read: exported again, shown under what is to check.
    pub kept_aside: Vec<KeptAside>,
    /// Fields on which two people disagree without knowing it.
    pub disputed: Vec<FieldName>,
}

impl Interview {
    /// Whether ordinary lists show it: one whose use is restricted is only kept.
    pub fn is_in_use(&self) -> bool {
        self.restricted.is_none()
    }
}

/// Where the person lives.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Residence {
    Code(InseeCode),
    Elsewhere,
    NotSaid,
}

/// A broad age: never a date of birth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum AgeBand {
    #[serde(rename = "under_18")]
    Under18,
    #[serde(rename = "18_25")]
    From18To25,
    #[serde(rename = "26_39")]
    From26To39,
    #[serde(rename = "40_59")]
    From40To59,
    #[serde(rename = "60_74")]
    From60To74,
    #[serde(rename = "75_over")]
    From75,
    #[serde(rename = "not_said")]
    NotSaid,
}

impl AgeBand {
    pub const ALL: [Self; 7] = [
        Self::Under18,
        Self::From18To25,
        Self::From26To39,
        Self::From40To59,
        Self::From60To74,
        Self::From75,
        Self::NotSaid,
    ];
}

/// How the questions are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Presentation {
    /// « Entretien »: one block per page, in any order, the professional's wording.
    Conversation,
    /// « Une question par page »: for the person, or a shared tablet.
    OnePerPage,
}

impl Presentation {
    pub const ALL: [Self; 2] = [Self::Conversation, Self::OnePerPage];

    pub fn voice(self) -> Voice {
        match self {
            Self::Conversation => Voice::Professional,
            Self::OnePerPage => Voice::Person,
        }
    }
}

/// Where the interview stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Status {
    Ongoing,
    ConcludedOn(NaiveDate),
}

/// The person was told what is kept and why, and said whether they agree to be sent on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Informed {
    pub agreed: bool,
    pub on: NaiveDate,
}

/// The restriction of processing (GDPR, article 18): kept because somebody must, and used for nothing else.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Restriction {
    /// The last day of it. It does not end by itself: from the next day, erasing is due.
    pub until: NaiveDate,
    pub reason: String,
}
