//! Going from page to page in a long list.

use crate::domain::paging::Paging;
use crate::text::format;
use leptos::prelude::*;

/// The page shown, and buttons to the previous and the next one; nothing when everything fits in one page.
#[component]
pub fn Pager(
    /// How long the list is.
    #[prop(into)]
    paging: Signal<Paging>,
    /// The page asked for, from 0.
    page: RwSignal<usize>,
    /// What the pages are of, for screen readers (« Pages du compte rendu »).
    label: &'static str,
) -> impl IntoView {
    let shown = move || paging.get().page(page.get());
    let pages = move || paging.get().pages();
    let is_first = move || shown() == 0;
    let is_last = move || shown() + 1 >= pages();
    // `aria-disabled` rather than `disabled`: the button just pressed must keep the focus.
    let back = move |_| page.set(shown().saturating_sub(1));
    let forward = move |_| page.set(if is_last() { shown() } else { shown() + 1 });
    let position = move || format::page(shown(), pages());
    view! {
        <Show when=move || { pages() > 1 }>
            <nav class="row" aria-label=label>
                <button type="button" class="button" aria-disabled=move || is_first().to_string() on:click=back>
                    "Page précédente"
                </button>
                <span role="status">{position}</span>
                <button type="button" class="button" aria-disabled=move || is_last().to_string() on:click=forward>
                    "Page suivante"
                </button>
            </nav>
        </Show>
    }
}
