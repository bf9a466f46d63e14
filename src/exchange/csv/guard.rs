//! The apostrophe before a text that a spreadsheet would take for a formula. Exports put it, imports take exactly that
//! one away: a cell goes out and comes back the same, whatever it holds.

/// What a spreadsheet may take for the start of a formula, full-width signs included.
const STARTS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// A formula's start, after any number of apostrophes: a cell that already had some must keep them.
fn needs_guard(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(STARTS)
}

/// What to put before a text so that a spreadsheet shows it and computes nothing.
pub fn guard(text: &str) -> &'static str {
    if needs_guard(text) { "'" } else { "" }
}

/// The text without the apostrophe that [`guard`] put before it.
pub fn without_guard(text: &str) -> &str {
    text.strip_prefix('\'').filter(|rest| needs_guard(rest)).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_is_shown_not_computed() {
        for text in ["=1+1", "+33199000012", "-1", "@x", "\tx", "\r=x", "\n", "＝1", "＋1", "－1", "＠x", "'=1", "''-"]
        {
            let written = format!("{}{text}", guard(text));
            assert_eq!(written, format!("'{text}"));
            assert_eq!(without_guard(&written), text);
        }
        for text in ["", "a=1", "1-2", "'", "''", "'ici'", "’=1", "Aujourd'hui"] {
            assert_eq!((guard(text), without_guard(text)), ("", text));
        }
    }
}
