//! How the group sees itself before the day and after it, objective by objective: only those who said both are compared.

use super::blocks::{Block, blocks, every_cut};
use super::debrief::{Threshold, TooFew};
use super::seat::Seat;
use super::sets::every_set_is_safe;
use super::work::{Grade, Moment, Positioning};
use crate::domain::curriculum::objective::{Objective, ObjectiveId, Objectives};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// The group's way on every objective.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress<'a> {
    /// Those who said something at both moments: the only ones compared.
    pub both: usize,
    /// Those who said something at one moment only.
    pub before_only: usize,
    pub after_only: usize,
    /// From how many the group is shown.
    pub needed: usize,
    pub objectives: Vec<ObjectiveProgress<'a>>,
}

/// The group's way on one objective.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ObjectiveProgress<'a> {
    pub objective: &'a Objective,
    /// How many said both; nothing more is told when they are too few.
    pub compared: Result<Compared, TooFew>,
}

/// Those who said both, counted: no block of them is smaller than the threshold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Compared {
    pub participants: usize,
    /// By ranks of [`Grade::ALL`].
    pub before: Vec<Block>,
    pub after: Vec<Block>,
    /// Further, at the same point, less far.
    pub ways: Vec<Block>,
}

impl<'a> Progress<'a> {
    /// Compares what was handed in, one for each seat and each moment.
    pub fn of<'w>(
        objectives: &'a Objectives,
        positionings: impl IntoIterator<Item = (Seat, &'w Positioning)>,
        threshold: Threshold,
    ) -> Self {
        let mut seats: BTreeMap<Seat, BTreeMap<Moment, &Positioning>> = BTreeMap::new();
        for (seat, positioning) in positionings {
            seats.entry(seat).or_default().insert(positioning.moment, positioning);
        }
        let only = |moment| seats.values().filter(|said| said.len() == 1 && said.contains_key(&moment)).count();
        let said = |id: &ObjectiveId| {
            let pairs = seats.values().filter_map(|said| {
                let of = |moment| said.get(&moment)?.levels.get(id).copied();
                Some((of(Moment::Before)?, of(Moment::After)?))
            });
            pairs.collect::<Vec<_>>()
        };
        let needed = threshold.number();
        let objectives = objectives.iter().map(|objective| {
            let pairs = said(&objective.id);
            let received = pairs.len();
            let compared = (received >= needed).then(|| compare(&pairs, threshold));
            ObjectiveProgress { objective, compared: compared.ok_or(TooFew { received, needed }) }
        });
        Self {
            both: seats.values().filter(|said| said.len() == Moment::ALL.len()).count(),
            before_only: only(Moment::Before),
            after_only: only(Moment::After),
            needed,
            objectives: objectives.collect(),
        }
    }
}

/// The way is told first; before and after, in as many blocks as it leaves, so that no set of people that comes out of the
/// three is too small: the way follows from the two others.
fn compare(pairs: &[(Grade, Grade)], threshold: Threshold) -> Compared {
    let mut ways = [0; 3];
    let mut atoms = Vec::new();
    for (before, from) in Grade::ALL.into_iter().enumerate() {
        for (after, to) in Grade::ALL.into_iter().enumerate() {
            let count = pairs.iter().filter(|pair| **pair == (from, to)).count();
            // Further, at the same point, less far.
            let way = usize::from(to <= from) + usize::from(to < from);
            ways.iter_mut().skip(way).take(1).for_each(|sum| *sum += count);
            atoms.push(([before, after, way], count));
        }
    }
    let ways = blocks(&ways, threshold);
    let count = |side: fn(&(Grade, Grade)) -> Grade| {
        Grade::ALL.map(|grade| pairs.iter().filter(|pair| side(pair) == grade).count())
    };
    let [of_before, of_after] = [count(|pair| pair.0), count(|pair| pair.1)];
    let before = every_cut(&of_before);
    let mut cuts: Vec<[Vec<Block>; 2]> =
        before.flat_map(|one| every_cut(&of_after).map(move |other| [one.clone(), other])).collect();
    // Many blocks first, and as many before as after; of these, those that part the last ones.
    cuts.reverse();
    cuts.sort_by_key(|[one, other]| (Reverse(one.len() + other.len()), one.len().abs_diff(other.len())));
    let is_safe = |[one, other]: &[Vec<Block>; 2]| {
        let told = [one, other, &ways];
        let atom = |(ranks, count): &([usize; 3], usize)| {
            let places = told.iter().zip(ranks).map(|(blocks, rank)| place(blocks, *rank));
            (places.collect(), *count)
        };
        every_set_is_safe(atoms.iter().map(atom), threshold)
    };
    // The last cut, all in one block, tells no more than how many there are.
    let [before, after] = cuts.iter().find(|cut| is_safe(cut)).or(cuts.last()).cloned().unwrap_or_default();
    Compared { participants: pairs.len(), before, after, ways }
}

