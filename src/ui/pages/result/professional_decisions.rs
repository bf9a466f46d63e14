//! The decisions, with their reasons and places, on the professional's sheet.

use super::around::{around, is_unreadable};
use super::case::Case;
use super::referral::address;
use super::why::reasons;
use crate::domain::interview::decision::{Decision, Referral};
use crate::domain::interview::orientation::Proposal;
use crate::domain::interview::sheet::{SheetHours, SheetPlace, decisions, sheet_place};
use crate::text::directory as places_words;
use crate::text::format;
use crate::text::interview as words;
use crate::ui::directory::Places;
use crate::ui::pages::teaching::ToolsOfOrientation;
use leptos::prelude::*;

/// Everything decided, and what is not yet.
#[component]
pub fn DecisionsView(
    /// The case.
    case: Case,
) -> impl IntoView {
    let places = Places::expect();
    let lists = move || {
        case.assessment.with(|assessment| {
            let sorted = decisions(&assessment.proposals);
            let kept = sorted.kept.iter().map(|proposal| kept(case, proposal, places)).collect_view();
            let aside = sorted.set_aside.iter().map(|proposal| set_aside(case, proposal)).collect_view();
            let undecided = sorted.undecided.iter().map(|proposal| undecided(case, proposal)).collect_view();
            view! {
                {part("Orientations retenues", sorted.kept.is_empty(), kept.into_any())}
                {part("Orientations écartées", sorted.set_aside.is_empty(), aside.into_any())}
                {part("Orientations proposées, à décider", sorted.undecided.is_empty(), undecided.into_any())}
            }
        })
    };
    view! { <section class="sheet-part">{lists}</section> }
}

fn part(title: &'static str, is_empty: bool, list: AnyView) -> impl IntoView {
    let list = if is_empty {
        view! { <p>"Aucune."</p> }.into_any()
    } else {
        view! { <ul role="list" class="sheet-list">{list}</ul> }.into_any()
    };
    view! {
        <h3>{title}</h3>
        {list}
    }
}

fn why(case: Case, proposal: &Proposal<'static>) -> impl IntoView + use<> {
    let said = match proposal.rules.as_slice() {
        [] if proposal.is_outdated() => words::OUTDATED_PROPOSAL.to_owned(),
        [] => "Aucune règle ne la propose.".to_owned(),
        _ => format!("Pourquoi\u{a0}: {}", reasons(case, proposal).join("\u{202f}; ")),
    };
    view! { <p class="sheet-small">{said}</p> }
}

fn kept(case: Case, proposal: &Proposal<'static>, places: Places) -> impl IntoView + use<> {
    let referral = case.interview.with(|interview| interview.referrals.get(&proposal.orientation.id).cloned());
    let place = referral.map_or_else(
        || view! { <p>"Aucun lieu choisi."</p> }.into_any(),
        |referral| place(&referral, places).into_any(),
    );
    view! {
        <li>
            <p>
                <strong>{proposal.orientation.title.as_str()}</strong>
                " – "
                {words::decision(proposal.decision.as_ref()).to_lowercase()}
            </p>
            {why(case, proposal)}
            {place}
            <ToolsOfOrientation id=proposal.orientation.id.clone() />
        </li>
    }
}

fn place(referral: &Referral, places: Places) -> impl IntoView + use<> {
    let unknown = if is_unreadable(places, &referral.source) {
        "Annuaire illisible sur cet appareil"
    } else {
        "Ce lieu n’est pas dans l’annuaire importé sur cet appareil"
    };
    around(places, |world| place_lines(referral, &sheet_place(referral, world), unknown))
}

/// `unknown` says why the directory tells nothing of the place, when that is so.
fn place_lines(referral: &Referral, place: &SheetPlace<'_>, unknown: &str) -> impl IntoView + use<> {
    let phones: Vec<String> = place.phones.iter().map(|phone| format::phone(phone)).collect();
    let trust = place.freshness.map_or_else(|| unknown.to_owned(), places_words::freshness);
    let warning = match place.hours {
        SheetHours::ClosedForGood => {
            Some(format!("{}\u{a0}: {}", places_words::CLOSED_FOR_GOOD, places_words::CHOOSE_ANOTHER.to_lowercase()))
        }
        _ => place.asks_for_a_call.then(|| places_words::CALL_FIRST.to_owned()),
    };
    let warning = warning.map(|warning| format!(". {warning}")).unwrap_or_default();
    let agreed: Vec<String> = [("Rendez-vous", &referral.when), ("Demander", &referral.ask_for)]
        .into_iter()
        .filter(|(_, said)| !said.is_empty())
        .map(|(label, said)| format!("{label}\u{a0}: {said}"))
        .collect();
    let line = [phones.join(", "), place.name.to_owned(), address(place)];
    let line: Vec<String> = line.into_iter().filter(|part| !part.is_empty()).collect();
    view! {
        <p>{line.join(" – ")}</p>
        {(!agreed.is_empty()).then(|| view! { <p>{agreed.join("\u{202f}; ")}</p> })}
        <p class="sheet-small">{format!("{}. {trust}{warning}", place.source)}</p>
    }
}

fn set_aside(case: Case, proposal: &Proposal<'static>) -> impl IntoView + use<> {
    let reason = match &proposal.decision {
        Some(Decision::SetAside { reason, note }) if note.is_empty() => words::set_aside_reason(*reason).to_owned(),
        Some(Decision::SetAside { reason, note }) => format!("{}\u{a0}: {note}", words::set_aside_reason(*reason)),
        _ => String::new(),
    };
    view! {
        <li>
            <p>
                <strong>{proposal.orientation.title.as_str()}</strong>
                " – "
                {reason}
            </p>
            {why(case, proposal)}
        </li>
    }
}

fn undecided(case: Case, proposal: &Proposal<'static>) -> impl IntoView + use<> {
    view! {
        <li>
            <p>
                <strong>{proposal.orientation.title.as_str()}</strong>
            </p>
            {why(case, proposal)}
        </li>
    }
}
