//! One text that came back: what was read of it, and what is wrong.

use super::reading::Reading;
use crate::domain::evaluation::response::Response;
use crate::domain::evaluation::survey::SurveyKind;
use crate::text::evaluation_collect as text;
use crate::text::evaluation_desk;
use crate::text::evaluation_mail::{self, MailFault};
use leptos::prelude::*;

/// A text, as read.
#[derive(Clone)]
pub struct Come {
    /// The name of the file, or that it was pasted.
    source: String,
    /// What it is to store; none when nothing was read.
    pub response: Option<Response>,
    /// Its place among all that was read, from 0.
    pub nth: usize,
    /// Whether it goes with the others.
    pub is_chosen: bool,
    /// What is wrong, in words.
    faults: Vec<String>,
    /// Each question that was answered, and what was.
    lines: Vec<(String, String)>,
    /// How many questions were asked.
    questions: usize,
    kind: Option<SurveyKind>,
    /// Which session it answers about, by name.
    session: Option<String>,
}

impl Come {
    /// Something that is no text.
    pub fn refused(source: String, fault: String) -> Self {
        Self {
            source,
            response: None,
            nth: 0,
            is_chosen: false,
            faults: vec![fault],
            lines: Vec::new(),
            questions: 0,
            kind: None,
            session: None,
        }
    }

    /// Reads a text. What its lines do not say is completed: the questionnaire, the session where its number is known, or that of
    /// the desk, a number that was drawn, the day.
    pub fn read(source: String, text: &str, with: &Reading) -> Self {
        let Reading { surveys, guess, desk, .. } = with;
        let asked = evaluation_mail::asked(text, surveys);
        let Some(survey) = asked.or_else(|| surveys.iter().find(|survey| survey.kind == *guess)) else {
            return Self::refused(source, evaluation_desk::NO_SURVEY.to_owned());
        };
        let mut read = evaluation_mail::read(text, survey);
        let known = read.number.filter(|_| read.session.is_none()).and_then(|number| with.known(number, survey.kind));
        if known.is_some() {
            read.faults.retain(|fault| *fault != MailFault::NoReference);
        }
        let mut faults = text::mail_faults(&read);
        faults.extend(known.as_ref().map(|session| evaluation_desk::found_by_number(&with.name(session))));
        if asked.is_none() {
            faults.push(evaluation_desk::guessed(survey.kind));
        }
        let is_sure = text::is_sure(&read) && asked.is_some();
        read.number = read.number.or_else(|| Some(with.draw()));
        let session = read.session.take().or(known).unwrap_or_else(|| desk.clone());
        let is_known = with.is_in_cycle(&session);
        if session != *desk || !is_known {
            faults.push(evaluation_desk::other_session(is_known.then(|| with.name(&session)).as_deref()));
        }
        let named = is_known.then(|| with.name(&session));
        read.session = Some(session);
        let response = read.response(survey, with.today).filter(|one| !one.answers.is_empty());
        let is_chosen = is_sure && is_known && response.is_some();
        let (lines, questions) = (text::read_back(survey, &read.answers), survey.questions().count());
        Self { source, response, nth: 0, is_chosen, faults, lines, questions, kind: Some(survey.kind), session: named }
    }

    /// The same, at its place among all that was read.
    #[must_use]
    pub fn placed(self, nth: usize) -> Self {
        Self { nth, ..self }
    }
}

/// One text.
#[component]
pub fn ComeRow(
    /// What was read.
    one: Come,
    /// Its answers show at once: a message that was just pasted.
    is_open: bool,
    /// Says whether it goes with the others.
    on_choose: Callback<bool>,
) -> impl IntoView {
    let Come { source, response, is_chosen, faults, lines, questions, kind, session, .. } = one;
    let number = response.as_ref().map(|one| format!("numéro {}", one.number));
    let parts = [session, kind.map(text::uncapitalised_kind), number];
    let meta = parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
    let count = kind.map(|_| text::read_count(lines.len(), questions));
    let faults = faults.into_iter().map(|fault| view! { <li>{fault}</li> }).collect_view();
    let has_faults = !faults.is_empty();
    let has_lines = !lines.is_empty();
    let rows = lines.into_iter().map(|(question, said)| {
        view! {
            <dt>{question}</dt>
            <dd class="breakable">{said}</dd>
        }
    });
    let rows = rows.collect_view();
    view! {
        <li class="card card--flat stack stack--tight">
            <h4 class="breakable">{source.clone()}</h4>
            <p class="card__meta">{meta}</p>
            {count.map(|count| view! { <p>{count}</p> })}
            {has_faults.then(|| view! { <ul class="survey-faults">{faults}</ul> })}
            {has_lines
                .then(|| {
                    view! {
                        <details class="disclosure" open=is_open>
                            <summary>"Voir ce qui a été lu"</summary>
                            <dl class="facts">{rows}</dl>
                        </details>
                        <label class="choice">
                            <input
                                type="checkbox"
                                checked=is_chosen
                                on:change=move |event| on_choose.run(event_target_checked(&event))
                            />
                            <span>
                                "Enregistrer cette réponse"
                                <span class="visually-hidden">{format!("\u{a0}: {source}")}</span>
                            </span>
                        </label>
                    }
                })}
        </li>
    }
}
