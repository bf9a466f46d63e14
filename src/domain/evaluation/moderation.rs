//! What the trainer makes of what was written freely: nothing of it appears anywhere before it was read.
//!
//! It is kept beside the answer, never in its record, which stays as its author made it.

use super::response::Response;
use super::secret::SecretNumber;
use super::survey::QuestionId;
use crate::records::{ChangeSet, InvalidId, Key, Kind, Record, Tables, clean_text};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeSet;

/// The kind of the records that hold it, each under the number of its answer.
pub const MODERATION_KIND: &str = "survey_reading";

/// Names of the fields. They are stored: never rename one.
pub mod field {
    /// Followed by a question.
    pub const TEXT: &str = "text/";
    /// Followed by a question.
    pub const TAGS: &str = "tags/";
    /// The answer does not count: a trial, or one that came twice under two numbers.
    pub const SET_ASIDE: &str = "set_aside";
}

/// What was decided of a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// The edition that was read: a later one waits to be read.
    pub edition: u16,
    pub state: State,
}

/// Where a text stands once it was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum State {
    /// Read; it stays with the trainer.
    Read,
    /// It may appear, in these words: as it was written, or without what would tell who wrote it or whom it is about.
    MayAppear { words: String },
    /// It must not.
    Withheld { why: Withheld },
}

/// Why a text must not appear.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Withheld {
    /// It names somebody, or a person who is accompanied would be recognised.
    NamesSomebody,
    /// It tells who wrote it.
    TellsWho,
    /// It hurts somebody.
    Hurts,
    OffTopic,
}

impl Withheld {
    pub const ALL: [Self; 4] = [Self::NamesSomebody, Self::TellsWho, Self::Hurts, Self::OffTopic];
}

/// What a text is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tag {
    Content,
    Pace,
    Animation,
    Organisation,
    Practice,
    Network,
    Obstacle,
    Suggestion,
}

impl Tag {
    pub const ALL: [Self; 8] = [
        Self::Content,
        Self::Pace,
        Self::Animation,
        Self::Organisation,
        Self::Practice,
        Self::Network,
        Self::Obstacle,
        Self::Suggestion,
    ];
}

/// A text that was written, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    pub number: SecretNumber,
    pub question: QuestionId,
    pub words: String,
    /// None: it waits to be read.
    pub state: Option<State>,
    pub tags: BTreeSet<Tag>,
}

impl Written {
    /// The words that may appear.
    pub fn may_appear(&self) -> Option<&str> {
        match self.state.as_ref()? {
            State::MayAppear { words } => Some(words),
            State::Read | State::Withheld { .. } => None,
        }
    }
}

pub fn key(number: SecretNumber) -> Result<Key, InvalidId> {
    Ok(Key { kind: Kind::new(MODERATION_KIND)?, id: number.record_id()? })
}

fn record(tables: &Tables, number: SecretNumber) -> Option<&Record> {
    tables.get(&key(number).ok()?).filter(|record| !record.erased && !record.is_deleted())
}

/// Whether an answer counts.
pub fn counts(tables: &Tables, number: SecretNumber) -> bool {
    let aside = record(tables, number).and_then(|record| record.value(field::SET_ASIDE));
    aside != Some(&Value::Bool(true))
}

/// Says that an answer does not count, or counts again.
pub fn set_aside(number: SecretNumber, aside: bool) -> ChangeSet {
    key(number).map(|key| ChangeSet::one(&key, field::SET_ASIDE, aside.then_some(&true))).unwrap_or_default()
}

/// Every text of these answers, question by question, in the order of numbers.
pub fn written(tables: &Tables, responses: &[Response]) -> Vec<Written> {
    let of = |response: &Response| {
        let record = record(tables, response.number);
        let texts = response.answers.keys().filter_map(|id| Some((id.clone(), response.words(id)?.to_owned())));
        let read = texts.map(|(question, words)| {
            let value = |family: &str| record.and_then(|record| record.value(&format!("{family}{question}")));
            let decision = value(field::TEXT).and_then(|value| Decision::deserialize(value).ok());
            let state = decision.filter(|decision| decision.edition == response.edition).map(|decision| decision.state);
            let tags = record.map(|record| tags(record, &question)).unwrap_or_default();
            Written { number: response.number, question, words, state, tags }
        });
        read.collect::<Vec<_>>()
    };
    let mut written: Vec<Written> = responses.iter().flat_map(of).collect();
    written.sort_by(|one, other| (&one.question, one.number).cmp(&(&other.question, other.number)));
    written
}

