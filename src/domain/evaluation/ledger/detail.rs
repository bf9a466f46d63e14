//! The detail of answers: blocks that lie inside the coarse ones, neighbours joined until each holds nobody or enough.
//!
//! How people saw themselves on an objective before the day, after it, and their way from one to the other follow from one
//! another: their blocks are chosen together, so that no set of people that comes out of the three is too small (`exercise/sets.rs`).
//! The way is told first; before and after are told in as many blocks as that leaves.

use super::{Batch, Detail, Ledger, Line, strictest};
use crate::domain::evaluation::measure::{About, Category, way};
use crate::domain::exercise::blocks::is_safe;
use crate::domain::exercise::debrief::Threshold;
use crate::domain::exercise::sets::every_set_is_safe;
use crate::domain::exercise::work::Moment;
use std::collections::{BTreeMap, BTreeSet};

/// The lines of one objective, by their places.
pub(super) struct Objective {
    before: usize,
    after: usize,
    way: usize,
}

impl Objective {
    pub(super) fn lines(self) -> [usize; 3] {
        [self.before, self.after, self.way]
    }
}

impl Ledger {
    pub(super) fn add_details(&mut self) {
        let objectives = self.objectives();
        let Self { batches, lines } = self;
        let together: BTreeSet<usize> = objectives.iter().flat_map(|one| [one.before, one.after, one.way]).collect();
        for (nth, line) in lines.iter_mut().enumerate().filter(|(nth, _)| !together.contains(nth)) {
            if let Some((told, added)) = line.to_detail(line.told()) {
                let blocks = line.finest(nth, batches, &added);
                line.add_detail(nth, batches, told, blocks);
            }
        }
        for objective in objectives {
            add_details_of(&objective, lines, batches);
        }
    }

    pub(super) fn objectives(&self) -> Vec<Objective> {
        let place = |about: &About| self.lines.iter().position(|line| line.about == *about);
        let ways = self.lines.iter().enumerate().filter_map(|(nth, line)| match &line.about {
            About::Way(id) => Some((nth, id)),
            _ => None,
        });
        let lines = ways.filter_map(|(way, id)| {
            let at = |moment| place(&About::Positioned(moment, id.clone()));
            Some(Objective { before: at(Moment::Before)?, after: at(Moment::After)?, way })
        });
        lines.collect()
    }
}

impl Line {
    /// The batches to detail, and those that were not yet; none when there is none.
    fn to_detail(&self, told: BTreeSet<usize>) -> Option<(BTreeSet<usize>, BTreeSet<usize>)> {
        let former = self.details.last();
        let added: BTreeSet<usize> =
            former.map_or_else(|| told.clone(), |former| told.difference(&former.batches).copied().collect());
        (!added.is_empty()).then_some((told, added))
    }

    /// The blocks of the last detail, or every category.
    fn inside(&self) -> Vec<Vec<u8>> {
        let every = || self.coarse.iter().flatten().map(|rank| vec![*rank]).collect();
        self.details.last().map_or_else(every, |former| former.blocks.clone())
    }

    /// As many blocks as can be, where what is added to each is nobody or enough.
    fn finest(&self, nth: usize, batches: &[Batch], added: &BTreeSet<usize>) -> Vec<Vec<u8>> {
        let fine = self.inside();
        let threshold = strictest(batches, added);
        let of_coarse = |coarse: &Vec<u8>| {
            let inside = fine.iter().filter(|block| block.iter().all(|rank| coarse.contains(rank)));
            let inside: Vec<Vec<u8>> = inside.cloned().collect();
            let counts = self.count(nth, batches, added, &inside);
            joined(&inside, &counts, threshold)
        };
        self.coarse.iter().flat_map(of_coarse).collect()
    }

    fn add_detail(&mut self, nth: usize, batches: &[Batch], told: BTreeSet<usize>, blocks: Vec<Vec<u8>>) {
        let counts = self.count(nth, batches, &told, &blocks);
        self.details.push(Detail { batches: told, blocks, counts });
    }
}

fn add_details_of(objective: &Objective, lines: &mut [Line], batches: &[Batch]) {
    let Objective { before, after, way } = *objective;
    let places = [before, after, way];
    let told = places.iter().filter_map(|nth| lines.get(*nth)).map(Line::told);
    let told = told.reduce(|one, other| one.intersection(&other).copied().collect()).unwrap_or_default();
    let [Some(of_before), Some(of_after), Some(of_way)] = places.map(|nth| lines.get(nth)) else { return };
    let Some((told, added)) = of_way.to_detail(told) else { return };
    let blocks_of_way = of_way.finest(way, batches, &added);
    let [blocks_before, blocks_after] =
        together([of_before, of_after, of_way], objective, batches, &added, &blocks_of_way);
    for (nth, blocks) in [(before, blocks_before), (after, blocks_after), (way, blocks_of_way)] {
        if let Some(line) = lines.get_mut(nth) {
            line.add_detail(nth, batches, told.clone(), blocks);
        }
    }
}

