//! The synthesis as a document and as tables: for the commissioner, and for the partners of the closing meeting.
//!
//! Its figures come from what was published alone; counts come before shares, distributions before means.

use super::evaluation::{self, Words};
use super::evaluation_figures as figures;
use super::format;
use super::programme_tables::{self as tables, Listed, figure, heads, text};
use crate::domain::book::{Book, Chapter, Head, Part as BookPart, Table as BookTable, Width};
use crate::domain::evaluation::follow_up;
use crate::domain::evaluation::ledger::{Figure, Ledger, Line};
use crate::domain::evaluation::measure::About;
use crate::domain::evaluation::moderation::Written;
use crate::domain::evaluation::synthesis::{Part, Stage, Standing, Synthesis, improvements};
use crate::domain::exercise::debrief::Threshold;
use crate::domain::programme::gauge::Gauge;
use crate::domain::programme::id::SessionId;
use crate::domain::programme::session::Session;
use crate::domain::programme::whole::Programme;
use crate::exchange::csv::write::{Cell, Table};
use crate::text::programme as words;
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// For whom it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    Commissioner,
    /// No session alone, no words of anybody, nothing of what the trainer says.
    Partners,
}

/// What it is made from.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    pub programme: &'a Programme,
    pub gauge: &'a Gauge,
    /// What was published, or what would be.
    pub synthesis: &'a Synthesis,
    pub end_of_day: Words<'a>,
    pub three_months: Words<'a>,
    /// Texts of both questionnaires.
    pub written: &'a [Written],
    pub threshold: Threshold,
    pub stage: Stage,
    pub today: NaiveDate,
}

impl<'a> Source<'a> {
    fn words(self, part: Part) -> Words<'a> {
        match part {
            Part::EndOfDay | Part::Positioned => self.end_of_day,
            Part::ThreeMonths => self.three_months,
        }
    }

    fn ledgers(self) -> impl Iterator<Item = (Part, &'a Ledger)> {
        let ledgers = self.synthesis.ledgers.iter().map(|(part, ledger)| (*part, ledger));
        ledgers.filter(|(_, ledger)| !ledger.batches.is_empty())
    }

    /// « Session 3 », « Sessions 1, 4 et 5, ensemble ».
    fn sessions(self, sessions: &BTreeSet<SessionId>) -> String {
        let mut numbers: Vec<usize> = sessions.iter().map(|id| self.programme.number(id)).collect();
        numbers.sort_unstable();
        let numbers: Vec<String> = numbers.iter().map(ToString::to_string).collect();
        match numbers.as_slice() {
            [one] => format!("Session {one}"),
            _ => format!("Sessions {}, ensemble", format::list(&numbers)),
        }
    }

    fn trained(self, sessions: &BTreeSet<SessionId>) -> usize {
        let known = sessions.iter().filter_map(|id| self.programme.session(id));
        known.map(|session| follow_up::trained(self.programme, session)).sum()
    }
}

/// A share of a number, once it is known: « 82 % ».
fn share(count: usize, base: usize) -> String {
    if base == 0 { String::new() } else { format::percent(count as f64 / base as f64) }
}

/// The document.
pub fn book(source: Source<'_>, audience: Audience) -> Book {
    let title = match (audience, source.stage) {
        (Audience::Partners, _) => "Synthèse pour les partenaires",
        (Audience::Commissioner, Stage::OnTheWay) => "Synthèse d’étape",
        (Audience::Commissioner, Stage::Closing) => "Synthèse de fin de cycle",
    };
    let name = words::cycle_name(&source.programme.cycle);
    let mut cover = vec![
        ("Cycle".to_owned(), name.clone()),
        ("Période".to_owned(), words::cycle_dates(&source.programme.cycle)),
        ("Édité le".to_owned(), format::date(source.today)),
    ];
    if !source.programme.provider.name.is_empty() {
        cover.push(("Organisme de formation".to_owned(), source.programme.provider.name.clone()));
    }
    let mut chapters = vec![done(source, audience), participation_chapter(source, audience)];
    chapters.extend(source.ledgers().map(|(part, _)| whole_chapter(source, part, audience)));
    if audience == Audience::Commissioner {
        chapters.extend(source.programme.sessions.iter().filter_map(|session| session_chapter(source, session)));
        chapters.extend(actions_chapter(source));
    }
    Book {
        title: title.to_owned(),
        subtitle: name.clone(),
        cover,
        foot: format!("{title} – {name} – édité le {}", format::date(source.today)),
        chapters,
    }
}

