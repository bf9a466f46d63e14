//! The fields of the forms of this family.

use crate::ui::components::{FieldError, FieldFault};
use leptos::prelude::*;

/// What a field takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Takes {
    Line,
    Text,
    Date,
}

/// A field that is typed in.
#[component]
pub fn TextField(
    /// Its identifier.
    id: &'static str,
    /// Its label.
    label: &'static str,
    /// What to know before filling it; empty: nothing.
    #[prop(optional)]
    hint: &'static str,
    /// It may stay empty, and its label says so.
    #[prop(optional)]
    is_optional: bool,
    /// What it takes.
    takes: Takes,
    /// What is typed.
    value: RwSignal<String>,
    /// The faults of the form.
    #[prop(into)]
    faults: Signal<Vec<FieldFault>>,
) -> impl IntoView {
    let is_wrong = move || faults.with(|faults| faults.iter().any(|fault| fault.field == id));
    let described = move || described_by(id, !hint.is_empty(), is_wrong());
    let invalid = move || is_wrong().then_some("true");
    let typed = move |event| value.set(event_target_value(&event));
    let input = match takes {
        Takes::Text => view! {
            <textarea
                class="input"
                id=id
                rows="3"
                aria-describedby=described
                aria-invalid=invalid
                prop:value=value
                on:input=typed
            ></textarea>
        }
        .into_any(),
        Takes::Line | Takes::Date => view! {
            <input
                class="input"
                class:input--short=takes == Takes::Date
                id=id
                type=if takes == Takes::Date { "date" } else { "text" }
                autocomplete="off"
                aria-describedby=described
                aria-invalid=invalid
                prop:value=value
                on:input=typed
            />
        }
        .into_any(),
    };
    view! {
        <div class="field">
            <label for=id>
                {label}
                {is_optional.then(|| view! { " " <span class="hint">"(facultatif)"</span> })}
            </label>
            <Hint id hint />
            <FieldError field=id faults />
            {input}
        </div>
    }
}

/// A choice in a list.
#[component]
pub fn ChoiceField(
    /// Its identifier.
    id: &'static str,
    /// Its label.
    label: &'static str,
    /// The choices: the value of each, and its words.
    options: Vec<(String, String)>,
    /// The value chosen; empty: none.
    value: RwSignal<String>,
    /// The faults of the form.
    #[prop(into)]
    faults: Signal<Vec<FieldFault>>,
) -> impl IntoView {
    let is_wrong = move || faults.with(|faults| faults.iter().any(|fault| fault.field == id));
    let options = options
        .into_iter()
        .map(|(code, words)| {
            let is_chosen = value.with_untracked(|value| *value == code);
            view! {
                <option value=code selected=is_chosen>
                    {words}
                </option>
            }
        })
        .collect_view();
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <FieldError field=id faults />
            <select
                class="input"
                id=id
                aria-describedby=move || described_by(id, false, is_wrong())
                aria-invalid=move || is_wrong().then_some("true")
                prop:value=value
                on:change=move |event| value.set(event_target_value(&event))
            >
                <option value="">"Choisir…"</option>
                {options}
            </select>
        </div>
    }
}

/// What to know before filling a field.
#[component]
fn Hint(
    /// The field.
    id: &'static str,
    /// Empty: nothing.
    hint: &'static str,
) -> impl IntoView {
    (!hint.is_empty()).then(|| {
        view! {
            <p class="hint" id=format!("{id}-aide")>
                {hint}
            </p>
        }
    })
}

fn described_by(id: &str, has_hint: bool, is_wrong: bool) -> Option<String> {
    let hint = has_hint.then(|| format!("{id}-aide"));
    let parts: Vec<String> = hint.into_iter().chain(is_wrong.then(|| FieldFault::described_by(id))).collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}
