//! What the trainer's reading says: closed, so that the room speaks first.

use crate::text::exercise_debrief::Reading;
use leptos::prelude::*;

/// The reading, behind words to press.
#[component]
pub fn ReadingFold(
    /// What it says.
    reading: Reading,
    /// The words to press.
    summary: &'static str,
    /// What it is about, for whoever does not see where these words stand.
    about: String,
) -> impl IntoView {
    let argued = reading.argued.into_iter().map(|text| view! { <p>{text}</p> }).collect_view();
    view! {
        <details class="disclosure reading">
            <summary>
                <span>{summary} <span class="visually-hidden">"\u{a0}: " {about}</span></span>
            </summary>
            <div class="stack stack--tight">
                {reading.stands.map(|stands| view! { <p class="reading__stands">{stands}</p> })}
                {argued}
            </div>
        </details>
    }
}

/// The reading, in a cell of a table.
#[component]
pub fn ReadingCell(
    /// What it says; none where it says nothing.
    reading: Option<Reading>,
    /// What the row is about.
    about: String,
) -> impl IntoView {
    view! {
        <td class="reading-cell">
            {match reading {
                Some(reading) => view! { <ReadingFold reading summary="Ouvrir" about /> }.into_any(),
                None => view! { <span class="quiet-cell">"N’en dit rien"</span> }.into_any(),
            }}
        </td>
    }
}
