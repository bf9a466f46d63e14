//! A version: its day as a timeline, what is checked of it, and the way to everything made of it.

use super::super::known::{Followed, Following, Known, back};
use super::findings::FindingsBrief;
use super::row::SequenceRow;
use crate::domain::curriculum::version::CurriculumId;
use crate::records::{ChangeSet, DELETED};
use crate::route::programme::{ProgrammeRoute, SessionPart};
use crate::route::teaching::{Book, TeachingRoute, VersionPart};
use crate::text::format;
use crate::text::teaching as text;
use crate::ui::components::{Icon, Notice, Page, Pictogram, Tone};
use crate::ui::save::Undoable;
use leptos::prelude::*;

const SEQUENCES: &str = "sequences";

/// The page of a version.
#[component]
pub fn VersionPage(
    /// What is known.
    known: Known,
    /// The version, followed.
    version: Followed,
    /// Which one.
    id: CurriculumId,
) -> impl IntoView {
    let title = Signal::derive(move || {
        version.with(|version| version.as_ref().map(|version| version.title.clone()).unwrap_or_default())
    });
    let lead = Signal::derive(move || {
        version.with(|version| {
            let version = version.as_deref()?;
            Some(format!(
                "{}\u{a0}: {}.",
                text::state(version, &known.delivered.id),
                format::uncapitalised(&text::day(&version.day))
            ))
        })
    });
    let note = move || {
        version.with(|version| {
            let note = version.as_ref().map(|version| version.note.clone()).filter(|note| !note.is_empty());
            note.map(|note| view! { <p class="breakable sequence__text">{note}</p> })
        })
    };
    let closed = Memo::new(move |_| version.with(|version| version.as_deref().and_then(text::closed)));
    let notice = move || {
        closed.get().map(|why| {
            view! {
                <Notice tone=Tone::Info title="Version à lire seulement">
                    <p>{why}</p>
                </Notice>
            }
        })
    };
    view! {
        <Page title lead back=back()>
            {note}
            {notice}
            <Ways known version id=id.clone() />
            <FindingsBrief known version id=id.clone() />
            <Sequences known version id=id.clone() />
            <Sessions known id=id.clone() />
            <Acts known version id />
        </Page>
    }
}

/// What is made of a version.
#[component]
fn Ways(
    /// What is known.
    known: Known,
    /// The version, followed.
    version: Followed,
    /// Which one.
    id: CurriculumId,
) -> impl IntoView {
    let to = |part| TeachingRoute::Version(id.clone(), part).to_hash();
    let with_delivered = VersionPart::Compare(id.clone());
    let compare = (id != known.delivered.id).then(|| {
        let way = TeachingRoute::Version(known.delivered.id.clone(), with_delivered).to_hash();
        view! {
            <li>
                <a href=way>"Ce qui change par rapport à la version fournie"</a>
            </li>
        }
    });
    let copied = move || {
        let of = version.with(|version| version.as_ref().and_then(|version| version.copied_from.clone()))?;
        let of = known.version_now(&of)?;
        Some(view! { <p class="hint">{format!("Copiée de «\u{202f}{}\u{202f}».", of.title)}</p> })
    };
    let book = |book: Book| {
        view! {
            <li>
                <a href=to(VersionPart::Book(book))>{book_name(book)}</a>
            </li>
        }
    };
    view! {
        <section class="stack stack--tight screen-only" aria-labelledby="documents">
            <h2 id="documents">"Vérifier et imprimer"</h2>
            {copied}
            <ul role="list" class="list-links">
                <li>
                    <a href=to(VersionPart::Coverage)>"La couverture des objectifs, séquence par séquence"</a>
                </li>
                {compare}
                {Book::ALL.map(book).collect_view()}
            </ul>
        </section>
    }
}

/// A document, where one opens it.
fn book_name(book: Book) -> &'static str {
    match book {
        Book::Curriculum => "Le référentiel complet, pour le Département",
        Book::TrainerGuide => "Le guide de la formatrice ou du formateur",
        Book::Booklet => "Le livret remis à chaque personne",
    }
}

