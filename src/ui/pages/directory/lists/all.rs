//! All the lists of places.

use super::by_name;
use super::form::NameForm;
use crate::browser::{dom, identity, location};
use crate::domain::directory::local::list::{self, ListName, PLACE_LIST_KIND, PlaceList};
use crate::domain::directory::local::list_change;
use crate::records::Key;
use crate::route::Route;
use crate::state::AppState;
use crate::text::local::{self, lists as text};
use crate::ui::components::{BackTo, Icon, Messages, Page, Pictogram};
use crate::ui::save::Saver;
use leptos::prelude::*;

/// The lists, and the way to make one.
#[component]
pub fn ListsPage() -> impl IntoView {
    let state = AppState::expect();
    let saver = Saver::expect();
    let messages = Messages::expect();
    let lists = by_name(state);
    let typed = RwSignal::new(String::new());
    // Drawn once, so that a form sent twice makes one list. Identities made by the program are well formed.
    let key = identity::new_record_id().ok().and_then(|id| list::key(&id).ok());
    let create = Callback::new(move |name: ListName| {
        let Some(key) = key.clone() else { return };
        saver.save_then(list_change::create(&key, &name), move || {
            messages.done_on_arrival("Liste créée", "Ajoutez-y des lieux, ici ou depuis la fiche de chacun.");
            location::go(&Route::List(key.id).to_hash());
        });
    });
    view! {
        <Page
            title="Listes de lieux"
            lead="Réunir des lieux sous un nom, pour les retrouver, les imprimer ou les exporter ensemble."
            back=BackTo::new(Route::directory(), "Annuaire")
        >
            <Show when=move || !lists.with(Vec::is_empty) fallback=|| view! { <Nothing /> }>
                <ul role="list" class="grid">
                    <For each=move || lists.get() key=shown_of let(list)>
                        <Card list />
                    </For>
                </ul>
            </Show>
            <section class="card card--flat" aria-labelledby="nouvelle">
                <h2 id="nouvelle">"Nouvelle liste"</h2>
                <NameForm id="nom-liste" label="Nom de la liste" act="Créer la liste" typed on_name=create />
            </section>
            <Removed />
        </Page>
    }
}

/// Everything that its card shows: when it changes, the card does.
fn shown_of(list: &PlaceList) -> (Key, String, usize, String) {
    (list.key.clone(), text::name(list), list.members.len(), list.note.as_str().to_owned())
}

/// No list yet.
#[component]
fn Nothing() -> impl IntoView {
    view! {
        <div class="empty">
            <Pictogram icon=Icon::Pin />
            <h2>"Aucune liste"</h2>
            <p>"Par exemple\u{a0}: les lieux d’un quartier, ou ceux que vous donnez à la fin d’un atelier."</p>
        </div>
    }
}

/// One list.
#[component]
fn Card(
    /// The list.
    list: PlaceList,
) -> impl IntoView {
    let href = Route::List(list.key.id.clone()).to_hash();
    view! {
        <li class="card card--flat">
            <h2>
                <a href=href>{text::name(&list)}</a>
            </h2>
            <p class="card__meta">{local::members(list.members.len())}</p>
            {(!list.note.as_str().is_empty()).then(|| view! { <p class="prose breakable">{list.note.as_str().to_owned()}</p> })}
        </li>
    }
}

/// The lists that were removed: a quiet way back.
#[component]
fn Removed() -> impl IntoView {
    let state = AppState::expect();
    let removed = Memo::new(move |_| {
        state.with_tables(|tables| {
            let records = tables.iter().filter(|(kind, _, _)| kind.as_str() == PLACE_LIST_KIND);
            let removed = records.filter(|(_, _, record)| record.is_deleted() && !record.erased);
            let read = removed
                .map(|(kind, id, record)| PlaceList::from_record(&Key { kind: kind.clone(), id: id.clone() }, record));
            read.collect::<Vec<_>>()
        })
    });
    view! {
        <Show when=move || !removed.with(Vec::is_empty)>
            <details class="disclosure">
                <summary>"Listes retirées (" {move || removed.with(Vec::len)} ")"</summary>
                <ul role="list" class="stack stack--tight">
                    <For each=move || removed.get() key=shown_of let(list)>
                        <RemovedRow list />
                    </For>
                </ul>
            </details>
        </Show>
    }
}

/// A removed list, and the way to restore it.
#[component]
fn RemovedRow(
    /// The list.
    list: PlaceList,
) -> impl IntoView {
    let (saver, messages) = (Saver::expect(), Messages::expect());
    let name = text::name(&list);
    let restore = move |_| {
        saver.save_then(list_change::restore(&list), move || {
            messages.done("Liste rétablie", "");
            request_animation_frame(dom::focus_heading);
        });
    };
    view! {
        <li class="row">
            <span>{name.clone()}</span>
            <button type="button" class="button button--plain" on:click=restore>
                "Rétablir"
                <span class="visually-hidden">{format!("\u{a0}: {name}")}</span>
            </button>
        </li>
    }
}
