//! « Faire, faire avec, faire à la place » : the frame that the answers lead to, and what remains to be asked.

use super::case::Case;
use super::professional::ProfessionalStatus;
use crate::domain::interview::assessment::items_to_settle;
use crate::domain::interview::framing::{AidantsConnect, Frame, Framing, Input};
use crate::text::interview::{self as words, framing as said};
use leptos::prelude::*;

/// The section of the frame.
#[component]
pub fn FramingSection(
    /// The case.
    case: Case,
) -> impl IntoView {
    let framing = Memo::new(move |_| case.assessment.with(|assessment| assessment.framing.clone()));
    view! {
        <section class="stack stack--wide" aria-labelledby="cadre">
            <div class="stack stack--tight">
                <h2 id="cadre" tabindex="-1">"Faire, faire avec, faire à la place"</h2>
                <p>"Pour une démarche, les réponses et votre statut disent dans quel cadre agir."</p>
            </div>
            <ProfessionalStatus case />
            {move || framing.with(|framing| view! { <FrameCard case framing=framing.clone() /> })}
            <p class="credentials">{said::NO_CREDENTIALS}</p>
        </section>
    }
}

/// What follows from what is known.
#[component]
fn FrameCard(
    /// The case.
    case: Case,
    /// The frame.
    framing: Framing,
) -> impl IntoView {
    let settled = framing.settled();
    let main = match settled {
        Some(frame) => view! { <SettledFrame frame fallback=framing.fallback /> }.into_any(),
        None => view! { <OpenFrames frames=framing.frames.clone() /> }.into_any(),
    };
    let names_mandate =
        framing.frames.iter().any(|frame| matches!(frame, Frame::InPlaceUnderAidantsConnect | Frame::Refer));
    view! {
        <div class="card card--flat frame">
            {main}
            <ToAsk case framing=framing.clone() />
            <AidantsConnectStatus status=framing.aidants_connect.clone() asked=framing.to_ask.clone() />
            {names_mandate.then(|| view! { <p class="hint">{said::MANDATE_REMINDER}</p> })}
            <Known case framing />
        </div>
    }
}

/// One frame, settled.
#[component]
fn SettledFrame(
    /// The frame.
    frame: Frame,
    /// What to do when it cannot be done.
    fallback: Option<Frame>,
) -> impl IntoView {
    let text = said::frame(frame);
    let reminders = text.reminders.iter().map(|reminder| view! { <li>{*reminder}</li> }).collect_view();
    let producer = text.producer.map(|producer| {
        view! {
            <dt>"Qui le produit"</dt>
            <dd>{producer}</dd>
        }
    });
    let fallback = fallback.map(|fallback| {
        view! {
            <dt>"Si ce n’est pas possible"</dt>
            <dd>{said::frame(fallback).title}</dd>
        }
    });
    view! {
        <div class="stack stack--tight">
            <h3>{text.title}</h3>
            <p>{text.explanation}</p>
        </div>
        <dl class="facts">
            <dt>"Document"</dt>
            <dd>{text.document}</dd>
            {producer}
            {fallback}
        </dl>
        <ul>{reminders}</ul>
    }
}

/// Several frames remain possible.
#[component]
fn OpenFrames(
    /// Those that what is known allows.
    frames: Vec<Frame>,
) -> impl IntoView {
    let possible = frames.into_iter().map(|frame| view! { <li>{said::frame(frame).title}</li> }).collect_view();
    view! {
        <div class="stack stack--tight">
            <h3>"Le cadre n’est pas encore établi"</h3>
            <p>{said::MEANWHILE}</p>
            <p>"Selon ce que l’on apprendra, ce pourra être\u{a0}:"</p>
            <ul>{possible}</ul>
        </div>
    }
}

/// What remains to be asked, with the way to the questions.
#[component]
fn ToAsk(
    /// The case.
    case: Case,
    /// The frame.
    framing: Framing,
) -> impl IntoView {
    let from_professional = |input: &Input| matches!(input, Input::Employee | Input::Habilitated);
    let asked_above = framing
        .to_ask
        .iter()
        .filter(|input| from_professional(input))
        .map(|input| view! { <li>{said::question(*input)} " Répondez ci-dessus."</li> })
        .collect_view();
    let items = case.view.with(|view| items_to_settle(case.rulebook, view, &framing));
    let asked = items
        .iter()
        .map(|item| {
            view! {
                <li>
                    <a href=case.question(&item.id).to_hash()>{item.text.as_str()}</a>
                </li>
            }
        })
        .collect_view();
    (!framing.to_ask.is_empty()).then(|| {
        view! {
            <div class="stack stack--tight">
                <h4>"À demander"</h4>
                <ul>{asked_above} {asked}</ul>
            </div>
        }
    })
}

/// Whether Aidants Connect can be used, or why not.
#[component]
fn AidantsConnectStatus(
    /// What is known of it.
    status: AidantsConnect,
    /// What is already said to be asked.
    asked: Vec<Input>,
) -> impl IntoView {
    let title = said::aidants_connect(&status);
    let lines: Vec<&'static str> = match status {
        AidantsConnect::Possible => Vec::new(),
        AidantsConnect::Impossible(blockers) => blockers.into_iter().map(said::blocker).collect(),
        AidantsConnect::ToAsk(inputs) => {
            inputs.into_iter().filter(|input| !asked.contains(input)).map(said::question).collect()
        }
    };
    let lines = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
    view! {
        <div class="stack stack--tight">
            <h4>"Aidants Connect"</h4>
            <p>{title}</p>
            <ul>{lines}</ul>
            <p class="hint">{said::HABILITATION}</p>
        </div>
    }
}

/// What the frame was made from.
#[component]
fn Known(
    /// The case.
    case: Case,
    /// The frame.
    framing: Framing,
) -> impl IntoView {
    let known = framing
        .known
        .iter()
        .map(|(input, value, evidence)| {
            let from: Vec<String> =
                evidence.iter().map(|one| words::evidence(one, case.questionnaire, case.rulebook)).collect();
            let from = (!from.is_empty()).then(|| view! { <span class="hint">{from.join("\u{202f}; ")}</span> });
            view! {
                <li>
                    {said::statement(*input, *value)}
                    " "
                    {from}
                </li>
            }
        })
        .collect_view();
    (!framing.known.is_empty()).then(|| {
        view! {
            <details class="disclosure">
                <summary>"Ce qui est connu"</summary>
                <ul>{known}</ul>
            </details>
        }
    })
}
