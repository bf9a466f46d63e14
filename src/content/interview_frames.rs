//! « Faire, faire avec, faire à la place », as the real rules settle it.

use super::interview_situations::*;
use super::questionnaire::questionnaire;
use super::rules::rulebook;
use crate::domain::interview::assessment::{Assessment, assess, items_to_ask, view_of};
use crate::domain::interview::framing::{AidantsConnect, Blocker, Frame, Input, Professional};
use crate::domain::interview::model::Interview;
use crate::domain::interview::questionnaire::Length;

fn framed(text: &str, employee: Option<bool>, habilitated: Option<bool>) -> Assessment<'static> {
    let professional = Professional { employee, habilitated };
    assessed(&Interview { answers: answers(text), professional, ..interview() })
}

#[test]
fn frames_follow_from_the_answers_and_the_professional() {
    let urgent = format!("{URGENT} e_admin=does_not consent=yes protection=no franceconnect=used wish=with");
    let today = urgent.replace("week", "tomorrow");
    let (yes, no) = (Some(true), Some(false));
    let cases = [
        (urgent.clone(), yes, yes, Frame::InPlaceUnderAidantsConnect, Some(Frame::Refer)),
        (urgent.clone(), yes, no, Frame::Refer, Some(Frame::InPlaceWithMandate)),
        (today.clone(), yes, no, Frame::InPlaceWithMandate, Some(Frame::Refer)),
        (today.clone(), no, yes, Frame::Refer, None),
        (urgent.replace("protection=no", "protection=yes"), yes, yes, Frame::Guardian, None),
        (urgent.replace("=used", "=impossible"), yes, yes, Frame::Counter, None),
        (urgent.replace("consent=yes", "consent=beside"), yes, yes, Frame::DoWith, None),
        (urgent.replace("e_admin=does_not", "e_admin=alone"), yes, yes, Frame::DoWith, None),
        ("demand=learning devices=tablet wish=learn".to_owned(), None, None, Frame::Teach, None),
        ("demand=learning devices=tablet wish=with".to_owned(), None, None, Frame::DoWith, None),
        ("wish=no-digital consent=no".to_owned(), None, None, Frame::Counter, None),
        (
            urgent.replace("wish=with", "wish=no-digital"),
            yes,
            yes,
            Frame::InPlaceUnderAidantsConnect,
            Some(Frame::Refer),
        ),
    ];
    for (text, employee, habilitated, frame, fallback) in cases {
        let framing = framed(&text, employee, habilitated).framing;
        assert_eq!((framing.settled(), framing.fallback), (Some(frame), fallback), "{text}");
        assert_eq!(framing.to_ask, [], "{text}");
    }
}

#[test]
fn aidants_connect_is_possible_only_when_everything_says_so() {
    let text = "consent=yes protection=no franceconnect=possible";
    let status = |text: &str, employee, habilitated| framed(text, employee, habilitated).framing.aidants_connect;
    let (yes, no) = (Some(true), Some(false));
    assert_eq!(status(text, yes, yes), AidantsConnect::Possible);
    assert_eq!(status(text, yes, None), AidantsConnect::ToAsk(vec![Input::Habilitated]));
    assert_eq!(status("consent=yes", yes, yes), AidantsConnect::ToAsk(vec![Input::Protected, Input::Identity]));
    assert_eq!(
        status("consent=no protection=yes franceconnect=impossible", no, no),
        AidantsConnect::Impossible(vec![
            Blocker::ProtectedAdult,
            Blocker::NoIdentity,
            Blocker::PersonDisagrees,
            Blocker::NotEmployee,
            Blocker::NotHabilitated
        ])
    );
}

#[test]
fn what_is_unknown_is_asked_with_the_items_that_tell_it() {
    let text = format!("{URGENT} e_admin=does_not wish=with consent=yes protection=? franceconnect=used");
    let interview = Interview { answers: answers(&text), ..interview() };
    let framing = assessed(&interview).framing;
    assert_eq!(framing.settled(), None);
    assert_eq!(framing.to_ask, [Input::Protected, Input::Employee, Input::Habilitated]);
    assert_eq!(framing.frames, [Frame::InPlaceUnderAidantsConnect, Frame::Refer, Frame::Guardian]);
    let view = view_of(questionnaire().unwrap(), &interview);
    let behind =
        |input| items_to_ask(rulebook().unwrap(), &view, input).iter().map(|item| item.id.to_string()).collect();
    let protected: Vec<String> = behind(Input::Protected);
    let employee: Vec<String> = behind(Input::Employee);
    assert_eq!((protected, employee), (vec!["protection".to_owned()], vec![]));
}

#[test]
fn a_triage_can_settle_its_frame_by_asking_beyond_its_length() {
    let text =
        "demand=procedure deadline=tomorrow devices=smartphone open-account=does_not fill-form=does_not wish=done";
    let triage = Interview { length: Length::Short, answers: answers(text), ..interview() };
    let view = view_of(questionnaire().unwrap(), &triage);
    let rulebook = rulebook().unwrap();
    let framing = assess(rulebook, &view, &triage).framing;
    for input in framing.to_ask.iter().filter(|input| rulebook.framing.condition(**input).is_some()) {
        assert!(!items_to_ask(rulebook, &view, *input).is_empty(), "{input:?}");
    }
    let mut more = triage.clone();
    more.answers.extend(answers("consent=yes protection=no franceconnect=used"));
    more.professional = Professional { employee: Some(true), habilitated: Some(true) };
    assert_eq!(assessed(&more).framing.settled(), Some(Frame::InPlaceUnderAidantsConnect));
}
