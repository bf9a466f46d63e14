//! A value that this version cannot read: shown as it is, kept until somebody empties it.

use super::desk::Desk;
use super::words;
use crate::domain::dispute::{Dispute, What};
use crate::text::dispute as text;
use crate::ui::components::Confirm;
use leptos::prelude::*;
use std::sync::Arc;

/// The value, why it is not used, and the way to empty it.
#[component]
pub fn UnreadableCard(
    /// The disputes of the page.
    desk: Desk,
    /// This one.
    dispute: Arc<Dispute>,
) -> impl IntoView {
    let (explanation, raw) = match &dispute.what {
        What::Unreadable { value, reason } => (text::aside(*reason), words::unreadable(&dispute, value)),
        What::Values(_) | What::Removed { .. } => ("", String::new()),
    };
    let id = words::id(&dispute);
    let title = format!("{id}-titre");
    let name = words::field(&dispute);
    let of = format!("\u{a0}: {name}");
    let asked = RwSignal::new(false);
    let may_be_emptied = dispute.may_be_emptied();
    let accept = Callback::new(move |()| {
        desk.settle(&dispute, dispute.settle_empty(), text::emptied(&words::field(&dispute)));
    });
    view! {
        <div class="card card--flat dispute" role="group" id=id tabindex="-1" aria-labelledby=title.clone()>
            <h3 id=title.clone() class="breakable">
                {name}
            </h3>
            <p>{explanation}</p>
            <pre class="dispute__raw">{raw}</pre>
            <Show when=move || may_be_emptied fallback=|| view! { <p>{text::CANNOT_BE_EMPTIED}</p> }>
                <button type="button" class="button button--start" on:click=move |_| asked.set(true)>
                    "Vider ce champ" <span class="visually-hidden">{of.clone()}</span>
                </button>
            </Show>
            <Confirm open=asked title="Vider ce champ\u{202f}?" accept="Vider ce champ" on_accept=accept>
                <p>
                    "La valeur ne sera plus dans vos prochains fichiers de sauvegarde, et partira aussi des postes qui les importeront. Vous pourrez annuler tant que cette page reste ouverte."
                </p>
            </Confirm>
        </div>
    }
}
