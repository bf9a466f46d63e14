//! An answer to a questionnaire, in as few characters as one code on a screen can show: for a participant's own device at
//! the end of the day. The device, its author and the hour are not in it.
//!
//! `REPERES-AVIS:` and base 45, as `packed` writes what is handed in. Inside: a version, the survey, the number, the session,
//! the day, the edition, two bytes that say which questions were meant, then each answer in order (two bytes for choices, a
//! length and letters for a text), and four bytes of SHA-256.

use super::packed::{CHECK_BYTES, PackFault, Reader, close, fingerprint, open};
use crate::domain::evaluation::response::Response;
use crate::domain::evaluation::secret::SecretNumber;
use crate::domain::evaluation::survey::{Answer, Answers, Question, QuestionKind, Survey, SurveyKind};
use crate::domain::programme::id::SessionId;
use chrono::{Days, NaiveDate};
use uuid::Uuid;

/// What every packed answer begins with.
pub const PREFIX: &str = "REPERES-AVIS:";
/// The most bytes that a screen shows in one code that a camera still reads.
pub const MAX_BYTES: usize = 900;
const VERSION: u8 = 1;
/// The day that days are counted from.
const EPOCH: NaiveDate = match NaiveDate::from_ymd_opt(2020, 1, 1) {
    Some(day) => day,
    None => NaiveDate::MIN,
};

/// Packs an answer; [`PackFault::NoRoom`] when what was written freely is too long: it then goes as a file.
pub fn pack(response: &Response, survey: &Survey) -> Result<String, PackFault> {
    if response.survey != survey.kind || response.version != survey.version {
        return Err(PackFault::OtherLists);
    }
    let mut bytes = vec![VERSION, kind_code(survey.kind)];
    bytes.extend(response.number.bits().to_be_bytes());
    let session = Uuid::parse_str(response.session.as_str()).map_err(|_| PackFault::NoRoom)?;
    if session.to_string() != response.session.as_str() {
        return Err(PackFault::NoRoom);
    }
    bytes.extend(session.into_bytes());
    let days = response.on.signed_duration_since(EPOCH).num_days();
    bytes.extend(u16::try_from(days).map_err(|_| PackFault::NoRoom)?.to_be_bytes());
    bytes.extend(response.edition.to_be_bytes());
    bytes.extend(fingerprint_of(survey));
    for question in survey.questions() {
        push(&mut bytes, question, response.answers.get(&question.id))?;
    }
    if bytes.len() + CHECK_BYTES > MAX_BYTES {
        return Err(PackFault::NoRoom);
    }
    Ok(close(bytes, PREFIX))
}

/// Reads an answer that was packed; the surveys are those in use.
pub fn unpack(text: &str, surveys: &[&Survey]) -> Result<Response, PackFault> {
    let bytes = open(text, PREFIX)?;
    let mut reader = Reader(&bytes);
    if reader.byte()? > VERSION {
        return Err(PackFault::Newer);
    }
    let kind = reader.byte()?;
    let kind = SurveyKind::ALL.into_iter().find(|known| kind_code(*known) == kind).ok_or(PackFault::Newer)?;
    let number = SecretNumber::new(u64::from_be_bytes(reader.bytes()?));
    let session = Uuid::from_bytes(reader.bytes()?).to_string();
    let session = SessionId::new(&session).map_err(|_| PackFault::Damaged)?;
    let days = u16::from_be_bytes(reader.bytes()?);
    let on = EPOCH.checked_add_days(Days::new(days.into())).ok_or(PackFault::Damaged)?;
    let edition = u16::from_be_bytes(reader.bytes()?);
    let meant: [u8; 2] = reader.bytes()?;
    let mut known = surveys.iter().filter(|survey| survey.kind == kind);
    let survey = known.find(|survey| fingerprint_of(survey) == meant).ok_or(PackFault::OtherLists)?;
    let mut answers = Answers::new();
    for question in survey.questions() {
        if let Some(answer) = read(&mut reader, question)? {
            answers.insert(question.id.clone(), answer);
        }
    }
    let is_all = reader.0.is_empty();
    let version = survey.version.clone();
    let response = Response { number, survey: kind, version, session, on, edition, answers };
    if is_all { Ok(response) } else { Err(PackFault::Damaged) }
}

fn kind_code(kind: SurveyKind) -> u8 {
    match kind {
        SurveyKind::EndOfDay => 0,
        SurveyKind::ThreeMonths => 1,
    }
}

fn fingerprint_of(survey: &Survey) -> [u8; 2] {
    let questions = survey.questions().flat_map(|question| {
        std::iter::once(question.id.as_str()).chain(question.choices().iter().map(|choice| choice.id.as_str()))
    });
    fingerprint(std::iter::once(survey.version.as_str()).chain(questions))
}

