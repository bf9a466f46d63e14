//! The base map of this device, read when it is needed; the two acts that change it.

use crate::domain::map::base_map::{self, BaseMap, BaseMapSource};
use crate::domain::snapshot::SnapshotError;
use crate::state::AppState;
use crate::storage::StorageError;
use leptos::prelude::*;
use std::sync::Arc;

/// What is known of the base map.
#[derive(Clone, Debug, PartialEq)]
pub enum BaseMapRead {
    None,
    Loading,
    /// It is named, and cannot be shown; without a reason, this browser does not keep it.
    Missing(Option<SnapshotError>),
    /// The browser does not give what it keeps.
    Failed(StorageError),
    Ready(Arc<BaseMap>),
}

/// The base map that is current here, followed.
pub fn source(state: AppState) -> Memo<Option<BaseMapSource>> {
    Memo::new(move |_| state.with_tables(BaseMapSource::read))
}

/// Reads the base map, and follows it.
pub fn follow() -> Memo<BaseMapRead> {
    let state = AppState::expect();
    let source = source(state);
    let read = LocalResource::new(move || {
        let source = source.get();
        async move {
            let outcome = match &source {
                None => BaseMapRead::None,
                Some(source) => read(state, source).await,
            };
            (source, outcome)
        }
    });
    Memo::new(move |_| match read.get() {
        Some((read, outcome)) if read == source.get() => outcome,
        _ => BaseMapRead::Loading,
    })
}

async fn read(state: AppState, source: &BaseMapSource) -> BaseMapRead {
    match state.snapshot(source.current.snapshot.as_str()).await {
        Ok(Some(text)) => match BaseMap::from_text(&text) {
            Ok(base) => BaseMapRead::Ready(Arc::new(base)),
            Err(error) => BaseMapRead::Missing(Some(error)),
        },
        Ok(None) => BaseMapRead::Missing(None),
        Err(error) => BaseMapRead::Failed(error),
    }
}

/// Makes a base map the current one, in one transaction; the one it replaces is no longer kept.
pub async fn adopt(state: AppState, base: &BaseMap) -> Result<(), StorageError> {
    let (id, text) = base.to_text().map_err(unlikely)?;
    let changes = base_map::adopt(base, &id).map_err(unlikely)?;
    state.commit_with(changes, [(id, text.into())].into()).await
}

/// Takes the base map away.
pub async fn remove(state: AppState, source: &BaseMapSource) -> Result<(), StorageError> {
    let changes = base_map::remove(source).map_err(unlikely)?;
    state.commit_with(changes, [].into()).await
}

fn unlikely(error: impl std::fmt::Display) -> StorageError {
    StorageError::unlikely("base map", error)
}
