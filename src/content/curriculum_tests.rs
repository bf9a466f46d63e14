use super::super::cases::cases;
use super::super::objectives::objectives;
use super::super::tools::tool_book;
use super::*;
use crate::domain::curriculum::coverage::{Coverage, Items, LEAST_ACTIVE, LEAST_BREAK, LEAST_LUNCH, LEAST_WORK};
use crate::domain::curriculum::finding::Finding;
use crate::domain::curriculum::forms::{self, sequence as part};
use crate::domain::curriculum::sequence::{Means, Method, Opens, Sequence};
use crate::domain::curriculum::tool::ToolId;
use crate::domain::curriculum::version::{CURRICULUM_KIND, Curriculum, Day, State};
use crate::domain::form::InputId;
use crate::records::{Author, DeviceId, RecordId, ReplicaId, Tables};
use std::collections::BTreeSet;

/// What the tender wants professionals to be able to do, line by line, in our words: frozen, whatever the product says.
const TENDER: [(&str, &str); 9] = [
    ("define", "definitions and stakes of digital inclusion"),
    ("needs", "needs, skills and obstacles of those who are accompanied"),
    ("actors", "who does what, institutions and associations"),
    ("contacts", "whom to speak to in each of them"),
    ("network", "a network among those who take part"),
    ("map", "the map of the regional hub"),
    ("pix", "Pix"),
    ("aidants-connect", "Aidants Connect"),
    ("digital-safe", "digital safes"),
];
const TOOLS: [&str; 4] = ["map", "pix", "aidants-connect", "digital-safe"];

fn items() -> Items {
    Items::of(objectives().unwrap(), cases().unwrap().cases.len(), tool_book().unwrap())
}

fn day() -> Day {
    delivered().unwrap().day.clone()
}

fn coverage(day: &Day) -> Coverage {
    Coverage::of(day, objectives().unwrap(), &items())
}

#[test]
fn the_delivered_day_has_nothing_to_look_at_again() {
    let coverage = coverage(&day());
    assert_eq!(coverage.findings, []);
    assert!((LEAST_WORK..=LEAST_WORK + 20).contains(&coverage.work), "{}", coverage.work);
    assert!(coverage.active_share() >= 50, "more than half of the work is done by those who learn");
}

#[test]
fn it_covers_the_tender_line_by_line() {
    let (day, coverage) = (day(), coverage(&day()));
    assert_eq!(coverage.rows.iter().map(|row| row.objective.as_str()).collect::<Vec<_>>(), TENDER.map(|(id, _)| id));
    for row in &coverage.rows {
        let by = row.means();
        assert!(row.active >= LEAST_ACTIVE, "{} {}", row.objective, row.active);
        assert!(by.contains(&Means::Positioning) && by.len() > 1, "{} {by:?}", row.objective);
        let practised = row.practised.map(|one| one.online.min(one.offline));
        assert_eq!(practised.is_some(), TOOLS.contains(&row.objective.as_str()));
        assert!(practised.is_none_or(|minutes| minutes >= LEAST_ACTIVE), "{}", row.objective);
    }
    assert!(day.sequences.iter().any(|one| one.method == Method::Networking));
}

/// Each tool of the tender has its sheet at hand where it is practised, and the exercise of the sheet fits in.
#[test]
fn sheets_are_open_where_their_tools_are_practised() {
    let day = day();
    for (objective, sheet) in TOOLS.into_iter().zip(["hub-map", "pix", "aidants-connect", "digital-safe"]) {
        let tool = tool_book().unwrap().tool(&ToolId::new(sheet).unwrap()).unwrap();
        assert_eq!(tool.objective.as_ref().map(|id| id.as_str()), Some(objective));
        let practice = day.sequences.iter().find(|one| one.active.keys().any(|id| id.as_str() == objective)).unwrap();
        assert!(practice.opens.contains(&Opens::Tool(tool.id.clone())), "{sheet}");
        assert!(tool.exercise.minutes <= practice.minutes, "{sheet} {}", tool.exercise.minutes);
    }
    let mut without = tool_book().unwrap().clone();
    without.tools.retain(|tool| tool.id.as_str() != "pix");
    let items = Items::of(objectives().unwrap(), 8, &without);
    let found: Vec<String> = Coverage::of(&day, objectives().unwrap(), &items).findings.iter().map(short).collect();
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found[0].starts_with("NoSuchMeans") && found[1].starts_with("UnknownTool"), "{found:?}");
}

