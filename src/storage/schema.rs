//! DO NOT RENAME ANYTHING HERE. These names are in the browsers of everyone who has used the product; a changed
//! name is lost work. A new shape is a new version with a migration and a frozen fixture.

/// The database.
pub const DATABASE: &str = "reperes";
/// The version of its stores.
pub const VERSION: u32 = 1;
/// `kind/id` → a record, as JSON text.
pub const RECORDS: &str = "records";
/// sha256 of the text → a snapshot, as JSON text.
pub const SNAPSHOTS: &str = "snapshots";
/// A few values about the database itself, as JSON text.
pub const META: &str = "meta";
/// In [`META`]: how many times the database was written, so that two tabs notice each other.
pub const REVISION: &str = "revision";

/// Every store, in the order they are made.
pub const STORES: [&str; 3] = [RECORDS, SNAPSHOTS, META];

/// In localStorage: this browser's preferences, as JSON text.
pub const PREFERENCES: &str = "reperes.preferences";
