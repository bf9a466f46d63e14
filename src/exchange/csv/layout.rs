//! The shape of a file, read from its first line: what separates cells, and where each column lies.

use super::column::{Column, Former, SplitColumn};
use super::{ImportError, Separator, Version};
use crate::domain::fold::squash;
use csv::{ReaderBuilder, StringRecord};
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// Fewer known columns than this, and the file is something else.
const MIN_KNOWN: usize = 3;

/// Where the columns lie.
#[derive(Clone, Debug)]
pub struct Layout {
    pub separator: Separator,
    pub version: Version,
    /// The number of cells in the first line.
    pub width: usize,
    /// Names that the standard does not know.
    pub ignored: Vec<String>,
    /// Where the rows begin, in bytes.
    pub rows_at: usize,
    /// By column, in the standard's order.
    positions: Vec<Option<usize>>,
    split: Vec<(SplitColumn, usize)>,
}

impl Separator {
    pub(super) const ALL: [Self; 3] = [Self::Comma, Self::Semicolon, Self::Tab];

    pub(super) fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
        }
    }
}

impl Layout {
    /// Reads the first line with each separator and keeps the reading that names the most columns of the standard.
    pub fn detect(text: &str) -> Result<Self, ImportError> {
        let header_at = skip_separator_hint(text);
        let mut best: Option<(usize, Header)> = None;
        for separator in Separator::ALL {
            let Some(header) = Header::read(text, header_at, separator) else { continue };
            let known = header.cells.iter().filter(|name| column(name).is_some()).count();
            if best.as_ref().is_none_or(|(most, _)| known > *most) {
                best = Some((known, header));
            }
        }
        match best {
            Some((known, header)) if known >= MIN_KNOWN => header.layout(),
            _ => Err(ImportError::NotADirectory),
        }
    }

    /// Where a column lies in a row, when the file has it.
    pub fn position(&self, column: Column) -> Option<usize> {
        self.positions.get(column as usize).copied().flatten()
    }

    /// Where a column of version 0.1 lies that became several.
    pub fn split_position(&self, column: SplitColumn) -> Option<usize> {
        self.split.iter().find(|(known, _)| *known == column).map(|(_, position)| *position)
    }

    /// Whether a row of this many cells still holds every required column: spreadsheets drop the empty last cells.
    pub fn is_repairable(&self, width: usize) -> bool {
        let last_required = Column::REQUIRED.iter().filter_map(|column| self.position(*column)).max();
        last_required.is_some_and(|last| last < width)
    }
}

struct Header {
    separator: Separator,
    cells: StringRecord,
    end: usize,
}

impl Header {
    fn read(text: &str, at: usize, separator: Separator) -> Option<Self> {
        let bytes = text.as_bytes().get(at..)?;
        let mut reader = reader(separator).from_reader(bytes);
        let mut cells = StringRecord::new();
        let is_read = reader.read_record(&mut cells).unwrap_or(false);
        let end = at + usize::try_from(reader.position().byte()).ok()?;
        is_read.then_some(Self { separator, cells, end })
    }

    fn layout(self) -> Result<Layout, ImportError> {
        let mut positions: Vec<(Column, usize)> = Vec::new();
        let mut others = Vec::new();
        for (position, name) in self.cells.iter().enumerate() {
            match column(name) {
                Some(column) if positions.iter().any(|(known, _)| *known == column) => {
                    return Err(ImportError::DuplicateColumn(column));
                }
                Some(column) => positions.push((column, position)),
                None if name.trim().is_empty() => {}
                None => others.push((name, position)),
            }
        }
        let mut split = Vec::new();
        let mut ignored = Vec::new();
        let (mut version, current) = (Version::Current, positions.clone());
        for (name, position) in others {
            match former(name) {
                Some(Former::Split(column)) => split.push((column, position)),
                // A file with both names has moved on: the present name says what the column holds.
                Some(Former::Renamed(column)) if !current.iter().any(|(known, _)| *known == column) => {
                    positions.push((column, position));
                }
                _ => {
                    ignored.push(name.trim().chars().take(80).collect());
                    continue;
                }
            }
            version = Version::Former;
        }
        let is_missing = |column: &Column| !positions.iter().any(|(known, _)| known == column);
        let missing: Vec<Column> = Column::REQUIRED.iter().copied().filter(is_missing).collect();
        if !missing.is_empty() {
            return Err(ImportError::MissingColumns(missing));
        }
        let position_of = |column: &Column| positions.iter().find(|(known, _)| known == column).map(|(_, at)| *at);
        let positions = Column::ALL.iter().map(position_of).collect();
        let (separator, width, rows_at) = (self.separator, self.cells.len(), self.end);
        Ok(Layout { separator, version, width, ignored, rows_at, positions, split })
    }
}

/// A reader that accepts any number of cells and has no header: both are dealt with here.
pub(super) fn reader(separator: Separator) -> ReaderBuilder {
    let mut builder = ReaderBuilder::new();
    builder.has_headers(false).flexible(true).delimiter(separator.byte());
    builder
}

/// The column that a name stands for, whatever its case, accents, spaces or underscores.
fn column(name: &str) -> Option<Column> {
    static SQUASHED: OnceLock<BTreeMap<String, Column>> = OnceLock::new();
    let by_name = || Column::ALL.iter().map(|column| (squash(column.name()), *column)).collect();
    SQUASHED.get_or_init(by_name).get(&squash(name)).copied()
}

/// What became of the column of version 0.1 that had this name.
fn former(name: &str) -> Option<Former> {
    let name = squash(name);
    Former::ALL.iter().find(|(former, _)| squash(former) == name).map(|(_, became)| *became)
}

/// Some spreadsheets want a first line such as `sep=;`.
pub(super) fn skip_separator_hint(text: &str) -> usize {
    let first = text.lines().next().unwrap_or("");
    let is_hint = first.trim_matches('"').to_ascii_lowercase().starts_with("sep=") && first.len() <= 8;
    if is_hint { first.len() } else { 0 }
}
