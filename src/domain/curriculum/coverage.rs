//! What a day covers: how long each objective is worked on, by what it is assessed, how the time is shared.

use super::finding::{Finding, findings};
use super::objective::{Objective, ObjectiveId, Objectives};
use super::sequence::{Means, Method, Sequence, SequenceId};
use super::tool::{ToolBook, ToolId};
use super::version::Day;
use std::collections::{BTreeMap, BTreeSet};

/// Minutes of work that the tender asks for, at least.
pub const LEAST_WORK: u32 = 420;
/// Minutes during which learners are active on each objective, at least.
pub const LEAST_ACTIVE: u32 = 15;
/// What the trainer tells, at most, in hundredths of the work.
pub const MOST_TALK: u32 = 35;
/// Minutes of listening in a row, at most.
pub const MOST_LISTENING: u32 = 45;
/// Minutes of work without a break, at most.
pub const MOST_WITHOUT_BREAK: u32 = 110;
/// Minutes under which a pause lets nobody rest.
pub const LEAST_BREAK: u16 = 10;
/// Minutes for lunch, at least.
pub const LEAST_LUNCH: u16 = 45;
/// The group of the objectives that are tools: each is practised, with the network and without.
pub const TOOLS: &str = "tools";

/// What an assessment may rest on, beyond the day itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Items {
    /// How many questions the quizzes have about each objective.
    pub questions: BTreeMap<ObjectiveId, usize>,
    /// How many cases there are to work on.
    pub cases: usize,
    /// Objectives with a sentence by which one positions oneself.
    pub positioned: BTreeSet<ObjectiveId>,
    /// Tools that have a sheet.
    pub tools: BTreeSet<ToolId>,
}

impl Items {
    pub fn of(objectives: &Objectives, cases: usize, book: &ToolBook) -> Self {
        let mut questions = BTreeMap::new();
        let asked = book.tools.iter().flat_map(|tool| &tool.quiz).filter_map(|question| question.objective.clone());
        asked.for_each(|objective| *questions.entry(objective).or_default() += 1);
        let has_sentence = |objective: &&Objective| !objective.said.trim().is_empty();
        let positioned = objectives.iter().filter(has_sentence).map(|objective| objective.id.clone()).collect();
        let tools = book.tools.iter().map(|tool| tool.id.clone()).collect();
        Self { questions, cases, positioned, tools }
    }

    /// Whether an objective can be assessed by it in a sequence.
    pub fn has(&self, means: Means, objective: &ObjectiveId, sequence: &Sequence) -> bool {
        match means {
            Means::Quiz => self.questions.get(objective).is_some_and(|count| *count > 0),
            Means::Case => self.cases > 0,
            Means::Positioning => self.positioned.contains(objective),
            // The grid is what the sequence says of it.
            Means::Observation => !sequence.assessment.trim().is_empty(),
        }
    }
}

/// What a day covers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// The sequences of work, in order: the columns of the matrix.
    pub columns: Vec<SequenceId>,
    /// The objectives, in their order: its rows.
    pub rows: Vec<Row>,
    /// Minutes of work.
    pub work: u32,
    /// Minutes of the day, breaks included.
    pub whole: u32,
    /// Minutes in which learners are active.
    pub active: u32,
    /// Each method that is used, in the order of the methods, breaks last.
    pub methods: Vec<MethodTime>,
    /// What is to look at again, what the tender asks for first.
    pub findings: Vec<Finding>,
}

/// An objective across the day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub objective: ObjectiveId,
    pub title: String,
    /// As many as there are columns.
    pub cells: Vec<Cell>,
    /// Minutes of the day in which learners are active on it.
    pub active: u32,
    /// Minutes in which it is practised with the network, and without; only of tools.
    pub practised: Option<Practised>,
}

/// An objective in a sequence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// Minutes in which learners are active.
    pub minutes: u16,
    /// By what it is assessed there, as far as it exists.
    pub assessed_by: Vec<Means>,
}

/// How long a tool is practised.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Practised {
    pub online: u32,
    pub offline: u32,
}

/// Time given to a method.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MethodTime {
    pub method: Method,
    pub minutes: u32,
    /// In hundredths of the work; of breaks, none.
    pub share: Option<u32>,
}

impl Cell {
    pub fn is_empty(&self) -> bool {
        self.minutes == 0 && self.assessed_by.is_empty()
    }
}

