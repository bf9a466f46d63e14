//! One file to prepare: what was handed over, the act, and how far it is.

use super::backup::SealChoice;
use super::export::Export;
use super::handed_over::HandedOverNotice;
use crate::exchange::scope::Scope;
use crate::text;
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

/// The file of a scope that says something of people, in a section of its own: closed by a passphrase unless one decides
/// otherwise.
#[component]
pub fn PersonalExport(
    /// The section's id.
    section: &'static str,
    /// Its heading.
    heading: &'static str,
    /// What the other device does with the file.
    does: &'static str,
    /// To whom it may be handed.
    advice: &'static str,
    /// What the file holds.
    scope: Scope,
) -> impl IntoView {
    let export = Export::new(section);
    let sealed = RwSignal::new(true);
    let words = text::scope::describe(&scope);
    let start = move |_| export.start(scope.clone(), sealed.get_untracked());
    view! {
        <section class="card stack" aria-labelledby=section>
            <h2 id=section tabindex="-1">
                {heading}
            </h2>
            <p>{does} " " {words.what}</p>
            <p>
                <strong>"Il contient des données personnelles."</strong>
                " "
                {advice}
            </p>
            <HandedOverNotice export />
            <SealChoice sealed />
            <p>
                <button
                    type="button"
                    class="button"
                    aria-disabled=move || export.is_preparing().to_string()
                    on:click=start
                >
                    <Pictogram icon=Icon::Download />
                    {words.act}
                </button>
            </p>
            <p class="status-line" role="status">
                {move || export.progress()}
            </p>
        </section>
    }
}
