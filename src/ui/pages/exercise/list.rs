//! The exercises prepared on this device, and the door for those who take part in one.

use super::known::Known;
use crate::browser::dom;
use crate::domain::exercise::code::ExerciseCode;
use crate::domain::exercise::hand_in::{Collected, HandIn};
use crate::domain::exercise::model::{self, Exercise};
use crate::route::exercise::ExerciseRoute;
use crate::state::AppState;
use crate::text::{exercise as words, exercise_desk as text};
use crate::ui::components::{Icon, Page, Pictogram};
use crate::ui::removed::{Removed, Restorable};
use leptos::prelude::*;
use std::sync::Arc;

/// How many exercises are shown before one asks for more.
const PAGE: usize = 20;

/// The exercises, followed.
type Exercises = Memo<Arc<Vec<Exercise>>>;

/// The trainer's exercises.
#[component]
pub fn ExercisesPage(
    /// What is delivered.
    known: Known,
) -> impl IntoView {
    let state = AppState::expect();
    let exercises = Memo::new(move |_| Arc::new(state.with_tables(Exercise::all)));
    let is_empty = Memo::new(move |_| exercises.with(|exercises| exercises.is_empty()));
    view! {
        <Page title="Animer" lead=text::LIST_LEAD>
            <Participate />
            <Show when=move || !is_empty.get() fallback=move || view! { <Empty cases=known.cases_now().cases.len() /> }>
                <Prepared exercises />
            </Show>
            <RemovedExercises />
            <p>
                <a href=ExerciseRoute::Cases.to_hash()>"Les cas\u{a0}: les lire, en écrire, les partager"</a>
            </p>
        </Page>
    }
}

/// The door for those who take part.
#[component]
fn Participate() -> impl IntoView {
    view! {
        <a class="card card--link participate" href=ExerciseRoute::Join.to_hash()>
            <Pictogram icon=Icon::Person />
            <h2 class="participate__name">"Participer à un exercice"</h2>
            <span>{text::JOIN}</span>
            <span class="card__go">"Taper le code et le ticket"</span>
        </a>
    }
}

/// The way to a new exercise.
#[component]
fn NewLink() -> impl IntoView {
    view! {
        <a class="button button--primary" href=ExerciseRoute::New.to_hash()>
            <Pictogram icon=Icon::Plus />
            "Préparer un exercice"
        </a>
    }
}

/// What will be here, and how to fill it.
#[component]
fn Empty(
    /// How many cases are delivered.
    cases: usize,
) -> impl IntoView {
    view! {
        <div class="empty">
            <Pictogram icon=Icon::Bag />
            <h2>"Aucun exercice pour l’instant"</h2>
            <p>{text::empty(cases)}</p>
            <NewLink />
        </div>
    }
}

/// The exercises, the latest first.
#[component]
fn Prepared(
    /// All of them.
    exercises: Exercises,
) -> impl IntoView {
    let shown = RwSignal::new(PAGE);
    let count = move || exercises.with(|exercises| exercises.len());
    let rows = move || {
        let shown = shown.get();
        exercises.with(|all| all.iter().take(shown).map(|one| one.code).collect::<Vec<_>>())
    };
    let more_shown = move |_| {
        let first_new = exercises.with_untracked(|all| all.get(shown.get_untracked()).map(|one| way_id(one.code)));
        shown.update(|shown| *shown += PAGE);
        // The button may go away: the focus goes on to what it showed.
        request_animation_frame(move || {
            if let Some(id) = first_new {
                dom::focus_in_place(&id);
            }
        });
    };
    view! {
        <section class="stack" aria-labelledby="exercices">
            <h2 id="exercices">"Exercices préparés " <span class="count">{count}</span></h2>
            <p>
                <NewLink />
            </p>
            <ul role="list" class="cases">
                <For each=rows key=|code| *code let(code)>
                    <ExerciseRow code exercises />
                </For>
            </ul>
            <Show when=move || { count() > shown.get() }>
                <p>
                    <button type="button" class="button" on:click=more_shown>
                        "Afficher les suivants"
                    </button>
                </p>
            </Show>
        </section>
    }
}

/// An exercise: what it is called, where it stands, what was received, and the way to it.
#[component]
fn ExerciseRow(
    /// Which one.
    code: ExerciseCode,
    /// All of them.
    exercises: Exercises,
) -> impl IntoView {
    let state = AppState::expect();
    let of = move |exercises: &Arc<Vec<Exercise>>| exercises.iter().find(|one| one.code == code).cloned();
    let exercise = Memo::new(move |_| exercises.with(of));
    let say = move |words: fn(&Exercise) -> String| {
        move || exercise.with(|exercise| exercise.as_ref().map(words).unwrap_or_default())
    };
    let is_open = Memo::new(move |_| exercise.with(|exercise| exercise.as_ref().is_some_and(Exercise::is_open)));
    let status = move || text::status(is_open.get());
    let received = Memo::new(move |_| {
        let hand_ins = state.with_tables(|tables| HandIn::all(tables, code));
        words::collected(&Collected::of(hand_ins))
    });
    view! {
        <li class="card card--flat case">
            <div class="case__body">
                <h3 class="case__name">
                    {say(text::title)} " "
                    <span class="chip" class:chip--plain=move || !is_open.get()>
                        {status}
                    </span>
                </h3>
                <p class="card__meta">{say(text::about)}</p>
                <p class="card__meta">{received}</p>
            </div>
            <div class="case__ways">
                <a class="button" id=way_id(code) href=ExerciseRoute::Desk(code).to_hash()>
                    "Ouvrir"
                    <span class="visually-hidden">"\u{a0}: " {say(text::mention)}</span>
                </a>
            </div>
        </li>
    }
}

/// Identifies the way to an exercise, for the focus.
fn way_id(code: ExerciseCode) -> String {
    format!("exercice-{code}")
}

/// The exercises that were removed.
#[component]
fn RemovedExercises() -> impl IntoView {
    let state = AppState::expect();
    let restorable = |exercise: Exercise| {
        let mention = text::mention(&exercise);
        Restorable {
            id: exercise.code.to_string(),
            name: text::title(&exercise),
            restored: format!("{mention} est rétabli"),
            changes: model::restore(&exercise),
            mention,
        }
    };
    let removed =
        Memo::new(move |_| state.with_tables(Exercise::removed).into_iter().map(restorable).collect::<Vec<_>>());
    view! { <Removed removed summary=text::removed pages="Pages des exercices retirés" /> }
}
