//! A sequence of the day: what is done, for how long, how, and how one knows that it was learnt.

use super::objective::ObjectiveId;
use super::tool::ToolId;
use crate::domain::programme::id::identity;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

identity! {
    /// A sequence of a version of the curriculum.
    SequenceId, SEQUENCE_KIND = "sequence"
}

/// Part of a day, as it is delivered and as it is stored: the names are those of the record's fields, never rename one.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sequence {
    pub id: SequenceId,
    /// That of the sequence it was first copied from, its own otherwise: two versions are compared by it.
    pub root: SequenceId,
    pub title: String,
    pub method: Method,
    pub minutes: u16,
    /// What it may be shortened to when the day is late; none: it is not shortened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub least: Option<u16>,
    /// What one can do afterwards.
    #[serde(default)]
    pub aim: String,
    #[serde(default)]
    pub content: String,
    /// What the trainer does, and says.
    #[serde(default)]
    pub trainer: String,
    /// What the learners do.
    #[serde(default)]
    pub learners: String,
    /// What is shown or handed out.
    #[serde(default)]
    pub support: String,
    /// What must be at hand, a line each.
    #[serde(default)]
    pub materials: String,
    /// Minutes of it in which learners are active, by objective.
    #[serde(default)]
    pub active: BTreeMap<ObjectiveId, u16>,
    /// How the tool is practised with the network, and without it.
    #[serde(default)]
    pub online: String,
    #[serde(default)]
    pub offline: String,
    /// What is assessed in it, and by what.
    #[serde(default)]
    pub assessed: BTreeSet<ObjectiveId>,
    #[serde(default)]
    pub means: BTreeSet<Means>,
    /// How the assessment goes.
    #[serde(default)]
    pub assessment: String,
    /// The screens that are needed at that moment.
    #[serde(default)]
    pub opens: BTreeSet<Opens>,
}

/// How a sequence is led.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// Welcome, round of introductions, conclusion.
    Frame,
    /// The trainer tells.
    Talk,
    /// The group exchanges.
    Discussion,
    /// A case is worked on.
    Case,
    /// A tool is used.
    Practice,
    /// Somebody plays the person.
    RolePlay,
    /// People get to know what each does.
    Networking,
    /// What was learnt is looked at.
    Assessment,
    /// No training: it does not count.
    Break,
}

impl Method {
    pub const ALL: [Self; 9] = [
        Self::Frame,
        Self::Talk,
        Self::Discussion,
        Self::Case,
        Self::Practice,
        Self::RolePlay,
        Self::Networking,
        Self::Assessment,
        Self::Break,
    ];
    pub const CODES: [&'static str; 9] =
        ["frame", "talk", "discussion", "case", "practice", "role_play", "networking", "assessment", "break"];
}

/// What an objective is assessed by; each must exist.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Means {
    /// Questions of the quizzes about that objective.
    Quiz,
    /// A case of the exercise and its reference reading.
    Case,
    /// The positioning of the morning and of the evening.
    Positioning,
    /// What the trainer observes, with a grid of their own.
    Observation,
}

impl Means {
    pub const ALL: [Self; 4] = [Self::Quiz, Self::Case, Self::Positioning, Self::Observation];
    pub const CODES: [&'static str; 4] = ["quiz", "case", "positioning", "observation"];
}

/// A screen that a sequence needs.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Opens {
    Exercise,
    Positioning,
    Directory,
    Ecosystem,
    Glossary,
    /// Interlocutors, and what each can help with.
    Cards,
    /// The end-of-day survey.
    Survey,
    Tool(ToolId),
}

/// A text that names no screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownScreen;

impl std::fmt::Display for UnknownScreen {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("unknown screen")
    }
}

impl std::error::Error for UnknownScreen {}

impl Opens {
    /// What may be ticked. Tools of a later version are read all the same.
    pub const CODES: [&'static str; 17] = [
        "exercise",
        "positioning",
        "directory",
        "ecosystem",
        "glossary",
        "cards",
        "survey",
        "tool/hub-map",
        "tool/pix",
        "tool/aidants-connect",
        "tool/digital-safe",
        "tool/france-services",
        "tool/digital-advisers",
        "tool/bons-clics",
        "tool/solidarity",
        "tool/cnil-kit",
        "tool/eva",
    ];
}

impl TryFrom<String> for Opens {
    type Error = UnknownScreen;
    fn try_from(code: String) -> Result<Self, UnknownScreen> {
        Ok(match code.as_str() {
            "exercise" => Self::Exercise,
            "positioning" => Self::Positioning,
            "directory" => Self::Directory,
            "ecosystem" => Self::Ecosystem,
            "glossary" => Self::Glossary,
            "cards" => Self::Cards,
            "survey" => Self::Survey,
            other => {
                let tool = other.strip_prefix("tool/").and_then(|tool| ToolId::new(tool).ok());
                Self::Tool(tool.ok_or(UnknownScreen)?)
            }
        })
    }
}

impl From<Opens> for String {
    fn from(opens: Opens) -> Self {
        match opens {
            Opens::Exercise => "exercise".to_owned(),
            Opens::Positioning => "positioning".to_owned(),
            Opens::Directory => "directory".to_owned(),
            Opens::Ecosystem => "ecosystem".to_owned(),
            Opens::Glossary => "glossary".to_owned(),
            Opens::Cards => "cards".to_owned(),
            Opens::Survey => "survey".to_owned(),
            Opens::Tool(tool) => format!("tool/{tool}"),
        }
    }
}

impl Sequence {
    /// Whether it counts as training.
    pub fn is_work(&self) -> bool {
        self.method != Method::Break
    }

    /// Minutes of it in which learners are active.
    pub fn active_minutes(&self) -> u16 {
        self.active.values().fold(0_u16, |sum, minutes| sum.saturating_add(*minutes)).min(self.minutes)
    }

    /// What must be at hand.
    pub fn materials(&self) -> impl Iterator<Item = &str> {
        self.materials.lines().map(str::trim).filter(|line| !line.is_empty())
    }
}
