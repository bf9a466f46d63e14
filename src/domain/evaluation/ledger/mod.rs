//! What was published of those who answered, kept as it was published; and what may be published next.
//!
//! A figure is told only when it counts nobody or as many as the threshold; and so must every difference between two
//! figures, told on one day or on two. It holds because of how figures are made, whatever was answered:
//!
//! - Those who are told for the first time make *batches*: a session whose new answers are enough, or several that are
//!   enough together; the others wait. A batch never changes afterwards: a later edition of an answer moves no figure. All of
//!   a batch were asked the same questions, so that those who were not asked one are whole batches.
//! - On each thing, batches make *rows*, told in the coarse blocks of the measure, which never depend on the answers
//!   (`rows`). Of the batches that cannot be told, a bound at most.
//! - The *detail* of a thing is told for all its rows together, in blocks that lie inside the coarse ones (`detail`). A later
//!   detail only joins blocks of the former, and what it adds to them holds nobody or enough as well. Where the lines of one
//!   objective follow from one another, their blocks are chosen together (`sets`).
//!
//! Whatever is added and subtracted, a set of people that comes out is a union of batches, of rows by a coarse block, or of
//! details (or of what one detail adds) by one of its blocks: a union of groups that are empty or large enough. (A sum of
//! something that varies with the row and something that varies inside a coarse block takes three values at least: it is no
//! set of people.) The tests subtract, round after round, whatever small ledgers tell.
//!
//! How many came in and did not count yet is participation: it says nothing of what they said.

mod coming;
mod detail;
mod rows;

pub use coming::Coming;
pub use rows::{Bound, Waiting};

use detail::Objective;

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
    /// No fewer of them are told, then or later.
    pub threshold: Threshold,
    /// Their numbers: none is counted twice.
    units: BTreeSet<String>,
    /// Line by line, where they fell, a letter for each: as it was then. Each line has an order of its own, that of the letters,
    /// so that nobody’s answers can be followed from one to the next; the lines of one objective alone share theirs.
    fell: Vec<String>,
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
/// Said of somebody who was not asked: they are in no figure of the line.
const NOT_ASKED: char = '-';

fn letter(rank: usize) -> char {
    u32::try_from(rank).ok().and_then(|rank| char::from_digit(rank, 36)).unwrap_or('z')
}

/// What no fewer people are told of, among some batches.
fn strictest(batches: &[Batch], among: &BTreeSet<usize>) -> Threshold {
    let all = among.iter().filter_map(|at| batches.get(*at)).map(|batch| batch.threshold);
    all.max().unwrap_or(Threshold::new(Threshold::MIN))
}

fn sessions_of(batches: &[Batch], among: &BTreeSet<usize>) -> BTreeSet<SessionId> {
    among.iter().filter_map(|at| batches.get(*at)).flat_map(|batch| batch.sessions.iter().cloned()).collect()
}

impl Ledger {
    /// Publishes what may be, on a day: batches and rows, and the detail when it is asked for, or was told before. What was
    /// published before stays as it was.
    #[must_use]
    pub fn publish(&self, population: &Population, threshold: Threshold, detailed: bool, on: NaiveDate) -> Self {
        let mut next = self.clone();
        next.add_lines(&population.measures);
        next.add_batches(&population.units, threshold, on);
        let Self { batches, lines } = &mut next;
        for (nth, line) in lines.iter_mut().enumerate() {
            line.add_rows(nth, batches, self.batches.len());
        }
        if detailed || self.is_detailed() {
            next.add_details();
        }
        next
    }

    /// Whether publishing tells anything new.
    pub fn has_new(&self, population: &Population, threshold: Threshold, detailed: bool) -> bool {
        let is_first_detail = detailed && !self.is_detailed() && !self.batches.is_empty();
        is_first_detail || !self.next_batches(&population.units, threshold).is_empty()
    }

    /// Whether the detail of answers was told: it stays, and what comes later is told in detail as well.
    pub fn is_detailed(&self) -> bool {
        self.lines.iter().any(|line| !line.details.is_empty())
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
        let together = self.objectives().into_iter().map(Objective::lines);
        let together: Vec<[usize; 3]> = together.collect();
        for units in self.next_batches(units, threshold) {
            let letter = |unit: &Unit, line: &Line| match unit.unasked.contains(&line.about) {
                true => NOT_ASKED,
                false => letter(line.rank_of(unit)),
            };
            let fell = self.lines.iter().map(|line| units.iter().map(|unit| letter(unit, line)).collect()).collect();
            let batch = Batch {
                on,
                sessions: units.iter().map(|unit| unit.session.clone()).collect(),
                threshold,
                units: units.iter().map(|unit| unit.id.clone()).collect(),
                fell: mixed(fell, &together),
            };
            self.batches.push(batch);
        }
    }

