//! Where the values of a cell end.

/// Cuts a cell before each sign where a value ends, and takes that sign away.
pub fn split(text: &str, ends_value: fn(&str) -> bool) -> Vec<&str> {
    let mut values = Vec::new();
    let mut start = 0;
    for (at, byte) in text.bytes().enumerate() {
        // The signs where a value may end.
        if matches!(byte, b'|' | b';' | b',') && ends_value(text.get(at..).unwrap_or("")) {
            values.extend(text.get(start..at));
            start = at + 1;
        }
    }
    values.extend(text.get(start..));
    values
}

/// Between free texts.
pub fn starts_with_bar(rest: &str) -> bool {
    rest.starts_with('|')
}

/// Between values of a closed list: version 0.1, and what explains the present one, put a semicolon.
pub fn starts_with_separator(rest: &str) -> bool {
    rest.starts_with(['|', ';'])
}

/// Between web addresses, which may hold a semicolon.
pub fn ends_link(rest: &str) -> bool {
    rest.starts_with('|') || rest.strip_prefix(';').is_some_and(begins_link)
}

/// Version 0.1 put a comma at first.
pub fn ends_former_link(rest: &str) -> bool {
    ends_link(rest) || rest.strip_prefix(',').is_some_and(begins_link)
}

fn begins_link(text: &str) -> bool {
    let text = text.trim_start();
    text.starts_with("http") || text.starts_with("www.")
}
