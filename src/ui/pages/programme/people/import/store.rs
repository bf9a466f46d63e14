//! Storing what was looked at, in one act that may be taken back.

use super::{Import, Stage};
use crate::browser::{dom, identity};
use crate::exchange::people_import::Outcome;
use crate::exchange::people_import::commit::take_back;
use crate::records::{RecordId, Undo};
use crate::state::AppState;
use crate::text::programme_import as text;
use crate::ui::components::{Action, Message, Messages, Tone};
use crate::ui::save::Saver;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// What would be written, and the button that does it.
#[component]
pub fn Store(
    /// The import.
    import: Import,
) -> impl IntoView {
    let (state, messages) = (AppState::expect(), Messages::expect());
    // Counted with identities that are never stored.
    let foreseen = Memo::new(move |_| {
        let mut number = 0_u32;
        let next = || {
            number += 1;
            RecordId::new(format!("essai-{number}")).ok()
        };
        let outcome = import.trial.with(|trial| {
            let programme = import.board.programme.get();
            import
                .choices
                .with(|choices| state.with_tables_now(|tables| trial.outcome(tables, &programme, choices, next)))
        });
        (text::to_write(&outcome), outcome.changes.is_empty())
    });
    let is_nothing = move || foreseen.with(|(_, is_nothing)| *is_nothing);
    // What is being stored is not in the tables yet: a second press would make everybody again.
    let is_storing = StoredValue::new(false);
    let store = move |_| {
        if untrack(is_nothing) || is_storing.get_value() {
            return;
        }
        is_storing.set_value(true);
        let (trial, programme) = (import.trial.get_untracked(), import.board.now());
        let choices = import.choices.get_untracked();
        let new_id = || identity::new_record_id().ok();
        let outcome = state.with_tables_now(|tables| trial.outcome(tables, &programme, &choices, new_id));
        let undo = state.with_tables_now(|tables| Undo::of(&outcome.changes, tables));
        let saver = import.board.saver;
        spawn_local(async move {
            let is_stored = saver.save(outcome.changes.clone()).await;
            let _ = is_storing.try_update_value(|is_storing| *is_storing = false);
            if !is_stored {
                return;
            }
            let done = Arc::new(((*trial).clone(), outcome));
            let back = say(state, saver, messages, &done.1, undo);
            let _ = import.back.try_set(Some(back));
            // One may have left the page.
            if import.stage.try_set(Stage::Imported(done)).is_none() {
                request_animation_frame(|| dom::focus("importee"));
            }
        });
    };
    view! {
        <section class="stack" aria-labelledby="importer">
            <h2 id="importer">"Importer"</h2>
            <p role="status">{move || foreseen.with(|(said, _)| said.clone())}</p>
            <p>
                <button
                    type="button"
                    class="button button--primary"
                    aria-disabled=move || is_nothing().to_string()
                    on:click=store
                >
                    "Importer la liste"
                </button>
            </p>
        </section>
    }
}

/// Says what was done, with the way to take it back. Made where it belongs to no page.
fn say(state: AppState, saver: Saver, messages: Messages, made: &Outcome, undo: Undo) -> Callback<()> {
    let title = text::imported(made);
    let made = made.clone();
    let run = Callback::new(move |()| {
        let back = state.with_tables_now(|tables| take_back(tables, &made, &undo));
        if back.is_empty() {
            return messages.done("Rien n’a été annulé", "Ce qui avait été importé a changé depuis.");
        }
        saver.save_then(back, move || {
            messages.done("Import annulé", "Les fiches qui ont une place ou qui ont changé depuis restent.");
        });
    });
    let actions = vec![Action::new("Annuler l’import", move || {
        let _ = run.try_run(());
    })];
    messages.say(Message { tone: Tone::Info, title, body: String::new(), actions });
    run
}
