//! What the person was asked, and what nobody heard because it was not.

use super::projection::Open;
use super::reading::ReadingFold;
use super::table::DebriefTable;
use crate::domain::exercise::wall::Part;
use crate::text::exercise_debrief::TopicWords;
use leptos::prelude::*;
use std::sync::Arc;

const HEAD: &[(&str, bool)] = &[("Question", false), ("Posée par", true), ("Ce qui restait caché", false)];

/// What could be asked of the person, in the order of the case.
#[component]
pub fn Topics(
    /// The debrief.
    open: Open,
) -> impl IntoView {
    let told = Arc::clone(&open.told);
    let is_any = !told.topics.is_empty();
    is_any.then(|| {
        let rows = told.topics.iter().cloned().map(|topic| view! { <TopicRow topic /> }).collect_view();
        view! {
            <DebriefTable
                part=Part::Topics
                open
                label="Tableau de ce qui a été demandé"
                caption=told.topics_caption.clone()
                head=HEAD
            >
                <tbody>{rows}</tbody>
            </DebriefTable>
        }
    })
}

/// One question.
#[component]
fn TopicRow(
    /// The question, and how many asked it.
    topic: TopicWords,
) -> impl IntoView {
    let TopicWords { question, asked, hidden, .. } = topic;
    let about = question.clone();
    view! {
        <tr>
            <th scope="row">{question}</th>
            <td class="number">{asked}</td>
            <td class="reading-cell">
                {match hidden {
                    Some(reading) => {
                        view! { <ReadingFold reading summary="Ne se dit que sur demande" about /> }.into_any()
                    }
                    None => view! { <span class="quiet-cell">"Se dit sans détour"</span> }.into_any(),
                }}
            </td>
        </tr>
    }
}
