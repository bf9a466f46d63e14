//! The cells of a sheet as they are read, within bounds.

use reperes::exchange::spreadsheet::{MAX_CELL_CHARS, MAX_COLUMNS, MAX_ROWS, SheetError};
use reperes_core::records::clean_text;

/// The most cells, empty ones included: rows are as long as the longest.
const MAX_CELLS: usize = 1_000_000;
/// All the texts together: many cells may show one text.
const MAX_TEXT: usize = 16_000_000;

/// Rows being read.
#[derive(Debug, Default)]
pub struct Grid {
    rows: Vec<Vec<String>>,
    width: usize,
    text: usize,
}

impl Grid {
    /// Puts a text in its cell; a blank one leaves the cell empty.
    pub fn put(&mut self, row: usize, column: usize, text: &str) -> Result<(), SheetError> {
        if text.trim().is_empty() {
            return Ok(());
        }
        if row >= MAX_ROWS {
            return Err(SheetError::TooManyRows);
        }
        if column >= MAX_COLUMNS {
            return Err(SheetError::TooManyColumns);
        }
        if text.len() > MAX_CELL_CHARS && text.chars().count() > MAX_CELL_CHARS {
            return Err(SheetError::CellTooLong { row: row + 1, column: column + 1 });
        }
        self.width = self.width.max(column + 1);
        self.text += text.len();
        if self.text > MAX_TEXT || self.width * self.rows.len().max(row + 1) > MAX_CELLS {
            return Err(SheetError::TooLarge);
        }
        if self.rows.len() <= row {
            self.rows.resize_with(row + 1, Vec::new);
        }
        let Some(cells) = self.rows.get_mut(row) else { return Ok(()) };
        if cells.len() <= column {
            cells.resize_with(column + 1, String::new);
        }
        if let Some(cell) = cells.get_mut(column) {
            *cell = clean_text(text).into_owned();
        }
        Ok(())
    }

    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The rows, each as long as the longest.
    pub fn finish(mut self) -> Vec<Vec<String>> {
        for row in &mut self.rows {
            row.resize_with(self.width, String::new);
        }
        self.rows
    }
}
