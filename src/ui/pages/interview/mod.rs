//! The interview: the list, the start, the questions, the review.

mod about;
mod answer_list;
mod block;
mod blocks_aside;
mod case_talk;
mod check;
mod check_end;
mod checkpoint;
mod fields;
mod gate;
mod held;
mod item;
mod list;
mod list_row;
mod manner;
mod note;
mod question;
mod question_bounds;
mod removed;
mod resume;
mod rows;
mod shortcuts;
mod start;
mod start_choices;
mod step;
mod unasked;

pub use case_talk::Story;
pub use fields::LENGTH;
pub use gate::{Gate, Unreadable};
pub use held::Held;
pub use start_choices::LengthField;

use crate::route::Route;
use leptos::prelude::*;
use list::InterviewsPage;
use resume::ResumePage;
use start::NewInterviewPage;
use step::StepPage;

/// The screens of this family.
pub fn show(route: Route) -> AnyView {
    match route {
        Route::NewInterview => view! { <NewInterviewPage /> }.into_any(),
        Route::Interview(id) => view! { <ResumePage id /> }.into_any(),
        Route::Step(id, step, back) => view! { <StepPage id step back /> }.into_any(),
        _ => view! { <InterviewsPage /> }.into_any(),
    }
}
