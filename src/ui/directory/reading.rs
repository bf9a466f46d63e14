//! How the current editions are read: from what this browser keeps, or from what was just imported.

use crate::browser::ahead::Ahead;
use crate::browser::pause::Breath;
use crate::content::communes::communes;
use crate::content::service_words::service_words;
use crate::content::typologies::typologies;
use crate::domain::directory::collection::Directory;
use crate::domain::directory::edition::DirectorySource;
use crate::domain::directory::imported::{Edition, Editions, ImportedPlaces, PlacesReader};
use crate::domain::directory::local::lives::Lives;
use crate::domain::directory::place::SharedPlace;
use crate::domain::directory::search::Lexicon;
use crate::domain::snapshot::SnapshotId;
use crate::records::Tables;
use crate::state::AppState;
use crate::storage::StorageError;
use leptos::prelude::*;
use leptos::wasm_split::SplitLoaderError;
use std::pin::Pin;
use std::sync::Arc;

/// What was read, and which sources it was read for: after a change the former reading is no longer the answer.
#[derive(Clone, Debug)]
pub(super) struct Reading {
    pub sources: Vec<DirectorySource>,
    pub outcome: Result<Arc<ImportedPlaces>, StorageError>,
}

/// What is made little by little, while the page answers.
type InTurns<T> = Pin<Box<dyn Future<Output = T>>>;

/// What reads places and what is known of them. It arrives after the start: the first screen shows no place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reader {
    pub lives: fn(&Tables) -> Lives,
    imports: fn(Editions) -> InTurns<Option<ImportedPlaces>>,
    pub directory: fn(Arc<ImportedPlaces>, &Lives) -> Option<Directory>,
}

const READER: Reader = Reader {
    lives: Lives::read,
    imports: |editions| Box::pin(read_imports(editions)),
    directory: |imports, lives| Some(Directory::knowing(imports, lives, lexicon()?)),
};

#[cfg(debug_assertions)]
pub(super) async fn reader() -> Result<Reader, SplitLoaderError> {
    Ok(READER)
}

#[cfg(not(debug_assertions))]
#[leptos::wasm_split::wasm_split(reader, wasm_split_path = ::leptos::wasm_split, fallible)]
#[allow(unsafe_code, reason = "the macro declares what joins the pieces")]
pub(super) fn reader() -> Result<Reader, SplitLoaderError> {
    Ok(READER)
}

/// A reading begun while an edition is being stored: for the sources as they are to be.
#[derive(Clone, Copy, Default)]
pub(super) struct Begun(StoredValue<Option<(Vec<DirectorySource>, Ahead<Reading>)>>);

impl Begun {
    pub(super) fn start(self, sources: &[DirectorySource], reading: impl Future<Output = Reading> + 'static) {
        self.0.set_value(Some((sources.to_vec(), Ahead::start(reading))));
    }

    pub(super) fn forget(self) {
        self.0.set_value(None);
    }

    /// The reading, when it is of these very sources.
    pub(super) async fn take(self, sources: &[DirectorySource]) -> Option<Reading> {
        let (_, reading) = self.0.try_update_value(Option::take)?.filter(|(begun, _)| begun == sources)?;
        reading.outcome().await
    }
}

/// Reads the current editions. The places of one may be given: they need not be read back.
pub(super) async fn read(
    state: AppState,
    reader: LocalResource<Result<Reader, StorageError>>,
    sources: Vec<DirectorySource>,
    given: Option<(SnapshotId, Vec<SharedPlace>)>,
) -> Reading {
    let outcome = read_editions(state, reader, sources.clone(), given).await.map(Arc::new);
    Reading { sources, outcome }
}

async fn read_editions(
    state: AppState,
    reader: LocalResource<Result<Reader, StorageError>>,
    sources: Vec<DirectorySource>,
    mut given: Option<(SnapshotId, Vec<SharedPlace>)>,
) -> Result<ImportedPlaces, StorageError> {
    let mut editions = Editions::with_capacity(sources.len());
    // The texts are asked for while the reader is on its way.
    for source in sources {
        let edition = match given.take_if(|(id, _)| *id == source.current.snapshot) {
            Some((_, places)) => Some(Edition::Places(places)),
            None => state.snapshot(source.current.snapshot.as_str()).await?.map(Edition::Text),
        };
        editions.push((source, edition));
    }
    let reader = reader.await?;
    (reader.imports)(editions).await.ok_or_else(|| super::unlikely("content"))
}

/// Reads places, while the page answers.
async fn read_imports(editions: Editions) -> Option<ImportedPlaces> {
    let mut reader = PlacesReader::new(editions, lexicon()?);
    let mut breath = Breath::start();
    while reader.read_next() {
        breath.take().await;
    }
    Some(reader.finish())
}

/// None for contents that the tests refuse.
fn lexicon() -> Option<Lexicon<'static>> {
    Some(Lexicon {
        typologies: typologies().ok()?,
        communes: &communes().ok()?.communes,
        service_words: service_words().ok()?,
    })
}
