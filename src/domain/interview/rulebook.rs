//! The rulebook: how levels are reached, what the answers show, which orientations follow. Content, read from a data
//! file and shown to people in words.

use super::condition::{Condition, Evidence, Facts};
use super::framing::FramingRules;
use super::id::{FindingId, OrientationId, RuleId, ToolId};
use super::level::{Level, LevelRule};
use super::questionnaire::{Axis, Item, Version};
use crate::domain::directory::filter::PlaceFilter;
use serde::Deserialize;
use std::collections::BTreeMap;

/// Everything that is concluded from answers.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rulebook {
    pub version: Version,
    pub levels: LevelRule,
    pub axes: Vec<AxisText>,
    pub findings: Vec<Finding>,
    pub orientations: Vec<Orientation>,
    pub rules: Vec<Rule>,
    pub framing: FramingRules,
}

/// An axis and, for a skill axis, a sentence per level.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AxisText {
    pub axis: Axis,
    pub title: String,
    /// What the axis covers, in one sentence.
    pub about: String,
    #[serde(default)]
    pub levels: BTreeMap<Level, LevelText>,
}

/// A level in words.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LevelText {
    /// For the professional.
    pub sentence: String,
    /// The same, said to the person.
    pub sentence_self: String,
}

/// Something the answers show about a situation.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Finding {
    pub id: FindingId,
    pub axis: Axis,
    pub weight: Weight,
    pub when: Condition,
    /// For the professional.
    pub sentence: String,
}

/// What a finding means for what comes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Weight {
    /// To settle before the rest.
    Obstacle,
    /// To take into account.
    Attention,
    /// To build upon.
    Asset,
}

/// Somewhere to go or something to do.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Orientation {
    pub id: OrientationId,
    pub title: String,
    /// For the professional: what it is, what to expect of it.
    pub what: String,
    /// One line of the person's sheet: what to do.
    pub action: String,
    /// What to bring, for the person's sheet; may be empty.
    #[serde(default)]
    pub bring: Vec<String>,
    /// Whom or what to ask for there, for the person's sheet; may be empty.
    #[serde(default)]
    pub ask_for: String,
    pub pictogram: Pictogram,
    /// Places to look for; none when no place of the directory answers.
    #[serde(default)]
    pub filter: Option<PlaceFilter>,
    /// The tool sheet that goes with it.
    #[serde(default)]
    pub tool: Option<ToolId>,
}

/// A drawing of the person's sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Pictogram {
    Device,
    Connection,
    Help,
    Counter,
    Learn,
    Group,
    Mail,
    Work,
    Reading,
    Language,
    Documents,
    Shield,
    School,
    Welcome,
    Remote,
    Free,
}

/// When an orientation is proposed.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    pub id: RuleId,
    pub orientation: OrientationId,
    pub priority: Priority,
    pub when: Condition,
    /// Does not fire when this is true; while this is unknown, it does.
    #[serde(default)]
    pub unless: Option<Condition>,
}

/// What comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Priority {
    Now,
    Soon,
    Later,
}

impl Rule {
    /// Why it fires; `None` when it stays silent.
    pub fn fires(&self, facts: Facts<'_>) -> Option<Vec<Evidence>> {
        let is_prevented = self.unless.as_ref().is_some_and(|unless| unless.evaluate(facts).is_true());
        let verdict = self.when.evaluate(facts);
        (verdict.is_true() && !is_prevented).then_some(verdict.evidence)
    }

    /// Both of its conditions.
    pub fn conditions(&self) -> impl Iterator<Item = &Condition> {
        std::iter::once(&self.when).chain(&self.unless)
    }
}

impl Rulebook {
    pub fn axis(&self, axis: Axis) -> Option<&AxisText> {
        self.axes.iter().find(|text| text.axis == axis)
    }

    pub fn finding(&self, id: &FindingId) -> Option<&Finding> {
        self.findings.iter().find(|finding| finding.id == *id)
    }

    pub fn orientation(&self, id: &OrientationId) -> Option<&Orientation> {
        self.orientations.iter().find(|orientation| orientation.id == *id)
    }

    /// The rules that propose an orientation.
    pub fn rules_of<'a>(&'a self, orientation: &'a OrientationId) -> impl Iterator<Item = &'a Rule> {
        self.rules.iter().filter(move |rule| rule.orientation == *orientation)
    }

    /// Whether a condition depends on an item: directly, through a finding, or through the level of its axis.
    pub fn reads(&self, condition: &Condition, item: &Item) -> bool {
        let mut reads = false;
        condition.visit(&mut |part| {
            reads |= match part {
                Condition::Answer { item: id, .. } | Condition::Skill { item: id, .. } | Condition::Unknown(id) => {
                    *id == item.id
                }
                Condition::Level { axis, .. } => item.axis == *axis,
                Condition::Finding(id) => self.finding(id).is_some_and(|finding| self.reads(&finding.when, item)),
                Condition::All(_) | Condition::Any(_) | Condition::Not(_) => false,
            };
        });
        reads
    }
}
