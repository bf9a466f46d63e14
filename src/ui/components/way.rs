//! A way to another screen, as one of a grid.

use super::{Icon, Pictogram};
use leptos::prelude::*;

/// The card of a screen: what it is called, and what is done there or how it stands.
#[component]
pub fn WayCard(
    /// Its address.
    to: String,
    /// Its pictogram.
    icon: Icon,
    /// Its name.
    name: &'static str,
    /// What is done there, or how it stands.
    children: Children,
) -> impl IntoView {
    view! {
        <li>
            <a class="card card--link card--flat glance" href=to>
                <Pictogram icon />
                <h3>{name}</h3>
                <span>{children()}</span>
            </a>
        </li>
    }
}
