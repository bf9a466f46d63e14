//! What came in since the debrief was shown, and what shows it.

use super::frozen::Frozen;
use super::projection::Projection;
use crate::browser::dom;
use crate::domain::exercise::debrief_since::Since;
use crate::text::exercise_debrief as text;
use leptos::prelude::*;

/// Nothing moves until one asks for it.
#[component]
pub fn News(
    /// What is shown.
    frozen: Frozen,
    /// The wall, which may wait for it.
    projection: Projection,
) -> impl IntoView {
    let since = frozen.since;
    let said = move || text::since(since.get());
    let is_any = Memo::new(move |_| since.get() != Since::Same);
    let renew = move |_| {
        projection.renew();
        // The button goes away.
        request_animation_frame(dom::focus_heading_if_lost);
    };
    view! {
        <div class="row screen-only debrief-news">
            <div role="status">
                {move || said().map(|said| view! { <p>{said}</p> })}
                <Show when=move || projection.is_waiting.get()>
                    <p>{text::wall::WAITS}</p>
                </Show>
            </div>
            <Show when=move || is_any.get()>
                <button type="button" class="button" on:click=renew>
                    {move || text::show_since(since.get())}
                </button>
            </Show>
        </div>
    }
}
