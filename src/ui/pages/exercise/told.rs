//! What stands before the figures of a group: what has to be settled first, or why nothing is shown.

use crate::domain::exercise::code::ExerciseCode;
use crate::route::Route;
use crate::route::exercise::ExerciseRoute;
use crate::state::AppState;
use crate::text::exercise;
use crate::ui::components::{Notice, Tone};
use leptos::prelude::*;

/// What has to be settled first, and where.
#[component]
pub fn Waiting(
    /// The exercise.
    code: ExerciseCode,
    /// What the figures are of: « Des réponses attendent ».
    title: &'static str,
    /// What waits.
    waiting: String,
) -> impl IntoView {
    view! {
        <Notice tone=Tone::Caution title>
            <p>{waiting}</p>
            <p>
                <a href=ExerciseRoute::Desk(code).to_hash()>"Choisir les réponses à garder"</a>
            </p>
        </Notice>
    }
}

/// Why nothing is shown yet, and where the number is chosen.
#[component]
pub fn Withheld() -> impl IntoView {
    let needed = untrack(|| AppState::expect().preferences().threshold);
    view! {
        <p>
            {exercise::threshold(needed)} " " <a href=Route::Preferences.to_hash()>"Régler ce nombre dans les préférences"</a>
        </p>
    }
}
