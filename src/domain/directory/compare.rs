//! Two editions of one source, field by field: what a new file would add, take away and change.

use super::field::PlaceField;
use super::place::{Place, PlaceId};
use super::resemblance::Marks;
use std::collections::{BTreeMap, BTreeSet};

/// What differs from an edition to the next, in the order of the editions.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EditionDiff<'a> {
    pub added: Vec<&'a Place>,
    pub gone: Vec<&'a Place>,
    pub changed: Vec<ChangedPlace<'a>>,
    pub unchanged: usize,
    /// Identifiers that now name another place, with nothing in common: the former one is among those that are gone, the
    /// new one among those that are added.
    pub reused: Vec<&'a PlaceId>,
}

/// A place that both editions describe, differently.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangedPlace<'a> {
    pub old: &'a Place,
    pub new: &'a Place,
    /// In the standard's order; their values are [`PlaceField::value`] of each description.
    pub fields: Vec<PlaceField>,
}

/// Compares two editions of one source, whose identifiers name the same places. Values that say the same, differently
/// written, are no change.
pub fn compare<'a>(old: &'a [Place], new: &'a [Place]) -> EditionDiff<'a> {
    let mut former: BTreeMap<&PlaceId, Vec<(usize, &'a Place)>> = BTreeMap::new();
    // An identifier is unique in a file; were it not, the first of each edition would go together.
    for (position, place) in old.iter().enumerate().rev() {
        former.entry(&place.id).or_default().push((position, place));
    }
    let mut diff = EditionDiff::default();
    let mut met = BTreeSet::new();
    for place in new {
        match former.get_mut(&place.id).and_then(Vec::pop) {
            Some((position, known)) if diff.take(known, place) => {
                met.insert(position);
            }
            _ => diff.added.push(place),
        }
    }
    let is_gone = |(position, _): &(usize, &Place)| !met.contains(position);
    diff.gone = old.iter().enumerate().filter(is_gone).map(|(_, place)| place).collect();
    diff
}

impl<'a> EditionDiff<'a> {
    /// Counts two descriptions with the same identifier; whether they may be of one place.
    fn take(&mut self, old: &'a Place, new: &'a Place) -> bool {
        let fields = changed_fields(old, new);
        if fields.is_empty() {
            self.unchanged += 1;
        } else if Marks::from(old).may_be(&Marks::from(new)) {
            self.changed.push(ChangedPlace { old, new, fields });
        } else {
            self.reused.push(&new.id);
            return false;
        }
        true
    }

    /// Nothing differs.
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.gone.is_empty() && self.changed.is_empty()
    }

    /// How many places each field changes in, in the standard's order.
    pub fn by_field(&self) -> BTreeMap<PlaceField, usize> {
        let mut counts = BTreeMap::new();
        for field in self.changed.iter().flat_map(|changed| &changed.fields) {
            *counts.entry(*field).or_default() += 1;
        }
        counts
    }

    /// How many places changed by their date alone.
    pub fn only_dated(&self) -> usize {
        self.changed.iter().filter(|changed| changed.fields == [PlaceField::UpdatedOn]).count()
    }
}

fn changed_fields(old: &Place, new: &Place) -> Vec<PlaceField> {
    if old == new {
        return Vec::new();
    }
    let differs = |field: &PlaceField| !field.agree(&field.value(old), &field.value(new));
    PlaceField::ALL.iter().copied().filter(differs).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::commune::PostalCode;
    use proptest::prelude::*;

    fn place(id: &str, name: &str) -> Place {
        Place { commune: "Bobigny".into(), ..Place::named(PlaceId::new(id).unwrap(), name) }
    }

    fn ids<'a>(places: impl IntoIterator<Item = &'a &'a Place>) -> Vec<&'a str> {
        places.into_iter().map(|place| place.id.as_str()).collect()
    }

    #[test]
    fn says_what_is_added_gone_and_changed() {
        let old = [place("a", "Le Relais"), place("b", "La Fabrique"), place("c", "L’Escale"), place("d", "Le Hublot")];
        let mut new =
            vec![place("e", "La Ruche"), place("d", "Le Hublot"), place("a", "Le Relais"), place("c", "L’Escale")];
        new[1].updated_on = "2026-03-01".parse().ok();
        new[2].phone = "01 99 00 00 12".into();
        new[2].postal_code = PostalCode::new("93000").ok();
        let diff = compare(&old, &new);
        assert_eq!((ids(&diff.added), ids(&diff.gone), diff.unchanged), (vec!["e"], vec!["b"], 1));
        let changed: Vec<_> = diff.changed.iter().map(|one| (one.new.id.as_str(), one.fields.clone())).collect();
        let expected = [("d", vec![PlaceField::UpdatedOn]), ("a", vec![PlaceField::PostalCode, PlaceField::Phone])];
        assert_eq!(changed, expected);
        assert_eq!((diff.only_dated(), diff.by_field().len(), diff.is_empty()), (1, 3, false));
    }

    #[test]
    fn an_identifier_given_to_another_place_changes_none() {
        let old = [place("1", "Le Relais"), place("2", "La Fabrique")];
        let new = [place("1", "La Fabrique"), place("2", "La Fabrique du Nord")];
        let same_street = |places: [Place; 2]| places.map(|place| Place { address: "2 rue fictive".into(), ..place });
        let diff = compare(&old, &new);
        assert_eq!((diff.reused.len(), diff.changed.len()), (2, 0));
        assert_eq!((ids(&diff.added), ids(&diff.gone)), (vec!["1", "2"], vec!["1", "2"]));
        let [old, new] = [old, new].map(same_street);
        assert_eq!((compare(&old, &new).reused.len(), compare(&old, &new).changed.len()), (0, 2));
    }

    #[test]
    fn what_is_written_otherwise_is_no_change() {
        let old = [Place { phone: "01 99 00 00 12".into(), ..place("a", "Le Relais") }];
        let new = [Place { phone: "+33199000012".into(), ..place("a", "Le Relais") }];
        assert!(compare(&old, &new).is_empty());
    }

    #[test]
    fn twenty_thousand_places_are_compared_at_once() {
        let edition = |phone: &str| -> Vec<Place> {
            (0..20_000).map(|n| Place { phone: phone.into(), ..place(&n.to_string(), &format!("Lieu {n}")) }).collect()
        };
        let (old, new) = (edition("0199000012"), edition("0199000013"));
        assert_eq!(compare(&old, &new).changed.len(), 20_000);
    }

    fn any_edition() -> impl Strategy<Value = Vec<Place>> {
        let one = ("[a-f]", "[a-c]", "[01]{0,1}").prop_map(|(id, name, phone)| Place { phone, ..place(&id, &name) });
        prop::collection::vec(one, 0..12)
    }

    proptest! {
        #[test]
        fn every_place_counts_once(old in any_edition(), new in any_edition()) {
            let diff = compare(&old, &new);
            let both = diff.changed.len() + diff.unchanged;
            prop_assert_eq!(diff.added.len() + both, new.len());
            prop_assert_eq!(diff.gone.len() + both, old.len());
            let back = compare(&new, &old);
            prop_assert_eq!((back.added.len(), back.gone.len()), (diff.gone.len(), diff.added.len()));
            prop_assert!(compare(&old, &old).is_empty());
        }
    }
}
