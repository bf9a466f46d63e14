//! What was answered to an item. « Not discussed » is the absence of an answer.

use super::id::{ItemId, OptionId};
use super::questionnaire::{Item, ItemKind};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What the person does with a skill, today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SkillLevel {
    DoesNot,
    WithHelp,
    Alone,
}

impl SkillLevel {
    /// In the order they are offered.
    pub const ALL: [Self; 3] = [Self::Alone, Self::WithHelp, Self::DoesNot];
}

/// How a skill answer is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    Declared,
    Observed,
}

impl Basis {
    pub const ALL: [Self; 2] = [Self::Declared, Self::Observed];
}

/// An answer, as stored. The last two say that the item was discussed and remains unknown; they never count as zero.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    Skill {
        level: SkillLevel,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        basis: Option<Basis>,
    },
    One(OptionId),
    Many(BTreeSet<OptionId>),
    DoesNotKnow,
    PrefersNotToSay,
}

/// Answers by item. Absent: not discussed.
pub type Answers = BTreeMap<ItemId, Answer>;

/// How far an item was discussed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Discussed {
    Answered,
    DoesNotKnow,
    PrefersNotToSay,
    NotDiscussed,
}

impl Discussed {
    pub fn of(answer: Option<&Answer>) -> Self {
        match answer {
            None => Self::NotDiscussed,
            Some(Answer::DoesNotKnow) => Self::DoesNotKnow,
            Some(Answer::PrefersNotToSay) => Self::PrefersNotToSay,
            Some(Answer::Skill { .. } | Answer::One(_) | Answer::Many(_)) => Self::Answered,
        }
    }
}

impl Answer {
    /// Says something that can be used.
    pub fn is_known(&self) -> bool {
        Discussed::of(Some(self)) == Discussed::Answered
    }

    pub fn skill_level(&self) -> Option<SkillLevel> {
        match self {
            Self::Skill { level, .. } => Some(*level),
            _ => None,
        }
    }

    /// Whether two answers say the same of the person: how a skill is known does not matter.
    pub fn says_the_same(&self, other: &Self) -> bool {
        match (self.skill_level(), other.skill_level()) {
            (Some(level), Some(other)) => level == other,
            _ => self == other,
        }
    }

    /// The chosen options, none for a skill or an unknown.
    pub fn options(&self) -> impl Iterator<Item = &OptionId> {
        let (one, many) = match self {
            Self::One(option) => (Some(option), None),
            Self::Many(options) => (None, Some(options)),
            _ => (None, None),
        };
        one.into_iter().chain(many.into_iter().flatten())
    }

    /// Could be given to this item: the right kind, options that exist, an exclusive option alone.
    pub fn suits(&self, item: &Item) -> bool {
        match (self, &item.kind) {
            (Self::DoesNotKnow | Self::PrefersNotToSay, _) | (Self::Skill { .. }, ItemKind::Skill { .. }) => true,
            (Self::One(chosen), ItemKind::One { options }) => options.iter().any(|option| option.id == *chosen),
            (Self::Many(chosen), ItemKind::Many { options }) => {
                let known = |id: &OptionId| options.iter().find(|option| option.id == *id);
                let exclusive = chosen.iter().filter_map(known).any(|option| option.exclusive);
                !chosen.is_empty() && chosen.iter().all(|id| known(id).is_some()) && (!exclusive || chosen.len() == 1)
            }
            _ => false,
        }
    }
}

/// The options chosen once `option` of a multiple item has been ticked or unticked; an exclusive option empties the
/// others, and the others empty it.
#[must_use]
pub fn toggled(item: &Item, chosen: &BTreeSet<OptionId>, option: &OptionId) -> BTreeSet<OptionId> {
    let is_exclusive = |id: &OptionId| item.options().iter().any(|known| known.id == *id && known.exclusive);
    let mut chosen = chosen.clone();
    if chosen.remove(option) {
        return chosen;
    }
    chosen.retain(|other| !is_exclusive(option) && !is_exclusive(other));
    chosen.insert(option.clone());
    chosen
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{many, one, small};
    use super::*;
    use serde_json::json;

    #[test]
    fn the_stored_form_of_answers_is_fixed() {
        let level = SkillLevel::WithHelp;
        let cases = [
            (Answer::Skill { level, basis: None }, json!({"skill": {"level": "with_help"}})),
            (
                Answer::Skill { level: SkillLevel::DoesNot, basis: Some(Basis::Observed) },
                json!({"skill": {"level": "does_not", "basis": "observed"}}),
            ),
            (one("phone"), json!({"one": "phone"})),
            (many(&["phone", "laptop"]), json!({"many": ["laptop", "phone"]})),
            (Answer::DoesNotKnow, json!("does_not_know")),
            (Answer::PrefersNotToSay, json!("prefers_not_to_say")),
        ];
        for (answer, stored) in cases {
            assert_eq!(serde_json::to_value(&answer).unwrap(), stored);
            assert_eq!(serde_json::from_value::<Answer>(stored).unwrap(), answer);
        }
    }

    #[test]
    fn an_answer_suits_the_kind_and_the_options_of_its_item() {
        let questionnaire = small();
        let suits = |item: &str, answer: Answer| {
            answer.suits(questionnaire.items.iter().find(|known| known.id.as_str() == item).unwrap())
        };
        assert!(suits("device", many(&["phone", "laptop"])) && suits("device", many(&["none"])));
        assert!(!suits("device", many(&["phone", "none"])));
        assert!(!suits("device", many(&["fax"])) && !suits("device", many(&[])));
        assert!(!suits("device", one("phone")));
        assert!(suits("state", one("bad")) && !suits("state", one("phone")));
        assert!(!suits("write", one("bad")) && suits("write", Answer::Skill { level: SkillLevel::Alone, basis: None }));
        assert!(!suits("state", Answer::Skill { level: SkillLevel::Alone, basis: None }));
        assert!(suits("state", Answer::DoesNotKnow) && suits("write", Answer::PrefersNotToSay));
    }

    #[test]
    fn an_exclusive_option_empties_the_others_and_the_reverse() {
        let questionnaire = small();
        let device = questionnaire.items.first().unwrap();
        let mut chosen = BTreeSet::new();
        let after = |chosen: &BTreeSet<OptionId>| chosen.iter().map(OptionId::to_string).collect::<Vec<_>>();
        for (tick, expected) in [
            ("phone", vec!["phone"]),
            ("laptop", vec!["laptop", "phone"]),
            ("none", vec!["none"]),
            ("phone", vec!["phone"]),
            ("phone", vec![]),
        ] {
            chosen = toggled(device, &chosen, &OptionId::new(tick).unwrap());
            assert_eq!(after(&chosen), expected);
        }
    }
}
