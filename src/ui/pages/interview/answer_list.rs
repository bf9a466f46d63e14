//! Questions with their answers in words, to read over.

use super::held::Held;
use crate::domain::interview::answer::Answers;
use crate::domain::interview::flow::Step;
use crate::domain::interview::questionnaire::Item;
use crate::route::{Return, Route};
use crate::text::interview as text;
use leptos::prelude::*;

/// Questions and answers side by side; with a way to change each when `editable`.
#[component]
pub fn AnswerList(
    /// The interview.
    held: Held,
    /// The questions, in order.
    items: Vec<&'static Item>,
    /// The answers to show.
    answers: Answers,
    /// Each answer can be changed from here.
    editable: bool,
) -> impl IntoView {
    let voice = untrack(|| held.voice());
    let row = |item: &'static Item| {
        let answer = answers.get(&item.id);
        let is_known = answer.is_some_and(|answer| answer.is_known());
        let words = text::answer(item, answer, voice);
        let edit = editable.then(|| {
            let route = Route::Step(held.id(), Step::Item(item.id.clone()), Return::Review);
            view! {
                <dd class="answers__edit">
                    <a href=route.to_hash()>
                        "Modifier" <span class="visually-hidden">{format!(" : {}", item.text(voice))}</span>
                    </a>
                </dd>
            }
        });
        view! {
            <div class="answers__row">
                <dt>{item.text(voice)}</dt>
                <dd class:answers__unknown=!is_known>{words}</dd>
                {edit}
            </div>
        }
    };
    view! { <dl class="answers">{items.into_iter().map(row).collect_view()}</dl> }
}
