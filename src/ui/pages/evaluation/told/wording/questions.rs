//! The questions of a draft: each in words that may change, or left out.

use super::super::known::Known;
use super::version::Followed;
use crate::domain::evaluation::survey::{Question, QuestionId, Section, Survey};
use crate::records::ChangeSet;
use crate::ui::components::{FieldFault, Rewrite, Takes, TextField};
use leptos::prelude::*;

/// A question, as typed.
#[derive(Clone)]
struct Typed {
    question: &'static Question,
    text: Rewrite,
    is_out: RwSignal<bool>,
}

/// The words of a question in a version: those that are delivered when it is left out.
fn words(version: Followed, question: &'static Question) -> String {
    version.with(|version| {
        let here = version.as_deref().and_then(|version| version.survey.question(&question.id));
        here.map_or_else(|| question.title.clone(), |one| one.title.clone())
    })
}

fn is_left_out(version: Followed, question: &QuestionId) -> bool {
    version.with_untracked(|version| version.as_deref().is_some_and(|one| one.survey.question(question).is_none()))
}

/// Every question that is delivered.
#[component]
pub fn Questions(
    /// What is known.
    known: Known,
    /// The questionnaire as it is delivered.
    delivered: &'static Survey,
    /// The draft, followed.
    version: Followed,
) -> impl IntoView {
    let id = version.with_untracked(|one| one.as_ref().map(|one| one.id.as_str().to_owned())).unwrap_or_default();
    let typed = |question: &'static Question| Typed {
        question,
        text: Rewrite::of(move || words(version, question)),
        is_out: RwSignal::new(is_left_out(version, &question.id)),
    };
    let all: Vec<Typed> = delivered.questions().map(typed).collect();
    let sent = StoredValue::new(all.clone());
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(one) = version.get_untracked() else { return };
        let mut changes = ChangeSet::new();
        let settled: Vec<(Rewrite, String)> = sent.with_value(|all| {
            let write = |typed: &Typed| {
                let is_out = typed.is_out.get_untracked();
                if is_out != is_left_out(version, &typed.question.id) {
                    changes.changes.extend(one.leave_out(&typed.question.id, is_out).changes);
                }
                let words = typed.text.now();
                if typed.text.is_touched() {
                    let kept = if words.trim() == typed.question.title { "" } else { words.as_str() };
                    changes.changes.extend(one.reword(&typed.question.id, kept).changes);
                }
                (typed.text, words)
            };
            all.iter().map(write).collect()
        });
        known.board.saver.save_then(changes, move || {
            settled.iter().for_each(|(text, sent)| text.settle(sent));
            known.messages.done("Questions enregistrées", "");
        });
    };
    let of_section = |section: &'static Section| {
        let asked = all.iter().filter(|one| section.questions.iter().any(|question| question.id == one.question.id));
        let rows = asked.cloned().map(|typed| view! { <QuestionRow id=id.clone() typed /> }).collect_view();
        view! {
            <fieldset class="group stack stack--tight">
                <legend>{section.title.clone()}</legend>
                {rows}
            </fieldset>
        }
    };
    view! {
        <form class="stack" on:submit=send novalidate>
            {delivered.sections.iter().map(of_section).collect_view()}
            <p>
                <button type="submit" class="button">
                    "Enregistrer les questions"
                </button>
            </p>
        </form>
    }
}

/// A question.
#[component]
fn QuestionRow(
    /// The draft.
    id: String,
    /// The question, as typed.
    typed: Typed,
) -> impl IntoView {
    let Typed { question, text, is_out } = typed;
    let label = question.title.clone();
    let of = format!("\u{a0}: {label}");
    view! {
        <div class="stack stack--tight">
            <TextField
                id=format!("question-{id}-{}", question.id)
                label
                takes=Takes::Text
                rows=2
                value=text
                faults=Signal::derive(Vec::<FieldFault>::new)
            />
            <label class="choice">
                <input
                    type="checkbox"
                    prop:checked=is_out
                    on:change=move |event| is_out.set(event_target_checked(&event))
                />
                <span>"Ne pas poser" <span class="visually-hidden">{of}</span></span>
            </label>
        </div>
    }
}
