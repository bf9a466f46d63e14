//! What the room sees of the day: the hour, where one is, what follows.

use super::live::Day;
use crate::text::exercise_debrief::wall::PUBLIC;
use leptos::prelude::*;

/// The wall.
#[component]
pub fn WallPage(
    /// The day.
    day: Day,
) -> impl IntoView {
    let live = day.live;
    let clock = Memo::new(move |_| live.with(|live| live.clock.clone()));
    let current =
        Memo::new(move |_| live.with(|live| live.current.as_ref().map(|now| (now.title.clone(), now.until.clone()))));
    let next =
        Memo::new(move |_| live.with(|live| live.next.as_ref().map(|next| (next.title.clone(), next.said.clone()))));
    let shown = move || match current.get() {
        Some((title, until)) => view! {
            <p class="wall__kind">"Maintenant"</p>
            <h1 class="wall__title">{title}</h1>
            <p>{until}</p>
        }
        .into_any(),
        None => view! { <h1 class="wall__title">"Bienvenue"</h1> }.into_any(),
    };
    let follows = move || next.get().map(|(title, said)| view! { <p>{format!("Ensuite\u{a0}: {title} ({said})")}</p> });
    view! {
        <div class="wall">
            <div class="wall__head">
                <p class="run__clock">{clock}</p>
                <p class="wall__public">{PUBLIC}</p>
            </div>
            <div class="wall__slide">{shown} {follows}</div>
        </div>
    }
}