#[test]
fn hours_that_are_said_are_those_of_the_plan() {
    let day = day();
    let timeline = day.timeline(day.starts_at);
    assert_eq!(timeline.last().unwrap().2.format("%H:%M").to_string(), "17:30");
    for (sequence, from, to) in timeline {
        // « 9 h 05 (3 min). » at the head of a line.
        let said = sequence.trainer.lines().filter_map(|line| {
            let (hour, rest) = line.split_once("\u{a0}h")?;
            let (minute, rest) = rest.trim_start_matches('\u{a0}').split_once(" (")?;
            let (minutes, _) = rest.split_once("\u{a0}min)")?;
            Some((format!("{hour:0>2}:{minute:0>2}"), minutes.parse::<i64>().unwrap()))
        });
        let said: Vec<_> = said.collect();
        let mut at = from;
        for (hour, minutes) in &said {
            assert_eq!(*hour, at.format("%H:%M").to_string(), "{}", sequence.id.as_str());
            at += chrono::TimeDelta::minutes(*minutes);
        }
        assert!(!sequence.is_work() || at == to, "{} {said:?}", sequence.id.as_str());
    }
}

#[test]
fn what_may_be_shortened_still_leaves_breaks_and_leads_somewhere() {
    let day = day();
    let slack = |one: &Sequence| one.least.map_or(0, |least| one.minutes - least);
    let breaks: Vec<u16> =
        day.sequences.iter().filter(|one| !one.is_work()).map(|one| one.least.unwrap_or(one.minutes)).collect();
    assert_eq!(breaks, [LEAST_BREAK, LEAST_LUNCH, LEAST_BREAK]);
    assert!(day.sequences.iter().map(slack).sum::<u16>() >= 60, "an hour may be caught up");
    let ids: BTreeSet<_> = day.sequences.iter().map(|one| &one.id).collect();
    assert!(ids.len() == day.sequences.len() && day.sequences.iter().all(|one| one.root == one.id));
}

/// A sequence that is removed where it matters is found missing, by name.
#[test]
fn a_day_without_one_of_its_sequences_is_found() {
    let table: [(&str, &[&str]); 17] = [
        ("welcome", &["ShortDay"]),
        ("morning-positioning", &["ShortDay", "Missing(MorningPositioning"]),
        ("words", &["ShortDay", "Active define", "OnlyPositioned define"]),
        ("stakes", &["ShortDay"]),
        ("needs", &["ShortDay"]),
        ("morning-break", &["NoBreak"]),
        ("actors", &["ShortDay", "Active actors", "OnlyPositioned actors"]),
        ("contacts", &["ShortDay", "Active contacts", "OnlyPositioned contacts"]),
        ("map", &["ShortDay", "Active map", "Practice map", "Practice map", "OnlyPositioned map"]),
        ("lunch", &["NoBreak", "Lunch(15"]),
        ("pix", &["ShortDay", "Active pix", "Practice pix", "Practice pix", "OnlyPositioned pix"]),
        ("afternoon-break", &["NoBreak"]),
        (
            "aidants-connect",
            &[
                "ShortDay",
                "Active aidants-connect",
                "Practice aidants-connect",
                "Practice aidants-connect",
                "OnlyPositioned aidants-connect",
            ],
        ),
        (
            "digital-safe",
            &[
                "ShortDay",
                "Active digital-safe",
                "Practice digital-safe",
                "Practice digital-safe",
                "OnlyPositioned digital-safe",
            ],
        ),
        ("network", &["ShortDay", "Active network", "Missing(Networking", "OnlyPositioned network"]),
        ("evening-positioning", &["ShortDay", "Missing(EveningPositioning"]),
        ("survey", &["ShortDay", "Missing(Survey"]),
    ];
    for (id, expected) in table {
        let mut day = day();
        day.sequences.retain(|one| one.id.as_str() != id);
        let found: Vec<String> = coverage(&day).findings.iter().map(short).collect();
        assert_eq!(found, expected, "without {id}");
    }
    let mut day = day();
    day.sequences.retain(|one| !one.opens.contains(&Opens::Exercise) || one.method == Method::Assessment);
    assert!(coverage(&day).findings.iter().any(|one| short(one) == "Missing(Exercise"));
}

