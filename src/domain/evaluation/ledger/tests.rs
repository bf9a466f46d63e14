use super::bound_tests::{Said, leaves_all_open, said};
use super::*;
use crate::domain::evaluation::fixture::survey;
use crate::domain::evaluation::measure::of_survey;
use crate::domain::evaluation::survey::{ChoiceId, QuestionId, SurveyKind};
use crate::domain::exercise::blocks::is_safe;
use crate::domain::exercise::work::Grade;
use proptest::prelude::*;

pub(super) fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2022, 4, 1).unwrap()
}

pub(super) fn content() -> About {
    About::Question(QuestionId::new("content").unwrap())
}

fn choice(id: &str) -> Category {
    Category::Choice(ChoiceId::new(id).unwrap())
}

/// Somebody of a session who chose by rank (4: nothing said) of `content`, `pace` and `many`.
fn unit(id: usize, session: usize, said: [usize; 3]) -> Unit {
    let mut of_it = BTreeMap::new();
    let mut say = |about: &About, categories: &[Category], rank: usize| {
        of_it.extend(categories.get(rank).map(|category| (about.clone(), category.clone())));
    };
    for measure in of_survey(&survey(SurveyKind::EndOfDay)) {
        let rank = match &measure.about {
            About::Question(id) if id.as_str() == "content" => said[0],
            About::Question(_) => said[1] % 4,
            _ => said[2] % 2,
        };
        say(&measure.about, &measure.categories, rank);
    }
    let session = SessionId::new(&format!("s{session}")).unwrap();
    Unit { id: format!("u{id}"), session, said: of_it, unasked: BTreeSet::new() }
}

/// The same, in a version that does not ask `pace`.
fn shorter(unit: Unit) -> Unit {
    Unit { unasked: [About::Question(QuestionId::new("pace").unwrap())].into(), ..unit }
}

pub(super) fn population(units: Vec<Unit>) -> Population {
    Population { measures: of_survey(&survey(SurveyKind::EndOfDay)), units }
}

/// A session where so many chose each category of `content`.
pub(super) fn room(session: usize, counts: [usize; 5]) -> Vec<Unit> {
    let ranks = counts.iter().enumerate().flat_map(|(rank, count)| std::iter::repeat_n(rank, *count));
    ranks.enumerate().map(|(nth, rank)| unit(session * 100 + nth, session, [rank, 1, 0])).collect()
}

pub(super) fn told(figure: &Figure) -> Vec<usize> {
    figure.blocks.iter().map(|block| block.count).collect()
}

pub(super) fn names(sessions: &BTreeSet<SessionId>) -> Vec<&str> {
    sessions.iter().map(SessionId::as_str).collect()
}

/// How many came in and were not published.
fn not_told(ledger: &Ledger, population: &Population) -> usize {
    let coming = ledger.coming(population, Threshold::default());
    coming.next.values().chain(coming.waiting.values()).sum()
}

#[test]
fn a_group_is_told_from_the_threshold_and_others_together_or_not_at_all() {
    let units = [room(1, [6, 6, 0, 0, 0]), room(2, [2, 2, 0, 0, 0]), room(3, [0, 3, 0, 0, 0])].concat();
    let ledger = Ledger::default().publish(&population(units.clone()), Threshold::new(5), false, day());
    let groups = ledger.groups();
    let groups: Vec<_> = groups.iter().map(|(sessions, count)| (names(sessions), *count)).collect();
    assert_eq!(groups, [(vec!["s1"], 12), (vec!["s2", "s3"], 7)]);
    let few = population(units[..16].to_vec());
    let ledger = Ledger::default().publish(&few, Threshold::new(5), true, day());
    assert_eq!((ledger.whole(), not_told(&ledger, &few)), (12, 4));
    assert_eq!(Ledger::default().publish(&few, Threshold::new(4), false, day()).whole(), 16);
}

#[test]
fn small_counts_are_told_with_those_of_other_sessions() {
    // 11 of 12 are content in the first two sessions: one person would be told.
    let rooms = [[6, 5, 1, 0, 0], [5, 6, 0, 0, 1], [12, 0, 0, 0, 0], [1, 1, 3, 3, 4]];
    let units: Vec<Unit> = (1..).zip(rooms).flat_map(|(session, counts)| room(session, counts)).collect();
    let ledger = Ledger::default().publish(&population(units), Threshold::new(5), true, day());
    let line = ledger.line(&content()).unwrap();
    let figures = ledger.by_group(line);
    let shown: Vec<_> = figures.iter().map(|one| (names(&one.sessions), told(one))).collect();
    assert_eq!(shown, [(vec!["s1", "s2", "s4"], vec![24, 12]), (vec!["s3"], vec![12, 0])]);
    let all = ledger.of_all(line).unwrap();
    let blocks: Vec<_> = all.blocks.iter().map(|block| (block.categories.clone(), block.count)).collect();
    let expected = [
        (vec![choice("good")], 24),
        (vec![choice("rather")], 12),
        (vec![choice("little"), choice("bad")], 7),
        (vec![Category::Nothing], 5),
    ];
    assert_eq!(blocks, expected);
    assert_eq!((all.base(), all.mean()), (48, None), "a mean would tell what is joined");
}

