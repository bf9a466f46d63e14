//! A sheet that a participant filled on paper, as the trainer types it.

use super::case::Case;
use super::code::ExerciseCode;
use super::grid::{self, CellFault, NumberFault};
use super::seat::{Seat, SeatFault};
use super::work::{CaseWork, Handed, Stance, Work};
use crate::domain::interview::answer::Answers;
use crate::domain::interview::id::ItemId;
use crate::domain::interview::questionnaire::{Item, Questionnaire};
use crate::domain::interview::rulebook::Rulebook;
use std::collections::{BTreeMap, BTreeSet};

/// What is typed, cell by cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypedSheet {
    /// The number, alone or with the letter of the ticket.
    pub seat: String,
    pub answers: BTreeMap<ItemId, String>,
    /// Orientations by their rank in the rules, from 1.
    pub kept: String,
    pub set_aside: String,
    /// What the person was asked about, by rank in the case, from 1.
    pub asked: String,
}

/// What is wrong with a sheet, cell by cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SheetFault {
    Seat(SeatFault),
    /// Someone whose number this is has handed in this case already.
    SeatTaken(Seat),
    Answer(ItemId, CellFault),
    Kept(NumberFault),
    SetAside(NumberFault),
    /// Both kept and set aside, by its rank.
    Both(usize),
    Asked(NumberFault),
    /// No answer and no orientation was typed.
    Empty,
}

/// What the sheet of a case asks, in the order of the paper.
pub fn items(questionnaire: &Questionnaire, exercise: ExerciseCode) -> impl Iterator<Item = &Item> {
    questionnaire.items.iter().filter(move |item| item.belongs_to(exercise.length))
}

impl TypedSheet {
    /// The sheet that reads as this work, to type over it; none when it answers something else than this case.
    pub fn of(work: &Work, case: &Case, questionnaire: &Questionnaire, rulebook: &Rulebook) -> Option<Self> {
        let Handed::Case(held) = &work.answers else { return None };
        if held.case != case.id {
            return None;
        }
        let cell = |item: &Item| (item.id.clone(), grid::written(item, held.answers.get(&item.id)));
        let orientations = || (1..).zip(&rulebook.orientations);
        let ranks = |stance| {
            let of_it = orientations().filter(|(_, one)| held.orientations.get(&one.id) == Some(&stance));
            grid::written_numbers(of_it.map(|(rank, _)| rank))
        };
        let asked = (1..).zip(case.topics()).filter(|(_, topic)| held.asked.contains(&topic.id));
        Some(Self {
            seat: work.seat.to_string(),
            answers: items(questionnaire, work.exercise).map(cell).collect(),
            kept: ranks(Stance::Kept),
            set_aside: ranks(Stance::SetAside),
            asked: grid::written_numbers(asked.map(|(rank, _)| rank)),
        })
    }

    /// Reads a sheet: the work that it hands in, or everything that is wrong with it. `taken` are the numbers that handed in
    /// this case.
    pub fn read(
        &self,
        exercise: ExerciseCode,
        case: &Case,
        questionnaire: &Questionnaire,
        rulebook: &Rulebook,
        taken: &BTreeSet<Seat>,
    ) -> Result<Work, Vec<SheetFault>> {
        let mut faults = Vec::new();
        let seat = read_seat(&self.seat, exercise)
            .map_err(SheetFault::Seat)
            .and_then(|seat| if taken.contains(&seat) { Err(SheetFault::SeatTaken(seat)) } else { Ok(seat) })
            .map_err(|fault| faults.push(fault));
        let answers = self.read_answers(exercise, questionnaire, &mut faults);
        let orientations = rulebook.orientations.len();
        let mut numbers = |cell: &str, most, fault: fn(NumberFault) -> SheetFault| {
            grid::read_numbers(cell, most).map_err(|found| faults.push(fault(found))).unwrap_or_default()
        };
        let kept = numbers(&self.kept, orientations, SheetFault::Kept);
        let set_aside = numbers(&self.set_aside, orientations, SheetFault::SetAside);
        let asked = numbers(&self.asked, case.topics().count(), SheetFault::Asked);
        faults.extend(kept.intersection(&set_aside).map(|both| SheetFault::Both(*both)));
        if faults.is_empty() && answers.is_empty() && kept.is_empty() && set_aside.is_empty() {
            faults.push(SheetFault::Empty);
        }
        let (Ok(seat), true) = (seat, faults.is_empty()) else { return Err(faults) };
        let id = |rank: &usize| rulebook.orientations.get(rank - 1).map(|one| one.id.clone());
        let of = |ranks: &BTreeSet<usize>, stance| {
            ranks.iter().filter_map(id).map(|id| (id, stance)).collect::<Vec<(_, Stance)>>()
        };
        let topics: Vec<_> = case.topics().collect();
        let asked = asked.iter().filter_map(|rank| topics.get(rank - 1)).map(|topic| topic.id.clone()).collect();
        // On paper nobody skips a question for them: all that they answered counts, pointless or not.
        let orientations = of(&kept, Stance::Kept).into_iter().chain(of(&set_aside, Stance::SetAside)).collect();
        let work = CaseWork {
            case: case.id.clone(),
            questionnaire: questionnaire.version.clone(),
            answers,
            orientations,
            asked,
        };
        Ok(Work { exercise, seat, edition: 1, answers: Handed::Case(work) })
    }

