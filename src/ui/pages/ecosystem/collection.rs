//! The actors without an interlocutor: on a sheet to fill by hand, in a list where a sheet would not fit.

use super::known::Known;
use super::results::AddContact;
use crate::browser::{clock, dom};
use crate::domain::ecosystem::model::{ActorId, ActorKind};
use crate::route::Route;
use crate::text::{ecosystem as text, format};
use crate::ui::components::{Icon, Pictogram};
use crate::ui::pages::result::{BlankLine, Paper};
use leptos::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// What is to be written for each actor.
const BLANKS: [&str; 4] = ["Fonction et nom", "Téléphone ou courriel", "Source et date", "Personne informée le"];

/// The actors without an interlocutor, by kind.
type Without = Memo<BTreeMap<ActorKind, Vec<ActorId>>>;

/// The kinds to collect for, the sheet, and the list.
#[component]
pub fn Collection(
    /// What is known.
    known: Known,
    /// The actors for which nobody is noted.
    without: Without,
) -> impl IntoView {
    let left_out = RwSignal::new(BTreeSet::<ActorKind>::new());
    let chosen = Memo::new(move |_| {
        let mut chosen = without.get();
        left_out.with(|left_out| chosen.retain(|kind, _| !left_out.contains(kind)));
        chosen
    });
    view! {
        <Show when=move || without.with(|without| !without.is_empty())>
            <section class="stack screen-only" aria-labelledby="collecte">
                <h2 id="collecte">"Feuille de collecte"</h2>
                <KindsField without left_out />
                <div class="row">
                    <button
                        type="button"
                        class="button button--primary"
                        disabled=move || chosen.with(BTreeMap::is_empty)
                        on:click=|_| dom::print()
                    >
                        <Pictogram icon=Icon::Print />
                        "Imprimer la feuille de collecte"
                    </button>
                    <p class="hint">"Format A4. Rangez-la ou détruisez-la une fois recopiée : elle portera des noms."</p>
                </div>
                <ToNote known chosen />
            </section>
            <CollectionSheet known chosen />
        </Show>
    }
}

/// The kinds of actors to collect for.
#[component]
fn KindsField(
    /// The actors for which nobody is noted.
    without: Without,
    /// The kinds that are not ticked.
    left_out: RwSignal<BTreeSet<ActorKind>>,
) -> impl IntoView {
    let tick = move |kind: ActorKind| {
        let number = move || without.with(|without| without.get(&kind).map_or(0, Vec::len));
        let toggle = move |event| {
            left_out.update(|left_out| {
                if event_target_checked(&event) {
                    left_out.remove(&kind);
                } else {
                    left_out.insert(kind);
                }
            });
        };
        view! {
            <Show when=move || { number() > 0 }>
                <label class="tick">
                    <input
                        type="checkbox"
                        prop:checked=move || left_out.with(|left_out| !left_out.contains(&kind))
                        on:change=toggle
                    />
                    <span>{text::kinds(kind)} " " <span class="count">{number}</span></span>
                </label>
            </Show>
        }
    };
    view! {
        <fieldset class="ticks">
            <legend>"Pour quels acteurs"</legend>
            <div class="collection-kinds">{ActorKind::ALL.map(tick).collect_view()}</div>
        </fieldset>
    }
}

/// The same actors where the sheet does not fit: what is known is noted at once.
#[component]
fn ToNote(
    /// What is known.
    known: Known,
    /// The actors, by kind.
    chosen: Without,
) -> impl IntoView {
    let line = move |id: ActorId| {
        let name = known.with_now(|ecosystem| ecosystem.name(&id).to_owned());
        view! {
            <li>
                <span>{name.clone()}</span>
                <AddContact id name />
            </li>
        }
    };
    let lines = move || chosen.get().into_values().flatten().map(line).collect_view();
    view! {
        <ul role="list" class="to-note">
            {lines}
        </ul>
    }
}

/// The sheet, as it will be on paper.
#[component]
fn CollectionSheet(
    /// What is known.
    known: Known,
    /// The actors, by kind.
    chosen: Without,
) -> impl IntoView {
    let today = clock::today();
    let foot = format!("Feuille du {} – Repères {}", format::date(today), env!("CARGO_PKG_VERSION"));
    let part = move |(kind, actors): (ActorKind, Vec<ActorId>)| {
        let blanks = actors.into_iter().map(|id| view! { <Blank known id /> }).collect_view();
        view! {
            <section class="collection">
                <h3 class="collection__kind">{text::kinds(kind)}</h3>
                <ul role="list" class="collection__actors">
                    {blanks}
                </ul>
            </section>
        }
    };
    view! {
        <Paper
            class="paper--professional collection-sheet"
            label="Aperçu de la feuille de collecte"
            foot=foot
        >
            <header class="sheet-head">
                <h2 class="sheet-head__title">"Contacts à compléter"</h2>
                <p>{format::date(today)}</p>
            </header>
            <p>
                "Demandez une fonction plutôt qu’une personne. Dites à qui vous répond que ses coordonnées seront gardées, et pourquoi."
            </p>
            {move || chosen.get().into_iter().map(part).collect_view()}
        </Paper>
    }
}

/// One actor: whom to ask for there, then what to write.
#[component]
fn Blank(
    /// What is known.
    known: Known,
    /// The actor.
    id: ActorId,
) -> impl IntoView {
    let found = known.with_now(|ecosystem| ecosystem.actor(&id).map(|known| known.actor.clone()));
    found.map(|actor| {
        let ask_for = (!actor.ask_for.is_empty()).then(|| view! { " – demander " {actor.ask_for.clone()} });
        view! {
            <li class="collection__actor">
                <p>
                    <a href=Route::Actor(actor.id.clone()).to_hash()>
                        <strong>{actor.short_name().to_owned()}</strong>
                    </a>
                    {ask_for}
                </p>
                <div class="collection__blanks">{BLANKS.map(|label| view! { <BlankLine label /> }).collect_view()}</div>
            </li>
        }
    })
}
