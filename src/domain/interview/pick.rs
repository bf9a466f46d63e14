//! What choosing a row under a question does to its answer.

use super::answer::{Answer, Basis, SkillLevel, toggled};
use super::id::OptionId;
use super::questionnaire::{Item, ItemKind};
use std::collections::BTreeSet;

/// A row that can be chosen under a question.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Pick {
    Level(SkillLevel),
    Option(OptionId),
    DoesNotKnow,
    PrefersNotToSay,
}

impl Pick {
    /// Says something about the question; the others say that it stays unknown.
    pub fn is_known(&self) -> bool {
        matches!(self, Self::Level(_) | Self::Option(_))
    }

    /// Whether this row is part of the answer.
    pub fn is_in(&self, answer: Option<&Answer>) -> bool {
        match (self, answer) {
            (Self::Level(level), Some(Answer::Skill { level: chosen, .. })) => level == chosen,
            (Self::Option(option), Some(answer)) => answer.options().any(|chosen| chosen == option),
            (Self::DoesNotKnow, Some(Answer::DoesNotKnow)) | (Self::PrefersNotToSay, Some(Answer::PrefersNotToSay)) => {
                true
            }
            _ => false,
        }
    }
}

impl Item {
    /// Every row, in the order they are offered: what is known first.
    pub fn picks(&self) -> Vec<Pick> {
        let known: Vec<Pick> = match &self.kind {
            ItemKind::Skill { .. } => SkillLevel::ALL.into_iter().map(Pick::Level).collect(),
            ItemKind::One { options } | ItemKind::Many { options } => {
                options.iter().map(|option| Pick::Option(option.id.clone())).collect()
            }
        };
        known.into_iter().chain([Pick::DoesNotKnow, Pick::PrefersNotToSay]).collect()
    }

    /// The row that a digit chooses: the first is 1.
    pub fn pick_at(&self, digit: char) -> Option<Pick> {
        let number = digit.to_digit(10)?.checked_sub(1)?;
        self.picks().into_iter().nth(number as usize)
    }

    /// Several options may be chosen together.
    pub fn is_multiple(&self) -> bool {
        matches!(self.kind, ItemKind::Many { .. })
    }

    /// The answer once a row has been chosen, or taken back where several may be chosen together. `None`: nothing is
    /// left, the question is not discussed.
    #[must_use]
    pub fn picked(&self, answer: Option<&Answer>, pick: &Pick) -> Option<Answer> {
        let takes_back = self.is_multiple() && pick.is_in(answer);
        match (pick, &self.kind) {
            (Pick::Level(level), _) => {
                let basis = answer.and_then(Answer::basis);
                Some(Answer::Skill { level: *level, basis })
            }
            (Pick::Option(option), ItemKind::Many { .. }) => {
                let chosen: BTreeSet<OptionId> = answer.into_iter().flat_map(Answer::options).cloned().collect();
                Some(toggled(self, &chosen, option)).filter(|chosen| !chosen.is_empty()).map(Answer::Many)
            }
            (Pick::Option(option), _) => Some(Answer::One(option.clone())),
            (Pick::DoesNotKnow | Pick::PrefersNotToSay, _) if takes_back => None,
            (Pick::DoesNotKnow, _) => Some(Answer::DoesNotKnow),
            (Pick::PrefersNotToSay, _) => Some(Answer::PrefersNotToSay),
        }
    }
}

impl Answer {
    /// How a skill is known, once that was said.
    pub fn basis(&self) -> Option<Basis> {
        match self {
            Self::Skill { basis, .. } => *basis,
            _ => None,
        }
    }

