//! From where distances are counted: the person's commune, or why there is none.

use super::case::Case;
use crate::browser::dom;
use crate::content::communes::communes;
use crate::domain::commune::{Commune, InseeCode};
use crate::domain::interview::change;
use crate::domain::interview::model::{Interview, Residence};
use crate::ui::components::{Notice, Tone};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

/// The commune from whose centre distances are counted; none when it is elsewhere or not told.
pub fn origin(interview: &Interview) -> Option<&InseeCode> {
    match &interview.commune {
        Some(Residence::Code(code)) => Some(code),
        Some(Residence::Elsewhere | Residence::NotSaid) | None => None,
    }
}

/// The commune of a code, when it is one of the department's.
pub fn commune_of(code: &InseeCode) -> Option<&'static Commune> {
    communes().ok().and_then(|content| content.communes.by_code(code))
}

/// Says that no distance can be given, and offers to set the commune; nothing while no place is looked for.
#[component]
pub fn CommuneNotice(
    /// The case.
    case: Case,
) -> impl IntoView {
    let looks_for_places = Memo::new(move |_| {
        case.assessment.with(|assessment| {
            assessment.proposals.iter().any(|proposal| proposal.is_kept() && proposal.orientation.filter.is_some())
        })
    });
    let residence = Memo::new(move |_| case.interview.with(|interview| interview.commune.clone()));
    let is_placed = move || case.interview.with(|interview| origin(interview).and_then(commune_of).is_some());
    let why = move || match residence.get() {
        Some(Residence::Elsewhere) => "La personne habite hors de la Seine-Saint-Denis.",
        Some(Residence::NotSaid) => "La personne n’a pas dit où elle habite.",
        Some(Residence::Code(_)) => "La commune notée n’est pas connue ici.",
        None => "La commune n’a pas été notée.",
    };
    view! {
        <Show when=move || looks_for_places.get() && !is_placed()>
            <Notice tone=Tone::Info title="Les distances ne sont pas calculées">
                <p>
                    {why} " Les lieux sont classés par adéquation, puis par nom. Pour les classer par distance, indiquez une commune de départ."
                </p>
                <SetCommune case />
            </Notice>
        </Show>
    }
}

/// Sets the commune.
#[component]
fn SetCommune(
    /// The case.
    case: Case,
) -> impl IntoView {
    let chosen = RwSignal::new(String::new());
    let is_missing = RwSignal::new(false);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let code = chosen.with(|chosen| InseeCode::new(chosen));
        let Ok(code) = code else {
            is_missing.set(true);
            dom::focus_in_place("commune-depart");
            return;
        };
        let name = commune_of(&code).map_or("", |commune| commune.name.as_str());
        case.act_then(
            |key| change::set_commune(key, Some(&Residence::Code(code.clone()))),
            format!("Distances comptées depuis le centre de {name}"),
            || dom::focus_in_place("orientations"),
        );
    };
    let options = communes().ok().map(|content| {
        content
            .communes
            .iter()
            .map(|commune| view! { <option value=commune.code.as_str()>{commune.name.as_str()}</option> })
            .collect_view()
    });
    let fault = move || if is_missing.get() && chosen.with(String::is_empty) { "Choisissez une commune." } else { "" };
    view! {
        <form class="row row--fields" novalidate on:submit=submit>
            <div class="field">
                <label for="commune-depart">"Commune de départ"</label>
                <p class="field__error" id="commune-faute" role="alert">{fault}</p>
                <select
                    class="input"
                    id="commune-depart"
                    aria-describedby="commune-faute"
                    on:change:target=move |event| chosen.set(event.target().value())
                >
                    <option value="">"Choisissez dans la liste"</option>
                    {options}
                </select>
            </div>
            <button type="submit" class="button">"Noter cette commune"</button>
        </form>
    }
}
