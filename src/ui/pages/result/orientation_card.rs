//! One orientation: what it is, why, what was decided, and where to go.

use super::case::Case;
use super::decide::Decide;
use super::nearby::Nearby;
use super::why::Why;
use crate::domain::directory::filter::PlaceFilter;
use crate::domain::interview::decision::Decision;
use crate::domain::interview::id::OrientationId;
use crate::domain::interview::orientation::Proposal;
use crate::domain::interview::rulebook::Priority;
use crate::text::interview as words;
use crate::text::place_filter;
use crate::ui::pages::teaching::ToolsOfOrientation;
use leptos::prelude::*;

/// An orientation, as it stands.
#[component]
pub fn OrientationCard(
    /// The case.
    case: Case,
    /// Which orientation.
    id: OrientationId,
) -> impl IntoView {
    let proposal = case.proposal(&id);
    let Some(orientation) = case.rulebook.orientation(&id) else { return ().into_any() };
    let decision = Memo::new(move |_| proposal.with(|proposal| proposal.as_ref().and_then(|one| one.decision.clone())));
    let is_kept = Memo::new(move |_| decision.with(|decision| decision.as_ref().is_some_and(Decision::is_kept)));
    let class = move || match decision.get() {
        Some(Decision::Accepted | Decision::AddedByHand) => "orientation card card--flat orientation--kept",
        Some(Decision::SetAside { .. }) => "orientation card card--flat orientation--aside",
        None => "orientation card card--flat",
    };
    let heading = format!("orientation-{id}");
    view! {
        <li>
            <article class=class aria-labelledby=heading>
                <div class="stack stack--tight">
                    <div class="orientation__head">
                        <h3 id=heading.clone()>{orientation.title.as_str()}</h3>
                        <Chips proposal />
                    </div>
                    <p>{orientation.what.as_str()}</p>
                </div>
                <Looked filter=orientation.filter.as_ref() />
                <ToolsOfOrientation id=id.clone() />
                <Reasons case proposal />
                <Decide case orientation decision />
                <Show when=move || is_kept.get()>
                    <Nearby case orientation />
                </Show>
            </article>
        </li>
    }
    .into_any()
}

/// How pressing it is, and what was decided.
#[component]
fn Chips(
    /// The proposal.
    proposal: Memo<Option<Proposal<'static>>>,
) -> impl IntoView {
    let priority = move || {
        proposal.with(|proposal| {
            let proposal = proposal.as_ref().filter(|proposal| !proposal.rules.is_empty())?;
            let class = if proposal.priority == Priority::Now { "chip chip--now" } else { "chip chip--plain" };
            Some(view! { <span class=class>{words::priority(proposal.priority)}</span> })
        })
    };
    let decided = move || {
        proposal.with(|proposal| {
            let decision = proposal.as_ref()?.decision.as_ref()?;
            let class = if decision.is_kept() { "chip chip--kept" } else { "chip chip--plain" };
            Some(view! { <span class=class>{words::decision(Some(decision))}</span> })
        })
    };
    view! {
        <div class="chips">
            {priority}
            {decided}
        </div>
    }
}

/// What is looked for in the directory, in words.
#[component]
pub fn Looked(
    /// The filter; none when no place of the directory answers.
    filter: Option<&'static PlaceFilter>,
) -> impl IntoView {
    filter.map(|filter| {
        let lines = place_filter::lines(filter)
            .into_iter()
            .map(|line| {
                let choice = if line.values.len() > 1 { ", au choix" } else { "" };
                let values =
                    line.values.into_iter().map(|value| view! { <li class="chip">{value}</li> }).collect_view();
                view! {
                    <div class="looked__line">
                        <dt>{line.about} {choice}</dt>
                        <dd>
                            <ul role="list" class="chips">
                                {values}
                            </ul>
                        </dd>
                    </div>
                }
            })
            .collect_view();
        view! { <dl class="looked">{lines}</dl> }
    })
}

/// Why it is proposed, or that nothing proposes it.
#[component]
fn Reasons(
    /// The case.
    case: Case,
    /// The proposal.
    proposal: Memo<Option<Proposal<'static>>>,
) -> impl IntoView {
    let is_outdated = Memo::new(move |_| proposal.with(|one| one.as_ref().is_some_and(Proposal::is_outdated)));
    // Without the decision: deciding must not close the reasons that one is reading.
    let proposed = Memo::new(move |_| proposal.get().map(|proposal| Proposal { decision: None, ..proposal }));
    move || {
        let proposal = proposed.get()?;
        Some(if is_outdated.get() {
            view! { <p class="orientation__outdated">{words::OUTDATED_PROPOSAL}</p> }.into_any()
        } else if proposal.rules.is_empty() {
            view! { <p class="hint">"Aucune règle ne la propose\u{a0}: c’est votre choix, avec la personne."</p> }
                .into_any()
        } else {
            view! { <Why case proposal /> }.into_any()
        })
    }
}
