//! Question by question: what the group answered, where it agrees.

use super::reading::ReadingCell;
use super::spread::Spread;
use crate::text::exercise_debrief::{BlockWords, ItemWords};
use leptos::prelude::*;

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
        <section class="stack" aria-labelledby="question-par-question">
            <h2 id="question-par-question">"Question par question"</h2>
            <div class="table-scroll" tabindex="0" role="region" aria-label="Tableau des questions">
                <table class="table debrief-table">
                    <caption>{caption}</caption>
                    <thead>
                        <tr>
                            <th scope="col">"Question"</th>
                            <th scope="col">"Réponses du groupe"</th>
                            <th scope="col" class="number">
                                "Accord"
                            </th>
                            <th scope="col">"Lecture de référence"</th>
                        </tr>
                    </thead>
                    {blocks}
                </table>
            </div>
        </section>
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
