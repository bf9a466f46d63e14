//! What was handed in and counts, one by one: to set aside, or to correct when it was typed here.

use super::Desk;
use super::hand_ins::HandIns;
use crate::browser::dom;
use crate::domain::exercise::hand_in::{HandIn, is_typed, set_aside};
use crate::domain::exercise::work::Asked;
use crate::route::exercise::ExerciseRoute;
use crate::text::exercise_desk as text;
use crate::ui::save::Undoable;
use leptos::prelude::*;

/// Everything that was not set aside.
#[component]
pub fn SentSection(
    /// The exercise.
    desk: Desk,
) -> impl IntoView {
    let sent = Memo::new(move |_| {
        let mut sent: Vec<HandIn> =
            desk.hand_ins.with(|all| all.iter().filter(|one| !one.is_set_aside).cloned().collect());
        sent.sort_by_key(|one| (one.work.asked(), one.work.seat));
        sent
    });
    let row = |desk, one| view! { <SentRow desk one /> }.into_any();
    view! { <HandIns desk hand_ins=sent summary=text::one_by_one hint=text::ONE_BY_ONE row /> }
}

/// One that counts, or waits to be settled.
#[component]
fn SentRow(
    /// The exercise.
    desk: Desk,
    /// What was handed in.
    one: HandIn,
) -> impl IntoView {
    let what = text::hand_in(&one.work, &desk.known.cases_now());
    let of = format!("\u{a0}: {what}");
    let typed = desk.saver.state().with_tables_now(|tables| tables.get(&one.key).is_some_and(is_typed));
    let correction = match one.work.asked() {
        Asked::Case(case) if typed => Some(ExerciseRoute::PaperCorrection(desk.code, case, one.key.id.clone())),
        Asked::Positioning(_) if typed => Some(ExerciseRoute::PositioningCorrection(desk.code, one.key.id.clone())),
        Asked::Case(_) | Asked::Positioning(_) => None,
    };
    let correct = correction.map(|route| {
        view! {
            <a class="button" href=route.to_hash()>
                "Corriger"
                <span class="visually-hidden">{of.clone()}</span>
            </a>
        }
    });
    let (key, seat) = (one.key, one.work.seat);
    let put_aside = move |_| {
        let done = Undoable {
            title: text::put_aside(seat),
            body: "Il ne compte plus, et reste sur cet appareil.".to_owned(),
            take_back: "Annuler",
            taken_back: "Cet envoi compte à nouveau",
        };
        desk.saver.save_undoable(set_aside(&key, true), done, || request_animation_frame(dom::focus_heading_if_lost));
    };
    view! {
        <li class="pick">
            <div>
                <p>{what}</p>
            </div>
            {correct}
            <button type="button" class="button button--plain" on:click=put_aside>
                "Mettre de côté"
                <span class="visually-hidden">{of.clone()}</span>
            </button>
        </li>
    }
}
