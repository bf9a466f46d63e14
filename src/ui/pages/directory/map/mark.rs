//! One mark of the map: a place, which leads to its sheet, or several, which open.

use super::desk::MapDesk;
use crate::domain::directory::nearest::Precision;
use crate::domain::directory::place::PlaceId;
use crate::route::Route;
use crate::text::drawn_mark::DrawnMark;
use crate::text::format;
use leptos::prelude::*;
use std::sync::Arc;

/// The radius of a place, and of what can be pressed around it.
const DOT_PX: i32 = 8;
const TOUCH_PX: i32 = 18;
/// The cross in a place where nobody is received.
const CROSS: &str = "M-3.5 -3.5l7 7M-3.5 3.5l7 -7";
/// The radius of several places, by how many digits their number has.
const GROUP_PX: i32 = 16;
const LARGE_GROUP_PX: i32 = 19;
const LARGE_GROUP: usize = 1_000;

/// One mark. It moves with the view, and stays the same element: what has the focus keeps it.
#[component]
pub fn MarkView(
    /// The map.
    desk: MapDesk,
    /// The mark.
    drawn: Arc<DrawnMark>,
) -> impl IntoView {
    let at = drawn.mark.at;
    let transform = Signal::derive(move || {
        let (x, y) = desk.view.get().map(|view| view.on_drawing(desk.size(), at)).unwrap_or_default();
        format!("translate({x:.1} {y:.1})")
    });
    let mut class = "map__mark".to_owned();
    for (is_so, modifier) in [
        (drawn.place.is_none(), " map__mark--several"),
        (drawn.mark.precision == Precision::CommuneCentre, " map__mark--approximate"),
        (drawn.is_closed, " map__mark--closed"),
    ] {
        class.push_str(if is_so { modifier } else { "" });
    }
    match drawn.place.clone() {
        Some(place) => view! { <PlaceMark drawn place class transform /> }.into_any(),
        None => view! { <ClusterMark desk drawn class transform /> }.into_any(),
    }
}

/// A place.
#[component]
fn PlaceMark(
    /// The mark.
    drawn: Arc<DrawnMark>,
    /// The place.
    place: PlaceId,
    /// What it looks like.
    class: String,
    /// Where it is drawn.
    transform: Signal<String>,
) -> impl IntoView {
    let name = drawn.name.clone();
    let title = name.clone();
    view! {
        <g class=class transform=transform>
            <a href=Route::Place(place).to_hash() aria-label=name>
                <title>{title}</title>
                <circle class="map__touch" r=TOUCH_PX></circle>
                <circle class="map__dot" r=DOT_PX></circle>
                {drawn.is_closed.then(|| view! { <path class="map__cross" d=CROSS></path> })}
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
    drawn: Arc<DrawnMark>,
    /// What it looks like.
    class: String,
    /// Where it is drawn.
    transform: Signal<String>,
) -> impl IntoView {
    let number = drawn.mark.places.len();
    let name = drawn.name.clone();
    let title = name.clone();
    let radius = if number < LARGE_GROUP { GROUP_PX } else { LARGE_GROUP_PX };
    let drawn = StoredValue::new(drawn);
    let open = move || drawn.with_value(|drawn| desk.open(&drawn.mark));
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
