//! How far the group was from each objective before the day, and is after it. It does not move while it is read.

use super::known::{Known, back_to};
use super::progress_chart::ProgressChart;
use super::progress_table::ProgressTable;
use super::told::{Waiting, Withheld};
use crate::browser::dom;
use crate::domain::exercise::code::ExerciseCode;
use crate::domain::exercise::hand_in::{Collected, HandIn};
use crate::domain::exercise::work::{Asked, Moment};
use crate::route::exercise::ExerciseRoute;
use crate::state::AppState;
use crate::text::exercise_progress::{self as text, Told};
use crate::ui::components::Page;
use crate::ui::pages::result::PrintButton;
use leptos::prelude::*;
use std::sync::Arc;

/// What is shown, and the answers that it was made from.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Shown {
    told: Arc<Told>,
    collected: Arc<Collected>,
}

impl Shown {
    /// The preference is not followed: it changes on another screen.
    fn of(collected: Arc<Collected>, known: Known, code: ExerciseCode, state: AppState) -> Self {
        let threshold = untrack(|| state.preferences().threshold);
        Self { told: Arc::new(Told::of(known.objectives, code.manner, &collected, threshold)), collected }
    }
}

/// The group's change.
#[component]
pub fn ProgressPage(
    /// What is delivered.
    known: Known,
    /// The exercise.
    code: ExerciseCode,
) -> impl IntoView {
    let state = AppState::expect();
    let now = Memo::new(move |_| {
        let handed = |at| state.with_tables(|tables| HandIn::on(tables, code, &Asked::Positioning(at)));
        Arc::new(Collected::of(Moment::ALL.map(handed).concat()))
    });
    let shown = RwSignal::new(Shown::of(now.get_untracked(), known, code, state));
    let is_old = Memo::new(move |_| now.with(|now| shown.with(|shown| shown.collected != *now)));
    let renew = move |_| {
        shown.set(Shown::of(now.get_untracked(), known, code, state));
        // The button goes away.
        request_animation_frame(dom::focus_heading_if_lost);
    };
    let lead = Signal::derive(move || Some(shown.with(|shown| shown.told.lead.clone())));
    let told = move || {
        let told = shown.with(|shown| Arc::clone(&shown.told));
        view! { <Group code told /> }
    };
    view! {
        <Page title=text::TITLE lead back=back_to(code)>
            <div class="row screen-only debrief-news">
                <div role="status">{move || is_old.get().then(|| view! { <p>{text::NEWS}</p> })}</div>
                <Show when=move || is_old.get()>
                    <button type="button" class="button" on:click=renew>
                        "Afficher les positionnements à jour"
                    </button>
                </Show>
            </div>
            {told}
        </Page>
    }
}

/// What the group said.
#[component]
fn Group(
    /// The exercise.
    code: ExerciseCode,
    /// What is told.
    told: Arc<Told>,
) -> impl IntoView {
    let waiting =
        told.waiting.clone().map(|waiting| view! { <Waiting code title="Des positionnements attendent" waiting /> });
    let once = told.once.clone().map(|once| view! { <p>{once}</p> });
    let shown = match told.is_withheld {
        true => view! { <TooFew code /> }.into_any(),
        false => view! {
            <p>{text::MEAN}</p>
            {told.together.clone().map(|together| view! { <p>{together}</p> })}
            <p class="screen-only">
                <PrintButton label="Imprimer cette page" />
            </p>
            <ProgressChart told=Arc::clone(&told) />
            <ProgressTable told />
        }
        .into_any(),
    };
    view! {
        {waiting}
        {once}
        {shown}
    }
}

/// Why nothing is shown yet, and what to do.
#[component]
fn TooFew(
    /// The exercise.
    code: ExerciseCode,
) -> impl IntoView {
    view! {
        <Withheld />
        <p>
            "Chaque numéro se positionne depuis sa place, le matin puis le soir. Sur papier, "
            <a href=ExerciseRoute::PositioningEntry(code).to_hash()>"saisissez les feuilles"</a> "."
        </p>
    }
}
