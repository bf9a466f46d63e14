//! What the group decided of each orientation.

use super::projection::Open;
use super::reading::ReadingCell;
use super::table::DebriefTable;
use crate::domain::exercise::wall::Part;
use crate::text::exercise_debrief::OrientationWords;
use leptos::prelude::*;
use std::sync::Arc;

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
    /// The debrief.
    open: Open,
) -> impl IntoView {
    let told = Arc::clone(&open.told);
    let is_any = !told.orientations.is_empty();
    is_any.then(|| {
        let rows = told
            .orientations
            .iter()
            .cloned()
            .map(|orientation| view! { <OrientationRow orientation /> })
            .collect_view();
        view! {
            <DebriefTable
                part=Part::Orientations
                open
                label="Tableau des orientations"
                caption=told.orientations_caption.clone()
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
