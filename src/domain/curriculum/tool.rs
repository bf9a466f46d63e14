//! Tool sheets: what a tool is for, for whom, when not, how to begin, what to say, an exercise, a quiz, dated facts.

use super::objective::ObjectiveId;
use super::question::{Question, QuestionFault, QuestionId};
use crate::domain::directory::standard::Programme;
use crate::domain::ecosystem::when::When;
use crate::domain::interview::id::{OrientationId, slug};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

slug! {
    /// A tool; part of an address and of what is stored, so never renamed nor reused.
    ToolId
}
slug! {
    /// Where a fact was read.
    SourceId
}

/// The sheets that are delivered.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ToolBook {
    pub version: String,
    pub as_of: When,
    pub sources: Vec<Source>,
    pub tools: Vec<Tool>,
}

/// Where facts were read.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    pub id: SourceId,
    /// Its name, as one would look it up: no address.
    pub title: String,
    pub read_on: When,
}

/// A sheet.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tool {
    pub id: ToolId,
    pub title: String,
    /// What it is, in a sentence.
    pub what: String,
    /// Other names by which it is looked for.
    #[serde(default)]
    pub also: Vec<String>,
    /// The objective of the tender that asks for it.
    #[serde(default)]
    pub objective: Option<ObjectiveId>,
    pub what_for: Vec<String>,
    pub for_whom: Vec<String>,
    pub when_not: Vec<String>,
    /// How to begin: five steps.
    pub steps: Vec<String>,
    /// What to say to the person, word for word.
    pub say: Vec<String>,
    pub exercise: Exercise,
    /// Five questions.
    pub quiz: Vec<Question>,
    pub facts: Vec<Fact>,
    /// The orientations that lead to it.
    #[serde(default)]
    pub orientations: BTreeSet<OrientationId>,
    /// The national programmes whose places lead to it.
    #[serde(default)]
    pub programmes: Vec<Programme>,
}

/// Something to do with the tool, with the network and without.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exercise {
    pub title: String,
    pub minutes: u16,
    /// The fictional situation.
    pub situation: String,
    pub online: Vec<String>,
    pub offline: Vec<String>,
    /// What one must have found or said.
    pub expected: Vec<String>,
}

/// Something that was true on a date, with where it was read.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    pub text: String,
    pub on: When,
    pub source: SourceId,
    pub status: FactStatus,
}

/// How far a fact may be relied upon today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FactStatus {
    /// It holds, as far as the source says.
    Holds,
    /// It was so, and is told for what it explains.
    Past,
    /// It may have moved: to check before relying on it.
    ToCheck,
}

/// What is wrong with the sheets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ToolFault {
    Twice(String),
    /// A part of a sheet has too few or too many entries.
    Count(ToolId, &'static str, usize),
    UnknownSource(ToolId, SourceId),
    /// It is dated after the edition of the sheets.
    Future(ToolId, String),
    Question(QuestionId, QuestionFault),
}

impl ToolBook {
    pub fn tool(&self, id: &ToolId) -> Option<&Tool> {
        self.tools.iter().find(|tool| tool.id == *id)
    }

    pub fn source(&self, id: &SourceId) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == *id)
    }

    /// Every fault of the file.
    pub fn faults(&self) -> Vec<ToolFault> {
        let names = self.tools.iter().map(|tool| tool.id.as_str());
        let questions = self.tools.iter().flat_map(|tool| tool.quiz.iter().map(|question| question.id.as_str()));
        let sources = self.sources.iter().map(|source| source.id.as_str());
        let mut faults: Vec<ToolFault> =
            [twice(names), twice(questions), twice(sources)].into_iter().flatten().map(ToolFault::Twice).collect();
        for tool in &self.tools {
            let counts = [
                ("what_for", tool.what_for.len(), 1..=6),
                ("for_whom", tool.for_whom.len(), 1..=6),
                ("when_not", tool.when_not.len(), 1..=6),
                ("steps", tool.steps.len(), 5..=5),
                ("say", tool.say.len(), 1..=5),
                ("quiz", tool.quiz.len(), 5..=5),
                ("facts", tool.facts.len(), 1..=14),
                ("online", tool.exercise.online.len(), 1..=8),
                ("offline", tool.exercise.offline.len(), 1..=8),
                ("expected", tool.exercise.expected.len(), 1..=8),
            ];
            let wrong = counts.into_iter().filter(|(_, count, bounds)| !bounds.contains(count));
            faults.extend(wrong.map(|(part, count, _)| ToolFault::Count(tool.id.clone(), part, count)));
            for fact in &tool.facts {
                if self.source(&fact.source).is_none() {
                    faults.push(ToolFault::UnknownSource(tool.id.clone(), fact.source.clone()));
                }
                if fact.on > self.as_of {
                    faults.push(ToolFault::Future(tool.id.clone(), fact.text.clone()));
                }
            }
            for question in &tool.quiz {
                faults
                    .extend(question.faults().into_iter().map(|fault| ToolFault::Question(question.id.clone(), fault)));
            }
        }
        faults
    }
}

fn twice<'a>(names: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut seen = BTreeMap::new();
    names.for_each(|name| *seen.entry(name).or_insert(0) += 1);
    seen.into_iter().filter(|(_, count)| *count > 1).map(|(name, _)| name.to_owned()).collect()
}
