//! What is typed, and how well each place answers it.

use super::words::{Nearness, Part, is_small};
use super::{DirectoryIndex, fold};

/// How well a place answers what was typed: the higher the better, zero for not at all.
pub type Score = u16;

/// Added where the name begins with all that was typed.
const NAME_START: Score = 1_000;

/// What is typed, ready to be looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    folded: String,
}

/// How well the places of each index answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answers<const N: usize> {
    /// By position.
    pub scores: [Vec<Score>; N],
    /// What answers is near to what was typed, not the very words.
    pub forgives: bool,
}

/// The words of an index that a typed one means.
type Meant = Vec<(u32, Nearness)>;

/// An index, but for the places that are described better elsewhere: their words are as if they were nowhere.
#[derive(Clone, Copy, Debug)]
pub struct Searched<'a> {
    index: &'a DirectoryIndex,
    /// By position; those beyond the end are searched.
    left_out: &'a [bool],
}

impl<'a> From<&'a DirectoryIndex> for Searched<'a> {
    fn from(index: &'a DirectoryIndex) -> Self {
        Self { index, left_out: &[] }
    }
}

impl DirectoryIndex {
    /// The index without the places at the positions that are marked.
    pub fn without<'a>(&'a self, left_out: &'a [bool]) -> Searched<'a> {
        Searched { index: self, left_out }
    }
}

impl Searched<'_> {
    /// Where a word is: the positions of places, each with the part of its description.
    fn occurrences(&self, word: u32) -> impl Iterator<Item = (usize, Part)> {
        let is_searched = |place: usize| !self.left_out.get(place).copied().unwrap_or(false);
        self.index.words.occurrences(word).filter(move |(place, _)| is_searched(*place))
    }

    fn matching(&self, typed: &str) -> Meant {
        let mut found = self.index.matching(typed);
        if !self.left_out.is_empty() {
            found.retain(|(word, _)| self.occurrences(*word).next().is_some());
        }
        found
    }
}

impl Query {
    /// None where nothing is typed.
    pub fn read(text: &str) -> Option<Self> {
        let folded = fold(text);
        (!folded.is_empty()).then_some(Self { folded })
    }

    fn words(&self) -> Vec<&str> {
        let all = || self.folded.split(' ');
        let telling: Vec<&str> = all().filter(|word| !is_small(word)).collect();
        if telling.is_empty() { all().collect() } else { telling }
    }

    /// How well each place of each index answers, by position: every word must be found in it. The indexes count as one:
    /// a slip is forgiven in a word that none of them knows, or in every word where none holds them all.
    pub fn answers<'i, const N: usize>(&self, indexes: [impl Into<Searched<'i>>; N]) -> Answers<N> {
        self.answers_of(indexes.map(Into::into))
    }

    fn answers_of<const N: usize>(&self, indexes: [Searched<'_>; N]) -> Answers<N> {
        let typed = self.words();
        let exact: Vec<[Meant; N]> = typed.iter().map(|word| indexes.map(|index| index.matching(word))).collect();
        let near = |word: &str| indexes.map(|searched| searched.index.words.near(word));
        let strict = typed.iter().zip(&exact).map(|(word, exact)| match exact.iter().all(Vec::is_empty) {
            true => near(word),
            false => exact.clone(),
        });
        let strict: Vec<_> = strict.collect();
        let is_a_name = typed.len() > 1 && !is_nothing(&score_all(indexes, &strict, Within::Names));
        let within = if is_a_name { Within::Descriptions } else { Within::All };
        let mut scores = score_all(indexes, &strict, within);
        let mut forgives = exact.iter().any(|exact| exact.iter().all(Vec::is_empty));
        if is_nothing(&scores) {
            forgives = true;
            let lenient = typed.iter().zip(exact).map(|(word, mut exact)| {
                exact.iter_mut().zip(near(word)).for_each(|(meant, near)| meant.extend(near));
                exact
            });
            scores = score_all(indexes, &lenient.collect::<Vec<_>>(), Within::All);
        }
        for (searched, scores) in indexes.into_iter().zip(&mut scores) {
            for (score, name) in scores.iter_mut().zip(&searched.index.names) {
                if *score > 0 && self.begins(name) {
                    *score += NAME_START;
                }
            }
        }
        forgives &= !is_nothing(&scores);
        Answers { scores, forgives }
    }

    /// Whether a name begins so. One word alone must be whole: « caf » is not the beginning of every « Café ».
    fn begins(&self, name: &str) -> bool {
        let rest = name.strip_prefix(self.folded.as_str());
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' ') || self.folded.contains(' '))
    }
}

/// What words are looked for in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Within {
    Names,
    /// But for what people say in other words: whoever types a name looks for it.
    Descriptions,
    All,
}

impl Within {
    fn holds(self, part: Part) -> bool {
        match self {
            Self::Names => part == Part::Name,
            Self::Descriptions => part != Part::Said,
            Self::All => true,
        }
    }
}

fn is_nothing<const N: usize>(scores: &[Vec<Score>; N]) -> bool {
    scores.iter().flatten().all(|score| *score == 0)
}

fn score_all<const N: usize>(indexes: [Searched<'_>; N], words: &[[Meant; N]], within: Within) -> [Vec<Score>; N] {
    let mut number = 0..;
    indexes.map(|index| {
        let of_index = number.next().unwrap_or_default();
        let words = words.iter().filter_map(|meant: &[Meant; N]| meant.get::<usize>(of_index));
        sums(index, words, within)
    })
}

/// The sum of the best of each word; zero where one is missing.
fn sums<'m>(searched: Searched<'_>, words: impl Iterator<Item = &'m Meant>, within: Within) -> Vec<Score> {
    let mut sums = vec![0; searched.index.names.len()];
    let mut best = vec![0; searched.index.names.len()];
    for (number, meant) in words.enumerate() {
        best.fill(0);
        for (word, nearness) in meant {
            for (place, part) in searched.occurrences(*word).filter(|(_, part)| within.holds(*part)) {
                if let Some(best) = best.get_mut(place) {
                    *best = score(part, *nearness).max(*best);
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

/// Where a word is counts first, then how near it is; but a slip never comes before what was really typed, and a whole
/// word comes before the beginnings of all but the names and communes.
fn score(part: Part, nearness: Nearness) -> Score {
    let part = match part {
        Part::Name => 9,
        Part::Where => 7,
        Part::Offer => 5,
        Part::Address => 3,
        Part::Text => 1,
        Part::Said => 0,
    };
    match nearness {
        Nearness::Near => part + 1,
        Nearness::Prefix => 11 + part * 2,
        Nearness::Same => 20 + part * 2,
    }
}
