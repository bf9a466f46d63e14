//! The orientations: proposed by the rules, decided by the professional with the person, or added by hand.

use super::add_by_hand::AddByHand;
use super::case::Case;
use super::commune::CommuneNotice;
use super::orientation_card::OrientationCard;
use crate::domain::interview::orientation::undefined;
use crate::text::format;
use crate::ui::components::{Notice, Tone};
use leptos::prelude::*;

/// The section of the orientations.
#[component]
pub fn Orientations(
    /// The case.
    case: Case,
) -> impl IntoView {
    let ids = Memo::new(move |_| {
        case.assessment.with(|assessment| {
            assessment.proposals.iter().map(|proposal| proposal.orientation.id.clone()).collect::<Vec<_>>()
        })
    });
    let is_empty = move || ids.with(Vec::is_empty);
    view! {
        <section class="stack stack--wide" aria-labelledby="orientations">
            <div class="stack stack--tight">
                <h2 id="orientations" tabindex="-1">"Orientations"</h2>
                <p>
                    "Chaque proposition dit pourquoi elle est faite. Décidez avec la personne\u{a0}: retenir, écarter, ou ajouter une autre."
                </p>
            </div>
            <ForeignDecisions case />
            <CommuneNotice case />
            <Show when=is_empty>
                <div class="empty">
                    <p>
                        <strong>"Aucune règle ne propose d’orientation pour l’instant."</strong>
                    </p>
                    <p>
                        "Il manque peut-être des réponses, ou rien ne le demande. Vous pouvez en ajouter une à la main."
                    </p>
                </div>
            </Show>
            <ul role="list" class="orientations">
                <For each=move || ids.get() key=Clone::clone let(id)>
                    <OrientationCard case id />
                </For>
            </ul>
            <AddByHand case />
        </section>
    }
}

/// Decisions that another version of the rules knew: kept, and said to be.
#[component]
fn ForeignDecisions(
    /// The case.
    case: Case,
) -> impl IntoView {
    let number = Memo::new(move |_| {
        case.interview.with(|interview| undefined(case.rulebook, &interview.decisions).len() as u64)
    });
    let said = move || {
        let count = format::count(number.get(), "décision", "décisions");
        format!("{count} d’une autre version de Repères")
    };
    view! {
        <Show when=move || { number.get() > 0 }>
            <Notice tone=Tone::Info title=said()>
                <p>"Les orientations correspondantes n’existent pas ici. Ce qui a été décidé est gardé."</p>
            </Notice>
        </Show>
    }
}
