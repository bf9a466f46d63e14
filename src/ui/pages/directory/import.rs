//! Importing a directory file: it is read, its rows are reported on, and nothing is stored before one agrees.

use super::adopt::AdoptForm;
use super::file_import::{Refusal, Stage, choosing_again, taking};
use super::report::{ImportSummary, RowsToReview};
use crate::browser::files::{FileError, ReadFile};
use crate::browser::pause::Breath;
use crate::domain::directory::edition::DirectorySource;
use crate::exchange::csv::{DirectoryFile, DirectoryImport, ImportError};
use crate::records::RecordId;
use crate::route::Route;
use crate::text::{directory_import, format};
use crate::ui::components::{BackTo, FilePick, Page, Picked};
use crate::ui::directory::Places;
use leptos::prelude::*;
use std::sync::Arc;

/// A file that was read, not yet stored.
#[derive(Debug)]
pub struct ReadDirectory {
    /// The file's name.
    pub file: String,
    /// Its places, and what became of each row.
    pub import: DirectoryImport,
}

/// The heading of what was read.
const REVIEW: &str = "compte-rendu";

/// The import of a directory file.
#[component]
pub fn ImportPage(
    /// The source whose edition is to be replaced, when one comes from it.
    #[prop(optional)]
    replaces: Option<RecordId>,
) -> impl IntoView {
    let stage = RwSignal::new(Stage::Choosing);
    let sources = Places::expect();
    let replaced = Memo::new(move |_| {
        let id = replaces.as_ref()?;
        sources.sources().into_iter().find(|source| source.key.id == *id)
    });
    let title = move || match replaced.get() {
        Some(source) => format!("Remplacer «\u{202f}{}\u{202f}»", source.name),
        None => "Importer un annuaire".to_owned(),
    };
    let take = taking(stage, REVIEW, read);
    let again = choosing_again(stage);
    let back = BackTo::new(Route::directory(), "Annuaire");
    view! {
        <Page
            title=Signal::derive(title)
            lead="Le fichier est lu sur cet appareil. Rien n’est enregistré avant votre accord."
            back
        >
            <Progress stage />
            <Refusal stage cannot="ne peut pas être importé" />
            {move || match stage.get() {
                Stage::Choosing | Stage::Refused { .. } => view! { <Choice on_file=take /> }.into_any(),
                Stage::Reading => ().into_any(),
                Stage::Read(read) => view! { <Review read replaced=replaced.get_untracked() again /> }.into_any(),
            }}
        </Page>
    }
}

/// Reads the file.
async fn read(file: ReadFile) -> Result<ReadDirectory, String> {
    let import = read_rows(&file.bytes).await.map_err(|error| directory_import::error(&error))?;
    Ok(ReadDirectory { file: file.name, import })
}

/// Reads the rows, and lets the page answer meanwhile.
async fn read_rows(bytes: &[u8]) -> Result<DirectoryImport, ImportError> {
    let file = DirectoryFile::open(bytes)?;
    let mut rows = file.rows();
    let mut breath = Breath::start();
    while rows.read_next()? {
        breath.take().await;
    }
    rows.finish()
}

/// What is being done, said aloud as it changes.
#[component]
fn Progress(
    /// How far the import is.
    stage: RwSignal<Stage<ReadDirectory>>,
) -> impl IntoView {
    let sentence = move || {
        stage.with(|stage| match stage {
            Stage::Choosing | Stage::Refused { .. } => String::new(),
            Stage::Reading => "Lecture du fichier…".to_owned(),
            Stage::Read(read) => {
                let rows = format::count(read.import.report.len() as u64, "ligne lue", "lignes lues");
                format!("{}\u{a0}: {rows}.", read.file)
            }
        })
    };
    view! {
        <p class="status-line" role="status">
            {sentence}
        </p>
    }
}

/// Where a file is dropped or chosen, and which files are expected.
#[component]
fn Choice(
    /// Receives the file.
    on_file: Callback<Result<ReadFile, FileError>>,
) -> impl IntoView {
    view! {
        <FilePick
            label="Déposez ici le fichier de l’annuaire, ou choisissez-le"
            hint="Fichier CSV au standard national, 64\u{a0}Mo au plus."
            accept=".csv,.txt,.tsv,text/csv,text/plain"
            on_pick=Picked::One(on_file)
        />
        <section class="stack" aria-labelledby="trouver">
            <h2 id="trouver">"Où trouver ce fichier"</h2>
            <WhereToFind />
        </section>
    }
}

/// Where a file of places comes from. Named, not linked: this page works without network.
#[component]
pub fn WhereToFind() -> impl IntoView {
    view! {
        <p>
            "La « Cartographie nationale des lieux de médiation numérique » publie ses lieux en données ouvertes, pour la France entière ou par département. Cherchez « lieux de médiation numérique » sur data.gouv.fr et téléchargez le fichier CSV."
        </p>
        <p>
            "Un fichier tenu par votre structure convient aussi, s’il suit le même standard. Importez-le avant de partir en salle : l’annuaire se consulte ensuite sans réseau."
        </p>
    }
}

/// The counts, the agreement, and the rows in detail.
#[component]
fn Review(
    /// What was read.
    read: Arc<ReadDirectory>,
    /// The source whose edition is to be replaced, when one comes from it.
    replaced: Option<DirectorySource>,
    /// Goes back to the choice of a file.
    again: Callback<()>,
) -> impl IntoView {
    view! {
        <ImportSummary read=Arc::clone(&read) />
        <AdoptForm read=Arc::clone(&read) source=replaced again />
        <RowsToReview read />
    }
}
