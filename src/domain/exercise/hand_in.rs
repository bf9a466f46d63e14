//! What was handed in, as kept here: the same one from a file, a code on a screen or paper is one record, and its latest
//! edition is the one that counts, whatever order they came in.

use super::code::ExerciseCode;
use super::seat::Seat;
use super::work::{Asked, Work};
use crate::records::{ChangeSet, DELETED, FieldName, InvalidId, Key, Kind, Record, RecordId, Tables};
use serde::Deserialize;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The kind of the records that hold what was handed in.
pub const HAND_IN_KIND: &str = "hand_in";

/// Names of the fields. They are stored: never rename one.
pub mod field {
    pub const WORK: &str = "work";
    /// The number that the trainer gives it instead of its own.
    pub const SEAT: &str = "seat";
    /// Does not count: another one from this seat was preferred.
    pub const SET_ASIDE: &str = "set_aside";
    /// Typed from a sheet of paper: whoever typed it may correct it.
    pub const TYPED: &str = "typed";
}

/// Where what is handed in lives: under the identity drawn on the participant's device, or at the re-entry.
pub fn key(id: &RecordId) -> Result<Key, InvalidId> {
    Ok(Key { kind: Kind::new(HAND_IN_KIND)?, id: id.clone() })
}

/// Whether people can disagree on a field: of two editions of a work, the later counts.
pub fn is_disputable(field: &FieldName) -> bool {
    ![field::WORK, field::TYPED].contains(&field.as_str())
}

/// Whether it was typed from a sheet of paper.
pub fn is_typed(record: &Record) -> bool {
    record.value(field::TYPED) == Some(&Value::Bool(true))
}

/// Whether a record was handed in for an exercise, without reading the answers.
pub fn is_of(record: &Record, exercise: ExerciseCode) -> bool {
    let names_it = |work: &Value| {
        work.get("exercise").and_then(Value::as_str).and_then(|code| code.parse().ok()) == Some(exercise)
    };
    record.fields.get(field::WORK).is_some_and(|entries| entries.iter().any(|entry| names_it(&entry.value)))
}

/// Whether a record answers one thing that was asked, without reading the answers.
fn is_about(record: &Record, asked: &Asked) -> bool {
    let says_so = |work: &Value| match asked {
        Asked::Case(id) => work.pointer("/answers/case/case").and_then(Value::as_str) == Some(id.as_str()),
        Asked::Positioning(_) => work.pointer("/answers/positioning").is_some(),
    };
    record.fields.get(field::WORK).is_some_and(|entries| entries.iter().any(|entry| says_so(&entry.value)))
}

/// What was handed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandIn {
    pub key: Key,
    pub work: Work,
    pub is_set_aside: bool,
}

impl HandIn {
    /// Reads a record; none when it holds no work that can be read.
    pub fn read(key: Key, record: &Record) -> Option<Self> {
        let mut work = latest(record)?;
        if let Some(seat) = record.value(field::SEAT).and_then(|value| Seat::deserialize(value).ok()) {
            work.seat = seat;
        }
        let is_set_aside = record.value(field::SET_ASIDE).is_some_and(|value| *value == Value::Bool(true));
        Some(Self { key, work, is_set_aside })
    }

    /// What was handed in for an exercise on one thing that was asked; the answers on others are not read.
    pub fn on(tables: &Tables, exercise: ExerciseCode, asked: &Asked) -> Vec<Self> {
        let Ok(kind) = Kind::new(HAND_IN_KIND) else { return Vec::new() };
        let about = |record: &&Arc<Record>| is_of(record, exercise) && is_about(record, asked);
        let of_it = tables.live(HAND_IN_KIND).filter(|(_, record)| about(record));
        let read = of_it.filter_map(|(id, record)| Self::read(Key { kind: kind.clone(), id: id.clone() }, record));
        read.filter(|one| one.work.exercise == exercise && one.work.asked() == *asked).collect()
    }

    /// What was handed in for an exercise.
    pub fn all(tables: &Tables, exercise: ExerciseCode) -> Vec<Self> {
        let Ok(kind) = Kind::new(HAND_IN_KIND) else { return Vec::new() };
        let read =
            |(id, record): (&RecordId, &Arc<Record>)| Self::read(Key { kind: kind.clone(), id: id.clone() }, record);
        // Those of other exercises are not read whole.
        let of_it = tables.live(HAND_IN_KIND).filter(|(_, record)| is_of(record, exercise));
        of_it.filter_map(read).filter(|one| one.work.exercise == exercise).collect()
    }
}

