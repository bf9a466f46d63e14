//! Coming into an exercise: the code that is written in the room, and the ticket that was drawn.

use super::known::back;
use crate::browser::{dom, location};
use crate::domain::exercise::code::ExerciseCode;
use crate::domain::exercise::seat::Seat;
use crate::route::exercise::ExerciseRoute;
use crate::state::AppState;
use crate::text::{exercise as text, exercise_desk, exercise_kiosk};
use crate::ui::bag;
use crate::ui::components::{ErrorSummary, FieldFault, Notice, Page, Takes, TextField, Tone};
use crate::ui::open_place::OpenPlace;
use leptos::prelude::*;

const CODE: &str = "code-exercice";
const TICKET: &str = "ticket";

/// The code and the ticket.
#[component]
pub fn JoinPage(
    /// The exercise of an address that shows no ticket of it.
    #[prop(optional)]
    exercise: Option<ExerciseCode>,
) -> impl IntoView {
    let state = AppState::expect();
    // A shared tablet knows the exercise it is for, and a copy that carries an exercise knows its code.
    let kept = untrack(|| state.preferences());
    let known = exercise.or(kept.room).or_else(bag::exercise);
    let code = RwSignal::new(known.map(|code| code.to_string()).unwrap_or_default());
    let is_settled = RwSignal::new(kept.inactivity.is_on() && known.is_some());
    let ticket = RwSignal::new(String::new());
    let place = OpenPlace::expect();
    let faults = RwSignal::new(Vec::<FieldFault>::new());
    let faulty = Signal::derive(move || faults.with(|faults| !faults.is_empty()));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match read(&code.get_untracked(), &ticket.get_untracked()) {
            // Coming back shows an empty form, not the place of somebody else.
            Ok((code, seat)) => {
                if untrack(|| state.preferences()).inactivity.is_on() {
                    state.set_preferences(|preferences| preferences.room = Some(code));
                }
                place.open(code, seat);
                location::replace(&ExerciseRoute::Seat(code, seat).to_hash());
                // Where this page stood before the place of this very ticket, the address does not change.
                request_animation_frame(dom::focus_heading_if_lost);
            }
            Err(fault) => faults.set(vec![fault]),
        }
    };
    view! {
        <Page
            title="Participer à un exercice"
            lead="Le code est affiché dans la salle. Votre ticket porte un numéro tiré au sort, jamais votre nom."
            back=back()
            faulty
        >
            {exercise.map(|_| view! { <NoTicket /> })}
            <form class="stack join" on:submit=submit novalidate>
                <ErrorSummary faults />
                <Show
                    when=move || !is_settled.get()
                    fallback=move || view! { <Settled code is_settled faults /> }
                >
                    <TextField
                        id=CODE
                        label="Code de l’exercice"
                        hint="Huit lettres et chiffres, par exemple 2C07-RXK9."
                        takes=Takes::Short
                        value=code
                        faults
                    />
                </Show>
                <TextField
                    id=TICKET
                    label="Votre ticket"
                    hint="Un nombre et une lettre, par exemple 7K."
                    takes=Takes::Short
                    value=ticket
                    faults
                />
                <SharedChoice />
                <p>
                    <button type="submit" class="button button--primary">
                        "Entrer dans l’exercice"
                    </button>
                </p>
            </form>
        </Page>
    }
}

/// The exercise that a shared tablet is for: the next participant types their ticket only.
#[component]
fn Settled(
    /// Its code.
    code: RwSignal<String>,
    /// Whether it is the one.
    is_settled: RwSignal<bool>,
    /// What was wrong with what was typed.
    faults: RwSignal<Vec<FieldFault>>,
) -> impl IntoView {
    let told = move || code.get().parse().map(exercise_desk::coded).unwrap_or_default();
    let change = move |_| {
        code.set(String::new());
        faults.set(Vec::new());
        is_settled.set(false);
        request_animation_frame(|| dom::focus_in_place(CODE));
    };
    view! {
        <div class="row">
            <p>
                <strong>{told}</strong>
            </p>
            <button type="button" class="button button--plain" on:click=change>
                "Un autre exercice"
            </button>
        </div>
    }
}

/// Whether the device goes from hand to hand.
#[component]
fn SharedChoice() -> impl IntoView {
    let state = AppState::expect();
    let is_shared = move || state.preferences().inactivity.is_on();
    let choose = move |event| {
        let is_shared = event_target_checked(&event);
        state.set_preferences(|preferences| {
            preferences.inactivity = preferences.inactivity.shared(is_shared);
            preferences.room = preferences.room.filter(|_| is_shared);
        });
    };
    view! {
        <label class="choice">
            <input type="checkbox" prop:checked=is_shared on:change=choose />
            <span>
                "Cet appareil est partagé" <br />
                <span class="hint">{exercise_kiosk::SHARED_HINT}</span>
            </span>
        </label>
    }
}

/// The address shows no ticket, or one with the letter of another.
#[component]
fn NoTicket() -> impl IntoView {
    view! {
        <Notice tone=Tone::Caution title="Tapez votre ticket pour ouvrir votre place">
            <p>{text::NO_TICKET}</p>
        </Notice>
    }
}

/// Whose place it is; the ticket is read by the code, which comes first.
fn read(code: &str, ticket: &str) -> Result<(ExerciseCode, Seat), FieldFault> {
    let fault = |field: &str, sentence: String| FieldFault { field: field.to_owned(), sentence };
    let code = code.parse::<ExerciseCode>().map_err(|why| fault(CODE, text::code_fault(why).to_owned()))?;
    let seat = Seat::read(ticket, code).map_err(|why| fault(TICKET, text::seat_fault(why)))?;
    Ok((code, seat))
}
