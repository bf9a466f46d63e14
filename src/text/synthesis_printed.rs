//! The tables of the document, read back as those of the files: what is printed is subtracted as well as what is exported.

use super::format;
use crate::domain::book::{Part, Table};
use crate::text::programme_tables::heads;
use std::collections::BTreeMap;

pub const WHOLE: [&str; 7] = ["Question", "Réponse", "Nombre", "Part", "Sur", "Base", "Rang moyen, de 1 à 4"];
pub const GROUPS: [&str; 6] = ["Question", "Sessions", "Réponse", "Nombre", "Sur", "Part"];
const AFTER: &str = "– le même, après la journée";

/// A table with the columns of a file.
fn table(names: &[&str], rows: Vec<Vec<String>>) -> Table {
    use crate::domain::book::{Head, Width};
    let heads = heads(names).iter().map(|name| Head::new(name, Width::Usual)).collect();
    Table { caption: String::new(), heads, rows }
}

/// What a part of the document tells; `full` gives the whole title of a question by the one that a row bears.
pub fn read(part: &Part, full: &BTreeMap<String, String>) -> Vec<Table> {
    match part {
        Part::Chart(chart) => vec![of_chart(&chart.table, full)],
        Part::Table(one) if one.heads.first().is_some_and(|head| head.name == "Question") => vec![of_matrix(one, full)],
        Part::Table(one) if one.heads.first().is_some_and(|head| head.name == "Sessions") => vec![of_answers(one)],
        Part::Table(one) => vec![one.clone()],
        _ => Vec::new(),
    }
}

fn of_chart(chart: &Table, full: &BTreeMap<String, String>) -> Table {
    let mut rows = Vec::new();
    let mut before = String::new();
    for row in &chart.rows {
        let title = match row[0].as_str() {
            AFTER => before.replace("(avant la journée)", "(après la journée)"),
            own => full.get(own).cloned().unwrap_or_else(|| own.to_owned()),
        };
        before.clone_from(&title);
        // Nothing is told of it but why.
        if row[2].is_empty() {
            continue;
        }
        let (base, among) = row[2].rsplit_once('\u{a0}').unwrap();
        // A number of objectives counts nobody.
        if among.starts_with("objectif") {
            continue;
        }
        let answers = row[1].lines().next().unwrap().split("\u{202f}; ");
        for answer in answers {
            let counted = answer.split(" (").next().unwrap();
            let (name, count) = counted.rsplit_once('\u{a0}').unwrap();
            let among = if among.starts_with("réponse") { super::AMONG_ANSWERS } else { super::AMONG_ALL };
            let cells = [title.as_str(), &format::capitalised(name), count, "", base, among, ""];
            rows.push(cells.map(str::to_owned).to_vec());
        }
    }
    table(&WHOLE, rows)
}

fn of_matrix(matrix: &Table, full: &BTreeMap<String, String>) -> Table {
    let named = matrix.caption.split_once("«\u{202f}").and_then(|(_, rest)| rest.split_once("\u{202f}»"));
    let answer = named.map_or("Oui", |(answer, _)| answer);
    let mut rows = Vec::new();
    for row in &matrix.rows {
        let title = full.get(&row[0]).cloned().unwrap_or_else(|| row[0].clone());
        let mut tell = |sessions: &str, cell: &str| {
            let (count, base) = cell.rsplit_once(", sur ").or_else(|| cell.split_once('/')).unwrap();
            rows.push([title.as_str(), sessions, answer, count, base, ""].map(str::to_owned).to_vec());
        };
        for (head, cell) in matrix.heads.iter().zip(row).skip(1).filter(|(_, cell)| *cell != "–") {
            match head.name.as_str() {
                "En tout" => tell("En tout", cell),
                "Ensemble" => cell.lines().for_each(|line| {
                    let (sessions, cell) = line.split_once("\u{a0}: ").unwrap();
                    tell(&format!("Sessions {sessions}, ensemble"), cell);
                }),
                number => tell(&format!("Session {number}"), cell),
            }
        }
    }
    table(&GROUPS, rows)
}

fn of_answers(answers: &Table) -> Table {
    let mut rows = Vec::new();
    for row in &answers.rows {
        for (head, cell) in answers.heads.iter().zip(row).skip(1).filter(|(_, cell)| !cell.is_empty()) {
            // « 11 sur 12 (92 %), 8 dans les chiffres », or « 13 dans les chiffres » for those that are told together.
            let counted = cell.strip_suffix(" dans les chiffres").map(|told| told.rsplit(' ').next().unwrap());
            let counted = counted.unwrap_or_else(|| cell.split(' ').next().unwrap());
            rows.push([head.name.as_str(), &row[0], "", "", "", counted].map(str::to_owned).to_vec());
        }
    }
    let names =
        ["Évaluation", "Sessions", "Réponses reçues", "Personnes formées", "Part", "Comptées dans les chiffres"];
    table(&names, rows)
}
