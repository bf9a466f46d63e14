//! Search as one types: by any word of a place's description, whatever the accents, gender, number or one slip.

mod forms;
mod typo;
mod words;

use super::place::Place;
use super::standard::{StandardValue, Values};
use crate::domain::fold::fold;
use words::{Collector, Nearness, Part, Words};

/// The searchable words of a directory, prepared once.
#[derive(Clone, Debug, Default)]
pub struct DirectoryIndex {
    words: Words,
    /// Folded names, by position.
    names: Vec<Box<str>>,
    /// The rank of each place in the order of names.
    ranks: Vec<u32>,
}

/// How well a place answers what was typed: the higher the better, zero for not at all.
pub type Score = u16;

/// Added where the name begins with all that was typed.
const NAME_START: Score = 1_000;

impl DirectoryIndex {
    /// Prepares the places; results are positions in this slice.
    pub fn new(places: &[Place]) -> Self {
        let mut words = Collector::default();
        let mut names = Vec::with_capacity(places.len());
        for (place, at) in places.iter().zip(0_u32..) {
            let name = fold(&place.name).into_boxed_str();
            words.add(at, Part::Name, &name);
            names.push(name);
            collect(&mut words, at, place);
        }
        let mut order: Vec<u32> = (0_u32..).take(places.len()).collect();
        order.sort_unstable_by_key(|at| (names.get(*at as usize), *at));
        let mut ranks = vec![0; places.len()];
        for (at, rank) in order.iter().zip(0_u32..) {
            if let Some(slot) = ranks.get_mut(*at as usize) {
                *slot = rank;
            }
        }
        Self { words: words.finish(), names, ranks }
    }

    /// How well each place answers, by position: every word must be found in it. None where nothing was typed.
    pub fn scores(&self, query: &str) -> Option<Vec<Score>> {
        let query = fold(query);
        let typed: Vec<&str> = query.split(' ').filter(|word| !word.is_empty()).collect();
        if typed.is_empty() {
            return None;
        }
        let strict = self.score_all(&typed, |word| {
            let found = self.matching(word);
            if found.is_empty() { self.words.near(word) } else { found }
        });
        let mut scores = if strict.iter().all(|score| *score == 0) {
            self.score_all(&typed, |word| [self.matching(word), self.words.near(word)].concat())
        } else {
            strict
        };
        for (score, name) in scores.iter_mut().zip(&self.names) {
            if *score > 0 && name.starts_with(&query) {
                *score += NAME_START;
            }
        }
        Some(scores)
    }

    /// The rank of a place in the order of names.
    pub fn rank(&self, position: usize) -> u32 {
        self.ranks.get(position).copied().unwrap_or(u32::MAX)
    }

    /// The words meant by a typed one: « st » stands for « saint » too, which is how communes are written.
    fn matching(&self, typed: &str) -> Vec<(u32, Nearness)> {
        let spelled_out = match typed {
            "st" => Some("saint"),
            "ste" => Some("sainte"),
            _ => None,
        };
        let mut found = self.words.matching(typed);
        found.extend(spelled_out.into_iter().flat_map(|word| self.words.matching(word)));
        found
    }

    /// The sum of the best of each word; zero where one is missing.
    fn score_all(&self, typed: &[&str], meant: impl Fn(&str) -> Vec<(u32, Nearness)>) -> Vec<Score> {
        let mut sums = vec![0; self.names.len()];
        let mut best = vec![0; self.names.len()];
        for (number, word) in typed.iter().enumerate() {
            best.fill(0);
            for (meant, nearness) in meant(word) {
                for (place, part) in self.words.occurrences(meant) {
                    if let Some(best) = best.get_mut(place) {
                        *best = score(part, nearness).max(*best);
                    }
                }
            }
            for (sum, best) in sums.iter_mut().zip(&best) {
                let is_out = *best == 0 || (number > 0 && *sum == 0);
                *sum = if is_out { 0 } else { Score::saturating_add(*sum, *best).min(NAME_START) };
            }
        }
        sums
    }
}

/// Where a word is counts first, then how near it is; but a slip never comes before what was really typed.
fn score(part: Part, nearness: Nearness) -> Score {
    let part = match part {
        Part::Name => 9,
        Part::Where => 7,
        Part::Offer => 5,
        Part::Address => 3,
        Part::Text => 1,
    };
    match nearness {
        Nearness::Near => part,
        Nearness::Prefix => 10 + part * 2,
        Nearness::Same => 11 + part * 2,
    }
}

fn collect(words: &mut Collector, at: u32, place: &Place) {
    words.add(at, Part::Where, &fold(&place.commune));
    words.add(at, Part::Where, place.postal_code.as_ref().map_or("", |code| code.as_str()));
    words.add(at, Part::Address, &fold(&place.address));
    words.add(at, Part::Address, &fold(&place.address_extra));
    words.add(at, Part::Offer, &fold(&place.parent));
    collect_values(words, at, &place.services);
    collect_values(words, at, &place.programmes);
    collect_values(words, at, &place.publics);
    collect_values(words, at, &place.special_care);
    for label in &place.other_labels {
        words.add(at, Part::Offer, &fold(label));
    }
    words.add(at, Part::Text, &fold(&place.summary));
    words.add(at, Part::Text, &fold(&place.detail));
}

fn collect_values<T: StandardValue>(words: &mut Collector, at: u32, values: &Values<T>) {
    for value in &values.known {
        words.add_known(at, Part::Offer, value.label());
    }
    for other in &values.other {
        words.add(at, Part::Offer, &fold(other));
    }
}

#[cfg(test)]
mod tests;
