//! The trainer's desk of one exercise: its code, what has arrived, what to settle, what to change.

mod aside;
mod bag;
mod board;
mod camera;
mod change;
mod closing;
mod codes;
mod hand_ins;
mod positionings;
mod received;
mod sent;
mod settle;

use super::known::{Known, back};
use crate::domain::exercise::code::ExerciseCode;
use crate::domain::exercise::hand_in::{Collected, HandIn};
use crate::domain::exercise::model::Exercise;
use crate::route::exercise::ExerciseRoute;
use crate::state::AppState;
use crate::text::exercise_desk as text;
use crate::ui::components::{Messages, Notice, Page, Tone};
use crate::ui::save::Saver;
use aside::AsideSection;
use bag::BagSection;
use board::Board;
use change::ChangeSection;
use codes::CodesSection;
use leptos::prelude::*;
use positionings::PositioningsSection;
use received::ReceivedSection;
use sent::SentSection;
use settle::SettleSection;
use std::sync::Arc;

pub use closing::ClosingPage;

/// An exercise open on its desk. Everything follows the tables: what another tab receives shows at once.
#[derive(Clone, Copy)]
struct Desk {
    known: Known,
    code: ExerciseCode,
    exercise: Memo<Option<Exercise>>,
    hand_ins: Memo<Arc<Vec<HandIn>>>,
    collected: Memo<Arc<Collected>>,
    saver: Saver,
    messages: Messages,
}

impl Desk {
    fn open(known: Known, code: ExerciseCode) -> Self {
        let state = AppState::expect();
        let exercise = Memo::new(move |_| state.with_tables(|tables| Exercise::find(tables, code)));
        let hand_ins = Memo::new(move |_| Arc::new(state.with_tables(|tables| HandIn::all(tables, code))));
        let collected = Memo::new(move |_| Arc::new(Collected::of(hand_ins.get().to_vec())));
        Self { known, code, exercise, hand_ins, collected, saver: Saver::expect(), messages: Messages::expect() }
    }

    /// Something said of the exercise, followed; nothing once it is gone.
    fn say(self, words: fn(&Exercise) -> String) -> Signal<String> {
        Signal::derive(move || self.exercise.with(|exercise| exercise.as_ref().map(words).unwrap_or_default()))
    }
}

/// The desk.
#[component]
pub fn DeskPage(
    /// What is delivered.
    known: Known,
    /// Which exercise.
    code: ExerciseCode,
) -> impl IntoView {
    let desk = Desk::open(known, code);
    let is_here = Memo::new(move |_| desk.exercise.with(Option::is_some));
    let title = Signal::derive(move || {
        desk.exercise.with(|exercise| exercise.as_ref().map_or_else(|| text::coded(code), text::title))
    });
    let lead = Signal::derive(move || desk.exercise.with(|exercise| exercise.as_ref().map(text::lead)));
    view! {
        <Page title lead back=back()>
            <Show when=move || is_here.get() fallback=|| view! { <Absent /> }>
                <Board desk />
                <BagSection desk />
                <SettleSection desk />
                <ReceivedSection desk />
                <PositioningsSection desk />
                <CodesSection desk />
                <SentSection desk />
                <AsideSection desk />
                <ChangeSection desk />
            </Show>
        </Page>
    }
}

/// The exercise is not here, or not any more.
#[component]
fn Absent() -> impl IntoView {
    view! {
        <Notice tone=Tone::Caution title="Cet exercice n’est pas sur cet appareil">
            <p>
                {text::ABSENT} " " <a href=ExerciseRoute::List.to_hash()>"Voir tous les exercices"</a>
            </p>
        </Notice>
    }
}
