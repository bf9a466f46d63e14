//! Files on their way in or out: how far the work is, and what each file turned out to be.

use super::file::{Origin, ReadError};
use super::scope::Scope;
use super::sealed::OpenError;
use serde::{Deserialize, Serialize};

/// How far a work is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Progress {
    Reading {
        name: String,
        nth: usize,
        of: usize,
    },
    Comparing,
    /// It can no longer be stopped.
    Writing,
    Preparing,
    Sealing,
}

impl Progress {
    /// Nothing is being written: one may stop.
    pub fn can_stop(&self) -> bool {
        *self != Self::Writing
    }
}

/// A file, as it was read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FileSeen {
    pub name: String,
    pub seen: Seen,
}

impl FileSeen {
    /// It was read whole.
    pub fn was_read(&self) -> bool {
        matches!(self.seen, Seen::Read { .. })
    }

    /// It waits for its passphrase.
    pub fn is_locked(&self) -> bool {
        matches!(self.seen, Seen::Locked { .. })
    }

    /// Nothing says that it is ours, neither its content nor its name: it is no file of ours that was damaged.
    pub fn is_foreign(&self) -> bool {
        let Seen::Refused(refusal) = &self.seen else { return false };
        let name = self.name.to_lowercase();
        match refusal {
            Refusal::Read(ReadError::NotOurs) => !name.starts_with("reperes"),
            // Nothing in it could be believed: only its name tells.
            Refusal::Read(
                ReadError::TooLarge
                | ReadError::Empty
                | ReadError::NotText
                | ReadError::Truncated
                | ReadError::NotJson { .. },
            )
            | Refusal::TooLarge { .. }
            | Refusal::TooLargeTogether
            | Refusal::Unreadable => !name.ends_with(".json") && !name.ends_with(".reperes"),
            Refusal::Read(_) | Refusal::Sealed(_) => false,
        }
    }
}

/// What a file turned out to be.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Seen {
    Read {
        origin: Origin,
        scope: Option<Scope>,
        records: usize,
        /// What does not read in raw data.
        left_out: usize,
    },
    /// Closed with a passphrase: none was given, or not this one.
    Locked {
        tried: bool,
    },
    Refused(Refusal),
}

/// Why a file was refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Refusal {
    TooLarge {
        bytes: u64,
    },
    /// The files before it are already as much as is read at once.
    TooLargeTogether,
    /// The browser could not read it.
    Unreadable,
    Read(ReadError),
    /// Closed, and not by something that a passphrase opens here.
    Sealed(OpenError),
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str, refusal: Refusal) -> FileSeen {
        FileSeen { name: name.to_owned(), seen: Seen::Refused(refusal) }
    }

    #[test]
    fn a_damaged_file_of_ours_is_no_foreign_file() {
        for (name, refusal, expected) in [
            ("photo.png", Refusal::Read(ReadError::NotText), true),
            ("notes.txt", Refusal::Read(ReadError::NotJson { line: 1 }), true),
            ("film.mp4", Refusal::TooLarge { bytes: 1 }, true),
            ("package.json", Refusal::Read(ReadError::NotOurs), true),
            ("reperes-2026-03-01-0905.json", Refusal::Read(ReadError::NotOurs), false),
            ("sauvegarde.JSON", Refusal::Read(ReadError::Truncated), false),
            ("sauvegarde.reperes", Refusal::Read(ReadError::Empty), false),
            ("sans-nom", Refusal::Read(ReadError::Damaged), false),
            ("sans-nom", Refusal::Read(ReadError::TooNew { version: 9 }), false),
            ("sans-nom", Refusal::Sealed(OpenError::Header), false),
        ] {
            assert_eq!(file(name, refusal.clone()).is_foreign(), expected, "{name} {refusal:?}");
        }
        assert!(!FileSeen { name: "photo.png".to_owned(), seen: Seen::Locked { tried: false } }.is_foreign());
    }
}