    fn read_answers(
        &self,
        exercise: ExerciseCode,
        questionnaire: &Questionnaire,
        faults: &mut Vec<SheetFault>,
    ) -> Answers {
        let mut answers = Answers::new();
        for item in items(questionnaire, exercise) {
            let cell = self.answers.get(&item.id).map_or("", String::as_str);
            match grid::read(item, cell) {
                Ok(Some(answer)) => drop(answers.insert(item.id.clone(), answer)),
                Ok(None) => {}
                Err(fault) => faults.push(SheetFault::Answer(item.id.clone(), fault)),
            }
        }
        answers
    }
}

/// The number alone is enough for whoever sees the sheet; a letter that is typed must be the right one.
pub(super) fn read_seat(typed: &str, exercise: ExerciseCode) -> Result<Seat, SeatFault> {
    let digits = typed.trim();
    match !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        true => digits.parse().map_err(|_| SeatFault::Range).and_then(Seat::new),
        false => Seat::read(typed, exercise),
    }
}

#[cfg(test)]
mod tests {
    use super::super::code::Manner;
    use super::*;
    use crate::content::cases::cases;
    use crate::content::questionnaire::questionnaire;
    use crate::content::rules::rulebook;
    use crate::domain::interview::answer::Answer;
    use crate::domain::interview::questionnaire::Length;
    use proptest::prelude::*;

