//! The objectives of the training, as the commissioner asks for them.

use crate::domain::interview::id::slug;
use serde::Deserialize;

slug! {
    /// An objective; part of what is stored and handed in, so never renamed nor reused.
    ObjectiveId
}
slug! {
    /// A group of objectives.
    ObjectiveGroupId
}

/// What the training is for: groups, in order, and their objectives.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Objectives {
    pub groups: Vec<ObjectiveGroup>,
}

/// Objectives that go together.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ObjectiveGroup {
    pub id: ObjectiveGroupId,
    pub title: String,
    pub objectives: Vec<Objective>,
}

/// What one can do after the day.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Objective {
    pub id: ObjectiveId,
    /// In the infinitive: « Situer les acteurs… ».
    pub title: String,
    /// The same, said by whoever positions themselves: « Je sais qui fait quoi… ».
    pub said: String,
}

impl Objectives {
    /// Every objective, in order.
    pub fn iter(&self) -> impl Iterator<Item = &Objective> {
        self.groups.iter().flat_map(|group| &group.objectives)
    }
}
