//! The machine's clock, read in one place.

use chrono::{DateTime, NaiveDate, NaiveDateTime};

/// Milliseconds since 1970, as this machine shows them.
pub fn now_ms() -> i64 {
    js_sys::Date::now() as i64
}

/// The civil date and time where this machine is.
pub fn now_local() -> NaiveDateTime {
    let now = js_sys::Date::new_0();
    let local_ms = now_ms().saturating_sub((now.get_timezone_offset() * 60_000.0) as i64);
    DateTime::from_timestamp_millis(local_ms).unwrap_or_default().naive_utc()
}

/// Today where this machine is.
pub fn today() -> NaiveDate {
    now_local().date()
}
