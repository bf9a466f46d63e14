//! The places found on a map, and the same places as a list: both always show the same ones.

mod base;
mod communes;
mod controls;
mod desk;
mod drawing;
mod list;
mod mark;

use super::found::Finding;
use crate::text::map as text;
use base::{Base, BaseLine};
use communes::CommunesOfView;
use controls::Controls;
use desk::MapDesk;
use drawing::Drawing;
use leptos::prelude::*;
use list::{ListOfView, Unplaced};

/// The map, what can be done with it, and its list.
#[component]
pub fn MapPanel(
    /// What the search finds.
    finding: Finding,
    /// How many places the list shows.
    limit: RwSignal<usize>,
    /// How many are added each time.
    step: usize,
) -> impl IntoView {
    let desk = MapDesk::follow(finding, limit, step);
    let base = Base::follow(desk);
    view! {
        <section class="stack" aria-labelledby="titre-carte">
            <h2 id="titre-carte" class="visually-hidden">
                "Carte"
            </h2>
            <p class="status-line" role="status">
                {move || desk.counts()}
            </p>
            {move || {
                let left_out = desk.left_out();
                (left_out > 0).then(|| view! { <p class="hint">{text::outside(left_out)}</p> })
            }}
            <Controls desk />
            <Drawing desk base />
            <Legend />
            <BaseLine base />
        </section>
        <ListOfView desk />
        <Unplaced desk />
        <CommunesOfView desk />
    }
}

/// What the signs of the map mean.
#[component]
fn Legend() -> impl IntoView {
    view! {
        <ul class="map__legend hint">
            <li>"Rond plein\u{a0}: un lieu, à sa position."</li>
            <li>"Rond vide en tirets\u{a0}: un lieu dont la position n’est pas connue, placé au centre de sa commune."</li>
            <li>"Nombre\u{a0}: plusieurs lieux trop proches pour être distingués. L’activer rapproche la vue, ou montre leur liste."</li>
            <li>"Croix dans le rond\u{a0}: un lieu signalé fermé, ou qui n’accueille pas de public."</li>
        </ul>
    }
}
