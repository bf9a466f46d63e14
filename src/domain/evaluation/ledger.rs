//! What was published of those who answered, kept as it was published; and what may be published next.
//!
//! A figure is told only when it counts nobody or as many as the threshold; and so must every difference between two
//! figures, told on one day or on two. It holds because of how figures are made, whatever was answered:
//!
//! - Those who are told for the first time make *batches*: a session whose new answers are enough, or several that are
//!   enough together; the others wait. A batch never changes afterwards: a later edition of an answer moves no figure.
//! - On each thing, batches make *rows*, told in the coarse blocks of the measure, which never depend on the answers. A row
//!   is told once every block of it holds nobody or enough; batches that do not are told together, or wait.
//! - The *detail* of a thing is told for all its rows together, in blocks that lie inside the coarse ones. A later detail
//!   only joins blocks of the former, and what it adds to them holds nobody or enough as well.
//!
//! Whatever is added and subtracted, a set of people that comes out is a union of batches, of rows by a coarse block, or of
//! details (or of what one detail adds) by one of its blocks: a union of groups that are empty or large enough. (A sum of
//! something that varies with the row and something that varies inside a coarse block takes three values at least: it is no
//! set of people.) The tests subtract all that can be subtracted.
//!
//! How many came in and did not count yet is participation: it says nothing of what they said.

use super::measure::{About, Category, Measure};
use super::population::{Population, Unit};
use crate::domain::exercise::debrief::Threshold;
use crate::domain::programme::id::SessionId;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Everything that was published of a population.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ledger {
    pub batches: Vec<Batch>,
    pub lines: Vec<Line>,
}

/// Those who were told together for the first time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Batch {
    pub on: NaiveDate,
    pub sessions: BTreeSet<SessionId>,
    /// Each with where it fell on each line, a letter for each: as it was then.
    units: BTreeMap<String, String>,
}

/// What was published of one thing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line {
    pub about: About,
    pub categories: Vec<Category>,
    /// Ranks of categories.
    pub coarse: Vec<Vec<u8>>,
    rows: Vec<Row>,
    /// The last one is shown.
    details: Vec<Detail>,
}

/// Batches told together, in coarse blocks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    batches: BTreeSet<usize>,
    counts: Vec<usize>,
}

/// All the rows of a day, in finer blocks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Detail {
    batches: BTreeSet<usize>,
    blocks: Vec<Vec<u8>>,
    counts: Vec<usize>,
}

/// How many fell in blocks of categories, among people of some sessions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    pub sessions: BTreeSet<SessionId>,
    pub blocks: Vec<Block>,
}

/// Categories that are told together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    pub categories: Vec<Category>,
    pub count: usize,
}

impl Figure {
    /// How many people it is about.
    pub fn base(&self) -> usize {
        self.blocks.iter().map(|block| block.count).sum()
    }

    /// The mean rank from 1 of those who said how far they are, in hundredths: only where every grade is told apart, so that
    /// it tells no more than the distribution beside it.
    pub fn mean(&self) -> Option<usize> {
        let ranked = self.blocks.iter().filter(|block| block.categories != [Category::Nothing]);
        let ranked: Vec<_> = ranked.collect();
        let people: usize = ranked.iter().map(|block| block.count).sum();
        let is_whole =
            ranked.len() > 1 && ranked.iter().all(|block| matches!(block.categories.as_slice(), [Category::Grade(_)]));
        let ranks: usize = (1..).zip(&ranked).map(|(rank, block): (usize, _)| rank * block.count).sum();
        if is_whole { (100 * ranks + people / 2).checked_div(people) } else { None }
    }
}

/// Nobody, or enough of them.
fn is_safe(count: usize, threshold: Threshold) -> bool {
    count == 0 || count >= threshold.number()
}

fn letter(rank: usize) -> char {
    u32::try_from(rank).ok().and_then(|rank| char::from_digit(rank, 36)).unwrap_or('z')
}

impl Ledger {
    /// Publishes what may be, on a day: batches and rows, and the detail when it is asked for. What was published before
    /// stays as it was.
    #[must_use]
    pub fn publish(&self, population: &Population, threshold: Threshold, detailed: bool, on: NaiveDate) -> Self {
        let mut next = self.clone();
        next.add_lines(&population.measures);
        next.add_batches(&population.units, threshold, on);
        let Self { batches, lines } = &mut next;
        for (nth, line) in lines.iter_mut().enumerate() {
            line.add_rows(nth, batches, threshold);
            if detailed {
                line.add_detail(nth, batches, threshold);
            }
        }
        next
    }

    fn add_lines(&mut self, measures: &[Measure]) {
        for measure in measures {
            if self.line(&measure.about).is_none() {
                self.lines.push(Line {
                    about: measure.about.clone(),
                    categories: measure.categories.clone(),
                    coarse: measure.coarse(),
                    rows: Vec::new(),
                    details: Vec::new(),
                });
            }
        }
    }

