//! Corrections over the imported description: the place as people here know it, and where each value comes from.

use super::super::field::PlaceField;
use super::super::place::Place;
use super::super::value::{FieldValue, ValueFault};
use super::model::{Correction, PlaceLife};
use std::collections::BTreeMap;

/// What the import says of a correction today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// It says something else than both: someone has to look.
    Contradicted,
    /// It says the same: the correction has become useless.
    Confirmed,
    /// It says what was corrected.
    Left,
}

impl Correction {
    /// What an imported description says of the correction of this field.
    pub fn verdict(&self, field: PlaceField, imported: &Place) -> Verdict {
        let says = field.value(imported);
        match () {
            () if says == self.instead_of => Verdict::Left,
            () if field.agree(&says, &self.value) => Verdict::Confirmed,
            () if field.agree(&says, &self.instead_of) => Verdict::Left,
            () => Verdict::Contradicted,
        }
    }
}

/// A place as people here know it. A correction that the import contradicts holds until someone decides: it is shown
/// beside what the import says.
pub fn corrected(place: &Place, life: &PlaceLife) -> Place {
    let mut corrected = place.clone();
    for (field, correction) in &life.corrections {
        field.put(&correction.value, &mut corrected);
    }
    corrected
}

/// The same, to hand over as a file of the standard: its date is that of the last correction, when that is later.
pub fn to_export(place: &Place, life: &PlaceLife) -> Place {
    let last = life.corrections.values().map(|correction| correction.on).max();
    Place { updated_on: place.updated_on.max(last), ..corrected(place, life) }
}

/// A field as it is shown: what the import says, and the correction when there is one.
#[derive(Clone, Debug, PartialEq)]
pub struct ShownField<'a> {
    pub field: PlaceField,
    pub imported: FieldValue,
    pub correction: Option<(&'a Correction, Verdict)>,
}

/// Every field that says something, in the standard's order, with where it comes from.
pub fn shown<'a>(place: &Place, life: &'a PlaceLife) -> Vec<ShownField<'a>> {
    let fields = PlaceField::ALL.iter().copied().map(|field| {
        let correction = life.corrections.get(&field);
        let correction = correction.map(|correction| (correction, correction.verdict(field, place)));
        ShownField { field, imported: field.value(place), correction }
    });
    fields.filter(|shown| shown.correction.is_some() || !shown.imported.is_empty()).collect()
}

/// Fields as typed in a form of corrections: those of a list on a line each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CorrectionsDraft {
    pub texts: BTreeMap<PlaceField, String>,
}

/// What is wrong with a field.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct FieldFault {
    pub field: PlaceField,
    pub fault: ValueFault,
}

impl CorrectionsDraft {
    /// These fields of a place, as people here know it.
    pub fn of(known: &Place, fields: impl IntoIterator<Item = PlaceField>) -> Self {
        let fields = fields.into_iter().filter(|field| field.is_correctable());
        Self { texts: fields.map(|field| (field, field.typed(&field.value(known)))).collect() }
    }

