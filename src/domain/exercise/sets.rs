//! The sets of people that come out of figures by adding and subtracting, where one figure follows from others.
//!
//! Several lines each part the same people in blocks. A person is an *atom*: the block where they fall on each line. What can
//! be worked out of the figures is a sum of them, each times some number; it counts a set of people when the numbers come to
//! nothing or one on every atom where somebody may be. All of these sums are looked through, whatever the numbers: once
//! what they come to on some atoms is chosen, as many as the figures are independent, it is known on the others.

use super::blocks::is_safe;
use super::debrief::Threshold;
use std::collections::{BTreeMap, BTreeSet};

/// Numbers are counted modulo this prime: no set is missed, and one too many would do no harm.
const PRIME: i64 = 1_000_003;
/// Beyond, nothing is said to be safe.
const MOST: usize = 16;

/// An atom, as its block on each line.
type Atom = Vec<usize>;

/// Whether each of these sets holds nobody or enough. Where a figure says that nobody is, there is no atom: that is
/// known as well.
pub fn every_set_is_safe(people: impl Iterator<Item = (Atom, usize)>, threshold: Threshold) -> bool {
    let mut atoms: BTreeMap<Atom, usize> = BTreeMap::new();
    people.for_each(|(atom, count)| *atoms.entry(atom).or_default() += count);
    loop {
        let counts: Vec<usize> = atoms.values().copied().collect();
        let mut known_empty = vec![false; counts.len()];
        let mut is_each_safe = true;
        let sets = each_set(&atoms, |set| {
            let count: usize = set.iter().zip(&counts).filter(|(is_in, _)| **is_in).map(|(_, count)| count).sum();
            is_each_safe &= is_safe(count, threshold);
            if count == 0 {
                known_empty.iter_mut().zip(set).for_each(|(empty, is_in)| *empty |= is_in);
            }
            is_each_safe
        });
        if !sets || !is_each_safe {
            return false;
        }
        if !known_empty.contains(&true) {
            return true;
        }
        let mut empty = known_empty.into_iter();
        atoms.retain(|_, _| !empty.next().unwrap_or_default());
    }
}

/// Goes through every set, until told to stop; false: there are too many.
fn each_set(atoms: &BTreeMap<Atom, usize>, mut see: impl FnMut(&[bool]) -> bool) -> bool {
    let (figures, pivots) = independent(atoms);
    if figures.len() > MOST {
        return false;
    }
    let mut sum = vec![0_i64; atoms.len()];
    for choice in 1..1_u32 << figures.len() {
        // One figure changes at a time: that of the last bit that turns.
        let turned = usize::try_from(choice.trailing_zeros()).unwrap_or_default();
        let is_added = (choice ^ (choice >> 1)) >> turned & 1 == 1;
        let Some(figure) = figures.get(turned) else { continue };
        for (sum, one) in sum.iter_mut().zip(figure) {
            *sum = (*sum + if is_added { *one } else { PRIME - one }) % PRIME;
        }
        debug_assert!(pivots.iter().all(|at| sum.get(*at).is_some_and(|sum| *sum <= 1)));
        if sum.iter().all(|one| *one <= 1) {
            let set: Vec<bool> = sum.iter().map(|one| *one == 1).collect();
            if !see(&set) {
                break;
            }
        }
    }
    true
}

/// Figures from which all others are made, each alone on an atom where the others count nothing; and these atoms.
fn independent(atoms: &BTreeMap<Atom, usize>) -> (Vec<Vec<i64>>, Vec<usize>) {
    let blocks: BTreeSet<(usize, usize)> =
        atoms.keys().flat_map(|atom| atom.iter().enumerate().map(|(line, block)| (line, *block))).collect();
    let (mut figures, mut pivots): (Vec<Vec<i64>>, Vec<usize>) = (Vec::new(), Vec::new());
    for (line, block) in blocks {
        let mut figure: Vec<i64> = atoms.keys().map(|atom| i64::from(atom.get(line) == Some(&block))).collect();
        for (known, pivot) in figures.iter().zip(&pivots) {
            let times = figure.get(*pivot).copied().unwrap_or_default();
            take_away(&mut figure, known, times);
        }
        let Some((pivot, leading)) = figure.iter().copied().enumerate().find(|(_, one)| *one != 0) else { continue };
        let inverse = inverse(leading);
        figure.iter_mut().for_each(|one| *one = *one * inverse % PRIME);
        for known in &mut figures {
            let times = known.get(pivot).copied().unwrap_or_default();
            take_away(known, &figure, times);
        }
        figures.push(figure);
        pivots.push(pivot);
    }
    (figures, pivots)
}

fn take_away(from: &mut [i64], figure: &[i64], times: i64) {
    from.iter_mut().zip(figure).for_each(|(one, other)| *one = (*one + (PRIME - times) * other) % PRIME);
}

/// By Fermat: to the power of the prime less two.
fn inverse(number: i64) -> i64 {
    let (mut power, mut base, mut exponent) = (1, number % PRIME, PRIME - 2);
    while exponent > 0 {
        if exponent & 1 == 1 {
            power = power * base % PRIME;
        }
        base = base * base % PRIME;
        exponent >>= 1;
    }
    power
}

#[cfg(test)]
mod tests {
    use super::*;

    fn safe(people: &[([usize; 2], usize)]) -> bool {
        every_set_is_safe(people.iter().map(|(atom, count)| (atom.to_vec(), *count)), Threshold::new(5))
    }

    #[test]
    fn two_lines_that_cross_everywhere_tell_their_own_blocks_only() {
        assert!(safe(&[([0, 0], 1), ([0, 1], 9), ([1, 0], 8), ([1, 1], 2)]));
        assert!(!safe(&[([0, 0], 1), ([0, 1], 3), ([1, 0], 8), ([1, 1], 9)]), "a block is too small by itself");
    }

    #[test]
    fn a_set_that_lies_in_another_is_subtracted_from_it() {
        // Everybody of the first block of one line is in the first block of the other.
        let nested = |difference: usize| safe(&[([0, 0], 6), ([1, 0], difference), ([1, 1], 10)]);
        assert_eq!([0, 1, 4, 5].map(nested), [true, false, false, true]);
    }

    #[test]
    fn what_is_known_to_be_empty_makes_others_nest() {
        // The second block of the second line holds nobody: what crosses it is gone.
        let three = |few: usize| {
            let people = [([0, 0, 0], 7), ([0, 1, 1], 0), ([1, 0, 0], few), ([1, 0, 1], 9)];
            every_set_is_safe(people.into_iter().map(|(atom, count)| (atom.to_vec(), count)), Threshold::new(5))
        };
        assert_eq!([2, 6].map(three), [false, true]);
    }
}
