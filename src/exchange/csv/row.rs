//! From the cells of a row to a place, with a remark on everything that deserves one.

use super::MAX_CELL_CHARS;
use super::Version;
use super::column::Column;
use super::layout::Layout;
use crate::domain::commune::{InseeCode, PostalCode};
use crate::domain::directory::contact;
use crate::domain::directory::hours::{Hours, HoursError};
use crate::domain::directory::place::{Coordinates, Place, PlaceId};
use crate::domain::directory::position;
use crate::domain::directory::standard::{StandardValue, Values};
use crate::domain::directory::typology;
use chrono::NaiveDate;
use csv::StringRecord;
use list::{ends_former_link, ends_link, split, starts_with_bar, starts_with_separator};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

mod clean;
mod former;
mod list;

/// The longest identifier: it appears in addresses.
const MAX_ID_CHARS: usize = 200;
/// How much of a cell a remark repeats.
const EXCERPT_CHARS: usize = 60;

/// Why a row was not taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Rejection {
    NoId,
    LongId,
    NoName,
    /// An earlier row has the same identifier.
    DuplicateId {
        first_line: usize,
    },
    WrongWidth {
        found: usize,
        expected: usize,
    },
    /// A quote opened in this row is never closed.
    UnclosedQuote,
}

/// What deserves attention in a row that was taken. Texts are those of the cell, shortened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Remark {
    /// A required cell is empty.
    Missing(Column),
    /// The last cells are missing; they count as empty.
    ShortRow,
    /// The first zero of a code, lost by a spreadsheet, was put back.
    ZeroRestored(Column),
    InvalidPostalCode(String),
    InvalidInseeCode(String),
    InvalidPivot(String),
    InvalidDate(String),
    NoCoordinates,
    UnreadableCoordinates(String),
    CoordinatesOutsideFrance(String),
    /// Outside France as written, inside once exchanged; not used until someone corrects the file.
    SwappedCoordinates {
        proposed: Coordinates,
    },
    UnknownValue {
        column: Column,
        value: String,
    },
    UnreadableHours(String),
    /// The hours follow the notation, with a part that is shown but not evaluated.
    HoursNotEvaluated(String),
    /// The hours begin in the small hours, which is nearly always a slip of the keyboard.
    UnlikelyHours(String),
    /// The hours differ during school holidays, which are not known here.
    SchoolHolidayHours,
    OddPhone(String),
    OddEmail(String),
    OddLink {
        column: Column,
        text: String,
    },
    /// Invisible or control characters were removed.
    CharactersRemoved(Column),
    /// The cell was too long and was cut.
    CellCut(Column),
}

/// The cells of a row, by column.
pub struct Cells<'a> {
    record: &'a StringRecord,
    layout: &'a Layout,
}

impl<'a> Cells<'a> {
    pub fn new(record: &'a StringRecord, layout: &'a Layout) -> Self {
        Self { record, layout }
    }

    /// The identifier, when there is one that can be used.
    pub fn id(&self) -> Option<PlaceId> {
        let id = clean::clean(self.raw(Column::Id)).text;
        if id.chars().count() > MAX_ID_CHARS { None } else { PlaceId::new(&id) }
    }

    /// The name, shortened for a report.
    pub fn name(&self) -> String {
        excerpt(&clean::clean(self.raw(Column::Name)).text)
    }

    /// The place of this identifier, with remarks, or why there is none.
    pub fn read(&self, id: Option<PlaceId>) -> Result<(Place, Vec<Remark>), Rejection> {
        if self.raw(Column::Id).trim().is_empty() {
            return Err(Rejection::NoId);
        }
        let id = id.ok_or(Rejection::LongId)?;
        let mut remarks = Vec::new();
        if self.record.len() < self.layout.width {
            remarks.push(Remark::ShortRow);
        }
        let mut row = Row { cells: self, remarks, place: Place::named(id, "") };
        row.place.name = row.text(Column::Name);
        if row.place.name.is_empty() {
            return Err(Rejection::NoName);
        }
        row.read_identity();
        row.read_address();
        row.read_contact();
        row.read_offer();
        row.read_split_columns();
        row.read_presentation();
        row.read_collection();
        Ok((row.place, row.remarks))
    }

    fn raw(&self, column: Column) -> &'a str {
        self.layout.position(column).and_then(|position| self.record.get(position)).unwrap_or("")
    }
}

