//! The only code that touches browser storage: records and snapshots in IndexedDB, preferences in localStorage.

mod database;
mod error;
mod preferences;
mod schema;

pub use database::{Database, Loaded, Revision, Unreadable, Write};
pub use error::StorageError;
pub use preferences::{Preferences, read_preferences, write_preferences};
