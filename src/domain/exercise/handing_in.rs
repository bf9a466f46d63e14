//! Handing in what was begun on this device, an interview on a case or a positioning: under the identity of what was begun,
//! so that handed in again it takes the place of what was handed in before.

use super::code::ExerciseCode;
use super::hand_in::{self, HandIn};
use super::positioning::{self, POSITIONING_KIND};
use super::practice::{self, PRACTICE_KIND};
use super::seat::Seat;
use super::work::{Handed, Work};
use crate::records::{ChangeSet, Record, RecordId, Tables};
use std::collections::BTreeSet;

/// Why something that was begun has nothing to hand in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NothingToHandIn {
    /// Nothing was answered, chosen nor decided.
    Empty,
    /// It is what was handed in last.
    Same,
    /// It cannot be written: a fault of the program.
    Unwritable,
}

/// The latest edition of what was handed in under an identity, when something was.
pub fn latest(tables: &Tables, id: &RecordId) -> Option<Work> {
    let key = hand_in::key(id).ok()?;
    let record = tables.get(&key).filter(|record| !record.erased)?;
    HandIn::read(key, record).map(|one| one.work)
}

/// These answers, in the edition that comes after what was handed in last.
pub fn next(
    tables: &Tables,
    id: &RecordId,
    (exercise, seat): (ExerciseCode, Seat),
    answers: Handed,
) -> Result<Work, NothingToHandIn> {
    let before = latest(tables, id);
    if before.as_ref().is_some_and(|before| before.answers == answers) {
        return Err(NothingToHandIn::Same);
    }
    let edition = before.map_or(1, |before| before.edition.saturating_add(1));
    Ok(Work { exercise, seat, edition, answers })
}

/// Hands it in. There is always something to write, or a reason why not.
pub fn hand_in(tables: &Tables, id: &RecordId, work: &Work) -> Result<ChangeSet, NothingToHandIn> {
    let key = hand_in::key(id).map_err(|_| NothingToHandIn::Unwritable)?;
    let changes = hand_in::receive(tables, &key, work);
    if changes.is_empty() { Err(NothingToHandIn::Unwritable) } else { Ok(changes) }
}

/// The identities of what was begun on this device from a seat: what it hands in bears them.
pub fn begun_here(tables: &Tables, exercise: ExerciseCode, seat: Seat) -> BTreeSet<RecordId> {
    let from = |record: &Record| {
        let held = || practice::assignment(record).map(|one| (one.exercise, one.seat));
        let positioned = || positioning::place(record).map(|one| (one.exercise, one.seat));
        held().or_else(positioned)
    };
    let begun = tables.live(PRACTICE_KIND).chain(tables.live(POSITIONING_KIND));
    begun.filter(|(_, record)| from(record) == Some((exercise, seat))).map(|(id, _)| id.clone()).collect()
}

/// What this device handed in from a seat, in the order of the day: never what came from another one.
pub fn handed_in_here(tables: &Tables, exercise: ExerciseCode, seat: Seat) -> Vec<HandIn> {
    let handed_in = begun_here(tables, exercise, seat).into_iter().filter_map(|id| {
        let key = hand_in::key(&id).ok()?;
        let record = tables.live_at(&key)?;
        HandIn::read(key, record)
    });
    let mut handed_in: Vec<HandIn> = handed_in.collect();
    handed_in.sort_by_cached_key(|one| {
        let asked = one.work.asked();
        (asked.rank_in_day(), asked)
    });
    handed_in
}

#[cfg(test)]
#[path = "handing_in_tests.rs"]
mod tests;