/// The day, in order.
#[component]
fn Sequences(
    /// What is known.
    known: Known,
    /// The version, followed.
    version: Followed,
    /// Which one.
    id: CurriculumId,
) -> impl IntoView {
    let ids = move || {
        version.with(|version| {
            let day = version.as_deref().map(|version| &version.day);
            day.map(|day| day.sequences.iter().map(|one| one.id.clone()).collect::<Vec<_>>()).unwrap_or_default()
        })
    };
    let is_empty = Memo::new(move |_| ids().is_empty());
    let is_writable = Memo::new(move |_| version.with(|version| version.as_ref().is_some_and(|one| one.is_writable())));
    // What is said of the one that was just moved.
    let moved = RwSignal::new(String::new());
    let add = TeachingRoute::Version(id.clone(), VersionPart::NewSequence).to_hash();
    view! {
        <section class="stack" aria-labelledby=SEQUENCES>
            <h2 id=SEQUENCES tabindex="-1">
                "La journée, séquence par séquence"
            </h2>
            <p class="visually-hidden" role="status">
                {moved}
            </p>
            <Show when=move || is_empty.get()>
                <p>"Aucune séquence pour l’instant\u{a0}: ajoutez la première, l’accueil par exemple."</p>
            </Show>
            <ol role="list" class="timeline">
                <For each=ids key=|id| id.clone() let(sequence)>
                    <SequenceRow known version=id.clone() id=sequence moved />
                </For>
            </ol>
            <Show when=move || is_writable.get()>
                <p class="screen-only">
                    <a class="button button--primary" href=add.clone()>
                        <Pictogram icon=Icon::Plus />
                        "Ajouter une séquence"
                    </a>
                </p>
            </Show>
        </section>
    }
}

/// The sessions that follow the version, each with its run-sheet.
#[component]
fn Sessions(
    /// What is known.
    known: Known,
    /// Which version.
    id: CurriculumId,
) -> impl IntoView {
    let following = known.following(&id);
    let state = known.saver.state();
    let row = move |Following { id, held_on, elsewhere }: Following| {
        let name = held_on
            .map_or_else(|| "Session sans date".to_owned(), |on| format!("Session du {}", format::full_date(on)));
        let of_cycle = elsewhere.as_ref().map(|(_, cycle)| format!(" ({cycle})"));
        // Its pages show it in its cycle.
        let show_cycle = move |_| {
            if let Some((cycle, _)) = &elsewhere {
                let cycle = cycle.0.clone();
                state.set_preferences(|preferences| preferences.cycle = Some(cycle));
            }
        };
        let session = ProgrammeRoute::Session(id.clone(), SessionPart::Summary).to_hash();
        let run = TeachingRoute::Run(id).to_hash();
        let of = format!("\u{a0}: {name}");
        view! {
            <li class="row">
                <a href=session on:click=show_cycle.clone()>
                    {name}
                    {of_cycle}
                </a>
                <a href=run on:click=show_cycle>"Déroulé minuté" <span class="visually-hidden">{of}</span></a>
            </li>
        }
    };
    view! {
        <section class="stack stack--tight screen-only" aria-labelledby="sessions-suivies">
            <h2 id="sessions-suivies">"Sessions qui la suivent"</h2>
            <Show when=move || following.with(Vec::is_empty)>
                <p>"Aucune pour l’instant. La version se choisit dans la fiche de la session."</p>
            </Show>
            <ul role="list" class="stack stack--tight">
                <For each=move || following.get() key=|one| one.clone() children=row />
            </ul>
        </section>
    }
}

/// What else is done with a version.
#[component]
fn Acts(
    /// What is known.
    known: Known,
    /// The version, followed.
    version: Followed,
    /// Which one.
    id: CurriculumId,
) -> impl IntoView {
    let following = known.following(&id);
    let is_writable = Memo::new(move |_| version.with(|version| version.as_ref().is_some_and(|one| one.is_writable())));
    let edit = TeachingRoute::Version(id.clone(), VersionPart::Edit).to_hash();
    let of = StoredValue::new(id);
    let copy = move |_| of.with_value(|id| known.copy(id));
    let remove = move |_| {
        let Ok(key) = of.with_value(CurriculumId::key) else { return };
        let done = Undoable {
            title: "Version retirée".to_owned(),
            body: String::new(),
            take_back: "Annuler",
            taken_back: "Version rétablie",
        };
        let changes = ChangeSet::one(&key, DELETED, Some(&true));
        known.saver.save_undoable_then_leave(changes, done, &TeachingRoute::Versions.to_hash());
    };
    // A version that a session follows, or that was kept, stays.
    let is_removable = move || is_writable.get() && following.with(Vec::is_empty);
    view! {
        <section class="stack stack--tight screen-only" aria-labelledby="aussi">
            <h2 id="aussi">"Et aussi"</h2>
            <div class="row">
                <Show when=move || is_writable.get()>
                    <a class="button" href=edit.clone()>
                        "Modifier le nom, le début, les remarques"
                    </a>
                </Show>
                <button type="button" class="button" on:click=copy>
                    <Pictogram icon=Icon::Plus />
                    "Créer une version à partir de celle-ci"
                </button>
            </div>
            <Show when=is_removable>
                <p>
                    <button type="button" class="button button--plain" on:click=remove>
                        "Retirer cette version"
                    </button>
                </p>
            </Show>
        </section>
    }
}
