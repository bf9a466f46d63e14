//! The gauge to print, the tables to export, and the mission log.

mod data_table;
mod exports;
mod gauge;
mod log;
mod log_paper;
mod log_rows;
mod log_sheets;
mod next_actions;
mod share;

use super::board::Board;
use crate::route::programme::ProgrammeRoute;
use gauge::GaugePage;
use leptos::prelude::*;
use log::LogPage;
use log_paper::LogPaperPage;

pub use exports::SaveTable;
pub use share::SessionFile;

/// The screens of this part.
pub fn show(board: Board, route: ProgrammeRoute) -> AnyView {
    match route {
        ProgrammeRoute::Gauge => view! { <GaugePage board /> }.into_any(),
        ProgrammeRoute::LogPaper => view! { <LogPaperPage board /> }.into_any(),
        ProgrammeRoute::NewMeeting => log_sheets::new_meeting(board),
        ProgrammeRoute::Meeting(id) => log_sheets::meeting(board, id),
        ProgrammeRoute::NewAction => log_sheets::new_action(board),
        ProgrammeRoute::Action(id) => log_sheets::action(board, id),
        ProgrammeRoute::NewRisk => log_sheets::new_risk(board),
        ProgrammeRoute::Risk(id) => log_sheets::risk(board, id),
        ProgrammeRoute::NewComplaint => log_sheets::new_complaint(board),
        ProgrammeRoute::Complaint(id) => log_sheets::complaint(board, id),
        _ => view! { <LogPage board /> }.into_any(),
    }
}