/// Every table, each for a file; what the document says in figures, and nothing else.
pub fn files(source: Source<'_>, audience: Audience) -> Vec<Listed> {
    let mut files = vec![tables::indicators(source.programme, source.gauge)];
    if source.synthesis.standing == Standing::Whole {
        files.push(participation(source, audience));
    }
    for (part, ledger) in source.ledgers() {
        files.push(whole(source, part));
        if audience == Audience::Commissioner {
            files.push(by_group(source, part, ledger, None));
        }
    }
    files
}

fn done(source: Source<'_>, audience: Audience) -> Chapter {
    let indicators = tables::indicators(source.programme, source.gauge);
    let mut parts = vec![BookPart::Table(on_paper(&indicators))];
    let comment = source.synthesis.comment(None);
    if !comment.is_empty() && source.stage == Stage::OnTheWay && audience == Audience::Commissioner {
        parts.push(BookPart::Text(comment.to_owned()));
    }
    Chapter::on_new_page("Ce qui est commandé, ce qui est fait", parts)
}

fn participation_chapter(source: Source<'_>, audience: Audience) -> Chapter {
    let parts = match figures::standing(source.synthesis.standing) {
        Some(fault) => vec![BookPart::Text(fault.to_owned())],
        None => {
            let threshold = source.synthesis.threshold().unwrap_or(source.threshold);
            let told = BookPart::Text(evaluation::protection(threshold));
            vec![told, BookPart::Table(on_paper(&participation(source, audience)))]
        }
    };
    Chapter::following("Qui a répondu", parts)
}

/// How many answered, of those who were trained; partners are told of no session.
pub fn participation(source: Source<'_>, audience: Audience) -> Listed {
    let mut rows = Vec::new();
    for (part, ledger) in source.ledgers() {
        let mut groups = ledger.groups();
        groups.sort_by_key(|(sessions, _)| sessions.iter().map(|id| source.programme.number(id)).min());
        let mut row = |of: String, count: usize, trained: usize| {
            let cells =
                [text(evaluation::part(part)), text(of), number(count), number(trained), text(share(count, trained))];
            rows.push(cells.to_vec());
        };
        let apart = if audience == Audience::Commissioner { groups.as_slice() } else { &[] };
        for (sessions, count) in apart {
            row(source.sessions(sessions), *count, source.trained(sessions));
        }
        let all: BTreeSet<SessionId> = groups.into_iter().flat_map(|(sessions, _)| sessions).collect();
        row("En tout".to_owned(), ledger.whole(), source.trained(&all));
    }
    let names = ["Évaluation", "Sessions", "Réponses comptées", "Personnes formées", "Part"];
    Listed {
        caption: "Les réponses comptées".to_owned(),
        file: "synthese-participation",
        table: Table { heads: heads(&names), rows },
    }
}

fn number(count: usize) -> Cell {
    figure(u32::try_from(count).unwrap_or(u32::MAX))
}

fn whole_chapter(source: Source<'_>, part: Part, audience: Audience) -> Chapter {
    let mut parts = vec![BookPart::Table(on_paper(&whole(source, part)))];
    let comment = source.synthesis.comment(None);
    if audience == Audience::Commissioner {
        let quotes: Vec<String> = source
            .synthesis
            .quotes(part, source.written)
            .map(|(_, words)| format!("«\u{202f}{words}\u{202f}»"))
            .collect();
        if !quotes.is_empty() {
            parts.push(BookPart::Heading("Paroles choisies".to_owned()));
            parts.push(BookPart::List(quotes));
        }
        if part == Part::ThreeMonths && source.stage == Stage::Closing && !comment.is_empty() {
            parts.push(BookPart::Heading("Ce que l’équipe en retient".to_owned()));
            parts.push(BookPart::Text(comment.to_owned()));
        }
    }
    Chapter::on_new_page(evaluation::part(part), parts)
}

