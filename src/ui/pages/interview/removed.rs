//! The interviews removed from the list, which may be restored.

use super::list::{PAGE, acting_on};
use crate::browser::dom;
use crate::domain::interview::change;
use crate::domain::interview::model;
use crate::domain::interview::worklist::{Line, latest_first};
use crate::domain::paging::Paging;
use crate::state::AppState;
use crate::text::interview as text;
use crate::ui::components::{Messages, Pager};
use crate::ui::pages::data::Erasing;
use crate::ui::save::Saver;
use leptos::prelude::*;

/// A quiet way back for what was removed.
#[component]
pub fn Removed(
    /// The one to erase, once asked.
    erasing: Erasing,
) -> impl IntoView {
    let state = AppState::expect();
    let removed = Memo::new(move |_| {
        state.with_tables(|tables| {
            let removed = tables
                .iter()
                .filter(|(kind, _, record)| kind.as_str() == model::KIND && record.is_deleted() && !record.erased);
            latest_first(removed.map(|(_, id, record)| (id, record)))
        })
    });
    let page = RwSignal::new(0);
    let paging = Signal::derive(move || Paging { total: removed.with(Vec::len), size: PAGE });
    let shown = move || {
        let rows = paging.get().rows(page.get());
        removed.with(|removed| removed.get(rows).map(<[Line]>::to_vec).unwrap_or_default())
    };
    view! {
        <Show when=move || removed.with(|removed| !removed.is_empty())>
            <details class="disclosure">
                <summary>"Supprimés (" {move || removed.with(Vec::len)} ")"</summary>
                <ul role="list" class="stack stack--tight">
                    <For each=shown key=|line| (line.id.clone(), line.label()) let(line)>
                        <RemovedRow line erasing />
                    </For>
                </ul>
                <Pager paging page label="Pages des entretiens supprimés" />
            </details>
        </Show>
    }
}

/// A removed interview, the way to restore it, and the way to erase it for good.
#[component]
fn RemovedRow(
    /// The interview.
    line: Line,
    /// The one to erase, once asked.
    erasing: Erasing,
) -> impl IntoView {
    let saver = Saver::expect();
    let messages = Messages::expect();
    let label = line.label();
    let name = text::case_title(label.as_ref());
    let of = format!(" : {}", text::case_mention(label.as_ref()));
    let id = line.id.clone();
    let restored = format!("{name} rétabli");
    let restore = move |_| {
        let restored = restored.clone();
        saver.save_then(acting_on(&id, change::restore), move || {
            messages.done(restored, "");
            request_animation_frame(dom::focus_heading);
        });
    };
    view! {
        <li class="row">
            <span>{name}</span>
            <button type="button" class="button button--plain" on:click=restore>
                "Rétablir"
                <span class="visually-hidden">{of.clone()}</span>
            </button>
            <button
                type="button"
                class="button button--plain"
                on:click=move |_| erasing.ask(line.id.clone())
            >
                "Effacer"
                <span class="visually-hidden">{of}</span>
            </button>
        </li>
    }
}
