//! « Contacts à compléter »: who was not told, what is old, and the sheet to fill by hand.

use super::collection::Collection;
use super::contact_form::{ContactForm, FUNCTION, Noting};
use super::contact_row::{ContactRow, EraseDialog, Erasing, Structure};
use super::known::{Known, back};
use crate::browser::{clock, dom};
use crate::domain::ecosystem::contact::Contact;
use crate::domain::ecosystem::known::ToComplete;
use crate::records::RecordId;
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
    let without = Memo::new(move |_| left.with(|left| left.without.clone()));
    let doing = Doing { erasing: Erasing::new(), editing: RwSignal::new(None) };
    let part = move |of: fn(ToComplete) -> Vec<Contact>| Signal::derive(move || of(left.get()));
    view! {
        <Page
            title="Contacts à compléter"
            lead="Qui appeler dans chaque structure : ce qui manque, ce qui est ancien, qui n’a pas été informé."
            back=back()
        >
            <div class="stack stack--wide screen-only">
                <p class="status-line" role="status">
                    {move || words::without(without.with(|without| without.values().map(Vec::len).sum()))}
                </p>
                <Part known title="À informer" contacts=part(|left| left.to_inform) doing />
                <Part known title="À vérifier" contacts=part(|left| left.to_check) doing />
                <Part known title="À effacer ou à confirmer" contacts=part(|left| left.to_erase) doing />
                <Part known title="Leur structure n’est plus ici" contacts=part(|left| left.astray) doing />
                <p class="hint">{words::CONTACTS_TRAVEL}</p>
            </div>
            <EraseDialog erasing=doing.erasing />
            <Collection known without />
        </Page>
    }
}

/// What is being done with the interlocutors of this page.
#[derive(Clone, Copy)]
struct Doing {
    erasing: Erasing,
    /// Whose form is open, and in which part: one may be in two.
    editing: RwSignal<Option<(&'static str, RecordId)>>,
}

/// The interlocutors for which there is one thing to do; nothing when there are none.
#[component]
fn Part(
    /// What is known.
    known: Known,
    /// What to do.
    title: &'static str,
    /// For whom.
    contacts: Signal<Vec<Contact>>,
    /// What is being done.
    doing: Doing,
) -> impl IntoView {
    let count = move || contacts.with(Vec::len);
    // Whose form is open stays until it is closed, whatever is done of them meanwhile.
    let ids = Memo::new(move |_| {
        let mut ids = contacts.with(|contacts| contacts.iter().map(|contact| contact.id.clone()).collect::<Vec<_>>());
        let edited = doing.editing.get().filter(|(part, id)| *part == title && !ids.contains(id));
        ids.extend(edited.map(|(_, id)| id));
        ids
    });
    view! {
        <Show when=move || !ids.with(Vec::is_empty)>
            <section class="stack">
                <h2>{title} " " <span class="count">{count}</span></h2>
                <ul role="list" class="stack">
                    <For each=move || ids.get() key=Clone::clone let(id)>
                        <PartRow known part=title contacts id doing />
                    </For>
                </ul>
            </section>
        </Show>
    }
}

/// One of them, or the form in its place.
#[component]
fn PartRow(
    /// What is known.
    known: Known,
    /// The part that it is in.
    part: &'static str,
    /// The interlocutors of this part.
    contacts: Signal<Vec<Contact>>,
    /// This one.
    id: RecordId,
    /// What is being done.
    doing: Doing,
) -> impl IntoView {
    let own = (part, id.clone());
    let contact = Memo::new(move |_| contacts.with(|all| all.iter().find(|contact| contact.id == id).cloned()));
    let is_edited = Memo::new(move |_| doing.editing.with(|editing| editing.as_ref() == Some(&own)));
    let edit = Callback::new(move |contact: Contact| {
        doing.editing.set(Some((part, contact.id)));
        request_animation_frame(|| dom::focus(FUNCTION));
    });
    let close = Callback::new(move |()| {
        // One may have left the page meanwhile.
        let _ = doing.editing.try_set(None);
        request_animation_frame(dom::focus_heading_if_lost);
    });
    let row = move |contact: Contact| {
        let structure = known.with_now(|ecosystem| Structure::of(ecosystem, &contact));
        view! { <ContactRow contact erasing=doing.erasing on_edit=edit structure /> }.into_any()
    };
    // A form stays as it is being filled, whatever another tab writes.
    let form = move |contact: Contact| {
        view! { <li class="contact"><ContactForm noting=Noting::Known(contact) close /></li> }.into_any()
    };
    move || if is_edited.get() { contact.get_untracked().map(form) } else { contact.get().map(row) }
}
