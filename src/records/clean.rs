//! Text without what nobody can see. Everything that is typed or imported passes here, so that what is stored is clean.

use serde_json::Value;
use std::borrow::Cow;

/// The longest text of a record. Screens stop before; a longer one is cut, since no exchange file would carry it.
pub const MAX_TEXT_CHARS: usize = 20_000;

/// Removes control characters and marks that reorder what is read. Every line end becomes `\n`; tabs stay. Cleaning
/// a clean text changes nothing.
pub fn clean_text(text: &str) -> Cow<'_, str> {
    if !holds(text, |c| is_hidden(c) || is_line_end(c)) {
        return Cow::Borrowed(text);
    }
    let mut cleaned = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' if chars.peek() == Some(&'\n') => {}
            _ if is_line_end(c) => cleaned.push('\n'),
            _ if is_hidden(c) => {}
            _ => cleaned.push(c),
        }
    }
    Cow::Owned(cleaned)
}

/// Cleans every text of a value, in place. A number with decimals becomes a text: its bytes would not be the same
/// everywhere. Names of members are left alone: nobody reads them.
pub fn clean_value(value: &mut Value) {
    match value {
        Value::String(text) => clean_in_place(text),
        Value::Array(values) => values.iter_mut().for_each(clean_value),
        Value::Object(members) => members.values_mut().for_each(clean_value),
        Value::Number(number) if number.is_f64() => *value = Value::String(number.to_string()),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn clean_in_place(text: &mut String) {
    if let Cow::Owned(cleaned) = clean_text(text) {
        *text = cleaned;
    }
    if text.len() > MAX_TEXT_CHARS
        && let Some((end, _)) = text.char_indices().nth(MAX_TEXT_CHARS)
    {
        text.truncate(end);
    }
}

/// Whether a text holds characters that are hidden.
pub fn hides_something(text: &str) -> bool {
    holds(text, is_hidden)
}

/// Whether a text holds such a character, all of them controls, marks or line ends: most texts are told clean by their
/// bytes.
fn holds(text: &str, is_such: fn(char) -> bool) -> bool {
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|byte| !is_ordinary(byte)) {
        let mut chars = rest.get(at..).unwrap_or_default().chars();
        if chars.next().is_some_and(is_such) {
            return true;
        }
        rest = chars.as_str();
    }
    false
}

/// Whether a text holds no control, not even a tab or a line end, and none of the letters whose bytes begin like those of
/// hidden marks: nearly every text.
pub fn is_plain(text: &str) -> bool {
    text.bytes().all(is_ordinary)
}

/// Whether nothing that is cleaned begins with this byte.
fn is_ordinary(byte: u8) -> bool {
    #[expect(clippy::indexing_slicing, reason = "checked when compiled")]
    const ORDINARY: [bool; 256] = {
        let mut ordinary = [true; 256];
        let mut byte = 0;
        while byte < 256 {
            ordinary[byte] = !matches!(byte, 0..0x20 | 0x7f | 0xc2 | 0xd8 | 0xe2 | 0xef);
            byte += 1;
        }
        ordinary
    };
    ORDINARY.get(usize::from(byte)).is_some_and(|ordinary| *ordinary)
}

fn is_line_end(c: char) -> bool {
    matches!(c, '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Controls and marks that change what is read without being seen. Joiners are not among them: Arabic, Persian and
/// emoji need them.
pub fn is_hidden(c: char) -> bool {
    let is_control = c.is_control() && !matches!(c, '\n' | '\t') && !is_line_end(c);
    is_control
        || matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{061c}' | '\u{2060}' | '\u{feff}')
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;

    #[test]
    fn removes_what_nobody_sees_and_keeps_the_rest() {
        for (text, expected) in [
            ("L’été\u{a0}: «\u{202f}oui\u{202f}»", "L’été\u{a0}: «\u{202f}oui\u{202f}»"),
            ("deux\r\nlignes\rtrois\u{2028}quatre\n", "deux\nlignes\ntrois\nquatre\n"),
            ("a\tb", "a\tb"),
            ("a\u{0}b\u{1b}[31m", "ab[31m"),
            ("facture\u{202e}gpj.exe", "facturegpj.exe"),
            ("\u{feff}début", "début"),
            ("👩\u{200d}🏫", "👩\u{200d}🏫"),
            ("", ""),
        ] {
            assert_eq!(clean_text(text), expected, "{text:?}");
        }
    }

    #[test]
    fn cleans_the_texts_of_a_value_at_any_depth() {
        let mut value = json!({ "a": ["x\u{0}", { "b": "y\u{202e}" }], "n": 3, "z": null });
        clean_value(&mut value);
        assert_eq!(value, json!({ "a": ["x", { "b": "y" }], "n": 3, "z": null }));
    }

    #[test]
    fn what_no_file_would_carry_is_not_stored() {
        let mut value = json!({ "text": "é".repeat(MAX_TEXT_CHARS + 1), "share": 0.5, "count": 3 });
        clean_value(&mut value);
        assert_eq!(value, json!({ "text": "é".repeat(MAX_TEXT_CHARS), "share": "0.5", "count": 3 }));
    }

    proptest! {
        #[test]
        fn bytes_tell_what_characters_do(text in "[a-z’é\u{0}-\u{9f}\u{600}-\u{6ff}\u{2000}-\u{206f}\u{feff}\u{fefe}😀]{0,12}") {
            prop_assert_eq!(hides_something(&text), text.chars().any(is_hidden));
            prop_assert_eq!(holds(&text, is_line_end), text.chars().any(is_line_end));
        }
    }

    proptest! {
        #[test]
        fn cleaning_twice_changes_nothing(text in any::<String>()) {
            let once = clean_text(&text).into_owned();
            prop_assert_eq!(clean_text(&once), once.as_str());
        }
    }
}
