//! The synthesis as tables: for the commissioner, and for the partners of the closing meeting.
//!
//! Its figures come from what was published alone; counts come before shares, distributions before means.

use super::evaluation::{self, Words};
use super::evaluation_figures as figures;
use super::format;
use super::programme_tables::{self as tables, Listed, figure, heads, text};
use super::synthesis_participation::participation;
use crate::domain::book::{Head, Table as BookTable, Width};
use crate::domain::evaluation::ledger::{Block, Figure, Ledger, Line};
use crate::domain::evaluation::measure::{About, Category};
use crate::domain::evaluation::moderation::Written;
use crate::domain::evaluation::participation::Received;
use crate::domain::evaluation::survey::SurveyKind;
use crate::domain::evaluation::synthesis::{Part, Stage, Standing, Synthesis};
use crate::domain::exercise::debrief::Threshold;
use crate::domain::programme::gauge::Gauge;
use crate::domain::programme::id::SessionId;
use crate::domain::programme::whole::Programme;
use crate::exchange::csv::write::{Cell, Table};
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
    /// What was published.
    pub synthesis: &'a Synthesis,
    /// How many came in, whether or not they count in what was published.
    pub received: &'a Received,
    pub end_of_day: Words<'a>,
    pub three_months: Words<'a>,
    /// Texts of both questionnaires.
    pub written: &'a [Written],
    pub threshold: Threshold,
    pub stage: Stage,
    pub today: NaiveDate,
}

impl<'a> Source<'a> {
    pub(super) fn words(self, part: Part) -> Words<'a> {
        match part.survey() {
            SurveyKind::EndOfDay => self.end_of_day,
            SurveyKind::ThreeMonths => self.three_months,
        }
    }

    pub(super) fn ledgers(self) -> impl Iterator<Item = (Part, &'a Ledger)> {
        self.synthesis.published_ledgers()
    }

    /// Everything that was asked, with what is told of everybody; nothing before it was published.
    pub(super) fn things(self, part: Part) -> Vec<Thing> {
        self.synthesis.ledgers.get(&part).map_or_else(Vec::new, |ledger| things(self.words(part), ledger))
    }

    /// The numbers of sessions in their cycle, in order; and how many have none, since they left it.
    pub(super) fn numbers(self, sessions: &BTreeSet<SessionId>) -> (Vec<usize>, usize) {
        let all = sessions.iter().map(|id| self.programme.number(id));
        let mut numbers: Vec<usize> = all.filter(|number| *number > 0).collect();
        numbers.sort_unstable();
        let gone = sessions.len() - numbers.len();
        (numbers, gone)
    }

    /// « Session 3 », « Sessions 1, 4 et 5, ensemble », « Session retirée du cycle ».
    pub(super) fn sessions(self, sessions: &BTreeSet<SessionId>) -> String {
        let (numbers, gone) = self.numbers(sessions);
        let gone = (gone > 0).then(|| format::count(format::number(gone), "session retirée", "sessions retirées"));
        let numbers: Vec<String> = numbers.iter().map(ToString::to_string).collect();
        match (numbers.as_slice(), gone) {
            ([one], None) => format!("Session {one}"),
            (_, None) => format!("Sessions {}, ensemble", format::list(&numbers)),
            ([], Some(gone)) => format::capitalised(&format!("{gone} du cycle")),
            ([one], Some(gone)) => format!("Session {one} et {gone} du cycle, ensemble"),
            (_, Some(gone)) => format!("Sessions {} et {gone} du cycle, ensemble", numbers.join(", ")),
        }
    }
}

/// A share of a number, once it is known: « 82 % ».
pub(super) fn share(count: usize, base: usize) -> String {
    if base == 0 { String::new() } else { format::percent(count as f64 / base as f64) }
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
            files.push(by_group(source, part, ledger));
        }
    }
    files
}

pub(super) fn number(count: usize) -> Cell {
    figure(u32::try_from(count).unwrap_or(u32::MAX))
}

