//! What is shown of each axis: a sentence, bars, and a table that holds what the bars hold, all made from one value.

use super::interview as words;
use crate::domain::interview::assessment::{AxisResult, Found, Outcome};
use crate::domain::interview::id::ItemId;
use crate::domain::interview::level::{Completeness, Level, LevelResult};
use crate::domain::interview::questionnaire::{Axis, Voice};
use crate::domain::interview::rulebook::{Rulebook, Weight};

/// An axis, as shown. Never a total.
#[derive(Clone, Debug, PartialEq)]
pub struct AxisRow<'a> {
    pub axis: Axis,
    pub title: &'a str,
    /// What the axis covers.
    pub about: &'a str,
    pub shown: Shown<'a>,
    /// The questions asked, by what was said.
    pub answers: Bar,
    /// « 6 réponses sur 8 ».
    pub completeness: String,
    /// The questions asked without a usable answer.
    pub unknown: Vec<ItemId>,
}

/// What an axis says.
#[derive(Clone, Debug, PartialEq)]
pub enum Shown<'a> {
    /// `level` is none below the stated share of answers.
    Skill { level: Option<Level>, sentence: String, skills: Bar },
    /// `findings`, by what they mean, is empty when nothing stands out; then `nothing` says so.
    Situation { findings: Vec<(Weight, Vec<&'a str>)>, nothing: &'static str },
}

/// A bar, one cell for each thing counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    pub title: &'static str,
    pub parts: Vec<Part>,
}

/// Cells of a bar that say the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    pub fill: Fill,
    pub label: &'static str,
    pub count: usize,
}

/// How a part is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill {
    /// Known, whatever it says.
    Known,
    Full,
    Medium,
    Light,
    /// Spoken of, and unknown.
    Unknown,
    /// Spoken of, and kept to oneself.
    Withheld,
    /// Never spoken of.
    Empty,
}

impl Bar {
    pub fn counts(&self) -> Vec<usize> {
        self.parts.iter().map(|part| part.count).collect()
    }

    /// « Gestes : sans aide 4, avec aide 2 », the parts that count nothing left out.
    pub fn sentence(&self) -> String {
        let parts: Vec<String> =
            self.counted().map(|part| format!("{} {}", part.label.to_lowercase(), part.count)).collect();
        match parts.as_slice() {
            [] => format!("{}\u{a0}: aucune question posée", self.title),
            parts => format!("{}\u{a0}: {}", self.title, parts.join(", ")),
        }
    }

    /// Something was answered: what is empty alone says nothing.
    pub fn has_answers(&self) -> bool {
        self.counted().any(|part| part.fill != Fill::Empty)
    }

    /// The parts that count something.
    pub fn counted(&self) -> impl Iterator<Item = &Part> {
        self.parts.iter().filter(|part| part.count > 0)
    }
}

/// The name of an axis's result, in a table: a level, or that there is not enough to tell.
pub fn level_name(level: Option<Level>) -> &'static str {
    level.map_or("Pas assez d’éléments", words::level)
}

