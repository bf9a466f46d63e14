//! A case that people write here: one field for each of its parts, so that what two of them write apart is kept.

use super::case::{CASE_KIND, Case, CaseNumber, HiddenTopic, ReadAnswer, ReadOrientation, Reading, Topic};
use crate::domain::aside::{AsideReason, KeptAside, parse};
use crate::domain::commune::InseeCode;
use crate::domain::fold::fold;
use crate::domain::interview::answer::Answer;
use crate::domain::interview::id::{CaseId, ItemId, OrientationId, TopicId};
use crate::domain::interview::label::CaseLabel;
use crate::domain::interview::model::AgeBand;
use crate::domain::interview::questionnaire::{Item, Questionnaire};
use crate::domain::interview::rulebook::Rulebook;
use crate::records::{DELETED, FieldName, InvalidId, Key, Kind, Record, RecordId, Tables};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Names of the fields. They are stored: never rename one.
pub mod field {
    pub const TITLE: &str = "title";
    pub const NAME: &str = "name";
    pub const AGE_BAND: &str = "age_band";
    pub const COMMUNE: &str = "commune";
    pub const CONTEXT: &str = "context";
    pub const STORY: &str = "story";
    pub const DISCUSS: &str = "discuss";
    /// Followed by what one may ask the person about.
    pub const TOPIC: &str = "topic/";
    /// Followed by an item of the questionnaire.
    pub const READING: &str = "reading/";
    /// Followed by an orientation.
    pub const ORIENTATION: &str = "orientation/";
}

/// What one may ask the person about.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WrittenTopic {
    /// Topics go by rank, then by their identity: two of the same rank are in the same order everywhere.
    pub rank: i64,
    pub about: BTreeSet<ItemId>,
    pub question: String,
    pub reply: String,
    /// Why it matters, when the person does not bring it up; `None`: they say it readily.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hidden: Option<String>,
}

/// The answer that what the person says leads to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WrittenAnswer {
    pub answer: Answer,
    /// Others that can be argued for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<Answer>,
    pub why: String,
}

/// Whether an orientation is to keep.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    Keep,
    /// What one would be tempted to propose.
    Leave,
}

/// An orientation, kept or left, with the argument.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WrittenOrientation {
    pub verdict: Verdict,
    pub why: String,
}

/// A case, as read: whole, or a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenCase {
    pub key: Key,
    pub id: CaseId,
    pub name: String,
    pub title: String,
    pub age_band: Option<AgeBand>,
    pub commune: Option<InseeCode>,
    pub context: String,
    /// A paragraph a line.
    pub story: String,
    /// A question for the room a line.
    pub discuss: String,
    /// In their order.
    pub topics: Vec<(TopicId, WrittenTopic)>,
    pub reading: BTreeMap<ItemId, WrittenAnswer>,
    pub orientations: BTreeMap<OrientationId, WrittenOrientation>,
    /// Fields of the record that this version does not use.
    pub kept_aside: Vec<KeptAside>,
    /// Fields on which people disagree without knowing it.
    pub disputed: Vec<FieldName>,
}

/// What keeps a case from being proposed for an exercise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missing {
    Title,
    /// No first name, or one that does not hold on a line.
    Name,
    AgeBand,
    Commune,
    Context,
    Story,
    /// The person hides nothing.
    Hidden,
    /// What is asked, replied, or why it matters.
    Topic(TopicId),
    /// It informs no question.
    About(TopicId),
    /// What the person says leads to no answer.
    Reading(ItemId),
    /// Nothing that the person says leads to this answer.
    NothingSaid(ItemId),
    /// An answer that this item does not take.
    WrongAnswer(ItemId),
    AnswerArgument(ItemId),
    OrientationArgument(OrientationId),
    UnknownItem(ItemId),
    UnknownOrientation(OrientationId),
}

/// Where the record of one lives.
pub fn key(id: &RecordId) -> Result<Key, InvalidId> {
    Ok(Key { kind: Kind::new(CASE_KIND)?, id: id.clone() })
}

/// Where the record of a case lives: a case that is written is named by its record everywhere.
pub fn key_of(id: &CaseId) -> Result<Key, InvalidId> {
    key(&RecordId::new(id.as_str())?)
}

