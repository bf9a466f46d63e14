//! Any table in CSV, cell by cell, whatever its columns: for lists that follow no standard.

use super::decode::decode;
use super::guard::without_guard;
use super::layout::{reader, skip_separator_hint};
use super::records::line_ends;
use super::{Encoding, ImportError, MAX_CELL_CHARS, Separator};
use csv::StringRecord;

/// How many times reading starts again after a quote that was never closed.
const MAX_RESTARTS: usize = 50;

/// What may be read of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    pub bytes: usize,
    /// The first row included.
    pub rows: usize,
    pub columns: usize,
}

/// A table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grid {
    /// Rows that hold something, the first one included.
    pub rows: Vec<GridRow>,
    pub encoding: Encoding,
    pub separator: Separator,
}

/// One row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GridRow {
    /// The line of the file where it begins, from 1.
    pub line: usize,
    /// Without the spaces around them, nor the apostrophe that guards formulas.
    pub cells: Vec<String>,
    /// A quote is opened in it and never closed: its cells are not to be believed.
    pub is_open: bool,
}

/// Reads a table.
pub fn read_grid(bytes: &[u8], bounds: Bounds) -> Result<Grid, ImportError> {
    if bytes.len() > bounds.bytes {
        return Err(ImportError::TooLarge);
    }
    let (text, encoding) = decode(bytes)?;
    let start = skip_separator_hint(&text);
    let separator = separator_of(text.get(start..).unwrap_or_default());
    let mut rows: Vec<GridRow> = Vec::new();
    let (mut base, mut restarts) = (start, 0);
    let (mut line, mut counted_to) = (1, 0);
    'again: loop {
        let mut reader = reader(separator).from_reader(text.as_bytes().get(base..).unwrap_or_default());
        let mut record = StringRecord::new();
        loop {
            let reached = |reader: &csv::Reader<&[u8]>| {
                let read = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
                base.saturating_add(read).min(text.len())
            };
            let from = past_line_ends(&text, reached(&reader));
            // The text is valid UTF-8 in memory and any number of cells is accepted: reading cannot fail.
            if !reader.read_record(&mut record).unwrap_or(false) {
                break 'again;
            }
            line += line_ends(text.as_bytes(), counted_to, from);
            counted_to = counted_to.max(from);
            if record.len() > bounds.columns || rows.len() >= bounds.rows {
                return Err(ImportError::TooManyRows);
            }
            let width = rows.first().map_or(0, |row| row.cells.len());
            let spanned = text.get(from..reached(&reader)).unwrap_or_default();
            if has_run_away(&record, spanned, width, separator) {
                let rest = text.get(from..).unwrap_or_default();
                let next = rest.find(['\r', '\n']).map_or(text.len(), |length| from + length);
                let first = rest.get(..next - from).unwrap_or_default();
                let cells = first.split(char::from(separator.byte())).map(|cell| cell.replace('"', ""));
                rows.push(GridRow { line, cells: cells.map(|cell| cell.trim().to_owned()).collect(), is_open: true });
                if restarts >= MAX_RESTARTS {
                    return Err(ImportError::NotText);
                }
                (base, restarts) = (next, restarts + 1);
                continue 'again;
            }
            if record.iter().any(|cell| !cell.trim().is_empty()) {
                let cells = record.iter().map(|cell| without_guard(cell.trim()).to_owned()).collect();
                rows.push(GridRow { line, cells, is_open: false });
            }
        }
    }
    if rows.len() < 2 { Err(ImportError::NoRow) } else { Ok(Grid { rows, encoding, separator }) }
}

fn past_line_ends(text: &str, from: usize) -> usize {
    let rest = text.as_bytes().get(from..).unwrap_or_default();
    from + rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count()
}

/// What separates the cells of the first line that holds something: the sign seen most often in it; spreadsheets of here
/// write semicolons.
fn separator_of(text: &str) -> Separator {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let seen = |separator: Separator| {
        let mut is_quoted = false;
        let outside = first.bytes().filter(|byte| {
            is_quoted ^= *byte == b'"';
            !is_quoted && *byte == separator.byte()
        });
        outside.count()
    };
    let [mut best, others @ ..] = [Separator::Semicolon, Separator::Tab, Separator::Comma];
    for other in others {
        if seen(other) > seen(best) {
            best = other;
        }
    }
    best
}