    fn add_batches(&mut self, units: &[Unit], threshold: Threshold, on: NaiveDate) {
        let mut by_session: BTreeMap<&SessionId, Vec<&Unit>> = BTreeMap::new();
        for unit in units.iter().filter(|unit| !self.counts(&unit.id)) {
            by_session.entry(&unit.session).or_default().push(unit);
        }
        let (enough, few): (Vec<_>, Vec<_>) =
            by_session.into_values().partition(|units| units.len() >= threshold.number());
        let few: Vec<&Unit> = few.into_iter().flatten().collect();
        let together = (few.len() >= threshold.number()).then_some(few);
        for units in enough.into_iter().chain(together) {
            let letters = |unit: &Unit| self.lines.iter().map(|line| letter(line.rank_of(unit))).collect();
            let batch = Batch {
                on,
                sessions: units.iter().map(|unit| unit.session.clone()).collect(),
                units: units.iter().map(|unit| (unit.id.clone(), letters(unit))).collect(),
            };
            self.batches.push(batch);
        }
    }

    /// Whether an answer was published: it moves no figure any more.
    pub fn counts(&self, unit: &str) -> bool {
        self.batches.iter().any(|batch| batch.units.contains_key(unit))
    }

    pub fn line(&self, about: &About) -> Option<&Line> {
        self.lines.iter().find(|line| line.about == *about)
    }

    /// How many answered, by the sessions that are told together.
    pub fn groups(&self) -> Vec<(BTreeSet<SessionId>, usize)> {
        let mut groups: BTreeMap<&BTreeSet<SessionId>, usize> = BTreeMap::new();
        for batch in &self.batches {
            *groups.entry(&batch.sessions).or_default() += batch.units.len();
        }
        groups.into_iter().map(|(sessions, count)| (sessions.clone(), count)).collect()
    }

    /// How many answered in all.
    pub fn whole(&self) -> usize {
        self.batches.iter().map(|batch| batch.units.len()).sum()
    }

    /// How many came in and wait until they can be told.
    pub fn waiting(&self, population: &Population) -> usize {
        population.units.iter().filter(|unit| !self.counts(&unit.id)).count()
    }

    /// What is told of a thing, by the sessions that are told together.
    pub fn by_group(&self, line: &Line) -> Vec<Figure> {
        let mut groups: BTreeMap<BTreeSet<SessionId>, Vec<usize>> = BTreeMap::new();
        for row in &line.rows {
            let sessions = row.batches.iter().filter_map(|at| self.batches.get(*at));
            let sessions = sessions.flat_map(|batch| batch.sessions.iter().cloned()).collect();
            let counts = groups.entry(sessions).or_insert_with(|| vec![0; line.coarse.len()]);
            counts.iter_mut().zip(&row.counts).for_each(|(sum, count)| *sum += count);
        }
        let figure =
            |(sessions, counts): (BTreeSet<SessionId>, Vec<usize>)| line.figure(sessions, &line.coarse, &counts);
        groups.into_iter().map(figure).collect()
    }

    /// What is told of a thing for everybody: its last detail, or the coarse blocks when there is none.
    pub fn of_all(&self, line: &Line) -> Option<Figure> {
        let sessions_of = |batches: &BTreeSet<usize>| {
            let batches = batches.iter().filter_map(|at| self.batches.get(*at));
            batches.flat_map(|batch| batch.sessions.iter().cloned()).collect()
        };
        if let Some(detail) = line.details.last() {
            return Some(line.figure(sessions_of(&detail.batches), &detail.blocks, &detail.counts));
        }
        let counts = (0..line.coarse.len()).map(|at| line.rows.iter().filter_map(|row| row.counts.get(at)).sum());
        let counts: Vec<usize> = counts.collect();
        (!line.rows.is_empty()).then(|| line.figure(sessions_of(&line.told()), &line.coarse, &counts))
    }
}

impl Line {
    /// The category that somebody falls in. One that this line does not know counts as nothing said.
    fn rank_of(&self, unit: &Unit) -> usize {
        let last = self.categories.len().saturating_sub(1);
        let said = unit.said.get(&self.about);
        said.and_then(|said| self.categories.iter().position(|known| known == said)).unwrap_or(last)
    }

    /// How many of some batches fall in each of some blocks.
    fn count(&self, nth: usize, batches: &[Batch], among: &BTreeSet<usize>, blocks: &[Vec<u8>]) -> Vec<usize> {
        let last = self.categories.len().saturating_sub(1);
        let mut of_rank = vec![0_usize; self.categories.len()];
        for batch in among.iter().filter_map(|at| batches.get(*at)) {
            for letters in batch.units.values() {
                // A line that came after the batch knows nothing of it.
                let rank = letters.chars().nth(nth).and_then(|letter| letter.to_digit(36));
                let rank = rank.and_then(|rank| usize::try_from(rank).ok()).unwrap_or(last).min(last);
                of_rank.iter_mut().skip(rank).take(1).for_each(|count| *count += 1);
            }
        }
        let count = |block: &Vec<u8>| block.iter().filter_map(|rank| of_rank.get(usize::from(*rank))).sum();
        blocks.iter().map(count).collect()
    }

