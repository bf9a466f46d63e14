//! What importing files would do here, before anything is done.

pub mod alarm;
pub mod effect;

use crate::records::{Key, Kind, Record, Tables};
use effect::{Effect, RecordEffect};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How many records of one kind would change, and how. A record counts once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct KindCounts {
    /// Not here yet.
    pub added: usize,
    /// Here, with newer values.
    pub changed: usize,
    /// Removed here, and there again.
    pub restored: usize,
    /// Here, and both sides wrote the same field apart: both values are kept.
    pub in_conflict: usize,
    /// Removed by the file; may be restored.
    pub deleted: usize,
    /// Erased for good by the file.
    pub erased: usize,
    /// Already the same here, with nothing newer, or removed without having been here.
    pub unchanged: usize,
}

/// A trial merge: what would change, and the records as they would become.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImportPlan {
    pub by_kind: BTreeMap<Kind, KindCounts>,
    /// What would happen to each record that shows: the gravest first.
    pub effects: Vec<RecordEffect>,
    pub records: Vec<(Key, Record)>,
}

impl ImportPlan {
    /// Merges `incoming` into a copy of what is here.
    pub fn new(here: &Tables, incoming: &Tables) -> Self {
        let mut plan = Self { records: here.merged_with(incoming), ..Self::default() };
        for (kind, _, _) in incoming.iter() {
            plan.by_kind.entry(kind.clone()).or_default().unchanged += 1;
        }
        for (key, becomes) in &plan.records {
            let Some(effect) = RecordEffect::of(key, here.get(key), becomes) else { continue };
            let counts = plan.by_kind.entry(key.kind.clone()).or_default();
            // A record about a person whom the file erases changes though the file does not hold it.
            if incoming.get(key).is_some() {
                counts.unchanged -= 1;
            }
            counts.add(effect.effect);
            plan.effects.push(effect);
        }
        plan.effects.sort_by_key(|effect| effect.effect);
        plan
    }

    /// Nothing would change.
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// How many records would no longer be there.
    pub fn removed(&self) -> usize {
        self.by_kind.values().map(|counts| counts.deleted + counts.erased).sum()
    }
}

/// What several files hold together; their order changes nothing.
pub fn merged(files: &[&Tables]) -> Tables {
    let mut all = Tables::default();
    for file in files {
        for (key, record) in all.merged_with(file) {
            all.put(key, record);
        }
    }
    all
}

impl KindCounts {
    /// How many records the files hold.
    pub fn total(self) -> usize {
        let Self { added, changed, restored, in_conflict, deleted, erased, unchanged } = self;
        added + changed + restored + in_conflict + deleted + erased + unchanged
    }

    fn add(&mut self, effect: Effect) {
        let count = match effect {
            Effect::Erased => &mut self.erased,
            Effect::Deleted => &mut self.deleted,
            Effect::InConflict => &mut self.in_conflict,
            Effect::Restored => &mut self.restored,
            Effect::Changed => &mut self.changed,
            Effect::Added => &mut self.added,
        };
        *count += 1;
    }
}

#[cfg(test)]
#[path = "plan_tests.rs"]
mod tests;
