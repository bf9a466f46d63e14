//! The name of a list, as one types it.

use crate::browser::dom;
use crate::domain::directory::local::list::ListName;
use crate::text::local::lists as text;
use crate::ui::components::{FieldFault, Takes, TextField, Typed};
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
    #[prop(into)]
    typed: Typed,
    /// Receives the name.
    on_name: Callback<ListName>,
) -> impl IntoView {
    let faults = RwSignal::new(Vec::<FieldFault>::new());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match ListName::new(&typed.now()) {
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
    view! {
        <form class="stack stack--tight" on:submit=submit novalidate>
            <TextField id label takes=Takes::Line value=typed faults />
            <button type="submit" class="button button--start">
                {act}
            </button>
        </form>
    }
}
