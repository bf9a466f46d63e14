//! What may be wrong with a content file; only a mistake of ours leads there, and a test reads every file.

use serde::de::DeserializeOwned;
use std::fmt;

/// A content file that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContentError {
    pub file: &'static str,
    pub fault: String,
}

impl fmt::Display for ContentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "content file {}: {}", self.file, self.fault)
    }
}

impl std::error::Error for ContentError {}

/// Reads a content file written in JSON.
pub(super) fn parse<T: DeserializeOwned>(file: &'static str, text: &str) -> Result<T, ContentError> {
    serde_json::from_str(text).map_err(|error| ContentError { file, fault: error.to_string() })
}

/// What was read, unless something in it is wrong: then all of it is told.
pub(super) fn sound<T>(file: &'static str, read: T, faults: &[impl fmt::Debug]) -> Result<T, ContentError> {
    if faults.is_empty() { Ok(read) } else { Err(ContentError { file, fault: format!("{faults:?}") }) }
}
