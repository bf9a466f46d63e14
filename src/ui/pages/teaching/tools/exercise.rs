//! Something to do with a tool: with the network and without, side by side.

use crate::domain::curriculum::tool::Exercise;
use crate::text::teaching_tools as text;
use leptos::prelude::*;

/// The lines of a list.
pub fn items(lines: &'static [String]) -> impl IntoView {
    lines.iter().map(|line| view! { <li>{line.as_str()}</li> }).collect_view()
}

/// The exercise of a sheet.
#[component]
pub fn ExerciseSection(
    /// The exercise.
    exercise: &'static Exercise,
) -> impl IntoView {
    view! {
        <section class="card card--flat" aria-labelledby="exercice-outil">
            <h2 id="exercice-outil">"S’exercer"</h2>
            <p>
                <strong>{exercise.title.as_str()}</strong>
                {format!(", {}", text::minutes(exercise.minutes))}
            </p>
            <p>{exercise.situation.as_str()}</p>
            <div class="tool-columns">
                <section class="stack stack--tight" aria-labelledby="exercice-en-ligne">
                    <h3 id="exercice-en-ligne">"Avec le réseau"</h3>
                    <ol>{items(&exercise.online)}</ol>
                </section>
                <section class="stack stack--tight" aria-labelledby="exercice-hors-ligne">
                    <h3 id="exercice-hors-ligne">"Sans réseau"</h3>
                    <ol>{items(&exercise.offline)}</ol>
                </section>
            </div>
            <details class="disclosure">
                <summary>"Ce que l’on attend"</summary>
                <ul>{items(&exercise.expected)}</ul>
            </details>
        </section>
    }
}
