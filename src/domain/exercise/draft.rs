//! What is typed to prepare an exercise or to change one, and the strict values it becomes, with every fault at once.

use super::case::CaseNumber;
use super::code::Manner;
use super::model::{self, CaseMinutes, Exercise, ExerciseDraft, ExerciseTitle, SeatCount};
use crate::domain::directory::local::model::WritingFault;
use crate::domain::interview::id::CaseId;
use crate::domain::interview::questionnaire::Length;
use crate::records::ChangeSet;
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// What keeps an exercise from being kept, each tied to its field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    Title(WritingFault),
    /// No day, or a text that is none.
    Day,
    /// No case is ticked.
    Cases,
    LengthMissing,
    /// No number, or one beyond its bounds.
    Seats,
    Minutes,
}

/// An exercise as typed; the day as the browser's field gives it (« 2027-03-01 »).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypedExercise {
    pub title: String,
    pub held_on: String,
    /// Those that are delivered.
    pub cases: BTreeSet<CaseNumber>,
    /// Those that are written here.
    pub written: BTreeSet<CaseId>,
    pub length: Option<Length>,
    pub manner: Manner,
    pub seats: String,
    pub minutes: String,
}

impl TypedExercise {
    /// What a form proposes: numbers that suit most rooms, and nothing that says which exercise it is.
    pub fn proposed(today: NaiveDate) -> Self {
        Self {
            title: String::new(),
            held_on: today.to_string(),
            cases: BTreeSet::new(),
            written: BTreeSet::new(),
            length: Some(Length::Short),
            manner: Manner::Alone,
            seats: SeatCount::default().get().to_string(),
            minutes: CaseMinutes::default().get().to_string(),
        }
    }

    /// The exercise, or every fault in the order of the fields.
    pub fn read(&self) -> Result<ExerciseDraft, Vec<Fault>> {
        let (title, held_on) = (read_title(&self.title), read_day(&self.held_on));
        let (seats, minutes) = (read_seats(&self.seats), read_minutes(&self.minutes));
        let cases = (self.cases.is_empty() && self.written.is_empty()).then_some(Fault::Cases);
        match (&title, held_on, self.length, seats, minutes, cases) {
            (Ok(title), Ok(held_on), Some(length), Ok(seats), Ok(minutes), None) => Ok(ExerciseDraft {
                title: title.clone(),
                held_on,
                seats,
                minutes,
                length,
                manner: self.manner,
                delivered: self.cases.clone(),
                written: self.written.clone(),
            }),
            _ => {
                let length = self.length.is_none().then_some(Fault::LengthMissing);
                let faults = [title.err(), held_on.err(), cases, length, seats.err(), minutes.err()];
                Err(faults.into_iter().flatten().collect())
            }
        }
    }
}

/// What was typed over an exercise; `None`: the field was left alone, and what it holds may have changed elsewhere.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Retyped {
    pub title: Option<String>,
    pub held_on: Option<String>,
    pub seats: Option<String>,
}

impl Retyped {
    /// What to write, or every fault in the order of the fields.
    pub fn read(&self, exercise: &Exercise) -> Result<ChangeSet, Vec<Fault>> {
        let title = self.title.as_deref().map(read_title).transpose();
        let held_on = self.held_on.as_deref().map(read_day).transpose();
        let seats = self.seats.as_deref().map(read_seats).transpose();
        match (title, held_on, seats) {
            (Ok(title), Ok(held_on), Ok(seats)) => {
                let title = title.filter(|title| exercise.title.as_ref() != Some(title));
                let held_on = held_on.filter(|on| exercise.held_on != Some(*on));
                let seats = seats.filter(|seats| exercise.seats != *seats);
                let written = [
                    title.map(|title| model::rename(exercise, &title)),
                    held_on.map(|on| model::move_to(exercise, on)),
                    seats.map(|seats| model::seat(exercise, seats)),
                ];
                Ok(ChangeSet { changes: written.into_iter().flatten().flat_map(|one| one.changes).collect() })
            }
            (title, held_on, seats) => Err([title.err(), held_on.err(), seats.err()].into_iter().flatten().collect()),
        }
    }
}

fn read_title(typed: &str) -> Result<ExerciseTitle, Fault> {
    ExerciseTitle::new(typed).map_err(Fault::Title)
}

fn read_day(typed: &str) -> Result<NaiveDate, Fault> {
    typed.trim().parse().map_err(|_| Fault::Day)
}

fn read_seats(typed: &str) -> Result<SeatCount, Fault> {
    typed.trim().parse().ok().and_then(SeatCount::new).ok_or(Fault::Seats)
}

