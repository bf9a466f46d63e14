//! The places that a search finds, a few at a time.

use super::contact::PhoneLinks;
use super::found::{Found, FoundPlace};
use crate::browser::dom;
use crate::domain::directory::opening::{OpenState, open_state};
use crate::route::Route;
use crate::text::{directory, format};
use crate::ui::components::{Icon, Pictogram};
use crate::ui::directory::Places;
use leptos::prelude::*;

/// The places found, and a way to see more.
#[component]
pub fn Results(
    /// What was found; none before the directory is read.
    found: Memo<Option<Found>>,
    /// How many places are shown.
    limit: RwSignal<usize>,
    /// How many are added each time.
    step: usize,
) -> impl IntoView {
    let shown = move || found.get().map(|found| found.shown).unwrap_or_default();
    let hidden = move || found.with(|found| found.as_ref().map_or(0, |found| found.total - found.shown.len()));
    let is_empty = move || found.with(|found| found.as_ref().is_some_and(|found| found.total == 0));
    let more = move |_| {
        // The focus goes on from where the list went on.
        let first_new = result_id(limit.get_untracked());
        limit.update(|limit| *limit += step);
        request_animation_frame(move || dom::focus(&first_new));
    };
    let label = move || {
        let left = format::count(hidden() as u64, "lieu restant", "lieux restants");
        format!("Voir plus de lieux ({left})")
    };
    view! {
        <Show when=is_empty>
            <p>
                "Essayez un seul mot, le début d’un nom ou un code postal, ou retirez un filtre. La recherche ignore les accents, les majuscules et une faute de frappe."
            </p>
        </Show>
        <ul role="list" class="places">
            <For each=move || shown().into_iter().enumerate() key=|(rank, found)| (*rank, found.place.id.clone(), found.metres(), found.is_closed) let((rank, found))>
                <Result rank found />
            </For>
        </ul>
        <Show when=move || { hidden() > 0 }>
            <button type="button" class="button button--start" on:click=more>
                {label}
            </button>
        </Show>
    }
}

fn result_id(rank: usize) -> String {
    format!("lieu-{rank}")
}

/// One place: where, whether it is open, whom to call.
#[component]
fn Result(
    /// Its place in the list.
    rank: usize,
    /// The place.
    found: FoundPlace,
) -> impl IntoView {
    let FoundPlace { place, distance, is_closed } = found;
    let known = Places::expect();
    let hours = place.hours.clone();
    let state = Memo::new(move |_| open_state(&hours, known.now()));
    let is_open = move || !is_closed && state.with(|state| matches!(state, OpenState::Open { .. }));
    let said = move || {
        if is_closed { directory::CLOSED_FOR_GOOD.to_owned() } else { directory::open_state(state.get(), known.now()) }
    };
    let code = place.postal_code.as_ref().map_or("", |code| code.as_str());
    let commune = format!("{code} {}", place.commune).trim().to_owned();
    view! {
        <li class="place">
            <div class="place__what">
                <h2 class="place__name">
                    <a id=result_id(rank) href=Route::Place(place.id.clone()).to_hash()>
                        {place.name.clone()}
                    </a>
                </h2>
                <p>
                    {commune}
                    {distance.map(|distance| format!(", à {}", directory::distance(distance)))}
                </p>
                <p class="place__open" class:place__open--now=is_open>
                    <Pictogram icon=Icon::Clock />
                    {said}
                </p>
                {(!is_closed && place.differs_in_school_holidays())
                    .then(|| view! { <p class="hint">{directory::SCHOOL_HOLIDAYS_NOTE}</p> })}
            </div>
            <PhoneLinks place />
        </li>
    }
}
