//! The pairs of the call at three months: who calls whom. Nobody is alone: when the number is odd, three are together. Two of
//! one structure are not put together as long as others are there.

use super::card::{Card, CardId};
use crate::domain::fold::fold;
use crate::domain::programme::id::{SessionId, read};
use crate::records::{ChangeSet, InvalidId, Key, Kind, RecordId, Tables};
use chrono::NaiveDate;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// The kind of the records that keep the pairs of a session.
pub const PAIRS_KIND: &str = "card_pairs";
/// Where those of cards that name no session are kept.
const NO_SESSION: &str = "hors-session";

/// Names of the fields. They are stored: never rename one.
pub mod field {
    pub const GROUPS: &str = "groups";
    pub const DRAWN_ON: &str = "drawn_on";
}

/// Two cards, or three.
pub type Group = Vec<CardId>;

/// The pairs of a session, as kept.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Drawn {
    pub groups: Vec<Group>,
    pub on: Option<NaiveDate>,
}

/// Somebody to put in a pair.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Member {
    /// What one says of a structure is compared without its accents; nobody is of the same when it is not said.
    structure: String,
    id: CardId,
}

/// Where the pairs of a session are kept.
fn key(session: Option<&SessionId>) -> Result<Key, InvalidId> {
    let id = session.map_or_else(|| RecordId::new(NO_SESSION), |session| Ok(session.0.clone()))?;
    Ok(Key { kind: Kind::new(PAIRS_KIND)?, id })
}

/// The pairs of a session among all the records; those of cards that are gone name them still.
pub fn drawn(tables: &Tables, session: Option<&SessionId>) -> Drawn {
    let record = key(session).ok().and_then(|key| tables.get(&key));
    let record = record.filter(|record| !record.erased && !record.is_deleted());
    record.map_or_else(Drawn::default, |record| Drawn {
        groups: read(record, field::GROUPS).unwrap_or_default(),
        on: read(record, field::DRAWN_ON),
    })
}

/// Whether these groups are those of these cards: everybody is in one of them, and nobody is alone.
pub fn is_whole(groups: &[Group], cards: &[Card]) -> bool {
    let named: Vec<&CardId> = groups.iter().flatten().collect();
    let here: BTreeSet<&CardId> = cards.iter().map(|card| &card.id).collect();
    named.len() == here.len() && named.iter().all(|id| here.contains(*id)) && groups.iter().all(|group| group.len() > 1)
}

/// The pairs of these cards, with those that are already made and whose people are all here. The same cards make the same
/// pairs, in whatever order they are given. None for one card alone.
pub fn draw(cards: &[Card], made: &[Group]) -> Vec<Group> {
    let mut structures: BTreeMap<CardId, String> = BTreeMap::new();
    for card in cards {
        structures.insert(card.id.clone(), fold(card.structure.trim()));
    }
    let mut groups = kept(made, &structures);
    let in_groups: BTreeSet<CardId> = groups.iter().flatten().cloned().collect();
    let free = structures.iter().filter(|(id, _)| !in_groups.contains(*id));
    let mut free: Vec<Member> =
        free.map(|(id, structure)| Member { structure: structure.clone(), id: id.clone() }).collect();
    // Whoever is third may be needed by somebody who came since.
    let trios = groups.iter().filter(|group| group.len() > 2).count();
    if trios > 1 || (trios == 1 && !free.is_empty()) {
        for third in groups.iter_mut().filter(|group| group.len() > 2).filter_map(Vec::pop) {
            free.push(Member { structure: structures.get(&third).cloned().unwrap_or_default(), id: third });
        }
    }
    by_structure(&mut free);
    // The first is of the structure that has most people: whoever is one too many comes from there.
    let third = (free.len() % 2 == 1).then(|| free.remove(0));
    by_structure(&mut free);
    let half = free.len() / 2;
    let (ones, others) = free.split_at(half);
    groups.extend(ones.iter().zip(others).map(|(one, other)| vec![one.id.clone(), other.id.clone()]));
    if let Some(third) = third {
        join(&mut groups, third, &structures);
    }
    groups
}

/// The groups whose people are all here, each in one group only.
fn kept(made: &[Group], here: &BTreeMap<CardId, String>) -> Vec<Group> {
    let mut seen = BTreeSet::new();
    let is_whole = |group: &&Group| {
        let once: BTreeSet<&CardId> = group.iter().collect();
        (2..=3).contains(&group.len()) && once.len() == group.len() && group.iter().all(|id| here.contains_key(id))
    };
    let mut kept = Vec::new();
    for group in made.iter().filter(is_whole) {
        if group.iter().all(|id| !seen.contains(id)) {
            seen.extend(group.iter());
            kept.push(group.clone());
        }
    }
    kept
}

/// Those of the structure that has most people first, each structure together: one of the first half and one of the second are
/// then of the same only when more than a half are.
fn by_structure(members: &mut [Member]) {
    let mut sizes: BTreeMap<String, usize> = BTreeMap::new();
    for member in members.iter().filter(|member| !member.structure.is_empty()) {
        *sizes.entry(member.structure.clone()).or_default() += 1;
    }
    members.sort_by_cached_key(|member| {
        (Reverse(sizes.get(&member.structure).copied().unwrap_or(1)), member.structure.clone(), member.id.clone())
    });
}

/// Puts a third person in a pair: the last one in which nobody is of their structure, or else the last one.
fn join(groups: &mut [Group], third: Member, structures: &BTreeMap<CardId, String>) {
    let is_other = |id: &CardId| third.structure.is_empty() || structures.get(id) != Some(&third.structure);
    let fits = groups.iter().rposition(|group| group.len() == 2 && group.iter().all(is_other));
    let place = fits.or_else(|| groups.iter().rposition(|group| group.len() == 2));
    if let Some(group) = place.and_then(|place| groups.get_mut(place)) {
        group.push(third.id);
    }
}

/// Keeps the pairs of a session.
pub fn keep(session: Option<&SessionId>, groups: &[Group], today: NaiveDate) -> ChangeSet {
    let Ok(key) = key(session) else { return ChangeSet::new() };
    let mut changes = ChangeSet::one(&key, field::GROUPS, Some(groups));
    changes.write(&key, field::DRAWN_ON, Some(&today));
    changes
}

/// Names a card in no pair any more.
pub(super) fn without(tables: &Tables, card: &CardId) -> ChangeSet {
    let mut changes = ChangeSet::new();
    for (id, record) in tables.live(PAIRS_KIND) {
        let groups: Vec<Group> = read(record, field::GROUPS).unwrap_or_default();
        if groups.iter().flatten().any(|one| one == card) {
            let left: Vec<Group> =
                groups.into_iter().map(|group| group.into_iter().filter(|one| one != card).collect()).collect();
            if let Ok(kind) = Kind::new(PAIRS_KIND) {
                changes.write(&Key { kind, id: id.clone() }, field::GROUPS, Some(&left));
            }
        }
    }
    changes
}

#[cfg(test)]
#[path = "pairs_tests.rs"]
mod tests;
