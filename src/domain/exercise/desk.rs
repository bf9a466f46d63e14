//! What the trainer's desk shows: which numbers have arrived, which are awaited, and what settles several from one seat.

use super::hand_in::{Collected, HandIn, renumber, set_aside};
use super::model::SeatCount;
use super::seat::Seat;
use super::work::{Asked, Moment};
use crate::domain::interview::id::CaseId;
use crate::records::{ChangeSet, Key};
use std::collections::BTreeSet;

/// Which seats have handed in one thing that was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrivals {
    pub asked: Asked,
    pub counted: Vec<Seat>,
    /// Handed in several times: none counts until one is chosen.
    pub to_settle: Vec<Seat>,
    /// Numbers of the room that have not come.
    pub missing: Vec<Seat>,
}

impl Arrivals {
    fn of(asked: Asked, collected: &Collected, seats: SeatCount) -> Self {
        let counted = collected.counted(&asked).iter().map(|one| one.work.seat).collect();
        let to_settle = collected.seats_to_settle(&asked).collect();
        let have_come = collected.seats_of(&asked);
        let missing = Seat::first(seats.get()).filter(|seat| !have_come.contains(seat)).collect();
        Self { asked, counted, to_settle, missing }
    }
}

/// What has arrived, in the order of the day: for each case of the exercise in its order, for whatever else was handed in,
/// and for the evening once there was a morning.
pub fn arrivals(cases: &[CaseId], collected: &Collected, seats: SeatCount) -> Vec<Arrivals> {
    let mut asked: Vec<Asked> = cases.iter().cloned().map(Asked::Case).collect();
    let handed_in = collected.counted.keys().cloned();
    let handed_in = handed_in.chain(collected.to_settle.iter().filter_map(|group| Some(group.first()?.work.asked())));
    let mut others: BTreeSet<Asked> = handed_in.collect();
    // Those who were asked in the morning are asked again in the evening, before anybody has answered.
    if others.contains(&Asked::Positioning(Moment::Before)) {
        others.insert(Asked::Positioning(Moment::After));
    }
    others.retain(|one| !asked.contains(one));
    asked.extend(others);
    asked.sort_by_key(Asked::rank_in_day);
    asked.into_iter().map(|one| Arrivals::of(one, collected, seats)).collect()
}

/// What has arrived of both positionings, in the order of the day.
pub fn positionings(collected: &Collected, seats: SeatCount) -> Vec<Arrivals> {
    Moment::ALL.map(|at| Arrivals::of(Asked::Positioning(at), collected, seats)).into()
}

/// Whether several from one seat say the same: the same answers came by two ways.
pub fn are_alike(group: &[HandIn]) -> bool {
    group.windows(2).all(|two| matches!(two, [one, other] if one.work.answers == other.work.answers))
}

/// Keeps one of those that one seat handed in: the others do not count.
pub fn keep(group: &[HandIn], kept: &Key) -> ChangeSet {
    let others = group.iter().filter(|one| one.key != *kept);
    ChangeSet { changes: others.flat_map(|one| set_aside(&one.key, true).changes).collect() }
}

/// Why a number cannot be given to what was handed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RenumberFault {
    /// Not from 1 to [`Seat::MAX`].
    NotASeat,
    /// The number it has.
    Same(Seat),
    /// Something else that counts, or waits, has this number.
    Taken(Seat),
}

/// Gives another number to what was handed in, among everything handed in for its exercise.
pub fn renumber_as_typed(typed: &str, one: &HandIn, all: &[HandIn]) -> Result<(Seat, ChangeSet), RenumberFault> {
    let seat = typed.trim().parse().ok().and_then(|number| Seat::new(number).ok()).ok_or(RenumberFault::NotASeat)?;
    if seat == one.work.seat {
        return Err(RenumberFault::Same(seat));
    }
    let has_it = |other: &HandIn| !other.is_set_aside && other.work.seat == seat;
    match all.iter().any(|other| has_it(other) && other.work.asked() == one.work.asked()) {
        true => Err(RenumberFault::Taken(seat)),
        false => Ok((seat, renumber(&one.key, seat))),
    }
}

#[cfg(test)]
mod tests {
    use super::super::code::{ExerciseCode, Manner};
    use super::super::hand_in::{field, key};
    use super::super::work::{CaseWork, Handed, Positioning, Work};
    use super::*;
    use crate::domain::interview::questionnaire::{Length, Version};
    use crate::records::{Change, RecordId};
    use std::collections::BTreeMap;

    fn seat(number: u8) -> Seat {
        Seat::new(number).unwrap()
    }

    fn case(id: &str) -> CaseId {
        CaseId::new(id).unwrap()
    }

    fn hand_in(id: &str, number: u8, answers: Handed) -> HandIn {
        let exercise = ExerciseCode::new(&[].into(), Length::Short, Manner::Alone, 3);
        let work = Work { exercise, seat: seat(number), edition: 1, answers };
        HandIn { key: key(&RecordId::new(id).unwrap()).unwrap(), work, is_set_aside: false }
    }