/// The latest edition that a record holds. Two that bear one number were made apart: the same on every device comes first.
fn latest(record: &Record) -> Option<Work> {
    let held = record.fields.get(field::WORK)?.iter();
    let read = held.filter_map(|entry| Some((Work::deserialize(&entry.value).ok()?, &entry.value)));
    // Writing a work as text is slow: only where it settles something.
    let later = |(one, value): &(Work, &Value), (other, other_value): &(Work, &Value)| {
        one.edition.cmp(&other.edition).then_with(|| value.to_string().cmp(&other_value.to_string()))
    };
    read.max_by(later).map(|(work, _)| work)
}

/// Keeps what was handed in; nothing when this edition is here, or a later one.
pub fn receive(tables: &Tables, key: &Key, work: &Work) -> ChangeSet {
    let known = tables.get(key).filter(|record| !record.erased).and_then(latest);
    match known.is_some_and(|known| known.edition >= work.edition) {
        true => ChangeSet::new(),
        false => ChangeSet::one(key, field::WORK, Some(work)),
    }
}

/// Keeps what was typed from a sheet of paper: a later edition when it differs from what is here, nothing when it does not.
pub fn receive_typed(tables: &Tables, key: &Key, work: Work) -> ChangeSet {
    let record = tables.get(key).filter(|record| !record.erased);
    let before = record.and_then(|record| HandIn::read(key.clone(), record)).map(|one| one.work);
    if before.as_ref().is_some_and(|before| before.seat == work.seat && before.answers == work.answers) {
        return ChangeSet::new();
    }
    let edition = before.map_or(work.edition, |before| before.edition.saturating_add(1));
    let mut changes = ChangeSet::one(key, field::WORK, Some(&Work { edition, ..work.clone() }));
    changes.write(key, field::TYPED, Some(&true));
    // The number that the trainer gave it before would hide the one that is typed now.
    if record.is_some_and(|record| record.value(field::SEAT).is_some()) {
        changes.write(key, field::SEAT, Some(&work.seat));
    }
    changes
}

/// The numbers that handed in one thing, without what is being typed.
pub fn seats_taken(all: &[HandIn], asked: &Asked, typed: &Key) -> BTreeSet<Seat> {
    let others = all.iter().filter(|one| !one.is_set_aside && one.key != *typed && one.work.asked() == *asked);
    others.map(|one| one.work.seat).collect()
}

/// The numbers that handed in one of several things at least, settled or not.
pub fn seats_in(all: &[HandIn], asked: &BTreeSet<Asked>) -> BTreeSet<Seat> {
    let counts = |one: &&HandIn| !one.is_set_aside && asked.contains(&one.work.asked());
    all.iter().filter(counts).map(|one| one.work.seat).collect()
}

/// Says that it does not count, or counts again.
pub fn set_aside(key: &Key, aside: bool) -> ChangeSet {
    ChangeSet::one(key, field::SET_ASIDE, aside.then_some(&true))
}

/// Gives it another number than its own.
pub fn renumber(key: &Key, seat: Seat) -> ChangeSet {
    ChangeSet::one(key, field::SEAT, Some(&seat))
}

/// Takes it away; it may be put back.
pub fn delete(key: &Key) -> ChangeSet {
    ChangeSet::one(key, DELETED, Some(&true))
}

/// What the trainer may count, and what they must settle first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Collected {
    /// One from each seat, in the order of the seats.
    pub counted: BTreeMap<Asked, Vec<HandIn>>,
    /// Several from one seat for one thing: none of them counts until one is chosen.
    pub to_settle: Vec<Vec<HandIn>>,
}

impl Collected {
    /// What counts of one thing that was asked, in the order of the seats.
    pub fn counted(&self, asked: &Asked) -> &[HandIn] {
        self.counted.get(asked).map_or(&[], Vec::as_slice)
    }

    /// The seats that handed in one thing several times.
    pub fn seats_to_settle<'a>(&'a self, asked: &'a Asked) -> impl Iterator<Item = Seat> + 'a {
        let firsts = self.to_settle.iter().filter_map(|group| group.first());
        firsts.filter(|one| one.work.asked() == *asked).map(|one| one.work.seat)
    }

    /// The seats that handed in one thing, once or several times.
    pub fn seats_of(&self, asked: &Asked) -> BTreeSet<Seat> {
        self.counted(asked).iter().map(|one| one.work.seat).chain(self.seats_to_settle(asked)).collect()
    }

    /// Sorts what was handed in.
    pub fn of(hand_ins: Vec<HandIn>) -> Self {
        let mut by_seat: BTreeMap<(Asked, Seat), Vec<HandIn>> = BTreeMap::new();
        for one in hand_ins.into_iter().filter(|one| !one.is_set_aside) {
            by_seat.entry((one.work.asked(), one.work.seat)).or_default().push(one);
        }
        let mut collected = Self::default();
        for ((asked, _), ones) in by_seat {
            match <[HandIn; 1]>::try_from(ones) {
                Ok([one]) => collected.counted.entry(asked).or_default().push(one),
                Err(ones) => collected.to_settle.push(ones),
            }
        }
        collected
    }
}

