//! What is worth talking over first.

use super::part_head::{PartHead, heading};
use super::projection::Open;
use super::reading::ReadingFold;
use crate::browser::dom;
use crate::domain::exercise::wall::Part;
use crate::text::exercise_debrief::{DifferenceWords, more};
use leptos::prelude::*;
use std::sync::Arc;

/// How many are shown before one asks for the others: an hour holds no more.
const FIRST: usize = 6;

/// What the first of the others is called, for the focus to go there.
const NEXT: &str = "difference-suivante";

/// Where the room parts from the reading, or within itself, in the order to talk of it.
#[component]
pub fn Differences(
    /// The debrief.
    open: Open,
    /// Whether every one is shown.
    is_whole: RwSignal<bool>,
) -> impl IntoView {
    let part = Part::Differences;
    let is_empty = open.told.differences.is_empty();
    let beyond = open.told.differences.len().saturating_sub(FIRST);
    let told = StoredValue::new(Arc::clone(&open.told));
    let show_all = move |_| {
        is_whole.set(true);
        // The button goes away: the focus goes on to what it showed.
        request_animation_frame(|| dom::focus_in_place(NEXT));
    };
    let rows = move |from: usize, many: usize| {
        told.with_value(|told| {
            let some = told.differences.iter().cloned().enumerate().skip(from).take(many);
            some.map(|(rank, difference)| view! { <DifferenceRow rank difference /> }).collect_view()
        })
    };
    view! {
        <section class="stack" aria-labelledby=heading(part)>
            <PartHead part open />
            <Show
                when=move || !is_empty
                fallback=|| view! { <p>"Le groupe et la lecture de référence se rejoignent partout."</p> }
            >
                <ol role="list" class="stack">
                    {rows(0, FIRST)}
                    {move || is_whole.get().then(|| rows(FIRST, beyond))}
                </ol>
            </Show>
            <Show when=move || { beyond > 0 && !is_whole.get() }>
                <p>
                    <button type="button" class="button" on:click=show_all>
                        {more(beyond)}
                    </button>
                </p>
            </Show>
        </section>
    }
}

/// One of them.
#[component]
fn DifferenceRow(
    /// Its place, from 0.
    rank: usize,
    /// What it is.
    difference: DifferenceWords,
) -> impl IntoView {
    let DifferenceWords { kind, about, said, reading } = difference;
    let reading = reading.map(|reading| {
        let about = about.clone();
        view! { <ReadingFold reading summary="L’argument de la lecture de référence" about /> }
    });
    view! {
        <li class="card card--flat difference">
            <p class="card__meta">{kind}</p>
            <h3 id=(rank == FIRST).then_some(NEXT) tabindex="-1">
                {about}
            </h3>
            <p class="difference__said">{said}</p>
            {reading}
        </li>
    }
}
