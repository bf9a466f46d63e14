//! What is written of a case, part by part: what was not touched is not written over.

use super::case::Case;
use super::grid::{self, CellFault};
use super::written_case::{Verdict, WrittenAnswer, WrittenCase, WrittenOrientation, WrittenTopic, field};
use crate::domain::commune::InseeCode;
use crate::domain::interview::answer::Answer;
use crate::domain::interview::id::{ItemId, OrientationId, TopicId};
use crate::domain::interview::label::CaseLabel;
use crate::domain::interview::model::AgeBand;
use crate::domain::interview::questionnaire::Item;
use crate::records::{ChangeSet, DELETED, Key, clean_text};

/// The most characters of a title, of a text of a few lines, and of a story.
pub const MAX_TITLE_CHARS: usize = 120;
pub const MAX_TEXT_CHARS: usize = 2_000;
pub const MAX_STORY_CHARS: usize = 6_000;

/// Who the person is, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Identity {
    pub title: String,
    pub name: String,
    pub age_band: Option<AgeBand>,
    pub commune: Option<InseeCode>,
    pub context: String,
    pub story: String,
    pub discuss: String,
}

/// The fields of a case that may be wrong: everything else may wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A case is called by its title: it has one from the start.
    TitleMissing,
    TooLong {
        part: Part,
        chars: usize,
        max: usize,
    },
}

/// A text of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Title,
    Name,
    Context,
    Story,
    Discuss,
    Question,
    Reply,
    Why,
}

impl Part {
    /// The most characters that it holds.
    pub fn max(self) -> usize {
        match self {
            Self::Title => MAX_TITLE_CHARS,
            Self::Name => CaseLabel::MAX_CHARS,
            Self::Story => MAX_STORY_CHARS,
            Self::Context | Self::Discuss | Self::Question | Self::Reply | Self::Why => MAX_TEXT_CHARS,
        }
    }
}

/// What was typed, cleaned.
pub fn kept(typed: &str) -> String {
    clean_text(typed.trim()).into_owned()
}

/// The texts that are too long.
pub fn too_long<'a>(texts: impl IntoIterator<Item = (Part, &'a str)>) -> Vec<Fault> {
    let measured = texts.into_iter().map(|(part, text)| (part, kept(text).chars().count()));
    measured
        .filter(|(part, chars)| *chars > part.max())
        .map(|(part, chars)| Fault::TooLong { part, chars, max: part.max() })
        .collect()
}

impl Identity {
    pub fn of(case: &WrittenCase) -> Self {
        Self {
            title: case.title.clone(),
            name: case.name.clone(),
            age_band: case.age_band,
            commune: case.commune.clone(),
            context: case.context.clone(),
            story: case.story.clone(),
            discuss: case.discuss.clone(),
        }
    }

    /// What it writes over what is stored, or every fault. `shown` is what the form showed at first: what is still the same
    /// was not touched, and may have changed elsewhere.
    pub fn changes(&self, key: &Key, shown: &Self) -> Result<ChangeSet, Vec<Fault>> {
        let texts = |one: &Self| {
            [
                (Part::Title, field::TITLE, one.title.clone()),
                (Part::Name, field::NAME, one.name.clone()),
                (Part::Context, field::CONTEXT, one.context.clone()),
                (Part::Story, field::STORY, one.story.clone()),
                (Part::Discuss, field::DISCUSS, one.discuss.clone()),
            ]
        };
        let mut faults: Vec<Fault> = self.title.trim().is_empty().then_some(Fault::TitleMissing).into_iter().collect();
        faults.extend(too_long(texts(self).iter().map(|(part, _, text)| (*part, text.as_str()))));
        if !faults.is_empty() {
            return Err(faults);
        }
        let mut changes = ChangeSet::new();
        for ((_, name, typed), (_, _, shown)) in texts(self).into_iter().zip(texts(shown)) {
            let (typed, shown) = (kept(&typed), kept(&shown));
            if typed != shown {
                changes.write(key, name, (!typed.is_empty()).then_some(&typed));
            }
        }
        if self.age_band != shown.age_band {
            changes.write(key, field::AGE_BAND, self.age_band.as_ref());
        }
        if self.commune != shown.commune {
            changes.write(key, field::COMMUNE, self.commune.as_ref());
        }
        Ok(changes)
    }
}

/// Writes what one may ask the person about, or takes it away.
pub fn write_topic(key: &Key, id: &TopicId, topic: Option<&WrittenTopic>) -> ChangeSet {
    ChangeSet::one(key, &format!("{}{id}", field::TOPIC), topic)
}

/// Writes what the person's replies lead to, or takes it away.
pub fn write_answer(key: &Key, item: &ItemId, answer: Option<&WrittenAnswer>) -> ChangeSet {
    ChangeSet::one(key, &format!("{}{item}", field::READING), answer)
}

/// Writes that an orientation is to keep or to leave, or takes it away.
pub fn write_orientation(key: &Key, id: &OrientationId, orientation: Option<&WrittenOrientation>) -> ChangeSet {
    ChangeSet::one(key, &format!("{}{id}", field::ORIENTATION), orientation)
}

