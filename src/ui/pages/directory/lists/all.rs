//! All the lists of places.

use super::by_name;
use super::form::NameForm;
use crate::browser::{identity, location};
use crate::domain::directory::local::list::{self, ListName, PlaceList};
use crate::domain::directory::local::list_change;
use crate::records::Key;
use crate::route::Route;
use crate::state::AppState;
use crate::text::local::{self, lists as text};
use crate::ui::components::{BackTo, Icon, Messages, Page, Pictogram};
use crate::ui::removed::{Removed, Restorable};
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
        let (changes, asked_at) = (list_change::create(&key, &name), location::hash());
        saver.save_then(changes, move || {
            let body = "Ajoutez-y des lieux, ici ou depuis la fiche de chacun.";
            messages.done_then_go(&asked_at, "Liste créée", body, &Route::List(key.id).to_hash());
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
            <RemovedLists />
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

/// The lists that were removed.
#[component]
fn RemovedLists() -> impl IntoView {
    let state = AppState::expect();
    let removed = Memo::new(move |_| state.with_tables(PlaceList::removed).iter().map(restorable).collect::<Vec<_>>());
    view! { <Removed removed summary=text::removed pages="Pages des listes retirées" /> }
}

fn restorable(list: &PlaceList) -> Restorable {
    let name = text::name(list);
    Restorable {
        id: list.key.id.to_string(),
        mention: name.clone(),
        restored: "Liste rétablie".to_owned(),
        changes: list_change::restore(list),
        name,
    }
}
