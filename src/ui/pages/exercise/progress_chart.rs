//! The group's way, drawn: a mark for the morning, a mark for the evening, and what joins them. The table under it holds the
//! same figures, for those who do not see it.

use crate::chart::dumbbell::Scale;
use crate::domain::exercise::work::Grade;
use crate::text::exercise_progress::{MARKS, ObjectiveWords, Told, grades};
use leptos::prelude::*;
use std::sync::Arc;

/// The grades over the length of the drawing, with room for half a mark at each end.
const SCALE: Scale = Scale { start: 10.0, length: 300.0, steps: Grade::ALL.len() };
const RADIUS: f64 = 7.0;
const MIDDLE_Y: f64 = 10.0;

/// A line for each objective that may be shown; nothing where none may.
#[component]
pub fn ProgressChart(
    /// What the group said.
    told: Arc<Told>,
) -> impl IntoView {
    told.is_drawn().then(|| {
        let all = told.groups.iter().flat_map(|group| &group.objectives);
        let rows = all.filter_map(row).collect_view();
        let ends = grades();
        let [before, after] = MARKS;
        view! {
            <figure class="dumbbells" aria-hidden="true">
                <p class="dumbbells__key">
                    <span class="dumbbells__part">
                        <svg class="dumbbells__swatch" viewBox="0 0 20 20" focusable="false">
                            <circle class="dumbbell__before" cx="10" cy="10" r=RADIUS></circle>
                        </svg>
                        {before}
                    </span>
                    <span class="dumbbells__part">
                        <svg class="dumbbells__swatch" viewBox="0 0 20 20" focusable="false">
                            <path class="dumbbell__after" d=diamond(10.0)></path>
                        </svg>
                        {after}
                    </span>
                </p>
                <div class="dumbbells__row dumbbells__row--head">
                    <span></span>
                    <span class="dumbbells__ends">
                        <span>{ends.first().copied()}</span>
                        <span>{ends.last().copied()}</span>
                    </span>
                </div>
                {rows}
            </figure>
        }
    })
}

/// An objective and its drawing.
fn row(objective: &ObjectiveWords) -> Option<impl IntoView + use<>> {
    let (before, after) = objective.ends()?;
    Some(view! {
        <div class="dumbbells__row">
            <span>{objective.title.clone()}</span>
            {drawing(before, after)}
        </div>
    })
}

fn drawing(before: usize, after: usize) -> impl IntoView + use<> {
    let dumbbell = SCALE.dumbbell(before, after, RADIUS);
    let steps: String = SCALE.marks().into_iter().map(|x| format!("M{x:.1} 1v18")).collect();
    let line = dumbbell.line.map(|line| {
        view! { <path class="dumbbell__line" d=format!("M{:.2} {MIDDLE_Y}h{:.2}", line.x, line.width)></path> }
    });
    view! {
        <svg class="dumbbell" viewBox="0 0 320 20" focusable="false">
            <path class="dumbbell__steps" d=steps></path>
            {line}
            <circle class="dumbbell__before" cx=format!("{:.2}", dumbbell.before) cy=MIDDLE_Y r=RADIUS></circle>
            <path class="dumbbell__after" d=diamond(dumbbell.after)></path>
        </svg>
    }
}

/// Within the circle: where the two meet, both are seen.
fn diamond(x: f64) -> String {
    let top = MIDDLE_Y - RADIUS + 1.0;
    let half = RADIUS - 1.0;
    format!("M{x:.2} {top}l{half} {half}l-{half} {half}l-{half} -{half}z")
}
