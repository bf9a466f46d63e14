//! The fields of the forms about retention.

use crate::domain::retention_draft::Fault;
use crate::text::retention as text;
use crate::ui::components::{FieldError, FieldFault};
use leptos::prelude::*;

/// Identifiers of the fields of a form, which errors lead to.
#[derive(Clone, Copy)]
pub struct Names {
    pub months: &'static str,
    pub reason: &'static str,
    pub until: &'static str,
}

impl Names {
    /// A fault in words, tied to its field.
    pub fn in_words(self, fault: Fault) -> FieldFault {
        let field = match fault {
            Fault::Months => self.months,
            Fault::ReasonMissing | Fault::ReasonTooLong { .. } => self.reason,
            Fault::UntilMissing | Fault::UntilWrong => self.until,
        };
        FieldFault { field: field.to_owned(), sentence: text::fault(fault) }
    }
}

/// What a field takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Takes {
    Number,
    Text,
    Date,
}

/// A field on one line.
#[component]
pub fn LineField(
    /// Its identifier.
    id: &'static str,
    /// Its label.
    label: &'static str,
    /// What to know before filling it; empty: nothing.
    #[prop(optional)]
    hint: &'static str,
    /// What it takes.
    takes: Takes,
    /// What it shows.
    #[prop(into)]
    value: Signal<String>,
    /// Receives what is typed.
    #[prop(into)]
    on_input: Callback<String>,
    /// The faults of the form.
    #[prop(into)]
    faults: Signal<Vec<FieldFault>>,
) -> impl IntoView {
    let is_wrong = move || faults.with(|faults| faults.iter().any(|fault| fault.field == id));
    let hint_id = format!("{id}-aide");
    let described = {
        let hint = (!hint.is_empty()).then(|| hint_id.clone());
        move || {
            let fault = is_wrong().then(|| FieldFault::described_by(id));
            let all: Vec<String> = hint.clone().into_iter().chain(fault).collect();
            (!all.is_empty()).then(|| all.join(" "))
        }
    };
    let kind = if takes == Takes::Date { "date" } else { "text" };
    let keyboard = (takes == Takes::Number).then_some("numeric");
    view! {
        <div class="field">
            <label for=id>{label}</label>
            {(!hint.is_empty())
                .then(|| {
                    view! {
                        <p class="hint" id=hint_id>
                            {hint}
                        </p>
                    }
                })}
            <FieldError field=id faults />
            <input
                class="input"
                class:input--short=takes != Takes::Text
                id=id
                type=kind
                inputmode=keyboard
                autocomplete="off"
                aria-describedby=described
                aria-invalid=move || is_wrong().then_some("true")
                prop:value=value
                on:input=move |event| on_input.run(event_target_value(&event))
            />
        </div>
    }
}
