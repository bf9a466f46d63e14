//! The import of a directory file in the national standard (CSV): what it holds, and a report row by row.
//!
//! Reading never fails half-way: either the file as a whole cannot be read, and says why, or every row is accepted,
//! accepted with remarks, or rejected with its reason. Nothing is moved or guessed silently: what cannot be read is kept
//! word for word in [`Place::unread`].

pub mod column;
mod decode;
mod layout;
mod records;
pub mod review;
pub mod row;

use crate::domain::directory::place::{Place, PlaceId};
use column::Column;
use layout::Layout;
use records::{RawRow, Records};
use row::{Rejection, Remark};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The largest file read.
pub const MAX_BYTES: usize = 64 * 1024 * 1024;
/// The most rows read.
pub const MAX_ROWS: usize = 100_000;
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
    pub places: Vec<Place>,
    /// Every row, in the order of the file.
    pub report: Vec<RowReport>,
    pub counts: ImportCounts,
    pub encoding: Encoding,
    pub separator: Separator,
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
    let (text, encoding) = decode::decode(bytes)?;
    let layout = Layout::detect(&text)?;
    let mut import = DirectoryImport {
        places: Vec::new(),
        report: Vec::new(),
        counts: ImportCounts::default(),
        encoding,
        separator: layout.separator,
        ignored_columns: layout.ignored.clone(),
    };
    let mut first_lines: BTreeMap<PlaceId, usize> = BTreeMap::new();
    for raw in Records::new(&text, &layout) {
        if import.report.len() >= MAX_ROWS {
            return Err(ImportError::TooManyRows);
        }
        import.take(raw, &layout, &mut first_lines);
    }
    if import.report.is_empty() { Err(ImportError::NoRow) } else { Ok(import) }
}

impl DirectoryImport {
    fn take(&mut self, raw: RawRow, layout: &Layout, first_lines: &mut BTreeMap<PlaceId, usize>) {
        let cells = row::Cells::new(&raw.record, layout);
        let (id, name) = (cells.id(), cells.name());
        let read = match raw.fault {
            Some(rejection) => Err(rejection),
            None => cells.read(),
        };
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
                self.places.push(place);
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
mod tests;
