use super::*;
use crate::domain::evaluation::fixture::{Rooms, store, survey};
use crate::domain::evaluation::moderation::{self, State};
use crate::domain::evaluation::response::receive_all;
use crate::domain::evaluation::survey::{QuestionId, SurveyKind};
use crate::domain::evaluation::wording::{self, Wording, WordingId};
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

/// A version that was validated, and one that is still a draft.
fn worded() -> Tables {
    let delivered = survey(SurveyKind::EndOfDay);
    let mut tables = Tables::default();
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    for (id, name) in [("w1", "Validée"), ("w2", "Brouillon")] {
        store(&mut tables, &wording::draft(&WordingId::new(id).unwrap(), &delivered, &delivered, name), "r1");
    }
    let read =
        |tables: &Tables| Wording::all(&delivered, tables).into_iter().find(|one| one.name == "Validée").unwrap();
    let content = QuestionId::new("content").unwrap();
    let draft = read(&tables);
    store(&mut tables, &draft.reword(&content, "Reworded"), "r1");
    store(&mut tables, &draft.note(wording::field::COMMENTS, "Entre nous"), "r1");
    let validated = read(&tables).validate(day("2022-02-10"), "Service insertion");
    store(&mut tables, &validated, "r1");
    tables
}

#[test]
fn what_was_validated_is_asked_on_every_device_that_a_session_or_a_bag_goes_to() {
    let tables = worded();
    let delivered = survey(SurveyKind::EndOfDay);
    let exercise = ExerciseCode::new(&[].into(), Length::Short, Manner::Alone, 1);
    for (scope, has_comments) in [(Scope::Session(RecordId::new("s1").unwrap()), true), (Scope::Bag(exercise), false)] {
        let there = select(&tables, &scope);
        let names: Vec<String> = Wording::all(&delivered, &there).into_iter().map(|one| one.name).collect();
        assert_eq!(names, ["Validée"], "{scope:?}");
        assert_eq!(Wording::in_use(&delivered, &there), Wording::in_use(&delivered, &tables));
        assert_eq!(Wording::in_use(&delivered, &there).version.as_str(), "w1");
        assert_eq!(format!("{there:?}").contains("Entre nous"), has_comments, "{scope:?}");
        // Met again, what was left out is still there.
        let key = WordingId::new("w1").unwrap().key().unwrap();
        let met = tables.get(&key).unwrap().merge(there.get(&key).unwrap());
        assert_eq!(met.value(wording::field::COMMENTS).and_then(Value::as_str), Some("Entre nous"));
    }
    for scope in [Scope::Answers(RecordId::new("s1").unwrap()), Scope::Directory, Scope::Curriculum] {
        assert!(select(&tables, &scope).is_empty(), "{scope:?}");
    }
}
