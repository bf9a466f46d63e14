//! The places that a search finds, a few at a time.

use super::contact::PhoneLinks;
use super::found::{Found, FoundPlace, Standing};
use super::list::SEARCH;
use crate::browser::dom;
use crate::domain::directory::opening::{OpenState, open_state};
use crate::domain::directory::place::PlaceId;
use crate::domain::directory::query::Conditions;
use crate::route::Route;
use crate::text::{directory, format, places};
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
    let shown = move || {
        let ids = |found: &Found| found.shown.iter().map(|one| one.place.id.clone()).enumerate().collect::<Vec<_>>();
        found.with(|found| found.as_ref().map(ids).unwrap_or_default())
    };
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
    let printed = move || {
        let count = |number: usize| format::count(format::number(number), "lieu imprimé", "lieux imprimés");
        format!(
            "{} sur {}\u{a0}: «\u{202f}Voir plus de lieux\u{202f}» avant d’imprimer montre les suivants.",
            count(shown().len()),
            shown().len() + hidden()
        )
    };
    // Coming back from a sheet, one goes on where one was.
    if let Some(left) = Places::expect().left_for.try_update_value(Option::take).flatten() {
        let back_to = move || {
            // One may have gone elsewhere in the meantime.
            let rank = found.try_with_untracked(|found| {
                let shown = found.iter().flat_map(|found| &found.shown);
                shown.map(|one| &one.place.id).position(|id| *id == left)
            });
            rank.flatten().into_iter().for_each(|rank| dom::focus(&result_id(rank)));
        };
        // The page's heading receives the focus first.
        request_animation_frame(move || request_animation_frame(back_to));
    }
    view! {
        <Show when=is_empty>
            <NothingFound />
        </Show>
        <ul role="list" class="places">
            <For each=shown key=Clone::clone let((rank, id))>
                <Row found rank id />
            </For>
        </ul>
        <Show when=move || { hidden() > 0 }>
            <button type="button" class="button button--start" on:click=more>
                {label}
            </button>
            <p class="print-only">{printed}</p>
        </Show>
    }
}

/// What to try when nothing is found.
#[component]
fn NothingFound() -> impl IntoView {
    let known = Places::expect();
    let has_text = move || known.query.with(|query| !query.text.trim().is_empty());
    let without_filters = Memo::new(move |_| {
        let query = known.query.with(|query| (!query.conditions.is_empty()).then(|| query.text.clone()))?;
        Some((count(known, &query), query))
    });
    let clear_text = move |_| {
        known.query.update(|query| query.text.clear());
        dom::focus(SEARCH);
    };
    let clear_filters = move |_| {
        known.query.update(|query| query.conditions = Conditions::default());
        dom::focus(SEARCH);
    };
    view! {
        <div class="stack stack--tight">
            <Show when=has_text>
                <p>
                    "Essayez un seul mot, le début d’un nom ou un code postal. La recherche ignore les accents, les majuscules et une faute de frappe."
                </p>
            </Show>
            <div class="row">
                {move || {
                    without_filters
                        .get()
                        .map(|(number, _)| {
                            let places = format::count(format::number(number), "lieu", "lieux");
                            view! {
                                <button type="button" class="button" on:click=clear_filters>
                                    {format!("Chercher sans filtre ({places})")}
                                </button>
                            }
                        })
                }}
                <Show when=has_text>
                    <button type="button" class="button" on:click=clear_text>
                        "Effacer la recherche"
                    </button>
                </Show>
            </div>
        </div>
    }
}

/// How many places answer these words, whatever is asked beside.
fn count(known: Places, text: &str) -> usize {
    known.get().ready().map_or(0, |directory| directory.find_anywhere(text).positions.len())
}

fn result_id(rank: usize) -> String {
    format!("lieu-{rank}")
}

/// A place of the list, shown anew when anything is known otherwise: corrected in another tab, for instance.
#[component]
fn Row(
    /// What was found.
    found: Memo<Option<Found>>,
    /// Its place in the list.
    rank: usize,
    /// The place.
    id: PlaceId,
) -> impl IntoView {
    let one = Memo::new(move |_| {
        found.with(|found| found.as_ref()?.shown.get(rank).filter(|one| one.place.id == id).cloned())
    });
    move || one.get().map(|found| view! { <Result rank found /> })
}

/// One place: where, whether it is open, whom to call.
#[component]
fn Result(
    /// Its place in the list.
    rank: usize,
    /// The place.
    found: FoundPlace,
) -> impl IntoView {
    let FoundPlace { place, distance, standing: Standing { is_closed, is_favourite, freshness } } = found;
    let known = Places::expect();
    let hours = place.hours.clone();
    let state = Memo::new(move |_| open_state(&hours, known.now()));
    let asks_for_a_call = freshness.asks_for_a_call();
    // Old hours promise nothing.
    let is_open = move || !is_closed && !asks_for_a_call && state.with(|state| matches!(state, OpenState::Open { .. }));
    let id = place.id.clone();
    let leave = move |_| known.left_for.set_value(Some(id.clone()));
    let distance = distance.map(|distance| format!(", à {}", directory::distance(distance)));
    let services = places::services_line(&place);
    let warnings: Vec<&str> = [
        (!is_closed && place.is_closed_to_public(), directory::NO_PUBLIC),
        (!is_closed && place.is_itinerant(), directory::ITINERANT_NOTE),
        (!is_closed && place.differs_in_school_holidays(), directory::SCHOOL_HOLIDAYS_NOTE),
        (!is_closed && asks_for_a_call, directory::OLD_CALL_FIRST),
    ]
    .into_iter()
    .filter_map(|(is_so, words)| is_so.then_some(words))
    .collect();
    view! {
        <li class="place">
            <div class="place__what">
                <h2 class="place__name">
                    <a id=result_id(rank) href=Route::Place(place.id.clone()).to_hash() on:click=leave>
                        {place.name.clone()}
                    </a>
                    {is_favourite.then(|| view! { <span class="place__star">" ★ " <span class="visually-hidden">"(favori)"</span></span> })}
                </h2>
                <p>{places::address_line(&place)} {distance}</p>
                {(!services.is_empty()).then(|| view! { <p class="place__services">{services}</p> })}
                {if is_closed {
                    view! { <p class="place__warning">{directory::CLOSED_FOR_GOOD}</p> }.into_any()
                } else {
                    view! {
                        // What is true of this minute is not for paper.
                        <p class="place__open screen-only" class:place__open--now=is_open>
                            <Pictogram icon=Icon::Clock />
                            {move || directory::open_state(state.get(), known.now())}
                        </p>
                    }
                        .into_any()
                }}
                {(!warnings.is_empty()).then(|| view! { <p class="place__warning">{warnings.join(". ")}</p> })}
            </div>
            <PhoneLinks place />
        </li>
    }
}
