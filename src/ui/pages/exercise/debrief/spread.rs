//! How the answers to a question spread: each with its count, and a bar of as many cells.

use crate::chart::cells;
use crate::text::exercise_debrief::Line;
use leptos::prelude::*;

/// The length of a bar where everybody answers the same, in the units of the drawing.
const LENGTH: f64 = 160.0;
const GAP: f64 = 2.0;

/// The answers, with what nobody chose.
#[component]
pub fn Spread(
    /// The answers.
    lines: Vec<Line>,
    /// What could be chosen, and was not.
    unchosen: Option<String>,
    /// How many took part: as many cells make the longest bar.
    participants: usize,
) -> impl IntoView {
    let lines = lines
        .into_iter()
        .map(|line| {
            let class = if line.is_known { "spread__line" } else { "spread__line spread__line--unknown" };
            view! {
                <li class=class>
                    <span>{line.label}</span>
                    " "
                    <strong>{line.count}</strong>
                    <svg class="spread__bar" viewBox="-1 -1 162 12" aria-hidden="true" focusable="false">
                        <path d=drawn(line.count, participants)></path>
                    </svg>
                </li>
            }
        })
        .collect_view();
    view! {
        <ul role="list" class="spread">
            {lines}
        </ul>
        {unchosen.map(|unchosen| view! { <p class="card__meta">{unchosen}</p> })}
    }
}

/// A cell for each of them, in one stroke: a table has hundreds.
fn drawn(count: usize, participants: usize) -> String {
    let cell = |cell: crate::chart::Stretch| format!("M{:.1} 0h{:.1}v10h-{:.1}z", cell.x, cell.width, cell.width);
    cells(participants, LENGTH, GAP).into_iter().take(count).map(cell).collect()
}
