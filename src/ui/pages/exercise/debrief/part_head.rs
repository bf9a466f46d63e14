//! The heading of a part, with what reveals it on the wall.

use super::projection::Open;
use crate::domain::exercise::wall::{Part, Slide, Wall};
use crate::text::exercise_debrief as text;
use crate::text::exercise_debrief::wall;
use leptos::prelude::*;

/// The identifier of the heading of a part.
pub fn heading(part: Part) -> &'static str {
    match part {
        Part::Differences => "a-discuter",
        Part::Questions => "questions-groupe",
        Part::Items => "question-par-question",
        Part::Topics => "demande",
        Part::Orientations => "orientations",
    }
}

/// The heading, and what reveals the part or hides it again.
#[component]
pub fn PartHead(
    /// The part.
    part: Part,
    /// The debrief.
    open: Open,
) -> impl IntoView {
    let projection = open.projection;
    let is_empty = wall::many(&open.told, part) == 0;
    let is_revealed = Memo::new(move |_| projection.wall.get().of(part).is_some());
    let toggle = move |_| {
        let revealed = if is_revealed.get_untracked() { Wall::default() } else { Wall::reveal(part, 0) };
        projection.set(revealed);
    };
    let label = move || if is_revealed.get() { "Masquer" } else { "Montrer au mur" };
    let name = text::part(part);
    let acts = (!is_empty).then(|| {
        view! {
            <button type="button" class="button screen-only" on:click=toggle>
                <span>{label} <span class="visually-hidden">"\u{a0}: " {name}</span></span>
            </button>
        }
    });
    view! {
        <div class="row row--between">
            <h2 id=heading(part)>{name}</h2>
            {acts}
        </div>
        <Show when=move || is_revealed.get()>
            <Steps part open=open.clone() />
        </Show>
    }
}

/// From one thing of a part to another, while it is revealed.
#[component]
fn Steps(
    /// The part.
    part: Part,
    /// The debrief.
    open: Open,
) -> impl IntoView {
    let Open { told, projection } = open;
    let many = wall::many(&told, part);
    let rank = Memo::new(move |_| projection.wall.get().of(part).map_or(0, |slide| slide.rank));
    let option = |(rank, title): (usize, &str)| view! { <option value=rank.to_string()>{title.to_owned()}</option> };
    let options = wall::titles(&told, part).into_iter().enumerate().map(option).collect_view();
    let choose = move |event| {
        if let Ok(rank) = event_target_value(&event).parse() {
            projection.set(Wall::reveal(part, rank));
        }
    };
    let move_to = move |step: fn(Wall, usize) -> Wall| projection.set(step(projection.wall.get_untracked(), many));
    let is_first = move || rank.get() == 0;
    let is_last = move || rank.get() + 1 >= many;
    let slide = Memo::new(move |_| projection.wall.get().of(part));
    let has_reading = Memo::new(move |_| slide.get().is_some_and(|slide| wall::has_reading(&told, slide)));
    let is_read = move || slide.get().is_some_and(|slide: Slide| slide.is_read);
    let read = move |_| {
        let now = projection.wall.get_untracked();
        projection.set(now.read(!now.shown().is_some_and(|slide| slide.is_read)));
    };
    view! {
        <div class="row screen-only wall-steps" role="group" aria-label=wall::STEPS>
            <button
                type="button"
                class="button"
                aria-disabled=move || is_first().to_string()
                on:click=move |_| move_to(|wall, _| wall.previous())
            >
                "Précédent"
            </button>
            <select
                class="input wall-steps__which"
                aria-label=wall::WHICH
                prop:value=move || rank.get().to_string()
                on:change=choose
            >
                {options}
            </select>
            <span>{move || wall::position(rank.get(), many)}</span>
            <button
                type="button"
                class="button"
                aria-disabled=move || is_last().to_string()
                on:click=move |_| move_to(Wall::next)
            >
                "Suivant"
            </button>
            <Show when=move || has_reading.get()>
                <button type="button" class="button" on:click=read>
                    {move || wall::read(is_read())}
                </button>
            </Show>
        </div>
    }
}
