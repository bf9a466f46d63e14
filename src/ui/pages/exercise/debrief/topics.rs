//! What the person was asked, and what nobody heard because it was not.

use super::reading::ReadingFold;
use crate::text::exercise_debrief::TopicWords;
use leptos::prelude::*;

/// What could be asked of the person, in the order of the case.
#[component]
pub fn Topics(
    /// What the figures count.
    caption: String,
    /// The questions.
    topics: Vec<TopicWords>,
) -> impl IntoView {
    let is_any = !topics.is_empty();
    is_any.then(|| {
        let rows = topics.into_iter().map(|topic| view! { <TopicRow topic /> }).collect_view();
        view! {
            <section class="stack" aria-labelledby="demande">
                <h2 id="demande">"Ce qui a été demandé à la personne"</h2>
                <div class="table-scroll" tabindex="0" role="region" aria-label="Tableau de ce qui a été demandé">
                    <table class="table debrief-table">
                        <caption>{caption}</caption>
                        <thead>
                            <tr>
                                <th scope="col">"Question"</th>
                                <th scope="col" class="number">
                                    "Posée par"
                                </th>
                                <th scope="col">"Ce qui restait caché"</th>
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            </section>
        }
    })
}

/// One question.
#[component]
fn TopicRow(
    /// The question, and how many asked it.
    topic: TopicWords,
) -> impl IntoView {
    let TopicWords { question, asked, hidden } = topic;
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
