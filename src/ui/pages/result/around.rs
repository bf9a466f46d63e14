//! What places and sheets need to know of the world, as it is now.

use crate::browser::clock;
use crate::domain::directory::place::PlaceId;
use crate::domain::interview::sheet::Surroundings;
use crate::ui::directory::Places;
use std::collections::BTreeSet;

/// The places that someone here has checked: none yet, since nothing records it.
pub static VERIFIED: BTreeSet<PlaceId> = BTreeSet::new();

/// Reads with the directory of the page, followed, and today's date.
pub fn around<T>(places: Places, read: impl FnOnce(Surroundings<'_>) -> T) -> T {
    let directory = places.get().ready();
    read(Surroundings { directory: directory.as_deref(), verified: &VERIFIED, today: clock::today() })
}