#[cfg(test)]
mod tests {
    use super::super::code::Manner;
    use super::super::work::{Grade, Handed, Moment, Positioning};
    use super::*;
    use crate::domain::curriculum::objective::ObjectiveId;
    use crate::domain::interview::questionnaire::Length;
    use crate::records::{Author, DeviceId, ReplicaId};

    fn code() -> ExerciseCode {
        ExerciseCode::new(&[].into(), Length::Short, Manner::Alone, 3)
    }

    fn work(seat: u8, edition: u16) -> Work {
        let answers = Handed::Positioning(Positioning { moment: Moment::Before, levels: BTreeMap::new() });
        Work { exercise: code(), seat: Seat::new(seat).unwrap(), edition, answers }
    }

    fn id(text: &str) -> Key {
        key(&RecordId::new(text).unwrap()).unwrap()
    }

    fn write(tables: &mut Tables, changes: &ChangeSet, replica: &str) {
        let author =
            Author { replica: ReplicaId::new(replica).unwrap(), device: DeviceId::new("desk").unwrap(), at_ms: 1 };
        changes.apply(tables, &author).into_iter().for_each(|(key, record)| tables.put(key, record));
    }

    fn receive_here(tables: &mut Tables, text: &str, work: &Work, replica: &str) {
        let changes = receive(tables, &id(text), work);
        write(tables, &changes, replica);
    }

    fn merge(here: &mut Tables, there: &Tables) {
        here.merged_with(there).into_iter().for_each(|(key, record)| here.put(key, record));
    }

    #[test]
    fn handed_in_again_by_another_way_it_is_one_and_the_later_edition_counts() {
        for (mine, theirs) in [(1, 1), (1, 2), (2, 1)] {
            let (mut code_read, mut file) = (Tables::default(), Tables::default());
            receive_here(&mut code_read, "a", &work(7, mine), "trainer");
            receive_here(&mut file, "a", &work(7, theirs), "participant");
            merge(&mut code_read, &file);
            let all = HandIn::all(&code_read, code());
            assert_eq!(all.iter().map(|one| one.work.edition).collect::<Vec<_>>(), [mine.max(theirs)]);
            // Read again, nothing is new, and an older one takes nothing back.
            assert_eq!(receive(&code_read, &id("a"), &work(7, 1)), ChangeSet::new());
        }
    }

    #[test]
    fn a_sheet_sent_twice_is_one_and_corrected_it_is_a_later_edition() {
        let mut tables = Tables::default();
        let typed = |tables: &mut Tables, work: &Work| {
            let changes = receive_typed(tables, &id("a"), work.clone());
            write(tables, &changes, "trainer");
            !changes.is_empty()
        };
        let first = work(7, 1);
        let objectives = [(ObjectiveId::new("pix").unwrap(), Grade::Uses)].into();
        let answers = Handed::Positioning(Positioning { moment: Moment::Before, levels: objectives });
        let corrected = Work { answers, ..work(7, 1) };
        let other_number = Work { seat: Seat::new(9).unwrap(), ..corrected.clone() };
        for (work, writes, edition) in [
            (&first, true, 1),
            (&first, false, 1),
            (&corrected, true, 2),
            (&other_number, true, 3),
            (&other_number, false, 3),
        ] {
            assert_eq!(typed(&mut tables, work), writes);
            let all = HandIn::all(&tables, code());
            let here: Vec<_> = all.iter().map(|one| (one.work.edition, one.work.seat, &one.work.answers)).collect();
            assert_eq!(here, [(edition, work.seat, &work.answers)]);
        }
        assert!(is_typed(tables.get(&id("a")).unwrap()));
        // Renumbered, then corrected under the number of its sheet: that one counts.
        write(&mut tables, &renumber(&id("a"), Seat::new(4).unwrap()), "trainer");
        assert!(typed(&mut tables, &first));
        let seats = || HandIn::all(&tables, code()).iter().map(|one| one.work.seat.number()).collect::<Vec<_>>();
        assert_eq!(seats(), [7]);
        assert!(!is_disputable(&FieldName::new(field::TYPED).unwrap()));
    }

