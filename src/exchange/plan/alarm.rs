//! What deserves a second look before an import. Nothing here forbids anything: a person decides.

use super::ImportPlan;
use super::effect::is_live;
use crate::records::{DeviceId, Entry, FieldName, Kind, PLAUSIBLE_MS, Record, RecordId, Tables};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Something unusual in an import.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Alarm {
    /// Files of everything hold much less than what is here: an old file, or the one of another machine.
    Shrinks { here: usize, there: usize },
    /// Many of the records that are here would no longer be.
    RemovesMany { removed: usize, here: usize },
    /// Machines whose clock was more than a day ahead of the one here, or stood before this program existed.
    WrongClock { ahead: BTreeSet<DeviceId>, behind: BTreeSet<DeviceId> },
}

/// What one file brings, as far as alarms are concerned.
#[derive(Clone, Copy, Debug)]
pub struct Incoming<'a> {
    pub tables: &'a Tables,
    /// The file was made to hold everything that its machine had.
    pub is_everything: bool,
}

/// Below this, comparing sizes says nothing.
const FEW_RECORDS: usize = 5;
/// Removals that are many whatever the number of records here.
const MANY_REMOVALS: usize = 10;
/// Removals that are many when they make a good part of what is here: one deliberate removal is none.
const SOME_REMOVALS: usize = 3;
const GOOD_PART_PERCENT: usize = 20;
const DAY_MS: i64 = 24 * 60 * 60 * 1000;

/// What is unusual in the import of these files, weighed as `plan`; `now_ms` is the time shown here.
pub fn alarms(here: &Tables, files: &[Incoming<'_>], plan: &ImportPlan, now_ms: i64) -> Vec<Alarm> {
    let count = here.iter().filter(|(_, _, record)| is_live(record)).count();
    [shrinks(count, files), removes_many(count, plan), wrong_clock(here, plan, now_ms)].into_iter().flatten().collect()
}

fn shrinks(here: usize, files: &[Incoming<'_>]) -> Option<Alarm> {
    let whole: Vec<&Tables> = files.iter().filter(|file| file.is_everything).map(|file| file.tables).collect();
    if whole.is_empty() || here < FEW_RECORDS {
        return None;
    }
    let live = whole.iter().flat_map(|tables| tables.iter()).filter(|(_, _, record)| is_live(record));
    // Several files hold the same records: each counts once.
    let there = live.map(|(kind, id, _)| (kind, id)).collect::<BTreeSet<(&Kind, &RecordId)>>().len();
    (there.saturating_mul(2) < here).then_some(Alarm::Shrinks { here, there })
}

fn removes_many(here: usize, plan: &ImportPlan) -> Option<Alarm> {
    let removed = plan.removed();
    let is_good_part = removed.saturating_mul(100) >= here.saturating_mul(GOOD_PART_PERCENT);
    let is_many = removed >= MANY_REMOVALS || (removed >= SOME_REMOVALS && is_good_part);
    is_many.then_some(Alarm::RemovesMany { removed, here })
}

/// Only writes that are not here yet: a clock that was wrong once is not named at every import.
fn wrong_clock(here: &Tables, plan: &ImportPlan, now_ms: i64) -> Option<Alarm> {
    let latest_ms = now_ms.saturating_add(DAY_MS);
    let (mut ahead, mut behind) = (BTreeSet::new(), BTreeSet::new());
    for (key, becomes) in &plan.records {
        let before = here.get(key);
        let is_new = |field: &FieldName, entry: &Entry| {
            before.is_none_or(|record| !record.seen_of(field).has_seen(&entry.stamp.dot))
        };
        let entries =
            becomes.fields.iter().flat_map(|(field, entries)| entries.iter().map(move |entry| (field, entry)));
        for (_, entry) in entries.filter(|(field, entry)| is_new(field, entry)) {
            if entry.stamp.at_ms > latest_ms {
                ahead.insert(device(becomes, entry));
            } else if entry.stamp.at_ms < PLAUSIBLE_MS.start {
                behind.insert(device(becomes, entry));
            }
        }
    }
    (!ahead.is_empty() || !behind.is_empty()).then_some(Alarm::WrongClock { ahead, behind })
}

fn device(record: &Record, entry: &Entry) -> DeviceId {
    record.seen.device_of(&entry.stamp.dot.replica).cloned().unwrap_or_else(DeviceId::unnamed)
}