    /// The batches that are told.
    fn told(&self) -> BTreeSet<usize> {
        self.rows.iter().flat_map(|row| row.batches.iter().copied()).collect()
    }

    fn add_rows(&mut self, nth: usize, batches: &[Batch], threshold: Threshold) {
        let told = self.told();
        let row = |among: BTreeSet<usize>| {
            let counts = self.count(nth, batches, &among, &self.coarse);
            Row { batches: among, counts }
        };
        let is_told = |row: &Row| row.counts.iter().all(|count| is_safe(*count, threshold));
        let waiting = (0..batches.len()).filter(|at| !told.contains(at)).map(|at| row([at].into()));
        let (mut apart, few): (Vec<Row>, Vec<Row>) = waiting.partition(&is_told);
        let join = |one: &Row, other: &Row| row(one.batches.union(&other.batches).copied().collect());
        let (mut together, mut left): (Vec<Row>, Option<Row>) = (Vec::new(), None);
        for one in few {
            let joined = left.take().map_or(one.clone(), |left| join(&left, &one));
            match is_told(&joined) {
                true => together.push(joined),
                false => left = Some(joined),
            }
        }
        // What is left joins those that are told together, then the smallest of those that are told apart.
        apart.sort_by_key(|row| (row.counts.iter().sum::<usize>(), row.batches.clone()));
        apart.reverse();
        while let Some(one) = left.take() {
            let Some(other) = together.pop().or_else(|| apart.pop()) else { break };
            let joined = join(&one, &other);
            match is_told(&joined) {
                true => together.push(joined),
                false => left = Some(joined),
            }
        }
        let mut rows: Vec<Row> = apart.into_iter().chain(together).collect();
        rows.sort_by(|one, other| one.batches.cmp(&other.batches));
        self.rows.extend(rows);
    }

    fn add_detail(&mut self, nth: usize, batches: &[Batch], threshold: Threshold) {
        let told = self.told();
        let former = self.details.last();
        let added: BTreeSet<usize> =
            former.map_or_else(|| told.clone(), |former| told.difference(&former.batches).copied().collect());
        if added.is_empty() {
            return;
        }
        let fine = former.map_or_else(
            || self.coarse.iter().flatten().map(|rank| vec![*rank]).collect(),
            |former| former.blocks.clone(),
        );
        let blocks: Vec<Vec<u8>> = self
            .coarse
            .iter()
            .flat_map(|coarse| {
                let inside: Vec<&Vec<u8>> =
                    fine.iter().filter(|block| block.iter().all(|rank| coarse.contains(rank))).collect();
                let counts =
                    self.count(nth, batches, &added, &inside.iter().map(|block| (*block).clone()).collect::<Vec<_>>());
                joined(&inside, &counts, threshold)
            })
            .collect();
        let counts = self.count(nth, batches, &told, &blocks);
        self.details.push(Detail { batches: told, blocks, counts });
    }

    fn figure(&self, sessions: BTreeSet<SessionId>, blocks: &[Vec<u8>], counts: &[usize]) -> Figure {
        let named = |block: &Vec<u8>| {
            let categories = block.iter().filter_map(|rank| self.categories.get(usize::from(*rank)).cloned());
            categories.collect()
        };
        let blocks = blocks.iter().zip(counts).map(|(block, count)| Block { categories: named(block), count: *count });
        Figure { sessions, blocks: blocks.collect() }
    }
}

/// Neighbours joined until each holds nobody or enough: as many blocks as can be. All of them together are enough or nobody.
fn joined(blocks: &[&Vec<u8>], counts: &[usize], threshold: Threshold) -> Vec<Vec<u8>> {
    let gaps = blocks.len().saturating_sub(1).min(16);
    // Each bit that is set parts two neighbours.
    let cut = |mask: u32| {
        let mut groups: Vec<(Vec<u8>, usize)> = Vec::new();
        for (at, (block, count)) in blocks.iter().zip(counts).enumerate() {
            match groups.last_mut().filter(|_| at > 0 && (at > gaps || mask >> (at - 1) & 1 == 0)) {
                Some((group, sum)) => {
                    group.extend(block.iter().copied());
                    *sum += count;
                }
                None => groups.push(((*block).clone(), *count)),
            }
        }
        groups
    };
    let is_told = |groups: &Vec<(Vec<u8>, usize)>| groups.iter().all(|(_, count)| is_safe(*count, threshold));
    let masks = (0..1_u32 << gaps).filter(|mask| is_told(&cut(*mask)));
    let best = masks.max_by_key(|mask| (mask.count_ones(), *mask)).unwrap_or(0);
    cut(best).into_iter().map(|(group, _)| group).collect()
}

#[cfg(test)]
#[path = "ledger_tests.rs"]
mod tests;
