//! Named lists of places. One field per place, so that two colleagues who each add one are both kept.

use super::identity::PlaceTrace;
use super::model::{WritingFault, bounded, one_line};
use crate::domain::aside::{AsideReason, KeptAside, parse};
use crate::records::{DELETED, Entry, FieldName, Key, Kind, Record, RecordId, Tables};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::sync::Arc;

/// The kind of the records that are lists of places.
pub const PLACE_LIST_KIND: &str = "place_list";

/// Names of the fields. They are stored: never rename one.
pub mod field {
    pub const NAME: &str = "name";
    pub const NOTE: &str = "note";
    /// Followed by the record of the place.
    pub const MEMBER: &str = "member/";
}

/// What people call a list.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ListName(String);

impl ListName {
    pub const MAX_CHARS: usize = 80;

    /// A name as typed.
    pub fn new(typed: &str) -> Result<Self, WritingFault> {
        one_line(typed, Self::MAX_CHARS).map(Self)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for ListName {
    type Error = &'static str;
    fn try_from(text: String) -> Result<Self, &'static str> {
        Self::new(&text).map_err(|_| "invalid name of a list")
    }
}

impl From<ListName> for String {
    fn from(name: ListName) -> Self {
        name.0
    }
}

/// A text said of a whole list; blank: none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListNote(String);

impl ListNote {
    /// A note as typed.
    pub fn new(typed: &str) -> Result<Self, WritingFault> {
        Ok(Self(bounded(typed)?))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A place of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    pub place: PlaceTrace,
    /// Members go by rank, then by their place's record: two of the same rank are in the same order everywhere.
    pub rank: i64,
}

/// A list, as read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaceList {
    pub key: Key,
    /// `None`: it was lost, or cannot be read.
    pub name: Option<ListName>,
    pub note: ListNote,
    /// In their order, each with the record of its place.
    pub members: Vec<(RecordId, Member)>,
    /// Fields of the record that this version does not use.
    pub kept_aside: Vec<KeptAside>,
    /// Fields on which people disagree without knowing it.
    pub disputed: Vec<FieldName>,
}

/// Where a list lives.
pub fn key(id: &RecordId) -> Result<Key, crate::records::InvalidId> {
    Ok(Key { kind: Kind::new(PLACE_LIST_KIND)?, id: id.clone() })
}

/// Whether people can disagree on a field: a place that is taken away here and moved there stays.
pub fn is_disputable(name: &FieldName) -> bool {
    !name.as_str().starts_with(field::MEMBER)
}

impl PlaceList {
    /// Reads a record. Total: whatever a file holds, something comes out, and the rest is listed.
    pub fn from_record(key: &Key, record: &Record) -> Self {
        let (name, note, members) = (None, ListNote::default(), Vec::new());
        let mut list = Self { key: key.clone(), name, note, members, kept_aside: Vec::new(), disputed: Vec::new() };
        for (name, entries) in &record.fields {
            if let Err(reason) = list.read(name.as_str(), entries, record.value(name.as_str())) {
                list.kept_aside.push(KeptAside { field: name.clone(), reason });
            }
        }
        list.members.sort_by(|(one, a), (other, b)| (a.rank, one).cmp(&(b.rank, other)));
        list.disputed = record.conflicts().map(|(name, _)| name.clone()).filter(is_disputable).collect();
        list
    }

    /// Every list, in the order of their records.
    pub fn all(tables: &Tables) -> Vec<Self> {
        read_all(tables.live(PLACE_LIST_KIND))
    }

    /// Those that were taken away and may be put back, in the same order.
    pub fn removed(tables: &Tables) -> Vec<Self> {
        read_all(tables.removed(PLACE_LIST_KIND))
    }

    fn read(&mut self, name: &str, entries: &[Entry], shown: Option<&Value>) -> Result<(), AsideReason> {
        if let Some(place) = name.strip_prefix(field::MEMBER) {
            let place = RecordId::new(place).map_err(|_| AsideReason::UnknownField)?;
            let mut written = entries.iter().filter(|entry| !entry.value.is_null()).peekable();
            if written.peek().is_some() {
                let member = written.find_map(|entry| parse(&entry.value).ok()).ok_or(AsideReason::InvalidValue)?;
                self.members.push((place, member));
            }
            return Ok(());
        }
        let Some(value) = shown else { return Ok(()) };
        match name {
            field::NAME => self.name = Some(parse(value)?),
            field::NOTE => {
                let text: String = parse(value)?;
                self.note = ListNote::new(&text).map_err(|_| AsideReason::InvalidValue)?;
            }
            DELETED => {}
            _ => return Err(AsideReason::UnknownField),
        }
        Ok(())
    }
}

fn read_all<'a>(records: impl Iterator<Item = (&'a RecordId, &'a Arc<Record>)>) -> Vec<PlaceList> {
    records.filter_map(|(id, record)| Some(PlaceList::from_record(&key(id).ok()?, record))).collect()
}
