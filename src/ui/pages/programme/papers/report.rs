//! What the trainer writes of the day.

use super::super::board::Board;
use crate::domain::programme::document::write_report;
use crate::domain::programme::id::SessionId;
use crate::ui::components::{FieldFault, Messages, Rewrite, Takes, TextField};
use leptos::prelude::*;

/// The longest that it may be, in characters.
const LONGEST: usize = 4_000;
const FIELD: &str = "compte-rendu";

/// The text of the report, to write above the sheet that shows it.
#[component]
pub fn ReportField(
    /// The cycle.
    board: Board,
    /// Which session.
    id: SessionId,
) -> impl IntoView {
    let messages = Messages::expect();
    let faults = RwSignal::new(Vec::<FieldFault>::new());
    let stored = id.clone();
    let text = Rewrite::of(move || board.session(&stored).map(|session| session.report.clone()).unwrap_or_default());
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let typed = text.now();
        let length = typed.trim().chars().count();
        if length > LONGEST {
            let sentence = format!("Raccourcissez ce texte\u{a0}: {LONGEST}\u{a0}caractères au plus, {length} écrits.");
            return faults.set(vec![FieldFault { field: FIELD.to_owned(), sentence }]);
        }
        faults.set(Vec::new());
        board.saver.save_then(write_report(&id, typed.trim()), move || {
            text.settle(&typed);
            messages.done("Compte rendu enregistré", "");
        });
    };
    view! {
        <form class="stack screen-only" on:submit=send novalidate>
            <TextField
                id=FIELD
                label="Compte rendu de la journée"
                hint="Ce qui a été fait, ce qui a changé par rapport au programme, ce qu’il faut suivre. N’écrivez rien sur la santé ni la vie privée de quelqu’un."
                is_optional=true
                takes=Takes::Text
                rows=6
                value=text
                faults
            />
            <p>
                <button type="submit" class="button">
                    "Enregistrer le compte rendu"
                </button>
            </p>
        </form>
    }
}
