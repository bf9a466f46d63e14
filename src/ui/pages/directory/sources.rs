//! The directories imported here: dated, replaced, taken away.

use super::removal::{Removal, RemoveDialog};
use crate::domain::directory::imported::{ReadSource, SourceFault};
use crate::route::Route;
use crate::state::AppState;
use crate::text::{format, places};
use crate::ui::components::{Notice, Tone};
use crate::ui::directory::{self, LoadedDirectory, Places};
use crate::ui::faults;
use leptos::prelude::*;

/// The directories of this device.
#[component]
pub fn Sources() -> impl IntoView {
    let known = Places::expect();
    let sources = Memo::new(move |_| match known.get() {
        LoadedDirectory::Ready(directory) => directory.sources().to_vec(),
        _ => known.sources().into_iter().map(|source| ReadSource { source, fault: None }).collect(),
    });
    view! {
        <section class="stack screen-only" aria-labelledby="annuaires">
            <div class="row row--spread">
                <h2 id="annuaires">"Annuaires de cet appareil"</h2>
                <a class="button" href=Route::DirectoryImport.to_hash()>
                    "Importer un autre annuaire"
                </a>
            </div>
            <ul role="list" class="grid sources">
                <For
                    each=move || sources.get()
                    key=|read| (read.source.current.snapshot.clone(), read.source.key.clone(), read.fault)
                    let(read)
                >
                    <li>
                        <SourceCard read />
                    </li>
                </For>
            </ul>
            <ToAttach />
        </section>
    }
}

/// The way to the places that are in no edition any more; nothing when there is none.
#[component]
fn ToAttach() -> impl IntoView {
    let known = Places::expect();
    let lost = Memo::new(move |_| known.lost().len());
    let label = move || format!("Lieux à rattacher ({})", format::integer(format::number(lost.get())));
    view! {
        <Show when=move || { lost.get() > 0 }>
            <p>
                <a href=Route::Lost.to_hash()>{label}</a>
                "\u{a0}: vous en avez noté quelque chose, et aucun annuaire d’ici ne les décrit plus."
            </p>
        </Show>
    }
}

/// One directory.
#[component]
fn SourceCard(
    /// The source, and why its places are missing when they are.
    read: ReadSource,
) -> impl IntoView {
    let ReadSource { source, fault } = read;
    let replace = Route::DirectoryReplace(source.key.id.clone()).to_hash();
    let asked = RwSignal::new(false);
    let (state, name) = (AppState::expect(), source.name.clone());
    let told = places::edition(&source.current);
    let remove = move |()| -> Removal {
        let source = source.clone();
        Box::pin(async move { directory::remove(state, &source).await })
    };
    // The cards' buttons bear the same words: their directory tells them apart when they are listed.
    let of = format!(" («\u{202f}{name}\u{202f}»)");
    view! {
        <article class="card card--flat">
            <h3>{name.clone()}</h3>
            <p class="card__meta">{told}</p>
            {fault.map(|fault| view! { <Missing fault /> })}
            <div class="row">
                <a class="button" href=replace>
                    "Remplacer" <span class="visually-hidden">{of.clone()}</span>
                </a>
                <button
                    type="button"
                    class="button button--plain"
                    on:click=move |_| asked.set(true)
                >
                    "Retirer cet annuaire" <span class="visually-hidden">{of}</span>
                </button>
            </div>
            <RemoveDialog
                name
                act="Retirer cet annuaire"
                means="Ses lieux ne seront plus proposés. Les entretiens et les orientations déjà faites ne changent pas. Pour le retrouver, il faudra importer à nouveau son fichier."
                asked
                remove
            />
        </article>
    }
}

/// Why the places of a source are not shown.
#[component]
fn Missing(
    /// The reason.
    fault: SourceFault,
) -> impl IntoView {
    let reason = match fault {
        SourceFault::Absent => "Ses lieux ne sont pas sur cet appareil. Importez à nouveau son fichier.",
        SourceFault::Unreadable => "Ses lieux ne peuvent plus être lus. Importez à nouveau son fichier.",
        SourceFault::Newer => {
            "Ses lieux ont été préparés par une version plus récente de Repères. Mettez Repères à jour pour les lire."
        }
    };
    view! {
        <Notice tone=Tone::Caution title="Lieux indisponibles">
            <p>{reason}</p>
        </Notice>
    }
}

/// The browser does not give what it keeps.
#[component]
pub fn LoadFailure() -> impl IntoView {
    let known = Places::expect();
    move || match known.get() {
        LoadedDirectory::Failed(error) => {
            let (title, body) = faults::reading_sentences(&error);
            Some(view! {
                <Notice tone=Tone::Fault title>
                    <p>{body}</p>
                    <button type="button" class="button" on:click=move |_| known.read_again()>
                        "Lire à nouveau l’annuaire"
                    </button>
                </Notice>
            })
        }
        _ => None,
    }
}