/// The blocks in which before and after are told, beside those of the way: as many as can be.
fn together(
    lines: [&Line; 3],
    objective: &Objective,
    batches: &[Batch],
    added: &BTreeSet<usize>,
    blocks_of_way: &[Vec<u8>],
) -> [Vec<Vec<u8>>; 2] {
    let [of_before, of_after, of_way] = lines;
    // Where each rank before, with each rank after, falls on the way; how many were there.
    let mut people: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for batch in added.iter().filter_map(|at| batches.get(*at)) {
        for both in batch.ranks(objective.before).zip(batch.ranks(objective.after)) {
            *people.entry(both).or_default() += 1;
        }
    }
    let grade = |line: &Line, rank: usize| match line.categories.get(rank) {
        Some(Category::Grade(grade)) => Some(*grade),
        _ => None,
    };
    let rank_of_way = |one: usize, other: usize| {
        let category = way(grade(of_before, one), grade(of_after, other)).unwrap_or(Category::Nothing);
        of_way.categories.iter().position(|known| *known == category).unwrap_or_default()
    };
    let pairs = (0..of_before.categories.len())
        .flat_map(|one| (0..of_after.categories.len()).map(move |other| (one, other)))
        .map(|(one, other)| ([one, other, rank_of_way(one, other)], people.get(&(one, other)).copied().unwrap_or(0)));
    let pairs: Vec<([usize; 3], usize)> = pairs.collect();
    let threshold = strictest(batches, added);
    let (fine_before, fine_after) = (of_before.inside(), of_after.inside());
    let mut cuts: Vec<[Vec<Vec<u8>>; 2]> =
        every_cut(&fine_before).flat_map(|one| every_cut(&fine_after).map(move |other| [one.clone(), other])).collect();
    // Many blocks first; then as many before as after.
    cuts.sort_by_key(|[one, other]| (usize::MAX - one.len() - other.len(), one.len().abs_diff(other.len())));
    let is_safe = |[one, other]: &[Vec<Vec<u8>>; 2]| {
        let blocks = [one.as_slice(), other.as_slice(), blocks_of_way];
        let place = |nth: usize, rank: usize| {
            let holds = |block: &Vec<u8>| block.iter().any(|known| usize::from(*known) == rank);
            blocks.get(nth).and_then(|blocks| blocks.iter().position(holds)).unwrap_or_default()
        };
        let of_atom = |(ranks, count): &([usize; 3], usize)| {
            let [one, other, way] = *ranks;
            (vec![place(0, one), place(1, other), place(2, way)], *count)
        };
        every_set_is_safe(pairs.iter().map(of_atom), threshold)
    };
    let whole = |fine: &[Vec<u8>]| vec![fine.concat()];
    cuts.into_iter().find(is_safe).unwrap_or_else(|| [whole(&fine_before), whole(&fine_after)])
}

/// Neighbours joined until each holds nobody or enough: as many blocks as can be. All of them together are enough or nobody.
fn joined(blocks: &[Vec<u8>], counts: &[usize], threshold: Threshold) -> Vec<Vec<u8>> {
    let count = |group: &Vec<u8>| -> usize {
        let inside = blocks.iter().zip(counts).filter(|(block, _)| block.iter().all(|rank| group.contains(rank)));
        inside.map(|(_, count)| count).sum()
    };
    let told = every_cut(blocks).filter(|cut| cut.iter().all(|group| is_safe(count(group), threshold)));
    // Of as many blocks, those that part the last ones.
    let best = told.enumerate().max_by_key(|(nth, cut)| (cut.len(), *nth));
    best.map_or_else(|| vec![blocks.concat()], |(_, cut)| cut)
}

/// Every way to join neighbours.
fn every_cut(blocks: &[Vec<u8>]) -> impl Iterator<Item = Vec<Vec<u8>>> {
    let gaps = blocks.len().saturating_sub(1).min(16);
    // Each bit that is set parts two neighbours.
    let cut = move |mask: u32| {
        let mut groups: Vec<Vec<u8>> = Vec::new();
        for (at, block) in blocks.iter().enumerate() {
            match groups.last_mut().filter(|_| at > 0 && (at > gaps || mask >> (at - 1) & 1 == 0)) {
                Some(group) => group.extend(block.iter().copied()),
                None => groups.push(block.clone()),
            }
        }
        groups
    };
    (0..1_u32 << gaps).map(cut)
}
