//! Where one types what one looks for.

use super::{Icon, Pictogram};
use leptos::prelude::*;

/// The field of a search, its magnifying glass before it. Its label, and its hint, stand above it.
#[component]
pub fn SearchInput(
    /// The field's id, by which its label names it.
    id: &'static str,
    /// The id of its hint.
    #[prop(optional)]
    hint: Option<&'static str>,
    /// What is typed.
    #[prop(into)]
    typed: Signal<String>,
    /// What is done with what one types.
    #[prop(into)]
    on_type: Callback<String>,
) -> impl IntoView {
    view! {
        <div class="search__field">
            <Pictogram icon=Icon::Search />
            <input
                class="input"
                id=id
                type="search"
                autocomplete="off"
                spellcheck="false"
                aria-describedby=hint
                prop:value=typed
                on:input:target=move |event| on_type.run(event.target().value())
            />
        </div>
    }
}
