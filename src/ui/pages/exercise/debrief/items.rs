//! Question by question: what the group answered, where it agrees.

use super::reading::ReadingCell;
use super::spread::Spread;
use super::table::DebriefTable;
use crate::text::exercise_debrief::{BlockWords, ItemWords};
use leptos::prelude::*;

const HEAD: &[(&str, bool)] =
    &[("Question", false), ("Réponses du groupe", false), ("Accord", true), ("Lecture de référence", false)];

/// The questions, by block.
#[component]
pub fn Items(
    /// What the figures count.
    caption: String,
    /// The blocks, in their order.
    blocks: Vec<BlockWords>,
    /// How many took part.
    participants: usize,
) -> impl IntoView {
    let blocks = blocks.into_iter().map(|block| view! { <Block block participants /> }).collect_view();
    view! {
        <DebriefTable
            id="question-par-question"
            title="Question par question"
            label="Tableau des questions"
            caption
            head=HEAD
        >
            {blocks}
        </DebriefTable>
    }
}

/// The questions of a block.
#[component]
fn Block(
    /// The block.
    block: BlockWords,
    /// How many took part.
    participants: usize,
) -> impl IntoView {
    let rows = block.items.into_iter().map(|item| view! { <ItemRow item participants /> }).collect_view();
    view! {
        <tbody>
            <tr>
                <th scope="rowgroup" colspan="4" class="debrief-table__block">
                    <span>{block.title}</span>
                </th>
            </tr>
            {rows}
        </tbody>
    }
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
