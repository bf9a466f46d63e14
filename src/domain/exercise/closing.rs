//! What waits before one leaves the training room: the day is closed once nothing does, or knowing what does.

use super::code::ExerciseCode;
use super::desk::Arrivals;
use super::positioning::Positioned;
use super::practice::{self, PRACTICE_KIND, Practice};
use super::seat::Seat;
use super::work::Asked;
use crate::domain::interview::questionnaire::Questionnaire;
use crate::domain::programme::day_end::{self, Unfinished};
use crate::records::Tables;
use chrono::NaiveDate;

/// What is looked at before one leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Check {
    /// One number handed in several times: none of them counts.
    ToSettle,
    /// Numbers of the room that handed nothing in.
    Awaited,
    /// Work done on this device that was not handed in.
    NotHandedIn,
    /// Presences of the sessions of that day that are not noted, or that no signed sheet confirms.
    Attendance,
    /// Changes that no file holds.
    NotBackedUp,
}

impl Check {
    /// In the order in which they are mended: the backup comes last, since mending writes.
    pub const ALL: [Self; 5] = [Self::ToSettle, Self::Awaited, Self::NotHandedIn, Self::Attendance, Self::NotBackedUp];
}

/// One thing that waits.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Wait {
    ToSettle {
        asked: Asked,
        seats: Vec<Seat>,
    },
    Awaited {
        asked: Asked,
        seats: Vec<Seat>,
    },
    NotHandedIn {
        asked: Asked,
        seat: Seat,
        /// Something was handed in, and has changed since.
        is_changed: bool,
    },
    Attendance(Unfinished),
    NotBackedUp {
        changes: u64,
    },
}

impl Wait {
    /// What it was found by.
    pub fn check(&self) -> Check {
        match self {
            Self::ToSettle { .. } => Check::ToSettle,
            Self::Awaited { .. } => Check::Awaited,
            Self::NotHandedIn { .. } => Check::NotHandedIn,
            Self::Attendance(_) => Check::Attendance,
            Self::NotBackedUp { .. } => Check::NotBackedUp,
        }
    }
}

/// What has come and what has not, from what the desk shows.
pub fn of_arrivals(arrivals: &[Arrivals]) -> Vec<Wait> {
    let each = arrivals.iter().flat_map(|Arrivals { asked, to_settle, missing, .. }| {
        let to_settle = Wait::ToSettle { asked: asked.clone(), seats: to_settle.clone() };
        let awaited = Wait::Awaited { asked: asked.clone(), seats: missing.clone() };
        [to_settle, awaited]
    });
    each.filter(|wait| match wait {
        Wait::ToSettle { seats, .. } | Wait::Awaited { seats, .. } => !seats.is_empty(),
        Wait::NotHandedIn { .. } | Wait::Attendance(_) | Wait::NotBackedUp { .. } => true,
    })
    .collect()
}

/// What was answered on this device from the places of an exercise and was not handed in, by case and number; positionings
/// come last.
pub fn not_handed_in(tables: &Tables, exercise: ExerciseCode, questionnaire: &Questionnaire) -> Vec<Wait> {
    let held = tables.live(PRACTICE_KIND).filter_map(|(id, record)| {
        let one = Practice::from_record(&practice::key(id).ok()?, record)?;
        (one.assignment.exercise == exercise).then_some(one)
    });
    let held = held.filter_map(|one| one.to_hand_in(tables, questionnaire).ok());
    let positioned = Positioned::all(tables).filter(|one| one.place.exercise == exercise);
    let positioned = positioned.filter_map(|one| one.to_hand_in(tables).ok());
    let mut waits: Vec<_> = held.chain(positioned).map(|work| (work.asked(), work.seat, work.edition > 1)).collect();
    waits.sort();
    waits.into_iter().map(|(asked, seat, is_changed)| Wait::NotHandedIn { asked, seat, is_changed }).collect()
}

/// What the sessions held on the day of the exercise lack; nothing while its day is not known.
pub fn attendance(tables: &Tables, held_on: Option<NaiveDate>) -> Vec<Wait> {
    let lacking = held_on.map(|on| day_end::of_day(tables, on));
    lacking.into_iter().flatten().map(Wait::Attendance).collect()
}

/// The changes that are in no file.
pub fn not_backed_up(changes: u64) -> Option<Wait> {
    (changes > 0).then_some(Wait::NotBackedUp { changes })
}

/// What one check found.
pub fn found(waits: &[Wait], check: Check) -> Vec<Wait> {
    waits.iter().filter(|wait| wait.check() == check).cloned().collect()
}

#[cfg(test)]
#[path = "closing_tests.rs"]
mod tests;
