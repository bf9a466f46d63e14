//! Identifiers, one type each, checked once when they are made and shared afterwards: a write names its record, its field
//! and its author many times.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::sync::Arc;

/// A text that cannot be an identifier: empty, too long, or with characters outside the permitted set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidId;

impl fmt::Display for InvalidId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("invalid identifier")
    }
}

impl std::error::Error for InvalidId {}

macro_rules! identifier {
    ($(#[$doc:meta])* $name:ident, max $max:literal, also $extra:literal) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(Arc<str>);

        impl $name {
            /// Checks and makes one: 1 to the maximum number of ASCII letters, digits, `-`, `_` and a few signs.
            pub fn new(text: impl Into<String>) -> Result<Self, InvalidId> {
                let text = text.into();
                let permitted = |c: char| c.is_ascii_alphanumeric() || "-_".contains(c) || $extra.contains(c);
                if text.is_empty() || text.len() > $max || !text.chars().all(permitted) {
                    return Err(InvalidId);
                }
                Ok(Self(text.into()))
            }

            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = InvalidId;
            fn try_from(text: String) -> Result<Self, InvalidId> {
                Self::new(text)
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> String {
                id.as_str().to_owned()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }
    };
}

identifier! {
    /// What a record is: `interview`, `directory`… Unknown kinds are kept and exported again.
    Kind, max 32, also ""
}
identifier! {
    /// A record's identity within its kind, usually a version 7 UUID.
    RecordId, max 64, also ""
}
identifier! {
    /// A field's name within a record; `/` separates a family from a member (`answer/device`).
    FieldName, max 96, also "/."
}
identifier! {
    /// The author of writes: drawn at the first write of each page load and never stored for reuse, so that two
    /// imaged laptops can never seem to have seen each other's writes.
    ReplicaId, max 32, also ""
}
identifier! {
    /// A label for the machine, shown to people; never used to decide anything.
    DeviceId, max 64, also ""
}

impl FieldName {
    /// [`super::DELETED`].
    pub(super) fn deleted() -> Self {
        Self(super::DELETED.into())
    }
}

impl ReplicaId {
    /// The author of writes that are only shown, never stored.
    pub fn unnamed() -> Self {
        Self("personne".into())
    }

    /// This name, or the first one made from it that is free.
    pub(super) fn first_free(&self, is_free: impl Fn(&Self) -> bool) -> Self {
        let mut name = self.clone();
        for nth in 1.. {
            if is_free(&name) {
                break;
            }
            name = self.derived(nth);
        }
        name
    }

    /// Another author's name made from this one.
    fn derived(&self, nth: u64) -> Self {
        let suffix = format!("-{nth}");
        let kept = 32_usize.saturating_sub(suffix.len());
        Self(self.0.chars().take(kept).chain(suffix.chars()).collect::<String>().into())
    }
}

impl DeviceId {
    /// The label of a machine that could not be given one.
    pub fn unnamed() -> Self {
        Self("poste".into())
    }
}

/// Where a record lives.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Key {
    pub kind: Kind,
    pub id: RecordId,
}

impl Key {
    /// Reads `kind/id`, as a key is written.
    pub fn parse(text: &str) -> Option<Self> {
        let (kind, id) = text.split_once('/')?;
        Some(Self { kind: Kind::new(kind).ok()?, id: RecordId::new(id).ok()? })
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.kind, self.id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identifier_is_short_and_plain() {
        let longest = "x".repeat(64);
        for text in ["a", "0192f", "A_b-9", longest.as_str(), "__proto__"] {
            assert_eq!(RecordId::new(text).map(String::from).as_deref(), Ok(text));
        }
        let too_long = "x".repeat(65);
        for text in ["", "é", "a b", "a/b", "a.b", "a\n", "\u{202e}", too_long.as_str()] {
            assert_eq!(RecordId::new(text), Err(InvalidId), "{text:?}");
        }
        assert!(FieldName::new("answer/device.1").is_ok());
        assert!(serde_json::from_str::<RecordId>("\"a b\"").is_err());
    }
}
