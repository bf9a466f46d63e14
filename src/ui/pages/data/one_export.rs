//! One file to prepare: what was handed over, the act, and how far it is.

use super::export::Export;
use super::handed_over::HandedOverNotice;
use crate::exchange::scope::Scope;
use crate::ui::components::{Icon, Pictogram};
use leptos::prelude::*;

/// The file of a scope, open to whoever has it.
#[component]
pub fn OneExport(
    /// The export of this page.
    export: Export,
    /// What the file holds.
    scope: Scope,
    /// What the button says.
    label: &'static str,
) -> impl IntoView {
    view! {
        <HandedOverNotice export />
        <p>
            <button
                type="button"
                class="button"
                aria-disabled=move || export.is_preparing().to_string()
                on:click=move |_| export.start(scope.clone(), false)
            >
                <Pictogram icon=Icon::Download />
                {label}
            </button>
        </p>
        <p class="status-line" role="status">
            {move || export.progress()}
        </p>
    }
}
