//! Attendance, and every document of a session; who trains, and how documents are worded.

mod all;
mod attendance;
mod hours;
mod list;
mod mark;
mod newcomer;
mod paper;
mod provider;
mod report;
mod sheet;
mod wording;

pub use report::ReportField;

use super::board::{Board, NotHere};
use crate::domain::programme::id::SessionId;
use crate::route::programme::{ProgrammeRoute, SessionPart};
use crate::ui::components::BackTo;
use all::AllPapersPage;
use attendance::AttendancePage;
use leptos::prelude::*;
use list::PapersPage;
use paper::PaperPage;
use provider::ProviderPage;
use wording::WordingPage;

/// The screens of this part.
pub fn show(board: Board, route: ProgrammeRoute) -> AnyView {
    match route {
        ProgrammeRoute::Wording => view! { <WordingPage board /> }.into_any(),
        _ => view! { <ProviderPage board /> }.into_any(),
    }
}

/// The screens of one session.
pub fn show_session(board: Board, id: SessionId, part: SessionPart) -> AnyView {
    let here = id.clone();
    let is_here = Memo::new(move |_| board.session(&here).is_some());
    let page = move || match part {
        SessionPart::Attendance => view! { <AttendancePage board id=id.clone() /> }.into_any(),
        SessionPart::AllPapers => view! { <AllPapersPage board id=id.clone() /> }.into_any(),
        SessionPart::Paper(paper) => view! { <PaperPage board id=id.clone() paper is_blank=false /> }.into_any(),
        SessionPart::Blank(paper) => view! { <PaperPage board id=id.clone() paper is_blank=true /> }.into_any(),
        _ => view! { <PapersPage board id=id.clone() /> }.into_any(),
    };
    let missing = || view! { <NotHere what="Cette session" back=BackTo::new(ProgrammeRoute::Sessions, "Sessions") /> };
    view! { {move || if is_here.get() { page() } else { missing().into_any() }} }.into_any()
}

/// The way back to a session, named by its number and its day.
fn back_to_session(board: Board, id: &SessionId) -> BackTo {
    BackTo::new(ProgrammeRoute::Session(id.clone(), SessionPart::Summary), untrack(|| board.session_name(id)))
}

/// The way back to the documents of a session.
fn back_to_papers(id: &SessionId) -> BackTo {
    BackTo::new(ProgrammeRoute::Session(id.clone(), SessionPart::Papers), "Documents de la session")
}
