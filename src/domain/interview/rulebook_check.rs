//! What is wrong with a rulebook, next to its questionnaire: all of it at once.

use super::condition::Condition;
use super::framing::Input;
use super::id::{FindingId, ItemId, OrientationId, RuleId};
use super::level::Level;
use super::questionnaire::{Axis, Questionnaire};
use super::questionnaire_check;
use super::rulebook::Rulebook;
use std::collections::BTreeSet;

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    AxisTexts(Axis),
    LevelTexts(Axis),
    DuplicateFinding(FindingId),
    /// A finding on a skill axis, which has a level.
    FindingOnSkillAxis(FindingId),
    /// Findings are settled together: one cannot read another.
    FindingReadsFinding(FindingId),
    DuplicateOrientation(OrientationId),
    /// No rule proposes it.
    OrientationWithoutRule(OrientationId),
    /// Its filter asks nothing.
    EmptyFilter(OrientationId),
    DuplicateRule(RuleId),
    UnknownOrientation(RuleId),
    UnknownItem(ItemId),
    UnknownFinding(FindingId),
    /// A condition reads the level of an axis that has none.
    LevelOfSituation(Axis),
    Read(questionnaire_check::Fault),
    Thresholds,
}

impl Rulebook {
    /// Everything that is wrong.
    pub fn check(&self, questionnaire: &Questionnaire) -> Vec<Fault> {
        let mut faults = Vec::new();
        self.check_axes(&mut faults);
        self.check_findings(&mut faults);
        self.check_orientations(&mut faults);
        self.check_rules(&mut faults);
        let framing = Input::ALL.into_iter().filter_map(|input| self.framing.condition(input));
        let findings = self.findings.iter().map(|finding| &finding.when);
        for condition in self.rules.iter().flat_map(|rule| rule.conditions()).chain(findings).chain(framing) {
            self.check_condition(questionnaire, condition, &mut faults);
        }
        faults
    }

    fn check_axes(&self, faults: &mut Vec<Fault>) {
        for axis in Axis::ALL {
            let texts: Vec<_> = self.axes.iter().filter(|text| text.axis == axis).collect();
            let [text] = texts.as_slice() else {
                faults.push(Fault::AxisTexts(axis));
                continue;
            };
            let expected = if axis.is_skill() { Level::ALL.len() } else { 0 };
            if text.levels.len() != expected {
                faults.push(Fault::LevelTexts(axis));
            }
        }
        let rule = &self.levels;
        let falling = [rule.autonomous, rule.near_autonomy, rule.beginner];
        let is_ordered = falling.windows(2).all(|pair| match pair {
            [high, low] => high.alone_percent >= low.alone_percent && high.done_percent >= low.done_percent,
            _ => true,
        });
        let is_share = |percent: usize| percent <= 100;
        let are_shares = falling.iter().all(|level| is_share(level.alone_percent) && is_share(level.done_percent));
        if !is_ordered || !are_shares || !is_share(rule.needed_percent) || rule.needed_at_least == 0 {
            faults.push(Fault::Thresholds);
        }
    }

    fn check_findings(&self, faults: &mut Vec<Fault>) {
        let mut seen = BTreeSet::new();
        for finding in &self.findings {
            if !seen.insert(&finding.id) {
                faults.push(Fault::DuplicateFinding(finding.id.clone()));
            }
            if finding.axis.is_skill() {
                faults.push(Fault::FindingOnSkillAxis(finding.id.clone()));
            }
            finding.when.visit(&mut |part| {
                if matches!(part, Condition::Finding(_)) {
                    faults.push(Fault::FindingReadsFinding(finding.id.clone()));
                }
            });
        }
    }

    fn check_orientations(&self, faults: &mut Vec<Fault>) {
        let mut seen = BTreeSet::new();
        for orientation in &self.orientations {
            if !seen.insert(&orientation.id) {
                faults.push(Fault::DuplicateOrientation(orientation.id.clone()));
            }
            if self.rules_of(&orientation.id).next().is_none() {
                faults.push(Fault::OrientationWithoutRule(orientation.id.clone()));
            }
            if orientation.filter.as_ref().is_some_and(|filter| filter.is_empty()) {
                faults.push(Fault::EmptyFilter(orientation.id.clone()));
            }
        }
    }

    fn check_rules(&self, faults: &mut Vec<Fault>) {
        let mut seen = BTreeSet::new();
        for rule in &self.rules {
            if !seen.insert(&rule.id) {
                faults.push(Fault::DuplicateRule(rule.id.clone()));
            }
            if self.orientation(&rule.orientation).is_none() {
                faults.push(Fault::UnknownOrientation(rule.id.clone()));
            }
        }
    }

    fn check_condition(&self, questionnaire: &Questionnaire, condition: &Condition, faults: &mut Vec<Fault>) {
        let unknown = condition.items().into_iter().filter(|item| questionnaire.item(item).is_none());
        faults.extend(unknown.map(|item| Fault::UnknownItem(item.clone())));
        faults.extend(questionnaire.check_reads(condition).into_iter().map(Fault::Read));
        condition.visit(&mut |part| match part {
            Condition::Level { axis, .. } if !axis.is_skill() => faults.push(Fault::LevelOfSituation(*axis)),
            Condition::Finding(id) if self.finding(id).is_none() => faults.push(Fault::UnknownFinding(id.clone())),
            _ => {}
        });
    }
}
