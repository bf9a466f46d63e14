//! One list: its places in their order, on the screen and on paper.

use super::super::export::ExportFound;
use super::super::place_search::PlaceSearch;
use super::super::sources::LoadFailure;
use super::form::NameForm;
use super::rows::{Rows, Told, follow_told};
use crate::browser::{clock, dom};
use crate::domain::directory::imported::ImportedPlaces;
use crate::domain::directory::local::identity::PlaceTrace;
use crate::domain::directory::local::list::{self, ListName, ListNote, PlaceList};
use crate::domain::directory::local::list_change;
use crate::domain::directory::local::list_places::{ListedPlace, places};
use crate::domain::directory::place::PlaceId;
use crate::records::RecordId;
use crate::route::Route;
use crate::state::AppState;
use crate::text::local::{self, lists as text};
use crate::ui::components::{
    BackTo, FieldFault, Icon, Messages, Notice, Page, Pictogram, Rewrite, Takes, TextField, Tone,
};
use crate::ui::directory::{LoadedDirectory, Places};
use crate::ui::save::{Saver, Undoable};
use leptos::prelude::*;
use std::sync::Arc;

const NOTE: &str = "note-liste";

/// A list open on its screen.
#[derive(Clone, Copy)]
pub struct OpenList {
    /// The list; none when it is not on this device, or was removed.
    pub list: Memo<Option<PlaceList>>,
    /// Its places as the directory shows them.
    pub listed: Memo<Vec<ListedPlace>>,
    pub saver: Saver,
    pub messages: Messages,
}

/// The screen of a list.
#[component]
pub fn ListPage(
    /// The list.
    id: RecordId,
) -> impl IntoView {
    let (state, known) = (AppState::expect(), Places::expect());
    let key = list::key(&id).ok();
    let list = Memo::new(move |_| {
        let key = key.as_ref()?;
        state.with_tables(|tables| {
            let record = tables.live_at(key)?;
            Some(PlaceList::from_record(key, record))
        })
    });
    let listed = Memo::new(move |_| {
        let lives = known.lives();
        let read = |imports: Option<&ImportedPlaces>| {
            list.with(|list| list.as_ref().map(|list| places(list, &lives, imports)))
        };
        let found = match known.get() {
            LoadedDirectory::Ready(directory) => read(Some(directory.imports())),
            LoadedDirectory::None => read(Some(&ImportedPlaces::default())),
            LoadedDirectory::Failed(_) => read(None),
            LoadedDirectory::Loading => None,
        };
        found.unwrap_or_default()
    });
    let open = OpenList { list, listed, saver: Saver::expect(), messages: Messages::expect() };
    let is_there = Memo::new(move |_| list.with(Option::is_some));
    let title = move || list.with(|list| list.as_ref().map_or_else(|| "Liste de lieux".to_owned(), text::name));
    let lead = move || list.with(|list| Some(list.as_ref()?.note.as_str().to_owned()).filter(|note| !note.is_empty()));
    view! {
        <Page title=Signal::derive(title) lead=Signal::derive(lead) back=BackTo::new(Route::Lists, "Listes de lieux")>
            <Show when=move || is_there.get() fallback=|| view! { <Unknown /> }>
                <LoadFailure />
                <Contents open />
            </Show>
        </Page>
    }
}

/// The list is not here, or not any more.
#[component]
fn Unknown() -> impl IntoView {
    view! {
        <Notice tone=Tone::Caution title="Cette liste n’est pas sur cet appareil">
            <p>
                "Elle a peut-être été retirée\u{a0}: elle se rétablit depuis la page des listes. "
                <a href=Route::Lists.to_hash()>"Voir toutes les listes"</a>
            </p>
        </Notice>
    }
}

/// The places, and what may be done with them.
#[component]
fn Contents(
    /// The list.
    open: OpenList,
) -> impl IntoView {
    let known = Places::expect();
    let OpenList { list, listed, .. } = open;
    let is_loading = Memo::new(move |_| matches!(known.get(), LoadedDirectory::Loading));
    let is_empty = Memo::new(move |_| list.with(|list| list.as_ref().is_none_or(|list| list.members.is_empty())));
    let told = follow_told(listed);
    // A list is not printed with half of its rows.
    let is_told = Memo::new(move |_| {
        let is_told = |told: &Told, one: &ListedPlace| one.place().is_none_or(|id| told.contains_key(id));
        !is_loading.get() && told.with(|told| listed.with(|listed| listed.iter().all(|one| is_told(told, one))))
    });
    let sentence = move || match (is_loading.get(), is_told.get()) {
        (true, _) => "Lecture de l’annuaire…".to_owned(),
        (false, false) => "Lecture des horaires…".to_owned(),
        (false, true) => local::members(listed.with(Vec::len)),
    };
    let print = move |_| {
        if is_told.get_untracked() {
            dom::print();
        }
    };
    let positions = Memo::new(move |_| {
        let directory = known.get().ready()?;
        let ids = |listed: &Vec<ListedPlace>| {
            let found = listed.iter().filter_map(|one| directory.imports().position(one.place()?));
            found.collect::<Vec<usize>>()
        };
        Some(Arc::new(listed.with(ids)))
    });
    let printed = text::printed(clock::today(), env!("CARGO_PKG_VERSION"));
    view! {
        <p class="status-line" role="status">
            {sentence}
        </p>
        <Show when=move || !is_empty.get() fallback=|| view! { <Empty /> }>
            <div class="row screen-only">
                <button
                    type="button"
                    class="button button--primary"
                    aria-disabled=move || (!is_told.get()).to_string()
                    on:click=print
                >
                    <Pictogram icon=Icon::Print />
                    "Imprimer tous les lieux de la liste"
                </button>
            </div>
            <Rows open told />
        </Show>
        <div class="stack screen-only">
            <details class="disclosure">
                <summary>"Ajouter un lieu"</summary>
                <PlaceSearch
                    id="ajouter-lieu".to_owned()
                    label="Nom, adresse ou commune du lieu à ajouter"
                    act="Ajouter à la liste"
                    on_choose=adding(open)
                />
            </details>
            <ExportFound positions />
            <Change open />
        </div>
        <p class="print-only sheet__foot">{printed}</p>
    }
}

