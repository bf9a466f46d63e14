//! Communes, their codes, and how a text or a code leads to one.

use super::directory::place::Coordinates;
use super::fold::fold;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
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

/// An établissement public territorial, by its name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Territory(String);

impl Territory {
    /// A name, spaces around it removed; `None` when nothing is left.
    pub fn new(name: &str) -> Option<Self> {
        let name = name.trim();
        (!name.is_empty()).then(|| Self(name.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// One commune, with the codes it had before a merger.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Commune {
    pub code: InseeCode,
    pub name: String,
    pub postal_codes: Vec<PostalCode>,
    pub territory: Territory,
    /// How many people live there, by the census that the content names.
    #[serde(default)]
    pub population: Option<u32>,
    /// A point in its centre, from which distances « à vol d’oiseau » are counted.
    pub centre: Coordinates,
    #[serde(default)]
    pub centre_source: CentreSource,
    /// Communes that became part of this one.
    #[serde(default)]
    pub former: Vec<FormerCommune>,
}

/// Where a commune's centre comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CentreSource {
    /// The source named for all communes.
    #[default]
    Published,
    /// Placed by hand, approximately, because the source lacks it.
    Project,
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

    /// The territories, in the order of their names.
    pub fn territories(&self) -> BTreeSet<&Territory> {
        self.list.iter().map(|commune| &commune.territory).collect()
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

#[cfg(test)]
mod tests {
    use super::*;

    fn communes() -> Communes {
        let commune = |code: &str, name: &str, postal: &[&str], lat_udeg: i32| Commune {
            code: InseeCode::new(code).unwrap(),
            name: name.into(),
            postal_codes: postal.iter().map(|code| PostalCode::new(code).unwrap()).collect(),
            territory: Territory::new("Territoire fictif").unwrap(),
            population: None,
            centre: Coordinates { lat_udeg, lon_udeg: 2_000_000 },
            centre_source: CentreSource::Published,
            former: Vec::new(),
        };
        let mut merged = commune("99102", "Saint-Fictif", &["99200", "99380"], 48_000_000);
        merged.former.push(FormerCommune {
            code: InseeCode::new("99103").unwrap(),
            name: "Exemple-sur-Seine".into(),
            centre: Coordinates { lat_udeg: 48_500_000, lon_udeg: 2_000_000 },
        });
        Communes::new(vec![merged, commune("99101", "L’Île-aux-Exemples", &["99100"], 47_000_000)])
    }

    #[test]
    fn reads_codes_and_refuses_what_is_not_one() {
        for text in ["93066", " 01001 ", "2A004", "2B033", "97411"] {
            assert_eq!(InseeCode::new(text).unwrap().as_str(), text.trim());
        }
        for text in ["", "9306", "930666", "20001", "2C004", "93 066", "９３０６６"] {
            assert_eq!(InseeCode::new(text), Err(InvalidCode), "{text}");
        }
        assert!(PostalCode::new("93200").is_ok());
        for text in ["00000", "9320", "93 200", "2A000"] {
            assert!(PostalCode::new(text).is_err(), "{text}");
        }
    }

    #[test]
    fn finds_a_commune_by_code_name_or_postal_code_before_and_after_its_merger() {
        let communes = communes();
        let found = |commune: Option<&Commune>| commune.map(|commune| commune.code.to_string());
        let code = |text: &str| InseeCode::new(text).unwrap();
        assert_eq!(found(communes.by_code(&code("99103"))), Some("99102".into()));
        assert_eq!(found(communes.by_code(&code("75056"))), None);
        assert_eq!(found(communes.by_name("ST FICTIF")), Some("99102".into()));
        assert_eq!(found(communes.by_name("exemple sur seine")), Some("99102".into()));
        assert_eq!(found(communes.by_name("l'ile aux exemples")), Some("99101".into()));
        assert_eq!(found(communes.by_name("")), None);
        let postal = PostalCode::new("99380").unwrap();
        assert_eq!(communes.by_postal_code(&postal).count(), 1);
        assert_eq!(communes.centre(&code("99102")).unwrap().lat_udeg, 48_000_000);
        assert_eq!(communes.centre(&code("99103")).unwrap().lat_udeg, 48_500_000);
    }
}
