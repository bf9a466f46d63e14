//! What places and sheets need to know of the world, as it is now.

use crate::browser::clock;
use crate::domain::fold::fold;
use crate::domain::interview::sheet::Surroundings;
use crate::ui::components::{Notice, Tone};
use crate::ui::directory::{LoadedDirectory, Places};
use leptos::prelude::*;

/// Reads with the directory of the page, followed, and today's date.
pub fn around<T>(places: Places, read: impl FnOnce(Surroundings<'_>) -> T) -> T {
    let directory = places.get().ready();
    let today = clock::today();
    let verified = places.verified();
    read(Surroundings { directory: directory.as_deref(), verified: &verified, today })
}

/// Whether the directory of this name is one of those imported here and could not be read, followed. What it says of a
/// place is then not known, which is not the same as saying nothing of it.
pub fn is_unreadable(places: Places, source: &str) -> bool {
    match places.get() {
        LoadedDirectory::Failed(_) => true,
        LoadedDirectory::Ready(directory) => {
            directory.sources().iter().any(|one| one.fault.is_some() && fold(&one.source.name) == fold(source))
        }
        LoadedDirectory::None | LoadedDirectory::Loading => false,
    }
}

/// Where the reading of the directory stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reading {
    Pending,
    Failed,
    Over,
}

/// A sheet, once the directory is read: before that, what it would say of places may be false.
#[component]
pub fn OnceRead(
    /// The sheet and its acts.
    children: ChildrenFn,
) -> impl IntoView {
    let places = Places::expect();
    let reading = Memo::new(move |_| match places.get() {
        LoadedDirectory::Loading => Reading::Pending,
        LoadedDirectory::Failed(_) => Reading::Failed,
        LoadedDirectory::None | LoadedDirectory::Ready(_) => Reading::Over,
    });
    // What is said after the region is there is heard.
    let said = RwSignal::new("");
    Effect::new(move |_| {
        said.set(match reading.get() {
            Reading::Pending => "Lecture de l’annuaire…",
            Reading::Failed | Reading::Over => "",
        });
    });
    let shown = move || match reading.get() {
        Reading::Pending => ().into_any(),
        Reading::Failed => view! {
            <UnreadableDirectory places />
            {children()}
        }
        .into_any(),
        Reading::Over => children().into_any(),
    };
    view! {
        <p class="status-line screen-only" role="status">
            {said}
        </p>
        {shown}
    }
}

/// The directory could not be read: what the sheet still holds, and what it lacks.
#[component]
fn UnreadableDirectory(
    /// The directory of the page.
    places: Places,
) -> impl IntoView {
    view! {
        <div class="screen-only">
            <Notice tone=Tone::Caution title="L’annuaire n’a pas pu être lu">
                <p>
                    "L’entretien est intact. Les lieux choisis figurent avec le téléphone et l’adresse notés lors du choix\u{202f}; leurs horaires manquent."
                </p>
                <p>
                    <button type="button" class="button" on:click=move |_| places.read_again()>
                        "Lire à nouveau l’annuaire"
                    </button>
                </p>
            </Notice>
        </div>
    }
}
