//! The rows of a list, whatever file they come from.

use crate::exchange::csv::grid::{Bounds, read_grid};
use crate::exchange::csv::{Encoding, ImportError};

/// What may be brought at once.
pub const BOUNDS: Bounds = Bounds { bytes: 5_000_000, rows: 5_000, columns: 100 };

/// A list: its heads, and what is under them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rows {
    pub heads: Vec<String>,
    pub rows: Vec<Row>,
    /// None: the file has none of its own.
    pub encoding: Option<Encoding>,
}

/// A row that holds something.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Its line in the file, or its row in the sheet, from 1.
    pub line: usize,
    pub cells: Vec<String>,
    /// A quote is opened in it and never closed.
    pub is_open: bool,
}

/// Whether a file is a workbook, of any format: its bytes say so, whatever it is called.
pub fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0])
}

impl Rows {
    /// Reads a file in CSV.
    pub fn from_csv(bytes: &[u8]) -> Result<Self, ImportError> {
        let grid = read_grid(bytes, BOUNDS)?;
        let mut rows = grid.rows.into_iter();
        let heads = rows.next().map(|row| row.cells).unwrap_or_default();
        let rows = rows.map(|row| Row { line: row.line, cells: row.cells, is_open: row.is_open });
        Ok(Self { heads, rows: rows.collect(), encoding: Some(grid.encoding) })
    }

    /// Takes the cells of a sheet, from its first row; those of its rows that hold nothing are passed over.
    pub fn from_sheet(sheet: Vec<Vec<String>>) -> Result<Self, ImportError> {
        if sheet.len() > BOUNDS.rows || sheet.iter().any(|row| row.len() > BOUNDS.columns) {
            return Err(ImportError::TooManyRows);
        }
        let trimmed = |cells: Vec<String>| cells.iter().map(|cell| cell.trim().to_owned()).collect::<Vec<_>>();
        let rows = sheet.into_iter().enumerate().map(|(nth, cells)| Row {
            line: nth + 1,
            cells: trimmed(cells),
            is_open: false,
        });
        let mut rows = rows.filter(|row| row.cells.iter().any(|cell| !cell.is_empty()));
        let heads = rows.next().map(|row| row.cells).ok_or(ImportError::Empty)?;
        let rows: Vec<Row> = rows.collect();
        if rows.is_empty() { Err(ImportError::NoRow) } else { Ok(Self { heads, rows, encoding: None }) }
    }

    /// How many columns there are, named or not.
    pub fn width(&self) -> usize {
        self.rows.iter().map(|row| row.cells.len()).chain([self.heads.len()]).max().unwrap_or_default()
    }

    /// The first value under a head, to recognise a column by.
    pub fn example(&self, column: usize) -> Option<&str> {
        let cells = self.rows.iter().filter_map(|row| row.cells.get(column));
        cells.map(String::as_str).find(|cell| !cell.is_empty())
    }
}
