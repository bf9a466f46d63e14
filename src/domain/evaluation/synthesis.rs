//! The synthesis for the commissioner: what was published of each population, what the trainer says of it, and the words of
//! participants that were chosen. Its figures come from the ledgers alone, never from the answers.

use super::ledger::Ledger;
use super::moderation::Written;
use super::population::Population;
use super::secret::SecretNumber;
use super::survey::{QuestionId, SurveyKind};
use crate::domain::exercise::debrief::Threshold;
use crate::domain::programme::id::{CycleId, SessionId};
use crate::domain::programme::log::{Action, Log};
use crate::records::{ChangeSet, InvalidId, Key, Kind, Record, Tables, clean_text};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The kind of the records that hold them, each under the identity of its cycle.
pub const SYNTHESIS_KIND: &str = "synthesis";

/// Names of the fields. They are stored: never rename one.
pub mod field {
    /// Followed by a part.
    pub const LEDGER: &str = "ledger/";
    /// Followed by a session, or [`WHOLE`].
    pub const COMMENT: &str = "comment/";
    pub const WHOLE: &str = "cycle";
    /// Followed by the number of an answer, and a question.
    pub const QUOTE: &str = "quote/";
    /// Followed by a part and a session: how many answers were erased.
    pub const ERASED: &str = "erased/";
    /// Followed by a day: whether the detail was told.
    pub const PUBLISHED: &str = "published/";
}

/// Who is counted apart from the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    EndOfDay,
    /// How participants see themselves on the objectives, before the day and after it.
    Positioned,
    ThreeMonths,
}

impl Part {
    pub const ALL: [Self; 3] = [Self::EndOfDay, Self::Positioned, Self::ThreeMonths];

    pub fn code(self) -> &'static str {
        match self {
            Self::EndOfDay => "end_of_day",
            Self::Positioned => "positioned",
            Self::ThreeMonths => "three_months",
        }
    }

    pub fn of(kind: SurveyKind) -> Self {
        match kind {
            SurveyKind::EndOfDay => Self::EndOfDay,
            SurveyKind::ThreeMonths => Self::ThreeMonths,
        }
    }
}

/// Whether a synthesis comes after some sessions, or closes the cycle: the detail of each answer is told then.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    OnTheWay,
    Closing,
}

/// Why nothing is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PublishFault {
    /// Two machines published apart: which one was sent must be settled first, or what both told could be subtracted.
    Split,
    /// Nothing new can be told.
    Nothing,
}

/// The synthesis of a cycle, as read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Synthesis {
    pub cycle: CycleId,
    pub ledgers: BTreeMap<Part, Ledger>,
    /// What the trainer says of each session, and of the cycle.
    comments: BTreeMap<String, String>,
    chosen: BTreeSet<(SecretNumber, QuestionId)>,
    /// How many answers of a session were erased: they came in.
    pub erased: BTreeMap<(Part, SessionId), usize>,
    /// By day.
    pub published: Vec<(NaiveDate, Stage)>,
    is_split: bool,
}

pub fn key(cycle: &CycleId) -> Result<Key, InvalidId> {
    Ok(Key { kind: Kind::new(SYNTHESIS_KIND)?, id: cycle.0.clone() })
}

impl Synthesis {
    /// What was published and written of a cycle; nothing when nothing was.
    pub fn find(tables: &Tables, cycle: &CycleId) -> Self {
        let record = key(cycle).ok().and_then(|key| tables.get(&key));
        match record.filter(|record| !record.erased && !record.is_deleted()) {
            Some(record) => Self::from_record(cycle, record),
            None => Self::from_record(cycle, &Record::default()),
        }
    }

    fn from_record(cycle: &CycleId, record: &Record) -> Self {
        let ledger = |part: Part| {
            let value = record.value(&format!("{}{}", field::LEDGER, part.code()))?;
            Some((part, Ledger::deserialize(value).ok()?))
        };
        let comment = |(of, value): (&str, &serde_json::Value)| Some((of.to_owned(), value.as_str()?.to_owned()));
        let quote = |(of, value): (&str, &serde_json::Value)| {
            let (number, question) = of.split_once('/').filter(|_| value.as_bool() == Some(true))?;
            Some((number.parse().ok()?, QuestionId::new(question).ok()?))
        };
        let published =
            |(on, value): (&str, &serde_json::Value)| Some((on.parse().ok()?, Stage::deserialize(value).ok()?));
        let erased = |(of, value): (&str, &serde_json::Value)| {
            let (part, session) = of.split_once('/')?;
            let part = Part::ALL.into_iter().find(|one| one.code() == part)?;
            Some(((part, SessionId::new(session).ok()?), usize::try_from(value.as_u64()?).ok()?))
        };
        let mut days: Vec<_> = record.family(field::PUBLISHED).filter_map(published).collect();
        days.sort_unstable();
        Self {
            cycle: cycle.clone(),
            ledgers: Part::ALL.into_iter().filter_map(ledger).collect(),
            comments: record.family(field::COMMENT).filter_map(comment).collect(),
            chosen: record.family(field::QUOTE).filter_map(quote).collect(),
            erased: record.family(field::ERASED).filter_map(erased).collect(),
            published: days,
            is_split: record.conflicts().any(|(name, _)| name.as_str().starts_with(field::LEDGER)),
        }
    }

