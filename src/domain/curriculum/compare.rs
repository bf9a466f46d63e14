//! What one day changes of another. Sequences are matched by the one that both were first copied from.

use super::objective::ObjectiveId;
use super::sequence::{Means, Method, Opens, Sequence, SequenceId};
use super::version::Day;
use chrono::NaiveTime;
use std::collections::{BTreeMap, BTreeSet};

/// What a day changes of another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison<'a> {
    /// When it starts, before and after.
    pub starts_at: Option<(NaiveTime, NaiveTime)>,
    /// Minutes of training, before and after.
    pub work_minutes: Option<(u32, u32)>,
    /// In the order of the second day, those that it lacks last.
    pub differences: Vec<Difference<'a>>,
}

/// What becomes of a sequence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference<'a> {
    /// After which other one; none: first.
    Added {
        sequence: &'a Sequence,
        after: Option<&'a Sequence>,
    },
    Removed(&'a Sequence),
    Changed {
        before: &'a Sequence,
        after: &'a Sequence,
        what: Vec<Change<'a>>,
    },
}

/// What changes of a sequence that both days have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change<'a> {
    Renamed,
    /// After which other one it comes now; none: first.
    Moved(Option<&'a Sequence>),
    Minutes(u16, u16),
    Least(Option<u16>, Option<u16>),
    Method(Method, Method),
    Texts(Vec<Text>),
    /// Minutes in which learners are active, for an objective; zero: none.
    Active(&'a ObjectiveId, u16, u16),
    /// What is assessed in it.
    Assessed(Apart<'a, ObjectiveId>),
    Means(Apart<'a, Means>),
    Opens(Apart<'a, Opens>),
}

/// What was added to a set, and what was taken away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Apart<'a, T> {
    pub added: Vec<&'a T>,
    pub gone: Vec<&'a T>,
}

/// A text of a sequence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Text {
    Aim,
    Content,
    Trainer,
    Learners,
    Support,
    Materials,
    Online,
    Offline,
    Assessment,
}

impl Text {
    pub const ALL: [Self; 9] = [
        Self::Aim,
        Self::Content,
        Self::Trainer,
        Self::Learners,
        Self::Support,
        Self::Materials,
        Self::Online,
        Self::Offline,
        Self::Assessment,
    ];

    /// What a sequence says there.
    pub fn of(self, sequence: &Sequence) -> &str {
        match self {
            Self::Aim => &sequence.aim,
            Self::Content => &sequence.content,
            Self::Trainer => &sequence.trainer,
            Self::Learners => &sequence.learners,
            Self::Support => &sequence.support,
            Self::Materials => &sequence.materials,
            Self::Online => &sequence.online,
            Self::Offline => &sequence.offline,
            Self::Assessment => &sequence.assessment,
        }
    }
}

impl Comparison<'_> {
    pub fn is_empty(&self) -> bool {
        *self == Comparison::default()
    }
}

/// What `after` changes of `before`.
pub fn compare<'a>(before: &'a Day, after: &'a Day) -> Comparison<'a> {
    let (former, present) = (named(before), named(after));
    let places: BTreeMap<&Name<'_>, usize> = former.iter().enumerate().map(|(at, (name, _))| (name, at)).collect();
    let found: Vec<Option<usize>> = present.iter().map(|(name, _)| places.get(name).copied()).collect();
    let kept = in_order(&found);
    let mut differences = Vec::new();
    let mut previous = None;
    for (((_, sequence), was), is_in_place) in present.iter().zip(&found).zip(kept) {
        match was.and_then(|at| former.get(at)) {
            None => differences.push(Difference::Added { sequence, after: previous }),
            Some((_, before)) => {
                let moved = (!is_in_place).then_some(Change::Moved(previous));
                let what: Vec<Change<'a>> = moved.into_iter().chain(changes(before, sequence)).collect();
                if !what.is_empty() {
                    differences.push(Difference::Changed { before, after: sequence, what });
                }
            }
        }
        previous = Some(*sequence);
    }
    let is_here: BTreeSet<usize> = found.into_iter().flatten().collect();
    let gone = former.iter().enumerate().filter(|(at, _)| !is_here.contains(at));
    differences.extend(gone.map(|(_, (_, sequence))| Difference::Removed(sequence)));
    Comparison {
        starts_at: changed(before.starts_at, after.starts_at),
        work_minutes: changed(before.work_minutes(), after.work_minutes()),
        differences,
    }
}

/// The sequence that it was first copied from, and which of those that were: two have one root only by accident.
type Name<'a> = (&'a SequenceId, usize);

