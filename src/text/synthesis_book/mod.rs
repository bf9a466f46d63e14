//! The synthesis as a document: what is essential on its first page, then everything that was published, a row for each question.

mod answers;
mod charts;
mod essential;
mod sessions;
#[cfg(test)]
mod tests;

pub use charts::charts;

use super::evaluation;
use super::evaluation_figures as figures;
use super::evaluation_told as told;
use super::format;
use super::programme as words;
use super::synthesis::{Audience, Source};
use crate::domain::book::{Book, Chapter, Opening, Part as BookPart};
use crate::domain::evaluation::ledger::Ledger;
use crate::domain::evaluation::survey::QuestionId;
use crate::domain::evaluation::synthesis::{Part, Stage};

/// The document.
pub fn book(source: Source<'_>, audience: Audience) -> Book {
    let title = match (audience, source.stage) {
        (Audience::Partners, _) => "Synthèse pour les partenaires",
        (Audience::Commissioner, Stage::OnTheWay) => "Synthèse d’étape",
        (Audience::Commissioner, Stage::Closing) => "Synthèse de fin de cycle",
    };
    let name = words::cycle_name(&source.programme.cycle);
    let mut chapters = vec![essential::chapter(source, audience)];
    chapters.extend(comment_chapter(source, audience));
    chapters.push(answers_chapter(source, audience));
    chapters.extend(source.ledgers().map(|(part, ledger)| part_chapter(source, part, ledger, audience)));
    chapters.extend(sessions_chapter(source, audience));
    Book {
        title: title.to_owned(),
        subtitle: name.clone(),
        cover: cover(source),
        foot: format!("{title} – {name} – édité le {}", format::date(source.today)),
        opening: Opening::Head,
        chapters,
    }
}

fn cover(source: Source<'_>) -> Vec<(String, String)> {
    let mut facts = vec![("Période".to_owned(), words::cycle_dates(&source.programme.cycle))];
    if !source.programme.provider.name.is_empty() {
        facts.push(("Organisme de formation".to_owned(), source.programme.provider.name.clone()));
    }
    let published = told::published(source.synthesis);
    if !published.is_empty() {
        facts.push(("Chiffres".to_owned(), published.join("\n")));
    }
    facts.push(("Édité le".to_owned(), format::date(source.today)));
    facts
}

/// What the team says of the whole cycle, whatever was published.
fn comment_chapter(source: Source<'_>, audience: Audience) -> Option<Chapter> {
    let comment = source.synthesis.comment(None);
    let is_told = audience == Audience::Commissioner && !comment.is_empty();
    is_told.then(|| Chapter::following("Ce que l’équipe en retient", vec![BookPart::Text(comment.to_owned())]))
}

/// The title of the chapter after which the closing file puts who came.
pub const ANSWERS: &str = "Qui a répondu";

fn answers_chapter(source: Source<'_>, audience: Audience) -> Chapter {
    if let Some(fault) = figures::standing(source.synthesis.standing) {
        return Chapter::on_new_page(ANSWERS, vec![BookPart::Text(fault.to_owned())]);
    }
    let said = match source.ledgers().next() {
        Some(_) => evaluation::protection(source.synthesis.threshold().unwrap_or(source.threshold)),
        None => told::NOTHING_PUBLISHED.to_owned(),
    };
    let mut parts = vec![BookPart::Text(said)];
    // Partners are told of all sessions together, which the first page says.
    let table = answers::table(source, audience);
    if audience == Audience::Commissioner && !table.rows.is_empty() {
        parts.push(BookPart::Table(table));
    }
    Chapter::on_new_page(ANSWERS, parts)
}

fn part_chapter(source: Source<'_>, part: Part, ledger: &Ledger, audience: Audience) -> Chapter {
    let words = source.words(part);
    let drawn = charts(part, &source.things(part), |id| words.asked(id));
    let mut parts: Vec<BookPart> = drawn.into_iter().map(BookPart::Chart).collect();
    if parts.is_empty() {
        parts.push(BookPart::Text(told::TOO_FEW.to_owned()));
    }
    if audience == Audience::Commissioner {
        parts.extend(quotes(source, part));
        let matrices = sessions::matrices(source, part, ledger);
        if !matrices.is_empty() {
            parts.push(BookPart::Heading("Session par session".to_owned()));
            // How these tables are read is said once.
            if source.ledgers().next().is_some_and(|(first, _)| first == part) {
                parts.push(BookPart::Text(sessions::READING.to_owned()));
            }
            parts.extend(matrices.into_iter().map(BookPart::Table));
        }
    }
    Chapter::following(evaluation::part(part), parts)
}

/// The words that were chosen, under the question that they answer.
fn quotes(source: Source<'_>, part: Part) -> Vec<BookPart> {
    let words = source.words(part);
    let chosen: Vec<(&QuestionId, &str)> = source.synthesis.quotes(part, source.written).collect();
    let mut asked: Vec<&QuestionId> = words.survey.questions().map(|question| &question.id).collect();
    // A question that is not asked any more keeps its answers.
    for (id, _) in &chosen {
        if !asked.contains(id) {
            asked.push(id);
        }
    }
    let mut parts = Vec::new();
    for id in asked {
        let said = chosen.iter().filter(|(of, _)| *of == id);
        let said: Vec<String> = said.map(|(_, words)| format!("«\u{202f}{words}\u{202f}»")).collect();
        if said.is_empty() {
            continue;
        }
        if parts.is_empty() {
            parts.push(BookPart::Heading("Paroles choisies".to_owned()));
        }
        parts.push(BookPart::Subheading(words.asked(id)));
        parts.push(BookPart::List(said));
    }
    parts
}

/// What the team says of each session; those of which it says nothing have no place here.
fn sessions_chapter(source: Source<'_>, audience: Audience) -> Option<Chapter> {
    let mut parts = Vec::new();
    for session in source.programme.sessions.iter().filter(|_| audience == Audience::Commissioner) {
        let comment = source.synthesis.comment(Some(&session.id));
        if !comment.is_empty() {
            let on = session.held_on.map(|on| format!(", {}", format::date(on))).unwrap_or_default();
            parts.push(BookPart::Heading(format!("Session {}{on}", source.programme.number(&session.id))));
            parts.push(BookPart::Text(comment.to_owned()));
        }
    }
    (!parts.is_empty()).then(|| Chapter::following("Ce que l’équipe dit de chaque session", parts))
}
