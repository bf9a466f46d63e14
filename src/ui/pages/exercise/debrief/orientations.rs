//! What the group decided of each orientation.

use super::reading::ReadingCell;
use super::table::DebriefTable;
use crate::text::exercise_debrief::OrientationWords;
use leptos::prelude::*;

const HEAD: &[(&str, bool)] = &[
    ("Orientation", false),
    ("Retenue", true),
    ("Écartée", true),
    ("Non décidée", true),
    ("Lecture de référence", false),
];

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
        view! {
            <DebriefTable
                id="orientations"
                title="Orientations"
                label="Tableau des orientations"
                caption
                head=HEAD
            >
                <tbody>{rows}</tbody>
            </DebriefTable>
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
