//! What may be changed of an exercise: its title, its day, how many people came; closed, opened again, taken away.

use super::super::new::{DAY, SEATS, TITLE, in_words};
use super::Desk;
use super::session::SessionChoice;
use crate::browser::clock;
use crate::domain::exercise::draft::Retyped;
use crate::domain::exercise::model::{self, Exercise};
use crate::route::exercise::ExerciseRoute;
use crate::text::exercise_desk as text;
use crate::ui::components::{ErrorSummary, FieldFault, Rewrite, Takes, TextField};
use crate::ui::save::Undoable;
use leptos::prelude::*;

/// The form and the acts.
#[component]
pub fn ChangeSection(
    /// The exercise.
    desk: Desk,
) -> impl IntoView {
    view! {
        <section class="stack" aria-labelledby="fin-de-journee">
            <h2 id="fin-de-journee">"Fin de journée"</h2>
            <p>"Voyez ce qui attend encore, puis fermez l’exercice et gardez une sauvegarde."</p>
            <p>
                <a class="button" href=ExerciseRoute::Closing(desk.code).to_hash()>
                    "Clore la journée"
                </a>
            </p>
        </section>
        <section class="stack" aria-labelledby="cet-exercice">
            <h2 id="cet-exercice">"Cet exercice"</h2>
            <details class="disclosure">
                <summary>"Changer le titre, le jour ou le nombre de numéros"</summary>
                <ChangeForm desk />
            </details>
            <SessionChoice desk />
            <Acts desk />
        </section>
    }
}

/// What is typed over what is stored. A field that nobody types in is not written: it may have changed elsewhere.
#[component]
fn ChangeForm(
    /// The exercise.
    desk: Desk,
) -> impl IntoView {
    let of = |words: fn(&Exercise) -> String| {
        let shown = desk.say(words);
        Rewrite::of(move || shown.get())
    };
    let title = of(|it| it.title.as_ref().map(|title| title.as_str().to_owned()).unwrap_or_default());
    let held_on = of(|it| it.held_on.map(|on| on.to_string()).unwrap_or_default());
    let seats = of(|it| it.seats.get().to_string());
    let faults = RwSignal::new(Vec::<FieldFault>::new());
    let typed = |field: Rewrite| field.is_touched().then(|| field.now());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(exercise) = desk.exercise.get_untracked() else { return };
        let sent = Retyped { title: typed(title), held_on: typed(held_on), seats: typed(seats) };
        match sent.read(&exercise) {
            Ok(changes) => {
                faults.set(Vec::new());
                desk.saver.save_then(changes, move || {
                    for (field, sent) in [(title, &sent.title), (held_on, &sent.held_on), (seats, &sent.seats)] {
                        if let Some(sent) = sent {
                            field.settle(sent);
                        }
                    }
                    desk.messages.done("Exercice enregistré", "");
                });
            }
            Err(found) => faults.set(found.into_iter().map(in_words).collect()),
        }
    };
    view! {
        <form class="stack card card--flat" on:submit=submit novalidate>
            <ErrorSummary faults />
            <TextField id=TITLE label="Titre" hint=text::TITLE_HINT takes=Takes::Line value=title faults />
            <TextField id=DAY label="Jour" takes=Takes::Date value=held_on faults />
            <TextField id=SEATS label="Numéros à tirer au sort" takes=Takes::Number value=seats faults />
            <button type="submit" class="button button--start">
                "Enregistrer les changements"
            </button>
        </form>
    }
}

/// Closing, opening again, taking away.
#[component]
fn Acts(
    /// The exercise.
    desk: Desk,
) -> impl IntoView {
    let is_open = Memo::new(move |_| desk.exercise.with(|exercise| exercise.as_ref().is_some_and(Exercise::is_open)));
    let close = move |_| {
        let Some(exercise) = desk.exercise.get_untracked() else { return };
        let (on, said) = match exercise.is_open() {
            true => (Some(clock::today()), "Exercice clos"),
            false => (None, "Exercice rouvert"),
        };
        desk.saver.save_then(model::close(&exercise, on), move || desk.messages.done(said, ""));
    };
    let remove = move |_| {
        let Some(exercise) = desk.exercise.get_untracked() else { return };
        let done = Undoable {
            title: format!("{} est retiré", text::mention(&exercise)),
            body: "Les réponses reçues restent sur cet appareil.".to_owned(),
            take_back: "Annuler",
            taken_back: "Exercice rétabli",
        };
        desk.saver.save_undoable_then_leave(model::delete(&exercise), done, &ExerciseRoute::List.to_hash());
    };
    let act = move || if is_open.get() { "Clore l’exercice" } else { "Rouvrir l’exercice" };
    view! {
        <div class="row">
            <button type="button" class="button" on:click=close>
                {act}
            </button>
            <button type="button" class="button button--plain" on:click=remove>
                "Retirer l’exercice"
            </button>
        </div>
    }
}
