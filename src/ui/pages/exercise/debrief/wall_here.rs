//! The wall in the trainer's own window, where there is no other: the same view over the whole page, and what directs it.

use super::frozen::OnCase;
use super::projection::Open;
use super::wall_view::{OnWall, WallView};
use crate::browser::{dom, wall as screen};
use crate::domain::exercise::wall::{Part, Wall};
use crate::text::exercise_debrief as text;
use crate::text::exercise_debrief::wall;
use crate::ui::components::follow_dialog;
use leptos::html;
use leptos::prelude::*;
use std::sync::Arc;

/// What receives the focus when the buttons change.
const NEXT: &str = "mur-suivant";
const FIRST_PART: &str = "mur-partie";

/// The wall over the page.
#[component]
pub fn WallHere(
    /// What is told.
    on: OnCase,
    /// The debrief.
    open: Open,
    /// Whether it is up.
    is_here: RwSignal<bool>,
) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    follow_dialog(dialog, move || is_here.get());
    let closed = move |_| {
        is_here.set(false);
        screen::free_screen();
    };
    view! {
        <dialog class="wall-here screen-only" node_ref=dialog aria-label=wall::PUBLIC on:close=closed>
            <Show when=move || is_here.get()>
                <Directed on open=open.clone() is_here />
            </Show>
        </dialog>
    }
}

/// What everybody sees, with what directs it under it.
#[component]
fn Directed(
    /// What is told.
    on: OnCase,
    /// The debrief.
    open: Open,
    /// Whether the wall is up.
    is_here: RwSignal<bool>,
) -> impl IntoView {
    let (told, wall) = (Arc::clone(&open.told), open.projection.wall);
    let slide = Signal::derive(move || OnWall::of(&told, wall.get()));
    let heading = view! { <p class="wall__case">{on.case.with_value(|case| text::title(case))}</p> }.into_any();
    view! {
        <WallView heading slide>
            <Acts open is_here />
        </WallView>
    }
}

/// What directs the wall: which part while nothing shows, then from one thing to the next.
#[component]
fn Acts(
    /// The debrief.
    open: Open,
    /// Whether the wall is up.
    is_here: RwSignal<bool>,
) -> impl IntoView {
    let projection = open.projection;
    let is_hidden = Memo::new(move |_| projection.wall.get().shown().is_none());
    let hide = move |_| {
        projection.set(Wall::default());
        request_animation_frame(|| dom::focus_in_place(FIRST_PART));
    };
    let told = open.told.clone();
    let parts = move || {
        let held = Part::ALL.into_iter().filter(|part| wall::many(&told, *part) > 0);
        let button = |(nth, part): (usize, Part)| {
            let reveal = move |_| {
                projection.set(Wall::reveal(part, 0));
                request_animation_frame(|| dom::focus_in_place(NEXT));
            };
            view! {
                <button type="button" class="button" id=(nth == 0).then_some(FIRST_PART) on:click=reveal>
                    {text::part(part)}
                </button>
            }
        };
        held.enumerate().map(button).collect_view()
    };
    view! {
        <div class="row wall__acts">
            <Show when=move || is_hidden.get() fallback=move || view! { <Steps open=open.clone() /> }>
                {parts.clone()}
            </Show>
            <Show when=move || !is_hidden.get()>
                <button type="button" class="button" on:click=hide>
                    "Masquer"
                </button>
            </Show>
            <button type="button" class="button" on:click=move |_| is_here.set(false)>
                "Quitter"
            </button>
        </div>
    }
}

/// From one thing to the next.
#[component]
fn Steps(
    /// The debrief.
    open: Open,
) -> impl IntoView {
    let Open { told, projection } = open;
    let told = StoredValue::new(told);
    let many = move |now: Wall| told.with_value(|told| now.shown().map_or(0, |slide| wall::many(told, slide.part)));
    let shown = move || projection.wall.get().shown();
    let is_first = move || shown().is_none_or(|slide| slide.rank == 0);
    let is_last = move || shown().is_none_or(|slide| slide.rank + 1 >= many(projection.wall.get()));
    let has_reading =
        Memo::new(move |_| shown().is_some_and(|slide| told.with_value(|told| wall::has_reading(told, slide))));
    let is_read = move || shown().is_some_and(|slide| slide.is_read);
    let change = move |to: &dyn Fn(Wall) -> Wall| projection.set(to(projection.wall.get_untracked()));
    let next = move |_| change(&|now| now.next(many(now)));
    let read = move |_| change(&|now| now.read(!now.shown().is_some_and(|slide| slide.is_read)));
    view! {
        <button
            type="button"
            class="button"
            aria-disabled=move || is_first().to_string()
            on:click=move |_| change(&Wall::previous)
        >
            "Précédent"
        </button>
        <button
            type="button"
            class="button"
            id=NEXT
            aria-disabled=move || is_last().to_string()
            on:click=next
        >
            "Suivant"
        </button>
        <Show when=move || has_reading.get()>
            <button type="button" class="button" on:click=read>
                {move || wall::read_here(is_read())}
            </button>
        </Show>
    }
}
