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

#[cfg(test)]
mod tests {
    use super::super::answer::{Answer, Answers};
    use super::super::fixture::{answers, many, one, skill, small};
    use super::super::questionnaire::Length;
    use super::super::visibility::view;
    use super::*;
    use std::collections::BTreeSet;

    fn rule() -> LevelRule {
        let threshold = |alone_percent, done_percent| Threshold { alone_percent, done_percent };
        LevelRule {
            needed_percent: 60,
            needed_at_least: 2,
            autonomous: threshold(80, 100),
            near_autonomy: threshold(50, 75),
            beginner: threshold(0, 50),
        }
    }

    fn counts(alone: usize, with_help: usize, does_not: usize) -> SkillCounts {
        SkillCounts { alone, with_help, does_not }
    }

    fn level(alone: usize, with_help: usize, does_not: usize) -> Level {
        let counts = counts(alone, with_help, does_not);
        match rule().result(counts, counts.answered()) {
            LevelResult::Level(level) => level,
            LevelResult::NotEnough { .. } => panic!("{counts:?}"),
        }
    }

    #[test]
    fn levels_change_exactly_at_their_thresholds() {
        for (alone, with_help, does_not, expected) in [
            (10, 0, 0, Level::Autonomous),
            (8, 2, 0, Level::Autonomous),
            (7, 3, 0, Level::NearAutonomy),
            (9, 0, 1, Level::NearAutonomy),
            (5, 3, 2, Level::NearAutonomy),
            (4, 6, 0, Level::Beginner),
            (2, 0, 2, Level::Beginner),
            (0, 10, 0, Level::Beginner),
            (0, 5, 5, Level::Beginner),
            (4, 0, 6, Level::VeryFar),
            (0, 4, 6, Level::VeryFar),
            (0, 0, 2, Level::VeryFar),
        ] {
            assert_eq!(level(alone, with_help, does_not), expected, "{alone} {with_help} {does_not}");
        }
    }

    #[test]
    fn a_better_answer_never_lowers_the_level() {
        for total in 2..=12 {
            for alone in 0..=total {
                for with_help in 0..=total - alone {
                    let does_not = total - alone - with_help;
                    let here = level(alone, with_help, does_not);
                    if does_not > 0 {
                        assert!(level(alone, with_help + 1, does_not - 1) >= here);
                        assert!(level(alone + 1, with_help, does_not - 1) >= here);
                    }
                    if with_help > 0 {
                        assert!(level(alone + 1, with_help - 1, does_not) >= here);
                    }
                }
            }
        }
    }

    #[test]
    fn below_the_share_needed_there_is_no_level() {
        let result = |answered: usize, visible| rule().result(counts(answered, 0, 0), visible);
        let not_enough = |answered, visible, needed| LevelResult::NotEnough { answered, visible, needed };
        assert_eq!(result(2, 5), not_enough(2, 5, 3));
        assert_eq!(result(3, 5), LevelResult::Level(Level::Autonomous));
        assert_eq!(result(3, 6), not_enough(3, 6, 4));
        assert_eq!(result(1, 1), not_enough(1, 1, 2));
        assert_eq!(result(0, 0), not_enough(0, 0, 2));
    }

    #[test]
    fn the_unknown_never_counts_as_zero() {
        let questionnaire = small();
        let seen = |given: &Answers| {
            let view = view(&questionnaire, Length::Full, given, &BTreeSet::new());
            (skill_counts(&view, Axis::Basics), completeness(&view, Axis::Basics))
        };
        let alone = ("switch-on", skill(SkillLevel::Alone));
        for unknown in [None, Some(Answer::DoesNotKnow), Some(Answer::PrefersNotToSay)] {
            let given: Vec<_> = [alone.clone()].into_iter().chain(unknown.map(|answer| ("write", answer))).collect();
            let ((skills, visible), known) = seen(&answers(&given));
            assert_eq!((skills, visible), (counts(1, 0, 0), 2));
            assert_eq!((known.answered, known.visible), (1, 2));
            assert_eq!(known.does_not_know + known.prefers_not_to_say + known.not_discussed, 1);
        }
        let given = answers(&[
            alone,
            ("write", Answer::DoesNotKnow),
            ("device", Answer::PrefersNotToSay),
            ("wish", one("not")),
        ]);
        assert_eq!(
            seen(&given).1,
            Completeness { answered: 1, does_not_know: 1, prefers_not_to_say: 0, not_discussed: 0, visible: 2 }
        );
    }

    #[test]
    fn what_is_not_asked_is_not_counted() {
        let questionnaire = small();
        let given = answers(&[("device", many(&["none"])), ("write", skill(SkillLevel::DoesNot))]);
        let view = view(&questionnaire, Length::Full, &given, &BTreeSet::new());
        assert_eq!(skill_counts(&view, Axis::Basics), (counts(0, 0, 0), 0));
        assert_eq!(completeness(&view, Axis::Basics), Completeness::default());
    }
}