impl WrittenCase {
    /// Reads a record, total; none when its identity names no case.
    pub fn from_record(id: &RecordId, record: &Record) -> Option<Self> {
        let mut case = Self::empty(key(id).ok()?)?;
        for name in record.fields.keys() {
            let Some(value) = record.value(name.as_str()) else { continue };
            if let Err(reason) = case.read(name.as_str(), value) {
                case.kept_aside.push(KeptAside { field: name.clone(), reason });
            }
        }
        case.topics.sort_by(|(one, a), (other, b)| (a.rank, one).cmp(&(b.rank, other)));
        case.disputed = record.conflicts().map(|(name, _)| name.clone()).collect();
        Some(case)
    }

    /// The case of this name, when it is here and was not taken away.
    pub fn find(tables: &Tables, id: &CaseId) -> Option<Self> {
        let key = key_of(id).ok()?;
        let record = tables.live_at(&key)?;
        Self::from_record(&key.id, record)
    }

    /// Every case, in the order of their titles.
    pub fn all(tables: &Tables) -> Vec<Self> {
        by_title(tables.live(CASE_KIND))
    }

    /// Those that were taken away and may be put back, in the same order.
    pub fn removed(tables: &Tables) -> Vec<Self> {
        by_title(tables.removed(CASE_KIND))
    }

    /// A case in which nothing is written yet.
    pub fn empty(key: Key) -> Option<Self> {
        Some(Self {
            id: CaseId::new(key.id.as_str()).ok()?,
            key,
            name: String::new(),
            title: String::new(),
            age_band: None,
            commune: None,
            context: String::new(),
            story: String::new(),
            discuss: String::new(),
            topics: Vec::new(),
            reading: BTreeMap::new(),
            orientations: BTreeMap::new(),
            kept_aside: Vec::new(),
            disputed: Vec::new(),
        })
    }

    fn read(&mut self, name: &str, value: &Value) -> Result<(), AsideReason> {
        match name {
            field::TITLE => self.title = parse(value)?,
            field::NAME => self.name = parse(value)?,
            field::AGE_BAND => self.age_band = Some(parse(value)?),
            field::COMMUNE => self.commune = Some(parse(value)?),
            field::CONTEXT => self.context = parse(value)?,
            field::STORY => self.story = parse(value)?,
            field::DISCUSS => self.discuss = parse(value)?,
            DELETED => {}
            _ => return self.read_member(name, value),
        }
        Ok(())
    }

    fn read_member(&mut self, name: &str, value: &Value) -> Result<(), AsideReason> {
        if let Some(topic) = name.strip_prefix(field::TOPIC) {
            self.topics.push((slug(topic)?, parse(value)?));
        } else if let Some(item) = name.strip_prefix(field::READING) {
            self.reading.insert(slug(item)?, parse(value)?);
        } else if let Some(orientation) = name.strip_prefix(field::ORIENTATION) {
            self.orientations.insert(slug(orientation)?, parse(value)?);
        } else {
            return Err(AsideReason::UnknownField);
        }
        Ok(())
    }

    pub fn topic(&self, id: &TopicId) -> Option<&WrittenTopic> {
        self.topics.iter().find(|(one, _)| one == id).map(|(_, topic)| topic)
    }

