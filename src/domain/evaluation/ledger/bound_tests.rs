//! Bounds: what is told of a group that waits, and what all of them leave possible once they are put together.

use super::tests::{content, day, names, population, room, told};
use super::*;
use proptest::prelude::*;

#[test]
fn a_group_that_nothing_takes_in_is_told_by_a_bound_that_is_the_same_whatever_was_said() {
    let bounds = (0..=12).map(|others| {
        let units = population(room(1, [12 - others, 0, others, 0, 0]));
        let ledger = Ledger::default().publish(&units, Threshold::new(5), true, day());
        let line = ledger.line(&content()).unwrap();
        let waits = ledger.waits(line);
        assert_eq!(waits.is_some(), ledger.by_group(line).is_empty() && ledger.of_all(line).is_none());
        waits.map(|waits| (waits.base, waits.bound))
    });
    let bounds: Vec<_> = bounds.collect();
    let (most, least) = (Some((12, Some(Bound::AtLeast(8)))), Some((12, Some(Bound::AtMost(4)))));
    assert_eq!(bounds[0..6], [None, most, most, most, most, None]);
    assert_eq!(bounds[7..13], [None, least, least, least, least, None]);
    // Of eight, both blocks may hold four: that there are too few in both would tell it.
    let eight = Ledger::default().publish(&population(room(1, [4, 0, 4, 0, 0])), Threshold::new(5), true, day());
    let waits = eight.waits(eight.line(&content()).unwrap()).unwrap();
    assert_eq!((waits.base, waits.bound), (8, None));
}

#[test]
fn a_group_that_waited_is_told_with_others_unless_what_is_left_would_tell_it() {
    let first = room(1, [4, 4, 4, 0, 0]);
    let before = Ledger::default().publish(&population(first.clone()), Threshold::new(5), false, day());
    let later = |counts| {
        let units = [first.clone(), room(2, counts)].concat();
        let ledger = before.publish(&population(units), Threshold::new(5), false, day());
        let line = ledger.line(&content()).unwrap();
        let told: Vec<_> = ledger.by_group(line).iter().map(|one| (names(&one.sessions).len(), told(one))).collect();
        (told, ledger.waits(line).and_then(|waits| waits.bound))
    };
    // Five who are all little content: nine in all, of whom five at least are these.
    assert_eq!(later([0, 0, 5, 0, 0]), (vec![(1, vec![0, 5])], Some(Bound::AtLeast(8))));
    assert_eq!(later([1, 0, 5, 0, 0]), (vec![(2, vec![9, 9])], None));
    assert_eq!(later([6, 0, 6, 0, 0]), (vec![(2, vec![14, 10])], None));
    assert_eq!(later([6, 6, 0, 0, 0]), (vec![(1, vec![12, 0])], Some(Bound::AtLeast(8))));
}

/// What a bound says of a group: its batches, how many they are, between what and what its first block is.
pub(super) type Said = (BTreeSet<usize>, usize, usize, usize);

/// The group that waits, with its bound; without one, anything is possible of it.
fn waits(ledger: &Ledger, nth: usize) -> Option<(Said, bool)> {
    let line = &ledger.lines[nth];
    let waits = ledger.waits(line)?;
    let told = line.told();
    let among =
        (0..ledger.batches.len()).filter(|at| ledger.batches[*at].was_asked(nth) && !told.contains(at)).collect();
    let (from, to) = match waits.bound {
        Some(Bound::AtLeast(least)) => (least, waits.base),
        Some(Bound::AtMost(most)) => (0, most),
        None => (0, waits.base),
    };
    Some(((among, waits.base, from, to), waits.bound.is_some()))
}

pub(super) fn said(ledger: &Ledger, nth: usize) -> Option<Said> {
    waits(ledger, nth).filter(|(_, is_bound)| *is_bound).map(|(said, _)| said)
}

/// Every bound that was told of groups that end in one: what is left possible of each, once all is put together.
fn narrowed(mut chain: Vec<Said>) -> Vec<Said> {
    chain.sort_by_key(|(batches, ..)| batches.len());
    assert!(chain.windows(2).all(|two| two[0].0.is_subset(&two[1].0)), "what waited together never parts");
    for _ in 0..=chain.len() {
        for at in 1..chain.len() {
            let (one, other) = (chain[at - 1].clone(), chain[at].clone());
            let more = other.1 - one.1;
            chain[at].2 = other.2.max(one.2);
            chain[at].3 = other.3.min(one.3 + more);
            chain[at - 1].2 = one.2.max(other.2.saturating_sub(more));
            chain[at - 1].3 = one.3.min(other.3);
        }
    }
    chain
}

/// No bound leaves one value only to what is too small, neither in a group nor in what joined it.
pub(super) fn leaves_all_open(ledger: &Ledger, nth: usize, bounds: &BTreeSet<Said>) -> Result<(), TestCaseError> {
    let line = &ledger.lines[nth];
    let exact = line.rows.iter().map(|row| (row.batches.clone(), row.base(), row.counts[0], row.counts[0]));
    let wholes = exact.chain(waits(ledger, nth).map(|(group, _)| group));
    let mut seen = 0;
    for whole in wholes {
        let inside: Vec<Said> =
            bounds.iter().filter(|one| one.0.is_subset(&whole.0) && **one != whole).cloned().collect();
        seen += inside.len() + usize::from(bounds.contains(&whole));
        for (at, (batches, base, from, to)) in narrowed(inside.into_iter().chain([whole]).collect()).iter().enumerate()
        {
            let is_told = line.rows.iter().any(|row| row.batches == *batches);
            prop_assert!(is_told || from < to, "{at}: {batches:?} of {base}: {from}");
        }
    }
    prop_assert_eq!(seen, bounds.len(), "a group that waited is in a row, or waits");
    Ok(())
}
