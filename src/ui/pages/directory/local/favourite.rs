//! A place that one comes back to.

use super::Known;
use crate::domain::directory::local::change;
use leptos::prelude::*;

/// Whether it is one of the favourites.
#[component]
pub fn Favourite(
    /// The place.
    known: Known,
) -> impl IntoView {
    let is_favourite = Memo::new(move |_| known.life.with(|life| life.is_favourite));
    let toggle = move |_| {
        let wanted = !is_favourite.get_untracked();
        let done = if wanted { "Ajouté aux favoris" } else { "Retiré des favoris" };
        known.act(|life| change::set_favourite(life, wanted), done, || ());
    };
    view! {
        <button
            type="button"
            class="button screen-only"
            aria-pressed=move || is_favourite.get().to_string()
            on:click=toggle
        >
            {move || if is_favourite.get() { "★ Favori" } else { "☆ Ajouter aux favoris" }}
        </button>
    }
}