/// A finding, as a line of the table above tells it.
fn short(finding: &Finding) -> String {
    match finding {
        Finding::ShortDay(_) => "ShortDay".to_owned(),
        Finding::Active(on, _) => format!("Active {}", on.id),
        Finding::Practice(on, ..) => format!("Practice {}", on.id),
        Finding::OnlyPositioned(on) => format!("OnlyPositioned {}", on.id),
        Finding::NoBreak(_) => "NoBreak".to_owned(),
        other => format!("{other:?}").split(')').next().unwrap().to_owned(),
    }
}

/// Each text matters: a day that lacks one says so, in the sequence that lacks it.
#[test]
fn a_day_without_one_of_its_texts_is_found() {
    type Text = fn(&mut Sequence) -> &mut String;
    let texts: [Text; 8] = [
        |one| &mut one.title,
        |one| &mut one.aim,
        |one| &mut one.content,
        |one| &mut one.trainer,
        |one| &mut one.learners,
        |one| &mut one.support,
        |one| &mut one.materials,
        |one| &mut one.assessment,
    ];
    for (place, sequence) in day().sequences.iter().enumerate().filter(|(_, one)| one.is_work()) {
        for (number, text) in texts.iter().enumerate() {
            let mut day = day();
            text(&mut day.sequences[place]).clear();
            let found = coverage(&day).findings;
            let needs = number < 7 || !sequence.assessed.is_empty();
            let is_told = found.iter().any(|one| one.sequence() == Some(&sequence.id));
            assert_eq!(is_told, needs, "{} {number}", sequence.id.as_str());
        }
        if sequence.assessed.iter().chain(sequence.active.keys()).any(|id| TOOLS.contains(&id.as_str())) {
            for way in [|one: &mut Sequence| one.online.clear(), |one: &mut Sequence| one.offline.clear()] {
                let mut day = day();
                way(&mut day.sequences[place]);
                let is_found = coverage(&day).findings.iter().any(|one| matches!(one, Finding::Practice(..)));
                assert_eq!(is_found, sequence.method == Method::Practice, "{}", sequence.id.as_str());
            }
        }
    }
}

/// A copy is what was copied, and each of its fields may be typed again as it is.
#[test]
fn a_copy_is_written_and_read_back_as_it_is() {
    let tables = Tables::default();
    let versions = Curriculum::all(delivered().unwrap(), &tables);
    assert_eq!(versions.iter().map(|one| one.state).collect::<Vec<_>>(), [State::Delivered]);
    let mut number = 0;
    let new = || {
        number += 1;
        RecordId::new(format!("r{number:03}")).unwrap()
    };
    let (id, changes) = versions[0].copy("Copie", new);
    let author = Author { replica: ReplicaId::new("r").unwrap(), device: DeviceId::new("d").unwrap(), at_ms: 1 };
    let mut written = tables;
    for (key, record) in changes.apply(&Tables::default(), &author) {
        let form = if key.kind.as_str() == CURRICULUM_KIND { &forms::VERSION } else { &forms::SEQUENCE };
        assert_eq!(form.unreadable(&record).count(), 0, "{key:?}");
        assert!(!form.filled(&record).get(InputId::alone(part::TITLE)).is_empty());
        written.put(key, record);
    }
    let versions = Curriculum::all(delivered().unwrap(), &written);
    let copy = versions.iter().find(|one| one.id == id).unwrap();
    let renamed = |day: &Day| -> Vec<Sequence> {
        day.sequences.iter().map(|one| Sequence { id: one.root.clone(), ..one.clone() }).collect()
    };
    assert_eq!((copy.day.starts_at, renamed(&copy.day)), (day().starts_at, day().sequences));
}

/// What is typed in a form must fit it: what is delivered too, once it is copied.
#[test]
fn texts_fit_their_fields_and_reach_nobody() {
    for sequence in day().sequences {
        let lengths = [
            (sequence.title.chars().count(), 120),
            (sequence.aim.chars().count(), 600),
            (sequence.support.chars().count(), 600),
            (sequence.materials.chars().count(), 600),
            (sequence.assessment.chars().count(), 600),
            (sequence.trainer.chars().count().max(sequence.content.chars().count()), 4_000),
        ];
        assert!(lengths.iter().all(|(length, most)| length <= most), "{} {lengths:?}", sequence.id.as_str());
    }
    for sign in ["@", "http", "www.", "Mme ", "M. "] {
        assert!(!TEXT.contains(sign), "{sign}");
    }
}
