//! Members of which anything may be found: what is not understood counts as absent, and what is too much is counted only.

use crate::records::clean_text;
use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::fmt;
use std::marker::PhantomData;

/// A text, or nothing when there is anything else.
#[derive(Debug, Default)]
pub struct Words(pub Option<String>);

impl Words {
    /// On one line, without what nobody can see, cut when it is long; nothing when nothing is left.
    pub fn short(self, max_chars: usize) -> Option<String> {
        let text = self.0?;
        let line = clean_text(&text).split_whitespace().collect::<Vec<_>>().join(" ");
        (!line.is_empty()).then(|| line.chars().take(max_chars).collect())
    }
}

struct AnyWords;

impl<'de> Visitor<'de> for AnyWords {
    type Value = Words;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("anything")
    }

    fn visit_str<E>(self, text: &str) -> Result<Words, E> {
        Ok(Words(Some(text.to_owned())))
    }

    fn visit_bool<E>(self, _: bool) -> Result<Words, E> {
        Ok(Words(None))
    }

    fn visit_i64<E>(self, _: i64) -> Result<Words, E> {
        Ok(Words(None))
    }

    fn visit_u64<E>(self, _: u64) -> Result<Words, E> {
        Ok(Words(None))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Words, E> {
        Ok(Words(None))
    }

    fn visit_unit<E>(self) -> Result<Words, E> {
        Ok(Words(None))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Words, A::Error> {
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Words(None))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Words, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Words(None))
    }
}

impl<'de> Deserialize<'de> for Words {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyWords)
    }
}

/// The first elements of a list, and how many there are beyond.
#[derive(Debug)]
pub struct Few<T, const MAX: usize> {
    pub kept: Vec<T>,
    pub left_out: usize,
}

impl<T, const MAX: usize> Default for Few<T, MAX> {
    fn default() -> Self {
        Self { kept: Vec::new(), left_out: 0 }
    }
}

struct FewOf<T, const MAX: usize>(PhantomData<T>);

impl<'de, T: Deserialize<'de>, const MAX: usize> Visitor<'de> for FewOf<T, MAX> {
    type Value = Few<T, MAX>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        let mut few = Few::default();
        while few.kept.len() < MAX {
            let Some(one) = seq.next_element()? else { return Ok(few) };
            few.kept.push(one);
        }
        while seq.next_element::<IgnoredAny>()?.is_some() {
            few.left_out += 1;
        }
        Ok(few)
    }
}

impl<'de, T: Deserialize<'de>, const MAX: usize> Deserialize<'de> for Few<T, MAX> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(FewOf(PhantomData))
    }
}
