//! A small questionnaire and rooms that answer it, to test on.

use super::response::Response;
use super::secret::SecretNumber;
use super::survey::{
    Answer, Answers, Choice, ChoiceId, Question, QuestionId, QuestionKind, Section, Survey, SurveyKind, SurveyVersion,
};
use crate::domain::programme::id::SessionId;
use crate::records::{Author, ChangeSet, DeviceId, ReplicaId, Tables};
use chrono::NaiveDate;

fn choices(ids: &[&str], favourable: usize) -> Vec<Choice> {
    let choice = |(nth, id): (usize, &&str)| Choice {
        id: ChoiceId::new(id).unwrap(),
        title: format!("Title of {id}"),
        favourable: nth < favourable,
    };
    ids.iter().enumerate().map(choice).collect()
}

/// Two questions where one chooses, one where several may be, one where one writes.
pub fn survey(kind: SurveyKind) -> Survey {
    let question = |id: &str, kind| Question {
        id: QuestionId::new(id).unwrap(),
        title: format!("About {id}"),
        kind,
        objective: None,
        commitment: None,
    };
    let questions = vec![
        question("content", QuestionKind::One { choices: choices(&["good", "rather", "little", "bad"], 2) }),
        question("pace", QuestionKind::One { choices: choices(&["slow", "right", "quick"], 0) }),
        question("many", QuestionKind::Many { choices: choices(&["a", "b", "c"], 0) }),
        question("free", QuestionKind::Text),
    ];
    Survey {
        kind,
        version: SurveyVersion::new("test").unwrap(),
        title: "Test".to_owned(),
        intro: String::new(),
        sections: vec![Section { title: "All".to_owned(), questions }],
    }
}

/// An answer by its shape: `one`, `many` (between commas) or `text`.
pub fn answer(shape: &str, said: &str) -> Answer {
    let choice = |id: &str| ChoiceId::new(id).unwrap();
    match shape {
        "one" => Answer::One(choice(said)),
        "many" => Answer::Many(said.split(',').filter(|id| !id.is_empty()).map(choice).collect()),
        _ => Answer::Text(said.to_owned()),
    }
}

/// An answer to `content`, by the rank of what was chosen.
pub fn response(drawn: u64, session: &str, said: usize) -> Response {
    let chosen = ["good", "rather", "little", "bad"][said % 4];
    Response {
        number: SecretNumber::new(drawn),
        survey: SurveyKind::EndOfDay,
        version: SurveyVersion::new("test").unwrap(),
        session: SessionId::new(session).unwrap(),
        on: NaiveDate::from_ymd_opt(2022, 3, 3).unwrap(),
        edition: 1,
        answers: Answers::from([(QuestionId::new("content").unwrap(), answer("one", chosen))]),
    }
}

/// Sessions `s1`, `s2`… with so many answers each, said in turn.
pub struct Rooms {
    pub responses: Vec<Response>,
}

impl Rooms {
    pub fn of(sizes: &[usize]) -> Self {
        let rooms = (1..).zip(sizes).flat_map(|(room, size): (usize, _)| (0..*size).map(move |seat| (room, seat)));
        let said = |(room, seat): (usize, usize)| response((room * 100 + seat) as u64, &format!("s{room}"), seat);
        Self { responses: rooms.map(said).collect() }
    }
}

/// Stores changes, as written by one page of a device without a name.
pub fn store(tables: &mut Tables, changes: &ChangeSet, replica: &str) {
    let author = Author { replica: ReplicaId::new(replica).unwrap(), device: DeviceId::unnamed(), at_ms: 1 };
    changes.apply(&tables.clone(), &author).into_iter().for_each(|(key, record)| tables.put(key, record));
}
