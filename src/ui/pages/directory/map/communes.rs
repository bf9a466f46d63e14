//! The communes of the view: what the names of the map say, in a table, with how many people live there.

use super::desk::{MapDesk, known_communes};
use crate::content::communes::communes;
use crate::domain::commune::Commune;
use crate::domain::directory::query::{Area, Conditions, DirectoryQuery, Display};
use crate::route::Route;
use crate::text::map as text;
use leptos::prelude::*;

/// The communes whose centre is in the view; each name keeps the places of that commune only.
#[component]
pub fn CommunesOfView(
    /// The map.
    desk: MapDesk,
) -> impl IntoView {
    let shown = Memo::new(move |_| {
        let Some((atlas, view)) = desk.atlas.get().zip(desk.view.get()) else { return Vec::new() };
        let is_seen = |commune: &&Commune| view.shows(desk.size(), atlas.projection.point(commune.centre));
        known_communes().into_iter().flat_map(|communes| communes.iter().filter(is_seen)).cloned().collect::<Vec<_>>()
    });
    let sources = communes().map(|content| content.sources.join(". ")).unwrap_or_default();
    view! {
        <Show when=move || shown.with(|shown| !shown.is_empty())>
            <details class="disclosure screen-only">
                <summary>"Communes de cette vue, et leurs habitants"</summary>
                <div class="table-scroll" role="region" aria-label="Communes de cette vue" tabindex="0">
                    <table class="table">
                        <thead>
                            <tr>
                                <th scope="col">"Commune"</th>
                                <th scope="col">"Territoire"</th>
                                <th scope="col" class="number">
                                    "Habitants"
                                </th>
                            </tr>
                        </thead>
                        <tbody>
                            <For each=move || shown.get() key=|commune| commune.code.clone() let(commune)>
                                <Row commune />
                            </For>
                        </tbody>
                    </table>
                </div>
                <p class="hint">{sources.clone()} "."</p>
            </details>
        </Show>
    }
}

/// One commune.
#[component]
fn Row(
    /// The commune.
    commune: Commune,
) -> impl IntoView {
    let conditions = Conditions { area: Some(Area::Commune(commune.code)), ..Conditions::default() };
    let query = DirectoryQuery { conditions, display: Display::Map, ..DirectoryQuery::default() };
    view! {
        <tr>
            <th scope="row">
                <a href=Route::Directory(query).to_hash()>{commune.name}</a>
            </th>
            <td>{commune.territory.as_str().to_owned()}</td>
            <td class="number">{text::population(commune.population)}</td>
        </tr>
    }
}