    /// The items that the person's replies inform, in the order of the questionnaire; those it does not know are left out.
    pub fn items_said<'a>(&self, questionnaire: &'a Questionnaire) -> impl Iterator<Item = &'a Item> {
        let said: BTreeSet<ItemId> = self.said().cloned().collect();
        questionnaire.items.iter().filter(move |item| said.contains(&item.id))
    }

    fn said(&self) -> impl Iterator<Item = &ItemId> {
        self.topics.iter().flat_map(|(_, topic)| &topic.about)
    }

    /// Everything that is missing, in the order in which a case is written.
    pub fn missing(&self, questionnaire: &Questionnaire, rulebook: &Rulebook) -> Vec<Missing> {
        let mut missing: Vec<Missing> = [
            (is_blank(&self.title), Missing::Title),
            (CaseLabel::new(&self.name).is_err(), Missing::Name),
            (self.age_band.is_none(), Missing::AgeBand),
            (self.commune.is_none(), Missing::Commune),
            (is_blank(&self.context), Missing::Context),
            (is_blank(&self.story), Missing::Story),
            (self.topics.iter().all(|(_, topic)| topic.hidden.is_none()), Missing::Hidden),
        ]
        .into_iter()
        .filter_map(|(is_missing, what)| is_missing.then_some(what))
        .collect();
        for (id, topic) in &self.topics {
            let texts = [Some(&topic.question), Some(&topic.reply), topic.hidden.as_ref()];
            if texts.into_iter().flatten().any(|text| is_blank(text)) {
                missing.push(Missing::Topic(id.clone()));
            }
            if topic.about.is_empty() {
                missing.push(Missing::About(id.clone()));
            }
        }
        self.missing_answers(questionnaire, &mut missing);
        for (id, orientation) in &self.orientations {
            if rulebook.orientation(id).is_none() {
                missing.push(Missing::UnknownOrientation(id.clone()));
            }
            if is_blank(&orientation.why) {
                missing.push(Missing::OrientationArgument(id.clone()));
            }
        }
        missing
    }

    fn missing_answers(&self, questionnaire: &Questionnaire, missing: &mut Vec<Missing>) {
        let said: BTreeSet<&ItemId> = self.said().collect();
        let items: BTreeSet<&ItemId> = said.iter().copied().chain(self.reading.keys()).collect();
        for id in items {
            let Some(item) = questionnaire.item(id) else {
                missing.push(Missing::UnknownItem(id.clone()));
                continue;
            };
            let Some(read) = self.reading.get(id) else {
                missing.push(Missing::Reading(id.clone()));
                continue;
            };
            if !said.contains(id) {
                missing.push(Missing::NothingSaid(id.clone()));
            }
            if ![&read.answer].into_iter().chain(&read.also).all(|answer| answer.suits(item)) {
                missing.push(Missing::WrongAnswer(id.clone()));
            }
            if is_blank(&read.why) {
                missing.push(Missing::AnswerArgument(id.clone()));
            }
        }
    }

    /// The case as an exercise holds it, when nothing is missing.
    pub fn whole(&self, questionnaire: &Questionnaire, rulebook: &Rulebook) -> Option<Case> {
        if !self.missing(questionnaire, rulebook).is_empty() {
            return None;
        }
        self.assembled().filter(|case| case.check(questionnaire, rulebook).is_empty())
    }

    fn assembled(&self) -> Option<Case> {
        let topic = |id: &TopicId, topic: &WrittenTopic| Topic {
            id: id.clone(),
            about: topic.about.iter().cloned().collect(),
            question: topic.question.clone(),
            reply: topic.reply.clone(),
        };
        let says = self.topics.iter().filter(|(_, one)| one.hidden.is_none()).map(|(id, one)| topic(id, one));
        let hidden = self.topics.iter().filter_map(|(id, one)| {
            let why = one.hidden.clone()?;
            Some(HiddenTopic { topic: topic(id, one), why })
        });
        let answers = self.reading.iter().map(|(item, read)| ReadAnswer {
            item: item.clone(),
            answer: read.answer.clone(),
            also: read.also.clone(),
            why: read.why.clone(),
        });
        let orientations = |verdict| {
            let of_it = self.orientations.iter().filter(move |(_, one)| one.verdict == verdict);
            of_it.map(|(id, one)| ReadOrientation { orientation: id.clone(), why: one.why.clone() }).collect()
        };
        Some(Case {
            id: self.id.clone(),
            number: CaseNumber::WRITTEN,
            name: self.name.clone(),
            title: self.title.clone(),
            age_band: self.age_band?,
            commune: self.commune.clone()?,
            context: self.context.clone(),
            story: lines(&self.story),
            says: says.collect(),
            hidden: hidden.collect(),
            reading: Reading {
                answers: answers.collect(),
                keep: orientations(Verdict::Keep),
                leave: orientations(Verdict::Leave),
                discuss: lines(&self.discuss),
            },
        })
    }
}

/// The cases written here that an exercise may hold, in the order of their titles.
pub fn whole_cases(tables: &Tables, questionnaire: &Questionnaire, rulebook: &Rulebook) -> Vec<Arc<Case>> {
    WrittenCase::all(tables).iter().filter_map(|one| one.whole(questionnaire, rulebook)).map(Arc::new).collect()
}

fn by_title<'a>(records: impl Iterator<Item = (&'a RecordId, &'a Arc<Record>)>) -> Vec<WrittenCase> {
    let mut cases: Vec<WrittenCase> = records.filter_map(|(id, record)| WrittenCase::from_record(id, record)).collect();
    cases.sort_by_cached_key(|case| (fold(&case.title), case.id.clone()));
    cases
}

/// The lines of a text that hold something.
fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}

fn slug<T: TryFrom<String>>(text: &str) -> Result<T, AsideReason> {
    T::try_from(text.to_owned()).map_err(|_| AsideReason::UnknownField)
}

#[cfg(test)]
#[path = "written_case_tests.rs"]
mod tests;
