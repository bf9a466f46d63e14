//! The interviews removed from the list, which may be restored.

use super::list::acting_on;
use crate::domain::interview::change;
use crate::domain::interview::model;
use crate::domain::interview::worklist::{Line, latest_first};
use crate::records::RecordId;
use crate::state::AppState;
use crate::text::interview as text;
use crate::ui::pages::data::Erasing;
use crate::ui::removed::{Removed, Restorable};
use leptos::prelude::*;

/// A quiet way back for what was removed, and the way to erase it for good.
#[component]
pub fn RemovedInterviews(
    /// The one to erase, once asked.
    erasing: Erasing,
) -> impl IntoView {
    let state = AppState::expect();
    let removed = Memo::new(move |_| {
        let lines = state.with_tables(|tables| latest_first(tables.removed(model::KIND)));
        lines.iter().map(restorable).collect::<Vec<_>>()
    });
    let erase = Callback::new(move |one: Restorable| {
        let of = format!("\u{a0}: {}", one.mention);
        let ask = move |_| {
            if let Ok(id) = RecordId::new(one.id.as_str()) {
                erasing.ask(id);
            }
        };
        view! {
            <button type="button" class="button button--plain" on:click=ask>
                "Effacer"
                <span class="visually-hidden">{of}</span>
            </button>
        }
        .into_any()
    });
    view! { <Removed removed summary=text::removed pages="Pages des entretiens supprimés" act=erase /> }
}

fn restorable(line: &Line) -> Restorable {
    let label = line.label();
    let name = text::case_title(label.as_ref());
    Restorable {
        id: line.id.to_string(),
        mention: text::case_mention(label.as_ref()),
        restored: format!("{name} rétabli"),
        changes: acting_on(&line.id, change::restore),
        name,
    }
}
