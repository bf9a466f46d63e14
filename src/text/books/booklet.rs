//! The participant's booklet: what one takes notes in during the day, and keeps.

use super::{Source, tool};
use crate::domain::book::{Book, Chapter, Head, Part, Table, Width};
use crate::domain::curriculum::glossary::Term;
use crate::text::format;

/// The document.
pub fn booklet(source: Source<'_>) -> Book {
    let mut book = source.empty_book("Livret de la journée");
    book.chapters = vec![
        Chapter::on_new_page("À la fin de la journée", objectives(source)),
        Chapter::on_new_page("La journée, et mes notes", notes(source)),
        Chapter::on_new_page("À qui m’adresser", contacts()),
        Chapter::on_new_page("Les outils", source.tools.tools.iter().flat_map(tool::short).collect()),
        Chapter::on_new_page("Les mots", words(source)),
        Chapter::on_new_page("Mes trois engagements", commitments()),
    ];
    book
}

fn objectives(source: Source<'_>) -> Vec<Part> {
    let mut parts = Vec::new();
    for group in &source.objectives.groups {
        parts.push(Part::Heading(group.title.clone()));
        parts.push(Part::Boxes(group.objectives.iter().map(|one| one.said.clone()).collect()));
    }
    parts
}

fn notes(source: Source<'_>) -> Vec<Part> {
    const LINES: u8 = 5;
    let day = &source.version.day;
    let mut parts = Vec::new();
    for (one, from, to) in day.timeline(day.starts_at).into_iter().filter(|(one, ..)| one.is_work()) {
        parts.push(Part::Heading(one.title.clone()));
        let said = if one.aim.is_empty() {
            format::span(from, to)
        } else {
            format!("{}. {}", format::span(from, to), one.aim)
        };
        parts.push(Part::Text(said));
        parts.push(Part::Writing(LINES));
    }
    parts
}

fn contacts() -> Vec<Part> {
    const ROWS: usize = 12;
    let heads = vec![
        Head::new("Structure", Width::Usual),
        Head::new("Nom et fonction", Width::Wide),
        Head::new("Pour quoi l’appeler", Width::Wide),
        Head::new("Comment", Width::Usual),
    ];
    let rows = vec![vec![String::new(); heads.len()]; ROWS];
    let table = Table { caption: "Les personnes que je peux appeler".to_owned(), heads, rows };
    vec![Part::Text("N’écrivez que ce que la personne vous a donné pour cela.".to_owned()), Part::Table(table)]
}

fn words(source: Source<'_>) -> Vec<Part> {
    let told = |term: &Term| {
        let today = term.today.as_ref().and_then(|id| source.glossary.term(id));
        let today = today.map(|today| format!(" On dit aujourd’hui\u{a0}: {}.", today.term)).unwrap_or_default();
        let stands = term.stands_for.as_ref().map(|stands| format!(" ({stands})")).unwrap_or_default();
        (format!("{}{stands}", term.term), format!("{}{today}", term.meaning))
    };
    vec![Part::Facts(source.glossary.terms.iter().map(told).collect())]
}

fn commitments() -> Vec<Part> {
    let mut parts = vec![Part::Text(
        "Ce que je change dans ma pratique d’ici trois mois. Ces lignes restent avec vous\u{a0}: vous les relirez dans trois mois, \
         pour dire ce qui est fait, ce qui l’est en partie, et ce qui a manqué."
            .to_owned(),
    )];
    for number in 1..=3 {
        parts.push(Part::Heading(format!("Engagement {number}")));
        parts.push(Part::Writing(4));
    }
    parts
}
