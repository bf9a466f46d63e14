//! Conditions on the answers, with three values and the evidence that decided.

use super::answer::{Answer, Answers, SkillLevel};
use super::id::{FindingId, ItemId, OptionId};
use super::level::Level;
use super::questionnaire::Axis;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A condition, as written in the content.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Condition {
    All(Vec<Condition>),
    Any(Vec<Condition>),
    Not(Box<Condition>),
    /// One of the options is chosen.
    Answer {
        item: ItemId,
        r#in: Vec<OptionId>,
    },
    /// The skill is at one of the levels.
    Skill {
        item: ItemId,
        r#in: Vec<SkillLevel>,
    },
    /// The item has no usable answer. Always true or false.
    Unknown(ItemId),
    /// The axis is at one of the levels; unknown while there is not enough to tell.
    Level {
        axis: Axis,
        r#in: Vec<Level>,
    },
    /// The finding holds.
    Finding(FindingId),
}

/// What is known of a condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Truth {
    True,
    False,
    Unknown,
}

/// What decided a condition.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Evidence {
    /// An answer; of several options chosen, only those looked for.
    Answer { item: ItemId, answer: Answer },
    /// The item has no usable answer.
    Unanswered(ItemId),
    /// The level that an axis reached.
    Level { axis: Axis, level: Level },
}

/// A condition's value and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    pub truth: Truth,
    /// Without repetition, in the order of the condition; empty when unknown.
    pub evidence: Vec<Evidence>,
}

impl Verdict {
    fn unknown() -> Self {
        Self { truth: Truth::Unknown, evidence: Vec::new() }
    }

    fn decided(holds: bool, evidence: Evidence) -> Self {
        Self { truth: if holds { Truth::True } else { Truth::False }, evidence: vec![evidence] }
    }

    pub fn is_true(&self) -> bool {
        self.truth == Truth::True
    }
}

/// What conditions are evaluated on.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'a> {
    /// The answers that count: of items asked, and suiting them.
    pub answers: &'a Answers,
    pub levels: &'a BTreeMap<Axis, Level>,
    pub findings: &'a BTreeMap<FindingId, Verdict>,
}

static NO_LEVELS: BTreeMap<Axis, Level> = BTreeMap::new();
static NO_FINDINGS: BTreeMap<FindingId, Verdict> = BTreeMap::new();

impl<'a> Facts<'a> {
    /// Answers alone: levels and findings stay unknown.
    pub fn answers_only(answers: &'a Answers) -> Self {
        Self { answers, levels: &NO_LEVELS, findings: &NO_FINDINGS }
    }

    fn known(&self, item: &ItemId) -> Option<&Answer> {
        self.answers.get(item).filter(|answer| answer.is_known())
    }
}

