//! A month of a calendar, as the weeks of a table.

use super::cycle::Window;
use chrono::{Datelike, Days, Months, NaiveDate};

/// A month of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(NaiveDate);

impl Month {
    /// The month of a day.
    pub fn of(day: NaiveDate) -> Self {
        Self(day.with_day(1).unwrap_or(day))
    }

    /// The month to show: the one that is asked for, else the one of the day, or the nearest of the cycle.
    pub fn to_show(asked: Option<NaiveDate>, today: NaiveDate, window: Option<Window>) -> Self {
        let nearest = match window {
            Some(window) if today < window.from => window.from,
            Some(window) if today > window.to => window.to,
            _ => today,
        };
        Self::of(asked.unwrap_or(nearest))
    }

    pub fn first(self) -> NaiveDate {
        self.0
    }

    /// The month before; the same one at the beginning of time.
    #[must_use]
    pub fn previous(self) -> Self {
        Self(self.0.checked_sub_months(Months::new(1)).unwrap_or(self.0))
    }

    /// The month after; the same one at the end of time.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0.checked_add_months(Months::new(1)).unwrap_or(self.0))
    }

    pub fn holds(self, day: NaiveDate) -> bool {
        Self::of(day) == self
    }

    /// Whole weeks, Monday first: the first one holds the first day of the month, the last one its last day.
    pub fn weeks(self) -> Vec<Vec<NaiveDate>> {
        let before = u64::from(self.0.weekday().num_days_from_monday());
        let monday = self.0.checked_sub_days(Days::new(before)).unwrap_or(self.0);
        let mut days = monday.iter_days();
        let mut weeks = Vec::new();
        loop {
            let week: Vec<NaiveDate> = days.by_ref().take(7).collect();
            if !week.iter().any(|day| self.holds(*day)) {
                return weeks;
            }
            weeks.push(week);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Weekday;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn months_are_made_of_whole_weeks() {
        for (month, weeks, first, last) in [
            ("2022-02-14", 5, "2022-01-31", "2022-03-06"),
            // Four weeks exactly, then six.
            ("2021-02-01", 4, "2021-02-01", "2021-02-28"),
            ("2022-05-31", 6, "2022-04-25", "2022-06-05"),
        ] {
            let made = Month::of(day(month)).weeks();
            assert_eq!(made.len(), weeks, "{month}");
            assert_eq!((made[0][0], *made.last().unwrap().last().unwrap()), (day(first), day(last)), "{month}");
        }
    }

    #[test]
    fn the_month_shown_is_one_of_the_cycle_unless_another_is_asked_for() {
        let window = Some(Window { from: day("2022-01-03"), to: day("2022-06-30") });
        for (asked, today, shown) in [
            (None, "2021-11-10", "2022-01-01"),
            (None, "2022-03-31", "2022-03-01"),
            (None, "2026-11-10", "2022-06-01"),
            (Some("2023-05-20"), "2022-03-31", "2023-05-01"),
        ] {
            assert_eq!(Month::to_show(asked.map(day), day(today), window).first(), day(shown), "{asked:?} {today}");
        }
        assert_eq!(Month::to_show(None, day("2022-03-31"), None).first(), day("2022-03-01"));
    }

    #[test]
    fn the_ends_of_time_hold() {
        assert_eq!(Month::of(NaiveDate::MAX).next(), Month::of(NaiveDate::MAX));
        assert!(!Month::of(NaiveDate::MAX).weeks().is_empty() && !Month::of(NaiveDate::MIN).weeks().is_empty());
    }

    proptest! {
        #[test]
        fn every_day_of_a_month_is_there_once(days in 0_u64..150_000) {
            let month = Month::of(day("1900-01-01") + Days::new(days));
            let weeks = month.weeks();
            prop_assert!(weeks.iter().all(|week| week.len() == 7 && week[0].weekday() == Weekday::Mon));
            let of_month: Vec<_> = weeks.concat().into_iter().filter(|day| month.holds(*day)).collect();
            let expected: Vec<_> = month.first().iter_days().take_while(|day| month.holds(*day)).collect();
            prop_assert_eq!(of_month, expected);
            prop_assert_eq!(month.next().previous(), month);
        }
    }
}
