//! One text that came back: what was read of it, and what is wrong.

use crate::domain::evaluation::response::Response;
use crate::domain::evaluation::secret::SecretNumber;
use crate::domain::evaluation::survey::{Survey, SurveyKind};
use crate::domain::programme::id::SessionId;
use crate::text::evaluation_collect as text;
use crate::text::evaluation_mail;
use chrono::NaiveDate;
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
    kind: Option<SurveyKind>,
}

impl Come {
    /// Something that is no text.
    pub fn refused(source: String, fault: String) -> Self {
        Self { source, response: None, nth: 0, is_chosen: false, faults: vec![fault], lines: Vec::new(), kind: None }
    }

    /// Reads a text. What its lines do not say is completed: the questionnaire, the session of the desk, a number that was drawn,
    /// the day.
    pub fn read(
        source: String,
        text: &str,
        surveys: &[Survey],
        guess: SurveyKind,
        desk: &SessionId,
        (drawn, today): (SecretNumber, NaiveDate),
    ) -> Self {
        let asked = evaluation_mail::asked(text, surveys);
        let Some(survey) = asked.or_else(|| surveys.iter().find(|survey| survey.kind == guess)) else {
            return Self::refused(source, text::NOT_A_TEXT.to_owned());
        };
        let mut read = evaluation_mail::read(text, survey);
        let mut faults = text::mail_faults(&read);
        if asked.is_none() {
            faults.push(text::guessed(survey.kind));
        }
        let is_sure = text::is_sure(&read) && asked.is_some();
        read.number = read.number.or(Some(drawn));
        read.session = read.session.or_else(|| Some(desk.clone()));
        let response = read.response(survey, today).filter(|one| !one.answers.is_empty());
        let is_chosen = is_sure && response.is_some();
        let lines = text::read_back(survey, &read.answers);
        Self { source, response, nth: 0, is_chosen, faults, lines, kind: Some(survey.kind) }
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
    let Come { source, response, is_chosen, faults, lines, kind, .. } = one;
    let number = response.as_ref().map(|one| format!("numéro {}", one.number));
    let parts = [kind.map(|kind| text::kind(kind).to_owned()), number];
    let meta = parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
    let count = text::read_count(lines.len());
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
            <p>{count}</p>
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
