//! The exercises removed from the list, which may be put back.

use crate::browser::dom;
use crate::domain::exercise::model::{self, Exercise};
use crate::state::AppState;
use crate::text::exercise_desk as text;
use crate::ui::components::Messages;
use crate::ui::save::Saver;
use leptos::prelude::*;

/// A quiet way back for what was removed.
#[component]
pub fn Removed() -> impl IntoView {
    let state = AppState::expect();
    let removed = Memo::new(move |_| state.with_tables(Exercise::removed));
    let is_empty = Memo::new(move |_| removed.with(Vec::is_empty));
    view! {
        <Show when=move || !is_empty.get()>
            <details class="disclosure">
                <summary>{move || text::removed(removed.with(Vec::len))}</summary>
                <ul role="list" class="stack stack--tight">
                    <For each=move || removed.get() key=|one| (one.code, one.title.clone()) let(exercise)>
                        <RemovedRow exercise />
                    </For>
                </ul>
            </details>
        </Show>
    }
}

/// A removed exercise, and the way to put it back.
#[component]
fn RemovedRow(
    /// The exercise.
    exercise: Exercise,
) -> impl IntoView {
    let (saver, messages) = (Saver::expect(), Messages::expect());
    let (name, mention) = (text::title(&exercise), text::mention(&exercise));
    let of = format!("\u{a0}: {mention}");
    let restore = move |_| {
        let restored = format!("{mention} est rétabli");
        saver.save_then(model::restore(&exercise), move || {
            messages.done(restored, "");
            request_animation_frame(dom::focus_heading);
        });
    };
    view! {
        <li class="row">
            <span>{name}</span>
            <button type="button" class="button button--plain" on:click=restore>
                "Rétablir"
                <span class="visually-hidden">{of}</span>
            </button>
        </li>
    }
}
