//! The rows of a file with the line where each begins, and a way out of quotes that were never closed.

use super::column::Column;
use super::layout::{Layout, reader};
use super::row::Rejection;
use super::{MAX_CELL_CHARS, Separator};
use crate::domain::commune::PostalCode;
use csv::{Reader, StringRecord};
use memchr::{memchr2, memchr2_iter};

/// How many times reading starts again after a broken row. Each may have run to the end of the file, so that without a
/// bound a hostile file would be read once per line.
const MAX_RESTARTS: usize = 50;

/// A row before its cells are understood.
#[derive(Debug)]
pub struct RawRow {
    /// The line of the file where it begins, from 1.
    pub line: usize,
    pub record: StringRecord,
    pub fault: Option<Rejection>,
}

/// The rows of a text, empty ones skipped.
pub struct Records<'a> {
    text: &'a str,
    layout: &'a Layout,
    reader: Reader<&'a [u8]>,
    /// Where the current reader began, in bytes.
    base: usize,
    restarts: usize,
    /// A record that serves again: its room need not be asked for at each row.
    spare: StringRecord,
    /// The line that holds the byte `counted_to`.
    line: usize,
    counted_to: usize,
}

impl<'a> Records<'a> {
    pub fn new(text: &'a str, layout: &'a Layout) -> Self {
        let reader = reader_at(text, layout.rows_at, layout.separator);
        let (restarts, spare) = (0, StringRecord::new());
        Self { text, layout, reader, base: layout.rows_at, restarts, spare, line: 1, counted_to: 0 }
    }

    /// How many rows are left, if they are as long as those that were read.
    pub fn rows_left(&self, read: usize) -> usize {
        let reached = self.reached();
        let usual_bytes = reached.saturating_sub(self.layout.rows_at) / read.max(1);
        (self.text.len() - reached) / usual_bytes.max(1)
    }

    /// Takes back a row that was understood.
    pub fn reuse(&mut self, row: RawRow) {
        self.spare = row.record;
    }

    fn reached(&self) -> usize {
        let read = usize::try_from(self.reader.position().byte()).unwrap_or(usize::MAX);
        self.base.saturating_add(read).min(self.text.len())
    }

    /// The line that holds the byte `at`, which never goes back before an earlier one.
    fn line_of(&mut self, at: usize) -> usize {
        self.line += line_ends(self.text.as_bytes(), self.counted_to, at);
        self.counted_to = self.counted_to.max(at);
        self.line
    }

    fn skip_line_ends(&self, from: usize) -> usize {
        let rest = self.text.as_bytes().get(from..).unwrap_or_default();
        from + rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count()
    }

    /// A row over several lines that cannot be right: a quote was opened and never closed.
    fn has_run_away(&self, record: &StringRecord, start: usize, end: usize) -> bool {
        let spanned = self.text.get(start..end).unwrap_or_default().trim_end_matches(['\r', '\n']);
        if memchr2(b'\r', b'\n', spanned.as_bytes()).is_none() {
            return false;
        }
        let holds_a_row = |cell: &str| {
            cell.contains(['\r', '\n']) && cell.split(['\r', '\n']).any(|line| self.looks_like_a_row(line))
        };
        wrong_width(record, self.layout).is_some()
            || record.iter().any(|cell| cell.chars().count() > MAX_CELL_CHARS || holds_a_row(cell))
    }

    /// A line with as many cells as the first, and a postal code in its place: a sentence may hold as many commas.
    fn looks_like_a_row(&self, line: &str) -> bool {
        let cells = || line.split(char::from(self.layout.separator.byte()));
        let postal_code = self.layout.position(Column::PostalCode).and_then(|position| cells().nth(position));
        cells().count() >= self.layout.width && postal_code.is_some_and(is_postal_code)
    }

    /// Starts again at the line after the one where the broken row began.
    fn restart_after_line(&mut self, start: usize) {
        let rest = self.text.get(start..).unwrap_or_default();
        let next = rest.find(['\r', '\n']).map_or(self.text.len(), |length| start + length);
        self.base = next;
        self.reader = reader_at(self.text, next, self.layout.separator);
        self.restarts += 1;
    }
}

impl Iterator for Records<'_> {
    type Item = RawRow;

    fn next(&mut self) -> Option<RawRow> {
        loop {
            let start = self.skip_line_ends(self.reached());
            let mut record = std::mem::take(&mut self.spare);
            // The text is valid UTF-8 in memory and any number of cells is accepted: reading cannot fail.
            if !self.reader.read_record(&mut record).unwrap_or(false) {
                return None;
            }
            let line = self.line_of(start);
            if self.has_run_away(&record, start, self.reached()) {
                if self.restarts < MAX_RESTARTS {
                    self.restart_after_line(start);
                }
                return Some(RawRow { line, record, fault: Some(Rejection::UnclosedQuote) });
            }
            if record.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            let fault = wrong_width(&record, self.layout);
            return Some(RawRow { line, record, fault });
        }
    }
}

fn reader_at(text: &str, at: usize, separator: Separator) -> Reader<&[u8]> {
    reader(separator).from_reader(text.as_bytes().get(at..).unwrap_or_default())
}

/// A postal code, or one that lost its first zero.
fn is_postal_code(cell: &str) -> bool {
    let cell = cell.trim();
    PostalCode::new(cell).is_ok() || (cell.len() == 4 && PostalCode::new(&format!("0{cell}")).is_ok())
}

/// Too few cells to hold the required columns, or values beyond the last column.
fn wrong_width(record: &StringRecord, layout: &Layout) -> Option<Rejection> {
    let has_surplus = record.iter().skip(layout.width).any(|cell| !cell.trim().is_empty());
    let is_short = record.len() < layout.width && !layout.is_repairable(record.len());
    (has_surplus || is_short).then_some(Rejection::WrongWidth { found: record.len(), expected: layout.width })
}

/// The line ends (`\n`, `\r\n` or `\r`) in a range of bytes; `\r\n` counts where its `\n` lies.
pub(super) fn line_ends(bytes: &[u8], from: usize, to: usize) -> usize {
    let within = bytes.get(from..to).unwrap_or_default();
    let ends_line = |at: &usize| within.get(*at) == Some(&b'\n') || bytes.get(from + at + 1) != Some(&b'\n');
    memchr2_iter(b'\r', b'\n', within).filter(ends_line).count()
}
