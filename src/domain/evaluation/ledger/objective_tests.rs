//! The lines of one objective follow from one another: what is told of before, of after and of the way is put together.

use super::*;
use crate::domain::curriculum::objective::ObjectiveId;
use crate::domain::evaluation::measure::{of_objectives, way};
use crate::domain::exercise::blocks::is_safe;
use crate::domain::exercise::work::{Grade, Moment};
use proptest::prelude::*;

fn objective() -> ObjectiveId {
    ObjectiveId::new("pix").unwrap()
}

fn measures() -> Vec<Measure> {
    let all = of_objectives(crate::content::objectives::objectives().unwrap());
    let of_it = |measure: &Measure| match &measure.about {
        About::Positioned(_, id) | About::Way(id) => *id == objective(),
        _ => false,
    };
    all.into_iter().filter(of_it).collect()
}

/// Somebody who said these ranks before and after; 4: nothing.
fn place(id: usize, session: usize, ranks: [usize; 2]) -> Unit {
    let grades = ranks.map(|rank| Grade::ALL.get(rank).copied());
    let mut said = BTreeMap::new();
    for (moment, grade) in [Moment::Before, Moment::After].into_iter().zip(grades) {
        said.extend(grade.map(|grade| (About::Positioned(moment, objective()), Category::Grade(grade))));
    }
    said.extend(way(grades[0], grades[1]).map(|way| (About::Way(objective()), way)));
    let session = SessionId::new(&format!("s{session}")).unwrap();
    Unit { id: format!("u{id}"), session, said, unasked: BTreeSet::new() }
}

/// The people of a batch who said some ranks: a bit each.
type Group = [u64; 4];

fn set(atoms: impl Iterator<Item = usize>) -> Group {
    let mut group = [0; 4];
    atoms.for_each(|at| group[at / 64] |= 1 << (at % 64));
    group
}

fn both(one: &Group, other: &Group, join: impl Fn(u64, u64) -> u64) -> Group {
    std::array::from_fn(|at| join(one[at], other[at]))
}

/// Every group that a ledger tells, and how many are in each atom.
fn told(ledger: &Ledger, weights: &mut BTreeMap<usize, usize>) -> BTreeSet<Group> {
    let place = |about: About| ledger.lines.iter().position(|line| line.about == about).unwrap();
    let [before, after] = [Moment::Before, Moment::After].map(|moment| place(About::Positioned(moment, objective())));
    let of_way = place(About::Way(objective()));
    weights.clear();
    for (batch, one) in ledger.batches.iter().enumerate() {
        for (one, other) in one.ranks(before).zip(one.ranks(after)) {
            *weights.entry(batch * 25 + one * 5 + other).or_default() += 1;
        }
    }
    let way_of = |one: usize, other: usize| match (one, other) {
        (4, _) | (_, 4) => 3,
        _ if other > one => 0,
        _ if other == one => 1,
        _ => 2,
    };
    let group = |nth: usize, batches: &BTreeSet<usize>, block: &[u8]| {
        let is_in = |at: &usize| {
            let (one, other) = (at % 25 / 5, at % 5);
            let rank = if nth == before {
                one
            } else if nth == after {
                other
            } else {
                way_of(one, other)
            };
            block.iter().any(|known| usize::from(*known) == rank)
        };
        set(batches.iter().flat_map(|batch| (0..25).map(move |at| batch * 25 + at)).filter(is_in))
    };
    let mut groups = BTreeSet::new();
    for nth in [before, after, of_way] {
        let line = &ledger.lines[nth];
        for batch in 0..ledger.batches.len() {
            groups.insert(group(nth, &[batch].into(), &[0, 1, 2, 3, 4]));
        }
        for row in &line.rows {
            groups.extend(line.coarse.iter().map(|block| group(nth, &row.batches, block)));
        }
        for detail in &line.details {
            groups.extend(detail.blocks.iter().map(|block| group(nth, &detail.batches, block)));
        }
    }
    groups
}

fn people(group: &Group, weights: &BTreeMap<usize, usize>) -> usize {
    weights.iter().filter(|(at, _)| group[**at / 64] >> (**at % 64) & 1 == 1).map(|(_, count)| count).sum()
}

