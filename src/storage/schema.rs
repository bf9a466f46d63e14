//! DO NOT RENAME ANYTHING HERE. These names are in the browsers of everyone who has used the product; a changed
//! name is lost work. A new shape is a new version with a migration and a frozen fixture.

/// The database.
pub const DATABASE: &str = "reperes";
/// The version of its stores: the second one brought [`RESTORE_POINTS`], the third the bytes of [`SNAPSHOTS`].
pub const VERSION: u32 = 3;
/// `kind/id` → a record, as JSON text.
pub const RECORDS: &str = "records";
/// sha256 of the text → a snapshot, as the bytes of JSON text: half of what a text takes, and quicker. Up to the second
/// version the text itself, which is read too.
pub const SNAPSHOTS: &str = "snapshots";
/// A restore point's identity → the point, as JSON text.
pub const RESTORE_POINTS: &str = "restore_points";
/// A few values about the database itself, as JSON text.
pub const META: &str = "meta";

/// In [`META`]: how many times the database was written, so that two tabs notice each other.
pub const REVISION: &str = "revision";
/// In [`META`]: a random name, given at the first write. A database made anew after a loss has another one.
pub const NAME: &str = "name";
/// In [`META`]: the version of the records; none before the second.
pub const DATA_VERSION: &str = "data_version";
/// In [`META`]: the revision that the last backup known to have arrived holds, and its date.
pub const BACKUP: &str = "backup";
/// In [`META`]: the revision of the last file handed over, arrived or not.
pub const HANDED_OVER: &str = "handed_over";
/// In [`META`]: what is shown of each restore point.
pub const POINTS: &str = "restore_points";

/// In [`META`]: the revision of the last return to former records. Writes are named anew from then on: a number that was
/// taken back must not serve twice.
pub const WENT_BACK: &str = "went_back";
/// In [`META`]: the revision of the last wipe. A page that showed what was there before must not write it again.
pub const WIPED: &str = "wiped";

/// In [`META`]: means nothing; written to see whether writing is possible.
pub const PROBE: &str = "probe";

/// Every store, in the order they are made.
pub const STORES: [&str; 4] = [RECORDS, SNAPSHOTS, META, RESTORE_POINTS];

/// In localStorage: this browser's preferences, as JSON text.
pub const PREFERENCES: &str = "reperes.preferences";

/// In sessionStorage: the answers to questionnaires that were not handed in from this tab, as JSON text.
pub const UNSENT: &str = "reperes.unsent";

/// The lock that one tab holds while it writes.
pub const WRITER_LOCK: &str = "reperes-writer";
/// The channel on which the tabs tell each other what they wrote.
pub const TABS: &str = "reperes-tabs";
