//! The day as it goes: what was noted, where one is, how late, and what would catch it up.

use super::coverage::{LEAST_BREAK, LEAST_LUNCH};
use super::sequence::{Method, Sequence, SequenceId};
use super::version::Day;
use crate::domain::programme::hours::{Hours, clock};
use crate::domain::programme::id::SessionId;
use crate::records::{ChangeSet, InvalidId, Key, Kind, Record, Tables};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike};
use std::collections::BTreeMap;

/// The kind of the records that hold what was noted of a day; each is under the identity of its session.
pub const RUN_KIND: &str = "run";

/// Names of the fields. They are stored: never rename one.
pub mod field {
    /// Followed by a sequence: when it began.
    pub const START: &str = "start/";
    /// When the day ended.
    pub const ENDED: &str = "ended";
}

/// When things began on the day, to the minute.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Noted {
    pub starts: BTreeMap<SequenceId, NaiveTime>,
    pub ended: Option<NaiveTime>,
}

/// Where the record of a session's day lives.
pub fn key(session: &SessionId) -> Result<Key, InvalidId> {
    Ok(Key { kind: Kind::new(RUN_KIND)?, id: session.0.clone() })
}

impl Noted {
    /// What was noted of a session's day; nothing when nothing was. What cannot be read is left out.
    pub fn find(tables: &Tables, session: &SessionId) -> Self {
        let record = key(session).ok().and_then(|key| tables.get(&key));
        record.map(Self::from_record).unwrap_or_default()
    }

    fn from_record(record: &Record) -> Self {
        let time = |value| clock::deserialize(value).ok();
        let starts = record.family(field::START);
        Self {
            starts: starts.filter_map(|(id, value)| Some((SequenceId::new(id).ok()?, time(value)?))).collect(),
            ended: record.value(field::ENDED).and_then(time),
        }
    }

    /// Notes that a sequence begins. A day that was said to be over goes on.
    pub fn start(&self, session: &SessionId, sequence: &SequenceId, at: NaiveTime) -> ChangeSet {
        let Ok(key) = key(session) else { return ChangeSet::default() };
        let mut changes = ChangeSet::one(&key, &start_of(sequence), Some(&stored(at)));
        if self.ended.is_some() {
            changes.write::<str>(&key, field::ENDED, None);
        }
        changes
    }

    /// Notes when the day ended.
    pub fn end(&self, session: &SessionId, at: NaiveTime) -> ChangeSet {
        key(session).map(|key| ChangeSet::one(&key, field::ENDED, Some(&stored(at)))).unwrap_or_default()
    }

    /// Goes back to a sequence that was left too soon: what began after it did not, and it goes on from when it began.
    pub fn back_to(&self, session: &SessionId, sequence: &SequenceId) -> ChangeSet {
        let mut changes = ChangeSet::default();
        let (Ok(key), Some(from)) = (key(session), self.starts.get(sequence)) else { return changes };
        for (later, _) in self.starts.iter().filter(|(id, at)| *at > from || (*at == from && *id != sequence)) {
            changes.write::<str>(&key, &start_of(later), None);
        }
        if self.ended.is_some() {
            changes.write::<str>(&key, field::ENDED, None);
        }
        changes
    }
}

fn start_of(sequence: &SequenceId) -> String {
    format!("{}{}", field::START, sequence.as_str())
}

fn stored(at: NaiveTime) -> String {
    at.format("%H:%M").to_string()
}

/// A day to hold.
#[derive(Clone, Copy, Debug)]
pub struct Plan<'a> {
    pub day: &'a Day,
    pub on: NaiveDate,
    pub starts_at: NaiveTime,
}

/// Where a day stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nothing has begun.
    ToStart,
    Running,
    Over,
    /// Another day has come, and the end was not noted.
    LeftOpen,
}

/// The day, at a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RunSheet<'a> {
    pub standing: Standing,
    /// Every sequence, in the order of the day.
    pub lines: Vec<Line<'a>>,
    pub current: Option<Current<'a>>,
    pub next: Option<&'a Sequence>,
    pub planned_end: NaiveTime,
    /// When the day ends if nothing is shortened; once it is over, when it ended.
    pub expected_end: NaiveTime,
    /// Minutes late on the plan; ahead of it under 0.
    pub late: i64,
    pub catch_up: CatchUp<'a>,
}

