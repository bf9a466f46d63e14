//! How many answered, of those who were trained: a row for each session, a column for each questionnaire.

use super::super::format;
use super::super::synthesis::{Audience, Source, on_paper};
use super::super::synthesis_participation::participation;
use crate::domain::book::{Head, Table, Width};
use crate::domain::evaluation::synthesis::Standing;

/// How many answered in all, by questionnaire.
pub fn in_all(source: Source<'_>, audience: Audience) -> Vec<(String, String)> {
    // How many of them are counted is not known.
    if source.synthesis.standing != Standing::Whole {
        return Vec::new();
    }
    let rows = on_paper(&participation(source, audience)).rows;
    let whole = rows.last().and_then(|row| row.get(1)).cloned();
    let fact = |row: &Vec<String>| match row.as_slice() {
        [part, of, received, trained, share, counted] if Some(of) == whole.as_ref() => {
            let (share, counted) = (in_brackets(share), among(counted, received));
            let received = named(received, "réponse", "réponses");
            let trained = named(trained, "personne formée", "personnes formées");
            Some((part.clone(), format!("{received} sur {trained}{share}{counted}")))
        }
        _ => None,
    };
    rows.iter().filter_map(fact).collect()
}

/// « 12 réponses », « 0 réponse ».
fn named(number: &str, one: &str, many: &str) -> String {
    format!("{number}\u{a0}{}", if matches!(number, "0" | "1") { one } else { many })
}

fn in_brackets(share: &str) -> String {
    if share.is_empty() { String::new() } else { format!(" ({share})") }
}

/// How many are counted, where it is not all of those that came in: some wait, or were set aside since.
fn among(counted: &str, received: &str) -> String {
    if counted == received { String::new() } else { format!(", {counted} dans les chiffres") }
}

/// « 11 sur 12 (92 %) », or what is told together.
fn cell(received: &str, trained: &str, share: &str, counted: &str) -> String {
    if received.is_empty() {
        return format!("{counted} dans les chiffres");
    }
    format!("{received} sur {trained}{}{}", in_brackets(share), among(counted, received))
}

/// The table, made of the one that is a file.
pub fn table(source: Source<'_>, audience: Audience) -> Table {
    let listed = on_paper(&participation(source, audience));
    let (mut parts, mut sessions): (Vec<&String>, Vec<&String>) = (Vec::new(), Vec::new());
    let mut cells = Vec::new();
    for row in &listed.rows {
        let [part, of, received, trained, share, counted] = row.as_slice() else { continue };
        if !parts.contains(&part) {
            parts.push(part);
        }
        if !sessions.contains(&of) {
            sessions.push(of);
        }
        cells.push((part, of, cell(received, trained, share, counted)));
    }
    // What is told of all comes last, whatever sessions a part tells of.
    let in_all = listed.rows.last().and_then(|row| row.get(1));
    sessions.sort_by_key(|of| Some(*of) == in_all);
    let found = |of: &String, part: &String| {
        let found = cells.iter().find(|(one, sessions, _)| *one == part && *sessions == of);
        found.map_or_else(String::new, |(_, _, cell)| cell.clone())
    };
    let row = |of: &&String| {
        let cells = parts.iter().map(|part| found(of, part));
        [(*of).clone()].into_iter().chain(cells).collect()
    };
    let heads = ["Sessions".to_owned()].into_iter().chain(parts.iter().map(|part| format::capitalised(part)));
    Table {
        caption: "Les réponses reçues, sur les personnes formées".to_owned(),
        heads: heads.map(|name| Head::new(&name, Width::Wide)).collect(),
        rows: sessions.iter().map(row).collect(),
    }
}
