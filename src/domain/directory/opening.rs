//! Open now, next opening, and the week's table, in civil time (that of Paris, passed in).

use super::holidays::{PublicHoliday, public_holiday};
use super::hours::{DayPlan, Hours, HoursError, Span};
use chrono::{Datelike, Days, Duration, NaiveDate, NaiveDateTime, NaiveTime, Weekday};

/// How far ahead the next opening is looked for.
const HORIZON_DAYS: u64 = 14;

/// Whether a place is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenState {
    /// Open, until then; no end when it does not close within two weeks.
    Open {
        until: Option<NaiveDateTime>,
    },
    /// Closed, and opening then; none when no opening is sure within two weeks.
    Closed {
        next: Option<NaiveDateTime>,
    },
    Unknown(UnknownHours),
}

/// Why it is not known whether a place is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnknownHours {
    /// The file gives no hours.
    NotGiven,
    /// It gives a text that cannot be evaluated; show the text.
    NotEvaluated,
    /// It is a public holiday, of which the hours say nothing.
    Holiday(PublicHoliday),
}

/// One day of the week's table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WeekDay {
    pub date: NaiveDate,
    pub plan: DayPlan,
    pub holiday: Option<PublicHoliday>,
}

/// Whether a place with these hours, as written in the file, is open at `now`.
pub fn open_state(hours: &str, now: NaiveDateTime) -> OpenState {
    if hours.trim().is_empty() {
        return OpenState::Unknown(UnknownHours::NotGiven);
    }
    match Hours::parse(hours) {
        Ok(hours) => hours.state(now),
        Err(HoursError::Unreadable | HoursError::NotEvaluated) => OpenState::Unknown(UnknownHours::NotEvaluated),
    }
}

impl Hours {
    /// Whether it is open at `now`.
    pub fn state(&self, now: NaiveDateTime) -> OpenState {
        let sure = self.openings(now.date());
        if let Some(opening) = sure.iter().find(|opening| opening.start <= now && now < opening.end) {
            let is_endless = (opening.end - now).num_days() >= HORIZON_DAYS as i64;
            return OpenState::Open { until: (!is_endless).then_some(opening.end) };
        }
        if let (DayPlan::UnsureHoliday, Some(holiday)) = (self.on(now.date()), public_holiday(now.date())) {
            return OpenState::Unknown(UnknownHours::Holiday(holiday));
        }
        OpenState::Closed { next: sure.iter().map(|opening| opening.start).find(|start| *start > now) }
    }

    /// Whether it is surely open at `now`: the short answer, for a whole directory.
    pub fn is_open(&self, now: NaiveDateTime) -> bool {
        let today = now.date();
        let days = today.pred_opt().into_iter().chain([today]);
        let openings = days.flat_map(|date| match self.on(date) {
            DayPlan::Open(spans) => spans.into_iter().map(|span| Opening::new(date, span)).collect(),
            DayPlan::Closed | DayPlan::UnsureHoliday => Vec::new(),
        });
        openings.into_iter().any(|opening| opening.start <= now && now < opening.end)
    }

    /// Whether it opens on the next such day, `today` included, that is no public holiday.
    pub fn opens_on(&self, weekday: Weekday, today: NaiveDate) -> bool {
        let mut days = today.iter_days().take(5 * 7).filter(|date| date.weekday() == weekday);
        let usual = days.find(|date| public_holiday(*date).is_none());
        usual.is_some_and(|date| matches!(self.on(date), DayPlan::Open(spans) if !spans.is_empty()))
    }

    /// The seven days of the week that holds `date`, from Monday.
    pub fn week_of(&self, date: NaiveDate) -> Vec<WeekDay> {
        let monday = date.checked_sub_days(Days::new(date.weekday().num_days_from_monday().into())).unwrap_or(date);
        let day = |date| WeekDay { date, plan: self.on(date), holiday: public_holiday(date) };
        monday.iter_days().take(7).map(day).collect()
    }

    /// The sure openings from the day before `today` to the horizon, those that touch made one.
    fn openings(&self, today: NaiveDate) -> Vec<Opening> {
        let first = today.pred_opt().unwrap_or(today);
        let mut openings: Vec<Opening> = Vec::new();
        for date in first.iter_days().take(HORIZON_DAYS as usize + 2) {
            let DayPlan::Open(spans) = self.on(date) else { continue };
            for opening in spans.into_iter().map(|span| Opening::new(date, span)) {
                match openings.last_mut() {
                    Some(last) if opening.start <= last.end => last.end = last.end.max(opening.end),
                    _ => openings.push(opening),
                }
            }
        }
        openings
    }
}

