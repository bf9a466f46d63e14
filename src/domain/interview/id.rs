//! Names of what the content defines: short slugs, checked once when they are made.

use std::fmt;

/// A text that is not a slug: empty, over 48 characters, or with something else than `a-z`, `0-9` and `-`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvalidSlug;

impl fmt::Display for InvalidSlug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("invalid slug")
    }
}

impl std::error::Error for InvalidSlug {}

/// Makes the type of a slug.
macro_rules! slug {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            pub fn new(text: &str) -> Result<Self, $crate::domain::interview::id::InvalidSlug> {
                let permitted = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
                if text.is_empty() || text.len() > 48 || !text.bytes().all(permitted) {
                    return Err($crate::domain::interview::id::InvalidSlug);
                }
                Ok(Self(text.to_owned()))
            }

            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = $crate::domain::interview::id::InvalidSlug;
            fn try_from(text: String) -> Result<Self, $crate::domain::interview::id::InvalidSlug> {
                Self::new(&text)
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> String {
                id.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
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
pub(in crate::domain) use slug;

slug! {
    /// A block of the questionnaire.
    BlockId
}
slug! {
    /// An item of the questionnaire; part of a stored field's name, so never renamed nor reused.
    ItemId
}
slug! {
    /// One of an item's options.
    OptionId
}
slug! {
    /// Something the answers show about a situation.
    FindingId
}
slug! {
    /// An orientation; part of a stored field's name, so never renamed nor reused.
    OrientationId
}
slug! {
    /// A rule that proposes an orientation.
    RuleId
}
slug! {
    /// A tool sheet.
    ToolId
}
slug! {
    /// A case of the exercise.
    CaseId
}
slug! {
    /// What one may ask the person of a case about.
    TopicId
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_is_short_lowercase_ascii() {
        assert!(ItemId::new("send-mail-2").is_ok());
        for wrong in ["", "Mail", "\u{e9}", "a b", "a/b", &"a".repeat(49)] {
            assert_eq!(ItemId::new(wrong), Err(InvalidSlug), "{wrong:?}");
        }
    }
}
