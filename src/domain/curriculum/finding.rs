//! What is to look at again in a day.

use super::coverage::{
    Items, LEAST_ACTIVE, LEAST_BREAK, LEAST_LUNCH, LEAST_WORK, MOST_LISTENING, MOST_TALK, MOST_WITHOUT_BREAK, Row,
};
use super::objective::ObjectiveId;
use super::sequence::{Means, Method, Opens, Sequence, SequenceId};
use super::tool::ToolId;
use super::version::Day;
use std::collections::BTreeSet;

/// A sequence as it is told: its name, and where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InSequence {
    pub id: SequenceId,
    pub title: String,
}

/// Sequences that follow one another, by the first and the last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    pub from: InSequence,
    pub to: InSequence,
    pub minutes: u32,
}

/// An objective as it is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OnObjective {
    pub id: ObjectiveId,
    pub title: String,
}

/// Whether a tool is practised with the network.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Network {
    With,
    Without,
}

/// What a day has to hold once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// One positions oneself at the beginning.
    MorningPositioning,
    /// And again at the end.
    EveningPositioning,
    /// Cases are worked on, and talked over.
    Exercise,
    /// People get to know what each does.
    Networking,
    /// The end-of-day survey.
    Survey,
}

/// A text of a sequence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Title,
    Aim,
    Content,
    Trainer,
    Learners,
    Support,
    Materials,
    /// How what is assessed is assessed.
    Assessment,
}

/// Something to look at again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// Minutes of work under what the tender asks for.
    ShortDay(u32),
    /// An objective on which learners are not active long enough.
    Active(OnObjective, u32),
    /// An objective that nothing which exists assesses.
    Unassessed(OnObjective),
    /// An objective that only those who learn assess.
    OnlyPositioned(OnObjective),
    /// A tool that is not practised long enough in this way.
    Practice(OnObjective, Network, u32),
    Missing(Moment),
    /// A means that does not exist for the objective.
    NoSuchMeans(InSequence, OnObjective, Means),
    /// It says what it assesses, and not by what.
    NoMeans(InSequence),
    UnknownObjective(InSequence, ObjectiveId),
    UnknownTool(InSequence, ToolId),
    Blank(InSequence, Part),
    /// More minutes of activity than the sequence lasts.
    Overfull(InSequence, u32),
    /// What it may be shortened to is longer than it is.
    Least(InSequence),
    Twice(InSequence),
    /// The trainer tells for this share of the work, in hundredths.
    Talk(u32),
    /// One listens without doing anything.
    Listening(Run),
    /// One works without a break.
    NoBreak(Run),
    /// The longest break, in minutes.
    Lunch(u16),
}

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// The tender asks for it.
    Asked,
    /// The version says something that does not hold together.
    Mistake,
    /// The day would be easier to live or to lead.
    Advice,
}

impl Finding {
    pub fn weight(&self) -> Weight {
        match self {
            Self::ShortDay(_) | Self::Active(..) | Self::Unassessed(_) | Self::Practice(..) => Weight::Asked,
            Self::Missing(Moment::Networking | Moment::Survey) => Weight::Asked,
            Self::NoSuchMeans(..) | Self::NoMeans(_) | Self::UnknownObjective(..) | Self::UnknownTool(..) => {
                Weight::Mistake
            }
            Self::Overfull(..) | Self::Least(_) | Self::Twice(_) => Weight::Mistake,
            Self::Missing(_) | Self::OnlyPositioned(_) | Self::Blank(..) | Self::Talk(_) => Weight::Advice,
            Self::Listening(_) | Self::NoBreak(_) | Self::Lunch(_) => Weight::Advice,
        }
    }

