//! Reads a sheet of a LibreOffice spreadsheet (OpenDocument). Ours, where calamine unfolds whatever a file says is
//! repeated: a few bytes would then fill the memory.

use crate::grid::Grid;
use crate::value;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;
use reperes::exchange::spreadsheet::{MAX_CELL_CHARS, MAX_COLUMNS, Sheet, SheetError};
use std::collections::BTreeSet;

/// Spaces that stand for one element are no more than this.
const MAX_SPACES: usize = 100;
/// What holds cells, or texts in a cell, that are none of the sheet's.
const ASIDE: [&str; 4] = ["office:annotation", "table:tracked-changes", "table:dde-links", "table:shapes"];

/// Reads the first sheet that is shown and holds something, or the one that is asked for.
pub fn read(content: &str, asked: Option<&str>) -> Result<Sheet, SheetError> {
    let mut reader = Reader::from_str(content);
    reader.config_mut().expand_empty_elements = true;
    let mut reading = Reading { asked, ..Reading::default() };
    loop {
        match reader.read_event().map_err(damaged)? {
            Event::Start(element) if is_aside(&element, reading.cell.is_some()) => {
                reader.read_to_end(element.name()).map_err(damaged)?;
            }
            Event::Start(element) => reading.open(&element)?,
            Event::End(element) => reading.close(element.name().as_ref())?,
            Event::Text(text) => reading.write(&text.xml10_content())?,
            Event::CData(text) => reading.write(&text.xml10_content())?,
            Event::GeneralRef(named) => {
                let letter = match named.resolve_char_ref().map_err(damaged)? {
                    Some(letter) => letter.to_string(),
                    None => quick_xml::escape::resolve_predefined_entity(&named).unwrap_or_default().to_owned(),
                };
                reading.write(&letter)?;
            }
            Event::Eof => break,
            _ => {}
        }
    }
    let (name, grid) = reading.found.ok_or(SheetError::Empty)?;
    let others = reading.shown.into_iter().filter(|other| *other != name).collect();
    Ok(Sheet { name, rows: grid.finish(), others })
}

/// Drawings, notes, and tables inside a cell.
fn is_aside(element: &BytesStart<'_>, is_in_cell: bool) -> bool {
    let name = element.name();
    let name = name.as_ref();
    ASIDE.contains(&name) || name.starts_with("draw:") || (is_in_cell && name == "table:table")
}

#[derive(Default)]
struct Reading<'a> {
    asked: Option<&'a str>,
    /// The style being described, and those of sheets that are not shown.
    style: String,
    hidden: BTreeSet<String>,
    shown: Vec<String>,
    found: Option<(String, Grid)>,
    /// The sheet being read, when it is a wanted one.
    table: Option<(String, Grid)>,
    row: usize,
    rows: usize,
    column: usize,
    /// What the row being read holds, by column.
    line: Vec<(usize, String)>,
    cell: Option<Cell>,
}

/// A cell being read.
struct Cell {
    repeated: usize,
    /// What it holds, unless that is its text.
    value: Option<String>,
    text: String,
    paragraphs: usize,
}

