//! One question among those of its theme, for the professional.

use super::held::Held;
use super::rows::{AnswerRows, first_row};
use crate::browser::dom;
use crate::domain::interview::answer::{Answer, Basis, Discussed};
use crate::domain::interview::flow::Step;
use crate::domain::interview::pick::Pick;
use crate::domain::interview::questionnaire::{Item, Voice};
use crate::text::interview as text;
use leptos::prelude::*;

/// A question, its answers, and how the answer is known. Stored at each change.
#[component]
pub fn ItemField(
    /// The interview.
    held: Held,
    /// The question.
    item: &'static Item,
) -> impl IntoView {
    const VOICE: Voice = Voice::Professional;
    let answer = held.answer(&item.id);
    let give = move |answer: Option<Answer>| held.give(&item.id, answer.as_ref(), &Step::Block(item.block.clone()));
    let pick = Callback::new(move |pick: Pick| {
        let answer = untrack(|| answer.with(|answer| item.picked(answer.as_ref(), &pick)));
        give(answer);
    });
    let clear = move |_| {
        give(None);
        // The button goes away with the answer: the focus stays in the question.
        dom::focus_in_place(&first_row(item));
    };
    let is_discussed = Memo::new(move |_| answer.with(Option::is_some));
    let hint = item.hint(VOICE);
    let hint_id = format!("aide-{}", item.id);
    let described = (!hint.is_empty()).then(|| hint_id.clone());
    view! {
        <fieldset class="item" aria-describedby=described>
            <legend class="item__legend">
                <h2 class="item__question">{item.text(VOICE)}</h2>
            </legend>
            {(!hint.is_empty()).then(|| view! { <p class="item__prompt" id=hint_id>{hint}</p> })}
            <AnswerRows item voice=VOICE answer on_pick=pick />
            <BasisRows item answer on_answer=Callback::new(move |answer| give(Some(answer))) />
            <p class="item__state">
                <Show
                    when=move || is_discussed.get()
                    fallback=|| view! { <span>{text::discussed(Discussed::NotDiscussed, VOICE)}</span> }
                >
                    <button type="button" class="button button--plain" on:click=clear>
                        "Remettre à « non abordé »"
                        <span class="visually-hidden">{format!(" : {}", item.short)}</span>
                    </button>
                </Show>
            </p>
        </fieldset>
    }
}

/// Whether a skill was said or seen.
#[component]
pub fn BasisRows(
    /// The question.
    item: &'static Item,
    /// The answer shown.
    #[prop(into)]
    answer: Signal<Option<Answer>>,
    /// Called with the answer once it says how it is known.
    on_answer: Callback<Answer>,
) -> impl IntoView {
    let row = move |basis: Basis| {
        let checked = move || answer.with(|answer| answer.as_ref().and_then(Answer::basis) == Some(basis));
        let choose = move |_| {
            if let Some(known) = answer.get_untracked().map(|answer| answer.known_by(basis)) {
                on_answer.run(known);
            }
        };
        view! {
            <label class="choice">
                <input type="radio" name=format!("source-{}", item.id) prop:checked=checked on:change=choose />
                <span>{text::basis(basis)}</span>
            </label>
        }
    };
    let is_skill = move || answer.with(|answer| matches!(answer, Some(Answer::Skill { .. })));
    view! {
        <Show when=is_skill>
            <fieldset class="basis">
                <legend>"Ce geste est"</legend>
                <div class="choices choices--inline">{Basis::ALL.into_iter().map(row).collect_view()}</div>
            </fieldset>
        </Show>
    }
}