/// What a text is about, from the record that says it.
pub fn tags(record: &Record, question: &QuestionId) -> BTreeSet<Tag> {
    let value = record.value(&format!("{}{question}", field::TAGS));
    value.and_then(|value| BTreeSet::deserialize(value).ok()).unwrap_or_default()
}

/// Says where a text stands; none: it is to be read again. Words that are blank appear nowhere.
pub fn decide(response: &Response, question: &QuestionId, state: Option<State>) -> ChangeSet {
    let state = state.map(|state| match state {
        State::MayAppear { words } => match clean_text(&words).trim() {
            "" => State::Read,
            words => State::MayAppear { words: words.to_owned() },
        },
        state => state,
    });
    let decision = state.map(|state| Decision { edition: response.edition, state });
    let name = format!("{}{question}", field::TEXT);
    key(response.number).map(|key| ChangeSet::one(&key, &name, decision.as_ref())).unwrap_or_default()
}

/// Says what a text is about.
pub fn tag(number: SecretNumber, question: &QuestionId, tags: &BTreeSet<Tag>) -> ChangeSet {
    let name = format!("{}{question}", field::TAGS);
    let tags = (!tags.is_empty()).then_some(tags);
    key(number).map(|key| ChangeSet::one(&key, &name, tags)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{answer, response, store};
    use super::*;

    #[test]
    fn nothing_appears_before_it_was_read_and_a_later_edition_waits_again() {
        let mut tables = Tables::default();
        let free = QuestionId::new("free").unwrap();
        let mut one = response(5, "s", 0);
        one.answers.insert(free.clone(), answer("text", "Merci à Camille"));
        let state = |tables: &Tables, one: &Response| written(tables, std::slice::from_ref(one))[0].clone();
        assert_eq!((state(&tables, &one).state, state(&tables, &one).may_appear()), (None, None));
        let words = "Merci à [la formatrice]".to_owned();
        store(&mut tables, &decide(&one, &free, Some(State::MayAppear { words: words.clone() })), "r1");
        assert_eq!(state(&tables, &one).may_appear(), Some(words.as_str()));
        let later = Response { edition: 2, ..one.clone() };
        assert_eq!(state(&tables, &later).state, None);
        for kept in [State::Read, State::Withheld { why: Withheld::NamesSomebody }] {
            store(&mut tables, &decide(&one, &free, Some(kept.clone())), "r1");
            assert_eq!((state(&tables, &one).may_appear(), state(&tables, &one).state), (None, Some(kept)));
        }
        store(&mut tables, &decide(&one, &free, Some(State::MayAppear { words: "  ".to_owned() })), "r1");
        assert_eq!(state(&tables, &one).state, Some(State::Read));
        store(&mut tables, &decide(&one, &free, None), "r1");
        assert_eq!(state(&tables, &one).state, None);
    }

    #[test]
    fn a_text_is_tagged_and_an_answer_set_aside_beside_it() {
        let mut tables = Tables::default();
        let free = QuestionId::new("free").unwrap();
        let mut one = response(5, "s", 0);
        one.answers.insert(free.clone(), answer("text", "Plus de temps"));
        let tags = BTreeSet::from([Tag::Pace, Tag::Suggestion]);
        store(&mut tables, &tag(one.number, &free, &tags), "r1");
        assert_eq!(written(&tables, std::slice::from_ref(&one))[0].tags, tags);
        assert!(counts(&tables, one.number));
        store(&mut tables, &set_aside(one.number, true), "r1");
        assert!(!counts(&tables, one.number));
        store(&mut tables, &set_aside(one.number, false), "r1");
        assert!(counts(&tables, one.number));
        assert!(tables.get(&super::super::response::key(one.number).unwrap()).is_none(), "the answer is not touched");
    }
}