impl Reading<'_> {
    fn open(&mut self, element: &BytesStart<'_>) -> Result<(), SheetError> {
        match element.name().as_ref() {
            "style:style" => self.style = attribute(element, "style:name")?.unwrap_or_default(),
            "style:table-properties" if attribute(element, "table:display")?.as_deref() == Some("false") => {
                self.hidden.insert(self.style.clone());
            }
            "table:table" => self.open_table(element)?,
            "table:table-row" => {
                self.rows = count(element, "table:number-rows-repeated")?;
                self.column = 0;
            }
            "table:table-cell" | "table:covered-table-cell" => {
                let repeated = count(element, "table:number-columns-repeated")?;
                self.cell = Some(Cell { repeated, value: value_of(element)?, text: String::new(), paragraphs: 0 });
            }
            "text:p" => {
                if let Some(cell) = &mut self.cell {
                    cell.paragraphs += 1;
                    if cell.paragraphs > 1 {
                        cell.text.push('\n');
                    }
                }
            }
            "text:s" => self.write(&" ".repeat(count(element, "text:c")?.min(MAX_SPACES)))?,
            "text:tab" => self.write("\t")?,
            "text:line-break" => self.write("\n")?,
            _ => {}
        }
        Ok(())
    }

    fn open_table(&mut self, element: &BytesStart<'_>) -> Result<(), SheetError> {
        let style = attribute(element, "table:style-name")?.unwrap_or_default();
        if self.hidden.contains(&style) {
            return Ok(());
        }
        let name = attribute(element, "table:name")?.unwrap_or_default();
        if self.found.is_none() && self.asked.is_none_or(|asked| asked == name) {
            self.table = Some((name.clone(), Grid::default()));
        }
        self.row = 0;
        self.shown.push(name);
        Ok(())
    }

    fn close(&mut self, name: &str) -> Result<(), SheetError> {
        match name {
            "table:table-cell" | "table:covered-table-cell" => self.close_cell()?,
            "table:table-row" => {
                if let Some((_, grid)) = &mut self.table
                    && !self.line.is_empty()
                {
                    // The grid refuses rows beyond its bounds: this ends, whatever the file says.
                    for nth in 0..self.rows {
                        let row = self.row.saturating_add(nth);
                        self.line.iter().try_for_each(|(column, text)| grid.put(row, *column, text))?;
                    }
                }
                self.line.clear();
                self.row = self.row.saturating_add(self.rows);
            }
            "table:table" => self.found = self.found.take().or(self.table.take().filter(|(_, grid)| !grid.is_empty())),
            _ => {}
        }
        Ok(())
    }

    fn close_cell(&mut self) -> Result<(), SheetError> {
        let Some(cell) = self.cell.take() else { return Ok(()) };
        let text = cell.value.unwrap_or(cell.text);
        let end = self.column.saturating_add(cell.repeated);
        if self.table.is_some() && !text.trim().is_empty() {
            if end > MAX_COLUMNS {
                return Err(SheetError::TooManyColumns);
            }
            if text.chars().count() > MAX_CELL_CHARS {
                return Err(SheetError::CellTooLong { row: self.row.saturating_add(1), column: self.column + 1 });
            }
            self.line.extend((self.column..end).map(|column| (column, text.clone())));
        }
        self.column = end;
        Ok(())
    }

    /// Adds to the text of the cell; what stands between paragraphs is none of it.
    fn write(&mut self, text: &str) -> Result<(), SheetError> {
        if let Some(cell) = &mut self.cell
            && cell.paragraphs > 0
        {
            cell.text.push_str(text);
        }
        Ok(())
    }
}

/// The value that a cell announces; none when its text is the value.
fn value_of(element: &BytesStart<'_>) -> Result<Option<String>, SheetError> {
    let announced = |name: &str| attribute(element, name);
    let value = match announced("office:value-type")?.as_deref() {
        Some("float" | "currency" | "percentage") => {
            let number = announced("office:value")?.and_then(|value| value.parse().ok());
            number.map(value::number)
        }
        Some("date") => announced("office:date-value")?.map(|value| value::iso(&value)),
        Some("time") => announced("office:time-value")?.map(|value| value::iso_duration(&value)),
        Some("boolean") => announced("office:boolean-value")?.map(|value| value::truth(value == "true").to_owned()),
        _ => announced("office:string-value")?,
    };
    Ok(value)
}

/// How often something is repeated: once, unless it is said.
fn count(element: &BytesStart<'_>, name: &str) -> Result<usize, SheetError> {
    let said = attribute(element, name)?.map(|said| said.trim().parse().map_err(|_| SheetError::Damaged));
    Ok(said.transpose()?.unwrap_or(1))
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Result<Option<String>, SheetError> {
    let found = element.try_get_attribute(name).map_err(damaged)?;
    let read =
        found.map(|attribute| attribute.normalized_value(XmlVersion::Implicit1_0).map(|value| value.into_owned()));
    read.transpose().map_err(damaged)
}

fn damaged<E>(_: E) -> SheetError {
    SheetError::Damaged
}