    /// What would be told if it were published now, whether or not it is: a screen shows this, and never the answers.
    pub fn preview(
        &self,
        populations: &BTreeMap<Part, Population>,
        threshold: Threshold,
        stage: Stage,
        on: NaiveDate,
    ) -> Self {
        let mut next = self.clone();
        for (part, population) in populations {
            let ledger = next.ledgers.entry(*part).or_default();
            *ledger = ledger.publish(population, threshold, stage == Stage::Closing, on);
        }
        next
    }

    /// Publishes it: what is told from then on is what this tells. Whoever sends a synthesis publishes it first.
    pub fn publish(
        &self,
        populations: &BTreeMap<Part, Population>,
        threshold: Threshold,
        stage: Stage,
        on: NaiveDate,
    ) -> Result<ChangeSet, PublishFault> {
        self.keep(&self.preview(populations, threshold, stage, on), stage, on)
    }

    /// Publishes what was made by [`Self::preview`] of the same stage and day.
    pub fn keep(&self, next: &Self, stage: Stage, on: NaiveDate) -> Result<ChangeSet, PublishFault> {
        if self.is_split {
            return Err(PublishFault::Split);
        }
        let changed = next.ledgers.iter().filter(|(part, ledger)| self.ledgers.get(part) != Some(ledger));
        let changed: Vec<_> = changed.filter(|(_, ledger)| !ledger.batches.is_empty()).collect();
        let key = key(&self.cycle).map_err(|_| PublishFault::Nothing)?;
        if changed.is_empty() {
            return Err(PublishFault::Nothing);
        }
        let mut changes = ChangeSet::new();
        for (part, ledger) in changed {
            changes.write(&key, &format!("{}{}", field::LEDGER, part.code()), Some(ledger));
        }
        changes.write(&key, &format!("{}{on}", field::PUBLISHED), Some(&stage));
        Ok(changes)
    }

    /// Whether two machines published apart, and nobody settled it yet.
    pub fn is_split(&self) -> bool {
        self.is_split
    }

    /// What the trainer says of a session, or of the whole cycle; empty: nothing.
    pub fn comment(&self, session: Option<&SessionId>) -> &str {
        self.comments.get(session.map_or(field::WHOLE, SessionId::as_str)).map_or("", String::as_str)
    }

    /// Writes what the trainer says; blank: nothing.
    pub fn write_comment(&self, session: Option<&SessionId>, words: &str) -> ChangeSet {
        let words = clean_text(words).trim().to_owned();
        let name = format!("{}{}", field::COMMENT, session.map_or(field::WHOLE, SessionId::as_str));
        let value = (!words.is_empty()).then_some(&words);
        key(&self.cycle).map(|key| ChangeSet::one(&key, &name, value)).unwrap_or_default()
    }

    /// Chooses words to appear, or not.
    pub fn choose(&self, number: SecretNumber, question: &QuestionId, is_chosen: bool) -> ChangeSet {
        let name = format!("{}{number}/{question}", field::QUOTE);
        key(&self.cycle).map(|key| ChangeSet::one(&key, &name, is_chosen.then_some(&true))).unwrap_or_default()
    }

    /// Chooses no words of these answers any more: they are erased.
    pub fn unchoose(&self, numbers: &BTreeSet<SecretNumber>) -> ChangeSet {
        let gone = self.chosen.iter().filter(|(number, _)| numbers.contains(number));
        ChangeSet {
            changes: gone.flat_map(|(number, question)| self.choose(*number, question, false).changes).collect(),
        }
    }

    pub fn is_chosen(&self, written: &Written) -> bool {
        self.chosen.contains(&(written.number, written.question.clone()))
    }

    /// The words that appear: chosen, read, and those of an answer that was published. Their order says nothing, and no
    /// session is told.
    pub fn quotes<'a>(&'a self, part: Part, written: &'a [Written]) -> impl Iterator<Item = (&'a QuestionId, &'a str)> {
        let ledger = self.ledgers.get(&part);
        let counts = move |one: &Written| ledger.is_some_and(|ledger| ledger.counts(&one.number.to_string()));
        let appears = written.iter().filter(move |one| self.is_chosen(one) && counts(one));
        appears.filter_map(|one| Some((&one.question, one.may_appear()?)))
    }
}

