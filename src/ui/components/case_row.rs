//! Something of a list, with what is to be decided about it.

use leptos::prelude::*;

/// What it is called, why it is here, and what may be done.
#[component]
pub fn CaseRow(
    /// What it is called.
    #[prop(into)]
    name: String,
    /// Why it is here.
    #[prop(into)]
    sentence: String,
    /// What may be done.
    children: Children,
) -> impl IntoView {
    view! {
        <li class="card card--flat case">
            <div class="case__body">
                <h3 class="case__name">{name}</h3>
                <p class="card__meta">{sentence}</p>
            </div>
            <div class="case__acts">{children()}</div>
        </li>
    }
}
