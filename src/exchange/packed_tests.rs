//! What is handed in comes back from its code, and nothing else does.

use super::*;
use crate::content::{cases::cases, objectives::objectives, questionnaire::questionnaire, rules::rulebook};
use crate::domain::exercise::code::Manner;
use crate::domain::interview::questionnaire::Length;
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::strategy::ValueTree;

const ID: &str = "0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b";

fn lists() -> Lists<'static> {
    Lists {
        questionnaire: questionnaire().unwrap(),
        rulebook: rulebook().unwrap(),
        objectives: objectives().unwrap(),
        cases: cases().unwrap().cases.clone(),
    }
}

fn id() -> RecordId {
    RecordId::new(ID).unwrap()
}

/// Answers that an item takes: none, the two unknowns, and what it offers.
fn possible(item: &Item) -> Vec<Option<Answer>> {
    let levels = SkillLevel::ALL.into_iter().flat_map(|level| {
        [None, Some(Basis::Declared), Some(Basis::Observed)].map(|basis| Answer::Skill { level, basis })
    });
    let own: Vec<Answer> = match &item.kind {
        ItemKind::Skill { .. } => levels.collect(),
        ItemKind::One { options } => options.iter().map(|option| Answer::One(option.id.clone())).collect(),
        ItemKind::Many { options } => (1..1_u32 << options.len())
            .map(|mask| {
                (0..).zip(options).filter(move |(at, _)| mask >> at & 1 == 1).map(|(_, option)| option.id.clone())
            })
            .map(|chosen| Answer::Many(chosen.collect()))
            .filter(|answer| answer.suits(item))
            .collect(),
    };
    [None, Some(Answer::DoesNotKnow), Some(Answer::PrefersNotToSay)]
        .into_iter()
        .chain(own.into_iter().map(Some))
        .collect()
}

/// An interview on a delivered case, drawn.
fn case_work(case: &Case, draws: &[Index]) -> CaseWork {
    let lists = lists();
    let mut draws = draws.iter().cycle();
    let mut draw = |count: usize| draws.next().unwrap().index(count);
    let mut answers = std::collections::BTreeMap::new();
    for item in &lists.questionnaire.items {
        let possible = possible(item);
        if let Some(answer) = possible[draw(possible.len())].clone() {
            answers.insert(item.id.clone(), answer);
        }
    }
    let stance = |draw| [None, Some(Stance::Kept), Some(Stance::SetAside)][draw];
    let orientations = lists.rulebook.orientations.iter();
    let orientations = orientations.filter_map(|one| Some((one.id.clone(), stance(draw(3))?))).collect();
    let asked = case.topics().filter(|_| draw(2) == 1).map(|topic| topic.id.clone()).collect();
    let questionnaire = lists.questionnaire.version.clone();
    CaseWork { case: case.id.clone(), questionnaire, answers, orientations, asked }
}

fn positioning(draws: &[Index], moment: Moment) -> Positioning {
    let grade =
        |draw: &Index| [None, Some(0), Some(1), Some(2), Some(3)][draw.index(5)].map(|at: usize| Grade::ALL[at]);
    let levels = lists().objectives.iter().zip(draws.iter().cycle());
    Positioning { moment, levels: levels.filter_map(|(one, draw)| Some((one.id.clone(), grade(draw)?))).collect() }
}

fn any_work() -> impl Strategy<Value = Work> {
    let draws = prop::collection::vec(any::<Index>(), 100);
    (draws, 0..10usize, 1..=Seat::MAX, 1..=u16::MAX, any::<u32>()).prop_map(|(draws, what, seat, edition, random)| {
        let answers = match cases().unwrap().cases.get(what) {
            Some(case) => Handed::Case(case_work(case, &draws)),
            None => Handed::Positioning(positioning(&draws, Moment::ALL[what - 8])),
        };
        let exercise = ExerciseCode::new(&[CaseNumber(1)].into(), Length::Full, Manner::Pairs, random);
        Work { exercise, seat: Seat::new(seat).unwrap(), edition, answers }
    })
}