/// Choices as a bit each, the first one lowest; none: not answered.
fn push(bytes: &mut Vec<u8>, question: &Question, answer: Option<&Answer>) -> Result<(), PackFault> {
    if question.is_text() {
        let text = match answer {
            Some(Answer::Text(text)) => text.as_str(),
            _ => "",
        };
        bytes.extend(u16::try_from(text.len()).map_err(|_| PackFault::NoRoom)?.to_be_bytes());
        bytes.extend(text.bytes());
        return Ok(());
    }
    let is_chosen = |id: &_| match answer {
        Some(Answer::One(one)) => one == id,
        Some(Answer::Many(ids)) => ids.contains(id),
        _ => false,
    };
    let chosen = (0..16_u32).zip(question.choices()).filter(|(_, choice)| is_chosen(&choice.id));
    let mask = chosen.fold(0_u16, |mask, (nth, _)| mask | 1 << nth);
    bytes.extend(mask.to_be_bytes());
    Ok(())
}

fn read(reader: &mut Reader<'_>, question: &Question) -> Result<Option<Answer>, PackFault> {
    let value = u16::from_be_bytes(reader.bytes()?);
    let answer = if question.is_text() {
        let (text, rest) = reader.0.split_at_checked(value.into()).ok_or(PackFault::Damaged)?;
        reader.0 = rest;
        Answer::Text(String::from_utf8(text.to_vec()).map_err(|_| PackFault::Damaged)?)
    } else {
        if u32::from(value).checked_shr(u32::try_from(question.choices().len()).unwrap_or(16)) != Some(0) {
            return Err(PackFault::Damaged);
        }
        let chosen = (0..16_u32).zip(question.choices()).filter(|(nth, _)| value >> nth & 1 == 1);
        let mut ids = chosen.map(|(_, choice)| choice.id.clone());
        match &question.kind {
            QuestionKind::One { .. } => match (ids.next(), ids.next()) {
                (None, _) => return Ok(None),
                (Some(only), None) => Answer::One(only),
                (Some(_), Some(_)) => return Err(PackFault::Damaged),
            },
            _ => Answer::Many(ids.collect()),
        }
    };
    question.accept(answer).map_err(|_| PackFault::Damaged)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::surveys::survey;
    use proptest::prelude::*;

    const SESSION: &str = "0190a1b2-0000-7000-8000-000000000001";

    fn response(said: &[(u16, String)], drawn: u64) -> Response {
        let survey = survey(SurveyKind::EndOfDay).unwrap();
        let answer = |(question, (drawn, text)): (&Question, &(u16, String))| {
            let choices = question.choices();
            let answer = match &question.kind {
                QuestionKind::One { .. } => {
                    Answer::One(choices.get(usize::from(*drawn) % (choices.len() + 1))?.id.clone())
                }
                QuestionKind::Many { .. } => {
                    let chosen = choices.iter().enumerate().filter(|(nth, _)| drawn >> nth & 1 == 1);
                    Answer::Many(chosen.map(|(_, choice)| choice.id.clone()).collect())
                }
                QuestionKind::Text => Answer::Text(text.clone()),
            };
            Some((question.id.clone(), question.accept(answer).unwrap()?))
        };
        Response {
            number: SecretNumber::new(drawn),
            survey: survey.kind,
            version: survey.version.clone(),
            session: SessionId::new(SESSION).unwrap(),
            on: "2022-03-03".parse().unwrap(),
            edition: 2,
            answers: survey.questions().zip(said).filter_map(answer).collect(),
        }
    }

    fn surveys() -> [&'static Survey; 2] {
        SurveyKind::ALL.map(|kind| survey(kind).unwrap())
    }

    proptest! {
        #[test]
        fn what_is_packed_comes_back(said in prop::collection::vec((any::<u16>(), "[a-zé’ ]{0,60}"), 22), drawn in any::<u64>()) {
            let one = response(&said, drawn);
            let packed = pack(&one, surveys()[0]).unwrap();
            prop_assert_eq!(unpack(&packed, &surveys()), Ok(one));
        }

        #[test]
        fn a_wrong_letter_is_never_an_answer(at in 0..120_usize, letter in "[0-9A-Z]") {
            let packed = pack(&response(&vec![(1, String::new()); 22], 7), surveys()[0]).unwrap();
            let at = PREFIX.len() + at % (packed.len() - PREFIX.len());
            let mut wrong = packed.clone();
            wrong.replace_range(at..=at, &letter);
            prop_assert!(wrong == packed || unpack(&wrong, &surveys()).is_err());
        }
    }

    #[test]
    fn what_has_no_room_or_another_list_is_said() {
        let long = vec![(1, "é".repeat(400)); 22];
        let survey = surveys()[0];
        assert_eq!(pack(&response(&long, 7), survey), Err(PackFault::NoRoom));
        let one = response(&[], 7);
        let named = Response { session: SessionId::new("s1").unwrap(), ..one.clone() };
        assert_eq!(pack(&named, survey), Err(PackFault::NoRoom));
        let packed = pack(&one, survey).unwrap();
        assert_eq!(unpack(&packed, &[surveys()[1]]), Err(PackFault::OtherLists));
        assert_eq!(unpack("REPERES:AB", &surveys()), Err(PackFault::NotOurs));
        assert!(packed.len() < 200, "{}", packed.len());
    }
}
