//! The directory for every page: read when the shell is shown, and again when an edition changes. The two acts that
//! change it.

use crate::browser::pause;
use crate::domain::directory::collection::Directory;
use crate::domain::directory::edition::{self, DirectorySnapshot, DirectorySource};
use crate::domain::directory::query::DirectoryQuery;
use crate::state::{AppState, Snapshots};
use crate::storage::StorageError;
use leptos::prelude::*;
use std::sync::Arc;

/// What is known of the places.
#[derive(Clone, Debug)]
pub enum LoadedDirectory {
    /// No directory has been imported here.
    None,
    /// The current editions are being read.
    Loading,
    /// They are read; a source that could not be is named with its reason in [`Directory::sources`].
    Ready(Arc<Directory>),
    /// The browser does not give what it keeps.
    Failed(StorageError),
}

impl LoadedDirectory {
    /// The directory, once it is read.
    pub fn ready(self) -> Option<Arc<Directory>> {
        match self {
            Self::Ready(directory) => Some(directory),
            Self::None | Self::Loading | Self::Failed(_) => None,
        }
    }
}

/// The directory of the page, followed.
#[derive(Clone, Copy)]
pub struct Places {
    sources: Memo<Vec<DirectorySource>>,
    read: LocalResource<Reading>,
    /// What is being looked for in the list: a sheet leads back to it.
    pub query: RwSignal<DirectoryQuery>,
}

/// What was read, and which sources it was read for: after a change the former reading is no longer the answer.
#[derive(Clone, Debug)]
struct Reading {
    sources: Vec<DirectorySource>,
    outcome: Result<Arc<Directory>, StorageError>,
}

impl Places {
    /// Starts to read the current editions, and follows them.
    pub fn follow(state: AppState) -> Self {
        let sources = Memo::new(move |_| state.with_tables(DirectorySource::all));
        let read = LocalResource::new(move || {
            let sources = sources.get();
            async move {
                let outcome = read(state, sources.clone()).await.map(Arc::new);
                Reading { sources, outcome }
            }
        });
        Self { sources, read, query: RwSignal::default() }
    }

    /// The directory of the page this is called from.
    ///
    /// # Panics
    /// Outside the part of the page that is shown once everything is read.
    #[expect(clippy::expect_used, reason = "every page is shown below the gate, which provides the directory")]
    pub fn expect() -> Self {
        use_context().expect("the directory is provided by the gate")
    }

    /// The sources imported here, followed.
    pub fn sources(self) -> Vec<DirectorySource> {
        self.sources.get()
    }

    /// What is known of the places, followed.
    pub fn get(self) -> LoadedDirectory {
        let sources = self.sources.get();
        if sources.is_empty() {
            return LoadedDirectory::None;
        }
        match self.read.get() {
            Some(reading) if reading.sources == sources => match reading.outcome {
                Ok(directory) => LoadedDirectory::Ready(directory),
                Err(error) => LoadedDirectory::Failed(error),
            },
            _ => LoadedDirectory::Loading,
        }
    }

    /// Whether the places of this source could not be read from what this browser keeps.
    pub fn lacks(self, source: &DirectorySource) -> bool {
        let read = self.get().ready();
        read.is_some_and(|directory| {
            directory.sources().iter().any(|one| one.fault.is_some() && one.source.key == source.key)
        })
    }

    /// Reads again, after a failure or when a snapshot that was missing is there.
    pub fn read_again(self) {
        self.read.refetch();
    }
}

async fn read(state: AppState, sources: Vec<DirectorySource>) -> Result<Directory, StorageError> {
    let mut editions = Vec::with_capacity(sources.len());
    for source in sources {
        let text = state.snapshot(source.current.snapshot.as_str()).await?;
        editions.push((source, text));
    }
    // A large directory takes a moment: the page shows itself first.
    pause::until_painted().await;
    Ok(Directory::read(editions))
}

/// Makes these places the edition of a source, in one transaction; the text it replaces is no longer kept.
pub async fn adopt(state: AppState, snapshot: &DirectorySnapshot) -> Result<(), StorageError> {
    let (id, text) = snapshot.to_text().map_err(unlikely)?;
    let changes = edition::adopt(snapshot, &id).map_err(unlikely)?;
    state.commit_with(changes, [(id, text)].into()).await
}

/// Takes a source away, with its places.
pub async fn remove(state: AppState, source: &DirectorySource) -> Result<(), StorageError> {
    let changes = edition::remove(source).map_err(unlikely)?;
    state.commit_with(changes, Snapshots::new()).await
}

/// Texts and identifiers made by the program are well formed; were one not to be, it is told like any other fault.
fn unlikely(error: impl std::fmt::Display) -> StorageError {
    StorageError::Other { name: "directory".to_owned(), message: error.to_string() }
}
