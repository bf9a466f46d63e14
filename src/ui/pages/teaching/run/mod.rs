//! The run-sheet of a day: where one is, what follows, how late, what to shorten; for the trainer, and for the room.

mod desk;
mod live;
mod materials;
mod plan;
mod wall;

use super::known::{Gate, Known, NotHere};
use crate::domain::programme::id::SessionId;
use desk::DeskPage;
use leptos::prelude::*;
use live::Day;
use wall::WallPage;

/// For whoever leads the day.
pub fn show(session: SessionId) -> AnyView {
    page(session, |day| view! { <DeskPage day /> }.into_any())
}

/// For everybody.
pub fn show_wall(session: SessionId) -> AnyView {
    page(session, |day| view! { <WallPage day /> }.into_any())
}

fn page(session: SessionId, show: fn(Day) -> AnyView) -> AnyView {
    let page = Callback::new(move |known: Known| match Day::find(known, &session) {
        Some(day) => show(day),
        None => view! { <NotHere what="Cette session" /> }.into_any(),
    });
    view! { <Gate page /> }.into_any()
}
