//! Where places must be: in a commune or a territory, or around a commune or a place.

use super::Filters;
use crate::content::communes::communes;
use crate::domain::commune::{Commune, InseeCode, Territory};
use crate::domain::directory::query::{Area, Around, Origin, RADII_KM, RADIUS_KM};
use crate::ui::directory::Places;
use leptos::prelude::*;

/// What is told of an origin that is a place, in the choice of communes.
const OF_PLACE: &str = "lieu";

fn known_communes() -> Vec<Commune> {
    communes().map(|content| content.communes.iter().cloned().collect()).unwrap_or_default()
}

/// The communes that became part of another, each with a name that says so: their places still bear their code.
fn former_communes() -> Vec<(InseeCode, String)> {
    let former = |commune: Commune| {
        let within = commune.name;
        commune.former.into_iter().map(move |old| (old.code, format!("{} ({within})", old.name)))
    };
    known_communes().into_iter().flat_map(former).collect()
}

/// The code of a commune of today or of before, as a choice tells it.
fn chosen_code(value: &str) -> Option<InseeCode> {
    let codes = known_communes().into_iter().map(|commune| commune.code);
    codes.chain(former_communes().into_iter().map(|(code, _)| code)).find(|code| code.as_str() == value)
}

fn known_territories() -> Vec<Territory> {
    communes().map(|content| content.communes.territories().into_iter().cloned().collect()).unwrap_or_default()
}

/// The commune or the territory.
#[component]
pub fn AreaField(
    /// What is asked.
    filters: Filters,
) -> impl IntoView {
    let territories = StoredValue::new(known_territories());
    let chosen = move || match filters.conditions.with(|conditions| conditions.area.clone()) {
        Some(Area::Commune(code)) => code.to_string(),
        Some(Area::Territory(territory)) => territory.as_str().to_owned(),
        None => String::new(),
    };
    let area = move |value: &str| {
        let territory = territories.with_value(|known| known.iter().find(|one| one.as_str() == value).cloned());
        territory.map(Area::Territory).or_else(|| chosen_code(value).map(Area::Commune))
    };
    let option = |value: String, name: String| view! { <option value=value>{name}</option> };
    let territory_options = territories.with_value(|known| {
        known.iter().map(|one| option(one.as_str().to_owned(), one.as_str().to_owned())).collect_view()
    });
    let commune_options = known_communes().into_iter().map(|one| option(one.code.to_string(), one.name)).collect_view();
    let former_options =
        former_communes().into_iter().map(|(code, name)| option(code.to_string(), name)).collect_view();
    view! {
        <div class="field">
            <label for="filtre-commune">"Commune ou territoire"</label>
            <select
                id="filtre-commune"
                class="input"
                prop:value=chosen
                on:change:target=move |event| {
                    let area = area(&event.target().value());
                    filters.update(|conditions| conditions.area = area);
                }
            >
                <option value="">"Partout"</option>
                <optgroup label="Territoires">{territory_options}</optgroup>
                <optgroup label="Communes">{commune_options}</optgroup>
                <optgroup label="Communes déléguées">{former_options}</optgroup>
            </select>
        </div>
    }
}

/// The commune or the place around which one looks, and how far.
#[component]
pub fn AroundField(
    /// What is asked.
    filters: Filters,
) -> impl IntoView {
    let known = Places::expect();
    let around = move || filters.conditions.with(|conditions| conditions.around.clone());
    let place = move || match around().map(|around| around.from) {
        Some(Origin::Place(id)) => {
            let directory = known.get().ready();
            let name = directory.and_then(|directory| directory.place(&id).map(|place| place.name.clone()));
            Some(name.unwrap_or_else(|| "Un lieu inconnu ici".to_owned()))
        }
        _ => None,
    };
    let is_from = move |code: &InseeCode| match around().map(|around| around.from) {
        Some(Origin::Commune(from)) => from == *code,
        _ => false,
    };
    let radius = move || around().map_or(RADIUS_KM, |around| around.radius_km);
    let move_to = move |value: String| {
        let radius_km = around().map_or(RADIUS_KM, |around| around.radius_km);
        let from = match (chosen_code(&value), around()) {
            (Some(code), _) => Some(Origin::Commune(code)),
            (None, Some(around)) if value == OF_PLACE => Some(around.from),
            _ => None,
        };
        filters.update(|conditions| conditions.around = from.map(|from| Around { from, radius_km }));
    };
    let widen = move |value: String| {
        if let Ok(radius_km) = value.parse() {
            filters.update(|conditions| conditions.around.iter_mut().for_each(|around| around.radius_km = radius_km));
        }
    };
    let option = move |(code, name): (InseeCode, String)| {
        view! {
            <option value=code.to_string() prop:selected=move || is_from(&code)>
                {name}
            </option>
        }
    };
    let options = known_communes().into_iter().map(|commune| option((commune.code, commune.name))).collect_view();
    let former_options = former_communes().into_iter().map(option).collect_view();
    // The place one came from is a choice of its own, and an address may ask for another distance than those proposed:
    // the choices change, so each says whether it is the one.
    let radii = move || {
        let mut radii = RADII_KM.to_vec();
        if !radii.contains(&radius()) {
            radii.push(radius());
        }
        let option = |km: u16| {
            view! {
                <option value=km.to_string() prop:selected=move || radius() == km>
                    {format!("{km}\u{a0}km")}
                </option>
            }
        };
        radii.into_iter().map(option).collect_view()
    };
    view! {
        <div class="field">
            <label for="filtre-autour">"Autour de"</label>
            <select
                id="filtre-autour"
                class="input"
                on:change:target=move |event| move_to(event.target().value())
            >
                <option value="" prop:selected=move || around().is_none()>
                    "Peu importe"
                </option>
                {move || {
                    place()
                        .map(|name| {
                            view! {
                                <option value=OF_PLACE prop:selected=true>
                                    {name}
                                </option>
                            }
                        })
                }}
                <optgroup label="Communes">{options}</optgroup>
                <optgroup label="Communes déléguées">{former_options}</optgroup>
            </select>
        </div>
        <div class="field">
            <label for="filtre-rayon">"Distance, à vol d’oiseau"</label>
            <select
                id="filtre-rayon"
                class="input"
                disabled=move || around().is_none()
                on:change:target=move |event| widen(event.target().value())
            >
                {radii}
            </select>
        </div>
    }
}