/// Takes a case away; it may be put back.
pub fn delete(case: &WrittenCase) -> ChangeSet {
    ChangeSet::one(&case.key, DELETED, Some(&true))
}

/// Puts back one that was taken away.
pub fn restore(case: &WrittenCase) -> ChangeSet {
    ChangeSet::one::<bool>(&case.key, DELETED, None)
}

/// Writes a case anew under another title, to adapt it.
pub fn copy(case: &Case, key: &Key, title: &str) -> ChangeSet {
    let mut changes = ChangeSet::new();
    let texts = [
        (field::TITLE, title.to_owned()),
        (field::NAME, case.name.clone()),
        (field::CONTEXT, case.context.clone()),
        (field::STORY, case.story.join("\n\n")),
        (field::DISCUSS, case.reading.discuss.join("\n")),
    ];
    for (name, text) in &texts {
        changes.write(key, name, (!text.is_empty()).then_some(text));
    }
    changes.write(key, field::AGE_BAND, Some(&case.age_band));
    changes.write(key, field::COMMUNE, Some(&case.commune));
    let told = case.says.iter().map(|topic| (topic, None));
    let hidden = case.hidden.iter().map(|one| (&one.topic, Some(one.why.clone())));
    for (rank, (topic, hidden)) in (1..).zip(told.chain(hidden)) {
        let about = topic.about.iter().cloned().collect();
        let (question, reply) = (topic.question.clone(), topic.reply.clone());
        let written = WrittenTopic { rank, about, question, reply, hidden };
        changes.changes.extend(write_topic(key, &topic.id, Some(&written)).changes);
    }
    for read in &case.reading.answers {
        let written = WrittenAnswer { answer: read.answer.clone(), also: read.also.clone(), why: read.why.clone() };
        changes.changes.extend(write_answer(key, &read.item, Some(&written)).changes);
    }
    let kept = case.reading.keep.iter().map(|read| (Verdict::Keep, read));
    for (verdict, read) in kept.chain(case.reading.leave.iter().map(|read| (Verdict::Leave, read))) {
        let written = WrittenOrientation { verdict, why: read.why.clone() };
        changes.changes.extend(write_orientation(key, &read.orientation, Some(&written)).changes);
    }
    changes
}

/// The rank of a topic that comes last.
pub fn last_rank(case: &WrittenCase) -> i64 {
    case.topics.iter().map(|(_, topic)| topic.rank).max().map_or(1, |rank| rank.saturating_add(1))
}

/// Moves a topic from one place of the list to another, from 0; nothing beyond its ends. Only what changes its rank is written.
pub fn move_topic(case: &WrittenCase, from: usize, to: usize) -> ChangeSet {
    let mut topics: Vec<&(TopicId, WrittenTopic)> = case.topics.iter().collect();
    if from.max(to) >= topics.len() {
        return ChangeSet::new();
    }
    let mut ranks: Vec<i64> = topics.iter().map(|(_, topic)| topic.rank).collect();
    // Two topics that were added apart may have one rank.
    if ranks.windows(2).any(|two| matches!(two, [one, other] if one >= other)) {
        ranks = (1..).take(topics.len()).collect();
    }
    let moved = topics.remove(from);
    topics.insert(to, moved);
    let placed = topics.into_iter().zip(ranks).filter(|((_, topic), rank)| topic.rank != *rank);
    let written =
        placed.map(|((id, topic), rank)| write_topic(&case.key, id, Some(&WrittenTopic { rank, ..topic.clone() })));
    ChangeSet { changes: written.flat_map(|one| one.changes).collect() }
}

/// What is wrong with an answer as it is chosen and typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerFault {
    /// Nothing is chosen.
    Missing,
    Answer(CellFault),
    Also(CellFault),
    Text(Fault),
}

/// The sign between two answers that can be argued for.
const OR: char = '/';

/// Reads the answer by its marks (`grid`), the others that can be argued for by theirs, and the argument.
pub fn read_answer(item: &Item, marks: &str, also: &str, why: &str) -> Result<WrittenAnswer, Vec<AnswerFault>> {
    let mut faults = Vec::new();
    let answer = match grid::read(item, marks) {
        Ok(answer) => answer,
        Err(fault) => {
            faults.push(AnswerFault::Answer(fault));
            None
        }
    };
    if answer.is_none() && faults.is_empty() {
        faults.push(AnswerFault::Missing);
    }
    let mut others = Vec::new();
    for cell in also.split(OR) {
        match grid::read(item, cell) {
            Ok(other) => others.extend(other.filter(|one| Some(one) != answer.as_ref() && !others.contains(one))),
            Err(fault) => faults.push(AnswerFault::Also(fault)),
        }
    }
    faults.extend(too_long([(Part::Why, why)]).into_iter().map(AnswerFault::Text));
    match answer {
        Some(answer) if faults.is_empty() => Ok(WrittenAnswer { answer, also: others, why: kept(why) }),
        _ => Err(faults),
    }
}

/// The other answers as they are typed.
pub fn written_also(item: &Item, also: &[Answer]) -> String {
    also.iter().map(|answer| grid::written(item, Some(answer))).collect::<Vec<_>>().join(&format!(" {OR} "))
}
