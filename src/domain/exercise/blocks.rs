//! Counts of a small group, told so that none of them says what fewer people than the threshold answered.

use super::debrief::Threshold;

/// Neighbours that are counted together, by their ranks, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    pub from: usize,
    pub to: usize,
    pub count: usize,
}

impl Block {
    /// Whether it tells of one rank alone.
    pub fn is_apart(self) -> bool {
        self.from == self.to
    }

    pub fn width(self) -> usize {
        self.to - self.from + 1
    }
}

/// Counts in as many blocks as can be, each of which holds nobody or enough: since they follow one another and their sum is
/// known, nothing smaller comes out of a subtraction. All of them together are enough.
pub fn blocks(counts: &[usize], threshold: Threshold) -> Vec<Block> {
    let told = every_cut(counts).filter(|cut| cut.iter().all(|block| is_safe(block.count, threshold)));
    // Of as many blocks, those that part the last ones.
    let best = told.enumerate().max_by_key(|(nth, cut)| (cut.len(), *nth));
    best.map_or_else(|| every_cut(counts).take(1).flatten().collect(), |(_, cut)| cut)
}

/// Nobody, or enough of them.
pub fn is_safe(count: usize, threshold: Threshold) -> bool {
    count == 0 || count >= threshold.number()
}

/// Every way to count neighbours together, from all in one.
pub fn every_cut(counts: &[usize]) -> impl Iterator<Item = Vec<Block>> {
    let gaps = counts.len().saturating_sub(1).min(16);
    // Each bit that is set parts two neighbours.
    let cut = move |mask: u32| {
        let mut blocks: Vec<Block> = Vec::new();
        for (rank, count) in counts.iter().enumerate() {
            match blocks.last_mut().filter(|_| rank > gaps || rank > 0 && mask >> (rank - 1) & 1 == 0) {
                Some(block) => {
                    block.to = rank;
                    block.count += count;
                }
                None => blocks.push(Block { from: rank, to: rank, count: *count }),
            }
        }
        blocks
    };
    (0..1_u32 << gaps).map(cut)
}

/// The mean rank, in hundredths, each block counting for its middle: it says nothing that the blocks do not. None when they
/// say nothing, all ranks being counted together.
pub fn middle(blocks: &[Block]) -> Option<usize> {
    if let [all] = blocks
        && !all.is_apart()
    {
        return None;
    }
    let people: usize = blocks.iter().map(|block| block.count).sum();
    let ranks: usize = blocks.iter().map(|block| block.count * (block.from + block.to)).sum();
    (50 * ranks + people / 2).checked_div(people)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn told(counts: &[usize], least: u8) -> Vec<(usize, usize, usize)> {
        let blocks = blocks(counts, Threshold::new(least));
        blocks.into_iter().map(|block| (block.from, block.to, block.count)).collect()
    }

    #[test]
    fn neighbours_are_joined_until_nobody_stands_alone() {
        for (counts, least, expected) in [
            (&[5, 0, 7, 0][..], 5, &[(0, 0, 5), (1, 1, 0), (2, 2, 7), (3, 3, 0)][..]),
            (&[1, 6, 0, 5], 5, &[(0, 1, 7), (2, 2, 0), (3, 3, 5)]),
            (&[3, 1, 1, 0], 4, &[(0, 2, 5), (3, 3, 0)]),
            (&[1, 1, 1, 0], 3, &[(0, 2, 3), (3, 3, 0)]),
            (&[2, 2, 2, 2], 5, &[(0, 3, 8)]),
            (&[2, 2, 2], 3, &[(0, 2, 6)]),
        ] {
            assert_eq!(told(counts, least), expected, "{counts:?}");
        }
    }

    #[test]
    fn the_middle_is_made_of_what_is_told() {
        let of = |counts: &[usize]| middle(&blocks(counts, Threshold::new(3)));
        assert_eq!(of(&[3, 3, 3, 3]), Some(150));
        // The two first count for their middle: (3 × 0,5 + 3 × 2) / 6.
        assert_eq!(of(&[1, 2, 3, 0]), Some(125));
        assert_eq!(of(&[1, 1, 1, 1]), None);
        assert_eq!(middle(&[]), None);
    }

    proptest! {
        #[test]
        fn no_union_nor_difference_of_blocks_tells_a_small_group(
            counts in prop::collection::vec(0..9_usize, 1..6), least in 3..8_u8
        ) {
            let threshold = Threshold::new(least);
            let whole: usize = counts.iter().sum();
            // Too few are not told at all.
            if whole < threshold.number() {
                return Ok(());
            }
            let blocks = blocks(&counts, threshold);
            prop_assert_eq!(blocks.iter().map(|block| block.count).sum::<usize>(), whole);
            prop_assert_eq!(blocks.iter().map(|block| block.width()).sum::<usize>(), counts.len());
            for mask in 0..1_u32 << blocks.len() {
                let chosen = (0..).zip(&blocks).filter(|(nth, _)| mask >> nth & 1 == 1);
                let sum: usize = chosen.map(|(_, block)| block.count).sum();
                prop_assert!(sum == 0 || sum >= threshold.number());
                prop_assert!(whole == sum || whole - sum >= threshold.number());
            }
        }
    }
}
