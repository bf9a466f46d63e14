//! Digits that choose a row, for those who asked for them in the preferences.

use super::rows::row_id;
use crate::browser::dom;
use crate::domain::interview::pick::Pick;
use crate::domain::interview::questionnaire::Item;
use leptos::ev::{self, KeyboardEvent};
use leptos::prelude::*;

/// While the page of this question is shown, a digit chooses the row of that number, and the focus goes there so that
/// Enter continues. Left alone: what is typed in a field, and the shortcuts of the browser.
pub fn pick_by_digit(item: &'static Item, enabled: Signal<bool>, on_pick: Callback<Pick>) {
    let press = move |event: KeyboardEvent| {
        if !enabled.get_untracked() || event.repeat() || dom::is_for_others(&event) {
            return;
        }
        let Some(digit) = dom::digit(&event) else { return };
        if let Some(pick) = item.pick_at(digit) {
            event.prevent_default();
            on_pick.run(pick);
            dom::focus_in_place(&row_id(item, digit));
        }
    };
    let listener = window_event_listener(ev::keydown, press);
    on_cleanup(move || listener.remove());
}
