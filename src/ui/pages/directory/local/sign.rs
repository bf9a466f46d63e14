//! Who knows: typed once, proposed again on the same page.

use crate::domain::directory::local::model::WritingFault;
use crate::text::local as text;
use crate::ui::components::{FieldFault, Takes, TextField};
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
    view! {
        <TextField id label="Par qui" is_optional=true hint=text::SIGN_BRIEFLY takes=Takes::Short value=typed faults />
    }
}

/// A fault of what was typed, tied to its field.
pub fn fault(field: &str, fault: WritingFault) -> FieldFault {
    FieldFault { field: field.to_owned(), sentence: text::writing_fault(fault) }
}
