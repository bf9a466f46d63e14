//! What the frame needs to know of the professional: two questions, answered here.

use super::case::Case;
use crate::browser::dom;
use crate::domain::interview::change;
use crate::domain::interview::framing::Input;
use crate::text::interview::framing as said;
use leptos::prelude::*;

/// The two questions about the professional.
#[component]
pub fn ProfessionalStatus(
    /// The case.
    case: Case,
) -> impl IntoView {
    // One memo and one change each: storing an answer leaves the other alone, stored or not.
    let employee = Memo::new(move |_| case.interview.with(|interview| interview.professional.employee));
    let habilitated = Memo::new(move |_| case.interview.with(|interview| interview.professional.habilitated));
    view! {
        <div class="questions">
            <YesNo
                name="salariat"
                question=said::question(Input::Employee)
                value=employee.into()
                on_change=Callback::new(move |value| case.act(|key| change::set_employee(key, value)))
            />
            <YesNo
                name="habilitation"
                question=said::question(Input::Habilitated)
                value=habilitated.into()
                on_change=Callback::new(move |value| case.act(|key| change::set_habilitated(key, value)))
            />
        </div>
    }
}

/// A question answered by yes or no; nothing is chosen at first, and the answer can be taken back.
#[component]
pub fn YesNo(
    /// The group's name.
    name: &'static str,
    /// The question.
    question: &'static str,
    /// The answer.
    value: Signal<Option<bool>>,
    /// Called with another answer; none takes it back.
    on_change: Callback<Option<bool>>,
) -> impl IntoView {
    let choice = move |answer: bool, label: &'static str| {
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name=name
                    id=answer.then(|| format!("{name}-oui"))
                    prop:checked=move || value.get() == Some(answer)
                    on:change=move |_| on_change.run(Some(answer))
                />
                <span>{label}</span>
            </label>
        }
    };
    let take_back = move |_| {
        on_change.run(None);
        dom::focus_in_place(&format!("{name}-oui"));
    };
    view! {
        <fieldset class="group stack stack--tight">
            <legend>{question}</legend>
            <div class="choices choices--inline">
                {choice(true, "Oui")}
                {choice(false, "Non")}
                <Show when=move || value.get().is_some()>
                    <button type="button" class="button button--plain" on:click=take_back>
                        <span>"Effacer" <span class="visually-hidden">" la réponse\u{a0}: " {question}</span></span>
                    </button>
                </Show>
            </div>
        </fieldset>
    }
}
