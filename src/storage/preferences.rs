//! This browser's preferences. Losing them loses no work.

use super::schema;
use crate::records::DeviceId;
use gloo_storage::{LocalStorage, Storage};
use serde::{Deserialize, Serialize};

/// What this browser remembers about its use, nothing about people.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Preferences {
    /// Answer by typing a digit; off until asked for, since a single key may be pressed by accident.
    pub digit_shortcuts: bool,
    /// The label of this machine.
    pub device: Option<DeviceId>,
    /// When the person last said that a backup file had arrived (milliseconds since 1970).
    pub backed_up_at_ms: Option<i64>,
    /// How many changes were stored since.
    pub changes_since_backup: u32,
}

/// Whether localStorage answers: `gloo-storage` panics where the browser refuses it.
fn is_available() -> bool {
    web_sys::window().and_then(|window| window.local_storage().ok().flatten()).is_some()
}

/// The preferences kept here, or the defaults.
pub fn read_preferences() -> Preferences {
    if is_available() { LocalStorage::get(schema::PREFERENCES).unwrap_or_default() } else { Preferences::default() }
}

/// Keeps the preferences where the browser permits it; elsewhere they last as long as the page.
pub fn write_preferences(preferences: &Preferences) {
    if is_available() {
        let _ = LocalStorage::set(schema::PREFERENCES, preferences);
    }
}