fn named(day: &Day) -> Vec<(Name<'_>, &Sequence)> {
    let mut seen: BTreeMap<&SequenceId, usize> = BTreeMap::new();
    let mut named = Vec::with_capacity(day.sequences.len());
    for sequence in &day.sequences {
        let times = seen.entry(&sequence.root).or_insert(0);
        *times += 1;
        named.push(((&sequence.root, *times), sequence));
    }
    named
}

/// Which of these places may be said not to have moved: as many as can be, in a growing order. What is nowhere is not.
fn in_order(places: &[Option<usize>]) -> Vec<bool> {
    // For each, how many are in order up to it, and which one comes before it.
    let mut longest: Vec<(usize, Option<usize>)> = Vec::new();
    for (nth, place) in places.iter().enumerate() {
        let Some(place) = place else {
            longest.push((0, None));
            continue;
        };
        let earlier = places.iter().zip(&longest).enumerate().take(nth);
        let before = earlier.filter(|(_, (other, _))| other.is_some_and(|other| other < *place));
        let best = before.map(|(at, (_, (length, _)))| (*length, at)).reduce(|one, other| one.max(other));
        longest.push(best.map_or((1, None), |(length, at)| (length + 1, Some(at))));
    }
    let mut kept = vec![false; places.len()];
    let mut at = (0..longest.len()).rev().max_by_key(|at| longest.get(*at).map(|(length, _)| *length));
    while let Some((length, before)) = at.and_then(|at| longest.get(at)) {
        if let Some(kept) = at.and_then(|at| kept.get_mut(at)).filter(|_| *length > 0) {
            *kept = true;
        }
        at = *before;
    }
    kept
}

fn changed<T: PartialEq>(before: T, after: T) -> Option<(T, T)> {
    (before != after).then_some((before, after))
}

fn changes<'a>(before: &'a Sequence, after: &'a Sequence) -> Vec<Change<'a>> {
    let mut what = Vec::new();
    what.extend((before.title != after.title).then_some(Change::Renamed));
    what.extend(changed(before.minutes, after.minutes).map(|(from, to)| Change::Minutes(from, to)));
    what.extend(changed(before.least, after.least).map(|(from, to)| Change::Least(from, to)));
    what.extend(changed(before.method, after.method).map(|(from, to)| Change::Method(from, to)));
    let texts: Vec<Text> = Text::ALL.into_iter().filter(|text| text.of(before) != text.of(after)).collect();
    what.extend((!texts.is_empty()).then_some(Change::Texts(texts)));
    let minutes = |of: &Sequence, objective| of.active.get(objective).copied().unwrap_or_default();
    let objectives: BTreeSet<&ObjectiveId> = before.active.keys().chain(after.active.keys()).collect();
    what.extend(objectives.into_iter().filter_map(|objective| {
        let (from, to) = changed(minutes(before, objective), minutes(after, objective))?;
        Some(Change::Active(objective, from, to))
    }));
    what.extend(apart(&before.assessed, &after.assessed).map(Change::Assessed));
    what.extend(apart(&before.means, &after.means).map(Change::Means));
    what.extend(apart(&before.opens, &after.opens).map(Change::Opens));
    what
}

fn apart<'a, T: Ord>(before: &'a BTreeSet<T>, after: &'a BTreeSet<T>) -> Option<Apart<'a, T>> {
    let apart = Apart { added: after.difference(before).collect(), gone: before.difference(after).collect() };
    (before != after).then_some(apart)
}

#[cfg(test)]
#[path = "compare_tests.rs"]
mod tests;