/// In which block a rank falls.
fn place(blocks: &[Block], rank: usize) -> usize {
    blocks.iter().position(|block| (block.from..=block.to).contains(&rank)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::objectives::objectives;

    fn positioning(moment: Moment, grades: &[(&str, Grade)]) -> Positioning {
        let levels = grades.iter().map(|(id, grade)| (ObjectiveId::new(id).unwrap(), *grade)).collect();
        Positioning { moment, levels }
    }

    #[test]
    fn only_those_who_said_both_are_compared() {
        use Grade::{Discovers, Explains, Knows, Uses};
        let said: [(Option<Grade>, Option<Grade>); 5] = [
            (Some(Discovers), Some(Uses)),
            (Some(Knows), Some(Knows)),
            (Some(Uses), Some(Knows)),
            (Some(Discovers), Some(Explains)),
            (Some(Explains), None),
        ];
        let all: Vec<(Seat, Positioning)> = (1..)
            .zip(said)
            .flat_map(|(number, (before, after))| {
                let of = |moment, grade: Option<Grade>| Some(positioning(moment, &[("pix", grade?)]));
                let both = [of(Moment::Before, before), of(Moment::After, after)];
                both.into_iter().flatten().map(move |one| (Seat::new(number).unwrap(), one))
            })
            .collect();
        let given = |count: usize| all.iter().map(|(seat, one)| (*seat, one)).take(count);
        let progress = Progress::of(objectives().unwrap(), given(9), Threshold::new(4));
        let of =
            |id: &str| progress.objectives.iter().find(|one| one.objective.id.as_str() == id).unwrap().compared.clone();
        let compared = of("pix").unwrap();
        assert_eq!((progress.both, progress.before_only, progress.after_only), (4, 1, 0));
        let block = |from, to, count| Block { from, to, count };
        // Two, one, one and nobody before; nobody, two, one and one after; two further, one at the same point, one less far.
        assert_eq!(
            compared,
            Compared {
                participants: 4,
                before: vec![block(0, 2, 4), block(3, 3, 0)],
                after: vec![block(0, 0, 0), block(1, 3, 4)],
                ways: vec![block(0, 2, 4)],
            }
        );
        assert_eq!(of("map"), Err(TooFew { received: 0, needed: 4 }));
        let strict = Progress::of(objectives().unwrap(), given(9), Threshold::new(5));
        assert!(strict.objectives.iter().all(|one| one.compared.is_err()));
        // The third one has said their morning only.
        let fewer = Progress::of(objectives().unwrap(), given(5), Threshold::new(3));
        assert_eq!((fewer.both, fewer.before_only, fewer.after_only, fewer.needed), (2, 1, 0, 3));
        assert!(fewer.objectives.iter().all(|one| one.compared.is_err()));
    }

    #[test]
    fn the_way_and_what_was_said_before_and_after_tell_no_small_group_together() {
        use Grade::{Discovers, Explains, Knows};
        // Nobody can go further than the last grade: of the six at the first, those who did not go further would be known.
        let pairs = |few: usize| {
            let all = [(Discovers, Knows, 5), (Discovers, Discovers, few), (Explains, Explains, 6)];
            let all = all.into_iter().flat_map(|(from, to, count)| vec![(from, to); count]);
            compare(&all.collect::<Vec<_>>(), Threshold::new(5))
        };
        // Two grades together: somebody could go further from the lower one.
        assert_eq!(pairs(1).before.last(), Some(&Block { from: 2, to: 3, count: 6 }));
        assert_eq!(pairs(1).ways.iter().map(|block| block.count).collect::<Vec<_>>(), [5, 7, 0]);
        assert_eq!(pairs(5).before.iter().map(|block| block.count).collect::<Vec<_>>(), [10, 0, 0, 6]);
    }
}
