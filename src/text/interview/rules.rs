//! Rules in words, made from the very conditions that run: what is shown is what is done.

use super::{axis_title, level, skill_level};
use crate::domain::interview::condition::Condition;
use crate::domain::interview::id::{FindingId, ItemId};
use crate::domain::interview::questionnaire::{Questionnaire, Voice};
use crate::domain::interview::rulebook::{Rule, Rulebook};

/// A condition in words: to show as nested lists, or as one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Words {
    /// One thing to look at: « Souhait : « Apprendre à les faire » ».
    One(String),
    /// Every part holds.
    All(Vec<Words>),
    /// One part at least holds.
    Any(Vec<Words>),
}

/// A rule in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleWords {
    pub when: Words,
    pub unless: Option<Words>,
}

impl Words {
    /// On one line: « a ; et b ; et (c, ou d) ».
    pub fn line(&self) -> String {
        match self {
            Self::One(text) => text.clone(),
            Self::All(parts) => join(parts, " ; et "),
            Self::Any(parts) => join(parts, ", ou "),
        }
    }
}

fn join(parts: &[Words], between: &str) -> String {
    let lines: Vec<String> = parts
        .iter()
        .map(|part| match part {
            Words::One(text) => text.clone(),
            nested => format!("({})", nested.line()),
        })
        .collect();
    lines.join(between)
}

/// Heads the parts of a `Words::All`.
pub const ALL_OF: &str = "Tout ceci :";
/// Heads the parts of a `Words::Any`.
pub const ANY_OF: &str = "L’un de ces points au moins :";
/// Heads what makes a rule fire.
pub const WHEN: &str = "Proposée quand";
/// Heads what keeps a rule silent.
pub const UNLESS: &str = "Sauf si";

/// A rule in words.
pub fn describe_rule(rule: &Rule, questionnaire: &Questionnaire, rulebook: &Rulebook) -> RuleWords {
    RuleWords {
        when: describe(&rule.when, questionnaire, rulebook),
        unless: rule.unless.as_ref().map(|unless| describe(unless, questionnaire, rulebook)),
    }
}

/// A condition in words. A finding that looks at one thing is replaced by it; another is named by its sentence, and
/// described by itself elsewhere.
pub fn describe(condition: &Condition, questionnaire: &Questionnaire, rulebook: &Rulebook) -> Words {
    Describer { questionnaire, rulebook }.words(condition, true)
}

struct Describer<'a> {
    questionnaire: &'a Questionnaire,
    rulebook: &'a Rulebook,
}

impl Describer<'_> {
    /// `holds`: said of the condition itself, or of its contrary.
    fn words(&self, condition: &Condition, holds: bool) -> Words {
        let parts = |parts: &[Condition]| parts.iter().map(|part| self.words(part, holds)).collect::<Vec<_>>();
        match condition {
            Condition::All(inner) if holds => flat_all(parts(inner)),
            Condition::Any(inner) if !holds => flat_all(parts(inner)),
            Condition::Any(inner) | Condition::All(inner) => flat_any(parts(inner)),
            Condition::Not(inner) => self.words(inner, !holds),
            Condition::Answer { item, r#in } => {
                let labels = r#in.iter().map(|option| self.option(item, option.as_str())).collect::<Vec<_>>();
                Words::One(format!("{} : {}", self.item(item), choice(&labels, holds)))
            }
            Condition::Skill { item, r#in } => {
                let labels: Vec<String> =
                    r#in.iter().map(|level| quoted(skill_level(*level, Voice::Professional))).collect();
                Words::One(format!("{} : {}", self.item(item), choice(&labels, holds)))
            }
            Condition::Unknown(item) => {
                let state = if holds { "pas de réponse" } else { "une réponse" };
                Words::One(format!("{} : {state}", self.item(item)))
            }
            Condition::Level { axis, r#in } => {
                let labels: Vec<String> = r#in.iter().map(|one| quoted(level(*one))).collect();
                Words::One(format!("Niveau {} : {}", axis_title(*axis, self.rulebook), choice(&labels, holds)))
            }
            Condition::Finding(id) => self.finding(id, holds),
        }
    }

    fn finding(&self, id: &FindingId, holds: bool) -> Words {
        let Some(finding) = self.rulebook.finding(id) else { return Words::One(id.to_string()) };
        match self.words(&finding.when, holds) {
            one @ Words::One(_) => one,
            _ => {
                let state = if holds { "Constat" } else { "Sans le constat" };
                Words::One(format!("{state} {}", quoted(finding.sentence.trim_end_matches('.'))))
            }
        }
    }

    fn item(&self, id: &ItemId) -> String {
        self.questionnaire.item(id).map_or_else(|| id.to_string(), |item| item.short.clone())
    }

    fn option(&self, item: &ItemId, option: &str) -> String {
        let known = self.questionnaire.item(item).and_then(|item| {
            item.options().iter().find(|known| known.id.as_str() == option).map(|known| known.label.as_str())
        });
        quoted(known.unwrap_or(option))
    }
}

fn quoted(text: &str) -> String {
    format!("«\u{202f}{text}\u{202f}»")
}

/// « a », « b » ou « c »; or ni « a » ni « b ».
fn choice(labels: &[String], holds: bool) -> String {
    if !holds {
        let denied: Vec<String> = labels.iter().map(|label| format!("ni {label}")).collect();
        return match labels {
            [one] => format!("autre que {one}"),
            _ => denied.join(" "),
        };
    }
    match labels {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} ou {last}", first.join(", ")),
    }
}

fn flat_all(parts: Vec<Words>) -> Words {
    single(parts, Words::All)
}

fn flat_any(parts: Vec<Words>) -> Words {
    single(parts, Words::Any)
}

/// A group of one is that one.
fn single(mut parts: Vec<Words>, group: impl Fn(Vec<Words>) -> Words) -> Words {
    match (parts.len(), parts.pop()) {
        (1, Some(only)) => only,
        (_, last) => {
            parts.extend(last);
            group(parts)
        }
    }
}
