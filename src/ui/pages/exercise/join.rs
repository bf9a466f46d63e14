//! Coming into an exercise: the code that is written in the room, and the ticket that was drawn.

use super::known::back;
use crate::browser::location;
use crate::domain::exercise::code::ExerciseCode;
use crate::domain::exercise::seat::Seat;
use crate::route::exercise::ExerciseRoute;
use crate::text::exercise as text;
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
    // A copy that carries an exercise knows its code.
    let known = exercise.or_else(bag::exercise);
    let code = RwSignal::new(known.map(|code| code.to_string()).unwrap_or_default());
    let ticket = RwSignal::new(String::new());
    let place = OpenPlace::expect();
    let faults = RwSignal::new(Vec::<FieldFault>::new());
    let faulty = Signal::derive(move || faults.with(|faults| !faults.is_empty()));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match read(&code.get_untracked(), &ticket.get_untracked()) {
            // Coming back shows an empty form, not the place of somebody else.
            Ok((code, seat)) => {
                place.open(code, seat);
                location::replace(&ExerciseRoute::Seat(code, seat).to_hash());
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
                <TextField
                    id=CODE
                    label="Code de l’exercice"
                    hint="Huit lettres et chiffres, par exemple 2C07-RXK9."
                    takes=Takes::Short
                    value=code
                    faults
                />
                <TextField
                    id=TICKET
                    label="Votre ticket"
                    hint="Un nombre et une lettre, par exemple 7K."
                    takes=Takes::Short
                    value=ticket
                    faults
                />
                <p>
                    <button type="submit" class="button button--primary">
                        "Entrer dans l’exercice"
                    </button>
                </p>
            </form>
        </Page>
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
