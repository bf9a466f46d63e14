//! Restricting the use of interviews: until when, and why.

use super::field::Names;
use crate::browser::{clock, dom};
use crate::domain::retention::{self, Rule};
use crate::domain::retention_draft::RestrictionDraft;
use crate::records::{Key, RecordId};
use crate::state::AppState;
use crate::text::interview::NOTE_WARNING;
use crate::text::retention as text;
use crate::ui::components::{FieldFault, Messages, Takes, TextField, follow_dialog};
use crate::ui::pages::data::erase::{named, on_each};
use crate::ui::save::Saver;
use leptos::html;
use leptos::prelude::*;

const NAMES: Names =
    Names { months: "", proof_months: "", answer_months: "", reason: "limitation-motif", until: "limitation-date" };

/// The interviews whose use one asks to restrict, and what is typed.
#[derive(Clone, Copy)]
pub struct Limiting {
    targets: RwSignal<Vec<RecordId>>,
    open: RwSignal<bool>,
    reason: RwSignal<String>,
    until: RwSignal<String>,
    faults: RwSignal<Vec<FieldFault>>,
    state: AppState,
}

impl Limiting {
    /// Nothing is asked.
    pub fn new() -> Self {
        Self {
            targets: RwSignal::new(Vec::new()),
            open: RwSignal::new(false),
            reason: RwSignal::new(String::new()),
            until: RwSignal::new(String::new()),
            faults: RwSignal::new(Vec::new()),
            state: AppState::expect(),
        }
    }

    /// Asks until when to restrict these; what the organisation must keep is proposed.
    pub fn ask(self, interviews: Vec<RecordId>) {
        let hold = self.state.with_tables_now(|tables| Rule::of(tables).hold_on(clock::today()).cloned());
        let (reason, until) = hold.map(|hold| (hold.reason, hold.until.to_string())).unwrap_or_default();
        self.reason.set(reason);
        self.until.set(until);
        self.faults.set(Vec::new());
        self.targets.set(interviews);
        self.open.set(true);
    }
}

/// Asks until when, and why.
#[component]
pub fn LimitDialog(
    /// The interviews to restrict.
    limiting: Limiting,
) -> impl IntoView {
    let Limiting { targets, open, reason, until, faults, state } = limiting;
    let saver = Saver::expect();
    let messages = Messages::expect();
    let dialog = NodeRef::<html::Dialog>::new();
    follow_dialog(dialog, move || open.get());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let draft = RestrictionDraft { reason: reason.get_untracked(), until: until.get_untracked() };
        let restriction = match draft.read(clock::today()) {
            Ok(restriction) => restriction,
            Err(found) => {
                let found: Vec<FieldFault> = found.into_iter().map(|fault| NAMES.in_words(fault)).collect();
                let first = found.first().map(|fault| fault.field.clone()).unwrap_or_default();
                faults.set(found);
                return request_animation_frame(move || dom::focus_in_place(&first));
            }
        };
        let targets = targets.get_untracked();
        let (number, until) = (targets.len(), restriction.until);
        let act = |key: &Key| state.with_tables_now(|tables| retention::restrict(tables, key, Some(&restriction)));
        open.set(false);
        saver.save_then(on_each(&targets, act), move || {
            messages.done(text::restricted_until(number, until), text::RESTRICTION_MEANS);
            request_animation_frame(dom::focus_heading);
        });
    };
    view! {
        <dialog class="dialog" node_ref=dialog aria-label="Limiter l’usage" on:close=move |_| open.set(false)>
            <form class="stack" on:submit=submit novalidate>
                <h2>"Limiter l’usage"</h2>
                <p>
                    <strong>{move || targets.with(|targets| state.with_tables(|tables| named(tables, targets)))}</strong>
                </p>
                <p>{text::RESTRICTION_MEANS}</p>
                <TextField
                    id=NAMES.reason
                    label="Motif"
                    hint=NOTE_WARNING
                    takes=Takes::Line
                    value=reason
                    faults
                />
                <TextField
                    id=NAMES.until
                    label="Jusqu’au"
                    takes=Takes::Date
                    value=until
                    faults
                />
                <div class="row">
                    <button type="submit" class="button button--primary">
                        "Limiter l’usage"
                    </button>
                    <button type="button" class="button" on:click=move |_| open.set(false)>
                        "Annuler"
                    </button>
                </div>
            </form>
        </dialog>
    }
}