    /// The same answer, known otherwise; only a skill has a basis.
    #[must_use]
    pub fn known_by(&self, basis: Basis) -> Self {
        match self {
            Self::Skill { level, .. } => Self::Skill { level: *level, basis: Some(basis) },
            other => other.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::interview::id::{BlockId, ItemId};
    use crate::domain::interview::questionnaire::{Axis, Choice, CrcnDomain};

    fn item(kind: ItemKind) -> Item {
        Item {
            id: ItemId::new("item").unwrap(),
            block: BlockId::new("block").unwrap(),
            axis: Axis::Access,
            short: String::new(),
            text: String::new(),
            text_self: String::new(),
            prompt: String::new(),
            hint_self: String::new(),
            kind,
            in_short: true,
            show_if: None,
            hide_if: None,
        }
    }

    fn options() -> Vec<Choice> {
        let choice = |id: &str, exclusive| Choice {
            id: OptionId::new(id).unwrap(),
            label: String::new(),
            label_self: None,
            exclusive,
        };
        vec![choice("a", false), choice("b", false), choice("none", true)]
    }

    fn option(id: &str) -> Pick {
        Pick::Option(OptionId::new(id).unwrap())
    }

    /// What is shown as chosen after choosing these rows one after the other.
    fn after(item: &Item, picks: &[Pick]) -> Vec<Pick> {
        let answer = picks.iter().fold(None, |answer, pick| item.picked(answer.as_ref(), pick));
        assert!(answer.as_ref().is_none_or(|answer| answer.suits(item)), "{answer:?}");
        item.picks().into_iter().filter(|pick| pick.is_in(answer.as_ref())).collect()
    }

    #[test]
    fn one_row_replaces_another() {
        let one = item(ItemKind::One { options: options() });
        assert_eq!(after(&one, &[option("a")]), [option("a")]);
        assert_eq!(after(&one, &[option("a"), Pick::DoesNotKnow]), [Pick::DoesNotKnow]);
        assert_eq!(after(&one, &[Pick::PrefersNotToSay, option("b")]), [option("b")]);
        assert_eq!(after(&one, &[option("b"), option("b")]), [option("b")]);
    }

    #[test]
    fn several_rows_add_up_and_are_taken_back() {
        let many = item(ItemKind::Many { options: options() });
        assert_eq!(after(&many, &[option("b"), option("a")]), [option("a"), option("b")]);
        assert_eq!(after(&many, &[option("a"), option("a")]), []);
        assert_eq!(after(&many, &[option("a"), option("none")]), [option("none")]);
        assert_eq!(after(&many, &[option("none"), option("a")]), [option("a")]);
        assert_eq!(after(&many, &[option("a"), Pick::DoesNotKnow]), [Pick::DoesNotKnow]);
        assert_eq!(after(&many, &[Pick::DoesNotKnow, option("a")]), [option("a")]);
        assert_eq!(after(&many, &[Pick::DoesNotKnow, Pick::DoesNotKnow]), []);
    }

    #[test]
    fn a_skill_keeps_how_it_is_known_when_its_level_moves() {
        let skill = item(ItemKind::Skill { crcn: CrcnDomain::Information });
        let alone = skill.picked(None, &Pick::Level(SkillLevel::Alone)).unwrap();
        assert_eq!(alone.basis(), None);
        let observed = alone.known_by(Basis::Observed);
        let helped = skill.picked(Some(&observed), &Pick::Level(SkillLevel::WithHelp)).unwrap();
        assert_eq!(helped, Answer::Skill { level: SkillLevel::WithHelp, basis: Some(Basis::Observed) });
        assert_eq!(Answer::DoesNotKnow.known_by(Basis::Observed), Answer::DoesNotKnow);
    }

    #[test]
    fn a_digit_chooses_the_row_of_that_number() {
        let one = item(ItemKind::One { options: options() });
        assert_eq!(one.pick_at('1'), Some(option("a")));
        assert_eq!(one.pick_at('5'), Some(Pick::PrefersNotToSay));
        for digit in ['0', '6', 'a', '٣'] {
            assert_eq!(one.pick_at(digit), None, "{digit}");
        }
    }
}
