//! The name of a list, as one types it.

use crate::browser::dom;
use crate::domain::directory::local::list::ListName;
use crate::text::local::lists as text;
use crate::ui::components::{FieldError, FieldFault};
use leptos::prelude::*;

/// A field for a name, and what is done with it.
#[component]
pub fn NameForm(
    /// The identifier of the field.
    id: &'static str,
    /// The label of the field.
    label: &'static str,
    /// What the button does.
    act: &'static str,
    /// What is typed: emptied by whoever has stored it.
    typed: RwSignal<String>,
    /// Receives the name.
    on_name: Callback<ListName>,
) -> impl IntoView {
    let faults = RwSignal::new(Vec::<FieldFault>::new());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match ListName::new(&typed.get_untracked()) {
            Ok(name) => {
                faults.set(Vec::new());
                on_name.run(name);
            }
            Err(fault) => {
                faults.set(vec![FieldFault { field: id.to_owned(), sentence: text::name_fault(fault) }]);
                dom::focus_in_place(id);
            }
        }
    };
    let is_wrong = move || faults.with(|faults| !faults.is_empty()).then_some("true");
    view! {
        <form class="stack stack--tight" on:submit=submit novalidate>
            <div class="field">
                <label for=id>{label}</label>
                <FieldError field=id faults />
                <input
                    class="input"
                    id=id
                    type="text"
                    maxlength=ListName::MAX_CHARS.to_string()
                    autocomplete="off"
                    aria-describedby=FieldFault::described_by(id)
                    aria-invalid=is_wrong
                    prop:value=typed
                    on:input:target=move |event| typed.set(event.target().value())
                />
            </div>
            <button type="submit" class="button button--start">
                {act}
            </button>
        </form>
    }
}
