//! The columns of version 0.1 whose values are now in several columns.

use super::list::{split, starts_with_separator};
use super::{Remark, Row, excerpt};
use crate::domain::directory::standard::{FORMER_EVERYONE, Label, Programme, Public, SpecialCare, StandardValue};
use crate::domain::fold::squash;
use crate::exchange::csv::column::{Column, SplitColumn};

impl Row<'_> {
    pub fn read_split_columns(&mut self) {
        self.read_publics();
        self.read_labels();
    }

    /// The values of a cell, empty ones left out.
    fn split_list(&mut self, from: SplitColumn, reported_as: Column) -> Vec<String> {
        let position = self.cells.layout.split_position(from);
        let raw = position.and_then(|position| self.cells.record.get(position)).unwrap_or("");
        let text = self.cleaned(reported_as, raw);
        let values = split(&text, starts_with_separator).map(str::trim);
        values.filter(|value| !value.is_empty()).map(str::to_owned).collect()
    }

    /// Version 0.1 named those who are welcome, the present one those for whom a place is meant. A place that welcomes
    /// adults besides the young and the old is meant for everyone: these words are kept, and restrict nothing.
    fn read_publics(&mut self) {
        let texts = self.split_list(SplitColumn::Publics, Column::Publics);
        let is_for_everyone = texts.iter().any(|text| is_everyone(text));
        for text in &texts {
            match (SpecialCare::parse_former(text), Public::parse_former(text)) {
                (Some(care), _) => self.place.special_care.add(care),
                (None, Some(Public::Women)) => self.place.publics.add(Public::Women),
                (None, Some(public)) if !is_for_everyone => self.place.publics.add(public),
                (None, Some(_)) => self.place.publics.keep(text),
                (None, None) => {
                    self.place.publics.keep(text);
                    if !is_everyone(text) {
                        self.remarks.push(Remark::UnknownValue { column: Column::Publics, value: excerpt(text) });
                    }
                }
            }
        }
    }

    /// Labels that are in neither list have a column of their own, which takes any text.
    fn read_labels(&mut self) {
        for text in self.split_list(SplitColumn::Labels, Column::OtherLabels) {
            if let Some(programme) = Programme::parse_former(&text) {
                self.place.programmes.add(programme);
            } else if let Some(label) = Label::parse_former(&text) {
                self.place.labels.add(label);
            } else if !self.place.other_labels.contains(&text) {
                self.place.other_labels.push(text);
            }
        }
    }
}

fn is_everyone(text: &str) -> bool {
    squash(text) == squash(FORMER_EVERYONE)
}
