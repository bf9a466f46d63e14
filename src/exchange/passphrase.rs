//! Passphrases: six words drawn by the program, and the form in which what people type is compared.

use crate::domain::fold::fold;

/// The words to draw from: ten bits choose one.
pub type WordList = [&'static str; 1_024];

/// The ten bits that choose a word.
const MASK: u16 = 0x3ff;

/// Six words joined by hyphens, chosen by the ten low bits of each number: sixty bits in all. The numbers must come from
/// a source made for secrets.
pub fn passphrase(words: &WordList, drawn: [u16; 6]) -> String {
    // Ten bits never point beyond the list.
    let chosen = drawn.iter().filter_map(|number| words.get(usize::from(number & MASK)).copied());
    chosen.collect::<Vec<_>>().join("-")
}

/// What a passphrase comes down to: neither case, accents, spaces nor hyphens count, so that typing it again by hand
/// works on any keyboard. Every other sign counts.
pub fn normalised(passphrase: &str) -> String {
    let mut text = String::with_capacity(passphrase.len());
    for c in passphrase.chars() {
        match c {
            _ if c.is_whitespace() || is_hyphen(c) => {}
            // A combining accent, or what a phone puts in unasked.
            '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => {}
            '’' | '‘' => text.push('\''),
            _ if c.is_alphanumeric() => text.push_str(&fold(c.encode_utf8(&mut [0; 4]))),
            _ => text.push(c),
        }
    }
    text
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '_' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn words() -> WordList {
        let names: Vec<&'static str> = (0..1_024).map(|n| &*Box::leak(format!("mot{n}").into_boxed_str())).collect();
        names.try_into().unwrap()
    }

    #[test]
    fn ten_bits_choose_each_word() {
        let words = words();
        assert_eq!(passphrase(&words, [0, 1, 2, 1_023, 512, 7]), "mot0-mot1-mot2-mot1023-mot512-mot7");
        assert_eq!(passphrase(&words, [1_024, u16::MAX, 2_050, 0, 0, 0]), "mot0-mot1023-mot2-mot0-mot0-mot0");
        let all: BTreeSet<String> = (0..=u16::MAX).map(|n| passphrase(&words, [n; 6])).collect();
        assert_eq!(all.len(), 1_024, "every word, as often as any other");
    }

    #[test]
    fn typed_again_by_hand_it_is_the_same() {
        for typed in [
            "abeille-citron-piano",
            "Abeille Citron Piano ",
            "ABEILLE\u{a0}–\u{a0}CITRON — PIANO",
            "abeillecitronpiano",
            "abéille-cîtron-pianO\u{301}",
            "abeille\u{200b}-\u{ad}citron\npiano",
        ] {
            assert_eq!(normalised(typed), "abeillecitronpiano", "{typed:?}");
        }
        assert_eq!(normalised("L’été : 3 œufs!"), "l'ete:3oeufs!");
        for (one, other) in [("a!b", "ab"), ("a1", "a2"), ("мир", "мір"), ("日本", "日")] {
            assert_ne!(normalised(one), normalised(other));
        }
        assert_eq!(normalised(" - "), "");
    }
}
