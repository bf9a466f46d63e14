//! Who oriented to whom: what participants counted, by kind of structure.

use super::known::{Known, back};
use crate::browser::dom;
use crate::domain::network::oriented::{Flows, ORIENTED_KIND, Oriented, flows};
use crate::records::{ChangeSet, DELETED};
use crate::route::community::CommunityRoute;
use crate::text::network as text;
use crate::text::programme as words;
use crate::ui::components::{BackTo, Fold, Icon, Page, Pictogram};
use crate::ui::pages::programme::sheet::{NewSheetPage, Sheet};
use crate::ui::save::Undoable;
use leptos::prelude::*;

/// The counts, protected.
#[component]
pub fn OrientedPage(
    /// The network.
    known: Known,
) -> impl IntoView {
    let state = known.saver.state();
    let counted = Memo::new(move |_| state.with_tables(Oriented::all));
    let shown = move || {
        let threshold = state.preferences().threshold;
        counted.with(|counted| flows(counted, threshold)).map_or_else(
            |few| view! { <p>{text::too_few(few)}</p> }.into_any(),
            |flows| {
                view! {
                    <FlowTable flows />
                    <p class="hint">{text::hiding(threshold)}</p>
                }
                .into_any()
            },
        )
    };
    view! {
        <Page
            title="Qui oriente vers qui"
            lead="Ce que les personnes formées comptent depuis la journée\u{a0}: combien de personnes elles ont orientées, et vers quel type de structure. Aucun nom."
            back=back()
        >
            <p class="screen-only">
                <a class="button button--primary" href=CommunityRoute::NewCount.to_hash()>
                    <Pictogram icon=Icon::Plus />
                    "Ajouter un décompte"
                </a>
            </p>
            {shown}
            <Counts known counted />
        </Page>
    }
}

/// What may be shown.
#[component]
fn FlowTable(
    /// The flows.
    flows: Flows,
) -> impl IntoView {
    let total = text::total(&flows);
    let row = |flow: crate::domain::network::oriented::Flow| {
        view! {
            <tr>
                <th scope="row">{words::structure_kind(flow.from)}</th>
                <td>{words::structure_kind(flow.to)}</td>
                <td class="number">{text::people(flow.people)}</td>
            </tr>
        }
    };
    view! {
        <div class="table-scroll" role="region" tabindex="0" aria-label="Orientations entre types de structure">
            <table class="table">
                <thead>
                    <tr>
                        <th scope="col">"Depuis"</th>
                        <th scope="col">"Vers"</th>
                        <th scope="col" class="number">
                            "Personnes orientées"
                        </th>
                    </tr>
                </thead>
                <tbody>{flows.flows.into_iter().map(row).collect_view()}</tbody>
            </table>
        </div>
        <p>{total}</p>
    }
}

/// The counts that were noted, to take one away: none shows its number.
#[component]
fn Counts(
    /// The network.
    known: Known,
    /// The counts, followed.
    counted: Memo<Vec<Oriented>>,
) -> impl IntoView {
    let is_open = RwSignal::new(false);
    let is_empty = Memo::new(move |_| counted.with(Vec::is_empty));
    let summary = Signal::derive(move || text::counts(counted.with(Vec::len)));
    let row = move |one: Oriented| {
        let kind = |kind: Option<_>| kind.map_or("type illisible", words::structure_kind_short);
        let name = format!("{} vers {}", kind(one.from), kind(one.to));
        let of = format!("\u{a0}: {name}");
        let remove = move |_| {
            let Ok(key) = one.id.key() else { return };
            let done = Undoable {
                title: "Décompte supprimé".to_owned(),
                body: String::new(),
                take_back: "Annuler la suppression",
                taken_back: "Décompte rétabli",
            };
            let changes = ChangeSet::one(&key, DELETED, Some(&true));
            known.saver.save_undoable(changes, done, || request_animation_frame(dom::focus_heading_if_lost));
        };
        view! {
            <li class="row">
                <span>{name}</span>
                <button type="button" class="button button--plain" on:click=remove>
                    "Supprimer"
                    <span class="visually-hidden">{of}</span>
                </button>
            </li>
        }
    };
    view! {
        <Show when=move || !is_empty.get()>
            <Fold summary is_open>
                <ul role="list" class="stack stack--tight">
                    <For each=move || counted.get() key=|one| one.clone() children=row />
                </ul>
            </Fold>
        </Show>
    }
}

/// What one participant counted.
#[component]
pub fn NewCountPage() -> impl IntoView {
    let sheet = Sheet {
        lead: "Un décompte par type de structure vers lequel vous avez orienté. Il est gardé sans votre nom, et ne se montre qu’avec ceux des autres.",
        act: "Ajouter le décompte",
        ..Sheet::new(
            ORIENTED_KIND,
            "Ajouter un décompte",
            BackTo::new(CommunityRoute::Oriented, "Qui oriente vers qui"),
            "Décompte ajouté",
        )
    };
    view! { <NewSheetPage sheet /> }
}
