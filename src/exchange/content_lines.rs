//! Content lines, which calendars (RFC 5545) and cards (RFC 2426) are made of: folded at 75 octets, with escaped texts.

use crate::records::clean_text;

/// The longest line, in octets.
pub(super) const LINE_MAX: usize = 75;

/// Content lines, each ended and folded as the standard wants.
#[derive(Debug, Default)]
pub(super) struct Lines(String);

impl Lines {
    /// A line that is already as the standard wants it.
    pub(super) fn push(&mut self, line: &str) {
        let mut width = 0;
        for letter in line.chars() {
            if width + letter.len_utf8() > LINE_MAX {
                self.0.push_str("\r\n ");
                width = 1;
            }
            self.0.push(letter);
            width += letter.len_utf8();
        }
        self.0.push_str("\r\n");
    }

    /// All of them.
    pub(super) fn text(self) -> String {
        self.0
    }

    /// A property that holds a text; what is empty is left out.
    pub(super) fn push_text(&mut self, name: &str, text: &str) {
        if !text.trim().is_empty() {
            self.push(&format!("{name}:{}", escaped(text)));
        }
    }
}

/// A text without what would end it or its line, and without the control characters that the standard refuses.
pub(super) fn escaped(text: &str) -> String {
    let cleaned = clean_text(text);
    let mut escaped = String::with_capacity(cleaned.len());
    for letter in cleaned.chars() {
        match letter {
            '\\' | ';' | ',' => escaped.extend(['\\', letter]),
            '\n' => escaped.push_str("\\n"),
            _ => escaped.push(letter),
        }
    }
    escaped
}
