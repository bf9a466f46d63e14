use super::super::finding::{Moment, Network, Part, Weight};
use super::super::sequence::Opens;
use super::*;
use proptest::prelude::*;
use serde_json::{Value, json};

fn sequence(id: &str, method: Method, minutes: u16, more: Value) -> Sequence {
    let mut all = json!({
        "id": id, "root": id, "title": id, "method": method, "minutes": minutes, "aim": "a", "content": "c",
        "trainer": "t", "learners": "l", "support": "s", "materials": "m",
    });
    all.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    serde_json::from_value(all).unwrap()
}

fn objectives() -> Objectives {
    let one = |id: &str| json!({ "id": id, "title": id.to_uppercase(), "said": "s" });
    serde_json::from_value(json!({ "groups": [
        { "id": "stakes", "title": "g", "objectives": [one("define")] },
        { "id": "tools", "title": "g", "objectives": [one("pix")] },
    ]}))
    .unwrap()
}

fn id(text: &str) -> ObjectiveId {
    ObjectiveId::new(text).unwrap()
}

fn items() -> Items {
    Items {
        questions: [(id("pix"), 5)].into(),
        cases: 8,
        positioned: [id("define"), id("pix")].into(),
        tools: [ToolId::new("pix").unwrap()].into(),
    }
}

/// The least day that has no finding.
fn day() -> Day {
    let starts_at = chrono::NaiveTime::from_hms_opt(9, 0, 0).unwrap();
    let positioning = json!({ "opens": ["positioning"] });
    let pause = |id, minutes| sequence(id, Method::Break, minutes, json!({}));
    let sequences = vec![
        sequence("morning", Method::Assessment, 20, positioning.clone()),
        sequence("stakes", Method::Talk, 45, json!({})),
        sequence(
            "words",
            Method::Discussion,
            40,
            json!({
                "active": { "define": 30 }, "assessed": ["define"], "means": ["observation"], "assessment": "grid",
            }),
        ),
        pause("coffee", 15),
        sequence("exercise", Method::Case, 105, json!({ "opens": ["exercise"] })),
        pause("lunch", 60),
        sequence(
            "pix",
            Method::Practice,
            50,
            json!({
                "active": { "pix": 40 }, "online": "on", "offline": "off", "opens": ["tool/pix"],
                "assessed": ["pix"], "means": ["quiz", "case"], "assessment": "quiz",
            }),
        ),
        sequence("cards", Method::Networking, 60, json!({})),
        pause("tea", 15),
        sequence("talk", Method::Talk, 45, json!({})),
        sequence("evening", Method::Frame, 55, json!({ "opens": ["positioning", "survey"] })),
    ];
    Day { starts_at, sequences }
}

fn coverage(day: &Day) -> Coverage {
    Coverage::of(day, &objectives(), &items())
}

/// What is found once the sequence was changed.
fn changed(of: &str, change: impl Fn(&mut Sequence)) -> Vec<Finding> {
    let mut day = day();
    change(day.sequences.iter_mut().find(|one| one.id.as_str() == of).unwrap());
    coverage(&day).findings
}

fn told(findings: &[Finding]) -> Vec<String> {
    findings.iter().map(|finding| format!("{finding:?}").split(['(', ' ']).next().unwrap().to_owned()).collect()
}

#[test]
fn a_sound_day_has_no_finding_and_its_figures_add_up() {
    let coverage = coverage(&day());
    assert_eq!(coverage.findings, []);
    assert_eq!((coverage.work, coverage.whole, coverage.active, coverage.active_share()), (420, 510, 70, 17));
    let columns: Vec<&str> = coverage.columns.iter().map(SequenceId::as_str).collect();
    assert_eq!(columns, ["morning", "stakes", "words", "exercise", "pix", "cards", "talk", "evening"]);
    let pix = coverage.row(&id("pix")).unwrap();
    let worked: Vec<_> = pix.worked_in(&coverage.columns).map(|(id, minutes)| (id.as_str(), minutes)).collect();
    assert_eq!(worked, [("pix", 40)]);
    let assessed: Vec<_> = pix.assessed_in(&coverage.columns).map(|(id, means)| (id.as_str(), means)).collect();
    assert_eq!(assessed, [("pix", [Means::Quiz, Means::Case].as_slice())]);
    assert_eq!(pix.practised, Some(Practised { online: 40, offline: 40 }));
    assert_eq!(coverage.row(&id("define")).unwrap().practised, None);
    let talk = coverage.methods.iter().find(|time| time.method == Method::Talk).unwrap();
    assert_eq!((talk.minutes, talk.share), (90, Some(21)));
    assert_eq!(
        coverage.methods.last().map(|time| (time.method, time.minutes, time.share)),
        Some((Method::Break, 90, None))
    );
}

