//! The directory for every page: read when the shell is shown, and again when an edition changes. The two acts that
//! change it.

mod reading;

use crate::browser::{clock, digest};
use crate::domain::directory::collection::Directory;
use crate::domain::directory::edition::{self, DirectorySnapshot, DirectorySource};
use crate::domain::directory::imported::ImportedPlaces;
use crate::domain::directory::local::identity::PlaceTrace;
use crate::domain::directory::local::lives::Lives;
use crate::domain::directory::local::model::PlaceLife;
use crate::domain::directory::local::review::lost;
use crate::domain::directory::nearest::is_fresh;
use crate::domain::directory::place::PlaceId;
use crate::domain::directory::query::DirectoryQuery;
use crate::domain::snapshot::SnapshotId;
use crate::records::{ChangeSet, Key};
use crate::state::AppState;
use crate::storage::StorageError;
use chrono::NaiveDateTime;
use leptos::prelude::*;
use reading::{Begun, Reader, Reading, read, reader};
use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

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

/// Two directories are one only when they are the very same value: places are many.
impl PartialEq for LoadedDirectory {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::None, Self::None) | (Self::Loading, Self::Loading) => true,
            (Self::Ready(one), Self::Ready(other)) => Arc::ptr_eq(one, other),
            (Self::Failed(one), Self::Failed(other)) => one == other,
            _ => false,
        }
    }
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
    lives: Memo<Arc<Lives>>,
    reader: LocalResource<Result<Reader, StorageError>>,
    imports: LocalResource<Reading>,
    begun: Begun,
    loaded: Memo<LoadedDirectory>,
    verified: Memo<Arc<BTreeSet<PlaceId>>>,
    favourites: Memo<Arc<BTreeSet<PlaceId>>>,
    every_minute: Trigger,
    /// What is being looked for in the list: a sheet leads back to it.
    pub query: RwSignal<DirectoryQuery>,
    /// How many places of the list are shown: as many when one comes back to it.
    pub limit: RwSignal<usize>,
    /// The place whose sheet was opened from the list: the focus comes back to it.
    pub left_for: StoredValue<Option<PlaceId>>,
}

/// How often what depends on the time of day is looked at again.
const MINUTE: Duration = Duration::from_secs(60);

impl Places {
    /// Starts to read the current editions, and follows them.
    pub fn follow(state: AppState) -> Self {
        let sources = Memo::new(move |_| state.with_tables(DirectorySource::all));
        let reader = LocalResource::new(|| async { reader().await.map_err(|_| unlikely("reader")) });
        let lives = Memo::new(move |_| {
            let reader = reader.get().and_then(Result::ok);
            Arc::new(reader.map(|reader| state.with_tables(reader.lives)).unwrap_or_default())
        });
        let begun = Begun::default();
        let imports = LocalResource::new(move || {
            let sources = sources.get();
            async move {
                match begun.take(&sources).await {
                    Some(reading) => reading,
                    None => read(state, reader, sources, None).await,
                }
            }
        });
        // A note does not make what is known be put over the places again.
        let descriptions = Memo::new(move |_| Arc::new(lives.with(|lives| lives.descriptions())));
        let loaded = Memo::new(move |_| {
            let sources = sources.get();
            let Some(reading) = imports.get().filter(|reading| reading.sources == sources) else {
                return if sources.is_empty() { LoadedDirectory::None } else { LoadedDirectory::Loading };
            };
            let directory = |imports| {
                let reader = reader.get().and_then(Result::ok)?;
                descriptions.with(|lives| (reader.directory)(imports, lives))
            };
            match reading.outcome {
                _ if sources.is_empty() => LoadedDirectory::None,
                Ok(imports) => directory(imports)
                    .map_or(LoadedDirectory::Loading, |directory| LoadedDirectory::Ready(Arc::new(directory))),
                Err(error) => LoadedDirectory::Failed(error),
            }
        });
        let every_minute = Trigger::new();
        if let Ok(handle) = set_interval_with_handle(move || every_minute.notify(), MINUTE) {
            on_cleanup(move || handle.clear());
        }
        let today = Memo::new(move |_| {
            every_minute.track();
            clock::today()
        });
        let placed = move |of: &dyn Fn(&PlaceLife) -> bool| {
            let directory = loaded.get().ready();
            let places = directory.map(|directory| lives.with(|lives| lives.places(directory.imports(), of)));
            Arc::new(places.unwrap_or_default())
        };
        let verified = Memo::new(move |_| {
            let today = today.get();
            placed(&|life| life.verified.as_ref().is_some_and(|check| is_fresh(check.on, today)))
        });
        let favourites = Memo::new(move |_| placed(&|life| life.is_favourite));
        Self {
            sources,
            lives,
            reader,
            imports,
            begun,
            loaded,
            verified,
            favourites,
            every_minute,
            query: RwSignal::default(),
            limit: RwSignal::default(),
            left_for: StoredValue::default(),
        }
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
        self.loaded.get()
    }