    fn case() -> &'static Case {
        cases().unwrap().cases.first().unwrap()
    }

    fn code() -> ExerciseCode {
        ExerciseCode::new(&[case().number].into(), Length::Full, Manner::Alone, 5)
    }

    fn read(sheet: &TypedSheet, taken: &[u8]) -> Result<Work, Vec<SheetFault>> {
        let taken = taken.iter().map(|number| Seat::new(*number).unwrap()).collect();
        sheet.read(code(), case(), questionnaire().unwrap(), rulebook().unwrap(), &taken)
    }

    fn cell(item: &str, typed: &str) -> (ItemId, String) {
        (ItemId::new(item).unwrap(), typed.to_owned())
    }

    fn sheet(seat: &str, answers: &[(&str, &str)]) -> TypedSheet {
        let answers = answers.iter().map(|(item, typed)| cell(item, typed)).collect();
        TypedSheet { seat: seat.to_owned(), answers, ..TypedSheet::default() }
    }

    fn work_of(sheet: &TypedSheet) -> CaseWork {
        match read(sheet, &[]).unwrap().answers {
            Handed::Case(work) => work,
            Handed::Positioning(_) => panic!("a case"),
        }
    }

    #[test]
    fn a_sheet_becomes_a_work() {
        let typed = TypedSheet {
            kept: "1 3".to_owned(),
            set_aside: "2".to_owned(),
            asked: "1".to_owned(),
            ..sheet(" 7 ", &[("devices", "1"), ("mailbox", "0")])
        };
        let work = read(&typed, &[6, 8]).unwrap();
        assert_eq!((work.exercise, work.seat.number(), work.edition), (code(), 7, 1));
        let work = work_of(&typed);
        assert_eq!(work.case, case().id);
        assert_eq!(work.answers.len(), 2);
        assert_eq!(work.answers.get(&ItemId::new("mailbox").unwrap()), Some(&Answer::DoesNotKnow));
        let orientation = |rank: usize| rulebook().unwrap().orientations[rank - 1].id.clone();
        let expected = [(1, Stance::Kept), (2, Stance::SetAside), (3, Stance::Kept)];
        assert_eq!(work.orientations, expected.map(|(rank, stance)| (orientation(rank), stance)).into());
        assert_eq!(work.asked, [case().topics().next().unwrap().id.clone()].into());
    }

    #[test]
    fn a_work_is_typed_over_as_it_was_typed() {
        let typed = TypedSheet {
            kept: "1 3".to_owned(),
            set_aside: "2".to_owned(),
            asked: "1 2".to_owned(),
            ..sheet("7", &[("devices", "12"), ("mailbox", "0")])
        };
        let work = read(&typed, &[]).unwrap();
        let again = TypedSheet::of(&work, case(), questionnaire().unwrap(), rulebook().unwrap()).unwrap();
        let filled = TypedSheet {
            answers: again.answers.clone().into_iter().filter(|(_, cell)| !cell.is_empty()).collect(),
            ..again.clone()
        };
        assert_eq!(filled, typed);
        assert_eq!(again.answers.len(), items(questionnaire().unwrap(), code()).count());
        assert_eq!(read(&again, &[]), Ok(work.clone()));
        let other = &cases().unwrap().cases[1];
        assert_eq!(TypedSheet::of(&work, other, questionnaire().unwrap(), rulebook().unwrap()), None);
    }

    #[test]
    fn the_ticket_serves_as_well_as_its_number() {
        let seat = Seat::new(7).unwrap();
        for typed in ["7", " 07", &seat.ticket(code())] {
            assert_eq!(read(&sheet(typed, &[("devices", "1")]), &[]).unwrap().seat, seat, "{typed}");
        }
    }

    #[test]
    fn everything_that_is_wrong_is_said_at_once() {
        let most = rulebook().unwrap().orientations.len();
        let topics = case().topics().count();
        let typed = TypedSheet {
            kept: "99 1".to_owned(),
            set_aside: "1-3".to_owned(),
            asked: (topics + 1).to_string(),
            ..sheet("7?", &[("mailbox", "12"), ("devices", "1")])
        };
        let mailbox = ItemId::new("mailbox").unwrap();
        assert_eq!(
            read(&typed, &[]),
            Err(vec![
                SheetFault::Seat(SeatFault::Shape),
                SheetFault::Answer(mailbox, CellFault::OneOnly),
                SheetFault::Kept(NumberFault::Beyond { most }),
                SheetFault::SetAside(NumberFault::Joined),
                SheetFault::Asked(NumberFault::Beyond { most: topics }),
            ])
        );
    }

    #[test]
    fn a_number_that_is_no_seat_says_so_however_large() {
        for (typed, fault) in [
            ("0", SeatFault::Range),
            ("61", SeatFault::Range),
            ("300", SeatFault::Range),
            ("99999999999999999999", SeatFault::Range),
            ("", SeatFault::Shape),
            ("+7", SeatFault::Shape),
        ] {
            let found = read(&sheet(typed, &[("devices", "1")]), &[]);
            assert_eq!(found, Err(vec![SheetFault::Seat(fault)]), "{typed}");
        }
    }

    #[test]
    fn a_number_counts_once_and_an_orientation_is_kept_or_set_aside() {
        let seat = Seat::new(7).unwrap();
        assert_eq!(read(&sheet("7", &[("devices", "1")]), &[7]), Err(vec![SheetFault::SeatTaken(seat)]));
        let both = TypedSheet { kept: "2 4".to_owned(), set_aside: "4".to_owned(), ..sheet("7", &[]) };
        assert_eq!(read(&both, &[]), Err(vec![SheetFault::Both(4)]));
        assert_eq!(read(&sheet("7", &[]), &[]), Err(vec![SheetFault::Empty]));
    }

    #[test]
    fn every_answer_that_is_typed_is_kept_though_the_screen_would_not_ask_it() {
        let questionnaire = questionnaire().unwrap();
        let conditional = |item: &&Item| item.show_if.is_some() || item.hide_if.is_some();
        let alone: Vec<&Item> = items(questionnaire, code()).filter(conditional).collect();
        assert!(alone.iter().any(|item| item.show_if.is_some()) && alone.iter().any(|item| item.hide_if.is_some()));
        for item in alone {
            let answers = work_of(&sheet("7", &[(item.id.as_str(), "1")])).answers;
            assert_eq!(answers.keys().collect::<Vec<_>>(), [&item.id]);
        }
    }

    proptest! {
        #[test]
        fn whatever_is_typed_is_read_or_refused(
            seat in "[0-9A-Za-z ]{0,4}",
            cells in prop::collection::vec("[0-9a-z\\- ,]{0,4}", 5),
            kept in "[0-9 ,a]{0,6}",
        ) {
            let items = questionnaire().unwrap().items.iter();
            let answers = items.map(|item| item.id.clone()).zip(cells).collect();
            let sheet = TypedSheet { seat, answers, kept, ..TypedSheet::default() };
            match read(&sheet, &[]) {
                Ok(work) => {
                    prop_assert_eq!(work.edition, 1);
                    let again = TypedSheet::of(&work, case(), questionnaire().unwrap(), rulebook().unwrap()).unwrap();
                    prop_assert_eq!(read(&again, &[]), Ok(work));
                }
                Err(faults) => prop_assert!(!faults.is_empty()),
            }
        }
    }
}
