//! What becomes of the corrections that a new edition contradicts.

use super::super::field::PlaceField;
use super::super::place::Place;
use super::super::value::FieldValue;
use super::change;
use super::model::{Correction, PlaceLife};
use super::review::Judged;
use crate::records::{ChangeSet, Key};
use std::collections::BTreeMap;

/// A correction that the new edition contradicts.
#[derive(Clone, Debug, PartialEq)]
pub struct Contradiction {
    /// The record that holds it.
    pub life: PlaceLife,
    /// The place in the new edition.
    pub place: Place,
    pub field: PlaceField,
    pub correction: Correction,
}

impl From<&Judged<'_>> for Contradiction {
    fn from(judged: &Judged<'_>) -> Self {
        let Judged { life, place, field, correction, .. } = *judged;
        Self { life: life.clone(), place: place.clone(), field, correction: correction.clone() }
    }
}

/// What becomes of a contradicted correction.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Choice {
    /// It holds, and is still to check.
    #[default]
    Later,
    Keep,
    TakeImported,
}

/// What was chosen, each with the two values that it was chosen between: where one of them is no longer the same, nothing
/// is chosen.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Choices {
    chosen: BTreeMap<(Key, PlaceField), (Between, Choice)>,
}

#[derive(Clone, Debug, PartialEq)]
struct Between {
    correction: Correction,
    imported: FieldValue,
}

impl Between {
    fn of(contradiction: &Contradiction) -> Self {
        let Contradiction { place, field, correction, .. } = contradiction;
        Self { correction: correction.clone(), imported: field.value(place) }
    }
}

impl Choices {
    pub fn choose(&mut self, contradiction: &Contradiction, choice: Choice) {
        let id = (contradiction.life.key.clone(), contradiction.field);
        self.chosen.insert(id, (Between::of(contradiction), choice));
    }

    /// What was chosen for a correction.
    pub fn of(&self, contradiction: &Contradiction) -> Choice {
        let id = (contradiction.life.key.clone(), contradiction.field);
        let chosen = self.chosen.get(&id).filter(|(between, _)| *between == Between::of(contradiction));
        chosen.map(|(_, choice)| *choice).unwrap_or_default()
    }

    /// What was chosen for these corrections, to be stored with the new edition.
    pub fn changes(&self, contradicted: &[Contradiction]) -> ChangeSet {
        let changes = contradicted.iter().flat_map(|one| {
            let changes = match self.of(one) {
                Choice::Later => ChangeSet::new(),
                Choice::Keep => change::keep_correction(&one.life, &one.place, one.field),
                Choice::TakeImported => change::drop_corrections(&one.life, [one.field]),
            };
            changes.changes
        });
        ChangeSet { changes: changes.collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::super::correction::Verdict;
    use super::super::fixture::*;
    use super::*;
    use PlaceField as F;

    fn described(phone: &str, hours: &str) -> Place {
        Place { phone: phone.into(), hours: hours.into(), ..place("1", "Le Relais") }
    }

    fn correct(desk: &mut Desk, before: &Place, field: F, value: &str) {
        let values = [(field, FieldValue::of([value]))].into();
        desk.write(&change::correct(&desk.life(before), before, &values, day(3), None));
    }

    fn contradiction(desk: &Desk, file: &Place, field: F) -> Contradiction {
        let life = desk.life(file);
        let correction = &life.corrections[&field];
        let verdict = correction.verdict(field, file);
        assert_eq!(verdict, Verdict::Contradicted);
        Contradiction::from(&Judged { life: &life, place: file, field, correction, verdict })
    }

    #[test]
    fn a_choice_falls_when_one_of_the_values_is_no_longer_the_same() {
        let (before, file) = (described("01 99 00 00 12", ""), described("01 99 00 00 14", ""));
        let mut desk = Desk::new();
        correct(&mut desk, &before, F::Phone, "01 99 00 00 13");
        let read = contradiction(&desk, &file, F::Phone);
        let mut choices = Choices::default();
        assert_eq!(choices.of(&read), Choice::Later);
        choices.choose(&read, Choice::TakeImported);
        assert_eq!(choices.of(&read), Choice::TakeImported);
        desk.write(&change::set_favourite(&desk.life(&file), true));
        assert_eq!(
            choices.of(&contradiction(&desk, &file, F::Phone)),
            Choice::TakeImported,
            "it is about the telephone"
        );
        let other = described("01 99 00 00 15", "");
        assert_eq!(choices.of(&contradiction(&desk, &other, F::Phone)), Choice::Later, "another value in the file");
        // Corrected again in another tab.
        correct(&mut desk, &before, F::Phone, "01 99 00 00 16");
        let now = contradiction(&desk, &file, F::Phone);
        assert_eq!(choices.of(&now), Choice::Later);
        assert_eq!(choices.changes(&[now]), ChangeSet::new());
    }

    #[test]
    fn what_is_chosen_is_stored_for_each_correction() {
        let before = described("01 99 00 00 12", "Mo 09:00-12:00");
        let file = described("01 99 00 00 14", "Tu 09:00-12:00");
        let mut desk = Desk::new();
        correct(&mut desk, &before, F::Phone, "01 99 00 00 13");
        correct(&mut desk, &before, F::Hours, "We 09:00-12:00");
        let both = [F::Phone, F::Hours].map(|field| contradiction(&desk, &file, field));
        let mut choices = Choices::default();
        choices.choose(&both[0], Choice::Keep);
        choices.choose(&both[1], Choice::TakeImported);
        desk.write(&choices.changes(&both));
        let life = desk.life(&file);
        assert_eq!(life.corrections[&F::Phone].verdict(F::Phone, &file), Verdict::Left);
        assert_eq!(life.corrections.get(&F::Hours), None);
    }
}
