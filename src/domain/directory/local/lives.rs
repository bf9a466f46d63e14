//! Everything that is known here of places: the records, put together place by place.

use super::super::imported::ImportedPlaces;
use super::super::place::{Place, PlaceId};
use super::identity::{PLACE_KIND, PlaceIdentity, PlaceTrace};
use super::model::PlaceLife;
use crate::records::{Key, Kind, RecordId, Tables};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// What is known of every place, by record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lives {
    by_record: BTreeMap<RecordId, PlaceLife>,
    /// Records that were removed or erased: nothing more is written to them.
    spent: BTreeSet<RecordId>,
    /// By the first record of a place, the records of those that became it.
    attached: BTreeMap<RecordId, Vec<RecordId>>,
}

impl Lives {
    pub fn read(tables: &Tables) -> Self {
        let mut lives = Self::default();
        let Ok(kind) = Kind::new(PLACE_KIND) else { return lives };
        for (_, id, record) in tables.iter().filter(|(other, _, _)| **other == kind) {
            if record.erased || record.is_deleted() {
                lives.spent.insert(id.clone());
                continue;
            }
            let life = PlaceLife::from_record(&Key { kind: kind.clone(), id: id.clone() }, record);
            if let Some(Ok(to)) = life.attached_to.as_ref().map(PlaceTrace::identity) {
                lives.attached.entry(to.key.id).or_default().push(id.clone());
            }
            lives.by_record.insert(id.clone(), life);
        }
        lives
    }

    /// Only what changes how places are shown: corrections, closures, and which place became which.
    #[must_use]
    pub fn descriptions(&self) -> Self {
        let mut only = self.clone();
        for life in only.by_record.values_mut() {
            (life.notes, life.verified, life.is_favourite) = (BTreeMap::new(), None, false);
            (life.kept_aside, life.disputed) = (Vec::new(), Vec::new());
        }
        let is_told = |life: &PlaceLife| !life.is_blank() || life.attached_to.is_some();
        // The records of one place are numbered, and read until one is missing.
        let numbered = |id: &RecordId| id.as_str().split_once('-').map(|(first, _)| first.to_owned());
        let told = only.by_record.iter().filter(|(_, life)| is_told(life));
        let families: BTreeSet<String> = told.filter_map(|(id, _)| numbered(id)).collect();
        let spent = &mut only.spent;
        only.by_record.retain(|id, life| {
            if !is_told(life) && families.contains(&numbered(id).unwrap_or_else(|| id.to_string())) {
                spent.insert(id.clone());
            }
            is_told(life)
        });
        only
    }

    /// Each record's own share.
    pub fn iter(&self) -> impl Iterator<Item = &PlaceLife> {
        self.by_record.values()
    }

    /// What is known of a place, as [`ImportedPlaces::identities`] names it; blank when nothing is. `None`: no source
    /// describes the place, and nothing can be noted of it.
    pub fn of(&self, place: &Place, identities: &[PlaceIdentity]) -> Option<PlaceLife> {
        let own = identities.first()?;
        let mut found = identities.iter().flat_map(|identity| self.recorded(identity, place)).collect::<Vec<_>>();
        let written = found.first().map(|life| life.key.clone());
        found.extend(self.attached_to(place, identities));
        let key = written.or_else(|| own.keys().find(|key| !self.is_taken(&key.id)))?;
        let identity = identities.iter().find(|identity| key.id.as_str().starts_with(identity.key.id.as_str()));
        let mut seen = BTreeSet::new();
        let mut parts = found.into_iter().filter(|life| seen.insert(life.key.id.clone())).cloned();
        let mut life = match self.by_record.get(&key.id) {
            Some(_) => parts.next()?,
            None => PlaceLife::empty(key),
        };
        parts.for_each(|part| life.join(part));
        life.place = Some(PlaceTrace::of(identity.unwrap_or(own), place));
        Some(life)
    }

