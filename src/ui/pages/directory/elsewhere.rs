//! Where else to go, when this place is closed, full or too far.

use crate::browser::clock;
use crate::content::communes::communes;
use crate::domain::directory::alternatives::alternatives;
use crate::domain::directory::opening::{OpenState, open_state};
use crate::domain::directory::place::Place;
use crate::domain::directory::query::{Around, Conditions, DirectoryQuery, Origin, RADIUS_KM};
use crate::route::Route;
use crate::text::{directory, format};
use crate::ui::components::{Icon, Pictogram};
use crate::ui::directory::Places;
use leptos::prelude::*;

/// How many are shown.
const SHOWN: usize = 3;

/// A place nearby, as shown.
struct Neighbour {
    href: String,
    name: String,
    distance: String,
    open: String,
    is_open: bool,
    shared: String,
}

/// The nearest places with a service in common, and the way to all the others.
#[component]
pub fn Elsewhere(
    /// The place.
    place: Place,
) -> impl IntoView {
    let neighbours = neighbours(&place);
    let around = Around { from: Origin::Place(place.id), radius_km: RADIUS_KM };
    let conditions = Conditions { around: Some(around), ..Conditions::default() };
    let query = DirectoryQuery { conditions, ..DirectoryQuery::default() };
    let row = |neighbour: Neighbour| {
        let Neighbour { href, name, distance, open, is_open, shared } = neighbour;
        view! {
            <li class="place">
                <div class="place__what">
                    <h3 class="place__name">
                        <a href=href>{name}</a>
                    </h3>
                    <p>{distance}", " {shared}</p>
                    <p class="place__open" class:place__open--now=is_open>
                        <Pictogram icon=Icon::Clock />
                        {open}
                    </p>
                </div>
            </li>
        }
    };
    (!neighbours.is_empty()).then(|| {
        view! {
            <section class="stack screen-only" aria-labelledby="ailleurs">
                <h2 id="ailleurs">"Près d’ici, pour les mêmes besoins"</h2>
                <ul role="list" class="places">
                    {neighbours.into_iter().map(row).collect_view()}
                </ul>
                <p>
                    <a href=Route::Directory(query).to_hash()>
                        {format!("Voir tous les lieux à moins de {RADIUS_KM}\u{a0}km")}
                    </a>
                </p>
            </section>
        }
    })
}

fn neighbours(place: &Place) -> Vec<Neighbour> {
    let (Some(directory), Ok(content)) = (Places::expect().get().ready(), communes()) else { return Vec::new() };
    let now = clock::now_local();
    let found = alternatives(&directory, place, &content.communes, SHOWN);
    let neighbour = found.into_iter().map(|one| {
        let state = open_state(&one.place.hours, now);
        Neighbour {
            href: Route::Place(one.place.id.clone()).to_hash(),
            name: one.place.name.clone(),
            distance: format::capitalised(&directory::distance(one.distance)),
            open: directory::open_state(state, now),
            is_open: matches!(state, OpenState::Open { .. }),
            shared: match one.shared {
                0 => "services non renseignés".to_owned(),
                shared => format::count(format::number(shared), "service en commun", "services en commun"),
            },
        }
    });
    neighbour.collect()
}