impl Row {
    /// The sequences that work on it.
    pub fn worked_in<'a>(&'a self, columns: &'a [SequenceId]) -> impl Iterator<Item = (&'a SequenceId, u16)> {
        columns.iter().zip(&self.cells).filter(|(_, cell)| cell.minutes > 0).map(|(id, cell)| (id, cell.minutes))
    }

    /// The sequences that assess it, by something that exists.
    pub fn assessed_in<'a>(&'a self, columns: &'a [SequenceId]) -> impl Iterator<Item = (&'a SequenceId, &'a [Means])> {
        let by = columns.iter().zip(&self.cells).map(|(id, cell)| (id, cell.assessed_by.as_slice()));
        by.filter(|(_, means)| !means.is_empty())
    }

    /// Everything by which it is assessed, once each.
    pub fn means(&self) -> BTreeSet<Means> {
        self.cells.iter().flat_map(|cell| &cell.assessed_by).copied().collect()
    }
}

impl Coverage {
    pub fn of(day: &Day, objectives: &Objectives, items: &Items) -> Self {
        let work: Vec<&Sequence> = day.sequences.iter().filter(|sequence| sequence.is_work()).collect();
        let rows: Vec<Row> = objectives
            .groups
            .iter()
            .flat_map(|group| group.objectives.iter().map(move |one| (group.id.as_str() == TOOLS, one)))
            .map(|(is_tool, objective)| row(objective, is_tool, &work, items))
            .collect();
        let findings = findings(day, &rows, items);
        Self {
            columns: work.iter().map(|sequence| sequence.id.clone()).collect(),
            rows,
            work: day.work_minutes(),
            whole: minutes(&day.sequences),
            active: work.iter().map(|sequence| u32::from(sequence.active_minutes())).sum(),
            methods: methods(day),
            findings,
        }
    }

    /// The share of the work in which learners are active, in hundredths.
    pub fn active_share(&self) -> u32 {
        share(self.active, self.work)
    }

    pub fn row(&self, objective: &ObjectiveId) -> Option<&Row> {
        self.rows.iter().find(|row| row.objective == *objective)
    }
}

fn row(objective: &Objective, is_tool: bool, work: &[&Sequence], items: &Items) -> Row {
    let id = &objective.id;
    let cell = |sequence: &&Sequence| Cell {
        minutes: active_on(sequence, id),
        assessed_by: if sequence.assessed.contains(id) {
            sequence.means.iter().copied().filter(|means| items.has(*means, id, sequence)).collect()
        } else {
            Vec::new()
        },
    };
    let cells: Vec<Cell> = work.iter().map(cell).collect();
    let with = |way: fn(&Sequence) -> &str| {
        let practised = work.iter().filter(|sequence| is_practice(sequence) && !way(sequence).trim().is_empty());
        practised.map(|sequence| u32::from(active_on(sequence, id))).sum()
    };
    Row {
        objective: id.clone(),
        title: objective.title.clone(),
        active: cells.iter().map(|cell| u32::from(cell.minutes)).sum(),
        cells,
        practised: is_tool.then(|| Practised { online: with(|one| &one.online), offline: with(|one| &one.offline) }),
    }
}

/// Minutes on an objective, never more than the sequence lasts.
fn active_on(sequence: &Sequence, objective: &ObjectiveId) -> u16 {
    sequence.active.get(objective).copied().unwrap_or_default().min(sequence.minutes)
}

/// Whether a tool is in the learners' hands there.
fn is_practice(sequence: &Sequence) -> bool {
    matches!(sequence.method, Method::Practice | Method::Case | Method::RolePlay)
}

fn minutes<'a>(sequences: impl IntoIterator<Item = &'a Sequence>) -> u32 {
    sequences.into_iter().map(|sequence| u32::from(sequence.minutes)).sum()
}

fn methods(day: &Day) -> Vec<MethodTime> {
    let time = |method: Method| {
        let minutes = minutes(day.sequences.iter().filter(|sequence| sequence.method == method));
        let share = (method != Method::Break).then(|| share(minutes, day.work_minutes()));
        MethodTime { method, minutes, share }
    };
    Method::ALL.into_iter().map(time).filter(|time| time.minutes > 0).collect()
}

/// Hundredths, to the nearest.
pub(super) fn share(part: u32, whole: u32) -> u32 {
    (part * 100 + whole / 2).checked_div(whole).unwrap_or_default()
}

#[cfg(test)]
#[path = "coverage_tests.rs"]
mod tests;
