//! Storing what makes the restore points be written again: what erases where there is no worker to do it, and everything
//! after a loss. Both are rare: this arrives apart, once the page is whole.

use crate::exchange::restore_point::Summary;
use crate::storage::{Batch, Database, Loaded, Revision, StorageError};
use leptos::wasm_split::SplitLoaderError;
use std::pin::Pin;

type Stored<'a> = Pin<Box<dyn Future<Output = Result<(Revision, Vec<Summary>), StorageError>> + 'a>>;

/// What stores a batch with the restore points that it makes be written again.
pub(super) type StoreAlone = for<'a> fn(&'a Database, &'a Loaded, &'a Batch) -> Stored<'a>;

/// What does it, on its way or here already.
pub(super) async fn storing() -> Result<StoreAlone, StorageError> {
    store_alone().await.map_err(|error| StorageError::unlikely("store_alone", format!("{error:?}")))
}

/// Has it here before it is needed: the network may go away.
pub async fn fetch() {
    let _ = storing().await;
}

const STORE_ALONE: StoreAlone = |database, loaded, batch| Box::pin(database.store(loaded, batch));

#[cfg(debug_assertions)]
async fn store_alone() -> Result<StoreAlone, SplitLoaderError> {
    Ok(STORE_ALONE)
}

#[cfg(not(debug_assertions))]
#[leptos::wasm_split::wasm_split(store_alone, wasm_split_path = ::leptos::wasm_split, fallible)]
#[allow(unsafe_code, reason = "the macro declares what joins the pieces")]
fn store_alone() -> Result<StoreAlone, SplitLoaderError> {
    Ok(STORE_ALONE)
}