#[test]
fn each_fault_is_found() {
    type Change = fn(&mut Sequence);
    let table: &[(&str, Change, &[&str])] = &[
        ("words", |one| one.minutes = 39, &["ShortDay"]),
        ("words", |one| one.active.clear(), &["Active"]),
        ("words", |one| one.assessed.clear(), &["Unassessed"]),
        ("words", |one| one.means = [Means::Positioning].into(), &["OnlyPositioned"]),
        ("words", |one| one.means = [Means::Quiz].into(), &["Unassessed", "NoSuchMeans"]),
        ("words", |one| one.means.clear(), &["Unassessed", "NoMeans"]),
        ("words", |one| one.assessment.clear(), &["Unassessed", "NoSuchMeans", "Blank"]),
        ("pix", |one| one.online = " ".to_owned(), &["Practice"]),
        ("pix", |one| one.offline.clear(), &["Practice"]),
        ("pix", |one| one.method = Method::Discussion, &["Practice", "Practice"]),
        ("pix", |one| one.active = [(id("pix"), 14)].into(), &["Active", "Practice", "Practice"]),
        ("pix", |one| one.active = [(id("pix"), 30), (id("define"), 21)].into(), &["Overfull"]),
        ("pix", |one| _ = one.active.insert(id("fax"), 1), &["UnknownObjective"]),
        ("pix", |one| _ = one.assessed.insert(id("fax")), &["UnknownObjective"]),
        ("pix", |one| one.opens = [Opens::Tool(ToolId::new("fax").unwrap())].into(), &["UnknownTool"]),
        ("pix", |one| one.least = Some(51), &["Least"]),
        ("pix", |one| one.id = SequenceId::new("words").unwrap(), &["Twice"]),
        ("cards", |one| one.method = Method::Discussion, &["Missing"]),
        ("exercise", |one| one.opens.clear(), &["Missing"]),
        ("evening", |one| one.opens.clear(), &["Missing", "Missing"]),
        ("stakes", |one| one.minutes = 46, &["Listening"]),
        ("morning", |one| one.method = Method::Talk, &["Listening"]),
        ("evening", |one| one.method = Method::Talk, &["Listening"]),
        ("exercise", |one| one.method = Method::Talk, &["Missing", "Talk", "Listening"]),
        ("coffee", |one| one.minutes = 9, &["NoBreak"]),
        ("coffee", |one| one.active = [(id("define"), 1)].into(), &["Overfull"]),
        ("lunch", |one| one.minutes = 44, &["Lunch"]),
        ("exercise", |one| one.minutes = 111, &["NoBreak"]),
    ];
    for (number, (of, change, expected)) in table.iter().enumerate() {
        let found = told(&changed(of, change));
        assert_eq!(found, *expected, "line {number}, {of}");
    }
}

#[test]
fn what_is_missing_is_named() {
    assert!(changed("morning", |one| one.opens.clear()).contains(&Finding::Missing(Moment::MorningPositioning)));
    let evening = changed("evening", |one| one.opens.clear());
    assert_eq!(evening, [Finding::Missing(Moment::Survey), Finding::Missing(Moment::EveningPositioning)]);
    let practice = changed("pix", |one| one.offline.clear());
    assert!(matches!(practice.as_slice(), [Finding::Practice(on, Network::Without, 0)] if on.title == "PIX"));
    let all = changed("cards", |one| {
        one.title.clear();
        for text in [&mut one.aim, &mut one.content, &mut one.trainer, &mut one.learners, &mut one.support] {
            text.clear();
        }
        one.materials.clear();
    });
    let parts: Vec<Part> =
        all.iter().filter_map(|one| if let Finding::Blank(_, part) = one { Some(*part) } else { None }).collect();
    use Part::*;
    assert_eq!(parts, [Title, Aim, Content, Trainer, Learners, Support, Materials]);
    assert!(all.iter().all(|one| one.weight() == Weight::Advice && one.sequence().unwrap().as_str() == "cards"));
}