/// Every axis, in order.
pub fn rows<'a>(rulebook: &'a Rulebook, axes: &[AxisResult<'a>]) -> Vec<AxisRow<'a>> {
    axes.iter().map(|result| row(rulebook, result)).collect()
}

fn row<'a>(rulebook: &'a Rulebook, result: &AxisResult<'a>) -> AxisRow<'a> {
    let text = rulebook.axis(result.axis);
    let shown = match &result.outcome {
        Outcome::Skill { result: level_result, counts } => Shown::Skill {
            level: match level_result {
                LevelResult::Level(level) => Some(*level),
                LevelResult::NotEnough { .. } => None,
            },
            sentence: words::level_sentence(rulebook, result.axis, *level_result, Voice::Professional),
            skills: Bar {
                title: "Gestes",
                parts: vec![
                    Part { fill: Fill::Full, label: "Sans aide", count: counts.alone },
                    Part { fill: Fill::Medium, label: "Avec aide", count: counts.with_help },
                    Part { fill: Fill::Light, label: "Ne fait pas", count: counts.does_not },
                    Part {
                        fill: Fill::Empty,
                        label: "Sans réponse",
                        count: result.completeness.visible.saturating_sub(counts.answered()),
                    },
                ],
            },
        },
        Outcome::Situation(found) => {
            Shown::Situation { findings: by_weight(found), nothing: words::nothing_stands_out(result.completeness) }
        }
    };
    AxisRow {
        axis: result.axis,
        title: text.map_or("", |text| text.title.as_str()),
        about: text.map_or("", |text| text.about.as_str()),
        shown,
        answers: answers(result.completeness),
        completeness: words::completeness(result.completeness),
        unknown: result.unknown.clone(),
    }
}

/// The sentences in their order, those of one weight together.
fn by_weight<'a>(found: &[Found<'a>]) -> Vec<(Weight, Vec<&'a str>)> {
    let mut groups: Vec<(Weight, Vec<&'a str>)> = Vec::new();
    for Found { finding, .. } in found {
        match groups.last_mut() {
            Some((weight, sentences)) if *weight == finding.weight => sentences.push(&finding.sentence),
            _ => groups.push((finding.weight, vec![&finding.sentence])),
        }
    }
    groups
}

fn answers(known: Completeness) -> Bar {
    let part = |fill, label, count| Part { fill, label, count };
    Bar {
        title: "Questions",
        parts: vec![
            part(Fill::Known, "Répondu", known.answered),
            part(Fill::Unknown, "Ne sait pas", known.does_not_know),
            part(Fill::Withheld, "Préfère ne pas répondre", known.prefers_not_to_say),
            part(Fill::Empty, "Non abordé", known.not_discussed),
        ],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::questionnaire::questionnaire;
    use crate::content::rules::rulebook;
    use crate::domain::interview::answer::{Answer, SkillLevel};
    use crate::domain::interview::assessment::assess;
    use crate::domain::interview::questionnaire::Length;
    use crate::domain::interview::visibility::view;
    use std::collections::{BTreeMap, BTreeSet};

    fn rows_after(answer: impl Fn(usize) -> Option<Answer>) -> Vec<AxisRow<'static>> {
        let questionnaire = questionnaire().unwrap();
        let rulebook = rulebook().unwrap();
        let skills = questionnaire.items.iter().filter(|item| item.is_skill()).enumerate();
        let answers: BTreeMap<_, _> = skills.filter_map(|(n, item)| Some((item.id.clone(), answer(n)?))).collect();
        let view = view(questionnaire, Length::Full, &answers, &BTreeSet::new());
        let mut interview = crate::domain::interview::model::Interview::from_record(
            &crate::records::RecordId::new("i").unwrap(),
            &crate::records::Record::default(),
        );
        interview.answers = answers;
        rows(rulebook, &assess(rulebook, &view, &interview).axes)
    }

    #[test]
    fn every_axis_is_named_and_no_bar_counts_more_than_was_asked() {
        let alone = Answer::Skill { level: SkillLevel::Alone, basis: None };
        let rows = rows_after(|n| match n % 4 {
            0 => None,
            1 => Some(Answer::DoesNotKnow),
            2 => Some(Answer::PrefersNotToSay),
            _ => Some(alone.clone()),
        });
        assert_eq!(rows.len(), Axis::ALL.len());
        for row in rows {
            assert!(!row.title.is_empty() && !row.about.is_empty());
            let asked: usize = row.answers.counts().iter().sum();
            if let Shown::Skill { skills, sentence, .. } = &row.shown {
                assert_eq!(skills.counts().iter().sum::<usize>(), asked, "{}", row.title);
                assert!(!sentence.is_empty());
            }
            let unanswered: usize = row.answers.counts().iter().skip(1).sum();
            assert_eq!(unanswered, row.unknown.len(), "{}", row.title);
        }
    }

    #[test]
    fn a_level_is_named_and_its_absence_too() {
        let rows = rows_after(|_| Some(Answer::Skill { level: SkillLevel::Alone, basis: None }));
        let levels: Vec<_> = rows
            .iter()
            .filter_map(|row| match &row.shown {
                Shown::Skill { level, .. } => Some(level_name(*level)),
                Shown::Situation { .. } => None,
            })
            .collect();
        assert_eq!(levels, ["Autonome", "Autonome", "Autonome"]);
        let unknown = rows_after(|_| Some(Answer::DoesNotKnow));
        let basics = unknown.iter().find(|row| row.axis == Axis::Basics).unwrap();
        assert!(matches!(&basics.shown, Shown::Skill { level: None, sentence, .. } if sentence.contains("il en faut")));
        assert_eq!(level_name(None), "Pas assez d’éléments");
    }

    #[test]
    fn findings_of_one_weight_stand_together_in_order() {
        let rulebook = rulebook().unwrap();
        let found: Vec<Found<'_>> = rulebook
            .findings
            .iter()
            .filter(|finding| finding.axis == Axis::Barriers)
            .map(|finding| Found { finding, evidence: Vec::new() })
            .collect();
        let groups = by_weight(&found);
        let weights: Vec<Weight> = groups.iter().map(|(weight, _)| *weight).collect();
        assert!(weights.windows(2).all(|pair| pair[0] != pair[1]));
        assert_eq!(groups.iter().map(|(_, sentences)| sentences.len()).sum::<usize>(), found.len());
        assert_eq!(groups[0].1[0], found[0].finding.sentence);
    }

    #[test]
    fn a_bar_is_said_in_words() {
        let bar = answers(Completeness { answered: 6, does_not_know: 1, visible: 7, ..Completeness::default() });
        assert_eq!(bar.sentence(), "Questions\u{a0}: répondu 6, ne sait pas 1");
        assert!(bar.has_answers());
        assert!(!answers(Completeness { not_discussed: 3, visible: 3, ..Completeness::default() }).has_answers());
        assert_eq!(answers(Completeness::default()).sentence(), "Questions\u{a0}: aucune question posée");
    }
}
