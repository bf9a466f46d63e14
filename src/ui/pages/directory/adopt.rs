//! Agreeing to store the places that were read.

use super::import::ReadDirectory;
use super::replace::{Comparison, Stage, Weighing};
use crate::browser::{clock, dom, location, pause};
use crate::domain::directory::adoption::{Consequence, consequence, proposed_source};
use crate::domain::directory::edition::{DirectorySnapshot, DirectorySource};
use crate::records::ChangeSet;
use crate::route::Route;
use crate::state::AppState;
use crate::text::{format, local, places};
use crate::ui::components::{Action, Messages, Notice, Tone};
use crate::ui::directory::{self, Places};
use crate::ui::faults;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

const NAME_FIELD: &str = "nom-annuaire";

/// The name of the directory, what storing it would replace, and the act itself.
#[component]
pub fn AdoptForm(
    /// What was read.
    read: Arc<ReadDirectory>,
    /// The source whose edition is to be replaced, when one comes from it.
    source: Option<DirectorySource>,
    /// Goes back to the choice of a file.
    again: Callback<()>,
) -> impl IntoView {
    if read.import.places.is_empty() {
        return view! { <NothingToStore again /> }.into_any();
    }
    let proposed = source.map(|source| source.name).or_else(|| proposed_source(&read.file));
    let name = RwSignal::new(proposed.unwrap_or_else(|| "Annuaire".to_owned()));
    let known = Places::expect();
    let is_storing = RwSignal::new(false);
    let consequence = {
        let read = Arc::clone(&read);
        // What was announced holds while it is done: these very places would then bring nothing.
        Memo::new(move |announced: Option<&Consequence>| match announced {
            Some(announced) if is_storing.get() => announced.clone(),
            _ => consequence(&name.get(), &read.import.places, &known.sources(), |source| known.lacks(source)),
        })
    };
    let weighing = Weighing::follow(consequence, Arc::clone(&read));
    view! {
        <section class="stack" aria-labelledby="enregistrer">
            <h2 id="enregistrer">"Enregistrer ces lieux"</h2>
            <NameField name />
            <Announced consequence />
            <Comparison weighing />
            <Acts read name consequence weighing is_storing again />
        </section>
    }
    .into_any()
}

/// No row could be taken.
#[component]
fn NothingToStore(
    /// Goes back to the choice of a file.
    again: Callback<()>,
) -> impl IntoView {
    view! {
        <Notice tone=Tone::Caution title="Aucun lieu de ce fichier ne peut être enregistré">
            <p>"Corrigez les lignes signalées dans votre tableur, puis choisissez à nouveau le fichier."</p>
            <button type="button" class="button" on:click=move |_| again.run(())>
                "Choisir un autre fichier"
            </button>
        </Notice>
    }
}

/// The directory's name, which says whether it replaces another.
#[component]
fn NameField(
    /// The name as typed.
    name: RwSignal<String>,
) -> impl IntoView {
    let is_missing = move || name.with(|name| name.trim().is_empty());
    view! {
        <div class="field">
            <label for=NAME_FIELD>"Nom de cet annuaire"</label>
            <span class="hint" id="nom-annuaire-aide">
                "Un annuaire qui porte déjà ce nom sera remplacé."
            </span>
            <span class="field__error" id="nom-annuaire-erreur">
                {move || is_missing().then_some("Donnez un nom à cet annuaire.")}
            </span>
            <input
                class="input"
                id=NAME_FIELD
                type="text"
                maxlength="80"
                autocomplete="off"
                aria-describedby="nom-annuaire-aide nom-annuaire-erreur"
                aria-invalid=move || is_missing().to_string()
                prop:value=name
                on:input:target=move |event| name.set(event.target().value())
            />
        </div>
    }
}

/// What storing would do to what is already here, followed as one types.
#[component]
fn Announced(
    /// What it would do.
    consequence: Memo<Consequence>,
) -> impl IntoView {
    let known = Places::expect();
    let sentence = move || {
        match consequence.get() {
        Consequence::Nothing(same) => format!(
            "Rien de nouveau\u{a0}: «\u{202f}{}\u{202f}» contient déjà exactement ces lieux, importés le {}.",
            same.name,
            format::date(same.current.imported_on)
        ),
        Consequence::Replaces(before) => {
            format!("Remplacera «\u{202f}{}\u{202f}» ({}).", before.name, places::edition(&before.current))
        }
        Consequence::Adds if known.sources().is_empty() => String::new(),
        Consequence::Adds => "S’ajoutera aux annuaires de cet appareil. Un lieu décrit deux fois n’est montré qu’une fois, dans sa description la plus récente.".to_owned(),
    }
    };
    view! {
        <p class="status-line" role="status">
            {sentence}
        </p>
    }
}

