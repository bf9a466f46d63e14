use super::*;
use crate::records::{Author, DeviceId, ReplicaId};
use proptest::prelude::*;
use serde_json::json;

fn sequence(id: &str, method: &str, minutes: u16, least: Option<u16>) -> Sequence {
    let mut one = json!({ "id": id, "root": id, "title": id, "method": method, "minutes": minutes });
    if let Some(least) = least {
        one["least"] = least.into();
    }
    serde_json::from_value(one).unwrap()
}

/// From 9:00 to 13:05.
fn day() -> Day {
    let sequences = vec![
        sequence("welcome", "frame", 20, None),
        sequence("words", "discussion", 40, Some(30)),
        sequence("pause", "break", 15, Some(5)),
        sequence("case", "case", 60, Some(40)),
        sequence("lunch", "break", 60, Some(30)),
        sequence("end", "frame", 50, Some(45)),
    ];
    Day { starts_at: at("09:00"), sequences }
}

fn at(text: &str) -> NaiveTime {
    NaiveTime::parse_from_str(text, "%H:%M").unwrap()
}

fn on() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 30).unwrap()
}

fn noted(starts: &[(&str, &str)], ended: Option<&str>) -> Noted {
    let starts = starts.iter().map(|(id, time)| (SequenceId::new(id).unwrap(), at(time)));
    Noted { starts: starts.collect(), ended: ended.map(at) }
}

/// The day at a time of it, told in a line: standing, current and what is left of it, next, lateness, expected end.
fn told(noted: &Noted, now: &str) -> String {
    told_on(noted, on().and_time(at(now)))
}

fn told_on(noted: &Noted, now: NaiveDateTime) -> String {
    let day = day();
    let sheet = Plan { day: &day, on: on(), starts_at: day.starts_at }.at(noted, now);
    let current = sheet.current.map(|one| format!("{} {}/{}", one.sequence.id.as_str(), one.elapsed, one.left));
    let next = sheet.next.map_or("-", |one| one.id.as_str());
    let (current, end) = (current.unwrap_or("-".to_owned()), sheet.expected_end.format("%H:%M"));
    format!("{:?} {current} {next} {} {end}", sheet.standing, sheet.late)
}

fn stages(noted: &Noted, now: &str) -> Vec<String> {
    let day = day();
    let sheet = Plan { day: &day, on: on(), starts_at: day.starts_at }.at(noted, on().and_time(at(now)));
    let hour = |time: NaiveTime| time.format("%H:%M").to_string();
    let stage = |line: &Line| match line.stage {
        Stage::ToCome { from, to } => format!("{}-{}", hour(from), hour(to)),
        Stage::Now { from } => format!("now {}", hour(from)),
        Stage::Done { from, minutes } => format!("done {} {minutes:?}", hour(from)),
        Stage::Skipped => "skipped".to_owned(),
    };
    sheet.lines.iter().map(stage).collect()
}

fn cuts(noted: &Noted, now: &str) -> (Vec<(String, u16, u16)>, u32, u32) {
    let day = day();
    let sheet = Plan { day: &day, on: on(), starts_at: day.starts_at }.at(noted, on().and_time(at(now)));
    let cuts = sheet.catch_up.cuts.iter().map(|cut| (cut.sequence.id.as_str().to_owned(), cut.by, cut.to)).collect();
    (cuts, sheet.catch_up.left, sheet.catch_up.work)
}

#[test]
fn the_day_is_told_minute_by_minute() {
    let none = noted(&[], None);
    let one = noted(&[("welcome", "09:00")], None);
    let two = noted(&[("welcome", "09:00"), ("words", "09:20")], None);
    let table = [
        (&none, "08:30", "ToStart - welcome 0 13:05"),
        (&none, "09:10", "ToStart - welcome 10 13:15"),
        (&one, "09:00", "Running welcome 0/20 words 0 13:05"),
        (&one, "09:19", "Running welcome 19/1 words 0 13:05"),
        (&one, "09:20", "Running welcome 20/0 words 0 13:05"),
        (&one, "09:23", "Running welcome 23/-3 words 3 13:08"),
        (&two, "09:30", "Running words 10/30 pause 0 13:05"),
        // The machine slept for an hour: the sequence is the same, and it overran.
        (&two, "10:30", "Running words 70/-30 pause 30 13:35"),
    ];
    for (noted, now, expected) in table {
        assert_eq!(told(noted, now), expected, "{now}");
        assert_eq!(told(noted, now), told(noted, now), "reloading changes nothing");
    }
    assert_eq!(stages(&two, "09:30")[..4], ["done 09:00 Some(20)", "now 09:20", "10:00-10:15", "10:15-11:15"]);
}