    /// Whether an answer was published: it moves no figure any more.
    pub fn counts(&self, unit: &str) -> bool {
        self.batches.iter().any(|batch| batch.units.contains(unit))
    }

    pub fn line(&self, about: &About) -> Option<&Line> {
        self.lines.iter().find(|line| line.about == *about)
    }

    /// What no fewer people are told of, whenever it was published.
    pub fn threshold(&self) -> Option<Threshold> {
        self.batches.iter().map(|batch| batch.threshold).min()
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

    /// What is told of a thing, by the sessions that are told together.
    pub fn by_group(&self, line: &Line) -> Vec<Figure> {
        let mut groups: BTreeMap<BTreeSet<SessionId>, Vec<usize>> = BTreeMap::new();
        for row in &line.rows {
            let sessions = sessions_of(&self.batches, &row.batches);
            let counts = groups.entry(sessions).or_insert_with(|| vec![0; line.coarse.len()]);
            counts.iter_mut().zip(&row.counts).for_each(|(sum, count)| *sum += count);
        }
        let figure =
            |(sessions, counts): (BTreeSet<SessionId>, Vec<usize>)| line.figure(sessions, &line.coarse, &counts);
        groups.into_iter().map(figure).filter(|figure| figure.base() > 0).collect()
    }

    /// What is told of a thing for everybody: its last detail, or the coarse blocks when there is none.
    pub fn of_all(&self, line: &Line) -> Option<Figure> {
        if let Some(detail) = line.details.last() {
            let sessions = sessions_of(&self.batches, &detail.batches);
            return Some(line.figure(sessions, &detail.blocks, &detail.counts));
        }
        let counts = (0..line.coarse.len()).map(|at| line.rows.iter().filter_map(|row| row.counts.get(at)).sum());
        let counts: Vec<usize> = counts.collect();
        let sessions = sessions_of(&self.batches, &line.told());
        (!line.rows.is_empty()).then(|| line.figure(sessions, &line.coarse, &counts))
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
        for rank in among.iter().filter_map(|at| batches.get(*at)).flat_map(|batch| batch.ranks(nth)) {
            of_rank.iter_mut().skip(rank.min(last)).take(1).for_each(|count| *count += 1);
        }
        let count = |block: &Vec<u8>| block.iter().filter_map(|rank| of_rank.get(usize::from(*rank))).sum();
        blocks.iter().map(count).collect()
    }

    /// The batches that are told.
    fn told(&self) -> BTreeSet<usize> {
        self.rows.iter().flat_map(|row| row.batches.iter().copied()).collect()
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

/// The letters of each line, in their own order; those of lines that go together, in one order.
fn mixed(fell: Vec<Vec<char>>, together: &[[usize; 3]]) -> Vec<String> {
    let mut mixed: Vec<String> = Vec::new();
    for letters in &fell {
        let mut letters = letters.clone();
        letters.sort_unstable();
        mixed.push(letters.into_iter().collect());
    }
    for lines in together {
        let of_one = |nth: usize| lines.map(|line| fell.get(line).and_then(|letters| letters.get(nth)).copied());
        let people = lines.first().and_then(|line| fell.get(*line)).map_or(0, Vec::len);
        let mut ways: Vec<[Option<char>; 3]> = (0..people).map(of_one).collect();
        ways.sort_unstable();
        for (at, line) in lines.iter().enumerate() {
            if let Some(letters) = mixed.get_mut(*line) {
                *letters = ways.iter().filter_map(|way| *way.get(at)?).collect();
            }
        }
    }
    mixed
}

impl Batch {
    /// Where those who were asked fell; nobody where the line came after them.
    fn ranks(&self, nth: usize) -> impl Iterator<Item = usize> {
        let letters = self.fell.get(nth).map_or("", String::as_str);
        letters.chars().filter_map(|letter| letter.to_digit(36)).filter_map(|rank| usize::try_from(rank).ok())
    }

    /// Whether they were asked: all of them, or none.
    fn was_asked(&self, nth: usize) -> bool {
        self.ranks(nth).next().is_some()
    }
}

#[cfg(test)]
mod bound_tests;
#[cfg(test)]
mod objective_tests;
#[cfg(test)]
mod tests;