    /// The sequence where it is mended, when it is in one.
    pub fn sequence(&self) -> Option<&SequenceId> {
        match self {
            Self::NoSuchMeans(at, ..)
            | Self::NoMeans(at)
            | Self::UnknownObjective(at, _)
            | Self::UnknownTool(at, _)
            | Self::Blank(at, _)
            | Self::Overfull(at, _)
            | Self::Least(at)
            | Self::Twice(at) => Some(&at.id),
            Self::Listening(run) | Self::NoBreak(run) => Some(&run.from.id),
            _ => None,
        }
    }
}

/// Everything to look at again, what the tender asks for first.
pub(super) fn findings(day: &Day, rows: &[Row], items: &Items) -> Vec<Finding> {
    let work = day.work_minutes();
    let mut found: Vec<Finding> = (work < LEAST_WORK).then_some(Finding::ShortDay(work)).into_iter().collect();
    found.extend(rows.iter().flat_map(on_objective));
    found.extend(missing(day));
    for (place, sequence) in day.sequences.iter().enumerate() {
        let is_twice = day.sequences.iter().take(place).any(|other| other.id == sequence.id);
        found.extend(is_twice.then(|| Finding::Twice(at(sequence))));
        found.extend(in_sequence(sequence, rows, items));
    }
    found.extend(rhythm(day));
    found.sort_by_key(Finding::weight);
    found
}

fn at(sequence: &Sequence) -> InSequence {
    InSequence { id: sequence.id.clone(), title: sequence.title.clone() }
}

fn about(row: &Row) -> OnObjective {
    OnObjective { id: row.objective.clone(), title: row.title.clone() }
}

fn on_objective(row: &Row) -> Vec<Finding> {
    let short = |minutes: u32| minutes < LEAST_ACTIVE;
    let practised = row.practised;
    let practice = |network, minutes: Option<u32>| {
        minutes.filter(|minutes| short(*minutes)).map(|minutes| Finding::Practice(about(row), network, minutes))
    };
    let means = row.means();
    let found = [
        short(row.active).then(|| Finding::Active(about(row), row.active)),
        means.is_empty().then(|| Finding::Unassessed(about(row))),
        means.iter().eq([&Means::Positioning]).then(|| Finding::OnlyPositioned(about(row))),
        practice(Network::With, practised.map(|one| one.online)),
        practice(Network::Without, practised.map(|one| one.offline)),
    ];
    found.into_iter().flatten().collect()
}

/// What the day does not hold.
fn missing(day: &Day) -> Vec<Finding> {
    let work: Vec<&Sequence> = day.sequences.iter().filter(|sequence| sequence.is_work()).collect();
    let positions = |sequence: &&Sequence| sequence.opens.contains(&Opens::Positioning);
    let (morning, evening) = work.split_at(work.len() / 2);
    let works_on_cases =
        |one: &&Sequence| matches!(one.method, Method::Case | Method::RolePlay) && one.opens.contains(&Opens::Exercise);
    let held = [
        (Moment::MorningPositioning, morning.iter().any(positions)),
        (Moment::EveningPositioning, evening.iter().any(positions)),
        (Moment::Exercise, work.iter().any(works_on_cases)),
        (Moment::Networking, work.iter().any(|one| one.method == Method::Networking)),
        (Moment::Survey, work.iter().any(|one| one.opens.contains(&Opens::Survey))),
    ];
    held.into_iter().filter(|(_, is_held)| !is_held).map(|(moment, _)| Finding::Missing(moment)).collect()
}

