//! The words of generated passphrases: easy to say on the phone and to type, told apart by their first four letters.

use super::error::ContentError;
use std::sync::OnceLock;

const FILE: &str = "words.txt";
const TEXT: &str = include_str!("words.txt");
/// Ten bits choose one.
const COUNT: usize = 1_024;

/// The words, in alphabetical order, read once.
pub fn words() -> Result<&'static [&'static str; COUNT], &'static ContentError> {
    static READ: OnceLock<Result<Box<[&'static str; COUNT]>, ContentError>> = OnceLock::new();
    READ.get_or_init(|| read(TEXT)).as_ref().map(Box::as_ref)
}

fn read(text: &'static str) -> Result<Box<[&'static str; COUNT]>, ContentError> {
    let words: Vec<&'static str> = text.lines().collect();
    let found = words.len();
    words
        .into_boxed_slice()
        .try_into()
        .map_err(|_| ContentError { file: FILE, fault: format!("{found} words instead of {COUNT}") })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::fold::fold;
    use std::collections::BTreeSet;

    #[test]
    fn the_words_are_sorted_short_and_plain() {
        let words = words().unwrap();
        assert!(words.is_sorted());
        for word in words {
            assert!((4..=8).contains(&word.len()) && word.bytes().all(|c| c.is_ascii_lowercase()), "{word}");
            assert_eq!(fold(word), *word, "typed again in any way, it is the same");
        }
    }

    #[test]
    fn four_letters_tell_each_word() {
        let starts: BTreeSet<&str> = words().unwrap().iter().map(|word| &word[..4]).collect();
        assert_eq!(starts.len(), COUNT);
    }

    /// One letter put, left out or changed.
    fn are_near(a: &str, b: &str) -> bool {
        let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
        let same_start = short.bytes().zip(long.bytes()).take_while(|(a, b)| a == b).count();
        match long.len() - short.len() {
            0 => short[same_start..].len() <= 1 || short[same_start + 1..] == long[same_start + 1..],
            1 => short[same_start..] == long[same_start + 1..],
            _ => false,
        }
    }

    #[test]
    fn a_slip_of_one_letter_never_gives_another_word() {
        assert!(are_near("pomme", "pommes") && are_near("poire", "foire") && are_near("lune", "luge"));
        assert!(!are_near("lune", "lutin") && !are_near("fable", "tables"));
        let words = words().unwrap();
        for (at, word) in words.iter().enumerate() {
            let near: Vec<_> = words[at + 1..].iter().filter(|other| are_near(word, other)).collect();
            assert!(near.is_empty(), "{word}: {near:?}");
        }
    }

    #[test]
    fn a_list_of_another_length_is_refused() {
        let error = read("abeille\naccent\n").unwrap_err();
        assert_eq!(error.to_string(), "content file words.txt: 2 words instead of 1024");
    }
}
