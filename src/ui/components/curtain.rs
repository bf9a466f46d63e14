//! The curtain: hides the screen from who stands near, until one comes back.

use crate::browser::{dom, idle};
use crate::route::Route;
use crate::state::AppState;
use crate::ui::app::Address;
use leptos::html;
use leptos::prelude::*;

/// How long without any input before the curtain falls by itself on a shared computer.
const IDLE_MS: i64 = 5 * 60 * 1000;
/// What the browser's tab says meanwhile: nothing of the page.
const NEUTRAL_TITLE: &str = "Repères";

/// Hides the whole page. Escape lifts it too: it keeps eyes away, not people.
#[component]
pub fn Curtain(
    /// Whether it is down.
    down: RwSignal<bool>,
) -> impl IntoView {
    let state = AppState::expect();
    let Address(route) = Address::expect();
    let dialog = NodeRef::<html::Dialog>::new();
    let hidden_title = StoredValue::new(None::<String>);
    Effect::new(move |_| {
        let Some(dialog) = dialog.get() else { return };
        if down.get() {
            hidden_title.set_value(Some(dom::title()));
            dom::set_title(NEUTRAL_TITLE);
            dom::open_dialog(&dialog);
        } else {
            dom::close_dialog(&dialog);
            if let Some(title) = hidden_title.try_update_value(Option::take).flatten() {
                dom::set_title(&title);
            }
        }
    });
    idle::watch(IDLE_MS, move || {
        // Nobody touches the window of the wall, and what it shows is meant to be seen.
        if untrack(|| state.preferences().shared_computer && !down.get() && !route.with(Route::is_public)) {
            down.set(true);
        }
    });
    view! {
        // What is typed here must not reach the page below: a digit would answer its question.
        <dialog
            class="curtain"
            node_ref=dialog
            aria-label="Écran masqué"
            on:close=move |_| down.set(false)
            on:keydown=|event| event.stop_propagation()
        >
            <div class="curtain__inner" tabindex="-1">
                <p class="curtain__what">"Écran masqué"</p>
                <button type="button" class="button button--primary" autofocus on:click=move |_| down.set(false)>
                    "Reprendre"
                </button>
            </div>
        </dialog>
    }
}
