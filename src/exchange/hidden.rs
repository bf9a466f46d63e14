//! Characters that nobody sees and that change what is read: refused in every text that comes from a file.

use serde_json::Value;

/// Controls, other than tabs and line ends, and the characters that turn the direction of writing.
pub fn is_hidden(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\t'))
        || matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{061c}' | '\u{2060}' | '\u{feff}')
        || ('\u{202a}'..='\u{202e}').contains(&c)
        || ('\u{2066}'..='\u{2069}').contains(&c)
}

/// Removes hidden characters from every text of a value.
pub fn strip(value: &mut Value) {
    match value {
        Value::String(text) => text.retain(|c| !is_hidden(c)),
        Value::Array(values) => values.iter_mut().for_each(strip),
        Value::Object(members) => members.values_mut().for_each(strip),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn hidden_characters_go_wherever_they_are() {
        let mut value = json!({ "a": ["x\u{202e}y", { "b": "\u{0}z\n" }], "c": 1 });
        strip(&mut value);
        assert_eq!(value, json!({ "a": ["xy", { "b": "z\n" }], "c": 1 }));
    }
}
