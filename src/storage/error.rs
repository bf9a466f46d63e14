//! Why storage refused.

use serde::{Deserialize, Serialize};
use std::fmt;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::DomException;

/// A failure of the browser's storage; nothing was written, but for [`Self::Unconfirmed`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum StorageError {
    /// This browser gives the page no database: a refused permission, a private window, a company's policy.
    Refused,
    /// Another tab holds an older version of the database open.
    Blocked,
    /// The database was written by a newer version of the program.
    Newer,
    /// A newer version of the program opened or wrote while this page was open.
    Superseded,
    /// The space granted to the page is full.
    Quota,
    /// The database was closed or removed under our feet.
    Closed,
    /// The database was cleared while this page was open: what is shown is the last copy.
    Lost,
    /// Everything was wiped from another tab: this page must show nothing more, and write nothing more.
    Emptied,
    /// The work was stored, but whoever did it fell silent before saying so.
    Unconfirmed,
    /// Records of an older version could not be brought to the present one: they stay as they are.
    NotMigrated,
    /// What must be done off the page could not be: the browser gave no worker.
    NoWorker,
    /// Another tab wrote since this page last read.
    Moved,
    /// What is kept under this key does not read as a record: nothing is written over it.
    Unreadable { key: String },
    /// Anything else, in the browser's words.
    Other { name: String, message: String },
}

impl StorageError {
    /// Sorts an exception by its name: its class differs between browsers and versions.
    pub fn from_exception(exception: Option<DomException>) -> Self {
        let Some(exception) = exception else {
            return Self::Other { name: String::new(), message: String::new() };
        };
        match exception.name().as_str() {
            "QuotaExceededError" => Self::Quota,
            "VersionError" => Self::Newer,
            "InvalidStateError" | "NotFoundError" => Self::Closed,
            "SecurityError" => Self::Refused,
            name => Self::Other { name: name.to_owned(), message: exception.message() },
        }
    }
}

impl StorageError {
    /// Texts and identifiers made by the program are well formed; were one not to be, it is told like any other fault.
    pub fn unlikely(name: &str, error: impl fmt::Display) -> Self {
        Self::Other { name: name.to_owned(), message: error.to_string() }
    }
}

impl From<JsValue> for StorageError {
    fn from(value: JsValue) -> Self {
        match value.dyn_into::<DomException>() {
            Ok(exception) => Self::from_exception(Some(exception)),
            Err(value) => Self::Other { name: String::new(), message: format!("{value:?}") },
        }
    }
}

impl fmt::Display for StorageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Other { name, message } => write!(f, "{name}: {message}"),
            named => write!(f, "{named:?}"),
        }
    }
}

impl std::error::Error for StorageError {}
