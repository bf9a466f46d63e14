//! Reads a sheet of an Excel workbook, cell after cell: what lies far away costs nothing.

use crate::grid::Grid;
use crate::value;
use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use reperes::exchange::spreadsheet::{Sheet, SheetError};
use std::borrow::Cow;
use std::io::Cursor;

type Book<'a> = Xlsx<Cursor<&'a [u8]>>;

/// Reads the first sheet that is shown and holds something, or the one that is asked for.
pub fn read(bytes: &[u8], asked: Option<&str>) -> Result<Sheet, SheetError> {
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|error| refusal(&error))?;
    let shown: Vec<String> = book
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible)
        .map(|sheet| sheet.name.clone())
        .collect();
    for name in shown.iter().filter(|name| asked.is_none_or(|asked| asked == name.as_str())) {
        let grid = cells(&mut book, name)?;
        if !grid.is_empty() {
            let others = shown.iter().filter(|other| *other != name).cloned().collect();
            return Ok(Sheet { name: name.clone(), rows: grid.finish(), others });
        }
    }
    Err(SheetError::Empty)
}

fn cells(book: &mut Book<'_>, name: &str) -> Result<Grid, SheetError> {
    let mut reader = match book.worksheet_cells_reader(name) {
        Ok(reader) => reader,
        // A sheet of charts only.
        Err(XlsxError::NotAWorksheet(_)) => return Ok(Grid::default()),
        Err(error) => return Err(refusal(&error)),
    };
    let mut grid = Grid::default();
    while let Some(cell) = reader.next_cell().map_err(|error| refusal(&error))? {
        let (row, column) = cell.get_position();
        grid.put(row as usize, column as usize, &written(cell.get_value()))?;
    }
    Ok(grid)
}

fn refusal(error: &XlsxError) -> SheetError {
    match error {
        XlsxError::Password => SheetError::Locked,
        _ => SheetError::Damaged,
    }
}

/// A value as a person would type it.
fn written<'a>(value: &'a DataRef<'_>) -> Cow<'a, str> {
    match value {
        DataRef::String(text) => Cow::Borrowed(text),
        DataRef::SharedString(text) => Cow::Borrowed(text),
        DataRef::DateTimeIso(text) => Cow::Owned(value::iso(text)),
        DataRef::DurationIso(text) => Cow::Owned(value::iso_duration(text)),
        DataRef::Int(number) => Cow::Owned(number.to_string()),
        DataRef::Float(number) => Cow::Owned(value::number(*number)),
        DataRef::Bool(is_true) => Cow::Borrowed(value::truth(*is_true)),
        DataRef::DateTime(moment) => {
            let (year, month, day, hour, minute, second, milli) = moment.to_ymd_hms_milli();
            let time = [hour.into(), minute.into(), second.into(), milli.into()];
            Cow::Owned(value::serial(moment.as_f64(), moment.is_duration(), (year, month, day), time))
        }
        DataRef::Error(error) => Cow::Owned(error.to_string()),
        DataRef::Empty => Cow::Borrowed(""),
    }
}
