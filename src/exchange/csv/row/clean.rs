//! The text of a cell without what nobody can see.

use super::super::guard::without_guard;
use crate::records::{clean_text, is_hidden, is_plain};
use std::borrow::Cow;

/// A cleaned text.
pub struct Cleaned<'a> {
    pub text: Cow<'a, str>,
    /// Characters with a meaning for machines only were removed, other than a byte order mark.
    pub has_lost_characters: bool,
}

/// Removes control and bidirectional characters, the apostrophe with which exports neutralise formulas, and the spaces
/// around. Line ends become `\n`.
pub fn clean(raw: &str) -> Cleaned<'_> {
    let bare = without_guard(raw.trim());
    if is_plain(bare) {
        return Cleaned { text: Cow::Borrowed(bare), has_lost_characters: false };
    }
    if matches!(clean_text(bare), Cow::Borrowed(_)) && !bare.contains('\t') {
        return Cleaned { text: Cow::Borrowed(bare.trim()), has_lost_characters: false };
    }
    let mut text = String::with_capacity(raw.len());
    let mut has_lost_characters = false;
    let mut chars = bare.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' if chars.peek() == Some(&'\n') => {}
            '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => text.push('\n'),
            '\n' => text.push('\n'),
            '\t' => text.push(' '),
            '\u{feff}' => {}
            _ if is_hidden(c) => has_lost_characters = true,
            _ => text.push(c),
        }
    }
    Cleaned { text: Cow::Owned(text.trim().to_owned()), has_lost_characters }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn removes_what_nobody_sees_and_keeps_the_rest() {
        for (raw, expected, has_lost) in [
            ("  Le Relais ", "Le Relais", false),
            ("deux\r\nlignes\rtrois", "deux\nlignes\ntrois", false),
            ("\u{feff}id", "id", false),
            ("a\u{0}b\u{202e}c\u{2066}", "abc", true),
            ("'+33199000012", "+33199000012", false),
            ("'=1+1", "=1+1", false),
            ("''=1", "'=1", false),
            ("'＝1", "＝1", false),
            ("'Chez nous'", "'Chez nous'", false),
            ("Seine\u{a0}Saint\u{202f}Denis", "Seine\u{a0}Saint\u{202f}Denis", false),
        ] {
            let cleaned = clean(raw);
            assert_eq!((cleaned.text.as_ref(), cleaned.has_lost_characters), (expected, has_lost), "{raw:?}");
        }
    }
}