proptest! {
    #[test]
    fn what_is_handed_in_comes_back(work in any_work()) {
        let packed = pack(&id(), &work, &lists()).unwrap();
        prop_assert_eq!(unpack(&format!(" {packed}\n"), &lists()), Ok((id(), work)));
        // The characters of a code's alphanumeric mode, in a code of 49 modules at most.
        prop_assert!(packed.chars().all(|c| "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:".contains(c)));
        prop_assert!(packed.len() <= 200, "{}", packed.len());
    }

    #[test]
    fn a_wrong_reading_gives_nothing(work in any_work(), at in any::<Index>(), put in "[0-9A-Z:]", cut in any::<Index>()) {
        let packed = pack(&id(), &work, &lists()).unwrap();
        let at = PREFIX.len() + at.index(packed.len() - PREFIX.len());
        let mut wrong = packed.clone();
        wrong.replace_range(at..=at, &put);
        prop_assert!(wrong == packed || unpack(&wrong, &lists()).is_err());
        prop_assert!(unpack(&packed[..cut.index(packed.len())], &lists()).is_err());
    }

    #[test]
    fn any_text_is_read_without_harm(text in ".{0,80}", bytes in prop::collection::vec(any::<u8>(), 0..120)) {
        let _ = unpack(&text, &lists());
        let mut signed = bytes.clone();
        signed.extend(Sha256::digest(&bytes).into_iter().take(CHECK_BYTES));
        let _ = unpack(&format!("{PREFIX}{}", base45::encode(&signed)), &lists());
    }
}

/// The same draws each time.
fn some_draws() -> Vec<Index> {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    (0..100).map(|_| any::<Index>().new_tree(&mut runner).unwrap().current()).collect()
}

/// A case written here is named by its record, and goes no other way when that is not an identity of ours.
#[test]
fn a_case_written_here_comes_back_under_its_name() {
    let delivered = &cases().unwrap().cases[0];
    let written = |id: &str| {
        let case = Case { id: CaseId::new(id).unwrap(), number: CaseNumber::WRITTEN, ..delivered.as_ref().clone() };
        let work = Work {
            exercise: ExerciseCode::new(&[].into(), Length::Full, Manner::Alone, 1),
            seat: Seat::new(7).unwrap(),
            edition: 1,
            answers: Handed::Case(case_work(&case, &some_draws())),
        };
        (work, Lists { cases: lists().cases.into_iter().chain([Arc::new(case)]).collect(), ..lists() })
    };
    let (work, with_it) = written("0192f000-0000-7000-8000-000000000001");
    let packed = pack(&id(), &work, &with_it).unwrap();
    assert_eq!(unpack(&packed, &with_it), Ok((id(), work)));
    assert_eq!(unpack(&packed, &lists()), Err(PackFault::UnknownCase));
    let (work, with_it) = written("mon-cas");
    assert_eq!(pack(&id(), &work, &with_it), Err(PackFault::NoRoom));
}

#[test]
fn each_reason_to_refuse_is_told() {
    let work = Work {
        exercise: ExerciseCode::new(&[CaseNumber(1)].into(), Length::Full, Manner::Alone, 1),
        seat: Seat::new(7).unwrap(),
        edition: 1,
        answers: Handed::Case(case_work(&cases().unwrap().cases[0], &some_draws())),
    };
    let packed = pack(&id(), &work, &lists()).unwrap();
    let without = |case: &str| Lists {
        cases: lists().cases.into_iter().filter(|one| one.id.as_str() != case).collect(),
        ..lists()
    };
    let mut fewer = lists().rulebook.clone();
    fewer.orientations.pop();
    let other = Lists { rulebook: &fewer, ..lists() };
    assert_eq!(unpack("https://exemple.fr", &lists()), Err(PackFault::NotOurs));
    assert_eq!(unpack(&packed[..40], &lists()), Err(PackFault::Damaged));
    assert_eq!(unpack(&packed, &without("elodie")), Err(PackFault::UnknownCase));
    assert_eq!(unpack(&packed, &other), Err(PackFault::OtherLists));
    assert_eq!(pack(&RecordId::new("a").unwrap(), &work, &lists()), Err(PackFault::NoRoom));
    assert_eq!(pack(&id(), &work, &without("elodie")), Err(PackFault::UnknownCase));
    let mut newer = base45::decode(&packed[PREFIX.len()..]).unwrap();
    newer.truncate(newer.len() - CHECK_BYTES);
    newer[0] = VERSION + 1;
    let check = Sha256::digest(&newer);
    newer.extend(check.into_iter().take(CHECK_BYTES));
    assert_eq!(unpack(&format!("{PREFIX}{}", base45::encode(&newer)), &lists()), Err(PackFault::Newer));
}
