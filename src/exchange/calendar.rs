//! Calendar files (RFC 5545), for any calendar program. Times are those of Paris, with the European rule beside them.
//!
//! Ours: the `ics` crate folds lines one octet too late, and leaves escaping to whoever calls it.

use super::content_lines::{Lines, escaped};
use chrono::NaiveDateTime;

/// What lies in a calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarEvent {
    /// The same at each export: a calendar then changes the event that it has rather than add another.
    pub uid: String,
    /// How often the event has changed: a calendar takes the highest.
    pub sequence: u32,
    /// When this was written, in universal time.
    pub stamp: NaiveDateTime,
    /// As clocks show it in Paris.
    pub starts: NaiveDateTime,
    pub ends: NaiveDateTime,
    pub summary: String,
    pub location: String,
    pub description: String,
    pub status: EventStatus,
    /// How long before the start the calendar calls attention to it.
    pub alarm_min: Option<u32>,
}

/// Whether an event takes place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventStatus {
    Tentative,
    Confirmed,
    Cancelled,
}

/// The rule of the European Union since October 1996.
const ZONE: [&str; 17] = [
    "BEGIN:VTIMEZONE",
    "TZID:Europe/Paris",
    "BEGIN:DAYLIGHT",
    "DTSTART:19970330T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "TZNAME:CEST",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "DTSTART:19961027T030000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "TZNAME:CET",
    "END:STANDARD",
    "END:VTIMEZONE",
];

/// The text of a file that holds these events.
pub fn to_ics(events: &[CalendarEvent]) -> String {
    let mut lines = Lines::default();
    ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Reperes//Reperes//FR", "CALSCALE:GREGORIAN"]
        .iter()
        .chain(&ZONE)
        .for_each(|line| lines.push(line));
    for event in events {
        push_event(&mut lines, event);
    }
    lines.push("END:VCALENDAR");
    lines.text()
}

fn push_event(lines: &mut Lines, event: &CalendarEvent) {
    let local = |name: &str, at: NaiveDateTime| format!("{name};TZID=Europe/Paris:{}", at.format("%Y%m%dT%H%M%S"));
    lines.push("BEGIN:VEVENT");
    lines.push_text("UID", &event.uid);
    lines.push(&format!("DTSTAMP:{}", event.stamp.format("%Y%m%dT%H%M%SZ")));
    lines.push(&format!("SEQUENCE:{}", event.sequence));
    lines.push(&local("DTSTART", event.starts));
    // An end must come after its start.
    if event.ends > event.starts {
        lines.push(&local("DTEND", event.ends));
    }
    lines.push_text("SUMMARY", &event.summary);
    lines.push_text("LOCATION", &event.location);
    lines.push_text("DESCRIPTION", &event.description);
    lines.push(match event.status {
        EventStatus::Tentative => "STATUS:TENTATIVE",
        EventStatus::Confirmed => "STATUS:CONFIRMED",
        EventStatus::Cancelled => "STATUS:CANCELLED",
    });
    if let Some(before_min) = event.alarm_min.filter(|_| event.status != EventStatus::Cancelled) {
        lines.push("BEGIN:VALARM");
        lines.push("ACTION:DISPLAY");
        // An alarm must have a text, be it the default one of the calendar.
        lines.push(&format!("DESCRIPTION:{}", escaped(&event.summary)));
        lines.push(&format!("TRIGGER:-PT{before_min}M"));
        lines.push("END:VALARM");
    }
    lines.push("END:VEVENT");
}

#[cfg(test)]
mod tests {
    use super::super::content_lines::LINE_MAX;
    use super::*;
    use crate::records::clean_text;
    use chrono::{Datelike, Days, NaiveDate, Weekday};
    use proptest::prelude::*;

    fn at(day: (i32, u32, u32), time: (u32, u32)) -> NaiveDateTime {
        NaiveDate::from_ymd_opt(day.0, day.1, day.2).unwrap().and_hms_opt(time.0, time.1, 0).unwrap()
    }

    fn event() -> CalendarEvent {
        CalendarEvent {
            uid: "session-1@reperes".to_owned(),
            sequence: 2,
            stamp: at((2022, 2, 1), (8, 0)),
            starts: at((2022, 3, 1), (9, 30)),
            ends: at((2022, 3, 1), (12, 30)),
            summary: "Repérer les besoins numériques\u{202f}; séance 1, matin".to_owned(),
            location: "1, rue de l’Été\nBobigny".to_owned(),
            description: "Accès\u{a0}: C:\\sous-sol".to_owned(),
            status: EventStatus::Confirmed,
            alarm_min: Some(60),
        }
    }

    /// The lines as a reader puts them together again.
    fn unfolded(text: &str) -> Vec<String> {
        text.replace("\r\n ", "").split_terminator("\r\n").map(str::to_owned).collect()
    }

