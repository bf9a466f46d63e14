//! The buttons of the map.

use super::desk::{LIST, MapDesk};
use crate::browser::dom;
use crate::domain::map::view::Direction;
use leptos::prelude::*;

const DIRECTIONS: [(Direction, &str, &str); 4] = [
    (Direction::North, "↑", "Vers le nord"),
    (Direction::West, "←", "Vers l’ouest"),
    (Direction::East, "→", "Vers l’est"),
    (Direction::South, "↓", "Vers le sud"),
];

/// Nearer, further, the overview, and the four directions. The arrows and the signs of the keyboard do the same.
#[component]
pub fn Controls(
    /// The map.
    desk: MapDesk,
) -> impl IntoView {
    let arrows = DIRECTIONS.map(|(direction, arrow, words)| {
        view! {
            <button type="button" class="button map__arrow" title=words on:click=move |_| desk.pan(direction)>
                <span aria-hidden="true">{arrow}</span>
                <span class="visually-hidden">{words}</span>
            </button>
        }
    });
    view! {
        <div class="row screen-only" role="group" aria-label="Se déplacer sur la carte">
            <button
                type="button"
                class="button"
                aria-disabled=move || (!desk.can_zoom_in()).to_string()
                on:click=move |_| desk.zoom_in()
            >
                "Rapprocher"
            </button>
            <button
                type="button"
                class="button"
                aria-disabled=move || (!desk.can_zoom_out()).to_string()
                on:click=move |_| desk.zoom_out()
            >
                "Éloigner"
            </button>
            <button type="button" class="button" on:click=move |_| desk.see_overview()>
                "Vue d’ensemble"
            </button>
            {arrows}
            <button type="button" class="button button--plain" on:click=|_| dom::focus(LIST)>
                "Passer à la liste"
            </button>
        </div>
    }
}
