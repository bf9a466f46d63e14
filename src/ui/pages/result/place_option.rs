//! A place to propose: telephone first, then when, how far, why it fits, and how far to trust the description.

use crate::domain::directory::place::PlaceId;
use crate::route::Route;
use crate::text::directory::{CALL_FIRST, ITINERANT_NOTE, SCHOOL_HOLIDAYS_NOTE};
use crate::text::nearby::{NearbyPlace, Phone};
use crate::ui::components::{Icon, Pictogram};
use leptos::prelude::*;

/// A fitting place, that may be chosen.
#[component]
pub fn PlaceOption(
    /// Identifies its name, for the focus.
    id: String,
    /// The place, in words.
    place: NearbyPlace,
    /// Called when it is chosen.
    choose: Callback<PlaceId>,
) -> impl IntoView {
    let chosen = place.id.clone();
    let name = place.name.clone();
    let fits = place.fits.iter().map(|fit| view! { <li class="chip">{*fit}</li> }).collect_view();
    view! {
        <li class="nearby-place">
            <div class="nearby-place__head">
                <p class="nearby-place__name">
                    <a id=id href=Route::Place(place.id.clone()).to_hash()>{place.name.clone()}</a>
                </p>
                {place.distance.clone().map(|distance| view! { <p class="nearby-place__distance">{distance}</p> })}
            </div>
            <Phones phones=place.phones />
            <p class="nearby-place__line" class:nearby-place__line--open=place.is_open>
                <Pictogram icon=Icon::Clock />
                {place.open}
            </p>
            {place
                .differs_in_school_holidays
                .then(|| view! { <p class="nearby-place__line">{SCHOOL_HOLIDAYS_NOTE}</p> })}
            <p class="nearby-place__line">
                <Pictogram icon=Icon::Pin />
                {place.address.join(", ")}
            </p>
            {place.is_itinerant.then(|| view! { <p class="nearby-place__line">{ITINERANT_NOTE}</p> })}
            <ul role="list" class="chips" aria-label="Pourquoi ce lieu">
                {fits}
            </ul>
            {place.asks_for_a_call.then(|| view! { <CallFirst /> })}
            <p class="hint">{place.source}</p>
            <div>
                <button type="button" class="button" on:click=move |_| choose.run(chosen.clone())>
                    <span>"Choisir ce lieu" <span class="visually-hidden">"\u{a0}: " {name}</span></span>
                </button>
            </div>
        </li>
    }
}

/// The telephone numbers of a place, to be called.
#[component]
pub fn Phones(
    /// The numbers.
    phones: Vec<Phone>,
) -> impl IntoView {
    if phones.is_empty() {
        return view! { <p class="nearby-place__line"><Pictogram icon=Icon::Phone />"Pas de téléphone dans l’annuaire"</p> }
            .into_any();
    }
    phones
        .into_iter()
        .map(|phone| {
            let number = match phone.link {
                Some(link) => view! { <a href=link>{phone.text}</a> }.into_any(),
                None => phone.text.into_any(),
            };
            view! {
                <p class="nearby-place__phone">
                    <Pictogram icon=Icon::Phone />
                    {number}
                </p>
            }
        })
        .collect_view()
        .into_any()
}

/// The description is old or undated, and nobody here has checked it.
#[component]
pub fn CallFirst() -> impl IntoView {
    view! {
        <p>
            <span class="chip chip--caution">
                <Pictogram icon=Icon::Caution />
                {CALL_FIRST}
            </span>
        </p>
    }
}
