//! The days when a synthesis was published, as its record tells them.

use super::ledger::Ledger;
use super::synthesis::{SYNTHESIS_KIND, Stage, field};
use crate::records::{FieldName, Kind, Record};
use chrono::NaiveDate;
use serde::Deserialize;
use std::collections::BTreeSet;

/// Whether a field says what was told or erased: that is not taken back, wherever one goes back to.
pub fn is_said(kind: &Kind, name: &FieldName) -> bool {
    let said = [field::LEDGER, field::PUBLISHED, field::ERASED];
    kind.as_str() == SYNTHESIS_KIND && said.iter().any(|family| name.as_str().starts_with(family))
}

/// A publication.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Publication {
    /// Its rank: two of one rank were published apart.
    pub nth: usize,
    pub on: NaiveDate,
    pub stage: Stage,
}

/// Every publication, in order.
pub fn all(record: &Record) -> Vec<Publication> {
    let read = |(of, value): (&str, &serde_json::Value)| {
        let (on, nth) = of.split_once('/')?;
        Some(Publication { nth: nth.parse().ok()?, on: on.parse().ok()?, stage: Stage::deserialize(value).ok()? })
    };
    let mut all: Vec<_> = record.family(field::PUBLISHED).filter_map(read).collect();
    all.sort_unstable();
    all
}

/// Those that these ledgers tell of. Once two that were published apart are settled, those of the one that was set aside
/// are left: no batch bears their day. A closing may have told the detail only, which bears none.
pub fn told<'a>(all: &[Publication], ledgers: impl Iterator<Item = &'a Ledger> + Clone) -> Vec<Publication> {
    let was_apart = all.iter().zip(all.iter().skip(1)).any(|(one, next)| one.nth == next.nth);
    // Not settled yet, or unreadable: nothing says which.
    if !was_apart || ledgers.clone().next().is_none() {
        return all.to_vec();
    }
    let is_detailed = ledgers.clone().any(Ledger::is_detailed);
    let days: BTreeSet<NaiveDate> = ledgers.flat_map(|ledger| &ledger.batches).map(|batch| batch.on).collect();
    let may_be = |one: &&Publication| is_detailed || one.stage == Stage::OnTheWay;
    let (with_batches, without): (Vec<_>, Vec<_>) =
        all.iter().copied().filter(|one| may_be(&one)).partition(|one| days.contains(&one.on));
    let closed = |one: &Publication| one.stage == Stage::Closing;
    let mut told = with_batches;
    if !told.iter().any(closed) {
        told.extend(without.into_iter().filter(closed));
    }
    told.sort_unstable();
    told
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{Rooms, store, survey};
    use super::super::population::Population;
    use super::super::response::receive_all;
    use super::super::survey::SurveyKind;
    use super::super::synthesis::{Part, Standing, Synthesis, key};
    use super::*;
    use crate::domain::exercise::debrief::Threshold;
    use crate::domain::programme::id::{CycleId, SessionId};
    use crate::records::{ChangeSet, Tables};

    fn find(tables: &Tables) -> Synthesis {
        Synthesis::find(tables, &CycleId::new("cycle").unwrap())
    }

    /// A machine where so many answered, and what it publishes.
    fn machine(rooms: &[usize], replica: &str, published: &[(&str, Stage)]) -> Tables {
        let mut tables = Tables::default();
        let (_, changes) = receive_all(&tables, &Rooms::of(rooms).responses);
        store(&mut tables, &changes, replica);
        let sessions = ["s1", "s2"].map(|id| SessionId::new(id).unwrap());
        for (on, stage) in published {
            let population = Population::answering(&tables, &survey(SurveyKind::EndOfDay), &sessions);
            let populations = [(Part::EndOfDay, population)].into();
            let on = on.parse().unwrap();
            let changes = find(&tables).publish(&populations, Threshold::default(), *stage, on).unwrap();
            store(&mut tables, &changes, replica);
        }
        tables
    }

    fn days(synthesis: &Synthesis) -> Vec<(String, Stage)> {
        synthesis.published.iter().map(|(on, stage)| (on.to_string(), *stage)).collect()
    }

    #[test]
    fn what_was_published_is_that_of_the_ledger_that_was_chosen() {
        let way = [("2022-04-01", Stage::OnTheWay)];
        let closing = [("2022-04-02", Stage::Closing)];
        let detail = [("2022-04-03", Stage::OnTheWay), ("2022-04-09", Stage::Closing)];
        for (chosen, left) in [(&way[..], &closing[..]), (&closing, &way), (&way, &detail), (&detail, &way)] {
            let (here, there) = (machine(&[12], "r1", chosen), machine(&[12, 7], "r2", left));
            let mut merged = here.clone();
            merged.merged_with(&there).into_iter().for_each(|(key, record)| merged.put(key, record));
            let split = find(&merged);
            assert_eq!((split.standing, split.published.len()), (Standing::Split, chosen.len() + left.len()));
            let kept = find(&here).ledgers.remove(&Part::EndOfDay).unwrap();
            let settled = ChangeSet::one(&key(&split.cycle).unwrap(), "ledger/end_of_day", Some(&kept));
            store(&mut merged, &settled, "r1");
            let settled = find(&merged);
            assert_eq!((settled.standing, days(&settled)), (Standing::Whole, days(&find(&here))));
        }
    }

    #[test]
    fn a_closing_that_only_tells_the_detail_counts() {
        let told = [("2022-04-03", Stage::OnTheWay), ("2022-04-09", Stage::Closing)];
        assert_eq!(find(&machine(&[12], "r1", &told)).published.len(), 2);
    }
}
