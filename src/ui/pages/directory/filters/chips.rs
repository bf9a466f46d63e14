//! What is asked, in words: each filter is a button that takes it away.

use super::Filters;
use crate::browser::dom;
use crate::content::communes::communes;
use crate::domain::directory::query::{Around, Condition, Conditions, Origin};
use crate::text::directory_query;
use crate::ui::components::{Icon, Pictogram};
use crate::ui::directory::Places;
use leptos::prelude::*;

/// The summary of the panel: where the focus goes once no filter is left.
pub const PANEL: &str = "filtrer";

/// The filters in force.
#[component]
pub fn FilterChips(
    /// What is asked.
    filters: Filters,
) -> impl IntoView {
    let conditions = filters.conditions;
    let list = Memo::new(move |_| conditions.with(Conditions::list));
    let is_empty = move || list.with(Vec::is_empty);
    let clear = move |_| {
        filters.update(|conditions| *conditions = Conditions::default());
        dom::focus(PANEL);
    };
    view! {
        <Show when=move || !is_empty()>
            <ul role="list" class="chips" aria-label="Filtres choisis">
                <For each=move || list.get() key=Clone::clone let(condition)>
                    <li>
                        <Chip filters condition />
                    </li>
                </For>
                <li>
                    <button type="button" class="button" on:click=clear>
                        "Retirer tous les filtres"
                    </button>
                </li>
            </ul>
        </Show>
    }
}

/// A filter, and the way to take it away.
#[component]
fn Chip(
    /// What is asked.
    filters: Filters,
    /// The filter.
    condition: Condition,
) -> impl IntoView {
    let words = words(&condition);
    let remove = move |_| {
        filters.update(|conditions| conditions.remove(&condition));
        // The button goes with its filter.
        dom::focus(PANEL);
    };
    view! {
        <button type="button" class="chip chip--button" on:click=remove>
            <span class="visually-hidden">"Retirer le filtre\u{a0}: "</span>
            {words}
            <Pictogram icon=Icon::Close />
        </button>
    }
}

fn words(condition: &Condition) -> String {
    let place = match condition {
        Condition::Around(Around { from: Origin::Place(id), .. }) => {
            let directory = Places::expect().get().ready();
            directory.and_then(|directory| directory.place(id).map(|place| place.name.clone()))
        }
        _ => None,
    };
    communes()
        .map(|content| directory_query::condition(condition, &content.communes, place.as_deref()))
        .unwrap_or_default()
}