#[test]
fn rows_are_joined_no_more_than_it_takes() {
    // One person of the third session would be told: another session takes them in, and the two others stay apart.
    let rooms = [[12, 0, 0, 0, 0], [6, 0, 6, 0, 0], [11, 0, 1, 0, 0], [9, 0, 0, 0, 9]];
    let units: Vec<Unit> = (1..).zip(rooms).flat_map(|(session, counts)| room(session, counts)).collect();
    let ledger = Ledger::default().publish(&population(units), Threshold::new(5), false, day());
    let figures = ledger.by_group(ledger.line(&content()).unwrap());
    let shown: Vec<_> = figures.iter().map(|one| (names(&one.sessions), told(one))).collect();
    assert_eq!(shown, [(vec!["s1"], vec![12, 0]), (vec!["s2", "s3"], vec![17, 7]), (vec!["s4"], vec![9, 9])]);
}

#[test]
fn a_mean_is_told_beside_a_whole_distribution_of_grades() {
    let block = |categories: &[Category], count| Block { categories: categories.to_vec(), count };
    let [first, second, third, last] = Grade::ALL.map(Category::Grade);
    let figure = |blocks| Figure { sessions: BTreeSet::new(), blocks };
    let nothing = block(&[Category::Nothing], 7);
    let whole = [&first, &second, &third, &last].into_iter().zip([10, 5, 5, 0]);
    let whole = whole.map(|(grade, count)| block(std::slice::from_ref(grade), count)).chain([nothing.clone()]);
    assert_eq!(figure(whole.collect()).mean(), Some(175));
    let joined = vec![block(&[first, second], 15), block(&[third, last], 5), nothing];
    assert_eq!(figure(joined).mean(), None);
    assert_eq!(figure(vec![block(&[choice("good")], 9), block(&[choice("bad")], 9)]).mean(), None);
    assert_eq!(figure(Vec::new()).mean(), None);
}

#[test]
fn what_was_published_does_not_move_and_late_answers_wait_until_they_are_enough() {
    let first = room(1, [6, 6, 0, 0, 0]);
    let before = Ledger::default().publish(&population(first.clone()), Threshold::new(5), true, day());
    let mut changed = first.clone();
    changed[0] = unit(100, 1, [3, 2, 1]);
    changed.extend((0..4).map(|nth| unit(500 + nth, 1, [2, 1, 0])));
    let after = before.publish(&population(changed.clone()), Threshold::new(5), true, day());
    assert_eq!(after, before);
    assert_eq!(not_told(&after, &population(changed.clone())), 4);
    changed.push(unit(504, 1, [2, 1, 0]));
    let later = after.publish(&population(changed), Threshold::new(5), true, day());
    let line = later.line(&content()).unwrap();
    assert_eq!(told(&later.by_group(line)[0]), [12, 5]);
    assert_eq!(told(&later.of_all(line).unwrap()), [6, 6, 5, 0, 0]);
    let text = serde_json::to_string(&later).unwrap();
    assert_eq!(serde_json::from_str::<Ledger>(&text).unwrap(), later);
}

#[test]
fn what_one_person_said_cannot_be_followed_from_a_question_to_the_next() {
    let published = |said: [[usize; 3]; 6]| {
        let units = said.into_iter().enumerate().map(|(id, ranks)| unit(id, 1, ranks)).collect();
        Ledger::default().publish(&population(units), Threshold::new(5), true, day())
    };
    let alike = published([[0, 0, 0], [0, 0, 0], [0, 0, 0], [1, 1, 1], [1, 1, 1], [1, 1, 1]]);
    let crossed = published([[0, 1, 1], [1, 0, 1], [0, 0, 0], [0, 1, 0], [1, 0, 1], [1, 1, 0]]);
    assert_eq!(crossed, alike);
}

