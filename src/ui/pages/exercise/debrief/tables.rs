//! The tables of a debrief, a little at a time: what one talks of first is on the screen before they begin.

use super::items::Items;
use super::orientations::Orientations;
use super::projection::Open;
use super::topics::Topics;
use crate::browser::pause;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The tables. They are all there a moment later, for the printer too.
#[component]
pub fn Tables(
    /// The debrief.
    open: Open,
) -> impl IntoView {
    // A block of questions at a time, then each of the other two tables.
    let blocks = open.told.blocks.len();
    let steps = blocks + 2;
    let ready = RwSignal::new(0_usize);
    spawn_local(async move {
        pause::until_painted().await;
        for step in 1..=steps {
            // The debrief may have been left meanwhile.
            if ready.try_set(step).is_some() {
                return;
            }
            pause::next_turn().await;
        }
    });
    let (items, topics, orientations) = (open.clone(), open.clone(), open);
    view! {
        <div class="debrief-tables" aria-busy=move || (ready.get() < steps).to_string()>
            <Show when=move || { ready.get() > 0 }>
                <Items open=items.clone() ready />
            </Show>
            <Show when=move || { ready.get() > blocks }>
                <Topics open=topics.clone() />
            </Show>
            <Show when=move || { ready.get() > blocks + 1 }>
                <Orientations open=orientations.clone() />
            </Show>
        </div>
    }
}
