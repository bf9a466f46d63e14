//! What the group decided of each orientation.

use super::reading::ReadingCell;
use crate::text::exercise_debrief::OrientationWords;
use leptos::prelude::*;

/// The orientations, in the order of the rules.
#[component]
pub fn Orientations(
    /// What the figures count.
    caption: String,
    /// The orientations.
    orientations: Vec<OrientationWords>,
) -> impl IntoView {
    let is_any = !orientations.is_empty();
    is_any.then(|| {
        let rows = orientations.into_iter().map(|orientation| view! { <OrientationRow orientation /> }).collect_view();
        let head = |label: &'static str| {
            view! {
                <th scope="col" class="number">
                    {label}
                </th>
            }
        };
        view! {
            <section class="stack" aria-labelledby="orientations">
                <h2 id="orientations">"Orientations"</h2>
                <div class="table-scroll" tabindex="0" role="region" aria-label="Tableau des orientations">
                    <table class="table debrief-table">
                        <caption>{caption}</caption>
                        <thead>
                            <tr>
                                <th scope="col">"Orientation"</th>
                                {["Retenue", "Écartée", "Non décidée"].map(head).collect_view()}
                                <th scope="col">"Lecture de référence"</th>
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            </section>
        }
    })
}

/// One orientation.
#[component]
fn OrientationRow(
    /// What was decided of it.
    orientation: OrientationWords,
) -> impl IntoView {
    let OrientationWords { title, kept, set_aside, undecided, reading } = orientation;
    view! {
        <tr>
            <th scope="row">{title.clone()}</th>
            <td class="number">{kept}</td>
            <td class="number">{set_aside}</td>
            <td class="number">{undecided}</td>
            <ReadingCell reading about=title />
        </tr>
    }
}
