//! Storing what erases where there is no worker to do it. Nearly every browser has one: this arrives apart, when it is owed.

use crate::exchange::restore_point::Summary;
use crate::storage::{Batch, Database, Loaded, Revision, StorageError};
use leptos::wasm_split::SplitLoaderError;
use std::pin::Pin;

type Stored<'a> = Pin<Box<dyn Future<Output = Result<(Revision, Vec<Summary>), StorageError>> + 'a>>;

/// What stores a batch with the restore points that it makes be written again.
pub(super) type StoreAlone = for<'a> fn(&'a Database, &'a Loaded, &'a Batch) -> Stored<'a>;

const STORE_ALONE: StoreAlone = |database, loaded, batch| Box::pin(database.store(loaded, batch));

#[cfg(debug_assertions)]
pub(super) async fn store_alone() -> Result<StoreAlone, SplitLoaderError> {
    Ok(STORE_ALONE)
}

#[cfg(not(debug_assertions))]
#[leptos::wasm_split::wasm_split(store_alone, wasm_split_path = ::leptos::wasm_split, fallible)]
#[allow(unsafe_code, reason = "the macro declares what joins the pieces")]
pub(super) fn store_alone() -> Result<StoreAlone, SplitLoaderError> {
    Ok(STORE_ALONE)
}
