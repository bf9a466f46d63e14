//! How the group sees itself before the day and after it, objective by objective: only those who said both are compared.

use super::blocks::{Block, blocks};
use super::debrief::{Threshold, TooFew};
use super::seat::Seat;
use super::work::{Grade, Moment, Positioning};
use crate::domain::curriculum::objective::{Objective, ObjectiveId, Objectives};
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

fn compare(pairs: &[(Grade, Grade)], threshold: Threshold) -> Compared {
    let count = |side: fn(&(Grade, Grade)) -> Grade| {
        let counts = Grade::ALL.map(|grade| pairs.iter().filter(|pair| side(pair) == grade).count());
        blocks(&counts, threshold)
    };
    let further = pairs.iter().filter(|(before, after)| after > before).count();
    let same = pairs.iter().filter(|(before, after)| after == before).count();
    Compared {
        participants: pairs.len(),
        before: count(|pair| pair.0),
        after: count(|pair| pair.1),
        ways: blocks(&[further, same, pairs.len() - further - same], threshold),
    }
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
}
