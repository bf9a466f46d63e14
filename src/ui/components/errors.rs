//! What is wrong with what was sent: first together, each with a way to its field, then beside each field.

use crate::browser::dom;
use leptos::prelude::*;

/// A fault, tied to its field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldFault {
    /// The identifier of the field, or of its first choice.
    pub field: String,
    /// What is wrong and what to do.
    pub sentence: String,
}

impl FieldFault {
    /// The identifier of the sentence shown beside the field.
    pub fn described_by(field: &str) -> String {
        format!("{field}-erreur")
    }
}

const SUMMARY: &str = "erreurs";

/// Every fault of a form, at its top. Its links move the focus and leave the address alone.
#[component]
pub fn ErrorSummary(
    /// The faults, in the order of the fields. Empty: nothing is shown.
    #[prop(into)]
    faults: Signal<Vec<FieldFault>>,
) -> impl IntoView {
    // Sent again with the same faults, the focus comes back here too: each sending gives the list anew.
    Effect::new(move |_| {
        if faults.with(|faults| !faults.is_empty()) {
            request_animation_frame(|| dom::focus(SUMMARY));
        }
    });
    let go = |field: String| {
        move |event: leptos::ev::MouseEvent| {
            event.prevent_default();
            dom::focus(&field);
        }
    };
    let links = move || {
        let link = |fault: FieldFault| {
            let href = format!("#{}", fault.field);
            view! {
                <li>
                    <a href=href on:click=go(fault.field)>
                        {fault.sentence}
                    </a>
                </li>
            }
        };
        faults.get().into_iter().map(link).collect_view()
    };
    view! {
        <Show when=move || faults.with(|faults| !faults.is_empty())>
            <div class="notice notice--fault error-summary" id=SUMMARY role="alert" tabindex="-1">
                <div class="stack stack--tight">
                    <h2 class="notice__title">"À corriger avant de continuer"</h2>
                    <ul>{links}</ul>
                </div>
            </div>
        </Show>
    }
}

/// The fault of one field, beside it.
#[component]
pub fn FieldError(
    /// The field it belongs to.
    #[prop(into)]
    field: String,
    /// Every fault of the form.
    #[prop(into)]
    faults: Signal<Vec<FieldFault>>,
) -> impl IntoView {
    let id = FieldFault::described_by(&field);
    let sentence = move || {
        faults.with(|faults| faults.iter().find(|fault| fault.field == field).map(|fault| fault.sentence.clone()))
    };
    move || {
        sentence().map(|sentence| {
            view! {
                <p class="field__error" id=id.clone()>
                    <span class="visually-hidden">"Erreur : "</span>
                    {sentence}
                </p>
            }
        })
    }
}
