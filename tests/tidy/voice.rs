//! How the product speaks, as far as code can tell.

use super::assert_none;
use super::source::{File, files, sources};

/// Where people read what is written there.
const READ: [&str; 4] = ["src/ui/", "src/text/", "src/content/", "index.html"];

/// Values that must equal those of a standard, spelled by others.
const STANDARD: [&str; 1] = ["src/domain/directory/standard.rs"];

/// In content, the members that hold such values.
const STANDARD_MEMBERS: [&str; 2] = ["\"special_care\"", "\"labels\""];

/// The texts that people read, each with where it stands.
fn texts() -> Vec<(String, String)> {
    let mut texts = Vec::new();
    for source in sources().iter().filter(|source| source.is_in(&READ)) {
        for line in &source.lines {
            texts.extend(line.texts.iter().map(|text| (format!("{}:{}", source.path, line.number), text.clone())));
        }
    }
    let is_content = |file: &&File| file.path.starts_with("src/content/") && file.path.ends_with(".json");
    for file in files().iter().filter(is_content) {
        let is_read = |line: &str| !STANDARD_MEMBERS.iter().any(|name| line.contains(name));
        for (number, line) in file.text.lines().enumerate().filter(|(_, line)| is_read(line)) {
            texts.push((format!("{}:{}", file.path, number + 1), line.to_owned()));
        }
    }
    texts
}

/// Letters of French that no identifier has: a text that holds one is meant for people.
fn is_french(text: &str) -> bool {
    text.chars().any(|c| c.is_alphabetic() && !c.is_ascii()) || text.contains('’')
}

#[test]
fn the_core_says_nothing() {
    let silent = ["src/records/", "src/domain/", "src/exchange/", "src/storage/", "src/browser/"];
    let mut faults = Vec::new();
    for source in sources().iter().filter(|source| source.is_in(&silent) && !source.is_in(&STANDARD)) {
        for line in &source.lines {
            for text in line.texts.iter().filter(|text| is_french(text)) {
                faults.push(format!("{}:{}: {text}", source.path, line.number));
            }
        }
    }
    assert_none(faults, "Return a value or an error, and make its sentence in src/text.");
}

/// Words that we do not use, and why.
const UNUSED: [(&str, &str); 7] = [
    ("anonym", "what is pseudonymous is not anonymous"),
    ("illettr", "say what people do, with what help"),
    ("·", "use words that fit everybody, or both forms in full"),
    ("en difficulté", "say what people do, with what help"),
    ("publics exclus", "say what people do, with what help"),
    ("bravo", "no praise"),
    ("Attention", "say what happens"),
];

#[test]
fn some_words_are_not_ours() {
    let mut faults = Vec::new();
    for (place, text) in texts() {
        for (word, why) in UNUSED.iter().filter(|(word, _)| text.contains(word)) {
            faults.push(format!("{place}: « {word} »: {why}"));
        }
    }
    assert_none(faults, "Write it in other words.");
}

/// What is wrong in the signs of a French text; nothing in one that is meant for machines.
fn wrong_signs(text: &str) -> Vec<&'static str> {
    let mut faults = Vec::new();
    let letters: Vec<char> = text.chars().collect();
    for three in letters.windows(3) {
        match three {
            [a, '\'', b] if a.is_alphabetic() && b.is_alphabetic() => faults.push("a straight apostrophe: ’"),
            [a, ' ', ':' | ';' | '?' | '!' | '»'] if *a != '{' => {
                faults.push("a space that can break before a sign: U+00A0 before a colon, U+202F elsewhere");
            }
            ['«', ' ', _] => faults.push("a space that can break after «: U+202F"),
            [a, '!', ' ' | '"'] if a.is_alphabetic() || *a == '\u{202f}' => faults.push("an exclamation mark"),
            [a, ' ', '%' | '€'] if a.is_ascii_digit() => faults.push("a space that can break before a unit: U+00A0"),
            ['.', '.', '.'] => faults.push("three points: …"),
            _ => {}
        }
    }
    faults
}

#[test]
fn signs_are_french() {
    let mut faults = Vec::new();
    for (place, text) in texts() {
        faults.extend(wrong_signs(&text).into_iter().map(|fault| format!("{place}: {fault}")));
    }
    assert_none(faults, "Mend the sign.");
    for wrong in ["\"l'été\"", "\"oui ; non\"", "\"quoi ?\"", "\"« oui »\"", "\"Enregistré !\"", "\"suite...\""] {
        assert!(!wrong_signs(wrong).is_empty(), "{wrong}");
    }
    for right in ["\"l’été\u{a0}: «\u{202f}oui\u{202f}»\"", "\"tel:0199\"", "\"{name}: {}\"", "\"suite…\""] {
        assert_eq!(wrong_signs(right), [""; 0], "{right}");
    }
}
