//! Everything of an exercise that is printed, in one job: the code for the wall, the tickets, the sheets of each case.

use super::known::{Known, back_to};
use super::paper::{AnswerSheet, PersonSheet};
use super::positioning_paper::PositioningSheet;
use crate::domain::exercise::code::ExerciseCode;
use crate::domain::exercise::model::{Exercise, SeatCount};
use crate::domain::exercise::seat::Seat;
use crate::state::AppState;
use crate::text::{exercise_desk, exercise_paper as text};
use crate::ui::components::Page;
use crate::ui::pages::result::{Paper, PrintButton};
use leptos::prelude::*;

/// What may be left out, each on sheets of its own.
#[derive(Clone, Copy)]
struct Parts {
    poster: RwSignal<bool>,
    tickets: RwSignal<bool>,
    persons: RwSignal<bool>,
    answers: RwSignal<bool>,
    positioning: RwSignal<bool>,
}

impl Parts {
    fn all() -> Self {
        let kept = || RwSignal::new(true);
        Self { poster: kept(), tickets: kept(), persons: kept(), answers: kept(), positioning: kept() }
    }

    fn each(self) -> [(RwSignal<bool>, &'static str); 5] {
        [
            (self.poster, "Le code à afficher"),
            (self.tickets, "Les tickets à découper"),
            (self.persons, "Les fiches des personnes à jouer"),
            (self.answers, "Les feuilles de réponses"),
            (self.positioning, "La fiche de positionnement"),
        ]
    }

    /// Followed.
    fn is_none(self) -> bool {
        self.each().iter().all(|(kept, _)| !kept.get())
    }
}

/// Every sheet, in the order in which the room needs them.
#[component]
pub fn AllPaperPage(
    /// What is delivered.
    known: Known,
    /// The exercise.
    code: ExerciseCode,
) -> impl IntoView {
    let state = AppState::expect();
    let exercise = Memo::new(move |_| state.with_tables(|tables| Exercise::find(tables, code)));
    let title = Signal::derive(move || {
        exercise.with(|exercise| exercise.as_ref().map_or_else(|| exercise_desk::coded(code), exercise_desk::title))
    });
    let seats = Signal::derive(move || exercise.with(|one| one.as_ref().map(|one| one.seats)).unwrap_or_default());
    let parts = Parts::all();
    let foot = format!("Exercice {code} – Repères {}", env!("CARGO_PKG_VERSION"));
    let cases = StoredValue::new(known.cases_of(code));
    let persons = move || cases.get_value().into_iter().map(|case| view! { <PersonSheet case /> }).collect_view();
    let answers =
        move || cases.get_value().into_iter().map(|case| view! { <AnswerSheet known code case /> }).collect_view();
    view! {
        <Page
            title="Tout imprimer"
            lead="Tout ce qu’il faut sur papier pour mener cet exercice en salle."
            back=back_to(code)
        >
            <PartChoices parts />
            <Paper class="paper--exercise" label="Aperçu de ce qui s’imprime" foot>
                <Show when=move || parts.poster.get()>
                    <Poster code title />
                </Show>
                <Show when=move || parts.tickets.get()>
                    <Tickets code seats />
                </Show>
                <Show when=move || parts.persons.get()>{persons}</Show>
                <Show when=move || parts.answers.get()>{answers}</Show>
                <Show when=move || parts.positioning.get()>
                    <PositioningSheet known code />
                </Show>
            </Paper>
        </Page>
    }
}

/// What is printed, and what prints it.
#[component]
fn PartChoices(
    /// What may be left out.
    parts: Parts,
) -> impl IntoView {
    let choice = |(kept, name): (RwSignal<bool>, &'static str)| {
        view! {
            <label class="choice">
                <input
                    type="checkbox"
                    prop:checked=kept
                    on:change=move |event| kept.set(event_target_checked(&event))
                />
                <span>{name}</span>
            </label>
        }
    };
    view! {
        <div class="stack screen-only">
            <fieldset class="group stack stack--tight">
                <legend>"Ce qui s’imprime"</legend>
                {parts.each().map(choice).collect_view()}
            </fieldset>
            <p class="hint">{text::ALL_HINT}</p>
            <p role="status">{move || parts.is_none().then_some(text::NO_PART)}</p>
            <p>
                <PrintButton label="Tout imprimer" />
            </p>
        </div>
    }
}

/// The code, read from the back of the room.
#[component]
fn Poster(
    /// The exercise.
    code: ExerciseCode,
    /// What it is called.
    title: Signal<String>,
) -> impl IntoView {
    let written = code.to_string();
    // On two lines it is twice as large; read aloud, or copied, it is one code.
    let (first, last) = written.split_once('-').unwrap_or((written.as_str(), ""));
    view! {
        <section class="paper__sheet poster">
            <header class="sheet-head">
                <h2 class="sheet-head__title">"Le code de l’exercice"</h2>
                <p class="sheet-head__date">{title}</p>
            </header>
            <p class="poster__code">
                <span>{format!("{first}-")}</span>
                <span>{last.to_owned()}</span>
            </p>
            <p class="poster__how">{exercise_desk::HOW_TO_JOIN}</p>
        </section>
    }
}

/// What is cut out and drawn, with the way in on each.
#[component]
fn Tickets(
    /// The exercise.
    code: ExerciseCode,
    /// How many are drawn.
    seats: Signal<SeatCount>,
) -> impl IntoView {
    let ticket = move |seat: Seat| {
        view! {
            <li class="cut">
                <p class="cut__ticket">{seat.ticket(code)}</p>
                <p class="cut__code">{exercise_desk::coded(code)}</p>
                <p class="cut__how">{text::TICKET}</p>
            </li>
        }
    };
    view! {
        <section class="paper__sheet">
            <h2>{move || exercise_desk::tickets(seats.get())}</h2>
            <ol role="list" class="cuts">
                {move || Seat::first(seats.get().get()).map(ticket).collect_view()}
            </ol>
        </section>
    }
}
