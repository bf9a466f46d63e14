//! JSON as this program writes it: no name given twice in one object, no number with a decimal point, no endless text.
//! The reader of each type would let these pass, and two programs would then read two things in one file.

use crate::records::MAX_TEXT_CHARS;
use serde::de::{Deserialize, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::marker::PhantomData;

/// Whether a JSON text is one that this program could have written.
pub fn is_strict(text: &str) -> bool {
    serde_json::from_str::<Strict>(text).is_ok()
}

struct Strict;

impl<'de> Deserialize<'de> for Strict {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(StrictVisitor)
    }
}

struct StrictVisitor;

impl<'de> Visitor<'de> for StrictVisitor {
    type Value = Strict;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value without decimals or endless texts")
    }

    fn visit_unit<E>(self) -> Result<Strict, E> {
        Ok(Strict)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Strict, E> {
        Ok(Strict)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Strict, E> {
        Ok(Strict)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Strict, E> {
        Ok(Strict)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Strict, E> {
        let is_short = text.len() <= MAX_TEXT_CHARS || text.chars().count() <= MAX_TEXT_CHARS;
        is_short.then_some(Strict).ok_or_else(|| E::custom("text too long"))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut values: A) -> Result<Strict, A::Error> {
        while values.next_element::<Strict>()?.is_some() {}
        Ok(Strict)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Strict, A::Error> {
        let mut names = BTreeSet::new();
        while let Some(name) = members.next_key::<String>()? {
            StrictVisitor.visit_str::<A::Error>(&name)?;
            if !names.insert(name) {
                return Err(A::Error::custom("name given twice"));
            }
            members.next_value::<Strict>()?;
        }
        Ok(Strict)
    }
}

/// A map that refuses a name given twice.
pub struct Unique<K, V>(pub BTreeMap<K, V>);

impl<K, V> Default for Unique<K, V> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<'de, K: Deserialize<'de> + Ord, V: Deserialize<'de>> Deserialize<'de> for Unique<K, V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(UniqueVisitor(PhantomData))
    }
}

struct UniqueVisitor<K, V>(PhantomData<(K, V)>);

impl<'de, K: Deserialize<'de> + Ord, V: Deserialize<'de>> Visitor<'de> for UniqueVisitor<K, V> {
    type Value = Unique<K, V>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut members = BTreeMap::new();
        while let Some((name, value)) = map.next_entry()? {
            if members.insert(name, value).is_some() {
                return Err(A::Error::custom("name given twice"));
            }
        }
        Ok(Unique(members))
    }
}

/// How many members an object has, and what they hold in turn: read without keeping anything.
pub struct Members<V> {
    pub count: usize,
    /// The members of the members.
    pub inside: usize,
    value: PhantomData<V>,
}

/// What may be counted.
pub trait Counted {
    fn count(&self) -> usize;
}

impl Counted for IgnoredAny {
    fn count(&self) -> usize {
        0
    }
}

impl<V> Counted for Members<V> {
    fn count(&self) -> usize {
        self.count
    }
}

impl<V> Default for Members<V> {
    fn default() -> Self {
        Self { count: 0, inside: 0, value: PhantomData }
    }
}

impl<'de, V: Deserialize<'de> + Counted> Deserialize<'de> for Members<V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(MembersVisitor(PhantomData))
    }
}

struct MembersVisitor<V>(PhantomData<V>);

impl<'de, V: Deserialize<'de> + Counted> Visitor<'de> for MembersVisitor<V> {
    type Value = Members<V>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut members = Members::default();
        while let Some((_, value)) = map.next_entry::<IgnoredAny, V>()? {
            members.count += 1;
            members.inside += value.count();
        }
        Ok(members)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_this_program_writes_is_strict() {
        let longest = format!("[\"{}\"]", "é".repeat(MAX_TEXT_CHARS));
        for text in [r#"{"a":[1,-2,true,null,"é",{"a":{}}],"__proto__":{}}"#, "18446744073709551615", longest.as_str()]
        {
            assert!(is_strict(text), "{text}");
        }
        let too_long = format!("[\"{}\"]", "é".repeat(MAX_TEXT_CHARS + 1));
        let long_name = format!("{{\"{}\":1}}", "x".repeat(MAX_TEXT_CHARS + 1));
        let deep = format!("{}1{}", "[".repeat(200), "]".repeat(200));
        for text in [
            r#"{"a":1,"a":1}"#,
            r#"{"a":{"b":[{"c":1,"\u0063":2}]}}"#,
            "1.5",
            "1.0",
            "1e3",
            "-0",
            "18446744073709551616",
            "[1,",
            r#""\ud800""#,
            too_long.as_str(),
            long_name.as_str(),
            deep.as_str(),
        ] {
            assert!(!is_strict(text), "{text}");
        }
    }
}
