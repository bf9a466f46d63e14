//! The files of the project, and Rust sources cut into code and texts.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// What is never looked into: made by tools, or not ours.
const SKIPPED: [&str; 7] = [".git", "target", "dist", "node_modules", "results", "package-lock.json", "Cargo.lock"];

/// A text file, named from the root of the project with `/`.
pub struct File {
    pub path: String,
    pub text: String,
}

/// A line of Rust, with its comments gone and its texts apart.
#[derive(Debug, Default, PartialEq)]
pub struct Line {
    pub number: usize,
    /// What is left once texts are emptied: `say("", x)`.
    pub code: String,
    /// The texts that start on this line.
    pub texts: Vec<String>,
}

/// A Rust source without its tests.
pub struct Source {
    pub path: String,
    pub lines: Vec<Line>,
}

impl Source {
    pub fn new(path: &str, text: &str) -> Self {
        let mut lines = lex(text);
        // By convention the tests of a file are its last module.
        if let Some(tests) = lines.windows(2).position(|pair| {
            pair[0].code.trim() == "#[cfg(test)]" && pair[1].code.trim_start().starts_with("mod tests {")
        }) {
            lines.truncate(tests);
        }
        Self { path: path.to_owned(), lines }
    }

    pub fn is_in(&self, places: &[&str]) -> bool {
        places.iter().any(|place| self.path.starts_with(place))
    }
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every text file of the project.
pub fn files() -> &'static [File] {
    static FILES: LazyLock<Vec<File>> = LazyLock::new(read_files);
    &FILES
}

/// The sources of the product, without tests.
pub fn sources() -> &'static [Source] {
    static SOURCES: LazyLock<Vec<Source>> = LazyLock::new(read_sources);
    &SOURCES
}

fn read_files() -> Vec<File> {
    let mut files = Vec::new();
    let mut folders = vec![root()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if SKIPPED.contains(&name.as_str()) {
                continue;
            }
            if path.is_dir() {
                folders.push(path);
            } else if let Ok(text) = fs::read_to_string(&path) {
                files.push(File { path: relative(&path), text });
            }
        }
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

fn relative(path: &Path) -> String {
    path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/")
}

fn read_sources() -> Vec<Source> {
    let is_rust = |file: &&File| file.path.starts_with("src/") && file.path.ends_with(".rs");
    let tests = test_modules(files());
    let is_test = |file: &File| tests.iter().any(|name| file.path.ends_with(&format!("/{name}.rs")));
    let sources = files().iter().filter(is_rust).filter(|file| !is_test(file));
    sources.map(|file| Source::new(&file.path, &file.text)).collect()
}

/// The names of the files that are compiled for tests only.
fn test_modules(files: &[File]) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for file in files {
        let mut lines = file.text.lines().map(str::trim);
        while let Some(line) = lines.next() {
            if line != "#[cfg(test)]" {
                continue;
            }
            let Some(next) = lines.next() else { break };
            let by_path = next.strip_prefix("#[path = \"").and_then(|rest| rest.strip_suffix(".rs\"]"));
            let by_name = next.strip_prefix("mod ").and_then(|rest| rest.strip_suffix(';'));
            names.extend(by_path.or(by_name).map(str::to_owned));
        }
    }
    names
}

/// Cuts Rust into lines of code and texts.
fn lex(text: &str) -> Vec<Line> {
    let mut lines = vec![Line { number: 1, ..Line::default() }];
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let line = lines.last_mut().unwrap();
        let (taken, content) = token(rest, line.code.chars().last());
        match content {
            Token::Code => line.code.push(first),
            Token::Comment => {}
            Token::Text => {
                line.code.push_str("\"\"");
                line.texts.push(rest[..taken].to_owned());
            }
        }
        let passed = rest[..taken].matches('\n').count();
        let number = line.number;
        lines.extend((1..=passed).map(|n| Line { number: number + n, ..Line::default() }));
        rest = &rest[taken..];
    }
    lines
}

enum Token {
    Code,
    Comment,
    Text,
}

/// The length of what `rest` starts with, and what it is.
fn token(rest: &str, before: Option<char>) -> (usize, Token) {
    let is_word = before.is_some_and(|c| c.is_alphanumeric() || c == '_');
    if rest.starts_with("//") {
        return (rest.find('\n').unwrap_or(rest.len()), Token::Comment);
    }
    if rest.starts_with("/*") {
        return (rest.find("*/").map_or(rest.len(), |end| end + 2), Token::Comment);
    }
    if rest.starts_with('"') {
        return (text_end(rest), Token::Text);
    }
    if let Some(hashes) =
        rest.strip_prefix('r').filter(|_| !is_word).map(|rest| rest.len() - rest.trim_start_matches('#').len())
        && rest[1 + hashes..].starts_with('"')
    {
        let close = format!("\"{}", "#".repeat(hashes));
        let start = 2 + hashes;
        return (rest[start..].find(&close).map_or(rest.len(), |end| start + end + close.len()), Token::Text);
    }
    let letter = rest.chars().next().map_or(0, char::len_utf8);
    if rest.starts_with("'\\") {
        return (rest[3..].find('\'').map_or(rest.len(), |end| end + 4), Token::Comment);
    }
    if rest.starts_with('\'') && rest.chars().nth(2) == Some('\'') {
        return (2 + rest.chars().nth(1).map_or(0, char::len_utf8), Token::Comment);
    }
    (letter, Token::Code)
}

fn text_end(rest: &str) -> usize {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

#[test]
fn code_comments_and_texts_are_told_apart() {
    let source = concat!(
        "let a = say(\"l’été \\\" // non\", 'x'); // \"commentaire\"\n",
        "/* \"rien\" */ let b = r#\"brut \" ici\"#;\n",
        "let c = b'\"'; let d: &'static str = \"fin\";\n",
        "#[cfg(test)]\nmod tests { let e = \"essai\"; }\n",
    );
    let read = Source::new("x.rs", source);
    let texts: Vec<_> = read.lines.iter().map(|line| (line.number, line.texts.join("|"))).collect();
    let expected = [(1, "\"l’été \\\" // non\""), (2, "r#\"brut \" ici\"#"), (3, "\"fin\"")];
    assert_eq!(texts, expected.map(|(number, text)| (number, text.to_owned())));
    assert_eq!(read.lines[0].code.trim(), "let a = say(\"\", );");
}