/// What improves the training, as the mission log has it.
pub fn improvements(log: &Log) -> impl Iterator<Item = &Action> {
    log.actions.iter().filter(|action| action.improves)
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{Rooms, answer, store, survey};
    use super::super::moderation::{self, State};
    use super::super::response::{Response, receive_all};
    use super::*;

    fn day() -> NaiveDate {
        "2022-04-01".parse().unwrap()
    }

    fn populations(tables: &Tables) -> BTreeMap<Part, Population> {
        let sessions = ["s1", "s2"].map(|id| SessionId::new(id).unwrap());
        [(Part::EndOfDay, Population::answering(tables, &survey(SurveyKind::EndOfDay), &sessions))].into()
    }

    fn with(responses: &[Response]) -> (Tables, Synthesis) {
        let mut tables = Tables::default();
        let (_, changes) = receive_all(&tables, responses);
        store(&mut tables, &changes, "r1");
        let synthesis = Synthesis::find(&tables, &CycleId::new("cycle").unwrap());
        (tables, synthesis)
    }

    #[test]
    fn what_is_published_is_what_the_preview_told_and_stays() {
        let (mut tables, before) = with(&Rooms::of(&[12, 6]).responses);
        let threshold = Threshold::default();
        let preview = before.preview(&populations(&tables), threshold, Stage::OnTheWay, day());
        let changes = before.publish(&populations(&tables), threshold, Stage::OnTheWay, day()).unwrap();
        store(&mut tables, &changes, "r1");
        let after = Synthesis::find(&tables, &before.cycle);
        assert_eq!((&after.ledgers, &after.published), (&preview.ledgers, &vec![(day(), Stage::OnTheWay)]));
        assert_eq!(after.ledgers[&Part::EndOfDay].whole(), 18);
        let again = after.publish(&populations(&tables), threshold, Stage::OnTheWay, day());
        assert_eq!(again, Err(PublishFault::Nothing));
        assert!(after.publish(&populations(&tables), threshold, Stage::Closing, day()).is_ok());
    }

    #[test]
    fn two_that_were_published_apart_are_settled_first() {
        let (mut tables, synthesis) = with(&Rooms::of(&[12]).responses);
        let mut other = with(&Rooms::of(&[12, 7]).responses).0;
        for (tables, replica) in [(&mut tables, "r1"), (&mut other, "r2")] {
            let changes =
                synthesis.publish(&populations(tables), Threshold::default(), Stage::OnTheWay, day()).unwrap();
            store(tables, &changes, replica);
        }
        tables.merged_with(&other).into_iter().for_each(|(key, record)| tables.put(key, record));
        let merged = Synthesis::find(&tables, &synthesis.cycle);
        let again = merged.publish(&populations(&tables), Threshold::default(), Stage::Closing, day());
        assert_eq!(again, Err(PublishFault::Split));
    }

    #[test]
    fn words_appear_once_they_are_read_chosen_and_published() {
        let mut responses = Rooms::of(&[12]).responses;
        let free = QuestionId::new("free").unwrap();
        responses[0].answers.insert(free.clone(), answer("text", "Merci"));
        let (mut tables, synthesis) = with(&responses);
        let quotes = |tables: &Tables| {
            let synthesis = Synthesis::find(tables, &synthesis.cycle);
            let written = moderation::written(tables, &Response::all(tables));
            synthesis.quotes(Part::EndOfDay, &written).map(|(_, words)| words.to_owned()).collect::<Vec<_>>()
        };
        let acts = [
            synthesis.choose(responses[0].number, &free, true),
            moderation::decide(&responses[0], &free, Some(State::MayAppear { words: "Merci à toutes".to_owned() })),
            synthesis.publish(&populations(&tables), Threshold::default(), Stage::OnTheWay, day()).unwrap(),
        ];
        for act in acts {
            assert_eq!(quotes(&tables), [""; 0]);
            store(&mut tables, &act, "r1");
        }
        assert_eq!(quotes(&tables), ["Merci à toutes"]);
        store(&mut tables, &synthesis.choose(responses[0].number, &free, false), "r1");
        assert_eq!(quotes(&tables), [""; 0]);
    }

    #[test]
    fn the_trainer_says_something_of_a_session_and_of_the_cycle() {
        let (mut tables, synthesis) = with(&[]);
        let session = SessionId::new("s1").unwrap();
        store(&mut tables, &synthesis.write_comment(Some(&session), " Groupe actif "), "r1");
        store(&mut tables, &synthesis.write_comment(None, "Rythme à revoir"), "r1");
        let read = Synthesis::find(&tables, &synthesis.cycle);
        assert_eq!((read.comment(Some(&session)), read.comment(None)), ("Groupe actif", "Rythme à revoir"));
        store(&mut tables, &read.write_comment(None, " "), "r1");
        assert_eq!(Synthesis::find(&tables, &synthesis.cycle).comment(None), "");
    }
}
