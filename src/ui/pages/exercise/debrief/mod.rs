//! The debrief of a case, for a trainer in front of a room: what the group answered, before what the trainer reads in it.

mod differences;
mod frozen;
mod items;
mod news;
mod orientations;
mod part_head;
mod projection;
mod projector;
mod reading;
mod spread;
mod table;
mod tables;
mod topics;
mod wall_here;
mod wall_page;
mod wall_view;

use super::known::back_to;
use super::told::{Waiting, Withheld};
use crate::domain::exercise::wall::Part;
use crate::text::exercise_debrief::{Room, title};
use crate::ui::components::Page;
use differences::Differences;
use frozen::Frozen;
use leptos::prelude::*;
use news::News;
use part_head::{PartHead, heading};
use projection::{Open, Projection};
use projector::Projector;
use tables::Tables;

pub use frozen::OnCase;
pub use wall_page::WallPage;

/// What the room handed in on a case, as it stood when it was shown.
#[component]
pub fn DebriefPage(
    /// What is told.
    on: OnCase,
) -> impl IntoView {
    let frozen = Frozen::open(on);
    let projection = Projection::open(frozen);
    let (shown, code) = (frozen.shown, on.code);
    // Kept here: asking for what came in closes nothing that was asked for.
    let is_whole = RwSignal::new(false);
    let lead = Signal::derive(move || shown.with(|shown| shown.room.lead()));
    let waiting = move || {
        let waiting = shown.with(|shown| Room::waiting(&shown.room));
        waiting.map(|waiting| view! { <Waiting code title="Des réponses attendent" waiting /> })
    };
    let told = move || match shown.with(|shown| shown.room.told.clone()) {
        Ok(told) => view! { <Parts on open=Open { told, projection } is_whole /> }.into_any(),
        Err(_) => view! { <Withheld /> }.into_any(),
    };
    view! {
        <Page title=on.case.with_value(|case| title(case)) lead back=back_to(code)>
            <News frozen projection />
            {waiting}
            {told}
        </Page>
    }
}

/// The parts of a debrief, in the order of an hour's talk.
#[component]
fn Parts(
    /// What is told.
    on: OnCase,
    /// The debrief.
    open: Open,
    /// Whether every difference is shown.
    is_whole: RwSignal<bool>,
) -> impl IntoView {
    view! {
        <p>
            "Laissez le groupe parler, puis ouvrez la lecture de référence\u{a0}: c’est une lecture argumentée parmi d’autres."
        </p>
        <Projector on open=open.clone() />
        <Differences open=open.clone() is_whole />
        <Discuss open=open.clone() />
        <Tables open />
    }
}

/// Questions for the room.
#[component]
fn Discuss(
    /// The debrief.
    open: Open,
) -> impl IntoView {
    let part = Part::Questions;
    let is_any = !open.told.discuss.is_empty();
    is_any.then(|| {
        let questions = open.told.discuss.iter().map(|question| view! { <li>{question.clone()}</li> }).collect_view();
        view! {
            <section class="stack" aria-labelledby=heading(part)>
                <PartHead part open />
                <ul class="discuss">{questions}</ul>
            </section>
        }
    })
}