    /// The values that were changed, or every fault in the standard's order. What was left as it was is not judged: an
    /// imported value may be worse than any that could be typed.
    pub fn read(&self, known: &Place) -> Result<BTreeMap<PlaceField, FieldValue>, Vec<FieldFault>> {
        let (mut values, mut faults) = (BTreeMap::new(), Vec::new());
        for (field, text) in &self.texts {
            let before = field.value(known);
            if text.trim() == field.typed(&before).trim() {
                continue;
            }
            match field.read(text) {
                Ok(value) if value != before => drop(values.insert(*field, value)),
                Ok(_) => {}
                Err(fault) => faults.push(FieldFault { field: *field, fault }),
            }
        }
        if faults.is_empty() { Ok(values) } else { Err(faults) }
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::*;
    use super::super::{change, lives::Lives};
    use super::*;
    use crate::domain::directory::edition::DirectorySnapshot;
    use crate::domain::directory::standard::{Fee, Service, Values};
    use PlaceField as F;

    fn imported() -> Place {
        Place {
            phone: "01 99 00 00 12".into(),
            hours: "le matin".into(),
            services: Values::read(["Café fictif"]),
            updated_on: "2024-01-01".parse().ok(),
            ..place("1", "Le Relais")
        }
    }

    #[test]
    fn what_is_typed_becomes_corrections_or_every_fault() {
        let known = imported();
        let mut draft = CorrectionsDraft::of(&known, F::ALL.iter().copied());
        assert_eq!(draft.read(&known), Ok(BTreeMap::new()), "what the import says is not judged");
        assert_eq!(draft.texts.get(&F::UpdatedOn), None);
        draft.texts.insert(F::Phone, "standard".into());
        draft.texts.insert(F::Name, " ".into());
        let faults = vec![
            FieldFault { field: F::Name, fault: ValueFault::Missing },
            FieldFault { field: F::Phone, fault: ValueFault::NotAPhone("standard".into()) },
        ];
        assert_eq!(draft.read(&known), Err(faults));
        draft.texts.insert(F::Phone, "01 99 00 00 13".into());
        draft.texts.insert(F::Name, "Le Relais ".into());
        draft.texts.insert(F::Services, String::new());
        let values = [(F::Phone, FieldValue::of(["01 99 00 00 13"])), (F::Services, FieldValue::default())];
        assert_eq!(draft.read(&known), Ok(values.into()));
    }

    #[test]
    fn corrections_lie_over_the_import_and_can_be_taken_back() {
        let known = imported();
        let mut desk = Desk::new();
        let values = [
            (F::Phone, FieldValue::of(["0199000013"])),
            (F::Hours, FieldValue::of(["Mo-Fr 09:00-12:00"])),
            (F::Fees, FieldValue::of(["Gratuit"])),
            (F::Services, FieldValue::of(["Aide aux démarches administratives"])),
            (F::Name, FieldValue::of(["Le Relais"])),
        ];
        desk.write(&change::correct(&desk.life(&known), &known, &values.into(), day(3), signed("MD").as_ref()));
        let life = desk.life(&known);
        let place = corrected(&known, &life);
        assert_eq!(place.phone, "0199000013");
        assert!(place.fees.contains(Fee::Free) && place.services.contains(Service::AdministrativeHelp));
        assert_eq!((place.name.as_str(), place.updated_on), ("Le Relais", known.updated_on));
        assert_eq!(to_export(&known, &life).updated_on, Some(day(3)));
        assert_eq!(life.corrections.len(), 4, "what the import says already is no correction");
        let phone = shown(&known, &life).into_iter().find(|shown| shown.field == F::Phone).unwrap();
        assert_eq!(phone.imported, FieldValue::of(["01 99 00 00 12"]));
        let (correction, verdict) = phone.correction.unwrap();
        assert_eq!((correction.on, &correction.by, verdict), (day(3), &signed("MD"), Verdict::Left));
        // The corrected place goes out and comes back whole.
        let snapshot = DirectorySnapshot::new("Essai", "essai.csv", day(4), vec![place.clone()]);
        let (_, text) = snapshot.to_text().unwrap();
        assert_eq!(DirectorySnapshot::from_text(&text).unwrap().places, [place.into()]);
        desk.write(&change::drop_corrections(&life, [F::Phone, F::Hours, F::Fees, F::Services]));
        assert_eq!(corrected(&known, &desk.life(&known)), known);
    }

    #[test]
    fn a_later_import_confirms_contradicts_or_leaves_a_correction() {
        let before = imported();
        let mut desk = Desk::new();
        let values = [(F::Phone, FieldValue::of(["01 99 00 00 13"]))].into();
        desk.write(&change::correct(&desk.life(&before), &before, &values, day(3), None));
        let verdict = |desk: &Desk, phone: &str| {
            let now = Place { phone: phone.into(), ..before.clone() };
            desk.life(&now).corrections.get(&F::Phone).map(|correction| correction.verdict(F::Phone, &now))
        };
        for (phone, expected) in [
            ("01 99 00 00 12", Verdict::Left),
            ("+33199000012", Verdict::Left),
            ("+33199000013", Verdict::Confirmed),
            ("01 99 00 00 14", Verdict::Contradicted),
            ("", Verdict::Contradicted),
        ] {
            assert_eq!(verdict(&desk, phone), Some(expected), "{phone}");
        }
        let now = Place { phone: "01 99 00 00 14".into(), ..before.clone() };
        desk.write(&change::keep_correction(&desk.life(&now), &now, F::Phone));
        assert_eq!(verdict(&desk, "01 99 00 00 14"), Some(Verdict::Left));
        assert!(change::keep_correction(&desk.life(&now), &now, F::Hours).is_empty());
        assert_eq!(Lives::read(&desk.tables).iter().count(), 1);
    }
}
