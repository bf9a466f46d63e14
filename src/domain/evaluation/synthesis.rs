//! The synthesis for the commissioner: what was published of each population, what the trainer says of it, and the words of
//! participants that were chosen. Its figures come from the ledgers alone, never from the answers.

use super::ledger::Ledger;
use super::moderation::Written;
use super::population::Population;
use super::published;
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
    /// Followed by a day, and how many were published so far: whether the detail was told.
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

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.code() == code)
    }

    pub fn of(kind: SurveyKind) -> Self {
        match kind {
            SurveyKind::EndOfDay => Self::EndOfDay,
            SurveyKind::ThreeMonths => Self::ThreeMonths,
        }
    }

    /// The questionnaire in whose words it is told; positions are taken on objectives, which both name alike.
    pub fn survey(self) -> SurveyKind {
        match self {
            Self::EndOfDay | Self::Positioned => SurveyKind::EndOfDay,
            Self::ThreeMonths => SurveyKind::ThreeMonths,
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

impl Stage {
    pub const ALL: [Self; 2] = [Self::OnTheWay, Self::Closing];
}

/// Whether what was published can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Whole,
    /// Two machines published apart: which one was sent must be settled first, or what both told could be subtracted.
    Split,
    /// What was published is there and cannot be read: published anew, it could be subtracted.
    Unreadable,
}

/// Why nothing is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PublishFault {
    Split,
    Unreadable,
    /// Nothing new can be told.
    Nothing,
}

/// The synthesis of a cycle, as read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Synthesis {
    pub cycle: CycleId,
    /// None unless everything that was published can be read.
    pub ledgers: BTreeMap<Part, Ledger>,
    /// What the trainer says of each session, and of the cycle.
    comments: BTreeMap<String, String>,
    chosen: BTreeSet<(SecretNumber, QuestionId)>,
    /// How many answers of a session were erased: they came in.
    pub erased: BTreeMap<(Part, SessionId), usize>,
    /// In the order in which they were published.
    pub published: Vec<(NaiveDate, Stage)>,
    /// The rank of the last publication, told or set aside.
    last_rank: usize,
    pub standing: Standing,
}

pub fn key(cycle: &CycleId) -> Result<Key, InvalidId> {
    Ok(Key { kind: Kind::new(SYNTHESIS_KIND)?, id: cycle.0.clone() })
}

