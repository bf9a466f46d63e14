//! What is read from a spreadsheet, and why one is refused. Reading and writing them is done in a worker of its own
//! (`src/spreadsheet`), so that what it takes weighs on nothing else.

use serde::{Deserialize, Serialize};

/// The largest file read.
pub const MAX_BYTES: usize = 16_000_000;
/// The most rows read, the first one included.
pub const MAX_ROWS: usize = 20_000;
/// The most columns read.
pub const MAX_COLUMNS: usize = 200;
/// The longest cell read.
pub const MAX_CELL_CHARS: usize = 20_000;

/// A sheet, every cell as the text that a person would read or type.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    pub name: String,
    /// From the first row and the first column of the sheet to the last ones that hold something; rows are as long as one
    /// another. Dates are written « 2022-03-01 », with their time « 2022-03-01T09:30 », times « 09:30 »; numbers with a
    /// point and no group; yes or no as « VRAI » or « FAUX »; what no formula could compute as its mark, « #N/A ».
    pub rows: Vec<Vec<String>>,
    /// The other sheets that the file shows, in their order.
    pub others: Vec<String>,
}

/// Why a spreadsheet was not read, or not written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SheetError {
    /// The file, or what it holds once unpacked.
    TooLarge,
    /// The bytes could not be had.
    Unreadable,
    NotASpreadsheet,
    /// Another format of spreadsheet: the former one of Excel, its binary one.
    OtherFormat,
    /// Closed by a password.
    Locked,
    Damaged,
    /// No sheet that is shown holds anything, or not the one that was asked for.
    Empty,
    TooManyRows,
    TooManyColumns,
    /// A cell holds too long a text; counted from 1, as people read them.
    CellTooLong {
        row: usize,
        column: usize,
    },
    /// The browser gave no worker, or could not fetch it; the single file has none.
    NoWorker,
    /// It took longer than anybody would wait.
    TooSlow,
}
