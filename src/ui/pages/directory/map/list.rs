//! The places of the view as a list, and those that no map can show.

use super::super::results::Results;
use super::desk::{LIST, MapDesk};
use crate::domain::directory::nearest::Precision;
use crate::route::Route;
use crate::text::map as text;
use crate::ui::directory::Places;
use leptos::prelude::*;

/// The list of the view.
#[component]
pub fn ListOfView(
    /// The map.
    desk: MapDesk,
) -> impl IntoView {
    let found = Memo::new(move |_| desk.listed());
    let opened = Memo::new(move |_| desk.opened().map(|places| places.len()));
    let title = move || opened.get().map_or_else(|| "Lieux de cette vue".to_owned(), text::together);
    // Where nothing at all is found, the list itself says what to try.
    let empty = Memo::new(move |_| {
        let atlas = desk.atlas.get()?;
        let is_empty = found.with(|found| found.as_ref().is_some_and(|found| found.total == 0));
        match (atlas.spots().len(), atlas.unplaced().len()) {
            (0, 0) => None,
            (0, unplaced) => Some(text::only_unplaced(unplaced)),
            _ => is_empty.then_some(text::NOTHING_HERE),
        }
    });
    view! {
        <section class="stack" aria-labelledby=LIST>
            <div class="row row--spread">
                <h2 id=LIST tabindex="-1">
                    {title}
                </h2>
                <Show when=move || opened.get().is_some()>
                    <button type="button" class="button" on:click=move |_| desk.close()>
                        "Revenir aux lieux de cette vue"
                    </button>
                </Show>
            </div>
            <Show
                when=move || empty.get().is_some()
                fallback=move || view! { <Results found limit=desk.limit() step=desk.step /> }
            >
                <p>{move || empty.get()}</p>
            </Show>
        </section>
    }
}

/// The places without a position, a few at a time.
#[component]
pub fn Unplaced(
    /// The map.
    desk: MapDesk,
) -> impl IntoView {
    let known = Places::expect();
    let limit = RwSignal::new(desk.step);
    let unplaced = Memo::new(move |_| desk.atlas.get().map(|atlas| atlas.unplaced().to_vec()).unwrap_or_default());
    let total = move || unplaced.with(Vec::len);
    let lines = move || {
        let directory = known.get().ready()?;
        let places = unplaced.get().into_iter().take(limit.get());
        let line = |position: usize| {
            let place = directory.at(position)?;
            let name = text::place(place, directory.is_closed_at(position), Precision::Exact);
            Some(view! { <li><a href=Route::Place(place.id.clone()).to_hash()>{name}</a></li> })
        };
        Some(places.filter_map(line).collect_view())
    };
    view! {
        <Show when=move || { total() > 0 }>
            <section class="stack" aria-labelledby="sans-position">
                <h2 id="sans-position">{move || text::unplaced(total())}</h2>
                <p>{move || text::why_unplaced(total())}</p>
                <ul class="map__unplaced">{lines}</ul>
                <Show when=move || { total() > limit.get() }>
                    <button
                        type="button"
                        class="button button--start"
                        on:click=move |_| limit.update(|limit| *limit += desk.step)
                    >
                        "Voir plus de lieux sans position"
                    </button>
                </Show>
            </section>
        </Show>
    }
}
