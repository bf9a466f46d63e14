//! What an interview shows: a result per axis, findings, proposed orientations, the frame. Never a total.

use super::condition::{Evidence, Facts, Verdict};
use super::framing::{self, Framing, Input};
use super::id::{FindingId, ItemId};
use super::level::{Completeness, Level, LevelResult, SkillCounts, completeness, skill_counts};
use super::model::Interview;
use super::orientation::{Proposal, propose};
use super::questionnaire::{Axis, Item, Questionnaire};
use super::rulebook::{Finding, Rulebook};
use super::visibility::{View, view};
use std::collections::BTreeMap;

/// Everything that is concluded from an interview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessment<'a> {
    /// In the order of `Axis::ALL`.
    pub axes: Vec<AxisResult<'a>>,
    pub proposals: Vec<Proposal<'a>>,
    pub framing: Framing,
}

/// What is known of an axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AxisResult<'a> {
    pub axis: Axis,
    pub completeness: Completeness,
    pub outcome: Outcome<'a>,
    /// Items asked that have no usable answer, in order.
    pub unknown: Vec<ItemId>,
}

/// What an axis shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome<'a> {
    Skill {
        result: LevelResult,
        counts: SkillCounts,
    },
    /// Obstacles first. Empty: nothing stands out of what is known.
    Situation(Vec<Found<'a>>),
}

/// A finding that holds, and the answers that say so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found<'a> {
    pub finding: &'a Finding,
    pub evidence: Vec<Evidence>,
}

/// The items asked in an interview, and the answers that count.
pub fn view_of<'a>(questionnaire: &'a Questionnaire, interview: &Interview) -> View<'a> {
    view(questionnaire, interview.length, &interview.answers, &interview.ask_anyway)
}

/// Concludes from an interview, seen through `view`.
pub fn assess<'a>(rulebook: &'a Rulebook, view: &View<'_>, interview: &Interview) -> Assessment<'a> {
    let mut levels: BTreeMap<Axis, Level> = BTreeMap::new();
    let mut skills = BTreeMap::new();
    for axis in Axis::ALL.into_iter().filter(|axis| axis.is_skill()) {
        let (counts, visible) = skill_counts(view, axis);
        let result = rulebook.levels.result(counts, visible);
        if let LevelResult::Level(level) = result {
            levels.insert(axis, level);
        }
        skills.insert(axis, Outcome::Skill { result, counts });
    }
    // Findings look at answers and levels, not at one another (checked with the content).
    let none = BTreeMap::new();
    let before = Facts { answers: &view.answers, levels: &levels, findings: &none };
    let findings: BTreeMap<FindingId, Verdict> =
        rulebook.findings.iter().map(|finding| (finding.id.clone(), finding.when.evaluate(before))).collect();
    let facts = Facts { findings: &findings, ..before };

    let axes = Axis::ALL
        .into_iter()
        .map(|axis| AxisResult {
            axis,
            completeness: completeness(view, axis),
            outcome: skills.remove(&axis).unwrap_or_else(|| Outcome::Situation(found(rulebook, axis, &findings))),
            unknown: unknown(view, axis),
        })
        .collect();
    Assessment {
        axes,
        proposals: propose(rulebook, facts, &interview.decisions),
        framing: framing::frame(&rulebook.framing, facts, interview.professional),
    }
}

/// The items to ask to know what a frame depends on: those behind its condition that make sense and have no usable
/// answer yet, in order. Empty for the professional's own status.
pub fn items_to_ask<'a>(rulebook: &Rulebook, view: &View<'a>, input: Input) -> Vec<&'a Item> {
    let Some(condition) = rulebook.framing.condition(input) else { return Vec::new() };
    let mut askable: Vec<&'a Item> = view.items.iter().chain(&view.beyond).copied().collect();
    askable.retain(|item| {
        let is_known = view.answers.get(&item.id).is_some_and(|answer| answer.is_known());
        !is_known && rulebook.reads(condition, item)
    });
    askable
}

/// Every item to ask to settle a frame, in order.
pub fn items_to_settle<'a>(rulebook: &Rulebook, view: &View<'a>, framing: &Framing) -> Vec<&'a Item> {
    let wanted: Vec<&Item> =
        framing.to_ask.iter().flat_map(|input| items_to_ask(rulebook, view, *input)).collect::<Vec<_>>();
    view.items
        .iter()
        .chain(&view.beyond)
        .copied()
        .filter(|item| wanted.iter().any(|other| other.id == item.id))
        .collect()
}

fn found<'a>(rulebook: &'a Rulebook, axis: Axis, verdicts: &BTreeMap<FindingId, Verdict>) -> Vec<Found<'a>> {
    let mut found: Vec<Found<'a>> = rulebook
        .findings
        .iter()
        .filter(|finding| finding.axis == axis)
        .filter_map(|finding| {
            let verdict = verdicts.get(&finding.id).filter(|verdict| verdict.is_true())?;
            Some(Found { finding, evidence: verdict.evidence.clone() })
        })
        .collect();
    found.sort_by_key(|found| found.finding.weight);
    found
}

fn unknown(view: &View<'_>, axis: Axis) -> Vec<ItemId> {
    view.items
        .iter()
        .filter(|item| item.axis == axis && view.answers.get(&item.id).is_none_or(|answer| !answer.is_known()))
        .map(|item| item.id.clone())
        .collect()
}