    fn on(id: &str, number: u8, of: &str) -> HandIn {
        let work = CaseWork {
            case: case(of),
            questionnaire: Version("2026-11".to_owned()),
            answers: BTreeMap::new(),
            orientations: BTreeMap::new(),
            asked: BTreeSet::new(),
        };
        hand_in(id, number, Handed::Case(work))
    }

    fn positioned(id: &str, number: u8, moment: Moment) -> HandIn {
        hand_in(id, number, Handed::Positioning(Positioning { moment, levels: BTreeMap::new() }))
    }

    fn room() -> Vec<HandIn> {
        vec![
            on("a", 1, "elodie"),
            on("b", 3, "elodie"),
            on("c", 4, "elodie"),
            on("d", 4, "elodie"),
            on("e", 9, "elodie"),
            on("f", 2, "inconnu"),
            positioned("g", 2, Moment::Before),
            positioned("h", 2, Moment::After),
        ]
    }

    #[test]
    fn each_number_has_arrived_waits_or_is_missing() {
        let collected = Collected::of(room());
        let told = arrivals(&[case("sami"), case("elodie")], &collected, SeatCount::new(5).unwrap());
        let numbers = |seats: &[Seat]| seats.iter().map(|seat| seat.number()).collect::<Vec<_>>();
        let told: Vec<_> = told
            .into_iter()
            .map(|one| (one.asked, numbers(&one.counted), numbers(&one.to_settle), numbers(&one.missing)))
            .collect();
        let expected = [
            (Asked::Positioning(Moment::Before), vec![2], vec![], vec![1, 3, 4, 5]),
            (Asked::Case(case("sami")), vec![], vec![], vec![1, 2, 3, 4, 5]),
            // Somebody who was not expected has come too.
            (Asked::Case(case("elodie")), vec![1, 3, 9], vec![4], vec![2, 5]),
            (Asked::Case(case("inconnu")), vec![2], vec![], vec![1, 3, 4, 5]),
            (Asked::Positioning(Moment::After), vec![2], vec![], vec![1, 3, 4, 5]),
        ];
        assert_eq!(told, expected);
    }

    #[test]
    fn an_evening_is_awaited_once_there_was_a_morning() {
        let asked = |hand_ins: Vec<HandIn>| {
            let told = arrivals(&[], &Collected::of(hand_ins), SeatCount::new(2).unwrap());
            told.into_iter().map(|one| (one.asked, one.missing.len())).collect::<Vec<_>>()
        };
        let [before, after] = Moment::ALL.map(Asked::Positioning);
        assert_eq!(asked(vec![positioned("a", 1, Moment::Before)]), [(before.clone(), 1), (after.clone(), 2)]);
        let twice = vec![positioned("a", 1, Moment::Before), positioned("b", 1, Moment::Before)];
        assert_eq!(asked(twice), [(before, 1), (after.clone(), 2)], "settled or not");
        assert_eq!(asked(vec![positioned("a", 1, Moment::After)]), [(after, 1)]);
        assert_eq!(asked(vec![]), []);
    }

    #[test]
    fn both_positionings_are_awaited_from_every_number() {
        let told = positionings(&Collected::of(room()), SeatCount::new(3).unwrap());
        let told: Vec<_> = told.into_iter().map(|one| (one.asked, one.counted, one.missing)).collect();
        let expected = Moment::ALL.map(|at| (Asked::Positioning(at), vec![seat(2)], vec![seat(1), seat(3)]));
        assert_eq!(told, expected);
        let none = positionings(&Collected::default(), SeatCount::new(3).unwrap());
        assert!(none.iter().all(|one| one.counted.is_empty() && one.missing.len() == 3) && none.len() == 2);
    }

    #[test]
    fn one_is_kept_and_every_other_is_set_aside() {
        let group = [on("a", 4, "elodie"), on("b", 4, "elodie"), on("c", 4, "elodie")];
        let changes = keep(&group, &group[1].key).changes;
        let aside: Vec<_> = changes.iter().map(|change| change.key().id.as_str()).collect();
        assert_eq!(aside, ["a", "c"]);
        assert!(matches!(&changes[0], Change::Set { field, .. } if field.as_str() == field::SET_ASIDE));
        assert!(are_alike(&group));
        assert!(!are_alike(&[on("a", 4, "elodie"), on("b", 4, "sami")]));
    }

    #[test]
    fn a_number_is_given_when_nothing_has_it() {
        let mut all = room();
        all.push(HandIn { is_set_aside: true, ..on("i", 7, "elodie") });
        let one = all[3].clone();
        for (typed, fault) in [
            ("", RenumberFault::NotASeat),
            ("0", RenumberFault::NotASeat),
            ("61", RenumberFault::NotASeat),
            ("7K", RenumberFault::NotASeat),
            ("4", RenumberFault::Same(seat(4))),
            ("3", RenumberFault::Taken(seat(3))),
        ] {
            assert_eq!(renumber_as_typed(typed, &one, &all), Err(fault), "{typed}");
        }
        // Another case, and what is set aside, take no number.
        for (typed, number) in [("2", 2), (" 7 ", 7), ("60", 60)] {
            let (given, changes) = renumber_as_typed(typed, &one, &all).unwrap();
            assert_eq!(given, seat(number));
            assert_eq!(changes, renumber(&one.key, seat(number)));
        }
    }
}
