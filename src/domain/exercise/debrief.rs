//! What the room answered on a case: where it agreed, what was never asked, how far it is from the trainer's reading, and
//! what is worth talking over first. Counts, never a name nor a number of a seat.

use super::case::{Case, HiddenTopic, ReadAnswer, ReadOrientation, Topic};
use super::work::{CaseWork, Stance};
use crate::domain::interview::answer::{Answer, Discussed, SkillLevel};
use crate::domain::interview::questionnaire::{Choice, Item, ItemKind, Questionnaire};
use crate::domain::interview::rulebook::{Orientation, Rulebook};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;

/// From how many participants the answers of a group are shown: with fewer, each would be recognised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(from = "u8", into = "u8")]
pub struct Threshold(u8);

impl Threshold {
    pub const MIN: u8 = 3;
    pub const MAX: u8 = 15;

    /// Never below [`Self::MIN`], whatever is asked.
    pub fn new(number: u8) -> Self {
        Self(number.clamp(Self::MIN, Self::MAX))
    }

    pub fn number(self) -> usize {
        self.0.into()
    }
}

impl Default for Threshold {
    fn default() -> Self {
        Self(5)
    }
}

impl From<u8> for Threshold {
    fn from(number: u8) -> Self {
        Self::new(number)
    }
}

impl From<Threshold> for u8 {
    fn from(threshold: Threshold) -> u8 {
        threshold.0
    }
}

/// Too few took part for their answers to be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooFew {
    pub received: usize,
    pub needed: usize,
}

/// A case, as the room read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Debrief<'a> {
    pub participants: usize,
    /// What the reading answers or somebody discussed, in the order of the questionnaire.
    pub items: Vec<ItemDebrief<'a>>,
    /// What the reading keeps or leaves, or somebody decided of, in the order of the rules.
    pub orientations: Vec<OrientationDebrief<'a>>,
    /// What could be asked of the person, in the order of the case.
    pub topics: Vec<TopicDebrief<'a>>,
}

/// An item, as the room answered it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemDebrief<'a> {
    pub item: &'a Item,
    pub read: Option<&'a ReadAnswer>,
    /// Each level or option in its order, those that nobody chose included. Where several may be chosen, one participant
    /// counts for each.
    pub chosen: Vec<(Chosen<'a>, usize)>,
    pub does_not_know: usize,
    pub prefers_not_to_say: usize,
    pub not_discussed: usize,
    /// How many said something, the two unknowns included.
    pub discussed: usize,
    /// The most participants who gave one same answer.
    pub together: usize,
    /// How many gave an answer that the reading admits; none where it has none.
    pub as_read: Option<usize>,
}

/// What may be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chosen<'a> {
    Level(SkillLevel),
    Option(&'a Choice),
}

/// An orientation, as the room decided of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrientationDebrief<'a> {
    pub orientation: &'a Orientation,
    pub kept: usize,
    pub set_aside: usize,
    pub undecided: usize,
    pub read: Option<ReadStance<'a>>,
}

/// What the reading does of an orientation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadStance<'a> {
    Keeps(&'a ReadOrientation),
    Leaves(&'a ReadOrientation),
}

/// A topic, and how many asked the person about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TopicDebrief<'a> {
    pub topic: &'a Topic,
    /// What stays hidden unless it is asked, and why it matters.
    pub hidden: Option<&'a HiddenTopic>,
    pub asked: usize,
}

/// What is worth talking over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference<'a> {
    pub about: About<'a>,
    /// How many participants it concerns.
    pub concerned: usize,
}

