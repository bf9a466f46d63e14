//! Adding an orientation that no rule proposes.

use super::case::Case;
use crate::browser::dom;
use crate::domain::interview::change;
use crate::domain::interview::decision::Decision;
use crate::domain::interview::rulebook::Orientation;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

/// The full list of the orientations not shown above, and the way to add one.
#[component]
pub fn AddByHand(
    /// The case.
    case: Case,
) -> impl IntoView {
    let others = Memo::new(move |_| {
        case.assessment.with(|assessment| {
            let is_shown = |id: &_| assessment.proposals.iter().any(|proposal| proposal.orientation.id == *id);
            let others = case.rulebook.orientations.iter().enumerate();
            others.filter(|(_, other)| !is_shown(&other.id)).map(|(index, _)| index).collect::<Vec<_>>()
        })
    });
    let chosen = RwSignal::new(String::new());
    let is_missing = RwSignal::new(false);
    let orientation = move || chosen.with(|chosen| find(case, chosen));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(orientation) = orientation() else {
            is_missing.set(true);
            dom::focus_in_place("ajouter-orientation");
            return;
        };
        let added = format!("decider-{}", orientation.id);
        case.act_then(
            |key| change::decide(key, &orientation.id, Some(&Decision::AddedByHand)),
            format!("Orientation ajoutée\u{a0}: {}", orientation.title),
            move || {
                chosen.set(String::new());
                is_missing.set(false);
                // Its card is shown after this.
                request_animation_frame(move || dom::focus_in_place(&added));
            },
        );
    };
    let options = move || {
        others.with(|others| {
            others
                .iter()
                .filter_map(|index| case.rulebook.orientations.get(*index))
                .map(|other| view! { <option value=other.id.as_str()>{other.title.as_str()}</option> })
                .collect_view()
        })
    };
    let what = move || orientation().map(|orientation| orientation.what.as_str());
    let fault =
        move || if is_missing.get() && chosen.with(String::is_empty) { "Choisissez une orientation." } else { "" };
    view! {
        <details class="disclosure">
            <summary>"Ajouter une orientation à la main"</summary>
            <form class="aside-form stack" novalidate on:submit=submit>
                <div class="field">
                    <label for="ajouter-orientation">"Orientation"</label>
                    <p class="field__error" id="ajouter-faute" role="alert">{fault}</p>
                    <select
                        class="input"
                        id="ajouter-orientation"
                        aria-describedby="ajouter-faute"
                        prop:value=move || chosen.get()
                        on:change:target=move |event| chosen.set(event.target().value())
                    >
                        <option value="">"Choisissez dans la liste"</option>
                        {options}
                    </select>
                </div>
                <p aria-live="polite">{what}</p>
                <div class="row">
                    <button type="submit" class="button">"Ajouter cette orientation"</button>
                </div>
            </form>
        </details>
    }
}

fn find(case: Case, id: &str) -> Option<&'static Orientation> {
    case.rulebook.orientations.iter().find(|orientation| orientation.id.as_str() == id)
}
