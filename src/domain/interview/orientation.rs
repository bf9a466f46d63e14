//! Proposed orientations: the rules that fire, with their reasons, and what was decided of each.

use super::condition::{Evidence, Facts, gather};
use super::decision::Decision;
use super::id::OrientationId;
use super::rulebook::{Orientation, Priority, Rule, Rulebook};
use std::collections::BTreeMap;

/// An orientation to look at: proposed by rules, or already decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal<'a> {
    pub orientation: &'a Orientation,
    /// The most pressing of the rules; of an orientation that no rule proposes, `Later`.
    pub priority: Priority,
    /// The rules that fire. Empty: added by hand, or decided before the answers changed.
    pub rules: Vec<&'a Rule>,
    /// What made the rules fire, without repetition.
    pub reasons: Vec<Evidence>,
    /// `None`: undecided.
    pub decision: Option<Decision>,
}

impl Proposal<'_> {
    /// Was proposed and decided, and no rule proposes it any more.
    pub fn is_outdated(&self) -> bool {
        self.rules.is_empty() && matches!(self.decision, Some(Decision::Accepted | Decision::SetAside { .. }))
    }

    pub fn is_kept(&self) -> bool {
        self.decision.as_ref().is_some_and(Decision::is_kept)
    }
}

/// The orientations that rules propose and those already decided: the most pressing first, then in the rulebook's order.
pub fn propose<'a>(
    rulebook: &'a Rulebook,
    facts: Facts<'_>,
    decisions: &BTreeMap<OrientationId, Decision>,
) -> Vec<Proposal<'a>> {
    let mut proposals: Vec<Proposal<'a>> = rulebook
        .orientations
        .iter()
        .filter_map(|orientation| {
            let fired = rulebook.rules_of(&orientation.id).filter_map(|rule| Some((rule, rule.fires(facts)?)));
            let mut proposal = Proposal {
                orientation,
                priority: Priority::Later,
                rules: Vec::new(),
                reasons: Vec::new(),
                decision: decisions.get(&orientation.id).cloned(),
            };
            for (rule, evidence) in fired {
                proposal.priority = proposal.priority.min(rule.priority);
                proposal.rules.push(rule);
                gather(&mut proposal.reasons, evidence);
            }
            (!proposal.rules.is_empty() || proposal.decision.is_some()).then_some(proposal)
        })
        .collect();
    proposals.sort_by_key(|proposal| proposal.priority);
    proposals
}

/// Decisions on orientations that this rulebook does not define.
pub fn undefined<'a>(
    rulebook: &Rulebook,
    decisions: &'a BTreeMap<OrientationId, Decision>,
) -> Vec<(&'a OrientationId, &'a Decision)> {
    decisions.iter().filter(|(id, _)| rulebook.orientation(id).is_none()).collect()
}
