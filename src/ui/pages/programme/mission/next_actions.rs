//! What follows from a meeting, a risk or a complaint: its actions, and one more.

use super::super::board::Board;
use super::log_rows::ActionRow;
use crate::browser::{dom, identity};
use crate::domain::form::{Fault, Filled, InputId};
use crate::domain::programme::forms;
use crate::domain::programme::id::{ACTION_KIND, ActionId};
use crate::domain::programme::log::{Action, field};
use crate::records::RecordId;
use crate::text::record_form as words;
use crate::ui::components::{FieldFault, Messages, Takes, TextField};
use leptos::prelude::*;

/// The identifier of an input; the form of the page has its own.
fn input(name: &str) -> String {
    format!("suite-{name}")
}

fn in_words(fault: &Fault) -> FieldFault {
    FieldFault { field: input(fault.input.field), sentence: words::fault(ACTION_KIND, fault) }
}

/// The actions that come from a record of the log.
#[component]
pub fn NextActions(
    /// The cycle.
    board: Board,
    /// What they come from.
    origin: RecordId,
    /// Whether they improve the training.
    improves: bool,
) -> impl IntoView {
    let of = StoredValue::new(origin.clone());
    let actions = Memo::new(move |_| {
        board.programme.with(|programme| {
            of.with_value(|origin| programme.log.actions_of(origin).cloned().collect::<Vec<Action>>())
        })
    });
    let heading = if improves { "Actions d’amélioration" } else { "Actions qui en viennent" };
    view! {
        <section class="stack" aria-labelledby="suites">
            <h2 id="suites">{heading}</h2>
            <Show
                when=move || actions.with(|actions| !actions.is_empty())
                fallback=|| view! { <p>"Aucune action pour l’instant."</p> }
            >
                <ul role="list" class="tasks">
                    <For each=move || actions.get() key=Action::clone let(action)>
                        <ActionRow board action />
                    </For>
                </ul>
            </Show>
            <AddAction board origin improves />
        </section>
    }
}

/// One more.
#[component]
fn AddAction(
    /// The cycle.
    board: Board,
    /// What it comes from.
    origin: RecordId,
    /// Whether it improves the training.
    improves: bool,
) -> impl IntoView {
    let messages = Messages::expect();
    let [label, owner, due] = [(); 3].map(|()| RwSignal::new(String::new()));
    let faults = RwSignal::new(Vec::<FieldFault>::new());
    // Drawn again only once an action is stored, so that a form sent twice adds one.
    let next = StoredValue::new(identity::new_record_id().ok());
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let mut filled = Filled::default();
        for (name, typed) in [(field::LABEL, label), (field::OWNER, owner), (field::DUE_ON, due)] {
            filled.set(InputId::alone(name), typed.get_untracked());
        }
        filled.set(InputId::alone(field::ORIGIN), origin.as_str());
        if improves {
            filled.set(InputId::alone(field::IMPROVES), "true");
        }
        let Some(key) = next.get_value().and_then(|id| ActionId(id).key().ok()) else { return };
        match forms::ACTION.create(&key, &filled) {
            Err(found) => {
                let found: Vec<FieldFault> = found.iter().map(in_words).collect();
                let first = found.first().map(|fault| fault.field.clone()).unwrap_or_default();
                faults.set(found);
                request_animation_frame(move || dom::focus(&first));
            }
            Ok(mut changes) => {
                faults.set(Vec::new());
                changes.changes.extend(board.belongs(&key).changes);
                board.saver.save_then(changes, move || {
                    messages.done("Action ajoutée", "");
                    // One may have left the page.
                    for typed in [label, owner, due] {
                        let _ = typed.try_set(String::new());
                    }
                    let _ = next.try_update_value(|next| *next = identity::new_record_id().ok());
                });
            }
        }
    };
    view! {
        <form class="stack stack--tight" on:submit=add novalidate aria-label="Ajouter une action">
            <div class="inputs-row inputs-row--wide">
                <TextField id=input(field::LABEL) label="À faire" takes=Takes::Line value=label faults />
                <TextField id=input(field::OWNER) label="Responsable" is_optional=true takes=Takes::Line value=owner faults />
                <TextField id=input(field::DUE_ON) label="Échéance" is_optional=true takes=Takes::Date value=due faults />
            </div>
            <p>
                <button type="submit" class="button">
                    "Ajouter l’action"
                </button>
            </p>
        </form>
    }
}
