//! Stored values that cannot be read: shown and exported as they are, never dropped in silence.

use crate::state::AppState;
use crate::text::backup;
use crate::ui::components::{Messages, Notice, Tone};
use crate::ui::hand_over::hand_over_now;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// What could not be read at the start, and a way to take it away as it is.
#[component]
pub fn UnreadableSection() -> impl IntoView {
    let messages = Messages::expect();
    let unreadable = AppState::expect().unreadable();
    if unreadable.is_empty() {
        return None;
    }
    let count = backup::unreadable(unreadable.len());
    let keys: Vec<String> = unreadable.iter().map(|row| row.key.clone()).collect();
    let export = move |_| {
        let raw: BTreeMap<&str, &str> = unreadable.iter().map(|row| (row.key.as_str(), row.text.as_str())).collect();
        if let Ok(bytes) = serde_json::to_vec_pretty(&raw) {
            hand_over_now(messages, "reperes-elements-illisibles.json", "application/json", &bytes);
        }
    };
    Some(view! {
        <Notice tone=Tone::Caution title=count>
            <p>
                "Repères n’y touche pas, et le reste fonctionne. Ce qui est illisible n’entre pas dans le fichier de sauvegarde : exportez-le à part, et confiez ce fichier à la personne qui vous aide."
            </p>
            <details class="disclosure">
                <summary>"Voir le détail"</summary>
                <ul>{keys.into_iter().map(|key| view! { <li class="breakable">{key}</li> }).collect_view()}</ul>
            </details>
            <button type="button" class="button" on:click=export>
                "Exporter ce qui est illisible"
            </button>
        </Notice>
    })
}
