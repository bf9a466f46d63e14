//! One slip of the keyboard: a letter too many, missing, wrong, or two exchanged.

/// Shorter words are too near one another.
const MIN_CHARS: usize = 4;
/// From this length on, what is typed may be the beginning of a word.
const MIN_PREFIX_CHARS: usize = 6;

/// Whether a slip may be looked for in this word: not in a code, where every digit counts.
pub fn may_be_mistyped(typed: &str) -> bool {
    typed.len() >= MIN_CHARS && typed.bytes().all(|byte| byte.is_ascii_alphabetic())
}

/// Whether one slip at most leads from what was typed to the word, or to its beginning when enough was typed.
pub fn is_near(typed: &str, word: &str) -> bool {
    let (typed, word) = (typed.as_bytes(), word.as_bytes());
    let may_go_on = typed.len() >= MIN_PREFIX_CHARS;
    if word.len() + 1 < typed.len() || (!may_go_on && word.len() > typed.len() + 1) {
        return false;
    }
    let same = typed.iter().zip(word).take_while(|(a, b)| a == b).count();
    let ends = |typed: &[u8], word: &[u8]| if may_go_on { word.starts_with(typed) } else { word == typed };
    let (typed, word) = (typed.get(same..).unwrap_or_default(), word.get(same..).unwrap_or_default());
    match (typed, word) {
        ([], rest) => may_go_on || rest.len() <= 1,
        (left, []) => left.len() <= 1,
        ([a, typed_rest @ ..], [b, word_rest @ ..]) => {
            let is_exchanged = match (typed_rest, word_rest) {
                ([c, typed_rest @ ..], [d, word_rest @ ..]) => a == d && b == c && ends(typed_rest, word_rest),
                _ => false,
            };
            ends(typed_rest, word_rest) || ends(typed_rest, word) || ends(typed, word_rest) || is_exchanged
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn forgives_one_slip_and_no_more() {
        for (typed, word, expected) in [
            ("relias", "relais", true),
            ("relai", "relais", true),
            ("relaiss", "relais", true),
            ("relois", "relais", true),
            ("telais", "relais", true),
            ("rlais", "relais", true),
            ("mediatheqe", "mediatheque", true),
            ("mediatehq", "mediatheque", true),
            ("mediatheqque", "mediatheque", true),
            ("bibliteq", "bibliotheque", false),
            ("riloas", "relais", false),
            ("mari", "mairie", false),
            ("mari", "marie", true),
            ("mairi", "maison", false),
        ] {
            assert_eq!(is_near(typed, word), expected, "{typed} {word}");
        }
        assert!(may_be_mistyped("mari"));
        for code in ["93200", "2a004", "caf", ""] {
            assert!(!may_be_mistyped(code), "{code}");
        }
    }

    /// The distance of Damerau and Levenshtein between two words, by the book.
    fn distance(a: &[u8], b: &[u8]) -> usize {
        let mut rows = vec![vec![0; b.len() + 1]; a.len() + 1];
        for i in 0..=a.len() {
            for j in 0..=b.len() {
                rows[i][j] = if i == 0 || j == 0 {
                    i + j
                } else {
                    let change = rows[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
                    let mut least = change.min(rows[i - 1][j] + 1).min(rows[i][j - 1] + 1);
                    if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                        least = least.min(rows[i - 2][j - 2] + 1);
                    }
                    least
                };
            }
        }
        rows[a.len()][b.len()]
    }

    proptest! {
        #[test]
        fn agrees_with_the_distance_by_the_book(typed in "[abc]{4,9}", word in "[abc]{1,10}") {
            let (a, b) = (typed.as_bytes(), word.as_bytes());
            let expected = if a.len() < MIN_PREFIX_CHARS {
                distance(a, b) <= 1
            } else {
                (0..=b.len()).any(|end| distance(a, &b[..end]) <= 1)
            };
            prop_assert_eq!(is_near(&typed, &word), expected);
        }
    }
}
