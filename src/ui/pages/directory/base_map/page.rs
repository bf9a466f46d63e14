//! The base map of this device, and the choice of a file.

use super::super::file_import::{Refusal, Stage, choosing_again, taking};
use super::super::removal::{Removal, RemoveDialog};
use super::current::{remove, source};
use super::form::AdoptBaseMap;
use crate::browser::files::{FileError, ReadFile};
use crate::domain::directory::query::{DirectoryQuery, Display};
use crate::domain::map::base_map::BaseMapSource;
use crate::exchange::geojson::{self, GeoJson};
use crate::route::Route;
use crate::state::AppState;
use crate::text::base_map as text;
use crate::ui::components::{BackTo, FilePick, Page, Picked};
use crate::ui::directory::Places;
use leptos::prelude::*;

/// The heading of what was read.
pub const REVIEW: &str = "fond-lu";

/// A file that was read, not yet stored.
#[derive(Debug)]
pub struct ReadGeoJson {
    /// The file's name.
    pub file: String,
    pub content: GeoJson,
}

/// The map that one comes from.
pub fn map_route() -> Route {
    let query = Places::expect().query.get_untracked();
    Route::Directory(DirectoryQuery { display: Display::Map, ..query })
}

/// The base map: the one that is here, and another to choose.
#[component]
pub fn BaseMapPage() -> impl IntoView {
    let stage = RwSignal::new(Stage::Choosing);
    let current = source(AppState::expect());
    let take = taking(stage, REVIEW, read);
    let again = choosing_again(stage);
    let is_reading = move || stage.with(|stage| matches!(stage, Stage::Reading));
    view! {
        <Page
            title="Fond de carte"
            lead="Des contours à dessiner sous les lieux de la carte. Le fichier est lu sur cet appareil, et rien n’est enregistré avant votre accord."
            back=BackTo::new(map_route(), "Carte")
        >
            <p class="status-line" role="status">
                {move || is_reading().then_some("Lecture du fichier…")}
            </p>
            <Refusal stage cannot="ne peut pas servir de fond de carte" />
            {move || match stage.get() {
                Stage::Choosing | Stage::Refused { .. } => {
                    view! {
                        {current.get().map(|source| view! { <Current source /> })}
                        <Choice on_file=take />
                    }
                        .into_any()
                }
                Stage::Reading => ().into_any(),
                Stage::Read(read) => {
                    view! { <AdoptBaseMap read replaced=current.get_untracked() again /> }.into_any()
                }
            }}
        </Page>
    }
}

/// Reads the file.
async fn read(file: ReadFile) -> Result<ReadGeoJson, String> {
    let content = geojson::read(&file.bytes).map_err(|error| text::error(&error))?;
    Ok(ReadGeoJson { file: file.name, content })
}

/// Where a file is dropped or chosen, and which files are expected.
#[component]
fn Choice(
    /// Receives the file.
    on_file: Callback<Result<ReadFile, FileError>>,
) -> impl IntoView {
    view! {
        <FilePick
            label="Déposez ici le fichier des contours, ou choisissez-le"
            hint="Fichier GeoJSON de lignes ou de surfaces, en longitudes et latitudes (WGS\u{a0}84), 5\u{a0}Mo au plus."
            accept=".geojson,.json,application/geo+json,application/json"
            on_pick=Picked::One(on_file)
        />
        <section class="stack" aria-labelledby="trouver-fond">
            <h2 id="trouver-fond">"Où trouver ce fichier"</h2>
            <p>
                "Les contours des communes sont publiés en données ouvertes\u{a0}: cherchez «\u{202f}contours des communes geojson\u{202f}» sur data.gouv.fr et choisissez un fichier simplifié de votre département. Notez sa source et sa licence, elles seront écrites sous la carte."
            </p>
        </section>
    }
}

/// The base map that is here.
#[component]
fn Current(
    /// Which one.
    source: BaseMapSource,
) -> impl IntoView {
    let asked = RwSignal::new(false);
    let (state, name) = (AppState::expect(), source.current.name.clone());
    let told = text::edition(&source.current);
    let remove = move |()| -> Removal {
        let source = source.clone();
        Box::pin(async move { remove(state, &source).await })
    };
    view! {
        <section class="stack" aria-labelledby="fond-en-cours">
            <h2 id="fond-en-cours">"Fond de carte de cet appareil"</h2>
            <article class="card card--flat">
                <h3>{name.clone()}</h3>
                <p class="card__meta">{told}</p>
                <div class="row">
                    <button type="button" class="button button--plain" on:click=move |_| asked.set(true)>
                        "Retirer ce fond de carte"
                    </button>
                </div>
            </article>
            <RemoveDialog
                name
                act="Retirer ce fond de carte"
                means="La carte montrera les lieux sans contours. Pour les retrouver, il faudra importer à nouveau le fichier."
                asked
                remove
            />
        </section>
    }
}