/// The agreement, and the way back.
#[component]
fn Acts(
    /// What was read.
    read: Arc<ReadDirectory>,
    /// The directory's name.
    name: RwSignal<String>,
    /// What storing would do.
    consequence: Memo<Consequence>,
    /// The comparison with the edition that would go.
    weighing: Weighing,
    /// It is being done.
    is_storing: RwSignal<bool>,
    /// Goes back to the choice of a file.
    again: Callback<()>,
) -> impl IntoView {
    let state = AppState::expect();
    let messages = Messages::expect();
    let places = Places::expect();
    let total = read.import.places.len();
    let is_weighing = Memo::new(move |_| matches!(weighing.stage(), Stage::Running));
    let is_busy = move || is_storing.get() || is_weighing.get();
    let store = Callback::new(move |()| {
        let typed = name.get_untracked().trim().to_owned();
        if typed.is_empty() {
            dom::focus(NAME_FIELD);
        } else if !untrack(is_busy) {
            is_storing.set(true);
            let to_store = ToStore { read: Arc::clone(&read), name: typed, chosen: weighing.chosen() };
            let replaces = consequence.with_untracked(|it| matches!(it, Consequence::Replaces(_)));
            spawn_local(async move {
                if !store(state, messages, places, to_store, replaces).await {
                    is_storing.try_set(false);
                }
            });
        }
    });
    let label = move || match consequence.get() {
        _ if is_storing.get() => "Enregistrement…".to_owned(),
        _ if is_weighing.get() => "Comparaison…".to_owned(),
        Consequence::Replaces(before) => local::replace(total, before.current.count),
        Consequence::Adds | Consequence::Nothing(_) => {
            format!("Enregistrer l’annuaire ({})", format::count(format::number(total), "lieu", "lieux"))
        }
    };
    let brings_something = move || consequence.with(|consequence| !matches!(consequence, Consequence::Nothing(_)));
    let list = Route::directory().to_hash();
    view! {
        <div class="row">
            <Show
                when=brings_something
                fallback=move || view! { <a class="button button--primary" href=list.clone()>"Revenir à l’annuaire"</a> }
            >
                <button
                    type="button"
                    class="button button--primary"
                    aria-disabled=move || is_busy().to_string()
                    on:click=move |_| store.run(())
                >
                    {label}
                </button>
            </Show>
            <button type="button" class="button" on:click=move |_| again.run(())>
                "Choisir un autre fichier"
            </button>
        </div>
    }
}

/// What is stored at once.
struct ToStore {
    read: Arc<ReadDirectory>,
    name: String,
    /// What was decided of the corrections that the file contradicts.
    chosen: ChangeSet,
}

/// Stores, then goes to the list; on failure, false: one stays here, and nothing has changed.
async fn store(state: AppState, messages: Messages, places: Places, to_store: ToStore, replaces: bool) -> bool {
    let here = location::hash();
    pause::until_painted().await;
    let ToStore { read, name, chosen } = to_store;
    let count = format::number(read.import.places.len());
    let snapshot = DirectorySnapshot::new(name, read.file.clone(), clock::today(), read.import.places.clone());
    match directory::adopt(state, places, snapshot, chosen).await {
        Ok(()) => {
            let done = if replaces { "remplacé" } else { "enregistré" };
            let title = format!("Annuaire {done}\u{a0}: {}", format::count(count, "lieu", "lieux"));
            let body = "Il se consulte désormais sans réseau sur cet appareil.";
            messages.done_then_go(&here, title, body, &Route::directory().to_hash());
            true
        }
        Err(error) => {
            let export = Action::new("Exporter mes données", || location::go(&Route::Data.to_hash()));
            messages.say(faults::storage_message(&error, vec![export]));
            false
        }
    }
}
