//! The drawing: the base map, the names of communes, and the marks, which are links and buttons.

use super::base::Base;
use super::desk::{MAP, MapDesk, known_communes};
use super::mark::MarkView;
use crate::browser::dom;
use crate::domain::map::labels::{Label, labels};
use crate::domain::map::view::{Direction, MARGIN_PX, Size};
use leptos::prelude::*;
use std::sync::Arc;

/// The map. While it has the focus, the arrows move it and the signs bring it nearer.
#[component]
pub fn Drawing(
    /// The map.
    desk: MapDesk,
    /// What is drawn under the places.
    base: Base,
) -> impl IntoView {
    let pressed = move |event: leptos::ev::KeyboardEvent| {
        if dom::is_for_others(&event) {
            return;
        }
        match event.key().as_str() {
            "ArrowUp" => desk.pan(Direction::North),
            "ArrowDown" => desk.pan(Direction::South),
            "ArrowLeft" => desk.pan(Direction::West),
            "ArrowRight" => desk.pan(Direction::East),
            "+" | "=" => desk.zoom_in(),
            "-" | "−" => desk.zoom_out(),
            "0" | "à" => desk.see_overview(),
            _ => return,
        }
        event.prevent_default();
        // The mark that had the focus may be gone.
        request_animation_frame(|| dom::focus_if_lost(MAP));
    };
    let view_box = move || {
        let Size { width_px, height_px } = desk.size();
        format!("-{MARGIN_PX} -{MARGIN_PX} {} {}", width_px + 2 * MARGIN_PX, height_px + 2 * MARGIN_PX)
    };
    view! {
        <figure class="stack stack--tight">
            <div
                class="map"
                id=MAP
                role="region"
                aria-label="Carte des lieux trouvés"
                aria-describedby="aide-carte"
                tabindex="0"
                on:keydown=pressed
            >
                <svg
                    class="map__drawing"
                    viewBox=view_box
                    role="group"
                    aria-label="Lieux de cette vue, du nord au sud. Les mêmes sont en liste sous la carte."
                >
                    <g aria-hidden="true">
                        <BasePath desk base />
                    </g>
                    <g aria-hidden="true">
                        <Names desk />
                    </g>
                    <g>
                        <For each=move || desk.drawn.get().unwrap_or_default() key=Arc::clone let(drawn)>
                            <MarkView desk drawn />
                        </For>
                    </g>
                </svg>
            </div>
            <figcaption class="hint screen-only" id="aide-carte">
                "Au clavier, quand la carte a le focus\u{a0}: flèches pour se déplacer, + et − pour rapprocher ou éloigner, 0 pour la vue d’ensemble."
            </figcaption>
        </figure>
    }
}

/// The base map, drawn once and moved by each view.
#[component]
fn BasePath(
    /// The map.
    desk: MapDesk,
    /// What is drawn under the places.
    base: Base,
) -> impl IntoView {
    move || {
        base.drawing.get().map(|drawing| {
            let path = drawing.path.clone();
            let moved = move || desk.view.get().map(|view| drawing.transform(view, desk.size()));
            view! {
                <g transform=moved>
                    <path class="map__base" d=path vector-effect="non-scaling-stroke"></path>
                </g>
            }
        })
    }
}

/// The names of communes that have room.
#[component]
fn Names(
    /// The map.
    desk: MapDesk,
) -> impl IntoView {
    move || {
        let (atlas, view) = desk.atlas.get().zip(desk.view.get())?;
        let communes = known_communes()?;
        let shown = desk.marks.with(|marks| labels(communes, atlas.projection, view, desk.size(), marks));
        let name = |label: Label<'_>| {
            view! {
                <text class="map__name" x=label.x y=label.y>
                    {label.commune.name.clone()}
                </text>
            }
        };
        Some(shown.into_iter().map(name).collect_view())
    }
}
