//! The two choices that an interview cannot start without.

use super::fields::{LENGTH, PRESENTATION};
use crate::domain::interview::model::Presentation;
use crate::domain::interview::questionnaire::{Length, Questionnaire};
use crate::text::{format, interview as text};
use crate::ui::components::{FieldError, FieldFault};
use leptos::prelude::*;

/// How long the interview will be.
#[component]
pub fn LengthField(
    /// What may be asked.
    questionnaire: &'static Questionnaire,
    /// What is chosen.
    length: RwSignal<Option<Length>>,
    /// The faults of the form.
    #[prop(into)]
    faults: Signal<Vec<FieldFault>>,
) -> impl IntoView {
    let row = move |one: Length| {
        let count = questionnaire.count(one) as u64;
        let detail = format!(
            "{}, {} au plus. {}",
            format::capitalised(text::duration(one)),
            format::count(count, "question", "questions"),
            match one {
                Length::Short => "L’essentiel, pour orienter vite.",
                Length::Full => "Chaque thème en détail, pour préparer un accompagnement.",
            }
        );
        let chosen = Signal::derive(move || length.get() == Some(one));
        let choose = Callback::new(move |()| length.set(Some(one)));
        view! { <BigChoice field=LENGTH first=one == Length::Short name=text::length(one) detail chosen choose /> }
    };
    view! {
        <BigChoices legend="Longueur" field=LENGTH faults>
            {Length::ALL.into_iter().map(row).collect_view()}
        </BigChoices>
    }
}

/// How the questions will be shown.
#[component]
pub fn PresentationField(
    /// What is chosen.
    presentation: RwSignal<Option<Presentation>>,
    /// The faults of the form.
    #[prop(into)]
    faults: Signal<Vec<FieldFault>>,
) -> impl IntoView {
    let row = move |one: Presentation| {
        let chosen = Signal::derive(move || presentation.get() == Some(one));
        let choose = Callback::new(move |()| presentation.set(Some(one)));
        let detail = text::presentation_use(one).to_owned();
        view! { <BigChoice field=PRESENTATION first=one == Presentation::Conversation name=text::presentation(one) detail chosen choose /> }
    };
    view! {
        <BigChoices legend="Présentation" field=PRESENTATION faults>
            {Presentation::ALL.into_iter().map(row).collect_view()}
        </BigChoices>
    }
}

/// Two ways to go, side by side.
#[component]
fn BigChoices(
    /// What is chosen here.
    legend: &'static str,
    /// The identifier of the first choice.
    field: &'static str,
    /// The faults of the form.
    faults: Signal<Vec<FieldFault>>,
    /// The choices.
    children: Children,
) -> impl IntoView {
    let is_wrong = move || faults.with(|faults| faults.iter().any(|fault| fault.field == field));
    let described = move || is_wrong().then(|| FieldFault::described_by(field));
    view! {
        <fieldset class="group group--lead stack stack--tight" aria-describedby=described>
            <legend>{legend}</legend>
            <FieldError field faults />
            <div class="big-choices">{children()}</div>
        </fieldset>
    }
}

/// One of two ways, with what it is for.
#[component]
fn BigChoice(
    /// The field it belongs to.
    field: &'static str,
    /// The first one: faults of the field lead to it.
    first: bool,
    /// Its name.
    name: &'static str,
    /// What it is for.
    detail: String,
    /// Whether it is chosen.
    chosen: Signal<bool>,
    /// Chooses it.
    choose: Callback<()>,
) -> impl IntoView {
    view! {
        <label class="choice choice--big">
            <input
                type="radio"
                id=first.then_some(field)
                name=field
                required
                prop:checked=chosen
                on:change=move |_| choose.run(())
            />
            <span class="choice__body">
                <strong>{name}</strong>
                <span class="hint">{detail}</span>
            </span>
        </label>
    }
}
