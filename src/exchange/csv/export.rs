//! Places as a file in the national standard: its thirty-two columns in their order, UTF-8 without mark, commas, bars
//! between values, decimal points.
//!
//! Every row that goes out passes the standard's checks ([`rules`]). A value that breaks one goes out in another writing
//! when it has the same meaning; else it is left out, and a place without a required value is left out whole. Each time it
//! is said ([`Breach`]): the file may lack something, never silently. A place of which nothing is said comes back from the
//! file as it was.
//!
//! Codes, numbers, addresses and listed values go out exactly as they are: an apostrophe before « +33… » would damage the
//! number, and no formula has their shape. Free texts that a spreadsheet would compute go out behind an apostrophe, which
//! our reader takes away: files come from elsewhere, and one cell could make a table fetch an address.

pub mod rules;

use super::column::Column;
use super::guard::guard;
use super::row::excerpt;
use crate::domain::directory::place::{Coordinates, Place, PlaceId};
use crate::domain::directory::position;
use crate::domain::directory::standard::{StandardValue, Values};
use std::collections::BTreeSet;

/// The rule of the standard that a value breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A required cell is empty.
    Missing,
    /// Not of the shape that the column asks for.
    Pattern,
    TooLong,
    /// Not in the column's closed list.
    Unlisted,
    /// A position that is not in France.
    OutsideFrance,
    /// Another place of the file has this identifier.
    Taken,
}

/// What the export did about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remedy {
    /// The value went out in this writing.
    Rewritten(String),
    ValueLeftOut,
    PlaceLeftOut,
}

/// A value that breaks a rule of the standard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Breach {
    pub place: PlaceId,
    /// The place's name, to be shown.
    pub name: String,
    pub column: Column,
    pub fault: Fault,
    /// The value, shortened.
    pub value: String,
    pub remedy: Remedy,
}

/// A file to hand over, and what it lacks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DirectoryExport {
    pub bytes: Vec<u8>,
    /// How many places are in the file.
    pub written: usize,
    /// How many break the standard too much to be there.
    pub left_out: usize,
    /// How many are not there because they are closed.
    pub closed: usize,
    pub breaches: Vec<Breach>,
}

/// Writes places, one row each.
pub fn export_directory<'a>(places: impl IntoIterator<Item = &'a Place>) -> DirectoryExport {
    let mut exporter = Exporter::new();
    for place in places {
        exporter.add(place);
    }
    exporter.finish()
}

/// What a place breaks of the standard; nothing when it goes out as it is.
pub fn check(place: &Place) -> Vec<Breach> {
    Draft::of(place).breaches
}

/// A file in the making: many places take a moment.
pub struct Exporter {
    text: String,
    written: usize,
    left_out: usize,
    closed: usize,
    ids: BTreeSet<PlaceId>,
    breaches: Vec<Breach>,
}

impl Exporter {
    pub fn new() -> Self {
        let mut text = String::new();
        push_row(&mut text, Column::ALL.iter().map(|column| column.name()));
        Self { text, written: 0, left_out: 0, closed: 0, ids: BTreeSet::new(), breaches: Vec::new() }
    }

    /// Writes one more place.
    pub fn add(&mut self, place: &Place) {
        let mut draft = Draft::of(place);
        if self.ids.contains(&place.id) {
            draft.report(Column::Id, Fault::Taken, place.id.as_str(), Remedy::PlaceLeftOut);
        }
        if draft.is_left_out() {
            self.left_out += 1;
        } else {
            push_row(&mut self.text, draft.cells.iter().map(String::as_str));
            self.written += 1;
            self.ids.insert(place.id.clone());
        }
        self.breaches.append(&mut draft.breaches);
    }

    /// Leaves out a place known to be closed: the standard has no word for that.
    pub fn leave_closed(&mut self) {
        self.closed += 1;
    }

    /// The file.
    pub fn finish(self) -> DirectoryExport {
        let Self { text, written, left_out, closed, breaches, .. } = self;
        DirectoryExport { bytes: text.into_bytes(), written, left_out, closed, breaches }
    }
}

impl Default for Exporter {
    fn default() -> Self {
        Self::new()
    }
}

/// A row in the making.
struct Draft<'a> {
    place: &'a Place,
    cells: Vec<String>,
    breaches: Vec<Breach>,
}

impl<'a> Draft<'a> {
    fn of(place: &'a Place) -> Self {
        let mut draft = Self { place, cells: Vec::with_capacity(Column::ALL.len()), breaches: Vec::new() };
        let coordinates = draft.coordinates();
        for column in Column::ALL.iter().copied() {
            let cell = match column {
                Column::Latitude => coordinates.map_or(String::new(), |at| degrees(at.lat_udeg)),
                Column::Longitude => coordinates.map_or(String::new(), |at| degrees(at.lon_udeg)),
                Column::UpdatedOn => {
                    let day = place.updated_on.map(|day| day.to_string());
                    draft.checked(column, &day.as_deref().or(unread(place, column)).into_iter().collect::<Vec<_>>())
                }
                _ if rules::is_free_text(column) => draft.free_text(column),
                _ => draft.checked(column, &values(place, column)),
            };
            if cell.is_empty() && Column::REQUIRED.contains(&column) {
                draft.miss(column);
            }
            draft.cells.push(cell);
        }
        draft
    }

    fn is_left_out(&self) -> bool {
        self.breaches.iter().any(|breach| breach.remedy == Remedy::PlaceLeftOut)
    }

    fn report(&mut self, column: Column, fault: Fault, value: &str, remedy: Remedy) {
        let (place, name) = (self.place.id.clone(), self.place.name.clone());
        self.breaches.push(Breach { place, name, column, fault, value: excerpt(value), remedy });
    }

