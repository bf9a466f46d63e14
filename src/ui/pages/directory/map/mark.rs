//! One mark of the map: a place, which leads to its sheet, or several, which open.

use super::desk::MapDesk;
use crate::domain::directory::nearest::Precision;
use crate::domain::directory::place::Place;
use crate::domain::map::marks::{Mark, main_commune};
use crate::route::Route;
use crate::text::{format, map as text};
use crate::ui::directory::Places;
use leptos::prelude::*;

/// The radius of a place, and of what can be pressed around it.
const DOT_PX: i32 = 8;
const TOUCH_PX: i32 = 18;
/// The radius of several places, by how many digits their number has.
const GROUP_PX: i32 = 16;
const LARGE_GROUP_PX: i32 = 19;
const LARGE_GROUP: usize = 1_000;

/// One mark.
#[component]
pub fn MarkView(
    /// The map.
    desk: MapDesk,
    /// The mark.
    mark: Mark,
    /// Where it is on the drawing.
    x: f64,
    /// From its upper left corner.
    y: f64,
) -> impl IntoView {
    let transform = format!("translate({x:.1} {y:.1})");
    let directory = untrack(|| Places::expect().get().ready())?;
    if let Some(place) = mark.single() {
        let place = directory.at(place)?.clone();
        return Some(view! { <PlaceMark place precision=mark.precision transform /> }.into_any());
    }
    let communes = mark.places.iter().filter_map(|place| Some(directory.at(*place)?.commune.as_str()));
    let commune = main_commune(communes).to_owned();
    Some(view! { <ClusterMark desk mark commune transform /> }.into_any())
}

/// A place.
#[component]
fn PlaceMark(
    /// The place.
    place: Place,
    /// How well its position is known.
    precision: Precision,
    /// Where it is drawn.
    transform: String,
) -> impl IntoView {
    let name = text::place(&place.name, &place.commune, precision);
    let title = name.clone();
    let class = match precision {
        Precision::Exact => "map__mark",
        Precision::CommuneCentre => "map__mark map__mark--approximate",
    };
    view! {
        <g class=class transform=transform>
            <a href=Route::Place(place.id).to_hash() aria-label=name>
                <title>{title}</title>
                <circle class="map__touch" r=TOUCH_PX></circle>
                <circle class="map__dot" r=DOT_PX></circle>
            </a>
        </g>
    }
}

/// Several places.
#[component]
fn ClusterMark(
    /// The map.
    desk: MapDesk,
    /// The mark.
    mark: Mark,
    /// The commune that most of them are in.
    commune: String,
    /// Where it is drawn.
    transform: String,
) -> impl IntoView {
    let number = mark.places.len();
    let name = text::cluster(number, &commune, mark.apart(untrack(|| desk.size())).is_some());
    let title = name.clone();
    let radius = if number < LARGE_GROUP { GROUP_PX } else { LARGE_GROUP_PX };
    let class = match mark.precision {
        Precision::Exact => "map__mark map__mark--several",
        Precision::CommuneCentre => "map__mark map__mark--several map__mark--approximate",
    };
    let mark = StoredValue::new(mark);
    let open = move || mark.with_value(|mark| desk.open(mark));
    let pressed = move |event: leptos::ev::KeyboardEvent| {
        if matches!(event.key().as_str(), "Enter" | " ") {
            event.prevent_default();
            open();
        }
    };
    view! {
        <g
            class=class
            transform=transform
            role="button"
            tabindex="0"
            aria-label=name
            on:click=move |_| open()
            on:keydown=pressed
        >
            <title>{title}</title>
            <circle class="map__touch" r=TOUCH_PX></circle>
            <circle class="map__dot" r=radius></circle>
            <text class="map__count" aria-hidden="true">
                {format::integer(number as u64)}
            </text>
        </g>
    }
}
