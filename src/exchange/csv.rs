//! The import of a directory file in the national standard (CSV): what it holds, and a report row by row. Places go out
//! in the same standard ([`export`]), tables as CSV for spreadsheets ([`write`]).
//!
//! Reading never fails half-way: either the file as a whole cannot be read, and says why, or every row is accepted,
//! accepted with remarks, or rejected with its reason. Nothing is moved or guessed silently: what cannot be read is kept
//! word for word in [`Place::unread`].

pub mod column;
pub mod decode;
pub mod export;
pub mod grid;
mod guard;
mod layout;
mod records;
pub mod review;
pub mod row;
pub mod write;

use crate::domain::directory::place::{PlaceId, SharedPlace};
use column::Column;
use layout::Layout;
use records::{RawRow, Records};
use row::{Rejection, Remark};
use rustc_hash::FxBuildHasher;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::HashMap;

/// The largest file read.
pub const MAX_BYTES: usize = 64_000_000;
/// The most rows read.
pub const MAX_ROWS: usize = 100_000;
/// How many rows are read before somebody else may take a turn: one or two milliseconds.
const ROWS_AT_ONCE: usize = 64;
/// After how many rows the others are guessed from their size: room is asked for once.
const SAMPLE: usize = 256;
/// Room is not asked for more rows than this at once: the guess may be far off.
const MOST_GUESSED: usize = 32_768;
/// The longest cell kept.
pub const MAX_CELL_CHARS: usize = 20_000;

/// Why a file as a whole cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ImportError {
    Empty,
    TooLarge,
    /// Text in UTF-16, as some spreadsheets export « Texte Unicode ».
    Utf16,
    /// A spreadsheet's own file rather than its CSV export.
    Spreadsheet,
    NotText,
    /// The first line names hardly any column of the standard.
    NotADirectory,
    MissingColumns(Vec<Column>),
    DuplicateColumn(Column),
    NoRow,
    TooManyRows,
}

/// How the file's characters were encoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Encoding {
    Utf8,
    /// UTF-8 with bytes that are not: each was replaced by a visible mark.
    DamagedUtf8,
    Windows1252,
}

/// Which version of the standard a file follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Version {
    Current,
    /// Version 0.1: its columns and values were translated.
    Former,
}

/// What separates cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Separator {
    Comma,
    Semicolon,
    Tab,
}

/// A file that was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DirectoryImport {
    /// The accepted places, in the order of the file.
    pub places: Vec<SharedPlace>,
    /// Every row, in the order of the file.
    pub report: Vec<RowReport>,
    pub counts: ImportCounts,
    pub encoding: Encoding,
    pub separator: Separator,
    pub version: Version,
    /// Columns that the standard does not know; their cells are not kept.
    pub ignored_columns: Vec<String>,
}

/// What became of the rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportCounts {
    pub accepted: usize,
    pub with_remarks: usize,
    pub rejected: usize,
}

/// What became of one row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowReport {
    /// The line of the file where the row begins, from 1.
    pub line: usize,
    pub id: Option<PlaceId>,
    pub name: String,
    pub outcome: RowOutcome,
}

/// Whether a row was taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RowOutcome {
    Accepted,
    AcceptedWithRemarks(Vec<Remark>),
    Rejected(Rejection),
}

/// Reads a directory file.
pub fn import_directory(bytes: &[u8]) -> Result<DirectoryImport, ImportError> {
    let file = DirectoryFile::open(bytes)?;
    let mut rows = file.rows();
    while rows.read_next()? {}
    rows.finish()
}

/// A file that is a directory's, its rows not read yet.
pub struct DirectoryFile<'a> {
    text: Cow<'a, str>,
    encoding: Encoding,
    layout: Layout,
}

impl<'a> DirectoryFile<'a> {
    pub fn open(bytes: &'a [u8]) -> Result<Self, ImportError> {
        let (text, encoding) = decode::decode(bytes)?;
        let layout = Layout::detect(&text)?;
        Ok(Self { text, encoding, layout })
    }

    /// Reads its rows a few at a time: a large file takes a moment.
    pub fn rows(&self) -> Rows<'_> {
        let import = DirectoryImport {
            places: Vec::new(),
            report: Vec::new(),
            counts: ImportCounts::default(),
            encoding: self.encoding,
            separator: self.layout.separator,
            version: self.layout.version,
            ignored_columns: self.layout.ignored.clone(),
        };
        let records = Records::new(&self.text, &self.layout);
        Rows { records, layout: &self.layout, first_lines: FirstLines::default(), import }
    }
}

/// Where each identifier is first seen.
type FirstLines = HashMap<PlaceId, usize, FxBuildHasher>;

/// The rows of a directory file, being read.
pub struct Rows<'a> {
    records: Records<'a>,
    layout: &'a Layout,
    first_lines: FirstLines,
    import: DirectoryImport,
}

impl Rows<'_> {
    /// Reads a few more rows; whether there may be more.
    #[inline(never)] // In the views, which are compiled for size, it would take longer.
    pub fn read_next(&mut self) -> Result<bool, ImportError> {
        for _ in 0..ROWS_AT_ONCE {
            let Some(raw) = self.records.next() else { return Ok(false) };
            if self.import.report.len() >= MAX_ROWS {
                return Err(ImportError::TooManyRows);
            }
            self.import.take(&raw, self.layout, &mut self.first_lines);
            self.records.reuse(raw);
            if self.import.report.len() == SAMPLE {
                let left = self.records.rows_left(SAMPLE).min(MOST_GUESSED);
                self.import.places.reserve(left);
                self.import.report.reserve(left);
            }
        }
        Ok(true)
    }

    /// What was read.
    pub fn finish(self) -> Result<DirectoryImport, ImportError> {
        if self.import.report.is_empty() { Err(ImportError::NoRow) } else { Ok(self.import) }
    }
}

impl DirectoryImport {
    fn take(&mut self, raw: &RawRow, layout: &Layout, first_lines: &mut FirstLines) {
        let cells = row::Cells::new(&raw.record, layout);
        let id = cells.id();
        let read = match &raw.fault {
            Some(rejection) => Err(rejection.clone()),
            None => cells.read(id.clone()),
        };
        let name = cells.name();
        let read = read.and_then(|(place, remarks)| match first_lines.get(&place.id) {
            Some(line) => Err(Rejection::DuplicateId { first_line: *line }),
            None => Ok((place, remarks)),
        });
        let outcome = match read {
            Err(rejection) => {
                self.counts.rejected += 1;
                RowOutcome::Rejected(rejection)
            }
            Ok((place, remarks)) => {
                first_lines.insert(place.id.clone(), raw.line);
                self.places.push(place.into());
                if remarks.is_empty() {
                    self.counts.accepted += 1;
                    RowOutcome::Accepted
                } else {
                    self.counts.with_remarks += 1;
                    RowOutcome::AcceptedWithRemarks(remarks)
                }
            }
        };
        self.report.push(RowReport { line: raw.line, id, name, outcome });
    }
}

#[cfg(test)]
mod former_tests;
#[cfg(test)]
mod tests;
