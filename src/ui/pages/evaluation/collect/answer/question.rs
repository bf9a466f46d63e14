//! One question of the questionnaire: nothing is chosen beforehand, and what was chosen may be taken away.

use super::draft::{Draft, field_id};
use crate::browser::dom;
use crate::domain::evaluation::survey::{Choice, Question, QuestionKind};
use crate::text::evaluation::NO_NAMES;
use crate::ui::components::{Takes, TextField};
use leptos::prelude::*;
use std::sync::Arc;

/// A question, whatever its kind.
#[component]
pub fn QuestionField(
    /// The answer.
    draft: Draft,
    /// What is asked.
    question: Arc<Question>,
) -> impl IntoView {
    match draft.text(&question.id) {
        Some(value) => view! {
            <TextField
                id=field_id(&question.id)
                label=question.title.clone()
                hint=NO_NAMES
                takes=Takes::Text
                value
                faults=draft.faults
            />
        }
        .into_any(),
        None => view! { <ChoiceQuestion draft question /> }.into_any(),
    }
}

/// A question where one chooses.
#[component]
fn ChoiceQuestion(
    /// The answer.
    draft: Draft,
    /// What is asked.
    question: Arc<Question>,
) -> impl IntoView {
    let is_many = matches!(question.kind, QuestionKind::Many { .. });
    let rows = question.choices().iter().enumerate().map(|(nth, choice)| {
        let (question, choice) = (Arc::clone(&question), choice.clone());
        view! { <Row draft question choice is_first={nth == 0} is_many /> }
    });
    let rows = rows.collect_view();
    let class = if is_many { "choices" } else { "choices choices--inline" };
    view! {
        <fieldset class="item">
            <legend class="item__legend">
                <h3 class="item__question">{question.title.clone()}</h3>
            </legend>
            <div class=class>{rows}</div>
            {(!is_many).then(|| view! { <ClearAnswer draft question /> })}
        </fieldset>
    }
}

/// One of the choices.
#[component]
fn Row(
    /// The answer.
    draft: Draft,
    /// What is asked.
    question: Arc<Question>,
    /// What may be chosen.
    choice: Choice,
    /// It bears the question's identifier.
    is_first: bool,
    /// Several may be chosen.
    is_many: bool,
) -> impl IntoView {
    let name = field_id(&question.id);
    let id = is_first.then(|| name.clone());
    let title = choice.title.clone();
    let of = StoredValue::new((question, choice));
    let is_checked = move || of.with_value(|(question, choice)| draft.is_chosen(&question.id, &choice.id));
    let choose = move |event| {
        of.with_value(|(question, choice)| match is_many {
            true => draft.tick(&question.id, &choice.id, event_target_checked(&event)),
            false => draft.choose_one(&question.id, &choice.id),
        });
    };
    view! {
        <label class="choice">
            <input
                type=if is_many { "checkbox" } else { "radio" }
                id=id
                name=name
                autocomplete="off"
                prop:checked=is_checked
                on:change=choose
            />
            <span>{title}</span>
        </label>
    }
}

/// Takes away what was chosen.
#[component]
fn ClearAnswer(
    /// The answer.
    draft: Draft,
    /// What was asked.
    question: Arc<Question>,
) -> impl IntoView {
    let of = StoredValue::new(Arc::clone(&question));
    let clear = move |_| {
        of.with_value(|question| {
            draft.clear(question);
            // The button goes away with the answer: the focus stays in the question.
            dom::focus_in_place(&field_id(&question.id));
        });
    };
    view! {
        <p class="item__state">
            <Show
                when=move || of.with_value(|question| draft.has(&question.id))
                fallback=|| view! { <span>"Sans réponse"</span> }
            >
                <button type="button" class="button button--plain" on:click=clear>
                    "Retirer ma réponse"
                    <span class="visually-hidden">{format!("\u{a0}: {}", question.title)}</span>
                </button>
            </Show>
        </p>
    }
}
