//! Who oriented to whom: counts that participants give, by kind of structure, without a name. Those that are small enough to
//! point at somebody are not given, nor those from which they could be worked out.

use crate::domain::exercise::debrief::Threshold;
use crate::domain::programme::id::{all, identity, read};
use crate::domain::programme::structure::StructureKind;
use crate::records::{Record, RecordId, Tables};
use std::collections::BTreeMap;

identity! {
    /// What one participant counted.
    OrientedId, ORIENTED_KIND = "co_orientation"
}

/// Names of the fields. They are stored: never rename one.
pub mod field {
    pub const FROM: &str = "from";
    pub const TO: &str = "to";
    pub const PEOPLE: &str = "people";
}

/// What one participant counted, as read: so many people, oriented from a kind of structure to another.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Oriented {
    pub id: OrientedId,
    pub from: Option<StructureKind>,
    pub to: Option<StructureKind>,
    pub people: Option<usize>,
}

impl Oriented {
    /// Reads a record. Total.
    pub fn from_record(id: &RecordId, record: &Record) -> Self {
        Self {
            id: OrientedId(id.clone()),
            from: read(record, field::FROM),
            to: read(record, field::TO),
            people: read(record, field::PEOPLE),
        }
    }

    /// Everything that was counted, by kind of structure, then in the order it was noted.
    pub fn all(tables: &Tables) -> Vec<Self> {
        let mut counted = all(tables, ORIENTED_KIND, Self::from_record);
        counted.sort_by_key(|one| (one.from, one.to, one.id.clone()));
        counted
    }
}

/// A number of people, as it may be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Count {
    /// From so many to so many. An exact number would tell, less what was shown before, what one participant added since.
    Between(usize, usize),
    /// Small, or such that a small one could be worked out from it.
    Hidden,
}

/// People oriented from a kind of structure to another.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Flow {
    pub from: StructureKind,
    pub to: StructureKind,
    pub people: Count,
}

/// Every flow that was counted, and how many people in all.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Flows {
    pub flows: Vec<Flow>,
    pub people: Count,
}

/// Too few counts for anything to be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct TooFew {
    pub received: usize,
    pub needed: usize,
}

#[derive(Clone, Copy, Debug, Default)]
struct Cell {
    people: usize,
    counts: usize,
    is_hidden: bool,
}

/// What may be shown of these counts. A flow is shown from so many people, whom at least three counts tell of.
pub fn flows(counted: &[Oriented], threshold: Threshold) -> Result<Flows, TooFew> {
    let mut cells: BTreeMap<(StructureKind, StructureKind), Cell> = BTreeMap::new();
    let mut received = 0;
    for one in counted {
        let (Some(from), Some(to), Some(people)) = (one.from, one.to, one.people.filter(|people| *people > 0)) else {
            continue;
        };
        let cell = cells.entry((from, to)).or_default();
        cell.people = cell.people.saturating_add(people);
        cell.counts += 1;
        received += 1;
    }
    let needed = threshold.number();
    if received < needed {
        return Err(TooFew { received, needed });
    }
    let shows_total = hide(&mut cells.values_mut().collect::<Vec<_>>(), needed);
    let total = cells.values().fold(0_usize, |sum, cell| sum.saturating_add(cell.people));
    let flows = cells.into_iter().map(|((from, to), cell)| Flow { from, to, people: cell.shown(needed) });
    let people = if shows_total { within_step(total, needed) } else { Count::Hidden };
    Ok(Flows { flows: flows.collect(), people })
}

impl Cell {
    fn shown(self, step: usize) -> Count {
        if self.is_hidden { Count::Hidden } else { within_step(self.people, step) }
    }
}

/// The step that a number is in: steps are as wide as the smallest group that is shown.
fn within_step(people: usize, step: usize) -> Count {
    let least = people - people.checked_rem(step).unwrap_or(0);
    Count::Between(least, least.saturating_add(step.saturating_sub(1)))
}

/// Hides the small cells, then the next smallest until those that are hidden make a group together: the total gives their
/// sum. Whether the total may be shown.
fn hide(cells: &mut [&mut Cell], needed: usize) -> bool {
    let least = usize::from(Threshold::MIN);
    let is_small = |people: usize, counts: usize| people < needed || counts < least;
    cells.sort_by_key(|cell| (cell.people, cell.counts));
    for cell in cells.iter_mut() {
        cell.is_hidden = is_small(cell.people, cell.counts);
    }
    loop {
        let hidden = cells.iter().filter(|cell| cell.is_hidden);
        let (number, people, counts) = hidden.fold((0, 0_usize, 0), |(number, people, counts), cell| {
            (number + 1, people.saturating_add(cell.people), counts + cell.counts)
        });
        if number == 0 || (number > 1 && !is_small(people, counts)) {
            return true;
        }
        let Some(next) = cells.iter_mut().find(|cell| !cell.is_hidden) else { return false };
        next.is_hidden = true;
    }
}

#[cfg(test)]
#[path = "oriented_tests.rs"]
mod tests;