    /// Says that a required cell would be empty, or why it had to be emptied.
    fn miss(&mut self, column: Column) {
        match self.breaches.iter_mut().find(|breach| breach.column == column) {
            Some(breach) => breach.remedy = Remedy::PlaceLeftOut,
            None => self.report(column, Fault::Missing, "", Remedy::PlaceLeftOut),
        }
    }

    /// A cell made of the values that the standard takes.
    fn checked(&mut self, column: Column, values: &[&str]) -> String {
        let mut written: Vec<String> = Vec::new();
        for value in values.iter().copied().filter(|value| !value.is_empty()) {
            match rules::check(column, value) {
                Ok(()) => written.push(value.to_owned()),
                Err(fault) => match rules::mend(column, value) {
                    Some(mended) => {
                        self.report(column, fault, value, Remedy::Rewritten(mended.clone()));
                        if !written.contains(&mended) {
                            written.push(mended);
                        }
                    }
                    None => self.report(column, fault, value, Remedy::ValueLeftOut),
                },
            }
        }
        written.join("|")
    }

    fn free_text(&mut self, column: Column) -> String {
        let text = values(self.place, column).join("|");
        let cell = guarded(&text);
        let Err(fault) = rules::check(column, &cell) else { return cell };
        let mended = rules::mend(column, &text).unwrap_or_default();
        let cell = guarded(&mended);
        self.report(column, fault, &text, Remedy::Rewritten(mended));
        cell
    }

    /// The position, unless it would put the place elsewhere than in France.
    fn coordinates(&mut self) -> Option<Coordinates> {
        let [latitude, longitude] = match self.place.coordinates {
            Some(at) => [degrees(at.lat_udeg), degrees(at.lon_udeg)],
            None => [Column::Latitude, Column::Longitude]
                .map(|column| unread(self.place, column).unwrap_or_default().to_owned()),
        };
        let fault = match position::read(&latitude, &longitude) {
            Ok(at) => return Some(at),
            Err(position::Fault::Missing) => return None,
            Err(position::Fault::Unreadable) => Fault::Pattern,
            Err(position::Fault::OutsideFrance | position::Fault::Swapped { .. }) => Fault::OutsideFrance,
        };
        self.report(Column::Latitude, fault, &format!("{latitude} ; {longitude}"), Remedy::ValueLeftOut);
        None
    }
}

/// What a place has to say in a column, position and date apart. A cell that could not be read goes back where it was.
fn values(place: &Place, column: Column) -> Vec<&str> {
    fn labels<T: StandardValue>(values: &Values<T>) -> Vec<&str> {
        values.labels().collect()
    }
    fn texts(texts: &[String]) -> Vec<&str> {
        texts.iter().map(String::as_str).collect()
    }
    match column {
        Column::Id => vec![place.id.as_str()],
        Column::Pivot => vec![&place.pivot],
        Column::Name => vec![&place.name],
        Column::Commune => vec![&place.commune],
        Column::PostalCode => {
            let code = place.postal_code.as_ref().map(|code| code.as_str());
            code.or(unread(place, column)).into_iter().collect()
        }
        Column::InseeCode => {
            let code = place.insee_code.as_ref().map(|code| code.as_str());
            code.or(unread(place, column)).into_iter().collect()
        }
        Column::Address => vec![&place.address],
        Column::AddressExtra => vec![&place.address_extra],
        Column::Latitude | Column::Longitude | Column::UpdatedOn => Vec::new(),
        Column::Typology => texts(&place.typology),
        Column::Phone => vec![&place.phone],
        Column::Emails => texts(&place.emails),
        Column::Websites => texts(&place.websites),
        Column::Hours => vec![&place.hours],
        Column::Summary => vec![&place.summary],
        Column::Detail => vec![&place.detail],
        Column::Source => vec![&place.source],
        Column::Itinerance => labels(&place.itinerance),
        Column::Parent => vec![&place.parent],
        Column::Services => labels(&place.services),
        Column::Publics => labels(&place.publics),
        Column::SpecialCare => labels(&place.special_care),
        Column::Fees => labels(&place.fees),
        Column::Programmes => labels(&place.programmes),
        Column::Labels => labels(&place.labels),
        Column::OtherLabels => texts(&place.other_labels),
        Column::AccessModes => labels(&place.access_modes),
        Column::SupportModes => labels(&place.support_modes),
        Column::AccessibilityUrl => vec![&place.accessibility_url],
        Column::BookingUrl => vec![&place.booking_url],
    }
}

fn unread(place: &Place, column: Column) -> Option<&str> {
    place.unread.get(column.name()).map(String::as_str)
}

/// Millionths of a degree as a decimal number, exactly.
fn degrees(udeg: i32) -> String {
    let sign = if udeg < 0 { "-" } else { "" };
    let (whole, millionths) = (udeg.unsigned_abs() / 1_000_000, udeg.unsigned_abs() % 1_000_000);
    let text = format!("{sign}{whole}.{millionths:06}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn guarded(text: &str) -> String {
    format!("{}{text}", guard(text))
}

fn push_row<'a>(text: &mut String, cells: impl Iterator<Item = &'a str>) {
    for (nth, cell) in cells.enumerate() {
        if nth > 0 {
            text.push(',');
        }
        if cell.contains([',', '"', '\r', '\n']) {
            text.push('"');
            text.push_str(&cell.replace('"', "\"\""));
            text.push('"');
        } else {
            text.push_str(cell);
        }
    }
    text.push_str("\r\n");
}

#[cfg(test)]
mod tests;
