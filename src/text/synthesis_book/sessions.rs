//! What is told of sessions: a row for each question, a column for each session.

use super::super::evaluation;
use super::super::evaluation_figures as figures;
use super::super::format;
use super::super::synthesis::Source;
use super::charts::{Family, together};
use crate::domain::book::{Head, Table, Width};
use crate::domain::evaluation::ledger::Ledger;
use crate::domain::evaluation::synthesis::Part;
use crate::domain::programme::id::SessionId;
use std::collections::{BTreeMap, BTreeSet};

/// How many sessions stand side by side on a sheet.
const ABREAST: usize = 12;

/// In the place of a number that is not told.
const NOT_TOLD: &str = "–";

/// What the numbers are.
pub const READING: &str = "«\u{202f}7/12\u{202f}»\u{a0}: 7\u{a0}personnes ont donné cette réponse, sur 12 dont le questionnaire est compté. Un petit groupe est compté avec d’autres sessions, que dit la colonne «\u{202f}Ensemble\u{202f}»\u{a0}; «\u{202f}–\u{202f}»\u{a0}: compté ailleurs, ou non montré.";

/// A question, session by session.
struct Row {
    title: String,
    /// By number: those that are told alone.
    alone: BTreeMap<usize, String>,
    /// « 1 et 2 : 13/23 ».
    together: Vec<String>,
    whole: String,
}

/// What is told of sessions, for each family of questions and each answer that is counted.
pub fn matrices(source: Source<'_>, part: Part, ledger: &Ledger) -> Vec<Table> {
    let words = source.words(part);
    let mut rows = Vec::new();
    for line in ledger.lines.iter().filter(|line| line.coarse.len() > 1) {
        let (told_of, waits) = (ledger.by_group(line), ledger.waits(line));
        if told_of.is_empty() && waits.is_none() {
            continue;
        }
        let answer = figures::favourable(words, line);
        let mut row =
            Row { title: words.short(&line.about), alone: BTreeMap::new(), together: Vec::new(), whole: String::new() };
        let (mut counted, mut base) = (0, 0);
        for told in &told_of {
            let count = told.blocks.first().map_or(0, |block| block.count);
            (counted, base) = (counted + count, base + told.base());
            let cell = format!("{count}/{}", told.base());
            match source.numbers(&told.sessions) {
                (numbers, 0) if numbers.len() == 1 => {
                    row.alone.extend(numbers.into_iter().map(|one| (one, cell.clone())))
                }
                _ => row.together.push(format!("{}\u{a0}: {cell}", among(source, &told.sessions))),
            }
        }
        row.together.extend(waits.as_ref().map(|waits| {
            let told = waits.bound.map_or_else(|| figures::KEPT_BACK.to_owned(), figures::bound);
            format!("{}\u{a0}: {told}, sur {}", among(source, &waits.sessions), waits.base)
        }));
        row.whole = if waits.is_none() { format!("{counted}/{base}") } else { NOT_TOLD.to_owned() };
        rows.push((Family::of(&line.about, vec![answer.clone()]), (answer, row)));
    }
    let named = |family: &Family, answer: &str| match family {
        Family::Ticked(id) => words.asked(id),
        Family::Commitments => "les engagements".to_owned(),
        Family::Scale(_) => format!("«\u{202f}{answer}\u{202f}»"),
    };
    let of_family = |(family, rows): (Family, Vec<(String, Row)>)| {
        let answer = rows.first().map_or("", |(answer, _)| answer.as_str());
        let caption = format!("{}, par session\u{a0}: {}", evaluation::part(part), named(&family, answer));
        tables(&caption, &rows.into_iter().map(|(_, row)| row).collect::<Vec<_>>())
    };
    together(rows).into_iter().flat_map(of_family).collect()
}

/// « 1, 2 et 3 ».
fn among(source: Source<'_>, sessions: &BTreeSet<SessionId>) -> String {
    let (numbers, gone) = source.numbers(sessions);
    let mut names: Vec<String> = numbers.iter().map(ToString::to_string).collect();
    names.extend((gone > 0).then(|| format::count(format::number(gone), "session retirée", "sessions retirées")));
    format::list(&names)
}

/// The rows of a family, in as many tables as its sessions need.
fn tables(caption: &str, rows: &[Row]) -> Vec<Table> {
    let sessions: BTreeSet<usize> = rows.iter().flat_map(|row| row.alone.keys().copied()).collect();
    let sessions: Vec<usize> = sessions.into_iter().collect();
    let has_groups = rows.iter().any(|row| !row.together.is_empty());
    let mut abreast: Vec<&[usize]> = sessions.chunks(ABREAST).collect();
    if abreast.is_empty() {
        abreast.push(&[]);
    }
    let last = abreast.len() - 1;
    let table = |(nth, sessions): (usize, &&[usize])| {
        let is_last = nth == last;
        let mut heads = vec![Head::new("Question", Width::Wide)];
        heads.extend(sessions.iter().map(|number| Head::new(&number.to_string(), Width::Slim)));
        if is_last && has_groups {
            heads.push(Head::new("Ensemble", Width::Wide));
        }
        if is_last {
            heads.push(Head::new("En tout", Width::Usual));
        }
        let cells = |row: &Row| {
            let mut cells = vec![row.title.clone()];
            cells.extend(
                sessions.iter().map(|number| row.alone.get(number).cloned().unwrap_or_else(|| NOT_TOLD.to_owned())),
            );
            if is_last && has_groups {
                cells.push(row.together.join("\n"));
            }
            if is_last {
                cells.push(row.whole.clone());
            }
            cells
        };
        let caption = match (last, sessions.first(), sessions.last()) {
            (1.., Some(first), Some(end)) => format!("{caption} (sessions {first} à {end})"),
            _ => caption.to_owned(),
        };
        Table { caption, heads, rows: rows.iter().map(cells).collect() }
    };
    abreast.iter().enumerate().map(table).collect()
}