struct Opening {
    start: NaiveDateTime,
    end: NaiveDateTime,
}

impl Opening {
    fn new(date: NaiveDate, span: Span) -> Self {
        let midnight = date.and_time(NaiveTime::MIN);
        let after = |minutes: u16| midnight.checked_add_signed(Duration::minutes(minutes.into())).unwrap_or(midnight);
        Self { start: after(span.start_min), end: after(span.end_min) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
    }

    fn open(until: &str) -> OpenState {
        OpenState::Open { until: Some(at(until)) }
    }

    fn closed(next: &str) -> OpenState {
        OpenState::Closed { next: Some(at(next)) }
    }

    const NEVER: OpenState = OpenState::Closed { next: None };
    const ALWAYS: OpenState = OpenState::Open { until: None };
    const NOT_EVALUATED: OpenState = OpenState::Unknown(UnknownHours::NotEvaluated);

    /// Reference week: Monday 2 to Sunday 8 March 2026, without a holiday.
    #[test]
    fn tells_open_from_closed() {
        const OFFICE: &str = "Mo-Fr 09:00-12:00,13:30-17:00; Sa 10:00-12:00";
        for (hours, now, expected) in [
            (OFFICE, "2026-03-02 08:59", closed("2026-03-02 09:00")),
            (OFFICE, "2026-03-02 09:00", open("2026-03-02 12:00")),
            (OFFICE, "2026-03-02 12:00", closed("2026-03-02 13:30")),
            (OFFICE, "2026-03-06 17:00", closed("2026-03-07 10:00")),
            (OFFICE, "2026-03-07 23:59", closed("2026-03-09 09:00")),
            ("Mo 09:00-12:00, 14:00-17:00", "2026-03-02 13:00", closed("2026-03-02 14:00")),
            // Past midnight.
            ("Fr-Sa 22:00-02:00", "2026-03-07 01:59", open("2026-03-07 02:00")),
            ("Fr-Sa 22:00-02:00", "2026-03-07 02:00", closed("2026-03-07 22:00")),
            ("Fr 22:00-26:00", "2026-03-07 00:00", open("2026-03-07 02:00")),
            ("Mo 20:00-24:00; Tu 00:00-06:00", "2026-03-02 23:00", open("2026-03-03 06:00")),
            // Always, never.
            ("24/7", "2026-03-01 00:00", ALWAYS),
            ("Mo-Su 00:00-24:00", "2026-03-03 12:00", ALWAYS),
            ("off", "2026-03-02 10:00", NEVER),
            ("2025 Mo-Fr 09:00-17:00", "2026-03-02 10:00", NEVER),
            // A later rule replaces an earlier one for its days.
            ("Mo-Fr 09:00-17:00; We 14:00-18:00", "2026-03-04 10:00", closed("2026-03-04 14:00")),
            ("Mo-Fr 09:00-17:00; We off", "2026-03-04 10:00", closed("2026-03-05 09:00")),
            ("Mo-Fr 09:00-17:00; We 12:00-14:00 off", "2026-03-04 11:00", open("2026-03-04 12:00")),
            ("Mo-Fr 09:00-17:00; We 12:00-14:00 off", "2026-03-04 13:00", closed("2026-03-04 14:00")),
            ("Mo-Fr 09:00-12:00, We 14:00-17:00", "2026-03-04 10:00", open("2026-03-04 12:00")),
            // The same days twice: the second rule was meant to complete the first.
            ("Mo-Fr 09:00-12:00; Mo-Fr 14:00-17:00", "2026-03-04 10:00", open("2026-03-04 12:00")),
            // Days around the end of the week, weeks of the month, months, seasons, weeks of the year.
            ("Sa-Mo 10:00-12:00", "2026-03-08 11:00", open("2026-03-08 12:00")),
            ("Sa-Mo 10:00-12:00", "2026-03-03 11:00", closed("2026-03-07 10:00")),
            ("We[1] 10:00-12:00", "2026-03-04 11:00", open("2026-03-04 12:00")),
            ("We[2,4] 10:00-12:00", "2026-03-04 11:00", closed("2026-03-11 10:00")),
            ("We[-1] 10:00-12:00", "2026-03-25 11:00", open("2026-03-25 12:00")),
            ("We[-1] 10:00-12:00", "2026-03-18 11:00", closed("2026-03-25 10:00")),
            ("Nov-Mar Mo 10:00-12:00", "2026-03-02 11:00", open("2026-03-02 12:00")),
            ("Apr-Oct Mo 10:00-12:00", "2026-03-02 11:00", NEVER),
            ("Mo-Fr 09:00-17:00; Mar 1-Mar 6 off", "2026-03-02 11:00", closed("2026-03-09 09:00")),
            ("2026 Mar 2-2026 Mar 3 10:00-12:00", "2026-03-02 09:00", closed("2026-03-02 10:00")),
            ("week 10-52/2 Mo 10:00-12:00", "2026-03-02 09:00", closed("2026-03-02 10:00")),
            ("week 11-53/2 Mo 10:00-12:00", "2026-03-02 09:00", closed("2026-03-09 10:00")),
            // Harmless variants.
            ("Mo-Fr 09:00–17:00;", "2026-03-02 10:00", open("2026-03-02 17:00")),
            ("mo-fr 9:00-17:00", "2026-03-02 10:00", open("2026-03-02 17:00")),
        ] {
            assert_eq!(open_state(hours, at(now)), expected, "{hours} at {now}");
        }
    }

    #[test]
    fn is_careful_on_public_holidays() {
        let bastille = "2026-07-14 10:00";
        for (hours, now, expected) in [
            ("Mo-Fr 09:00-17:00", bastille, OpenState::Unknown(UnknownHours::Holiday(PublicHoliday::NationalDay))),
            ("Mo-Fr 09:00-17:00; PH off", bastille, closed("2026-07-15 09:00")),
            ("Mo-Fr 09:00-17:00; PH 10:00-12:00", bastille, open("2026-07-14 12:00")),
            ("Mo-Fr,PH 09:00-17:00", bastille, open("2026-07-14 17:00")),
            ("We 09:00-17:00", bastille, closed("2026-07-15 09:00")),
            ("24/7", bastille, ALWAYS),
            // The next opening skips a holiday that nobody spoke of.
            ("Mo-Fr 09:00-17:00", "2026-07-13 18:00", closed("2026-07-15 09:00")),
            ("PH off", "2026-03-02 10:00", NEVER),
        ] {
            assert_eq!(open_state(hours, at(now)), expected, "{hours} at {now}");
        }
    }

    #[test]
    fn answers_by_the_clock_on_the_wall_when_it_changes() {
        // In the night of 28 March 2026 there is no 02:30; in that of 24 October it is 02:30 twice.
        for (hours, now, expected) in [
            ("Su 01:00-04:00", "2026-03-29 01:59", open("2026-03-29 04:00")),
            ("Su 01:00-04:00", "2026-03-29 03:00", open("2026-03-29 04:00")),
            ("Sa 22:00-26:30", "2026-03-29 01:59", open("2026-03-29 02:30")),
            ("Sa 22:00-26:30", "2026-03-29 03:00", closed("2026-04-04 22:00")),
            ("Su 02:00-03:00", "2026-03-29 01:59", closed("2026-03-29 02:00")),
            ("Su 02:00-03:00", "2026-03-29 03:00", closed("2026-04-05 02:00")),
            ("Su 02:00-03:00", "2026-10-25 02:30", open("2026-10-25 03:00")),
            ("Sa 22:00-02:30", "2026-10-25 02:29", open("2026-10-25 02:30")),
            ("Mo-Fr 09:00-17:00", "2026-10-25 02:30", closed("2026-10-26 09:00")),
        ] {
            assert_eq!(open_state(hours, at(now)), expected, "{hours} at {now}");
        }
    }

    #[test]
    fn the_shapes_of_the_published_file_are_evaluated() {
        // A Wednesday, ten o'clock.
        let now = at("2026-03-04 10:00");
        let noon = open("2026-03-04 12:00");
        for (hours, expected) in [
            ("Mo-Fr 09:00-12:00", noon),
            ("We 09:00-12:00", noon),
            ("We 09:00-12:00,14:00-17:00", noon),
            ("Mo-Fr 09:00-12:00,14:00-17:00; Sa 10:00-12:00", noon),
            ("Mo-Tu 08:00-09:00; We 09:00-12:00; Th-Fr 13:00-17:00", noon),
            ("Mo 08:00-09:00;We 09:00-12:00;Fr 13:00-17:00", noon),
            ("Tu-Th 08:00-08:30,09:00-12:00,13:00-17:00", noon),
            ("We 07:00-08:00,08:15-09:15,09:30-12:00,14:00-16:00; Th 10:00-12:00", noon),
            ("We 07:00-07:30,08:00-08:30,09:00-09:30,09:45-12:00,14:00-15:00", noon),
            ("Th 09:00-12:00; Fr 09:00-12:00", closed("2026-03-05 09:00")),
            // What forms write where nothing was filled in says nothing, and keeps nothing else from being read.
            ("Mo 00:00-00:00; We 00:00-00:00; Fr 00:00-00:00", NOT_EVALUATED),
            ("We 09:00-12:00; Sa 00:00-00:00,09:00-12:00", noon),
            ("Mo-Tu 00:00-00:00,08:30-16:00; We 09:00-12:00", noon),
            ("We 00:00-00:00,08:30-12:00,13:30-17:00; Th-Fr 08:30-12:00", noon),
            ("We 00:00-00:00; Th 09:00-12:00,13:30-17:30", closed("2026-03-05 09:00")),
            ("Mo-Fr 09:00-12:00; We 00:00-00:00", closed("2026-03-05 09:00")),
            ("We 09:00-12:00; We 00:00-00:00", noon),
            ("We 09:00-12:00; Th 10:00-10:00", NOT_EVALUATED),
            ("We 09:00-12:00; Th 00:00-00:00 off", NOT_EVALUATED),
        ] {
            assert_eq!(open_state(hours, now), expected, "{hours}");
        }
    }

    #[test]
    fn gives_no_answer_rather_than_a_wrong_one() {
        for hours in [
            "lundi au vendredi 9h-17h",
            "sur rendez-vous",
            "Mo-Fr",
            "open",
            "Mo-Fr sunrise-sunset",
            "Mo-Fr 09:00+",
            "Mo-Fr 10:00-16:00/01:30",
            "Mo-Fr 10:00-12:00 \"sur rendez-vous\"",
            "Mo-Fr 10:00-12:00 || \"sur rendez-vous\"",
            "Mo-Fr 10:00-12:00; Sa unknown",
            "Mo-Fr 00:00-00:00",
            "PH Mo-Fr 10:00-12:00",
            "Mo-Fr PH 10:00-12:00",
            "easter +1 day 10:00-12:00",
            "SH,Mo 10:00-12:00",
            "SH 10:00-12:00",
            "99:00-10:00",
        ] {
            assert_eq!(open_state(hours, at("2026-03-02 10:00")), NOT_EVALUATED, "{hours}");
        }
        assert_eq!(open_state(" ", at("2026-03-02 10:00")), OpenState::Unknown(UnknownHours::NotGiven));
    }

    #[test]
    fn sets_school_holidays_apart() {
        let hours = Hours::parse("Mo-Fr 09:00-17:00; SH off").unwrap();
        assert!(hours.differs_in_school_holidays());
        assert_eq!(hours.state(at("2026-03-02 10:00")), open("2026-03-02 17:00"));
    }

    #[test]
    fn lays_out_the_week() {
        let hours = Hours::parse("Mo-Fr 09:00-12:00,14:00-17:00; We off").unwrap();
        let week = hours.week_of(at("2026-07-16 10:00").date());
        let day = |index: usize| (week[index].date.to_string(), week[index].plan.clone());
        let span = |start: u16, end: u16| Span { start_min: start * 60, end_min: end * 60 };
        assert_eq!(week.len(), 7);
        assert_eq!(day(0), ("2026-07-13".into(), DayPlan::Open(vec![span(9, 12), span(14, 17)])));
        assert_eq!(day(1), ("2026-07-14".into(), DayPlan::UnsureHoliday));
        assert_eq!(week[1].holiday, Some(PublicHoliday::NationalDay));
        assert_eq!(day(2).1, DayPlan::Closed);
        assert_eq!(day(6), ("2026-07-19".into(), DayPlan::Closed));
    }

    proptest::proptest! {
        #[test]
        fn never_panics(
            hours in "(Mo|Tu|Su|PH|SH|Jan|Dec 31|week 53|2026|easter|24/7|off|[0-9]{2}:[0-9]{2}|sunset|[,;+/ -]|\"|\\PC){0,12}",
            day in 0u64..20_000,
        ) {
            let date = NaiveDate::default().checked_add_days(Days::new(day)).unwrap();
            let _ = open_state(&hours, date.and_hms_opt(12, 0, 0).unwrap());
        }
    }
}
