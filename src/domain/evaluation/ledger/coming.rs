//! Who would be told if one published now: how many, and who waits. It says nothing of what they said.

use super::Ledger;
use crate::domain::evaluation::measure::About;
use crate::domain::evaluation::population::{Population, Unit};
use crate::domain::exercise::debrief::Threshold;
use crate::domain::programme::id::SessionId;
use std::collections::{BTreeMap, BTreeSet};

/// What publishing would add.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coming {
    /// How many came in, by session; those who were published as well.
    pub received: BTreeMap<SessionId, usize>,
    /// Those who would be told, by their session.
    pub next: BTreeMap<SessionId, usize>,
    /// Those who wait until they are enough, by their session.
    pub waiting: BTreeMap<SessionId, usize>,
}

impl Ledger {
    /// Who would be told, and who waits.
    pub fn coming(&self, population: &Population, threshold: Threshold) -> Coming {
        let mut coming = Coming::default();
        for unit in &population.units {
            *coming.received.entry(unit.session.clone()).or_default() += 1;
        }
        let counted = self.counted();
        for unit in population.units.iter().filter(|unit| !counted.contains(unit.id.as_str())) {
            *coming.waiting.entry(unit.session.clone()).or_default() += 1;
        }
        for unit in self.next_batches(&population.units, threshold).into_iter().flatten() {
            *coming.next.entry(unit.session.clone()).or_default() += 1;
            coming.waiting.entry(unit.session.clone()).and_modify(|waiting| *waiting -= 1);
        }
        coming.waiting.retain(|_, waiting| *waiting > 0);
        coming
    }

    /// Those who are told next, batch by batch: enough of one session, or of several together, who were asked the same.
    pub(super) fn next_batches<'a>(&self, units: &'a [Unit], threshold: Threshold) -> Vec<Vec<&'a Unit>> {
        let counted = self.counted();
        let mut alike: BTreeMap<(&BTreeSet<About>, &SessionId), Vec<&Unit>> = BTreeMap::new();
        for unit in units.iter().filter(|unit| !counted.contains(unit.id.as_str())) {
            alike.entry((&unit.unasked, &unit.session)).or_default().push(unit);
        }
        let (enough, few): (Vec<_>, Vec<_>) =
            alike.into_iter().partition(|(_, units)| units.len() >= threshold.number());
        let mut together: BTreeMap<&BTreeSet<About>, Vec<&Unit>> = BTreeMap::new();
        for ((unasked, _), units) in few {
            together.entry(unasked).or_default().extend(units);
        }
        let together = together.into_values().filter(|units| units.len() >= threshold.number());
        enough.into_iter().map(|(_, units)| units).chain(together).collect()
    }

    fn counted(&self) -> BTreeSet<&str> {
        self.batches.iter().flat_map(|batch| batch.units.iter().map(String::as_str)).collect()
    }
}
