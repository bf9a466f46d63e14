//! Results per axis: a level for skills, never a total; and how much of each axis is known.

use super::answer::{Discussed, SkillLevel};
use super::questionnaire::Axis;
use super::visibility::View;
use serde::{Deserialize, Serialize};

/// How far from autonomy on a skill axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    VeryFar,
    Beginner,
    NearAutonomy,
    Autonomous,
}

impl Level {
    pub const ALL: [Self; 4] = [Self::VeryFar, Self::Beginner, Self::NearAutonomy, Self::Autonomous];
}

/// How much of an axis is known. The four first sum to `visible`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Completeness {
    pub answered: usize,
    pub does_not_know: usize,
    pub prefers_not_to_say: usize,
    pub not_discussed: usize,
    /// Items asked on the axis.
    pub visible: usize,
}

/// What a skill axis shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LevelResult {
    Level(Level),
    /// Too few answers to say; `needed` is how many it takes. `visible` is 0 when nothing of the axis is asked.
    NotEnough {
        answered: usize,
        visible: usize,
        needed: usize,
    },
}

/// Skill answers of an axis.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SkillCounts {
    pub alone: usize,
    pub with_help: usize,
    pub does_not: usize,
}

impl SkillCounts {
    pub fn answered(self) -> usize {
        self.alone + self.with_help + self.does_not
    }
}

/// The rule that gives a level, in shares of the skills answered. Content, shown in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LevelRule {
    /// Share of the asked skills that must have an answer.
    pub needed_percent: usize,
    /// And at least this number.
    pub needed_at_least: usize,
    pub autonomous: Threshold,
    pub near_autonomy: Threshold,
    pub beginner: Threshold,
}

/// Least shares of the skills answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Threshold {
    /// Done alone.
    pub alone_percent: usize,
    /// Done alone or with help.
    pub done_percent: usize,
}

impl Threshold {
    fn is_reached(self, counts: SkillCounts) -> bool {
        let reaches = |part: usize, percent: usize| part * 100 >= percent * counts.answered();
        reaches(counts.alone, self.alone_percent) && reaches(counts.alone + counts.with_help, self.done_percent)
    }
}

impl LevelRule {
    /// How many answers it takes when `visible` skills are asked.
    pub fn needed(&self, visible: usize) -> usize {
        (visible * self.needed_percent).div_ceil(100).max(self.needed_at_least)
    }

    pub fn result(&self, counts: SkillCounts, visible: usize) -> LevelResult {
        let needed = self.needed(visible);
        if counts.answered() < needed {
            return LevelResult::NotEnough { answered: counts.answered(), visible, needed };
        }
        LevelResult::Level(if self.autonomous.is_reached(counts) {
            Level::Autonomous
        } else if self.near_autonomy.is_reached(counts) {
            Level::NearAutonomy
        } else if self.beginner.is_reached(counts) {
            Level::Beginner
        } else {
            Level::VeryFar
        })
    }
}

/// How much is known of an axis.
pub fn completeness(view: &View<'_>, axis: Axis) -> Completeness {
    let mut known = Completeness::default();
    for item in view.items.iter().filter(|item| item.axis == axis) {
        known.visible += 1;
        match Discussed::of(view.answers.get(&item.id)) {
            Discussed::Answered => known.answered += 1,
            Discussed::DoesNotKnow => known.does_not_know += 1,
            Discussed::PrefersNotToSay => known.prefers_not_to_say += 1,
            Discussed::NotDiscussed => known.not_discussed += 1,
        }
    }
    known
}

/// The skill answers of an axis, and how many skills are asked. How an answer is known does not weigh.
pub fn skill_counts(view: &View<'_>, axis: Axis) -> (SkillCounts, usize) {
    let mut counts = SkillCounts::default();
    let mut visible = 0;
    for item in view.items.iter().filter(|item| item.axis == axis && item.is_skill()) {
        visible += 1;
        match view.answers.get(&item.id).and_then(|answer| answer.skill_level()) {
            Some(SkillLevel::Alone) => counts.alone += 1,
            Some(SkillLevel::WithHelp) => counts.with_help += 1,
            Some(SkillLevel::DoesNot) => counts.does_not += 1,
            None => {}
        }
    }
    (counts, visible)
}
