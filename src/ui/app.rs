//! The application: a gate that reads everything, then the shell and the page of the present address.

use super::components::{Messages, Notice, Tone};
use super::directory::Places;
use super::faults;
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
        Some(Err(error)) => view! { <Refused error /> }.into_any(),
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
    offline::watch(move |readiness| state.readiness.set(readiness));
    lifecycle::started();
    view! { <Shell /> }
}

/// The database cannot be opened: what is safe, and what to do.
#[component]
fn Refused(
    /// Why.
    error: StorageError,
) -> impl IntoView {
    lifecycle::started();
    let (title, body) = faults::storage_sentences(&error);
    view! {
        <main class="content">
            <h1 tabindex="-1">"Repères ne peut pas s’ouvrir ici"</h1>
            <Notice tone=Tone::Fault title>
                <p>{body}</p>
                <button type="button" class="button" on:click=move |_| location::reload()>
                    "Réessayer"
                </button>
            </Notice>
        </main>
    }
}
