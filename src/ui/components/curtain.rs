//! The curtain: hides the screen from who stands near, until one comes back. On a tablet that goes from hand to hand it also
//! asks whether the participant is still there, then leaves their page: one dialog, so that never two stand there.

use crate::browser::{clock, dom, idle, location, pause};
use crate::domain::exercise::kiosk::{Inactivity, WARNING_MS, is_said, seconds_left};
use crate::domain::exercise::practice;
use crate::route::Route;
use crate::route::evaluation::{Device, EvaluationRoute};
use crate::route::exercise::ExerciseRoute;
use crate::state::AppState;
use crate::text::{evaluation_collect, exercise_kiosk as text};
use crate::ui::app::Address;
use crate::ui::open_place::OpenPlace;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// How long without any input before the curtain falls by itself on a shared computer.
const IDLE_MS: i64 = 5 * 60 * 1000;
/// What the browser's tab says meanwhile: nothing of the page.
const NEUTRAL_TITLE: &str = "Repères";
/// How often the time that is left is looked at.
const TICK_MS: i32 = 500;

/// Whether the screen is hidden, and why.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Veil {
    #[default]
    Lifted,
    Down,
    /// Asks whether the participant is still there, until a moment in milliseconds since 1970.
    Asks {
        deadline_ms: i64,
        seconds: u8,
    },
}

impl Veil {
    fn asks(self) -> bool {
        matches!(self, Self::Asks { .. })
    }
}

/// Hides the whole page. Escape lifts it too: it keeps eyes away, not people.
#[component]
pub fn Curtain(
    /// Whether it is down.
    veil: RwSignal<Veil>,
) -> impl IntoView {
    let (state, place, Address(route)) = (AppState::expect(), OpenPlace::expect(), Address::expect());
    let dialog = NodeRef::<html::Dialog>::new();
    let hidden_title = StoredValue::new(None::<String>);
    let is_down = Memo::new(move |_| veil.get() != Veil::Lifted);
    let asks = Memo::new(move |_| veil.get().asks());
    Effect::new(move |_| {
        let Some(dialog) = dialog.get() else { return };
        if is_down.get() {
            hidden_title.set_value(Some(dom::title()));
            dom::set_title(NEUTRAL_TITLE);
            dom::open_dialog(&dialog);
        } else {
            dom::close_dialog(&dialog);
            // One may have gone elsewhere behind it: that page has its own.
            let hidden = hidden_title.try_update_value(Option::take).flatten();
            if let Some(title) = hidden.filter(|_| dom::title() == NEUTRAL_TITLE) {
                dom::set_title(&title);
            }
        }
    });
    let is_participants = move || route.with_untracked(|route| is_participants(route, state));
    let after_ms = move || {
        let preferences = untrack(|| state.preferences());
        let inactivity = route.with_untracked(|route| inactivity_on(route, state));
        match inactivity.wait_ms().filter(|_| is_participants()) {
            Some(wait_ms) => (!veil.get_untracked().asks()).then_some(wait_ms),
            // Nobody touches the window of the wall, and what it shows is meant to be seen.
            None => (preferences.shared_computer && !route.with_untracked(Route::is_public)).then_some(IDLE_MS),
        }
    };
    idle::watch(after_ms, move || {
        if route.with_untracked(|route| inactivity_on(route, state)).is_on() && is_participants() {
            ask(veil, place, route.with_untracked(is_survey));
        } else if veil.get_untracked() == Veil::Lifted {
            veil.set(Veil::Down);
        }
    });
    let lift = move || veil.set(Veil::Lifted);
    let seconds = Memo::new(move |_| match veil.get() {
        Veil::Asks { seconds, .. } => Some(seconds),
        Veil::Lifted | Veil::Down => None,
    });
    let what = move || if asks.get() { text::ASKS } else { "Écran masqué" };
    let act = move || if asks.get() { text::STAY } else { "Reprendre" };
    let said = Memo::new(move |_| seconds.get().filter(|seconds| is_said(*seconds)).map(text::countdown));
    view! {
        // What is typed here must not reach the page below: a digit would answer its question.
        <dialog
            class="curtain"
            node_ref=dialog
            role=move || asks.get().then_some("alertdialog")
            aria-label=what
            aria-describedby=move || asks.get().then_some("rideau-pourquoi")
            on:close=move |_| lift()
            on:keydown=|event| event.stop_propagation()
        >
            <div class="curtain__inner" tabindex="-1">
                <p class="curtain__what">{what}</p>
                <div class="curtain__why" id="rideau-pourquoi" hidden=move || !asks.get()>
                    <p role="timer">{move || seconds.get().map(text::countdown)}</p>
                    <p>{move || if asks.get() && route.with(is_survey) { evaluation_collect::LEAVES } else { text::KEPT }}</p>
                </div>
                <button type="button" class="button button--primary" autofocus on:click=move |_| lift()>
                    {act}
                </button>
                <p class="visually-hidden" role="status">
                    {move || said.get()}
                </p>
            </div>
        </dialog>
    }
}

/// Whether a page is a questionnaire that somebody answers.
fn is_survey(route: &Route) -> bool {
    matches!(route, Route::Evaluation(EvaluationRoute::Answer(..)))
}

/// How long a page waits. A questionnaire that was opened for the room goes from hand to hand, whatever was chosen.
fn inactivity_on(route: &Route, state: AppState) -> Inactivity {
    let chosen = untrack(|| state.preferences()).inactivity;
    match route {
        Route::Evaluation(EvaluationRoute::Answer(.., Device::Room)) => chosen.shared(true),
        _ => chosen,
    }
}

/// Whether a page shows what one participant answers.
fn is_participants(route: &Route, state: AppState) -> bool {
    match route {
        Route::Exercise(ExerciseRoute::Seat(..) | ExerciseRoute::Positioning(..)) => true,
        route if is_survey(route) => true,
        Route::Interview(id)
        | Route::Step(id, ..)
        | Route::Result(id)
        | Route::PersonSheet(id)
        | Route::ProfessionalSheet(id) => {
            practice::key(id).is_ok_and(|key| state.with_tables_now(|tables| tables.get(&key).is_some()))
        }
        _ => false,
    }
}

/// Asks whether the participant is still there, counting down; without an answer, leaves their page for whoever comes next, or
/// empties it.
fn ask(veil: RwSignal<Veil>, place: OpenPlace, stays: bool) {
    let deadline_ms = clock::now_ms().saturating_add(WARNING_MS);
    let left = move || seconds_left(deadline_ms, clock::now_ms());
    let Some(seconds) = left() else { return };
    veil.set(Veil::Asks { deadline_ms, seconds });
    spawn_local(async move {
        loop {
            pause::millis(TICK_MS).await;
            // Somebody answered, and may have been asked again since.
            match veil.try_get_untracked() {
                Some(Veil::Asks { deadline_ms: asked, .. }) if asked == deadline_ms => {}
                _ => return,
            }
            let Some(seconds) = left() else { break };
            // The same second is not news.
            if veil.try_get_untracked() != Some(Veil::Asks { deadline_ms, seconds }) {
                let _ = veil.try_set(Veil::Asks { deadline_ms, seconds });
            }
        }
        // Behind the curtain: what shows once it is lifted is of nobody.
        place.leave();
        // A questionnaire begins anew where it is.
        if !stays {
            location::replace(&ExerciseRoute::Join.to_hash());
        }
        pause::millis(TICK_MS).await;
        let _ = veil.try_set(Veil::Lifted);
        request_animation_frame(dom::focus_heading_if_lost);
    });
}
