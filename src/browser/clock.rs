//! The machine's clock, read in one place.

use chrono::{DateTime, NaiveDate, NaiveDateTime};
use wasm_bindgen::JsValue;

/// Milliseconds since 1970, as this machine shows them.
pub fn now_ms() -> i64 {
    js_sys::Date::now() as i64
}

/// The civil date and time where this machine is.
pub fn now_local() -> NaiveDateTime {
    civil(&js_sys::Date::new_0())
}

/// The civil date and time, where this machine is, of a moment given in milliseconds since 1970.
pub fn local(at_ms: i64) -> NaiveDateTime {
    civil(&js_sys::Date::new(&JsValue::from_f64(at_ms as f64)))
}

/// The civil date of such a moment.
pub fn local_date(at_ms: i64) -> NaiveDate {
    local(at_ms).date()
}

fn civil(moment: &js_sys::Date) -> NaiveDateTime {
    let local_ms = moment.get_time() - moment.get_timezone_offset() * 60_000.0;
    DateTime::from_timestamp_millis(local_ms as i64).unwrap_or_default().naive_utc()
}

/// Today where this machine is.
pub fn today() -> NaiveDate {
    now_local().date()
}
