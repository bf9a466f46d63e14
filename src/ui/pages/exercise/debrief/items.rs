//! Question by question: what the group answered, where it agrees.

use super::projection::Open;
use super::reading::ReadingCell;
use super::spread::Spread;
use super::table::DebriefTable;
use crate::domain::exercise::wall::Part;
use crate::text::exercise_debrief::{ItemWords, Told};
use leptos::prelude::*;
use std::sync::Arc;

const HEAD: &[(&str, bool)] =
    &[("Question", false), ("Réponses du groupe", false), ("Accord", true), ("Lecture de référence", false)];

/// The questions, by block.
#[component]
pub fn Items(
    /// The debrief.
    open: Open,
    /// How many blocks are shown.
    ready: RwSignal<usize>,
) -> impl IntoView {
    let told = Arc::clone(&open.told);
    let block = |nth: usize| {
        let told = Arc::clone(&told);
        view! {
            <Show when=move || { ready.get() > nth }>
                <Block told=Arc::clone(&told) nth />
            </Show>
        }
    };
    let blocks = (0..told.blocks.len()).map(block).collect_view();
    view! {
        <DebriefTable
            part=Part::Items
            open
            label="Tableau des questions"
            caption=told.items_caption.clone()
            head=HEAD
        >
            {blocks}
        </DebriefTable>
    }
}

/// The questions of a block.
#[component]
fn Block(
    /// The debrief.
    told: Arc<Told>,
    /// Which block.
    nth: usize,
) -> impl IntoView {
    let participants = told.participants;
    told.blocks.get(nth).map(|block| {
        let rows = block.items.iter().cloned().map(|item| view! { <ItemRow item participants /> }).collect_view();
        view! {
            <tbody>
                <tr>
                    <th scope="rowgroup" colspan="4" class="debrief-table__block">
                        <span>{block.title.clone()}</span>
                    </th>
                </tr>
                {rows}
            </tbody>
        }
    })
}

/// One question.
#[component]
fn ItemRow(
    /// The question, as the room answered it.
    item: ItemWords,
    /// How many took part.
    participants: usize,
) -> impl IntoView {
    let ItemWords { short, lines, unchosen, agreement, reading } = item;
    view! {
        <tr>
            <th scope="row">{short.clone()}</th>
            <td class="debrief-table__spread">
                <Spread lines unchosen participants />
            </td>
            <td class="number">{agreement}</td>
            <ReadingCell reading about=short />
        </tr>
    }
}