/// A place in the making.
struct Row<'a> {
    cells: &'a Cells<'a>,
    place: Place,
    remarks: Vec<Remark>,
}

impl<'a> Row<'a> {
    /// A cell's text, cleaned and cut.
    fn text(&mut self, column: Column) -> String {
        self.cell(column).into_owned()
    }

    fn cell(&mut self, column: Column) -> Cow<'a, str> {
        self.cleaned(column, self.cells.raw(column))
    }

    fn cleaned(&mut self, column: Column, raw: &'a str) -> Cow<'a, str> {
        let clean::Cleaned { text, has_lost_characters } = clean::clean(raw);
        if has_lost_characters {
            self.remarks.push(Remark::CharactersRemoved(column));
        }
        // Bytes are counted at once, characters one by one.
        let may_be_long = text.len() > MAX_CELL_CHARS;
        match may_be_long.then(|| text.char_indices().nth(MAX_CELL_CHARS)).flatten() {
            Some((cut, _)) => {
                self.remarks.push(Remark::CellCut(column));
                text.get(..cut).unwrap_or_default().to_owned().into()
            }
            None => text,
        }
    }

    fn required(&mut self, column: Column) -> String {
        let text = self.text(column);
        if text.is_empty() {
            self.remarks.push(Remark::Missing(column));
        }
        text
    }

    fn is_former(&self) -> bool {
        self.cells.layout.version == Version::Former
    }

    /// The texts of a cell with several values.
    fn list(&mut self, column: Column, ends_value: fn(&str) -> bool) -> Vec<String> {
        let text = self.cell(column);
        let values = split(&text, ends_value).map(str::trim);
        values.filter(|value| !value.is_empty()).map(str::to_owned).collect()
    }

    fn values<T: StandardValue>(&mut self, column: Column) -> Values<T> {
        let text = self.cell(column);
        let texts = split(&text, starts_with_separator);
        let values = if self.is_former() { Values::<T>::read_former(texts) } else { Values::read(texts) };
        let unknown = values.other.iter().map(|value| Remark::UnknownValue { column, value: excerpt(value) });
        self.remarks.extend(unknown);
        values
    }

    fn keep_unread(&mut self, column: Column, text: String) {
        self.place.unread.insert(column.name().to_owned(), text);
    }

    fn read_identity(&mut self) {
        self.place.pivot = self.required(Column::Pivot);
        let pivot = &self.place.pivot;
        let is_valid = (9..=14).contains(&pivot.len()) && pivot.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if !pivot.is_empty() && !is_valid {
            self.remarks.push(Remark::InvalidPivot(excerpt(pivot)));
        }
        self.place.typology = self.list(Column::Typology, starts_with_separator);
        let unlisted = self.place.typology.iter().filter(|code| typology::listed(code).is_none());
        let unknown = unlisted.map(|code| Remark::UnknownValue { column: Column::Typology, value: excerpt(code) });
        self.remarks.extend(unknown);
        self.place.parent = self.text(Column::Parent);
    }

    fn read_address(&mut self) {
        self.place.commune = self.required(Column::Commune);
        self.place.address = self.required(Column::Address);
        self.place.address_extra = self.text(Column::AddressExtra);
        let text = self.required(Column::PostalCode);
        self.place.postal_code = self.code(Column::PostalCode, text, PostalCode::new, Remark::InvalidPostalCode);
        let text = self.text(Column::InseeCode);
        self.place.insee_code = self.code(Column::InseeCode, text, InseeCode::new, Remark::InvalidInseeCode);
        self.read_coordinates();
    }

    fn code<T, E>(
        &mut self,
        column: Column,
        text: String,
        read: fn(&str) -> Result<T, E>,
        invalid: fn(String) -> Remark,
    ) -> Option<T> {
        if text.is_empty() {
            return None;
        }
        if let Ok(code) = read(&text) {
            Some(code)
        } else if let (4, Ok(code)) = (text.len(), read(&format!("0{text}"))) {
            self.remarks.push(Remark::ZeroRestored(column));
            Some(code)
        } else {
            self.remarks.push(invalid(excerpt(&text)));
            self.keep_unread(column, text);
            None
        }
    }

    fn read_coordinates(&mut self) {
        let (latitude, longitude) = (self.text(Column::Latitude), self.text(Column::Longitude));
        let both = || excerpt(&format!("{latitude} ; {longitude}"));
        let remark = match position::read(&latitude, &longitude) {
            Ok(coordinates) => {
                self.place.coordinates = Some(coordinates);
                return;
            }
            Err(position::Fault::Missing) => Remark::NoCoordinates,
            Err(position::Fault::Unreadable) => Remark::UnreadableCoordinates(both()),
            Err(position::Fault::OutsideFrance) => Remark::CoordinatesOutsideFrance(both()),
            Err(position::Fault::Swapped { proposed }) => Remark::SwappedCoordinates { proposed },
        };
        self.remarks.push(remark);
        for (column, text) in [(Column::Latitude, latitude), (Column::Longitude, longitude)] {
            if !text.is_empty() {
                self.keep_unread(column, text);
            }
        }
    }

    fn read_contact(&mut self) {
        self.place.phone = self.text(Column::Phone);
        let odd_phone = self.place.phone.split('|').find(|phone| !contact::is_phone(phone));
        self.remarks.extend(odd_phone.map(|phone| Remark::OddPhone(excerpt(phone))));
        self.place.emails = self.list(Column::Emails, starts_with_separator);
        let odd_email = self.place.emails.iter().find(|email| !contact::is_email(email));
        self.remarks.extend(odd_email.map(|email| Remark::OddEmail(excerpt(email))));
        self.place.websites = self.list(Column::Websites, if self.is_former() { ends_former_link } else { ends_link });
        self.place.accessibility_url = self.text(Column::AccessibilityUrl);
        self.place.booking_url = self.text(Column::BookingUrl);
        let (accessibility, booking) = (&self.place.accessibility_url, &self.place.booking_url);
        let links = self
            .place
            .websites
            .iter()
            .map(|url| (Column::Websites, url))
            .chain([(Column::AccessibilityUrl, accessibility), (Column::BookingUrl, booking)]);
        let odd_links = links.filter(|(_, url)| !url.is_empty() && contact::is_odd_link(url));
        self.remarks.extend(odd_links.map(|(column, url)| Remark::OddLink { column, text: excerpt(url) }));
    }

    fn read_offer(&mut self) {
        self.place.services = self.values(Column::Services);
        self.place.publics = self.values(Column::Publics);
        self.place.special_care = self.values(Column::SpecialCare);
        self.place.fees = self.values(Column::Fees);
        self.place.programmes = self.values(Column::Programmes);
        self.place.labels = self.values(Column::Labels);
        let ends_label = if self.is_former() { starts_with_separator } else { starts_with_bar };
        self.place.other_labels = self.list(Column::OtherLabels, ends_label);
        self.place.access_modes = self.values(Column::AccessModes);
        self.place.support_modes = self.values(Column::SupportModes);
        self.place.itinerance = self.values(Column::Itinerance);
    }

    fn read_presentation(&mut self) {
        self.place.summary = self.text(Column::Summary);
        self.place.detail = self.text(Column::Detail);
        self.place.hours = self.text(Column::Hours);
        if self.place.hours.is_empty() {
            return;
        }
        let hours = &self.place.hours;
        let remark = match Hours::parse(hours) {
            Ok(read) if read.is_unlikely() => Some(Remark::UnlikelyHours(excerpt(hours))),
            Ok(read) => read.differs_in_school_holidays().then_some(Remark::SchoolHolidayHours),
            Err(HoursError::Unreadable) => Some(Remark::UnreadableHours(excerpt(hours))),
            Err(HoursError::NotEvaluated) => Some(Remark::HoursNotEvaluated(excerpt(hours))),
        };
        self.remarks.extend(remark);
    }

    fn read_collection(&mut self) {
        self.place.source = self.text(Column::Source);
        let text = self.required(Column::UpdatedOn);
        self.place.updated_on = date(&text);
        if self.place.updated_on.is_none() && !text.is_empty() {
            self.remarks.push(Remark::InvalidDate(excerpt(&text)));
            self.keep_unread(Column::UpdatedOn, text);
        }
    }
}

/// A date as the standard writes it, with a time after it, or as French spreadsheets rewrite it.
fn date(text: &str) -> Option<NaiveDate> {
    let day = text.split(['T', ' ']).next()?;
    NaiveDate::parse_from_str(day, "%Y-%m-%d").or_else(|_| NaiveDate::parse_from_str(day, "%d/%m/%Y")).ok()
}

pub(super) fn excerpt(text: &str) -> String {
    match text.char_indices().nth(EXCERPT_CHARS) {
        Some((cut, _)) => format!("{}…", text.get(..cut).unwrap_or(text)),
        None => text.to_owned(),
    }
}