#[test]
fn whoever_was_not_asked_does_not_count() {
    let asked = room(1, [6, 6, 0, 0, 0]);
    let others: Vec<Unit> = room(2, [6, 6, 0, 0, 0]).into_iter().chain(room(1, [0; 5])).map(shorter).collect();
    let few = (0..4).map(|nth| shorter(unit(300 + nth, 1, [0, 1, 0])));
    let units = population(asked.into_iter().chain(others).chain(few).collect());
    let ledger = Ledger::default().publish(&units, Threshold::new(5), true, day());
    assert_eq!((ledger.whole(), not_told(&ledger, &units)), (24, 4), "a few who were asked less wait");
    let pace = ledger.line(&About::Question(QuestionId::new("pace").unwrap())).unwrap();
    assert_eq!((ledger.of_all(pace).unwrap().base(), ledger.waits(pace)), (12, None));
    assert_eq!(ledger.of_all(ledger.line(&content()).unwrap()).unwrap().base(), 24);
    // A question that came later was asked to nobody who is told already.
    let mut longer = population(units.units[..12].to_vec());
    let about = About::Question(QuestionId::new("later").unwrap());
    longer.measures.push(Measure { about: about.clone(), ..longer.measures[0].clone() });
    let ledger = ledger.publish(&longer, Threshold::new(5), true, day());
    let line = ledger.line(&about).unwrap();
    assert!(!ledger.was_asked(line) && ledger.of_all(line).is_none() && ledger.waits(line).is_none());
}

#[test]
fn what_would_be_told_is_known_without_what_was_said() {
    let units = [room(1, [6, 6, 0, 0, 0]), room(2, [2, 2, 0, 0, 0])].concat();
    let all = population(units);
    let coming = Ledger::default().coming(&all, Threshold::new(5));
    let of = |counts: &BTreeMap<SessionId, usize>| -> Vec<_> {
        counts.iter().map(|(id, count)| (id.as_str().to_owned(), *count)).collect()
    };
    let named = |said: &[(&str, usize)]| said.iter().map(|(id, count)| ((*id).to_owned(), *count)).collect::<Vec<_>>();
    assert_eq!(of(&coming.received), named(&[("s1", 12), ("s2", 4)]));
    assert_eq!((of(&coming.next), of(&coming.waiting)), (named(&[("s1", 12)]), named(&[("s2", 4)])));
    let ledger = Ledger::default().publish(&all, Threshold::new(5), false, day());
    let coming = ledger.coming(&all, Threshold::new(5));
    assert_eq!((of(&coming.next), of(&coming.waiting)), (named(&[]), named(&[("s2", 4)])));
    assert!(!ledger.has_new(&all, Threshold::new(5), false) && ledger.has_new(&all, Threshold::new(5), true));
}

/// A group as what it is made of: the people of one batch in one category, whether or not there is anybody. What matters
/// is what holds whoever they are: that all who said one thing happen to be in one session is told by nothing.
type Group = u128;

const RANKS: usize = 8;
/// Those who were not asked.
const UNASKED: usize = 7;

fn atom(batch: usize, rank: usize) -> Group {
    assert!(batch < 16 && rank < RANKS);
    1 << (batch * RANKS + rank)
}

/// How many people are in each atom of a line.
fn weights(ledger: &Ledger, nth: usize) -> BTreeMap<Group, usize> {
    let mut weights = BTreeMap::new();
    for (batch, one) in ledger.batches.iter().enumerate() {
        let unasked = if one.was_asked(nth) { 0 } else { one.units.len() };
        for rank in one.ranks(nth).chain(std::iter::repeat_n(UNASKED, unasked)) {
            *weights.entry(atom(batch, rank)).or_default() += 1;
        }
    }
    weights
}

fn people(group: Group, weights: &BTreeMap<Group, usize>) -> usize {
    weights.iter().filter(|(atom, _)| group & **atom != 0).map(|(_, count)| count).sum()
}

/// Every group that a ledger tells of a thing; those who answered, by batch and by session, are told with each.
fn groups_told(ledger: &Ledger, nth: usize) -> BTreeSet<Group> {
    let line = &ledger.lines[nth];
    let weights = weights(ledger, nth);
    let of = |batches: &BTreeSet<usize>, ranks: &[u8]| -> Group {
        batches.iter().flat_map(|batch| ranks.iter().map(|rank| atom(*batch, usize::from(*rank)))).sum()
    };
    let every = (0..line.categories.len()).chain([UNASKED]).map(|rank| u8::try_from(rank).unwrap());
    let every: Vec<u8> = every.collect();
    let all: BTreeSet<usize> = (0..ledger.batches.len()).collect();
    let mut told = BTreeSet::from([of(&all, &every)]);
    for (at, batch) in ledger.batches.iter().enumerate() {
        let same = all.iter().copied().filter(|other| ledger.batches[*other].sessions == batch.sessions).collect();
        told.extend([of(&[at].into(), &every), of(&same, &every)]);
    }
    let mut cells = |batches: &BTreeSet<usize>, blocks: &[Vec<u8>], counts: Option<&[usize]>| {
        for (at, block) in blocks.iter().enumerate() {
            let group = of(batches, block);
            assert!(counts.is_none_or(|counts| counts[at] == people(group, &weights)), "what is told is what was said");
            told.insert(group);
        }
    };
    let sessions =
        |row: &Row| -> BTreeSet<_> { row.batches.iter().flat_map(|at| ledger.batches[*at].sessions.clone()).collect() };
    for row in &line.rows {
        cells(&row.batches, &line.coarse, Some(&row.counts));
        let same = line.rows.iter().filter(|other| sessions(other) == sessions(row));
        cells(&same.flat_map(|row| row.batches.clone()).collect(), &line.coarse, None);
    }
    cells(&line.told(), &line.coarse, None);
    for detail in &line.details {
        cells(&detail.batches, &detail.blocks, Some(&detail.counts));
    }
    told
}