    /// A text as a reader gives it back.
    fn unescaped(text: &str) -> String {
        let mut read = String::new();
        let mut letters = text.chars();
        while let Some(letter) = letters.next() {
            read.push(match letter {
                '\\' => match letters.next().unwrap() {
                    'n' => '\n',
                    other => other,
                },
                other => other,
            });
        }
        read
    }

    fn text_of(name: &str, text: &str) -> Option<String> {
        let lines = unfolded(text);
        let value = lines.iter().find_map(|line| line.strip_prefix(name)?.strip_prefix(':').map(str::to_owned));
        value.map(|value| unescaped(&value))
    }

    #[test]
    fn an_event_says_all_that_is_known_of_it() {
        let expected = [
            "BEGIN:VEVENT",
            "UID:session-1@reperes",
            "DTSTAMP:20220201T080000Z",
            "SEQUENCE:2",
            "DTSTART;TZID=Europe/Paris:20220301T093000",
            "DTEND;TZID=Europe/Paris:20220301T123000",
            "SUMMARY:Repérer les besoins numériques\u{202f}\\; séance 1\\, matin",
            "LOCATION:1\\, rue de l’Été\\nBobigny",
            "DESCRIPTION:Accès\u{a0}: C:\\\\sous-sol",
            "STATUS:CONFIRMED",
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            "DESCRIPTION:Repérer les besoins numériques\u{202f}\\; séance 1\\, matin",
            "TRIGGER:-PT60M",
            "END:VALARM",
            "END:VEVENT",
            "END:VCALENDAR",
        ];
        let lines = unfolded(&to_ics(&[event()]));
        assert_eq!(lines[lines.len() - expected.len()..], expected);
        assert_eq!(lines[..2], ["BEGIN:VCALENDAR", "VERSION:2.0"]);
        assert!(!lines.iter().any(|line| line.starts_with("METHOD")));
    }

    #[test]
    fn what_is_cancelled_calls_nobody_and_what_is_empty_is_left_out() {
        let cancelled =
            CalendarEvent { status: EventStatus::Cancelled, location: " ".to_owned(), ends: event().starts, ..event() };
        let text = to_ics(&[cancelled]);
        assert!(text.contains("\r\nSTATUS:CANCELLED\r\n"));
        for absent in ["VALARM", "LOCATION:", "DTEND"] {
            assert!(!text.contains(absent), "{absent}");
        }
    }

    /// How far Paris is from universal time at a local time, as the rule of the file says it.
    fn offset_h(text: &str, at: NaiveDateTime) -> i32 {
        let last_sunday = |month: u32| {
            let last = NaiveDate::from_ymd_opt(at.year(), month, 31).unwrap();
            last - Days::new(u64::from(last.weekday().days_since(Weekday::Sun)))
        };
        let lines = unfolded(text);
        let change = |name: &str| {
            let from = lines.iter().position(|line| line == &format!("BEGIN:{name}")).unwrap();
            let value =
                |start: &str| lines[from..].iter().find_map(|line| line.strip_prefix(start)).unwrap().to_owned();
            let rule = value("RRULE:FREQ=YEARLY;BYMONTH=");
            let (month, day) = rule.split_once(";BYDAY=").unwrap();
            assert_eq!(day, "-1SU");
            let hour: u32 = value("DTSTART:")[9..11].parse().unwrap();
            let starts = last_sunday(month.parse().unwrap()).and_hms_opt(hour, 0, 0).unwrap();
            (starts, value("TZOFFSETTO:+")[..2].parse::<i32>().unwrap())
        };
        let ((summer, in_summer), (winter, in_winter)) = (change("DAYLIGHT"), change("STANDARD"));
        if at >= summer && at < winter { in_summer } else { in_winter }
    }

    #[test]
    fn the_clock_changes_as_in_europe() {
        let text = to_ics(&[]);
        let offsets = [
            ((2022, 3, 26), (9, 0), 1),
            ((2022, 3, 27), (1, 59), 1),
            ((2022, 3, 27), (3, 0), 2),
            ((2022, 10, 29), (9, 0), 2),
            ((2022, 10, 30), (3, 0), 1),
            ((2024, 3, 31), (9, 0), 2),
        ];
        for (day, time, expected) in offsets {
            assert_eq!(offset_h(&text, at(day, time)), expected, "{day:?}");
        }
    }

    proptest! {
        #[test]
        fn no_line_is_too_long_and_every_text_comes_back(text in "(\\PC|[éœ’\\\\;,\n\t\r:]|\u{1f600}){0,120}") {
            let written = to_ics(&[CalendarEvent { description: text.clone(), alarm_min: None, ..event() }]);
            for line in written.split("\r\n") {
                prop_assert!(line.len() <= LINE_MAX, "{line}");
                prop_assert!(!line.contains(['\n', '\r']));
            }
            let expected = clean_text(&text);
            let expected = (!expected.trim().is_empty()).then(|| expected.into_owned());
            prop_assert_eq!(text_of("DESCRIPTION", &written), expected);
        }
    }
}