    /// What is known of a place of the directory.
    pub fn in_directory(&self, directory: &ImportedPlaces, id: &PlaceId) -> Option<PlaceLife> {
        self.of(directory.place(id)?, &directory.identities(id))
    }

    /// The records about this very place: an identifier may have named another one.
    fn recorded<'a>(&'a self, identity: &PlaceIdentity, place: &Place) -> Vec<&'a PlaceLife> {
        let taken = identity.keys().take_while(|key| self.is_taken(&key.id));
        let held = taken.filter_map(|key| self.by_record.get(&key.id));
        held.filter(|life| life.place.as_ref().is_none_or(|trace| trace.may_be(place))).collect()
    }

    fn is_taken(&self, id: &RecordId) -> bool {
        self.by_record.contains_key(id) || self.spent.contains(id)
    }

    /// The records of the places that became this one, and of those that became them.
    fn attached_to<'a>(&'a self, place: &Place, identities: &[PlaceIdentity]) -> Vec<&'a PlaceLife> {
        let mut found: Vec<&PlaceLife> = Vec::new();
        let mut seen: BTreeSet<&RecordId> = BTreeSet::new();
        let mut to_follow: VecDeque<(RecordId, bool)> =
            identities.iter().map(|identity| (identity.key.id.clone(), true)).collect();
        while let Some((target, is_place)) = to_follow.pop_front() {
            let lives = self.attached.get(&target).into_iter().flatten().filter_map(|id| self.by_record.get(id));
            for life in lives {
                let is_meant = || life.attached_to.as_ref().is_some_and(|to| to.may_be(place));
                if (is_place && !is_meant()) || !seen.insert(&life.key.id) {
                    continue;
                }
                found.push(life);
                if let Some(Ok(own)) = life.place.as_ref().map(PlaceTrace::identity) {
                    to_follow.push_back((own.key.id, false));
                }
            }
        }
        found
    }

    /// The place that a trace leads to today: the same one where it still is, or what it became. `find` gives the place
    /// that bears an identity.
    pub fn place_of<'a>(
        &self,
        trace: &PlaceTrace,
        find: impl Fn(&PlaceTrace) -> Option<&'a Place>,
    ) -> Option<&'a Place> {
        let mut trace = trace;
        let mut seen = BTreeSet::new();
        loop {
            if let Some(place) = find(trace).filter(|place| trace.may_be(place)) {
                return Some(place);
            }
            let identity = trace.identity().ok()?;
            if !seen.insert(identity.key.id.clone()) {
                return None;
            }
            let taken = identity.keys().take_while(|key| self.is_taken(&key.id));
            let is_about = |life: &&PlaceLife| {
                life.place.as_ref().is_none_or(|place| place == trace || place.marks().may_be(&trace.marks()))
            };
            let lives = taken.filter_map(|key| self.by_record.get(&key.id)).filter(is_about);
            trace = lives.into_iter().find_map(|life| life.attached_to.as_ref())?;
        }
    }

    /// What is known of places that are not to be found.
    pub fn orphans<'a>(&self, find: impl Fn(&PlaceTrace) -> Option<&'a Place>) -> Vec<&PlaceLife> {
        let is_lost = |trace: &PlaceTrace| self.place_of(trace, &find).is_none();
        let is_orphan = |life: &&PlaceLife| !life.is_blank() && life.place.as_ref().is_some_and(is_lost);
        self.iter().filter(is_orphan).collect()
    }

    /// The places of the directory of which this is known: the favourites, those that were checked since a day…
    pub fn places(&self, directory: &ImportedPlaces, is_wanted: impl Fn(&PlaceLife) -> bool) -> BTreeSet<PlaceId> {
        let wanted = self.iter().filter(|life| is_wanted(life)).filter_map(|life| life.place.as_ref());
        let find = |trace: &PlaceTrace| directory.described_as(&trace.source, &trace.place);
        wanted.filter_map(|trace| self.place_of(trace, find)).map(|place| place.id.clone()).collect()
    }
}

#[cfg(test)]
#[path = "lives_tests.rs"]
mod tests;