fn in_sequence(sequence: &Sequence, rows: &[Row], items: &Items) -> Vec<Finding> {
    let row = |id: &ObjectiveId| rows.iter().find(|row| row.objective == *id);
    let named: BTreeSet<&ObjectiveId> = sequence.active.keys().chain(&sequence.assessed).collect();
    let unknown = named.into_iter().filter(|id| row(id).is_none());
    let mut found: Vec<Finding> = unknown.map(|id| Finding::UnknownObjective(at(sequence), id.clone())).collect();
    for row in sequence.assessed.iter().filter_map(row) {
        let lacking = sequence.means.iter().filter(|means| !items.has(**means, &row.objective, sequence));
        found.extend(lacking.map(|means| Finding::NoSuchMeans(at(sequence), about(row), *means)));
    }
    let is_unsaid = !sequence.assessed.is_empty() && sequence.means.is_empty();
    found.extend(is_unsaid.then(|| Finding::NoMeans(at(sequence))));
    found.extend(sequence.opens.iter().filter_map(|opens| match opens {
        Opens::Tool(tool) if !items.tools.contains(tool) => Some(Finding::UnknownTool(at(sequence), tool.clone())),
        _ => None,
    }));
    found.extend(blanks(sequence).into_iter().map(|part| Finding::Blank(at(sequence), part)));
    let active: u32 = sequence.active.values().map(|minutes| u32::from(*minutes)).sum();
    let room = if sequence.is_work() { u32::from(sequence.minutes) } else { 0 };
    found.extend((active > room).then(|| Finding::Overfull(at(sequence), active)));
    let is_longer = sequence.least.is_some_and(|least| least > sequence.minutes);
    found.extend(is_longer.then(|| Finding::Least(at(sequence))));
    found
}

/// The texts that it lacks. A break needs no more than a name.
fn blanks(sequence: &Sequence) -> Vec<Part> {
    let is_work = sequence.is_work();
    let parts = [
        (Part::Title, true, &sequence.title),
        (Part::Aim, is_work, &sequence.aim),
        (Part::Content, is_work, &sequence.content),
        (Part::Trainer, is_work, &sequence.trainer),
        (Part::Learners, is_work, &sequence.learners),
        (Part::Support, is_work, &sequence.support),
        (Part::Materials, is_work, &sequence.materials),
        (Part::Assessment, !sequence.assessed.is_empty(), &sequence.assessment),
    ];
    let lacking = parts.into_iter().filter(|(_, is_needed, text)| *is_needed && text.trim().is_empty());
    lacking.map(|(part, _, _)| part).collect()
}

/// How the day is lived.
fn rhythm(day: &Day) -> Vec<Finding> {
    let work = day.work_minutes();
    let talk: u32 =
        day.sequences.iter().filter(|one| one.method == Method::Talk).map(|one| u32::from(one.minutes)).sum();
    let mut found = Vec::new();
    // Multiplied, and not rounded: 35.4 hundredths are too many.
    if talk * 100 > work * MOST_TALK {
        found.push(Finding::Talk((talk * 100).div_ceil(work.max(1))));
    }
    let listens = |one: &Sequence| (one.method == Method::Talk).then(|| one.minutes - one.active_minutes());
    found.extend(runs(day, listens, MOST_LISTENING).into_iter().map(Finding::Listening));
    let rests = |one: &Sequence| one.method == Method::Break && one.minutes >= LEAST_BREAK;
    let works = |one: &Sequence| (!rests(one)).then_some(if one.is_work() { one.minutes } else { 0 });
    found.extend(runs(day, works, MOST_WITHOUT_BREAK).into_iter().map(Finding::NoBreak));
    let longest = day.sequences.iter().filter(|one| !one.is_work()).map(|one| one.minutes).max().unwrap_or_default();
    found.extend((work > 0 && longest < LEAST_LUNCH).then_some(Finding::Lunch(longest)));
    found
}

/// The runs of sequences that go on for longer than `most`: `counts` gives minutes to those that belong to one.
fn runs(day: &Day, counts: impl Fn(&Sequence) -> Option<u16>, most: u32) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut current: Option<Run> = None;
    for sequence in &day.sequences {
        match counts(sequence) {
            Some(minutes) => {
                let run = current.get_or_insert_with(|| Run { from: at(sequence), to: at(sequence), minutes: 0 });
                run.minutes += u32::from(minutes);
                run.to = at(sequence);
            }
            None => runs.extend(current.take()),
        }
    }
    runs.extend(current);
    runs.retain(|run| run.minutes > most);
    runs
}