/// Everything that comes out by subtracting a group from one that holds it, or adding groups that are apart, again and
/// again. Where nobody is, nothing is: that is told too.
fn deduced(told: &BTreeSet<Group>, weights: &BTreeMap<Group, usize>, most: usize) -> BTreeSet<Group> {
    let empty: Group = told.iter().filter(|group| people(**group, weights) == 0).fold(0, |all, group| all | group);
    let mut known: BTreeSet<Group> = told.iter().map(|group| group & !empty).collect();
    for _ in 0..3 {
        let now: Vec<Group> = known.iter().copied().collect();
        for one in &now {
            for other in &now {
                if known.len() > most {
                    return known;
                }
                if one & other == *one {
                    known.insert(other & !one);
                } else if one & other == 0 {
                    known.insert(one | other);
                }
            }
        }
    }
    known
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    /// On every thing, over every publication: no group that is told, and none that can be worked out, is too small.
    #[test]
    fn no_difference_of_what_is_told_is_under_the_threshold(
        least in prop::array::uniform4(3..7_u8),
        told_of in prop::collection::vec((0..4_usize, 0..4_usize, prop::array::uniform3(0..5_usize)), 0..75),
        detailed in prop::array::uniform4(any::<bool>()),
    ) {
        let lowest = least.map(Threshold::new).into_iter().min().unwrap();
        let mut ledger = Ledger::default();
        let mut told: BTreeMap<usize, BTreeSet<Group>> = BTreeMap::new();
        let mut bounds: BTreeMap<usize, BTreeSet<Said>> = BTreeMap::new();
        for (wave, detailed) in detailed.into_iter().enumerate() {
            // Later publications hold the answers of all former ones, some of them changed since.
            let come = told_of.iter().enumerate().filter(|(_, (of, ..))| *of <= wave);
            let units = come.map(|(id, (_, session, ranks))| {
                let unit = unit(id, *session, ranks.map(|rank| (rank + wave * (id % 2)) % 5));
                if ranks[2] == 4 { shorter(unit) } else { unit }
            });
            let now = population(units.collect());
            let next = ledger.publish(&now, Threshold::new(least[wave]), detailed, day());
            prop_assert!(next.batches.starts_with(&ledger.batches));
            ledger = next;
            prop_assume!(ledger.batches.len() <= 16);
            for nth in 0..ledger.lines.len() {
                told.entry(nth).or_default().extend(groups_told(&ledger, nth));
                bounds.entry(nth).or_default().extend(said(&ledger, nth));
                leaves_all_open(&ledger, nth, &bounds[&nth])?;
            }
            prop_assert_eq!(ledger.whole() + not_told(&ledger, &now), now.units.len());
        }
        for (nth, groups) in told {
            let weights = weights(&ledger, nth);
            for group in deduced(&groups, &weights, 1_500) {
                prop_assert!(is_safe(people(group, &weights), lowest), "{group:b}");
            }
        }
    }

    /// What is told of everybody is what was said, when one counts by hand.
    #[test]
    fn figures_are_counts_of_what_was_said(said in prop::collection::vec((0..6_usize, 0..5_usize), 0..120)) {
        let units: Vec<Unit> = said.iter().enumerate().map(|(id, (session, rank))| unit(id, *session, [*rank, 1, 0])).collect();
        let ledger = Ledger::default().publish(&population(units), Threshold::new(5), true, day());
        let line = ledger.line(&content()).unwrap();
        let by_hand = |among: &BTreeSet<SessionId>, categories: &[Category]| {
            let ranks: Vec<usize> = categories.iter().map(|one| line.categories.iter().position(|known| known == one).unwrap()).collect();
            said.iter().filter(|(session, rank)| {
                among.contains(&SessionId::new(&format!("s{session}")).unwrap()) && ranks.contains(rank)
            }).count()
        };
        for figure in ledger.by_group(line).into_iter().chain(ledger.of_all(line)) {
            for block in &figure.blocks {
                prop_assert_eq!(block.count, by_hand(&figure.sessions, &block.categories));
            }
        }
    }
}
