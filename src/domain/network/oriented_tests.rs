use super::*;
use StructureKind::{Mde, MissionLocale, Pie, Siae};
use proptest::prelude::*;

fn counted(from: StructureKind, to: StructureKind, people: &[usize]) -> Vec<Oriented> {
    let one = |people: &usize| Oriented {
        id: OrientedId::new("o").unwrap(),
        from: Some(from),
        to: Some(to),
        people: Some(*people),
    };
    people.iter().map(one).collect()
}

fn shown(counted: &[Oriented]) -> (Vec<Count>, Count) {
    let flows = flows(counted, Threshold::default()).unwrap();
    (flows.flows.iter().map(|flow| flow.people).collect(), flows.people)
}

#[test]
fn too_few_counts_say_nothing() {
    let few = counted(Pie, Siae, &[20, 20, 20, 20]);
    assert_eq!(flows(&few, Threshold::default()), Err(TooFew { received: 4, needed: 5 }));
    assert!(flows(&few, Threshold::new(1)).is_ok(), "a preference, never under three");
    assert_eq!(flows(&few[..2], Threshold::new(1)), Err(TooFew { received: 2, needed: 3 }));
}

#[test]
fn what_is_small_is_hidden_with_what_would_give_it() {
    use Count::Hidden;
    let step = |people: usize| Count::Between(people / 5 * 5, people / 5 * 5 + 4);
    let of = |flows: &[(StructureKind, &[usize])]| -> Vec<Oriented> {
        flows.iter().flat_map(|(to, people)| counted(Pie, *to, people)).collect()
    };
    for (all, expected) in [
        (of(&[(Pie, &[2, 2, 2]), (Siae, &[3, 3, 3])]), (vec![step(6), step(9)], step(15))),
        // One alone would be the total less the others.
        (of(&[(Pie, &[1, 1, 1]), (Siae, &[3, 3, 3]), (Mde, &[9, 9, 9])]), (vec![Hidden, Hidden, step(27)], step(39))),
        // Many people, but two counts only: each of the two knows the other's.
        (of(&[(Pie, &[20, 20]), (Siae, &[2, 2, 2]), (Mde, &[9, 9, 9])]), (vec![Hidden, Hidden, step(27)], step(73))),
        (of(&[(Pie, &[20, 20, 20, 20, 20])]), (vec![step(100)], step(100))),
        (of(&[(Pie, &[1, 1, 1, 1]), (Siae, &[9])]), (vec![Hidden, Hidden], step(13))),
        // Nothing to hide it behind: nor is the total given.
        (of(&[(Pie, &[60]), (Siae, &[60, 60, 60, 60])]), (vec![Hidden, Hidden], step(300))),
        (counted(Pie, Siae, &[1, 1, 1, 1, 1]), (vec![step(5)], step(5))),
    ] {
        assert_eq!(shown(&all), expected);
    }
}

#[test]
fn what_cannot_be_read_is_not_counted() {
    let mut all = counted(Pie, Siae, &[2, 2, 2, 2, 2]);
    all.push(Oriented { from: None, ..all[0].clone() });
    all.push(Oriented { people: None, ..all[0].clone() });
    assert_eq!(shown(&all), (vec![Count::Between(10, 14)], Count::Between(10, 14)));
}

fn any_counted() -> impl Strategy<Value = Vec<Oriented>> {
    let kinds = || proptest::sample::select(vec![Pie, Siae, Mde, MissionLocale]);
    let one = (kinds(), kinds(), 1_usize..12).prop_map(|(from, to, people)| counted(from, to, &[people]).remove(0));
    proptest::collection::vec(one, 0..60)
}

proptest! {
    #[test]
    fn nothing_that_is_shown_gives_what_is_hidden(all in any_counted(), threshold in 0_u8..9) {
        let threshold = Threshold::new(threshold);
        let Ok(shown) = flows(&all, threshold) else { return Ok(()) };
        let of = |flow: &Flow| {
            let those = all.iter().filter(|one| one.from == Some(flow.from) && one.to == Some(flow.to));
            those.fold((0, 0), |(people, counts), one| (people + one.people.unwrap(), counts + 1))
        };
        let is_enough = |(people, counts): (usize, usize)| people >= threshold.number() && counts >= 3;
        let mut hidden = (0, 0);
        let mut number = 0;
        for flow in &shown.flows {
            match flow.people {
                Count::Between(least, most) => {
                    prop_assert!((least..=most).contains(&of(flow).0) && least >= threshold.number());
                    prop_assert_eq!(most - least + 1, threshold.number());
                    prop_assert!(is_enough(of(flow)));
                }
                Count::Hidden => {
                    hidden = (hidden.0 + of(flow).0, hidden.1 + of(flow).1);
                    number += 1;
                }
            }
        }
        if let Count::Between(least, most) = shown.people {
            prop_assert!((least..=most).contains(&all.iter().filter_map(|one| one.people).sum::<usize>()));
            prop_assert!(number == 0 || (number > 1 && is_enough(hidden)), "what is left is a group too");
        }
    }

    /// Whoever keeps two tables subtracts them: what one participant added in between may always have been enough people.
    #[test]
    fn what_one_adds_is_not_worked_out(all in any_counted(), added in 1_usize..12) {
        let mut later = all.clone();
        later.extend(counted(Pie, Siae, &[added]));
        let threshold = Threshold::default();
        let (Ok(before), Ok(after)) = (flows(&all, threshold), flows(&later, threshold)) else { return Ok(()) };
        let of = |flows: &Flows| flows.flows.iter().find(|flow| (flow.from, flow.to) == (Pie, Siae)).map(|flow| flow.people);
        for (before, after) in [(of(&before), of(&after)), (Some(before.people), Some(after.people))] {
            if let (Some(Count::Between(least, most)), Some(Count::Between(least_after, most_after))) = (before, after) {
                let (fewest, many) = (least_after.saturating_sub(most), most_after - least);
                prop_assert!((fewest..=many).contains(&added) && many - fewest + 1 >= threshold.number());
            }
        }
    }
}