impl Condition {
    pub fn evaluate(&self, facts: Facts<'_>) -> Verdict {
        match self {
            Self::All(parts) => join(parts.iter().map(|part| part.evaluate(facts)), Truth::False, Truth::True),
            Self::Any(parts) => join(parts.iter().map(|part| part.evaluate(facts)), Truth::True, Truth::False),
            Self::Not(part) => {
                let verdict = part.evaluate(facts);
                let truth = match verdict.truth {
                    Truth::True => Truth::False,
                    Truth::False => Truth::True,
                    Truth::Unknown => Truth::Unknown,
                };
                Verdict { truth, ..verdict }
            }
            Self::Answer { item, r#in } => facts.known(item).map_or_else(Verdict::unknown, |answer| {
                let holds = answer.options().any(|option| r#in.contains(option));
                let answer = if holds { narrowed(answer, r#in) } else { answer.clone() };
                Verdict::decided(holds, Evidence::Answer { item: item.clone(), answer })
            }),
            Self::Skill { item, r#in } => facts.known(item).map_or_else(Verdict::unknown, |answer| {
                let holds = answer.skill_level().is_some_and(|level| r#in.contains(&level));
                Verdict::decided(holds, Evidence::Answer { item: item.clone(), answer: answer.clone() })
            }),
            Self::Unknown(item) => match facts.known(item) {
                None => Verdict::decided(true, Evidence::Unanswered(item.clone())),
                Some(answer) => {
                    Verdict::decided(false, Evidence::Answer { item: item.clone(), answer: answer.clone() })
                }
            },
            Self::Level { axis, r#in } => facts.levels.get(axis).map_or_else(Verdict::unknown, |level| {
                Verdict::decided(r#in.contains(level), Evidence::Level { axis: *axis, level: *level })
            }),
            Self::Finding(id) => facts.findings.get(id).cloned().unwrap_or_else(Verdict::unknown),
        }
    }

    /// Every item read, directly.
    pub fn items(&self) -> Vec<&ItemId> {
        let mut items = Vec::new();
        self.visit(&mut |part| {
            if let Self::Answer { item, .. } | Self::Skill { item, .. } | Self::Unknown(item) = part
                && !items.contains(&item)
            {
                items.push(item);
            }
        });
        items
    }

    /// Calls `see` on this condition and on every part of it.
    pub fn visit<'a>(&'a self, see: &mut impl FnMut(&'a Self)) {
        see(self);
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().for_each(|part| part.visit(see)),
            Self::Not(part) => part.visit(see),
            Self::Answer { .. } | Self::Skill { .. } | Self::Unknown(_) | Self::Level { .. } | Self::Finding(_) => {}
        }
    }
}

/// One part at `absorbing` decides, and the parts at that value are the evidence; all at `neutral` together give it.
fn join(verdicts: impl Iterator<Item = Verdict>, absorbing: Truth, neutral: Truth) -> Verdict {
    let verdicts: Vec<Verdict> = verdicts.collect();
    let truth = if verdicts.iter().any(|verdict| verdict.truth == absorbing) {
        absorbing
    } else if verdicts.iter().any(|verdict| verdict.truth == Truth::Unknown) {
        return Verdict::unknown();
    } else {
        neutral
    };
    let mut evidence = Vec::new();
    for verdict in verdicts.into_iter().filter(|verdict| verdict.truth == truth) {
        gather(&mut evidence, verdict.evidence);
    }
    Verdict { truth, evidence }
}

/// Adds evidence without repeating any; options of one item come together.
pub fn gather(evidence: &mut Vec<Evidence>, more: Vec<Evidence>) {
    for one in more {
        let mut is_new = !evidence.contains(&one);
        if let Evidence::Answer { item, answer: Answer::Many(added) } = &one {
            for known in evidence.iter_mut() {
                if let Evidence::Answer { item: same, answer: Answer::Many(options) } = known
                    && same == item
                {
                    options.extend(added.iter().cloned());
                    is_new = false;
                }
            }
        }
        if is_new {
            evidence.push(one);
        }
    }
}

fn narrowed(answer: &Answer, wanted: &[OptionId]) -> Answer {
    match answer {
        Answer::Many(options) => {
            Answer::Many(options.iter().filter(|option| wanted.contains(option)).cloned().collect())
        }
        other => other.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{answers, many, one, skill};
    use super::*;

    fn condition(json: &str) -> Condition {
        serde_json::from_str(json).unwrap()
    }

    fn truth(json: &str, given: &[(&str, Answer)]) -> Truth {
        condition(json).evaluate(Facts::answers_only(&answers(given))).truth
    }

    const GOOD: &str = r#"{"answer":{"item":"state","in":["good"]}}"#;
    const BAD: &str = r#"{"answer":{"item":"state","in":["bad"]}}"#;
    const LEARN: &str = r#"{"answer":{"item":"wish","in":["learn"]}}"#;

    #[test]
    fn what_is_not_known_is_neither_true_nor_false() {
        let not_good = format!(r#"{{"not":{GOOD}}}"#);
        for unknown in [vec![], vec![("state", Answer::DoesNotKnow)], vec![("state", Answer::PrefersNotToSay)]] {
            assert_eq!(truth(GOOD, &unknown), Truth::Unknown);
            assert_eq!(truth(&not_good, &unknown), Truth::Unknown);
            assert_eq!(truth(r#"{"skill":{"item":"state","in":["does_not"]}}"#, &unknown), Truth::Unknown);
            assert_eq!(truth(r#"{"unknown":"state"}"#, &unknown), Truth::True);
        }
        assert_eq!(truth(&not_good, &[("state", one("bad"))]), Truth::True);
        assert_eq!(truth(r#"{"unknown":"state"}"#, &[("state", one("bad"))]), Truth::False);
        assert_eq!(truth(r#"{"level":{"axis":"basics","in":["very_far"]}}"#, &[]), Truth::Unknown);
        assert_eq!(truth(r#"{"finding":"any"}"#, &[]), Truth::Unknown);
    }

    #[test]
    fn all_and_any_follow_three_valued_logic() {
        let pair = |word: &str| format!(r#"{{"{word}":[{GOOD},{LEARN}]}}"#);
        let (all, any) = (pair("all"), pair("any"));
        let state = |text: &str| match text {
            "t" => vec![("state", one("good"))],
            "f" => vec![("state", one("bad"))],
            _ => vec![],
        };
        let wish = |text: &str| match text {
            "t" => vec![("wish", one("learn"))],
            "f" => vec![("wish", one("not"))],
            _ => vec![],
        };
        for (a, b, both, either) in [
            ("t", "t", Truth::True, Truth::True),
            ("t", "f", Truth::False, Truth::True),
            ("t", "?", Truth::Unknown, Truth::True),
            ("f", "f", Truth::False, Truth::False),
            ("f", "?", Truth::False, Truth::Unknown),
            ("?", "?", Truth::Unknown, Truth::Unknown),
        ] {
            for (left, right) in [(a, b), (b, a)] {
                let given = [state(left), wish(right)].concat();
                assert_eq!((truth(&all, &given), truth(&any, &given)), (both, either), "{left} {right}");
            }
        }
        assert_eq!((truth(r#"{"all":[]}"#, &[]), truth(r#"{"any":[]}"#, &[])), (Truth::True, Truth::False));
    }

    #[test]
    fn the_evidence_is_what_decided_once_each() {
        let given = answers(&[("state", one("bad")), ("wish", one("learn")), ("device", many(&["phone"]))]);
        let verdict = condition(&format!(r#"{{"any":[{BAD},{GOOD},{{"all":[{BAD},{LEARN}]}}]}}"#))
            .evaluate(Facts::answers_only(&given));
        let evidence =
            |id: &str| Evidence::Answer { item: ItemId::new(id).unwrap(), answer: given.get(id).unwrap().clone() };
        assert_eq!(verdict, Verdict { truth: Truth::True, evidence: vec![evidence("state"), evidence("wish")] });
        let verdict = condition(&format!(r#"{{"all":[{GOOD},{LEARN}]}}"#)).evaluate(Facts::answers_only(&given));
        assert_eq!(verdict, Verdict { truth: Truth::False, evidence: vec![evidence("state")] });
    }

    #[test]
    fn of_several_options_only_those_looked_for_are_evidence() {
        let given = answers(&[("device", many(&["laptop", "phone", "tablet"]))]);
        let one = |option: &str| format!(r#"{{"answer":{{"item":"device","in":["{option}","fax"]}}}}"#);
        let both = format!(r#"{{"all":[{},{}]}}"#, one("phone"), one("tablet"));
        let verdict = condition(&both).evaluate(Facts::answers_only(&given));
        let item = ItemId::new("device").unwrap();
        assert_eq!(verdict.evidence, [Evidence::Answer { item, answer: many(&["phone", "tablet"]) }]);
    }

    #[test]
    fn a_skill_level_is_compared_with_those_listed() {
        let some = r#"{"skill":{"item":"write","in":["with_help","does_not"]}}"#;
        assert_eq!(truth(some, &[("write", skill(SkillLevel::DoesNot))]), Truth::True);
        assert_eq!(truth(some, &[("write", skill(SkillLevel::Alone))]), Truth::False);
    }
}
