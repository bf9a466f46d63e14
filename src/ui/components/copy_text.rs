//! A text to copy into a message.

use crate::browser::clipboard;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// A text that is read here, and copied elsewhere.
#[component]
pub fn CopyText(
    /// Identifies the text.
    id: &'static str,
    /// What it is.
    label: &'static str,
    /// The button.
    act: &'static str,
    /// The text.
    #[prop(into)]
    text: Signal<String>,
) -> impl IntoView {
    let outcome = RwSignal::new("");
    let copy = move |_| {
        let text = text.get_untracked();
        spawn_local(async move {
            let said = match clipboard::copy(&text).await {
                true => "Copié\u{a0}: collez-le dans un message.",
                false => "Ce navigateur ne laisse pas copier. Sélectionnez le texte pour le copier.",
            };
            // One may have left the page.
            let _ = outcome.try_set(said);
        });
    };
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <textarea class="input" id=id rows="12" readonly prop:value=text></textarea>
        </div>
        <div class="row">
            <button type="button" class="button" on:click=copy>
                {act}
            </button>
            <span role="status">{outcome}</span>
        </div>
    }
}
