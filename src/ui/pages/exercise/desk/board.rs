//! What is written on the board, and what is drawn in the room.

use super::Desk;
use crate::domain::exercise::model::Exercise;
use crate::domain::exercise::seat::Seat;
use crate::text::exercise_desk as text;
use leptos::prelude::*;

/// The code, very large, and the tickets.
#[component]
pub fn Board(
    /// The exercise.
    desk: Desk,
) -> impl IntoView {
    let seats = Memo::new(move |_| desk.seats());
    let tickets = move || {
        let ticket = |seat: Seat| view! { <li class="ticket">{seat.ticket(desk.code)}</li> };
        Seat::first(seats.get().get()).map(ticket).collect_view()
    };
    let is_open = Memo::new(move |_| desk.exercise.with(|exercise| exercise.as_ref().is_some_and(Exercise::is_open)));
    view! {
        <section class="card exercise-board" aria-labelledby="code-exercice">
            <h2 id="code-exercice">"Le code à écrire au tableau"</h2>
            <p class="exercise-board__code">{desk.code.to_string()}</p>
            <Show when=move || is_open.get()>
                <p>{text::HOW_TO_JOIN}</p>
            </Show>
            <details class="disclosure">
                <summary>{move || text::tickets(seats.get())}</summary>
                <div class="stack stack--tight">
                    <p class="hint">{text::TICKETS_USE}</p>
                    <ol role="list" class="tickets">
                        {tickets}
                    </ol>
                </div>
            </details>
        </section>
    }
}
