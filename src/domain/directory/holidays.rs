//! The eleven public holidays observed in the whole of France.

use chrono::{Datelike, Days, NaiveDate};

/// A public holiday.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PublicHoliday {
    NewYear,
    EasterMonday,
    LabourDay,
    VictoryDay,
    Ascension,
    WhitMonday,
    NationalDay,
    Assumption,
    AllSaints,
    Armistice,
    Christmas,
}

/// The holiday on this date, if it is one. When two fall together (Ascension on the 8th of May), the fixed one is named.
pub fn public_holiday(date: NaiveDate) -> Option<PublicHoliday> {
    let fixed = match (date.month(), date.day()) {
        (1, 1) => Some(PublicHoliday::NewYear),
        (5, 1) => Some(PublicHoliday::LabourDay),
        (5, 8) => Some(PublicHoliday::VictoryDay),
        (7, 14) => Some(PublicHoliday::NationalDay),
        (8, 15) => Some(PublicHoliday::Assumption),
        (11, 1) => Some(PublicHoliday::AllSaints),
        (11, 11) => Some(PublicHoliday::Armistice),
        (12, 25) => Some(PublicHoliday::Christmas),
        _ => None,
    };
    fixed.or_else(|| {
        let easter = easter_sunday(date.year())?;
        let is_after_easter = |days| easter.checked_add_days(Days::new(days)) == Some(date);
        if is_after_easter(1) {
            Some(PublicHoliday::EasterMonday)
        } else if is_after_easter(39) {
            Some(PublicHoliday::Ascension)
        } else if is_after_easter(50) {
            Some(PublicHoliday::WhitMonday)
        } else {
            None
        }
    })
}

/// Easter Sunday in the Gregorian calendar (the « anonymous » algorithm published in Nature in 1876).
fn easter_sunday(year: i32) -> Option<NaiveDate> {
    let a = year.rem_euclid(19);
    let (b, c) = (year.div_euclid(100), year.rem_euclid(100));
    let (d, e) = (b / 4, b % 4);
    let f = (b + 8) / 25;
    let g = (b - f + 1) / 3;
    let h = (19 * a + b - d - g + 15).rem_euclid(30);
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k).rem_euclid(7);
    let m = (a + 11 * h + 22 * l) / 451;
    let in_month = h + l - 7 * m + 114;
    NaiveDate::from_ymd_opt(year, u32::try_from(in_month / 31).ok()?, u32::try_from(in_month % 31 + 1).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn easter_falls_where_the_calendar_says() {
        for (year, expected) in [
            (2000, "2000-04-23"),
            (2008, "2008-03-23"),
            (2011, "2011-04-24"),
            (2022, "2022-04-17"),
            (2024, "2024-03-31"),
            (2025, "2025-04-20"),
            (2026, "2026-04-05"),
            (2027, "2027-03-28"),
            (2038, "2038-04-25"),
        ] {
            assert_eq!(easter_sunday(year), Some(date(expected)));
        }
    }

    #[test]
    fn a_year_has_eleven_holidays() {
        let of_2026: Vec<(NaiveDate, PublicHoliday)> = date("2026-01-01")
            .iter_days()
            .take(365)
            .filter_map(|day| public_holiday(day).map(|holiday| (day, holiday)))
            .collect();
        let expected = [
            ("2026-01-01", PublicHoliday::NewYear),
            ("2026-04-06", PublicHoliday::EasterMonday),
            ("2026-05-01", PublicHoliday::LabourDay),
            ("2026-05-08", PublicHoliday::VictoryDay),
            ("2026-05-14", PublicHoliday::Ascension),
            ("2026-05-25", PublicHoliday::WhitMonday),
            ("2026-07-14", PublicHoliday::NationalDay),
            ("2026-08-15", PublicHoliday::Assumption),
            ("2026-11-01", PublicHoliday::AllSaints),
            ("2026-11-11", PublicHoliday::Armistice),
            ("2026-12-25", PublicHoliday::Christmas),
        ];
        assert_eq!(of_2026, expected.map(|(day, holiday)| (date(day), holiday)));
        assert_eq!(public_holiday(date("2026-04-03")), None, "Good Friday is a holiday in Alsace-Moselle only");
    }
}
