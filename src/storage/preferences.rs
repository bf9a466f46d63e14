//! This browser's preferences. Losing them loses no work.

use super::schema;
use crate::domain::exercise::code::ExerciseCode;
use crate::domain::exercise::debrief::Threshold;
use crate::domain::exercise::kiosk::Inactivity;
use crate::records::{DeviceId, RecordId};
use gloo_storage::{LocalStorage, Storage};
use serde::{Deserialize, Serialize};

/// What this browser remembers about its use, nothing about people.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Preferences {
    /// Answer by typing a digit; off until asked for, since a single key may be pressed by accident.
    pub digit_shortcuts: bool,
    /// Others use this machine: the screen hides by itself, and the end of the session is within reach.
    pub shared_computer: bool,
    /// From how many participants the answers of a group are shown.
    pub threshold: Threshold,
    /// How long a participant's page waits, on a tablet that goes from hand to hand.
    pub inactivity: Inactivity,
    /// The exercise that such a tablet is for: its participants type their ticket only.
    pub room: Option<ExerciseCode>,
    /// The cycle of training that is shown; none: the one of the day.
    pub cycle: Option<RecordId>,
    /// The label of this machine.
    pub device: Option<DeviceId>,
    /// Something was stored here: a database found empty later was cleared.
    pub has_saved: bool,
    /// The promise to keep this site was asked for: once is enough.
    pub asked_to_persist: bool,
}

/// Whether localStorage answers: `gloo-storage` panics where the browser refuses it.
fn is_available() -> bool {
    web_sys::window().and_then(|window| window.local_storage().ok().flatten()).is_some()
}

/// The preferences kept here; none where nothing is kept yet, or nothing can be.
pub fn read_preferences() -> Option<Preferences> {
    is_available().then(|| LocalStorage::get(schema::PREFERENCES).ok()).flatten()
}

/// Keeps the preferences where the browser permits it; elsewhere they last as long as the page.
pub fn write_preferences(preferences: &Preferences) {
    if is_available() {
        let _ = LocalStorage::set(schema::PREFERENCES, preferences);
    }
}

/// Forgets the preferences kept here; whether nothing of them is left.
pub fn forget_preferences() -> bool {
    if !is_available() {
        return true;
    }
    LocalStorage::delete(schema::PREFERENCES);
    LocalStorage::raw().get_item(schema::PREFERENCES).is_ok_and(|kept| kept.is_none())
}
