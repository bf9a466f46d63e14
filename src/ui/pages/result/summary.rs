//! Where the case stands, part by part, beside the parts themselves; and the one main act of the screen.

use super::case::Case;
use super::commune::home;
use crate::browser::dom;
use crate::domain::interview::model::{Interview, Residence, Status};
use crate::domain::interview::sheet::decisions;
use crate::route::Route;
use crate::text::format;
use crate::text::interview::{self as words, framing as said};
use crate::ui::components::{Icon, Pictogram};
use leptos::ev::MouseEvent;
use leptos::prelude::*;

/// The parts of the page and their state.
#[component]
pub fn Summary(
    /// The case.
    case: Case,
) -> impl IntoView {
    let facts = move || case.interview.with(facts);
    let orientations = move || {
        case.assessment.with(|assessment| {
            let sorted = decisions(&assessment.proposals);
            let kept = sorted.kept.len() as u64;
            let kept = format::count(kept, "retenue", "retenues");
            match sorted.undecided.len() {
                0 => kept,
                undecided => format!("{kept}, {undecided} à décider"),
            }
        })
    };
    let frame = move || {
        case.assessment.with(|assessment| match assessment.framing.settled() {
            Some(frame) => said::frame(frame).title,
            None => "À préciser",
        })
    };
    let informed = move || {
        case.interview.with(|interview| match interview.informed {
            None => "À noter",
            Some(informed) if informed.agreed => "D’accord",
            Some(_) => "Pas d’accord",
        })
    };
    let status = move || {
        case.interview.with(|interview| match interview.status {
            Status::Ongoing => "En cours",
            Status::ConcludedOn(_) => "Terminé",
        })
    };
    view! {
        <aside class="summary" aria-label="Sur cette page">
            <p class="summary__facts">{facts}</p>
            <ul role="list" class="summary__parts">
                <Part target="axes" label="Ce que montrent les réponses" state=Signal::derive(String::new) />
                <Part target="orientations" label="Orientations" state=Signal::derive(orientations) />
                <Part target="cadre" label="Faire, faire avec…" state=Signal::derive(move || frame().to_owned()) />
                <Part target="accord" label="Accord de la personne" state=Signal::derive(move || informed().to_owned()) />
                <Part target="fin" label="Fiches et fin" state=Signal::derive(move || status().to_owned()) />
            </ul>
            <a class="button button--primary" href=Route::PersonSheet(case.id()).to_hash()>
                <Pictogram icon=Icon::Print />
                "Préparer la fiche de la personne"
            </a>
        </aside>
    }
}

/// « Entretien complet du 23 novembre 2026, Saint-Denis, 26 à 39 ans ».
pub fn facts(interview: &Interview) -> String {
    let length = words::length(interview.length);
    let begun =
        interview.started_on.map_or_else(|| length.to_owned(), |date| format!("{length} du {}", format::date(date)));
    let commune = residence(interview).map(str::to_owned);
    let age = interview.age_band.map(|age| words::age_band(age).to_owned());
    [Some(begun), commune, age].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// Where the person lives, as they said it; none when it was not spoken of.
fn residence(interview: &Interview) -> Option<&str> {
    Some(match interview.commune.as_ref()? {
        Residence::Code(code) => home(interview).map_or(code.as_str(), |commune| commune.name.as_str()),
        Residence::Elsewhere => "hors de la Seine-Saint-Denis",
        Residence::NotSaid => "commune non précisée",
    })
}

/// A part of the page. Its link moves the focus and leaves the address alone, which belongs to the screens.
#[component]
fn Part(
    /// The identifier of its heading.
    target: &'static str,
    /// Its name.
    label: &'static str,
    /// Where it stands, in a few words.
    state: Signal<String>,
) -> impl IntoView {
    let go = move |event: MouseEvent| {
        event.prevent_default();
        dom::focus(target);
    };
    view! {
        <li>
            <a class="summary__part" href=format!("#{target}") on:click=go>
                <span class="summary__label">{label}</span>
                <span class="summary__state">{state}</span>
            </a>
        </li>
    }
}
