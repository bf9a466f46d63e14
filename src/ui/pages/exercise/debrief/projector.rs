//! Where the wall is: another window, or the whole of this one.

use super::frozen::OnCase;
use super::projection::Open;
use super::wall_here::WallHere;
use crate::browser::wall as screen;
use crate::route::exercise::ExerciseRoute;
use crate::text::exercise_debrief::wall;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What opens the wall, and what is on it.
#[component]
pub fn Projector(
    /// What is told.
    on: OnCase,
    /// The debrief.
    open: Open,
) -> impl IntoView {
    let is_blocked = RwSignal::new(false);
    let is_here = RwSignal::new(false);
    let shown = open.projection.wall;
    let told = open.told.clone();
    let standing = move || wall::standing(&told, shown.get().shown());
    let elsewhere = move |_| {
        let hash = ExerciseRoute::Wall(on.code, on.id()).to_hash();
        is_blocked.set(!screen::open_window(&hash));
    };
    let here = move |_| {
        spawn_local(async move {
            screen::fill_screen().await;
            // Above what fills the screen, whether the browser granted it or not.
            is_here.try_set(true);
        });
    };
    view! {
        <section class="card card--flat screen-only projector" aria-labelledby="projeter">
            <h2 id="projeter">"Projeter"</h2>
            <p class="hint">{wall::HOW}</p>
            <div class="row">
                <button type="button" class="button" on:click=elsewhere>
                    "Projeter dans une autre fenêtre"
                </button>
                <button type="button" class="button" on:click=here>
                    "Projeter ici, en plein écran"
                </button>
            </div>
            <div role="status">
                <p>{standing}</p>
                <Show when=move || is_blocked.get()>
                    <p>{wall::BLOCKED}</p>
                </Show>
            </div>
        </section>
        <WallHere on open is_here />
    }
}
