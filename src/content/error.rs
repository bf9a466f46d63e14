//! What may be wrong with a content file; only a mistake of ours leads there, and a test reads every file.

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
