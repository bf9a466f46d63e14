//! Communes, their codes, and how a text or a code leads to one.

use super::directory::place::Coordinates;
use super::fold::fold;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A text that is not a code of the expected shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvalidCode;

impl fmt::Display for InvalidCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("invalid code")
    }
}

impl std::error::Error for InvalidCode {}

macro_rules! code {
    ($(#[$doc:meta])* $name:ident, $is_valid:expr) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// Reads a code, spaces around it ignored.
            pub fn new(text: &str) -> Result<Self, InvalidCode> {
                let text = text.trim();
                let is_valid: fn(&[u8]) -> bool = $is_valid;
                if is_valid(text.as_bytes()) { Ok(Self(text.to_owned())) } else { Err(InvalidCode) }
            }

            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = InvalidCode;
            fn try_from(text: String) -> Result<Self, InvalidCode> {
                Self::new(&text)
            }
        }

        impl From<$name> for String {
            fn from(code: $name) -> String {
                code.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

code! {
    /// A commune's code in the official geographic code (« code INSEE »).
    InseeCode, |text| match text {
        [b'2', b'A' | b'B', rest @ ..] => rest.len() == 3 && rest.iter().all(u8::is_ascii_digit),
        [b'2', b'0', ..] => false,
        _ => text.len() == 5 && text.iter().all(u8::is_ascii_digit),
    }
}

code! {
    /// A postal code: five digits, `00000` refused because files use it for « not known ».
    PostalCode, |text| text.len() == 5 && text != b"00000" && text.iter().all(u8::is_ascii_digit)
}

/// One commune, with the codes it had before a merger.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Commune {
    pub code: InseeCode,
    pub name: String,
    pub postal_codes: Vec<PostalCode>,
    /// The établissement public territorial it belongs to.
    pub territory: String,
    /// A point in its centre, from which distances « à vol d’oiseau » are counted.
    pub centre: Coordinates,
    /// Communes that became part of this one.
    #[serde(default)]
    pub former: Vec<FormerCommune>,
}

/// A commune that no longer exists by itself; older files still name it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormerCommune {
    pub code: InseeCode,
    pub name: String,
    pub centre: Coordinates,
}

/// The communes known here, in the order of their names.
#[derive(Clone, Debug, Default)]
pub struct Communes {
    list: Vec<Commune>,
}

impl Communes {
    pub fn new(mut list: Vec<Commune>) -> Self {
        list.sort_by_key(|commune| fold(&commune.name));
        Self { list }
    }

    pub fn iter(&self) -> impl Iterator<Item = &Commune> {
        self.list.iter()
    }

    pub fn len(&self) -> usize {
        self.list.len()
    }

    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The commune with this code, today or before a merger.
    pub fn by_code(&self, code: &InseeCode) -> Option<&Commune> {
        self.list.iter().find(|commune| commune.code == *code || commune.former.iter().any(|old| old.code == *code))
    }

    /// The communes served by a postal code.
    pub fn by_postal_code<'a>(&'a self, code: &'a PostalCode) -> impl Iterator<Item = &'a Commune> {
        self.list.iter().filter(move |commune| commune.postal_codes.contains(code))
    }

    /// The commune with this name, today or before a merger, however it is typed (« St Ouen » included).
    pub fn by_name(&self, name: &str) -> Option<&Commune> {
        let wanted = folded_name(name);
        let named = |other: &str| folded_name(other) == wanted;
        self.list.iter().find(|commune| named(&commune.name) || commune.former.iter().any(|old| named(&old.name)))
    }

    /// The centre of the commune with this code; of the former commune when the code is one.
    pub fn centre(&self, code: &InseeCode) -> Option<Coordinates> {
        let commune = self.by_code(code)?;
        let former = commune.former.iter().find(|old| old.code == *code);
        Some(former.map_or(commune.centre, |old| old.centre))
    }
}

fn folded_name(name: &str) -> String {
    let folded = fold(name);
    let words: Vec<&str> = folded
        .split(' ')
        .map(|word| match word {
            "st" => "saint",
            "ste" => "sainte",
            _ => word,
        })
        .collect();
    words.join(" ")
}
