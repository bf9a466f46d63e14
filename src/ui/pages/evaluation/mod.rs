//! The evaluation: what participants answer at the end of the day and three months later, and what is told of it.

mod collect;
mod home;
mod told;

use super::programme::{Board, Gate};
use crate::route::Route;
use crate::route::evaluation::EvaluationRoute;
use home::HomePage;
use leptos::prelude::*;

/// The screens of this family.
pub fn show(route: Route) -> AnyView {
    let Route::Evaluation(route) = route else { return ().into_any() };
    match route {
        // Somebody's own device knows no cycle.
        EvaluationRoute::Answer(session, kind, device) => collect::show_answer(session, kind, device),
        EvaluationRoute::Tablet(session, kind) => collect::show_tablet(session, kind),
        EvaluationRoute::Paper(kind, None) => collect::show_blank(kind),
        route => {
            let page = Callback::new(move |board: Board| shown(board, route.clone()));
            view! { <Gate page /> }.into_any()
        }
    }
}

/// A screen of the cycle.
fn shown(board: Board, route: EvaluationRoute) -> AnyView {
    match route {
        EvaluationRoute::Wording(_)
        | EvaluationRoute::Texts
        | EvaluationRoute::Synthesis
        | EvaluationRoute::SynthesisPaper(_)
        | EvaluationRoute::Closing => told::show(board, route),
        EvaluationRoute::Home => view! { <HomePage board /> }.into_any(),
        route => collect::show(board, route),
    }
}
