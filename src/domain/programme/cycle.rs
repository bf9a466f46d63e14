//! A cycle: what was ordered, in numbers that can be changed.

use super::id::{CYCLE_KIND, CycleId, all, read, text};
use super::structure::StructureKind;
use crate::records::{Record, RecordId, Tables};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Names of the fields. They are stored: never rename one.
pub mod field {
    pub const TITLE: &str = "title";
    pub const WINDOW: &str = "window";
    pub const SESSIONS: &str = "sessions";
    pub const GROUP: &str = "group";
    pub const PEOPLE: &str = "people";
    pub const HOURS: &str = "hours";
    pub const HIRED_SINCE: &str = "hired_since";
    pub const PRIORITIES: &str = "priorities";
    pub const COMMISSIONER: &str = "commissioner";
    pub const BUDGET: &str = "budget";
    pub const NOTE: &str = "note";
}

/// Between two numbers, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Range {
    pub least: u32,
    pub most: u32,
}

/// Where a number stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fit {
    Under,
    Within,
    Over,
}

impl Range {
    pub fn fit(self, number: u32) -> Fit {
        match number {
            _ if number < self.least => Fit::Under,
            _ if number > self.most => Fit::Over,
            _ => Fit::Within,
        }
    }
}

/// The days between which everything is held, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Window {
    pub from: NaiveDate,
    pub to: NaiveDate,
}

impl Window {
    /// How many days there are, both ends included, and how many of them were begun by a day.
    pub fn elapsed(self, on: NaiveDate) -> (u32, u32) {
        let whole = u32::try_from((self.to - self.from).num_days() + 1).unwrap_or_default();
        let done = u32::try_from((on - self.from).num_days() + 1).unwrap_or_default();
        (done.min(whole), whole)
    }
}

/// What may be spent, and what is committed, in cents before tax.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Budget {
    pub ceiling: i64,
    #[serde(default)]
    pub committed: i64,
}

impl Budget {
    /// What is left; negative: more was committed than may be spent.
    pub fn left(self) -> i64 {
        self.ceiling.saturating_sub(self.committed)
    }
}

/// A cycle, as read.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Cycle {
    pub id: CycleId,
    /// Empty: it was lost.
    pub title: String,
    pub window: Option<Window>,
    pub sessions: Option<Range>,
    /// How many people make a group.
    pub group: Option<Range>,
    /// How many people are to be trained.
    pub people: Option<Range>,
    /// The least hours of training of a day.
    pub hours: Option<u32>,
    /// People hired since that day come first.
    pub hired_since: Option<NaiveDate>,
    /// The kinds of structure that come first; none: all of the tender's.
    pub priorities: Vec<StructureKind>,
    pub commissioner: String,
    pub budget: Option<Budget>,
    pub note: String,
}

impl Cycle {
    /// Reads a record. Total.
    pub fn from_record(id: &RecordId, record: &Record) -> Self {
        let priorities: Option<Vec<StructureKind>> = read(record, field::PRIORITIES);
        Self {
            id: CycleId(id.clone()),
            title: text(record, field::TITLE),
            window: read(record, field::WINDOW),
            sessions: read(record, field::SESSIONS),
            group: read(record, field::GROUP),
            people: read(record, field::PEOPLE),
            hours: read(record, field::HOURS),
            hired_since: read(record, field::HIRED_SINCE),
            priorities: priorities.unwrap_or_else(|| StructureKind::ORDERED.to_vec()),
            commissioner: text(record, field::COMMISSIONER),
            budget: read(record, field::BUDGET),
            note: text(record, field::NOTE),
        }
    }

    /// Every cycle, the latest first; those without dates last.
    pub fn all(tables: &Tables) -> Vec<Self> {
        Self::latest_first(all(tables, CYCLE_KIND, Self::from_record))
    }

    /// Those that were removed and may be put back, in the same order.
    pub fn removed(tables: &Tables) -> Vec<Self> {
        Self::latest_first(tables.removed(CYCLE_KIND).map(|(id, record)| Self::from_record(id, record)).collect())
    }

    fn latest_first(mut cycles: Vec<Self>) -> Vec<Self> {
        cycles.sort_by_key(|cycle| std::cmp::Reverse(cycle.window.map(|window| window.from)));
        cycles
    }

    /// The cycle to show when nobody chose: the one that is under way, else the next to come, else the last.
    pub fn current(cycles: &[Self], today: NaiveDate) -> Option<&Self> {
        let window = |cycle: &&Self| cycle.window;
        let under_way = |cycle: &&Self| window(cycle).is_some_and(|it| it.from <= today && today <= it.to);
        let to_come = cycles.iter().filter(|cycle| window(cycle).is_some_and(|it| it.from > today));
        let next = to_come.min_by_key(|cycle| cycle.window.map(|window| window.from));
        cycles.iter().find(under_way).or(next).or_else(|| cycles.first())
    }

    /// The least minutes of training of a day; seven hours when nobody says.
    pub fn least_minutes(&self) -> u32 {
        self.hours.unwrap_or(7) * 60
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_that_has_passed_is_counted_within_the_window() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let window = Window { from: day("2022-01-01"), to: day("2022-01-10") };
        for (on, done) in [("2021-12-31", 0), ("2022-01-01", 1), ("2022-01-10", 10), ("2022-03-01", 10)] {
            assert_eq!(window.elapsed(day(on)), (done, 10), "{on}");
        }
        assert_eq!(Budget { ceiling: 100, committed: 130 }.left(), -30);
    }
}
