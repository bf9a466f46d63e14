//! The only code that touches browser storage: records, snapshots and restore points in IndexedDB, preferences in
//! localStorage, what somebody answers in sessionStorage, and what several tabs tell each other about them.

mod batch;
mod connection;
mod database;
mod error;
mod preferences;
mod quota;
mod reading;
mod schema;
mod tabs;
mod unsent;
mod writing;

pub use batch::{Batch, Here, Snapshots};
pub use database::{BackupMark, Database, Loaded, Meta};
pub use error::StorageError;
pub use preferences::{Preferences, forget_preferences, read_preferences, write_preferences};
pub use quota::{ask_to_persist, is_persisted, share_used};
pub use reading::Unreadable;
pub use tabs::{News, Tabs, Turn};
pub use unsent::{drop_unsent, forget_unsent, keep_unsent, read_unsent};
pub use writing::{Revision, Write, encode};
