//! From where distances are counted: the person's commune, else a commune chosen to start from.

use super::case::Case;
use crate::browser::dom;
use crate::content::communes::communes;
use crate::domain::commune::{Commune, InseeCode};
use crate::domain::interview::change;
use crate::domain::interview::model::{Interview, Residence};
use crate::ui::components::{Notice, Tone};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

/// The commune where the person lives, when it is known here.
pub fn home(interview: &Interview) -> Option<&'static Commune> {
    match &interview.commune {
        Some(Residence::Code(code)) => commune_of(code),
        Some(Residence::Elsewhere | Residence::NotSaid) | None => None,
    }
}

/// The commune from whose centre distances are counted: the person's, else the one chosen to start from.
pub fn origin(interview: &Interview) -> Option<&'static Commune> {
    home(interview).or_else(|| start(interview))
}

fn start(interview: &Interview) -> Option<&'static Commune> {
    interview.starting_commune.as_ref().and_then(commune_of)
}

fn commune_of(code: &InseeCode) -> Option<&'static Commune> {
    communes().ok().and_then(|content| content.communes.by_code(code))
}

/// Says that the person's commune gives no distance, and offers another to start from; nothing while no place is looked
/// for.
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
    let has_home = Memo::new(move |_| case.interview.with(|interview| home(interview).is_some()));
    let start = Memo::new(move |_| case.interview.with(start));
    let why = move || match residence.get() {
        Some(Residence::Elsewhere) => "La personne habite hors de la Seine-Saint-Denis.",
        Some(Residence::NotSaid) => "La personne n’a pas dit où elle habite.",
        Some(Residence::Code(_)) => "La commune notée n’est pas connue ici.",
        None => "La commune n’a pas été notée.",
    };
    let notice = move || match start.get() {
        None => view! {
            <Notice tone=Tone::Info title="Les distances ne sont pas calculées">
                <p>
                    {why} " Les lieux sont classés par adéquation, puis par nom. Pour les classer par distance, indiquez une commune de départ\u{a0}: la réponse de la personne reste telle quelle."
                </p>
                <ChooseStart case start=None />
            </Notice>
        },
        Some(commune) => view! {
            <Notice tone=Tone::Info title=format!("Distances comptées depuis une commune de départ\u{a0}: {}", commune.name)>
                <p>{why} " La commune de départ ne sert qu’à classer les lieux."</p>
                <ChooseStart case start=Some(commune) />
            </Notice>
        },
    };
    view! { <Show when=move || looks_for_places.get() && !has_home.get()>{notice}</Show> }
}

/// Chooses the commune to start from.
#[component]
fn ChooseStart(
    /// The case.
    case: Case,
    /// The one chosen so far.
    start: Option<&'static Commune>,
) -> impl IntoView {
    let chosen = RwSignal::new(start.map_or_else(String::new, |commune| commune.code.to_string()));
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
            |key| change::set_starting_commune(key, Some(&code)),
            format!("Commune de départ\u{a0}: {name}"),
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
                    prop:value=move || chosen.get()
                    on:change:target=move |event| chosen.set(event.target().value())
                >
                    <option value="">"Choisissez dans la liste"</option>
                    {options}
                </select>
            </div>
            <button type="submit" class="button">"Compter depuis cette commune"</button>
        </form>
    }
}