/// No place yet.
#[component]
fn Empty() -> impl IntoView {
    view! {
        <div class="empty">
            <Pictogram icon=Icon::Pin />
            <h2>"Aucun lieu dans cette liste"</h2>
            <p>"Ajoutez un lieu ci-dessous, ou ouvrez sa fiche dans l’annuaire, puis «\u{202f}Ajouter à une liste\u{202f}»."</p>
            <a class="button" href=Route::directory().to_hash()>
                "Chercher dans l’annuaire"
            </a>
        </div>
    }
}

/// Adds a place at the end.
fn adding(open: OpenList) -> Callback<PlaceId> {
    let known = Places::expect();
    Callback::new(move |id: PlaceId| {
        let Some(directory) = untrack(|| known.get()).ready() else { return };
        let imports = directory.imports();
        let Some((place, identity)) = imports.place(&id).zip(imports.identities(&id).into_iter().next()) else {
            return;
        };
        let is_there = open.listed.with_untracked(|listed| listed.iter().any(|one| one.place() == Some(&id)));
        let name = place.name.clone();
        let trace = PlaceTrace::of(&identity, place);
        let Some(list) = open.list.get_untracked() else { return };
        let changes = list_change::add(&list, [&trace]).unwrap_or_default();
        if is_there || changes.is_empty() {
            return open.messages.done(format!("«\u{202f}{name}\u{202f}» est déjà dans la liste"), "");
        }
        let messages = open.messages;
        open.saver.save_then(changes, move || messages.done(format!("«\u{202f}{name}\u{202f}» est ajouté"), ""));
    })
}

/// Another name, a note, or no list any more.
#[component]
fn Change(
    /// The list.
    open: OpenList,
) -> impl IntoView {
    let OpenList { list, saver, messages, .. } = open;
    let name = |list: &PlaceList| list.name.as_ref().map(|name| name.as_str().to_owned());
    let rewrite = Rewrite::of(move || list.with(|list| list.as_ref().and_then(name).unwrap_or_default()));
    let rename = Callback::new(move |name: ListName| {
        let sent = rewrite.now();
        let changes = list.with_untracked(|list| list.as_ref().map(|list| list_change::rename(list, &name)));
        saver.save_then(changes.filter(|_| rewrite.is_touched()).unwrap_or_default(), move || {
            rewrite.settle(&sent);
            messages.done("Nom enregistré", "");
        });
    });
    let remove = move |_| {
        let Some(list) = list.get_untracked() else { return };
        let title = format!("«\u{202f}{}\u{202f}» est retirée", text::name(&list));
        let body = "Ses lieux restent dans l’annuaire.".to_owned();
        let done = Undoable { title, body, take_back: "Annuler", taken_back: "Liste rétablie" };
        saver.save_undoable_then_leave(list_change::delete(&list), done, &Route::Lists.to_hash());
    };
    view! {
        <details class="disclosure">
            <summary>"Modifier la liste"</summary>
            <div class="stack">
                <NameForm id="nom-liste" label="Nom de la liste" act="Enregistrer le nom" typed=rewrite on_name=rename />
                <NoteForm open />
                <button type="button" class="button button--start" on:click=remove>
                    "Retirer la liste"
                </button>
            </div>
        </details>
    }
}

/// What is said of the whole list, under its name.
#[component]
fn NoteForm(
    /// The list.
    open: OpenList,
) -> impl IntoView {
    let OpenList { list, saver, messages, .. } = open;
    let note = |list: &PlaceList| list.note.as_str().to_owned();
    let rewrite = Rewrite::of(move || list.with(|list| list.as_ref().map(note).unwrap_or_default()));
    let faults = RwSignal::new(Vec::<FieldFault>::new());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let sent = rewrite.now();
        match ListNote::new(&sent) {
            Ok(note) => {
                faults.set(Vec::new());
                let changes = list.with_untracked(|list| list.as_ref().map(|list| list_change::annotate(list, &note)));
                saver.save_then(changes.filter(|_| rewrite.is_touched()).unwrap_or_default(), move || {
                    rewrite.settle(&sent);
                    messages.done("Note enregistrée", "");
                });
            }
            Err(fault) => {
                faults.set(vec![FieldFault { field: NOTE.to_owned(), sentence: local::writing_fault(fault) }]);
            }
        }
    };
    view! {
        <form class="stack stack--tight" on:submit=submit>
            <TextField
                id=NOTE
                label="Note, imprimée sous le nom"
                hint=local::NAME_NOBODY
                takes=Takes::Text
                value=rewrite
                faults
            />
            <button type="submit" class="button button--start">
                "Enregistrer la note"
            </button>
        </form>
    }
}
