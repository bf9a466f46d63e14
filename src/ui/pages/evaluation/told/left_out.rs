//! What is counted nowhere, and what to do about it.

use super::known::Known;
use crate::domain::evaluation::sources::LeftOut;
use crate::route::exercise::ExerciseRoute;
use crate::text::exercise_session::left_out;
use leptos::prelude::*;

/// The positionings that are left out; nothing where none is.
#[component]
pub fn LeftOutSection(
    /// What is known.
    known: Known,
) -> impl IntoView {
    let row = |one: &LeftOut| {
        view! {
            <li>
                <a href=ExerciseRoute::Desk(one.exercise.code).to_hash()>{left_out(one)}</a>
            </li>
        }
    };
    move || {
        let all = known.left_out.get();
        (!all.is_empty()).then(|| {
            view! {
                <section class="card stack stack--tight screen-only" aria-labelledby="laisses-de-cote">
                    <h2 id="laisses-de-cote">"Positionnements qui ne sont pas comptés"</h2>
                    <ul class="told-links">{all.iter().map(row).collect_view()}</ul>
                </section>
            }
        })
    }
}
