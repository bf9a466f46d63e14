//! What was done today towards a structure, each act undoable.

use super::super::board::Board;
use crate::domain::programme::id::StructureId;
use crate::domain::programme::structure::{Step, Structure, note_step};
use crate::text::programme_structures as text;
use crate::ui::save::Undoable;
use leptos::prelude::*;
use std::sync::Arc;

/// Notes that a step was done today.
fn note(board: Board, id: &StructureId, step: Step, name: &str) {
    let Ok(key) = id.key() else { return };
    let done = Undoable {
        title: format!("{}\u{a0}: {name}", text::step_noted(step)),
        body: String::new(),
        take_back: "Annuler",
        taken_back: "Note annulée",
    };
    board.saver.save_undoable(note_step(&key, step, board.today), done, || {});
}

/// Every step, for the page of a structure.
#[component]
pub fn NoteToday(
    /// The cycle.
    board: Board,
    /// Which structure.
    id: StructureId,
    /// What it is called.
    name: Signal<String>,
) -> impl IntoView {
    let id = StoredValue::new(id);
    let button = move |step: Step| {
        let run = move |_| id.with_value(|id| note(board, id, step, &name.get_untracked()));
        view! {
            <button type="button" class="button" on:click=run>
                {text::step_today(step)}
                <span class="visually-hidden">"\u{a0}: " {name}</span>
            </button>
        }
    };
    view! { <div class="row">{Step::ALL.map(button).collect_view()}</div> }
}

/// The next step alone, for a list; nothing for a structure that sends people.
#[component]
pub fn NextStep(
    /// The cycle.
    board: Board,
    /// Which structure.
    id: StructureId,
    /// The structure, followed, and how many of its people have a place.
    structure: Signal<(Arc<Structure>, usize)>,
) -> impl IntoView {
    let id = StoredValue::new(id);
    let next = Memo::new(move |_| structure.with(|(structure, taken)| structure.next_step(*taken, board.today)));
    let is_any = Memo::new(move |_| next.with(Option::is_some));
    let name = move || structure.with(|(structure, _)| structure.name.clone());
    let act = move || next.get().map(|(step, _)| text::step_today(step));
    let is_done = move || next.get().is_some_and(|(_, is_done)| is_done);
    let run = move |_| {
        // What was done today waits for another day: a second press is not the next step.
        if let Some((step, false)) = next.get_untracked() {
            id.with_value(|id| note(board, id, step, &untrack(name)));
        }
    };
    view! {
        <Show when=move || is_any.get()>
            <button
                type="button"
                class="button button--plain"
                aria-disabled=move || is_done().to_string()
                on:click=run
            >
                {act}
                <span class="visually-hidden">"\u{a0}: " {name}</span>
            </button>
        </Show>
    }
}