#[test]
fn an_empty_day_lacks_everything_and_divides_by_nothing() {
    let empty = Day { sequences: Vec::new(), ..day() };
    let coverage = Coverage::of(&empty, &objectives(), &Items::default());
    assert_eq!((coverage.work, coverage.active_share(), coverage.methods), (0, 0, Vec::new()));
    let expected = ["ShortDay", "Active", "Unassessed", "Active", "Unassessed", "Practice", "Practice"];
    assert_eq!(told(&coverage.findings)[..7], expected);
    assert_eq!(coverage.findings.len(), 7 + 5, "and the five moments; no lunch is asked of nothing");
}

#[test]
fn items_are_counted_by_objective() {
    let (book, objectives) = (crate::content::objectives::objectives().unwrap(), objectives());
    assert_eq!(book.iter().count(), 9);
    let empty = ToolBook {
        version: String::new(),
        as_of: crate::domain::ecosystem::when::When::new("2026").unwrap(),
        sources: vec![],
        tools: vec![],
    };
    let items = Items::of(&objectives, 3, &empty);
    assert_eq!((items.cases, items.positioned.len(), items.questions.len()), (3, 2, 0));
}

fn any_day() -> impl Strategy<Value = Day> {
    let one = (0..Method::ALL.len(), 0_u16..300, 0_u16..400, any::<[bool; 4]>());
    proptest::collection::vec(one, 0..14).prop_map(|all| {
        let make = |(place, (method, minutes, active, on)): (usize, (usize, u16, u16, [bool; 4]))| {
            let opens: &[&str] = if on[2] { &["positioning", "exercise"] } else { &["tool/other"] };
            sequence(
                &format!("s{place}"),
                Method::ALL[method],
                minutes,
                json!({
                    "active": { (if on[0] { "pix" } else { "define" }): active },
                    "assessed": if on[1] { vec!["pix", "define"] } else { vec![] },
                    "means": if on[3] { vec!["quiz", "positioning"] } else { vec![] },
                    "online": if on[2] { "x" } else { "" }, "opens": opens,
                }),
            )
        };
        Day { sequences: all.into_iter().enumerate().map(make).collect(), ..day() }
    })
}

proptest! {
    /// Whatever the day: the rows have a cell a column, and minutes are neither lost nor counted twice.
    #[test]
    fn minutes_add_up(day in any_day()) {
        let coverage = coverage(&day);
        prop_assert_eq!(coverage.methods.iter().map(|time| time.minutes).sum::<u32>(), coverage.whole);
        let breaks = coverage.methods.iter().find(|time| time.method == Method::Break).map_or(0, |time| time.minutes);
        prop_assert_eq!(coverage.whole - breaks, coverage.work);
        prop_assert!(coverage.active <= coverage.work);
        for row in &coverage.rows {
            prop_assert_eq!(row.cells.len(), coverage.columns.len());
            prop_assert_eq!(row.worked_in(&coverage.columns).map(|(_, minutes)| u32::from(minutes)).sum::<u32>(), row.active);
            let is_found = coverage.findings.iter().any(|one| matches!(one, Finding::Unassessed(on) if on.id == row.objective));
            prop_assert_eq!(is_found, row.assessed_in(&coverage.columns).next().is_none());
            if let Some(practised) = row.practised {
                prop_assert!(practised.online.max(practised.offline) <= row.active);
            }
        }
        prop_assert!(coverage.findings.is_sorted_by_key(Finding::weight));
    }

    /// The order of the day changes how it is lived, not what it covers.
    #[test]
    fn what_is_covered_does_not_depend_on_the_order(day in any_day()) {
        let mut turned = day.clone();
        turned.sequences.reverse();
        let (one, other) = (coverage(&day), coverage(&turned));
        prop_assert_eq!(&one.methods, &other.methods);
        for (row, turned) in one.rows.iter().zip(&other.rows) {
            prop_assert_eq!((row.active, row.practised, row.means()), (turned.active, turned.practised, turned.means()));
        }
    }
}