    #[test]
    fn a_number_is_taken_by_what_counts_and_not_by_what_is_being_typed() {
        let mut tables = Tables::default();
        for (text, seat) in [("a", 7), ("b", 2), ("c", 9)] {
            receive_here(&mut tables, text, &work(seat, 1), "trainer");
        }
        write(&mut tables, &set_aside(&id("c"), true), "trainer");
        let all = HandIn::all(&tables, code());
        let taken =
            |asked, typed| seats_taken(&all, &asked, &id(typed)).into_iter().map(Seat::number).collect::<Vec<_>>();
        assert_eq!(taken(Asked::Positioning(Moment::Before), "new"), [2, 7]);
        assert_eq!(taken(Asked::Positioning(Moment::Before), "a"), [2]);
        assert_eq!(taken(Asked::Positioning(Moment::After), "new"), [0_u8; 0]);
    }

    #[test]
    fn a_number_is_in_once_unless_all_of_it_is_set_aside() {
        let mut tables = Tables::default();
        let evening = |number| {
            let answers = Handed::Positioning(Positioning { moment: Moment::After, levels: BTreeMap::new() });
            Work { answers, ..work(number, 1) }
        };
        for (text, work) in
            [("a", work(7, 1)), ("b", evening(7)), ("c", work(8, 1)), ("d", work(9, 1)), ("e", work(9, 1))]
        {
            receive_here(&mut tables, text, &work, "trainer");
        }
        for text in ["a", "c"] {
            write(&mut tables, &set_aside(&id(text), true), "trainer");
        }
        let all = HandIn::all(&tables, code());
        let seats = |asked: &[Moment]| {
            let asked = asked.iter().copied().map(Asked::Positioning).collect();
            seats_in(&all, &asked).into_iter().map(Seat::number).collect::<Vec<_>>()
        };
        assert_eq!(seats(&Moment::ALL), [7, 9]);
        assert_eq!(seats(&[Moment::Before]), [9]);
        assert_eq!(seats(&[]), [0_u8; 0]);
    }

    #[test]
    fn two_from_one_seat_wait_until_one_is_chosen() {
        let mut tables = Tables::default();
        receive_here(&mut tables, "a", &work(7, 1), "trainer");
        receive_here(&mut tables, "b", &work(7, 1), "trainer");
        receive_here(&mut tables, "c", &work(2, 1), "trainer");
        let seats = |tables: &Tables| {
            let collected = Collected::of(HandIn::all(tables, code()));
            let counted = collected.counted.values().flatten().map(|one| one.work.seat.number()).collect::<Vec<_>>();
            (counted, collected.to_settle.len())
        };
        assert_eq!(seats(&tables), (vec![2], 1));
        let mut renumbered = tables.clone();
        write(&mut renumbered, &renumber(&id("b"), Seat::new(9).unwrap()), "trainer");
        assert_eq!(seats(&renumbered), (vec![2, 7, 9], 0));
        write(&mut tables, &set_aside(&id("a"), true), "trainer");
        assert_eq!(seats(&tables), (vec![2, 7], 0));
        write(&mut tables, &set_aside(&id("a"), false), "trainer");
        assert_eq!(seats(&tables), (vec![2], 1));
    }

    #[test]
    fn what_was_handed_in_on_one_thing_is_what_all_of_it_says_of_that_thing() {
        let mut tables = Tables::default();
        let evening = Handed::Positioning(Positioning { moment: Moment::After, levels: BTreeMap::new() });
        let case = serde_json::json!({ "case": "elodie", "questionnaire": "2026-11", "answers": {}, "orientations": {}, "asked": [] });
        let on_case = Handed::Case(serde_json::from_value(case).unwrap());
        receive_here(&mut tables, "a", &work(1, 1), "trainer");
        receive_here(&mut tables, "b", &Work { answers: evening, ..work(2, 1) }, "trainer");
        receive_here(&mut tables, "c", &Work { answers: on_case, ..work(3, 1) }, "trainer");
        let all = HandIn::all(&tables, code());
        let asked: BTreeSet<Asked> = all.iter().map(|one| one.work.asked()).collect();
        assert_eq!(asked.len(), 3);
        for asked in asked {
            let expected: Vec<HandIn> = all.iter().filter(|one| one.work.asked() == asked).cloned().collect();
            assert_eq!(HandIn::on(&tables, code(), &asked), expected);
        }
        let other = Asked::Case(crate::domain::interview::id::CaseId::new("marc").unwrap());
        assert_eq!(HandIn::on(&tables, code(), &other), []);
    }

    #[test]
    fn another_exercise_and_what_cannot_be_read_are_left_out() {
        let mut tables = Tables::default();
        receive_here(&mut tables, "a", &work(7, 1), "trainer");
        write(&mut tables, &ChangeSet::one(&id("b"), field::WORK, Some("nothing")), "trainer");
        let other = Work { exercise: ExerciseCode::new(&[].into(), Length::Full, Manner::Alone, 3), ..work(7, 1) };
        receive_here(&mut tables, "c", &other, "trainer");
        assert_eq!(HandIn::all(&tables, code()).len(), 1);
    }
}
