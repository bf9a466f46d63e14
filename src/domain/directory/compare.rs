//! Two editions of one source, field by field: what a new file would add, take away and change.

use super::field::PlaceField;
use super::place::{Place, PlaceId, SharedPlace};
use super::resemblance::Marks;
use std::collections::{BTreeMap, BTreeSet};

/// One place gone out of so many is many.
const MANY_OUT_OF: usize = 5;

/// What differs from an edition to the next. Places are named by their positions, in the order of the editions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EditionDiff {
    /// In the new edition.
    pub added: Vec<usize>,
    /// In the former one.
    pub gone: Vec<usize>,
    pub changed: Vec<ChangedPlace>,
    pub unchanged: usize,
    /// Identifiers that now name another place, with nothing in common: the former one is among those that are gone, the
    /// new one, named here, among those that are added.
    pub reused: Vec<usize>,
}

/// A place that both editions describe, differently.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangedPlace {
    /// In the former edition.
    pub old: usize,
    /// In the new one.
    pub new: usize,
    /// In the standard's order; their values are [`PlaceField::value`] of each description.
    pub fields: Vec<PlaceField>,
}

/// Two editions being compared, one place at a time.
#[derive(Debug)]
pub struct Comparison<'a> {
    old: &'a [SharedPlace],
    new: &'a [SharedPlace],
    /// The former places by their identifier, the first of them last.
    former: BTreeMap<&'a PlaceId, Vec<usize>>,
    /// How many of the former places are in `former`: they are taken from the end.
    arranged: usize,
    /// How many of the new places are compared.
    compared: usize,
    met: BTreeSet<usize>,
    diff: EditionDiff,
}

impl<'a> Comparison<'a> {
    /// Compares two editions of one source, whose identifiers name the same places. Values that say the same,
    /// differently written, are no change.
    pub fn new(old: &'a [SharedPlace], new: &'a [SharedPlace]) -> Self {
        let (former, met) = Default::default();
        Self { old, new, former, arranged: 0, compared: 0, met, diff: EditionDiff::default() }
    }

    /// Compares a little more; whether there was something left to compare.
    pub fn read_next(&mut self) -> bool {
        // An identifier is unique in a file; were it not, the first of each edition would go together.
        let last = self.old.len().checked_sub(self.arranged + 1);
        if let Some((position, place)) = last.and_then(|position| Some((position, self.old.get(position)?))) {
            self.former.entry(&place.id).or_default().push(position);
            self.arranged += 1;
            return true;
        }
        let Some(place) = self.new.get(self.compared) else { return false };
        let known = self.former.get_mut(&place.id).and_then(Vec::pop);
        match known.and_then(|position| Some((position, self.old.get(position)?))) {
            Some((position, known)) if self.diff.take((position, known), (self.compared, place)) => {
                self.met.insert(position);
            }
            _ => self.diff.added.push(self.compared),
        }
        self.compared += 1;
        true
    }

    /// What differs.
    pub fn finish(mut self) -> EditionDiff {
        self.diff.gone = (0..self.old.len()).filter(|position| !self.met.contains(position)).collect();
        self.diff
    }
}

/// Compares two editions at once.
pub fn compare(old: &[SharedPlace], new: &[SharedPlace]) -> EditionDiff {
    let mut comparison = Comparison::new(old, new);
    while comparison.read_next() {}
    comparison.finish()
}

impl EditionDiff {
    /// Counts two descriptions with the same identifier; whether they may be of one place.
    fn take(&mut self, (old_position, old): (usize, &Place), (new_position, new): (usize, &Place)) -> bool {
        let fields = changed_fields(old, new);
        if fields.is_empty() {
            self.unchanged += 1;
        } else if Marks::from(old).may_be(&Marks::from(new)) {
            self.changed.push(ChangedPlace { old: old_position, new: new_position, fields });
        } else {
            self.reused.push(new_position);
            return false;
        }
        true
    }

    /// Nothing differs.
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.gone.is_empty() && self.changed.is_empty()
    }

    /// Whether so many places go that the file may be another one than was meant: of the part of a territory, or of
    /// another source.
    pub fn loses_many(&self) -> bool {
        let former = self.gone.len() + self.changed.len() + self.unchanged;
        !self.gone.is_empty() && self.gone.len() * MANY_OUT_OF >= former
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
    use crate::domain::directory::place::shared;
    use proptest::prelude::*;

    fn place(id: &str, name: &str) -> Place {
        Place { commune: "Bobigny".into(), ..Place::named(PlaceId::new(id).unwrap(), name) }
    }

    fn compare(old: &[Place], new: &[Place]) -> EditionDiff {
        super::compare(&shared(old), &shared(new))
    }

    fn ids<'a>(places: &'a [Place], positions: &[usize]) -> Vec<&'a str> {
        positions.iter().map(|position| places[*position].id.as_str()).collect()
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
        assert_eq!((ids(&new, &diff.added), ids(&old, &diff.gone), diff.unchanged), (vec!["e"], vec!["b"], 1));
        let changed: Vec<_> = diff.changed.iter().map(|one| (new[one.new].id.as_str(), one.fields.clone())).collect();
        let expected = [("d", vec![PlaceField::UpdatedOn]), ("a", vec![PlaceField::PostalCode, PlaceField::Phone])];
        assert_eq!(changed, expected);
        assert!(diff.changed.iter().all(|one| old[one.old].id == new[one.new].id));
        assert_eq!((diff.only_dated(), diff.by_field().len(), diff.is_empty()), (1, 3, false));
    }

    #[test]
    fn an_identifier_given_to_another_place_changes_none() {
        let old = [place("1", "Le Relais"), place("2", "La Fabrique")];
        let new = [place("1", "La Fabrique"), place("2", "La Fabrique du Nord")];
        let same_street = |places: [Place; 2]| places.map(|place| Place { address: "2 rue fictive".into(), ..place });
        let diff = compare(&old, &new);
        assert_eq!((diff.reused.len(), diff.changed.len()), (2, 0));
        assert_eq!((ids(&new, &diff.added), ids(&old, &diff.gone)), (vec!["1", "2"], vec!["1", "2"]));
        let [old, new] = [old, new].map(same_street);
        assert_eq!((compare(&old, &new).reused.len(), compare(&old, &new).changed.len()), (0, 2));
    }

    #[test]
    fn one_place_gone_out_of_five_is_many() {
        let edition = |count: usize| -> Vec<Place> { (0..count).map(|n| place(&n.to_string(), "Le Relais")).collect() };
        for (before, after, many) in
            [(5, 4, true), (6, 5, false), (1, 0, true), (5, 5, false), (0, 5, false), (0, 0, false)]
        {
            assert_eq!(compare(&edition(before), &edition(after)).loses_many(), many, "{before} {after}");
        }
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
