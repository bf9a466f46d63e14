//! The interviews removed from the list, which may be restored.

use super::list::acting_on;
use crate::browser::dom;
use crate::domain::interview::change;
use crate::domain::interview::model::{self, Interview};
use crate::state::AppState;
use crate::text::interview as text;
use crate::ui::components::Messages;
use crate::ui::save::Saver;
use leptos::prelude::*;

/// A quiet way back for what was removed.
#[component]
pub fn Removed() -> impl IntoView {
    let state = AppState::expect();
    let removed = Memo::new(move |_| {
        state.with_tables(|tables| {
            let removed = tables
                .iter()
                .filter(|(kind, _, record)| kind.as_str() == model::KIND && record.is_deleted() && !record.erased);
            let mut removed: Vec<Interview> =
                removed.map(|(_, id, record)| Interview::from_record(id, record)).collect();
            removed.reverse();
            removed
        })
    });
    view! {
        <Show when=move || removed.with(|removed| !removed.is_empty())>
            <details class="disclosure">
                <summary>"Supprimés (" {move || removed.with(Vec::len)} ")"</summary>
                <ul role="list" class="stack stack--tight">
                    <For each=move || removed.get() key=|interview| interview.id.clone() let(interview)>
                        <RemovedRow interview />
                    </For>
                </ul>
            </details>
        </Show>
    }
}

/// A removed interview and the way to restore it.
#[component]
fn RemovedRow(
    /// The interview.
    interview: Interview,
) -> impl IntoView {
    let saver = Saver::expect();
    let messages = Messages::expect();
    let name = text::case_title(interview.label.as_ref());
    let of = format!(" : {}", name.to_lowercase());
    let restored = format!("{name} rétabli");
    let restore = move |_| {
        let restored = restored.clone();
        saver.save_then(acting_on(&interview.id, change::restore), move || {
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