/// A thing that was asked: what is told of everybody, answer by answer, and what is said where it is not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thing {
    pub title: String,
    /// Each answer, with how many gave it; none where nothing may be told.
    pub answers: Vec<(String, usize)>,
    pub base: usize,
    /// Some are not told yet: a share of the others would mislead.
    pub is_partial: bool,
    /// What is said under the numbers, or in their place.
    pub notes: Vec<String>,
}

impl Thing {
    /// The share of an answer; blank while some are not told.
    pub fn share(&self, count: usize) -> String {
        if self.is_partial { String::new() } else { share(count, self.base) }
    }
}

/// Everything that was asked, with what is told of everybody.
pub fn things(source: Source<'_>, part: Part) -> Vec<Thing> {
    let words = source.words(part);
    let Some(ledger) = source.synthesis.ledgers.get(&part) else { return Vec::new() };
    let thing = |line: &Line| {
        let told = ledger.of_all(line);
        let base = told.as_ref().map_or(0, Figure::base);
        let mut notes = figures::notes(words, ledger, line, base);
        let is_partial = ledger.waits(line).is_some();
        let told = match told {
            Some(told) if told.blocks.len() > 1 => Some(told),
            Some(_) => {
                notes.insert(0, figures::without_detail(line, ledger.is_detailed()).to_owned());
                None
            }
            None => None,
        };
        let mean = told.as_ref().and_then(Figure::mean).filter(|_| !is_partial).map(|mean| {
            let rank = format!("{},{:02}", mean / 100, mean % 100);
            format!("Rang moyen {rank} (1\u{a0}: la première réponse de la liste)")
        });
        notes.extend(mean);
        let blocks = told.into_iter().flat_map(|told| told.blocks);
        let answers = blocks.map(|block| (words.block(&line.about, &block), block.count)).collect();
        Thing { title: words.about(&line.about), answers, base, is_partial, notes }
    };
    ledger.lines.iter().filter(|line| ledger.was_asked(line)).map(thing).collect()
}

fn whole(source: Source<'_>, part: Part) -> Listed {
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for thing in things(source, part) {
        let answers = thing
            .answers
            .iter()
            .map(|(name, count)| vec![text(name), number(*count), text(thing.share(*count)), number(thing.base)]);
        let notes = thing.notes.iter().map(|said| vec![text(said), Cell::Empty, Cell::Empty, Cell::Empty]);
        for (nth, mut row) in answers.chain(notes).enumerate() {
            row.insert(0, if nth == 0 { text(&thing.title) } else { text("") });
            rows.push(row);
        }
    }
    Listed {
        caption: format!("{}, toutes sessions", evaluation::part(part)),
        file: match part {
            Part::EndOfDay => "synthese-fin-de-journee",
            Part::Positioned => "synthese-avant-apres",
            Part::ThreeMonths => "synthese-trois-mois",
        },
        table: Table { heads: heads(&["Question", "Réponse", "Nombre", "Part", "Sur"]), rows },
    }
}

/// What is told of sessions, a row for each thing and each group; nothing where nothing is.
pub fn groups(source: Source<'_>, part: Part) -> Option<Listed> {
    let ledger = source.synthesis.ledgers.get(&part)?;
    Some(by_group(source, part, ledger, None)).filter(|listed| !listed.table.rows.is_empty())
}

