use super::*;
use crate::records::{Author, Change, DeviceId, ReplicaId};
use serde_json::json;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn at_ms(text: &str) -> i64 {
    day(text).and_hms_opt(12, 0, 0).unwrap().and_utc().timestamp_millis()
}

fn key(id: &str) -> Key {
    decode::key(&RecordId::new(id).unwrap()).unwrap()
}

fn write(tables: &mut Tables, changes: &ChangeSet, at_ms: i64) {
    let author = Author { replica: ReplicaId::new("me").unwrap(), device: DeviceId::new("desk").unwrap(), at_ms };
    changes.apply(tables, &author).into_iter().for_each(|(key, record)| tables.put(key, record));
}

fn put(tables: &mut Tables, id: &str, fields: &[(&str, Value)]) {
    let mut changes = ChangeSet::new();
    for (name, value) in fields {
        changes.set_named(&key(id), name, value.clone()).unwrap();
    }
    write(tables, &changes, 1);
}

fn rule(months: u32) -> Rule {
    Rule { months: Some(months), ..Rule::default() }
}

/// What is due, by identity.
fn ids(tables: &Tables, rule: &Rule, today: &str) -> Vec<String> {
    due(tables, rule, day(today)).into_iter().map(|due| due.id.to_string()).collect()
}

#[test]
fn months_are_counted_from_the_end_else_from_the_beginning() {
    // started, concluded, months, the first day on which erasing is due
    for (started, concluded, months, since) in [
        (Some("2024-03-15"), None, 24, Some("2026-03-15")),
        (Some("2024-03-15"), Some("2024-05-01"), 24, Some("2026-05-01")),
        (None, Some("2024-05-01"), 1, Some("2024-06-01")),
        // The ends of months and leap years: the last day of a shorter month.
        (Some("2025-08-31"), None, 6, Some("2026-02-28")),
        (Some("2023-08-31"), None, 6, Some("2024-02-29")),
        (Some("2024-02-29"), None, 12, Some("2025-02-28")),
        (Some("2024-02-29"), None, 48, Some("2028-02-29")),
        (Some("2026-01-30"), None, 1, Some("2026-02-28")),
        // The end is still to come: a wrong clock's, the beginning counts.
        (Some("2024-03-15"), Some("2099-01-01"), 24, Some("2026-03-15")),
        (None, None, 1, None),
    ] {
        let mut tables = Tables::default();
        let dates = [("started_on", started), ("concluded_on", concluded)];
        let fields: Vec<_> = dates.into_iter().filter_map(|(name, date)| Some((name, json!(date?)))).collect();
        put(&mut tables, "a", &[&fields[..], &[("label", json!("x"))]].concat());
        match since {
            None => assert!(due(&tables, &rule(months), day("2090-01-01")).is_empty(), "no date to go by"),
            Some(since) => {
                let since = day(since);
                assert!(due(&tables, &rule(months), since.pred_opt().unwrap()).is_empty(), "before {since}");
                let due = due(&tables, &rule(months), since);
                assert_eq!(due.iter().map(|due| due.why.day()).collect::<Vec<_>>(), [since]);
            }
        }
    }
}

#[test]
fn nothing_is_old_while_nobody_decided() {
    let mut tables = Tables::default();
    put(&mut tables, "a", &[("started_on", json!("2001-01-01"))]);
    assert_eq!(ids(&tables, &Rule::default(), "2026-01-01"), [""; 0]);
}

#[test]
fn nothing_but_an_interview_is_due() {
    let elsewhere = Key { kind: Kind::new("directory").unwrap(), id: RecordId::new("a").unwrap() };
    let mut changes = ChangeSet::new();
    changes.set_named(&elsewhere, "started_on", json!("2001-01-01")).unwrap();
    let mut tables = Tables::default();
    write(&mut tables, &changes, 1);
    assert_eq!(ids(&tables, &rule(1), "2026-01-01"), [""; 0]);
}

