//! The day as it goes, in words that a screen shows as they are.

use super::format::{span, time};
use super::teaching_curriculum::method;
use super::teaching_run as run;
use crate::domain::curriculum::run::{Line, RunSheet, Stage, Standing};
use crate::domain::curriculum::sequence::{Sequence, SequenceId};
use chrono::NaiveDateTime;

/// Everything that the run-sheet shows at a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Live {
    /// « 9 h 12 ».
    pub clock: String,
    pub standing: Standing,
    pub said: String,
    pub current: Option<Now>,
    pub next: Option<Next>,
    pub lines: Vec<Told>,
    /// What would catch up the lateness: a sentence, then what to shorten.
    pub catch_up: Option<(String, Vec<String>)>,
}

/// The sequence that one is in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Now {
    pub id: SequenceId,
    pub title: String,
    /// « Depuis 5 min, reste 15 min ».
    pub said: String,
    /// « Jusqu’à 9 h 20 »; when it is over its time, when it should have ended.
    pub until: String,
    pub elapsed: u32,
    pub minutes: u32,
}

/// The one that follows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Next {
    pub id: SequenceId,
    pub title: String,
    /// « Pause, 15 min ».
    pub said: String,
}

/// A sequence, in the list of the day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    pub id: SequenceId,
    pub title: String,
    /// « 9 h – 9 h 20 », as planned.
    pub planned: String,
    /// « Étude de cas, 20 min ».
    pub how: String,
    /// What became of it, or when it is expected.
    pub said: String,
    pub stage: Kind,
}

/// Where a sequence is, without its hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    ToCome,
    Now,
    Done,
    Skipped,
}

impl Live {
    /// The day at a time.
    pub fn of(sheet: &RunSheet<'_>, now: NaiveDateTime) -> Self {
        let current = sheet.current.as_ref().map(|current| {
            let ends = current.from + chrono::TimeDelta::minutes(i64::from(current.sequence.minutes));
            Now {
                id: current.sequence.id.clone(),
                title: current.sequence.title.clone(),
                said: run::current(current),
                until: format!("Jusqu’à {}", time(ends)),
                elapsed: current.elapsed,
                minutes: current.sequence.minutes.into(),
            }
        });
        let next = sheet.next.map(|next| Next { id: next.id.clone(), title: next.title.clone(), said: how(next) });
        let cuts = || sheet.catch_up.cuts.iter().map(run::cut).collect();
        Self {
            clock: time(now.time()),
            standing: sheet.standing,
            said: run::standing(sheet),
            current,
            next,
            lines: sheet.lines.iter().map(told).collect(),
            catch_up: run::catch_up(sheet).map(|said| (said, cuts())),
        }
    }
}

fn told(line: &Line<'_>) -> Told {
    let (from, to) = line.planned;
    Told {
        id: line.sequence.id.clone(),
        title: line.sequence.title.clone(),
        planned: span(from, to),
        how: how(line.sequence),
        said: run::stage(line.stage, line.sequence.minutes),
        stage: match line.stage {
            Stage::ToCome { .. } => Kind::ToCome,
            Stage::Now { .. } => Kind::Now,
            Stage::Done { .. } => Kind::Done,
            Stage::Skipped => Kind::Skipped,
        },
    }
}

fn how(sequence: &Sequence) -> String {
    format!("{}, {}", method(sequence.method), super::programme::minutes(sequence.minutes.into()))
}
