//! Restore points: every record as it was before an import or a return, kept in this browser and nowhere else.
//!
//! A point is written as two lines of JSON: the first says what it is, the second holds the records. What is erased
//! leaves every point: an erasure rewrites them, and a point taken before an import never holds what that import erases.

use super::backup::Held;
use super::file::{self, Origin};
use super::migration;
use super::strict::Unique;
use crate::domain::snapshot::{SnapshotId, snapshots_named};
use crate::records::{DeviceId, Key, Kind, Record, RecordId, Tables};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// How many points are kept.
pub const KEPT: usize = 5;
/// The version of the text written here, and the only one read.
const VERSION: u32 = 1;
/// The greatest time of fifteen digits.
const MAX_MS: u64 = 999_999_999_999_999;

/// The name of a point. Names sort in the order in which points were taken, as values and as texts.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PointId {
    ms: u64,
    nth: u32,
}

/// A text that is not the name of a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvalidPointId;

/// Before what a point was taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cause {
    Import {
        files: Vec<ImportedFile>,
    },
    /// The undoing of an import.
    Undo,
    /// The return to a point.
    Return,
}

/// A file that was imported.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportedFile {
    pub name: String,
    #[serde(flatten)]
    pub origin: Origin,
}

/// When, where and before what a point was taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moment {
    pub id: PointId,
    /// The time that the machine showed, in milliseconds since 1970.
    pub at_ms: i64,
    pub device: DeviceId,
    pub cause: Cause,
    /// The revision of the database, of which the point is the content.
    pub revision_before: u64,
}

/// Every record as it was.
#[derive(Clone, Debug, PartialEq)]
pub struct RestorePoint {
    pub moment: Moment,
    pub tables: Tables,
    /// For each record that was changed then, the writes that it had seen once changed.
    pub after: BTreeMap<Key, Record>,
}

/// What a list of points shows of one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    #[serde(flatten)]
    pub moment: Moment,
    /// How many records of each kind were there to be used.
    pub live: BTreeMap<Kind, usize>,
    /// The snapshots that its records name: kept as long as the point is.
    pub snapshots: BTreeSet<SnapshotId>,
}

/// A text that is not a restore point, or not one that this version can read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnreadablePoint;

#[derive(Serialize, Deserialize)]
struct SummaryText {
    version: u32,
    /// The version of the records, as in a file.
    data_version: u32,
    #[serde(flatten)]
    summary: Summary,
}

#[derive(Serialize)]
struct WrittenBody<'a> {
    records: BTreeMap<&'a Kind, BTreeMap<&'a RecordId, &'a Record>>,
    after: BTreeMap<&'a Kind, BTreeMap<&'a RecordId, &'a Record>>,
}

#[derive(Deserialize)]
struct ReadBody<'a> {
    #[serde(borrow)]
    records: Unique<Kind, Unique<RecordId, &'a RawValue>>,
    after: Unique<Kind, Unique<RecordId, Record>>,
}

impl PointId {
    /// The name of the point that follows those: later than each of them, even when the clock went back.
    pub fn after(existing: &[Summary], at_ms: i64) -> Self {
        let ms = u64::try_from(at_ms).unwrap_or(0).min(MAX_MS);
        let first = Self { ms, nth: 0 };
        match existing.iter().map(|summary| &summary.moment.id).max() {
            Some(last) if *last >= first => Self { ms: last.ms, nth: last.nth.saturating_add(1) },
            _ => first,
        }
    }
}

impl fmt::Display for PointId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:015}-{:010}", self.ms, self.nth)
    }
}

impl fmt::Display for InvalidPointId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("invalid restore point identifier")
    }
}

impl TryFrom<String> for PointId {
    type Error = InvalidPointId;
    fn try_from(text: String) -> Result<Self, InvalidPointId> {
        let (ms, nth) = text.split_once('-').ok_or(InvalidPointId)?;
        let id = Self { ms: ms.parse().or(Err(InvalidPointId))?, nth: nth.parse().or(Err(InvalidPointId))? };
        if id.to_string() == text { Ok(id) } else { Err(InvalidPointId) }
    }
}

