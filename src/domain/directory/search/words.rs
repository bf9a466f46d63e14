//! The words of a directory, each once, with the places where it is found.

use super::forms::form;
use super::typo;
use rustc_hash::FxBuildHasher;
use std::collections::HashMap;
use std::marker::PhantomData;

/// Where in a place's description a word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Name,
    /// Its commune, postal code and territory.
    Where,
    /// What it offers, in the standard's words, and who runs it.
    Offer,
    Address,
    /// What is told about it freely.
    Text,
    /// What people say for what it offers.
    Said,
}

/// How near a word is to what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Nearness {
    /// One slip of the keyboard away.
    Near,
    /// It begins so.
    Prefix,
    /// Another gender or number of the same word, or the very word.
    Same,
}

/// The words, in alphabetical order.
#[derive(Clone, Debug, Default)]
pub struct Words {
    words: Vec<Box<str>>,
    /// The words in the order of their forms.
    forms: Vec<(Box<str>, u32)>,
    /// Where the occurrences of each word begin, and where the last ones end.
    starts: Vec<u32>,
    /// Word by word: three bits for the part, the others for the place.
    occurrences: Vec<u32>,
}

const PART_BITS: u32 = 3;

/// Whether a word says nothing of a place: it is looked for only where nothing else is typed, and not in free texts, which
/// are full of them.
pub fn is_small(word: &str) -> bool {
    matches!(
        word,
        "a" | "au"
            | "aux"
            | "avec"
            | "chez"
            | "d"
            | "dans"
            | "de"
            | "des"
            | "du"
            | "en"
            | "et"
            | "l"
            | "la"
            | "le"
            | "les"
            | "ou"
            | "par"
            | "pour"
            | "pres"
            | "qui"
            | "sur"
            | "un"
            | "une"
    )
}

/// Words being collected.
#[derive(Debug, Default)]
pub struct Collector<'t> {
    numbers: HashMap<Box<str>, u32, FxBuildHasher>,
    /// The words of texts that come again and again, by where these lie in memory: quicker to tell than what they say.
    known_texts: HashMap<(*const u8, usize), Vec<u32>, FxBuildHasher>,
    texts: PhantomData<&'t str>,
    found: Vec<(u32, u32)>,
    /// How many times each word is found.
    counts: Vec<u32>,
}

impl<'t> Collector<'t> {
    /// Notes the words of a folded text of a place.
    pub fn add(&mut self, place: u32, part: Part, folded: &str) {
        let is_passed_over = |word: &str| part == Part::Text && is_small(word);
        for word in folded.split_ascii_whitespace().filter(|word| !is_passed_over(word)) {
            let number = self.number(word);
            self.found.push((number, place << PART_BITS | part as u32));
            count(&mut self.counts, number);
        }
    }

    /// Notes the words of a text that comes again and again, read once for all places.
    pub fn add_known(&mut self, place: u32, part: Part, text: &'t str) {
        let whereabouts = (text.as_ptr(), text.len());
        if !self.known_texts.contains_key(&whereabouts) {
            let folded = crate::domain::fold::fold(text);
            let numbers = folded.split(' ').map(|word| self.number(word)).collect();
            self.known_texts.insert(whereabouts, numbers);
        }
        let numbers = self.known_texts.get(&whereabouts).into_iter().flatten();
        for number in numbers {
            self.found.push((*number, place << PART_BITS | part as u32));
            count(&mut self.counts, *number);
        }
    }

    fn number(&mut self, word: &str) -> u32 {
        if let Some(number) = self.numbers.get(word) {
            return *number;
        }
        let number = self.numbers.len() as u32;
        self.numbers.insert(word.into(), number);
        self.counts.push(0);
        number
    }

    /// The words in order, each with its occurrences.
    pub fn finish(self) -> Words {
        let mut numbers: Vec<(Box<str>, u32)> = self.numbers.into_iter().collect();
        numbers.sort_unstable();
        // Where the next occurrence of each word goes, by its number.
        let mut next = vec![0_u32; numbers.len()];
        let mut starts = Vec::with_capacity(numbers.len() + 1);
        let mut words = Vec::with_capacity(numbers.len());
        let mut sum = 0;
        for (word, number) in numbers {
            if let Some(next) = next.get_mut(number as usize) {
                *next = sum;
            }
            starts.push(sum);
            words.push(word);
            sum += self.counts.get(number as usize).copied().unwrap_or_default();
        }
        starts.push(sum);
        let mut occurrences = vec![0_u32; self.found.len()];
        for (number, occurrence) in &self.found {
            let Some(at) = next.get_mut(*number as usize) else { continue };
            if let Some(slot) = occurrences.get_mut(*at as usize) {
                *slot = *occurrence;
            }
            *at += 1;
        }
        let mut forms: Vec<_> = words.iter().map(|word| form(word).into_boxed_str()).zip(0_u32..).collect();
        forms.sort_unstable();
        Words { words, forms, starts, occurrences }
    }
}

fn count(counts: &mut [u32], number: u32) {
    if let Some(count) = counts.get_mut(number as usize) {
        *count += 1;
    }
}

impl Words {
    /// The words that are, or begin with, what was typed; those of the same family too.
    pub fn matching(&self, typed: &str) -> Vec<(u32, Nearness)> {
        let first = self.words.partition_point(|word| word.as_ref() < typed);
        let from_first = self.words.get(first..).unwrap_or_default().iter().zip(first as u32..);
        let mut found: Vec<(u32, Nearness)> = from_first
            .take_while(|(word, _)| word.starts_with(typed))
            .map(|(word, at)| (at, if word.len() == typed.len() { Nearness::Same } else { Nearness::Prefix }))
            .collect();
        let form = form(typed);
        let first = self.forms.partition_point(|(other, _)| other.as_ref() < form.as_str());
        let family = self.forms.get(first..).unwrap_or_default().iter();
        let family = family.take_while(|(other, _)| other.as_ref() == form.as_str());
        found.extend(family.map(|(_, at)| (*at, Nearness::Same)));
        found
    }

    /// The words one slip away from what was typed.
    pub fn near(&self, typed: &str) -> Vec<(u32, Nearness)> {
        if !typo::may_be_mistyped(typed) {
            return Vec::new();
        }
        let near = self.words.iter().zip(0_u32..).filter(|(word, _)| typo::is_near(typed, word));
        near.map(|(_, at)| (at, Nearness::Near)).collect()
    }

    /// Where a word is: the positions of places, each with the part of its description.
    pub fn occurrences(&self, word: u32) -> impl Iterator<Item = (usize, Part)> {
        let bound = |at: usize| self.starts.get(at).copied().unwrap_or_default() as usize;
        let of_word = self.occurrences.get(bound(word as usize)..bound(word as usize + 1));
        of_word.unwrap_or_default().iter().map(|occurrence| {
            let part = match occurrence & ((1 << PART_BITS) - 1) {
                0 => Part::Name,
                1 => Part::Where,
                2 => Part::Offer,
                3 => Part::Address,
                4 => Part::Text,
                _ => Part::Said,
            };
            ((occurrence >> PART_BITS) as usize, part)
        })
    }
}
