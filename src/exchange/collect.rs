//! What the codes of an exercise bring: the same rules as for a file, one code at a time.

use super::packed::{Lists, PackFault, unpack};
use crate::domain::exercise::code::ExerciseCode;
use crate::domain::exercise::hand_in::{self, Collected, HandIn};
use crate::domain::exercise::seat::Seat;
use crate::domain::exercise::work::{Asked, Work};
use crate::records::{ChangeSet, Key, Tables};
use std::collections::BTreeMap;

/// What a code brought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arrival {
    /// Something that was not here.
    New(Sender),
    /// A later edition of what was here, which it replaces.
    Later(Sender),
    /// What was here already, or something older.
    Again(Sender),
    /// It was taken away, or erased: a code does not bring it back.
    Gone,
    /// Handed in for another exercise.
    OtherExercise(ExerciseCode),
    Refused(PackFault),
}

/// Whose it is, for what, and whether it counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sender {
    pub seat: Seat,
    pub asked: Asked,
    pub standing: Standing,
}

/// What becomes of something that was handed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Counts,
    /// Another one came from the same seat for the same thing: the trainer chooses.
    ToSettle,
    SetAside,
}

/// What codes bring to an exercise, each in its turn, and what is to be stored of it.
pub fn collect(
    texts: &[String],
    exercise: ExerciseCode,
    tables: &Tables,
    lists: &Lists<'_>,
) -> (Vec<Arrival>, ChangeSet) {
    let mut here = Here {
        tables,
        exercise,
        hand_ins: HandIn::all(tables, exercise).into_iter().map(|one| (one.key.clone(), one)).collect(),
        changes: ChangeSet::new(),
    };
    let come: Vec<Come> = texts.iter().map(|text| here.take(text, lists)).collect();
    let Here { hand_ins, changes, .. } = here;
    let collected = Collected::of(hand_ins.values().cloned().collect());
    let told = come.into_iter().map(|come| match come {
        Come::Told(arrival) => arrival,
        Come::Here(as_what, key) => match hand_ins.get(&key) {
            Some(one) => as_what(sender(one, &collected)),
            None => Arrival::Gone,
        },
    });
    (told.collect(), changes)
}

/// What one code brought, before all of them are weighed together.
enum Come {
    Told(Arrival),
    /// It is here now.
    Here(fn(Sender) -> Arrival, Key),
}

struct Here<'a> {
    tables: &'a Tables,
    exercise: ExerciseCode,
    hand_ins: BTreeMap<Key, HandIn>,
    changes: ChangeSet,
}

impl Here<'_> {
    fn take(&mut self, text: &str, lists: &Lists<'_>) -> Come {
        let (id, work) = match unpack(text, lists) {
            Ok((_, work)) if work.exercise != self.exercise => {
                return Come::Told(Arrival::OtherExercise(work.exercise));
            }
            Ok(read) => read,
            Err(fault) => return Come::Told(Arrival::Refused(fault)),
        };
        let Ok(key) = hand_in::key(&id) else { return Come::Told(Arrival::Refused(PackFault::Damaged)) };
        let known = self.hand_ins.get(&key);
        if known.is_some_and(|known| known.work.edition >= work.edition) {
            return Come::Here(Arrival::Again, key);
        }
        let is_erased = self.tables.get(&key).is_some_and(|record| record.erased);
        let changes = hand_in::receive(self.tables, &key, &work);
        if is_erased || changes.is_empty() {
            return Come::Told(Arrival::Gone);
        }
        let as_what = if known.is_some() { Arrival::Later } else { Arrival::New };
        self.changes.changes.extend(changes.changes);
        // What the trainer decided of it stays: the number that was given, and that it does not count.
        let record = self.tables.get(&key);
        let before = record.and_then(|record| HandIn::read(key.clone(), record));
        let is_renumbered = record.is_some_and(|record| record.value(hand_in::field::SEAT).is_some());
        let seat = before.as_ref().filter(|_| is_renumbered).map_or(work.seat, |before| before.work.seat);
        let is_set_aside = before.is_some_and(|before| before.is_set_aside);
        let one = HandIn { key: key.clone(), work: Work { seat, ..work }, is_set_aside };
        self.hand_ins.insert(key.clone(), one);
        Come::Here(as_what, key)
    }
}

fn sender(one: &HandIn, collected: &Collected) -> Sender {
    let (seat, asked) = (one.work.seat, one.work.asked());
    let standing = match one.is_set_aside {
        true => Standing::SetAside,
        false if collected.seats_to_settle(&asked).any(|waiting| waiting == seat) => Standing::ToSettle,
        false => Standing::Counts,
    };
    Sender { seat, asked, standing }
}

#[cfg(test)]
#[path = "collect_tests.rs"]
mod tests;
