//! The sheet to fill by hand: for each actor without an interlocutor, lines to write on.

use super::known::Known;
use crate::browser::{clock, dom};
use crate::domain::ecosystem::model::ActorId;
use crate::route::Route;
use crate::text::format;
use crate::ui::components::{Icon, Pictogram};
use crate::ui::pages::result::{BlankLine, Paper};
use leptos::prelude::*;

/// What is to be written for each actor.
const LINES: [&str; 4] = ["Fonction et nom", "Téléphone ou courriel", "Source et date", "Personne informée le"];

/// The sheet, as it will be on paper.
#[component]
pub fn CollectionSheet(
    /// What is known.
    known: Known,
    /// The actors for which nobody is noted.
    actors: Signal<Vec<ActorId>>,
) -> impl IntoView {
    let today = clock::today();
    let foot = format!("Feuille du {} – Repères {}", format::date(today), env!("CARGO_PKG_VERSION"));
    view! {
        <Show when=move || actors.with(|actors| !actors.is_empty())>
            <div class="row screen-only">
                <button type="button" class="button button--primary" on:click=|_| dom::print()>
                    <Pictogram icon=Icon::Print />
                    "Imprimer la feuille de collecte"
                </button>
                <p class="hint">"Format A4. Rangez-la ou détruisez-la une fois recopiée : elle portera des noms."</p>
            </div>
            <Paper class="paper--professional" label="Aperçu de la feuille de collecte" foot=foot.clone()>
                <header class="sheet-head">
                    <h2 class="sheet-head__title">"Interlocuteurs à compléter"</h2>
                    <p>{format::date(today)}</p>
                </header>
                <p>
                    "Demandez une fonction plutôt qu’une personne. Dites à qui vous répond que ses coordonnées seront gardées, et pourquoi."
                </p>
                <ul role="list" class="sheet-list collection">
                    <For each=move || actors.get() key=Clone::clone let(id)>
                        <Blank known id />
                    </For>
                </ul>
            </Paper>
        </Show>
    }
}

/// One actor, and its lines.
#[component]
fn Blank(
    /// What is known.
    known: Known,
    /// The actor.
    id: ActorId,
) -> impl IntoView {
    let found = known.with_now(|ecosystem| ecosystem.actor(&id).map(|known| known.actor.clone()));
    found.map(|actor| {
        let ask_for = (!actor.ask_for.is_empty()).then(|| view! { <p>"Demander : " {actor.ask_for.clone()}</p> });
        view! {
            <li class="collection__actor">
                <h3>
                    <a href=Route::Actor(actor.id.clone()).to_hash()>{actor.name.clone()}</a>
                </h3>
                {ask_for}
                {LINES.map(|label| view! { <BlankLine label /> }).collect_view()}
            </li>
        }
    })
}
