//! Where one says what places must meet.

use super::super::list::COUNT;
use super::Filters;
use super::chips::PANEL;
use super::whereabouts::{AreaField, AroundField};
use crate::browser::dom;
use crate::domain::directory::filter::Feature;
use crate::domain::directory::query::Opening;
use crate::text::directory_query::{self as text, FilterGroup};
use crate::text::format;
use crate::ui::components::Fold;
use chrono::Weekday;
use leptos::prelude::*;

/// The moments proposed, in the order of the choice; nothing asked comes before them.
const OPENINGS: [Opening; 8] = [
    Opening::Now,
    Opening::On(Weekday::Mon),
    Opening::On(Weekday::Tue),
    Opening::On(Weekday::Wed),
    Opening::On(Weekday::Thu),
    Opening::On(Weekday::Fri),
    Opening::On(Weekday::Sat),
    Opening::On(Weekday::Sun),
];

/// Every filter, closed at first.
#[component]
pub fn FilterPanel(
    /// What is asked.
    filters: Filters,
    /// How many places are found.
    total: Memo<Option<usize>>,
) -> impl IntoView {
    let is_open = RwSignal::new(false);
    let summary = move || match filters.conditions.with(|conditions| conditions.list().len()) {
        0 => "Filtrer les lieux".to_owned(),
        chosen => format!("Filtrer les lieux ({chosen})"),
    };
    let see = move || {
        total.get().map_or_else(
            || "Voir les lieux".to_owned(),
            |total| format!("Voir {}", format::count(format::number(total), "lieu", "lieux")),
        )
    };
    let close = move |_| {
        is_open.set(false);
        // What was found stands below.
        request_animation_frame(|| dom::focus(COUNT));
    };
    let needs = text::needs().map(|group| view! { <Group filters group /> });
    let others = text::others().map(|group| view! { <Group filters group /> });
    view! {
        <Fold summary=Signal::derive(summary) id=PANEL is_open>
            <div class="filters__panel">
                <section class="filters__part" aria-labelledby="filtres-ou-quand">
                    <h2 id="filtres-ou-quand">"Où et quand"</h2>
                    <div class="filters__fields">
                        <OpeningField filters />
                        <AreaField filters />
                        <AroundField filters />
                        <RecentField filters />
                        <FavouriteField filters />
                    </div>
                </section>
                <section class="filters__part" aria-labelledby="filtres-besoin">
                    <h2 id="filtres-besoin">"Le besoin"</h2>
                    <div class="filters__groups">{needs}</div>
                </section>
                <section class="filters__part" aria-labelledby="filtres-accueil">
                    <h2 id="filtres-accueil">"L’accueil"</h2>
                    <div class="filters__groups">{others}</div>
                </section>
                <div class="filters__foot">
                    <button type="button" class="button button--primary" on:click=close>
                        {see}
                    </button>
                </div>
            </div>
        </Fold>
    }
}

/// Values of one matter: one of those ticked is enough.
#[component]
fn Group(
    /// What is asked.
    filters: Filters,
    /// The matter and its values.
    group: FilterGroup,
) -> impl IntoView {
    let tick = |feature: Feature| view! { <FeatureTick filters feature /> };
    view! {
        <fieldset class="ticks">
            <legend>{group.title}</legend>
            {group.features.into_iter().map(tick).collect_view()}
        </fieldset>
    }
}

/// One value.
#[component]
fn FeatureTick(
    /// What is asked.
    filters: Filters,
    /// The value.
    feature: Feature,
) -> impl IntoView {
    let is_asked = move || filters.conditions.with(|conditions| conditions.features.contains(&feature));
    view! {
        <label class="tick">
            <input
                type="checkbox"
                prop:checked=is_asked
                on:change:target=move |event| {
                    let is_asked = event.target().checked();
                    filters.update(|conditions| conditions.set_feature(feature, is_asked));
                }
            />
            {text::choice(feature)}
        </label>
    }
}

/// When places must be open.
#[component]
fn OpeningField(
    /// What is asked.
    filters: Filters,
) -> impl IntoView {
    // The place of the moment in the choice, from 1; 0 for none.
    let chosen = move || {
        let opening = filters.conditions.with(|conditions| conditions.opening);
        let place = OPENINGS.iter().position(|known| Some(*known) == opening);
        place.map_or(0, |place| place + 1).to_string()
    };
    let options = OPENINGS.iter().zip(1..).map(|(opening, place)| {
        view! { <option value=place.to_string()>{text::opening(*opening)}</option> }
    });
    view! {
        <div class="field">
            <label for="filtre-ouvert">"Ouvert"</label>
            <select
                id="filtre-ouvert"
                class="input"
                prop:value=chosen
                on:change:target=move |event| {
                    let place = event.target().value().parse::<usize>().unwrap_or_default();
                    let opening = place.checked_sub(1).and_then(|place| OPENINGS.get(place).copied());
                    filters.update(|conditions| conditions.opening = opening);
                }
            >
                <option value="0">"Peu importe"</option>
                {options.collect_view()}
            </select>
        </div>
    }
}

/// Whether old descriptions are left out.
#[component]
fn RecentField(
    /// What is asked.
    filters: Filters,
) -> impl IntoView {
    view! {
        <label class="tick">
            <input
                type="checkbox"
                prop:checked=move || filters.conditions.with(|conditions| conditions.is_recent)
                on:change:target=move |event| {
                    let is_recent = event.target().checked();
                    filters.update(|conditions| conditions.is_recent = is_recent);
                }
            />
            {text::RECENT}
        </label>
    }
}

/// Whether only the favourites are kept.
#[component]
fn FavouriteField(
    /// What is asked.
    filters: Filters,
) -> impl IntoView {
    view! {
        <label class="tick">
            <input
                type="checkbox"
                prop:checked=move || filters.conditions.with(|conditions| conditions.is_favourite)
                on:change:target=move |event| {
                    let is_favourite = event.target().checked();
                    filters.update(|conditions| conditions.is_favourite = is_favourite);
                }
            />
            {text::FAVOURITES}
        </label>
    }
}