impl From<PointId> for String {
    fn from(id: PointId) -> String {
        id.to_string()
    }
}

impl RestorePoint {
    /// What to keep before these records are stored. Those that become erased are not kept.
    pub fn before(moment: Moment, here: &Tables, becoming: &[(Key, Record)]) -> Self {
        let after = becoming.iter().map(|(key, record)| (key.clone(), seen_only(record))).collect();
        let erased = becoming.iter().filter(|(_, record)| record.erased).map(|(key, _)| key.clone()).collect();
        let point = Self { moment, tables: here.clone(), after };
        point.without_erased(&erased).unwrap_or(point)
    }

    /// The point once these records are erased, with what was only about them; none when it holds nothing of them.
    #[must_use]
    pub fn without_erased(&self, keys: &BTreeSet<Key>) -> Option<Self> {
        let mut point = self.clone();
        let was_held = point.tables.erase(keys);
        let tables = &point.tables;
        point.after.retain(|key, _| !keys.contains(key) && tables.get(key).is_none_or(|record| !record.erased));
        (was_held || point.after.len() != self.after.len()).then_some(point)
    }

    pub fn summary(&self) -> Summary {
        Summary {
            moment: self.moment.clone(),
            live: Held::of(&self.tables).0,
            snapshots: snapshots_named(&self.tables),
        }
    }

    /// The point as a text.
    pub fn to_text(&self) -> Result<String, serde_json::Error> {
        let mut body = WrittenBody { records: BTreeMap::new(), after: BTreeMap::new() };
        for (kind, id, record) in self.tables.iter() {
            body.records.entry(kind).or_default().insert(id, record);
        }
        for (key, seen) in &self.after {
            body.after.entry(&key.kind).or_default().insert(&key.id, seen);
        }
        let mut text = serde_json::to_string(&SummaryText {
            version: VERSION,
            data_version: file::VERSION,
            summary: self.summary(),
        })?;
        text.push('\n');
        text.push_str(&serde_json::to_string(&body)?);
        Ok(text)
    }

    /// Reads a point. Its records come out as those of a file do: in order, clean, erased ones empty.
    pub fn from_text(text: &str) -> Result<Self, UnreadablePoint> {
        let (data_version, summary, body) = parts(text)?;
        let body: ReadBody<'_> = serde_json::from_str(body).or(Err(UnreadablePoint))?;
        let mut tables = Tables::default();
        for (key, record) in keyed(body.records) {
            let record = migration::migrate(data_version, &key, record.get()).or(Err(UnreadablePoint))?;
            tables.put(key, record);
        }
        Ok(Self { moment: summary.moment, tables, after: keyed(body.after).collect() })
    }
}

/// What a record has seen, without any of its values.
pub fn seen_only(record: &Record) -> Record {
    Record { seen: record.seen.clone(), partial: record.partial.clone(), ..Record::default() }
}

fn parts(text: &str) -> Result<(u32, Summary, &str), UnreadablePoint> {
    let (summary, body) = text.split_once('\n').ok_or(UnreadablePoint)?;
    match serde_json::from_str::<SummaryText>(summary) {
        Ok(SummaryText { version: VERSION, data_version, summary }) => Ok((data_version, summary, body)),
        _ => Err(UnreadablePoint),
    }
}

fn keyed<V>(by_kind: Unique<Kind, Unique<RecordId, V>>) -> impl Iterator<Item = (Key, V)> {
    by_kind
        .0
        .into_iter()
        .flat_map(|(kind, by_id)| by_id.0.into_iter().map(move |(id, value)| (Key { kind: kind.clone(), id }, value)))
}

/// The points to drop so that, with the new one, at most `kept` remain: the oldest. The new one always stays.
pub fn ring(existing: &[Summary], new: &PointId, kept: usize) -> Vec<PointId> {
    let mut others: Vec<&PointId> = existing.iter().map(|summary| &summary.moment.id).filter(|id| *id != new).collect();
    others.sort_unstable_by(|a, b| b.cmp(a));
    others.into_iter().skip(kept.saturating_sub(1)).cloned().collect()
}

#[cfg(test)]
#[path = "restore_point_tests.rs"]
mod tests;