#[test]
fn a_late_start_is_late_from_the_first_minute() {
    let late = noted(&[("welcome", "09:12")], None);
    assert_eq!(told(&late, "09:15"), "Running welcome 3/17 words 12 13:17");
    let early = noted(&[("welcome", "08:50")], None);
    assert_eq!(told(&early, "08:55"), "Running welcome 5/15 words -10 12:55");
}

#[test]
fn a_sequence_that_is_skipped_is_behind_and_one_taken_early_is_done() {
    let skipped = noted(&[("welcome", "09:00"), ("case", "09:20")], None);
    assert_eq!(told(&skipped, "09:20"), "Running case 0/60 lunch -55 12:10");
    assert_eq!(stages(&skipped, "09:20")[1..3], ["skipped", "skipped"]);
    let swapped = noted(&[("welcome", "09:00"), ("case", "09:20"), ("words", "10:20")], None);
    assert_eq!(told(&swapped, "10:25"), "Running words 5/35 pause 0 13:05");
    assert_eq!(stages(&swapped, "10:25")[2..5], ["11:00-11:15", "done 09:20 Some(60)", "11:15-12:15"]);
}

#[test]
fn a_clock_that_goes_back_and_another_day_lead_nowhere_absurd() {
    let two = noted(&[("welcome", "09:00"), ("words", "09:20")], None);
    assert_eq!(told(&two, "09:05"), "Running words 0/40 pause 0 13:05");
    let at_night = on().succ_opt().unwrap().and_time(at("00:10"));
    assert_eq!(told_on(&two, at_night), "LeftOpen - - 0 13:05");
    assert_eq!(told_on(&noted(&[], None), at_night), "LeftOpen - - 0 13:05");
    let over = noted(&[("welcome", "09:00")], Some("09:40"));
    assert_eq!(told_on(&over, at_night), "Over - - -205 09:40");
    let before = on().pred_opt().unwrap().and_time(at("18:00"));
    assert_eq!(told_on(&noted(&[], None), before), "ToStart - welcome 0 13:05");
    // Late in the evening, what is to come is told past midnight and nothing breaks.
    assert_eq!(told(&two, "23:50"), "Running words 870/-830 pause 830 02:55");
}

#[test]
fn lateness_is_caught_up_where_there_is_most_to_take() {
    let from = |time| noted(&[("welcome", time)], None);
    let cut = |id: &str, by, to| (id.to_owned(), by, to);
    assert_eq!(cuts(&from("09:00"), "09:05"), (vec![], 0, 170));
    // The case gives most, 20; then lunch, down to 45 and not to its 30.
    assert_eq!(cuts(&from("09:15"), "09:15"), (vec![cut("case", 15, 45)], 0, 155));
    assert_eq!(cuts(&from("09:30"), "09:30"), (vec![cut("case", 20, 40), cut("lunch", 10, 50)], 0, 150));
    let all =
        vec![cut("words", 10, 30), cut("pause", 5, 10), cut("case", 20, 40), cut("lunch", 15, 45), cut("end", 5, 45)];
    assert_eq!(cuts(&from("10:00"), "10:00"), (all, 5, 135));
    // What has begun, or was left out, is not shortened; ahead, nothing is.
    let later = noted(&[("welcome", "09:00"), ("lunch", "11:45")], None);
    assert_eq!(cuts(&later, "11:45"), (vec![cut("end", 5, 45)], 25, 210), "the welcome lasted until then");
}

#[test]
fn once_over_planned_and_actual_minutes_stand_side_by_side() {
    let over = noted(
        &[("welcome", "09:02"), ("words", "09:25"), ("pause", "10:10"), ("case", "10:25"), ("end", "11:30")],
        Some("12:15"),
    );
    assert_eq!(told(&over, "18:00"), "Over - - -50 12:15");
    let expected =
        ["done 09:02 Some(23)", "done 09:25 Some(45)", "done 10:10 Some(15)", "done 10:25 Some(65)", "skipped"];
    assert_eq!(stages(&over, "18:00")[..5], expected);
    assert_eq!(stages(&over, "18:00")[5], "done 11:30 Some(45)");
    assert_eq!(cuts(&over, "18:00"), (vec![], 0, 23 + 45 + 65 + 45));
}

