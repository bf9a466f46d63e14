//! A case: a fictional person, what they say, what they say only when asked, and how the trainer reads it.

use super::code::ExerciseCode;
use crate::domain::commune::InseeCode;
use crate::domain::interview::answer::Answer;
use crate::domain::interview::id::{BlockId, CaseId, ItemId, OrientationId, TopicId};
use crate::domain::interview::model::AgeBand;
use crate::domain::interview::questionnaire::{Questionnaire, Version};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::sync::Arc;

/// The kind of the records that hold the cases written here.
pub const CASE_KIND: &str = "case";

/// Cases: those delivered with the product, with or without those written here.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseBook {
    pub version: Version,
    pub cases: Vec<Arc<Case>>,
}

impl CaseBook {
    pub fn case(&self, id: &CaseId) -> Option<&Arc<Case>> {
        self.cases.iter().find(|case| case.id == *id)
    }

    /// The same, followed by cases written here. None takes the name of one that is delivered.
    pub fn with_written(&self, written: Vec<Arc<Case>>) -> Self {
        let others = written.into_iter().filter(|case| self.case(&case.id).is_none());
        Self { version: self.version.clone(), cases: self.cases.iter().cloned().chain(others).collect() }
    }

    /// The cases of an exercise: those that its code names, in the order of their numbers, then those that its record does.
    pub fn of_exercise(&self, code: ExerciseCode, written: &BTreeSet<CaseId>) -> Vec<Arc<Case>> {
        let named = code.cases().filter_map(|number| self.cases.iter().find(|case| case.number == number));
        let is_of_it = |case: &&Arc<Case>| case.number == CaseNumber::WRITTEN && written.contains(&case.id);
        named.chain(self.cases.iter().filter(is_of_it)).cloned().collect()
    }
}

/// A fictional person of the Département, met on a given day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    pub id: CaseId,
    /// What a code of an exercise, and a sheet of paper, call it by: never given to another case.
    pub number: CaseNumber,
    /// A first name, and nothing more.
    pub name: String,
    pub title: String,
    pub age_band: AgeBand,
    pub commune: InseeCode,
    /// Who it is and where they are met, for whoever holds the interview.
    pub context: String,
    /// Paragraphs, to read aloud.
    pub story: Vec<String>,
    /// What the person says readily, topic by topic, when the talk comes to it.
    pub says: Vec<Topic>,
    /// What stays hidden unless it is asked.
    pub hidden: Vec<HiddenTopic>,
    pub reading: Reading,
}

/// The number of a delivered case, from 1; 0 for those written here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CaseNumber(pub u8);

impl CaseNumber {
    /// The number of every case that is not delivered, but written here.
    pub const WRITTEN: Self = Self(0);
}

/// A question put to the person, and their reply.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    pub id: TopicId,
    /// The items that the reply informs.
    pub about: Vec<ItemId>,
    pub question: String,
    pub reply: String,
}

/// A topic that the person does not bring up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HiddenTopic {
    #[serde(flatten)]
    pub topic: Topic,
    /// Why it matters, for the debrief.
    pub why: String,
}

/// How the trainer reads the case: answers and orientations, each with its argument.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reading {
    pub answers: Vec<ReadAnswer>,
    pub keep: Vec<ReadOrientation>,
    /// What one would be tempted to propose.
    pub leave: Vec<ReadOrientation>,
    /// Questions for the room.
    pub discuss: Vec<String>,
}

/// The answer that what the person says leads to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReadAnswer {
    pub item: ItemId,
    pub answer: Answer,
    /// Others that can be argued for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<Answer>,
    pub why: String,
}

impl ReadAnswer {
    /// Every answer that the reading admits, its own first.
    pub fn answers(&self) -> impl Iterator<Item = &Answer> {
        std::iter::once(&self.answer).chain(&self.also)
    }

    /// Whether an answer is one of them. How a skill is known changes nothing.
    pub fn admits(&self, answer: &Answer) -> bool {
        self.answers().any(|read| read.says_the_same(answer))
    }
}

/// An orientation to keep or to leave, with the argument.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReadOrientation {
    pub orientation: OrientationId,
    pub why: String,
}

impl Case {
    /// Every topic, those that stay hidden last.
    pub fn topics(&self) -> impl Iterator<Item = &Topic> {
        self.says.iter().chain(self.hidden.iter().map(|hidden| &hidden.topic))
    }

    /// What may be asked on a theme, in the order of its questions: what stays hidden is not told from the rest.
    pub fn topics_on(&self, block: &BlockId, questionnaire: &Questionnaire) -> Vec<&Topic> {
        let rank = |topic: &Topic| {
            questionnaire.items.iter().position(|item| item.block == *block && topic.about.contains(&item.id))
        };
        let mut ranked: Vec<(usize, &Topic)> =
            self.topics().filter_map(|topic| rank(topic).map(|rank| (rank, topic))).collect();
        ranked.sort_by_key(|(rank, _)| *rank);
        ranked.into_iter().map(|(_, topic)| topic).collect()
    }
}

impl Reading {
    pub fn answer(&self, item: &ItemId) -> Option<&ReadAnswer> {
        self.answers.iter().find(|read| read.item == *item)
    }
}

#[cfg(test)]
mod tests {
    use super::ItemId;
    use crate::content::cases::cases;
    use crate::content::questionnaire::questionnaire;
    use std::collections::BTreeSet;

    #[test]
    fn every_topic_is_met_on_the_themes_that_it_informs_and_nowhere_else() {
        let questionnaire = questionnaire().unwrap();
        for case in &cases().unwrap().cases {
            let mut met = BTreeSet::new();
            for block in &questionnaire.blocks {
                let rank =
                    |id: &ItemId| questionnaire.items.iter().position(|item| item.id == *id && item.block == block.id);
                let topics = case.topics_on(&block.id, questionnaire);
                let ranks: Vec<usize> =
                    topics.iter().map(|topic| topic.about.iter().filter_map(rank).min().unwrap()).collect();
                assert!(ranks.is_sorted(), "{} {}", case.name, block.title);
                met.extend(topics.into_iter().map(|topic| topic.id.clone()));
            }
            assert_eq!(met, case.topics().map(|topic| topic.id.clone()).collect(), "{}", case.name);
        }
    }
}
