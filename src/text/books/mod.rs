//! The documents made of a version of the curriculum: the curriculum itself, the trainer's guide, the booklet.

mod booklet;
mod curriculum;
mod guide;
mod sequence;
#[cfg(test)]
mod tests;
mod tool;

use super::{format, teaching_curriculum};
use crate::domain::book::{Book, Head, Opening, Part, Table, Width};
use crate::domain::curriculum::coverage::Coverage;
use crate::domain::curriculum::glossary::Glossary;
use crate::domain::curriculum::objective::{ObjectiveId, Objectives};
use crate::domain::curriculum::sequence::Sequence;
use crate::domain::curriculum::tool::ToolBook;
use crate::domain::curriculum::version::{Curriculum, State};
use chrono::{NaiveDate, NaiveTime};
use std::collections::BTreeSet;

pub use booklet::booklet;
pub use curriculum::curriculum;
pub use guide::guide;

/// The name of the list of chapters.
pub const SUMMARY: &str = "Sommaire";

/// What documents are made from.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    pub version: &'a Curriculum,
    pub objectives: &'a Objectives,
    pub tools: &'a ToolBook,
    pub glossary: &'a Glossary,
    /// What the day covers, and what is to look at again.
    pub coverage: &'a Coverage,
    /// Who trains; empty: not said yet.
    pub provider: &'a str,
    pub today: NaiveDate,
}

impl<'a> Source<'a> {
    fn objective(self, id: &ObjectiveId) -> &'a str {
        self.objectives.iter().find(|one| one.id == *id).map_or("", |one| one.title.as_str())
    }

    /// « 1.2 »: the number of a group, and of an objective in it.
    fn number(self, id: &ObjectiveId) -> String {
        let groups = self.objectives.groups.iter().enumerate();
        let mut all = groups
            .flat_map(|(group, one)| one.objectives.iter().enumerate().map(move |(place, one)| (group, place, one)));
        let found = all.find(|(_, _, one)| one.id == *id);
        found.map_or_else(|| id.to_string(), |(group, place, _)| format!("{}.{}", group + 1, place + 1))
    }

    /// « 1.1, 2.3 »: the objectives that a sequence works on, in their order; empty without any.
    fn numbers(self, sequence: &Sequence) -> String {
        let ids = self.objectives.iter().map(|one| &one.id).filter(|id| sequence.active.contains_key(*id));
        ids.map(|id| self.number(id)).collect::<Vec<_>>().join(", ")
    }

    /// « version figée le 1er mars 2022 ».
    fn state(self) -> String {
        match self.version.state {
            State::Delivered => "version fournie avec Repères".to_owned(),
            State::Written => "version en cours d’écriture".to_owned(),
            State::Frozen(on) => format!("version figée le {}", format::date(on)),
        }
    }

    fn empty_book(self, title: &str) -> Book {
        let mut cover = vec![
            ("Version".to_owned(), format!("{}, {}", self.version.title, self.state())),
            ("Édité le".to_owned(), format::date(self.today)),
        ];
        if !self.provider.is_empty() {
            cover.push(("Organisme de formation".to_owned(), self.provider.to_owned()));
        }
        Book {
            title: title.to_owned(),
            subtitle:
                "Sensibilisation aux enjeux du numérique inclusif en Seine-Saint-Denis, pour les professionnelles et \
                       professionnels de l’insertion, de l’action sociale et de la médiation numérique"
                    .to_owned(),
            cover,
            foot: format!("{title} – {} – édité le {}", self.version.title, format::date(self.today)),
            opening: Opening::Cover,
            chapters: Vec::new(),
        }
    }

    /// Every thing to bring, once, in the order in which it is first needed.
    fn materials(self) -> Vec<String> {
        let mut seen = BTreeSet::new();
        let all = self.version.day.sequences.iter().flat_map(|sequence| sequence.materials());
        all.filter(|line| seen.insert(line.to_lowercase())).map(ToOwned::to_owned).collect()
    }

    /// The day at a glance.
    fn day_table(self) -> Part {
        let heads = vec![
            Head::new("Heure", Width::Usual),
            Head::new("Séquence", Width::Wide),
            Head::new("Méthode", Width::Usual),
            Head::new("Durée", Width::Narrow),
            Head::new("Objectifs", Width::Usual),
        ];
        let timeline = self.version.day.timeline(self.version.day.starts_at);
        let row = |(sequence, from, to): &(&Sequence, NaiveTime, NaiveTime)| {
            vec![
                format::span(*from, *to),
                sequence.title.clone(),
                teaching_curriculum::method(sequence.method).to_owned(),
                super::programme::minutes(u32::from(sequence.minutes)),
                self.numbers(sequence),
            ]
        };
        Part::Table(Table { caption: "La journée".to_owned(), heads, rows: timeline.iter().map(row).collect() })
    }
}

/// A fact that is told, unless it is empty.
fn fact(name: &str, value: impl Into<String>) -> Option<(String, String)> {
    let value = value.into();
    (!value.trim().is_empty()).then(|| (name.to_owned(), value))
}