#[test]
fn the_plan_begins_at_the_hour_of_the_session() {
    let day = day();
    let morning = serde_json::from_value(json!({ "from": "09:30", "to": "12:30" })).ok();
    assert_eq!(Plan::of(&day, on(), Hours { morning, afternoon: None }).starts_at, at("09:30"));
    assert_eq!(Plan::of(&day, on(), Hours::default()).starts_at, at("09:00"));
}

/// Writes, and reads back what is noted then.
fn written(tables: &mut Tables, changes: &ChangeSet) -> Noted {
    let author = Author { replica: ReplicaId::new("r").unwrap(), device: DeviceId::new("d").unwrap(), at_ms: 1 };
    for (key, record) in changes.apply(tables, &author) {
        tables.put(key, record);
    }
    Noted::find(tables, &session())
}

fn session() -> SessionId {
    SessionId::new("s").unwrap()
}

#[test]
fn notes_are_stored_taken_back_and_read() {
    let (mut tables, id) = (Tables::default(), |text: &str| SequenceId::new(text).unwrap());
    let mut now = Noted::find(&tables, &session());
    assert_eq!(now, Noted::default());
    for (sequence, time) in [("welcome", "09:02"), ("words", "09:25"), ("pause", "09:26")] {
        now = written(&mut tables, &now.start(&session(), &id(sequence), at(time)));
    }
    assert_eq!(now, noted(&[("welcome", "09:02"), ("words", "09:25"), ("pause", "09:26")], None));
    now = written(&mut tables, &now.end(&session(), at("09:30")));
    assert_eq!(now.ended, Some(at("09:30")));
    // The pause was tapped by mistake: words go on from when they began, and the day with them.
    now = written(&mut tables, &now.back_to(&session(), &id("words")));
    assert_eq!(now, noted(&[("welcome", "09:02"), ("words", "09:25")], None));
    assert!(now.back_to(&session(), &id("lunch")).is_empty(), "what has not begun is not gone back to");
    now = written(&mut tables, &now.end(&session(), at("09:40")));
    now = written(&mut tables, &now.start(&session(), &id("pause"), at("09:45")));
    assert_eq!(now.ended, None, "a day that was said to be over goes on");
    let mut unreadable = ChangeSet::default();
    unreadable.write(&key(&session()).unwrap(), field::ENDED, Some("noon"));
    assert_eq!(written(&mut tables, &unreadable).ended, None);
}

fn any_noted() -> impl Strategy<Value = Noted> {
    let time = (0_u32..1_440).prop_map(|minute| time(minute.into()));
    let starts = proptest::collection::btree_map(
        (0..6_usize).prop_map(|place| day().sequences[place].id.clone()),
        time.clone(),
        0..6,
    );
    (starts, proptest::option::of(time)).prop_map(|(starts, ended)| Noted { starts, ended })
}

proptest! {
    /// Whatever was noted and whatever the clock says: one current sequence at most, cuts that keep to what is allowed
    /// and add up with what is left, and a later clock that never makes the day end sooner.
    #[test]
    fn whatever_was_noted(noted in any_noted(), now in 0_u32..1_440, more in 0_u32..60) {
        let day = day();
        let plan = Plan { day: &day, on: on(), starts_at: day.starts_at };
        let sheet = plan.at(&noted, on().and_time(time(now.into())));
        let running = sheet.lines.iter().filter(|line| matches!(line.stage, Stage::Now { .. })).count();
        prop_assert_eq!(running, usize::from(sheet.standing == Standing::Running));
        prop_assert_eq!(sheet.current.is_some(), running == 1);
        prop_assert_eq!(sheet.lines.len(), day.sequences.len());
        let taken: i64 = sheet.catch_up.cuts.iter().map(|cut| i64::from(cut.by)).sum();
        if matches!(sheet.standing, Standing::ToStart | Standing::Running) {
            prop_assert_eq!(taken + i64::from(sheet.catch_up.left), sheet.late.max(0));
        }
        for cut in &sheet.catch_up.cuts {
            prop_assert_eq!(cut.by + cut.to, cut.sequence.minutes);
            let least = cut.sequence.least.unwrap().max(if cut.sequence.is_work() { 0 } else { LEAST_BREAK });
            prop_assert!(cut.to >= least);
        }
        let later = plan.at(&noted, on().and_time(time((now + more).min(1_439).into())));
        prop_assert!(later.late >= sheet.late);
    }
}
