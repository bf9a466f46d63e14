//! Cancelling a session: the reason first, and what goes with it.

use super::super::board::Board;
use super::standing::STANDING;
use crate::browser::dom;
use crate::domain::programme::id::SessionId;
use crate::domain::programme::standing::Step;
use crate::text::programme_sessions as text;
use crate::ui::components::{FieldFault, Takes, TextField, follow_dialog};
use crate::ui::save::Undoable;
use leptos::html;
use leptos::prelude::*;

const REASON: &str = "annulation-motif";
const HEADING: &str = "annulation";
/// The longest reason, in characters.
const LONGEST: usize = 200;

/// Asks why a session is cancelled.
#[component]
pub fn CancelDialog(
    /// The cycle.
    board: Board,
    /// Which session.
    id: SessionId,
    /// Whether it is being asked.
    open: RwSignal<bool>,
) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    let (reason, faults) = (RwSignal::new(String::new()), RwSignal::new(Vec::<FieldFault>::new()));
    follow_dialog(dialog, move || open.get());
    let asked = id.clone();
    let going = move || board.programme.with(|programme| text::going_with(programme, &asked));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let typed = reason.with_untracked(|reason| reason.trim().to_owned());
        let sentence = match typed.chars().count() {
            0 => Some("Écrivez la raison\u{a0}: elle figure dans la liste et dans le bilan.".to_owned()),
            length if length > LONGEST => {
                Some(format!("Raccourcissez la raison\u{a0}: {LONGEST}\u{a0}caractères au plus, {length} écrits."))
            }
            _ => None,
        };
        if let Some(sentence) = sentence {
            faults.set(vec![FieldFault { field: REASON.to_owned(), sentence }]);
            return dom::focus(REASON);
        }
        let programme = board.now();
        let body = text::gone_with(programme.places_held(&id).count()).unwrap_or_default();
        let done = Undoable {
            title: text::step_done(Step::Cancel).to_owned(),
            body,
            take_back: "Annuler ce changement",
            taken_back: "Session et inscriptions rétablies",
        };
        open.set(false);
        reason.set(String::new());
        faults.set(Vec::new());
        let focus = || request_animation_frame(|| dom::focus(STANDING));
        board.saver.save_undoable(programme.cancel(&id, &typed), done, focus);
    };
    view! {
        <dialog class="dialog" node_ref=dialog aria-labelledby=HEADING on:close=move |_| open.set(false)>
            <form class="stack" on:submit=submit novalidate>
                <h2 id=HEADING>"Annuler cette session"</h2>
                <p>{going}</p>
                <p>"La session reste dans la liste avec sa raison. Prévenez vous-même les personnes\u{a0}: rien n’est envoyé d’ici."</p>
                <TextField
                    id=REASON
                    label="Pourquoi est-elle annulée\u{202f}?"
                    hint="Sans nommer personne ni parler de santé."
                    takes=Takes::Line
                    value=reason
                    faults
                />
                <div class="row">
                    <button type="submit" class="button button--fault">
                        "Annuler la session"
                    </button>
                    <button type="button" class="button" on:click=move |_| open.set(false)>
                        "Ne rien changer"
                    </button>
                </div>
            </form>
        </dialog>
    }
}