/// A row over several lines that cannot be right: one of its cells holds a line as wide as the table, or a whole book.
fn has_run_away(record: &StringRecord, spanned: &str, width: usize, separator: Separator) -> bool {
    if record.iter().any(|cell| cell.chars().count() > MAX_CELL_CHARS) {
        return true;
    }
    if !spanned.trim_end_matches(['\r', '\n']).contains(['\r', '\n']) {
        return false;
    }
    let separator = char::from(separator.byte());
    let is_a_row = |line: &str| width > 1 && line.matches(separator).count() + 1 >= width;
    let ends_open = spanned.bytes().filter(|byte| *byte == b'"').count() % 2 == 1;
    ends_open || record.iter().any(|cell| cell.split(['\r', '\n']).any(is_a_row))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const BOUNDS: Bounds = Bounds { bytes: 100_000, rows: 1_000, columns: 20 };

    fn cells(text: &str) -> Vec<(usize, Vec<String>, bool)> {
        let grid = read_grid(text.as_bytes(), BOUNDS).unwrap();
        grid.rows.into_iter().map(|row| (row.line, row.cells, row.is_open)).collect()
    }

    fn row(line: usize, cells: &[&str]) -> (usize, Vec<String>, bool) {
        (line, cells.iter().map(|cell| (*cell).to_owned()).collect(), false)
    }

    #[test]
    fn tables_come_with_the_separator_that_they_were_written_with() {
        for (text, separator) in [
            ("nom;prenom\na;b", Separator::Semicolon),
            ("nom,prenom\na,b", Separator::Comma),
            ("nom\tprenom\na\tb", Separator::Tab),
            ("\"nom, de famille\";prenom\na;b", Separator::Semicolon),
            ("sep=,\nnom,prenom\na,b", Separator::Comma),
        ] {
            let grid = read_grid(text.as_bytes(), BOUNDS).unwrap();
            assert_eq!(grid.separator, separator, "{text}");
            assert_eq!(grid.rows.last().unwrap().cells, ["a", "b"], "{text}");
        }
    }

    #[test]
    fn rows_say_their_line_and_lose_their_guard() {
        let read = cells("nom;tel\r\n\r\n a ;'+331\r\n;\r\n\"b\nc\";'=1\r\nd\r\n");
        assert_eq!(read, [row(1, &["nom", "tel"]), row(3, &["a", "+331"]), row(5, &["b\nc", "=1"]), row(7, &["d"])]);
    }

    #[test]
    fn a_quote_that_was_never_closed_takes_no_other_row() {
        let read = cells("nom;prenom\n\"a;b\nc;d\ne;f\n");
        let open = (2, vec!["a".to_owned(), "b".to_owned()], true);
        assert_eq!(read, [row(1, &["nom", "prenom"]), open, row(3, &["c", "d"]), row(4, &["e", "f"])]);
    }

    #[test]
    fn what_is_no_table_says_why() {
        let wide = "a;".repeat(30);
        for (bytes, expected) in [
            (&b""[..], ImportError::Empty),
            (b"nom;prenom", ImportError::NoRow),
            (b"PK\x03\x04", ImportError::Spreadsheet),
            (&[b'a'; 100_001], ImportError::TooLarge),
            (wide.as_bytes(), ImportError::TooManyRows),
            ("a\n".repeat(2_000).as_bytes(), ImportError::TooManyRows),
        ] {
            assert_eq!(read_grid(bytes, BOUNDS), Err(expected));
        }
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
            let _ = read_grid(&bytes, BOUNDS);
        }

        #[test]
        fn lines_are_numbered_in_their_order(text in "[a;\"\n\r,\t'=]{0,80}") {
            if let Ok(grid) = read_grid(text.as_bytes(), BOUNDS) {
                prop_assert!(grid.rows.is_sorted_by_key(|row| row.line), "{grid:?}");
            }
        }
    }
}