/// A sequence of the day, at a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line<'a> {
    pub sequence: &'a Sequence,
    pub planned: (NaiveTime, NaiveTime),
    pub stage: Stage,
}

/// Where a sequence is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    ToCome {
        from: NaiveTime,
        to: NaiveTime,
    },
    Now {
        from: NaiveTime,
    },
    /// How long it took; not known of the last one when the end of the day was not noted.
    Done {
        from: NaiveTime,
        minutes: Option<u32>,
    },
    Skipped,
}

/// The sequence that one is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Current<'a> {
    pub sequence: &'a Sequence,
    pub from: NaiveTime,
    pub elapsed: u32,
    /// Minutes before its end; beyond it under 0.
    pub left: i64,
}

/// What would catch up the lateness.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CatchUp<'a> {
    /// In the order of the day.
    pub cuts: Vec<Cut<'a>>,
    /// Minutes of lateness that nothing catches up.
    pub left: u32,
    /// Minutes of work that the day will have held, cuts made.
    pub work: u32,
}

/// A sequence to shorten.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cut<'a> {
    pub sequence: &'a Sequence,
    pub by: u16,
    /// What it lasts then.
    pub to: u16,
}

impl<'a> Plan<'a> {
    /// The plan of a session: its own morning hour, or that of the version.
    pub fn of(day: &'a Day, on: NaiveDate, hours: Hours) -> Self {
        Self { day, on, starts_at: hours.span().map_or(day.starts_at, |(from, _)| from) }
    }

    /// The day at a time. The same notes at the same time give the same day, whatever happened in between.
    pub fn at(&self, noted: &Noted, now: NaiveDateTime) -> RunSheet<'a> {
        let today = now.date().cmp(&self.on);
        let now = minute(now.time());
        let begun = self.begun(noted);
        let last = begun.last().copied();
        let ended = noted.ended.map(minute).filter(|ended| last.is_some_and(|(_, from)| *ended >= from));
        let standing = match (last, ended) {
            (Some(_), Some(_)) => Standing::Over,
            _ if today.is_gt() => Standing::LeftOpen,
            (None, _) => Standing::ToStart,
            (Some(_), None) => Standing::Running,
        };
        let is_open = matches!(standing, Standing::ToStart | Standing::Running);
        let coming = |place: usize| is_open && last.is_none_or(|(current, _)| place > current) && !has(&begun, place);
        let planned_end = minute(self.starts_at) + self.minutes(|_| true);
        // A clock that goes back, or another day, makes nothing last less than nothing.
        let free_at = match (standing, last) {
            (Standing::Running, Some((place, from))) => (from + self.length(place)).max(now),
            _ if today.is_eq() => minute(self.starts_at).max(now),
            _ => minute(self.starts_at),
        };
        let expected_end = match standing {
            Standing::Over => ended.unwrap_or(planned_end),
            Standing::LeftOpen => planned_end,
            Standing::ToStart | Standing::Running => free_at + self.minutes(coming),
        };
        let late = expected_end - planned_end;
        let lines = self.lines(&begun, standing, ended, free_at, coming);
        let current = last.filter(|_| standing == Standing::Running).and_then(|(place, from)| {
            let elapsed = (now - from).max(0);
            let sequence = self.day.sequences.get(place)?;
            let left = i64::from(sequence.minutes) - elapsed;
            Some(Current { sequence, from: time(from), elapsed: u32::try_from(elapsed).unwrap_or_default(), left })
        });
        let to_come: Vec<&Sequence> = self.sequences(coming).map(|(_, sequence)| sequence).collect();
        let worked = lines.iter().filter(|line| line.sequence.is_work()).map(|line| match line.stage {
            Stage::Done { minutes, .. } => minutes.unwrap_or_default(),
            Stage::Now { from } => u32::try_from(free_at - minute(from)).unwrap_or_default(),
            _ => 0,
        });
        let catch_up = catch_up(&to_come, if is_open { late } else { 0 }, worked.sum());
        let next = to_come.first().copied();
        let (planned_end, expected_end) = (time(planned_end), time(expected_end));
        RunSheet { standing, lines, current, next, planned_end, expected_end, late, catch_up }
    }

    /// What began, as places in the day and minutes, in the order of time.
    fn begun(&self, noted: &Noted) -> Vec<(usize, i64)> {
        let start = |(place, sequence): (usize, &Sequence)| Some((place, minute(*noted.starts.get(&sequence.id)?)));
        let mut begun: Vec<(usize, i64)> = self.day.sequences.iter().enumerate().filter_map(start).collect();
        begun.sort_by_key(|(place, from)| (*from, *place));
        begun
    }

    fn lines(
        &self,
        begun: &[(usize, i64)],
        standing: Standing,
        ended: Option<i64>,
        free_at: i64,
        coming: impl Fn(usize) -> bool,
    ) -> Vec<Line<'a>> {
        let mut at = free_at;
        let stage = |place: usize, sequence: &Sequence| {
            let Some(rank) = begun.iter().position(|(one, _)| *one == place) else {
                if !coming(place) {
                    return Stage::Skipped;
                }
                let from = at;
                at += i64::from(sequence.minutes);
                return Stage::ToCome { from: time(from), to: time(at) };
            };
            let from = begun.get(rank).map_or(at, |(_, from)| *from);
            let until = begun.get(rank + 1).map(|(_, next)| *next);
            if until.is_none() && standing == Standing::Running {
                return Stage::Now { from: time(from) };
            }
            let minutes = until.or(ended).and_then(|until| u32::try_from(until - from).ok());
            Stage::Done { from: time(from), minutes }
        };
        let timeline = self.day.timeline(self.starts_at);
        let mut stage = stage;
        timeline
            .into_iter()
            .enumerate()
            .map(|(place, (sequence, from, to))| Line { sequence, planned: (from, to), stage: stage(place, sequence) })
            .collect()
    }

    fn sequences(&self, which: impl Fn(usize) -> bool) -> impl Iterator<Item = (usize, &'a Sequence)> {
        self.day.sequences.iter().enumerate().filter(move |(place, _)| which(*place))
    }

    fn minutes(&self, which: impl Fn(usize) -> bool) -> i64 {
        self.sequences(which).map(|(_, sequence)| i64::from(sequence.minutes)).sum()
    }

    fn length(&self, place: usize) -> i64 {
        self.day.sequences.get(place).map_or(0, |sequence| i64::from(sequence.minutes))
    }
}

