//! The most ordinary opening hours, « Mo-Fr 09:00-12:00,14:00-17:00; Sa 10:00-12:00; PH off », read without the whole
//! grammar: nearly every place has some, and the grammar takes a hundred times as long. What is read here is exactly what
//! the grammar reads; anything else is left to it.

use chrono::Weekday;
use opening_hours_syntax::ExtendedTime;
use opening_hours_syntax::rules::day::{DaySelector, HolidayKind, WeekDayRange};
use opening_hours_syntax::rules::time::{TimeSelector, TimeSpan};
use opening_hours_syntax::rules::{RuleKind, RuleOperator, RuleSequence};

/// The rules of the most ordinary hours; `None` for any other text.
pub fn rules(text: &str) -> Option<Vec<RuleSequence>> {
    text.split(';').enumerate().map(|(number, text)| rule(if number == 0 { text } else { after_space(text) })).collect()
}

fn after_space(text: &str) -> &str {
    text.strip_prefix(' ').unwrap_or(text)
}

fn rule(text: &str) -> Option<RuleSequence> {
    let (days, times) = text.split_once(' ')?;
    let (kind, time_selector) = match times {
        "off" => (RuleKind::Closed, TimeSelector::default()),
        times => (RuleKind::Open, TimeSelector::new(times.split(',').map(span).collect::<Option<_>>()?)),
    };
    let weekday = if days == "PH" {
        vec![WeekDayRange::Holiday { kind: HolidayKind::Public, offset: 0 }]
    } else {
        days.split(',').map(week_days).collect::<Option<_>>()?
    };
    Some(RuleSequence {
        day_selector: DaySelector { weekday, ..DaySelector::default() },
        time_selector,
        kind,
        operator: RuleOperator::Normal,
        comment: "".into(),
    })
}

fn week_days(text: &str) -> Option<WeekDayRange> {
    let (first, last) = text.split_once('-').unwrap_or((text, text));
    Some(WeekDayRange::Fixed {
        range: week_day(first)?..=week_day(last)?,
        offset: 0,
        nth_from_start: [true; 5],
        nth_from_end: [true; 5],
    })
}

fn week_day(text: &str) -> Option<Weekday> {
    match text {
        "Mo" => Some(Weekday::Mon),
        "Tu" => Some(Weekday::Tue),
        "We" => Some(Weekday::Wed),
        "Th" => Some(Weekday::Thu),
        "Fr" => Some(Weekday::Fri),
        "Sa" => Some(Weekday::Sat),
        "Su" => Some(Weekday::Sun),
        _ => None,
    }
}

fn span(text: &str) -> Option<TimeSpan> {
    let (start, end) = text.split_once('-')?;
    Some(TimeSpan::fixed_range(time(start)?, time(end)?))
}

/// « 09:00 »; times after midnight are left to the grammar.
fn time(text: &str) -> Option<ExtendedTime> {
    let digit = |byte: u8| byte.is_ascii_digit().then(|| byte - b'0');
    let [tens, units, b':', tens_min, units_min] = text.as_bytes() else { return None };
    let hour = digit(*tens)? * 10 + digit(*units)?;
    let minute = digit(*tens_min)? * 10 + digit(*units_min)?;
    (hour < 24).then(|| ExtendedTime::new(hour, minute)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn by_the_grammar(text: &str) -> Option<Vec<RuleSequence>> {
        opening_hours_syntax::parse(text).ok().map(|expression| expression.rules)
    }

    #[test]
    fn the_hours_of_files_are_ordinary() {
        for text in [
            "Mo-Fr 09:00-12:00,14:00-17:00",
            "Mo,We 09:00-12:30; Sa 10:00-12:00; PH off",
            "Tu 14:00-18:00;We off",
            "Fr-Mo 22:00-02:00",
            "PH 10:00-12:00",
        ] {
            let read = rules(text);
            assert!(read.is_some(), "{text}");
            assert_eq!(read, by_the_grammar(text), "{text}");
        }
        for text in
            ["", "24/7", "Mo", "Mo-Fr 9:00-12:00", "Mo 22:00-26:00", "Mo 09:60-10:00", "mo 09:00-10:00", "SH off"]
        {
            assert_eq!(rules(text), None, "{text}");
        }
    }

    fn text() -> impl Strategy<Value = String> {
        let day = prop::sample::select(vec!["Mo", "Tu", "Th", "Su", "PH", "SH", "mo", "M"]);
        let days = prop::collection::vec((day.clone(), prop::option::of(day)), 1..3).prop_map(|days| {
            let one =
                |(first, last): (&str, Option<&str>)| last.map_or(first.to_owned(), |last| format!("{first}-{last}"));
            days.into_iter().map(one).collect::<Vec<_>>().join(",")
        });
        let time = (0_u8..27, 0_u8..62).prop_map(|(hour, minute)| format!("{hour:02}:{minute:02}"));
        let span = (time.clone(), time).prop_map(|(start, end)| format!("{start}-{end}"));
        let times = prop_oneof![
            4 => prop::collection::vec(span, 1..3).prop_map(|spans| spans.join(",")),
            1 => prop::sample::select(vec!["off", "closed", "open", "", "24/7"]).prop_map(str::to_owned),
        ];
        let rule = (days, times).prop_map(|(days, times)| format!("{days} {times}"));
        let separator = prop::sample::select(vec!["; ", ";", " ; ", ", ", ";  "]);
        (rule.clone(), prop::collection::vec((separator, rule), 0..3))
            .prop_map(|(first, rest)| rest.into_iter().fold(first, |text, (separator, rule)| text + separator + &rule))
    }

    proptest! {
        #[test]
        fn what_is_read_is_what_the_grammar_reads(text in text()) {
            if let Some(read) = rules(&text) {
                prop_assert_eq!(Some(read), by_the_grammar(&text));
            }
        }
    }
}
