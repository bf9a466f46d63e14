//! A positioning sheet that a participant filled on paper, as the trainer types it: both moments are on it, and each that
//! was filled is handed in by itself.

use super::code::ExerciseCode;
use super::seat::{Seat, SeatFault};
use super::typed::read_seat;
use super::work::{Asked, Grade, Handed, Moment, Positioning, Work};
use crate::domain::curriculum::objective::{ObjectiveId, Objectives};
use std::collections::{BTreeMap, BTreeSet};

/// What is typed, cell by cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypedPositioning {
    /// The number, alone or with the letter of the ticket.
    pub seat: String,
    pub levels: BTreeMap<(Moment, ObjectiveId), String>,
}

/// What is wrong with a sheet, cell by cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PositioningFault {
    Seat(SeatFault),
    /// Someone whose number this is has positioned themselves at this moment already.
    SeatTaken(Seat, Moment),
    /// Not the rank of a grade.
    Level(Moment, ObjectiveId),
    /// Nothing was typed.
    Empty,
}

/// The grade of a cell, by its rank from 1; nothing typed is no level.
fn grade(cell: &str) -> Result<Option<Grade>, ()> {
    match cell.trim() {
        "" => Ok(None),
        typed => {
            let rank = typed.parse::<usize>().ok().and_then(|rank| rank.checked_sub(1));
            rank.and_then(|rank| Grade::ALL.get(rank)).copied().map(Some).ok_or(())
        }
    }
}

impl TypedPositioning {
    /// The sheet that reads as this work, to type over it; blank when it answers a case.
    pub fn of(work: &Work) -> Self {
        let Handed::Positioning(held) = &work.answers else { return Self::default() };
        let rank = |grade: &Grade| 1 + Grade::ALL.iter().take_while(|one| *one != grade).count();
        let cell = |(id, grade): (&ObjectiveId, &Grade)| ((held.moment, id.clone()), rank(grade).to_string());
        Self { seat: work.seat.to_string(), levels: held.levels.iter().map(cell).collect() }
    }

    /// Reads a sheet: what it hands in for each moment that was filled, or everything that is wrong with it. `taken` are the
    /// numbers that handed in each thing that was asked.
    pub fn read(
        &self,
        exercise: ExerciseCode,
        objectives: &Objectives,
        taken: &BTreeMap<Asked, BTreeSet<Seat>>,
    ) -> Result<Vec<Work>, Vec<PositioningFault>> {
        let mut faults = Vec::new();
        let seat = read_seat(&self.seat, exercise).map_err(|fault| faults.push(PositioningFault::Seat(fault)));
        let mut filled = Vec::new();
        for moment in Moment::ALL {
            let mut levels = BTreeMap::new();
            for objective in objectives.iter() {
                let cell = self.levels.get(&(moment, objective.id.clone())).map_or("", String::as_str);
                match grade(cell) {
                    Ok(Some(grade)) => drop(levels.insert(objective.id.clone(), grade)),
                    Ok(None) => {}
                    Err(()) => faults.push(PositioningFault::Level(moment, objective.id.clone())),
                }
            }
            if !levels.is_empty() {
                filled.push(Positioning { moment, levels });
            }
        }
        if let Ok(seat) = seat {
            let has_come = |one: &&Positioning| {
                taken.get(&Asked::Positioning(one.moment)).is_some_and(|seats| seats.contains(&seat))
            };
            let already = filled.iter().filter(has_come).map(|one| PositioningFault::SeatTaken(seat, one.moment));
            faults.splice(0..0, already.collect::<Vec<_>>());
        }
        if faults.is_empty() && filled.is_empty() {
            faults.push(PositioningFault::Empty);
        }
        let (Ok(seat), true) = (seat, faults.is_empty()) else { return Err(faults) };
        let work = |one| Work { exercise, seat, edition: 1, answers: Handed::Positioning(one) };
        Ok(filled.into_iter().map(work).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::super::code::Manner;
    use super::*;
    use crate::content::objectives::objectives;
    use crate::domain::interview::questionnaire::Length;

    fn code() -> ExerciseCode {
        ExerciseCode::new(&[].into(), Length::Full, Manner::Alone, 5)
    }

    fn sheet(seat: &str, cells: &[(Moment, &str, &str)]) -> TypedPositioning {
        let cell = |(at, id, typed): &(Moment, &str, &str)| ((*at, ObjectiveId::new(id).unwrap()), (*typed).to_owned());
        TypedPositioning { seat: seat.to_owned(), levels: cells.iter().map(cell).collect() }
    }

    fn read(typed: &TypedPositioning, taken: &[(Moment, u8)]) -> Result<Vec<Work>, Vec<PositioningFault>> {
        let mut seats: BTreeMap<Asked, BTreeSet<Seat>> = BTreeMap::new();
        for (at, number) in taken {
            seats.entry(Asked::Positioning(*at)).or_default().insert(Seat::new(*number).unwrap());
        }
        typed.read(code(), objectives().unwrap(), &seats)
    }

    #[test]
    fn each_moment_that_was_filled_is_handed_in() {
        use Moment::{After, Before};
        let both = sheet("7", &[(Before, "pix", "1"), (Before, "map", " 4 "), (After, "pix", "3"), (After, "map", "")]);
        let works = read(&both, &[(Before, 8)]).unwrap();
        let told: Vec<_> = works.iter().map(|work| (work.seat.number(), work.edition, work.asked())).collect();
        assert_eq!(told, [(7, 1, Asked::Positioning(Before)), (7, 1, Asked::Positioning(After))]);
        let levels = |work: &Work| match &work.answers {
            Handed::Positioning(one) => one.levels.values().copied().collect::<Vec<_>>(),
            Handed::Case(_) => panic!("a positioning"),
        };
        assert_eq!(levels(&works[0]), [Grade::Explains, Grade::Discovers]);
        assert_eq!(levels(&works[1]), [Grade::Uses]);
        // What was typed is typed over as it stands.
        for work in &works {
            assert_eq!(read(&TypedPositioning::of(work), &[]), Ok(vec![work.clone()]));
        }
        let ticket = Seat::new(7).unwrap().ticket(code());
        assert_eq!(read(&sheet(&ticket, &[(After, "pix", "2")]), &[(Before, 7)]).unwrap().len(), 1);
    }

    #[test]
    fn everything_that_is_wrong_is_said_at_once() {
        use Moment::{After, Before};
        let seat = Seat::new(7).unwrap();
        let pix = || ObjectiveId::new("pix").unwrap();
        let wrong = sheet("7", &[(Before, "pix", "5"), (Before, "map", "1"), (After, "pix", "0"), (After, "map", "2")]);
        assert_eq!(
            read(&wrong, &[(After, 7)]),
            Err(vec![
                PositioningFault::SeatTaken(seat, After),
                PositioningFault::Level(Before, pix()),
                PositioningFault::Level(After, pix()),
            ])
        );
        assert_eq!(read(&sheet("7", &[]), &[]), Err(vec![PositioningFault::Empty]));
        let no_seat = sheet("", &[(Before, "pix", "1-2")]);
        let expected = vec![PositioningFault::Seat(SeatFault::Shape), PositioningFault::Level(Before, pix())];
        assert_eq!(read(&no_seat, &[]), Err(expected));
    }
}
