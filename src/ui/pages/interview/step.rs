//! Which page of the questions an address shows.

use super::block::BlockPage;
use super::check::CheckPage;
use super::checkpoint::CheckpointPage;
use super::question::QuestionPage;
use crate::domain::interview::flow::Step;
use crate::records::RecordId;
use crate::route::Return;
use leptos::prelude::*;

/// A page of the questions.
#[component]
pub fn StepPage(
    /// The interview.
    id: RecordId,
    /// The page.
    step: Step,
    /// Where one goes afterwards.
    back: Return,
) -> impl IntoView {
    match step {
        Step::Block(block) => view! { <BlockPage id block back /> }.into_any(),
        Step::Item(item) => view! { <QuestionPage id item back /> }.into_any(),
        Step::Checkpoint(block) => view! { <CheckpointPage id block /> }.into_any(),
        Step::Check => view! { <CheckPage id /> }.into_any(),
    }
}
