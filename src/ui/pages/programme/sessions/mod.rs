//! The sessions of the cycle: their list, their calendar, each one, and who has a place.

mod acts;
mod calendar;
mod cancel;
mod facts;
mod ics;
mod list;
mod registrations;
mod sheets;
mod standing;
mod summary;

use super::board::Board;
use crate::domain::programme::id::SessionId;
use crate::domain::programme::session::Session;
use crate::route::programme::{ProgrammeRoute, SessionPart};
use crate::ui::components::BackTo;
use calendar::CalendarPage;
use leptos::prelude::*;
use list::SessionsPage;
use registrations::RegistrationsPage;
use sheets::{EditSessionPage, NewSessionPage};
use std::sync::Arc;
use summary::SummaryPage;

/// A session, followed; none when it is not here any more.
type Followed = Memo<Option<Arc<Session>>>;

/// The screens of this part.
pub fn show(board: Board, route: ProgrammeRoute) -> AnyView {
    match route {
        ProgrammeRoute::Calendar(asked) => view! { <CalendarPage board asked /> }.into_any(),
        ProgrammeRoute::NewSession => view! { <NewSessionPage board /> }.into_any(),
        _ => view! { <SessionsPage board /> }.into_any(),
    }
}

/// The screens of one session.
pub fn show_session(board: Board, id: SessionId, part: SessionPart) -> AnyView {
    match part {
        SessionPart::Edit => view! { <EditSessionPage board id /> }.into_any(),
        SessionPart::Registrations => view! { <RegistrationsPage board id /> }.into_any(),
        _ => view! { <SummaryPage board id /> }.into_any(),
    }
}

/// The way back to the sessions.
fn sessions() -> BackTo {
    BackTo::new(ProgrammeRoute::Sessions, "Sessions")
}