/// Where participants and the reading part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About<'a> {
    /// The reading keeps it; these participants did not.
    NotKept(&'a ReadOrientation),
    /// The reading leaves it; these participants kept it.
    KeptThough(&'a ReadOrientation),
    /// These participants never asked.
    NeverAsked(&'a HiddenTopic),
    /// These participants answered otherwise.
    AnsweredOtherwise(&'a ReadAnswer),
    /// No reading says which is right: these participants part from the most common answer.
    Divided(&'a Item),
}

impl<'a> Debrief<'a> {
    /// What the room answered, when enough took part.
    pub fn of(
        case: &'a Case,
        questionnaire: &'a Questionnaire,
        rulebook: &'a Rulebook,
        works: &[&CaseWork],
        threshold: Threshold,
    ) -> Result<Self, TooFew> {
        let participants = works.len();
        if participants < threshold.number() {
            return Err(TooFew { received: participants, needed: threshold.number() });
        }
        let items = questionnaire.items.iter().map(|item| item_debrief(item, case, works));
        let orientations = rulebook.orientations.iter().map(|one| orientation_debrief(one, case, works));
        let says = case.says.iter().map(|topic| (topic, None));
        let hidden = case.hidden.iter().map(|hidden| (&hidden.topic, Some(hidden)));
        let topics = says.chain(hidden).map(|(topic, hidden)| {
            let asked = works.iter().filter(|work| work.asked.contains(&topic.id)).count();
            TopicDebrief { topic, hidden, asked }
        });
        Ok(Self {
            participants,
            items: items.filter(|one| one.read.is_some() || one.not_discussed < participants).collect(),
            orientations: orientations.filter(|one| one.read.is_some() || one.undecided < participants).collect(),
            topics: topics.collect(),
        })
    }

    /// What is worth talking over: what concerns most participants first; of two that concern as many, what was decided of
    /// the person before what was asked, and what was asked before what was noted.
    pub fn differences(&self) -> Vec<Difference<'a>> {
        let orientations = self.orientations.iter().filter_map(|one| {
            Some(match one.read? {
                ReadStance::Keeps(read) => (About::NotKept(read), self.participants - one.kept),
                ReadStance::Leaves(read) => (About::KeptThough(read), one.kept),
            })
        });
        let topics =
            self.topics.iter().filter_map(|one| Some((About::NeverAsked(one.hidden?), self.participants - one.asked)));
        let items = self.items.iter().map(|one| match (one.read, one.as_read) {
            (Some(read), Some(as_read)) => (About::AnsweredOtherwise(read), one.discussed - as_read),
            _ => (About::Divided(one.item), one.discussed - one.together),
        });
        let all = orientations.chain(topics).chain(items);
        let mut differences: Vec<Difference<'a>> = all
            .filter(|(_, concerned)| *concerned > 0)
            .map(|(about, concerned)| Difference { about, concerned })
            .collect();
        differences.sort_by_key(|difference| Reverse(difference.concerned));
        differences
    }
}

fn item_debrief<'a>(item: &'a Item, case: &'a Case, works: &[&CaseWork]) -> ItemDebrief<'a> {
    let answers: Vec<Option<&Answer>> = works.iter().map(|work| work.answers.get(&item.id)).collect();
    let count = |discussed| answers.iter().filter(|answer| Discussed::of(**answer) == discussed).count();
    let known: Vec<&Answer> = answers.iter().flatten().copied().collect();
    let chose = |chosen: &dyn Fn(&Answer) -> bool| known.iter().filter(|answer| chosen(answer)).count();
    let chosen = match &item.kind {
        ItemKind::Skill { .. } => SkillLevel::ALL
            .map(|level| (Chosen::Level(level), chose(&|answer| answer.skill_level() == Some(level))))
            .to_vec(),
        ItemKind::One { options } | ItemKind::Many { options } => options
            .iter()
            .map(|option| (Chosen::Option(option), chose(&|answer| answer.options().any(|id| *id == option.id))))
            .collect(),
    };
    let read = case.reading.answer(&item.id);
    ItemDebrief {
        item,
        read,
        chosen,
        does_not_know: count(Discussed::DoesNotKnow),
        prefers_not_to_say: count(Discussed::PrefersNotToSay),
        not_discussed: count(Discussed::NotDiscussed),
        discussed: known.len(),
        together: most_alike(&known),
        as_read: read.map(|read| known.iter().filter(|answer| read.admits(answer)).count()),
    }
}

/// The most answers that say the same.
fn most_alike(answers: &[&Answer]) -> usize {
    let mut said: Vec<(&Answer, usize)> = Vec::new();
    for answer in answers {
        match said.iter_mut().find(|(one, _)| one.says_the_same(answer)) {
            Some((_, count)) => *count += 1,
            None => said.push((answer, 1)),
        }
    }
    said.into_iter().map(|(_, count)| count).max().unwrap_or(0)
}

fn orientation_debrief<'a>(
    orientation: &'a Orientation,
    case: &'a Case,
    works: &[&CaseWork],
) -> OrientationDebrief<'a> {
    let count = |stance| works.iter().filter(|work| work.orientations.get(&orientation.id) == Some(&stance)).count();
    let (kept, set_aside) = (count(Stance::Kept), count(Stance::SetAside));
    let find = |read: &'a [ReadOrientation]| read.iter().find(|read| read.orientation == orientation.id);
    let keeps = find(&case.reading.keep).map(ReadStance::Keeps);
    OrientationDebrief {
        orientation,
        kept,
        set_aside,
        undecided: works.len() - kept - set_aside,
        read: keeps.or_else(|| find(&case.reading.leave).map(ReadStance::Leaves)),
    }
}

#[cfg(test)]
#[path = "debrief_tests.rs"]
mod tests;