    /// The civil date and time, followed: what is open closes while one looks.
    pub fn now(self) -> NaiveDateTime {
        self.every_minute.track();
        clock::now_local()
    }

    /// What people here know of places, followed.
    pub fn lives(self) -> Arc<Lives> {
        self.lives.get()
    }

    /// The places that someone here has checked lately, followed.
    pub fn verified(self) -> Arc<BTreeSet<PlaceId>> {
        self.verified.get()
    }

    /// The places that someone here comes back to, followed.
    pub fn favourites(self) -> Arc<BTreeSet<PlaceId>> {
        self.favourites.get()
    }

    /// What is known of places that are in no edition any more, followed.
    pub fn lost(self) -> Vec<PlaceLife> {
        let none = ImportedPlaces::default();
        let of =
            |imports: &ImportedPlaces| self.lives.with(|lives| lost(lives, imports).into_iter().cloned().collect());
        match self.get() {
            LoadedDirectory::Ready(directory) => of(directory.imports()),
            LoadedDirectory::None => of(&none),
            LoadedDirectory::Loading | LoadedDirectory::Failed(_) => Vec::new(),
        }
    }

    /// The place of the directory that a record is about, followed.
    pub fn place_of(self, record: &Key) -> Option<PlaceId> {
        let directory = self.get().ready()?;
        let find = |trace: &PlaceTrace| directory.imports().described_as(&trace.source, &trace.place);
        self.lives.with(|lives| {
            let life = lives.iter().find(|life| life.key == *record)?;
            lives.place_of(life.place.as_ref()?, find).map(|place| place.id.clone())
        })
    }

    /// Whether the places of this source could not be read from what this browser keeps.
    pub fn lacks(self, source: &DirectorySource) -> bool {
        let read = self.get().ready();
        read.is_some_and(|directory| {
            directory.sources().iter().any(|one| one.fault.is_some() && one.source.key == source.key)
        })
    }

    /// Whether a directory of this device could not be read, and its places are missing.
    pub fn is_read_in_part(self) -> bool {
        self.get().ready().is_some_and(|directory| directory.is_read_in_part())
    }

    /// Reads again, after a failure or when a snapshot that was missing is there.
    pub fn read_again(self) {
        self.reader.refetch();
        self.imports.refetch();
    }
}

/// Makes these places the edition of a source, with what was decided of them, in one transaction; the text it replaces is
/// no longer kept.
pub async fn adopt(
    state: AppState,
    known: Places,
    snapshot: DirectorySnapshot,
    decided: ChangeSet,
) -> Result<(), StorageError> {
    let text = snapshot.text().map_err(unlikely)?;
    let digest = digest::sha256(text.as_bytes());
    let id = digest.await.map_or_else(|| SnapshotId::of(&text), SnapshotId::from_digest);
    let sources = edition::adopted(untrack(|| known.sources()), &snapshot, &id).map_err(unlikely)?;
    let mut changes = edition::adopt(&snapshot, &id).map_err(unlikely)?;
    changes.changes.extend(decided.changes);
    let was_missing = match untrack(|| known.get()) {
        LoadedDirectory::Ready(directory) => directory.is_read_in_part(),
        LoadedDirectory::Failed(_) => true,
        LoadedDirectory::None | LoadedDirectory::Loading => false,
    };
    let brings_news = was_missing || untrack(|| known.sources()) != sources;
    // It writes on its own too: they are read meanwhile.
    if brings_news {
        known.begun.start(&sources, read(state, known.reader, sources.clone(), Some((id.clone(), snapshot.places))));
    }
    if let Err(error) = state.commit_with(changes, [(id, text.into())].into()).await {
        known.begun.forget();
        return Err(error);
    }
    // The same edition may have come back: nothing says so but its text.
    if was_missing {
        known.read_again();
    }
    Ok(())
}

/// Takes a source away, with its places.
pub async fn remove(state: AppState, source: &DirectorySource) -> Result<(), StorageError> {
    let changes = edition::remove(source).map_err(unlikely)?;
    state.commit_with(changes, [].into()).await
}

fn unlikely(error: impl std::fmt::Display) -> StorageError {
    StorageError::unlikely("directory", error)
}
