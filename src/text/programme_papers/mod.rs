//! The documents of a session in words: each is a list of sheets, each sheet a list of blocks that a page lays out.

mod after;
mod before;
mod mentions;
mod room;
mod state;

use crate::domain::commune::Communes;
use crate::domain::curriculum::objective::Objectives;
use crate::domain::curriculum::version::Curriculum;
use crate::domain::programme::document::Paper;
use crate::domain::programme::hours::Half;
use crate::domain::programme::person::Professional;
use crate::domain::programme::session::Session;
use crate::domain::programme::whole::Programme;
use crate::text::format;
use crate::text::programme as words;
use crate::text::programme_wording::{Part, Wording};
use chrono::NaiveDate;

pub use state::{missing, missing_mentions, name, purpose, state};

/// A sheet: it begins a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    pub title: String,
    /// Beside the title.
    pub of: String,
    pub blocks: Vec<Block>,
}

/// A part of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// What the document says of who trains, small, under the title.
    Mentions(Vec<String>),
    Heading(&'static str),
    Paragraph(String),
    /// A text of several lines, kept as they were written.
    Lines(String),
    List(Vec<String>),
    /// What is empty is a line to write on.
    Facts(Vec<(&'static str, String)>),
    Table(Table),
    /// So many lines to write on.
    Writing(usize),
    /// Boxes to sign in, side by side.
    Signatures(Vec<String>),
}

/// A table. What is empty is written by hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    pub caption: String,
    pub heads: Vec<Head>,
    pub rows: Vec<Vec<String>>,
    /// Its rows are high enough to sign in.
    pub is_signed: bool,
}

/// A column of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    pub name: &'static str,
    pub width: Width,
}

/// How wide a column is beside the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Width {
    /// The number of a row.
    Number,
    Narrow,
    Usual,
    /// A name, or where one signs.
    Wide,
}

/// What documents are made from.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    pub programme: &'a Programme,
    pub session: &'a Session,
    pub communes: &'a Communes,
    pub objectives: &'a Objectives,
    pub wording: &'a Wording,
    /// The version of the curriculum that the session follows, when it is here.
    pub curriculum: Option<&'a Curriculum>,
    /// The day documents are signed on.
    pub today: NaiveDate,
    /// With lines to fill by hand instead of people.
    pub is_blank: bool,
}

/// The sheets of a document; none when there is nobody to make one for.
pub fn sheets(paper: Paper, source: Source<'_>) -> Vec<Sheet> {
    match paper {
        Paper::Programme => vec![before::programme(source)],
        Paper::Invitations => before::invitations(source),
        Paper::Participants => vec![room::participants(source)],
        Paper::Attendance(half) => vec![room::attendance(source, half)],
        Paper::Report => vec![after::report(source)],
        Paper::Certificates => after::certificates(source),
        Paper::Attestations => after::attestations(source),
        Paper::Invoice => vec![after::invoice(source)],
    }
}

/// What the foot of each page says before its number.
pub fn foot(source: Source<'_>) -> String {
    format!("{} – {}", source.session_name(), source.wording.of(Part::Foot))
}

impl Source<'_> {
    fn session_name(self) -> String {
        words::session(self.programme.number(&self.session.id), self.session.held_on)
    }

    fn action(self) -> String {
        words::cycle_name(&self.programme.cycle)
    }

    /// « mardi 1er mars 2022 »; empty: to find.
    fn day(self) -> String {
        self.session.held_on.map(format::full_date).unwrap_or_default()
    }

    /// « De 9 h à 12 h 30, puis de 13 h 30 à 17 h ».
    fn hours(self) -> String {
        let halves = self.session.hours.halves();
        let halves = halves.map(|(_, half)| format!("de {} à {}", format::time(half.from), format::time(half.to)));
        format::capitalised(&halves.collect::<Vec<_>>().join(", puis "))
    }

    /// « De 9 h à 12 h 30, 3 h 30 de formation ».
    fn half_hours(self, half: Half) -> String {
        self.session.hours.half(half).map_or_else(String::new, |half| {
            let (from, to) = (format::time(half.from), format::time(half.to));
            format!("De {from} à {to}, {} de formation", words::minutes(half.minutes()))
        })
    }

    /// « 7 h »; empty without hours.
    fn duration(self) -> String {
        let minutes = self.session.hours.minutes();
        if minutes == 0 { String::new() } else { words::minutes(minutes) }
    }

    /// « Maison fictive, salle 2, 1 rue des Essais, Bobigny ».
    fn place(self) -> String {
        let Session { place, room, address, commune, .. } = self.session;
        let commune = commune.as_ref().and_then(|code| self.communes.by_code(code)).map(|one| one.name.as_str());
        // An address that already ends with its commune does not say it twice.
        let commune = commune.filter(|name| !address.contains(name)).unwrap_or_default();
        let parts = [place.as_str(), room.as_str(), address.as_str(), commune];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }

    fn trainers(self) -> Vec<String> {
        let trainers = self.session.trainers.iter().filter_map(|id| self.programme.trainer(id));
        trainers.map(|trainer| trainer.name()).collect()
    }

    fn structure(self, person: &Professional) -> String {
        self.programme.structure_of(person).map(|structure| structure.name.clone()).unwrap_or_default()
    }
}

fn head(name: &'static str, width: Width) -> Head {
    Head { name, width }
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
