//! The week that tells opening hours in a few lines, when one does.

use super::hours::{DayPlan, Hours};
use super::opening::WeekDay;
use chrono::{Days, NaiveDate};

/// How many weeks ahead the hours are compared: about as long as a sheet is kept.
const WEEKS_AHEAD: u64 = 8;
/// A season comes back within a year.
const WEEKS_OF_A_YEAR: u64 = 53;

/// A week like the others, some day of which is open.
#[derive(Clone, Debug, PartialEq)]
pub struct UsualWeek {
    /// From Monday, without a public holiday.
    pub days: Vec<WeekDay>,
    /// Some days of the coming weeks are closed that usually are open.
    pub closes_at_times: bool,
}

/// What the coming weeks are to one another.
#[derive(Clone, Debug, PartialEq)]
pub enum Weeks {
    /// One says what holds from now on.
    Alike(UsualWeek),
    /// No day is open, from now and for a year.
    Closed,
    /// The hours change with the season or from one week to the next: a single week would misstate them. The first one
    /// without a public holiday.
    Varied(Vec<WeekDay>),
}

impl Weeks {
    /// The weeks from the one that holds `today`.
    pub fn from(hours: &Hours, today: NaiveDate) -> Self {
        let weeks: Vec<Vec<WeekDay>> = (0..WEEKS_AHEAD)
            .filter_map(|ahead| today.checked_add_days(Days::new(7 * ahead)))
            .map(|date| hours.week_of(date))
            .collect();
        let is_open = |week: &[WeekDay]| week.iter().any(|day| day.plan != DayPlan::Closed);
        if !weeks.iter().any(|week| is_open(week)) {
            let mut later =
                (WEEKS_AHEAD..WEEKS_OF_A_YEAR).filter_map(|ahead| today.checked_add_days(Days::new(7 * ahead)));
            let reopens = later.any(|date| is_open(&hours.week_of(date)));
            return if reopens { Self::Varied(weeks.into_iter().next().unwrap_or_default()) } else { Self::Closed };
        }
        let mut ordinary = weeks.iter().filter(|week| week.iter().all(|day| day.holiday.is_none()));
        // Eight weeks in a row never have a holiday each.
        let Some(usual) = ordinary.next() else { return Self::Varied(Vec::new()) };
        let differs = |week: &Vec<WeekDay>| exceptions(week, usual).next().is_some();
        let only_closes = weeks.iter().flat_map(|week| exceptions(week, usual)).all(|day| day.plan == DayPlan::Closed);
        let closes_at_times = match (weeks.iter().position(differs), weeks.iter().rposition(differs)) {
            _ if !is_open(usual) || ordinary.next_back().is_some_and(differs) => None,
            (Some(first), Some(last)) if only_closes && last - first <= 1 => Some(true),
            (None, _) => Some(false),
            _ => None,
        };
        let days = usual.clone();
        match closes_at_times {
            Some(closes_at_times) => Self::Alike(UsualWeek { days, closes_at_times }),
            None => Self::Varied(days),
        }
    }
}

/// The days of a week that are not as usual; public holidays never are.
fn exceptions<'a>(week: &'a [WeekDay], usual: &'a [WeekDay]) -> impl Iterator<Item = &'a WeekDay> {
    let pairs = week.iter().zip(usual);
    pairs.filter(|(day, usual)| day.holiday.is_none() && day.plan != usual.plan).map(|(day, _)| day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_whether_one_week_tells_them_all() {
        for (hours, expected) in [
            ("Mo-Fr 09:00-12:00; PH off", "alike"),
            ("Mo-Fr 09:00-12:00; 2026 Dec 23 off", "alike, but for some days"),
            ("Mo-Su off", "closed"),
            ("Jul-Aug Mo-Fr 09:00-12:00", "varied"),
            ("2026 Jul-Aug Mo-Fr 09:00-12:00", "closed"),
            ("Mo-Fr 09:00-12:00; Jan 05-Mar 31 Mo-Fr 14:00-17:00", "varied"),
            ("Jan 05-Mar 31 Mo-Fr 14:00-17:00", "varied"),
        ] {
            let said = match Weeks::from(&Hours::parse(hours).unwrap(), "2026-12-01".parse().unwrap()) {
                Weeks::Alike(UsualWeek { closes_at_times: false, .. }) => "alike",
                Weeks::Alike(UsualWeek { closes_at_times: true, .. }) => "alike, but for some days",
                Weeks::Closed => "closed",
                Weeks::Varied(_) => "varied",
            };
            assert_eq!(said, expected, "{hours}");
        }
    }
}
