//! Stored values that cannot be read: shown and exported as they are, never dropped in silence.

use crate::browser::files;
use crate::state::AppState;
use crate::text::format;
use crate::ui::components::{Notice, Tone};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// What could not be read at the start, and a way to take it away as it is.
#[component]
pub fn UnreadableSection() -> impl IntoView {
    let unreadable = AppState::expect().unreadable();
    if unreadable.is_empty() {
        return None;
    }
    let count = format::count(
        unreadable.len() as u64,
        "élément enregistré ne peut pas être lu",
        "éléments enregistrés ne peuvent pas être lus",
    );
    let keys: Vec<String> = unreadable.iter().map(|row| row.key.clone()).collect();
    let export = move |_| {
        let raw: BTreeMap<&str, &str> = unreadable.iter().map(|row| (row.key.as_str(), row.text.as_str())).collect();
        if let Ok(bytes) = serde_json::to_vec_pretty(&raw) {
            let _ = files::hand_over("reperes-elements-illisibles.json", "application/json", &bytes);
        }
    };
    Some(view! {
        <Notice tone=Tone::Caution title=count>
            <p>
                "Repères n’y touche pas, et le reste fonctionne. Le fichier de sauvegarde ne peut pas les contenir : exportez à part ce qui est illisible, et confiez ce fichier à la personne qui vous aide."
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
