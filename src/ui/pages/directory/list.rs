//! The places of this device: searched by name or commune, with the directories they come from.

use super::export::ExportFound;
use super::filters::{FilterChips, FilterPanel, Filters};
use super::found::{Finding, Found};
use super::import::WhereToFind;
use super::map::MapPanel;
use super::results::Results;
use super::sources::{LoadFailure, Sources};
use crate::browser::location;
use crate::domain::directory::query::{DirectoryQuery, Display};
use crate::route::Route;
use crate::text::places;
use crate::ui::components::{Icon, Messages, Page, Pictogram, SearchInput};
use crate::ui::directory::{LoadedDirectory, Places};
use crate::ui::map_memory::MapMemory;
use leptos::prelude::*;
use std::time::Duration;

/// How many places are shown at first, and added each time.
const STEP: usize = 20;
/// How long the address waits for the end of the typing.
const REWRITE_DELAY: Duration = Duration::from_millis(300);

/// Where one types.
pub const SEARCH: &str = "recherche";
/// Where the number of places is said.
pub const COUNT: &str = "nombre-de-lieux";

/// The list of places.
#[component]
pub fn DirectoryPage(
    /// What the address looks for.
    query: DirectoryQuery,
) -> impl IntoView {
    let known = Places::expect();
    known.query.set(query);
    let limit = known.limit;
    if limit.get_untracked() < STEP {
        limit.set(STEP);
    }
    let finding = Finding::follow(known, limit);
    let Finding { found, positions, reads_hours, .. } = finding;
    let is_map = Memo::new(move |_| known.query.with(|query| query.display == Display::Map));
    let is_empty = Memo::new(move |_| known.sources().is_empty());
    let sentence = move || match known.get() {
        LoadedDirectory::Loading => "Lecture de l’annuaire…".to_owned(),
        LoadedDirectory::None | LoadedDirectory::Failed(_) => String::new(),
        LoadedDirectory::Ready(_) if reads_hours.get() => "Lecture des horaires…".to_owned(),
        LoadedDirectory::Ready(_) => found
            .get()
            .map(|found| known.query.with(|query| places::found(found.total, query, found.forgives)))
            .unwrap_or_default(),
    };
    view! {
        <Page title="Annuaire" lead="Trouver un lieu d’accompagnement numérique, son téléphone et ses horaires.">
            <Show when=move || !is_empty.get() fallback=|| view! { <Empty /> }>
                <SearchForm limit found />
            </Show>
            <p class="status-line" role="status" id=COUNT tabindex="-1">
                {sentence}
            </p>
            <LoadFailure />
            <Show
                when=move || is_map.get() && !is_empty.get()
                fallback=move || view! { <Results found limit step=STEP /> }
            >
                <MapPanel finding limit step=STEP />
            </Show>
            <ExportFound positions />
            <Show when=move || !is_empty.get()>
                <Sources />
            </Show>
            <WhoDoesWhat />
        </Page>
    }
}

/// What to look for. The address follows, so that a search can be found again, or sent to a colleague.
#[component]
fn SearchForm(
    /// How many places are shown: a new search starts again from the first ones.
    limit: RwSignal<usize>,
    /// What was found.
    found: Memo<Option<Found>>,
) -> impl IntoView {
    let known = Places::expect();
    let messages = Messages::expect();
    let rewrite = StoredValue::new_local(debounce(REWRITE_DELAY, move |query: DirectoryQuery| {
        // One may have gone elsewhere in the meantime.
        if let Some(Route::Directory(_)) = Route::from_hash(&location::hash()) {
            location::rewrite(&Route::Directory(query).to_hash());
        }
    }));
    let memory = MapMemory::expect();
    let look_for = move |query: DirectoryQuery| {
        messages.clear_news();
        limit.set(STEP);
        // Another search is seen whole; another display of the same one stays where it was.
        if known.query.with_untracked(|before| before.display == query.display) {
            memory.0.set(None);
        }
        known.query.set(query.clone());
        rewrite.update_value(|rewrite| rewrite(query));
    };
    let words = Signal::derive(move || known.query.with(|query| query.text.clone()));
    let typed = move |text: String| look_for(DirectoryQuery { text, ..known.query.get_untracked() });
    let change =
        Callback::new(move |conditions| look_for(DirectoryQuery { conditions, ..known.query.get_untracked() }));
    let show_as = Callback::new(move |display| look_for(DirectoryQuery { display, ..known.query.get_untracked() }));
    let conditions = Memo::new(move |_| known.query.with(|query| query.conditions.clone()));
    let filters = Filters { conditions, change };
    let total = Memo::new(move |_| found.with(|found| found.as_ref().map(|found| found.total)));
    view! {
        <form class="search screen-only" role="search" on:submit=|event| event.prevent_default()>
            <label for=SEARCH>"Nom, service, commune ou code postal"</label>
            <SearchInput id=SEARCH typed=words on_type=typed />
            <FilterPanel filters total />
            <DisplayChoice show_as />
        </form>
        <FilterChips filters />
    }
}

/// Whether what is found is a list or a map.
#[component]
fn DisplayChoice(
    /// Shows it so.
    show_as: Callback<Display>,
) -> impl IntoView {
    let known = Places::expect();
    let choice = |display: Display, label: &'static str| {
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name="affichage"
                    prop:checked=move || known.query.with(|query| query.display == display)
                    on:change=move |_| show_as.run(display)
                />
                {label}
            </label>
        }
    };
    view! {
        <fieldset class="ticks display">
            <legend>"Affichage"</legend>
            <div class="choices choices--inline">{choice(Display::List, "Liste")} {choice(Display::Map, "Carte")}</div>
        </fieldset>
    }
}

/// The way to the lists of places, and to the actors, who are not places.
#[component]
fn WhoDoesWhat() -> impl IntoView {
    view! {
        <a class="card card--flat card--link glance screen-only" href=Route::Lists.to_hash()>
            <h2>"Listes de lieux"</h2>
            <p>"Des lieux réunis sous un nom, à imprimer ou à exporter ensemble."</p>
            <span class="card__go">"Voir les listes"</span>
        </a>
        <a
            class="card card--flat card--link glance screen-only"
            href=Route::Ecosystem { query: String::new(), mission: None }.to_hash()
        >
            <h2>"Qui fait quoi"</h2>
            <p>"Les acteurs de l’inclusion numérique, leurs missions, et la fonction à demander dans chacun."</p>
            <span class="card__go">"Voir les acteurs"</span>
        </a>
    }
}

/// No directory here: what will be there, and the act that brings it.
#[component]
fn Empty() -> impl IntoView {
    view! {
        <div class="empty">
            <Pictogram icon=Icon::Pin />
            <h2>"Aucun annuaire sur cet appareil"</h2>
            <p>
                "Importez un fichier de lieux : vous pourrez chercher un lieu ici, et chaque orientation proposera les lieux les plus proches."
            </p>
            <a class="button button--primary" href=Route::DirectoryImport.to_hash()>
                "Importer un annuaire"
            </a>
        </div>
        <section class="stack" aria-labelledby="trouver">
            <h2 id="trouver">"Où trouver un annuaire"</h2>
            <WhereToFind />
        </section>
    }
}