fn read_minutes(typed: &str) -> Result<CaseMinutes, Fault> {
    typed.trim().parse().ok().and_then(CaseMinutes::new).ok_or(Fault::Minutes)
}

#[cfg(test)]
mod tests {
    use super::super::code::ExerciseCode;
    use super::*;
    use crate::records::{Change, Record};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn typed() -> TypedExercise {
        TypedExercise {
            title: " Groupe du mardi ".to_owned(),
            cases: [CaseNumber(2), CaseNumber(5)].into(),
            ..TypedExercise::proposed(day("2026-03-03"))
        }
    }

    #[test]
    fn what_is_proposed_lacks_only_what_the_trainer_decides() {
        let proposed = TypedExercise::proposed(day("2026-03-03"));
        assert_eq!(proposed.read(), Err(vec![Fault::Title(WritingFault::Blank), Fault::Cases]));
        let draft = typed().read().unwrap();
        assert_eq!((draft.title.as_str(), draft.held_on), ("Groupe du mardi", day("2026-03-03")));
        assert_eq!((draft.seats.get(), draft.minutes.get()), (15, 20));
        assert_eq!((draft.length, draft.manner), (Length::Short, Manner::Alone));
        assert_eq!(draft.delivered, [CaseNumber(2), CaseNumber(5)].into());
        let written = TypedExercise { cases: [].into(), written: [CaseId::new("ici").unwrap()].into(), ..typed() };
        assert_eq!(written.read().unwrap().written, written.written, "a case written here is enough");
        let role_play = TypedExercise { manner: Manner::RolePlay, length: Some(Length::Full), ..typed() };
        let draft = role_play.read().unwrap();
        assert_eq!((draft.length, draft.manner), (Length::Full, Manner::RolePlay));
    }

    #[test]
    fn every_fault_is_told_at_once_in_the_order_of_the_fields() {
        let empty = TypedExercise {
            title: String::new(),
            held_on: String::new(),
            cases: BTreeSet::new(),
            written: BTreeSet::new(),
            length: None,
            manner: Manner::Alone,
            seats: String::new(),
            minutes: String::new(),
        };
        assert_eq!(
            empty.read().unwrap_err(),
            [
                Fault::Title(WritingFault::Blank),
                Fault::Day,
                Fault::Cases,
                Fault::LengthMissing,
                Fault::Seats,
                Fault::Minutes
            ]
        );
        type Spoil = fn(&mut TypedExercise);
        let cases: [(Spoil, Fault); 7] = [
            (|it| it.title = "a".repeat(81), Fault::Title(WritingFault::TooLong { max_chars: 80 })),
            (|it| it.held_on = "2026-02-30".to_owned(), Fault::Day),
            (|it| it.cases.clear(), Fault::Cases),
            (|it| it.seats = "0".to_owned(), Fault::Seats),
            (|it| it.seats = "61".to_owned(), Fault::Seats),
            (|it| it.minutes = "4".to_owned(), Fault::Minutes),
            (|it| it.minutes = "vingt".to_owned(), Fault::Minutes),
        ];
        for (spoil, fault) in cases {
            let mut spoiled = typed();
            spoil(&mut spoiled);
            assert_eq!(spoiled.read(), Err(vec![fault]));
        }
    }

    #[test]
    fn only_what_was_typed_anew_is_written() {
        let code = ExerciseCode::new(&[CaseNumber(1)].into(), Length::Short, Manner::Alone, 3);
        let mut exercise = Exercise::from_record(&code.key().unwrap().id, &Record::default()).unwrap();
        exercise.held_on = Some(day("2026-03-03"));
        let written = |retyped: &Retyped| {
            let changes = retyped.read(&exercise).unwrap().changes;
            let field = |change: Change| match change {
                Change::Set { field, .. } | Change::SetAs { field, .. } => field.as_str().to_owned(),
                Change::Erase { .. } => String::new(),
            };
            changes.into_iter().map(field).collect::<Vec<_>>()
        };
        let some = |text: &str| Some(text.to_owned());
        // A title that was lost does not keep the rest from being written.
        assert_eq!(written(&Retyped { seats: some("16"), ..Retyped::default() }), ["seats"]);
        let all = Retyped { title: some("Mardi"), held_on: some("2026-03-10"), seats: some(" 16 ") };
        assert_eq!(written(&all), ["title", "held_on", "seats"]);
        let same = Retyped { held_on: some("2026-03-03"), seats: some("15"), ..Retyped::default() };
        assert_eq!(written(&same), [""; 0]);
        let wrong = Retyped { title: some(" "), held_on: some(""), seats: some("61") };
        assert_eq!(wrong.read(&exercise), Err(vec![Fault::Title(WritingFault::Blank), Fault::Day, Fault::Seats]));
    }
}
