use super::super::fixture::{day, sequence};
use super::*;
use proptest::prelude::*;

/// What is said of each sequence: « +d » added, « -c » removed, « b>a » moved after, « b=2 » changed in so many ways.
fn told(comparison: &Comparison<'_>) -> Vec<String> {
    let id = |one: &Sequence| one.root.as_str().to_owned();
    let place = |after: &Option<&Sequence>| after.map(id).unwrap_or_default();
    let said = |difference: &Difference<'_>| match difference {
        Difference::Added { sequence, after } => format!("+{}>{}", id(sequence), place(after)),
        Difference::Removed(sequence) => format!("-{}", id(sequence)),
        Difference::Changed { after, what, .. } => match what.as_slice() {
            [Change::Moved(previous)] => format!("{}>{}", id(after), place(previous)),
            others => format!("{}={}", id(after), others.len()),
        },
    };
    comparison.differences.iter().map(said).collect()
}

#[test]
fn sequences_are_matched_by_where_they_come_from() {
    let before = day(&["a", "b", "c", "d"]);
    for (after, expected) in [
        (vec!["a", "b", "c", "d"], vec![]),
        (vec!["a", "c", "d"], vec!["-b"]),
        (vec!["x", "a", "b", "c", "d"], vec!["+x>"]),
        (vec!["b", "c", "d", "a"], vec!["a>d"]),
        (vec!["d", "a", "b", "c"], vec!["d>"]),
        (vec!["d", "x", "a", "c"], vec!["d>", "+x>d", "-b"]),
    ] {
        let after = day(&after);
        assert_eq!(told(&compare(&before, &after)), expected);
    }
}

#[test]
fn two_sequences_of_one_root_are_two() {
    let before = day(&["a", "b"]);
    let mut after = day(&["a", "b"]);
    after.sequences.push(Sequence { id: SequenceId::new("z").unwrap(), ..sequence("a") });
    assert_eq!(told(&compare(&before, &after)), ["+a>b"]);
    assert_eq!(told(&compare(&after, &before)), ["-a"]);
}

#[test]
fn each_kind_of_change_is_seen() {
    let before = day(&["a"]);
    let pix = ObjectiveId::new("pix").unwrap();
    let changed = |change: &dyn Fn(&mut Sequence)| {
        let mut after = day(&["a"]);
        change(&mut after.sequences[0]);
        let comparison = compare(&before, &after);
        let [Difference::Changed { what, .. }] = comparison.differences.as_slice() else { panic!("{comparison:?}") };
        let [only] = what.as_slice() else { panic!("{what:?}") };
        format!("{only:?}").split(['(', ' ']).next().unwrap().to_owned()
    };
    assert_eq!(changed(&|one| one.title = "Autre".to_owned()), "Renamed");
    assert_eq!(changed(&|one| one.minutes = 40), "Minutes");
    assert_eq!(changed(&|one| one.least = Some(10)), "Least");
    assert_eq!(changed(&|one| one.method = Method::Case), "Method");
    assert_eq!(changed(&|one| one.active = [(pix.clone(), 10)].into()), "Active");
    assert_eq!(changed(&|one| one.assessed = [pix.clone()].into()), "Assessed");
    assert_eq!(changed(&|one| one.means = [Means::Quiz].into()), "Means");
    assert_eq!(changed(&|one| one.opens = [Opens::Glossary].into()), "Opens");
    let texts: [fn(&mut Sequence) -> &mut String; 9] = [
        |one| &mut one.aim,
        |one| &mut one.content,
        |one| &mut one.trainer,
        |one| &mut one.learners,
        |one| &mut one.support,
        |one| &mut one.materials,
        |one| &mut one.online,
        |one| &mut one.offline,
        |one| &mut one.assessment,
    ];
    for text in texts {
        assert_eq!(changed(&|one| "autre".clone_into(text(one))), "Texts");
    }
}

#[test]
fn the_day_as_a_whole_is_compared_too() {
    let before = day(&["a", "b"]);
    let mut after = day(&["a", "b"]);
    after.sequences[1].method = Method::Break;
    after.starts_at = NaiveTime::from_hms_opt(8, 30, 0).unwrap();
    let comparison = compare(&before, &after);
    assert_eq!(comparison.work_minutes, Some((60, 30)));
    assert_eq!(comparison.starts_at, Some((before.starts_at, after.starts_at)));
}

fn days() -> impl Strategy<Value = Day> {
    let one = (0_usize..7, 5_u16..60, any::<bool>());
    proptest::collection::vec(one, 0..9).prop_map(|drawn| {
        let mut of = day(&[]);
        for (nth, (root, minutes, is_break)) in drawn.into_iter().enumerate() {
            let root = SequenceId::new(&format!("r{root}")).unwrap();
            let method = if is_break { Method::Break } else { Method::Talk };
            of.sequences.push(Sequence { root, minutes, method, ..sequence(&format!("s{nth}")) });
        }
        of
    })
}

proptest! {
    #[test]
    fn a_day_changes_nothing_of_itself(of in days()) {
        prop_assert!(compare(&of, &of).is_empty());
    }

    #[test]
    fn what_is_added_is_what_the_other_way_takes_away(one in days(), other in days()) {
        let roots = |comparison: &Comparison<'_>, added: bool| {
            let root = |difference: &Difference<'_>| match difference {
                Difference::Added { sequence, .. } if added => Some(sequence.root.as_str().to_owned()),
                Difference::Removed(sequence) if !added => Some(sequence.root.as_str().to_owned()),
                _ => None,
            };
            let mut roots: Vec<String> = comparison.differences.iter().filter_map(root).collect();
            roots.sort();
            roots
        };
        let (there, back) = (compare(&one, &other), compare(&other, &one));
        prop_assert_eq!(roots(&there, true), roots(&back, false));
        prop_assert_eq!(roots(&there, false), roots(&back, true));
        let length = |of: &Day, comparison: &Comparison<'_>, added| of.sequences.len() - roots(comparison, added).len();
        prop_assert_eq!(length(&other, &there, true), length(&one, &there, false), "the others are matched one to one");
    }

    #[test]
    fn as_few_as_can_be_are_said_to_have_moved(from in 0_usize..6, to in 0_usize..6) {
        let ids = ["a", "b", "c", "d", "e", "f"];
        let mut moved = ids.to_vec();
        let one = moved.remove(from);
        moved.insert(to, one);
        let (before, after) = (day(&ids), day(&moved));
        let comparison = compare(&before, &after);
        prop_assert_eq!(comparison.differences.len(), usize::from(from != to));
    }
}