#[test]
fn what_was_removed_is_due_after_thirty_days_when_its_clock_is_believable() {
    let mut tables = Tables::default();
    for (id, removed_at_ms) in
        [("a", at_ms("2026-01-01")), ("b", 5), ("c", at_ms("2099-01-01")), ("d", at_ms("2026-01-20"))]
    {
        put(&mut tables, id, &[("label", json!("x"))]);
        write(&mut tables, &change::delete(&key(id)), removed_at_ms);
    }
    assert_eq!(ids(&tables, &Rule::default(), "2026-01-31"), [""; 0], "the thirtieth day");
    assert_eq!(ids(&tables, &Rule::default(), "2026-02-01"), ["a"]);
    assert_eq!(ids(&tables, &Rule::default(), "2060-01-01"), ["a", "d"]);
    write(&mut tables, &change::restore(&key("a")), at_ms("2026-02-01"));
    assert_eq!(ids(&tables, &Rule::default(), "2026-02-01"), [""; 0], "restored");
    let erased = ChangeSet::erase(&tables, &[key("d")]);
    write(&mut tables, &erased, at_ms("2026-02-01"));
    assert_eq!(ids(&tables, &Rule::default(), "2060-01-01"), [""; 0], "erased");
}

#[test]
fn removed_by_two_the_later_day_counts_and_a_wrong_clock_stops_it() {
    let entry = |by: &str, at: i64| json!({ "v": true, "at": at, "by": by, "seq": 1 });
    for (second, expected) in [(at_ms("2026-02-01"), Some("2026-02-01")), (0, None)] {
        let fields = json!({ "deleted": [entry("r1", at_ms("2026-01-01")), entry("r2", second)] });
        let record: Record = serde_json::from_value(json!({ "fields": fields })).unwrap();
        assert_eq!(removed_on(&record), expected.map(day));
    }
}

#[test]
fn a_postponement_holds_until_its_last_day() {
    for (today, until) in [("2026-03-02", "2026-09-02"), ("2025-08-31", "2026-02-28"), ("2027-08-31", "2028-02-29")] {
        assert_eq!(postponed(day(today)), day(until));
    }
    let mut tables = Tables::default();
    put(&mut tables, "a", &[("started_on", json!("2020-01-01"))]);
    let changes = keep_until(&tables, &key("a"), day("2026-09-02"));
    write(&mut tables, &changes, at_ms("2026-03-02"));
    assert_eq!(ids(&tables, &rule(24), "2026-09-02"), [""; 0]);
    assert_eq!(ids(&tables, &rule(24), "2026-09-03"), ["a"]);
}

#[test]
fn what_is_restricted_is_listed_apart_until_it_is_over() {
    let mut tables = Tables::default();
    put(&mut tables, "a", &[("started_on", json!("2020-01-01"))]);
    let until = |text: &str| Restriction { until: day(text), reason: "Recours".to_owned() };
    let changes = restrict(&tables, &key("a"), Some(&until("2026-03-31")));
    write(&mut tables, &changes, 2);
    put(&mut tables, "b", &[("restricted", serde_json::to_value(until("2026-03-05")).unwrap())]);
    let kept = |today: &str| -> Vec<String> {
        restricted(&tables, day(today)).iter().map(|kept| kept.id.to_string()).collect()
    };
    assert_eq!((kept("2026-03-05"), ids(&tables, &rule(24), "2026-03-05")), (vec!["b".into(), "a".into()], vec![]));
    assert_eq!((kept("2026-04-01"), ids(&tables, &rule(24), "2026-04-01")), (vec![], vec!["b".into(), "a".into()]));
    let over = due(&tables, &rule(24), day("2026-04-01"));
    assert_eq!(over[1].why, Why::RestrictionOver { until: day("2026-03-31") });
    assert!(!decode::is_in_use(&over[1].record), "over, it is still not for ordinary use");
    let changes = restrict(&tables, &key("a"), None);
    write(&mut tables, &changes, 3);
    assert_eq!(ids(&tables, &rule(24), "2026-03-05"), ["a"], "lifted, the rule counts again");
}

