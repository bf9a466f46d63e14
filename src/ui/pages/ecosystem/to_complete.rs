//! « Interlocuteurs à compléter »: who was not told, what is old, and the sheet to fill by hand.

use super::collection::CollectionSheet;
use super::contact_row::{ContactRow, EraseDialog, Erasing};
use super::known::{Known, back};
use crate::browser::clock;
use crate::domain::ecosystem::contact::Contact;
use crate::domain::ecosystem::known::ToComplete;
use crate::text::ecosystem_form as words;
use crate::ui::components::Page;
use leptos::prelude::*;

/// What is left to do about interlocutors.
#[component]
pub fn ToCompletePage(
    /// What is known.
    known: Known,
) -> impl IntoView {
    let today = clock::today();
    let left = Memo::new(move |_| known.with(|ecosystem| ecosystem.to_complete(today)));
    let erasing = Erasing::new();
    let part = move |of: fn(ToComplete) -> Vec<Contact>| Signal::derive(move || of(left.get()));
    view! {
        <Page
            title="Interlocuteurs à compléter"
            lead="Qui appeler dans chaque structure : ce qui manque, ce qui est ancien, qui n’a pas été informé."
            back=back()
        >
            <div class="stack stack--wide screen-only">
                <p class="status-line" role="status">
                    {move || left.with(|left| words::without(left.without.len()))}
                </p>
                <Part title="À informer" contacts=part(|left| left.to_inform) erasing />
                <Part title="À vérifier" contacts=part(|left| left.to_check) erasing />
                <Part title="À effacer ou à confirmer" contacts=part(|left| left.to_erase) erasing />
                <Part title="Leur structure n’est plus ici" contacts=part(|left| left.astray) erasing />
                <p class="hint">{words::CONTACTS_TRAVEL}</p>
            </div>
            <EraseDialog erasing />
            <CollectionSheet known actors=Signal::derive(move || left.get().without) />
        </Page>
    }
}

/// The interlocutors for which there is one thing to do; nothing when there are none.
#[component]
fn Part(
    /// What to do.
    title: &'static str,
    /// For whom.
    contacts: Signal<Vec<Contact>>,
    /// The one to erase, once asked.
    erasing: Erasing,
) -> impl IntoView {
    let count = move || contacts.with(Vec::len);
    view! {
        <Show when=move || { count() > 0 }>
            <section class="stack">
                <h2>{title} " " <span class="count">{count}</span></h2>
                <ul role="list" class="stack">
                    <For each=move || contacts.get() key=Clone::clone let(contact)>
                        <ContactRow contact erasing />
                    </For>
                </ul>
            </section>
        </Show>
    }
}