/// A thing that was asked: what is told of everybody, answer by answer, and what is said where it is not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thing {
    pub about: About,
    pub title: String,
    /// The same, where its question is said already.
    pub short: String,
    /// Each answer, with how many gave it; none where nothing may be told.
    pub answers: Vec<(String, usize)>,
    /// The same, as they are counted.
    pub blocks: Vec<Block>,
    /// Every answer that may be given, in the order of the questionnaire.
    pub scale: Vec<String>,
    /// How many are counted on it, whether or not they answered.
    pub base: usize,
    /// How many gave the favourable answers, and what these are.
    pub favourable: Option<(String, usize)>,
    /// In hundredths, from 1; said once all the answers are.
    pub rank: Option<usize>,
    /// The same, in words.
    pub mean: Option<String>,
    /// Some are not told yet: a share of the others would mislead.
    pub is_partial: bool,
    /// What is said under the numbers, or in their place.
    pub notes: Vec<String>,
}

impl Thing {
    /// How many answered it; none: they are told together with those who did not.
    pub fn answered(&self) -> Option<usize> {
        let silent = self.blocks.iter().filter(|block| block.categories == [Category::Nothing]);
        let is_mixed = self.blocks.iter().any(|block| block.categories.len() > 1 && holds_nothing(block));
        let is_silence_told = self.blocks.iter().any(holds_nothing);
        (is_silence_told && !is_mixed).then(|| self.base - silent.map(|block| block.count).sum::<usize>())
    }

    /// Among how many the shares of its answers are.
    pub fn among(&self) -> usize {
        self.answered().unwrap_or(self.base)
    }

    /// « 132 réponses », or « 144 personnes » where those who did not answer are among them.
    pub fn among_words(&self) -> String {
        match self.answered() {
            Some(answers) => format::count(format::number(answers), "réponse", "réponses"),
            None => format::count(format::number(self.base), "personne", "personnes"),
        }
    }

    /// Whether an answer is none.
    pub fn is_silence(&self, nth: usize) -> bool {
        self.blocks.get(nth).is_some_and(|block| block.categories == [Category::Nothing])
    }

    /// The share of an answer among those who answered; that of silence is among everybody. Blank while some are not told.
    pub fn share(&self, nth: usize) -> String {
        if self.is_partial {
            return String::new();
        }
        let base = if self.is_silence(nth) { self.base } else { self.among() };
        self.answers.get(nth).map_or_else(String::new, |(_, count)| share(*count, base))
    }
}

/// « En moyenne, entre « j’en ai une idée » et « je m’en sers » (2,45 sur 4) ».
fn mean(scale: &[String], rank: usize) -> Option<String> {
    let named = |rank: usize| {
        let name = rank.checked_sub(1).and_then(|at| scale.get(at))?;
        Some(format!("«\u{202f}{}\u{202f}»", format::uncapitalised(name)))
    };
    let low = named(rank / 100)?;
    let place = match (rank % 100, named(rank / 100 + 1)) {
        (1.., Some(high)) => format!("entre {low} et {high}"),
        _ => low,
    };
    Some(format!("En moyenne, {place} ({} sur {})", hundredths(rank), scale.len()))
}

fn holds_nothing(block: &Block) -> bool {
    block.categories.contains(&Category::Nothing)
}

/// « 2,45 ».
fn hundredths(number: usize) -> String {
    match number % 100 {
        0 => format!("{}", number / 100),
        rest => format!("{},{rest:02}", number / 100),
    }
}

/// Everything that was asked, with what is told of everybody.
pub fn things(words: Words<'_>, ledger: &Ledger) -> Vec<Thing> {
    let thing = |line: &Line| {
        let told = ledger.of_all(line);
        let base = told.as_ref().map_or(0, Figure::base);
        let is_partial = ledger.waits(line).is_some();
        let (told, notes) = match told {
            // All in one block: no number is shown.
            Some(told) if told.blocks.len() < 2 => {
                (None, vec![figures::without_detail(line, ledger.is_detailed()).to_owned()])
            }
            told => (told, figures::notes(words, ledger, line, base)),
        };
        let named = line.categories.iter().filter(|one| **one != Category::Nothing);
        let scale: Vec<String> = named.map(|one| words.category(&line.about, one)).collect();
        // What is said of a part of them only would mislead.
        let whole = told.as_ref().filter(|_| !is_partial);
        let rank = whole.and_then(Figure::mean);
        let favourable = whole.and_then(|told| favourable(words, line, told));
        let blocks = told.map(|told| told.blocks).unwrap_or_default();
        Thing {
            about: line.about.clone(),
            title: words.about(&line.about),
            short: words.short(&line.about),
            answers: blocks.iter().map(|block| (words.block(&line.about, block), block.count)).collect(),
            base,
            favourable,
            mean: rank.and_then(|rank| mean(&scale, rank)),
            notes,
            rank,
            scale,
            is_partial,
            blocks,
        }
    };
    ledger.lines.iter().filter(|line| ledger.was_asked(line)).map(thing).collect()
}

