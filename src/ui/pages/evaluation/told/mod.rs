//! What is told: the words of the questionnaires, the free texts, the synthesis, the closing file.

mod charts;
mod closing;
mod comments;
mod exports;
mod figures;
mod known;
mod left_out;
mod paper;
mod publish;
mod quotes;
mod synthesis;
mod texts;
mod wording;

use crate::route::evaluation::EvaluationRoute;
use crate::ui::pages::programme::{Board, NotHere};
use closing::ClosingPage;
use known::{KnownGate, back};
use leptos::prelude::*;
use paper::PaperPage;
use synthesis::SynthesisPage;
use texts::TextsPage;
use wording::WordingPage;

/// The screens of the cycle.
pub fn show(board: Board, route: EvaluationRoute) -> AnyView {
    let page = Callback::new(move |known: known::Known| match route.clone() {
        EvaluationRoute::Wording(kind) => view! { <WordingPage known kind /> }.into_any(),
        EvaluationRoute::Texts => view! { <TextsPage known /> }.into_any(),
        EvaluationRoute::Synthesis => view! { <SynthesisPage known /> }.into_any(),
        EvaluationRoute::SynthesisPaper(reader) => view! { <PaperPage known reader /> }.into_any(),
        EvaluationRoute::Closing => view! { <ClosingPage known /> }.into_any(),
        _ => view! { <NotHere what="Cette page" back=back() /> }.into_any(),
    });
    view! { <KnownGate board page /> }.into_any()
}