/// Everything that comes out by subtracting and adding, again and again; where nobody is, nothing is.
fn deduced(told: &BTreeSet<Group>, weights: &BTreeMap<usize, usize>, most: usize) -> BTreeSet<Group> {
    let none = told.iter().filter(|group| people(group, weights) == 0);
    let empty = none.fold([0; 4], |all, group| both(&all, group, |one, other| one | other));
    let mut known: BTreeSet<Group> = told.iter().map(|group| both(group, &empty, |one, empty| one & !empty)).collect();
    for _ in 0..3 {
        let now: Vec<Group> = known.iter().copied().collect();
        for one in &now {
            for other in &now {
                if known.len() > most {
                    return known;
                }
                let shared = both(one, other, |one, other| one & other);
                if shared == *one {
                    known.insert(both(one, other, |one, other| other & !one));
                } else if shared == [0; 4] {
                    known.insert(both(one, other, |one, other| one | other));
                }
            }
        }
    }
    known
}

fn publish(ledger: &Ledger, places: Vec<Unit>, threshold: Threshold, detailed: bool) -> Ledger {
    let on = NaiveDate::from_ymd_opt(2022, 4, 1).unwrap();
    ledger.publish(&Population { measures: measures(), units: places }, threshold, detailed, on)
}

/// The blocks of each line, as they are told of everybody: before, after, way.
fn shown(ledger: &Ledger) -> Vec<Vec<usize>> {
    let told = ledger.lines.iter().map(|line| ledger.of_all(line).map(|told| told.blocks));
    told.map(|blocks| blocks.unwrap_or_default().iter().map(|block| block.count).collect()).collect()
}

#[test]
fn the_way_is_told_and_before_and_after_as_far_as_it_leaves_nobody_alone() {
    // 20 at the first grade, of whom 18 went further and two said nothing after; the others cannot go further.
    let ranks = |nth: usize| match nth {
        0..18 => [0, 1 + nth % 3],
        18..20 => [0, 4],
        _ => [3, 3],
    };
    let places = (0..60).map(|nth| place(nth, nth / 12, ranks(nth))).collect();
    let ledger = publish(&Ledger::default(), places, Threshold::new(5), true);
    let [before, _, way] = shown(&ledger).try_into().unwrap();
    assert_eq!(way, [18, 42], "two said nothing: they are told with those who stayed");
    // Were the third grade told apart from the last, nobody but those of the first could have gone further: 20 less 18.
    assert_eq!(before, [20, 0, 40, 0]);
}

#[test]
fn people_who_spread_are_told_in_detail() {
    // As a whole cycle: most go one grade further, some stay, some step back.
    let ranks = |nth: usize| {
        let before = [0, 0, 0, 1, 1, 1, 2, 2, 3, 1][nth % 10];
        let step = [1, 1, 0, 2, 1, 0, 1][nth % 7];
        [before, (before + step).min(3)]
    };
    let places = (0..144).map(|nth| place(nth, nth / 12, ranks(nth))).collect();
    let ledger = publish(&Ledger::default(), places, Threshold::new(5), true);
    let [before, after, way] = shown(&ledger).try_into().unwrap();
    assert!(way.len() > 1 && before.len() > 2 && after.len() > 2, "{before:?} {after:?} {way:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Before, after and way together, over every synthesis: no group that can be worked out is too small.
    #[test]
    fn no_difference_between_before_after_and_way_is_under_the_threshold(
        least in 3..6_u8,
        said in prop::collection::vec((0..3_usize, 0..3_usize, 0..5_usize, 0..7_usize), 0..110),
        detailed in prop::array::uniform3(any::<bool>()),
    ) {
        let threshold = Threshold::new(least);
        let mut ledger = Ledger::default();
        let (mut groups, mut weights) = (BTreeSet::new(), BTreeMap::new());
        for (wave, detailed) in detailed.into_iter().enumerate() {
            let come = said.iter().enumerate().filter(|(_, (of, ..))| *of <= wave);
            // Small groups come out of habits: most go one grade further.
            let ranks = |before: usize, step: usize| [before, [before + 1, before + 1, before, before + 2, 0, 4, 4][step].min(4)];
            let places = come.map(|(id, (_, session, before, step))| place(id, *session, ranks(*before, *step)));
            ledger = publish(&ledger, places.collect(), threshold, detailed);
            prop_assume!(ledger.batches.len() <= 10);
            groups.extend(told(&ledger, &mut weights));
        }
        for group in deduced(&groups, &weights, 2_000) {
            let count = people(&group, &weights);
            prop_assert!(is_safe(count, threshold), "{} of {:?}", count, shown(&ledger));
        }
    }
}