fn has(begun: &[(usize, i64)], place: usize) -> bool {
    begun.iter().any(|(one, _)| *one == place)
}

/// What to shorten: where there is most to take first.
fn catch_up<'a>(to_come: &[&'a Sequence], late: i64, worked: u32) -> CatchUp<'a> {
    let mut left = u16::try_from(late.max(0)).unwrap_or(u16::MAX);
    let mut by_slack: Vec<(usize, u16)> =
        to_come.iter().map(|sequence| slack(sequence)).enumerate().filter(|(_, slack)| *slack > 0).collect();
    by_slack.sort_by_key(|(place, slack)| (std::cmp::Reverse(*slack), *place));
    let mut cuts = BTreeMap::new();
    for (place, slack) in by_slack {
        let by = slack.min(left);
        left -= by;
        if by > 0 {
            cuts.insert(place, by);
        }
    }
    let cut = |place: usize| cuts.get(&place).copied().unwrap_or_default();
    let to_come = to_come.iter().copied().enumerate();
    let work = to_come.clone().filter(|(_, sequence)| sequence.is_work());
    CatchUp {
        work: worked + work.map(|(place, sequence)| u32::from(sequence.minutes - cut(place))).sum::<u32>(),
        cuts: to_come
            .filter(|(place, _)| cut(*place) > 0)
            .map(|(place, sequence)| Cut { sequence, by: cut(place), to: sequence.minutes - cut(place) })
            .collect(),
        left: left.into(),
    }
}

/// Minutes that may be taken from a sequence. One rests all the same, and one has lunch.
fn slack(sequence: &Sequence) -> u16 {
    let rest = match sequence.method {
        Method::Break if sequence.minutes >= LEAST_LUNCH => LEAST_LUNCH,
        Method::Break => LEAST_BREAK,
        _ => 0,
    };
    sequence.least.map_or(0, |least| sequence.minutes.saturating_sub(least.max(rest)))
}

fn minute(time: NaiveTime) -> i64 {
    i64::from(time.num_seconds_from_midnight() / 60)
}

fn time(minute: i64) -> NaiveTime {
    NaiveTime::MIN.overflowing_add_signed(TimeDelta::minutes(minute)).0
}

#[cfg(test)]
#[path = "run_tests.rs"]
mod tests;
