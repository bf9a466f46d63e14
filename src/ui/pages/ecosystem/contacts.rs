//! Whom to ask for in a structure: added, changed, erased.

use super::contact_form::{ContactForm, FUNCTION, Noting};
use super::contact_row::{ContactRow, Erasing};
use super::known::Known;
use crate::browser::dom;
use crate::domain::ecosystem::contact::{About, Contact};
use crate::records::RecordId;
use crate::text::{ecosystem as text, ecosystem_form as words};
use leptos::prelude::*;

const ADD: &str = "ajouter-contact";

/// What the form is open for.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Editing {
    New,
    Known(RecordId),
}

/// The interlocutors of a structure.
#[component]
pub fn Contacts(
    /// What is known.
    known: Known,
    /// The structure.
    about: About,
) -> impl IntoView {
    let editing = RwSignal::new(None::<Editing>);
    let erasing = Erasing::new();
    // A place's sheet says « Contact » of its telephone already.
    let title = if matches!(about, About::Place(_)) { "Qui demander dans ce lieu" } else { "Contacts" };
    let about = StoredValue::new(about);
    let contacts = Memo::new(move |_| {
        about.with_value(|about| known.with(|ecosystem| ecosystem.contacts_of(about).cloned().collect::<Vec<_>>()))
    });
    let open = move |what: Editing| {
        editing.set(Some(what));
        request_animation_frame(|| dom::focus(FUNCTION));
    };
    let edit = Callback::new(move |contact: Contact| open(Editing::Known(contact.id)));
    let close = Callback::new(move |()| {
        // One may have left the page meanwhile.
        let _ = editing.try_set(None);
        request_animation_frame(|| dom::focus_in_place(ADD));
    });
    let form = move || {
        editing.get().map(|what| {
            let known_one = match what {
                Editing::New => None,
                Editing::Known(id) => known.with_now(|ecosystem| ecosystem.contact(&id).cloned()),
            };
            let noting = known_one.map_or_else(|| Noting::New(about.get_value()), Noting::Known);
            view! { <ContactForm noting close /> }
        })
    };
    view! {
        <section class="stack" aria-labelledby="contacts">
            <h2 id="contacts">{title}</h2>
            <Show
                when=move || contacts.with(|contacts| !contacts.is_empty())
                fallback=|| view! { <p>{text::NO_CONTACT} "."</p> }
            >
                <ul role="list" class="stack">
                    <For each=move || contacts.get() key=Clone::clone let(contact)>
                        <ContactRow contact erasing on_edit=edit />
                    </For>
                </ul>
            </Show>
            {form}
            <Show when=move || editing.with(Option::is_none)>
                <p class="screen-only">
                    <button type="button" class="button" id=ADD on:click=move |_| open(Editing::New)>
                        "Ajouter un contact"
                    </button>
                </p>
            </Show>
            <p class="hint screen-only">{words::CONTACTS_TRAVEL}</p>
            <super::contact_row::EraseDialog erasing />
        </section>
    }
}
