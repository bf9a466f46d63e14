//! How values are written as texts: as a person would type them, the same whatever the format they come from.

use chrono::{NaiveDate, NaiveDateTime, SubsecRound, Timelike};

/// The day after the last one that Excel knows.
const SERIAL_END: f64 = 2_958_466.0;
const MINUTES_A_DAY: f64 = 1_440.0;

/// Yes or no, as spreadsheets show it in French.
pub fn truth(is_true: bool) -> &'static str {
    if is_true { "VRAI" } else { "FAUX" }
}

/// A number with the fifteen digits that spreadsheets count with: no « .0 », and no trace of binary fractions.
pub fn number(number: f64) -> String {
    let rounded = format!("{number:.14e}").parse().unwrap_or(number);
    // Never « -0 ».
    if rounded == 0.0 { "0".to_owned() } else { f64::to_string(&rounded) }
}

/// Excel's count of days, with the calendar's reading of it: a date, a time alone, or both.
pub fn serial(serial: f64, is_duration: bool, (year, month, day): (u16, u8, u8), time: [u32; 4]) -> String {
    if !(0.0..SERIAL_END).contains(&serial) {
        return number(serial);
    }
    if is_duration || serial < 1.0 {
        return hours((serial * MINUTES_A_DAY).round() as u64);
    }
    let [hour, minute, second, milli] = time;
    let date = NaiveDate::from_ymd_opt(i32::from(year), u32::from(month), u32::from(day));
    let read = date.and_then(|date| date.and_hms_milli_opt(hour, minute, second, milli));
    // Excel knows the 29th of February 1900, which never was.
    read.map_or_else(|| number(serial), date_and_time)
}

/// A date that is written in the standard's way already.
pub fn iso(text: &str) -> String {
    let read = NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%S%.f");
    read.map_or_else(|_| text.to_owned(), date_and_time)
}

/// « PT09H30M00S », as « 09:30 ».
pub fn iso_duration(text: &str) -> String {
    let minutes = || {
        let (hours, rest) = text.strip_prefix("PT")?.split_once('H')?;
        let (minutes, _) = rest.split_once('M')?;
        hours.parse::<u64>().ok()?.checked_mul(60)?.checked_add(minutes.parse::<u64>().ok()?)
    };
    minutes().map_or_else(|| text.to_owned(), hours)
}

/// « 09:30 »; a duration may be longer than a day.
fn hours(minutes: u64) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

/// « 2022-03-01 », and its time unless it is midnight: « 2022-03-01T09:30 ».
fn date_and_time(moment: NaiveDateTime) -> String {
    // A fraction of a day is a little less than the second it stands for.
    let moment = moment.round_subsecs(0);
    let form = match (moment.num_seconds_from_midnight(), moment.second()) {
        (0, _) => "%Y-%m-%d",
        (_, 0) => "%Y-%m-%dT%H:%M",
        _ => "%Y-%m-%dT%H:%M:%S",
    };
    moment.format(form).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_they_are_typed() {
        let written = [3.0, 0.1 + 0.2, -0.0, 612_345_678.0, 1.5, -2.25, 9_007_199_254_740_992.0].map(number);
        assert_eq!(written, ["3", "0.3", "0", "612345678", "1.5", "-2.25", "9007199254740990"]);
        assert_eq!(number(f64::NAN), "NaN");
    }

    #[test]
    fn dates_and_times_are_those_of_the_standard() {
        assert_eq!(serial(44_621.0, false, (2022, 3, 1), [0, 0, 0, 0]), "2022-03-01");
        assert_eq!(serial(44_621.4, false, (2022, 3, 1), [9, 29, 59, 997]), "2022-03-01T09:30");
        assert_eq!(serial(44_621.4, false, (2022, 3, 1), [9, 30, 12, 0]), "2022-03-01T09:30:12");
        assert_eq!(serial(44_621.999_999_9, false, (2022, 3, 1), [23, 59, 59, 999]), "2022-03-02");
        assert_eq!(serial(0.395_833_333, false, (1899, 12, 31), [9, 30, 0, 0]), "09:30");
        assert_eq!(serial(1.25, true, (1900, 1, 1), [6, 0, 0, 0]), "30:00");
        assert_eq!(serial(60.0, false, (1900, 2, 29), [0, 0, 0, 0]), "60");
        assert_eq!(serial(-1.5, false, (1899, 12, 31), [0, 0, 0, 0]), "-1.5");
        assert_eq!(iso("2022-03-01T00:00:00"), "2022-03-01");
        assert_eq!(iso("2022-03-01T09:30:00.000"), "2022-03-01T09:30");
        assert_eq!(iso("2022-03-01"), "2022-03-01");
        assert_eq!((iso_duration("PT09H30M00S"), iso_duration("P1D")), ("09:30".to_owned(), "P1D".to_owned()));
    }
}
