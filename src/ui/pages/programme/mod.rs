//! The programme: the cycle and its gauge, sessions, people, structures, documents, the mission log.

mod board;
mod cycle;
mod home;
mod mission;
mod papers;
pub mod people;
mod sessions;
pub mod sheet;

use crate::route::Route;
use crate::route::programme::{ProgrammeRoute, SessionPart};

pub use board::{Board, Gate, NotHere, shown_cycle};
use cycle::{CyclesPage, EditCyclePage, NewCyclePage};
use home::HomePage;
use leptos::prelude::*;
pub use mission::SaveTable;

/// The screens of this family.
pub fn show(route: Route) -> AnyView {
    let Route::Programme(route) = route else { return ().into_any() };
    match route {
        ProgrammeRoute::NewCycle => view! { <NewCyclePage /> }.into_any(),
        ProgrammeRoute::Cycles => view! { <CyclesPage /> }.into_any(),
        ProgrammeRoute::Cycle(id) => view! { <EditCyclePage id /> }.into_any(),
        route => {
            let page = Callback::new(move |board: Board| shown(board, route.clone()));
            view! { <Gate page /> }.into_any()
        }
    }
}

/// A screen of the cycle.
fn shown(board: Board, route: ProgrammeRoute) -> AnyView {
    match route {
        ProgrammeRoute::Home | ProgrammeRoute::NewCycle | ProgrammeRoute::Cycles | ProgrammeRoute::Cycle(_) => {
            view! { <HomePage board /> }.into_any()
        }
        ProgrammeRoute::Sessions | ProgrammeRoute::Calendar(_) | ProgrammeRoute::NewSession => {
            sessions::show(board, route)
        }
        ProgrammeRoute::Session(id, part) => match part {
            SessionPart::Summary | SessionPart::Edit | SessionPart::Registrations => {
                sessions::show_session(board, id, part)
            }
            SessionPart::Attendance
            | SessionPart::Papers
            | SessionPart::AllPapers
            | SessionPart::Paper(_)
            | SessionPart::Blank(_) => papers::show_session(board, id, part),
        },
        ProgrammeRoute::Provider | ProgrammeRoute::Wording => papers::show(board, route),
        ProgrammeRoute::People
        | ProgrammeRoute::NewPerson
        | ProgrammeRoute::Person(_)
        | ProgrammeRoute::PersonEdit(_)
        | ProgrammeRoute::ImportPeople
        | ProgrammeRoute::Trainers
        | ProgrammeRoute::NewTrainer
        | ProgrammeRoute::Trainer(_)
        | ProgrammeRoute::Structures
        | ProgrammeRoute::NewStructure
        | ProgrammeRoute::Structure(_)
        | ProgrammeRoute::StructureEdit(_) => people::show(board, route),
        ProgrammeRoute::Gauge
        | ProgrammeRoute::Log
        | ProgrammeRoute::LogPaper
        | ProgrammeRoute::NewMeeting
        | ProgrammeRoute::Meeting(_)
        | ProgrammeRoute::NewAction
        | ProgrammeRoute::Action(_)
        | ProgrammeRoute::NewRisk
        | ProgrammeRoute::Risk(_)
        | ProgrammeRoute::NewComplaint
        | ProgrammeRoute::Complaint(_) => mission::show(board, route),
    }
}
