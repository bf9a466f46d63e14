//! What is known here of a place.

use super::super::field::PlaceField;
use super::super::value::FieldValue;
use super::identity::PlaceTrace;
use crate::domain::aside::KeptAside;
use crate::records::{FieldName, Key, MAX_TEXT_CHARS, RecordId, clean_text};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;

/// Everything that is known here of one place. Several records may hold it: that of each source which describes the
/// place, and those of former places that were attached to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaceLife {
    /// The record that is written to.
    pub key: Key,
    /// The other records that hold some of it, the nearest first.
    pub others: Vec<Key>,
    /// The place, as last described when something was noted of it.
    pub place: Option<PlaceTrace>,
    pub notes: BTreeMap<NoteId, Note>,
    /// The last check.
    pub verified: Option<Verification>,
    pub corrections: BTreeMap<PlaceField, Correction>,
    pub closed: Option<Closure>,
    pub is_favourite: bool,
    /// The place that this one became, as someone here decided.
    pub attached_to: Option<PlaceTrace>,
    /// Fields of the record that this version does not use.
    pub kept_aside: Vec<KeptAside>,
    /// Fields on which people disagree without knowing it.
    pub disputed: Vec<FieldName>,
}

impl PlaceLife {
    /// Of a place of which nothing is known here yet.
    pub fn empty(key: Key) -> Self {
        Self {
            key,
            others: Vec::new(),
            place: None,
            notes: BTreeMap::new(),
            verified: None,
            corrections: BTreeMap::new(),
            closed: None,
            is_favourite: false,
            attached_to: None,
            kept_aside: Vec::new(),
            disputed: Vec::new(),
        }
    }

    /// Says nothing of the place.
    pub fn is_blank(&self) -> bool {
        self.notes.is_empty()
            && self.verified.is_none()
            && self.corrections.is_empty()
            && self.closed.is_none()
            && !self.is_favourite
    }

    /// Adds what another record knows of the same place. What is dated last holds; of the same day, what is here.
    pub fn join(&mut self, other: Self) {
        self.others.push(other.key);
        self.others.extend(other.others);
        for (id, note) in other.notes {
            self.notes.entry(id).or_insert(note);
        }
        for (field, theirs) in other.corrections {
            if self.corrections.get(&field).is_none_or(|ours| ours.on < theirs.on) {
                self.corrections.insert(field, theirs);
            }
        }
        if other.verified.as_ref().map(|theirs| theirs.on) > self.verified.as_ref().map(|ours| ours.on) {
            self.verified = other.verified;
        }
        if other.closed.as_ref().map(|theirs| theirs.since) > self.closed.as_ref().map(|ours| ours.since) {
            self.closed = other.closed;
        }
        self.is_favourite |= other.is_favourite;
        self.kept_aside.extend(other.kept_aside);
        self.disputed.extend(other.disputed);
    }
}

/// Names a note within its place: drawn at random, so that two colleagues who write at the same time are both kept.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NoteId(RecordId);

impl NoteId {
    pub fn new(id: RecordId) -> Self {
        Self(id)
    }

    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

impl fmt::Display for NoteId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Why a text is not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WritingFault {
    Blank,
    TooLong {
        max_chars: usize,
    },
    /// One line is expected.
    SeveralLines,
}

/// Who knows: initials or a function, never needed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Signature(String);

impl Signature {
    pub const MAX_CHARS: usize = 40;

    /// What was typed; `None` when nothing was.
    pub fn read(typed: &str) -> Result<Option<Self>, WritingFault> {
        match one_line(typed, Self::MAX_CHARS) {
            Err(WritingFault::Blank) => Ok(None),
            read => read.map(|text| Some(Self(text))),
        }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Signature {
    type Error = &'static str;
    fn try_from(text: String) -> Result<Self, &'static str> {
        Self::read(&text).ok().flatten().ok_or("invalid signature")
    }
}

impl From<Signature> for String {
    fn from(signature: Signature) -> Self {
        signature.0
    }
}

/// A dated note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    pub text: String,
    pub on: NaiveDate,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Signature>,
}

impl Note {
    /// A note as typed.
    pub fn new(typed: &str, on: NaiveDate, by: Option<Signature>) -> Result<Self, WritingFault> {
        match bounded(typed)? {
            text if text.is_empty() => Err(WritingFault::Blank),
            text => Ok(Self { text, on, by }),
        }
    }
}

/// How a description was checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Means {
    Phone,
    Visit,
    Email,
    Website,
}

impl Means {
    /// In the order they are offered.
    pub const ALL: [Self; 4] = [Self::Phone, Self::Visit, Self::Email, Self::Website];
}

/// Someone here checked the description.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verification {
    pub on: NaiveDate,
    pub how: Means,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Signature>,
}

/// The place no longer receives anyone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closure {
    pub since: NaiveDate,
    /// May be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub why: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Signature>,
}

impl Closure {
    /// A closure as typed.
    pub fn new(since: NaiveDate, why: &str, by: Option<Signature>) -> Result<Self, WritingFault> {
        Ok(Self { since, why: bounded(why)?, by })
    }
}

/// Another value for a field, and the imported one that it was preferred to: should a later edition say something else,
/// it is seen without the former edition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    pub value: FieldValue,
    #[serde(default, skip_serializing_if = "FieldValue::is_empty")]
    pub instead_of: FieldValue,
    pub on: NaiveDate,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Signature>,
}

/// A name on one line, as typed.
pub fn one_line(typed: &str, max_chars: usize) -> Result<String, WritingFault> {
    let text = clean_text(typed.trim()).into_owned();
    match text.chars().count() {
        0 => Err(WritingFault::Blank),
        chars if chars > max_chars => Err(WritingFault::TooLong { max_chars }),
        _ if text.contains(char::is_control) => Err(WritingFault::SeveralLines),
        _ => Ok(text),
    }
}

pub(super) fn bounded(typed: &str) -> Result<String, WritingFault> {
    let text = clean_text(typed.trim()).into_owned();
    match text.chars().count() <= MAX_TEXT_CHARS {
        true => Ok(text),
        false => Err(WritingFault::TooLong { max_chars: MAX_TEXT_CHARS }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_is_kept_clean_or_refused() {
        let on = "2026-03-03".parse().unwrap();
        let note = |typed: &str| Note::new(typed, on, None).map(|note| note.text);
        assert_eq!(note(" Demander\r\nà l’accueil\u{202e} "), Ok("Demander\nà l’accueil".to_owned()));
        assert_eq!(note(" \n"), Err(WritingFault::Blank));
        assert_eq!(note(&"é".repeat(20_001)), Err(WritingFault::TooLong { max_chars: 20_000 }));
        assert_eq!(Closure::new(on, " ", None).unwrap().why, "");
        assert!(Closure::new(on, &"é".repeat(20_001), None).is_err());
        let signed = |typed: &str| Signature::read(typed).map(|by| by.map(String::from));
        for (typed, expected) in [
            (" MD ", Ok(Some("MD".to_owned()))),
            ("", Ok(None)),
            ("M\nD", Err(WritingFault::SeveralLines)),
            (&"é".repeat(41), Err(WritingFault::TooLong { max_chars: 40 })),
        ] {
            assert_eq!(signed(typed), expected, "{typed:?}");
        }
    }
}
