//! Who knows: typed once, proposed again on the same page.

use crate::domain::directory::local::model::{Signature, WritingFault};
use crate::text::local as text;
use crate::ui::components::{FieldError, FieldFault};
use leptos::prelude::*;

/// The field where one signs, briefly or not at all.
#[component]
pub fn SignField(
    /// The identifier of the field.
    id: &'static str,
    /// What is typed.
    typed: RwSignal<String>,
    /// Every fault of the form.
    #[prop(into)]
    faults: Signal<Vec<FieldFault>>,
) -> impl IntoView {
    let hint = format!("{id}-aide");
    view! {
        <div class="field">
            <label for=id>"Par qui " <span class="hint">"(facultatif)"</span></label>
            <p class="hint" id=hint.clone()>
                {text::SIGN_BRIEFLY}
            </p>
            <FieldError field=id faults />
            <input
                class="input input--short"
                id=id
                type="text"
                maxlength=Signature::MAX_CHARS.to_string()
                autocomplete="off"
                aria-describedby=format!("{hint} {}", FieldFault::described_by(id))
                prop:value=typed
                on:input:target=move |event| typed.set(event.target().value())
            />
        </div>
    }
}

/// A fault of what was typed, tied to its field.
pub fn fault(field: &str, fault: WritingFault) -> FieldFault {
    FieldFault { field: field.to_owned(), sentence: text::writing_fault(fault) }
}
