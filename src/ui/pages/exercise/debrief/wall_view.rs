//! What everybody sees: a frame that says so, and one thing at a time.

use super::spread::Spread;
use crate::domain::exercise::wall::Wall;
use crate::text::exercise_debrief::Told;
use crate::text::exercise_debrief::wall::{self, SlideWords};
use leptos::prelude::*;

/// A thing on the wall, and how many took part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OnWall {
    words: SlideWords,
    participants: usize,
}

impl OnWall {
    /// What is revealed of a debrief; nothing when all is hidden.
    pub fn of(told: &Told, shown: Wall) -> Option<Self> {
        let words = wall::slide(told, shown.shown()?)?;
        Some(Self { words, participants: told.participants })
    }
}

/// The wall.
#[component]
pub fn WallView(
    /// The case.
    heading: AnyView,
    /// What shows; nothing while all is hidden.
    slide: Signal<Option<OnWall>>,
    /// What directs it, in the trainer's own window.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let slide = Memo::new(move |_| slide.get());
    view! {
        <div class="wall">
            <div class="wall__head">
                {heading}
                <p class="wall__public">{wall::PUBLIC}</p>
            </div>
            <div class="wall__slide" aria-live="polite">
                {move || slide.get().map(|on_wall| view! { <Slide on_wall /> })}
            </div>
            {children.map(|children| children())}
        </div>
    }
}

/// One thing.
#[component]
fn Slide(
    /// The thing.
    on_wall: OnWall,
) -> impl IntoView {
    let OnWall { words, participants } = on_wall;
    let SlideWords { kind, title, said, lines, reading, read_as } = words;
    let spread = (!lines.is_empty()).then(|| view! { <Spread lines unchosen=None participants /> });
    let reading = reading.map(|reading| {
        let argued = reading.argued.into_iter().map(|text| view! { <p>{text}</p> }).collect_view();
        view! {
            <div class="wall__reading">
                <h3>{read_as}</h3>
                {reading.stands.map(|stands| view! { <p class="reading__stands">{stands}</p> })}
                {argued}
            </div>
        }
    });
    view! {
        <p class="wall__kind">{kind}</p>
        <h2 class="wall__title">{title}</h2>
        {said.map(|said| view! { <p>{said}</p> })}
        {spread}
        {reading}
    }
}
