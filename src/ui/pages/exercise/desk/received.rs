//! What has arrived for each case, and which numbers are awaited: numbers, never names.

use super::Desk;
use crate::domain::exercise::case::Case;
use crate::domain::exercise::desk::{Arrivals, arrivals};
use crate::domain::exercise::work::Asked;
use crate::route::Route;
use crate::route::exercise::ExerciseRoute;
use crate::text::{exercise as words, exercise_desk as text};
use crate::ui::components::{Icon, Pictogram};
use leptos::prelude::*;
use std::sync::Arc;

/// The cases, and the way for files to come in.
#[component]
pub fn ReceivedSection(
    /// The exercise.
    desk: Desk,
) -> impl IntoView {
    let told = Memo::new(move |_| {
        let mut told = desk.collected.with(|collected| arrivals(&desk.cases(), collected, desk.seats()));
        // Positionings have their own section.
        told.retain(|one| matches!(one.asked, Asked::Case(_)));
        told
    });
    let all = move || told.with(|told| told.iter().map(|one| one.asked.clone()).collect::<Vec<_>>());
    view! {
        <section class="stack" aria-labelledby="recu">
            <h2 id="recu">"Cas et réponses reçues"</h2>
            <p role="status">{move || desk.collected.with(|collected| words::collected(collected))}</p>
            <ul role="list" class="cases">
                <For each=all key=Asked::clone let(asked)>
                    <ArrivalsCard desk asked told />
                </For>
            </ul>
            <p>{text::RECEIVE}</p>
            <p>
                <a class="button" href=Route::Data.to_hash()>
                    <Pictogram icon=Icon::Upload />
                    "Reprendre des fichiers"
                </a>
            </p>
        </section>
    }
}

/// One thing that was asked: which numbers have come, which are awaited.
#[component]
pub fn ArrivalsCard(
    /// The exercise.
    desk: Desk,
    /// What was asked.
    asked: Asked,
    /// What has arrived for everything.
    told: Memo<Vec<Arrivals>>,
) -> impl IntoView {
    let cases = desk.known.cases_now();
    let name = text::asked(&asked, &cases);
    let case: Option<Arc<Case>> = match &asked {
        Asked::Case(id) => cases.case(id).cloned(),
        Asked::Positioning(_) => None,
    };
    let arrived = Memo::new(move |_| told.with(|told| told.iter().find(|one| one.asked == asked).cloned()));
    let read = move |words: fn(&Arrivals) -> String| {
        move || arrived.with(|arrived| arrived.as_ref().map(words).unwrap_or_default())
    };
    let waits = Memo::new(move |_| {
        arrived.with(|arrived| arrived.as_ref().is_some_and(|arrived| !arrived.to_settle.is_empty()))
    });
    let of = format!("\u{a0}: {name}");
    view! {
        <li class="card card--flat case">
            <div class="case__body stack stack--tight">
                <h3 class="case__name">{name}</h3>
                {case.as_ref().map(|case| view! { <p>{case.title.clone()}</p> })}
                <p class="card__meta">
                    {read(|arrived| words::received(arrived.counted.len(), arrived.to_settle.len()))}
                </p>
                <dl class="facts">
                    <dt>"Numéros arrivés"</dt>
                    <dd>{read(|arrived| text::numbers_or_none(&arrived.counted))}</dd>
                    <Show when=move || waits.get()>
                        <dt>"À départager"</dt>
                        <dd>{read(|arrived| text::numbers(&arrived.to_settle))}</dd>
                    </Show>
                    <dt>"Numéros attendus"</dt>
                    <dd>{read(|arrived| text::numbers_or_none(&arrived.missing))}</dd>
                </dl>
            </div>
            {case
                .map(|case| {
                    let way = |route: ExerciseRoute, words: &'static str| {
                        view! {
                            <a class="button" href=route.to_hash()>
                                {words}
                                <span class="visually-hidden">{of.clone()}</span>
                            </a>
                        }
                    };
                    view! {
                        <div class="case__ways">
                            {way(ExerciseRoute::Debrief(desk.code, case.id.clone()), "Restitution")}
                            {way(ExerciseRoute::PaperEntry(desk.code, case.id.clone()), "Saisir des feuilles")}
                            {way(ExerciseRoute::CasePaper(desk.code, case.id.clone()), "Fiches à imprimer")}
                        </div>
                    }
                })}
        </li>
    }
}
