//! Writes a table as an Excel workbook: a bold first row that stays in view, columns as wide as what they hold, and no
//! text that would be computed. The same table gives the same bytes.

use reperes::exchange::spreadsheet::SheetError;
use reperes_core::exchange::csv::write::{Cell, Table};
use reperes_core::records::clean_text;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};

/// What Excel calls the first sheet in French.
const NAME: &str = "Feuil1";
/// In characters.
const NARROWEST: usize = 8;
const WIDEST: usize = 60;
/// A number is kept with 53 bits: what is longer goes out as a text, whole.
const LARGEST: u64 = 1 << 53;

/// The bytes of the workbook.
pub fn write(table: &Table) -> Result<Vec<u8>, SheetError> {
    workbook(table).map_err(|error| match error {
        XlsxError::MaxStringLengthExceeded => longest(table),
        XlsxError::RowColumnLimitError => SheetError::TooManyRows,
        _ => SheetError::TooLarge,
    })
}

fn workbook(table: &Table) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // The library would write when it ran.
    let made = ExcelDateTime::from_ymd(2022, 1, 1)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&made));
    let sheet = book.add_worksheet();
    sheet.set_name(NAME)?;
    sheet.set_freeze_panes(1, 0)?;
    let bold = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top);
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    for (column, head) in (0..).zip(&table.heads) {
        sheet.write_string_with_format(0, column, clean_text(head), &bold)?;
    }
    for (row, cells) in (1..).zip(&table.rows) {
        for (column, cell) in (0..).zip(cells) {
            put(sheet, row, column, cell, &wrapped)?;
        }
    }
    for (column, width) in (0..).zip(widths(table)) {
        sheet.set_column_width(column, width as f64)?;
    }
    book.save_to_buffer()
}

fn put(sheet: &mut Worksheet, row: u32, column: u16, cell: &Cell, wrapped: &Format) -> Result<(), XlsxError> {
    match cell {
        Cell::Text(text) => sheet.write_string_with_format(row, column, clean_text(text), wrapped)?,
        Cell::Number(number) if number.unsigned_abs() <= LARGEST => {
            sheet.write_number_with_format(row, column, *number as f64, wrapped)?
        }
        Cell::Number(number) => sheet.write_string_with_format(row, column, number.to_string(), wrapped)?,
        Cell::Empty => return Ok(()),
    };
    Ok(())
}

/// How wide each column is: its longest line, and room around it.
fn widths(table: &Table) -> Vec<usize> {
    let longest_line = |text: &str| text.lines().map(|line| line.chars().count()).max().unwrap_or(0);
    let mut widths: Vec<usize> = table.heads.iter().map(|head| longest_line(head)).collect();
    for row in &table.rows {
        widths.resize(widths.len().max(row.len()), 0);
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(match cell {
                Cell::Text(text) => longest_line(text),
                Cell::Number(number) => number.to_string().len(),
                Cell::Empty => 0,
            });
        }
    }
    widths.into_iter().map(|width| (width + 2).clamp(NARROWEST, WIDEST)).collect()
}

