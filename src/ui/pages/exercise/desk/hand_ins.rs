//! Things that were handed in, one by one, folded.

use super::Desk;
use crate::domain::exercise::hand_in::HandIn;
use leptos::prelude::*;

/// Nothing when there is none.
#[component]
pub fn HandIns(
    /// The exercise.
    desk: Desk,
    /// In the order in which they are shown.
    hand_ins: Memo<Vec<HandIn>>,
    /// What the fold says, from how many they are.
    summary: fn(usize) -> String,
    /// What may be done with them.
    hint: &'static str,
    /// One of them.
    row: fn(Desk, HandIn) -> AnyView,
) -> impl IntoView {
    let is_empty = Memo::new(move |_| hand_ins.with(Vec::is_empty));
    view! {
        <Show when=move || !is_empty.get()>
            <details class="disclosure">
                <summary>{move || summary(hand_ins.with(Vec::len))}</summary>
                <div class="stack stack--tight">
                    <p class="hint">{hint}</p>
                    <ul role="list" class="picks">
                        <For
                            each=move || hand_ins.get()
                            key=|one| (one.key.id.clone(), one.work.seat, one.work.edition)
                            let(one)
                        >
                            {row(desk, one)}
                        </For>
                    </ul>
                </div>
            </details>
        </Show>
    }
}
