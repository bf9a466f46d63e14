//! The rows under a question: each one whole is clickable, none is chosen beforehand.

use crate::domain::interview::answer::{Answer, Discussed};
use crate::domain::interview::pick::Pick;
use crate::domain::interview::questionnaire::{Item, Voice};
use crate::text::interview as text;
use leptos::prelude::*;

/// The identifier of the first row of a question.
pub fn first_row(item: &Item) -> String {
    row_id(item, 1)
}

/// The identifier of a row by its number.
pub fn row_id(item: &Item, number: impl std::fmt::Display) -> String {
    format!("reponse-{}-{number}", item.id)
}

/// Every row of a question: what is known, a divider, then what stays unknown.
#[component]
pub fn AnswerRows(
    /// The question.
    item: &'static Item,
    /// Who reads it.
    voice: Voice,
    /// The answer shown.
    #[prop(into)]
    answer: Signal<Option<Answer>>,
    /// Called with the row that is chosen, or taken back.
    on_pick: Callback<Pick>,
    /// Whether digits choose rows, which then show theirs.
    #[prop(into, optional)]
    numbered: Signal<bool>,
) -> impl IntoView {
    let rows = |known: bool| {
        item.picks()
            .into_iter()
            .enumerate()
            .filter(|(_, pick)| pick.is_known() == known)
            .map(|(index, pick)| view! { <Row item voice answer on_pick numbered number=index + 1 pick /> })
            .collect_view()
    };
    view! {
        <div class="choices">
            {rows(true)}
            <p class="choices__divider" aria-hidden="true">
                "ou"
            </p>
            <div class="choices__unknown">{rows(false)}</div>
        </div>
    }
}

/// One row.
#[component]
fn Row(
    item: &'static Item,
    voice: Voice,
    answer: Signal<Option<Answer>>,
    on_pick: Callback<Pick>,
    numbered: Signal<bool>,
    number: usize,
    pick: Pick,
) -> impl IntoView {
    let kind = if item.is_multiple() { "checkbox" } else { "radio" };
    let id = row_id(item, number);
    let label = label(item, &pick, voice);
    let class = if pick.is_known() { "choice" } else { "choice choice--aside" };
    let shown = pick.clone();
    let checked = move || answer.with(|answer| shown.is_in(answer.as_ref()));
    view! {
        <label class=class>
            <input
                type=kind
                id=id
                name=format!("reponse-{}", item.id)
                aria-keyshortcuts=move || numbered.get().then(|| number.to_string())
                prop:checked=checked
                on:change=move |_| on_pick.run(pick.clone())
            />
            <span>{label}</span>
            <Show when=move || numbered.get()>
                <kbd aria-hidden="true">{number}</kbd>
            </Show>
        </label>
    }
}

fn label(item: &'static Item, pick: &Pick, voice: Voice) -> &'static str {
    match pick {
        Pick::Level(level) => text::skill_level(*level, voice),
        Pick::Option(option) => item.option(option).map_or("", |option| option.label(voice)),
        Pick::DoesNotKnow => text::discussed(Discussed::DoesNotKnow, voice),
        Pick::PrefersNotToSay => text::discussed(Discussed::PrefersNotToSay, voice),
    }
}
