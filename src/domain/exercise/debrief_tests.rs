//! Every figure of a debrief, and in which order the differences come.

use super::*;
use crate::content::{cases::cases, questionnaire::questionnaire, rules::rulebook};
use crate::domain::interview::id::{ItemId, OptionId, OrientationId, TopicId};
use std::collections::{BTreeMap, BTreeSet};

fn elodie() -> &'static Case {
    cases().unwrap().cases.first().unwrap()
}

/// A work on the first case: « devices=smartphone fill-form=alone wish=? », what was kept, what was left, what was asked.
fn work(answers: &str, kept: &[&str], left: &[&str], asked: &[&str]) -> CaseWork {
    let questionnaire = questionnaire().unwrap();
    let answer = |(item, value): (&str, &str)| {
        let id = ItemId::new(item).unwrap();
        let option = |text: &str| OptionId::new(text).unwrap();
        let answer = match (value, &questionnaire.item(&id).unwrap().kind) {
            ("?", _) => Answer::DoesNotKnow,
            ("!", _) => Answer::PrefersNotToSay,
            (level, ItemKind::Skill { .. }) => {
                Answer::Skill { level: serde_json::from_value(level.into()).unwrap(), basis: None }
            }
            (chosen, ItemKind::One { .. }) => Answer::One(option(chosen)),
            (chosen, ItemKind::Many { .. }) => Answer::Many(chosen.split('+').map(option).collect()),
        };
        (id, answer)
    };
    let stance = |ids: &[&str], stance| {
        ids.iter().map(|id| (OrientationId::new(id).unwrap(), stance)).collect::<BTreeMap<_, _>>()
    };
    let mut orientations = stance(kept, Stance::Kept);
    orientations.extend(stance(left, Stance::SetAside));
    CaseWork {
        case: elodie().id.clone(),
        questionnaire: questionnaire.version.clone(),
        answers: answers.split_whitespace().map(|part| answer(part.split_once('=').unwrap())).collect(),
        orientations,
        asked: asked.iter().map(|id| TopicId::new(id).unwrap()).collect::<BTreeSet<_>>(),
    }
}

fn room() -> Vec<CaseWork> {
    let (help, link, device) = ("procedure-help", "solidarity-connection", "solidarity-equipment");
    vec![
        work(
            "devices=smartphone fill-form=with_help deadline=week mobility=anywhere",
            &[help, link],
            &[],
            &["data", "money"],
        ),
        work("devices=smartphone fill-form=does_not deadline=month mobility=nearby", &[help], &[device], &["data"]),
        work("devices=smartphone+computer fill-form=alone deadline=? mobility=nearby", &[help, device], &[link], &[]),
        work("devices=smartphone fill-form=alone deadline=!", &[link], &[], &["money", "wifi"]),
        work("fill-form=with_help", &[], &[], &["data"]),
    ]
}

fn debrief(works: &[CaseWork], threshold: u8) -> Result<Debrief<'static>, TooFew> {
    let works: Vec<&CaseWork> = works.iter().collect();
    Debrief::of(elodie(), questionnaire().unwrap(), rulebook().unwrap(), &works, Threshold::new(threshold))
}

#[test]
fn a_group_is_shown_from_the_threshold_and_never_below_three() {
    let room = room();
    assert_eq!(Threshold::default().number(), 5);
    assert!(debrief(&room, 5).is_ok());
    assert_eq!(debrief(&room[..4], 5), Err(TooFew { received: 4, needed: 5 }));
    assert!(debrief(&room[..3], 1).is_ok());
    assert_eq!(debrief(&room[..2], 1), Err(TooFew { received: 2, needed: 3 }));
    let stored: Threshold = serde_json::from_str("1").unwrap();
    assert_eq!(stored.number(), 3);
}

#[test]
fn every_figure_of_an_item_is_counted() {
    let room = room();
    let debrief = debrief(&room, 5).unwrap();
    let of = |id: &str| debrief.items.iter().find(|one| one.item.id.as_str() == id).unwrap();
    let counts = |id: &str| of(id).chosen.iter().map(|(_, count)| *count).collect::<Vec<_>>();
    let rest = |id: &str| {
        let one = of(id);
        [one.does_not_know, one.prefers_not_to_say, one.not_discussed, one.discussed, one.together]
    };
    assert_eq!(debrief.participants, 5);
    // Computer, smartphone, tablet, simple phone, none: one participant chose two.
    assert_eq!((counts("devices"), rest("devices")), (vec![1, 4, 0, 0, 0], [0, 0, 1, 4, 3]));
    assert_eq!(of("devices").as_read, Some(3));
    // Alone, with help, does not: the reading admits the last two.
    assert_eq!((counts("fill-form"), rest("fill-form")), (vec![2, 2, 1], [0, 0, 0, 5, 2]));
    assert_eq!(of("fill-form").as_read, Some(3));
    assert_eq!((counts("deadline"), rest("deadline")), (vec![0, 1, 1, 0, 0], [1, 1, 1, 4, 1]));
    // Nobody discussed it, but the reading answers it; the reading says nothing of the other.
    assert_eq!(rest("budget"), [0, 0, 5, 0, 0]);
    assert_eq!((of("mobility").as_read, rest("mobility")), (None, [0, 0, 2, 3, 2]));
    assert!(debrief.items.iter().all(|one| one.item.id.as_str() != "helper"));
}

#[test]
fn orientations_and_questions_are_counted_against_the_reading() {
    let room = room();
    let debrief = debrief(&room, 5).unwrap();
    let of = |id: &str| {
        let one = debrief.orientations.iter().find(|one| one.orientation.id.as_str() == id).unwrap();
        let read = match one.read {
            Some(ReadStance::Keeps(_)) => "keeps",
            Some(ReadStance::Leaves(_)) => "leaves",
            None => "",
        };
        (one.kept, one.set_aside, one.undecided, read)
    };
    assert_eq!(debrief.orientations.len(), 3);
    assert_eq!(of("procedure-help"), (3, 0, 2, "keeps"));
    assert_eq!(of("solidarity-connection"), (2, 1, 2, "keeps"));
    assert_eq!(of("solidarity-equipment"), (1, 1, 3, "leaves"));
    let asked: Vec<_> =
        debrief.topics.iter().map(|one| (one.topic.id.as_str(), one.asked, one.hidden.is_some())).collect();
    assert!(asked.contains(&("data", 3, false)) && asked.contains(&("money", 2, true)));
    assert!(asked.contains(&("learn", 0, true)));
}

#[test]
fn what_concerns_most_participants_comes_first() {
    let room = room();
    let debrief = debrief(&room, 5).unwrap();
    let told: Vec<_> = debrief
        .differences()
        .into_iter()
        .map(|one| {
            let about = match one.about {
                About::NotKept(read) => format!("not kept {}", read.orientation),
                About::KeptThough(read) => format!("kept {}", read.orientation),
                About::NeverAsked(hidden) => format!("never asked {}", hidden.topic.id),
                About::AnsweredOtherwise(read) => format!("otherwise {}", read.item),
                About::Divided(item) => format!("divided {}", item.id),
            };
            (one.concerned, about)
        })
        .collect();
    let expected = [
        (5, "never asked learn"),
        (4, "never asked wifi"),
        (3, "not kept solidarity-connection"),
        (3, "never asked money"),
        (3, "otherwise deadline"),
        (2, "not kept procedure-help"),
        (2, "otherwise fill-form"),
        (1, "kept solidarity-equipment"),
        (1, "otherwise devices"),
        (1, "divided mobility"),
    ];
    assert_eq!(told, expected.map(|(concerned, about)| (concerned, about.to_owned())));
}