/// What is counted together and against all others where groups are small.
fn favourable(words: Words<'_>, line: &Line, told: &Figure) -> Option<(String, usize)> {
    let first = line.coarse.first().filter(|_| line.coarse.len() > 1)?;
    let ranks = first.iter().filter_map(|rank| line.categories.get(usize::from(*rank)).cloned());
    let categories: Vec<Category> = ranks.collect();
    let is_good = |block: &&Block| block.categories.iter().all(|one| categories.contains(one));
    let count = told.blocks.iter().filter(is_good).map(|block| block.count).sum();
    Some((words.block(&line.about, &Block { categories, count }), count))
}

/// Each row says all that it is about: it can be sorted and filtered.
fn whole(source: Source<'_>, part: Part) -> Listed {
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for thing in source.things(part) {
        for (nth, (name, count)) in thing.answers.iter().enumerate() {
            let (base, among) = match thing.answered() {
                Some(answered) if !thing.is_silence(nth) => (answered, AMONG_ANSWERS),
                _ => (thing.base, AMONG_ALL),
            };
            rows.push(vec![
                text(thing.title.as_str()),
                text(name),
                number(*count),
                text(thing.share(nth)),
                number(base),
                text(among),
                text(thing.rank.map(hundredths).unwrap_or_default()),
            ]);
        }
        for said in &thing.notes {
            let (title, said) = (text(thing.title.as_str()), text(said));
            rows.push(vec![title, said, Cell::Empty, text(""), Cell::Empty, text(""), text("")]);
        }
    }
    Listed {
        caption: format!("{}, toutes sessions", evaluation::part(part)),
        file: match part {
            Part::EndOfDay => "synthese-fin-de-journee",
            Part::Positioned => "synthese-avant-apres",
            Part::ThreeMonths => "synthese-trois-mois",
        },
        table: Table {
            heads: heads(&["Question", "Réponse", "Nombre", "Part", "Sur", "Base", "Rang moyen, de 1 à 4"]),
            rows,
        },
    }
}

/// What shares are computed among.
const AMONG_ANSWERS: &str = "Personnes qui ont répondu à cette question";
const AMONG_ALL: &str = "Toutes les personnes comptées";

/// What is told of sessions, a row for each thing and each group; nothing where nothing is.
pub fn groups(source: Source<'_>, part: Part) -> Option<Listed> {
    let ledger = source.synthesis.ledgers.get(&part)?;
    Some(by_group(source, part, ledger)).filter(|listed| !listed.table.rows.is_empty())
}

/// What is told of sessions; answers that are counted in one block are told of everybody only.
fn by_group(source: Source<'_>, part: Part, ledger: &Ledger) -> Listed {
    let words = source.words(part);
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
        for told in ledger.by_group(line) {
            let base = told.base();
            let Some(block) = told.blocks.first() else { continue };
            let share = if waits.is_none() { share(block.count, base) } else { String::new() };
            let answer = words.block(&line.about, block);
            row(source.sessions(&told.sessions), answer, number(block.count), number(base), share);
        }
        if let Some(waits) = waits {
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
        caption: format!("{}, par session", evaluation::part(part)),
        file: match part {
            Part::EndOfDay => "synthese-fin-de-journee-sessions",
            Part::Positioned => "synthese-avant-apres-sessions",
            Part::ThreeMonths => "synthese-trois-mois-sessions",
        },
        table: Table { heads: heads(&["Question", "Sessions", "Réponse", "Nombre", "Sur", "Part"]), rows },
    }
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
    BookTable {
        caption: listed.caption.clone(),
        heads: listed.table.heads.iter().enumerate().map(|(nth, name)| Head::new(name, width(nth, name))).collect(),
        rows: listed.table.rows.iter().map(|row| row.iter().map(tables::shown).collect()).collect(),
    }
}

#[cfg(test)]
#[path = "synthesis_tests.rs"]
pub(in crate::text) mod tests;

#[cfg(test)]
#[path = "synthesis_printed.rs"]
mod printed;

#[cfg(test)]
#[path = "synthesis_differences.rs"]
mod differences;
