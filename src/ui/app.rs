//! The application: a gate that reads everything, then the shell and the page of the present address.

use super::components::Messages;
use super::directory::Places;
use super::faults;
use super::map_memory::MapMemory;
use super::open_place::OpenPlace;
use super::people_memory::PeopleMemory;
use super::shell::Shell;
use crate::browser::{lifecycle, location, offline};
use crate::route::Route;
use crate::state::{self, AppState, Opened};
use crate::storage::StorageError;
use leptos::prelude::*;

/// The whole application. Below the gate, pages never meet « not loaded yet ».
#[component]
pub fn App() -> impl IntoView {
    let opening = LocalResource::new(state::open);
    provide_context(Messages::new());
    // No `Suspense` around: each time a page's own resource reads again, it would take the whole page away.
    move || match opening.get() {
        // The static page says that it opens, until it has.
        None => ().into_any(),
        Some(Ok(opened)) => view! { <Ready opened /> }.into_any(),
        Some(Err(error)) => {
            refuse(&error);
            ().into_any()
        }
    }
}

/// The address as a route, followed by every page that needs it.
#[derive(Clone, Copy)]
pub struct Address(pub RwSignal<Route>);

impl Address {
    /// The address of the page this is called from.
    ///
    /// # Panics
    /// Outside the application proper.
    #[expect(clippy::expect_used, reason = "every page is shown below the gate, which provides the address")]
    pub fn expect() -> Self {
        use_context().expect("the address is provided by the gate")
    }

    fn follow() -> Self {
        let route = RwSignal::new(Route::from_hash(&location::hash()).unwrap_or(Route::Home));
        location::on_change(move |hash| {
            if let Some(next) = Route::from_hash(&hash) {
                route.set(next);
            }
        });
        Self(route)
    }
}

/// Everything is read: the application proper.
#[component]
fn Ready(
    /// What was read.
    opened: Opened,
) -> impl IntoView {
    let state = AppState::new(opened);
    let address = Address::follow();
    provide_context(state);
    provide_context(address);
    provide_context(Places::follow(state));
    provide_context(MapMemory::new());
    provide_context(PeopleMemory::new());
    provide_context(OpenPlace::new(state));
    offline::watch(move |readiness| state.readiness.set(readiness));
    lifecycle::guard_leaving(move || untrack(|| state.is_at_risk()));
    lifecycle::on_click(move || state.ask_to_keep());
    lifecycle::started();
    view! { <Shell /> }
}

/// The database cannot be opened: the rescue screen says what is safe and what to do, and exports what can be read.
fn refuse(error: &StorageError) {
    let (what, next) = faults::storage_sentences(error);
    lifecycle::refused(what, next, &error.to_string());
}
