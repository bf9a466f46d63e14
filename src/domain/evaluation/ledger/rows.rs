//! The rows of a line, and what is told of the batches that wait.
//!
//! A row is told once each of its blocks holds nobody or enough. Batches that cannot be told alone are joined with one another,
//! then with a row of the same day; those that are left wait as one group, which never parts again.
//!
//! Of a group that waits a *bound* may be told: where it holds twice the threshold less one, or more, exactly one of its two
//! blocks holds somebody and too few. Which one, and that it holds between one and the threshold less one, is all that the
//! bound says: no more than that the cell is protected. A group that waited is told with others only if one of these is in
//! its large block: otherwise the sum would leave one value only to the small one. (Of a smaller group nothing is said, because
//! both blocks may be too small, and there are sizes where this leaves one value.)

use super::{Batch, Ledger, Line, Row, sessions_of, strictest};
use crate::domain::exercise::blocks::is_safe;
use crate::domain::programme::id::SessionId;
use std::collections::BTreeSet;

/// What is known of how many fall in the first block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    AtLeast(usize),
    AtMost(usize),
}

impl Bound {
    /// The same, with others whose number is known.
    #[must_use]
    pub fn plus(self, known: usize) -> Self {
        match self {
            Self::AtLeast(count) => Self::AtLeast(count + known),
            Self::AtMost(count) => Self::AtMost(count + known),
        }
    }
}

/// People who were published and of whom a thing is not told yet: too few of them said the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    pub sessions: BTreeSet<SessionId>,
    pub base: usize,
    /// None: nothing can be told.
    pub bound: Option<Bound>,
}

impl Ledger {
    /// Those of whom a thing is not told yet.
    pub fn waits(&self, line: &Line) -> Option<Waiting> {
        let nth = self.lines.iter().position(|one| one.about == line.about)?;
        let told = line.details.last().map_or_else(|| line.told(), |detail| detail.batches.clone());
        let among = line.asked(nth, &self.batches, 0..self.batches.len());
        let among: BTreeSet<usize> = among.difference(&told).copied().collect();
        let counts = line.count(nth, &self.batches, &among, &line.coarse);
        let row = Row { batches: among, counts };
        (!row.batches.is_empty()).then(|| Waiting {
            sessions: sessions_of(&self.batches, &row.batches),
            base: row.base(),
            bound: row.bound(&self.batches),
        })
    }

    /// Whether anybody who was published was asked about a thing.
    pub fn was_asked(&self, line: &Line) -> bool {
        let nth = self.lines.iter().position(|one| one.about == line.about);
        nth.is_some_and(|nth| self.batches.iter().any(|batch| batch.was_asked(nth)))
    }
}

impl Row {
    pub(super) fn base(&self) -> usize {
        self.counts.iter().sum()
    }

    fn is_safe(&self, batches: &[Batch]) -> bool {
        let threshold = strictest(batches, &self.batches);
        self.counts.iter().all(|count| is_safe(*count, threshold))
    }

    /// The place of the block that holds too few, where it is said which.
    fn small(&self, batches: &[Batch]) -> Option<usize> {
        let threshold = strictest(batches, &self.batches);
        let is_said = self.counts.len() == 2 && self.base() + 1 >= 2 * threshold.number();
        self.counts.iter().position(|count| is_said && !is_safe(*count, threshold))
    }

    fn bound(&self, batches: &[Batch]) -> Option<Bound> {
        let most = strictest(batches, &self.batches).number() - 1;
        Some(match self.small(batches)? {
            0 => Bound::AtMost(most),
            _ => Bound::AtLeast(self.base().saturating_sub(most)),
        })
    }

    /// Whether a row that holds this one leaves its small block unknown.
    fn stays_open(&self, batches: &[Batch], whole: &Self) -> bool {
        if !self.batches.is_subset(&whole.batches) {
            return true;
        }
        let Some(small) = self.small(batches) else { return true };
        self.counts.iter().zip(&whole.counts).enumerate().all(|(at, (count, all))| at == small || all > count)
    }
}

impl Line {
    /// The batches that were asked, among some.
    pub(super) fn asked(&self, nth: usize, batches: &[Batch], among: std::ops::Range<usize>) -> BTreeSet<usize> {
        among.filter(|at| batches.get(*at).is_some_and(|batch| batch.was_asked(nth))).collect()
    }

    /// Tells what may be of the batches that are not; the first ones, so many, were there the last time.
    pub(super) fn add_rows(&mut self, nth: usize, batches: &[Batch], former: usize) {
        let told = self.told();
        let row = |among: BTreeSet<usize>| {
            let counts = self.count(nth, batches, &among, &self.coarse);
            Row { batches: among, counts }
        };
        let waited: BTreeSet<usize> = self.asked(nth, batches, 0..former).difference(&told).copied().collect();
        let waited = (!waited.is_empty()).then(|| row(waited));
        let is_told =
            |row: &Row| row.is_safe(batches) && waited.as_ref().is_none_or(|waited| waited.stays_open(batches, row));
        let new = self.asked(nth, batches, former..batches.len()).into_iter().map(|at| row([at].into()));
        let (mut apart, few): (Vec<Row>, Vec<Row>) = new.partition(&is_told);
        let join = |one: &Row, other: &Row| row(one.batches.union(&other.batches).copied().collect());
        let (mut rows, mut left): (Vec<Row>, Option<Row>) = (Vec::new(), None);
        for one in waited.clone().into_iter().chain(few) {
            let joined = left.take().map_or(one.clone(), |left| join(&left, &one));
            match is_told(&joined) {
                true => rows.push(joined),
                false => left = Some(joined),
            }
        }
        // What is left is taken in by those that are told together, the last ones first, then by the smallest of the others.
        rows.reverse();
        apart.sort_by_key(|row| (row.base(), row.batches.clone()));
        rows.extend(apart);
        if let Some(left) = left {
            take_in(&left, &mut rows, join, is_told, batches);
        }
        rows.sort_by(|one, other| one.batches.cmp(&other.batches));
        self.rows.extend(rows);
    }
}

/// Joins what is left with as few rows as it takes, the first ones first; it waits when that does not do.
fn take_in(
    left: &Row,
    rows: &mut Vec<Row>,
    join: impl Fn(&Row, &Row) -> Row,
    is_told: impl Fn(&Row) -> bool,
    batches: &[Batch],
) {
    let threshold = strictest(batches, &left.batches);
    let helps = |row: &&Row| {
        let blocks = left.counts.iter().zip(&row.counts);
        blocks.into_iter().any(|(few, more)| !is_safe(*few, threshold) && *more > 0)
    };
    let among: Vec<&Row> = rows.iter().filter(helps).collect();
    let one = among.iter().map(|row| join(left, row)).find(&is_told);
    let several = || {
        let mut sum = left.clone();
        among.iter().find_map(|row| {
            sum = join(&sum, row);
            is_told(&sum).then(|| sum.clone())
        })
    };
    if let Some(joined) = one.or_else(several) {
        rows.retain(|row| row.batches.is_disjoint(&joined.batches));
        rows.push(joined);
    }
}