/// What is told of sessions, those that one session belongs to or all; answers that are counted in one block are told of
/// everybody only.
fn by_group(source: Source<'_>, part: Part, ledger: &Ledger, only: Option<&SessionId>) -> Listed {
    let words = source.words(part);
    let concerns = |sessions: &BTreeSet<SessionId>| only.is_none_or(|session| sessions.contains(session));
    let mut rows = Vec::new();
    for line in ledger.lines.iter().filter(|line| ledger.was_asked(line)) {
        let mut row = |sessions: String, answer: String, count: Cell, base: Cell, share: String| {
            rows.push(vec![text(words.about(&line.about)), text(sessions), text(answer), count, base, text(share)]);
        };
        if line.coarse.len() < 2 {
            if matches!(line.about, About::Question(_)) {
                let said = figures::FOR_ALL_SESSIONS.to_owned();
                row("Toutes".to_owned(), said, Cell::Empty, Cell::Empty, String::new());
            }
            continue;
        }
        let waits = ledger.waits(line);
        for told in ledger.by_group(line).into_iter().filter(|told| concerns(&told.sessions)) {
            let base = told.base();
            let Some(block) = told.blocks.first() else { continue };
            let share = if waits.is_none() { share(block.count, base) } else { String::new() };
            let answer = words.block(&line.about, block);
            row(source.sessions(&told.sessions), answer, number(block.count), number(base), share);
        }
        if let Some(waits) = waits.filter(|waits| concerns(&waits.sessions)) {
            let told = waits.bound.map_or_else(|| figures::KEPT_BACK.to_owned(), figures::bound);
            let (answer, base) = (figures::favourable(words, line), number(waits.base));
            row(source.sessions(&waits.sessions), answer, text(told), base, String::new());
        }
    }
    // Nothing but what is told elsewhere.
    if rows.iter().all(|row| row.get(3) == Some(&Cell::Empty)) {
        rows.clear();
    }
    Listed {
        caption: match only {
            Some(id) => format!("{}, session {}", evaluation::part(part), source.programme.number(id)),
            None => format!("{}, par session", evaluation::part(part)),
        },
        file: match part {
            Part::EndOfDay => "synthese-fin-de-journee-sessions",
            Part::Positioned => "synthese-avant-apres-sessions",
            Part::ThreeMonths => "synthese-trois-mois-sessions",
        },
        table: Table { heads: heads(&["Question", "Sessions", "Réponse", "Nombre", "Sur", "Part"]), rows },
    }
}

fn session_chapter(source: Source<'_>, session: &Session) -> Option<Chapter> {
    let listed = source.ledgers().map(|(part, ledger)| by_group(source, part, ledger, Some(&session.id)));
    let tables = listed.filter(|listed| !listed.table.rows.is_empty());
    let mut parts: Vec<BookPart> = tables.map(|listed| BookPart::Table(on_paper(&listed))).collect();
    let comment = source.synthesis.comment(Some(&session.id));
    if !comment.is_empty() {
        parts.insert(0, BookPart::Text(comment.to_owned()));
    }
    let on = session.held_on.map(|on| format!(", {}", format::date(on))).unwrap_or_default();
    let title = format!("Session {}{on}", source.programme.number(&session.id));
    (!parts.is_empty()).then(|| Chapter::on_new_page(title, parts))
}

fn actions_chapter(source: Source<'_>) -> Option<Chapter> {
    let told = |action: &crate::domain::programme::log::Action| {
        let due = action.due_on.map(|on| format!("pour le {}", format::date(on)));
        let stand = action.done_on.map(|on| format!("fait le {}", format::date(on))).or(due);
        let details: Vec<String> =
            [Some(action.owner.clone()).filter(|owner| !owner.is_empty()), stand].into_iter().flatten().collect();
        if details.is_empty() { action.label.clone() } else { format!("{} ({})", action.label, details.join(", ")) }
    };
    let actions: Vec<String> = improvements(&source.programme.log).map(told).collect();
    (!actions.is_empty()).then(|| Chapter::on_new_page("Ce que nous corrigeons", vec![BookPart::List(actions)]))
}

/// A table of a file, as it is printed.
pub fn on_paper(listed: &Listed) -> BookTable {
    // Columns that are many share the sheet equally.
    let is_crowded = listed.table.heads.len() > 6;
    let width = |nth: usize, name: &str| match name {
        _ if is_crowded => Width::Wide,
        "Nombre" | "Part" | "Sur" => Width::Narrow,
        _ if nth == 0 => Width::Wide,
        _ => Width::Usual,
    };
    let cell = |cell: &Cell| match cell {
        Cell::Text(text) => text.clone(),
        Cell::Number(number) => u64::try_from(*number).map_or_else(|_| number.to_string(), format::integer),
        Cell::Empty => String::new(),
    };
    BookTable {
        caption: listed.caption.clone(),
        heads: listed.table.heads.iter().enumerate().map(|(nth, name)| Head::new(name, width(nth, name))).collect(),
        rows: listed.table.rows.iter().map(|row| row.iter().map(cell).collect()).collect(),
    }
}

#[cfg(test)]
#[path = "synthesis_tests.rs"]
pub(in crate::text) mod tests;

#[cfg(test)]
#[path = "synthesis_differences.rs"]
mod differences;
