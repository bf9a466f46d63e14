//! Where the values of a cell end.

use memchr::memchr3_iter;

/// Cuts a cell before each sign where a value ends, and takes that sign away.
pub fn split(text: &str, ends_value: fn(&str) -> bool) -> impl Iterator<Item = &str> {
    // The signs where a value may end.
    let signs = memchr3_iter(b'|', b';', b',', text.as_bytes());
    let ends = signs.filter(move |at| text.get(*at..).is_some_and(ends_value)).chain([text.len()]);
    let mut start = 0;
    ends.filter_map(move |end| {
        let value = text.get(start..end);
        start = end + 1;
        value
    })
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
