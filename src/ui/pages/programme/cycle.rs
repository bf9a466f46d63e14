//! Cycles: beginning one, changing what was ordered, choosing which one is shown.

use super::board::{NotHere, back, shown_cycle};
use super::sheet::{EditSheetPage, NewSheetPage, Removal, Sheet};
use crate::browser::clock;
use crate::content::cycle_model::cycle_model;
use crate::domain::programme::cycle::Cycle;
use crate::domain::programme::id::{CYCLE_KIND, CycleId};
use crate::records::{ChangeSet, DELETED};
use crate::route::programme::ProgrammeRoute;
use crate::state::AppState;
use crate::text::{format, programme as words};
use crate::ui::components::{Icon, Messages, Page, Pictogram};
use crate::ui::removed::{Removed, Restorable};
use leptos::prelude::*;

/// Said once a removed cycle is back.
const RESTORED: &str = "Cycle rétabli";

/// A new cycle: the tender's numbers, and the dates to give.
#[component]
pub fn NewCyclePage() -> impl IntoView {
    let state = AppState::expect();
    let sheet = Sheet {
        lead: "Les nombres du cahier des charges sont déjà là\u{a0}: donnez les dates, et changez ce qui a changé.",
        act: "Préparer le cycle",
        proposed: cycle_model().unwrap_or_default(),
        // What was just prepared is what one wants to see.
        then: Callback::new(move |id| {
            state.set_preferences(|preferences| preferences.cycle = Some(id));
            ProgrammeRoute::Home.into()
        }),
        ..Sheet::new(CYCLE_KIND, "Préparer un cycle", back(), "Cycle préparé")
    };
    view! { <NewSheetPage sheet /> }
}

/// What was ordered, to change.
#[component]
pub fn EditCyclePage(
    /// Which cycle.
    id: CycleId,
) -> impl IntoView {
    let sheet = Sheet {
        removal: Some(Removal {
            asks: Some(
                "Il n’est plus affiché, ni ses sessions, ses inscriptions, ses présences et son suivi de mission. Rien n’est effacé\u{a0}: tout revient avec lui, depuis la page «\u{202f}Cycles de formation\u{202f}».",
            ),
            ..Removal::new("Supprimer ce cycle", "Cycle supprimé", RESTORED)
        }),
        ..Sheet::new(CYCLE_KIND, "Modifier le cycle", back(), "Cycle enregistré")
    };
    let missing = || view! { <NotHere what="Ce cycle" back=back() /> };
    view! { <EditSheetPage sheet id=id.0 missing /> }
}

/// Every cycle, and which one is shown.
#[component]
pub fn CyclesPage() -> impl IntoView {
    let (state, today) = (AppState::expect(), clock::today());
    let cycles = Memo::new(move |_| state.with_tables(Cycle::all));
    let shown = Memo::new(move |_| shown_cycle(state, today));
    view! {
        <Page title="Cycles de formation" lead="Un cycle à la fois est affiché\u{a0}; choisissez lequel." back=back()>
            <ul role="list" class="stack stack--tight">
                <For each=move || cycles.get() key=|cycle| cycle.clone() let(cycle)>
                    <CycleRow cycle shown />
                </For>
            </ul>
            <p>
                <a class="button" href=ProgrammeRoute::NewCycle.to_hash()>
                    <Pictogram icon=Icon::Plus />
                    "Préparer un cycle"
                </a>
            </p>
            <RemovedCycles />
        </Page>
    }
}

/// The cycles that were removed, and may be put back with all that is theirs.
#[component]
pub fn RemovedCycles() -> impl IntoView {
    let state = AppState::expect();
    let restorable = |cycle: Cycle| {
        let name = format!("{}, {}", words::cycle_name(&cycle), format::uncapitalised(&words::cycle_dates(&cycle)));
        Some(Restorable {
            id: cycle.id.as_str().to_owned(),
            mention: name.clone(),
            restored: RESTORED.to_owned(),
            changes: ChangeSet::one::<bool>(&cycle.id.key().ok()?, DELETED, None),
            name,
        })
    };
    let removed = Memo::new(move |_| {
        state.with_tables(|tables| Cycle::removed(tables).into_iter().filter_map(restorable).collect::<Vec<_>>())
    });
    view! { <Removed removed summary=words::removed_cycles pages="Cycles supprimés" /> }
}

#[component]
fn CycleRow(
    /// The cycle.
    cycle: Cycle,
    /// Which one is shown.
    shown: Memo<Option<CycleId>>,
) -> impl IntoView {
    let (state, messages) = (AppState::expect(), Messages::expect());
    let (id, name) = (StoredValue::new(cycle.id.clone()), words::cycle_name(&cycle));
    let is_shown = move || shown.with(|shown| id.with_value(|id| shown.as_ref() == Some(id)));
    let of = format!("\u{a0}: {name}");
    let also = of.clone();
    let show = move |_| {
        state.set_preferences(|preferences| preferences.cycle = Some(id.get_value().0));
        messages.done("Cycle affiché", "");
    };
    let edit = ProgrammeRoute::Cycle(cycle.id.clone()).to_hash();
    view! {
        <li class="card cycle">
            <span class="cycle__name">
                <strong>{name}</strong>
                <span class="card__meta">{words::cycle_dates(&cycle)}</span>
            </span>
            <Show
                when=is_shown
                fallback=move || {
                    view! {
                        <button type="button" class="button" on:click=show>
                            "Afficher"
                            <span class="visually-hidden">{of.clone()}</span>
                        </button>
                    }
                }
            >
                <span class="chip">"Affiché"</span>
            </Show>
            <a href=edit>
                "Modifier" <span class="visually-hidden">{also}</span>
            </a>
        </li>
    }
}
