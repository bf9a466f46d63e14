//! What many interviews say together, without anybody in it: how many at each level, how often each orientation is kept.
//! A number small enough to point at somebody is not given.

use super::assessment::{Assessment, Outcome};
use super::id::OrientationId;
use super::level::{Level, LevelResult};
use super::model::Interview;
use super::questionnaire::Axis;
use std::collections::BTreeMap;

/// Below this, a number might point at somebody.
pub const SMALLEST_GROUP: usize = 5;

/// A number of interviews, as it may be published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Count {
    Exact(usize),
    /// From one to four, or a number from which such a one could be worked out.
    Hidden,
}

/// How many interviews stand at each level of an axis; the last one counts those without enough answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AxisGroup {
    pub axis: Axis,
    pub levels: Vec<(Option<Level>, Count)>,
}

/// Results of many interviews.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grouped {
    pub interviews: usize,
    pub axes: Vec<AxisGroup>,
    /// How many interviews keep each orientation.
    pub orientations: Vec<(OrientationId, Count)>,
}

/// Fewer interviews than the smallest group: nothing is said of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooFew {
    pub interviews: usize,
}

/// Whether nothing would be said of so many interviews.
pub fn too_few(interviews: usize) -> Option<TooFew> {
    (interviews < SMALLEST_GROUP).then_some(TooFew { interviews })
}

/// Groups interviews with what is concluded from each.
pub fn group<'a>(interviews: impl Iterator<Item = (Interview, Assessment<'a>)>) -> Result<Grouped, TooFew> {
    let mut levels: BTreeMap<Axis, BTreeMap<Option<Level>, usize>> = BTreeMap::new();
    let mut orientations: BTreeMap<OrientationId, usize> = BTreeMap::new();
    let mut total = 0_usize;
    for (interview, assessment) in interviews {
        total += 1;
        for result in &assessment.axes {
            if let Outcome::Skill { result: level, .. } = &result.outcome {
                let level = match level {
                    LevelResult::Level(level) => Some(*level),
                    LevelResult::NotEnough { .. } => None,
                };
                *levels.entry(result.axis).or_default().entry(level).or_default() += 1;
            }
        }
        for (orientation, decision) in &interview.decisions {
            if decision.is_kept() {
                *orientations.entry(orientation.clone()).or_default() += 1;
            }
        }
    }
    if let Some(few) = too_few(total) {
        return Err(few);
    }
    let every = Level::ALL.into_iter().map(Some).chain([None]).collect::<Vec<_>>();
    let axes = levels.into_iter().map(|(axis, counted)| {
        let counts: Vec<usize> = every.iter().map(|level| counted.get(level).copied().unwrap_or(0)).collect();
        AxisGroup { axis, levels: every.iter().copied().zip(hide(&counts)).collect() }
    });
    let axes = axes.collect();
    // Each is a part of the total by itself: the others are its complement.
    let orientations = orientations.into_iter().map(|(orientation, kept)| {
        let count = hide(&[kept, total - kept]).into_iter().next().unwrap_or(Count::Hidden);
        (orientation, count)
    });
    Ok(Grouped { interviews: total, orientations: orientations.collect(), axes })
}

/// Hides small numbers of a distribution whose total is known, then the next smallest ones until those that are hidden
/// make a group together: the total gives their sum, and must not give them.
fn hide(counts: &[usize]) -> Vec<Count> {
    let is_small = |count: usize| count > 0 && count < SMALLEST_GROUP;
    let mut hidden: Vec<bool> = counts.iter().map(|count| is_small(*count)).collect();
    if hidden.contains(&true) {
        let mut others: Vec<usize> = (0..counts.len()).filter(|nth| !is_small(of(counts, *nth))).collect();
        others.retain(|nth| of(counts, *nth) > 0);
        others.sort_by_key(|nth| of(counts, *nth));
        let mut others = others.into_iter();
        let sum =
            |hidden: &[bool]| counts.iter().zip(hidden).filter(|(_, is)| **is).map(|(count, _)| count).sum::<usize>();
        let number = |hidden: &[bool]| hidden.iter().filter(|is| **is).count();
        while number(&hidden) < 2 || sum(&hidden) < SMALLEST_GROUP {
            let Some(next) = others.next() else { break };
            if let Some(place) = hidden.get_mut(next) {
                *place = true;
            }
        }
    }
    counts.iter().zip(hidden).map(|(count, is)| if is { Count::Hidden } else { Count::Exact(*count) }).collect()
}

fn of(counts: &[usize], nth: usize) -> usize {
    counts.get(nth).copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_number_is_hidden_and_cannot_be_worked_out() {
        use Count::{Exact, Hidden};
        for (counts, expected) in [
            (vec![0, 0, 10], vec![Exact(0), Exact(0), Exact(10)]),
            (vec![1, 9, 20], vec![Hidden, Hidden, Exact(20)]),
            (vec![4, 4, 20], vec![Hidden, Hidden, Exact(20)]),
            (vec![2, 8, 8], vec![Hidden, Hidden, Exact(8)]),
            (vec![1, 1, 20, 30], vec![Hidden, Hidden, Hidden, Exact(30)]),
            (vec![1, 1, 1, 9, 30], vec![Hidden, Hidden, Hidden, Hidden, Exact(30)]),
            (vec![5, 5], vec![Exact(5), Exact(5)]),
            (vec![3, 0, 0], vec![Hidden, Exact(0), Exact(0)]),
        ] {
            assert_eq!(hide(&counts), expected, "{counts:?}");
        }
    }

    #[test]
    fn a_few_interviews_say_nothing() {
        assert_eq!(group(std::iter::empty()), Err(TooFew { interviews: 0 }));
    }
}
