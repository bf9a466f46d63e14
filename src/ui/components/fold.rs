//! Something to open: a form, or choices, out of the way until one needs them.

use leptos::prelude::*;

/// Closed at first, and again when the page says so.
#[component]
pub fn Fold(
    /// The words to press.
    #[prop(into)]
    summary: Signal<String>,
    /// The identifier of these words.
    #[prop(optional, into)]
    id: MaybeProp<String>,
    /// Whether it is open.
    is_open: RwSignal<bool>,
    /// What it holds.
    children: Children,
) -> impl IntoView {
    view! {
        <details
            class="disclosure screen-only"
            prop:open=is_open
            // The reader opens and closes it too.
            on:toggle:target=move |event| {
                let _ = is_open.try_set(event.target().open());
            }
        >
            <summary id=move || id.get()>{summary}</summary>
            {children()}
        </details>
    }
}
