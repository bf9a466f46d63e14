use super::*;
use crate::domain::evaluation::fixture::{Rooms, store};
use crate::domain::evaluation::moderation::{self, State};
use crate::domain::evaluation::response::receive_all;
use crate::domain::evaluation::survey::QuestionId;
use crate::domain::exercise::code::Manner;
use crate::domain::interview::questionnaire::Length;
use crate::records::{Change, ChangeSet};

/// Two sessions of six answers, one of which was read, and one erased.
fn answered() -> Tables {
    let mut tables = Tables::default();
    let rooms = Rooms::of(&[6, 6]).responses;
    let (_, changes) = receive_all(&tables, &rooms);
    store(&mut tables, &changes, "r1");
    let free = QuestionId::new("free").unwrap();
    store(&mut tables, &moderation::decide(&rooms[0], &free, Some(State::Read)), "r1");
    let erased = response::key(rooms[11].number).unwrap();
    store(&mut tables, &ChangeSet { changes: vec![Change::Erase { key: erased }] }, "r1");
    tables
}

#[test]
fn answers_leave_with_the_programme_its_sessions_their_own_file_and_everything_only() {
    let tables = answered();
    let session = RecordId::new("s1").unwrap();
    let exercise = ExerciseCode::new(&[].into(), Length::Short, Manner::Alone, 1);
    let on = NaiveDate::from_ymd_opt(2022, 3, 2).unwrap();
    for (scope, answers, read) in [
        (Scope::Everything, 11, 1),
        (Scope::Programme, 11, 1),
        (Scope::Session(session.clone()), 6, 1),
        // What the trainer makes of them stays with the trainer.
        (Scope::Answers(session), 6, 0),
        (Scope::Interviews, 0, 0),
        (Scope::InterviewsWithoutNotes, 0, 0),
        (Scope::Directory, 0, 0),
        (Scope::Bag(exercise), 0, 0),
        (Scope::HandedIn { exercise, seat: None }, 0, 0),
        (Scope::HandedIn { exercise, seat: Seat::new(1).ok() }, 0, 0),
        (Scope::Curriculum, 0, 0),
        (Scope::Cards { on }, 0, 0),
        (Scope::Cases { only: None }, 0, 0),
    ] {
        let selected = select(&tables, &scope);
        let here = |kind: &str| selected.iter().filter(|(of, _, record)| of.as_str() == kind && !record.erased).count();
        assert_eq!((here(RESPONSE_KIND), here(MODERATION_KIND)), (answers, read), "{scope:?}");
        if answers == 0 {
            let text = format!("{selected:?}");
            assert!(!text.contains("end_of_day") && !text.contains("\"good\""), "{scope:?}");
        }
    }
}
