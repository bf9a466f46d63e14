//! The trainer's desk of one exercise: its code, what has arrived, what to settle, what to change.

mod aside;
mod bag;
mod board;
mod change;
mod closing;
mod hand_ins;
mod positionings;
mod received;
mod sent;
mod session;
mod settle;

use super::known::{Known, back};
use crate::domain::exercise::code::ExerciseCode;
use crate::domain::exercise::hand_in::{Collected, HandIn};
use crate::domain::exercise::model::{Exercise, SeatCount};
use crate::domain::interview::id::CaseId;
use crate::exchange::collect::collect;
use crate::route::exercise::ExerciseRoute;
use crate::state::AppState;
use crate::text::codes::Told;
use crate::text::{exercise_codes, exercise_desk as text};
use crate::ui::codes::{CodesSection, Collector};
use crate::ui::components::{Messages, Notice, Page, Tone};
use crate::ui::save::Saver;
use aside::AsideSection;
use bag::BagSection;
use board::Board;
use change::ChangeSection;
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

    /// The cases that are awaited, followed: those that were removed since, or are drafts again, are awaited all the same.
    fn cases(self) -> Vec<CaseId> {
        let mut cases: Vec<CaseId> = self.known.cases_of(self.code).into_iter().map(|case| case.id.clone()).collect();
        for written in self.exercise.get().into_iter().flat_map(|exercise| exercise.written) {
            if !cases.contains(&written) {
                cases.push(written);
            }
        }
        cases
    }

    /// How many numbers are drawn, followed.
    fn seats(self) -> SeatCount {
        self.exercise.with(|exercise| exercise.as_ref().map(|exercise| exercise.seats)).unwrap_or_default()
    }

    /// Stores what codes bring, then tells it; none when it could not be stored.
    async fn receive(self, texts: Vec<String>) -> Option<Vec<Told>> {
        let lists = self.known.lists();
        let (arrivals, changes) =
            self.saver.state().with_tables_now(|tables| collect(&texts, self.code, tables, &lists));
        let cases = self.known.cases_now();
        let told = arrivals.iter().map(|one| exercise_codes::told(one, &cases)).collect();
        self.saver.save(changes).await.then_some(told)
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
    let collector = Collector::new(move |texts| desk.receive(texts));
    view! {
        <Page title lead back=back()>
            <Show when=move || is_here.get() fallback=|| view! { <Absent /> }>
                <Board desk />
                <BagSection desk />
                <SettleSection desk />
                <ReceivedSection desk />
                <CodesSection collector />
                <PositioningsSection desk />
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