#[test]
fn postponing_or_restricting_what_was_removed_leaves_it_removed() {
    let restriction = Restriction { until: day("2027-01-01"), reason: "Recours".to_owned() };
    let acts: [fn(&Tables, &Restriction) -> ChangeSet; 2] = [
        |tables, restriction| keep_until(tables, &key("a"), restriction.until),
        |tables, restriction| restrict(tables, &key("a"), Some(restriction)),
    ];
    for act in acts {
        let mut tables = Tables::default();
        put(&mut tables, "a", &[("label", json!("x"))]);
        write(&mut tables, &change::delete(&key("a")), at_ms("2026-01-01"));
        let changes = act(&tables, &restriction);
        write(&mut tables, &changes, at_ms("2026-03-01"));
        let record = tables.get(&key("a")).unwrap();
        assert!(record.is_deleted());
        assert_eq!(removed_on(record), Some(day("2026-01-01")), "removed since the same day");
        assert_eq!(ids(&tables, &Rule::default(), "2026-03-01"), [""; 0]);
    }
}

#[test]
fn a_rule_is_written_and_read_back() {
    let hold = Hold { until: day("2028-02-29"), reason: "Contrôle de l’État".to_owned() };
    let mut tables = Tables::default();
    for rule in [
        Rule { months: Some(24), hold: Some(hold.clone()), ..Rule::default() },
        rule(1),
        Rule { hold: Some(hold), ..Rule::default() },
        Rule { answer_months: Some(18), ..Rule::default() },
    ] {
        let changes = change_rule(&Rule::of(&tables), &rule);
        write(&mut tables, &changes, 1);
        assert_eq!(Rule::of(&tables), rule);
    }
    assert_eq!(ids(&tables, &rule(1), "2090-01-01"), [""; 0], "the rule is no interview");
    let changes = change_rule(&Rule::of(&tables), &Rule::default());
    write(&mut tables, &changes, 1);
    assert_eq!(Rule::of(&tables), Rule::default());
}

#[test]
fn only_what_changes_in_a_rule_is_written() {
    let hold = |reason: &str| Some(Hold { until: day("2028-02-29"), reason: reason.to_owned() });
    let before = Rule { months: Some(24), hold: hold("Contrôle"), ..Rule::default() };
    for (after, expected) in [
        (before.clone(), &[][..]),
        (Rule { months: Some(36), ..before.clone() }, &["interview/months"]),
        (Rule { proof_months: Some(60), ..before.clone() }, &["attendance/months"]),
        (Rule { answer_months: Some(6), ..before.clone() }, &["survey/months"]),
        (Rule { hold: hold("Recours"), ..before.clone() }, &["hold/reason"]),
        (Rule { hold: None, ..before.clone() }, &["hold/reason", "hold/until"]),
    ] {
        let changes = change_rule(&before, &after);
        let field = |change: &Change| match change {
            Change::Set { field, .. } | Change::SetAs { field, .. } => field.to_string(),
            Change::Erase { key } => panic!("{key} is erased"),
        };
        assert_eq!(changes.changes.iter().map(field).collect::<Vec<_>>(), expected);
    }
}

#[test]
fn a_rule_that_cannot_be_read_decides_nothing() {
    for (fields, expected) in [
        (vec![("interview/months", json!(0))], Rule::default()),
        (vec![("interview/months", json!(-3))], Rule::default()),
        (vec![("survey/months", json!(0))], Rule::default()),
        (vec![("interview/months", json!("24"))], Rule::default()),
        (vec![("interview/months", json!(MAX_MONTHS + 1))], Rule::default()),
        (vec![("hold/reason", json!("r"))], Rule::default()),
        (vec![("hold/until", json!("2027-02-29")), ("hold/reason", json!("r"))], Rule::default()),
        (
            vec![("hold/until", json!("2027-02-28")), ("hold/reason", json!(7)), ("interview/months", json!(24))],
            Rule {
                months: Some(24),
                hold: Some(Hold { until: day("2027-02-28"), reason: String::new() }),
                ..Rule::default()
            },
        ),
    ] {
        let mut changes = ChangeSet::new();
        fields.iter().for_each(|(name, value)| changes.set_named(&rule_key().unwrap(), name, value.clone()).unwrap());
        let mut tables = Tables::default();
        write(&mut tables, &changes, 1);
        assert_eq!(Rule::of(&tables), expected, "{fields:?}");
    }
}

#[test]
fn an_obligation_lasts_until_its_last_day() {
    let rule = Rule { hold: Some(Hold { until: day("2026-12-31"), reason: String::new() }), ..Rule::default() };
    assert!(rule.hold_on(day("2026-12-31")).is_some());
    assert_eq!(rule.hold_on(day("2027-01-01")), None);
}
