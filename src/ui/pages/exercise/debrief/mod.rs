//! The debrief of a case, for a trainer in front of a room: what the group answered, before what the trainer reads in it.

mod differences;
mod items;
mod orientations;
mod reading;
mod spread;
mod table;
mod topics;

use super::known::{Known, back_to};
use crate::domain::exercise::case::Case;
use crate::domain::exercise::code::ExerciseCode;
use crate::domain::exercise::debrief::Threshold;
use crate::domain::exercise::hand_in::{Collected, HandIn};
use crate::route::exercise::ExerciseRoute;
use crate::state::AppState;
use crate::text::exercise_debrief::{Room, Subject, Told, title};
use crate::ui::components::{Notice, Page, Tone};
use differences::Differences;
use items::Items;
use leptos::prelude::*;
use orientations::Orientations;
use topics::Topics;

/// What the room handed in on a case, followed.
#[component]
pub fn DebriefPage(
    /// What is delivered.
    known: Known,
    /// The exercise.
    code: ExerciseCode,
    /// The case.
    case: &'static Case,
) -> impl IntoView {
    let state = AppState::expect();
    let Known { questionnaire, rulebook, .. } = known;
    let room = Memo::new(move |_| {
        let collected = Collected::of(state.with_tables(|tables| HandIn::all(tables, code)));
        Room::of(Subject { case, manner: code.manner, questionnaire, rulebook }, &collected, Threshold::default())
    });
    // Kept here: what comes in meanwhile closes nothing that was asked for.
    let is_whole = RwSignal::new(false);
    let lead = Signal::derive(move || room.with(Room::lead));
    let waiting = move || room.with(Room::waiting).map(|waiting| view! { <Waiting code waiting /> });
    let told = move || {
        let told = room.with(|room| room.told.as_ref().ok().cloned());
        told.map(|told| view! { <Parts told is_whole /> })
    };
    view! {
        <Page title=title(case) lead back=back_to(code)>
            {waiting}
            {told}
        </Page>
    }
}

/// What has to be settled first, and where.
#[component]
fn Waiting(
    /// The exercise.
    code: ExerciseCode,
    /// What waits.
    waiting: String,
) -> impl IntoView {
    view! {
        <Notice tone=Tone::Caution title="Des réponses attendent">
            <p>{waiting}</p>
            <p>
                <a href=ExerciseRoute::Desk(code).to_hash()>"Choisir les réponses à garder"</a>
            </p>
        </Notice>
    }
}

/// The parts of a debrief, in the order of an hour's talk.
#[component]
fn Parts(
    /// The debrief.
    told: Told,
    /// Whether every difference is shown.
    is_whole: RwSignal<bool>,
) -> impl IntoView {
    let participants = told.participants;
    view! {
        <p>
            "Laissez le groupe parler, puis ouvrez la lecture de référence\u{a0}: c’est une lecture argumentée parmi d’autres."
        </p>
        <Differences differences=told.differences is_whole />
        <Discuss questions=told.discuss />
        <Items caption=told.items_caption blocks=told.blocks participants />
        <Topics caption=told.topics_caption topics=told.topics />
        <Orientations caption=told.orientations_caption orientations=told.orientations />
    }
}

/// Questions for the room.
#[component]
fn Discuss(
    /// The questions.
    questions: Vec<String>,
) -> impl IntoView {
    let is_any = !questions.is_empty();
    is_any.then(|| {
        let questions = questions.into_iter().map(|question| view! { <li>{question}</li> }).collect_view();
        view! {
            <section class="stack" aria-labelledby="questions-groupe">
                <h2 id="questions-groupe">"Questions à poser au groupe"</h2>
                <ul class="discuss">{questions}</ul>
            </section>
        }
    })
}
