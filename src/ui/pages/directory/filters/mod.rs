//! What places must meet: the panel where one asks, and what is asked, each to be taken away.

mod chips;
mod panel;
mod whereabouts;

pub use chips::FilterChips;
pub use panel::FilterPanel;

use crate::domain::directory::query::Conditions;
use leptos::prelude::*;

/// The conditions, followed, and the way to change them.
#[derive(Clone, Copy)]
pub struct Filters {
    pub conditions: Memo<Conditions>,
    pub change: Callback<Conditions>,
}

impl Filters {
    /// Changes something of what is asked.
    pub fn update(self, change: impl FnOnce(&mut Conditions)) {
        let mut conditions = self.conditions.get_untracked();
        change(&mut conditions);
        self.change.run(conditions);
    }
}