/// Where the longest text stands, counted from 1.
fn longest(table: &Table) -> SheetError {
    let heads = (1..).zip(&table.heads).map(|(column, head)| (head.chars().count(), 1, column));
    let cells = (2..).zip(&table.rows).flat_map(|(row, cells)| {
        (1..).zip(cells).filter_map(move |(column, cell)| match cell {
            Cell::Text(text) => Some((text.chars().count(), row, column)),
            _ => None,
        })
    });
    let (_, row, column) = heads.chain(cells).max().unwrap_or_default();
    SheetError::CellTooLong { row, column }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::read;
    use proptest::prelude::*;
    use std::io::{Cursor, Read};
    use zip::ZipArchive;

    fn text(text: &str) -> Cell {
        Cell::Text(text.to_owned())
    }

    fn part(bytes: &[u8], name: &str) -> String {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut read = String::new();
        archive.by_name(name).unwrap().read_to_string(&mut read).unwrap();
        read
    }

    fn table() -> Table {
        Table {
            heads: vec!["Nom".to_owned(), "=Heures".to_owned()],
            rows: vec![vec![text("=1+1"), Cell::Number(-7)], vec![Cell::Empty, Cell::Number(i64::MAX)]],
        }
    }

    #[test]
    fn the_same_table_gives_the_same_bytes() {
        let bytes = write(&table()).unwrap();
        assert_eq!(write(&table()), Ok(bytes.clone()));
        assert!(part(&bytes, "docProps/core.xml").contains("2022-01-01T00:00:00Z"));
        let year = |bytes: &[u8]| {
            ZipArchive::new(Cursor::new(bytes)).unwrap().by_index(0).unwrap().last_modified().unwrap().year()
        };
        assert_eq!(year(&bytes), 1980);
    }

    #[test]
    fn heads_are_bold_and_stay_and_columns_are_wide_enough() {
        let mut long = table();
        long.rows.push(vec![text(&"long ".repeat(100)), text("ici\nlà")]);
        let bytes = write(&long).unwrap();
        let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
        assert!(sheet.contains("<pane ySplit=\"1\""), "{sheet}");
        assert!(sheet.contains("width=\"60.7"), "{sheet}");
        assert!(sheet.contains("<c r=\"A1\" s=\"1\" t=\"s\">"), "{sheet}");
        assert!(sheet.contains("<c r=\"B2\" s=\"2\"><v>-7</v></c>"), "{sheet}");
        assert!(part(&bytes, "xl/styles.xml").contains("<b/>"));
    }

    #[test]
    fn a_number_too_long_for_a_spreadsheet_stays_whole() {
        let rows = read(&write(&table()).unwrap(), None).unwrap().rows;
        assert_eq!(rows, [["Nom", "=Heures"], ["=1+1", "-7"], ["", "9223372036854775807"]]);
    }

    #[test]
    fn a_text_too_long_for_a_spreadsheet_is_named() {
        let mut long = table();
        long.rows.push(vec![text("a"), text(&"é".repeat(32_768))]);
        assert_eq!(write(&long), Err(SheetError::CellTooLong { row: 4, column: 2 }));
        let wide = Table { heads: vec!["a".to_owned(); 16_385], rows: Vec::new() };
        assert_eq!(write(&wide), Err(SheetError::TooManyRows));
    }

    proptest! {
        #[test]
        fn cells_come_back_as_they_went_out_and_none_is_a_formula(
            rows in prop::collection::vec(
                prop::collection::vec("['=+@\\-\t\r\n;\"<>&＝＋－＠a é]{0,6}|\\PC{0,8}|=[A-Z]{1,3}\\([0-9]\\)|_x[0-9A-F]{4}_|https?://[a-z]{1,5}", 3),
                1..6,
            ),
            number in -9_007_199_254_740_992_i64..9_007_199_254_740_992,
        ) {
            let mut table = Table { heads: rows[0].clone(), rows: Vec::new() };
            table.rows.extend(rows[1..].iter().map(|row| row.iter().map(|cell| text(cell)).collect()));
            table.rows.push(vec![Cell::Number(number), Cell::Empty, text("=")]);
            let bytes = write(&table).unwrap();
            let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
            prop_assert!(!sheet.contains("<f>") && !sheet.contains("<f ") && !sheet.contains("hyperlink"));
            let shown = |cell: &String| {
                let cleaned = clean_text(cell).into_owned();
                if cleaned.trim().is_empty() { String::new() } else { cleaned }
            };
            let mut expected: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(shown).collect()).collect();
            // Spreadsheets count with fifteen digits.
            expected.push(vec![crate::value::number(number as f64), String::new(), "=".to_owned()]);
            prop_assert_eq!(read(&bytes, None).unwrap().rows, expected);
        }
    }
}