/// Every ledger, or why they are not read.
fn ledgers_of(record: &Record) -> (Standing, BTreeMap<Part, Ledger>) {
    if record.conflicts().any(|(name, _)| name.as_str().starts_with(field::LEDGER)) {
        return (Standing::Split, BTreeMap::new());
    }
    let stored = record.family(field::LEDGER).filter(|(_, value)| !value.is_null());
    let ledger =
        |(code, value): (&str, &serde_json::Value)| Some((Part::from_code(code)?, Ledger::deserialize(value).ok()?));
    match stored.map(ledger).collect() {
        Some(ledgers) => (Standing::Whole, ledgers),
        None => (Standing::Unreadable, BTreeMap::new()),
    }
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
        let (standing, ledgers) = ledgers_of(record);
        let comment = |(of, value): (&str, &serde_json::Value)| Some((of.to_owned(), value.as_str()?.to_owned()));
        let quote = |(of, value): (&str, &serde_json::Value)| {
            let (number, question) = of.split_once('/').filter(|_| value.as_bool() == Some(true))?;
            Some((number.parse().ok()?, QuestionId::new(question).ok()?))
        };
        let erased = |(of, value): (&str, &serde_json::Value)| {
            let (part, session) = of.split_once('/')?;
            Some(((Part::from_code(part)?, SessionId::new(session).ok()?), usize::try_from(value.as_u64()?).ok()?))
        };
        let publications = published::all(record);
        let told = published::told(&publications, ledgers.values());
        Self {
            cycle: cycle.clone(),
            ledgers,
            comments: record.family(field::COMMENT).filter_map(comment).collect(),
            chosen: record.family(field::QUOTE).filter_map(quote).collect(),
            erased: record.family(field::ERASED).filter_map(erased).collect(),
            published: told.into_iter().map(|one| (one.on, one.stage)).collect(),
            last_rank: publications.last().map_or(0, |one| one.nth),
            standing,
        }
    }

    /// The ledgers of the parts that were published.
    pub fn published_ledgers(&self) -> impl Iterator<Item = (Part, &Ledger)> {
        let ledgers = self.ledgers.iter().map(|(part, ledger)| (*part, ledger));
        ledgers.filter(|(_, ledger)| !ledger.batches.is_empty())
    }

    /// Whether publishing would tell anything new, or why nothing may be published.
    pub fn may_publish(
        &self,
        populations: &BTreeMap<Part, Population>,
        threshold: Threshold,
        stage: Stage,
    ) -> Result<(), PublishFault> {
        match self.standing {
            Standing::Split => return Err(PublishFault::Split),
            Standing::Unreadable => return Err(PublishFault::Unreadable),
            Standing::Whole => {}
        }
        let has_new = populations.iter().any(|(part, population)| self.has_new(*part, population, threshold, stage));
        if has_new { Ok(()) } else { Err(PublishFault::Nothing) }
    }

    fn has_new(&self, part: Part, population: &Population, threshold: Threshold, stage: Stage) -> bool {
        let is_detailed = stage == Stage::Closing;
        match self.ledgers.get(&part) {
            Some(ledger) => ledger.has_new(population, threshold, is_detailed),
            None => Ledger::default().has_new(population, threshold, is_detailed),
        }
    }

    /// Publishes it: what is told from then on is what this tells. Nothing is told of the answers before.
    pub fn publish(
        &self,
        populations: &BTreeMap<Part, Population>,
        threshold: Threshold,
        stage: Stage,
        on: NaiveDate,
    ) -> Result<ChangeSet, PublishFault> {
        self.may_publish(populations, threshold, stage)?;
        let key = key(&self.cycle).map_err(|_| PublishFault::Nothing)?;
        let none = Ledger::default();
        let mut changes = ChangeSet::new();
        for (part, population) in populations {
            if self.has_new(*part, population, threshold, stage) {
                let ledger = self.ledgers.get(part).unwrap_or(&none);
                let ledger = ledger.publish(population, threshold, stage == Stage::Closing, on);
                changes.write(&key, &format!("{}{}", field::LEDGER, part.code()), Some(&ledger));
            }
        }
        let nth = self.last_rank + 1;
        changes.write(&key, &format!("{}{on}/{nth}", field::PUBLISHED), Some(&stage));
        Ok(changes)
    }

    /// What no fewer people are told of, whenever it was published; none when nothing was.
    pub fn threshold(&self) -> Option<Threshold> {
        self.ledgers.values().filter_map(Ledger::threshold).min()
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
    fn what_is_published_stays_and_each_publication_of_a_day_is_kept() {
        let (mut tables, before) = with(&Rooms::of(&[12, 6]).responses);
        assert!(before.ledgers.is_empty(), "nothing is told of answers that were not published");
        let publish = |tables: &mut Tables, threshold, stage| {
            let synthesis = Synthesis::find(tables, &before.cycle);
            let changes = synthesis.publish(&populations(tables), threshold, stage, day())?;
            store(tables, &changes, "r1");
            Ok(Synthesis::find(tables, &before.cycle))
        };
        let five = Threshold::new(5);
        let after = publish(&mut tables, five, Stage::OnTheWay).unwrap();
        assert_eq!((after.ledgers[&Part::EndOfDay].whole(), after.threshold()), (18, Some(five)));
        assert_eq!(publish(&mut tables, five, Stage::OnTheWay), Err(PublishFault::Nothing));
        publish(&mut tables, five, Stage::Closing).unwrap();
        // Others come in after the closing: what is told of everybody holds them, whatever one calls it.
        let more: Vec<_> = (300..304).map(|drawn| super::super::fixture::response(drawn, "s1", 0)).collect();
        let (_, changes) = receive_all(&tables, &more);
        store(&mut tables, &changes, "r1");
        assert_eq!(publish(&mut tables, five, Stage::OnTheWay), Err(PublishFault::Nothing), "four are too few");
        let last = publish(&mut tables, Threshold::new(3), Stage::OnTheWay).unwrap();
        assert_eq!(last.published, [Stage::OnTheWay, Stage::Closing, Stage::OnTheWay].map(|stage| (day(), stage)));
        let ledger = &last.ledgers[&Part::EndOfDay];
        assert_eq!(ledger.of_all(&ledger.lines[0]).unwrap().base(), 22);
        assert_eq!(last.threshold(), Some(Threshold::new(3)), "the lowest that was used is the one to print");
    }

    #[test]
    fn what_was_published_and_cannot_be_read_is_not_published_anew() {
        let (mut tables, synthesis) = with(&Rooms::of(&[12]).responses);
        let changes = ChangeSet::one(&key(&synthesis.cycle).unwrap(), "ledger/end_of_day", Some("of a later version"));
        store(&mut tables, &changes, "r1");
        let read = Synthesis::find(&tables, &synthesis.cycle);
        assert_eq!(read.standing, Standing::Unreadable);
        let published = read.publish(&populations(&tables), Threshold::default(), Stage::Closing, day());
        assert_eq!(published, Err(PublishFault::Unreadable));
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
        assert!(merged.standing == Standing::Split && merged.ledgers.is_empty(), "neither is shown");
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
