//! In the room: who comes, and the sheet that everybody signs.

use super::mentions::identity;
use super::{Block, Sheet, Source, Table, Width, head};
use crate::domain::programme::hours::Half;
use crate::domain::programme::person::Professional;
use crate::text::programme as words;
use crate::text::programme_wording::Part;
use std::sync::Arc;

/// How many lines are left, at the most, for people who come without a place.
const LEFT: usize = 2;

/// Those who have a place, in the order of names; nobody on a blank sheet.
fn people(source: Source<'_>) -> Vec<&Arc<Professional>> {
    if source.is_blank { Vec::new() } else { source.programme.registered(&source.session.id) }
}

/// So many rows: people first, then lines to fill.
fn filled(mut rows: Vec<Vec<String>>, lines: usize, columns: usize) -> Vec<Vec<String>> {
    let first = rows.len() + 1;
    for number in first..first + lines {
        let mut row = vec![number.to_string()];
        row.resize(columns, String::new());
        rows.push(row);
    }
    rows
}

fn lines_left(source: Source<'_>, people: usize) -> usize {
    let free = (source.session.capacity as usize).saturating_sub(people);
    if source.is_blank { free } else { free.min(LEFT) }
}

/// Who comes, from where, and as what.
pub fn participants(source: Source<'_>) -> Sheet {
    let people = people(source);
    let row = |(nth, person): (usize, &&Arc<Professional>)| {
        vec![(nth + 1).to_string(), person.listed_name(), source.structure(person), person.function.clone()]
    };
    let rows: Vec<_> = people.iter().enumerate().map(row).collect();
    let lines = if source.is_blank { lines_left(source, 0) } else { 0 };
    let table = Table {
        caption: "Participantes et participants".to_owned(),
        heads: vec![
            head("N°", Width::Number),
            head("Nom et prénom", Width::Wide),
            head("Structure", Width::Wide),
            head("Fonction", Width::Wide),
        ],
        rows: filled(rows, lines, 4),
        is_signed: source.is_blank,
    };
    let blocks = vec![identity(source.provider()), Block::Facts(day(source)), Block::Table(table)];
    Sheet { title: "Liste des participantes et participants".to_owned(), of: source.session_name(), blocks }
}

/// What a sheet says of the day.
pub(super) fn day(source: Source<'_>) -> Vec<(&'static str, String)> {
    vec![("Formation", source.action()), ("Date", source.day()), ("Horaires", source.hours()), ("Lieu", source.place())]
}

/// The sheet that everybody signs on half a day.
pub fn attendance(source: Source<'_>, half: Half) -> Sheet {
    let people = people(source);
    let row = |(nth, person): (usize, &&Arc<Professional>)| {
        let (name, structure) = (person.listed_name(), source.structure(person));
        vec![(nth + 1).to_string(), name, structure, String::new(), String::new()]
    };
    let rows: Vec<_> = people.iter().enumerate().map(row).collect();
    let lines = lines_left(source, people.len());
    let trained = Table {
        caption: "Participantes et participants".to_owned(),
        heads: vec![
            head("N°", Width::Number),
            head("Nom et prénom", Width::Wide),
            head("Structure", Width::Wide),
            head("Retard ou départ", Width::Narrow),
            head("Signature", Width::Wide),
        ],
        rows: filled(rows, lines, 5),
        is_signed: true,
    };
    let mut trainers: Vec<_> = source.trainers().into_iter().map(|name| vec![name, String::new()]).collect();
    if trainers.is_empty() {
        trainers.push(vec![String::new(); 2]);
    }
    let training = Table {
        caption: "Équipe de formation".to_owned(),
        heads: vec![head("Formatrice ou formateur", Width::Wide), head("Signature", Width::Wide)],
        rows: trainers,
        is_signed: true,
    };
    let facts = vec![
        ("Formation", source.action()),
        ("Date", source.day()),
        (words::half(half), source.half_hours(half)),
        ("Lieu", source.place()),
    ];
    let blocks = vec![
        identity(source.provider()),
        Block::Facts(facts),
        Block::Table(trained),
        Block::Table(training),
        Block::Lines(source.wording.of(Part::Signing).to_owned()),
    ];
    let title = match half {
        Half::Morning => "Feuille d’émargement du matin",
        Half::Afternoon => "Feuille d’émargement de l’après-midi",
    };
    Sheet { title: title.to_owned(), of: source.session_name(), blocks }
}
